"""Markings and part numbers as the search sees them: one small number for each letter, digit or worn place.

Case, look-alikes and separators are gone (``sherd.text``); what stays is where a line, a word or a hyphen
broke the text, because a part number seldom begins in the middle of a word, and the code point of every
character in the raw marking.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.text import ILLEGIBLE, classes, shape

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORN = 36
"""The number of an illegible character."""

OTHER = 38
KINDS = 128
"""How many numbers there are: the 36 signs, the worn one, and 90 that letters of other scripts share."""

NONE, MARK, BLANK, LINE = 0, 1, 2, 3
"""What stands between two characters: nothing, punctuation, a blank, a line break (or an end of the text)."""

GRAM = 64
"""How many numbers there are once confusable classes count as one sign."""


@frozen(eq=False)
class Signs:
    """Many texts as numbers. Text ``i`` has the characters ``bounds[i]`` to ``bounds[i + 1]``.

    ``codes``: uint8, one number below ``KINDS`` for each letter, digit or illegible character;
    ``breaks``: uint8, what stands before each character, and (one entry more a text) after the last one, so
    that text ``i`` begins at ``bounds[i] + i``; ``places``: int32, the code point of each character in its
    raw text.
    """

    codes: NDArray[np.uint8]
    breaks: NDArray[np.uint8]
    places: NDArray[np.int32]
    bounds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.bounds) - 1


def signs(texts: Sequence[str]) -> Signs:
    """Every text as numbers; ``|`` and line breaks end a line.

    >>> signs(["STМ32|F4"]).codes.tolist(), signs(["STМ32|F4"]).breaks.tolist()
    ([28, 29, 22, 3, 2, 15, 4], [3, 0, 0, 0, 0, 3, 0, 3])
    """
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    known, which = np.unique(points, return_inverse=True)
    table = [_signs_of(int(point)) for point in known]
    widths = np.array([len(each) for each in table], np.int64)
    firsts = np.concatenate(([0], np.cumsum(widths)))[:-1]
    flat = np.array([code for each in table for code in each], np.int16)
    counts = widths[which] if len(points) else np.zeros(0, np.int64)
    at = np.repeat(np.arange(len(points)), counts)
    turn = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    stream = flat[firsts[which[at]] + turn] if len(at) else np.zeros(0, np.int16)
    return _parted(stream, at, starts)


def _parted(stream: NDArray[np.int16], at: NDArray[np.int64], starts: NDArray[np.int64]) -> Signs:
    """Part characters from what stands between them; negative numbers in ``stream`` are breaks."""
    is_sign = stream >= 0
    text = np.searchsorted(starts, at, side="right") - 1
    count = len(starts) - 1
    bounds = np.concatenate(([0], np.cumsum(np.bincount(text[is_sign], minlength=count)[:count])))
    slot = np.cumsum(is_sign) - is_sign + text  # the break before the next character of the same text
    breaks = np.zeros(int(bounds[-1]) + count, np.uint8)
    np.maximum.at(breaks, slot[~is_sign], (-stream[~is_sign]).astype(np.uint8))
    breaks[bounds[:-1] + np.arange(count)] = LINE
    breaks[bounds[1:] + np.arange(count)] = LINE
    places = (at[is_sign] - starts[text[is_sign]]).astype(np.int32)
    return Signs(stream[is_sign].astype(np.uint8), breaks, places, bounds)


@cache
def _signs_of(point: int) -> tuple[int, ...]:
    """The numbers of one code point; a break is its kind, negative; an accent has none."""
    sign = chr(point)
    if sign in "|\n\r\u2028\u2029\x0b\x0c\x85":
        return (-LINE,)
    return tuple(_number(each) for each in shape(sign))


def _number(sign: str) -> int:
    if sign in SIGNS:
        return SIGNS.index(sign)
    if sign == ILLEGIBLE:
        return WORN
    if sign.isalnum():
        return OTHER + ord(sign) % (KINDS - OTHER)
    return -BLANK if sign == " " else -MARK


@lru_cache(maxsize=1)
def blurred() -> NDArray[np.uint8]:
    """uint8 of shape (KINDS,): the number below ``GRAM`` that all signs of one confusable class share."""
    table = np.arange(KINDS, dtype=np.uint8)
    table[OTHER:] = OTHER + (table[OTHER:] - OTHER) % (GRAM - OTHER)
    for members in classes():
        for sign in members:
            table[SIGNS.index(sign)] = SIGNS.index(members[0])
    return table
