"""How what is said goes on past the first clause, and where one clause of it ends and the next begins.

*X said P, while Q* and *X said it had P but had not Q* say both. *P, meaning Q* and *P, which suggests that
Q* say P and what X makes of it. *P after Q* tells of two things, where Q is a thing done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.cues import Found
from sherd.claims.lexicon import cues, vocabulary
from sherd.claims.negation import is_negated
from sherd.claims.sentences import Sentence, Word, words
from sherd.claims.sources import PRONOUN
from sherd.claims.subjects import Said
from sherd.claims.telling import for_record
from sherd.claims.verbs import main_verb
from sherd.model.statements import Statement

BESIDE = vocabulary("while whereas")
"""Words behind a comma with which a second thing is said beside the first."""

CONCEDING = vocabulary("though although")
"""The same where what stands behind is denied: *it made P, though it never sold any*."""

MAKING_OF = vocabulary("meaning suggesting indicating implying showing knowing proving")
"""Participles behind a comma before what somebody makes of what was said."""

MADE_OF = vocabulary(
    "suggests suggested indicates indicated means meant implies implied shows showed proves proved"
)

SHORTEST = 4
"""Words below which a clause is none of its own."""


def went_on(
    words: Sequence[Word], end: int, groups: Sequence[Found], found: Sequence[Said]
) -> Iterator[Said]:
    """*X said P, while Q*; *X said it had P but had not Q*: Q, by whoever says P."""
    for said in found:
        first, at = said.content
        if said.polarity == "assert" and not said.no_comment and (apart := _denied_apart(words, end, said)):
            told = "deny" if words[apart[0] - 1].low == "of" else "assert"
            yield evolve(said, content=apart, act=told, polarity=told)
        if said.from_left or said.no_comment or said.polarity == "urge" or not first < at < end - SHORTEST:
            continue
        behind = at + (words[at].text == ",")
        if words[behind].low not in BESIDE | CONCEDING | {"but"} or words[behind].quoted:
            continue
        opens = behind + 1
        closes = _close(words, opens, end)
        if closes - opens < SHORTEST or any(opens <= group.verb < closes for group in groups):
            continue
        if any(opens <= each.content[0] < closes for each in found):
            continue
        rest = words[opens:closes]
        beside = words[behind].low in BESIDE and grammar.is_clause(rest) and rest[0].low != "in"
        conceded = words[behind].low in CONCEDING and grammar.is_clause(rest) and is_negated(tuple(rest))
        beside = beside or conceded
        if beside or (words[behind].low == "but" and (_is_predicate(words, opens) or _is_denied(rest))):
            act = "finding" if said.act == "finding" else "assert"
            yield evolve(said, content=(opens, closes), act=act, polarity="assert")


def _denied_apart(words: Sequence[Word], end: int, said: Said) -> tuple[int, int] | None:
    """*P, X said, not Q*; *was not aware, X said, of Q*; *Far from Q, X said, P*: Q, which is denied."""
    if said.cue is None or (words[0].low != "far" and _APART_BY.isdisjoint(vocabulary_of(words))):
        return None
    first, last = said.content
    if said.from_left and last <= said.cue[0]:
        aware = words[last - 1].low == "aware"
        for at in range(said.cue[1], min(said.cue[1] + 14, end - 2)):
            if words[at].text != ",":
                continue
            opens, rest = at + 1, words[at + 2 : end]
            nay = words[opens].low in {"not", "never"} and rest[0].low not in _LEAST
            if words[opens].quoted or grammar.has_finite(rest) or len(rest) > 8:
                return None
            return (opens + aware, end) if nay or (aware and words[opens].low == "of") else None
        return None
    comma = next((at for at in range(3, said.cue[0]) if words[at].text == ","), None)
    far = [word.low for word in words[:2]] == ["far", "from"] and words[2].low.endswith("ing")
    return (0, comma) if far and comma is not None and first > said.cue[0] else None


_APART_BY = frozenset({"not", "never", "aware"})
_LEAST = vocabulary("least only just surprisingly unlike long even necessarily")


def past_semicolon(before: Sentence | None, said: Sequence[Said], sentence: Sentence) -> list[Said]:
    """*X said P; no Q had been done*: what is denied behind the semicolon is X's too."""
    if before is None or before.words[-1].text != ";" or before.paragraph != sentence.paragraph:
        return []
    told = next((one for one in said if one.content[1] >= len(before.words) - 1), None)
    if told is None or told.polarity != "assert" or told.no_comment or told.from_left:
        return []
    end = _close(sentence.words, 0, len(sentence.words))
    some = sentence.words[:end]
    denied = len(some) >= SHORTEST and grammar.is_clause(some) and is_negated(some)
    return [evolve(told, content=(0, end), cue=None)] if denied else []


def _is_denied(rest: Sequence[Word]) -> bool:
    """*but it had not sold P*: a clause about the same one that denies."""
    return rest[0].low in PRONOUN and is_negated(tuple(rest))


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """*but had been sold*: the verb, and no subject of its own."""
    while at < len(words) and grammar.is_adverb(words[at]):
        at += 1
    return at < len(words) and grammar.finite_at(words, at)


def _close(words: Sequence[Word], first: int, end: int) -> int:
    """Where the clause ends: before *, according to*, *, adding that*, a semicolon, the full stop."""
    for at in range(first + 1, end):
        apart = words[at].text == "," and at + 1 < end and words[at + 1].low in _APART
        if words[at].text in {";", ":"} or apart or (words[at].low, words[at - 1].text) == ("according", ","):
            return at
    while (
        end > first and not words[end - 1].is_word and words[end - 1].text not in grammar.MARKS | {"%", ")"}
    ):
        end -= 1
    return end


_APART = vocabulary("according adding citing saying but while whereas although though")


def said_beside(words: Sequence[Word], at: int, last: int) -> tuple[int, int] | None:
    """*…, which she said belonged to P*: what the same speaker says of the last noun."""
    verb = at + 2
    if at + 5 > last or words[at].low not in {"which", "who"} or words[at + 1].low not in PRONOUN:
        return None
    if not any("that" in cue.frames for cue in cues().get(words[verb].low, ())):
        return None
    return (verb + 1, last) if grammar.finite_at(words, verb + 1) else None


def cuts(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words cut where one clause of what is said ends and the next begins."""
    start = first
    for at in range(first + SHORTEST, last - SHORTEST + 1):
        opens = _opens(words, at, last)
        if not opens or words[at].quoted or last - opens < SHORTEST - 1:
            continue
        inner = next((n + 1 for n in range(at - 1, start, -1) if words[n].low == "that"), start)
        if not grammar.has_finite(words[inner:at]):
            continue
        yield start, at
        start = opens
    yield start, last


def _opens(words: Sequence[Word], at: int, last: int) -> int:
    """Where the second clause begins, if it is divided from the first here; 0 where it is not."""
    here, after = words[at], words[at + 1].low if at + 1 < last else ""
    if here.text == ";" and grammar.is_clause(words[at + 1 : last]):
        return at + 1
    if here.text == "," and after in BESIDE and grammar.is_clause(words[at + 2 : last]):
        return at + 2
    if here.text == "," and after == "nor" and grammar.has_finite(words[at + 2 : last]):
        return at + 1
    if here.text == "," and after in MAKING_OF:
        opens = at + 2 + (words[at + 2].low == "that")
        return opens if grammar.is_clause(words[opens:last]) else 0
    if here.text == "," and after == "which" and words[at + 2].low in MADE_OF:
        opens = at + 3 + (words[at + 3].low == "that")
        return opens if grammar.is_clause(words[opens:last]) else 0
    if here.low == "after" and words[at - 1].low.rstrip("s") not in _SPANS:
        told = grammar.is_clause(words[at + 1 : last]) and for_record(words[at + 1 : last]) == "core"
        return at + 1 if told else 0
    return 0


_SPANS = vocabulary("day week month year hour minute decade soon shortly immediately just long only even")
"""Words before *after* that make a date of it: *made a year after P*."""


def has_subject(statement: Statement) -> bool:
    """Whether a clause names its own subject, though perhaps not the one who acts."""
    some = tuple(words(statement.content.text, 0, len(statement.content.text)))
    main = main_verb(some)
    return main is None or main.first > sum(grammar.is_adverb(word) for word in some[: main.first])


def share_subject(made: list[Statement], first: int) -> None:
    """*slowed P and diluted Q*: the second clause has the subject of the first; ``made`` is changed."""
    subject = made[first].prop.actor if first < len(made) else None
    for at in range(first + 1, len(made)):
        one = made[at]
        bare = one.mode in {"indirect", "mixed_quote"} and one.prop.actor is None
        if bare and not has_subject(one):
            made[at] = evolve(one, prop=evolve(one.prop, actor=subject))
