"""What a short answer says: *Asked whether P, X looked up. “No.”* · *Had he done P? “Never,” said X.*

A question holds a proposition and states nothing; a no or a yes that follows it at once denies or holds what
was asked, in the mouth of whoever answers: who is said to speak, else who was asked. An answer with words of
its own is read like any other, and so is one that no question goes before.

To add a way of asking: a word in ``ASKED``; an answer, see :mod:`sherd.claims.short_answers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.frames import Reader
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.short_answers import INVERTED, LONGEST, short_answer
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said

ASKED = vocabulary("asked pressed questioned quizzed asks wondered")
PUT = vocabulary("question suggestion allegation accusation charge claim")
"""What somebody answers to: *To the suggestion that P, X replied Q*."""

WHO = vocabulary("who whom whose what which when where why how since")
STOPPING = frozenset({".", "?", ";", ":", "—"})
SHORT = 90
"""Characters of a quotation that only answers or judges."""
REACH = 2
"""Sentences behind a question within which the answer comes."""


@frozen
class Question:
    """What was asked, and of whom, so far as the text says."""

    clause: tuple[int, int]
    who: Entity | None
    paragraph: int
    age: int = 0


def asked(reader: Reader, before: Question | None) -> Question | None:
    """What the sentence asks, or what one shortly before it asked."""
    found = _aloud(reader) or _told(reader)
    if found is not None or before is None:
        return found
    near = before.age < REACH and before.paragraph == reader.sentence.paragraph
    return evolve(before, age=before.age + 1) if near else None


def answered(question: Question | None, one: Said, some: Sequence[Word]) -> Said | None:
    """What words that only say yes or no say of the question; ``None`` where they say more."""
    if question is None or one.no_comment or one.polarity == "urge":
        return None
    nay = short_answer(some)
    if nay is None:
        return None
    act, polarity = ("deny", "deny") if nay else ("admit", "assert")
    return evolve(one, source=one.source or question.who, act=act, polarity=polarity)


def _aloud(reader: Reader) -> Question | None:
    """*Had he done P?*, *Is it true that P?*, *Chadian shells in Darfur?*"""
    words, sentence = reader.sentence.words, reader.sentence
    if not words or words[-1].text != "?" or any(word.quoted or word.low in WHO for word in words):
        return None
    first = _past_true(words) or 1
    if words[0].low not in INVERTED:
        if grammar.has_finite(words) or len(words) > LONGEST + 3:
            return None
        first = 0
    if len(words) - 1 - first < 2:
        return None
    who = reader.register.by_pronoun(words[first].low) if words[first].low in grammar.PERSONS else None
    return Question((words[first].start, words[-2].end), who, sentence.paragraph)


def _past_true(words: Sequence[Word]) -> int | None:
    """*Is it true that P?*, *Is the claim true that P?*: where P begins."""
    near = range(2, min(9, len(words) - 3))
    that = next((n for n in near if words[n].low == "that"), None)
    led = {word.low for word in words[1:that]} if that is not None else set()
    return that + 1 if that is not None and led & TRUE else None


TRUE = vocabulary("true case so right correct possible")


def _told(reader: Reader) -> Question | None:
    """*Asked whether P, X looked up*; *X was asked whether P*; *To the suggestion that P, X's reply: Q*."""
    words, sentence = reader.words, reader.sentence
    asks = bool(words) and (words[0].low == "to" or not ASKED.isdisjoint(vocabulary_of(words)))
    at = _opening(words) if asks else None
    if at is None:
        return None
    asking, opens = at
    fronted = asking < 3
    close = _close(words, opens) if fronted else _end(words, opens)
    if close - opens < 2:
        return None
    who = None
    if fronted and close < len(words):
        stop = _verb(words, close + 2)
        who = describe(reader._clean_subject(words[close + 1 : stop]), reader.register) if stop else None
    elif not fronted and words[asking - 1].low in {"was", "were", "been", "when"}:
        who = reader._subject(asking - (words[asking - 1].low != "when"))
    return Question((words[opens].start, words[close - 1].end), who, sentence.paragraph)


def _opening(words: Sequence[Word]) -> tuple[int, int] | None:
    """Where it says that somebody asks, and where what is asked begins."""
    for at in range(len(words) - 4):
        if words[at].quoted:
            continue
        if words[at].low in ASKED:
            near = range(at + 1, min(at + 9, len(words) - 2))
            link = next((n for n in near if words[n].low in {"whether", "if"} and not words[n].quoted), None)
            if link is not None:
                return at, link + 1
            about = next((n for n in near if words[n].low in {"about", "on"}), None)
            that = next((n for n in near if about and n > about and words[n].low == "that"), None)
            if about is not None and that is not None and words[that - 1].low in listed("accusation") | PUT:
                return at, that + 1
        to = at < 3 and words[at].low in PUT and words[0].low == "to"
        if to and words[at + 1].low in {"that", "whether"}:
            return at, at + 2
    return None


def _close(words: Sequence[Word], opens: int) -> int:
    """The comma behind what is asked in front: *Asked whether P | , X looked up*."""
    for at in range(opens + 2, len(words) - 2):
        if words[at].text == "," and not words[at].quoted:
            rest = words[at + 1 :]
            told = grammar.has_finite(rest) or _verb(words, at + 2) is not None
            if rest[0].low not in grammar.CONJUNCTIONS | {"which", "who"} and told:
                return at
    return len(words)


def _verb(words: Sequence[Word], first: int) -> int | None:
    """The first word that can be a verb; behind a name, one that no table has: *the colonel nodded*."""
    for at in range(first, len(words)):
        low = words[at].low
        own = not words[at].is_name and (low.endswith("ed") or low in grammar.ONE_FORM)
        if own or grammar.finite_at(words, at):
            return at
    return None


def _end(words: Sequence[Word], opens: int) -> int:
    ends = (
        n for n in range(opens, len(words)) if words[n].text in {".", "?", ";", ":", "—"} or words[n].quoted
    )
    end = next(ends, len(words))
    while end > opens and not words[end - 1].is_word:
        end -= 1
    return end
