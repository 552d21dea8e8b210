"""What the trade files of a case say of its parts: possible matches and observations, never a finding."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

GUIDANCE = (
    "joint guidance to industry and academia of Australia, Canada, New Zealand, the United Kingdom and the "
    "United States (Export Enforcement Five), announced by the US Bureau of Industry and Security as "
    "“United States-Australia-Canada-New Zealand-United Kingdom release joint guidance on countering Russia "
    "evasion”, 26 September 2023"
)
"""What names new importers of priority codes outside the coalition as a red flag."""


@frozen(kw_only=True)
class WatchedPart:
    """A part of the case that its trade files are searched for, and how it is known.

    ``confidence`` is that of a part that a method identified from a marking; None where a person recorded or
    judged it. ``left_out`` says why no text can be searched for it.
    """

    mpn: str
    basis: str
    confidence: float | None = None
    left_out: str = ""


@frozen(kw_only=True)
class PossibleMatch:
    """A row of a trade file whose text may name a part of the case; ``row`` as a spreadsheet counts it.

    ``basis`` says how the part is known: as recorded, or identified with which confidence.
    """

    row: int
    part: str
    basis: str = ""
    text: str
    match: str
    score: float
    day: str = ""
    corridor: str = ""
    hs: str = ""


@frozen(kw_only=True)
class Importer:
    """Rows with priority codes of one importer: none before the day, so many from it on.

    ``country`` is its own where the file has a column for that, else that of the destination (ISO 3166).
    """

    name: str
    country: str
    rows: int
    first_month: str


@frozen(kw_only=True)
class TradeFile:
    """One trade file, searched for the parts of the case.

    ``matches`` are the first of the possible matches, ``possible`` and ``near`` count all; ``by_month``
    counts rows with a possible match by month and corridor. ``importers`` are those that the file shows with
    no priority code before 24 February 2022 and with some after, in countries outside the coalition alone;
    None where the file cannot tell. ``unplaced`` counts those whose country it does not say. ``watched`` are
    the parts that were looked for; ``near`` counts near matches by kind.
    """

    file: str
    source: str = ""
    rows: int
    parts: int
    possible: int
    near: Mapping[str, int] = field(factory=dict)
    watched: tuple[WatchedPart, ...] = ()
    matches: tuple[PossibleMatch, ...] = ()
    by_month: Mapping[tuple[str, str], int] = field(factory=dict)
    importers: tuple[Importer, ...] | None = None
    unplaced: int = 0
