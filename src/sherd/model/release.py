"""Who may see what: the release of a row, and the columns that give people and places away.

A row is public, partner, team or sealed by its ``release`` column, and then all of it is. A row that says
nothing is public but for the columns that name people, an exact place, a holder, an unpublished source
or a private note: those are sealed. A source that nobody can look up is sealed whole.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from typing import Any

from sherd.model.columns import columns
from sherd.model.items import PRECISE, Photograph, Recovery
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
