"""When: what the parts were made, what was recovered when, and when it was examined, on one ruler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.model.document import Block, Callout, Column, Inline, ListBlock, Paragraph, Section, Table
from sherd.model.items import NOT_ORIGINAL, Item
from sherd.model.timing import AS_PUBLISHED, AfterDate, DatedPart, ItemDates, LagDistribution, Reckoned
from sherd.publish.charts import date_ruler
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, plural

LONGEST_LANE = 22
"""An item with a longer label stands on the ruler under its record id."""

NO_BREACH = (
    "The control date itself counts as after. A date of manufacture shows no breach: maker, route, listing "
    "and classification are separate questions."
)

SURE = 0.9
"""A reading of less weight is not drawn: its part can be read in several ways."""

MOST_WAYS = 3
"""So many ways to read one marking are listed; the rest are counted."""

CODES = (
    "What is read from a marking follows published conventions of date codes, limited by the recovery of the "
    "item, by the maker, and for a year of one digit by the other markings on the same item. It is no more "
    "than that: the characters may be no date at all. Where a publisher dates the part, that date is "
    "reckoned with and the reading stands beside it."
)

READING = (
    "A genuine mark, rightly read, dates the part that bears it. It dates the whole item only if the part is "
    "original to it, and it shows no breach of any control."
)


def chapter(material: Material, _sources: Sources) -> Section:
    """The ruler, and the sentence on what a date of manufacture shows and what not."""
    bars = sorted(_bars(material), key=lambda bar: (bar.lane, bar.first, bar.label))
    blocks: list[Block] = [Paragraph(READING)]
    if any(bar.when.first or bar.when.last for bar in bars):
        blocks.append(date_ruler.figure("date-ruler", bars, material.whole.controls))
    else:
        blocks.append(Paragraph("The record holds no date to draw."))
    left = sum(bool(part.left_out) for dates in material.whole.dates for part in dates.parts)
    if undrawn := sum(_several(part) for part in _parts(material)):
        blocks.append(
            Paragraph(f"Not drawn, because read in several ways: {plural(undrawn, 'part')}; see below.")
        )
    if left:
        blocks.append(Paragraph(f"Left out, because replaced or fitted later: {plural(left, 'dated part')}."))
    return Section("dates", "Dates", [*blocks, *_reckoned(material), *_codes(material)])


def _reckoned(material: Material) -> Iterator[Block]:
    """Not before, lag and parts after each control date, for every item with a dated original part."""
    found = [dates for dates in material.whole.dates if dates.not_before]
    if found:
        yield _not_before(found)
    counted = [(dates.item, after) for dates in material.whole.dates for after in dates.after]
    if counted:
        yield _after(counted)
    if material.whole.lags:
        yield Paragraph(_lags(material.whole.lags))
    impossible = [reason for dates in material.whole.dates for reason in dates.impossible]
    if impossible:
        yield Callout("warning", "Readings that cannot be", ListBlock(impossible))
    at_odds = [reason for dates in material.whole.dates for reason in dates.at_odds]
    if at_odds:
        yield Callout("warning", "Published and read dates that do not meet", ListBlock(at_odds))
    wrong = [missing for missing in material.whole.missing if missing.what.startswith("control date")]
    if wrong:
        said = (
            f"Of the control dates that the case states, {len(wrong)} cannot be used: each needs a day "
            "and a source that this reader may see."
        )
        yield Callout("warning", "Control dates not used", said)


def _codes(material: Material) -> Iterator[Block]:
    """Every part whose marking was read as a date, beside what its publisher states."""
    columns = [
        Column("Item, part", width=26),
        Column("Published", width=18),
        Column("Read from its marking", width=56),
    ]
    rows: list[list[Inline]] = []
    for dates in material.whole.dates:
        for part in dates.parts:
            if read := _read(part):
                stated = [one.when.words for one in part.readings if one.basis == AS_PUBLISHED]
                rows.append([f"{dates.item}, {part.id}", *(stated or [NOTHING]), _ways(read)])
    if rows:
        yield Table("Parts dated by their markings", columns, rows, note=CODES)


def _ways(read: Sequence[Reckoned]) -> str:
    several = len(read) > 1
    ways = [
        f"{one.when.words} ({one.basis}{f', weight {one.weight:.2f}' if several else ''})"
        for one in read[:MOST_WAYS]
    ]
    more = len(read) - len(ways)
    return "; ".join(ways) + (f"; {plural(more, 'other reading')}" if more else "")


def _read(part: DatedPart) -> tuple[Reckoned, ...]:
    """What the marking of a part was read as, likeliest first; where its publisher dates it as well, too."""
    return part.beside or tuple(one for one in part.readings if one.basis != AS_PUBLISHED)


def _parts(material: Material) -> Iterator[DatedPart]:
    for dates in material.whole.dates:
        yield from (part for part in dates.parts if not part.left_out)


def _several(part: DatedPart) -> bool:
    read = _read(part)
    return bool(read) and max(one.weight for one in read) < SURE


def _not_before(found: Sequence[ItemDates]) -> Table:
    columns = [
        Column("Item", width=18),
        Column("Not put together before", width=17),
        Column("without its latest part", width=17),
        Column("Manufacture of it to recovery", width=18),
        Column("On what it rests", width=30),
    ]
    rows: list[list[Inline]] = []
    for dates in found:
        if dates.not_before is None:
            continue
        early = dates.not_before.without_latest
        rows.append(
            [
                dates.item,
                str(dates.not_before.certain),
                str(early) if early else NOTHING,
                _lag(dates),
                dates.not_before.basis,
            ]
        )
    note = (
        "Parts replaced or fitted later are left out. A part may have lain in stock: the item can be younger."
    )
    return Table(
        "Before which day an item was not put together", columns, rows, header_column=True, note=note
    )


def _lag(dates: ItemDates) -> str:
    if dates.lag is None:
        return NOTHING
    most = "" if dates.lag.most is None else f" to {dates.lag.most:,}"
    return f"{dates.lag.least:,}{most} days"


def _after(counted: Sequence[tuple[str, AfterDate]]) -> Table:
    columns = [
        Column("Item", width=16),
        Column("Control date", width=34),
        Column("Certain", "right", width=10),
        Column("Possible", "right", width=10),
        Column("Expected", "right", width=10),
        Column("Dated parts", "right", width=20),
    ]
    rows: list[list[Inline]] = [
        [
            item,
            f"{after.control.when}: {after.control.words} ({after.control.source})",
            str(after.certain),
            str(after.possible),
            f"{after.expected:.2f}",
            f"{after.of}" + (f", {len(after.undetermined)} without an end" if after.undetermined else ""),
        ]
        for item, after in counted
    ]
    return Table("Parts made on or after a control date", columns, rows, header_column=True, note=NO_BREACH)


def _lags(found: LagDistribution) -> str:
    masses = "; ".join(f"{mass.left:g} to {mass.right:g} days: {mass.p:.0%}" for mass in found.masses)
    return (
        f"Over {plural(found.n, 'item')} the time from the manufacture of the latest part to recovery lies, "
        f"as far as the intervals tell, at {masses}. Late lots can only have shown short times."
    )


def _bars(material: Material) -> Iterator[date_ruler.Bar]:
    record = material.record
    lanes = {item.id: _lane(item) for item in record.items}
    events = {event.id: event for event in record.events}
    for component in record.components:
        made = component.made_as_published
        if made and component.originality not in NOT_ORIGINAL and component.item in lanes:
            yield date_ruler.Bar(lanes[component.item], str(component.label), "made", made)
    for dates in material.whole.dates:
        for part in dates.parts:
            for one in () if part.left_out else _read(part):
                if one.weight >= SURE:
                    yield date_ruler.Bar(lanes[dates.item], part.label, "read", one.when)
    for item in record.items:
        event = events.get(item.event or "")
        if event and event.when:
            yield date_ruler.Bar(lanes[item.id], "recovered", "recovered", event.when)
        if item.documented_at:
            yield date_ruler.Bar(lanes[item.id], "documented", "documented", item.documented_at)


def _lane(item: Item) -> str:
    return str(item.label) if len(item.label) <= LONGEST_LANE else item.id
