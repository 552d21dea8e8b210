"""Read a sheet of markings to be identified, from disk."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
from attrs import field, frozen

from sherd.errors import EdgeFailed, NotFound, WrongCall
from sherd.identify.asked import COLUMNS, NEEDED, Asked, asked, duplicates, places_of
from sherd.identify.labels import EOT, GS, RS, is_label
from sherd.model.problems import Problem
from sherd.record.formats.rfc4180 import grid
from sherd.record.marks import TAKEN, mark_of
from sherd.record.problems import problem
from sherd.record.tree import CellRow, Grid


@frozen
class Sheet:
    """The markings of a sheet and everything wrong with it.

    ``asked`` reads the ``count`` markings with an id anew each time, in the order of the rows: of a million
    only the text of the file is kept.
    """

    sha256: str
    count: int
    problems: tuple[Problem, ...]
    asked: Callable[[], Iterator[Asked]] = field(repr=False, eq=False)


def sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Read a sheet. Raises ``NotFound``, ``EdgeFailed``, ``WrongCall`` where it is no such sheet."""
    content = _bytes(path)
    table = grid("markings", path.name, content, encoding)
    header = next((row for row in table.rows() if any(cell.strip() for cell in row.cells)), None)
    places, problems = places_of(header.cells, path.name) if header else ({}, [])
    missing = [name for name in NEEDED if name not in places]
    if missing:
        do = f"Give a table with the columns {', '.join(COLUMNS)}; the last two may be left out."
        raise WrongCall(f"{path} has no column {' and no column '.join(missing)}", do)

    def markings() -> Iterator[Asked]:
        return _read(table, places, path.name, [])

    ids = array("q", (hash(each.id) for each in _read(table, places, path.name, problems)))
    if twice := _repeated(ids):
        problems += duplicates((each for each in markings() if hash(each.id) in twice), path.name)
    in_order = sorted(problems, key=lambda each: each.row or 0)
    return Sheet(sha256(content).hexdigest(), len(ids), tuple(in_order), markings)


def _read(table: Grid, places: Mapping[str, int], file: str, problems: list[Problem]) -> Iterator[Asked]:
    """The markings of a table, row by row; what is wrong is added to ``problems``."""
    whole = islice(_whole(table, problems), 1, None)  # the first is the header
    marked = ((row.number, row.cells, _faults(row, places, file, problems)) for row in whole)
    for each, more in asked(marked, places, file):
        problems += more
        if each is not None:
            yield each


def _whole(table: Grid, problems: list[Problem]) -> Iterator[CellRow]:
    """The rows that are not blank and could be told apart into cells."""
    for row in table.rows():
        if row.fault is not None:
            problems.append(row.fault)
        elif any(cell.strip() for cell in row.cells):
            yield row


def _repeated(ids: array[int]) -> frozenset[int]:
    """The hashes that stand there more than once, in eight bytes a row."""
    in_order = np.sort(np.frombuffer(ids, np.int64)) if ids else np.zeros(0, np.int64)
    return frozenset(in_order[1:][in_order[1:] == in_order[:-1]].tolist())


def _faults(row: CellRow, places: Mapping[str, int], file: str, problems: list[Problem]) -> dict[int, str]:
    """What keeps single cells of a row from being read, by place; each is a problem too."""
    found: dict[int, str] = {}
    headings = {place: name for name, place in places.items()}
    for place, mark in (row.marks or {}).items():
        if place in headings and mark.code and not _separated(row.cells[place], mark.code):
            problems.append(problem(mark.code, file, row.number, headings[place], mark.raw, mark.do))
            if mark.code not in TAKEN:
                found[place] = "the cell holds characters that cannot be read"
    return found


def _separated(cell: str, code: str) -> bool:
    """Whether the only control characters of a cell are the separators of a bag's or reel's code."""
    plain = cell.translate({ord(sign): None for sign in (GS, RS, EOT)})
    return code == "control_character" and is_label(cell) and mark_of(plain) is None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"{path} is not there", "Check the path.") from None
    except OSError as error:
        raise EdgeFailed(f"{path} cannot be read: {error.strerror}", "Check who owns it.") from None
