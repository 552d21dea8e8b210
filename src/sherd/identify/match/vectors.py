"""The search over NumPy arrays: for a few markings, and where Numba is not installed.

Every sum is of whole numbers and every tie is broken by the same rule as in ``loops``: the answers are the
same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match import loops
from sherd.identify.match.alignment import LONGEST_PART, NOWHERE, walked
from sherd.identify.match.distance import WINDOW, masks_of
from sherd.identify.match.loops import Bytes, Ints
from sherd.identify.match.trigrams import grams_of, worth_looking_up

AT_ONCE = 16_384
"""Spellings whose edit distance is reckoned together."""


def search(
    codes: Bytes, breaks: Bytes, ends: NDArray[np.int64],
    spelled: Bytes, bounds: NDArray[np.int64], starts: NDArray[np.int64], holders: NDArray[np.uint32],
    weights: NDArray[np.uint16], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, plan: NDArray[np.int64],
    which: NDArray[np.int64], scores: Ints, pairs: NDArray[np.int16],
) -> None:  # fmt: skip
    """As ``loops.search``."""
    seen = np.zeros(len(starts), np.uint8)
    grams = np.empty(4096, np.int64)
    count = len(bounds) - 1
    costs = (reads, gaps, head, tail, edges)
    for n in range(len(ends) - 1):
        first, last = ends[n], min(ends[n + 1], ends[n] + plan[7])
        text, around = codes[first:last], breaks[first + n : last + n + 1]
        found = grams[: grams_of(text, blunt, starts, seen, grams)]
        sums = summed(found[: worth_looking_up(found, starts, count)], starts, holders, weights, count)
        ids = values = np.zeros(0, np.int64)
        for step in range(3):
            if step == 0 or loops.share(ids, values, bounds) < plan[3 + step]:
                ids = best_of(sums, int(plan[step]))
                values = scored(text, around, ids, spelled, bounds, *costs)
        if len(text) and loops.share(ids, values, bounds) < plan[6]:
            more = by_distance(text, spelled, bounds, blunt, int(plan[3]))
            added = scored(text, around, more, spelled, bounds, *costs)
            ids, values = np.concatenate((ids, more)), np.concatenate((values, added))
        shown = loops.ranked(ids, values, spelled, bounds, which.shape[1])
        table = np.empty((len(text) + 1, len(head), len(shown)), np.int64)
        best = scored(text, around, shown, spelled, bounds, *costs, table)
        for rank, spelling in enumerate(shown.tolist()):
            part = spelled[bounds[spelling] : bounds[spelling + 1]]
            which[n, rank], scores[n, rank] = spelling, best[rank]
            walked(text, around, part, best[rank], table[:, :, rank], *costs, pairs[n, rank, : len(part)])
        loops.settle(text, spelled, bounds, reads, which[n, : len(shown)], scores[n], pairs[n])


def summed(
    grams: NDArray[np.int64],
    starts: NDArray[np.int64],
    holders: NDArray[np.uint32],
    weights: NDArray[np.uint16],
    count: int,
) -> NDArray[np.int64]:
    """For each spelling the summed weight of the trigrams that it holds."""
    sums = np.zeros(count, np.int64)
    for gram in grams.tolist():
        sums[holders[starts[gram] : starts[gram + 1]]] += int(weights[gram])
    return sums


def best_of(sums: NDArray[np.int64], wanted: int) -> NDArray[np.int64]:
    """The ``wanted`` spellings of the highest sum, of equal ones the lowest numbers; in their order."""
    touched = np.flatnonzero(sums)
    keys = ((65_535 - sums[touched]) << 32) | touched
    if len(keys) > wanted:
        keys = np.partition(keys, wanted)[:wanted]
    return np.sort(keys & 0xFFFFFFFF)


def scored(
    text: Bytes, breaks: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64],
    reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, table: NDArray[np.int64] | None = None,
) -> NDArray[np.int64]:  # fmt: skip
    """The score of each spelling in ``ids``, all aligned side by side; the whole tables into ``table``."""
    parts, lengths = _padded(ids, spelled, bounds)
    longest = parts.shape[1]
    left = lengths[:, None] - np.arange(1, longest + 1)
    rest = np.where(left >= 0, tail[np.maximum(left, 0)], NOWHERE).astype(np.int64)
    slide = gaps[1] * np.arange(longest + 1)
    start = head[: longest + 1].astype(np.int64)
    row = np.broadcast_to(start - edges[0, breaks[0]], (len(ids), longest + 1))
    best = np.full(len(ids), NOWHERE, np.int64)
    for place, sign in enumerate(text):
        if table is not None:
            table[place, : longest + 1] = row.T
        cross, (enter, leave) = edges[2, breaks[place]], edges[:2, breaks[place + 1]]
        new = np.empty((len(ids), longest + 1), np.int64)
        new[:, 0] = -enter
        new[:, 1:] = np.maximum(row[:, :-1] + reads[sign][parts], row[:, 1:] - gaps[0]) - cross
        new[:, 1:] = np.maximum(new[:, 1:], start[1:] - enter)
        row = np.maximum.accumulate(new + slide, axis=1) - slide
        best = np.maximum(best, (row[:, 1:] + rest).max(axis=1, initial=NOWHERE) - leave)
    if table is not None:
        table[len(text), : longest + 1] = row.T
    return best


def by_distance(
    text: Bytes, spelled: Bytes, bounds: NDArray[np.int64], blunt: Bytes, wanted: int
) -> NDArray[np.int64]:
    """The ``wanted`` spellings of the whole catalogue that a stretch of the text is nearest to."""
    count = len(bounds) - 1
    estimates = np.full(count, -32_768, np.int64)
    for first in range(0, max(len(text) - WINDOW // 2, 1), WINDOW // 2):
        window = text[first : first + WINDOW]
        for low in range(0, count, AT_ONCE):
            ids = np.arange(low, min(low + AT_ONCE, count))
            here = slice(low, low + len(ids))
            estimates[here] = np.maximum(estimates[here], _estimates(window, ids, spelled, bounds, blunt))
    turn = np.lexsort((np.arange(count), -estimates))[:wanted]
    return np.sort(((32_767 - estimates[turn]) << 40) | turn) & ((1 << 40) - 1)


def _estimates(
    text: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64], blunt: Bytes
) -> NDArray[np.int64]:
    """``10 * length - 19 * distance`` of each spelling to its nearest stretch of the text."""
    parts, lengths = _padded(ids, spelled, bounds)
    one = np.uint64(1)
    masks = masks_of(text, blunt)
    ups, downs = np.zeros(len(ids), np.uint64), np.zeros(len(ids), np.uint64)
    for depth in range(parts.shape[1]):
        inside = lengths > depth
        either = masks[blunt[parts[:, depth]]] | downs
        level = ((ups + (either & ups)) ^ ups) | either
        fall, rise = ups & level, ((downs | ~(ups | level)) << one) | one
        downs = np.where(inside, rise & level, downs)
        ups = np.where(inside, (fall << one) | ~(rise | level), ups)
    lowest = distance = np.zeros(len(ids), np.int64)
    for place in range(len(text)):
        bit = np.uint64(place)
        distance = distance + ((ups >> bit) & one).astype(np.int64) - ((downs >> bit) & one).astype(np.int64)
        lowest = np.minimum(lowest, distance)
    return 10 * lengths - 19 * (lengths + lowest)


def _padded(
    ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64]
) -> tuple[Bytes, NDArray[np.int64]]:
    """The spellings as rows of one table, filled up with zeros, and their lengths."""
    lengths = np.minimum(bounds[ids + 1] - bounds[ids], LONGEST_PART)
    inside = np.arange(int(lengths.max(initial=1))) < lengths[:, None]
    parts = np.zeros(inside.shape, np.uint8)
    at = bounds[ids][:, None] + np.arange(inside.shape[1])
    parts[inside] = spelled[at[inside]]
    return parts, lengths
