"""One sheet, row by row: each row becomes a noun, or stays raw with the reason why.

A cell that cannot be read is left empty where its column may be empty, and the whole row is kept raw beside
the noun; where the column is required, the row stays raw only. A reference that leads nowhere stays as it
was written. So every cell is in a noun or in a raw row, or in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from sherd.model.release import file_release
from sherd.model.row import RELEASES, Row
from sherd.record.checks import CHECKS, NAMING, Check, Fields
from sherd.record.header import Header, Reading, header, letter
from sherd.record.ledger import Ledger, Place, Reference
from sherd.record.marks import TAKEN
from sherd.record.problems import BadCell, problem
from sherd.record.tree import CellRow, Grid, Mark


@frozen
class Placed:
    """A row and where it stood: the file, and the row as a spreadsheet counts it."""

    row: Row
    file: str
    spreadsheet_row: int | None = None


def read_sheet(
    noun: Any, grid: Grid, ledger: Ledger, stand_in: Mapping[str, str] | None = None
) -> Iterator[Placed]:
    """The nouns of one sheet, in its order. ``stand_in`` fills required cells that are empty."""
    ledger.problems += grid.problems
    rows = grid.rows()
    for row in rows:
        if row.fault is None and not _is_blank(row.cells):
            sheet = _Sheet.under(noun, grid, header(noun, grid, row), ledger, stand_in or {})
            yield from sheet.nouns(rows)
            return
        if row.fault is not None:
            ledger.problems.append(row.fault)
            ledger.keep_raw(grid.file, row)


def _is_blank(cells: list[str]) -> bool:
    return not any(cells) or not "".join(cells).strip()


@define
class _Sheet:
    """A sheet being read."""

    noun: Any
    file: str
    header: Header
    ledger: Ledger
    stand_in: Mapping[str, str]
    ids: dict[str, tuple[str, int]]
    checks: tuple[Check, ...]
    references: tuple[tuple[str, str, str], ...]
    named: set[int] = field(factory=set)

    @classmethod
    def under(cls, noun: Any, grid: Grid, top: Header, ledger: Ledger, stand_in: Mapping[str, str]) -> _Sheet:
        ledger.problems += top.problems
        references = tuple(
            (each.attribute, each.column.name, each.column.refers)
            for each in top.readings
            if each.column.refers is not None
        )
        ids = ledger.ids.setdefault(noun.sheet, {})
        return cls(noun, grid.file, top, ledger, stand_in, ids, CHECKS.get(noun.kind, ()), references)

    def nouns(self, rows: Iterator[CellRow]) -> Iterator[Placed]:
        noun, file, required = self.noun, self.file, self.header.required
        for row in rows:
            fields, whole = self._fields(row)
            if fields is None:
                continue
            if not required <= fields.keys() and not self._stood_in(fields):
                self._refuse(row, fields)
                continue
            if not self._is_first(row, fields):
                continue
            if self.checks or self.references:
                whole = self._checked(row.number, fields) and whole
            if not whole:
                self.ledger.keep_raw(file, row)
            yield Placed(noun(**fields), file, row.number)

    def _fields(self, row: CellRow) -> tuple[Fields | None, bool]:
        """The fields of a row, and whether every cell was taken over; None where the row is none or is raw."""
        cells = row.cells
        if row.fault is not None or len(cells) != self.header.width or not any(cells):
            aligned = self._aligned(row)
            if aligned is None:
                return None, False
            cells = aligned
        if row.marks:
            return self._marked_fields(row, cells)
        fields: Fields = {"case": self.ledger.case}
        whole = True
        for reading in self.header.readings:
            index, attribute, read, _ = reading
            cell = cells[index]
            if cell and not cell.isspace():
                try:
                    fields[attribute] = read(cell)
                except BadCell as bad:
                    whole = self._bad(row, reading, cell, bad)
        if len(fields) == 1 and _is_blank(cells):
            return None, True
        if self.header.unread:
            whole = self._nothing_unread(row, cells) and whole
        return fields, whole

    def _marked_fields(self, row: CellRow, cells: list[str]) -> tuple[Fields, bool]:
        marks = row.marks or {}
        fields: Fields = {"case": self.ledger.case}
        whole = True
        for reading in self.header.readings:
            cell, mark = cells[reading.index], marks.get(reading.index)
            if mark is not None:
                cell, taken = self._marked(row, reading, cell, mark)
                whole = whole and taken
            if cell and not cell.isspace():
                try:
                    fields[reading.attribute] = reading.read(cell)
                except BadCell as bad:
                    whole = self._bad(row, reading, cell, bad)
        return fields, self._nothing_unread(row, cells) and whole

    def _marked(self, row: CellRow, reading: Reading, cell: str, mark: Mark) -> tuple[str, bool]:
        """The cell as it is to be read, and whether it says all that stood there."""
        kind = reading.column.kind
        if mark.day and kind in {"interval", "instant"}:
            return mark.day, True
        if not mark.code or (mark.code == "mangled_number" and (kind != "text" or reading.column.words)):
            return cell, True
        place = Place(self.file, row.number, reading.column.name)
        self.ledger.note(mark.code, place, mark.raw or cell, mark.do)
        if mark.code not in TAKEN:
            return "", False
        return cell, mark.code != "formula"

    def _aligned(self, row: CellRow) -> list[str] | None:
        """The cells under their headings; None where the row is blank, or is raw because they cannot be."""
        width = self.header.width
        if row.fault is not None:
            self.ledger.problems.append(row.fault)
        elif _is_blank(row.cells):
            return None
        elif len(row.cells) > width and _is_blank(row.cells[width:]):
            return row.cells[:width]
        else:
            do = (
                f"the header has {width} cells, this row {len(row.cells)}: "
                "put cells that hold the separator between quotation marks, and write empty cells too"
            )
            self.ledger.problems.append(
                problem("row_width", self.file, row.number, read=str(len(row.cells)), do=do)
            )
        self.ledger.keep_raw(self.file, row)
        return None

    def _bad(self, row: CellRow, reading: Reading, cell: str, bad: BadCell) -> bool:
        self.ledger.note(bad.code, Place(self.file, row.number, reading.column.name), cell.strip(), bad.do)
        return False

    def _nothing_unread(self, row: CellRow, cells: list[str]) -> bool:
        """Whether the columns that nobody reads are blank; a column without a heading is named once."""
        filled = [index for index in self.header.unread if cells[index] and not cells[index].isspace()]
        for index in filled:
            if not self.header.headings[index] and index not in self.named:
                self.named.add(index)
                do = "give the column a heading, or remove it; what it holds is kept in the raw rows only"
                self.ledger.note(
                    "unread_column", Place(self.file, row.number, letter(index)), cells[index], do
                )
        return not filled

    def _stood_in(self, fields: Fields) -> bool:
        absent = [column for column in self.header.readings if column.attribute not in fields]
        for name, value in self.stand_in.items():
            if name not in fields:
                fields[name] = value
        for reading in absent:
            if reading.attribute in self.stand_in:
                place = Place(self.file, 1, reading.column.name)
                self.ledger.note("missing_value", place, do=f"write {reading.column.name}")
        return self.header.required <= fields.keys()

    def _refuse(self, row: CellRow, fields: Fields) -> None:
        """A required cell is empty or cannot be read: the row stays raw."""
        reported = {
            each.column
            for each in self.ledger.problems[-40:]
            if each.row == row.number and each.file == self.file
        }
        for reading in self.header.readings:
            column = reading.column
            if column.required and reading.attribute not in fields and column.name not in reported:
                place = Place(self.file, row.number, column.name)
                self.ledger.note(
                    "missing_value", place, do="fill the cell; until then the row is kept raw only"
                )
        if "id" in fields:
            self.ledger.refused.setdefault(self.noun.sheet, set()).add(fields["id"])
        self.ledger.keep_raw(self.file, row)

    def _is_first(self, row: CellRow, fields: Fields) -> bool:
        """Whether no earlier row has this id; a later one stays raw."""
        id_ = fields["id"]
        earlier = self.ids.setdefault(id_, (self.file, row.number))
        if earlier == (self.file, row.number):
            return True
        first_file, first_row = earlier
        where = f"row {first_row}" if first_file == self.file else f"row {first_row} of {first_file}"
        do = f"{where} has this id and was taken over: give this row an id of its own, or remove it"
        self.ledger.note("duplicate_id", Place(self.file, row.number, self.noun.key), id_, do)
        self.ledger.keep_raw(self.file, row)
        return False

    def _checked(self, number: int, fields: Fields) -> bool:
        """Whether the row passes with every cell; its references are noted to be held against the ids."""
        ledger, whole = self.ledger, True
        for check in self.checks:
            whole = check(fields, Place(self.file, number, ""), ledger) and whole
        for attribute, column, sheet in self.references:
            id_ = fields.get(attribute)
            if id_ is not None:
                if id_ not in ledger.ids.get(sheet, ()):
                    ledger.open.append(Reference(Place(self.file, number, column), sheet, id_))
                if sheet == self.noun.sheet:
                    ledger.part_of(sheet, fields["id"], id_, Place(self.file, number, column))
        if self.noun.kind in NAMING:
            self._remember_release(fields)
        return whole

    def _remember_release(self, fields: Fields) -> None:
        """A file is as restricted as the strictest row that names it."""
        file = fields.get(NAMING[self.noun.kind])
        if file in self.ledger.kept:
            level = file_release(self.noun(**fields))
            known = self.ledger.releases.get(file, level)
            self.ledger.releases[file] = max(level, known, key=RELEASES.index)
