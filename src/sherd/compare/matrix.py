"""A whole case compared with itself: which two items, of all of them, share parts that are worth a look.

Items by parts is a matrix with few entries. For every two items the rarity of the parts that both list is
summed, a block of rows at a time, so that a filter that sits in every drone costs one addition and adds
nothing. The pairs found are then compared slot by slot like any two items.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.compare.sharing import Collection

BLOCK = 512
"""Rows of the matrix held at once: 512 rows of 10,000 items take some 40 MB."""

RAREST = 3
"""Two items that share a part which no more than three records list are always among the pairs found."""

Pair = tuple[str, str]


@frozen
class Neighbours:
    """The pairs of items worth comparing, best first, and how many more there are.

    ``sharing`` pairs share a part, ``informative`` of them one that is not a commodity; ``pairs`` are listed.
    """

    pairs: tuple[Pair, ...]
    informative: int
    sharing: int


def neighbours(
    collection: Collection, items: Sequence[str], first: Container[str], second: Container[str], limit: int
) -> Neighbours:
    """The ``limit`` pairs of items that share the rarest parts, and every pair that shares one of the rarest.

    One item of a pair is of the ``first``, the other of the ``second``; its items are in the order of
    ``items``. Time grows with the sum over parts of the square of the number of items that list each, memory
    with ``BLOCK`` times the number of items.
    """
    place = {item: n for n, item in enumerate(items)}
    parts = list(_parts(collection, place))
    sides = _Sides.of(items, first, second)
    best: dict[tuple[int, int], float] = {}
    informative = sharing = 0
    for start in range(0, len(items), BLOCK):
        scores, commons = _block(parts, start, sides)
        informative += int(np.count_nonzero(scores > 0))
        sharing += int(np.count_nonzero(commons))
        best.update(_highest(scores, start, limit))
    chosen = set(sorted(best, key=lambda pair: (-best[pair], pair))[:limit])
    chosen |= {pair for part in parts if part.rare for pair in _two_by_two(part.items) if sides.wanted(*pair)}
    ranked = sorted(chosen, key=lambda pair: (-best.get(pair, 0.0), pair))
    return Neighbours(tuple((items[a], items[b]) for a, b in ranked), informative, sharing)


@frozen(eq=False)
class _Part:
    items: NDArray[np.int64]
    weight: float
    rare: bool


def _parts(collection: Collection, place: Mapping[str, int]) -> Iterator[_Part]:
    """Every part that at least two of the items list; only an informative one weighs."""
    for part in collection.parts.values():
        listing = sorted({place[each.item] for each in part.bearing if each.item in place})
        if len(listing) > 1:
            yield _Part(
                items=np.array(listing, dtype=np.int64),
                weight=part.weight if part.informative else 0.0,
                rare=len(listing) <= RAREST and not part.commodity,
            )


@frozen(eq=False)
class _Sides:
    """Which items stand on either side of the pairs sought, by place."""

    first: NDArray[np.bool_]
    second: NDArray[np.bool_]

    @classmethod
    def of(cls, items: Sequence[str], first: Container[str], second: Container[str]) -> _Sides:
        return cls(np.array([item in first for item in items]), np.array([item in second for item in items]))

    def wanted(self, a: int, b: int) -> bool:
        return bool((self.first[a] and self.second[b]) or (self.second[a] and self.first[b]))

    def mask(self, start: int, stop: int) -> NDArray[np.bool_]:
        """Of rows ``start`` to ``stop`` and every item: the pairs sought, each once."""
        rows = slice(start, stop)
        sought = np.outer(self.first[rows], self.second) | np.outer(self.second[rows], self.first)
        later = np.arange(len(self.first))[None, :] > np.arange(start, stop)[:, None]
        return sought & later


def _block(
    parts: Sequence[_Part], start: int, sides: _Sides
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Summed rarity, and whether anything is shared, of a block of rows with every later item."""
    mask = sides.mask(start, min(start + BLOCK, len(sides.first)))
    scores = np.zeros(mask.shape, dtype=np.float32)
    commons = np.zeros(mask.shape, dtype=np.bool_)
    for part in parts:
        low, high = np.searchsorted(part.items, (start, start + BLOCK))
        if high > low:
            cells = np.ix_(part.items[low:high] - start, part.items)
            commons[cells] = True
            if part.weight:
                scores[cells] += part.weight
    return np.where(mask, scores, np.float32(0)), commons & mask


def _highest(scores: NDArray[np.float32], start: int, limit: int) -> dict[tuple[int, int], float]:
    """At most ``limit`` highest scores of a block by pair of places; ties go to the earlier pair."""
    flat = scores.ravel()
    positive = np.flatnonzero(flat > 0)
    kept = positive[np.argsort(-flat[positive], kind="stable")[:limit]]
    rows, columns = np.divmod(kept, scores.shape[1])
    found = zip((rows + start).tolist(), columns.tolist(), flat[kept].tolist(), strict=True)
    return {(row, column): score for row, column, score in found}


def _two_by_two(items: NDArray[np.int64]) -> list[tuple[int, int]]:
    places = items.tolist()
    return [(a, b) for n, a in enumerate(places) for b in places[n + 1 :]]
