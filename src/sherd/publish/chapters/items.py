"""The things on the table: an item sheet each, with its custody and its tree of components."""

from __future__ import annotations

from collections import defaultdict

from sherd.model.document import (
    Anchor,
    Block,
    Definitions,
    Inline,
    Section,
    Span,
    Strong,
    Table,
    Tree,
    TreeNode,
    anchor_id,
    to_spans,
)
from sherd.model.items import Component, Item
from sherd.model.markings import Marking
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, marking, plural, shown

CUSTODY = {
    "documented": "documented",
    "partial": "documented in part",
    "not_published": "not published",
    "broken": "broken",
    "unknown": "unknown",
}


def chapter(material: Material, sources: Sources) -> Section:
    """Items in question first, then the reference specimens."""
    record = material.record
    ordered = sorted(record.items, key=lambda item: item.role != "item")
    parts = _Parts(material, sources)
    return Section("items", "The items", [_sheet(item, parts) for item in ordered] or "No item was recorded.")


class _Parts:
    """The components and markings of the case, found by what they belong to."""

    def __init__(self, material: Material, sources: Sources) -> None:
        record = material.record
        self.record, self.sources = record, sources
        self.systems = {system.id: system.name for system in record.systems}
        self.events = {event.id: event for event in record.events}
        self.components: dict[str, list[Component]] = defaultdict(list)
        self.markings: dict[str, list[Marking]] = defaultdict(list)
        for component in record.components:
            self.components[component.item].append(component)
        for mark in record.markings:
            self.markings[mark.component or mark.item or ""].append(mark)


def _sheet(item: Item, parts: _Parts) -> Section:
    blocks: list[Block] = [Definitions(_entries(item, parts))]
    found = parts.components[item.id]
    if found:
        blocks.append(
            Tree(_tree(found, parts), f"Components of {item.label}: {plural(len(found), 'entry', 'entries')}")
        )
    custody = [event for event in parts.record.custody if event.item == item.id]
    if custody:
        rows = [
            [shown(e.at), shown(e.kind_), shown(e.from_), shown(e.to_), shown(e.seal_in), shown(e.seal_out)]
            for e in custody
        ]
        headings = ["When", "What", "From", "To", "Seal in", "Seal out"]
        blocks.append(Table(f"Custody of {item.label}", headings, rows))
    role = "in question" if item.role == "item" else "reference specimen"
    return Section(anchor_id("item", item.id), f"{item.label} ({role})", blocks)


def _entries(item: Item, parts: _Parts) -> list[tuple[Inline, Inline]]:
    event = parts.events.get(item.event or "")
    said: list[tuple[Inline, Inline | None]] = [
        ("Record", [item.id]),
        ("Designation", shown(item.designation)),
        ("Serial", shown(item.serial)),
        ("System", parts.systems.get(item.system or "", shown(item.system))),
        (
            "Line as labelled",
            [*to_spans(shown(item.line)), f", label by {item.label_basis or 'nothing stated'}"],
        ),
        ("Recovered", [*to_spans(shown(event.when)), ", ", *to_spans(shown(event.place))] if event else None),
        ("Documented", shown(item.documented_at)),
        ("Holder", shown(item.holder)),
        ("Completeness", shown(item.completeness)),
        ("Custody", CUSTODY[item.custody_status]),
        ("Source", parts.sources.cite(item)),
        ("Note", shown(item.note)),
    ]
    return [(name, value) for name, value in said if value is not None and value != "—"]


def _tree(components: list[Component], parts: _Parts) -> list[TreeNode]:
    ids = {component.id for component in components}
    below: dict[str | None, list[Component]] = defaultdict(list)
    for component in components:
        below[component.parent if component.parent in ids else None].append(component)
    placed: set[str] = set()

    def node(component: Component) -> TreeNode:
        placed.add(component.id)
        children = [node(child) for child in below[component.id] if child.id not in placed]
        return TreeNode(_label(component, parts), children)

    top = [node(component) for component in below[None]]
    return top + [node(component) for component in components if component.id not in placed]


def _label(component: Component, parts: _Parts) -> list[Span]:
    said: list[str | Span] = [
        Anchor(anchor_id("component", component.id), component.id),
        " ",
        Strong(component.label),
    ]
    for value in (component.part_as_published, component.maker_as_published, component.country_as_published):
        if value:
            said += [", ", *to_spans(shown(value))]
    if component.made_as_published:
        said.append(f", made {component.made_as_published.words}")
    if component.state and component.state != "examined":
        said.append(f", {component.state}")
    for mark in parts.markings[component.id]:
        said += ["; marked ", marking(mark.text)]
    said += [" ", *to_spans(parts.sources.cite(component))]
    return list(to_spans(said))
