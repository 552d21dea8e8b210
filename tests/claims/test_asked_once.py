"""A question about a clause is answered once, and never from another clause or a list that changes."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import once
from sherd.claims.sentences import Word


def test_the_same_tuple_is_asked_about_once_and_another_anew() -> None:
    asked: list[int] = []

    @once
    def size(words: Sequence[Word]) -> int:
        asked.append(len(words))
        return len(words)

    one, two = (Word("a", 0, 1),), (Word("a", 0, 1), Word("b", 2, 3))
    assert [size(one), size(one), size(two), size(one)] == [1, 1, 2, 1]
    assert asked == [1, 2, 1]


def test_a_list_is_asked_about_every_time() -> None:
    words = [Word("a", 0, 1)]
    size = once(len)
    assert size(words) == 1
    words.append(Word("b", 2, 3))
    assert size(words) == 2
