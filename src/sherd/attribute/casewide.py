"""Draw from a whole case what its items say together: dates, lags, serials, lines, lineage, origin shares.

Each question takes what the record holds for it; where that is not enough, what is missing is said by name
and nothing is guessed. Items of one recovery event are one find throughout.
"""

from __future__ import annotations

from collections.abc import Mapping

from sherd.attribute.drawn_serials import system_serials
from sherd.attribute.item_dates import Readings, control_dates, item_dates, month_of, recovery
from sherd.attribute.lag import turnbull
from sherd.attribute.lineage import Variant, lineage
from sherd.attribute.lines import EXACT_UP_TO, co_production
from sherd.attribute.observed import local, observed
from sherd.attribute.shares import Find, origin_share
from sherd.model.casewide import CaseWide, Missing
from sherd.model.changes import OriginShare
from sherd.model.dates import Interval
from sherd.model.items import Item
from sherd.model.lines import CoProduction, Lineage
from sherd.model.record import CaseRecord
from sherd.model.timing import ItemDates, LagDistribution

MOST_ITEMS = 60
"""More items than this are not divided into lines: the sampler would take minutes."""

MOVES = 6_000
"""Items moved by the sampler, so that a dossier is not kept waiting; the error says what that costs."""

LEAST_PERIODS, LEAST_FINDS = 3, 6


def case_wide(record: CaseRecord, readings: Readings | None = None) -> CaseWide:
    """Everything that a case comes to as a whole. ``readings`` are date codes read, by component id."""
    controls, missing = control_dates(record)
    wanting = list(missing)
    dates = tuple(item_dates(record, item, controls, readings) for item in record.items)
    return CaseWide(
        case=record.case.id,
        controls=controls,
        dates=dates,
        lags=_lags(record, dates, wanting),
        serials=system_serials(record, dates, wanting),
        lines=_lines(record, wanting),
        lineages=_lineages(record, wanting),
        shares=_shares(record, wanting),
        missing=tuple(wanting),
    )


def _lags(record: CaseRecord, dates: tuple[ItemDates, ...], missing: list[Missing]) -> LagDistribution | None:
    events = {item.id: item.event or item.id for item in record.items}
    lags = [(each.lag, events[each.item]) for each in dates if each.lag and each.lag.most is not None]
    names = [event for _, event in lags]
    if len(set(names)) < 2:
        needs = f"two recoveries with a dated original part; the record holds {len(set(names))}"
        missing.append(Missing("time from manufacture to recovery", needs))
        return None
    return turnbull(
        [(float(found.least), float(found.most or 0)) for found, _ in lags],
        weights=[1 / names.count(event) for event in names],
        tolerance=1e-9,
    )


def _categories(record: CaseRecord) -> dict[str, dict[str, str]]:
    """The features by category that were seen of each item that shows any."""
    kinds = {feature.id for feature in record.features if feature.kind_ == "category"}
    found = {
        item: {name: value for name, value in seen.values.items() if name in kinds and isinstance(value, str)}
        for item, seen in observed(record).items()
    }
    return {item: values for item, values in found.items() if values}


def _lines(record: CaseRecord, missing: list[Missing]) -> CoProduction | None:
    seen = _categories(record)
    if not 2 <= len(seen) <= MOST_ITEMS:
        needs = f"2 to {MOST_ITEMS} items with observed features; the record holds {len(seen)}"
        missing.append(Missing("which items share a line", needs))
        return None
    sweeps = max(100, MOVES // len(seen)) if len(seen) > EXACT_UP_TO else 1
    return co_production(seen, sweeps=sweeps)


def _lineages(record: CaseRecord, missing: list[Missing]) -> tuple[tuple[str, Lineage], ...]:
    """One lineage for each system model of which two variants or more were seen on known days."""
    seen = _categories(record)
    systems: dict[str, dict[tuple[tuple[str, str], ...], list[tuple[Interval, str]]]] = {}
    for item in record.items:
        when = recovery(record, item)
        day = when and (when.first or when.last)
        if item.system and item.id in seen and when and day:
            states = tuple(sorted(seen[item.id].items()))
            systems.setdefault(local(item.system, record.case.id), {}).setdefault(states, []).append(
                (when, item.id)
            )
    found = tuple((system, lineage(_variants(of))) for system, of in sorted(systems.items()) if len(of) > 1)
    if not found:
        needs = "two items of one system model with different features and days of recovery"
        missing.append(Missing("lineage of variants", needs))
    return found


def _variants(of: Mapping[tuple[tuple[str, str], ...], list[tuple[Interval, str]]]) -> list[Variant]:
    """One variant for each set of features, named after the item in which it was first seen."""
    first = {states: min(items, key=lambda found: (_day(found[0]), found[1])) for states, items in of.items()}
    return [Variant(item, when, dict(states)) for states, (when, item) in first.items()]


def _day(when: Interval) -> str:
    return str(when.first or when.last)


def _shares(record: CaseRecord, missing: list[Missing]) -> tuple[tuple[str, OriginShare], ...]:
    """For each system model: the share of the origin that was seen last, by month of recovery."""
    countries = {line.id: line.country for line in record.lines}
    by_system: dict[str, list[tuple[str, str, Item]]] = {}
    for item in record.items:
        country = countries.get(local(item.line or "", record.case.id))
        month = month_of(recovery(record, item))
        if item.system and country and month:
            by_system.setdefault(local(item.system, record.case.id), []).append((month, country, item))
    found = []
    for system, known in sorted(by_system.items()):
        first: dict[str, str] = {}
        for month, country, _ in sorted(known, key=lambda k: (k[0], k[1])):
            first.setdefault(country, month)
        finds = {(month, item.event or item.id) for month, _, item in known}
        if len(first) < 2 or len({month for month, _ in finds}) < LEAST_PERIODS or len(finds) < LEAST_FINDS:
            continue
        origin = max(first, key=lambda country: (first[country], country))
        months = _all_months(min(first.values()), max(month for month, _, _ in known))
        told = [Find(i.id, month, float(country == origin), i.event or "") for month, country, i in known]
        found.append((system, origin_share(origin, told, months)))
    if not found:
        needs = (
            f"a system model with two countries of known lines, in {LEAST_FINDS} finds or more over "
            f"{LEAST_PERIODS} months or more"
        )
        missing.append(Missing("change of origin share", needs))
    return tuple(found)


def _all_months(first: str, last: str) -> list[str]:
    start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]
