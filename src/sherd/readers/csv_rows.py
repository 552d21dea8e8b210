"""The rows of a large CSV, one by one, in bounded memory: what a quotation mark swallows is given back.

A quotation mark that is opened and not closed costs the row in which it stands, not those below it: its first
line is read by itself, and reading goes on at the next. The rule is that of the sheets of a case
(``record.formats.rfc4180``), for files that are too large to be held as one text.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from attrs import define, field

from sherd.record.formats.rfc4180 import TALLEST_CELL

Fault = Literal["", "ran_on", "holds_rows"]
"""``ran_on``: a quotation mark is not closed. ``holds_rows``: a closed cell has lines that read like rows."""


class CsvRow(NamedTuple):
    """The cells of one row, and what is odd about its quotation marks."""

    cells: list[str]
    fault: Fault = ""


def csv_rows(lines: Iterable[str], delimiter: str) -> Iterator[CsvRow]:
    r"""Rows with their faults, the header first; an empty line is a row without cells.

    >>> list(csv_rows(['a,b\n', '1,"x\n', '2,y\n'], ","))[1:]
    [CsvRow(cells=['1', 'x'], fault='ran_on'), CsvRow(cells=['2', 'y'], fault='')]
    """
    feed = _Feed(iter(lines))
    reader = csv.reader(feed, delimiter=delimiter)
    width = 0
    while True:
        feed.held.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is not None and len(feed.held) == 1 and not feed.ended:
            width = width or len(cells)
            yield CsvRow(cells)
        elif cells is None or feed.ended or _ran_on(feed.held, cells, width, delimiter):
            yield CsvRow(_alone(feed.held[0], delimiter), "ran_on")
            feed.give_back()
            reader = csv.reader(feed, delimiter=delimiter)
        else:
            several = len(feed.held) > 2
            holds = several and _stands_alone(feed.held[1], max(len(cells), 3), delimiter)
            yield CsvRow(cells, "holds_rows" if holds else "")


@define
class _Feed:
    """Lines for a reader of CSV, with those of the present row held, so that they can be given back."""

    lines: Iterator[str]
    held: list[str] = field(factory=list)
    ended: bool = False
    _back: deque[str] = field(factory=deque)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.held) >= TALLEST_CELL:
            raise csv.Error("a cell that was never closed")
        line = self._back.popleft() if self._back else next(self.lines, None)
        if line is None:
            self.ended = bool(self.held)
            raise StopIteration
        self.held.append(line)
        return line

    def give_back(self) -> None:
        """Let all lines but the first of the row be read anew."""
        self._back.extendleft(reversed(self.held[1:]))
        self.ended = False


def _ran_on(held: list[str], cells: list[str], width: int, delimiter: str) -> bool:
    """Whether lines are no one row: a mark closes inside a cell, or the second line is a row itself."""
    try:
        closes = len(list(csv.reader(held, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        closes = False
    return not closes or (len(cells) != width and _stands_alone(held[1], width, delimiter))


def _stands_alone(line: str, width: int, delimiter: str) -> bool:
    """Whether a line is a row of the right width by itself: then the row before it ran on."""
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True), [])) == width
    except csv.Error:
        return False


def _alone(line: str, delimiter: str) -> list[str]:
    """The cells of one line, whatever its quotation marks; none where one is too long to be a cell."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cell.rstrip("\r\n") for cell in cells]
