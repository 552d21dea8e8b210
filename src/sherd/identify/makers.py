"""Whose part it is: the brand as it is marked, by the words and the beginnings of part numbers that show it.

A marking may show several makers; each is returned with the characters that show it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from sherd import data


@frozen
class Shown:
    """A maker as a marking shows it: by a ``brand`` or by the beginning of a ``part`` number."""

    maker: str
    kind: str
    text: str
    start: int
    source: str


def shown(marking: str) -> tuple[Shown, ...]:
    """Every maker that the words or part numbers of a marking show, in the order of the marking.

    >>> [each.maker for each in shown("DALLAS 18B20 1932C4")]
    ['Maxim']
    """
    found = (
        Shown(maker, kind, match[0], match.start(), source)
        for maker, kind, mark, source in _marks()
        for match in mark.finditer(marking)
    )
    return tuple(sorted(found, key=lambda each: (each.start, each.maker)))


@lru_cache(maxsize=1)
def _marks() -> tuple[tuple[str, str, re.Pattern[str], str], ...]:
    return tuple(
        (row["maker"], row["kind"], re.compile(rf"(?<![\w.-])(?:{row['mark']})"), row["source"])
        for row in data.rows("maker_marks")
    )
