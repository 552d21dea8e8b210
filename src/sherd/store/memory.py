"""A store in memory: what the contract says, and nothing else; for tests and for trying things out."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter

from attrs import define, evolve, field

from sherd.errors import NotFound, StoreBusy
from sherd.journal.entry import Entropy, Sealed, reveal
from sherd.journal.leaf import decode
from sherd.journal.merkle import Node
from sherd.journal.note import Signer
from sherd.model.record import NOUNS, CaseRecord
from sherd.model.row import Row
from sherd.ports import Clock, Head, StoredDisclosure, StoredEvent
from sherd.store.destruction import Destruction, destruction
from sherd.store.journal import Batch, Pen
from sherd.store.projection import Effect
from sherd.store.rows import Values, row_from, values_of

Key = tuple[str, str]


@define
class MemoryShelf:
    """Everything that a store keeps, in lists."""

    events: list[StoredEvent] = field(factory=list)
    disclosures: list[StoredDisclosure] = field(factory=list)
    nodes: dict[int, list[bytes]] = field(factory=dict)
    notes: list[str] = field(factory=list)
    verifier: str | None = None
    tables: dict[str, dict[Key, Values]] = field(factory=lambda: {noun.kind: {} for noun in NOUNS})

    def head(self) -> tuple[int, str | None]:
        """The number of events, and the note of the last checkpoint."""
        return len(self.events), self.notes[-1] if self.notes else None

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        """Kept hashes of the tree."""
        if height == 0:
            return [event.hash for event in self.events[first : first + count]]
        return self.nodes.get(height, [])[first : first + count]

    def keep(self, first: int, entries: Sequence[Sealed], hashes: Sequence[bytes]) -> None:
        """Keep events with what they withhold, and project them."""
        for seq, (e, hash_) in enumerate(zip(entries, hashes, strict=True), first):
            self.events.append(StoredEvent(seq, e.leaf, hash_, e.verb, e.kind, e.case, e.id, e.at))
            self.disclosures += [StoredDisclosure(seq, d.digest, d.level, d.text) for d in e.disclosures]
            self.project(Effect(seq, e.kind, e.case, e.id, e.parents, e.fields))

    def keep_head(self, nodes: Sequence[Node], size: int, note: str, verifier: str) -> None:
        """Keep the nodes that became complete, and the checkpoint."""
        for height, _, hash_ in nodes:
            self.nodes.setdefault(height, []).append(hash_)
        self.notes.append(note)
        self.verifier = verifier

    def project(self, effect: Effect) -> None:
        """Bring the tables to where they stand after one event."""
        seq, kind, case, id_, parents, fields = effect
        if (table := self.tables.get(kind)) is None:
            return
        if id_ is None:
            gone = {event.seq for event in self.events if event.hash.hex() in parents}
            self.tables[kind] = {key: values for key, values in table.items() if values[0] not in gone}
            return
        table.pop((case, id_), None)
        if fields is not None:
            table[case, id_] = values_of(kind, seq, case, id_, fields)

    def effects(self) -> Iterator[Effect]:
        """What the events do to the tables, read again from leaves and disclosures."""
        by_event = groupby(self.disclosures, attrgetter("seq"))
        texts = {seq: [disclosure.text for disclosure in found] for seq, found in by_event}
        for stored in self.events:
            event = decode(stored.leaf)
            id_, fields = reveal(event, texts.get(stored.seq, ()))
            yield Effect(stored.seq, event.kind, event.case or "", id_, event.parents, fields)


@define
class MemoryStore:
    """The journal and its projection in memory; threads take turns at writing."""

    clock: Clock
    signer: Signer
    entropy: Entropy = os.urandom
    wait: float = 10.0
    shelf: MemoryShelf = field(factory=MemoryShelf)
    _lock: threading.Lock = field(factory=threading.Lock)

    @contextmanager
    def writing(self) -> Iterator[Batch]:
        """Take the store for one batch; an error leaves it as it was."""
        if not self._lock.acquire(timeout=self.wait):
            raise StoreBusy("The store in memory is busy", "Wait for the other writer.")
        try:
            draft = _copy(self.shelf)
            batch = Batch.on(draft, Pen(self.signer, self.clock, self.entropy), "in memory")
            yield batch
            batch.sign()
            self.shelf = draft
        finally:
            self._lock.release()

    def size(self) -> int:
        """Number of committed events."""
        return len(self.shelf.events)

    def cases(self) -> tuple[str, ...]:
        """The ids of all cases, sorted."""
        return tuple(sorted(id_ for _, id_ in self.shelf.tables["case"]))

    def load(self, case: str) -> CaseRecord:
        """A case as it stands. Raises ``NotFound``."""
        shelf = self.shelf
        rows = [row for noun in NOUNS for _, row in _rows(shelf, case, noun.kind)]
        if not any(row.kind == "case" for row in rows):
            raise NotFound(f"There is no case {case!r} in the store", "Record it first.")
        return CaseRecord.of(rows)

    def heads(self, case: str, kind: str) -> Mapping[str, Head]:
        """The current rows of one kind, by id."""
        shelf = self.shelf
        return {row.id: Head(seq, shelf.events[seq].hash.hex(), row) for seq, row in _rows(shelf, case, kind)}

    def events(self, first: int = 0, verbs: Sequence[str] = ()) -> Iterator[StoredEvent]:
        """Events in order from ``first``, of some verbs or of all."""
        return (event for event in self.shelf.events[first:] if not verbs or event.verb in verbs)

    def disclosures(self, first: int = 0) -> Iterator[StoredDisclosure]:
        """Disclosures in the order of their events."""
        return (disclosure for disclosure in self.shelf.disclosures if disclosure.seq >= first)

    def checkpoints(self) -> tuple[str, ...]:
        """Every signed checkpoint note, oldest first."""
        return tuple(self.shelf.notes)

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        """Kept hashes of the tree, as proofs need them."""
        return self.shelf.hashes(height, first, count)

    def verifier(self) -> str:
        """The verifier key text of the key that signs this store's checkpoints."""
        return str(self.signer.verifier)

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Make every table anew from leaves and disclosures."""
        draft = _copy(self.shelf)
        _rebuild(draft)
        self.shelf = draft
        if progress:
            progress(len(draft.events))
        return len(draft.events)

    def destroy(
        self, digests: Iterable[str], *, files: Iterable[str] = (), reason: str, by: str | None = None
    ) -> frozenset[str]:
        """Destroy withheld values and files for good; see :func:`~sherd.store.destruction.destroy`."""
        with self.writing() as batch:
            shelf = batch.shelf
            assert isinstance(shelf, MemoryShelf)
            plan = destruction(shelf.events, shelf.disclosures, digests, files)
            batch.add(plan.entries(batch.at, reason, by, self.entropy))
            _forget(shelf, plan)
            _rebuild(shelf)
        return plan.files

    def close(self) -> None:
        """Nothing to let go of."""


def _copy(shelf: MemoryShelf) -> MemoryShelf:
    return evolve(
        shelf,
        events=list(shelf.events),
        disclosures=list(shelf.disclosures),
        nodes={height: list(row) for height, row in shelf.nodes.items()},
        notes=list(shelf.notes),
        tables={kind: dict(table) for kind, table in shelf.tables.items()},
    )


def _rebuild(shelf: MemoryShelf) -> None:
    shelf.tables = {noun.kind: {} for noun in NOUNS}
    for effect in shelf.effects():
        shelf.project(effect)


def _forget(shelf: MemoryShelf, plan: Destruction) -> None:
    shelf.disclosures = [
        evolve(d, text=None) if (d.seq, d.digest) in plan.texts else d for d in shelf.disclosures
    ]
    for seq in plan.rows:
        shelf.events[seq] = evolve(shelf.events[seq], id=None)


def _rows(shelf: MemoryShelf, case: str, kind: str) -> list[tuple[int, Row]]:
    found = sorted(values for (of, _), values in shelf.tables[kind].items() if of == case)
    return [(int(values[0] or 0), row_from(kind, values)) for values in found]
