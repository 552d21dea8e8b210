"""Which typefaces a dossier can be set in, and which characters none of them holds.

Typst brings a serif and a monospaced face with Latin, Greek and Cyrillic. Packages bring Noto Sans, Noto
Sans Arabic and Noto Sans CJK, so that a Persian or Chinese name prints alike on every machine. Only when a
character is in none of these are the fonts of the machine asked, and only if that is allowed.

What a face holds is not read from tables but asked of the typesetter itself: a page with each character of
the document on its own line, refused line by line.

To add a packaged typeface: one line in ``PACKAGED``, its family in ``CHAINS``.
"""

import importlib.util
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

import typst

from sherd.model.document import Json
from sherd.render.glyphs import JOINERS, pieces

PACKAGED = (
    ("fontpkg_noto_sans", "files"),
    ("fontpkg_noto_sans_arabic", "files"),
    ("noto_cjk_sans_otc", ""),
)
"""Modules that carry font files, and the folder inside each."""

_BEYOND = ["Noto Sans Arabic", "Noto Sans CJK SC", "DejaVu Sans Mono"]
CHAINS: dict[str, Json] = {
    "serif": ["Libertinus Serif", "Noto Sans", *_BEYOND],
    "sans": ["Noto Sans", "Libertinus Serif", *_BEYOND],
    "mono": ["DejaVu Sans Mono", "Noto Sans", *_BEYOND],
}
"""For running text, for tables and headings, for markings: the families asked one after the other."""

_PLACE = re.compile(r"__typst_py_bytes__\.typ:(\d+):")
_FACE = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([A-Za-z0-9_-]+)")


@cache
def folders() -> tuple[str, ...]:
    """The folders of the packaged typefaces that are installed."""
    found = []
    for module, inside in PACKAGED:
        spec = importlib.util.find_spec(module)
        if spec is not None and spec.submodule_search_locations:
            found.append(str(Path(spec.submodule_search_locations[0]) / inside))
    return tuple(found)


@cache
def book(system: bool, packaged: bool = True) -> typst.Fonts:
    """The typefaces that Typst may use: embedded, packaged, and with ``system`` those of the machine."""
    return typst.Fonts(include_system_fonts=system, font_paths=list(folders()) if packaged else [])


def lacking(texts: Iterable[str], fonts: typst.Fonts) -> frozenset[str]:
    """The characters of the texts that no face of ``fonts`` can print.

    Characters that are never printed as they are (see ``glyphs``) are not asked for.
    """
    asked = sorted({cluster for text in texts if not text.isascii() for cluster in _clusters(text)})
    if not asked:
        return frozenset()
    lines = ['#set document(title: "probe")', *(f'#"{_escaped(cluster)}" \\' for cluster in asked)]
    try:
        typst.compile("\n".join(lines).encode(), font_paths=fonts, pdf_standards=["ua-1"])
    except typst.TypstError as refused:
        rows = {int(row) for row in _PLACE.findall(refused.diagnostic)}
        return frozenset(asked[row - 2][-1] for row in rows if 2 <= row < len(asked) + 2)
    return frozenset()


def families(texts: Iterable[str], missing: AbstractSet[str], fonts: typst.Fonts) -> tuple[str, ...]:
    """The families in which the texts will be set, by the names that a PDF gives them, sorted.

    Asked of one line in each chain of families, so that a document can name them before it is set.
    """
    clusters = {cluster for text in texts if not text.isascii() for cluster in _clusters(text)}
    line = "x" + "".join(_escaped(c) for c in sorted(clusters) if missing.isdisjoint(c))
    lines = ['#set document(title: "probe")']
    for chain in CHAINS.values():
        lines.append(f'#text(font: {json.dumps(chain).replace("[", "(").replace("]", ")")}, "{line}")')
    probe = typst.compile("\n".join(lines).encode(), font_paths=fonts)
    return tuple(sorted({re.sub(r"-[A-Za-z]+$", "", face) for face in faces(probe)}))


def _clusters(text: str) -> Iterator[str]:
    """Each character beyond ASCII that will be printed; a combining mark with the letter under it."""
    before = "x"
    for character in "".join(part for kind, part in pieces(text) if kind == "text"):
        if not character.isascii():
            yield before + character if _combines(character) else character
        if not _combines(character):
            before = character


def _combines(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character).startswith("M")


def _escaped(cluster: str) -> str:
    return "".join(f"\\u{{{ord(character):x}}}" for character in cluster)


def faces(pdf: bytes) -> tuple[str, ...]:
    """The names of the faces that a PDF holds, sorted.

    >>> faces(b"/BaseFont /ABCDEF+NotoSans-Regular-Identity-H /BaseFont/DejaVuSansMono")
    ('DejaVuSansMono', 'NotoSans-Regular')
    """
    names = {found.decode("ascii").removesuffix("-Identity-H") for found in _FACE.findall(pdf)}
    return tuple(sorted(names))
