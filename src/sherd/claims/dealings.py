"""With whom and to whom anything else is done: who is told or shown it, dealt with, traded with, entered.

Of a verb that is no deed of the tables: *warned Chad*, *cooperates with P*, *has no customers in Chad*,
*entered Chad*. To add a verb of telling: a word in ``TELLING``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.actors import subject_span
from sherd.claims.agents import PERSONAL, acts
from sherd.claims.grammar import TIMES, is_adverb, is_base
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, states, vocabulary
from sherd.claims.parties import PRONOUNS
from sherd.claims.receivers import is_somebody, receiver_end
from sherd.claims.roles import Clause, named, passive_at, phrase_end
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, INNER
from sherd.model.statements import Named


def recipient_of_other(clause: Clause, first: int, verb: int) -> Named | None:
    """To whom anything else is done or said: who is told or shown it, or stands behind *to*."""
    words = clause.words
    if verb < len(words) and words[verb].low in TELLING:
        told = _told(clause, verb)
        if told is not None:
            return told
    if (served := _served(clause, verb)) is not None:
        return served
    if (meant := _meant_for(clause, verb)) is not None:
        return meant
    dealt = _dealt_with(words, verb)
    for at in range(first + 1, len(words) - 1):
        if words[at].low in {"that", "which", "who", "because", "if"}:
            return None
        after = at + 1 + (words[at + 1].low == "the")
        if words[at].low == "with" and dealt:
            other = other_party(words, at + 1)
            return None if other is None else named(clause, at + 1, other)
        if words[at].low == "to" and after < len(words):
            other = None if words[after].is_name else other_party(words, at + 1)
            if other is not None:
                return named(clause, at + 1, other)
        if words[at].low == "to" and after < len(words) and words[after].is_name:
            return named(clause, at + 1, receiver_end(words, at + 1))
    return None


def _served(clause: Clause, verb: int) -> Named | None:
    """*has no customers in Chad*, *does business in Chad*, *any Chadian clients*, *entered Chad*: Chad."""
    words = clause.words
    if verb < len(words) and words[verb].low in ENTERING:
        at = verb + 1
        while at < len(words) and words[at].low in _GROUND:
            at += 1
        return named(clause, at, receiver_end(words, at)) if _is_state(words, at) else None
    if verb < len(words) and words[verb].low not in _KEEPING and words[0].low not in {"any", "no"}:
        return None
    for at in range(1, min(len(words), verb + 7)):
        if words[at].low in INNER:
            return None
        if words[at].low not in SERVED:
            continue
        if words[at - 1].low in adjectives():
            return Named(states()[words[at - 1].low].name, None)
        if at + 1 < len(words) and words[at + 1].low in {"in", "with"} and _is_state(words, at + 2):
            return named(clause, at + 2, receiver_end(words, at + 2))
    return None


def _meant_for(clause: Clause, verb: int) -> Named | None:
    """*were meant for the army*: whoever is to have it."""
    words = clause.words
    if verb + 2 >= len(words) or words[verb].low not in _MEANT or words[verb + 1].low != "for":
        return None
    end = receiver_end(words, verb + 2)
    return named(clause, verb + 2, end) if is_somebody(words, verb + 2, end) else None


_MEANT = vocabulary("meant intended destined earmarked reserved bound")


def _is_state(words: Sequence[Word], at: int) -> bool:
    at += at < len(words) and words[at].low == "the"
    some = [" ".join([word.low for word in words[at : at + size]]) for size in (1, 2, 3)]
    return (
        at < len(words) and words[at].is_name and any(n in states() and n not in adjectives() for n in some)
    )


_KEEPING = vocabulary(
    "have has had having do does did doing deal deals dealt sign signs signed lose lost cut end ended find "
    "found seek sought keep kept take takes took accept accepts accepted win won"
)
ENTERING = vocabulary("enter enters entered entering violate violates violated")
"""Verbs whose object is where something comes."""

_GROUND = vocabulary("the airspace territory skies waters of market")
SERVED = vocabulary("customer customers client clients buyer buyers business dealings trade contracts")
"""Those with whom a trader deals, and what it does with them."""


def _dealt_with(words: Sequence[Word], verb: int) -> bool:
    """*cooperate with P*, *share notes with P*, *ties with P*: whether *with* brings in the other side."""
    if verb < len(words) and words[verb].low.replace("-", "").startswith(_DEALING):
        return True
    return any(word.low in _TIES for word in words[verb + 1 : verb + 5])


def other_party(words: Sequence[Word], at: int) -> int | None:
    """Where a noun phrase for somebody ends: *partner governments*; None of a thing or a place."""
    if words[at].low in states() and words[at].low not in adjectives():
        return receiver_end(words, at)
    end = min(phrase_end(words, at), len(words))
    if end <= at or is_base(words[at]):
        return None
    head = words[end - 1]
    somebody = (
        (head.is_name and words[at - 1].low == "with")
        or head.low in PERSONAL
        or head.low.removesuffix("s") in FIRMS
    )
    beside = words[at - 1].low == "with" and not head.is_name and head.low not in PRONOUNS
    return receiver_end(words, at) if somebody or (beside and acts(words, end - 1, end)) else None


_DEALING = ("cooperat", "collaborat", "coordinat", "work", "join", "shar", "sid", "trad")
_TIES = vocabulary("ties relations contact contacts links business")


_TIMELY = TIMES | vocabulary("once twice again thrice repeatedly not never")

TELLING = vocabulary(
    "warn warns warned warning tell tells told telling inform informs informed show shows showed shown "
    "offer offers offered offering give gives gave given giving assure assures assured brief briefs "
    "briefed instruct instructs instructed remind reminds reminded deceive deceives deceived deprive "
    "deprives deprived grant grants granted require requires required oblige obliges obliged alert "
    "alerts alerted notify notifies notified hand hands handed promise promises promised cost mislead "
    "misleads misled invite invites invited "
)
"""Verbs whose object is whoever is told, shown or given something."""


def _told(clause: Clause, verb: int) -> Named | None:
    """*warned the Poles*, *we were shown P*: who is told; a thing is told nothing."""
    words = clause.words
    helped = {word.low for word in words[max(0, verb - 3) : verb]} & BE
    if passive_at(words, verb) or (words[verb].low == "told" and helped):
        span = subject_span(clause, verb)
        if span is None or not (words[span[0]].low in {"we", "i", "it", "they"} or acts(words, *span)):
            return None
        return named(clause, *span)
    at = verb + 1
    if at >= len(words) or not words[at].is_word:
        return None
    end = phrase_end(words, at)
    for size in (1, 2, 3):
        some = words[at : at + size]
        if some[0].low in {"you", "me", "him", "her", "it"}:
            return None
        if some[0].low in {"us", "them"} or " ".join(word.low for word in some) in states():
            return named(clause, at, at + len(some))
    first = next((n for n in range(at + 1, end) if words[n].low in {"a", "an", "the", "some", "any"}), end)
    while first > at + 1 and (is_adverb(words[first - 1]) or words[first - 1].low in _TIMELY):
        first -= 1
    whole = all(word.is_name for word in words[at:first])
    return named(clause, at, first) if first > at and (whole or acts(words, first - 1, first)) else None
