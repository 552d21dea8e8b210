"""The deed that stands behind a noun, where the verb tells of none: *contained a fuse made in P*.

What is inside a thing, of which batch it is and what sort of firm somebody is, is told for what follows:
*held a valve sold by X*, *came from a lot delivered to Q*, *is one of the firms that buy for Q*.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.deed_words import hits_at
from sherd.claims.grammar import is_adverb
from sherd.claims.leading_verbs import every_form
from sherd.claims.lexicon import Deed, adjectives, vocabulary
from sherd.claims.nouns import phrase
from sherd.claims.roles import Hit, passive_at
from sherd.claims.sentences import Word
from sherd.claims.subject_phrases import noun_phrase_before
from sherd.claims.verbs import BE, Group, lexical

HOLDING = every_form(
    "contain hold include carry house feature",
    {"hold": "held|held"},
)
"""Verbs whose object is inside the subject."""

FITTED = vocabulary("fitted equipped filled powered packed driven propelled guided loaded")
"""Participles behind which *with* or *by* opens what is inside."""

_LOTS = vocabulary("batch batches lot lots consignment consignments shipment shipments order run delivery")
_PART_OF = every_form("come belong trace be", {"come": "came|come"}) | BE | vocabulary("traced linked")
_INSIDE = frozenset({"PRODUCE", "SUPPLY"})
_PAUSES = frozenset(",–-—")
_RELATIVE = vocabulary("that which who")
_ORIGIN = vocabulary("make origin manufacture design production")


def deed_behind(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """The deed of what is inside, of the batch, or of the relative clause behind *is a P*."""
    return _of_inside(words, last) or _of_batch(words, main, last) or _of_sort(words, main, last)


def _of_inside(words: Sequence[Word], last: int) -> Hit | None:
    """*contained a fuse made in P*, *was fitted with a seeker of Kenyan make*."""
    opens = last + 1
    if words[last].low in FITTED and passive_at(words, last) and opens < len(words):
        if words[opens].low not in {"with", "by"}:
            return None
        opens += 1
    elif words[last].low not in HOLDING or passive_at(words, last):
        return None
    inside = phrase(words, opens)
    if inside is None:
        return None
    hit = _of_origin(words, inside[1]) or _participle(words, inside[1])
    return evolve(hit, noun=inside) if hit is not None and hit.deed.action in _INSIDE else None


def _of_origin(words: Sequence[Word], at: int) -> Hit | None:
    """*of Kenyan make*."""
    if at + 2 >= len(words) or words[at].low != "of" or words[at + 2].low not in _ORIGIN:
        return None
    known = words[at + 1].low in adjectives()
    deed = Deed(("of", words[at + 2].low), "PRODUCE", "phrase", "", "whose")
    return Hit(at + 1, at + 2, deed, False, 0) if known else None


def _participle(words: Sequence[Word], at: int) -> Hit | None:
    """A participle that describes the noun before it."""
    while at < len(words) and (is_adverb(words[at]) or words[at].text in _PAUSES):
        at += 1
    if at >= len(words):
        return None
    told = (hit for hit in hits_at(words, at) if hit.deed.kind == "verb")
    return next((hit for hit in told if hit.deed.form in {"past", "participle"}), None)


def _of_batch(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """*came from a batch sold to P*, *was one of 40 exported to P*: what became of the batch."""
    if words[last].low not in _PART_OF:
        return None
    for at in range(last + 1, min(len(words) - 2, last + 9)):
        lot = words[at].low in _LOTS or (words[at].low == "one" and words[at + 1].low == "of")
        if not lot:
            if words[at].low in _RELATIVE or not words[at].is_word:
                return None
            continue
        end = phrase(words, at)
        hit = None if end is None else _told_of(words, end[1])
        if hit is None or hit.deed.action not in {"SUPPLY", "ACQUIRE", "STOP_SUPPLY"}:
            return None
        thing = noun_phrase_before(words, main.first, main.first)
        return evolve(hit, noun=thing or (0, main.first), rank=0)
    return None


def _told_of(words: Sequence[Word], at: int) -> Hit | None:
    """The participle behind a noun, or the verb of the clause that hangs on it."""
    if at + 2 < len(words) and words[at].low in _RELATIVE:
        verb = lexical(words, at + 1)
        return next((hit for hit in hits_at(words, verb) if hit.deed.kind == "verb"), None)
    return _participle(words, at)


def _of_sort(words: Sequence[Word], main: Group, last: int) -> Hit | None:
    """*is one of the firms that buy for P*, *is a firm set up for the purpose of arming P*."""
    if words[last].low not in BE or main.first > 12:
        return None
    for at in range(last + 2, min(len(words) - 1, last + 16)):
        low = words[at].low
        if low in {"that", "who", "which"}:
            verb = lexical(words, at + 1)
            return next((hit for hit in hits_at(words, verb) if hit.deed.kind == "verb"), None)
        if low == "of" and words[at - 1].low in {"purpose", "business", "task"}:
            return next((hit for hit in hits_at(words, at + 1) if hit.deed.form == "ing"), None)
        if words[at].text in {";", ":"} or low in {"because", "when", "if", "but"}:
            return None
    return None
