"""``case.toml``: the question of the case, and the accounts that compete, as two sheets of one file.

TOML is read into the same rows of cells as every sheet, so that one set of rules reads them: lists are
written with ``|``, tables as ``name=value; name=value``, dates as they stand. A row is a line of the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from sherd.errors import WrongCall
from sherd.model.problems import Problem
from sherd.record.decode import decode
from sherd.record.marks import marks_of
from sherd.record.problems import problem
from sherd.record.tree import CASE_SHEET, CellRow, Grid

HYPOTHESES = "hypotheses"
SET_ASIDE = frozenset({"mappings", "shipments", "lists", "entities"})
"""Keys that describe other files: kept with the file, read when those files are."""


def grids(content: bytes, encoding: str | None = None, file: str = CASE_SHEET) -> tuple[Grid, Grid]:
    """The case and its hypotheses. Raises :class:`~sherd.errors.WrongCall` when the file is not TOML."""
    text, keys = _read(content, encoding, file)
    lines = text.splitlines()
    accounts, problems = _tables(keys.pop(HYPOTHESES, []), file)
    for key in SET_ASIDE:
        keys.pop(key, None)
    places = {key.casefold(): _line(lines, rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") or 1 for key in keys}
    case = _grid(CASE_SHEET, file, [(1, keys)], places)
    starts = [n for n, line in enumerate(lines, start=1) if re.match(r"\s*\[\[\s*hypotheses\s*\]\]", line)]
    rows = [(starts[n] if n < len(starts) else n + 1, table) for n, table in enumerate(accounts)]
    first = {key.casefold(): line for line, table in reversed(rows) for key in table}
    return case, _grid(HYPOTHESES, file, rows, first, problems)


def tables(key: str, content: bytes, encoding: str | None = None, file: str = CASE_SHEET) -> Any:
    """What stands under ``[[key]]``: how a file beside the sheets is laid out. Raises as :func:`grids`."""
    return _read(content, encoding, file)[1].get(key, [])


def _read(content: bytes, encoding: str | None, file: str) -> tuple[str, dict[str, Any]]:
    text = decode(content, encoding).text
    try:
        return text, tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError) as error:  # a number may have too many digits
        raise WrongCall(f"{file} cannot be read as TOML: {error}", "Correct it there") from error


def _tables(value: Any, file: str) -> tuple[list[Mapping[str, Any]], tuple[Problem, ...]]:
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value, ()
    do = "write each account under [[hypotheses]]"
    return [], (problem("unread_key", file, column=HYPOTHESES, do=do),)


def _line(lines: list[str], pattern: str) -> int | None:
    return next((n for n, line in enumerate(lines, start=1) if re.match(pattern, line)), None)


def _grid(
    name: str,
    file: str,
    tables: list[tuple[int, Mapping[str, Any]]],
    keys: Mapping[str, int],
    problems: tuple[Problem, ...] = (),
) -> Grid:
    headings = list(dict.fromkeys(key for _, table in tables for key in table))

    def rows() -> Iterator[CellRow]:
        if headings:
            yield CellRow(0, headings)
        for line, table in tables:
            cells = [cell_of(table.get(key, "")) for key in headings]
            yield CellRow(line, cells, marks_of(cells))

    return Grid(name, file, rows, problems, keys, tuple(headings))


def cell_of(value: Any) -> str:
    """A TOML value as a person would write it in a cell.

    >>> cell_of(["B", "U"]), cell_of({"design": "RU", "source": "IR"}), cell_of(date(2022, 10, 17))
    ('B|U', 'design=RU; source=IR', '2022-10-17')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return "|".join(map(cell_of, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}={cell_of(each)}" for key, each in value.items())
    return str(value)
