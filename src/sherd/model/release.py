"""Who may see what: the release of a row, and the columns that give people and places away.

A row is public, partner, team or sealed by its ``release`` column, and then all of it is. A row that says
nothing is public but for the columns that name people, an exact place, a holder, an unpublished source
or a private note: those are sealed. A source that nobody can look up is sealed whole.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from typing import Any

from attrs import define, field

from sherd.model.columns import columns
from sherd.model.items import PRECISE, Component, Photograph, Recovery
from sherd.model.judgements import Judgement
from sherd.model.provenance import File, RawRow, Source
from sherd.model.row import RELEASES, Row


def release_of(row: Row) -> str:
    """The release level of a row as a whole."""
    if isinstance(row, RawRow):
        return "sealed"
    if row.release:
        return row.release
    return "sealed" if isinstance(row, Source) and not row.is_published else "public"


def file_release(row: Row | None) -> str:
    """The release level of a file that a row names: its bytes may hold more than the row says.

    A photograph carries place and device inside; it is for the team unless its row says public. The
    sheets of a submission, which no row names, are sealed.
    """
    return "sealed" if row is None else row.release or ("team" if isinstance(row, Photograph) else "sealed")


def public_sources(rows: Iterable[Row]) -> frozenset[str]:
    """The ids of the sources among ``rows`` that anyone may be told of."""
    return frozenset(row.id for row in rows if isinstance(row, Source) and release_of(row) == "public")


def sealed_columns(row: Row, published: Container[str]) -> tuple[str, ...]:
    """The columns of a public row that are withheld all the same.

    ``published`` holds the ids of the case's public sources. A row whose ``release`` is written has none.
    """
    if row.release or isinstance(row, File):
        return ()
    noun: Any = type(row)
    return tuple(name for name, why in _sealed(noun) if _withholds(row, name, why, published))


def _withholds(row: Row, attribute: str, why: str, published: Container[str]) -> bool:
    value = getattr(row, attribute)
    if value is None or value == ():
        return False
    if why == "source":
        return row.source not in published
    if why == "place" and isinstance(row, Recovery):
        return row.place_precision not in PRECISE
    return True


@cache
def _sealed(noun: Any) -> tuple[tuple[str, str], ...]:
    return tuple((column.attribute, column.sealed) for column in columns(noun) if column.sealed)


def within(level: str, clearance: str) -> bool:
    """Whether something released at ``level`` may be seen at ``clearance``.

    >>> within("team", "partner"), within("public", "public")
    (False, True)
    """
    return RELEASES.index(level) <= RELEASES.index(clearance)


@define
class Restricted:
    """The rows of a case that are not public, and what they make of the rows that name them.

    What belongs to a restricted row (a component of its item, a reading of its marking, a judgement on it)
    is withheld with it; any other reference to one is withheld alone. Else the id of a sealed row would
    stand in the open.
    """

    levels: dict[tuple[str, str], str] = field(factory=dict)

    def note(self, rows: Iterable[Row]) -> None:
        """Remember which of these rows are restricted, and which belong to one that is."""
        for row in rows:
            level = stricter(release_of(row), self.owner(row))
            if level != "public":
                self.levels[row.sheet, row.id] = level

    def owner(self, row: Row) -> str:
        """The level of the restricted row to which this one belongs; else public."""
        if not self.levels:
            return "public"
        if isinstance(row, Judgement):
            return next((self.levels[key] for key in sorted(self.levels) if key[1] == row.subject), "public")
        owners = ((sheet, name) for name, sheet, owns in _refers(row) if owns)
        return next((level for sheet, name in owners if (level := self._level(row, sheet, name))), "public")

    def references(self, row: Row) -> tuple[tuple[str, str], ...]:
        """The columns of a row that name restricted rows, each with the level of what it names."""
        if not self.levels:
            return ()
        named = ((name, self._level(row, sheet, name)) for name, sheet, _ in _refers(row))
        found = {name: level for name, level in named if level is not None}
        if "source" in found and row.locator:
            found["locator"] = found["source"]
        return tuple(found.items())

    def _level(self, row: Row, sheet: str, attribute: str) -> str | None:
        value = getattr(row, attribute)
        return self.levels.get((sheet, value.removeprefix(f"{row.case}:"))) if value else None


def stricter(one: str, other: str) -> str:
    """The level of the two that fewer may see.

    >>> stricter("team", "partner")
    'team'
    """
    return max(one, other, key=RELEASES.index)


def _refers(row: Row) -> tuple[tuple[str, str, bool], ...]:
    noun: Any = type(row)
    return _references(noun)


@cache
def _references(noun: Any) -> tuple[tuple[str, str, bool], ...]:
    """The columns that hold the id of one other row: name, sheet, and whether the row belongs to that one."""
    found = [(c.attribute, c.refers, c.required or c.attribute in {"item", "component"})
             for c in columns(noun) if c.refers and c.kind == "text"]  # fmt: skip
    if issubclass(noun, Component):
        found += [("possible_same_as", sheet, False) for sheet in ("components", "items")]
    return tuple((name, sheet, owns) for name, sheet, owns in found if sheet)
