"""Shipment records as a vendor gives them: CSV, Parquet or a workbook, read in batches, in bounded memory.

A row keeps its number: row 0 is the first below the header. A row that is not as wide as the header, or whose
quotation mark runs on, stays in its place with the cells that can be read, and becomes a problem.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from sherd.errors import EdgeFailed, NotFound, Refused, WrongCall
from sherd.model.problems import Problem
from sherd.ports import Batch
from sherd.readers.csv_rows import CsvRow, csv_rows
from sherd.record.decode import known_encoding
from sherd.record.formats.rfc4180 import delimiter
from sherd.record.marks import DO
from sherd.record.problems import problem
from sherd.trace.shipments.days import WAYS, days

AT_ONCE = 50_000

FACTS = ("day", "hs", "origin", "destination", "importer", "importer_country")
"""What a row may say beside its text; each needs a column that the user names."""


@frozen
class Shipments:
    """A file of shipment records. ``columns`` maps ``text`` and facts to headings of the file."""

    path: Path
    columns: dict[str, str]
    encoding: str | None = None
    problems: list[Problem] = field(factory=list)

    def batches(self) -> Iterator[Batch]:
        """All rows. Raises ``NotFound``, ``WrongCall`` (no such column), ``Refused`` or ``EdgeFailed``."""
        if not self.path.is_file():
            raise NotFound(f"{self.path} is not there, or is no file", "Check the path.")
        forms = {".parquet": self._parquet, ".xlsx": self._workbook, ".csv": self._csv, ".tsv": self._csv}
        read = forms.get(self.path.suffix.lower())
        if read is None:
            raise WrongCall(f"{self.path.name} is no {', '.join(forms)} file", "Save it as one of these.")
        try:
            for batch in read():
                self._undated(batch)
                yield batch
        except OSError as error:
            raise EdgeFailed(
                f"{self.path} cannot be read: {error.strerror or error}", "Check the disk."
            ) from None

    def _undated(self, batch: Batch) -> None:
        """Name each cell of the column of days that no day can be read from; an empty cell says nothing."""
        cells = list(batch.facts.get("day", ()))
        wrong = {cell for cell in set(cells) if cell.strip() and days(cell) is None}
        if not wrong:
            return
        do = f"write {WAYS}; the row is searched, and counted under no month"
        for row, cell in enumerate(cells, batch.first + 2):
            if cell in wrong:
                self._problem("not_a_date", row, self.columns["day"], cell, do)

    def _places(self, header: Sequence[str]) -> dict[str, int]:
        names = [name.strip() for name in header]
        missing = [heading for heading in dict.fromkeys(self.columns.values()) if heading not in names]
        if missing:
            known = ", ".join(names[:20])
            do = f"It has: {known}." if known else "It is empty: name a file with a row of headings."
            raise WrongCall(f"{self.path.name} has no column {', '.join(missing)}", do)
        for heading in sorted({name for name in names if name and names.count(name) > 1}):
            do = "remove or rename one of the two; only the first was read"
            self._problem("duplicate_column", 1, heading, heading, do)
        return {name: names.index(heading) for name, heading in self.columns.items()}

    def _batched(self, rows: Iterator[Sequence[str]]) -> Iterator[Batch]:
        names = list(self.columns)
        first, kept = 0, list[Sequence[str]]()
        for row in rows:
            kept.append(row)
            if len(kept) == AT_ONCE:
                yield _batch(first, kept, names)
                first, kept = first + len(kept), []
        if kept:
            yield _batch(first, kept, names)

    def _csv(self) -> Iterator[Batch]:
        encoding = known_encoding(self.encoding) if self.encoding else self._marked()
        try:
            with self.path.open(encoding=encoding, errors="surrogateescape", newline="") as file:
                mark = delimiter([file.readline()])
                file.seek(0)
                rows = csv_rows(file, mark)
                header = next(rows, CsvRow([])).cells
                places = self._places(header)
                yield from self._batched(self._cells(rows, [name.strip() for name in header], places))
        except UnicodeError as error:  # of an encoding in which one bad byte leaves no place to go on from
            raise Refused(
                f"{self.path.name} is not {encoding} throughout: {error}",
                "Name its --encoding, or save it as UTF-8.",
            ) from None

    def _marked(self) -> str:
        """The encoding by the mark at the beginning: spreadsheets save "Unicode text" as UTF-16."""
        with self.path.open("rb") as file:
            return "utf-16" if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"

    def _cells(
        self, rows: Iterator[CsvRow], header: list[str], places: dict[str, int]
    ) -> Iterator[Sequence[str]]:
        """The cells that are asked for, of every row that is no blank line; what is odd is a problem."""
        number = 1
        for row in rows:
            if not row.cells and not row.fault:
                continue
            number += 1
            if row.fault:
                self._quoted(number, row, header)
            elif len(row.cells) != len(header):
                self._crooked(number, row.cells, len(header))
            values = [row.cells[place] if place < len(row.cells) else "" for place in places.values()]
            if any("\udc80" <= sign <= "\udcff" for sign in _high(values)):
                self._problem(
                    "not_decodable", number, self.columns["text"], "", "name the encoding with --encoding"
                )
                values = [_mended(value) for value in values]
            yield values

    def _quoted(self, number: int, row: CsvRow, header: list[str]) -> None:
        """Name the cell in which a quotation mark ran on, or whose lines read like rows of the file."""
        if row.fault == "ran_on":
            at, do = len(row.cells) - 1, f"{DO['unclosed_quote']}; this line was read by itself"
        else:
            at = next((at for at, cell in enumerate(row.cells) if "\n" in cell or "\r" in cell), 0)
            do = f"this cell seems to hold rows of the file: {DO['unclosed_quote']}"
        column = header[at] if 0 <= at < len(header) else ""
        self._problem("unclosed_quote", number, column, row.cells[at] if row.cells else "", do)

    def _crooked(self, number: int, cells: list[str], width: int) -> None:
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            return
        do = (
            f"the header has {width} cells, this row {len(cells)}: put a cell that holds the separator "
            "between quotation marks; the cells were read from the left"
        )
        self._problem("row_width", number, "", f"{len(cells)} cells", do)

    def _parquet(self) -> Iterator[Batch]:
        import duckdb

        from sherd.readers.arrow import columns

        with duckdb.connect(":memory:") as db:
            try:
                table = db.read_parquet(_literally(self.path))
                places = self._places(table.columns)
                first = 0
                for texts, *facts in columns(table.project(_as_texts(table.columns, places))):
                    yield Batch(first, texts, dict(zip(list(places)[1:], facts, strict=True)))
                    first += len(texts)
            except duckdb.Error as error:
                raise Refused(f"{self.path.name} is no Parquet file that can be read: {error}", "") from None

    def _workbook(self) -> Iterator[Batch]:
        import openpyxl

        from sherd.readers.archive import inspect
        from sherd.readers.workbook import UNREADABLE

        content = self.path.read_bytes()
        try:
            inspect(self.path.name, content)
            book = openpyxl.load_workbook(self.path, read_only=True, data_only=True)
            rows = book.worksheets[0].iter_rows(values_only=True)
            places = self._places([_shown(cell) for cell in next(rows, ())])
            yield from self._batched(
                [_shown(row[place]) if place < len(row) else "" for place in places.values()] for row in rows
            )
        except UNREADABLE as error:
            raise Refused(
                f"{self.path.name} is no workbook that can be read: {error}", "Save it anew."
            ) from None

    def _problem(self, code: str, row: int, column: str, read: str, do: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem(code, self.path.name, row, column, read, do))


MOST_PROBLEMS = 10_000
"""Problems that are kept of one file."""


def _batch(first: int, rows: Sequence[Sequence[str]], names: Sequence[str]) -> Batch:
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    texts = columns.pop("text")
    return Batch(first, texts, columns)


def _as_texts(headings: Sequence[str], places: dict[str, int]) -> str:
    """What is asked of a Parquet file: each column as text, nothing as the empty text."""
    quoted = (headings[place].replace('"', '""') for place in places.values())
    return ", ".join(f"COALESCE(CAST(\"{name}\" AS VARCHAR), '') AS c{n}" for n, name in enumerate(quoted))


def _literally(path: Path) -> str:
    """A path whose signs stand for themselves."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(path))


def _high(values: Sequence[str]) -> str:
    return "".join(value for value in values if not value.isascii())


def _mended(value: str) -> str:
    """A sign that stands for a byte that does not fit, as the sign of replacement: places stay."""
    return "".join("\ufffd" if "\udc80" <= sign <= "\udcff" else sign for sign in value)


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    return cell.date().isoformat() if hasattr(cell, "date") else str(cell)
