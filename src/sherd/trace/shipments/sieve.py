"""Sums of signs by which a number is looked up, and the sieves that nearly every cell falls through.

A cell that can hold no watched part is told by the first signs of its tokens, before it is cut into them:
no number begins like a watched part. What the sieves let through is searched; they let through too much,
never too little.
"""

from __future__ import annotations

from sherd.trace.shipments.signs import HARD, WIDE
from sherd.trace.shipments.tokens import Numbers

INLINED = True
"""Most of these do little, millions of times."""

SHORTEST, LONGEST = 5, 24
"""Letters and digits of a window."""

TELLING = 7
"""A spelling of so many signs is told by as many of its first ones; fewer are told by the shortest."""

HALF = 0x7FFFFFFF
FACTOR, OTHER_FACTOR = 1_103_515_245, 69_069
"""Odd factors of two linear congruences, as generators of random numbers use them."""


def key_of(chars: Numbers, begin: int, end: int, worn: Numbers) -> int:
    """The key of a window: two sums of its signs under the confusable classes, 31 bits each."""
    one, other = 0, 0
    for n in range(begin, end):
        sign = worn[chars[n]]
        one = (one * FACTOR + sign) & HALF
        other = (other * OTHER_FACTOR + sign) & HALF
    return one << 31 | other


def summed(chars: Numbers, size: int, worn: Numbers, sums: Numbers, factor: int) -> None:
    """The running key before each sign, and after the last."""
    total = 0
    sums[0] = 0
    for n in range(size):
        total = (total * factor + worn[chars[n]]) & HALF
        sums[n + 1] = total


def may_hold(
    line: Numbers, size: int, worn: Numbers, powers: Numbers,
    beginnings: Numbers, whole: Numbers, longer: Numbers, short: Numbers, greatest: int,
    begun: Numbers, chars: Numbers, firsts: Numbers,
) -> bool:  # fmt: skip
    """Whether a window of ``line`` may be a spelling; ``begun``, ``chars`` and ``firsts`` are room to work.

    A token is taken to begin behind every separator and wherever scripts meet, and a window to go on over
    whatever separators follow: none that is cut properly is missed.
    """
    begin(line, size, greatest, begun)
    tokens = gathered(line, size, begun, worn, chars, firsts)
    square, cube, fourth = powers[2], powers[3], powers[4]
    at = used = 0
    for k in range(tokens):
        n = firsts[k]
        half = chars[n] * fourth + chars[n + 1] * cube + chars[n + 2] * square
        half = (half + chars[n + 3] * FACTOR + chars[n + 4]) & HALF
        if in_sieve(half, beginnings):
            more = (half * square + chars[n + 5] * FACTOR + chars[n + 6]) & HALF
            if in_sieve(more, longer) or in_sieve(half, short):
                while used < n or line[at] <= HARD:
                    used += line[at] > HARD
                    at += 1
                if may_be_one(line, at, size, worn, whole):
                    return True
    return False


def begin(line: Numbers, size: int, greatest: int, begun: Numbers) -> None:
    """Mark where a token begins whose first two signs are no greater than those of all spellings."""
    begun[0] = line[0] > HARD
    for n in range(1, size):
        sign, before = line[n], line[n - 1]
        starts = (sign > HARD) & ((before <= HARD) | ((sign ^ before) >= WIDE))
        begun[n] = starts & ((sign | line[n + 1]) <= greatest)


def gathered(line: Numbers, size: int, begun: Numbers, worn: Numbers, chars: Numbers, firsts: Numbers) -> int:
    """Letters and digits alone, and where among them each token begins; returns how many tokens there are."""
    used = tokens = 0
    for n in range(size):
        sign = line[n]
        chars[used], firsts[tokens] = worn[sign], used
        tokens += begun[n]
        used += sign > HARD
    for n in range(TELLING):
        chars[used + n] = 0
    return tokens


def may_be_one(line: Numbers, at: int, size: int, worn: Numbers, whole: Numbers) -> bool:
    """Whether a window that begins at a place of ``line`` may be a spelling."""
    total = letters = 0
    while at < size and letters < LONGEST and line[at] != HARD:
        sign, follows = line[at], line[at + 1]
        at += 1
        if sign > HARD:
            total = (total * FACTOR + worn[sign]) & HALF
            letters += 1
            if (follows <= HARD or (sign ^ follows) >= WIDE) and in_sieve(total, whole):
                return True
    return False


def in_sieve(half: int, sieve: Numbers) -> bool:
    """Whether the bit of the first half of a key is set."""
    return bool(sieve[half >> 3 & (len(sieve) - 1)] >> (half & 7) & 1)
