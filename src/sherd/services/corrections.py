"""What was changed or withdrawn since it was first recorded, read from the journal for one reader.

A row that the reader may not see is counted and never named, even where an earlier version of it was public.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import define, field, frozen

from sherd.journal.entry import DESTROYED, ERASED, REPLACES, Revealed, reveal
from sherd.journal.events import Event
from sherd.journal.leaf import decode
from sherd.model.columns import Column, columns
from sherd.model.provenance import Export
from sherd.model.record import KINDS
from sherd.model.release import within
from sherd.ports import Store, StoredEvent
from sherd.publish.material import Changed, Correction
from sherd.publish.redact import Hidden
from sherd.services.record import UNCOUNTED

LONGEST = 160
"""Signs of a value that a correction quotes."""

NOT_TOLD = UNCOUNTED | {Export.kind, ERASED}


@frozen
class Corrections:
    """The corrections that a reader may see, oldest first, and how many more there are."""

    told: tuple[Correction, ...]
    withheld: int


def corrections(store: Store, case: str, clearance: str, hidden: Hidden) -> Corrections:
    """Every correction of a case, as far as ``clearance`` goes; ``hidden`` names rows not to be told of."""
    events = [
        event
        for event in store.events(verbs=tuple(sorted(REPLACES)))
        if event.case == case and event.kind not in NOT_TOLD
    ]
    if not events:
        return Corrections((), 0)
    return _Reading(_versions(store, events), _opened(store, clearance), hidden).all(events)


def _versions(store: Store, events: Sequence[StoredEvent]) -> Mapping[str, Event]:
    """The events that were replaced, by leaf hash."""
    wanted = {bytes.fromhex(parent) for event in events for parent in decode(event.leaf).parents}
    return {event.hash.hex(): decode(event.leaf) for event in store.events() if event.hash in wanted}


def _opened(store: Store, clearance: str) -> Mapping[str, str]:
    """The withheld values that this reader may see, by digest."""
    return {
        held.digest: held.text
        for held in store.disclosures()
        if held.text is not None and within(held.level, clearance)
    }


@define
class _Reading:
    versions: Mapping[str, Event]
    opened: Mapping[str, str]
    hidden: Hidden
    shut: set[tuple[str, str | None]] = field(factory=set)

    def all(self, events: Sequence[StoredEvent]) -> Corrections:
        """Newest first, so that a row withheld by now is not named by its past."""
        found = [self.one(event) for event in reversed(events)]
        told = tuple(correction for correction in reversed(found) if correction is not None)
        return Corrections(told, found.count(None))

    def one(self, event: StoredEvent) -> Correction | None:
        now = decode(event.leaf)
        if event.kind == DESTROYED:
            reason = str((now.noun or {}).get("reason", ""))
            what = (Changed("value", "withheld", f"destroyed: {reason}"),)
            return Correction(seq=event.seq, at=event.at, verb="withdrawn", kind="value", id="", changes=what)
        said = self._said(now)
        row = (event.kind, event.id)
        if said.id is None or row in self.shut or self._is_hidden(event.kind, said.id):
            self.shut.add(row)
            return None
        changes = () if event.verb == "withdrawn" else self._changes(event.kind, now, said)
        return Correction(
            seq=event.seq, at=event.at, verb=event.verb, kind=event.kind, id=said.id, changes=changes
        )

    def _said(self, event: Event) -> Revealed:
        return reveal(event, [self.opened.get(digest) for _, digest in event.withheld])

    def _is_hidden(self, kind: str, id_: str) -> bool:
        return kind in KINDS and self.hidden.level(KINDS[kind].sheet, id_) is not None

    def _changes(self, kind: str, event: Event, now: Revealed) -> tuple[Changed, ...]:
        before = next((self.versions[parent] for parent in event.parents if parent in self.versions), None)
        was = self._said(before) if before is not None else Revealed(None, None)
        if was.fields is None:
            return (Changed("the whole row", "withheld", "shown"),)
        changed = _differing(kind, was.fields, now.fields or {})
        return tuple(self._change(column, was.fields, now.fields or {}) for column in changed) or (
            Changed("a withheld value", "withheld", "withheld"),
        )

    def _change(self, column: Column, was: Mapping[str, Any], now: Mapping[str, Any]) -> Changed:
        return Changed(
            column.name, self._value(column, was.get(column.name)), self._value(column, now.get(column.name))
        )

    def _value(self, column: Column, value: object) -> str:
        """A value as a correction quotes it; people, places and sources are not quoted."""
        if value is None or value in ("", [], {}):
            return "—"
        if column.sealed or any(self._names_hidden(text) for text in _texts(value)):
            return "withheld"
        text = "; ".join(_texts(value))
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    def _names_hidden(self, text: str) -> bool:
        return any(self.hidden.level(sheet, text) is not None for sheet in self.hidden.levels)


def _differing(kind: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Column]:
    return [column for column in _columns(kind) if was.get(column.name) != now.get(column.name)]


@cache
def _columns(kind: str) -> Collection[Column]:
    noun: Any = KINDS[kind]
    return columns(noun)


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        return [f"{key}: {each}" for key, each in value.items()]
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
