"""When things were made and how long they took to come into hands, as far as their marks allow.

Every date is a closed interval of days. A mark that can be read in several ways keeps each reading with its
weight. Nothing here computes: ``sherd.attribute`` fills these nouns, dossier and charts read them.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from sherd.model.dates import Interval

AS_PUBLISHED = "as published"
"""The basis of a reading that a publisher states; any other is the rule by which a marking was read."""


@frozen
class Reckoned:
    """One reading of a date, its weight among the readings of the same mark, and the rule it follows."""

    when: Interval
    weight: float = 1.0
    basis: str = ""


@frozen
class DatedPart:
    """A part whose mark says when it was made. ``left_out`` says why it does not date the item (or is empty).

    ``readings`` are reckoned with. ``beside`` is what its marking was read as where a publisher dates it.

    Weights of the readings add up to 1. Raises ValueError where they do not, or where there is none.
    """

    id: str
    label: str
    readings: tuple[Reckoned, ...] = field()
    left_out: str = ""
    beside: tuple[Reckoned, ...] = ()

    @readings.validator
    def _whole(self, _: object, readings: tuple[Reckoned, ...]) -> None:
        if not readings:
            raise ValueError(f"part {self.id}: a dated part needs a reading")
        if any(r.weight < 0 for r in readings) or abs(sum(r.weight for r in readings) - 1) > 1e-9:
            raise ValueError(f"part {self.id}: the weights of its readings do not add up to 1")


@frozen
class ControlDate:
    """A day from which something was controlled, by which source: stated by the case, never by the tool."""

    when: date
    source: str
    words: str


@frozen(kw_only=True)
class AfterDate:
    """How many parts were made on or after a day: for certain, possibly, and as expected.

    ``expected`` sums, over the parts, the share of their days that lie on or after the day; parts whose
    interval has no end (or no beginning) are ``undetermined`` and not in it.
    """

    control: ControlDate
    certain: int
    possible: int
    expected: float
    of: int
    undetermined: tuple[str, ...]
    basis: str


@frozen(kw_only=True)
class NotBefore:
    """The earliest day on which an item can have been put together, from the parts original to it.

    ``certain`` takes the earliest reading of every part, ``latest_reading`` the latest; ``chances`` gives
    each day between with the probability that the item is not older. ``without_latest`` is ``certain`` with
    the one deciding part left out.
    """

    certain: date
    deciding: str
    without_latest: date | None
    latest_reading: date
    latest_last: date | None
    """The last day of the part made last; None where an interval has no end."""
    chances: tuple[tuple[date, float], ...]
    parts: int
    basis: str


@frozen(kw_only=True)
class Lag:
    """Days from manufacture to recovery, least and most; ``most`` is None where no first day is known."""

    item: str
    least: int
    most: int | None
    basis: str


@frozen(kw_only=True)
class ItemDates:
    """What the dates of one item come to; ``refused`` says what is missing where something cannot be said."""

    item: str
    recovered: Interval | None
    parts: tuple[DatedPart, ...]
    not_before: NotBefore | None
    after: tuple[AfterDate, ...]
    lag: Lag | None
    refused: tuple[str, ...]
    impossible: tuple[str, ...]
    """Readings that lie wholly after the recovery, left out, each with its reason."""
    at_odds: tuple[str, ...] = ()
    """Parts whose published date has no day in common with what their marking is read as."""


@frozen
class Mass:
    """The share of lags that lie in one innermost interval."""

    left: float
    right: float
    p: float


@frozen(kw_only=True)
class LagDistribution:
    """The distribution of lags that fits the intervals best (Turnbull); within a mass nothing is known."""

    masses: tuple[Mass, ...]
    log_likelihood: float
    n: int
    closed: bool
    rounds: int
    basis: str

    def at_most(self, days: float) -> tuple[float, float]:
        """Bounds of the share of lags of at most so many days: masses wholly below, and those begun."""
        low = sum(mass.p for mass in self.masses if mass.right <= days)
        begun = sum(mass.p for mass in self.masses if mass.left < days or (self.closed and mass.left <= days))
        return low, max(low, begun)
