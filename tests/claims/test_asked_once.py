"""A question about a clause is answered once, and never from another clause or a list that changes."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import lows_of, once, vocabulary_of
from sherd.claims.narrating import bare
from sherd.claims.sentences import Word, words


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
    some = [Word("a", 0, 1)]
    size = once(len)
    assert size(some) == 1
    some.append(Word("b", 2, 3))
    assert size(some) == 2


def test_a_bare_sentence_is_cut_so_that_the_same_is_not_asked_twice() -> None:
    text = "Meanwhile, Chad sold the pumps to Kenya."
    some = tuple(words(text, 0, len(text)))
    cut = bare(some, len(text) - 1)
    assert [word.text for word in cut] == ["Chad", "sold", "the", "pumps", "to", "Kenya"]
    assert cut[:] is cut
    assert lows_of(cut)[:2] == ["chad", "sold"]
    assert vocabulary_of(cut) == {"chad", "sold", "the", "pumps", "to", "kenya"}
