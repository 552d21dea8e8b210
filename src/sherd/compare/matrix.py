"""A whole case compared with itself: which two items, of all of them, share parts that are worth a look.

Items by parts is a matrix with few entries. For every two items the rarity of the parts that both list is
summed, a block of rows at a time; a base part counts where no ordering code of it is on both lists. Only
parts that are no commodity enter: a filter that sits in half of all
drones would pair each of them with each and say nothing, so it is never multiplied out. Work and memory grow
with the number of pairs that an informative part links, and no faster.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.compare.sharing import Collection, Part

BLOCK_PAIRS = 2_000_000
"""Linked pairs multiplied out at once: some 50 MB."""

RAREST = 3
"""Two items that share a part which no more than three records list are always among the pairs found."""

MOST_RAREST = 20_000
"""So many pairs that share one of the rarest parts are listed at most, those of the highest sum first."""

Pair = tuple[str, str]


@frozen
class Neighbours:
    """The pairs of items worth comparing, best first, and how many more there are.

    ``informative`` pairs share a part that is no commodity; ``commodities`` parts were not paired at all.
    """

    pairs: tuple[Pair, ...]
    informative: int
    commodities: int


def neighbours(
    collection: Collection, items: Sequence[str], first: Container[str], second: Container[str], limit: int
) -> Neighbours:
    """The ``limit`` pairs of items that share the rarest parts, and every pair that shares one of the rarest.

    One item of a pair is of the ``first``, the other of the ``second``; its items are in the order of
    ``items``. Time and memory grow with the pairs that an informative part links.
    """
    place = {item: n for n, item in enumerate(items)}
    parts = list(_parts(collection, place))
    sides = _Sides.of(items, first, second)
    best: dict[tuple[int, int], float] = {}
    informative = 0
    for rows, columns, scores in _linked(parts, len(items), sides):
        informative += len(scores)
        best.update(_highest(rows, columns, scores, limit))
    chosen = set(sorted(best, key=lambda pair: (-best[pair], pair))[:limit])
    chosen |= set(_of_the_rarest(parts, sides, best))
    ranked = sorted(chosen, key=lambda pair: (-best.get(pair, 0.0), pair))
    commodities = sum(
        part.commodity and len({each.item for each in part.bearing}) > 1 for part in collection.parts.values()
    )
    return Neighbours(tuple((items[a], items[b]) for a, b in ranked), informative, commodities)


@frozen(eq=False)
class _Part:
    items: NDArray[np.int64]
    weight: float
    rare: bool
    codes: tuple[NDArray[np.int64], ...] = ()
    """Of a base part: the items of each ordering code. Two items of one code share that, and not the base."""


def _parts(collection: Collection, place: Mapping[str, int]) -> Iterator[_Part]:
    """Every informative part, and every informative base part, that at least two of the items list."""
    for part in (*collection.parts.values(), *collection.bases.values()):
        if not part.informative:
            continue
        listing = _places(part, place)
        codes = (_places(collection.parts[code], place) for code in part.codes)
        if len(listing) > 1:
            yield _Part(
                items=listing,
                weight=part.weight,
                rare=len(listing) <= RAREST and not part.base,
                codes=tuple(found for found in codes if len(found) > 1),
            )


def _places(part: Part, place: Mapping[str, int]) -> NDArray[np.int64]:
    return np.array(sorted({place[each.item] for each in part.bearing if each.item in place}), dtype=np.int64)


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

    def of_pairs(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which pairs of places are sought, each pair once."""
        crossed = (self.first[a] & self.second[b]) | (self.second[a] & self.first[b])
        return np.asarray(crossed & (b > a), dtype=np.bool_)


Linked = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
"""Pairs of places and their summed rarity."""


def _linked(parts: Sequence[_Part], items: int, sides: _Sides) -> Iterator[Linked]:
    """Every pair that an informative part links, with its summed rarity; some rows at a time."""
    work = np.zeros(items)
    for part in parts:
        work[part.items] += len(part.items)
    for start, stop in _blocks(work):
        found = [each for part in parts if (each := _pairs_of(part, start, stop)) is not None]
        if found:
            a, b, weights = (np.concatenate(column) for column in zip(*found, strict=True))
            kept = sides.of_pairs(a, b)
            keys, place = np.unique(a[kept] * items + b[kept], return_inverse=True)
            sums: NDArray[np.float64] = np.zeros(len(keys))
            np.add.at(sums, place, weights[kept])
            yield keys // items, keys % items, sums


def _pairs_of(part: _Part, start: int, stop: int) -> Linked | None:
    """The pairs that one part links, of which the earlier item is in these rows."""
    rows, columns = _two_of(part.items, start, stop)
    if part.codes and len(rows):
        within = [_two_of(items, start, stop) for items in part.codes]
        width = int(part.items[-1]) + 1
        shared = np.concatenate([a * width + b for a, b in within])
        alone = ~np.isin(rows * width + columns, shared)
        rows, columns = rows[alone], columns[alone]
    return (rows, columns, np.full(len(rows), part.weight)) if len(rows) else None


def _two_of(items: NDArray[np.int64], start: int, stop: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every two of these items, of which the earlier is in these rows."""
    low, high = items.searchsorted((start, stop))
    rows = np.repeat(items[low:high], len(items) - 1 - np.arange(low, high))
    later = [items[n + 1 :] for n in range(low, high)]
    return rows, np.concatenate(later) if later else rows


def _blocks(work: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Rows that together link at most ``BLOCK_PAIRS`` pairs; a row by itself may link more."""
    start, sum_ = 0, 0.0
    for row, links in enumerate(work.tolist()):
        if sum_ + links > BLOCK_PAIRS and row > start:
            yield start, row
            start, sum_ = row, 0.0
        sum_ += links
    yield start, len(work)


def _highest(
    a: NDArray[np.int64], b: NDArray[np.int64], scores: NDArray[np.float64], limit: int
) -> dict[tuple[int, int], float]:
    """At most ``limit`` highest sums of a block by pair of places; ties go to the earlier pair."""
    kept = np.lexsort((b, a, -np.round(scores, 9)))[:limit]
    pairs = zip(a[kept].tolist(), b[kept].tolist(), strict=True)
    return dict(zip(pairs, scores[kept].tolist(), strict=True))


def _of_the_rarest(
    parts: Sequence[_Part], sides: _Sides, best: Mapping[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """The pairs that share one of the rarest parts, at most ``MOST_RAREST`` of them."""
    found: dict[tuple[int, int], float] = {}
    for part in parts:
        if part.rare:
            for pair in _two_by_two(part.items):
                if sides.wanted(*pair):
                    found[pair] = max(found.get(pair, 0.0), best.get(pair, part.weight))
    return sorted(found, key=lambda pair: (-found[pair], pair))[:MOST_RAREST]


def _two_by_two(items: NDArray[np.int64]) -> list[tuple[int, int]]:
    places = items.tolist()
    return [(a, b) for n, a in enumerate(places) for b in places[n + 1 :]]
