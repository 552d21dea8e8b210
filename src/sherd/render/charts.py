"""A chart specification drawn: SVG for the page, PNG for a slide or a message.

Every chart is drawn by one version of Vega-Lite with the typefaces of the dossier, so that a picture does
not change with the machine. Drawing needs no browser and no network; the first chart of a process costs
about 0.7 s, each further one about 0.07 s.
"""

import atexit
import base64
import json
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from unicodedata import bidirectional

from sherd.model.document import Json
from sherd.render import fonts
from sherd.render.cuts import cut_folder
from sherd.render.glyphs import NONE, printable

ARABIC = "Noto Sans Arabic"
VEGA_LITE = "6.4"
"""The one version of Vega-Lite; the web pages use the same."""


def svg(spec: Mapping[str, Json], name: str = "chart", missing: AbstractSet[str] = NONE) -> str:
    """The chart as one ``<svg>`` element whose ids begin with ``name``.

    Data that cannot be shown as they are (see ``glyphs``) and ``missing`` characters are written out.
    The same specification gives the same bytes.
    """
    return _own_ids(_own_faces(_drawn(json.dumps(shown(spec, missing)))), name)


def png(spec: Mapping[str, Json], ppi: float = 144) -> bytes:
    """The chart as a PNG image at ``ppi`` pixels per inch (CSS inches: 96 units of the specification)."""
    drawn: bytes = _drawer().svg_to_png(svg(spec), ppi=ppi)
    return drawn


def pictured(drawn: str, ppi: float = 220) -> str:
    """The same ``<svg>`` holding one picture at ``ppi`` in place of its lines and letters."""
    image = base64.b64encode(_drawer().svg_to_png(drawn, ppi=ppi)).decode("ascii")
    head = drawn.partition(">")[0]
    found = re.search(r'\bwidth="([\d.]+)" height="([\d.]+)"', head)
    if found is None:
        raise ValueError(f"a drawing without width and height: {head}")
    size = f'width="{found[1]}" height="{found[2]}"'
    return f'{head}><image {size} xlink:href="data:image/png;base64,{image}"/></svg>'


def shown(value: Json, missing: AbstractSet[str] = NONE) -> Json:
    """A specification in which every string can be printed."""
    if isinstance(value, str):
        return printable(value, missing)
    if isinstance(value, Mapping):
        return {key: shown(part, missing) for key, part in value.items()}
    if isinstance(value, Sequence):
        return [shown(part, missing) for part in value]
    return value


def texts(value: Json) -> list[str]:
    """Every string of a specification."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, Sequence):
        return [text for part in value for text in texts(part)]
    return []


@lru_cache(maxsize=64)
def _drawn(spec: str) -> str:
    """One drawing, kept for the other medium."""
    drawn: str = _drawer().vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return drawn


def _own_faces(drawn: str) -> str:
    """The drawing, its words in Arabic letters set in a typeface that is named for them."""
    return _WORDS.sub(_in_its_script, drawn)


_WORDS = re.compile(r'<text ([^>]*)font-family="([^"]*)"([^>]*)>([^<]*)')


def _in_its_script(found: re.Match[str]) -> str:
    """Words in Arabic letters ask for their typeface by name; left to find one, the drawer takes a bold one.

    Words that hold letters of a third script too are left as they are: that typeface lacks them.
    """
    before, family, after, words = found.groups()
    scripts = {bidirectional(letter) for letter in words if letter.isalpha() and not letter.isascii()}
    if scripts != {"AL"}:
        return found[0]
    return f'<text {before}font-family="{ARABIC}, {family}"{after}>{words}'


@cache
def _drawer() -> ModuleType:
    import vl_convert  # 85 MB of browser engine: only when a chart is drawn

    cuts = _cuts()
    whole = [folder for folder in fonts.folders() if not cut_folder(Path(folder), Path(cuts))]
    for folder in (cuts, *whole):
        vl_convert.register_font_directory(folder)
    return vl_convert


@cache
def _cuts() -> str:
    """Where the cuts of the typefaces lie as long as the process lives."""
    folder = tempfile.mkdtemp(prefix="sherd-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _own_ids(drawn: str, name: str) -> str:
    """Ids numbered by their order in the picture: those of the drawing engine count up through a process."""
    numbers = {old: n for n, old in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', drawn)), start=1)}

    def own(found: re.Match[str]) -> str:
        return f"{found[1]}{name}-{numbers[found[2]]}" if found[2] in numbers else found[0]

    return re.sub(r'(\bid="|url\(#|href="#)([^")]+)(?=["\)])', own, drawn)
