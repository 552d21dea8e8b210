"""The question of a case and the accounts of it that compete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar

from attrs import field, frozen

from sherd.model.columns import Sealed, one_of
from sherd.model.dates import Interval
from sherd.model.row import Row


@frozen(kw_only=True)
class Case(Row):
    """An investigation: its question and the day as of which it is answered. ``id`` is the case's own.

    ``control_dates`` are written ``DAY SOURCE words``; ``series_start`` gives the first number of a series
    by its prefix, where it is known.
    """

    kind: ClassVar[str] = "case"
    sheet: ClassVar[str] = "case.toml"

    title: str
    question: str
    as_of: Interval | None = None
    investigators: Annotated[tuple[str, ...], Sealed("people")] = ()
    control_dates: tuple[str, ...] = ()
    series_start: Mapping[str, str] = field(factory=dict, hash=False)
    withhold_serial_digits: int | None = None


@frozen(kw_only=True)
class Hypothesis(Row):
    """One account of who made the item, and the line that each kind of evidence is drawn from under it.

    ``draws`` maps a link class (design, source, assembly) or a feature group to a production line,
    or to a maker or country of lines; ``V:X`` is a new variant of maker X, ``U`` an unknown line.
    """

    kind: ClassVar[str] = "hypothesis"
    sheet: ClassVar[str] = "hypotheses"

    words: str
    level: Annotated[str, one_of("line", "maker", "country")] | None = None
    exclusive_with: tuple[str, ...] = ()
    draws: Mapping[str, str] = field(factory=dict, hash=False)


LADDER = (
    "consistent_with",
    "indistinguishable_within_observed_features",
    "same_design",
    "same_production_line",
    "same_manufacturer",
    "origin_country",
    "supplier",
    "state_responsibility",
)
"""From the least that can be said to the most; the last two are never said from physical evidence alone."""

_REACH = {"line": "same_production_line", "maker": "same_manufacturer", "country": "origin_country"}


def reach(levels: Iterable[str | None]) -> str:
    """The highest rung of ``LADDER`` that hypotheses of these levels allow: that of the lowest.

    >>> reach({"country", "line"}), reach({"country"}), reach({None})
    ('same_production_line', 'origin_country', 'indistinguishable_within_observed_features')
    """
    rungs = [LADDER.index(_REACH[level]) if level else 1 for level in levels]
    return LADDER[min(rungs, default=1)]


def highest(levels: Iterable[str | None]) -> str:
    """The highest rung that any hypothesis of these levels is phrased at: nothing may be said above it."""
    return LADDER[max((LADDER.index(_REACH[level]) for level in levels if level), default=1)]
