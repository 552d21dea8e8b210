"""When: what the parts were made, what was recovered when, and what was said when, on one ruler."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.document import Block, Paragraph, Section
from sherd.publish.charts import date_ruler
from sherd.publish.material import Material
from sherd.publish.phrases import Sources


def chapter(material: Material, _sources: Sources) -> Section:
    """The ruler, and the sentence on what a date of manufacture shows and what not."""
    bars = sorted(_bars(material), key=lambda bar: (bar.lane, bar.first, bar.label))
    blocks: list[Block] = [
        Paragraph(
            "A genuine mark, rightly read, dates the part that bears it. It dates the whole item only if the "
            "part is original to it, and it shows no breach of any control."
        )
    ]
    blocks += (
        [date_ruler.figure("date-ruler", bars)] if bars else [Paragraph("The record holds no date to draw.")]
    )
    return Section("dates", "Dates", blocks)


def _bars(material: Material) -> Iterator[date_ruler.Bar]:
    record = material.record
    items = {item.id: item.label for item in record.items}
    events = {event.id: event for event in record.events}
    for component in record.components:
        made = component.made_as_published
        if made and component.originality not in {"replaced", "retrofit"}:
            yield date_ruler.Bar(items.get(component.item, component.item), component.label, "made", made)
    for item in record.items:
        event = events.get(item.event or "")
        if event and event.when:
            yield date_ruler.Bar(item.label, "recovered", "recovered", event.when)
        if item.documented_at:
            yield date_ruler.Bar(item.label, "documented", "documented", item.documented_at)
