"""The search for part numbers in running text, as plain loops over whole numbers.

Numba compiles them where it is installed; without it the same loops run over lists, with the same answers.
A row is cut into tokens (runs of letters and digits); windows of adjacent tokens are looked up by a hash of
their signs under the confusable classes; what is found is compared sign by sign.
"""

from __future__ import annotations

from sherd.trace.shipments.hit_bits import BASE, LONGER, MISREAD, OUT, PACKED, SPLIT
from sherd.trace.shipments.sieve import (
    FACTOR,
    HALF,
    LONGEST,
    OTHER_FACTOR,
    SHORTEST,
    in_sieve,
    key_of,
    may_hold,
    summed,
)
from sherd.trace.shipments.tokens import BREAK, GLUED, JOINED, LISTED, LOOSE, Numbers, cut, read

INLINED = True
"""Most of these do little, millions of times."""

MOST_TOKENS, MOST_TIGHT = 5, 8
"""Tokens of a window; more where nothing but hyphens and the like stands between them."""

MOST_MISREAD = 2


def longer_after(m: int, tokens: int, heads: Numbers, gaps: Numbers, kinds: Numbers) -> bool:
    """Whether the number goes on behind token ``m``."""
    if m + 1 >= tokens:
        return False
    gap = gaps[m + 1]
    if gap == JOINED:
        k = m + 1
        while k < tokens and gaps[k] == JOINED:
            if kinds[k] & 1:
                return True
            k += 1
        return False
    if gap == LISTED:  # LM317/LM358 are two numbers, BC847/TR is one
        size = heads[m + 2] - heads[m + 1]
        return bool(size < SHORTEST or kinds[m + 1] != 3)
    return bool(gap == GLUED)


def longer_before(n: int, gaps: Numbers, kinds: Numbers) -> bool:
    """Whether the number began before token ``n``."""
    if n == 0:
        return False
    if gaps[n] == JOINED:
        k = n - 1
        while True:
            if kinds[k] & 1:
                return True
            if k == 0 or gaps[k] != JOINED:
                return False
            k -= 1
    return bool(gaps[n] == GLUED)


def keys(
    data: Numbers, begins: Numbers, ends: Numbers, first_row: int, tables: Numbers, room: Numbers,
    found: Numbers, where: Numbers,
) -> int:  # fmt: skip
    """Every window of every row as (key, row); returns how many there are, also where they do not fit."""
    signs, worn, powers, other_powers = tables
    line, chars, sums, others, _, heads, firsts, lasts, gaps, kinds = room
    count = 0
    for row in range(len(begins)):
        size = read(data, begins[row], ends[row], signs, line)
        tokens = cut(line, size, chars, heads, firsts, lasts, gaps, kinds)
        summed(chars, heads[tokens], worn, sums, FACTOR)
        summed(chars, heads[tokens], worn, others, OTHER_FACTOR)
        for n in range(tokens):
            begin, kind, m, more = heads[n], 0, n, True
            while more:
                kind |= kinds[m]
                end = heads[m + 1]
                if SHORTEST <= end - begin <= LONGEST and kind == 3:
                    if count < len(found):
                        one = (sums[end] - sums[begin] * powers[end - begin]) & HALF
                        other = (others[end] - others[begin] * other_powers[end - begin]) & HALF
                        found[count], where[count] = one << 31 | other, first_row + row
                    count += 1
                m += 1
                more = m < tokens and goes_on(n, m, end - begin, gaps)
    return count


def goes_on(n: int, m: int, size: int, gaps: Numbers) -> bool:
    """Whether the window of ``size`` signs that begins with token ``n`` may take token ``m`` too."""
    if size >= LONGEST or gaps[m] == BREAK or m - n >= MOST_TIGHT:
        return False
    if m - n < MOST_TOKENS:
        return True
    k = n + 1
    while k <= m and gaps[k] != LOOSE:
        k += 1
    return k > m


def search(
    data: Numbers, begins: Numbers, ends: Numbers, tables: Numbers, room: Numbers,
    sieves: Numbers, slots: Numbers, chains: Numbers, watched: Numbers, hits: Numbers,
) -> int:  # fmt: skip
    """Fill in the hits of all rows; returns how many.

    A hit is (row, spelling, first, last, bits, misread, first byte, last byte), the last exclusive. Hits that
    do not fit are counted and not kept. The sieves tell at once of nearly every cell that it holds no watched
    part, and of nearly every window that it is no spelling: by its first signs, then by all.
    """
    signs, worn, powers, _ = tables
    line, chars, sums, _, marks, heads, firsts, lasts, gaps, kinds = room
    beginnings, whole, longer, short, greatest = sieves
    slot_keys, slot_first = slots
    count = 0
    for row in range(len(begins)):
        length = read(data, begins[row], ends[row], signs, line)
        if not may_hold(
            line, length, worn, powers, beginnings, whole, longer, short, greatest[0], marks, chars, firsts
        ):
            continue
        tokens = cut(line, length, chars, heads, firsts, lasts, gaps, kinds)
        summed(chars, heads[tokens], worn, sums, FACTOR)
        begun, enough = count, heads[tokens] - SHORTEST
        for n in range(tokens):
            begin = heads[n]
            if begin > enough:
                break
            start = sums[begin]
            half = (sums[begin + SHORTEST] - start * powers[SHORTEST]) & HALF
            if not in_sieve(half, beginnings):
                continue
            kind, m, more = 0, n, True
            while more:
                kind |= kinds[m]
                end = heads[m + 1]
                size = end - begin
                if SHORTEST <= size <= LONGEST and kind == 3:
                    half = (sums[end] - start * powers[size]) & HALF
                    if in_sieve(half, whole):
                        which = spelling_of(key_of(chars, begin, end, worn), slot_keys, slot_first)
                        if which >= 0:
                            count = kept(row, n, m, tokens, which, room, chains, watched, hits, count)
                m += 1
                more = m < tokens and goes_on(n, m, size, gaps)
        if count > begun and count <= len(hits):
            settle(hits, begun, count)
            for n in range(begun, count):
                place(data, begins[row], ends[row], length, hits[n])
    return count


def spelling_of(key: int, slot_keys: Numbers, slot_first: Numbers) -> int:
    """The first spelling that has a key; -1 where none has it."""
    slot = key & (len(slot_keys) - 1)
    while slot_first[slot] >= 0 and slot_keys[slot] != key:
        slot = (slot + 1) & (len(slot_keys) - 1)
    return int(slot_first[slot])


def kept(
    row: int, n: int, m: int, tokens: int, which: int,
    room: Numbers, chains: Numbers, watched: Numbers, hits: Numbers, count: int,
) -> int:  # fmt: skip
    """Compare a window with a spelling and every other under its key; returns the hits so far."""
    _, chars, _, _, _, heads, firsts, lasts, gaps, kinds = room
    next_of, kind_of_spelling, _, owners = chains
    begins, spelled, breaks = watched
    while which >= 0:
        begin, size = heads[n], heads[m + 1] - heads[n]
        misread = differs(chars, begin, size, spelled, begins[which], begins[which + 1])
        if misread >= 0:
            bits = (MISREAD if misread else 0) | kind_of_spelling[which]
            loose = False
            for k in range(n + 1, m + 1):
                at = begins[which] + heads[k] - begin
                loose |= gaps[k] == LOOSE
                if gaps[k] == LOOSE or (gaps[k] != JOINED and not breaks[at]):
                    bits |= SPLIT
            bits |= lost(n, m, heads, gaps, begin, breaks, begins[which], size)
            if longer_before(n, gaps, kinds) or longer_after(m, tokens, heads, gaps, kinds):
                bits |= LONGER
            if loose and bits & PACKED:  # BC847B, 215 ШТ is no BC847B,215
                bits |= OUT
            if count < len(hits):
                hit = hits[count]
                hit[0], hit[1], hit[2], hit[3] = row, which, firsts[n], lasts[m]
                hit[4], hit[5], hit[6] = bits, misread, owners[which]
            count += 1
        which = next_of[which]
    return count


def place(data: Numbers, at: int, end: int, length: int, hit: Numbers) -> None:
    """Where a hit stands in the bytes of a cell of ``length`` signs; an accent behind it belongs to it."""
    if length == end - at:
        hit[6], hit[7] = at + hit[2], at + hit[3]
        return
    point = 0
    while point < hit[3]:
        if point == hit[2]:
            hit[6] = at
        unit = data[at]
        at += 1 if unit < 0x80 else 2 if unit < 0xE0 else 3 if unit < 0xF0 else 4
        point += 1
    while at < end and (data[at] == 0xCC or (data[at] == 0xCD and data[at + 1] < 0xB0)):
        at += 2
        hit[3] += 1
    hit[7] = at


def lost(
    n: int, m: int, heads: Numbers, gaps: Numbers, begin: int, breaks: Numbers, at: int, size: int
) -> int:
    """``SPLIT`` where a separator of the spelling is missing in the window."""
    token = n + 1
    for k in range(1, size):
        starts = token <= m and heads[token] - begin == k
        token += starts
        if breaks[at + k] and (not starts or gaps[token - 1] == JOINED):
            return SPLIT
    return 0


def differs(chars: Numbers, begin: int, size: int, spelled: Numbers, at: int, end: int) -> int:
    """How many signs were misread, a digit for a letter or the reverse; -1 where it is another number."""
    if end - at != size:
        return -1
    misread = 0
    for k in range(size):
        one, other = chars[begin + k], spelled[at + k]
        if one != other:
            misread += 1
            if (one < 58) == (other < 58) or misread > MOST_MISREAD:
                return -1
    return misread


def settle(hits: Numbers, begun: int, end: int) -> None:
    """Among the hits of one row: the better of two in one place, the longer of two that overlap.

    The seventh number of a hit is its part until it is placed: inside another ordering code of the same part
    it is told once.
    """
    for one in range(begun, end):
        a = hits[one]
        for other in range(begun, end):
            b = hits[other]
            if one == other or b[4] & (BASE | OUT):
                continue
            inside = b[2] <= a[2] and a[3] <= b[3]
            same = a[2] == b[2] and a[3] == b[3]
            if not inside:
                continue
            again = not same and a[6] == b[6] and b[4] & PACKED > 0
            if again or a[4] & BASE or (same and worse(a[4], b[4])):
                a[4] = a[4] | OUT
            elif not same:
                a[4] = a[4] | LONGER


def worse(one: int, other: int) -> bool:
    """Whether a hit in the same place says the number less exactly than another."""
    if (one ^ other) & MISREAD:
        return bool(one & MISREAD)
    if (one ^ other) & PACKED:
        return bool(one & PACKED)
    return bool(one & SPLIT) and not other & SPLIT
