"""Find watched parts in the text of shipments: where in the cell, as what, and how sure that is.

A hit is a possible match of a text with a part number, never a finding about a party. What would confirm it:
the packing list, the maker's answer about the lot. What would rule it out: another maker's number that reads
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from sherd.text.compiled import compiled, has_compiler
from sherd.trace.shipments import loops
from sherd.trace.shipments.signs import signs, worn
from sherd.trace.shipments.watch import Watch

BATCH = 1_000
"""Rows that are searched together: their text fits a processor's cache."""

METHOD = ("shipment text search", "1")

EXACT, LOOK_ALIKE, SPLIT, BASE, LONGER = "exact", "look-alike", "split", "base only", "longer number"
MATCHES = (EXACT, LOOK_ALIKE, SPLIT, BASE, LONGER)
"""What a hit can be; the last two are near the part, and not the part."""

NEAR = frozenset({BASE, LONGER})

_BITS = ((loops.LONGER, LONGER), (loops.BASE, BASE), (loops.MISREAD, LOOK_ALIKE),
         (loops.SPLIT, SPLIT))  # fmt: skip


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

    def at(self, row: int) -> Hit:
        """The same hit in another row: where the cell came from."""
        return evolve(self, row=row)

    @property
    def near(self) -> bool:
        """Whether the text is near the part only: its base number, or a longer number around it."""
        return self.match in NEAR


def scan(texts: Sequence[str], watch: Watch, first_row: int = 0) -> list[Hit]:
    """Every hit in the cells, in the order of the rows; the first cell is row ``first_row``.

    >>> from sherd.trace.shipments.watch import watch
    >>> [(hit.part, hit.text, hit.match) for hit in scan(["IC LM-317T, 40 PCS"], watch(["LM317T"]))]
    [('LM317T', 'LM-317T', 'split')]
    """
    return [hit for rows in batches(texts) for hit in _scan(rows[1], watch, first_row + rows[0])]


def window_keys(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The keys of all windows of all cells, and the row of each: what a kept key table holds.

    A cell holds a watched part only if one of its keys is among ``watch.keys``.
    """
    found = [_keys(rows, first) for first, rows in batches(texts)]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([keys for keys, _ in found]), np.concatenate([rows for _, rows in found])


def batches(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells in batches, each with the number of its first."""
    for first in range(0, len(texts), BATCH):
        yield first, texts[first : first + BATCH]


def _scan(texts: Sequence[str], watch: Watch, first_row: int) -> Iterator[Hit]:
    units = _units(texts)
    most = 2 * len(texts) + 64
    while True:
        hits = np.zeros((most, 6), np.int64)
        count, found = _search(units, len(texts), watch, hits)
        if count <= most:
            break
        most = count
    for row, spelling, start, end, bits, misread in sorted(found[:count], key=_order):
        if not bits & loops.OUT:
            part = watch.parts[watch.owners[spelling]]
            end = _with_accents(texts[row], end)
            text = texts[row][start:end]
            foreign = not text.isascii() and watch.is_latin(spelling)
            yield Hit(first_row + row, part, start, end, text, *_said(bits, misread, foreign))


def _with_accents(text: str, end: int) -> int:
    while end < len(text) and "\u0300" <= text[end] < "\u0370":
        end += 1
    return end


def _order(hit: Sequence[int]) -> tuple[int, int, int, int]:
    return hit[0], hit[2], hit[3], hit[1]


def _said(bits: int, misread: int, foreign: bool) -> tuple[str, float]:
    """The kind of a hit in a word, and its score."""
    score = 0.9**misread * (0.98 if foreign else 1.0)
    for bit, factor in _FACTORS:
        score *= factor if bits & bit else 1.0
    alike = foreign and not bits & (loops.LONGER | loops.BASE)
    word = next((word for bit, word in _BITS if bits & bit), EXACT)
    return LOOK_ALIKE if alike else word, round(score, 4)


_FACTORS = ((loops.SPLIT, 0.95), (loops.BASE, 0.5), (loops.LONGER, 0.3))


def _search(units: NDArray[np.uint16], rows: int, watch: Watch, hits: Any) -> tuple[int, list[list[int]]]:
    given = (units, rows, _tables(), _room(units), watch.sieve, watch.slots, watch.chains, watch.watched)
    if has_compiler():
        count = int(compiled(loops, "search")(*given, hits))
    else:
        hits, plain = hits.tolist(), _plain(loops.search)
        count = int(plain(*_listed(given), hits))
        return count, hits
    return count, hits[:count].tolist()


def _keys(texts: Sequence[str], first_row: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    units = _units(texts)
    most = 64 * len(texts) + 64
    while True:
        found, where = np.zeros(most, np.int64), np.zeros(most, np.int64)
        given = (units, len(texts), first_row, _tables(), _room(units))
        if has_compiler():
            count = int(compiled(loops, "keys")(*given, found, where))
        else:
            plain = _plain(loops.keys)
            listed = (found.tolist(), where.tolist())
            count = int(plain(*_listed(given), *listed))
            found, where = np.array(listed[0], np.int64), np.array(listed[1], np.int64)
        if count <= most:
            return found[:count], where[:count]
        most = count


def _units(texts: Sequence[str]) -> NDArray[np.uint16]:
    """The cells as UTF-16, each ended by a zero."""
    joined = "\0".join(texts)
    if joined.count("\0") != len(texts) - 1:
        joined = "\0".join(text.replace("\0", " ") for text in texts)
    return np.frombuffer((joined + "\0\0").encode("utf-16-le", "surrogatepass"), np.uint16)


def _room(units: NDArray[np.uint16]) -> tuple[NDArray[Any], ...]:
    """Where a row is cut into tokens; no row is longer than all together."""
    size = len(units) + 2
    return np.empty(size, np.uint8), *(np.empty(size, np.int32) for _ in range(5))


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.int64]]:
    """Signs, their classes, and the powers by which a sum of signs grows with each sign."""
    powers = [pow(loops.FACTOR, size, loops.HALF + 1) for size in range(loops.LONGEST + 1)]
    return signs(), worn(), np.array(powers, np.int64)


def _plain(loop: Callable[..., int]) -> Callable[..., int]:
    return loop


def _listed(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_listed(each) for each in value)
    return value.tolist() if isinstance(value, np.ndarray) else value
