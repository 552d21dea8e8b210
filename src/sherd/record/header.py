"""The header of a sheet: which column fills which field, which columns nobody reads, which are missing.

Headings are compared without regard to case and to blanks around them. Nothing is guessed: a heading that
is almost right is named as unread, with the one that was probably meant.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from attrs import frozen

from sherd.model.columns import Column, columns
from sherd.model.problems import Problem
from sherd.record.cells import Read, reader
from sherd.record.problems import nearest, problem
from sherd.record.tree import CellRow, Grid


class Reading(NamedTuple):
    """One column of the sheet: where it stands, which field it fills, how its cells are read."""

    at: int
    attribute: str
    read: Read
    column: Column


@frozen
class Header:
    """How the rows of one sheet are read.

    ``unread`` holds the indexes of columns that fill no field, ``closing`` those of them that were probably
    meant to say who may see the row.
    """

    width: int
    headings: tuple[str, ...]
    readings: tuple[Reading, ...]
    unread: tuple[int, ...]
    closing: tuple[int, ...]
    required: frozenset[str]
    problems: tuple[Problem, ...]


def header(noun: Any, grid: Grid, row: CellRow) -> Header:
    """Match the first row of a sheet with the columns of its noun."""
    declared = {column.name: column for column in columns(noun)}
    found: dict[str, Reading] = {}
    unread: list[int] = []
    problems: list[Problem] = []
    headings = tuple(_heading(cell) for cell in row.cells)
    known_here = any(heading in declared for heading in headings)
    for index, heading in enumerate(headings):
        column = declared.get(heading)
        if column and heading not in found:
            found[heading] = Reading(index, column.attribute, reader(column, noun.kind), column)
            continue
        unread.append(index)
        if column:
            problems.append(_twice(grid, row, heading))
        elif heading:
            problems.append(_unread(grid, row, index, heading if known_here else "", declared, found))
    required = frozenset(column.attribute for column in declared.values() if column.required)
    problems += [
        _missing(grid, row, column)
        for column in declared.values()
        if column.required and column.name not in found
    ]
    return Header(
        width=len(headings),
        headings=headings,
        readings=tuple(found.values()),
        unread=tuple(unread),
        closing=tuple(at for at in unread if nearest(headings[at], tuple(declared)) == "release"),
        required=required,
        problems=tuple(problems),
    )


def letter(index: int) -> str:
    """A column as a spreadsheet names it.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _heading(cell: str) -> str:
    return cell.replace("\ufeff", "").strip().casefold()


def _where(grid: Grid, row: CellRow, heading: str) -> int | None:
    return row.number if grid.keys is None else grid.keys.get(heading)


def _unread(
    grid: Grid, row: CellRow, index: int, heading: str, declared: dict[str, Column], found: dict[str, Reading]
) -> Problem:
    meant = nearest(heading, tuple(name for name in declared if name not in found)) if heading else ""
    perhaps = f"perhaps {meant}? " if meant else ""
    do = f"{perhaps}rename or remove it; what it holds is kept in the raw rows only"
    code = "unread_column" if grid.keys is None else "unread_key"
    column = heading or letter(index)  # without one known heading the first row may be data
    return problem(code, grid.file, _where(grid, row, heading), column, read=row.cells[index], do=do)


def _twice(grid: Grid, row: CellRow, heading: str) -> Problem:
    do = "remove or rename one of the two; only the first was read"
    return problem("duplicate_column", grid.file, _where(grid, row, heading), heading, read=heading, do=do)


def _missing(grid: Grid, row: CellRow, column: Column) -> Problem:
    number = row.number if grid.keys is None else None
    do = "add the column; until then no row of this sheet can be taken over"
    code = "missing_column"
    if grid.keys is not None:
        code, do = "missing_value", f"add {column.name}"
    return problem(code, grid.file, number, column.name, do=do)
