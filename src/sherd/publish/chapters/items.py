"""The things on the table: an item sheet each, with its custody and its tree of components."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sherd.model.custody import CustodyEvent
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
from sherd.model.items import Component, Item, Recovery
from sherd.model.markings import Marking
from sherd.publish.digits import digits_withheld, withhold_digits
from sherd.publish.material import Material
from sherd.publish.phrases import NOTHING, Sources, joined, marking, plural, shown, when
from sherd.publish.redact import WithheldText

CUSTODY = {
    "documented": "documented",
    "partial": "documented in part",
    "not_published": "not published",
    "broken": "broken",
    "unknown": "unknown",
}

LABELLED = {
    "seized": "known by seizure at source",
    "date": "known by date",
    "publisher": "by its publisher's word",
    "inferred": "inferred from a feature",
}
"""On what the line of a specimen rests."""


def chapter(material: Material, sources: Sources) -> Section:
    """Items in question first, then the reference specimens."""
    record = material.record
    parts = _Parts(material, sources)
    blocks: list[Block] = [_sheet(item, parts) for item in record.items if item.role == "item"]
    references = [_sheet(item, parts) for item in record.items if item.role != "item"]
    if references:
        blocks.append(Section("references", "Reference specimens", references))
    return Section("items", "The items", blocks or "No item was recorded.")


class _Parts:
    """The components and markings of the case, found by what they belong to."""

    def __init__(self, material: Material, sources: Sources) -> None:
        record = material.record
        self.record, self.sources = record, sources
        self.digits_withheld = digits_withheld(material.clearance, record.case.withhold_serial_digits)
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
        blocks.append(_custody(item, custody, parts))
    return Section(anchor_id("item", item.id), str(item.label), blocks)


def _serial(item: Item, parts: _Parts) -> Inline:
    """The serial without the last digits, unless it is withheld whole."""
    if not item.serial or isinstance(item.serial, WithheldText):
        return shown(item.serial)
    return withhold_digits(item.serial, parts.digits_withheld)


def _custody(item: Item, events: list[CustodyEvent], parts: _Parts) -> Table:
    """The hand-overs, in the columns in which anything is recorded."""
    columns: list[tuple[str, Callable[[CustodyEvent], Inline]]] = [
        ("When", lambda event: when(event.at)),
        ("What", lambda event: shown(event.kind_)),
        ("From", lambda event: shown(event.from_)),
        ("To", lambda event: shown(event.to_)),
        ("Place", lambda event: shown(event.place)),
        ("Condition", lambda event: shown(event.condition)),
        ("Seal in", lambda event: shown(event.seal_in)),
        ("Seal out", lambda event: shown(event.seal_out)),
        ("Source", parts.sources.cite),
    ]
    told = [(name, cell) for name, cell in columns if any(cell(event) != NOTHING for event in events)]
    rows = [[cell(event) for _, cell in told] for event in events]
    return Table(f"Custody of {item.label}", [name for name, _ in told], rows)


def _entries(item: Item, parts: _Parts) -> list[tuple[Inline, Inline]]:
    event = parts.events.get(item.event or "")
    said: list[tuple[Inline, Inline]] = [
        ("Record", [item.id]),
        ("Designation", shown(item.designation)),
        ("Serial", _serial(item, parts)),
        ("System", shown(parts.systems.get(item.system or "", item.system))),
        ("Line as labelled", _label_of(item)),
        ("Recovered", _recovered(event) if event else shown(item.event)),
        ("Circumstances", shown(item.circumstances)),
        ("Recovered by", shown(item.recovered_by)),
        ("Documented", shown(item.documented_at)),
        ("Documented by", shown(item.documented_by)),
        ("Holder", shown(item.holder)),
        ("Access", shown(item.access_basis)),
        ("Connected", shown(item.connected)),
        ("Completeness", shown(item.completeness)),
        ("Custody", CUSTODY.get(item.custody_status, "the record does not say")),
        ("Source", parts.sources.cite(item)),
        ("Note", shown(item.note)),
    ]
    return [(name, value) for name, value in said if value != NOTHING]


def _recovered(event: Recovery) -> Inline:
    told = [value for value in (shown(event.when), shown(event.place)) if value != NOTHING]
    return joined(told, ", ") if told else NOTHING


def _label_of(item: Item) -> Inline:
    """The line of a specimen and on what that rests; of an item in question nothing is presumed."""
    if item.line is None:
        return NOTHING
    basis = LABELLED.get(item.label_basis or "", "on a basis that is not stated")
    return joined([shown(item.line), basis], ", ")


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
