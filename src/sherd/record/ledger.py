"""What reading a submission has turned up so far: problems, raw rows, and which ids there are.

A reference may point ahead, so references are held against the ids when everything has been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrs import define, field

from sherd.model.problems import Problem
from sherd.model.provenance import RawRow
from sherd.record.problems import escaped, problem
from sherd.record.tree import CellRow, Grid

KnownElsewhere = Callable[[str, str, str], bool]
"""Whether the store has a row that no submission of this case brings: its case, the sheet, the id."""


class Place(NamedTuple):
    """A cell that something is wrong with."""

    file: str
    row: int
    column: str


class Reference(NamedTuple):
    """An id that a cell names, in one of the sheets that it may be in; ``local`` where no other case does."""

    place: Place
    sheets: tuple[str, ...]
    id: str
    local: bool = False


@define
class Ledger:
    """The running account of one intake."""

    case: str
    known_elsewhere: KnownElsewhere
    files: dict[str, str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    raw_rows: list[RawRow] = field(factory=list)
    ids: dict[str, dict[str, tuple[str, int]]] = field(factory=dict)
    refused: dict[str, set[str]] = field(factory=dict)
    open: list[Reference] = field(factory=list)
    levels: dict[str, tuple[str, frozenset[str]]] = field(factory=dict)
    parts: dict[str, dict[str, tuple[str, Place]]] = field(factory=dict)
    releases: dict[str, str] = field(factory=dict)
    kept_raw: dict[str, int] = field(factory=dict)
    kept: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.kept = frozenset(self.files.values())

    def note(self, code: str, place: Place, read: str = "", do: str = "") -> None:
        """Something is wrong with a cell."""
        self.problems.append(problem(code, place.file, place.row, place.column, read, do))

    def keep_raw(self, grid: Grid, row: CellRow) -> None:
        """Keep a row as it stood; where headings are keys, each cell with its key."""
        cells = list(row.cells)
        for index, mark in (row.marks or {}).items():
            cells[index] = mark.raw or cells[index]
        if grid.keys is not None:
            cells = [f"{key}={cell}" for key, cell in zip(grid.headings, cells, strict=False) if cell]
        while cells and not cells[-1]:
            cells.pop()
        kept = tuple(map(escaped, cells))
        place = f"{grid.file}:{row.number}"
        nth = self.kept_raw[place] = self.kept_raw.get(place, 0) + 1
        id_ = place if nth == 1 else f"{place}:{nth}"  # two tables may begin on one line of case.toml
        self.raw_rows.append(RawRow(case=self.case, id=id_, file=grid.file, row=row.number, cells=kept))

    def part_of(self, sheet: str, id_: str, whole: str, place: Place) -> None:
        """A row is part of, or made from, another row of its own sheet."""
        self.parts.setdefault(sheet, {})[id_] = (whole, place)

    def close(self) -> None:
        """Everything has been read: hold references against ids, look for circles, put problems in order."""
        for reference in self.open:
            self._resolve(reference)
        for sheet, parts in sorted(self.parts.items()):
            self.problems += _circles(sheet, parts)
        order = {file: index for index, file in enumerate(dict.fromkeys(each.file for each in self.problems))}
        self.problems.sort(key=lambda each: (order[each.file], each.row or 0))

    def _resolve(self, reference: Reference) -> None:
        place, sheets, id_, local = reference
        case, colon, elsewhere = id_.partition(":")
        where = " or ".join(sheets)
        if any(id_ in self.ids.get(sheet, ()) for sheet in sheets):
            return
        if colon and case != self.case:
            if local:
                self.note(
                    "wrong_case", place, id_, f"name a row of {where} of this case: no other counts here"
                )
            elif not any(self.known_elsewhere(case, sheet, elsewhere) for sheet in sheets):
                self.note("wrong_case", place, id_, "record that case first, or correct the id")
            return
        own = elsewhere if colon else id_
        if any(
            own in self.ids.get(sheet, ()) or self.known_elsewhere(self.case, sheet, own) for sheet in sheets
        ):
            return
        refused = next((sheet for sheet in sheets if id_ in self.refused.get(sheet, ())), None)
        do = f"add a row with this id to {where}, or correct it"
        if refused is not None:
            do = f"mend the row of {refused} with this id; it was not taken over"
        self.note("broken_reference", place, id_, do)


def _circles(sheet: str, parts: dict[str, tuple[str, Place]]) -> Iterator[Problem]:
    """One problem for each circle, at the first of its rows."""
    settled: set[str] = set()
    for start in parts:
        path: dict[str, None] = {}
        at = start
        while at in parts and at not in settled and at not in path:
            path[at] = None
            at = parts[at][0]
        if at in path:
            ring = list(path)[list(path).index(at) :]
            place = min((parts[id_][1] for id_ in ring), key=lambda each: each.row)
            do = f"correct one of the {len(ring)} rows of {sheet} that lead back to themselves"
            yield problem(
                "cycle", place.file, place.row, place.column, read=" > ".join([*ring[:8], at]), do=do
            )
        settled.update(path)
