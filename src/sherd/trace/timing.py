"""How the days of a transfer lie to listings and controls: before, during, after, or not to be told.

What is told here is an order of days. That a transfer came after a listing is an observation; whether it
breached anything depends on goods, licences and law, and is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from sherd.model.dates import Interval
from sherd.model.paths import Leg, Station, Timing
from sherd.model.supply import Listing
from sherd.trace.controls import controls

Order = Literal["before", "during", "after", "overlaps", "not_dated"]


def order(when: Interval | None, days: Interval, sure: Interval | None = None) -> Order:
    """How one stretch of days lies to another; ``overlaps`` where more than one answer is possible.

    ``days`` are those on which something may have stood, ``sure`` those on which it surely did, where the
    first or last day is not known to the day.

    >>> order(Interval.parse("2022-08-26"), Interval.parse("2023-10-06/"))
    'before'
    >>> order(Interval.parse("2023"), Interval.parse("2023-10-06/"))
    'overlaps'
    """
    if when is None or (when.first is None and when.last is None):
        return "not_dated"
    if when.last and days.first and when.last < days.first:
        return "before"
    if when.first and days.last and when.first > days.last:
        return "after"
    sure = sure or days
    begun = sure.first is not None and when.first is not None and when.first >= sure.first
    going = sure.last is None or (when.last is not None and when.last <= sure.last)
    return "during" if begun and going else "overlaps"


def timings(
    legs: Iterable[Leg], stations: Sequence[Station], listings: Sequence[Listing]
) -> Iterator[Timing]:
    """Every transfer against the listings of its two parties, and the rules on its destination."""
    places = {station.id: station for station in stations}
    for leg in legs:
        if leg.kind == "transfer" and leg.row is not None:
            yield from _listed(leg, places, listings)
            yield from _controlled(leg, places)


def _listed(leg: Leg, places: Mapping[str, Station], listings: Sequence[Listing]) -> Iterator[Timing]:
    for end in (places[leg.from_], places[leg.to]):
        for listing in listings:
            if end.row is not None and listing.party == end.row:
                how = order(leg.when, listing.days, listing.surely)
                what = f"{end.name} on {listing.list_}"
                said = _said(how, leg.when, listing.days, listing.surely, f"{what} ({listing.days.words})")
                yield Timing(
                    transfer=leg.row or "", kind="listing", about=listing.id, what=what, when=how, words=said
                )


def _controlled(leg: Leg, places: Mapping[str, Station]) -> Iterator[Timing]:
    destination = places[leg.to].country
    for rule in controls(destination, None):
        how = order(leg.when, rule.days)
        what = f"{rule.jurisdiction} rule on exports to {rule.destination}: {rule.what}"
        words = f"{what} ({rule.days.words}; {rule.source})"
        said = _said(how, leg.when, rule.days, rule.days, words)
        yield Timing(transfer=leg.row or "", kind="control", about=rule.id, what=what, when=how, words=said)


def _said(how: Order, when: Interval | None, days: Interval, sure: Interval, what: str) -> str:
    match how:
        case "not_dated":
            return f"the transfer is not dated; {what}"
        case "before":
            return f"{_between(when, Interval(days.first, sure.first))} before {what}"
        case "after":
            return f"{_between(Interval(sure.last, days.last), when)} after {what}"
        case "during":
            return f"within the days of {what}"
        case _:
            return f"whether within or outside the days of {what} cannot be told from the dates recorded"


def _between(earlier: Interval | None, later: Interval | None) -> str:
    """How many days lie between: at least, and where both ends are known at most."""
    if earlier is None or earlier.last is None or later is None or later.first is None:
        return "some days"
    least = (later.first - earlier.last).days
    most = (later.last - earlier.first).days if earlier.first and later.last else None
    return (
        f"{least} days" if most == least else f"{least} to {most} days" if most else f"at least {least} days"
    )
