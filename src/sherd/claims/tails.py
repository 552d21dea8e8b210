"""What hangs on the end of what is said and is the article's own: how it sums it up, and what went before.

*X denied selling P, a denial that did not survive the footage* · *X said P, a feat that nobody confirmed* ·
*X denied selling P after Y said Q* · *X denies arming Q, in breach of an embargo*.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.cues import Found
from sherd.claims.lexicon import DENIAL, listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said

SUMMING = vocabulary(
    "date feat step move incursion position policy line explanation answer message prediction promise pledge "
    "boast warning comparison contention insistence argument view reading comment remark amount total share "
    "language admission concession verdict judgement judgment distinction"
)
"""Nouns, beside those for a claim, by which a whole clause is taken up again behind a comma."""

ADDING = vocabulary("that which for whose few some many most no neither both")
"""What follows such a noun where a clause about it begins."""

LATER = vocabulary("after when as since")
"""Words that lead to what somebody else had said before."""

REPROACH = vocabulary("breach violation defiance contravention")
_OPENING = grammar.OWN_ONE | {"the"}
AT_TIME = vocabulary("time moment")

LEADING = 3
"""Words between the article and the noun: *its third such denial*."""


def cut(words: Sequence[Word], groups: Sequence[Found], said: Said) -> Said:
    """What is said, without what hangs on its end."""
    first, last = said.content
    if said.no_comment or said.from_left or last - first < 3:
        return said
    end = _before_reproach(words, first, last) if said.polarity == "deny" else last
    if said.polarity == "deny" or said.act == "admit":
        end = _before_time(words, first, end)
    end = _before_sum(words, first, end)
    end = _before_others(words, groups, said, end)
    return evolve(said, content=(first, end)) if end < last else said


def _before_sum(words: Sequence[Word], first: int, last: int) -> int:
    """Before *, a denial that did not survive P*, *, its third such denial*, *, an assertion few believe*."""
    for comma in range(first + 2, last - 2):
        if (
            words[comma].is_word
            or words[comma].text not in {",", "–", "—"}
            or words[comma + 1].low not in _OPENING
        ):
            continue
        near = range(comma + 2, min(comma + 3 + LEADING, last))
        noun = next((at for at in near if words[at].low in SUMMING | DENIAL | listed("accusation")), None)
        if noun is None or words[comma].quoted or not all(words[at].is_word for at in range(comma, noun)[1:]):
            continue
        if _is_about(words, noun, last) and not _goes_on(words, noun, last):
            return comma
    return last


def _is_about(words: Sequence[Word], noun: int, last: int) -> bool:
    """Whether a clause about the noun follows it, or it is one more of its kind: *its third such denial*."""
    after = words[noun + 1 : last]
    if {"such", "latest"} & {word.low for word in words[noun - 2 : noun]}:
        return True
    opens = after[:1] and (
        after[0].low in ADDING | grammar.SUBJECTS | grammar.DETERMINERS
        or after[0].is_name
        or after[0].low.endswith("s")
    )
    return bool(opens) and grammar.has_finite(after)


def _goes_on(words: Sequence[Word], noun: int, last: int) -> bool:
    """Whether what was said goes on behind the aside: *, a feat that nobody confirmed, and that Q*."""
    return any(words[at].text == "," and grammar.has_finite(words[at + 1 : last]) for at in range(noun, last))


def _before_others(words: Sequence[Word], groups: Sequence[Found], said: Said, last: int) -> int:
    """Before *after Y said Q*, where somebody denies or accuses: how it came to that is the article's."""
    first = said.content[0]
    for group in groups:
        if group.kind != "finite" or group.negated or not first + 2 < group.first < last:
            continue
        led = next((at for at in range(group.first - 1, first + 1, -1) if words[at].low in LATER), None)
        if led is None or _is_broken(words[led + 1 : group.first]):
            continue
        apart = words[led - 1].text == "," and words[led].low == "after"
        if said.polarity == "deny" or apart:
            return led - (words[led - 1].text == ",")
    return last


def _is_broken(subject: Sequence[Word]) -> bool:
    """Whether a verb stands before the verb of saying, and not in a clause about who says it."""
    return grammar.has_finite(subject) and not {"who", "which"} & {word.low for word in subject}


def _before_reproach(words: Sequence[Word], first: int, last: int) -> int:
    """*denies arming Q, in breach of P*: who denies it has not said that it would be a breach."""
    for comma in range(first + 1, last - 2):
        if words[comma].text == "," and words[comma + 1].low == "in" and words[comma + 2].low in REPROACH:
            return comma
    return last


def _before_time(words: Sequence[Word], first: int, last: int) -> int:
    """*denied wrongdoing at the time*, *acknowledged losses without giving figures*: the noun alone."""
    gerund = words[first].low.endswith("ing") and words[first].low not in listed("accusation")
    if gerund or grammar.has_finite(words[first:last]):
        return last
    for at in range(first + 1, last - 1):
        low, after = words[at].low, words[at + 1].low
        if low == "at" and after == "the" and at + 2 < last and words[at + 2].low in AT_TIME:
            return at
        if low == "without" and after.endswith("ing") and not words[at].quoted:
            return at
        if low == "on" and after in grammar.DAYS and at + 2 == last:
            return at
    return last
