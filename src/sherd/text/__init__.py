"""The one normaliser: what two spellings of a text have in common, and where each folded character stood.

Markings, catalogues, serials and shipment texts are folded here and nowhere else, so that a Cyrillic С on a
chip meets a Latin C in a catalogue in one way only. A folded text serves to find and to compare; the raw
text is what is shown, and every folded character knows its code point in it.
"""

from sherd.text.cells import Cells
from sherd.text.distance import Place, distance, nearest_place
from sherd.text.folding import Folded, fold, identity, key, keys
from sherd.text.look_alikes import ILLEGIBLE, alike, blurred, classes, shape, version
from sherd.text.romanised import SYSTEMS, part_keys, romanised
from sherd.text.scripts import scripts

__all__ = [
    "ILLEGIBLE",
    "SYSTEMS",
    "Cells",
    "Folded",
    "Place",
    "alike",
    "blurred",
    "classes",
    "distance",
    "fold",
    "identity",
    "key",
    "keys",
    "nearest_place",
    "part_keys",
    "romanised",
    "scripts",
    "shape",
    "version",
]
