"""One sheet, row by row: each row becomes a noun, or stays raw with the reason why.

A cell that cannot be read is left empty where its column may be empty, and the whole row is kept raw beside
the noun; where the column is required, the row stays raw only. A reference that leads nowhere stays as it
was written. So every cell is in a noun or in a raw row, or in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from sherd.model.items import Item
from sherd.model.release import file_release
from sherd.model.row import RELEASES, Row
from sherd.record.checks import CHECKS, NAMING, Check, Fields
from sherd.record.header import Header, Reading, header, letter
from sherd.record.ledger import Ledger, Place, Reference
from sherd.record.marks import TAKEN
from sherd.record.problems import BadCell, problem
from sherd.record.tree import CellRow, Grid, Mark

ISO_TEXTS = frozenset({"taken"})
"""Columns of texts in which a spreadsheet's date is what was meant."""


@frozen
class Placed:
    """A row and where it stood: the file, and the row as a spreadsheet counts it."""

    row: Row
    file: str
    spreadsheet_row: int | None = None


def read_sheet(
    noun: Any, grid: Grid, ledger: Ledger, stand_in: Mapping[str, str] | None = None
) -> Iterator[Placed]:
    """The nouns of one sheet, in its order. ``stand_in`` fills required fields that are empty."""
    ledger.problems += grid.problems
    rows = grid.rows()
    top = next((row for row in rows if row.fault is not None or not _is_blank(row.cells)), None)
    if top is None:
        if noun is Item:
            ledger.note(
                "missing_column", Place(grid.file, 1, noun.key), do="write the headings, and one row per item"
            )
        return
    if top.fault is not None:  # without a header no row can be read
        ledger.problems.append(top.fault)
        for row in (top, *rows):
            ledger.keep_raw(grid, row)
        return
    sheet = _Sheet(noun, grid, header(noun, grid, top), ledger, stand_in or {})
    ledger.problems += sheet.header.problems
    yield from sheet.nouns(rows)


def _is_blank(cells: list[str]) -> bool:
    return not any(cells) or not "".join(cells).strip()


@define
class _Sheet:
    """A sheet being read. ``lost`` holds the columns of the row at hand that could not be taken over."""

    noun: Any
    grid: Grid
    header: Header
    ledger: Ledger
    stand_in: Mapping[str, str]
    file: str = field(init=False)
    ids: dict[str, tuple[str, int]] = field(init=False)
    checks: tuple[Check, ...] = field(init=False)
    references: tuple[tuple[str, str, str], ...] = field(init=False)
    lost: set[str] = field(factory=set)
    named: set[int] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.file = self.grid.file
        self.ids = self.ledger.ids.setdefault(self.noun.sheet, {})
        self.checks = CHECKS.get(self.noun.kind, ())
        self.references = tuple(
            (each.attribute, each.column.name, each.column.refers)
            for each in self.header.readings
            if each.column.refers is not None
        )

    def nouns(self, rows: Iterator[CellRow]) -> Iterator[Placed]:
        """The rows below the header that can be taken over."""
        noun, file, required, linked = (
            self.noun,
            self.file,
            self.header.required,
            self.checks or self.references,
        )
        for row in rows:
            if self.lost:
                self.lost.clear()
            fields = self._fields(row)
            if fields is None:
                continue
            if not required <= fields.keys() and not self._complete(row, fields):
                self._refuse(row, fields)
                continue
            if not self._is_first(row, fields):
                continue
            if linked:
                self._link(row.number, fields)
            if self.lost:
                self.ledger.keep_raw(self.grid, row)
                if self._hides(row):
                    fields["release"] = "sealed"
            yield Placed(noun(**fields), file, row.number)

    def _fields(self, row: CellRow) -> Fields | None:
        """The fields of a row; None where it is blank, or is raw because its cells cannot be told apart."""
        cells = row.cells
        if row.fault is not None or len(cells) != self.header.width or not any(cells):
            aligned = self._aligned(row)
            if aligned is None:
                return None
            cells = aligned
        if row.marks:
            cells = self._marked(row, cells, row.marks)
        fields: Fields = {"case": self.ledger.case}
        for reading in self.header.readings:
            at, attribute, read, _ = reading
            cell = cells[at]
            if cell and not cell.isspace():
                try:
                    fields[attribute] = read(cell)
                except BadCell as bad:
                    self._lose(bad.code, row, reading.column.name, cell.strip(), bad.do)
        if self.header.unread:
            self._beyond(row, self.header.unread)
        if len(fields) == 1 and not self.lost:
            return None
        return fields

    def _hides(self, row: CellRow) -> bool:
        """Whether the row says who may see it in a way that cannot be read: then nobody may."""
        return "release" in self.lost or any(row.cells[at].strip() for at in self.header.closing)

    def _lose(self, code: str, row: CellRow, column: str, read: str, do: str) -> None:
        self.lost.add(column)
        self.ledger.note(code, Place(self.file, row.number, column), read, do)

    def _marked(self, row: CellRow, cells: list[str], marks: Mapping[int, Mark]) -> list[str]:
        """The cells as they are to be read: those with a mark in the way of their column."""
        cells = list(cells)
        for reading in self.header.readings:
            mark = marks.get(reading.at)
            if mark is not None:
                cells[reading.at] = self._as_meant(row, reading, cells[reading.at], mark)
        return cells

    def _as_meant(self, row: CellRow, reading: Reading, cell: str, mark: Mark) -> str:
        column = reading.column
        is_text = column.kind == "text" and not column.words and column.name not in ISO_TEXTS
        is_spoilt = mark.code == "mangled_number"
        if mark.code and (is_text or not is_spoilt):
            place = Place(self.file, row.number, column.name)
            self.ledger.note(mark.code, place, mark.shown or mark.raw or cell, mark.do)
        if mark.code == "formula" or mark.code not in TAKEN:
            self.lost.add(column.name)
        if mark.code not in TAKEN:
            return ""
        if mark.day and (column.kind == "interval" or (column.kind == "instant" and "T" not in cell)):
            return mark.day
        if is_text and mark.shown and mark.shown != cell:
            self.lost.add(column.name)  # what is shown may be less than what is stored
            return mark.shown
        return cell

    def _aligned(self, row: CellRow) -> list[str] | None:
        """The cells under their headings; None where the row is blank, or is raw because they cannot be."""
        width, cells = self.header.width, row.cells
        if row.fault is not None:
            self.ledger.problems.append(row.fault)
        elif _is_blank(cells) and not row.marks:
            return None
        elif len(cells) == width:
            return cells
        elif len(cells) > width and _is_blank(cells[width:]):
            return cells[:width]
        elif self.grid.placed:
            self._beyond(row, range(width, len(cells)))
            return cells[:width] + [""] * (width - len(cells))
        else:
            self._crooked(row)
        self.ledger.keep_raw(self.grid, row)
        return None

    def _crooked(self, row: CellRow) -> None:
        have = len(row.cells)
        do = (
            f"the header has {self.header.width} cells, this row {have}: put a cell that holds the separator "
            "between quotation marks, and give empty cells their separator too"
        )
        self.ledger.problems.append(problem("row_width", self.file, row.number, read=f"{have} cells", do=do))

    def _beyond(self, row: CellRow, indexes: Iterable[int]) -> None:
        """Cells outside the columns that are read: a column without a heading is named once."""
        headings = self.header.headings
        for index in indexes:
            cell = row.cells[index]
            if not cell or cell.isspace():
                continue
            self.lost.add("")
            if (index >= len(headings) or not headings[index]) and index not in self.named:
                self.named.add(index)
                do = "give the column a heading, or remove it; what it holds is kept in the raw rows only"
                self.ledger.note("unread_column", Place(self.file, row.number, letter(index)), cell, do)

    def _complete(self, row: CellRow, fields: Fields) -> bool:
        """Fill required fields from ``stand_in`` and name the required cells that are empty."""
        for reading in self.header.readings:
            column = reading.column
            if column.required and reading.attribute not in fields and column.name not in self.lost:
                do = "fill the cell; until then the row is kept raw only"
                if reading.attribute in self.stand_in:
                    do = f"write the {column.name}; until then the row is kept without it"
                self.ledger.note("missing_value", Place(self.file, row.number, column.name), do=do)
        for name, value in self.stand_in.items():
            fields.setdefault(name, value)
        return self.header.required <= fields.keys()

    def _refuse(self, row: CellRow, fields: Fields) -> None:
        if "id" in fields:
            self.ledger.refused.setdefault(self.noun.sheet, set()).add(fields["id"])
        self.ledger.keep_raw(self.grid, row)

    def _is_first(self, row: CellRow, fields: Fields) -> bool:
        """Whether no earlier row has this id; a later one stays raw."""
        id_ = fields["id"]
        here = (self.file, row.number)
        first_file, first_row = first = self.ids.setdefault(id_, here)
        if first is here:
            return True
        where = f"row {first_row}" if first_file == self.file else f"row {first_row} of {first_file}"
        do = f"{where} has this id and was taken over: give this row an id of its own, or remove it"
        self.ledger.note("duplicate_id", Place(self.file, row.number, self.noun.key), id_, do)
        self.ledger.keep_raw(self.grid, row)
        return False

    def _link(self, number: int, fields: Fields) -> None:
        """Look at the row as a whole, and note where it points, to be held against the ids at the end."""
        ledger, file, own = self.ledger, self.file, self.noun.sheet
        for check in self.checks:
            if not check(fields, Place(file, number, ""), ledger):
                self.lost.add("")
        for attribute, column, sheet in self.references:
            id_ = fields.get(attribute)
            if id_ is None:
                continue
            short = id_.removeprefix(f"{ledger.case}:")
            if id_ not in ledger.ids.get(sheet, ()) and short in ledger.ids.get(sheet, ()):
                id_ = fields[attribute] = short
            if id_ not in ledger.ids.get(sheet, ()):
                ledger.open.append(Reference(Place(file, number, column), (sheet,), id_))
            if sheet == own:
                ledger.part_of(sheet, fields["id"], id_, Place(file, number, column))
        if self.noun.kind in NAMING:
            self._restrict(fields)

    def _restrict(self, fields: Fields) -> None:
        """A file is as restricted as the strictest row that names it."""
        file = fields.get(NAMING[self.noun.kind])
        if file in self.ledger.kept:
            level = file_release(self.noun(**fields))
            known = self.ledger.releases.get(file, level)
            self.ledger.releases[file] = max(level, known, key=RELEASES.index)
