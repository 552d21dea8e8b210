"""Put together what one marking says: the parts found for it, its dates, its makers, and what jars.

The parts are found first, since who made a part decides how its date code is read; the date then decides who
stood behind the brand when it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sherd.identify.asked import Asked
from sherd.identify.contradictions import contradictions
from sherd.identify.datecode import readings
from sherd.identify.makers import named, narrowed, read_maker, shown
from sherd.identify.partnumber import in_marking, taken_apart
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval
from sherd.model.identified import Identified
from sherd.model.makers import MakerReading
from sherd.model.ordering import OrderingCode
from sherd.model.parts import Identification, ShortAnswer

SURE = 0.9
"""A date reading with this share of the belief dates the part alone, otherwise all of them together; and a
part of this confidence is held against what is on record of it."""


def whole(asked: Asked, found: Identification, today: date, origins: tuple[str, ...] = ()) -> Identified:
    """Everything that a marking says. A part cannot be younger than ``today``, nor than its recovery."""
    makers = _makers(asked, found)
    dates = dates_of(asked, found, today)
    part = found.part.mpn if found.part and found.confidence >= SURE else None
    jarring = contradictions(asked.marking, last_day(asked, today), part, _one(makers))
    return Identified(
        id=asked.id,
        found=found,
        origins=origins,
        dates=dates,
        whose=_whose(asked, makers, span(dates)),
        remarks=tuple(f"{each.kind}: {each.words} ({each.source})" for each in jarring),
        ordering=_ordering(asked, found),
    )


def _ordering(asked: Asked, found: Identification) -> OrderingCode | None:
    """The part that was found by the fields of its code; where no catalogue holds it, the code as marked."""
    if found.part:
        return taken_apart(found.part.mpn)
    return in_marking(asked.marking) if found.outcome == "absent" else None


def dates_in(asked: Asked, today: date, maker: str | None = None) -> tuple[DateReading, ...]:
    """The date readings of a marking whose part is not sought; ``maker`` goes before the one asked for."""
    stated = named(maker or asked.maker or "")
    return readings(asked.marking, last_day(asked, today), maker=(*stated, None)[0])


def dates_of(asked: Asked, found: Identification | ShortAnswer, today: date) -> tuple[DateReading, ...]:
    """The date readings of a marking whose part was sought: who made it decides how its code is read."""
    return readings(asked.marking, last_day(asked, today), maker=_one(_makers(asked, found)))


def last_day(asked: Asked, today: date) -> date:
    """The last day on which the part can have been made."""
    return min(asked.recovered_to or today, today)


def span(dates: Sequence[DateReading]) -> Interval | None:
    """The days on which the part can have been made, by all readings that are in play.

    >>> span(()) is None
    True
    """
    if not dates:
        return None
    sure = [each for each in dates if each.weight >= SURE] or list(dates)
    firsts = [each.interval.first for each in sure if each.interval.first]
    lasts = [each.interval.last for each in sure if each.interval.last]
    return Interval(min(firsts, default=None), max(lasts, default=None))


def _one(makers: tuple[str, ...]) -> str | None:
    return makers[0] if len(makers) == 1 else None


def _makers(asked: Asked, found: Identification | ShortAnswer) -> tuple[str, ...]:
    """Whose part it may be, before its date is known: as the caller says, else of the part that was found."""
    if asked.maker:
        return named(asked.maker)[:1]
    return narrowed(found.part.makers, asked.marking)[0] if found.part else ()


def _whose(asked: Asked, makers: tuple[str, ...], made: Interval | None) -> MakerReading | None:
    """Brand as marked, else the one maker of the part that was found: then and today."""
    brands = [each.maker for each in shown(asked.marking) if each.kind == "brand"]
    one = brands[:1] or (list(makers) if len(makers) == 1 else [])
    return read_maker(one[0], made) if one else None
