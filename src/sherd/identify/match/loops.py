"""The search written as plain loops over whole numbers: what Numba compiles when it is installed.

``vectors`` does the same over NumPy arrays and gives the same numbers; a test holds the two together. Only
``trace`` and ``grams_of`` are used by both as they stand here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sherd.identify.match.index import FAMILIES
from sherd.identify.match.signs import GRAM, WORN

Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
NOWHERE = -(10**9)
STEPS = np.array([(one, other) for _, one, other in FAMILIES], np.int64)

MOST_GRAMS = 240
"""Trigrams of one marking that are looked up: the rarest. Their weights add up to less than 65,536."""

OPEN, LEAST_OPEN = 12, 4096
"""Trigrams bring in spellings until their holders are a twelfth of the catalogue, or this many."""

FEW, MANY = 16, 64
"""Spellings that are aligned: as many of the highest sum, and as many of those that look most alike."""

UNLIKE, AT_RANDOM = 30, -20
"""What it costs once that signs were misread whatever their shape, and what each of them is then worth."""

LANES = 32
"""Spellings that are aligned side by side."""

WINDOW = 64
"""Characters of a marking that the edit distance looks at together; windows overlap by half."""

BEFORE = 16
"""Signs of a part that may lie before the first character of the marking, where likeness is counted."""


def search(
    codes: Bytes, breaks: Bytes, ends: NDArray[np.int64],
    spelled: Bytes, bounds: NDArray[np.int64], starts: NDArray[np.int64], holders: NDArray[np.uint32],
    weights: NDArray[np.uint16], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints, plan: NDArray[np.int64],
    which: NDArray[np.int64], scores: Ints, pairs: NDArray[np.int16],
) -> None:  # fmt: skip
    """Fill in, for each text, its best spellings, their scores and their alignments (-1 where there is none).

    ``plan`` is (candidates at first, more, last, percent that is sure, percent that is low, length read).
    """
    sums = np.zeros(len(bounds) - 1, np.uint16)
    touched = np.empty(len(bounds), np.uint32)
    bins = np.zeros(65_536, np.int32)
    seen = np.zeros(len(starts), np.uint8)
    grams = np.empty(4096, np.int64)
    table = np.empty((plan[5] + 1, len(head)), np.int32)
    for n in range(len(ends) - 1):
        first, last = ends[n], min(ends[n + 1], ends[n] + plan[5])
        text, around = codes[first:last], breaks[first + n : last + n + 1]
        found = grams[: grams_of(text, blunt, starts, seen, grams)]
        count = gather(found, starts, holders, weights, sums, touched)
        ids = promising(text, best_of(sums, touched[:count], plan[0], bins), spelled, bounds, blunt, FEW)
        values = scored(text, around, ids, spelled, bounds, reads, gaps, head, tail, edges)
        if share(ids, values, bounds) < plan[3]:
            ids = promising(text, best_of(sums, touched[:count], plan[1], bins), spelled, bounds, blunt, MANY)
            values = scored(text, around, ids, spelled, bounds, reads, gaps, head, tail, edges)
        for at in range(count):
            sums[touched[at]] = 0
        if len(text) and share(ids, values, bounds) < plan[4]:
            more = by_distance(text, spelled, bounds, order, shared, blunt, plan[2])
            added = scored(text, around, more, spelled, bounds, reads, gaps, head, tail, edges)
            ids, values = np.concatenate((ids, more)), np.concatenate((values, added))
        kept = ranked(ids, values, spelled, bounds, which.shape[1])
        for rank in range(len(kept)):
            chosen = ids[kept[rank]]
            part = spelled[bounds[chosen] : bounds[chosen + 1]]
            which[n, rank] = chosen
            scores[n, rank] = trace(text, around, part, reads, gaps, head, tail, edges, table, pairs[n, rank])
        settle(text, spelled, bounds, reads, which[n, : len(kept)], scores[n], pairs[n])


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


def promising(
    text: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64], blunt: Bytes, few: int
) -> NDArray[np.int64]:  # fmt: skip
    """The first ``few`` of ``ids``, and of the others the ``few`` most like a stretch of the text."""
    if len(ids) <= 2 * few:
        return ids
    masks = masks_of(text[: WINDOW - BEFORE], blunt)
    keys = np.empty(len(ids) - few, np.int64)
    for n in range(few, len(ids)):
        part = spelled[bounds[ids[n]] : bounds[ids[n] + 1]]
        alike = 10 * on_one_line(part, masks, blunt) - 4 * min(len(part), 255)
        keys[n - few] = ((2048 - alike) << 32) | ids[n]
    chosen = np.sort(keys)[:few] & 0xFFFFFFFF
    return np.concatenate((ids[:few], chosen))


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


def on_one_line(part: Bytes, masks: NDArray[np.uint64], blunt: Bytes) -> int:
    """How many signs of a part stand in the text at one distance from their own place, or one more.

    Each bit of five numbers counts for one distance, so that all distances are counted at once; at most 31.
    """
    ones, twos, fours = np.uint64(0), np.uint64(0), np.uint64(0)
    eights, sixteens = np.uint64(0), np.uint64(0)
    for at in range(min(len(part), 31)):
        here = masks[blunt[part[at]]]
        here = here << np.uint64(BEFORE - at) if at <= BEFORE else here >> np.uint64(at - BEFORE)
        here |= here << np.uint64(1)
        carry, ones = ones & here, ones ^ here
        here, twos = twos & carry, twos ^ carry
        carry, fours = fours & here, fours ^ here
        here, eights = eights & carry, eights ^ carry
        sixteens |= here
    best, left = 0, ~np.uint64(0)
    for worth, counted in ((16, sixteens), (8, eights), (4, fours), (2, twos), (1, ones)):
        if left & counted:
            left &= counted
            best += worth
    return best


def scored(
    text: Bytes, breaks: Bytes, ids: NDArray[np.int64], spelled: Bytes, bounds: NDArray[np.int64],
    reads: Ints, gaps: Ints, head: Ints, tail: Ints, edges: Ints,
) -> NDArray[np.int64]:  # fmt: skip
    """The score of each spelling in ``ids``: ``LANES`` of similar length are aligned side by side."""
    values = np.empty(len(ids), np.int64)
    lengths = bounds[ids + 1] - bounds[ids]
    turn = np.argsort(lengths, kind="mergesort")
    parts = np.zeros((len(head), LANES), np.uint8)
    rest = np.empty((len(head), LANES), np.int32)
    row = np.empty((len(head), LANES), np.int32)
    best = np.empty(LANES, np.int32)
    for first in range(0, len(ids), LANES):
        taken = turn[first : first + LANES]
        longest = lengths[taken[-1]]
        rest[:longest] = NOWHERE
        for lane in range(len(taken)):
            start, length = bounds[ids[taken[lane]]], lengths[taken[lane]]
            for at in range(length):
                parts[at, lane] = spelled[start + at]
                rest[at, lane] = tail[length - 1 - at]
        side_by_side(text, breaks, longest, parts, rest, row, best, reads, gaps, head, edges)
        for lane in range(len(taken)):
            values[taken[lane]] = best[lane]
    return values


def side_by_side(
    text: Bytes, breaks: Bytes, longest: np.int64, parts: Bytes, rest: Ints, row: Ints, best: Ints,
    reads: Ints, gaps: Ints, head: Ints, edges: Ints,
) -> None:  # fmt: skip
    """The best local alignment of the text with each lane of ``parts``: its score alone, into ``best``.

    ``rest`` is what each character not reached costs, far below everything where a lane has none.
    """
    extra, missing = gaps[0], gaps[1]
    best[:] = NOWHERE
    corner = np.empty(LANES, np.int32)
    worth = np.empty(LANES, np.int32)
    for at in range(longest + 1):
        row[at, :] = head[at] - edges[0, breaks[0]]
    for place in range(len(text)):
        of_sign = reads[text[place]]
        before, after = breaks[place], breaks[place + 1]
        cross, enter, leave = edges[2, before], edges[0, after], edges[1, after]
        dropped = np.int32(extra + cross)
        corner[:] = row[0]
        row[0, :] = -enter
        for at in range(longest):
            part, here, left, end = parts[at], row[at + 1], row[at], rest[at]
            fresh = np.int32(head[at + 1] - enter)
            for lane in range(LANES):
                worth[lane] = of_sign[part[lane]]
            for lane in range(LANES):
                over = here[lane]
                value = np.int32(corner[lane] + worth[lane] - cross)
                value = max(value, np.int32(over - dropped))
                value = max(value, np.int32(left[lane] - missing))
                value = max(value, fresh)
                corner[lane] = over
                here[lane] = value
                best[lane] = max(best[lane], np.int32(value + end[lane] - leave))


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
) -> NDArray[np.int64]:
    """Places in ``ids`` of the best: by score, then the shorter, then by number; each spelling once."""
    keys = np.empty(len(ids), np.int64)
    for n in range(len(ids)):
        length = bounds[ids[n] + 1] - bounds[ids[n]]
        keys[n] = ((np.int64(1 << 20) - values[n]) << 41) | (min(length, 255) << 33) | ids[n]
    turn = np.argsort(keys, kind="mergesort")
    kept = np.empty(wanted, np.int64)
    count = 0
    for n in turn:
        if count == wanted:
            break
        fresh = True
        for rank in range(count):
            other = kept[rank]
            if values[other] == values[n] and _same(ids[n], ids[other], spelled, bounds):
                fresh = False
        if fresh:
            kept[count] = n
            count += 1
    return kept[:count]


def _same(one: np.int64, other: np.int64, spelled: Bytes, bounds: NDArray[np.int64]) -> bool:
    """Whether two spellings have the same characters."""
    length = bounds[one + 1] - bounds[one]
    if length != bounds[other + 1] - bounds[other]:
        return False
    different = 0
    for at in range(length):
        different += spelled[bounds[one] + at] != spelled[bounds[other] + at]
    return different == 0


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


def grams_of(
    text: Bytes, blunt: Bytes, starts: NDArray[np.int64], seen: Bytes, found: NDArray[np.int64]
) -> int:
    """The trigrams of one text without a worn place, each once, the rarest first."""
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
    rarity = starts[found[:count] + 1] - starts[found[:count]]
    found[:count] = found[np.argsort(rarity, kind="mergesort")]
    return min(count, MOST_GRAMS)


def gather(
    grams: NDArray[np.int64],
    starts: NDArray[np.int64],
    holders: NDArray[np.uint32],
    weights: NDArray[np.uint16],
    sums: NDArray[np.uint16],
    touched: NDArray[np.uint32],
) -> int:
    """Add the weight of every trigram to the spellings that hold it; how many there are.

    Only the rare trigrams bring spellings in: the rarest, until they have as many holders together as
    ``OPEN`` allows. The others, which thousands hold, only add to what is there.
    """
    count, held = 0, 0
    most = max(LEAST_OPEN, len(sums) // OPEN)
    for gram in grams:
        weight = weights[gram]
        if held <= most:
            for at in range(starts[gram], starts[gram + 1]):
                holder = holders[at]
                touched[count] = holder  # overwritten by the next where it was touched before
                count += sums[holder] == 0
                sums[holder] += weight
        else:
            for at in range(starts[gram], starts[gram + 1]):
                holder = holders[at]
                sums[holder] += weight * (sums[holder] != 0)
        held += starts[gram + 1] - starts[gram]
    return count


def best_of(
    sums: NDArray[np.uint16], touched: NDArray[np.uint32], wanted: int, bins: Ints
) -> NDArray[np.int64]:
    """The ``wanted`` touched spellings of the highest sum, of equal ones the lowest numbers; the best first.

    Only the first ``MANY`` are in order; of the others it matters that they are there.
    """
    highest = np.int64(0)
    for holder in touched:
        bins[sums[holder]] += 1
        highest = max(highest, np.int64(sums[holder]))
    cut, above = highest + 1, 0
    while cut > 1 and above < wanted:
        cut -= 1
        above += bins[cut]
    tied = bins[cut] if above else 0
    lead, first = highest + 1, 0
    while lead > cut and first < MANY:
        lead -= 1
        first += bins[lead]
    front, back, ties = np.empty(first, np.int64), np.empty(above, np.int64), np.empty(tied, np.int64)
    in_front, in_back, in_ties = 0, 0, 0
    for holder in touched:
        value = np.int64(sums[holder])
        if value < cut:
            continue
        if value >= lead and in_front < first:
            front[in_front] = ((65_535 - value) << 32) | np.int64(holder)
            in_front += 1
        elif value > cut:
            back[in_back] = np.int64(holder)
            in_back += 1
        else:
            ties[in_ties] = np.int64(holder)
            in_ties += 1
    bins[: highest + 1] = 0
    front = np.sort(front[:in_front]) & 0xFFFFFFFF
    ties = np.sort(ties[:in_ties])
    return np.concatenate((front, back[:in_back], ties))[:wanted]


def trace(
    text: Bytes, breaks: Bytes, part: Bytes, reads: Ints, gaps: Ints, head: Ints, tail: Ints,
    edges: Ints, table: Ints, found: NDArray[np.int16]
) -> int:  # fmt: skip
    """The alignment behind a score: for each character of the part its character in the text, or -1."""
    length = len(part)
    extra, missing = gaps[0], gaps[1]
    best, end, last = NOWHERE, 0, 0
    for at in range(length + 1):
        table[0, at] = head[at] - edges[0, breaks[0]]
    for place in range(1, len(text) + 1):
        sign = text[place - 1]
        before, after = breaks[place - 1], breaks[place]
        cross, enter, leave = edges[2, before], edges[0, after], edges[1, after]
        table[place, 0] = -enter
        for at in range(1, length + 1):
            value = table[place - 1, at - 1] + reads[sign, part[at - 1]] - cross
            value = max(
                value, table[place - 1, at] - extra - cross, table[place, at - 1] - missing, head[at] - enter
            )
            table[place, at] = value
            if value + tail[length - at] - leave > best:
                best, end, last = value + tail[length - at] - leave, place, at
    found[:length] = -1
    place, at = end, last
    while at > 0 and table[place, at] != head[at] - edges[0, breaks[place]]:
        value = table[place, at]
        cross = edges[2, breaks[place - 1]] if place else np.int32(0)
        if place and value == table[place - 1, at - 1] + reads[text[place - 1], part[at - 1]] - cross:
            place, at = place - 1, at - 1
            found[at] = place
        elif value == table[place, at - 1] - missing:
            at -= 1
        else:
            place -= 1
    return best


def nearest(
    text: Bytes, codes: Bytes, bounds: NDArray[np.int64], order: NDArray[np.uint32], shared: Bytes,
    blunt: Bytes, estimates: NDArray[np.int16], wanted: int
) -> None:  # fmt: skip
    """Raise the estimate of every spelling whose edit distance to a stretch of the text (64 long) is small.

    The estimate is ``10 * length - 19 * distance``; spellings that cannot be among the ``wanted`` best may be
    left out. Confusable signs count as one, a worn place as any sign. Spellings are taken in sorted order, so
    that what two of them begin with is reckoned once.
    """
    one = np.uint64(1)
    masks = masks_of(text, blunt)
    within = ~np.uint64(0) >> np.uint64(64 - len(text))
    ups, downs = np.zeros(256, np.uint64), np.zeros(256, np.uint64)
    tally = np.zeros(4096, np.int64)
    cut, held = 0, 0
    for turn in range(len(order)):
        which = order[turn]
        start, length = bounds[which], min(bounds[which + 1] - bounds[which], 255)
        for depth in range(min(np.int64(shared[turn]), length), length):
            equal = masks[blunt[codes[start + depth]]]
            up, down = ups[depth], downs[depth]
            either = equal | down
            level = ((up + (either & up)) ^ up) | either
            fall, rise = up & level, down | ~(up | level)
            rise = (rise << one) | one
            downs[depth + 1] = rise & level
            ups[depth + 1] = (fall << one) | ~(rise | level)
        up, down = ups[length] & within, downs[length] & within
        if 10 * length - 19 * (length - _ones(down)) < cut - 2048:
            continue
        lowest = distance = np.int64(0)
        for place in range(len(text)):
            bit = np.uint64(place)
            distance += np.int64((up >> bit) & one) - np.int64((down >> bit) & one)
            lowest = min(lowest, distance)
        estimate = 10 * length - 19 * (length + lowest)
        if estimate > estimates[which]:
            estimates[which] = estimate
        slot = max(0, min(4095, estimate + 2048))
        if slot >= cut:
            tally[slot] += 1
            held += 1
            while held - tally[cut] >= wanted:
                held -= tally[cut]
                cut += 1


def _ones(bits: np.uint64) -> np.int64:
    """How many bits are set."""
    bits = bits - ((bits >> np.uint64(1)) & np.uint64(0x5555555555555555))
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))
