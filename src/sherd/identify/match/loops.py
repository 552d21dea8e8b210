"""The search written as plain loops over whole numbers: what Numba compiles when it is installed.

The steps are in the neighbours ``trigrams``, ``alignment`` and ``distance``. ``vectors`` does the same over
NumPy arrays and gives the same numbers; a test holds the two together. What needs no speed there is used by
both as it stands.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match.alignment import LANES, scored, side_by_side, walked
from sherd.identify.match.distance import by_distance
from sherd.identify.match.signs import WORN
from sherd.identify.match.trigrams import CHUNK, STRETCH, by_trigrams, grams_of, worth_looking_up

Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]

UNLIKE, AT_RANDOM = 30, -20
"""What it costs once that signs were misread whatever their shape, and what each of them is then worth."""

NUMBER = (1 << 33) - 1
"""The bits of a key in ``ranked`` that hold the number of a spelling."""


def search(
    codes: Bytes, breaks: Bytes, ends: NDArray[np.int64],
    spelled: Bytes, bounds: NDArray[np.int64], starts: NDArray[np.int64], holders: NDArray[np.uint32],
    weights: NDArray[np.uint16], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, plan: NDArray[np.int64],
    which: NDArray[np.int64], scores: Ints, pairs: NDArray[np.int16],
) -> None:  # fmt: skip
    """Fill in, for each text, its best spellings, their scores and their alignments (-1 where there is none).

    ``plan`` is (candidates at first, more, most, last; percent that is sure, fair, low; length read).
    """
    count = len(bounds) - 1
    sums = np.zeros(min(count, STRETCH) + CHUNK, np.uint16)
    tops = np.empty(len(sums) // CHUNK + 1, np.uint16)
    bins = np.zeros(65_536, np.int32)
    near = np.empty(min(count, STRETCH) + max(plan[0], plan[1], plan[2]), np.int64)
    weighed = np.empty(len(near), np.uint16)
    seen = np.zeros(len(starts), np.uint8)
    grams = np.empty(4096, np.int64)
    best = np.empty(LANES, np.int16)
    rows = np.empty((plan[7] + 1, len(head), LANES), np.int16)
    for n in range(len(ends) - 1):
        first, last = ends[n], min(ends[n + 1], ends[n] + plan[7])
        text, around = codes[first:last], breaks[first + n : last + n + 1]
        found = grams[: grams_of(text, blunt, starts, seen, grams)]
        found = found[: worth_looking_up(found, starts, count)]
        ids, values = near[:0], near[:0]
        for step in range(3):
            if step == 0 or share(ids, values, bounds) < plan[3 + step]:
                held = by_trigrams(
                    found, starts, holders, weights, count, plan[step], sums, tops, bins, near, weighed
                )
                ids = near[:held].copy()
                values = scored(text, around, ids, spelled, bounds, reads, gaps, head, tail, edges)
        if len(text) and share(ids, values, bounds) < plan[6]:
            more = by_distance(text, spelled, bounds, order, shared, blunt, plan[3])
            added = scored(text, around, more, spelled, bounds, reads, gaps, head, tail, edges)
            ids, values = np.concatenate((ids, more)), np.concatenate((values, added))
        shown = ranked(ids, values, spelled, bounds, which.shape[1])
        if len(shown):
            side_by_side(text, around, shown, spelled, bounds, reads, gaps, head, tail, edges, rows, best)
            for rank in range(len(shown)):
                part = spelled[bounds[shown[rank]] : bounds[shown[rank] + 1]]
                table, path = rows[:, :, rank], pairs[n, rank, : len(part)]
                walked(text, around, part, best[rank], table, reads, gaps, head, tail, edges, path)
                which[n, rank], scores[n, rank] = shown[rank], best[rank]
        settle(text, spelled, bounds, reads, which[n, : len(shown)], scores[n], pairs[n])


def settle(
    text: Bytes, spelled: Bytes, bounds: NDArray[np.int64], reads: Ints,
    which: NDArray[np.int64], scores: Ints, pairs: NDArray[np.int16],
) -> None:  # fmt: skip
    """Order the best again, each by the better of two ways in which signs may have been misread.

    By their shapes, as the alignment has it; or at random, where a sign that looks alike is worth no more
    than any other: a marking with one misread sign is a worn or careless one, the next no great surprise.
    """
    for rank in range(len(which)):
        start = bounds[which[rank]]
        otherwise, by_shape = 0, 0
        for at in range(bounds[which[rank] + 1] - start):
            pair = pairs[rank, at]
            if pair >= 0 and text[pair] != WORN and text[pair] != spelled[start + at]:
                otherwise += 1
                by_shape += reads[text[pair], spelled[start + at]]
        scores[rank] += max(AT_RANDOM * otherwise - UNLIKE - by_shape, 0)
    for last in range(1, len(which)):
        rank = last
        while rank > 0 and scores[rank] > scores[rank - 1]:
            which[rank], which[rank - 1] = which[rank - 1], which[rank]
            scores[rank], scores[rank - 1] = scores[rank - 1], scores[rank]
            for at in range(pairs.shape[1]):
                pairs[rank, at], pairs[rank - 1, at] = pairs[rank - 1, at], pairs[rank, at]
            rank -= 1


def share(ids: NDArray[np.int64], values: NDArray[np.int64], bounds: NDArray[np.int64]) -> np.int64:
    """The percent of its full score that the best spelling has; 0 where there is none."""
    best, percent = np.int64(0), np.int64(0)
    for n in range(len(ids)):
        if values[n] > best:
            best = values[n]
            percent = values[n] // max(bounds[ids[n] + 1] - bounds[ids[n]], 1)
    return percent


def ranked(
    ids: NDArray[np.int64], values: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64], wanted: int
) -> NDArray[np.int64]:  # fmt: skip
    """The best spellings: by score, then the shorter, then by number; those of the same characters once."""
    keys = np.empty(len(ids), np.int64)
    for n in range(len(ids)):
        length = bounds[ids[n] + 1] - bounds[ids[n]]
        keys[n] = ((np.int64(1 << 20) - values[n]) << 41) | (min(length, 255) << 33) | ids[n]
    kept = np.empty(wanted, np.int64)
    count = 0
    for key in np.sort(keys):
        if count == wanted:
            break
        fresh = True
        for rank in range(count):
            if kept[rank] >> 33 == key >> 33 and _same(kept[rank] & NUMBER, key & NUMBER, spelled, bounds):
                fresh = False
        if fresh:
            kept[count] = key
            count += 1
    return kept[:count] & NUMBER


def _same(one: np.int64, other: np.int64, spelled: Bytes, bounds: NDArray[np.int64]) -> bool:
    """Whether two spellings have the same characters."""
    length = bounds[one + 1] - bounds[one]
    if length != bounds[other + 1] - bounds[other]:
        return False
    different = 0
    for at in range(length):
        different += spelled[bounds[one] + at] != spelled[bounds[other] + at]
    return different == 0
