"""Destroy a withheld value for good, as the law may ask, and say in the journal that it was done and why.

The signed leaf keeps only a salted digest, so nothing in the journal breaks; the value, its salt and the file
are gone. What stays is a ``withdrawn`` event of kind ``disclosure`` (its id the digest) or ``blob`` (its id
the SHA-256 of a file), whose parent is the event that held it, with the reason and, withheld, who did it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from sherd.errors import NotFound
from sherd.journal.disclosure import NOUN, open_
from sherd.journal.entry import DESTROYED, ERASED, Entropy, Sealed, recorder_of, reveal, seal_destruction
from sherd.journal.events import Method
from sherd.journal.leaf import decode
from sherd.ports import StoredDisclosure, StoredEvent
from sherd.store.blobs import FileBlobs

METHOD = Method("lawful deletion", "1")


@frozen
class Gone:
    """One thing to destroy: a disclosure or a file, and the event that holds it."""

    kind: str
    id: str
    event: StoredEvent


@frozen
class Destruction:
    """What to destroy: ``texts`` as (event, digest), ``rows`` withheld as a whole, ``files`` by SHA-256."""

    gone: tuple[Gone, ...]
    texts: frozenset[tuple[int, str]]
    rows: frozenset[int]
    files: frozenset[str]

    def entries(self, at: str, reason: str, by: str | None, entropy: Entropy) -> list[Sealed]:
        """One event for each thing that was destroyed. Raises ``ValueError`` without a reason."""
        if not reason.strip():
            raise ValueError("a destruction needs its reason")
        return [
            seal_destruction(
                gone.event.case,
                gone.kind,
                gone.id,
                at,
                (gone.event.hash.hex(),),
                reason,
                METHOD,
                None if by is None else recorder_of(by, entropy),
            )
            for gone in self.gone
        ]


def destruction(
    events: Sequence[StoredEvent],
    disclosures: Sequence[StoredDisclosure],
    digests: Iterable[str],
    files: Iterable[str],
) -> Destruction:
    """Plan what destroying these disclosures and files means.

    ``events`` are at least those that hold the digests, and every one about a file; ``disclosures`` theirs.
    A digest destroyed before is passed over. Raises ``NotFound`` for one that is not there, ``ValueError``
    for a restricted file, whose disclosure is what must be destroyed.
    """
    wanted, by_seq = set(digests), {event.seq: event for event in events}
    there = [d for d in disclosures if d.digest in wanted]
    if missing := wanted - {d.digest for d in there}:
        raise NotFound(f"No withheld value has the digest {min(missing)}", "Look it up in the journal.")
    ours = [d for d in there if d.text is not None]
    whole = frozenset(d.seq for d in ours if d.text is not None and open_(d.text)[1] == NOUN)
    texts = frozenset((d.seq, d.digest) for d in ours)
    before = _files(events, disclosures)
    after = _files(events, [d for d in disclosures if (d.seq, d.digest) not in texts])
    public = [_public_file(sha256, after, by_seq) for sha256 in sorted(set(files))]
    gone = [Gone(DESTROYED, d.digest, by_seq[d.seq]) for d in ours] + public
    lost = before.keys() - after.keys() | {file.id for file in public}
    return Destruction(tuple(gone), texts, whole, frozenset(lost))


def forget(blobs: FileBlobs, destroyed: Callable[[], frozenset[str]]) -> None:
    """Delete the files that nothing names any more, after the journal says so."""
    for sha256 in sorted(destroyed()):
        blobs.remove(sha256)


def _files(events: Sequence[StoredEvent], disclosures: Sequence[StoredDisclosure]) -> dict[str, StoredEvent]:
    """The events that name files, by SHA-256, as far as the disclosures are there."""
    texts: dict[int, list[str | None]] = {}
    for disclosure in disclosures:
        texts.setdefault(disclosure.seq, []).append(disclosure.text)
    named: dict[str, StoredEvent] = {}
    for stored in events:
        if stored.kind == "file":
            fields = reveal(decode(stored.leaf), texts.get(stored.seq, ())).fields
            if fields is not None and "sha256" in fields:
                named[fields["sha256"]] = stored
    return named


def _public_file(sha256: str, named: dict[str, StoredEvent], by_seq: dict[int, StoredEvent]) -> Gone:
    if sha256 not in named:
        raise NotFound(f"No file of the store has the SHA-256 {sha256}", "Look it up among the files.")
    event = by_seq[named[sha256].seq]
    if decode(event.leaf).id is None:
        raise ValueError(f"the file {event.id!r} is restricted: destroy its disclosure, not its SHA-256")
    return Gone(ERASED, sha256, event)
