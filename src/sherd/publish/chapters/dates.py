"""When: what the parts were made, what was recovered when, and when it was examined, on one ruler."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.document import Block, Paragraph, Section
from sherd.model.items import Item
from sherd.publish.charts import date_ruler
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, plural

LONGEST_LANE = 22
"""An item with a longer label stands on the ruler under its record id."""

NOT_ORIGINAL = frozenset({"replaced", "retrofit"})

READING = (
    "A genuine mark, rightly read, dates the part that bears it. It dates the whole item only if the part is "
    "original to it, and it shows no breach of any control."
)


def chapter(material: Material, _sources: Sources) -> Section:
    """The ruler, and the sentence on what a date of manufacture shows and what not."""
    bars = sorted(_bars(material), key=lambda bar: (bar.lane, bar.first, bar.label))
    blocks: list[Block] = [Paragraph(READING)]
    if any(bar.when.first or bar.when.last for bar in bars):
        blocks.append(date_ruler.figure("date-ruler", bars))
    else:
        blocks.append(Paragraph("The record holds no date to draw."))
    left = sum(
        c.originality in NOT_ORIGINAL and bool(c.made_as_published) for c in material.record.components
    )
    if left:
        blocks.append(Paragraph(f"Left out, because replaced or fitted later: {plural(left, 'dated part')}."))
    return Section("dates", "Dates", blocks)


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
