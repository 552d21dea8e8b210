"""When boards were made that carry a type of part: what settles a one-digit year without any companion.

A code that returns every ten years stays open on its own. But some types were made for one kind of device,
and boards of that device bear dates of their own: ``9853`` stands on fifteen documented boards of 2001 to
2006 and in no catalogue of today. Where one reading lies within a year of those boards, as nine of ten
chips lie to their board, the readings within 3⅓ years of them are kept, which are at least twice as near as
the decade before or after, and each says so. Where none does, the part is younger or older than what is
documented, and all stay.

The shipped table ``documented_types`` holds only types that two boards or more document and that no catalogue
offers any more (``benchmarks/documented_types.py`` makes it). A type that it lacks stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import evolve, field, frozen

from sherd import data
from sherd.identify.company import APART_DAYS, days_between
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval


@frozen(kw_only=True)
class Span:
    """Boards that carry a ``type``, dated by the convention ``rule``: how many, and between which days."""

    rule: str
    type: str
    days: Interval
    boards: int
    source: str
    pattern: re.Pattern[str] = field(init=False, repr=False)

    @pattern.default
    def _free(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){re.escape(self.type)}")

    @property
    def words(self) -> str:
        """What is documented, as a reason says it."""
        stand = f"{self.boards} boards of {self.days.words}"
        return f"{self.type} is documented on {stand}, and sold no more"


ALLOWED_DAYS = 365
"""Where no reading lies so near to the documented boards, they settle nothing."""

Spans = Mapping[str, tuple[Span, ...]]
"""What is documented, by convention."""


def in_span(
    readings: tuple[DateReading, ...], text: str, spans: Spans | None = None
) -> tuple[DateReading, ...]:
    """The readings of a marking on one line that lie within 3⅓ years of the boards that carry its type.

    Only readings with an ambiguous decade are set aside, and only where one lies within a year of those
    boards; the reason of each that stays names them. ``spans`` are those shipped unless given. The weights
    still add up to 1.
    """
    known = _shipped() if spans is None else spans
    of = {
        each.rule: [span for span in known.get(each.rule, ()) if span.pattern.search(text)]
        for each in readings
        if each.ambiguous_decade
    }
    if not any(of.get(each.rule) and _all_near(each, of[each.rule], ALLOWED_DAYS) for each in readings):
        return readings
    kept = [
        each for each in readings if not each.ambiguous_decade or _all_near(each, of[each.rule], APART_DAYS)
    ]
    total = sum(each.weight for each in kept)
    return tuple(
        evolve(
            each,
            weight=min(1.0, each.weight / total),
            reason="; ".join((each.reason, *(span.words for span in of.get(each.rule, ())))),
        )
        for each in kept
    )


def by_rule(spans: Iterable[Span]) -> Spans:
    """Spans as they are looked up."""
    out: dict[str, tuple[Span, ...]] = defaultdict(tuple)
    for each in spans:
        out[each.rule] += (each,)
    return dict(out)


def _all_near(reading: DateReading, spans: Iterable[Span], apart: int) -> bool:
    return all(days_between(reading.interval, span.days) <= apart for span in spans)


@lru_cache(maxsize=1)
def _shipped() -> Spans:
    return by_rule(
        Span(
            rule=row["rule"],
            type=row["type"],
            days=Interval.parse(f"{row['first']}/{row['last']}"),
            boards=int(row["boards"]),
            source=row["source"],
        )
        for row in data.rows("documented_types")
    )
