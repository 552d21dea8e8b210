"""Follow the tree as the events lead it, past every signed head, and settle what was altered on the way.

Where a leaf does not fit the hash beside it, one of the two was altered. Which one, the next trusted head
tells: the root is tried with the leaves and with the stored hashes. So one change is pinned to one event, and
the events after it are not blamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from attrs import Factory, define

from sherd.journal.checkpoint import Checkpoint
from sherd.journal.failures import Failure
from sherd.journal.heads import Head, Heads
from sherd.journal.merkle import HASH_BYTES, Frontier, Node

MOST_TRIED = 256
"""How many ways of telling altered leaves from altered hashes are tried under one head."""


@define
class Doubt:
    """Events since the last settled head, some of whose leaves do not fit the hashes beside them."""

    base: Frontier
    hashes: list[bytes] = Factory(list)
    stored: dict[int, bytes] = Factory(dict)

    def trees(self) -> Iterator[tuple[Frontier, frozenset[int]]]:
        """Trees to try, each with the events for which the stored hash is believed and not the leaf."""
        events = sorted(self.stored)
        if 2 ** len(events) > MOST_TRIED:
            yield self._tree(frozenset(events))
        for picks in islice(product((False, True), repeat=len(events)), MOST_TRIED):
            yield self._tree(frozenset(event for event, pick in zip(events, picks, strict=True) if pick))

    def _tree(self, believed: frozenset[int]) -> tuple[Frontier, frozenset[int]]:
        hashes = list(self.hashes)
        for event in believed:
            hashes[event - self.base.size] = self.stored[event]
        tree = self.base.copy()
        if all(len(hash_) == HASH_BYTES for hash_ in hashes):
            tree.extend(hashes)
        return tree, believed


class Trail:
    """The tree over the events so far, compared with each head at its size.

    ``covered`` is the size of the last head met, ``last`` the last trusted head that holds.
    """

    def __init__(self, heads: Heads, since: Checkpoint | None, failures: list[Failure]) -> None:
        self.tree = Frontier()
        self.covered = 0
        self.last: Head | None = None
        self._failures = failures
        self._heads = heads
        self._coming = iter(heads)
        self._next = next(self._coming, None)
        self._since = since
        self._doubt: Doubt | None = None
        self._nodes: list[Node] = []
        self._off = 0
        self._meet()

    def grow(self, hashes: list[bytes], wrong: dict[int, bytes]) -> None:
        """Append leaf hashes; ``wrong`` gives the stored hash of each event whose leaf does not fit it."""
        start, end = self.tree.size, self.tree.size + len(hashes)
        while self.tree.size < end:
            at = self.tree.size
            upto = min((size for size in self._stops() if at < size < end), default=end)
            here = {event: hash_ for event, hash_ in wrong.items() if at <= event < upto}
            self._extend(hashes[at - start : upto - start], here)
            self._meet()

    def take_nodes(self) -> list[Node]:
        """The nodes completed since the last call, as far as they are beyond doubt."""
        if self._doubt is None:
            self._nodes += self.tree.take_nodes()
        nodes, self._nodes = self._nodes, []
        return nodes

    def tell_unresolved(self, events: Iterable[int]) -> None:
        """Name events whose leaf does not fit the hash beside it, where no signed root says which is off."""
        for event in sorted(events):
            what = (
                f"the leaf of event {event} does not fit the hash beside it; no signed root says which is off"
            )
            self._fail(what, event, "events", event)

    def break_off(self) -> None:
        """Events are missing: from here on no root can be known."""
        self._settle_unresolved()

    def finish(self, events: int, whole: bool) -> None:
        """Check what the heads not met say of a journal that ends after so many events."""
        self._settle_unresolved()
        beyond = [] if self._next is None else [self._next, *self._coming]
        if beyond:
            self.covered = beyond[-1].checkpoint.size
        if beyond and whole:
            what = f"checkpoints cover {self.covered} events and {events} are there: the last were removed"
            self._fail(what, events, "checkpoints", beyond[0].checkpoint.size, "note")
        if self._off > 1:
            self._fail(
                f"{self._off - 1} more checkpoints were signed for other events", None, "checkpoints", None
            )
        if self._since is not None and whole:
            what = f"rolled back: the checkpoint given covers {self._since.size} events, {events} are there"
            self._fail(what, None, "since", self._since.size)
        if self.covered < events:
            what = f"events from {self.covered} on are under no checkpoint that can be read"
            self._fail(what, self.covered, "events", self.covered)
        self._heads.finish()

    def _stops(self) -> Iterator[int]:
        if self._next is not None:
            yield self._next.checkpoint.size
        if self._since is not None:
            yield self._since.size

    def _extend(self, hashes: list[bytes], wrong: dict[int, bytes]) -> None:
        if wrong and self._doubt is None:
            self._nodes += self.tree.take_nodes()
            self._doubt = Doubt(self.tree.copy())
        if self._doubt is not None:
            self._doubt.hashes += hashes
            self._doubt.stored |= wrong
        self.tree.extend(hashes)

    def _meet(self) -> None:
        """Compare the root with every head over just these events."""
        size = self.tree.size
        while self._next is not None and self._next.checkpoint.size <= size:
            self._compare(self._next)
            self._next = next(self._coming, None)
        if self._since is not None and self._since.size <= size:
            if not self._agrees(self._since.root, trusted=True):
                what = f"the journal forked: its first {size} events are not those of the checkpoint given"
                self._fail(what, None, "since", size)
            self._since = None

    def _compare(self, head: Head) -> None:
        self.covered = size = head.checkpoint.size
        if self._agrees(head.checkpoint.root, head.trusted):
            self.last = head if head.trusted else self.last
            return
        self._off += 1
        if self._off == 1:
            what = f"the first {size} events are not those that the checkpoint over them was signed for"
            self._fail(what, None, "checkpoints", size, "note")

    def _agrees(self, root: bytes, trusted: bool) -> bool:
        """Whether the tree has this root; a trusted root also settles which of leaf and hash was altered."""
        if self._doubt is None or not trusted:
            return self.tree.root() == root
        for tree, believed in self._doubt.trees():
            if tree.root() == root:
                self._settle(self._doubt, tree, believed)
                return True
        self._settle_unresolved()
        return False

    def _settle(self, doubt: Doubt, tree: Frontier, believed: frozenset[int]) -> None:
        for event in sorted(doubt.stored):
            altered, sound = ("leaf", "hash beside it") if event in believed else ("hash", "leaf itself")
            what = f"the {altered} of event {event} was altered: the signed root is over the {sound}"
            self._fail(what, event, "events", event, altered)
        self.tree, self._doubt = tree, None

    def _settle_unresolved(self) -> None:
        if self._doubt is not None:
            self.tell_unresolved(self._doubt.stored)
            self._doubt = None

    def _fail(
        self, what: str, event: int | None, file: str, row: int | None, column: str | None = None
    ) -> None:
        self._failures.append(Failure(what, event, file, row, column))
