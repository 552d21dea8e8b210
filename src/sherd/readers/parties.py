"""Read a sheet of names to be screened, from disk: columns ``id``, ``name``, and at will ``country`` and
``as_of``.

Every row with an id is answered. ``as_of`` is the day of the deal; a date that is not one day is asked for at
its last day, and a row without one is asked at the day that the call gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from sherd.errors import WrongCall
from sherd.model.dates import NOTATIONS, Interval
from sherd.model.problems import Problem
from sherd.readers.markings import _bytes
from sherd.record.formats.rfc4180 import grid
from sherd.record.tree import CellRow
from sherd.trace.screening import Asked

NEEDED = ("id", "name")
COLUMNS = (*NEEDED, "country", "as_of")

LONGEST = 2000
"""Characters of a name that are looked at; a longer cell is a whole document."""


@frozen
class Sheet:
    """The names of a sheet in the order of its rows, and everything wrong with them."""

    sha256: str
    asked: tuple[Asked, ...]
    problems: tuple[Problem, ...]


def sheet(path: Path, as_of: date | None, encoding: str | None = None) -> Sheet:
    """Read a sheet. Raises ``NotFound``, ``EdgeFailed``, ``WrongCall`` where it is no such sheet."""
    content = _bytes(path)
    rows = list(grid("names", path.name, content, encoding).rows())
    header = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    places, problems = _places(header.cells if header else [], path.name)
    missing = [name for name in NEEDED if name not in places]
    if header is None or missing:
        raise WrongCall(
            f"{path} has no column {' and no column '.join(missing)}",
            f"Give a table with the columns {', '.join(COLUMNS)}; the last two may be left out.",
        )
    asked = tuple(_rows(rows[rows.index(header) + 1 :], places, as_of, path.name, problems))
    return Sheet(sha256(content).hexdigest(), asked, tuple(sorted(problems, key=lambda p: p.row or 0)))


def _places(headings: list[str], file: str) -> tuple[dict[str, int], list[Problem]]:
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for place, heading in enumerate(headings):
        name = heading.strip().removeprefix("\ufeff").casefold()
        if name in COLUMNS and name not in places:
            places[name] = place
        elif name:
            code = "duplicate_column" if name in places else "unread_column"
            problems.append(Problem(code, file, 1, heading.strip(), "", f"Read are {', '.join(COLUMNS)}."))
    return places, problems


def _rows(
    rows: list[CellRow], places: Mapping[str, int], as_of: date | None, file: str, problems: list[Problem]
) -> Iterator[Asked]:
    seen: dict[str, int] = {}
    for row in rows:
        if row.fault is not None:
            problems.append(row.fault)
        elif any(cell.strip() for cell in row.cells):
            cells = {
                name: row.cells[at].strip() if at < len(row.cells) else "" for name, at in places.items()
            }
            found = _one(cells, row.number, as_of, file, problems)
            if found is None:
                continue
            if found.id in seen:
                do = f"Row {seen[found.id]} has it too; both are answered: give one of them another id."
                problems.append(Problem("duplicate_id", file, row.number, "id", found.id, do))
            seen.setdefault(found.id, row.number)
            yield found


def _one(
    cells: Mapping[str, str], number: int, as_of: date | None, file: str, problems: list[Problem]
) -> Asked | None:
    if not cells["id"]:
        problems.append(
            Problem("missing_value", file, number, "id", "", "Give the row an id; it is not screened.")
        )
        return None
    if not cells["name"]:
        problems.append(
            Problem("missing_value", file, number, "name", "", "Write the name; nothing can be found.")
        )
    day = _day(cells.get("as_of", ""), as_of, number, file, problems)
    if day is None:
        return None
    return Asked(cells["id"], cells["name"][:LONGEST], day, cells.get("country", ""))


def _day(written: str, as_of: date | None, number: int, file: str, problems: list[Problem]) -> date | None:
    if written:
        try:
            if day := Interval.parse(written).last:
                return day
        except ValueError:
            pass
        problems.append(
            Problem(
                "not_a_date",
                file,
                number,
                "as_of",
                written,
                f"Write {NOTATIONS}; "
                + ("the day of the call is taken." if as_of else "the row is not screened."),
            )
        )
    elif as_of is None:
        problems.append(
            Problem(
                "missing_value",
                file,
                number,
                "as_of",
                "",
                "Give the day of the deal, here or with --as-of; the row is not screened.",
            )
        )
    return as_of
