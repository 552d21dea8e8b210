"""Open a workbook (.xlsx) as the same sheets of cells that a case folder holds, and write one.

A workbook is a zip of XML that a stranger made: how much it unpacks to is checked before anything is
unpacked, a document type (the door to entity tricks) is refused, links to other books are never followed.
What a spreadsheet did to a part number (a date, ``4.3E+08``) is told from the cell's type and format; the
value is taken as it is shown, and named.
"""

from __future__ import annotations

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import define, field

from sherd.errors import Refused
from sherd.model.columns import columns
from sherd.model.hypotheses import Case
from sherd.model.problems import Problem
from sherd.readers.archive import Contents, inspect
from sherd.readers.shown import Shown
from sherd.readers.workbook_writing import write
from sherd.record.problems import problem
from sherd.record.tree import CASE_SHEET, SHEET_NAMES, CellRow, Grid, Mark

__all__ = ["Opened", "read", "write"]

MOST_CELLS = 40_000_000
"""Cells, blank ones too, that a workbook may spread; more is refused."""

MOST_ROWS = 1_048_576

UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,  # ElementTree's ParseError is one
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What a damaged workbook may bring out of the parsers."""


class Opened(NamedTuple):
    """The sheets of a workbook that intake reads, and what is wrong with it as a whole."""

    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...]


def read(name: str, content: bytes) -> Opened:
    """The sheets of a workbook. Raises :class:`~sherd.errors.Refused`, naming what must not be read."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            f"{name} is an old .xls or is protected by a password",
            "Open it in a spreadsheet program and save it as .xlsx without a password",
        )
    try:
        contents = inspect(name, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _Book(name, content, contents).opened()
    except UNREADABLE as error:
        raise Refused(
            f"{name} cannot be read as a workbook ({type(error).__name__})",
            "Open it in a spreadsheet program and save it as .xlsx again",
        ) from error


@define
class _Book:
    name: str
    content: bytes
    contents: Contents
    cells: int = 0
    grids: list[Grid] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def opened(self) -> Opened:
        from openpyxl import load_workbook

        source = io.BytesIO(self.content)
        book = load_workbook(source, read_only=True, keep_links=False)
        cached = None
        if any(part.formulas for part in self.contents.parts.values()):
            cached = load_workbook(source, read_only=True, keep_links=False, data_only=True)
        if self.contents.links:
            do = "copy the values into this workbook; no other workbook is opened"
            self.problems.append(problem("external_link", self.name, do=do))
        for sheet in book.worksheets:
            self._sheet(sheet, cached, Shown(book.epoch))
        return Opened(tuple(self.grids), tuple(self.problems))

    def _sheet(self, sheet: Any, cached: Any, shown: Shown) -> None:
        file = f"{self.name}#{sheet.title}"
        name = sheet_named(sheet.title)
        part = self.contents.parts.get(sheet._worksheet_path)
        if not name:
            do = (
                "give the sheet the name of a sheet of the case, or remove it; the workbook is kept as a file"
            )
            self.problems.append(problem("unread_sheet", file, do=do))
            return
        problems = []
        if sheet.sheet_state != "visible":
            do = "unhide the sheet, so that whoever checks the workbook sees what was recorded"
            problems.append(problem("hidden_sheet", file, do=do))
        for first, last in part.merged if part else ():
            problems.append(_merged(file, first, last))
        results = cached[sheet.title] if cached is not None else None
        rows = list(self._rows(sheet, results, shown))
        grid = Grid(name, file, lambda: iter(rows), tuple(problems), placed=True)
        self.grids.append(upright(grid, rows) if name == CASE_SHEET else grid)

    def _rows(self, sheet: Any, results: Any, shown: Shown) -> Iterator[CellRow]:
        """The rows that are not blank, as wide as the header at least."""
        width = 0
        for number, (cells, values) in enumerate(zip(_cells(sheet), _cells(results), strict=False), start=1):
            self.cells += len(cells)
            if number > MOST_ROWS or self.cells > MOST_CELLS:
                raise Refused(f"{self.name} spreads over too many cells", "Remove the empty rows and columns")
            texts, marks = _read_row(cells, values, shown)
            if texts or marks:
                width = width or len(texts)
                texts += [""] * (width - len(texts))
                yield CellRow(number, texts, marks or None)


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:
    if sheet is None:
        while True:
            yield ()
    sheet.reset_dimensions()
    yield from sheet.iter_rows()


def _read_row(
    cells: Sequence[Any], results: Sequence[Any], shown: Shown
) -> tuple[list[str], dict[int, Mark]]:
    texts: list[str] = []
    marks: dict[int, Mark] = {}
    for index, cell in enumerate(cells):
        value = cell.value
        if value is None:
            texts.append("")
            continue
        if cell.data_type == "f":
            text, mark = shown.formula(value, results[index] if index < len(results) else None)
        else:
            text, mark = shown.cell(cell)
        texts.append(text)
        if mark is not None:
            marks[index] = mark
    while texts and not texts[-1] and len(texts) - 1 not in marks:
        texts.pop()
    return texts, marks


def _merged(file: str, first: str, last: str) -> Problem:
    row = int("".join(sign for sign in first if sign.isdigit()) or 0)
    column = "".join(sign for sign in first if sign.isalpha())
    do = "unmerge the cells and fill each one; only the first holds the value"
    return problem("merged_cells", file, row, column, read=f"{first}:{last}", do=do)


def sheet_named(title: str) -> str:
    """The sheet of the case that a worksheet holds, by its name, or ``""``.

    >>> sheet_named("Items"), sheet_named("case"), sheet_named("Sheet1")
    ('items', 'case.toml', '')
    """
    name = title.strip().casefold()
    if name in {"case", CASE_SHEET}:
        return CASE_SHEET
    name = name.removesuffix(".csv")
    return name if name in SHEET_NAMES else ""


def upright(grid: Grid, rows: Sequence[CellRow]) -> Grid:
    """The sheet ``case``, whose keys stand below one another, as a header and one row."""
    pairs = [row for row in rows if row.cells and row.cells[0].strip()]
    top = [cell.strip().casefold() for cell in pairs[0].cells[:2]] if pairs else []
    if len(top) == 2 and {column.name for column in columns(Case)}.issuperset(top):
        return grid
    if top == ["key", "value"]:
        pairs = pairs[1:]
    keys = {row.cells[0].strip().casefold(): row.number for row in pairs}
    values = ["|".join(cell for cell in row.cells[1:] if cell.strip()) for row in pairs]
    marks = {index: row.marks[1] for index, row in enumerate(pairs) if row.marks and 1 in row.marks}
    headings = [row.cells[0] for row in pairs]
    turned = [CellRow(0, headings), CellRow(1, values, marks or None)]
    return Grid(grid.name, grid.file, lambda: iter(turned), grid.problems, keys, tuple(headings))
