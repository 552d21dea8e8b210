"""Go through the whole journal and name whatever does not hold.

Feed the events in order, in batches, each with its disclosures; the kept nodes come at any time. Memory
stays small however long the journal is. The verdict says whether everything holds, and whether the word for
it comes from outside the store (a key that someone gave) or only from the store itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from attrs import frozen

from sherd.journal.canonical import to_base64
from sherd.journal.checkpoint import Checkpoint, read_checkpoint
from sherd.journal.disclosure import DisclosureError, digest_of
from sherd.journal.failures import Failure
from sherd.journal.heads import Heads
from sherd.journal.leaf import withheld_in
from sherd.journal.merkle import Node
from sherd.journal.note import NoteError, Verifier
from sherd.journal.trail import Trail

__all__ = ["Disclosed", "Failure", "LeafAudit", "Row", "Verdict", "verify"]

Row = tuple[int, bytes, bytes]
"""Number of the event from 0, the bytes of its leaf, the hash stored beside it."""
Pairs = Iterable[tuple[str, str]]
"""The (level, digest) pairs that one leaf withholds."""

BATCH = 4096


class Disclosed(NamedTuple):
    """A disclosure as stored: the event's number, digest, level, and text (``None`` once destroyed)."""

    seq: int
    digest: str
    level: str
    text: str | None


@frozen
class Verdict:
    """What a whole journal comes to.

    ``root`` is the root over all events in base64 (``None`` when some are missing), ``checkpoint`` the last
    signed note that holds. ``anchored`` says that a key from outside the store signed it.
    """

    holds: bool
    anchored: bool
    events: int
    root: str | None
    checkpoint: str | None
    failures: tuple[Failure, ...]

    @property
    def statement(self) -> str:
        """The verdict in a sentence."""
        if not self.holds:
            things = "one thing does" if len(self.failures) == 1 else f"{len(self.failures)} things do"
            return f"Broken: {things} not hold."
        if not self.anchored:
            return "Self-consistent only: no verifier key from outside; a store made anew would pass too."
        return f"All {self.events} events are as they were signed."


class LeafAudit:
    """One pass over a journal: ``feed`` batches, then ``finish``.

    ``checkpoints`` gives (size, note) in order of size and is read as the audit goes along. ``key`` is a
    verifier key from outside; ``own`` the one that the store calls its own, used where no ``key`` is given
    and compared with it where one is. ``since`` is a checkpoint note kept outside. ``complete`` says that
    every withheld value must have its row of disclosure: so in a store, not in a bundle. The caller may add
    to ``failures``. Raises ``NoteError`` or ``CheckpointError`` when ``key`` or ``since`` is malformed.
    """

    def __init__(
        self,
        checkpoints: Iterable[tuple[int, str]],
        *,
        key: str | None = None,
        own: str | None = None,
        since: str | None = None,
        complete: bool = False,
    ) -> None:
        self.failures: list[Failure] = []
        self._has_key = key is not None
        self._complete = complete
        trusted = self._trusted(key, own)
        heads = Heads(checkpoints, trusted, self.failures)
        self._trail = Trail(heads, self._anchor(since, trusted), self.failures)
        self._nodes = _Nodes(self.failures)
        self._events = 0
        self._expected = 0
        self._whole = True

    def feed(
        self,
        rows: Sequence[Row],
        disclosures: Iterable[Disclosed] = (),
        withheld: Sequence[Pairs] | None = None,
    ) -> None:
        """The next events in order, with the disclosures of just these events.

        ``withheld`` may give the (level, digest) pairs of each row, where the caller has read the leaves.
        """
        computed = [sha256(b"\0" + leaf).digest() for _, leaf, _ in rows]
        wrong = {}
        if computed != [stored for _, _, stored in rows]:
            both = zip(rows, computed, strict=True)
            wrong = {seq: stored for (seq, _, stored), hash_ in both if hash_ != stored}
        self._count(rows)
        if self._whole:
            self._trail.grow(computed, wrong)
            self._nodes.complete(self._trail.take_nodes())
        else:
            self._trail.tell_unresolved(wrong)
        self._check_disclosures(rows, list(disclosures), withheld)

    def feed_nodes(self, nodes: Iterable[tuple[int, int, bytes]]) -> None:
        """Kept nodes (height, position, hash), in any order, at any time before ``finish``."""
        self._nodes.keep(nodes)

    def finish(self) -> Verdict:
        """Check what is left and say what it all comes to."""
        self._trail.finish(self._expected, self._whole)
        if self._whole:
            self._nodes.complete(self._trail.take_nodes())
            self._nodes.finish()
        last = self._trail.last
        return Verdict(
            holds=not self.failures,
            anchored=self._has_key and last is not None,
            events=self._events,
            root=to_base64(self._trail.tree.root()) if self._whole else None,
            checkpoint=None if last is None else last.note,
            failures=tuple(self.failures),
        )

    def _trusted(self, key: str | None, own: str | None) -> Verifier | None:
        """The key to check signatures with. One from outside is well formed; the store's may be damaged."""
        if key is not None:
            if own is not None and own != key:
                self._fail("the store names another key as its own than the one given", file="key")
            return Verifier.parse(key)
        try:
            return None if own is None else Verifier.parse(own)
        except NoteError as error:
            self._fail(f"the verifier key of the store cannot be read: {error}", file="key")
            return None

    def _anchor(self, since: str | None, trusted: Verifier | None) -> Checkpoint | None:
        if since is None:
            return None
        checkpoint = read_checkpoint(since)
        try:
            read_checkpoint(since, trusted)
        except ValueError as error:
            self._fail(f"the checkpoint given is of another log or key: {error}", file="since")
        return checkpoint

    def _count(self, rows: Sequence[Row]) -> None:
        """Name events that are missing, stand twice or out of order; from there on no root can be known."""
        numbers, expected = [row[0] for row in rows], self._expected
        self._events += len(rows)
        self._expected += len(rows)
        if numbers == list(range(expected, self._expected)):
            return
        for number in numbers:
            if number > expected:
                last = number - 1
                gap = f"event {last} is" if last == expected else f"events {expected} to {last} are"
                self._fail(f"{gap} missing", expected, "events", expected)
            elif number < expected:
                self._fail(f"event {number} stands twice or out of order", number, "events", number)
            expected = max(expected, number + 1)
        self._expected, self._whole = expected, False
        self._trail.break_off()

    def _check_disclosures(
        self, rows: Sequence[Row], disclosures: Sequence[Disclosed], withheld: Sequence[Pairs] | None
    ) -> None:
        if not disclosures and not self._complete:
            return
        if withheld is None:
            withheld = [withheld_in(leaf) for _, leaf, _ in rows]
        leaves = zip(rows, withheld, strict=True)
        meant = {(row[0], digest): level for row, pairs in leaves for level, digest in pairs}
        for seq, digest, level, text in disclosures:
            said = meant.pop((seq, digest), None)
            if said != level:
                self._tell_level(seq, digest, level, said)
            if text is not None and not _is_digest(text, digest):
                what = "a disclosure whose text does not belong to its digest"
                self._fail(what, seq, "disclosures", digest, "text")
        if self._complete:
            for seq, digest in meant:
                self._fail(f"a value that event {seq} withholds has no row", seq, "disclosures", digest)

    def _tell_level(self, seq: int, digest: str, level: str, said: str | None) -> None:
        if said is None:
            self._fail(f"a disclosure that event {seq} does not hold", seq, "disclosures", digest, "digest")
        else:
            what = f"a disclosure released at {level}, where the event says {said}"
            self._fail(what, seq, "disclosures", digest, "level")

    def _fail(
        self,
        what: str,
        event: int | None = None,
        file: str | None = None,
        row: int | str | None = None,
        column: str | None = None,
    ) -> None:
        self.failures.append(Failure(what, event, file, row, column))


class _Nodes:
    """Kept nodes against those that the events make; each waits for the other."""

    def __init__(self, failures: list[Failure]) -> None:
        self._failures = failures
        self._made: dict[tuple[int, int], bytes] = {}
        self._kept: dict[tuple[int, int], bytes] = {}

    def complete(self, nodes: Iterable[Node]) -> None:
        for height, position, hash_ in nodes:
            self._match((height, position), hash_, self._kept, self._made)

    def keep(self, nodes: Iterable[tuple[int, int, bytes]]) -> None:
        for height, position, hash_ in nodes:
            self._match((height, position), hash_, self._made, self._kept)

    def finish(self) -> None:
        for place in sorted(self._made):
            self._tell("is missing", *place)
        for place in sorted(self._kept):
            self._tell("is over events that are not there", *place)

    def _match(
        self,
        place: tuple[int, int],
        hash_: bytes,
        others: dict[tuple[int, int], bytes],
        own: dict[tuple[int, int], bytes],
    ) -> None:
        other = others.pop(place, None)
        if other is None:
            own[place] = hash_
        elif other != hash_:
            self._tell("is not the hash of these events", *place)

    def _tell(self, what: str, height: int, position: int) -> None:
        if 0 < height < 63 and position >= 0:
            first, last = position << height, ((position + 1) << height) - 1
            words = f"the kept node over events {first} to {last} {what}"
        else:
            words = "a kept node at a place that no tree has"
        self._failures.append(Failure(words, None, "nodes", f"{height}/{position}", "hash"))


def verify(
    rows: Iterable[Row],
    checkpoints: Iterable[tuple[int, str]],
    nodes: Iterable[tuple[int, int, bytes]] = (),
    disclosures: Iterable[Disclosed] = (),
    *,
    key: str | None = None,
    own: str | None = None,
    since: str | None = None,
    complete: bool = False,
) -> Verdict:
    """The verdict on a journal given as a whole; the disclosures are held in memory. See ``LeafAudit``."""
    audit = LeafAudit(checkpoints, key=key, own=own, since=since, complete=complete)
    audit.feed_nodes(nodes)
    waiting: dict[int, list[Disclosed]] = {}
    for disclosed in disclosures:
        waiting.setdefault(disclosed.seq, []).append(disclosed)
    batches = iter(rows)
    while batch := list(islice(batches, BATCH)):
        audit.feed(batch, [d for row in batch for d in waiting.pop(row[0], ())])
    audit.feed((), [d for seq in sorted(waiting) for d in waiting[seq]])
    return audit.finish()


def _is_digest(text: str, digest: str) -> bool:
    try:
        return digest_of(text) == digest
    except DisclosureError:
        return False
