"""Days of a list in their order: an entry or a tie that ends before it begins.

Nobody stood on a list until the day before they came onto it, so one of the two days is a mistake of the
file, and nobody can tell which. An entry keeps its first day and stands open, for a listed party must not
be lost; a tie keeps no day. Both are problems with their row.
"""

from __future__ import annotations

from attrs import evolve

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition, ListedTie, ListEntry
from sherd.model.problems import Problem


def in_order(edition: ListEdition, file: str) -> ListEdition:
    """The edition without days that end before they begin, each a problem; each problem told once."""
    problems: list[Problem] = []
    entries = tuple(_entry(each, problems, file) for each in edition.entries)
    beside = tuple(_entry(each, problems, file) for each in edition.beside)
    ties = tuple(_tie(each, problems, file) for each in edition.ties)
    told = tuple(dict.fromkeys((*edition.problems, *problems)))
    if not problems and len(told) == len(edition.problems):
        return edition
    return evolve(edition, entries=entries, beside=beside, ties=ties, problems=told)


def _entry(entry: ListEntry, problems: list[Problem], file: str) -> ListEntry:
    if not _turned(entry.listed_from, entry.listed_to):
        return entry
    do = "The entry is kept as listed from its first day on: see which day is wrong."
    problems.append(_problem(file, entry.row, entry.listed_from, entry.listed_to, do))
    return evolve(entry, listed_to=None)


def _tie(tie: ListedTie, problems: list[Problem], file: str) -> ListedTie:
    if not _turned(tie.from_, tie.to_):
        return tie
    do = "The tie is kept without days: see which of the two is wrong."
    problems.append(_problem(file, tie.row, tie.from_, tie.to_, do))
    return evolve(tie, from_=None, to_=None)


def _turned(first: Interval | None, last: Interval | None) -> bool:
    begins, ends = first and first.first, last and last.last
    return bool(begins and ends and ends < begins)


def _problem(file: str, row: int | None, first: Interval | None, last: Interval | None, do: str) -> Problem:
    said = f"from {first.words if first else ''} to {last.words if last else ''}"
    return Problem("invalid_row", file, row or 0, "", said, do)
