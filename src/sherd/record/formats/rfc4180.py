"""CSV as a spreadsheet reads it: cells between commas, quoted where they hold comma, quote or line break.

Strict after RFC 4180, and forgiving where a person's hand is seen: a header without a comma may be separated
by semicolons or tabs; any line end will do. A quote that is opened and not closed costs the row in which it
stands, not the rest of the file: reading goes on at the next line. Rows are counted as a spreadsheet counts
them, a quoted cell with line breaks being part of one row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from attrs import define

from sherd.record.decode import Decoded, decode
from sherd.record.marks import DO, ODD, first_undecoded, marks_of
from sherd.record.problems import escaped, problem
from sherd.record.tree import CellRow, Grid, Mark

TALLEST_CELL = 500
"""Lines that one row may span; a cell that spans more was never closed."""


TOO_LONG = f"a cell holds at most {csv.field_size_limit():,} characters: put a longer text into documents"


_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
"""A line with its end, whichever of the three it is; what follows the last end is a line too."""


def grid(name: str, file: str, content: bytes, encoding: str | None = None) -> Grid:
    """The rows of a CSV file. Raises :class:`~sherd.errors.WrongCall` for an unknown encoding.

    >>> [row.cells for row in grid("items", "items.csv", b'id,label\\nI1,"a, b"\\n').rows()]
    [['id', 'label'], ['I1', 'a, b']]
    """
    decoded = decode(content, encoding)
    return Grid(name=name, file=file, rows=lambda: _Text.of(file, decoded).rows())


def delimiter(lines: list[str]) -> str:
    """What separates the cells, judged by the header: a comma, else a semicolon or a tab."""
    header = next((line for line in lines if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", header)
    return "," if "," in bare else max(",;\t", key=bare.count)


@define
class _Text:
    file: str
    decoded: Decoded
    lines: list[str]
    delimiter: str
    odd: bool

    @classmethod
    def of(cls, file: str, decoded: Decoded) -> _Text:
        lines = _LINE.findall(decoded.text)
        return cls(file, decoded, lines, delimiter(lines), ODD.search(decoded.text) is not None)

    def rows(self) -> Iterator[CellRow]:
        for number, (first, last, cells) in enumerate(self._records(), start=1):
            if cells is None:
                yield self._unclosed(number, first)
            elif last - first > 2 and self._stands_alone(first + 1, max(len(cells), 3)):
                yield CellRow(number, cells, _swallowed(cells))
            elif self.odd:
                yield CellRow(number, cells, self._marks(cells, first, last))
            else:
                yield CellRow(number, cells)

    def _records(self) -> Iterator[tuple[int, int, list[str] | None]]:
        """Each record with its first line and the line after it; no cells where its quotes do not hold."""
        begun = width = 0

        def feed(start: int) -> Iterator[str]:
            for index in range(start, len(self.lines)):
                if index - begun >= TALLEST_CELL:
                    raise csv.Error("a cell that was never closed")
                yield self.lines[index]

        while begun < len(self.lines):
            start = begun
            reader = csv.reader(feed(start), delimiter=self.delimiter, strict=True)
            try:
                for cells in reader:
                    ended = start + reader.line_num
                    if ended - begun > 1:
                        if len(cells) != width and self._stands_alone(begun + 1, width):
                            raise csv.Error("a cell that ran on into the next row")
                        cells = [one_break(cell) for cell in cells]
                    width = width or len(cells)
                    yield begun, ended, cells
                    begun = ended
            except csv.Error:
                yield begun, begun + 1, None
                begun += 1

    def _stands_alone(self, line: int, width: int) -> bool:
        """Whether a line is a row of the right width by itself: then the row before it ran on."""
        try:
            return len(next(csv.reader([self.lines[line]], delimiter=self.delimiter, strict=True))) == width
        except (csv.Error, StopIteration):
            return False

    def _unclosed(self, number: int, line: int) -> CellRow:
        read = self.lines[line].strip()
        is_long = len(read) > csv.field_size_limit() and '"' not in read
        fault = problem(
            "unclosed_quote", self.file, number, read=read, do=TOO_LONG if is_long else DO["unclosed_quote"]
        )
        return CellRow(number, [escaped(self.lines[line].rstrip("\r\n"))], None, fault)

    def _marks(self, cells: list[str], first: int, last: int) -> dict[int, Mark] | None:
        found = marks_of(cells)
        if found and any(mark.code == "not_decodable" for mark in found.values()):
            do = f"byte {self._byte(first, last)} of the file: {DO['not_decodable']}"
            return {
                index: mark._replace(do=do) if mark.code == "not_decodable" else mark
                for index, mark in found.items()
            }
        return found

    def _byte(self, first: int, last: int) -> int:
        """Where in the file, counted from 0, the first byte stands that does not fit in these lines."""
        text = "".join(self.lines[first:last])
        before = text[: first_undecoded(text)]
        return self._offsets[first] + len(before.encode(self.decoded.encoding, self.decoded.errors))

    @cached_property
    def _offsets(self) -> list[int]:
        sizes = (len(line.encode(self.decoded.encoding, self.decoded.errors)) for line in self.lines)
        return list(accumulate(sizes, initial=self.decoded.skipped))


def _swallowed(cells: list[str]) -> dict[int, Mark]:
    """Marks on cells with line breaks, of which one reads like a row of the sheet: perhaps it is one."""
    found = dict(marks_of(cells) or {})
    do = f"this cell seems to hold rows of the sheet: {DO['unclosed_quote']}"
    for index, cell in enumerate(cells):
        if "\n" in cell and index not in found:
            found[index] = Mark("unclosed_quote", cell, do=do)
    return found


def one_break(cell: str) -> str:
    """A cell with every line break written as one line feed, as a workbook keeps it."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")
