"""The spellings that share most with a marking: trigrams, weighed by how rare they are.

Every spelling that holds a trigram of the marking gets its weight; the heaviest sums are the candidates. The
sums are kept for a stretch of the catalogue at a time, small enough to stay near the processor.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match.index import FAMILIES
from sherd.identify.match.signs import GRAM, WORN

Bytes = NDArray[np.uint8]
STEPS = np.array([(one, other) for _, one, other in FAMILIES], np.int64)

MOST_GRAMS = 240
"""Trigrams of one marking that are looked up: the rarest. Their weights add up to less than 65,536."""

HELD, LEAST_HELD, COMMON = 24, 4096, 80
"""Once the rarer trigrams have as many holders as a 24th of the catalogue (or this many), those that more
than an 80th of it holds are left out: they tell little and cost most."""

STRETCH = 1 << 18
"""Spellings whose sums are kept at a time."""

CHUNK = 256
"""Spellings of which the highest sum is looked at before each one is (of 64, Numba makes slower code)."""


def grams_of(
    text: Bytes, blunt: Bytes, starts: NDArray[np.int64], seen: Bytes, found: NDArray[np.int64]
) -> int:
    """The trigrams of a text that any part number has, none with a worn place; each once, rarest first."""
    count = 0
    worn = blunt[WORN]
    for at in range(len(text)):
        first = np.int64(blunt[text[at]])
        if first == worn:
            continue
        for family in range(len(STEPS)):
            one, other = STEPS[family, 0], STEPS[family, 1]
            if at + other >= len(text) or count >= len(found):
                continue
            second, third = np.int64(blunt[text[at + one]]), np.int64(blunt[text[at + other]])
            if second == worn or third == worn:
                continue
            gram = (first * GRAM + second) * GRAM + third + family * GRAM**3
            if not seen[gram] and starts[gram + 1] > starts[gram]:
                seen[gram] = 1
                found[count] = gram
                count += 1
    for n in range(count):
        seen[found[n]] = 0
    rarest_first(found[:count], starts)
    return min(count, MOST_GRAMS)


def rarest_first(grams: NDArray[np.int64], starts: NDArray[np.int64]) -> None:
    """Put the trigrams into the order of how many hold them; equal ones stay as they are."""
    for last in range(1, len(grams)):
        gram, at = grams[last], last
        holders = starts[gram + 1] - starts[gram]
        while at > 0 and starts[grams[at - 1] + 1] - starts[grams[at - 1]] > holders:
            grams[at] = grams[at - 1]
            at -= 1
        grams[at] = gram


def worth_looking_up(grams: NDArray[np.int64], starts: NDArray[np.int64], count: int) -> int:
    """How many of the trigrams, the rarest first, are looked up in a catalogue of ``count`` spellings."""
    held, enough = np.int64(0), max(LEAST_HELD, count // HELD)
    for n in range(len(grams)):
        holders = starts[grams[n] + 1] - starts[grams[n]]
        if held >= enough and holders > count // COMMON:
            return n
        held += holders
    return len(grams)


def by_trigrams(
    grams: NDArray[np.int64], starts: NDArray[np.int64], holders: NDArray[np.uint32],
    weights: NDArray[np.uint16], count: int, wanted: int,
    sums: NDArray[np.uint16], tops: NDArray[np.uint16], bins: NDArray[np.int32],
    ids: NDArray[np.int64], values: NDArray[np.uint16],
) -> int:  # fmt: skip
    """The ``wanted`` spellings of the highest sum, of equal ones the lowest numbers, into ``ids``; how many.

    They come in the order of their numbers. The rest is room to work in: ``sums``, all 0, as long as a
    stretch and a chunk; ``bins``, all 0; ``ids`` and ``values`` as long as a stretch and ``wanted``.
    """
    at = np.empty(len(grams), np.int64)
    for n in range(len(grams)):
        at[n] = starts[grams[n]]
    kept, least = 0, np.int64(1)
    for low in range(0, count, STRETCH):
        high = min(low + STRETCH, count)
        add(grams, starts, holders, weights, at, low, high, high == count, sums)
        chunks = (high - low + CHUNK - 1) // CHUNK
        for chunk in range(chunks):
            here = sums[chunk * CHUNK : (chunk + 1) * CHUNK]
            top = np.uint16(0)
            for n in range(CHUNK):
                top = np.maximum(top, here[n])
            tops[chunk] = top
        least = max(least, lowest(tops[:chunks], wanted, bins))
        for chunk in range(chunks):
            if tops[chunk] >= least:
                for n in range(chunk * CHUNK, (chunk + 1) * CHUNK):
                    if sums[n] >= least:
                        ids[kept], values[kept] = low + n, sums[n]
                        kept += 1
        sums[: chunks * CHUNK] = 0
        kept = thinned(ids, values, kept, wanted, bins)
        if kept == wanted:
            least = lowest(values[:kept], wanted, bins) + 1  # a later one of the same sum comes too late
    return kept


def add(
    grams: NDArray[np.int64], starts: NDArray[np.int64], holders: NDArray[np.uint32],
    weights: NDArray[np.uint16], at: NDArray[np.int64], low: int, high: int, last: bool,
    sums: NDArray[np.uint16],
) -> None:  # fmt: skip
    """Add the weight of every trigram to its holders from ``low`` to ``high``; ``at`` moves on."""
    base = np.uint32(low)
    for n in range(len(grams)):
        weight, end = weights[grams[n]], starts[grams[n] + 1]
        if not last:
            begin = at[n]
            while begin < end:
                middle = (begin + end) // 2
                if holders[middle] < high:
                    begin = middle + 1
                else:
                    end = middle
        for place in range(at[n], end):
            sums[holders[place] - base] += weight
        at[n] = end


def lowest(values: NDArray[np.uint16], wanted: int, bins: NDArray[np.int32]) -> np.int64:
    """The lowest of the ``wanted`` highest values; 1 where fewer are above 0."""
    highest = np.int64(0)
    for value in values:
        bins[value] += 1
        highest = max(highest, np.int64(value))
    cut, above = highest + 1, 0
    while cut > 1 and above < wanted:
        cut -= 1
        above += bins[cut]
    bins[: highest + 1] = 0
    return cut


def thinned(
    ids: NDArray[np.int64], values: NDArray[np.uint16], count: int, wanted: int, bins: NDArray[np.int32]
) -> int:  # fmt: skip
    """Keep the ``wanted`` of the highest value, of equal ones the first, as they stand; how many are left."""
    if count <= wanted:
        return count
    cut = lowest(values[:count], wanted, bins)
    ties = np.int64(wanted)
    for n in range(count):
        ties -= values[n] > cut
    kept = 0
    for n in range(count):
        tied = values[n] == cut
        if values[n] > cut or (tied and ties > 0):
            ties -= tied
            ids[kept], values[kept] = ids[n], values[n]
            kept += 1
    return kept
