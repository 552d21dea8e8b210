"""The serials of a case, system model by system model: series, sums, and their course over time.

Serials of two system models are never one series. A start is known only where the case says so
(``series_start``). The strike, lot or wreck of an item is its recovery event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sherd.attribute.item_dates import month_of, recovery
from sherd.attribute.observed import local
from sherd.attribute.population import posterior, posterior_unknown
from sherd.attribute.production import cumulative, pace
from sherd.attribute.serials import must_not_be_pooled, read_serial, series
from sherd.attribute.totals import total
from sherd.model.casewide import DatedSerial, Missing, SystemSerials
from sherd.model.items import Item
from sherd.model.production import Pace, Produced
from sherd.model.record import CaseRecord
from sherd.model.serials import Chances, Population, Serial, Series, Unread
from sherd.model.timing import ItemDates

MOST_LISTED = 200_000
"""No posterior is listed over more numbers than this."""


MOST_DISORDER = 0.2
"""Above this share of pairs in the wrong order, serials and days do not tell one pace."""


def system_serials(
    record: CaseRecord, dates: Sequence[ItemDates], missing: list[Missing]
) -> tuple[SystemSerials, ...]:
    """One result for each system model of which an item bears a serial."""
    by_system: dict[str, list[Item]] = {}
    for item in record.items:
        if item.serial:
            by_system.setdefault(local(item.system or "", record.case.id), []).append(item)
    if not by_system:
        missing.append(Missing("how many were made", "items with a serial; the record holds none"))
    starts = _starts(record, missing)
    known = {each.item: each for each in dates}
    return tuple(_system(record, name, items, starts, known) for name, items in sorted(by_system.items()))


def _starts(record: CaseRecord, missing: list[Missing]) -> dict[str, int]:
    starts = {}
    for prefix, first in record.case.series_start.items():
        if first.strip().isdecimal():
            starts[prefix] = int(first)
        else:
            needs = f"a whole number as the first of the series {prefix!r}, not {first!r}"
            missing.append(Missing("known start of a series", needs))
    return starts


def _system(
    record: CaseRecord,
    name: str,
    items: Sequence[Item],
    starts: Mapping[str, int],
    dates: Mapping[str, ItemDates],
) -> SystemSerials:
    read = [read_serial(str(item.serial), item.id, item.event or "") for item in items]
    legible = [one for one in read if isinstance(one, Serial)]
    found = series(legible, start=starts)
    best = [(one.name, of) for one in found if (of := one.population or one.unknown_start)]
    proper = [of for _, of in best if of.median is not None]
    points = _points(record, items, legible, dates)
    single = found[0] if len(found) == 1 and not found[0].refused else None
    return SystemSerials(
        system=name,
        series=found,
        total=total(proper) if len(proper) == len(found) > 1 else None,
        not_pooled=must_not_be_pooled(found),
        unread=tuple(one for one in read if isinstance(one, Unread)),
        posteriors=tuple((title, chances) for title, of in best if (chances := _chances(of))),
        points=points,
        pace=_pace(points) if single else None,
        produced=_produced(record, items, single) if single else (),
    )


def _chances(of: Population) -> Chances | None:
    """The chances of N as far as its upper tail, for the picture."""
    if of.upper_tail is None:
        return None
    if of.start == "known":
        m = of.greatest - int(of.first) + 1
        last = of.upper_tail
        return posterior(m, of.effective, max(m, last)) if last - m <= MOST_LISTED else None
    d = of.greatest - of.least
    return posterior_unknown(d, of.effective, of.upper_tail) if of.upper_tail - d <= MOST_LISTED else None


def _points(
    record: CaseRecord, items: Sequence[Item], legible: Sequence[Serial], dates: Mapping[str, ItemDates]
) -> tuple[DatedSerial, ...]:
    """Each serial with the day of assembly that its parts allow, or else the day of its recovery."""
    by_id = {item.id: item for item in items}
    found = []
    for serial in legible:
        earliest = dates[serial.item].not_before if serial.item in dates else None
        when = recovery(record, by_id[serial.item])
        if earliest:
            found.append(DatedSerial(serial.item, serial.text, serial.number, earliest.certain, "not before"))
        elif when and when.first and when.last:
            middle = when.first + timedelta(days=(when.last - when.first).days // 2)
            found.append(DatedSerial(serial.item, serial.text, serial.number, middle, "recovered"))
    return tuple(sorted(found, key=lambda point: (point.day, point.number)))


def _pace(points: Sequence[DatedSerial]) -> Pace | None:
    """The pace of a series, unless more than a fifth of its pairs are in the wrong order."""
    made = [(point.day, point.number) for point in points if point.known_from == "not before"]
    if len({day for day, _ in made}) < 3:
        return None
    found = pace(made)
    pairs = found.n * (found.n - 1) / 2
    return found if len(found.disorder) <= MOST_DISORDER * pairs else None


def _produced(record: CaseRecord, items: Sequence[Item], single: Series) -> tuple[Produced, ...]:
    """The envelope by month of recovery, for a series of known start with recoveries dated to a month."""
    if single.population is None:
        return ()
    by_id = {item.id: item for item in items}
    months: dict[str, list[Serial]] = {}
    for serial in single.serials:
        month = month_of(recovery(record, by_id[serial.item]))
        if month is None:
            return ()
        months.setdefault(month, []).append(serial)
    draws = {
        month: len({serial.cluster or serial.item for serial in found}) for month, found in months.items()
    }
    numbers = {month: [serial.number for serial in found] for month, found in months.items()}
    return cumulative(numbers, start=int(single.population.first), effective=draws) if len(months) > 1 else ()
