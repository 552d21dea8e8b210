"""What each character of a shipment text is to the search: a letter or digit, or one kind of separator.

Letters and digits are the shapes of ``sherd.text``, so that a Cyrillic С in a customs text meets the Latin C
of a catalogue here as everywhere. Separators differ in what they do to a part number: a hyphen may belong to
it, a space may have been put into it, a semicolon ends it.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sherd.text import blurred, shape

DROPPED, SPACE, TIGHT, SLASH, COMMA, HARD = 0, 1, 2, 3, 4, 5
"""An accent; a blank; a sign that a part number may hold; a slash; a comma; what ends a part number."""

WIDE = 128
"""From here on a sign is a Cyrillic letter that looks like no Latin one; before, it is its ASCII code.

Of these signs 32 begin at 128 and 32 at 192, so that of all letters and digits the digits alone have the bit
``IN_DIGITS`` and the letters alone one of the bits ``IN_LETTERS``: what a run of signs holds is told by the
bits of all together.
"""

IN_DIGITS, IN_LETTERS = 0x20, 0xC0

PLANE = 65_536
"""The table covers the Basic Multilingual Plane; what lies beyond (emoji, rare ideographs) ends a number."""


@cache
def signs() -> NDArray[np.uint8]:
    """The sign of each code point."""
    table = np.full(PLANE, HARD, np.uint8)
    for first, last in _ALPHABETS:
        for point in range(first, last):
            table[point] = _sign(chr(point))
    table[0] = SPACE
    return table


@cache
def worn() -> NDArray[np.uint8]:
    """The first sign of the confusable class of each sign: under it a part number is looked up."""
    table = np.arange(256, dtype=np.uint8)
    for point in range(48, 91):
        table[point] = ord(blurred(chr(point)))
    return table


def spelt(text: str) -> bytes:
    """The signs of a text without separators: a part number as the search compares it.

    >>> spelt("LTС2174-UKG") == spelt("ltc2174 ukg") == b"LTC2174UKG"
    True
    """
    table = signs()
    found = (int(table[ord(sign)]) if ord(sign) < PLANE else HARD for sign in text)
    return bytes(sign for sign in found if sign > HARD)


def _sign(sign: str) -> int:
    if sign in _PLAIN:
        return _PLAIN[sign]
    shapes = shape(sign)
    if not shapes:
        return DROPPED
    if len(shapes) > 1:  # № and ½ stand beside a number, not in it
        return HARD
    if shapes.isascii() and shapes.isalnum():
        return ord(shapes)
    if shapes in _CYRILLIC:
        place = _CYRILLIC.index(shapes)
        return WIDE + place % 32 + 64 * (place // 32)
    if shapes in _PLAIN:
        return _PLAIN[shapes]
    return HARD if unicodedata.category(sign)[0] in "LPSC" else SPACE


_CYRILLIC = "".join(chr(point) for point in range(0x410, 0x430)) + "ЄІЇҐЎЈЉЊЋЂЏЁЙ"
_ALPHABETS = ((0, 0x600), (0x1E00, 0x2E80), (0x3000, 0x3100), (0xFB00, 0xFB07), (0xFE00, 0x10000))
_PLAIN = {
    **dict.fromkeys(" \t\r\n\x0b\x0c", SPACE),
    **dict.fromkeys("-.+#_&*~\\@%^'`", TIGHT),
    "/": SLASH,
    ",": COMMA,
    **dict.fromkeys('?!:;()[]{}<>=|"$', HARD),
}
