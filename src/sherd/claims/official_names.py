"""Public bodies whose official name is a phrase: *Ministry of Economy, Trade and Industry*.

Such a name holds commas and *and*, which elsewhere part one speaker from another. It is read as one where a
noun for a public body, *of* or *for*, and words with a capital, in a list or not, follow each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.bodies import adjective, own_words, span
from sherd.claims.grammar import has_finite
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import behalf, head_of, is_title, joined, plain
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

PUBLIC = vocabulary(
    "ministry department office bureau commission committee council agency board authority directorate "
    "administration secretariat service centre center institute inspectorate organization organisation "
    "laboratory commissariat"
)
"""Nouns for a public body that open its official name."""

_JOINING = vocabulary("of the and for & on")


def official(words: Sequence[Word], register: Register) -> Entity | None:
    """The body that all these words name, where its name is a noun, *of* or *for*, and a list or a field."""
    if PUBLIC.isdisjoint(vocabulary_of(words)):
        return None
    some = plain(words)
    some = some[1:] if some and some[0].low.endswith("-based") else some
    at = _opening(some)
    if at is None or not _is_field(some[at + 2 :]):
        return None
    field = some[at + 2 :]
    if not any(word.low in {"and", "&", ","} for word in field) and some[at + 1].low != "for":
        return None  # the Ministry of Trade: an office like any other
    state = behalf(some[:at]) or _at_end(field)
    heads = frozenset({some[at].low})
    if state is None:
        before = max((n + 1 for n in range(at) if some[n].low in POSSESSIVES), default=0)
        return Entity(Speaker(joined(some[before:]), "organisation", span(words, register)), heads)
    name = f"{adjective(state)} {_written(own_words(some, state))}"
    speaker = Speaker(name, "organisation", span(words, register), on_behalf_of=state)
    return Entity(speaker, heads, alternatives=(state,))


def opening_of_list(words: Sequence[Word], comma: int, end: int) -> int | None:
    """Where the name of a public body begins that goes on behind the comma; ``None`` where none does."""
    close = next((at for at in range(comma, end) if words[at].text == "("), end)
    for at in range(comma - 1, max(-1, comma - 9), -1):
        if words[at].low in PUBLIC and words[at].is_name:
            field = words[at + 2 : close]
            listed_on = any(word.low == "and" for word in words[comma:close])
            return at if listed_on and words[at + 1].low in {"of", "for"} and _is_field(field) else None
        if not (words[at].is_name or words[at].low in _JOINING or words[at].text == ","):
            return None
    return None


def _opening(words: Sequence[Word]) -> int | None:
    """Where the noun for the body stands, before *of* or *for*."""
    for at in range(len(words) - 2):
        word = words[at]
        if word.is_name and word.low in PUBLIC:
            return at if words[at + 1].low in {"of", "for"} else None
        if not (word.is_name or word.low in POSSESSIVES):
            return None
    return None


def _is_field(words: Sequence[Word]) -> bool:
    """*Economy, Trade and Industry*: names in a list, and nobody in office among them."""
    if not words or not words[0].is_name | (words[0].low == "the") or not words[-1].is_name:
        return False
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if commas and not any(word.low in {"and", "&"} for word in words[commas[-1] :]):
        return False
    return all(
        (word.is_name and not is_title(word.low) and word.low not in listed("person"))
        or word.low in _JOINING
        or word.text == ","
        or word.low in {"affairs", "state", "staff"}
        for word in words
    )


def _at_end(field: Sequence[Word]) -> str | None:
    """*… of Ukraine*: the state that the name ends with."""
    of = next((at for at in range(len(field) - 1, -1, -1) if field[at].low == "of"), None)
    return behalf(field[of + 1 :]) if of is not None else None


def _written(words: Sequence[Word]) -> str:
    return joined(words).replace(" ,", ",")


def tells_office(words: Sequence[Word], comma: int) -> bool:
    """*P, the minister, X Y, said*: whether the phrase between two commas, up to ``comma``, is an office."""
    first = comma
    while first and (words[first - 1].is_word or words[first - 1].low in POSSESSIVES):
        first -= 1
    some = words[first:comma]
    if first == 0 or words[first - 1].text != "," or not some or has_finite(some):
        return False
    return some[0].low in {"the", "its", "his", "her", "their"} and head_of(some) in listed("person")
