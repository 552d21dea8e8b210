"""How alike two spellings of a word are: what it costs to turn one into the other, sound by sound.

A vowel in place of a vowel costs little, g in place of h less than g in place of m; a script that writes no
short vowels pays next to nothing for them. The loops run over arrays of numbers; :mod:`sherd.trace.lookup`
compiles them for many names, and runs them as they stand for a few.
"""

from __future__ import annotations

from typing import Any

import numpy as np

ALPHABET = "abcdefghijklmnopqrstuvwxyzCSZ0123456789_"
"""The characters of a spelling; its place is its code."""

CODES = {character: code for code, character in enumerate(ALPHABET)}
SIZE = len(ALPHABET)
LETTERS: tuple[tuple[str, float], ...] = (
    ("ae", 0.3),
    ("ao", 0.3),
    ("ai", 0.45),
    ("au", 0.45),
    ("ei", 0.2),
    ("eo", 0.4),
    ("eu", 0.45),
    ("iu", 0.45),
    ("io", 0.5),
    ("ou", 0.2),
    ("vu", 0.3),
    ("vo", 0.5),
    ("vf", 0.35),
    ("vb", 0.45),
    ("bp", 0.4),
    ("fp", 0.5),
    ("gh", 0.35),
    ("kh", 0.4),
    ("kg", 0.35),
    ("jg", 0.5),
    ("jh", 0.5),
    ("sz", 0.3),
    ("Sz", 0.6),
    ("Ss", 0.4),
    ("SC", 0.35),
    ("CS", 0.35),
    ("Cc", 0.35),
    ("cs", 0.35),
    ("cz", 0.35),
    ("kc", 0.45),
    ("kC", 0.5),
    ("Zz", 0.35),
    ("Zj", 0.2),
    ("ZS", 0.4),
    ("ZC", 0.5),
    ("Zg", 0.5),
    ("ji", 0.15),
    ("je", 0.45),
    ("jC", 0.4),
    ("jS", 0.5),
    ("jz", 0.5),
    ("td", 0.35),
    ("tc", 0.5),
    ("rl", 0.6),
    ("mn", 0.5),
    ("dz", 0.6),
    ("tZ", 0.8),
    ("sC", 0.55),
    ("hf", 0.8),
    ("0o", 0.1),
    ("1i", 0.1),
    ("1l", 0.1),
    ("5s", 0.1),
    ("8b", 0.2),
    ("6g", 0.2),
    ("2z", 0.2),
    ("il", 0.35),
    ("9g", 0.2),
)
"""How much one character in place of another counts; any other change of a character counts one."""

LEFT_OUT: dict[str, float] = {**dict.fromkeys("aeou", 0.4), "i": 0.3, "h": 0.4, "j": 0.4, "v": 0.8}
"""How much a character more or less counts; any other counts one."""

SWAPPED = 0.6
"""How much two neighbours that changed places count."""


def _changes(letters: tuple[tuple[str, float], ...]) -> np.ndarray[Any, np.dtype[np.float64]]:
    table = np.ones((SIZE, SIZE))
    np.fill_diagonal(table, 0.0)
    for pair, cost in letters:
        a, b = CODES[pair[0]], CODES[pair[1]]
        table[a, b] = table[b, a] = cost
    return table


def _leavings(vowels: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    table = np.ones(SIZE)
    for character, cost in LEFT_OUT.items():
        table[CODES[character]] = min(cost, vowels) if character in "aeou" else cost
    return table


CHANGE = _changes(LETTERS)
LEAVE = _leavings(1.0)
_ABJAD_LETTERS = (
    *LETTERS,
    ("vu", 0.1),
    ("vo", 0.15),
    ("ie", 0.1),
    ("ji", 0.1),
    ("kg", 0.2),
    ("gh", 0.3),
    ("he", 0.3),
    ("ha", 0.3),
    ("jg", 0.2),
    ("bp", 0.2),
)
CHANGE_ABJAD = _changes(_ABJAD_LETTERS)
LEAVE_ABJAD = _leavings(0.12)
LEAVE_ABJAD[CODES["i"]] = 0.2
LEAVE_ABJAD[CODES["v"]] = 0.8
CHANGE_HANZI = _changes(
    (
        *LETTERS,
        ("rl", 0.2),
        ("gk", 0.2),
        ("hf", 0.5),
        ("vf", 0.2),
        ("Cj", 0.3),
        ("Sk", 0.6),
        ("hk", 0.3),
        ("bp", 0.2),
        ("td", 0.2),
    )
)
LEAVE_HANZI = _leavings(0.3)
COSTS = np.stack([CHANGE.ravel(), CHANGE_ABJAD.ravel(), CHANGE_HANZI.ravel()])
LEAVES = np.stack([LEAVE, LEAVE_ABJAD, LEAVE_HANZI])
"""What changes and what is left out costs, by script (:func:`sherd.trace.alignment.script_of`)."""

WIDE = 80
"""Room in a row of partial costs: no spelling that is compared is longer."""


def cost_between(
    a: Any, a0: int, a1: int, b: Any, b0: int, b1: int, change: Any, leave: Any, most: float, work: Any
) -> float:
    """The least cost that turns one spelling into the other; above ``most``, any number above ``most``.

    ``work`` has room for three rows of :data:`WIDE` numbers."""
    n, m = a1 - a0, b1 - b0
    before, last, now = 0, WIDE, 2 * WIDE
    work[last] = 0.0
    for j in range(m):
        work[last + j + 1] = work[last + j] + leave[b[b0 + j]]
    for i in range(n):
        ca = a[a0 + i]
        la = leave[ca]
        least = work[last] + la
        work[now] = least
        for j in range(m):
            cb = b[b0 + j]
            best = work[last + j] + change[ca * SIZE + cb]
            other = work[last + j + 1] + la
            if other < best:
                best = other
            other = work[now + j] + leave[cb]
            if other < best:
                best = other
            if i > 0 and j > 0 and ca == b[b0 + j - 1] and cb == a[a0 + i - 1]:
                other = work[before + j - 1] + SWAPPED
                if other < best:
                    best = other
            work[now + j + 1] = best
            if best < least:
                least = best
        if least > most:
            return most + 1.0
        before, last, now = last, now, before
    return work[last + m]  # type: ignore[no-any-return]


def weight_of(a: Any, a0: int, a1: int, leave: Any) -> float:
    """What all characters of a spelling count together."""
    total = 0.0
    for i in range(a0, a1):
        total += leave[a[i]]
    return total


def likeness(a: Any, a0: int, a1: int, b: Any, b0: int, b1: int, change: Any, leave: Any, work: Any) -> float:
    """How alike two spellings are, 0 to 1; 0 for anything below one half."""
    wa = weight_of(a, a0, a1, leave)
    wb = weight_of(b, b0, b1, leave)
    whole = wa if wa > wb else wb
    if whole <= 0.0:
        return 0.0
    most = 0.45 * whole
    if wa - wb > most or wb - wa > most:
        return 0.0
    cost = cost_between(a, a0, a1, b, b0, b1, change, leave, most, work)
    if cost > most:
        return 0.0
    return 1.0 - cost / whole
