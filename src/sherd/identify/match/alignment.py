"""The best local alignment of a marking with part numbers, many of them side by side.

The table of an alignment has a row for each character of the marking (and one before the first), a column for
each character of the part. The loops over lanes are kept short and simple: so the compiler makes one
instruction of many of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match.signs import KINDS

Ints = NDArray[np.int32]
Shorts = NDArray[np.int16]
Bytes = NDArray[np.uint8]

LANES = 32
"""Spellings that are aligned side by side."""

LONGEST_PART = 255
"""Characters of a part that are aligned: with them every sum stays within 16 bits."""

NOWHERE = -20_000
"""What ending at a character costs that a part does not have: more than any alignment is worth."""


def scored(
    text: Bytes, breaks: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64],
    reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints,
) -> NDArray[np.int64]:  # fmt: skip
    """The score of each spelling in ``ids``: ``LANES`` of similar length are aligned side by side."""
    values = np.empty(len(ids), np.int64)
    turn = by_length(ids, bounds)
    best = np.empty(LANES, np.int16)
    rows = np.empty((2, len(head), LANES), np.int16)
    taken = np.empty(LANES, np.int64)
    for first in range(0, len(ids), LANES):
        count = min(LANES, len(ids) - first)
        for lane in range(count):
            taken[lane] = ids[turn[first + lane]]
        side_by_side(text, breaks, taken[:count], spelled, bounds, reads, gaps, head, tail, edges, rows, best)
        for lane in range(count):
            values[turn[first + lane]] = best[lane]
    return values


def by_length(ids: NDArray[np.int64], bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places in ``ids``, the shortest spelling first."""
    keys = np.empty(len(ids), np.int64)
    for n in range(len(ids)):
        keys[n] = ((bounds[ids[n] + 1] - bounds[ids[n]]) << 32) | n
    return np.sort(keys) & 0xFFFFFFFF


def side_by_side(
    text: Bytes, breaks: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64],
    reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, rows: Shorts, best: Shorts,
) -> None:  # fmt: skip
    """The tables of at most ``LANES`` alignments into ``rows``, and the score of each into ``best``.

    ``rows`` has one row more than the text has characters, or any two of which the later overwrite the
    earlier, where only the scores are wanted.
    """
    longest = 0
    for which in ids:
        longest = max(longest, min(int(bounds[which + 1] - bounds[which]), LONGEST_PART))
    parts, rest = laid_out(ids, longest, spelled, bounds, tail)
    worth, number = worths(text, parts, reads)
    extra, missing = np.int16(gaps[0]), np.int16(gaps[1])
    peaks = np.full(longest * LANES, NOWHERE, np.int16)
    for at in range(longest + 1):
        rows[0, at, :] = head[at] - edges[0, breaks[0]]
    for place in range(len(text)):
        over, here = rows[place % len(rows)], rows[(place + 1) % len(rows)]
        cross, leave = np.int16(edges[2, breaks[place]]), np.int16(edges[1, breaks[place + 1]])
        enter = edges[0, breaks[place + 1]]
        dropped, of_sign = np.int16(extra + cross), worth[number[place]]
        here[0, :] = -enter
        for at in range(longest):
            fresh = np.int16(head[at + 1] - enter)
            step(over[at], over[at + 1], here[at], of_sign[at], cross, dropped, missing, fresh, here[at + 1])
        raise_peaks(here[1 : longest + 1].reshape(-1), rest.reshape(-1), leave, peaks)
    best[:] = NOWHERE
    for n in range(len(peaks)):
        best[n % LANES] = max(best[n % LANES], peaks[n])


def laid_out(
    ids: NDArray[np.int64], longest: int, spelled: Bytes, bounds: NDArray[np.int64], tail: Ints
) -> tuple[Bytes, Shorts]:
    """The signs of each lane's part, and what ending at each costs (``NOWHERE`` where it has none)."""
    parts = np.zeros((longest, LANES), np.uint8)
    rest = np.full((longest, LANES), NOWHERE, np.int16)
    for lane in range(len(ids)):
        start = bounds[ids[lane]]
        length = min(bounds[ids[lane] + 1] - start, longest)
        for at in range(length):
            parts[at, lane] = spelled[start + at]
            rest[at, lane] = tail[length - 1 - at]
    return parts, rest


def worths(text: Bytes, parts: Bytes, reads: Ints) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    """What each sign of the text is worth against each lane's characters; and which of them a place holds."""
    known = np.full(KINDS, -1, np.int64)
    number = np.empty(len(text), np.int64)
    count = 0
    for place in range(len(text)):
        if known[text[place]] < 0:
            known[text[place]] = count
            count += 1
        number[place] = known[text[place]]
    worth = np.empty((count, len(parts), LANES), np.int16)
    for sign in range(KINDS):
        if known[sign] >= 0:
            of_sign, table = reads[sign], worth[known[sign]]
            for at in range(len(parts)):
                look_up(of_sign, parts[at], table[at])
    return worth, number


def look_up(of_sign: Ints, part: Bytes, worth: Shorts) -> None:
    """What one sign is worth against one character of each lane."""
    for lane in range(LANES):
        worth[lane] = of_sign[part[lane]]


def step(
    corner: Shorts, over: Shorts, left: Shorts, worth: Shorts,
    cross: np.int16, dropped: np.int16, missing: np.int16, fresh: np.int16, here: Shorts,
) -> None:  # fmt: skip
    """One cell of every lane: read, a sign too many, one too few, or begun here."""
    for lane in range(LANES):
        read = np.maximum(np.int16(corner[lane] + worth[lane] - cross), np.int16(over[lane] - dropped))
        here[lane] = np.maximum(read, np.maximum(np.int16(left[lane] - missing), fresh))


def raise_peaks(here: Shorts, rest: Shorts, leave: np.int16, peaks: Shorts) -> None:
    """The best so far at every character of every lane, should the alignment end here; at least NOWHERE."""
    for n in range(len(peaks)):
        ended = np.maximum(np.int16(here[n] + rest[n] - leave), np.int16(NOWHERE))
        peaks[n] = np.maximum(ended, peaks[n])


def walked(
    text: Bytes, breaks: Bytes, part: Bytes, best: int, table: NDArray[np.generic],
    reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, found: NDArray[np.int16],
) -> None:  # fmt: skip
    """The alignment behind a score, from its table: for each character of the part its place, or -1."""
    found[:] = -1
    length = min(len(part), LONGEST_PART)
    place, at = ending(len(text), length, breaks, best, table, tail, edges)
    while at > 0 and table[place, at] != head[at] - edges[0, breaks[place]]:
        value = np.int64(table[place, at])
        cross = np.int64(edges[2, breaks[place - 1]]) if place else np.int64(0)
        if place and value == table[place - 1, at - 1] + reads[text[place - 1], part[at - 1]] - cross:
            place, at = place - 1, at - 1
            found[at] = place
        elif value == table[place, at - 1] - gaps[1]:
            at -= 1
        else:
            place -= 1


def ending(
    count: int, length: int, breaks: Bytes, best: int, table: NDArray[np.generic], tail: Ints, edges: Ints
) -> tuple[int, int]:
    """The first cell at which an alignment of this score ends; the corner where none does."""
    for place in range(1, count + 1):
        leave = edges[1, breaks[place]]
        for at in range(1, length + 1):
            if table[place, at] + tail[length - at] - leave == best:
                return place, at
    return 0, 0
