"""The feature table as the journal shows it at the moment when the first item in question was opened."""

from __future__ import annotations

from collections.abc import Mapping

from sherd.compare.tables import changes
from sherd.journal.entry import reveal
from sherd.journal.leaf import decode
from sherd.model.items import Feature, Observation
from sherd.model.plain import row_of
from sherd.model.record import CaseRecord
from sherd.ports import Store, StoredEvent


def earlier_table(store: Store, record: CaseRecord) -> tuple[Feature, ...] | None:
    """The features as they stood before the first observation of an item in question; ``None`` if unchanged.

    A row that was withheld then, or destroyed since, stands as it stands now.
    """
    opened = _opened(store, record) if record.features else None
    if opened is None:  # nobody has looked yet: the table may still be written
        return None
    table = _as_opened(store, record, opened)
    return table if changes(table, record.features) else None


def _as_opened(store: Store, record: CaseRecord, opened: int) -> tuple[Feature, ...]:
    """Every feature event before the first observation on an item in question, applied in order."""
    current = {feature.id: feature for feature in record.features}
    table: dict[str, Feature] = {}
    for stored in store.events():
        if stored.seq >= opened:
            break
        if stored.case == record.case.id and stored.kind == Feature.kind and stored.id is not None:
            row = None if stored.verb == "withdrawn" else _row(stored, current)
            table.pop(stored.id, None)
            if row is not None:
                table[stored.id] = row
    return tuple(table.values())


def _opened(store: Store, record: CaseRecord) -> int | None:
    """The first event that observes an item in question or one of its components."""
    asked = {item.id for item in record.items if item.role == "item"}
    asked |= {component.id for component in record.components if component.item in asked}
    about = {each.id for each in record.observations if {each.item, each.component} & asked}
    return next(
        (
            stored.seq
            for stored in store.events()
            if stored.case == record.case.id and stored.kind == Observation.kind and stored.id in about
        ),
        None,
    )


def _row(stored: StoredEvent, current: Mapping[str, Feature]) -> Feature | None:
    event = decode(stored.leaf)
    said = reveal(event, [None for _ in event.withheld])
    if stored.id is None or not said.fields or "group" not in said.fields:
        return current.get(stored.id or "")
    row = row_of(Feature.kind, stored.case, stored.id, said.fields)
    return row if isinstance(row, Feature) else None
