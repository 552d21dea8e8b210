"""A sheet of markings to be identified: columns ``id``, ``marking``, and at will ``maker``, ``recovered_to``.

A bar stands for a line break and ``?`` for an illegible character. Every row with an id gets an answer: where
its marking cannot be read, the answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from sherd.identify.catalogue.entry import trouble
from sherd.model.dates import NOTATIONS, Interval
from sherd.model.problems import Problem

NEEDED = ("id", "marking")
COLUMNS = (*NEEDED, "maker", "recovered_to")

LONGEST = 2000
"""Characters of a marking; a longer cell is no marking."""


@frozen
class Asked:
    """One marking to be identified. ``fault`` says why it cannot be read, where it cannot."""

    id: str
    marking: str
    maker: str | None = None
    recovered_to: date | None = None
    fault: str = ""
    row: int = 0


def places_of(headings: Sequence[str], file: str) -> tuple[dict[str, int], list[Problem]]:
    """Where each column stands, and what is wrong with the headings; one that is needed may be missing."""
    names = [heading.strip().removeprefix("\ufeff").casefold() for heading in headings]
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for place, name in enumerate(names):
        if name in places:
            problems.append(
                trouble("duplicate_column", file, 1, name, "", "rename or remove one; the first is read")
            )
        elif name in COLUMNS:
            places[name] = place
        elif name:
            do = f"correct the heading; {', '.join(COLUMNS)} are read"
            problems.append(trouble("unread_column", file, 1, name, "", do))
    missing = [name for name in NEEDED if name not in places]
    problems += [trouble("missing_column", file, 1, name, "", "add the column") for name in missing]
    return places, problems


def asked(
    rows: Iterable[tuple[int, Sequence[str], Mapping[int, str]]], places: Mapping[str, int], file: str
) -> Iterator[tuple[Asked | None, list[Problem]]]:
    """Each row with what is wrong with it; None for one without an id.

    A row is its number, its cells, and what is wrong with single cells by place. Blank rows are passed over.
    """
    for number, cells, faults in rows:
        if any(cell.strip() for cell in cells):
            yield _one(number, cells, faults, places, file)


def duplicates(markings: Iterable[Asked], file: str) -> Iterator[Problem]:
    """Every marking with an id that an earlier one has."""
    seen: dict[str, int] = {}
    for each in markings:
        if (row := seen.setdefault(each.id, each.row)) != each.row:
            do = f"row {row} has it too; both are answered: give one of them another id"
            yield trouble("duplicate_id", file, each.row, "id", each.id, do)


def _one(
    number: int, cells: Sequence[str], faults: Mapping[int, str], places: Mapping[str, int], file: str
) -> tuple[Asked | None, list[Problem]]:
    said = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
    problems: list[Problem] = []
    if not said["id"]:
        return None, [trouble("missing_value", file, number, "id", "", "give the row an id")]
    fault = faults.get(places["marking"], "")
    if not said["marking"]:
        fault = "the marking is empty"
        problems.append(trouble("missing_value", file, number, "marking", "", "write what is legible"))
    elif len(said["marking"]) > LONGEST:
        fault = f"the marking has more than {LONGEST} characters"
        do = "write the marking of one part alone"
        problems.append(trouble("invalid_row", file, number, "marking", said["marking"], do))
    day = None
    if written := said.get("recovered_to"):
        try:
            day = Interval.parse(written).last
        except ValueError:
            problems.append(
                trouble("not_a_date", file, number, "recovered_to", written, f"write {NOTATIONS}")
            )
    found = Asked(said["id"], said["marking"][:LONGEST], said.get("maker") or None, day, fault, number)
    return found, problems
