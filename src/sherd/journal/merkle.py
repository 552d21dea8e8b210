"""The tree over the leaves: one root hash that changes when any event is changed, added or removed.

RFC 9162 section 2.1 with SHA-256. A tree of any size hashes its leaves in pairs, level by level; a node left
over at the end of a level moves up as it is. Kept besides the leaf hashes (height 0) are the complete nodes
at heights 4, 8, 12, …, so that any proof is read from a few rows of sixteen.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple, Protocol

HASH_BYTES = 32
STEP = 4
"""Nodes are kept at every fourth height, so in rows of ``ROW`` under one kept parent."""
ROW = 1 << STEP
EMPTY_ROOT = sha256(b"").digest()


class TreeError(ValueError):
    """A proof that does not hold, or hashes that cannot make a tree; the message says why."""


class Node(NamedTuple):
    """The root of a complete subtree: over leaves ``position << height`` to ``(position + 1) << height``."""

    height: int
    position: int
    hash: bytes


class Hashes(Protocol):
    """Where kept hashes are read from: a store, a bundle or memory."""

    def hashes(self, height: int, first: int, count: int) -> Sequence[bytes]:
        """``count`` kept hashes from ``first`` on, at a height that is a multiple of four."""


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of one leaf, set apart from that of a node by its first byte."""
    return sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\1" + left + right).digest()


def root(leaf_hashes: Sequence[bytes]) -> bytes:
    """The root over all leaf hashes.

    >>> root([]) == EMPTY_ROOT
    True
    >>> a, b, c = (leaf_hash(x) for x in (b"a", b"b", b"c"))
    >>> root([a, b, c]) == node_hash(node_hash(a, b), c)
    True
    """
    _check_lengths(leaf_hashes)
    return _fold(leaf_hashes) if leaf_hashes else EMPTY_ROOT


class Frontier:
    """The right edge of a growing tree: all that is needed to append to it and to know its root.

    ``rows[k]`` holds the nodes of height ``4 k`` that are not yet sixteen under one parent. Each parent that
    becomes complete waits in ``take_nodes`` to be kept.
    """

    __slots__ = ("_nodes", "_rows", "size")

    def __init__(self) -> None:
        self.size = 0
        self._rows: list[list[bytes]] = []
        self._nodes: list[Node] = []

    @classmethod
    def restore(cls, size: int, kept: Hashes) -> Frontier:
        """The frontier of a tree of ``size`` leaves, read back from kept hashes.

        Raises ``TreeError`` when some are missing.
        """
        frontier = cls()
        frontier.size = size
        frontier._rows = [
            _read(kept, height, size >> height & -ROW, (size >> height) % ROW) for height in _heights(size)
        ]
        return frontier

    def copy(self) -> Frontier:
        """A second frontier that grows on its own; nodes not yet taken stay with the first."""
        other = Frontier()
        other.size = self.size
        other._rows = [list(row) for row in self._rows]
        return other

    def append(self, hash_: bytes) -> None:
        """Add one leaf hash of 32 bytes. Raises ``TreeError`` for another length."""
        self.extend((hash_,))

    def extend(self, leaf_hashes: Sequence[bytes]) -> None:
        """Add leaf hashes in order, each of 32 bytes. Raises ``TreeError`` for another length."""
        _check_lengths(leaf_hashes)
        before = self.size
        self.size += len(leaf_hashes)
        added, level = leaf_hashes, 0
        while added:
            if level == len(self._rows):
                self._rows.append([])
            row = self._rows[level]
            row += added
            whole = len(row) & -ROW
            added = _grandparents(row[:whole]) if whole else []
            del row[:whole]
            level += 1
            height, first = STEP * level, before >> STEP * level
            self._nodes += [Node(height, first + at, hash_) for at, hash_ in enumerate(added)]

    def root(self) -> bytes:
        """The root over all leaves so far."""
        return _edge(self._rows) if self.size else EMPTY_ROOT

    def take_nodes(self) -> list[Node]:
        """The nodes to keep that became complete since the last call."""
        nodes, self._nodes = self._nodes, []
        return nodes


def inclusion_proof(index: int, size: int, kept: Hashes) -> list[bytes]:
    """The hashes that lead from leaf ``index`` to the root of the tree of ``size`` leaves, sibling first.

    RFC 9162 section 2.1.3.1. Reads one row of sixteen for every four levels, and the right edge.
    Raises ``TreeError`` for a leaf that is not in the tree, or when kept hashes are missing.
    """
    if not 0 <= index < size:
        raise TreeError(f"event {index} is not in a tree of {size}")
    tree = _Tree(size, kept)
    siblings = ((height, (index >> height) ^ 1) for height in range((size - 1).bit_length()))
    return [tree.node(height, at) for height, at in siblings if at << height < size]


def consistency_proof(old: int, new: int, kept: Hashes) -> list[bytes]:
    """The hashes that show the tree of ``old`` leaves to be the beginning of the tree of ``new``.

    RFC 9162 section 2.1.4.1. Raises ``TreeError`` unless ``0 < old <= new``, or when kept hashes are missing.
    """
    if not 0 < old <= new:
        raise TreeError(f"no proof leads from a tree of {old} to one of {new}")
    tree = _Tree(new, kept)
    proof: list[bytes] = []
    low, high, from_start = 0, new, True
    while high != old:
        middle = low + (1 << (high - low - 1).bit_length() - 1)
        if old <= middle:
            proof.append(tree.over(middle, high))
            high = middle
        else:
            proof.append(tree.over(low, middle))
            low, from_start = middle, False
    if not from_start:
        proof.append(tree.over(low, high))
    return proof[::-1]


def verify_inclusion(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check that a leaf stands at ``index`` in the tree of ``size`` leaves with this root.

    RFC 9162 section 2.1.3.2. Returns nothing; raises ``TreeError`` when the proof does not hold.
    """
    if not 0 <= index < size:
        raise TreeError(f"event {index} is not in a tree of {size}")
    _check_lengths((leaf_hash, *proof))
    at, last, found = index, size - 1, leaf_hash
    for hash_ in proof:
        if last == 0:
            raise TreeError("the inclusion proof is too long")
        if at & 1 or at == last:
            found = node_hash(hash_, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, hash_)
        at, last = at >> 1, last >> 1
    if last:
        raise TreeError("the inclusion proof is too short")
    if found != root:
        raise TreeError(f"the inclusion proof of event {index} leads to another root")


def verify_consistency(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of ``old`` leaves is the beginning of the tree of ``new``.

    RFC 9162 section 2.1.4.2. Nothing follows from an empty tree, so ``old`` = 0 is refused. Of two trees of
    one size the roots must be equal, and there is nothing to prove. Returns nothing; raises ``TreeError``.
    """
    if not 0 < old <= new:
        raise TreeError(f"no proof leads from a tree of {old} to one of {new}")
    _check_lengths(proof)
    if old == new:
        if proof:
            raise TreeError("a proof between two trees of one size must be empty")
        if old_root != new_root:
            raise TreeError(f"two trees of {old} events with different roots")
        return
    if not proof:
        raise TreeError("the consistency proof is empty")
    path = iter(proof if old & (old - 1) else (old_root, *proof))
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = next(path)
    for hash_ in path:
        if last == 0:
            raise TreeError("the consistency proof is too long")
        if at & 1 or at == last:
            first, second = node_hash(hash_, first), node_hash(hash_, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node_hash(second, hash_)
        at, last = at >> 1, last >> 1
    if last:
        raise TreeError("the consistency proof is too short")
    if first != old_root:
        raise TreeError(f"the consistency proof does not lead to the root at {old} events")
    if second != new_root:
        raise TreeError(f"the consistency proof does not lead to the root at {new} events")


class Kept:
    """Kept hashes in memory: what a store holds of a tree, for a bundle or a test.

    >>> leaves = [leaf_hash(bytes([n])) for n in range(20)]
    >>> kept = Kept(leaves)
    >>> verify_inclusion(leaves[3], 3, 20, inclusion_proof(3, 20, kept), root(leaves))
    """

    def __init__(self, leaf_hashes: Sequence[bytes]) -> None:
        frontier = Frontier()
        frontier.extend(leaf_hashes)
        self._rows: dict[int, list[bytes]] = {0: list(leaf_hashes)}
        for height, _, hash_ in frontier.take_nodes():
            self._rows.setdefault(height, []).append(hash_)

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        """``count`` kept hashes from ``first`` on, at a height that is a multiple of four."""
        return self._rows.get(height, [])[first : first + count]


class _Tree:
    """Any node of a tree of ``size`` leaves, read from kept hashes; a row of sixteen is read once."""

    def __init__(self, size: int, kept: Hashes) -> None:
        self._size = size
        self._kept = kept
        self._rows: dict[tuple[int, int], list[bytes]] = {}

    def over(self, low: int, high: int) -> bytes:
        """The hash over leaves ``low`` to ``high``, a subtree of this tree."""
        height = (high - low - 1).bit_length()
        return self.node(height, low >> height)

    def node(self, height: int, index: int) -> bytes:
        """The node at a height, complete or at the right edge."""
        if (index + 1) << height > self._size:
            return self._partial(height, index << height)
        up = height % STEP
        first = index << up
        row = self._row(height - up, first // ROW)
        return _fold(row[first % ROW : first % ROW + (1 << up)])

    def _partial(self, height: int, low: int) -> bytes:
        """The node over leaves ``low`` to the end, folded upwards along the right edge."""
        rows = []
        for base in range(0, height, STEP):
            row = self._row(base, self._size >> base + STEP)
            first = (self._size >> base) & -ROW
            rows.append(row[max(0, (low >> base) - first) :])
        return _edge(rows)

    def _row(self, height: int, number: int) -> list[bytes]:
        key = (height, number)
        if key not in self._rows:
            first = number * ROW
            self._rows[key] = _read(self._kept, height, first, min(ROW, (self._size >> height) - first))
        return self._rows[key]


def _read(kept: Hashes, height: int, first: int, count: int) -> list[bytes]:
    read = list(kept.hashes(height, first, count)) if count else []
    if len(read) != count:
        raise TreeError(f"{count} hashes expected from {first} at height {height}, {len(read)} are kept")
    _check_lengths(read)
    return read


def _heights(size: int) -> range:
    return range(0, size.bit_length(), STEP)


def _check_lengths(hashes: Sequence[bytes]) -> None:
    if hashes and set(map(len, hashes)) != {HASH_BYTES}:
        wrong = next(len(h) for h in hashes if len(h) != HASH_BYTES)
        raise TreeError(f"a hash of {wrong} bytes; SHA-256 has {HASH_BYTES}")


def _grandparents(hashes: Sequence[bytes]) -> list[bytes]:
    """The nodes four heights up of a number of hashes that sixteen divides."""
    for _ in range(STEP):
        pairs = iter(hashes)
        hashes = [sha256(b"\1" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return list(hashes)


def _edge(rows: Sequence[list[bytes]]) -> bytes:
    """The node over the right edge: each row is folded with what the rows below it came to."""
    below: list[bytes] = []
    for row in rows:
        if row or below:
            below = [_fold(row + below)]
    return below[0]


def _fold(hashes: Sequence[bytes]) -> bytes:
    """The root over at least one hash."""
    level = list(hashes)
    while len(level) > 1:
        pairs = iter(level)
        odd = level[-1:] if len(level) & 1 else []
        level = [sha256(b"\1" + a + b).digest() for a, b in zip(pairs, pairs, strict=False)] + odd
    return level[0]
