"""Append to the journal: seal, hash, hang into the tree, sign; one batch, one checkpoint, all or nothing.

What a batch needs of the place where it is kept is small (``Shelf``), so every store appends in the same way.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from attrs import define, frozen

from sherd.errors import StoreDamaged
from sherd.journal.checkpoint import CheckpointError, read_checkpoint, sign_checkpoint
from sherd.journal.entry import Entropy, Sealed, seal
from sherd.journal.merkle import Frontier, Hashes, Node, TreeError, leaf_hash
from sherd.journal.note import NoteError, Signer, Verifier
from sherd.ports import Change, Clock


class Shelf(Hashes, Protocol):
    """Where a batch is kept until it is committed as a whole."""

    def head(self) -> tuple[int, str | None]:
        """The number of events, and the note of the last checkpoint."""

    def keep(self, first: int, entries: Sequence[Sealed], hashes: Sequence[bytes]) -> None:
        """Keep events from number ``first`` on, with what they withhold, and project them."""

    def keep_head(self, nodes: Sequence[Node], size: int, note: str, verifier: str) -> None:
        """Keep the nodes that became complete, and the checkpoint."""


@frozen
class Pen:
    """What makes an entry valid: the key, the clock, and randomness for salts."""

    signer: Signer
    clock: Clock
    entropy: Entropy = os.urandom

    def now(self) -> str:
        """The instant of an event. Raises ``ValueError`` for a clock without UTC offset."""
        now = self.clock()
        if now.tzinfo is None:
            raise ValueError(f"the clock gives {now}, an instant without its UTC offset")
        return now.isoformat(timespec="seconds")


@define
class Batch:
    """Events that become durable together."""

    shelf: Shelf
    pen: Pen
    frontier: Frontier
    size: int
    at: str

    @classmethod
    def on(cls, shelf: Shelf, pen: Pen, where: str) -> Batch:
        """Begin a batch after the last checkpoint.

        Raises ``StoreDamaged`` where the tree does not fit it, or where another key signed it: what a
        stranger put there is never signed over.
        """
        frontier = _frontier(shelf, pen.signer.verifier, where)
        return cls(shelf, pen, frontier, frontier.size, pen.now())

    def append(self, changes: Sequence[Change], published: frozenset[str]) -> int:
        """Add events; returns how many."""
        return self.add(seal(changes, self.at, published, self.pen.entropy))

    def add(self, entries: Sequence[Sealed]) -> int:
        """Add sealed events; returns how many."""
        hashes = [leaf_hash(entry.leaf) for entry in entries]
        first = self.frontier.size
        self.frontier.extend(hashes)
        self.shelf.keep(first, entries, hashes)
        return len(entries)

    def sign(self) -> None:
        """Put the signed head on top, if anything was added."""
        size = self.frontier.size
        if size > self.size:
            signer = self.pen.signer
            note = sign_checkpoint(size, self.frontier.root(), signer)
            self.shelf.keep_head(self.frontier.take_nodes(), size, note, str(signer.verifier))


def _frontier(shelf: Shelf, verifier: Verifier, where: str) -> Frontier:
    size, note = shelf.head()
    try:
        frontier = Frontier.restore(size, shelf)
        signed = read_checkpoint(note, verifier) if note else None
    except (TreeError, NoteError, CheckpointError) as error:
        raise _unsound(where, str(error)) from error
    if (signed.size, signed.root) != (size, frontier.root()) if signed else size > 0:
        raise _unsound(where, "the last checkpoint does not stand over its events")
    return frontier


def _unsound(where: str, said: str) -> StoreDamaged:
    return StoreDamaged(
        f"Nothing can be added to the store {where}: {said}",
        "Run `sherd verify` on it to see what was changed, and restore it from a copy.",
    )
