"""The noun phrase behind a verb, past little words, a second verb and a sum: what the verb is done to."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.agents import acts
from sherd.claims.grammar import DETERMINERS, TIMES, finite_at, is_adverb, is_base
from sherd.claims.lexicon import vocabulary
from sherd.claims.nouns import phrase
from sherd.claims.sentences import Word
from sherd.claims.verbs import PARTICLES


def after(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at ``at`` or a few little words behind; None where none does."""
    at = _past_second_verb(words, at)
    while at + 1 < len(words) and (
        is_adverb(words[at]) or (words[at].low in PARTICLES and words[at + 1].low != "to")
    ):
        at += 1
    if 0 < at < len(words) - 1 and words[at].low == "over" and words[at - 1].low.startswith(("hand", "turn")):
        at += 1
    if [word.low for word in words[at : at + 4]] == ["for", "the", "first", "time"]:
        at += 4
    if at + 1 < len(words) and words[at].low in _MADE_SO and words[at + 1].low in DETERMINERS:
        at += 1  # make public the certificates
    if at < len(words) and words[at].low in DIRECT_ENOUGH:
        at += 1
    if at + 1 < len(words) and words[at].low == "nothing" and words[at + 1].low == "but":
        at += 2
    at = _past_money(words, at)
    found = phrase(words, at)
    if found is not None and words[found[1] : found[1] + 1] and _is_given(words, *found):
        found = phrase(words, found[1]) or found  # handed Riga | the evidence
    return found if found is None else _past_sum(words, *found)


def _past_money(words: Sequence[Word], at: int) -> int:
    """Past *more than $600 million in* and *$2 million worth of*, to what the sum is of."""
    end = at
    while end < len(words) and (
        words[end].low in _SUMS or words[end].text in _SIGNS or words[end].text[0].isdigit()
    ):
        end += 1
    money = any(word.text in _SIGNS or word.low in _COINS for word in words[at:end])
    if not money or end + 1 >= len(words) or words[end].low not in {"in", "worth", "of"}:
        return at
    return end + 1 + (words[end].low == "worth")


_MADE_SO = vocabulary("public clear known plain")


def _past_second_verb(words: Sequence[Word], at: int) -> int:
    """*photographed and measured the parts*: past a verb beside the first, to the object of both."""
    if at + 2 >= len(words) or words[at].low not in {"and", "or", "nor"}:
        return at
    second = at + 1 + is_adverb(words[at + 1])
    some = words[second] if second + 1 < len(words) else None
    told = some is not None and (finite_at(words, second) or some.low.endswith(("ed", "ing")))
    told = told or (some is not None and words[at].low == "nor" and is_base(some))
    return second + 1 if told else at


_SIGNS = frozenset("$€£¥")
_COINS = vocabulary("euros dollars roubles rubles pounds yen yuan")


def _is_given(words: Sequence[Word], first: int, last: int) -> bool:
    """*handed Riga the evidence*: whether the phrase is the one to whom, and the thing follows."""
    then = words[last + 1].low if last + 1 < len(words) else ""
    return words[last].low in {"a", "an", "the"} and then not in TIMES and acts(words, first, last)


def _past_sum(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """*$6 million in aid*, *$2 million worth of chips*: what the sum is of."""
    if last + 1 >= len(words) or words[last].low not in {"in", "worth"}:
        return first, last
    if not all(word.low in _SUMS or not word.text[0].isalpha() for word in words[first:last]):
        return first, last
    at = last + 1 + (words[last].low == "worth")
    return phrase(words, at) or (first, last)


_SUMS = vocabulary("million billion thousand some about more than at least over") | _COINS


DIRECT_ENOUGH = frozenset({"for", "of", "on", "in", "about", "into"}) - {"on", "in", "into"}
