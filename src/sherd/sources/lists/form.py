"""What the readers of lists share: a form, a table, cells, dates, names in one cell."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition, ListEntry
from sherd.model.problems import Problem

Row = Mapping[str, str]


@frozen
class Asked:
    """What the user says of a list: its name and day, the headings of a table of their own, its encoding."""

    list_: str | None = None
    published: Interval | None = None
    encoding: str | None = None


@frozen
class Form:
    """A form in which lists are published.

    ``claims`` says from the first 64 KiB of text and the file's name whether a file has this form; ``read``
    reads it whole. ``version`` changes with any answer of the reader.
    """

    name: str
    version: str
    words: str
    claims: Callable[[str, str], bool]
    read: Callable[[str, str, Asked], ListEdition]


def table(text: str, delimiter: str = ",") -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The heading and the rows of a table, each with its row as a spreadsheet counts it."""
    rows = [
        (number, row)
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1)
        if any(row)
    ]
    return ([cell.strip() for cell in rows[0][1]], rows[1:]) if rows else ([], [])


def by_heading(heading: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """A row by its headings; cells beyond them are kept as ``beyond 1``, …"""
    cells = {
        name or f"column {n}": cell.strip()
        for n, (name, cell) in enumerate(zip(heading, row, strict=False), 1)
    }
    beyond = (cell.strip() for cell in row[len(heading) :])
    return cells | {f"beyond {n}": cell for n, cell in enumerate(beyond, 1) if cell}


def headings(text: str, delimiter: str = ",") -> list[str]:
    """The cells of the first line, in small letters."""
    first = next(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter), [])
    return [cell.strip().casefold() for cell in first]


def several(cell: str, separator: str = ";") -> list[str]:
    """The values of a cell that holds several."""
    return [value.strip() for value in cell.split(separator) if value.strip()]


_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


@lru_cache(maxsize=20_000)
def day(text: str, *, month_first: bool = False) -> Interval | None:
    """A date as lists write it, at its own precision; None where nothing is written.

    Raises ``ValueError`` where it is no date.

    >>> day("17.3.2014").words, day("06/19/2003", month_first=True).words, day("2022-02").words
    ('2014-03-17', '2003-06-19', '2022-02')
    """
    text = text.strip()
    if not text:
        return None
    if match := _DAY_FIRST.fullmatch(text):
        a, b, year = (int(part) for part in match.groups())
        one = date(year, a, b) if month_first else date(year, b, a)
        return Interval(one, one)
    for written in ("%d %b %Y", "%d %B %Y", "%B %d, %Y", "%Y%m%d", "%d-%b-%Y"):
        try:
            one = datetime.strptime(text, written).date()
        except ValueError:
            continue
        return Interval(one, one)
    return Interval.parse(text[:10] if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text) else text)


def dated(
    cell: str, problems: list[Problem], file: str, row: int, column: str, *, month_first: bool = False
) -> Interval | None:
    """A date cell; what is no date becomes a problem, and the row stays."""
    try:
        return day(cell, month_first=month_first)
    except ValueError:
        problems.append(
            Problem("not_a_date", file, row, column, cell, "The entry is kept without this date.")
        )
        return None


def key_of(*parts: str) -> str:
    """A key made of what an entry says, for lists that do not number their entries for good."""
    said = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def without_names(entries: Iterable[ListEntry], problems: list[Problem], file: str) -> Iterator[ListEntry]:
    """The entries that have a name; one without becomes a problem."""
    for entry in entries:
        if any(name.text for name in entry.names):
            yield entry
        else:
            problems.append(
                Problem(
                    "missing_value",
                    file,
                    entry.row,
                    "name",
                    entry.entry_id,
                    "An entry without a name cannot be found; it is left out.",
                )
            )


_IN_NAME = re.compile(r"(?<!\d)(20\d{2})(?:[-_.]?(0[1-9]|1[0-2]))?(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_SHORT = re.compile(r"(?<!\d)(2\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


def day_in_name(name: str) -> Interval | None:
    """The day of an edition as its file's name gives it.

    >>> day_in_name("ofac_sdn_2023-11.csv").words, day_in_name("jp_meti_250912_list.txt").words
    ('2023-11', '2025-09-12')
    >>> day_in_name("eu_32014R0269.csv") is None
    True
    """
    if match := re.search(r"(?<![\dA-Za-z])" + _IN_NAME.pattern + r"(?![\dA-Za-z])", name):
        return Interval.parse("-".join(part for part in match.groups() if part))
    if match := _SHORT.search(name):
        return Interval.parse(f"20{match[1]}-{match[2]}-{match[3]}")
    return None
