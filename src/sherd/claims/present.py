"""Where *claims*, *reports*, *notes* are verbs: behind somebody, and with a clause beside them.

*P, the ministry claims* · *P, it states* · *P, claims the minister* · *The ministry claims drones were sold*.
Behind a noun for no speaker (*insurance claims*) such a form is a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    finite_at,
    has_finite,
    is_adverb,
)
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sentences import POSSESSIVES, Word

WIDEST = 10
"""How many words who speaks may have here."""

PERSONAL = vocabulary("it he she")

ENDS = frozenset({"", ".", ",", ";", "–", "—", "!", "?", ")"})
"""What stands behind a verb that closes what is said."""

OWNERS = vocabulary("its his her their our my")

OPENING = vocabulary("and but while whereas though although that because as")
"""Words with which a clause begins."""


BEARING = vocabulary("show say indicate suggest reveal prove confirm list name describe record")
"""Base forms behind papers in the plural: *court documents show P*."""

_PAPERS = vocabulary("statement message letter note post email e-mail communique video comment release")


def hangs_on_paper(words: Sequence[Word], at: int, end: int) -> bool:
    """*A statement later posted on X's website said P*: the participle tells where the paper stood."""
    noun = at - 1 - (at > 1 and is_adverb(words[at - 1]))
    if noun < 1 or words[noun].low not in _PAPERS or end >= len(words) or words[end].low not in PREPOSITIONS:
        return False
    stop = next((n for n in range(end, len(words)) if not words[n].is_word), len(words))
    return any(finite_at(words, n) for n in range(end + 1, stop))


def says(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the form in -s at ``[at, end)`` says something: somebody before or behind it, and a clause."""
    return _closes(words, at, end) or _opens(words, at, end) or _turned(words, at, end)


def _closes(words: Sequence[Word], at: int, end: int) -> bool:
    """*P, the ministry claims*; *Serbia, it notes, sold P*."""
    first = _speaker_before(words, at)
    if first is None or first == 0 or not _is_joint(words[first - 1]):
        return False
    following = words[end].low if end < len(words) else ""
    if following not in ENDS and following not in MARKS and following not in PREPOSITIONS:
        return False
    if words[first - 1].quoted or words[first - 1].text in MARKS:
        return True
    return has_finite(words[: first - 1]) or (following == "," and has_finite(words[end:]))


def _opens(words: Sequence[Word], at: int, end: int) -> bool:
    """*The ministry claims drones were sold*: a clause follows, with its subject first."""
    first = _speaker_before(words, at)
    if first is None or end + 2 > len(words) or words[at].low == "shows":
        return False  # the video shows soldiers unloading crates
    if first and words[first - 1].low not in OPENING and words[first - 1].text not in {",", ";", ":"}:
        return False
    following = words[end]
    if not following.is_word or following.low in PREPOSITIONS | CONJUNCTIONS | FINITE_AUXILIARIES:
        return False
    stop = next((n for n in range(end, len(words)) if not words[n].is_word), len(words))
    return any(finite_at(words, n) for n in range(end + 1, min(stop, end + WIDEST)))


def _turned(words: Sequence[Word], at: int, end: int) -> bool:
    """*P, claims the ministry*; *“P,” notes the report*."""
    if at < 2 or not _is_joint(words[at - 1]) or end >= len(words):
        return False
    stop = end
    while stop < len(words) and (words[stop].is_word or words[stop].low in POSSESSIVES):
        stop += 1
    if not 0 < stop - end <= WIDEST or any(finite_at(words, n) for n in range(end, stop)):
        return False
    some = words[end:stop]
    led = some[0].low in DETERMINERS | OWNERS or some[0].is_name
    said = words[at - 1].text in MARKS or has_finite(words[: at - 1])
    closed = stop == len(words) or words[stop].text in ENDS
    return led and said and closed and any(_speaks(word) for word in some)


def _is_joint(word: Word) -> bool:
    return word.text in {",", "–", "—"} or word.text in MARKS or word.quoted


def _speaker_before(words: Sequence[Word], at: int) -> int | None:
    """Where the noun phrase for who speaks begins, that ends at ``at``."""
    while at and is_adverb(words[at - 1]):
        at -= 1
    at = _past_name(words, at)
    if at == 0:
        return None
    if words[at - 1].low in PERSONAL:
        return at - 1
    first = at
    while first and at - first < WIDEST and not words[first - 1].quoted:
        word = words[first - 1]
        if not (word.is_word or word.low in POSSESSIVES) or word.low in OPENING | PRONOUNS - OWNERS:
            break
        first -= 1
    some = words[first:at]
    if not some or not (some[0].low in DETERMINERS | OWNERS or some[0].is_name):
        return None
    if any(finite_at(words, n) for n in range(first, at)):
        return None
    placed = next((n for n, word in enumerate(some) if n and word.low in PREPOSITIONS), len(some))
    return first if _speaks(some[placed - 1]) else None


def _past_name(words: Sequence[Word], at: int) -> int:
    """Before *, Ana Ilves,* in *the minister, Ana Ilves, claims*."""
    if at < 4 or words[at - 1].text != ",":
        return at
    comma = next((n for n in range(at - 2, max(0, at - WIDEST), -1) if words[n].text == ","), 0)
    inside = words[comma + 1 : at - 1]
    named = comma and all(word.is_word for word in inside) and any(word.is_name for word in inside)
    return comma if named and not has_finite(inside) else at


def _speaks(word: Word) -> bool:
    """Whether the word is a noun for who or what can say something."""
    return word.is_name or any(word.low in listed(kind) for kind in _SPEAKING)


_SPEAKING = ("person", "organisation", "document", "outlet")
"""Kinds of nouns for who or what says something."""
