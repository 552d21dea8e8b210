"""What the trade files of a case say of its parts: possible matches and observations, never a finding."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class PossibleMatch:
    """A row of a trade file whose text may name a part of the case; ``row`` as a spreadsheet counts it."""

    row: int
    part: str
    text: str
    match: str
    score: float
    day: str = ""
    corridor: str = ""
    hs: str = ""


@frozen(kw_only=True)
class Importer:
    """Rows with priority codes of one importer: none before the day, so many from it on."""

    name: str
    rows: int
    first_month: str


@frozen(kw_only=True)
class TradeFile:
    """One trade file, searched for the parts of the case.

    ``matches`` are the first of the possible matches, ``possible`` and ``near`` count all; ``by_month``
    counts rows with a possible match by month and corridor. ``importers`` are those that the file shows with
    no priority code before 24 February 2022 and with some after; None where the file cannot tell.
    """

    file: str
    source: str = ""
    rows: int
    parts: int
    possible: int
    near: int
    matches: tuple[PossibleMatch, ...] = ()
    by_month: Mapping[tuple[str, str], int] = field(factory=dict)
    importers: tuple[Importer, ...] | None = None
