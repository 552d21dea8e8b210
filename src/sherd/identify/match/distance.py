"""The spellings that a marking is nearest to by edit distance, over the whole catalogue.

Bit-parallel: a column of the table is two numbers, and a character costs a handful of operations on them
(Myers 1999; Hyyrö 2001).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match.signs import GRAM, WORN

Bytes = NDArray[np.uint8]

WINDOW = 64
"""Characters of a marking that the edit distance looks at together; windows overlap by half."""


AHEAD = 64
"""Spellings whose signs are fetched together."""


def by_distance(
    text: Bytes, spelled: Bytes, bounds: NDArray[np.int64], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, wanted: int,
) -> NDArray[np.int64]:  # fmt: skip
    """The ``wanted`` spellings of the whole catalogue that a stretch of the text is nearest to."""
    estimates = np.full(len(order), -32_768, np.int16)
    for first in range(0, max(len(text) - WINDOW // 2, 1), WINDOW // 2):
        nearest(text[first : first + WINDOW], spelled, bounds, order, shared, blunt, estimates, wanted)
    return highest(estimates, wanted)


def highest(estimates: NDArray[np.int16], wanted: int) -> NDArray[np.int64]:
    """The places of the ``wanted`` highest estimates, of equal ones the first."""
    tally = np.zeros(65_536, np.int64)
    for estimate in estimates:
        tally[np.int64(estimate) + 32_768] += 1
    cut, held = 65_535, tally[65_535]
    while cut > 1 and held < wanted:
        cut -= 1
        held += tally[cut]
    keys = np.empty(held, np.int64)
    count = 0
    for place in range(len(estimates)):
        if np.int64(estimates[place]) + 32_768 >= cut and count < held:
            keys[count] = ((32_767 - np.int64(estimates[place])) << 40) | place
            count += 1
    return np.sort(keys[:count])[:wanted] & ((np.int64(1) << 40) - 1)


def nearest(
    text: Bytes, codes: Bytes, bounds: NDArray[np.int64], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, estimates: NDArray[np.int16], wanted: int
) -> None:  # fmt: skip
    """Raise the estimate of every spelling whose edit distance to a stretch of the text (64 long) is small.

    The estimate is ``10 * length - 19 * distance``; spellings that cannot be among the ``wanted`` best may be
    left out. Confusable signs count as one, a worn place as any sign. Spellings are taken in sorted order, so
    that what two of them begin with is reckoned once.
    """
    masks = masks_of(text, blunt)
    within = ~np.uint64(0) >> np.uint64(64 - len(text))
    ups, downs = np.zeros(256, np.uint64), np.zeros(256, np.uint64)
    tally = np.zeros(4096, np.int64)
    lengths, signs = np.empty(AHEAD, np.int64), np.empty((AHEAD, 256), np.uint8)
    cut, held = 0, 0
    for turn in range(len(order)):
        row = turn % AHEAD
        if row == 0:
            fetched(order[turn : turn + AHEAD], shared[turn : turn + AHEAD], codes, bounds, lengths, signs)
        length = lengths[row]
        reckoned(signs[row], min(np.int64(shared[turn]), length), length, masks, blunt, ups, downs)
        up, down = ups[length] & within, downs[length] & within
        if 10 * length - 19 * (length - _ones(down)) < cut - 2048:
            continue
        estimate = 10 * length - 19 * (length + lowest_of(up, down, len(text)))
        which = order[turn]
        if estimate > estimates[which]:
            estimates[which] = estimate
        slot = max(0, min(4095, estimate + 2048))
        if slot >= cut:
            tally[slot] += 1
            held += 1
            while held - tally[cut] >= wanted:
                held -= tally[cut]
                cut += 1


def fetched(
    order: NDArray[np.uint32], shared: Bytes, codes: Bytes, bounds: NDArray[np.int64],
    lengths: NDArray[np.int64], signs: Bytes,
) -> None:  # fmt: skip
    """The lengths of some spellings and what each does not share with the one before it, side by side.

    They lie scattered in memory: fetched many at a time, none waits for the one before it.
    """
    starts = np.empty(len(order), np.int64)
    for row in range(len(order)):
        starts[row] = bounds[order[row]]
        lengths[row] = min(bounds[order[row] + 1] - starts[row], 255)
    for row in range(len(order)):
        for depth in range(min(np.int64(shared[row]), lengths[row]), lengths[row]):
            signs[row, depth] = codes[starts[row] + depth]


def reckoned(
    signs: Bytes, begin: int, end: int, masks: NDArray[np.uint64], blunt: Bytes,
    ups: NDArray[np.uint64], downs: NDArray[np.uint64],
) -> None:  # fmt: skip
    """The rows of the table for the signs from ``begin`` to ``end``, from the row before them."""
    one = np.uint64(1)
    for depth in range(begin, end):
        equal = masks[blunt[signs[depth]]]
        up, down = ups[depth], downs[depth]
        either = equal | down
        level = ((up + (either & up)) ^ up) | either
        fall, rise = up & level, down | ~(up | level)
        rise = (rise << one) | one
        downs[depth + 1] = rise & level
        ups[depth + 1] = (fall << one) | ~(rise | level)


def lowest_of(up: np.uint64, down: np.uint64, count: int) -> np.int64:
    """The lowest point of a row of ``count`` places that goes up and down by one, from 0."""
    lowest = distance = np.int64(0)
    for place in range(count):
        bit = np.uint64(place)
        distance += np.int64((up >> bit) & np.uint64(1)) - np.int64((down >> bit) & np.uint64(1))
        lowest = min(lowest, distance)
    return lowest


def masks_of(text: Bytes, blunt: Bytes) -> NDArray[np.uint64]:
    """For each blurred sign the places of the text that hold it, as bits; a worn place holds every sign."""
    masks = np.zeros(GRAM, np.uint64)
    for place in range(len(text)):
        bit = np.uint64(1) << np.uint64(place)
        if text[place] == WORN:
            masks |= bit
        else:
            masks[blunt[text[place]]] |= bit
    return masks


def _ones(bits: np.uint64) -> np.int64:
    """How many bits are set."""
    bits = bits - ((bits >> np.uint64(1)) & np.uint64(0x5555555555555555))
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))
