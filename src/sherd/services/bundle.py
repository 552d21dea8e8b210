"""Gather a case into the bundle that anyone can verify, and journal that it left the house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from attrs import define, evolve

from sherd import __version__
from sherd.errors import NotFound, StoreDamaged
from sherd.journal.checkpoint import read_checkpoint
from sherd.journal.entry import ERASED
from sherd.journal.merkle import consistency_proof, inclusion_proof
from sherd.model.hypotheses import Case
from sherd.model.provenance import Export, File
from sherd.model.release import release_of, within
from sherd.ports import Blobs, Change, Store, StoredEvent
from sherd.publish.digits import digits_withheld
from sherd.publish.formats.bag import Contents, Earlier, Entry, Opened, bag, digest_of

METHOD = ("bundle", "1")


def bundle(
    store: Store, blobs: Blobs, case: str, clearance: str, at: datetime
) -> Iterator[tuple[str, bytes]]:
    """Every file of the bundle of a case at a clearance, path and bytes. Raises ``NotFound``.

    The same case, unchanged, gives the same bundle: an export once journaled is not journaled again.
    """
    if case not in store.cases():
        raise NotFound(
            f"the store holds no case {case!r}", f"It holds: {', '.join(store.cases()) or 'none'}."
        )
    yield from _Gathering(store, blobs, case, clearance, at).files()


def digits_are_withheld(store: Store, case: str, clearance: str) -> bool:
    """Whether the dossier of a case withholds the last digits of serials from a reader at this clearance."""
    head = store.heads(case, Case.kind).get(case)
    stated = head.row.withhold_serial_digits if head and isinstance(head.row, Case) else None
    return digits_withheld(clearance, stated) > 0


@define
class _Gathering:
    store: Store
    blobs: Blobs
    case: str
    clearance: str
    at: datetime

    def files(self) -> Iterator[tuple[str, bytes]]:
        events = [event for event in self.store.events() if self._belongs(event)]
        disclosures = self._opened({event.seq for event in events})
        names = sorted(self._files())
        export = self._journal(events, disclosures, names)
        note = self.store.checkpoints()[-1]
        size = read_checkpoint(note).size
        yield from bag(
            Contents(
                case=self.case,
                clearance=self.clearance,
                date=f"{self.at:%Y-%m-%d}",
                software=f"sherd {__version__}",
                entries=(self._entry(event, size) for event in [*events, export]),
                disclosures=disclosures,
                files=((name, self.blobs.get(name)) for name in names),
                earlier=list(self._earlier(size)),
                checkpoint=note,
                verifier=self.store.verifier(),
                withholds_digits=digits_are_withheld(self.store, self.case, self.clearance),
            )
        )

    def _belongs(self, event: StoredEvent) -> bool:
        return event.case == self.case and event.kind != Export.kind

    def _opened(self, seqs: set[int]) -> list[Opened]:
        return [
            Opened(held.seq, held.level, held.digest, held.text)
            for held in self.store.disclosures()
            if held.text is not None and held.seq in seqs and within(held.level, self.clearance)
        ]

    def _files(self) -> set[str]:
        """The files that the reader may see. Raises ``StoreDamaged`` for one that was lost, not erased."""
        heads = self.store.heads(self.case, File.kind).values()
        files = [head.row for head in heads if isinstance(head.row, File)]
        seen = [file for file in files if within(release_of(file), self.clearance)]
        lost = [file for file in seen if not self.blobs.has(file.sha256)]
        erased = self._erased() if lost else frozenset()
        for file in lost:
            if file.sha256 not in erased:
                raise StoreDamaged(
                    f"the bytes of {file.id} are missing", "Record the case again, or restore them."
                )
        return {file.sha256 for file in seen} - erased

    def _erased(self) -> frozenset[str]:
        withdrawn = self.store.events(verbs=("withdrawn",))
        return frozenset(event.id for event in withdrawn if event.kind == ERASED and event.id)

    def _entry(self, event: StoredEvent, size: int) -> Entry:
        return Entry(event.seq, event.leaf, event.hash, inclusion_proof(event.seq, size, self.store))

    def _earlier(self, size: int) -> Iterator[Earlier]:
        for note in self.store.checkpoints():
            old = read_checkpoint(note).size
            if 0 < old < size:
                yield Earlier(old, note, consistency_proof(old, size, self.store))

    def _journal(self, events: list[StoredEvent], disclosures: list[Opened], names: list[str]) -> StoredEvent:
        """The export event: the one that already says exactly this, or a new one."""
        export = Export(
            case=self.case,
            id=self.clearance,
            clearance=self.clearance,
            events=len(events),
            leaves_sha256=digest_of(event.hash.hex() for event in events),
            disclosures_sha256=digest_of(opened.digest for opened in disclosures),
            files_sha256=digest_of(names),
            release="public",
        )
        head = self.store.heads(self.case, Export.kind).get(export.id)
        if head is None or evolve(head.row, release="public") != export:
            parents = (head.leaf_hash,) if head else ()
            with self.store.writing() as writing:
                writing.append([Change("exported", export, METHOD, parents=parents)], frozenset())
            head = self.store.heads(self.case, Export.kind)[export.id]
        return next(iter(self.store.events(first=head.seq)))
