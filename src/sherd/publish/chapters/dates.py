"""When: what the parts were made, what was recovered when, and when it was examined, on one ruler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.model.document import Block, Callout, Column, Inline, ListBlock, Paragraph, Section, Table
from sherd.model.items import Item
from sherd.model.timing import AfterDate, ItemDates, LagDistribution
from sherd.publish.charts import date_ruler
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, plural

LONGEST_LANE = 22
"""An item with a longer label stands on the ruler under its record id."""

NOT_ORIGINAL = frozenset({"replaced", "retrofit"})

NO_BREACH = (
    "The control date itself counts as after. A date of manufacture shows no breach: maker, route, listing "
    "and classification are separate questions."
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
    left = sum(
        c.originality in NOT_ORIGINAL and bool(c.made_as_published) for c in material.record.components
    )
    if left:
        blocks.append(Paragraph(f"Left out, because replaced or fitted later: {plural(left, 'dated part')}."))
    return Section("dates", "Dates", [*blocks, *_reckoned(material)])


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
    wrong = [missing for missing in material.whole.missing if missing.what.startswith("control date")]
    if wrong:
        said = (
            f"Of the control dates that the case states, {len(wrong)} cannot be used: each needs a day "
            "and a source that this reader may see."
        )
        yield Callout("warning", "Control dates not used", said)


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
    for item in record.items:
        event = events.get(item.event or "")
        if event and event.when:
            yield date_ruler.Bar(lanes[item.id], "recovered", "recovered", event.when)
        if item.documented_at:
            yield date_ruler.Bar(lanes[item.id], "documented", "documented", item.documented_at)


def _lane(item: Item) -> str:
    return str(item.label) if len(item.label) <= LONGEST_LANE else item.id
