"""A dossier as a PDF that a screen reader can read, an archive can keep and a second machine can reproduce.

The typesetter gets one fixed template; every word of the document reaches it as data (JSON), never as
markup, so that no cell can give it an order. PDF/UA-1 is on: a figure without alternative text is refused.
A character that no font can print is written as its code point and reported.
"""

import json
import re
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unicodedata import bidirectional, category

import typst
from attrs import frozen

from sherd.model.document import Document, Figure, Json, strings, walk
from sherd.model.problems import Problem
from sherd.render import fonts
from sherd.render.charts import pictured, svg, texts
from sherd.render.glyphs import code_point, pieces, printable
from sherd.render.lower import Press, lower
from sherd.render.widths import LONGEST_WORD, word_pieces

NO_GLYPH = frozenset({"Co", "Cn"})
"""Private-use and unassigned characters: what they mean is known only to the font that someone else has."""

TEMPLATE = Path(__file__).parent / "templates" / "dossier.typ"


@frozen
class Rendered:
    """A PDF, what could not be printed in it, and the faces it was set in."""

    bytes: bytes
    problems: tuple[Problem, ...]
    fonts: tuple[str, ...]


def render_pdf(
    document: Document, at: datetime, *, system_fonts: bool = True, packaged_fonts: bool = True
) -> Rendered:
    """The document as PDF/UA-1, dated ``at``; the same document, fonts and ``at`` give the same bytes.

    The fonts of the machine are used only for characters that the packaged ones lack, and never with
    ``system_fonts=False``. Raises ValueError when ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"the date of a PDF needs its offset from UTC: {at.isoformat()}")
    said = _said(document)
    book, missing = _choose(said, system_fonts, packaged_fonts)
    named = fonts.families(said, missing, book)
    try:
        pdf = _set(document, at, book, missing, named, letters=True)
    except typst.TypstError:
        # A letter in a chart that this font set prints in text, but not inside a drawing.
        pdf = _set(document, at, book, missing, named, letters=False)
    lost = missing | {sign for text in said for sign in text if category(sign) in NO_GLYPH}
    return Rendered(pdf, tuple(_problem(character) for character in sorted(lost)), fonts.faces(pdf))


def _set(
    document: Document,
    at: datetime,
    book: typst.Fonts,
    missing: AbstractSet[str],
    named: tuple[str, ...],
    *,
    letters: bool,
) -> bytes:
    """The pages; ``letters=False`` puts every chart in as a picture."""
    press = Press(
        words=partial(_words, missing=missing),
        plain=partial(printable, missing=missing),
        draw=partial(_draw, missing=missing, letters=letters),
    )
    data = lower(document, press) | {"fonts": fonts.CHAINS, "named": list(named)}
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=book,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False, separators=(",", ":"))},
        pdf_standards=["ua-1"],
        timestamp=at.astimezone(UTC).replace(microsecond=0),
    )


def _said(document: Document) -> list[str]:
    """Every string of the document, those of its charts included."""
    said = list(strings(document))
    for node in walk(document):
        if isinstance(node, Figure):
            said += texts(node.spec)
    return said


def _choose(said: list[str], system: bool, packaged: bool) -> tuple[typst.Fonts, frozenset[str]]:
    """The typefaces to use and the characters that they lack."""
    book = fonts.book(False, packaged)
    missing = fonts.lacking(said, book)
    if missing and system:
        book = fonts.book(True, packaged)
        missing = fonts.lacking(said, book)
    return book, missing


def _words(text: str, missing: AbstractSet[str]) -> Json:
    """Words as data: a string, or its parts; between two parts the line may end, at a line break it does."""
    parts: list[Json] = []
    for kind, part in pieces(text, missing):
        if kind == "text":
            parts += _breakable(part)
        else:
            parts.append({"code": part} if kind == "code" else {"line": True})
    if not parts:
        return ""
    return parts[0] if len(parts) == 1 and isinstance(parts[0], str) else parts


def _breakable(text: str) -> list[str]:
    """The text cut where the line may end inside an over-long word.

    >>> _breakable("see https://example.org/annex")
    ['see https://', 'example.', 'org/', 'annex']
    """
    if len(text) <= LONGEST_WORD or not re.search(_LONG, text):
        return [text]
    return re.sub(_LONG, lambda word: "\0".join(word_pieces(word[0])), text).split("\0")


_LONG = rf"[!-~\u00c0-\u024f\u0400-\u04ff]{{{LONGEST_WORD + 1},}}"


def _draw(figure: Figure, missing: AbstractSet[str], letters: bool) -> str:
    """The chart; a picture where it holds Arabic letters, which PDF/UA-1 does not take inside a drawing."""
    drawn = svg(figure.spec, figure.id, missing)
    joined = any(bidirectional(character) in ("R", "AL") for character in set(drawn))
    return drawn if letters and not joined else pictured(drawn)


def _problem(character: str) -> Problem:
    point = code_point(character)
    is_private = category(character) in NO_GLYPH
    do = (
        "write what it means"
        if is_private
        else "install a font that holds it, for example one of Debian's fonts-noto"
    )
    return Problem(
        code="missing_glyph",
        file="dossier.pdf",
        read=point.strip("⟨⟩"),
        do=f"It is printed as {point}; {do}.",
    )
