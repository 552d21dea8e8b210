"""Which things belong together, when all that is known is which two belong together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T", str, tuple[str, str])


def joined(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """The least member of its group, for everything that a pair names.

    >>> joined([("a", "b"), ("d", "c"), ("b", "c")])
    {'a': 'a', 'b': 'a', 'd': 'a', 'c': 'a'}
    """
    least: dict[T, T] = {}

    def find(each: T) -> T:
        while least.setdefault(each, each) != each:
            each = least[each]
        return each

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        least[high] = low
    return {each: find(each) for each in tuple(least)}
