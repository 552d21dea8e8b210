"""The dates of one item, drawn from the record: its dated parts, its recovery, and the case's control dates.

A part is dated as its publisher says, or else by the readings of its marking, each with its weight. Where
there are both, both are kept apart; where they have no day in common, neither is believed alone. Parts
recorded as replaced or retrofit date themselves and not the item. A control date counts only with its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve

from sherd.attribute.observed import local
from sherd.attribute.timing import lag, made_after, not_before, without_impossible
from sherd.model.casewide import Missing
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval
from sherd.model.items import NOT_ORIGINAL, Component, Item
from sherd.model.record import CaseRecord
from sherd.model.timing import AS_PUBLISHED, ControlDate, DatedPart, ItemDates, Lag, NotBefore, Reckoned

Readings = Mapping[str, Sequence[DateReading]]
"""Readings of date codes by component id; their weights add up to 1 for each component."""


def control_dates(record: CaseRecord) -> tuple[tuple[ControlDate, ...], tuple[Missing, ...]]:
    """The control dates that the case states with a source of its own, and what is wrong with the others.

    >>> from sherd.model.hypotheses import Case
    >>> case = Case(case="c", id="c", title="t", question="q", control_dates=("2022-02-26 S9 listed",))
    >>> control_dates(CaseRecord(case=case))[1][0].needs
    "a source 'S9' in the sheet sources"
    """
    sources = {source.id for source in record.sources}
    found: list[ControlDate] = []
    wrong: list[Missing] = []
    for text in record.case.control_dates:
        day, _, rest = text.strip().partition(" ")
        source, _, words = rest.strip().partition(" ")
        needs = ""
        try:
            when = date.fromisoformat(day)
        except ValueError:
            needs = "a day, a source and words, as in 2022-02-26 S4 semiconductors listed"
        else:
            if local(source, record.case.id) not in sources:
                needs = f"a source {source!r} in the sheet sources"
            else:
                found.append(ControlDate(when, local(source, record.case.id), words.strip() or "controlled"))
        if needs:
            wrong.append(Missing(f"control date {text!r}", needs))
    return tuple(sorted(found, key=lambda control: (control.when, control.source))), tuple(wrong)


def item_dates(
    record: CaseRecord, item: Item, controls: Iterable[ControlDate], readings: Readings | None = None
) -> ItemDates:
    """What the dates of one item come to, with what is missing for what they do not come to."""
    recovered = recovery(record, item)
    parts: list[DatedPart] = []
    impossible: list[str] = []
    at_odds: list[str] = []
    for component in record.components:
        if local(component.item, record.case.id) != item.id:
            continue
        dated = _dated(component, (readings or {}).get(component.id, ()))
        if dated:
            kept, reasons = without_impossible(dated, recovered)
            impossible += reasons
            parts += [kept] if kept else []
            at_odds += [_odds(kept)] if kept and _differ(kept) else []
    refused: list[str] = []
    earliest = _not_before(parts, refused)
    after = tuple(made_after(parts, control) for control in controls) if parts else ()
    return ItemDates(
        item=item.id,
        recovered=recovered,
        parts=tuple(parts),
        not_before=earliest,
        after=after,
        lag=_lag(item, parts, earliest, recovered, refused),
        refused=tuple(refused),
        impossible=tuple(impossible),
        at_odds=tuple(at_odds),
    )


def recovery(record: CaseRecord, item: Item) -> Interval | None:
    """When an item came into hands; None where the record does not say."""
    if not item.event:
        return None
    wanted = local(item.event, record.case.id)
    return next((event.when for event in record.events if event.id == wanted), None)


def month_of(when: Interval | None) -> str | None:
    """The month of a recovery, as 2023-07; None where the record allows several."""
    if when is None or when.first is None or when.last is None:
        return None
    first, last = f"{when.first:%Y-%m}", f"{when.last:%Y-%m}"
    return first if first == last else None


def _dated(component: Component, readings: Sequence[DateReading]) -> DatedPart | None:
    left_out = f"recorded as {component.originality}" if component.originality in NOT_ORIGINAL else ""
    read = _read(readings)
    if component.made_as_published is None:
        return DatedPart(component.id, str(component.label), read, left_out) if read else None
    stated = Reckoned(component.made_as_published, 1.0, AS_PUBLISHED)
    if not read or any(one.when.overlaps(stated.when) for one in read):
        return DatedPart(component.id, str(component.label), (stated,), left_out, beside=read)
    halves = tuple(evolve(one, weight=one.weight / 2) for one in (stated, *read))
    return DatedPart(component.id, str(component.label), halves, left_out, beside=read)


def _read(readings: Sequence[DateReading]) -> tuple[Reckoned, ...]:
    """What a marking was read as, with weights that add up to 1."""
    whole = sum(reading.weight for reading in readings)
    return tuple(Reckoned(r.interval, r.weight / whole, f"{r.rule}: {r.code}") for r in readings)


def _differ(part: DatedPart) -> bool:
    """Whether what was published and what is read have no day in common."""
    return bool(part.beside) and len(part.readings) > 1


def _odds(part: DatedPart) -> str:
    said = next((one.when.words for one in part.readings if one.basis == AS_PUBLISHED), "after the recovery")
    ways = "; ".join(f"{one.when.words} ({one.basis})" for one in part.beside)
    return (
        f"{part.id}: published as made {said}, its marking is read as {ways}: no day in common, and both are "
        "reckoned with"
    )


def _not_before(parts: Sequence[DatedPart], refused: list[str]) -> NotBefore | None:
    try:
        return not_before(parts)
    except ValueError as error:
        refused.append(f"not before: {error}")
        return None


def _lag(
    item: Item,
    parts: Sequence[DatedPart],
    earliest: NotBefore | None,
    recovered: Interval | None,
    refused: list[str],
) -> Lag | None:
    """From the manufacture of the deciding part, over all its readings, to recovery."""
    if earliest is None:
        refused.append("lag: no original part is dated")
        return None
    if recovered is None or recovered.last is None:
        refused.append("lag: the record does not say when the item was recovered")
        return None
    (deciding,) = (one for one in parts if one.id == earliest.deciding)
    ends = [reading.when.last or recovered.last for reading in deciding.readings]
    return lag(Interval(earliest.certain, max(ends)), recovered, item.id)
