"""One line of a catalogue: a part number and whose it is, as that catalogue writes it.

Nothing is corrected here. What cannot be a part number is a problem with its row, and the rest is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any, NamedTuple

from attrs import field, frozen

from sherd.model.problems import Problem

LONGEST = 80
"""Characters of a part number; the longest of 587,584 in a large public catalogue has 62."""

FIELDS = ("mpn", "manufacturer", "category", "source", "licence")
"""What is taken from a catalogue; only the first is needed."""

_SHOWN = 200


class Entry(NamedTuple):
    """A part number with its maker as the catalogue names it; ``""`` where the catalogue says nothing.

    ``row`` is the place in the file: a spreadsheet row, a line, or the number of a record from 1.
    """

    mpn: str
    manufacturer: str = ""
    category: str = ""
    source: str = ""
    licence: str = ""
    row: int = 0


@frozen
class Catalogue:
    """What a catalogue says: its entries, what is wrong with it, and what was passed over.

    ``headings`` names the columns that were taken, by field; ``unread`` those that were not. ``left_out``
    counts drawings and other things that name no part. Without any entry it could not be read.
    """

    entries: tuple[Entry, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()
    headings: Mapping[str, str] = field(factory=dict)
    unread: tuple[str, ...] = ()
    left_out: int = 0


def entry(
    said: Mapping[str, Any], file: str, row: int, columns: Mapping[str, str] | None = None
) -> Entry | Problem:
    """An entry from what a row says under each of ``FIELDS``, or the problem that keeps it out.

    ``columns`` gives the heading under which a field stood.

    >>> entry({"mpn": " LM393DR2G ", "manufacturer": None}, "parts.csv", 2)
    Entry(mpn='LM393DR2G', manufacturer='', category='', source='', licence='', row=2)
    >>> entry({"mpn": "--"}, "parts.csv", 3).code
    'not_a_part_number'
    """
    cells = [clean(said.get(name)) for name in FIELDS]
    heading = (columns or {}).get("mpn", "mpn")
    if not cells[0]:
        return trouble("missing_value", file, row, heading, "", "write the part number, or delete the row")
    for name, cell in zip(FIELDS, cells, strict=True):
        if not cell.isprintable():
            where = (columns or {}).get(name, name)
            return trouble("control_character", file, row, where, cell, "delete the character")
    if len(cells[0]) > LONGEST or not any(sign.isalnum() for sign in cells[0]):
        do = f"a part number has a letter or digit, and at most {LONGEST} characters"
        return trouble("not_a_part_number", file, row, heading, cells[0], do)
    mpn, manufacturer, category, source, licence = cells
    return Entry(mpn, intern(manufacturer), intern(category), intern(source), intern(licence), row)


def clean(value: object) -> str:
    """A cell as text, each run of white space one blank; ``""`` for what says nothing.

    >>> clean(" Texas\\n Instruments"), clean(None), clean(74)
    ('Texas Instruments', '', '74')
    """
    return "" if value is None else " ".join(str(value).split())


def trouble(code: str, file: str, row: int | None, column: str, read: str, do: str) -> Problem:
    """A problem whose quotation is short and can be printed."""
    said = read.encode("unicode_escape").decode("ascii") if not read.isprintable() else read
    return Problem(code, file, row, column, said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…", do)


def sorted_out(found: Iterable[Entry | Problem]) -> tuple[list[Entry], list[Problem]]:
    """Entries and problems apart, each in the order in which they came."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
        else:
            entries.append(each)
    return entries, problems


def distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Each part number of each maker once: the first time that it stands there."""
    first: dict[tuple[str, str], Entry] = {}
    for each in entries:
        first.setdefault((each.mpn, each.manufacturer), each)
    return list(first.values())
