"""Find watched parts in the text of shipments: where in the cell, as what, and how sure that is.

A hit is a possible match of a text with a part number, never a finding about a party. What would confirm it:
the packing list, the maker's answer about the lot. What would rule it out: another maker's number that reads
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, overload

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from sherd.text import Cells
from sherd.text.compiled import compiled, has_compiler
from sherd.trace.shipments import hit_bits, loops
from sherd.trace.shipments.sieve import FACTOR, HALF, LONGEST, OTHER_FACTOR
from sherd.trace.shipments.signs import signs, worn
from sherd.trace.shipments.tokens import BEHIND
from sherd.trace.shipments.watch import Watch

BATCH = 65_536
"""Rows that are searched together."""

METHOD = ("shipment text search", "3")

EXACT, LOOK_ALIKE, SPLIT = "exact", "look-alike", "split"
PACKED, BASE, LONGER = "other packing", "base only", "longer number"
MATCHES = (EXACT, LOOK_ALIKE, SPLIT, PACKED, BASE, LONGER)
"""What a hit can be; the last three are near: the text does not say the very number that is watched."""

NEAR = frozenset({PACKED, BASE, LONGER})

_BITS = ((hit_bits.LONGER, LONGER), (hit_bits.BASE, BASE), (hit_bits.PACKED, PACKED),
         (hit_bits.MISREAD, LOOK_ALIKE), (hit_bits.SPLIT, SPLIT))  # fmt: skip


@frozen
class Hit:
    """A place in a cell that may name a part.

    ``start`` and ``end`` (exclusive) are code points of the raw cell. ``score`` orders hits, 1 for the
    number as it is written; it is not a probability.
    """

    row: int
    part: str
    start: int
    end: int
    text: str
    match: str
    score: float

    @property
    def near(self) -> bool:
        """Whether the text is near the part only: packed otherwise, its base number, or a longer number."""
        return self.match in NEAR


@frozen(eq=False)
class Hits(Sequence[Hit]):
    """Hits as columns, in the order of the rows; one of them is a :class:`Hit`.

    ``owners`` are places in ``parts``, ``matches`` places in ``MATCHES``; starts and ends are code points.
    """

    parts: tuple[str, ...] = field(repr=False)
    rows: NDArray[np.int64]
    owners: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    texts: Sequence[str]
    matches: NDArray[np.uint8]
    scores: NDArray[np.float64]

    @property
    def near(self) -> NDArray[np.bool_]:
        """Of each hit, whether the text is near the part only."""
        return np.isin(self.matches, [MATCHES.index(match) for match in sorted(NEAR)])

    def where(self, chosen: Any) -> Hits:
        """Some of the hits, by a mask, a slice or their places."""
        places = np.arange(len(self.rows))[chosen]
        rows, owners, starts, ends = (
            each[places] for each in (self.rows, self.owners, self.starts, self.ends)
        )
        texts = [self.texts[place] for place in places.tolist()]
        return Hits(self.parts, rows, owners, starts, ends, texts, self.matches[places], self.scores[places])

    def said(self) -> Iterator[tuple[int, str, int, int, str, str, float]]:
        """Each hit as (row, part, start, end, text, match, score)."""
        owners = (self.parts[owner] for owner in self.owners.tolist())
        matches = (MATCHES[match] for match in self.matches.tolist())
        numbers = self.rows.tolist(), owners, self.starts.tolist(), self.ends.tolist()
        return zip(*numbers, self.texts, matches, self.scores.tolist(), strict=True)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> Hits: ...
    def __getitem__(self, place: int | slice) -> Hit | Hits:
        if isinstance(place, slice):
            return self.where(place)
        return next(iter(self.where([place])))

    def __iter__(self) -> Iterator[Hit]:
        return (Hit(*each) for each in self.said())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def scan(texts: Sequence[str], watch: Watch, first_row: int = 0) -> Hits:
    """Every hit in the cells, in the order of the rows; the first cell is row ``first_row``.

    >>> from sherd.trace.shipments.watch import watch
    >>> [(hit.part, hit.text, hit.match) for hit in scan(["IC LM-317T, 40 PCS"], watch(["LM317T"]))]
    [('LM317T', 'LM-317T', 'split')]
    """
    found = [np.zeros((0, 8), np.int64)]
    cells = Cells.of(texts)
    for first, some in batches(cells):
        hits = _searched(some, watch)
        hits[:, 0] += first
        found.append(hits)
    return _hits(np.concatenate(found), cells, watch, first_row)


def window_keys(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The keys of all windows of all cells, and the row of each: what a kept key table holds.

    A cell holds a watched part only if one of its keys is among ``watch.keys``.
    """
    found = [_keys(some, first) for first, some in batches(Cells.of(texts))]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([keys for keys, _ in found]), np.concatenate([rows for _, rows in found])


def batches(cells: Cells) -> Iterator[tuple[int, Cells]]:
    """The cells in batches, each with the number of its first."""
    for first in range(0, len(cells), BATCH):
        yield first, cells[first : first + BATCH]


def _hits(found: NDArray[np.int64], cells: Cells, watch: Watch, first_row: int) -> Hits:
    """What each hit is called; the loops find them in the order of rows and places."""
    rows, spellings, starts, ends, bits, misread, begins, stops = found.T
    foreign = (stops - begins != ends - starts) & watch.is_latin(spellings)
    kinds, scores = _said()
    said = bits | misread << _BIT_COUNT | foreign.astype(np.int64) << _BIT_COUNT + 2
    texts = Cells(cells.data, begins, stops)
    owners = watch.owners[spellings]
    return Hits(watch.parts, rows + first_row, owners, starts, ends, list(texts), kinds[said], scores[said])


_BIT_COUNT = 5


@cache
def _said() -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """The kind of a hit and its score: by its bits, the signs misread, and whether one is foreign."""
    kinds, scores = [], []
    for said in range(1 << _BIT_COUNT + 3):
        bits, misread, foreign = (
            said & (1 << _BIT_COUNT) - 1,
            said >> _BIT_COUNT & 3,
            bool(said >> _BIT_COUNT + 2),
        )
        score = 0.9**misread * (0.98 if foreign else 1.0)
        for bit, factor in _FACTORS:
            score *= factor if bits & bit else 1.0
        alike = foreign and not bits & (hit_bits.LONGER | hit_bits.BASE | hit_bits.PACKED)
        word = next((word for bit, word in _BITS if bits & bit), EXACT)
        kinds.append(MATCHES.index(LOOK_ALIKE if alike else word))
        scores.append(round(score, 4))
    return np.array(kinds, np.uint8), np.array(scores)


_FACTORS = ((hit_bits.SPLIT, 0.95), (hit_bits.PACKED, 0.9), (hit_bits.BASE, 0.5), (hit_bits.LONGER, 0.3))


def _searched(cells: Cells, watch: Watch) -> NDArray[np.int64]:
    """The hits of one batch as the loops give them, without those that a better one rules out."""
    most = 2 * len(cells) + 64
    while True:
        hits = np.zeros((most, 8), np.int64)
        given = (
            *_bytes(cells),
            _tables(),
            _room(cells),
            watch.sieves,
            watch.slots,
            watch.chains,
            watch.watched,
        )
        if has_compiler():
            count = int(compiled(loops, "search")(*given, hits))
        else:
            listed = hits.tolist()
            plain: Callable[..., int] = loops.search
            count = plain(*_listed(given), listed)
            hits = np.array(listed, np.int64)
        if count <= most:
            return np.compress(hits[:count, 4] & hit_bits.OUT == 0, hits[:count], axis=0)
        most = count


def _keys(cells: Cells, first_row: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    most = 64 * len(cells) + 64
    while True:
        found, where = np.zeros(most, np.int64), np.zeros(most, np.int64)
        given: tuple[Any, ...] = (*_bytes(cells), first_row, _tables(), _room(cells))
        if has_compiler():
            count = int(compiled(loops, "keys")(*given, found, where))
        else:
            listed = (found.tolist(), where.tolist())
            plain: Callable[..., int] = loops.keys
            count = plain(*_listed(given), *listed)
            found, where = np.array(listed[0], np.int64), np.array(listed[1], np.int64)
        if count <= most:
            return found[:count], where[:count]
        most = count


def _bytes(cells: Cells) -> tuple[NDArray[Any], ...]:
    return cells.data, cells.begins, cells.ends


def _room(cells: Cells) -> tuple[NDArray[Any], ...]:
    """Where one row is cut into tokens: as much as the longest needs."""
    size = int((cells.ends - cells.begins).max(initial=0)) + BEHIND + 2
    kinds = (np.uint8, np.uint8, np.int32, np.int32, np.uint8, *(np.int32,) * 5)
    return tuple(np.empty(size, kind) for kind in kinds)


@cache
def _tables() -> tuple[NDArray[Any], ...]:
    """Signs, their classes, and the powers by which a sum of signs grows with each sign."""
    powers = [
        np.array([pow(factor, size, HALF + 1) for size in range(LONGEST + 1)], np.int64)
        for factor in (FACTOR, OTHER_FACTOR)
    ]
    return signs(), worn(), *powers


def _listed(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_listed(each) for each in value)
    return value.tolist() if isinstance(value, np.ndarray) else value
