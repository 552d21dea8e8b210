"""Whose deed it is, where what is said begins with its verb and the subject stands before who tells it.

*Four firms that it said | had sold P*, *a trader whom the police accuse of | shipping P*, *Chad, its ministry
said, | “has sold P”*. Here are words and places alone; who is meant is read in :mod:`sherd.claims.actors`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.accusing import ACCUSING
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.leading_verbs import every_form
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word
from sherd.claims.subject_phrases import Stretch, noun_phrase_before

_TELLING = every_form(
    "say believe think allege claim assess suspect suspect report find charge know tell read write state",
    {
        "say": "said|said",
        "think": "thought|thought",
        "find": "found|found",
        "know": "knew|known",
        "tell": "told|told",
        "read": "read|read",
        "write": "wrote|written",
    },
)
_RELATIVE = vocabulary("that which who whom")
_WHO_SAYS = vocabulary("it they he she we officials prosecutors police investigators authorities")
_PLACING = vocabulary("in from across of")
_COUNTRIES = vocabulary("countries states nations places cities jurisdictions")


def told_relative(before: Sequence[Word]) -> Stretch | None:
    """*four firms in Oman that it said* |, *a trader it accuses of* |: where the firms, the trader stand."""
    end = _past_marks(before)
    if end > 2 and before[end - 1].low == "of" and before[end - 2].low in ACCUSING:
        end -= 1
    elif not (end and before[end - 1].low in _TELLING):
        return None
    opens = _teller_opens(before, end - 1)
    if opens is None:
        return None
    if before[opens - 1].low in _RELATIVE:
        return _antecedent(before, opens - 1)
    pronoun = opens == end - 2 and before[opens].low in _WHO_SAYS
    before_it = before[opens - 1]
    noun = before_it.is_word and before_it.low not in PREPOSITIONS | DETERMINERS | grammar.CONJUNCTIONS
    return _antecedent(before, opens) if pronoun and noun and not _is_verb(before, opens - 1) else None


def told_aside(before: Sequence[Word]) -> Stretch | None:
    """*Chad, its ministry said,* |: the subject before who tells it between two commas."""
    end = _past_marks(before)
    if end < 4 or before[end - 1].text != ",":
        return None
    opens = next((at for at in range(end - 2, 0, -1) if before[at].text == ","), None)
    if opens is None or not any(before[at].low in _TELLING | {"saying"} for at in range(opens + 1, end - 1)):
        return None
    return noun_phrase_before(before, opens, opens)


def _past_marks(before: Sequence[Word]) -> int:
    end = len(before)
    while end and (before[end - 1].text in grammar.MARKS or grammar.is_adverb(before[end - 1])):
        end -= 1
    return end


def _teller_opens(before: Sequence[Word], verb: int) -> int | None:
    """Where who tells it begins: *it*, *the UK*, *Israeli officials*; at most four words before the verb."""
    at = verb
    while at and (before[at - 1].low in grammar.AUXILIARIES or grammar.is_adverb(before[at - 1])):
        at -= 1
    for opens in range(at - 1, max(0, at - 6), -1):
        if before[opens - 1].low in _RELATIVE and opens > 1:
            return opens
        if before[opens].text == "," or before[opens].low in PREPOSITIONS:
            break
    return at - 1 if at > 2 and before[at - 1].low in _WHO_SAYS else None


def _is_verb(before: Sequence[Word], at: int) -> bool:
    return grammar.finite_at(before, at) or before[at].low.endswith("ing")


def _antecedent(before: Sequence[Word], end: int) -> Stretch | None:
    """The noun phrase that ends at ``end``, without the place behind it."""
    while end and before[end - 1].text == ",":
        end -= 1
    for _ in range(3):
        start = end
        while start and _goes_on(before, start - 1):
            start -= 1
        place = start < end and start > 1 and before[start - 1].low in _PLACING
        named = all(
            word.is_name or not word.is_word or word.low in {"and", "the"} for word in before[start:end]
        )
        if not place or not (named or before[end - 1].low in _COUNTRIES):
            break
        end = start - 1
    while start < end and (before[start].text == "," or before[start].low in grammar.CONJUNCTIONS):
        start += 1
    return (start, end) if start < end else None


def _goes_on(before: Sequence[Word], at: int) -> bool:
    word = before[at]
    if word.text == ",":
        return before[at - 1].is_name and at + 1 < len(before) and before[at + 1].is_name
    if not word.is_word and word.text not in {"’", "'", "’s", "'s"}:
        return False
    return word.low not in PREPOSITIONS and not grammar.finite_at(before, at)
