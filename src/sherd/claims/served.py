"""Whom a trader serves, or serves no longer: *supplied the Kenyan market*, *cut off the reseller*.

The one served stands straight behind the verb, behind *contract with*, *orders from* or *through*, or before
*'s* (*the dealer's account*, *the rebels' main supplier*).
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.agents import PERSONAL, acts
from sherd.claims.grammar import DETERMINERS, is_adverb
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, states, things, vocabulary
from sherd.claims.receivers import names_somebody, receiver_end
from sherd.claims.roles import Clause, Hit, is_passive, named, phrase_end
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.standing import BUSINESS, BUYING
from sherd.model.statements import Named

LINKS = vocabulary(
    "contract contracts relationship relationships order orders dealings business ties contact contacts "
    "agreement agreements account accounts cooperation partnership trade deal deals shipments sales"
)
"""What a trader has with those whom it serves."""

_DEALERS = vocabulary("distributor distributors dealer dealers reseller resellers intermediaries wholesalers")
_TRAILING = vocabulary("concerned involved anywhere altogether entirely outright")
_SERVING = ("suppl", "serv", "equip", "arm")
_OWNERS = frozenset("'’")
REACH = 8
"""Words from the verb to *with*, and from the possessive to the noun."""


def cut_off(clause: Clause, hit: Hit) -> Named | None:
    """*suspended a reseller in P*, *ended its contract with Q*, *the dealer's account*: served no more."""
    words, at = clause.words, hit.end
    if hit.deed.kind == "verb" and not is_passive(words, hit) and at < len(words):
        end = without_trail(words, at, phrase_end(words, at))
        if end > at and _is_served(words, at, end):
            owner = end < len(words) and words[end].low in POSSESSIVES
            return named(clause, at, end if owner else max(end, _in_place(words, at, end)))
    return linked_with(clause, hit)


def _in_place(words: Sequence[Word], first: int, end: int) -> int:
    goes_on = end < len(words) and words[end].low in {"in", "of", "and", "or"}
    return receiver_end(words, first) if goes_on else end


def without_trail(words: Sequence[Word], first: int, end: int) -> int:
    """*the reseller | concerned*, *a maker | anywhere*: where the phrase ends without what says little."""
    while end > first + 1 and (words[end - 1].low in _TRAILING or is_adverb(words[end - 1])):
        end -= 1
    return end


def _is_served(words: Sequence[Word], first: int, end: int) -> bool:
    head = words[end - 1]
    if head.low in things() or head.low in LINKS:
        return False
    whole = all(word.is_name for word in words[first:end])
    return head.low in PERSONAL or head.low.removesuffix("s") in FIRMS or whole


def linked_with(clause: Clause, hit: Hit) -> Named | None:
    """*no contract with P*, *orders from Q*, *Kenyan orders*, *sells through dealers*: with whom."""
    words = clause.words
    for at in range(hit.at, min(len(words), hit.end + REACH)):
        low = words[at].low
        if low in {"that", "which", "who"} or words[at].text in {",", ";"}:
            return None
        if low in LINKS and at > hit.at - 1:
            if (whose := _whose(clause, at)) is not None:
                return whose
            if at + 2 < len(words) and words[at + 1].low in {"with", "from", "in"} and at + 1 >= hit.end:
                told = words[at + 1].low != "in" or words[at + 2].is_name
                opens = at + 2
                return (
                    named(clause, opens, receiver_end(words, opens)) if told and _open(words, opens) else None
                )
        if low == "through" and at + 1 < len(words) and hit.deed.kind == "verb":
            end = phrase_end(words, at + 1)
            if words[end - 1].low in _DEALERS:
                return named(clause, at + 1, end)
    return None


def _open(words: Sequence[Word], at: int) -> bool:
    return names_somebody(words, at) and not words[at].text[0].isdigit()


def _whose(clause: Clause, link: int) -> Named | None:
    """*the dealer's contract*, *taking Kenyan orders*: whose it is."""
    words = clause.words
    if link and words[link - 1].low in adjectives():
        return Named(states()[words[link - 1].low].name, None)
    if link > 1 and words[link - 1].low in POSSESSIVES:
        first = link - 1
        while first and words[first - 1].is_word and words[first - 1].low not in DETERMINERS | LINKS:
            first -= 1
            if words[first].low.endswith("ed") or first < link - 4:
                return None
        return named(clause, first, link - 1)
    return None


def supplied(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """*supplied the rebels*, *supplies Kenyan arms makers*: whoever stands behind the verb, and no thing."""
    words, at = clause.words, hit.end
    if not words[hit.at].low.startswith(_SERVING) or at >= len(words) or not words[at].is_word:
        return None
    end = without_trail(words, at, phrase_end(words, at))
    if end < len(words) and words[end].low in POSSESSIVES:
        end = without_trail(words, at, phrase_end(words, end + 1))
    if end <= at or (end < len(words) and words[end].low in {"to", "into"}):
        return None
    head = words[end - 1].low
    served = head in BUYING | BUSINESS | {"rebels", "militia"} or acts(words, end - 1, end)
    return (at, end) if served and head not in things() else None


def named_then_thing(words: Sequence[Word], at: int) -> int | None:
    """*sold Vale Motors | a pump*: where a name ends behind which a thing stands."""
    end = at
    while end < len(words) and words[end].is_name:
        end += 1
    then = words[end].low if end < len(words) else ""
    goes_on = then in {"a", "an", "the", "some", "no", "any"} or then[:1].isdigit()
    return end if at < end <= at + 4 and goes_on else None


def supplier_to(clause: Clause, hit: Hit) -> Named | None:
    """*the rebels' main supplier*, *one of Chad's main arms suppliers*: whose supplier it is."""
    words = clause.words
    if words[hit.end - 1].low not in {"supplier", "suppliers"}:
        return None
    for at in range(hit.at - 1, max(0, hit.at - 5), -1):
        if words[at].low in POSSESSIVES or words[at].text in _OWNERS:
            first = at
            while first and words[first - 1].is_word and words[first - 1].low not in DETERMINERS | {"of"}:
                first -= 1
                if words[first].low in {"is", "was", "been", "still", "remains"}:
                    first += 1
                    break
            return named(clause, first, at) if first < at else None
    return None
