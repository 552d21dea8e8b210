"""A question about the words of a clause, answered once while the same clause is asked about again.

Whether a clause is negated, what verb it hangs on and whether it owns to nothing is asked by the rules for
polarity, for the deed and for its parties in turn, always of the same tuple of words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TypeVar

from sherd.claims.sentences import Word

Answer = TypeVar("Answer")


def once(ask: Callable[[Sequence[Word]], Answer]) -> Callable[[Sequence[Word]], Answer]:
    """The same question with its last answer kept; only for tuples, which cannot change in between.

    The answer must follow from the words alone.
    """
    last: tuple[tuple[Word, ...], Answer] | None = None

    @wraps(ask)
    def asked(words: Sequence[Word]) -> Answer:
        nonlocal last
        known = last
        if known is not None and known[0] is words:
            return known[1]
        answer = ask(words)
        if isinstance(words, tuple):
            last = (words, answer)
        return answer

    return asked


@once
def lows_of(words: Sequence[Word]) -> Sequence[str]:
    """The words in small letters: a list, so that a part of it compares with one; never changed."""
    return [word.low for word in words]


def _vocabulary(words: Sequence[Word]) -> frozenset[str]:
    return frozenset([word.low for word in words])


vocabulary_of = once(_vocabulary)
"""Which words there are, in small letters: a rule that needs one of a few asks for those first."""

vocabulary_of_whole = once(_vocabulary)
"""The same of a whole sentence, whose clauses are asked about in between."""
