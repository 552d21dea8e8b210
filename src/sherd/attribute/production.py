"""How many were made by when: what the serials recovered so far bound, and the pace between.

The envelope is the estimate from all serials recovered by a date. It bounds what was made some time before,
by the time that things need from manufacture to recovery: shift it by the lag. Where items bear a date of
manufacture beside the serial, a robust line through both (Theil–Sen) gives the pace without that detour.

What somebody planned or claimed to make is a reference line marked CLAIM and enters no estimate.

Sources: Theil (1950); Sen, JASA 63 (1968) 1379.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sherd.attribute.population import known_start
from sherd.model.dates import Interval
from sherd.model.production import ClaimedRate, Pace, Produced

DAYS_PER_MONTH = 365.2425 / 12


def cumulative(
    recovered: Mapping[str, Sequence[int]], *, start: int = 1, effective: Mapping[str, int] | None = None
) -> tuple[Produced, ...]:
    """The estimate from all serials recovered by each month (``2023-07`` → serials first recovered then).

    ``effective`` counts the independent draws of a month: items of one strike are one. Raises ValueError for
    a month that is none, months without a serial at the beginning, or a serial in two months.

    >>> [round(found.estimate, 2) for found in cumulative({"2023-07": [12, 31], "2023-09": [55, 101]})]
    [45.5, 125.25]
    """
    if not recovered:
        raise ValueError("no serial was recovered in any month")
    seen: list[int] = []
    draws = 0
    found: list[Produced] = []
    for month in sorted(recovered, key=_month):
        seen += recovered[month]
        draws += (effective or {}).get(month, len(recovered[month]))
        if not seen:
            raise ValueError(f"{month}: no serial was recovered by then")
        population = known_start(seen, start=start, effective=draws)
        before = found[-1] if found else None
        months = _month(month) - _month(before.month) if before else None
        rate = (population.estimate - before.estimate) / months if before and months else None
        found.append(
            Produced(
                month=month,
                estimate=population.estimate,
                bound=population.bound,
                per_month=rate,
                seen=len(seen),
                basis=population.basis,
            )
        )
    return tuple(found)


def shifted(found: Sequence[Produced], least: int, most: int) -> tuple[tuple[Interval, float], ...]:
    """Each estimate with the days by which so many had been made: its month less the lag, in days."""
    if not 0 <= least <= most:
        raise ValueError(f"a lag of {least} to {most} days is none")
    shifts = []
    for one in found:
        when = Interval.parse(one.month)
        if when.first is None or when.last is None:
            raise ValueError(f"{one.month} is no month")
        shifts.append(
            (Interval(when.first - timedelta(days=most), when.last - timedelta(days=least)), one.estimate)
        )
    return tuple(shifts)


def pace(points: Sequence[tuple[date, int]], level: float = 0.95) -> Pace:
    """Serials per day by the median of all slopes, from (day of manufacture, serial) of the same items.

    Raises ValueError for fewer than two different days.
    """
    from scipy.stats import theilslopes

    ordered = sorted(points)
    if len({day for day, _ in ordered}) < 2:
        raise ValueError("a pace needs serials of two different days at least")
    origin = ordered[0][0]
    days = [(day - origin).days for day, _ in ordered]
    serials = [serial for _, serial in ordered]
    slope = theilslopes(serials, days, level, method="separate")
    disorder = tuple(
        (a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :] if b[0] > a[0] and b[1] < a[1]
    )
    basis = (
        f"median of the slopes between {len(ordered)} dated serials, from {ordered[0][0]} to {ordered[-1][0]}"
    )
    if disorder:
        basis += f"; {len(disorder)} pairs in the wrong order: mixed series, or parts from stock"
    return Pace(
        per_day=float(slope.slope),
        lower=float(slope.low_slope),
        upper=float(slope.high_slope),
        intercept=float(slope.intercept),
        origin=origin,
        level=level,
        n=len(ordered),
        disorder=disorder,
        basis=basis,
    )


def claimed(words: str, per_month: float, source: str) -> ClaimedRate:
    """A plan or claim as a reference line. Raises ValueError without a source or for a rate below nothing."""
    if not source.strip():
        raise ValueError(f"the claim {words!r} names no source")
    if not per_month >= 0:
        raise ValueError(f"the claim {words!r} is of {per_month} a month")
    return ClaimedRate(words=f"CLAIM: {words}", per_month=per_month, source=source)


def falls(found: Sequence[Produced]) -> tuple[str, ...]:
    """Months in which the estimate falls: a later find showed that the one before was too high."""
    return tuple(b.month for a, b in pairwise(found) if b.estimate < a.estimate)


def _month(text: str) -> int:
    when = Interval.parse(text)
    if len(text) != 7 or when.first is None or when.words != text:
        raise ValueError(f"{text!r} is no month: write it as 2023-07")
    return when.first.year * 12 + when.first.month
