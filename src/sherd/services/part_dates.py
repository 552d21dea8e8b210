"""Read when the parts of a case were made from their markings, for all that reckons with dates.

What is read stays apart from what a publisher states. Each marking is read by the maker that a person decided
on, else that the publisher names, else that the identified part has; no part is younger than the recovery of
its item. Where the year has one digit, the other markings of the same item settle the decade, as far as the
parts are original to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from sherd.identify.company import in_company
from sherd.identify.whole import dates_in
from sherd.model.datecodes import DateReading
from sherd.model.identified import Identified
from sherd.model.items import NOT_ORIGINAL, Component
from sherd.model.judgements import reading_decision
from sherd.model.record import CaseRecord
from sherd.services.identify import IdentifyCase, Known
from sherd.services.review import readings

Dates = Mapping[str, tuple[DateReading, ...]]
"""Readings of date codes by the id of a marking, or of a component."""


def dates_read(record: CaseRecord, identify: IdentifyCase, today: date) -> dict[str, tuple[DateReading, ...]]:
    """By component, when it was made as its markings are read.

    A part is sought in the catalogues only for a marking whose maker nobody states.
    """
    known = Known(record)
    unstated = tuple(each for each in record.markings if known.asked(each).maker is None)
    decided = readings(record)
    found = identify(evolve(record, markings=unstated), decided)
    return part_dates(record, marking_dates(record, found, today))


def of_item(record: CaseRecord, component: str) -> CaseRecord:
    """The record with the markings of that item alone to which a component belongs."""
    known = Known(record)
    item = known.components[component].item if component in known.components else None
    return evolve(record, markings=tuple(each for each in record.markings if known.item(each) == item))


def with_dates(found: Iterable[Identified], dates: Dates) -> tuple[Identified, ...]:
    """What was found of each marking, with its dates as they were settled."""
    return tuple(evolve(each, dates=dates.get(each.id, each.dates)) for each in found)


def marking_dates(
    record: CaseRecord, found: Iterable[Identified], today: date
) -> dict[str, tuple[DateReading, ...]]:
    """By marking, its date readings, settled by the other markings of the same item where these can."""
    known, decided = Known(record), readings(record)
    identified = {each.id: each for each in found}
    own: dict[str, tuple[DateReading, ...]] = {}
    beside: dict[str, dict[str, list[str]]] = {}
    for each in record.markings:
        judged = decided.get(each.id)
        maker = reading_decision(judged.decision).maker if judged else None
        known_of = identified.get(each.id) if maker is None else None
        own[each.id] = known_of.dates if known_of else dates_in(known.asked(each), today, maker)
        part = known.component(each)
        if part and own[each.id] and (item := known.item(each)) and _dates_the_board(part):
            beside.setdefault(item, {}).setdefault(part.id, []).append(each.id)
    for parts in beside.values():
        own.update(_in_company({part: {id_: own[id_] for id_ in ids} for part, ids in parts.items()}))
    return own


def _in_company(parts: Mapping[str, Dates]) -> Iterator[tuple[str, tuple[DateReading, ...]]]:
    """The readings of all markings of one item, each beside those of its other parts and of its own part."""
    whole = {part: _together(list(markings.values())) for part, markings in parts.items()}
    for part, markings in parts.items():
        others = [read for other, read in whole.items() if other != part]
        for id_, read in markings.items():
            beside = [each for other, each in markings.items() if other != id_]
            yield id_, in_company(read, others + beside)


def part_dates(record: CaseRecord, dates: Dates) -> dict[str, tuple[DateReading, ...]]:
    """By component, the readings of all its markings, each marking that shows a date with the same share."""
    components = {each.id for each in record.components}
    known = Known(record)
    found: dict[str, list[tuple[DateReading, ...]]] = {}
    for marking in record.markings:
        component = known.component(marking)
        if component and component.id in components and dates.get(marking.id):
            found.setdefault(component.id, []).append(dates[marking.id])
    return {component: _together(each) for component, each in found.items()}


def _dates_the_board(component: Component) -> bool:
    """Whether a part can settle the decade of its neighbours, and they its own."""
    return component.originality not in NOT_ORIGINAL and component.fitted != "loose"


def _together(markings: Sequence[tuple[DateReading, ...]]) -> tuple[DateReading, ...]:
    """The readings of several markings of one part as one set; the same days are one reading."""
    if len(markings) == 1:
        return markings[0]
    days: dict[str, DateReading] = {}
    for each in markings:
        for reading in each:
            share = reading.weight / len(markings)
            before = days.get(str(reading.interval))
            first = before or reading
            days[str(reading.interval)] = evolve(
                first, weight=min(1.0, share + (before.weight if before else 0.0))
            )
    return tuple(sorted(days.values(), key=lambda one: (-one.weight, str(one.interval))))
