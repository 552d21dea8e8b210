"""The words of a clause without who tells it in between: *the wreck, she said, was a P*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sherd.claims import grammar
from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.lexicon import cues, vocabulary
from sherd.claims.sentences import Word

LONGEST = 9
"""Words between the commas."""

_TELLING = vocabulary(
    "believe believes believed went goes reveal reveals show shows indicate indicates suggest suggests"
)
"""Verbs that tell here but not everywhere: *the officials believe*, *it went on*."""


def without_teller(words: Sequence[Word]) -> Sequence[Word]:
    """The words as they stand, but for who is told between two commas to say them."""
    commas = [at for at, word in enumerate(words) if word.text == ","]
    for opens, closes in pairwise(commas):
        if opens > 0 and closes + 1 < len(words) and _tells(words[opens + 1 : closes]):
            rest = (*words[:opens], *words[closes + 1 :])
            if grammar.has_finite(rest):
                return without_teller(rest)
    return words


def _tells(some: Sequence[Word]) -> bool:
    """Whether a verb of saying and who says it is all that stands there: *he insisted*, *records show*."""
    plain = [word for word in some if word.is_word]
    if not 2 <= len(plain) <= LONGEST or plain[0].low in PREPOSITIONS | {
        "which",
        "who",
        "that",
        "and",
        "but",
    }:
        return False
    verbs = [at for at, word in enumerate(plain) if _says(word)]
    if not verbs:
        return False
    if verbs[0] == 0:
        return plain[1].is_name or plain[1].low in {"the", "he", "she"}
    finite = [at for at in range(len(plain)) if grammar.finite_at(plain, at)]
    return verbs[0] >= len(plain) - 4 and all(at >= verbs[0] - 2 for at in finite)


def _says(word: Word) -> bool:
    if word.is_name:
        return False
    return word.low in _TELLING or any(
        each.form in {"past", "s"} and len(each.words) == 1 for each in cues().get(word.low, ())
    )
