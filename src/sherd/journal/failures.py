"""One thing in the record that does not hold, and where it stands."""

from __future__ import annotations

from attrs import frozen


@frozen
class Failure:
    """What does not hold, and where: the event (its number from 0), and the file or table, row and column."""

    what: str
    event: int | None = None
    file: str | None = None
    row: int | str | None = None
    column: str | None = None
