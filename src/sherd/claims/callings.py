"""What somebody or something is called: *a broker named X Y*, *a firm in Linz called X*, *known as X*.

The noun before says whether it is a person or a body, and the name behind is who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.grammar import has_finite
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import head_of, singular
from sherd.claims.sentences import POSSESSIVES, Word

CALLED = frozenset({"called", "named"})

_NAMING = CALLED | {"as", "name"}
"""Words of which one stands in all that says what somebody is called."""

HUMAN = vocabulary(
    "man woman someone somebody person national citizen brother sister wife husband son daughter"
)
"""Nouns for a human being, beside those of offices and trades."""

WIDEST = 9
"""How many words the phrase before the name may have."""

OPENING = vocabulary("a an the one another his her its their some")
"""Words that open such a phrase."""


def verb_before(words: Sequence[Word], name: int) -> int | None:
    """Where *called*, *named*, *known as*, *by the name of* begins that stands before a name, if it does."""
    lows = [word.low for word in words[max(0, name - 4) : name]]
    if lows[-1:] and lows[-1] in CALLED:
        return name - 1
    if lows[-2:] in (["known", "as"], ["identified", "as"]):
        return name - 2
    return name - 4 if lows == ["by", "the", "name", "of"] else None


def is_somebody(words: Sequence[Word], name: int) -> bool:
    """Whether the name at ``name`` is what a person is called."""
    return _is_human(_noun(words, name))


def is_body(words: Sequence[Word], name: int) -> bool:
    """Whether the name at ``name`` is what a firm or another body is called."""
    return _is_house(_noun(words, name))


def _is_human(noun: str) -> bool:
    return noun in HUMAN or (noun in listed("person") and noun not in FIRMS)


def _is_house(noun: str) -> bool:
    return noun in FIRMS or noun in listed("organisation")


def called(words: Sequence[Word]) -> Sequence[Word] | None:
    """The name in *a firm in Linz called X*, *the owner, a company in Split called X*."""
    if _NAMING.isdisjoint(vocabulary_of(words)) or has_own_name(words):
        return None
    for at in range(2, len(words)):
        if not words[at].is_name or words[at - 1].is_name:
            continue
        noun = _noun(words, at)
        if _is_human(noun) or _is_house(noun):
            end = next((n for n in range(at, len(words)) if not words[n].is_word), len(words))
            return words[at:end] if all(word.is_name for word in words[at:end]) else None
    return None


def has_own_name(words: Sequence[Word]) -> bool:
    """*X Y, known as Z*: X Y, and Z is what they are called besides."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return comma > 1 and all(word.is_name for word in words[:comma])


def _noun(words: Sequence[Word], name: int) -> str:
    """The noun for who is called so, in the singular; empty where nobody is."""
    verb = verb_before(words, name)
    if verb is None:
        return ""
    first = verb
    while first > max(0, verb - WIDEST) and (
        words[first - 1].is_word or words[first - 1].low in POSSESSIVES or words[first - 1].text == "-"
    ):
        first -= 1
    opens = next((n for n in range(verb - 1, first - 1, -1) if words[n].low in OPENING), None)
    if opens is None or has_finite(words[opens:verb]):
        return ""
    return singular(head_of(words[opens + 1 : verb]))
