"""What hangs on the noun for a speaker, and so is no part of their name: *said a sailor we met in Novi*.

A clause may hang on a noun with *who*, go on with *and whom*, or follow without any word between.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, has_finite
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import singular
from sherd.claims.sentences import Word

RELATIVE = vocabulary("who whom whose which")
_ALSO_SAID = vocabulary("asked declined spoke requested insisted")
"""Verbs behind *but* of what somebody wanted who speaks."""


def goes_on_beside(words: Sequence[Word], comma: int) -> bool:
    """*A guard who left in May, and whom we call X, said P*: whether what hangs on a noun goes on there."""
    if words[comma + 1].low not in {"and", "but"} or comma + 2 >= len(words):
        return False
    low = words[comma + 2].low
    if low not in RELATIVE and low not in _ALSO_SAID:
        return False
    who = next((at for at in range(1, comma) if words[at].low in RELATIVE), 0)
    return bool(who) and not has_finite(words[:who])


def opens_contact(words: Sequence[Word], first: int, at: int) -> bool:
    """*said a sailor | we met in Novi*, *a trader | the Herald spoke to*: a clause without a word between."""
    if at < first + 2 or words[at].quoted or words[at].low not in {"we", "i", "the"}:
        return False
    before = words[at - 1]
    if before.is_name or singular(before.low) not in listed("person"):
        return False
    return words[at].low != "the" or (at + 1 < len(words) and words[at + 1].is_name)


def split_perfect(words: Sequence[Word]) -> int:
    """Where *has in the past* stands before the rest of its verb; the end where it does not."""
    perfect = (
        at
        for at in range(1, len(words) - 2)
        if words[at].low in {"has", "have", "had"} and words[at + 1].low in PREPOSITIONS
    )
    return next(perfect, len(words))


def named_last(words: Sequence[Word]) -> Sequence[Word]:
    """*In a reply to this newspaper | Corvane said P*: the name behind what leads in without a comma."""
    first = len(words)
    while first and words[first - 1].is_name:
        first -= 1
    if not 2 < first < len(words):
        return []
    before = words[first - 1]
    plain = before.is_word and before.low not in PREPOSITIONS | DETERMINERS and not words[first].quoted
    return words[first:] if plain and not has_finite(words[:first]) else []
