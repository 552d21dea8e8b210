"""A text folded to be compared, with the way back to the raw text.

Three strengths, each for its own question:

- ``fold`` keeps separators and remembers for every character where it stood: to show and to align;
- ``identity`` is for "are these one ordering code?": separators go, except between two digits, where one
  could change the number: ``1.5SMC6.8CA`` is not ``1.5SMC68CA``;
- ``key`` keeps letters, digits and illegible characters alone: to find candidates, never to call two texts
  equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from sherd.text.look_alikes import ILLEGIBLE, lettered, shape, shaped


@frozen
class Folded:
    """A folded text and, for each of its characters, the code points ``[starts[i], ends[i])`` of the raw
    text.

    An accent written as a code point of its own belongs to the character before it. One code point may give
    several characters (``½``): these share their place.
    """

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the raw text, end exclusive, from which ``text[start:end]`` comes.

        Raises ValueError for an empty or misplaced stretch, which has no place.

        >>> fold("ЛТС 2174").letters.span(2, 5)
        (2, 6)
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters {start} to {end} in a folded text of {len(self.text)}")
        return self.starts[start], self.ends[end - 1]

    def raw_of(self, start: int, end: int) -> str:
        """The raw text from which ``text[start:end]`` comes, with what stands between."""
        first, last = self.span(start, end)
        return self.raw[first:last]

    @property
    def letters(self) -> Folded:
        """The same without separators: letters, digits and illegible characters."""
        kept = [n for n, sign in enumerate(self.text) if sign.isalnum() or sign == ILLEGIBLE]
        text = "".join(self.text[n] for n in kept)
        return Folded(self.raw, text, tuple(self.starts[n] for n in kept), tuple(self.ends[n] for n in kept))


def fold(raw: str) -> Folded:
    """Fold a text: upper case, look-alikes Latin, compatibility forms plain, separators kept.

    >>> fold("ltс2174—UKG").text
    'LTC2174-UKG'
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, sign in enumerate(raw):
        shapes = shape(sign)
        if not shapes and ends and ends[-1] == place:
            ends[-1] = place + 1
        text.extend(shapes)
        starts.extend([place] * len(shapes))
        ends.extend([place + 1] * len(shapes))
    return Folded(raw, "".join(text), tuple(starts), tuple(ends))


@lru_cache(maxsize=100_000)
def identity(text: str) -> str:
    """A text as it is compared for equality: shapes, and no separators except one ``-`` between two digits.

    >>> identity("ltc2174 UKG-14") == identity("LTС2174UKG-14")
    True
    >>> identity("1.5SMC6.8CA") == identity("1.5SMC68CA")
    False
    """
    return _SEPARATORS.sub("", _BETWEEN_DIGITS.sub("-", shaped(text)))


def key(text: str) -> str:
    """Letters, digits and illegible characters of a text by their shapes: for candidates only.

    >>> key("1.5SMC6.8CA"), key("STM32F4?5 RGT6")
    ('15SMC68CA', 'STM32F4?5RGT6')
    """
    return lettered(text)


def keys(texts: Iterable[str]) -> list[str]:
    """``key`` of many texts: the one way for whole columns, at some ten million characters a second."""
    return [lettered(text) for text in texts]


_SEPARATORS = re.compile(r"(?<!\d)[^\w?]+|[^\w?]+(?!\d)|_")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:[^\w?]|_)+(?=\d)")
