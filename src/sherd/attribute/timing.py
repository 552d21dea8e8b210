"""What the dated parts of an item say of when it was put together, and of what was made after a day.

An item is not older than its latest original part. Dates are closed intervals of days; a control date counts
itself as after. A genuine mark, rightly read, dates the part that bears it; it dates the whole only if the
part is original to it (parts replaced, retrofitted or suspect are left out, and the day is also given with
the deciding part left out). A date of manufacture shows no breach of any control: who made, sold and shipped
it, and what was listed when, is another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import prod

from attrs import evolve

from sherd.model.dates import Interval
from sherd.model.timing import AfterDate, ControlDate, DatedPart, Lag, NotBefore, Reckoned

NO_BREACH = (
    "A date of manufacture after a control date shows no breach: maker, route, listing and classification "
    "are separate questions."
)

MOST_NAMED = 6
"""So many parts are named in a reason; the rest are counted."""


def part(id: str, when: Interval, label: str = "", left_out: str = "") -> DatedPart:
    """A part with one reading."""
    return DatedPart(id, label or id, (Reckoned(when),), left_out)


def not_before(parts: Iterable[DatedPart]) -> NotBefore:
    """The earliest day of assembly: the latest of the first days of the parts that are original.

    Raises ValueError where no original part has a reading with a first day.

    >>> parts = [part("a", Interval.parse("2022-W31")), part("b", Interval.parse("2023-01/2023-03"))]
    >>> found = not_before(parts)
    >>> found.certain.isoformat(), found.deciding, found.without_latest.isoformat()
    ('2023-01-01', 'b', '2022-08-01')
    """
    dated = [one for one in parts if not one.left_out]
    firsts = sorted((first, one.id) for one in dated if (first := _earliest(one)))
    if not firsts:
        raise ValueError(
            "no original part has a date with a first day: nothing says when it was put together"
        )
    certain, deciding = firsts[-1]
    chances = _chances(dated)
    ends = [reading.when.last for one in dated for reading in one.readings]
    (decider,) = (one for one in dated if one.id == deciding)
    how = next((f" ({r.basis})" for r in _read(decider) if r.basis and r.when.first == certain), "")
    basis = f"{len(firsts)} dated original part{'s' * (len(firsts) > 1)}; decided by {deciding}{how}"
    several = [one.id for one in dated if len(one.readings) > 1]
    if several:
        more = f" and {len(several) - MOST_NAMED} more" if len(several) > MOST_NAMED else ""
        basis += f"; read in several ways: {', '.join(several[:MOST_NAMED])}{more}"
    return NotBefore(
        certain=certain,
        deciding=deciding,
        without_latest=firsts[-2][0] if len(firsts) > 1 else None,
        latest_reading=chances[-1][0],
        latest_last=None if None in ends else max(end for end in ends if end),
        chances=chances,
        parts=len(firsts),
        basis=basis,
    )


def _earliest(one: DatedPart) -> date | None:
    """The first day that its earliest reading allows; None where one reading has no beginning."""
    firsts = [reading.when.first for reading in one.readings if reading.weight > 0]
    return None if None in firsts else min(first for first in firsts if first)


def _chances(dated: Sequence[DatedPart]) -> tuple[tuple[date, float], ...]:
    """Each day that can decide, with its probability, the parts being read independently of each other."""
    days = sorted({first for one in dated for r in one.readings if r.weight > 0 and (first := r.when.first)})
    found: list[tuple[date, float]] = []
    before = 0.0
    for day in days:
        reached = prod(
            sum(r.weight for r in one.readings if r.when.first is None or r.when.first <= day)
            for one in dated
        )
        if reached - before > 1e-15:
            found.append((day, reached - before))
        before = reached
    return tuple(found)


def made_after(parts: Iterable[DatedPart], control: ControlDate) -> AfterDate:
    """How many of the parts were made on the control date or later: certain, possible, expected.

    Every dated part counts, whether or not it dates the item: the question is when parts were made. Raises
    ValueError where there is no part.
    """
    dated = list(parts)
    if not dated:
        raise ValueError("no part is dated: none can be placed before or after a day")
    day = control.when
    certain = sum(all(r.when.first is not None and r.when.first >= day for r in _read(one)) for one in dated)
    possible = sum(any(r.when.last is None or r.when.last >= day for r in _read(one)) for one in dated)
    shares = {one.id: _share_after(one, day) for one in dated}
    undetermined = tuple(id_ for id_, share in shares.items() if share is None)
    expected = sum(share for share in shares.values() if share is not None)
    basis = f"{certain} certain and {possible} possible of {len(dated)} dated parts on or after {day}"
    if undetermined:
        basis += f"; without an end or a beginning, and not in the expected number: {', '.join(undetermined)}"
    return AfterDate(
        control=control,
        certain=certain,
        possible=possible,
        expected=expected,
        of=len(dated),
        undetermined=undetermined,
        basis=basis,
    )


def _read(one: DatedPart) -> list[Reckoned]:
    return [reading for reading in one.readings if reading.weight > 0]


def _share_after(one: DatedPart, day: date) -> float | None:
    """The share of a part's days on or after ``day``, over its readings; None where one cannot be divided."""
    whole = 0.0
    for reading in one.readings:
        first, last = reading.when.first, reading.when.last
        if first and first >= day:
            whole += reading.weight
        elif last and last < day:
            continue
        elif first and last:
            whole += reading.weight * ((last - day).days + 1) / ((last - first).days + 1)
        elif reading.weight > 0:
            return None
    return whole


def lag(made: Interval, recovered: Interval, item: str = "") -> Lag:
    """Days from manufacture to recovery, both closed intervals; made at the latest on the day of recovery.

    Raises ValueError where the recovery has no last day, or the part is younger than the recovery.

    >>> found = lag(Interval.parse("2024-Q2"), Interval.parse("2024-07-08"))
    >>> found.least, found.most
    (8, 98)
    """
    if recovered.last is None:
        raise ValueError(f"{item or 'the item'}: the recovery has no last day, so no lag can be given")
    if made.first and made.first > recovered.last:
        raise ValueError(
            f"{item or 'the item'}: made from {made.first}, recovered by {recovered.last}: a part is not "
            "younger than the wreck it was found in"
        )
    start = recovered.first or recovered.last
    last = min(made.last, recovered.last) if made.last else recovered.last
    least = max(0, (start - last).days)
    most = (recovered.last - made.first).days if made.first else None
    return Lag(item=item, least=least, most=most, basis=f"made {made.words}, recovered {recovered.words}")


def without_impossible(
    one: DatedPart, recovered: Interval | None
) -> tuple[DatedPart | None, tuple[str, ...]]:
    """The part without readings that lie wholly after the recovery; None where none is left, and why.

    What remains is clipped at the recovery and weighed anew.
    """
    end = recovered.last if recovered else None
    if end is None:
        return one, ()
    kept, reasons = [], []
    for reading in one.readings:
        first, last = reading.when.first, reading.when.last
        if first and first > end:
            reasons.append(
                f"{one.id}: made from {first} would be after the recovery ({end}); that reading is out"
            )
        elif last is None or last > end:
            kept.append(evolve(reading, when=Interval(first, end)))
        else:
            kept.append(reading)
    total = sum(reading.weight for reading in kept)
    if not total:
        return None, tuple(reasons)
    readings = tuple(evolve(reading, weight=reading.weight / total) for reading in kept)
    return evolve(one, readings=readings), tuple(reasons)
