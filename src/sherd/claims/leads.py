"""The main clause before somebody's words that only hang on it: *fired P in what they call Q*.

*X imposed P on ten firms who it says did Q*, *X closed P, a step that Y described as Q*, *X has shown P,
which it calls Q*: who says Q says it of something that the article itself tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Sentence, Word
from sherd.claims.subjects import Said
from sherd.claims.telling import for_record, has_thing

OPENERS = vocabulary("who which whom whose that what where")
"""Words that open the clause in which somebody else speaks."""

NEAR = 5
"""Words from such a word to the verb of saying."""


def participle_before(sentence: Sentence, said: Sequence[Said]) -> Sentence | None:
    """The main clause before *…, identifying them as P*, which is the article's own."""
    first = min((one.cue[0] for one in said if one.cue), default=0)
    begin = min(one.content[0] for one in said)
    if (
        first < 5
        or begin < first
        or not sentence.words[first].low.endswith("ing")
        or sentence.words[first - 1].text != ","
    ):
        return None
    some = sentence.words[: first - 1]
    return evolve(sentence, end=some[-1].end, words=some)


def main_before(sentence: Sentence, said: Sequence[Said]) -> Sentence | None:
    """The clause of the article's own in front, where everything said hangs on it, if there is one."""
    words = sentence.words
    if len(said) == 1 and said[0].no_comment:
        return _before_silence(sentence, said[0])
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


def _before_silence(sentence: Sentence, silent: Said) -> Sentence | None:
    """*P is sold by X, a firm which did not reply*: *P is sold by X*."""
    first = silent.content[0]
    if first < 5 or not (
        sentence.words[first - 1].text == "," or sentence.words[first - 1].low in {"and", "but"}
    ):
        return None
    while first and not (
        sentence.words[first - 1].is_word and sentence.words[first - 1].low not in {"and", "but"}
    ):
        first -= 1
    some = sentence.words[:first]
    return evolve(sentence, end=some[-1].end, words=some)


def _noun_before(words: Sequence[Word], opener: int) -> int:
    """Before *, a step* in front of *that Y described as Q*."""
    comma = next((at for at in range(opener - 1, max(0, opener - 5), -1) if words[at].text == ","), None)
    if comma is not None and words[comma + 1].low in {"a", "an", "one", "something"}:
        return comma
    return opener


def beside(sentence: Sentence, said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """*Their army, which flies Chadian drones, denied P*: what is told by the way of parts and goods.

    Who somebody is, and what a person did for a living, is let be, and so is what stands in another's words.
    """
    words = sentence.words
    for at in range(2, len(words) - 3):
        if words[at - 1].text != "," or words[at].low not in {"which", "whose"} or words[at].quoted:
            continue
        if any(one.content[0] <= at < one.content[1] for one in said):
            continue
        ends = next((n for n in range(at + 1, len(words)) if words[n].text in _ENDS or words[n].quoted), None)
        clause = words[at + 1 : ends]
        if len(clause) < 3 or any(one.cue is not None and at < one.cue[0] <= (ends or at) for one in said):
            continue
        own = words[at].low == "whose" or clause[0].low in grammar.DETERMINERS  # which the army has sold
        if clause[0].low in HANDLING:
            continue  # the agency, which holds the debris
        whole = clause if own else (*_antecedent(words, at - 1), *clause)
        if for_record(whole) == "core" and has_thing(clause):
            yield at, at + 1 + len(clause)


HANDLING = vocabulary(
    "holds held recovered recovers collected collects examined examines seized inspected inspects obtained "
    "cited cites published publishes analysed analyzed studied keeps stores displayed"
)
"""What those do with a part who only tell of it."""

_ENDS = frozenset(",.;:—–()")


def _antecedent(words: Sequence[Word], end: int) -> Sequence[Word]:
    """The last words before the comma, of which something is told."""
    while end and not words[end - 1].is_word:
        end -= 1
    start = end
    while start > max(0, end - 4) and words[start - 1].is_word:
        start -= 1
    return words[start:end]
