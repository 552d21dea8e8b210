"""Read the text layer of a PDF: the words of its pages as paragraphs, without running heads and page numbers.

A PDF knows where letters stand and nothing of words, sentences or columns. Lines are taken in the order in
which the page draws them, which follows the columns in what word processors and browsers make. A change of
the size of letters, or a gap, ends a paragraph. Signs that stand for several letters (``ﬁ``) or for one shape
of a letter (Arabic presentation forms) become the letters. Pages without text are told, never passed over.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import frozen

from sherd.errors import Refused
from sherd.model.problems import Problem

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ArithmeticError,
    AssertionError, NotImplementedError, EOFError, struct.error, zlib.error,
)  # fmt: skip
"""What a broken or hostile PDF makes its reader raise, beside the reader's own errors."""

EDGE = 2
"""Lines at the top and at the foot of a page among which running heads and page numbers stand."""

_FORMS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdfb\ufe70-\ufefc]+")
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?:\s.*)?"
    r"|(?:https?|file)://\S+(?: \d+/\d+)?|\d+/\d+"
)
"""What a browser prints above and below a page: when, and from which address."""

_RIGHT_TO_LEFT = ("AL", "R")


@frozen
class Layer:
    """The text layer of a PDF, what it states of itself, and what of it could not be read."""

    text: str
    title: str | None = None
    author: str | None = None
    problems: tuple[Problem, ...] = ()


@frozen
class Line:
    """A line of a page, the size of its letters and its height on the page, both in points."""

    text: str
    size: float
    height: float


def read(name: str, content: bytes) -> Layer:
    """The text layer. Raises ``Refused``, with what to do, for a PDF that cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(f"{name} is locked by a password", "Save an unlocked copy.")
        pages, silent, broken = _pages(reader, (PyPdfError, *BROKEN))
        title, author = _about(reader)
    except (PyPdfError, DependencyError, *BROKEN) as error:
        raise _unreadable(name, error) from error
    text = flowed("\n\n".join(_page(lines) for lines in without_running_heads(pages)))
    return Layer(text, title, author, tuple(_problems(name, text, len(pages), silent, broken)))


def _unreadable(name: str, error: Exception) -> Refused:
    return Refused(
        f"{name} cannot be read as a PDF ({type(error).__name__})",
        "Print it to a new PDF, or save its text.",
    )


def _pages(
    reader: PdfReader, errors: tuple[type[Exception], ...]
) -> tuple[list[list[Line]], list[int], list[int]]:
    """The lines of each page; the numbers of pages that only show a picture, and of those that are broken.

    Raises the error of the last page where every page is broken.
    """
    pages: list[list[Line]] = []
    silent, broken = [], []
    for number in range(1, len(reader.pages) + 1):
        try:
            page = reader.pages[number - 1]
            pages.append(lines_of(page))
            if not "".join(line.text for line in pages[-1]).strip() and _shows_picture(page):
                silent.append(number)
        except errors:
            pages.append([])
            broken.append(number)
            if len(broken) == len(reader.pages):
                raise
    return pages, silent, broken


def _shows_picture(page: PageObject) -> bool:
    try:
        resources: Any = page["/Resources"]
        things = resources["/XObject"]
    except KeyError:
        return False
    return any(things[name].get("/Subtype") in {"/Image", "/Form"} for name in things)


def _about(reader: PdfReader) -> tuple[str | None, str | None]:
    about = reader.metadata
    title, author = (about.title, about.author) if about else (None, None)
    return (str(title).strip() or None if title else None), (str(author).strip() or None if author else None)


def _problems(name: str, text: str, count: int, silent: list[int], broken: list[int]) -> Iterator[Problem]:
    """What a reader of the text has to know: pages that are missing, an order that may be wrong."""
    for numbers, why in ((silent, "is a picture without text"), (broken, "is broken")):
        if numbers and text.strip():
            which = f"page {', '.join(map(str, numbers))} of {count} {why}"
            yield Problem("unread_page", name, read=which, do="Read it by OCR and hand in its text as well.")
    turned = sum(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)
    if turned > sum(map(str.isalpha, text)) / 2:
        yield Problem(
            "right_to_left", name,
            do="Compare each quotation with the page, or hand in the web page or a text instead.",
        )  # fmt: skip


def lines_of(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which they are drawn."""
    lines: list[Line] = []
    words: list[str] = []
    place: tuple[float, float] | None = None

    def end() -> None:
        nonlocal place
        if text := "".join(words).strip():
            lines.append(Line(_letters(text), *(place or (0.0, 0.0))))
        words.clear()
        place = None

    def note(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        nonlocal place
        for number, piece in enumerate(text.split("\n")):
            if number:
                end()
            if piece.strip() and place is None:
                place = (abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1])), tm[5] * cm[3] + cm[5])
            words.append(piece)

    page.extract_text(visitor_text=note)
    end()
    return lines


def _letters(text: str) -> str:
    """The letters that ligatures and Arabic presentation forms stand for.

    >>> _letters("conﬁrmed"), _letters("ﻧﺎﺻﺮ") == "ناصر"
    ('confirmed', True)
    """
    plain = text.replace("\0", "").replace("\r", " ")
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), plain)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines that come again at their edges, but for numbers, and what a browser prints.

    A running head without a number is kept where it stands first: it may name who issued the document.
    """
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, count in counts.items() if count >= max(2, len(pages) // 2)}
    seen: set[str] = set()
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept.append([line for line in page if id(line) not in edges or _stays(line, often, seen)])
    return kept


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return page if len(page) <= 2 * EDGE else [*page[:EDGE], *page[-EDGE:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text.split()))


def _stays(line: Line, often: set[str], seen: set[str]) -> bool:
    key = _key(line)
    if _PRINTED.fullmatch(line.text.strip()) or (key in often and ("0" in key or key in seen)):
        return False
    seen.add(key)
    return True


def _page(lines: Sequence[Line]) -> str:
    """The lines of a page, an empty one between two of different sizes and where the gap is a wide one."""
    steps = [one.height - other.height for one, other in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0.0])
    text = "".join(
        ("\n\n" if _breaks(one, other, step, usual) else "\n") + other.text
        for (one, other), step in zip(pairwise(lines), steps, strict=True)
    )
    return (lines[0].text + text) if lines else ""


def _breaks(one: Line, other: Line, step: float, usual: float) -> bool:
    resized = abs(one.size - other.size) > 0.1 * max(one.size, other.size)
    return resized or (usual > 0 and step > 1.35 * usual)


_COMPOUND = re.compile(
    r"(?:made|built|based|backed|led|owned|run|born|style|type|produced|designed|supplied|assembled|launched|"
    r"controlled|occupied|held|speaking|century|year|old|range|term|scale|level|wide|fired|guided|friendly)\b"
)
"""Second halves of words that keep their hyphen where a line ends at it: *Iranian-made*."""


def flowed(text: str) -> str:
    r"""Lines of a page joined to paragraphs: a line that ends within a sentence goes on in the next.

    >>> flowed("Experts found elec-\ntronic modules\nin it.\n\nNew para-\ngraph of Iranian-\nmade drones.")
    'Experts found electronic modules in it.\n\nNew paragraph of Iranian-made drones.'
    """
    paragraphs: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r", "").replace("\0", "")):
        whole = ""
        for line in (each.strip() for each in block.split("\n")):
            if line:
                whole = _joined(whole, line)
        if whole:
            goes_on = paragraphs and re.search(r"[\w,;–—-]$", paragraphs[-1]) and whole[:1].islower()
            if goes_on:
                paragraphs[-1] = _joined(paragraphs[-1], whole)
            else:
                paragraphs.append(whole)
    return "\n\n".join(paragraphs)


def _joined(whole: str, line: str) -> str:
    r"""A line behind what goes before it, a word that is divided between them made whole.

    >>> _joined("the Shahed-", "136 drone"), _joined("a sale -", "none")
    ('the Shahed-136 drone', 'a sale - none')
    """
    if whole.endswith("\u00ad"):
        return whole[:-1] + line
    if whole.endswith(("-", "‐")) and whole[-2:-1].isalnum():
        divided = line[:1].islower() and not _COMPOUND.match(line) and not whole[-2].isdigit()
        return (whole[:-1] if divided else whole) + line
    if (
        whole
        and "\n" not in whole
        and re.search(r"[.!?…][”\"’»)]*$", whole)
        and len(whole.rsplit(None, 12)) <= 8
    ):
        return f"{whole}\n\n{line}"
    return f"{whole} {line}".strip()
