"""Read a sheet of markings to be identified, from disk."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from sherd.errors import EdgeFailed, NotFound, WrongCall
from sherd.identify.asked import COLUMNS, NEEDED, Asked, asked, places_of
from sherd.identify.labels import EOT, GS, RS, is_label
from sherd.model.problems import Problem
from sherd.record.formats.rfc4180 import grid
from sherd.record.marks import TAKEN, mark_of
from sherd.record.problems import problem
from sherd.record.tree import CellRow


@frozen
class Sheet:
    """The markings of a sheet, those with an id in the order of the rows, and everything wrong with them."""

    sha256: str
    asked: tuple[Asked, ...]
    problems: tuple[Problem, ...]


def sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Read a sheet. Raises ``NotFound``, ``EdgeFailed``, ``WrongCall`` where it is no such sheet."""
    content = _bytes(path)
    rows = grid("markings", path.name, content, encoding).rows()
    header = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    places, problems = places_of(header.cells, path.name) if header else ({}, [])
    missing = [name for name in NEEDED if name not in places]
    if missing:
        do = f"Give a table with the columns {', '.join(COLUMNS)}; the last two may be left out."
        raise WrongCall(f"{path} has no column {' and no column '.join(missing)}", do)
    whole: list[CellRow] = []
    for row in rows:
        if row.fault is None:
            whole.append(row)
        else:
            problems.append(row.fault)
    found: list[Asked] = []
    marked = ((row.number, row.cells, _faults(row, places, path.name, problems)) for row in whole)
    for each, more in asked(marked, places, path.name):
        problems += more
        if each is not None:
            found.append(each)
    return Sheet(sha256(content).hexdigest(), tuple(found), tuple(sorted(problems, key=lambda p: p.row or 0)))


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
