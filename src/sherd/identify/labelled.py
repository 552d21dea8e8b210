"""Identify the part in the code of a bag or reel: by its own field, whatever else the label says.

The label names part, maker and date in fields of their own, so that nothing has to be sought among lot and
order numbers. Places count in the label as it was read, not in the field.
"""

from __future__ import annotations

from attrs import evolve

from sherd.identify.asked import Asked
from sherd.model.identified import Identified
from sherd.model.label_codes import LabelReading
from sherd.model.parts import Candidate, Identification, SignRead

NO_PART = "unreadable: the label has no field for the maker's part number (1P) that can be read"


def sought(asked: Asked, label: LabelReading) -> Asked:
    """The question that a label puts: its part field, of the maker that the caller or else the label names.

    A label without that field cannot be sought; the question then says why.
    """
    if label.part is None:
        return evolve(asked, fault=NO_PART)
    return evolve(asked, marking=label.part, maker=asked.maker or label.maker)


def of_label(said: Identified, label: LabelReading) -> Identified:
    """What was found of a label's part field, as what the whole label says: its own dates, and its fields."""
    shift = label.raw.find(label.part or "")
    return evolve(said, found=_moved(said.found, label.raw, shift), dates=label.dates, label=label)


def _moved(found: Identification, raw: str, shift: int) -> Identification:
    candidates = tuple(_shifted(each, shift) for each in found.candidates)
    return evolve(found, marking=raw, candidates=candidates)


def _shifted(each: Candidate, shift: int) -> Candidate:
    first, last = each.span
    return evolve(
        each,
        span=(first + shift, last + shift),
        unexplained=tuple(place + shift for place in each.unexplained),
        signs=tuple(_sign(sign, shift) for sign in each.signs),
    )


def _sign(sign: SignRead, shift: int) -> SignRead:
    return sign if sign.place is None else evolve(sign, place=sign.place + shift)
