"""The search for part numbers in running text, as plain loops over whole numbers.

Numba compiles them where it is installed; without it the same loops run over lists, with the same answers.
A row is cut into tokens (runs of letters and digits); windows of adjacent tokens are looked up by a hash of
their signs under the confusable classes; what is found is compared sign by sign.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sherd.trace.shipments.signs import COMMA, DROPPED, HARD, SLASH, SPACE, WIDE

Numbers: TypeAlias = Any
"""Whole numbers: a NumPy array when compiled, a list when not; or several of them."""

SHORTEST, LONGEST = 5, 24
"""Letters and digits of a window."""

MOST_TOKENS, MOST_TIGHT = 5, 8
"""Tokens of a window; more where nothing but hyphens and the like stands between them."""

MOST_BLANKS = 6

MOST_MISREAD = 2

HALF = 0x7FFFFFFF
FACTOR, OTHER_FACTOR = 1_103_515_245, 69_069
"""Odd factors of two linear congruences, as generators of random numbers use them."""

BREAK, LOOSE, GLUED, LISTED, JOINED = 0, 1, 2, 3, 4
"""What stands before a token: the end of a number; blanks; hyphens; a single slash; nothing at all."""

MISREAD, SPLIT, LONGER, BASE, OUT = 1, 2, 4, 8, 16
"""What a hit is, as bits: signs taken for one another, separators elsewhere, a longer number around it, the
base part alone, not a hit after all."""


def cut(
    units: Numbers, at: int, signs: Numbers, worn: Numbers,
    chars: Numbers, first: Numbers, sums: Numbers, heads: Numbers, gaps: Numbers, kinds: Numbers,
) -> tuple[int, int]:  # fmt: skip
    """Cut the row that begins at ``at`` into tokens; returns their number and where the next row begins.

    ``chars`` are the signs of all tokens, ``first`` their code points in the cell, ``sums`` the running
    key before each; token ``k`` is ``chars[heads[k]:heads[k + 1]]``, ``gaps[k]`` stands before it,
    ``kinds[k]`` is 1 with a digit, 2 with a letter, 3 with both.
    """
    begin = at
    tokens = used = blanks = 0
    gap = BREAK
    while True:
        unit = units[at]
        sign = signs[unit]
        if sign > HARD:
            begun, least, most = used, 255, 0
            while sign > HARD or (sign == DROPPED and unit):
                if sign > HARD:
                    chars[used], first[used] = sign, at - begin
                    least, most = min(least, sign), max(most, sign)
                    used += 1
                at += 1
                unit = units[at]
                sign = signs[unit]
            blanks, gap_before, gap = 0, gap, JOINED
            if least > 57 and most >= WIDE:  # a Cyrillic word
                used, gap = begun, BREAK
            else:
                kind = (1 if least < 58 else 0) | (2 if most > 58 else 0)
                tokens = added(
                    chars, begun, used, worn, sums, most >= WIDE, kind, tokens, heads, gaps, kinds, gap_before
                )
        if unit == 0:
            heads[tokens] = used
            return tokens, at + 1
        blanks += sign == SPACE
        gap = after(gap, sign, units, at, signs) if blanks <= MOST_BLANKS else BREAK
        if 0xD800 <= unit < 0xDC00 and 0xDC00 <= units[at + 1] < 0xE000:  # two code units, one code point
            begin += 1
            at += 1
        at += 1


def added(
    chars: Numbers, begun: int, used: int, worn: Numbers, sums: Numbers, mixed: int, kind: int,
    tokens: int, heads: Numbers, gaps: Numbers, kinds: Numbers, gap: int,
) -> int:  # fmt: skip
    """Add a run of signs: one token, or several where scripts meet. Returns how many there are."""
    total = sums[begun]
    for n in range(begun, used):
        total = (total * FACTOR + worn[chars[n]]) & HALF
        sums[n + 1] = total
    if not mixed:
        heads[tokens], gaps[tokens], kinds[tokens] = begun, gap, kind
        return tokens + 1
    n = begun
    while n < used:
        heads[tokens], gaps[tokens] = n, gap if n == begun else JOINED
        side = chars[n] >= WIDE
        part = 0
        while n < used and (chars[n] >= WIDE) == side:
            part |= 1 if chars[n] < 58 else 2
            n += 1
        kinds[tokens] = part
        tokens += 1
    return tokens


def after(gap: int, sign: int, units: Numbers, at: int, signs: Numbers) -> int:
    """What stands between two tokens once ``sign`` was read too."""
    if gap == BREAK or sign == HARD:
        return BREAK
    if sign == COMMA:
        digits = 0
        while digits < 4 and 47 < signs[units[at + 1 + digits]] < 58:
            digits += 1
        follows = signs[units[at + 1 + digits]]
        if digits == 3 and follows <= HARD:  # the packing code of some makers: BC847,215
            return GLUED if gap == JOINED else gap
        return LOOSE if digits or follows > HARD else BREAK
    if sign == SPACE or gap == LOOSE:
        return LOOSE
    if sign == SLASH and gap == JOINED:
        return LISTED
    return GLUED


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


def key_of(chars: Numbers, begin: int, end: int, worn: Numbers) -> int:
    """The key of a window: two sums of its signs under the confusable classes, 31 bits each."""
    one, other = 0, 0
    for n in range(begin, end):
        sign = worn[chars[n]]
        one = (one * FACTOR + sign) & HALF
        other = (other * OTHER_FACTOR + sign) & HALF
    return one << 31 | other


def keys(
    units: Numbers, rows: int, first_row: int, tables: Numbers, room: Numbers, found: Numbers, where: Numbers
) -> int:
    """Every window of every row as (key, row); returns how many there are, also where they do not fit."""
    signs, worn, _ = tables
    chars, first, sums, heads, gaps, kinds = room
    sums[0] = 0
    at = count = 0
    for row in range(rows):
        tokens, at = cut(units, at, signs, worn, chars, first, sums, heads, gaps, kinds)
        for n in range(tokens):
            begin, kind, m, more = heads[n], 0, n, True
            while more:
                kind |= kinds[m]
                end = heads[m + 1]
                if SHORTEST <= end - begin <= LONGEST and kind == 3:
                    if count < len(found):
                        found[count], where[count] = key_of(chars, begin, end, worn), first_row + row
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
    units: Numbers, rows: int, tables: Numbers, room: Numbers,
    sieve: Numbers, slots: Numbers, chains: Numbers, watched: Numbers, hits: Numbers,
) -> int:  # fmt: skip
    """Fill in the hits of all rows: (row, spelling, first, last, bits, misread); returns how many.

    Hits that do not fit are counted and not kept.
    """
    signs, worn, powers = tables
    chars, first, sums, heads, gaps, kinds = room
    sums[0] = 0
    at = count = 0
    mask = len(sieve) - 1
    for row in range(rows):
        tokens, at = cut(units, at, signs, worn, chars, first, sums, heads, gaps, kinds)
        begun = count
        for n in range(tokens):
            begin, kind, m, more = heads[n], 0, n, True
            start = sums[begin]
            while more:
                kind |= kinds[m]
                end = heads[m + 1]
                size = end - begin
                if SHORTEST <= size <= LONGEST and kind == 3:
                    half = (sums[end] - start * powers[size]) & HALF
                    if sieve[half & mask]:
                        key = key_of(chars, begin, end, worn)
                        count = kept(row, n, m, tokens, key, room, slots, chains, watched, hits, count)
                m += 1
                more = m < tokens and goes_on(n, m, size, gaps)
        if count - begun > 1 and count <= len(hits):
            settle(hits, begun, count)
    return count


def kept(
    row: int,
    n: int,
    m: int,
    tokens: int,
    key: int,
    room: Numbers,
    slots: Numbers,
    chains: Numbers,
    watched: Numbers,
    hits: Numbers,
    count: int,
) -> int:
    """Compare a window with every spelling under its key; returns the hits so far."""
    chars, first, _, heads, gaps, kinds = room
    slot_keys, slot_first = slots
    next_of, is_base, _ = chains
    begins, spelled, breaks = watched
    slot = key & (len(slot_keys) - 1)
    while slot_first[slot] >= 0 and slot_keys[slot] != key:
        slot = (slot + 1) & (len(slot_keys) - 1)
    which = slot_first[slot]
    while which >= 0:
        begin, size = heads[n], heads[m + 1] - heads[n]
        misread = differs(chars, begin, size, spelled, begins[which], begins[which + 1])
        if misread >= 0:
            bits = (MISREAD if misread else 0) | (BASE if is_base[which] else 0)
            for k in range(n, m + 1):
                at = begins[which] + heads[k] - begin
                if k > n and (gaps[k] == LOOSE or (gaps[k] != JOINED and not breaks[at])):
                    bits |= SPLIT
            bits |= lost(n, m, heads, gaps, begin, breaks, begins[which], size)
            if longer_before(n, gaps, kinds) or longer_after(m, tokens, heads, gaps, kinds):
                bits |= LONGER
            if count < len(hits):
                hit = hits[count]
                hit[0], hit[1], hit[2], hit[3] = row, which, first[begin], first[begin + size - 1] + 1
                hit[4], hit[5] = bits, misread
            count += 1
        which = next_of[which]
    return count


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
    """Among the hits of one row: the better of two in one place, the longer of two that overlap."""
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
            if a[4] & BASE or (same and worse(a[4], b[4])):
                a[4] = a[4] | OUT
            elif not same:
                a[4] = a[4] | LONGER


def worse(one: int, other: int) -> bool:
    """Whether a hit in the same place says the number less exactly than another."""
    if (one ^ other) & MISREAD:
        return bool(one & MISREAD)
    return bool(one & SPLIT) and not other & SPLIT
