"""How many were made by when, at what pace, and what somebody claimed; filled by ``sherd.attribute``."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class Produced:
    """What the serials recovered by the end of a month bound: estimate, exact bound, pace since before."""

    month: str
    estimate: float
    bound: int | None
    per_month: float | None
    seen: int
    basis: str


@frozen(kw_only=True)
class Pace:
    """Serials per day with its interval; ``intercept`` is the serial on day ``origin``.

    ``disorder`` lists pairs (day, serial) of which the later has the lower number.
    """

    per_day: float
    lower: float
    upper: float
    intercept: float
    origin: date
    level: float
    n: int
    disorder: tuple[tuple[tuple[date, int], tuple[date, int]], ...]
    basis: str


@frozen(kw_only=True)
class ClaimedRate:
    """A rate that somebody planned or claimed: a reference line, never evidence; ``words`` say CLAIM."""

    words: str
    per_month: float
    source: str
