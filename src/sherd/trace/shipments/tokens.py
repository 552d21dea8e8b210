"""A cell of text as tokens: runs of letters and digits, with what stands before each.

Plain loops over whole numbers, as everything that every row goes through.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sherd.trace.shipments.signs import COMMA, DROPPED, HARD, IN_DIGITS, IN_LETTERS, SLASH, SPACE, WIDE

INLINED = True
"""Most of these do little, millions of times."""

Numbers: TypeAlias = Any
"""Whole numbers: a NumPy array when compiled, a list when not; or several of them."""

MOST_BLANKS = 6

BEHIND = 8
"""How many signs are looked at behind the end of a cell, at most."""

DIGIT, LETTER = 1, 2
"""What is among the signs of a token, as bits."""

BREAK, LOOSE, GLUED, LISTED, JOINED = 0, 1, 2, 3, 4
"""What stands before a token: the end of a number; blanks; hyphens; a single slash; nothing at all."""


def read(data: Numbers, at: int, end: int, signs: Numbers, line: Numbers) -> int:
    """Write the sign of each code point of one cell into ``line``; returns how many there are.

    The cell is UTF-8; a sign that ends a number stands a few times behind it.
    """
    size = 0
    while at < end:
        unit = data[at]
        if unit < 0x80:
            line[size] = signs[unit]
            at += 1
        elif unit < 0xE0:
            line[size] = signs[(unit & 0x1F) << 6 | (data[at + 1] & 0x3F)]
            at += 2
        elif unit < 0xF0:
            line[size] = signs[(unit & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | (data[at + 2] & 0x3F)]
            at += 3
        else:  # beyond the Basic Multilingual Plane
            line[size] = HARD
            at += 4
        size += 1
    for behind in range(BEHIND):
        line[size + behind] = HARD
    return size


def cut(
    line: Numbers, size: int,
    chars: Numbers, heads: Numbers, firsts: Numbers, lasts: Numbers, gaps: Numbers, kinds: Numbers,
) -> int:  # fmt: skip
    """Cut the signs of a cell into tokens; returns how many there are.

    ``chars`` are the signs of the tokens; token ``k`` is ``chars[heads[k]:heads[k + 1]]``, from code point
    ``firsts[k]`` to before ``lasts[k]`` of the cell, ``gaps[k]`` stands before it, ``kinds[k]`` is 1 with a
    digit, 2 with a letter, 3 with both. Tokens between two ends of a number are left out where no digit or
    no letter is among them.
    """
    at = tokens = used = blanks = whole = 0
    begun_tokens = begun_used = 0
    gap = BREAK
    while at <= size:  # what stands behind the cell ends the last number
        sign = line[at]
        if sign > HARD:
            start, begun, held, end = at, used, 0, at
            while sign > HARD:
                while sign > HARD:
                    chars[used] = sign
                    held |= sign
                    used += 1
                    at += 1
                    sign = line[at]
                end = at
                while sign == DROPPED:
                    at += 1
                    sign = line[at]
            if held & WIDE and not held & IN_DIGITS:  # a Cyrillic word
                used, gap = begun, BREAK
            else:
                whole |= held
                if held & WIDE:
                    tokens = parted(line, start, end, begun, gap, tokens, heads, firsts, lasts, gaps, kinds)
                else:
                    heads[tokens], firsts[tokens], lasts[tokens] = begun, start, end
                    gaps[tokens], kinds[tokens] = gap, kind_of(held)
                    tokens += 1
                blanks, gap = 0, JOINED
        elif gap == BREAK:
            at += 1
            continue
        else:
            blanks += sign == SPACE
            gap = after(gap, sign, line, at) if blanks <= MOST_BLANKS else BREAK
            at += 1
        if gap == BREAK:
            if kind_of(whole) != DIGIT | LETTER:
                tokens, used = begun_tokens, begun_used
            begun_tokens, begun_used, whole = tokens, used, 0
    heads[tokens] = used
    return tokens


def kind_of(held: int) -> int:
    """What is among signs, told by the bits of all together."""
    return (DIGIT if held & IN_DIGITS else 0) | (LETTER if held & IN_LETTERS else 0)


def parted(
    line: Numbers, start: int, end: int, used: int, gap: int, tokens: int,
    heads: Numbers, firsts: Numbers, lasts: Numbers, gaps: Numbers, kinds: Numbers,
) -> int:  # fmt: skip
    """Add a run of signs as several tokens, one wherever scripts meet. Returns how many there are."""
    at = start
    while at < end:
        heads[tokens], firsts[tokens], gaps[tokens] = used, at, gap if at == start else JOINED
        side = line[at] >= WIDE
        held = 0
        while at < end and (line[at] == DROPPED or (line[at] >= WIDE) == side):
            if line[at] != DROPPED:
                held |= line[at]
                lasts[tokens] = at + 1
                used += 1
            at += 1
        kinds[tokens] = kind_of(held)
        tokens += 1
    return tokens


def after(gap: int, sign: int, line: Numbers, at: int) -> int:
    """What stands between two tokens once ``sign`` was read too."""
    if sign == HARD:
        return BREAK
    if sign == COMMA:
        digits = 0
        while digits < 4 and 47 < line[at + 1 + digits] < 58:
            digits += 1
        follows = line[at + 1 + digits]
        if digits == 3 and follows <= HARD:  # the packing code of some makers: BC847,215
            return GLUED if gap == JOINED else gap
        return LOOSE if digits or follows > HARD else BREAK
    if sign == SPACE or gap == LOOSE:
        return LOOSE
    if sign == SLASH and gap == JOINED:
        return LISTED
    return GLUED
