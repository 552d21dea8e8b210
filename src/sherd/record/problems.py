"""Making problems: what was read, where, and what to do about it, without giving anything away.

What to do stands in the open record; what was read is withheld. So no advice quotes a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache

from sherd.model.columns import columns
from sherd.model.problems import Problem
from sherd.model.provenance import NotedProblem
from sherd.model.record import NOUNS
from sherd.record.tree import sheet_of

LONGEST_READ = 200
"""Characters of a cell that a problem quotes."""

_TURNING = frozenset([0x200B, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF])
"""Code points that turn the direction of what stands beside them, or are spaces without width."""


class BadCell(ValueError):
    """A cell that its column cannot take: the problem's code and what to do."""

    def __init__(self, code: str, do: str) -> None:
        super().__init__(do)
        self.code = code
        self.do = do


def problem(
    code: str, file: str, row: int | None = None, column: str = "", read: str = "", do: str = ""
) -> Problem:
    """A problem whose heading and quoted cell are shortened and can be shown and stored."""
    return Problem(code, file, row, shown(column), shown(read), do)


def shown(text: str) -> str:
    """A cell as it can be printed: what cannot be shown is escaped, what is long is cut.

    >>> shown("a\\x00b")
    'a\\\\x00b'
    """
    text = escaped(text)
    return text if len(text) <= LONGEST_READ else text[: LONGEST_READ - 1] + "…"


def escaped(text: str) -> str:
    r"""A text in which undecodable bytes and control characters stand as ``\xNN`` or ``\uNNNN``."""
    if text.isprintable():
        return text
    return "".join(map(_escape, text))


def _escape(sign: str) -> str:
    point = ord(sign)
    if 0xDC00 <= point <= 0xDCFF:  # a byte that could not be decoded
        return f"\\x{point - 0xDC00:02x}"
    if 0xD800 <= point <= 0xDFFF:
        return f"\\u{point:04x}"
    if (point < 0x20 and sign not in "\t\n\r") or 0x7F <= point <= 0x9F:
        return f"\\x{point:02x}"
    if point in _TURNING:
        return f"\\u{point:04x}"
    return sign


@lru_cache(maxsize=4096)
def nearest(word: str, allowed: tuple[str, ...]) -> str:
    """The allowed word that was probably meant, or ``""``.

    >>> nearest("Examned", ("examined", "ABSENT"))
    'examined'
    """
    by_fold = {each.casefold(): each for each in allowed}
    found = get_close_matches(word[:80].casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def noted(found: Problem, case: str, nth: int = 1) -> NotedProblem:
    """A problem as a row of the record. ``nth`` tells several of one kind in one cell apart.

    A problem in a file that is not a sheet of the case is sealed, and so is one under a heading that no
    sheet has: the name of a file may say too much, and a heading may be a row whose header was forgotten.
    """
    place = f"{found.file}:{found.row or ''}:{found.column}:{found.code}"
    return NotedProblem(
        case=case,
        id=place if nth == 1 else f"{place}:{nth}",
        code=found.code,
        file=found.file,
        row=found.row,
        column=found.column or None,
        read=found.read or None,
        do=found.do or "look at it and mend it",
        release=None if _is_sheet(found.file) and _is_known(found.column) else "sealed",
    )


def all_noted(problems: Iterable[Problem], case: str) -> Iterator[NotedProblem]:
    """Problems as rows of the record, each under an id of its own, in the order given."""
    times: dict[tuple[str, int | None, str, str], int] = {}
    for each in problems:
        place = (each.file, each.row, each.column, each.code)
        times[place] = times.get(place, 0) + 1
        yield noted(each, case, times[place])


def _is_known(column: str) -> bool:
    return not column or column in _headings()


@cache
def _headings() -> frozenset[str]:
    return frozenset(column.name for noun in NOUNS for column in columns(noun))


def _is_sheet(file: str) -> bool:
    return not file or ".xlsx#" in file or bool(sheet_of(file))
