"""Which thing a noun phrase names: its class, its type, where it comes from and how it was made, each apart.

*Iranian drones*, *Iranian-made drones* and *copies of Iranian drones* are three; the fragments of a type are
not the type. Of a thing that no table knows, the words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, finite_at, is_base
from sherd.claims.lexicon import states, thing_at, things, vocabulary
from sherd.claims.nouns import COPIES, compound_end, without_articles
from sherd.claims.roles import STOPPING, Clause
from sherd.claims.sentences import Word
from sherd.model.statements import Passage, Thing


def known_thing(clause: Clause, first: int, last: int) -> Thing | None:
    """The first thing that the tables know between two words, with the words that belong to it."""
    words = clause.words
    lows = [word.low for word in words[first:last]]
    for at in range(first, last):
        size = thing_at(lows[at - first : at - first + LONGEST_THING])
        if size:
            start, end = at, at + size
            while start > first and goes_with(words[start - 1]) and not finite_at(words, start - 1):
                start -= 1
            end = compound_end(words, end, last)
            return thing_of(clause, *without_articles(words, start, end))
    return None


def goes_with(word: Word) -> bool:
    """Whether a word may stand in front of a thing and belong to it: no verb in its base form."""
    return word.is_word and word.low not in _STOPS and not (is_base(word) or word.low in STOPPING)


LONGEST_THING = 4
"""Words of the longest word for a thing."""


def thing_of(clause: Clause, first: int, last: int) -> Thing:
    """The thing that these words are: its class and type by the table, its origin by a word for a state."""
    words = clause.words
    if first >= 2 and words[first - 1].low == "of" and words[first - 2].low in COPIES:
        first -= 2
    span = Passage.of(clause.text, words[first].start, words[last - 1].end)
    thing = _classed(words, first, last, span)
    made = (
        "copy" if words[first].low in COPIES and first + 1 < last and words[first + 1].low == "of" else None
    )
    for word in words[first:last]:
        bare = _without_making(word.low)
        if bare in states():
            told = "made" if word.low.endswith(("made", "built", "produced")) else None
            return evolve(thing, origin=states()[bare].name, made=made or told)
    return thing if made is None else evolve(thing, made=made)


_MAKING = re.compile(r"[-‑](made|built|produced|designed|supplied|style|type)$")


def _without_making(low: str) -> str:
    """*Iranian-made* as *Iranian*."""
    return low if low.isalpha() else _MAKING.sub("", low)


def _classed(words: Sequence[Word], first: int, last: int, span: Passage) -> Thing:
    """The class of the last of the nouns that stand together, *drone components*, and the first type."""
    class_: str | None = None
    type_: str | None = None
    of_type = None
    at, beside = first, first
    while at < last:
        size = thing_at([word.low for word in words[at : min(last, at + LONGEST_THING)]])
        if size:
            known = things()[" ".join(word.low for word in words[at : at + size])]
            if class_ is None or (at == beside and not type_):
                class_ = known[0]
            if not type_ and known[1]:
                type_, of_type = known[1], known[0]
            elif type_ and known[0] in _OF_A_TYPE and known[0] != of_type:
                class_, of_type = known[0], None  # fragments of the type, and not the type
            beside = at + size
        at += size or 1
    whole = type_ is None or of_type is None
    name = (_designation(words, first, last) or span.text) if whole else type_ or ""
    return Thing(name, span, class_=class_, type=type_)


def _designation(words: Sequence[Word], first: int, last: int) -> str | None:
    """*nine Marlin-6s*, *40 XR-23 missiles*: the name of the type that no table has, without how many."""
    while first < last and (words[first].text[0].isdigit() or words[first].low in _COUNTS):
        first += 1
    kind = things().get(words[last - 1].low, ("", ""))[0] if last - first == 2 else ""
    if kind and kind not in _OF_A_TYPE and _DESIGNATED.fullmatch(words[first].text):
        return words[first].text.removesuffix("s")
    if last - first == 1 and words[first].is_name and _DESIGNATED.fullmatch(words[first].text):
        return words[first].text.removesuffix("s")
    return None


_DESIGNATED = re.compile(r"[A-Z][A-Za-z]*[-‑]?\d+[A-Z]?s?")
_COUNTS = vocabulary(
    "one two three four five six seven eight nine ten several many some at least about around up to over "
    "the its"
)


_OF_A_TYPE = vocabulary("wreckage component electronics engine airframe explosive")
"""Classes of what a named type has, is made of or leaves behind."""

_STOPS = (
    (DETERMINERS - vocabulary("one two three four five six seven eight nine ten many several"))
    | PREPOSITIONS
    | vocabulary(
        "and or that which who to is are was were be been has have had will would can could may might "
        "must shall "
        "not never"
    )
)
