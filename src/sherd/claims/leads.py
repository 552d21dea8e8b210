"""The main clause before somebody's words that only hang on it: *fired P in what they call Q*.

*X imposed P on ten firms who it says did Q*, *X closed P, a step that Y described as Q*, *X has shown P,
which it calls Q*: who says Q says it of something that the article itself tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Sentence, Word
from sherd.claims.subjects import Said

OPENERS = vocabulary("who which whom whose that what where")
"""Words that open the clause in which somebody else speaks."""

NEAR = 5
"""Words from such a word to the verb of saying."""


def main_before(sentence: Sentence, said: Sequence[Said]) -> Sentence | None:
    """The clause of the article's own in front, where everything said hangs on it, if there is one."""
    words = sentence.words
    cues = [one.cue[0] for one in said if one.cue is not None]
    if len(cues) < len(said) or any(one.from_left or one.no_comment for one in said):
        return None
    first = min(cues)
    if any(one.content[0] < first for one in said):
        return None
    opener = next(
        (at for at in range(first - 1, max(3, first - NEAR) - 1, -1) if words[at].low in OPENERS), None
    )
    if opener is None or (words[opener].low == "that" and words[opener - 1].text == ","):
        return None
    end = _noun_before(words, opener)
    while end and (not words[end - 1].is_word or words[end - 1].low in grammar.PREPOSITIONS):
        end -= 1
    some = words[:end]
    if len(some) < 4 or any(word.quoted for word in some):
        return None
    return evolve(sentence, end=some[-1].end, words=some)


def _noun_before(words: Sequence[Word], opener: int) -> int:
    """Before *, a step* in front of *that Y described as Q*."""
    comma = next((at for at in range(opener - 1, max(0, opener - 5), -1) if words[at].text == ","), None)
    if comma is not None and words[comma + 1].low in {"a", "an", "one", "something"}:
        return comma
    return opener
