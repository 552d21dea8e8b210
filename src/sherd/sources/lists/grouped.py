"""What lists share that give an entry several rows: its rows together, cells under any of several headings,
and every cell that no column of an entry holds.

Headings change from edition to edition. A reader names each under all the names that it is known to have
had; one that none of them fits is a problem, and the entries are kept without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from sherd.model.problems import Problem
from sherd.sources.lists.form import by_heading

Headings = Mapping[str, tuple[str, ...]]
"""What a cell is to an entry, and the headings under which it is known to have stood, in small letters."""


@frozen
class Group:
    """The rows of one entry, each by its headings in small letters, with the row that it began on."""

    row: int
    rows: tuple[Mapping[str, str], ...]
    known: Headings

    def all(self, what: str) -> list[str]:
        """Every value of a column in the rows of the entry, each once."""
        return list(dict.fromkeys(value for cells in self.rows if (value := of(cells, self.known, what))))

    def first(self, what: str) -> str:
        """The first value of a column; else empty."""
        return next(iter(self.all(what)), "")

    def more(self) -> tuple[tuple[str, str], ...]:
        """Every cell that no known column holds, by its heading."""
        read = {heading for names in self.known.values() for heading in names}
        rest: dict[str, dict[str, None]] = {}
        for cells in self.rows:
            for heading, value in cells.items():
                if value and heading not in read:
                    rest.setdefault(heading, {})[value] = None
        return tuple((heading, "; ".join(values)) for heading, values in rest.items())


def of(cells: Mapping[str, str], known: Headings, what: str) -> str:
    """The cell of a row that is this to its entry; empty where it says nothing."""
    return next((value for heading in known[what] if (value := cells.get(heading))), "")


def grouped(
    heading: Sequence[str], rows: Iterable[tuple[int, list[str]]], known: Headings, key: str
) -> dict[str, Group]:
    """The rows of each entry, in the order of the file; rows without its number are not of the list."""
    low = [cell.strip().casefold() for cell in heading]
    found: dict[str, tuple[int, list[Mapping[str, str]]]] = {}
    for number, row in rows:
        cells = by_heading(low, row)
        if id_ := of(cells, known, key):
            found.setdefault(id_, (number, []))[1].append(cells)
    return {id_: Group(row, tuple(each), known) for id_, (row, each) in found.items()}


def lacking(
    heading: Sequence[str], known: Headings, needed: Iterable[str], file: str, row: int = 1
) -> list[Problem]:
    """A problem for each needed column of which no known heading is there."""
    low = {cell.strip().casefold() for cell in heading}
    do = "the entries are kept without it; if it bears another heading now, say so to those who keep sherd"
    return [
        Problem("missing_column", file, row, known[what][0], "", do)
        for what in needed
        if not low & set(known[what])
    ]
