"""What a whole case says beyond the weights of single items: dates, serials, lines, lineage, origin shares.

Each result stands here or, in its place, what the record would have to hold for it (``missing``). Nothing
here computes: ``sherd.attribute`` fills these nouns, dossier and charts read them.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from sherd.model.changes import OriginShare
from sherd.model.lines import CoProduction, Lineage
from sherd.model.production import Pace, Produced
from sherd.model.serials import Chances, Series, Total, Unread
from sherd.model.timing import ControlDate, ItemDates, LagDistribution


@frozen
class Missing:
    """A result that the record does not allow: ``what``, and what it would need."""

    what: str
    needs: str


@frozen
class DatedSerial:
    """One serial with the day (middle of its interval) from which it is known: made or recovered."""

    item: str
    text: str
    number: int
    day: date
    known_from: str


@frozen(kw_only=True)
class SystemSerials:
    """The serials of one system model: its series, their sum, and the course over time.

    ``posteriors`` holds the chances of N for each series that has them, by the name of the series.
    """

    system: str
    series: tuple[Series, ...]
    total: Total | None
    not_pooled: tuple[str, ...]
    unread: tuple[Unread, ...]
    posteriors: tuple[tuple[str, Chances], ...]
    points: tuple[DatedSerial, ...]
    pace: Pace | None
    produced: tuple[Produced, ...]


@frozen(kw_only=True)
class CaseWide:
    """Everything that a case comes to as a whole, and for each thing that it does not, what is missing."""

    case: str
    controls: tuple[ControlDate, ...]
    dates: tuple[ItemDates, ...]
    lags: LagDistribution | None
    serials: tuple[SystemSerials, ...]
    lines: CoProduction | None
    lineages: tuple[tuple[str, Lineage], ...]
    shares: tuple[tuple[str, OriginShare], ...]
    missing: tuple[Missing, ...]

    def of(self, item: str) -> ItemDates | None:
        """The dates of one item; None where it is not in the case."""
        return next((dates for dates in self.dates if dates.item == item), None)
