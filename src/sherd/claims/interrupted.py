"""What stands in front of words that somebody breaks off to be named: *“X has never,” Y said, “sold P.”*

The second half of such a sentence is read with the first: a negation there is its own, and so is *“It is not
true,” Y said, “that P”*.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.denials import FALSE
from sherd.claims.lexicon import cues, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Sentence, Word
from sherd.claims.subjects import Said
from sherd.model.statements import Statement

FRESH = vocabulary("and but because so or yet if when although though while since")
"""Words with which the second half is a clause of its own."""

NAY = vocabulary("no none nobody nothing neither nowhere nor impossible unthinkable")
SHORT = 6
LONGEST = 25
"""Words of a first half."""


def opened(sentence: Sentence, one: Said, start: int) -> tuple[Word, ...]:
    """The first half of the clause whose second half begins at ``start``; none where that stands alone."""
    if one.cue is None:
        return ()
    words = sentence.words
    verb = words[one.cue[0]]
    at = next((n for n, word in enumerate(words) if word.start >= start), len(words))
    if at >= len(words) or words[at].start <= verb.start or {words[at].low, words[at - 1].low} & FRESH:
        return ()
    if not any(word.text == "," for word in words[one.cue[1] : at]):
        return ()
    spoken = next((n + 1 for n in range(one.cue[0] - 1, -1, -1) if words[n].quoted), 0)
    comma = next((n for n in range(one.cue[0] - 1, 0, -1) if words[n].text == ","), 0)
    led = words[: spoken or comma]
    half = tuple(word for word in led if word.is_word)
    if not half or len(half) > LONGEST or any(word.text in grammar.STOPS for word in led):
        return ()
    return half if any(_denies(word) for word in half) and _goes_on(half, words[at:]) else ()


def _denies(word: Word) -> bool:
    """Whether a denial may hang on the word; no other first half changes what the second says."""
    if is_negation(word) or word.low in NAY or word.low in FALSE:
        return True
    return any(cue.polarity == "deny" for cue in cues().get(word.low, ()))


def without_half(made: list[Statement], half: Sequence[Word]) -> list[Statement]:
    """Without the first half as a statement by itself, which tells of nothing done."""
    if not made or made[-1].prop.action != "OTHER":
        return made
    last = made[-1].content
    own = half[0].start <= last.start and last.end <= half[-1].end
    return made[:-1] if own else made


def _goes_on(half: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether the second half needs the first: its verb, its object, or the clause that it announces."""
    last, first = half[-1], rest[0]
    if not grammar.has_finite(half) or last.low in grammar.FINITE_AUXILIARIES | grammar.NEGATIONS:
        return True
    if first.low in grammar.PREPOSITIONS | {"that", "whether"} or grammar.finite_at(rest, 0):
        return True
    own = half[0].low in {"i", "we"} and len(half) < SHORT  # “I deny,” she said, “that P”
    return own and any({"np", "that"} & cue.frames for cue in cues().get(last.low, ()))
