"""Whom a text brings in with *a*, and goes on about with *the*: *sold to a Tartu dealer. The dealer said P*.

A company, or somebody with a trade, that a sentence only mentions may speak in the next. *The dealer* then is
the dealer brought in last, and no company that spoke before; *the company* is a company that spoke, if one
did in the same paragraph. Offices are left out: *a minister* is any, and *the minister* is one named before.

To add a noun: a word in ``PLACES``, or in the list of persons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.cues import find
from sherd.claims.grammar import PREPOSITIONS, finite_at
from sherd.claims.kin import CORPORATE, FIRMS
from sherd.claims.later_names import HELD_BY_ONE
from sherd.claims.lexicon import is_public, listed, vocabulary
from sherd.claims.parties import MAKERS
from sherd.claims.phrases import ORGANISATION_WORDS, head_of, joined
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.claims.unnamed import unnamed
from sherd.model.statements import Passage, Speaker

OPENING = vocabulary("a an one another")
PLACES = vocabulary(
    "club consultancy workshop forwarder broker brokerage lender dealership hospital shipyard factory "
    "intermediary middleman"
)
"""Nouns for a house that may speak, beside those for companies."""

ANYBODY = vocabulary("person people source man woman head boss leader colleague counterpart king prince")
"""Nouns that tell nobody from another, or mean somebody in office."""

WIDEST = 7
"""Words of a noun phrase that is looked at."""

LINES = 2
"""Lines with words behind the phrase after which it is forgotten."""


@cache
def _nouns() -> frozenset[str]:
    trades = listed("person") - listed("official") - HELD_BY_ONE - ANYBODY
    return trades | FIRMS | PLACES


def note(words: Sequence[Word], register: Register) -> None:
    """Remember whom the words of a sentence bring in; forget who stands too far back."""
    if words:
        while register.brought and _is_far(register, register.brought[0].speaker.span, words[-1].end):
            register.brought.popleft()
    lows = vocabulary_of(words)
    brings = not lows.isdisjoint(OPENING) and not lows.isdisjoint(_nouns())
    if not brings and not register.brought:
        return
    if _names_firm(words, register):
        register.brought = type(register.brought)(
            (each for each in register.brought if not each.heads & FIRMS), register.brought.maxlen
        )
        return
    for some in _phrases(words) if brings else ():
        found = unnamed(some, register, describe)
        if found is not None and not found.plural and "(unnamed)" in found.speaker.name:
            register.brought.append(found)


def accused(words: Sequence[Word], register: Register) -> None:
    """*X accused Orlo of P, but the company said Q*: whoever is named behind such a verb may be a company."""
    if AT_WHOM.isdisjoint(vocabulary_of(words)):
        return
    for at in range(1, len(words)):
        if words[at - 1].low not in AT_WHOM or words[at].quoted or not words[at].is_name:
            continue
        end = at
        while end < len(words) and words[end].is_name:
            end += 1
        if end < len(words) and words[end].low in POSSESSIVES:
            continue
        name = joined(words[at:end])
        public = set(name.lower().split()) & (ORGANISATION_WORDS - CORPORATE)
        if not public and not _is_other(name.lower(), register):
            span = Passage.of(register.text, words[at].start, words[end - 1].end)
            register.brought.append(Entity(Speaker(name, "organisation", span), FIRMS))


AT_WHOM = vocabulary(
    "accused accuses accusing blamed blames blaming sued sues suing fined fines fining blacklisted raided "
    "charged indicted contacted approached faulted"
)
"""Verbs behind which stands at whom it is pointed."""


def _is_other(name: str, register: Register) -> bool:
    return is_public(name) or name.split()[-1] in register.cast.persons


def _names_firm(words: Sequence[Word], register: Register) -> bool:
    """Whether the sentence names a company, whom *the company* means from here on."""
    firms = register.cast.firms
    for at, word in enumerate(words):
        if not word.is_name:
            continue
        if word.low in CORPORATE and at and words[at - 1].is_name:
            return True
        if any(joined(words[at : at + size]) in firms for size in (1, 2, 3)):
            return True
    made = [each.name for each in list(register.mentions.met)[-6:] if each.heads == MAKERS]
    return any(name in register.text[words[0].start : words[-1].end] for name in made) if words else False


def _is_far(register: Register, span: object, at: int) -> bool:
    end = getattr(span, "end", 0)
    return sum(1 for line in register.text[end:at].split("\n")[1:] if line.strip()) > LINES


def _phrases(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """*a manufacturer in Novi province*, *a Tartu dealer in farm machinery*: noun phrases of such a noun."""
    verbs = {n for group in find(words) for n in range(group.first, group.last)}
    for at in range(1, len(words) - 1):
        if words[at].low not in OPENING or words[at].quoted or _is_beside(words, at):
            continue
        end = at + 1
        while end < min(at + WIDEST, len(words)) and _goes_on(words, end) and end not in verbs:
            end += 1
        if head_of(words[at:end]) not in _nouns() or words[end - 1].low not in _nouns():
            continue
        if end + 1 < len(words) and words[end].low in {"in", "of", "from", "at"}:
            close = end + 1
            while close < len(words) and _goes_on(words, close) and close not in verbs:
                close += 1
            end = close
        if not _is_named(words, end):
            yield words[at:end]


def _is_beside(words: Sequence[Word], at: int) -> bool:
    """*Orlo & Brandt, a family firm*: the name stands before it."""
    return at > 1 and words[at - 1].text in {",", "(", "—", "–"} and words[at - 2].is_name


def _is_named(words: Sequence[Word], end: int) -> bool:
    """*a maker of pumps, Orlo*; *a firm called Orlo*: the name stands behind it."""
    rest = words[end : end + 3]
    beside = len(rest) > 1 and rest[0].text in {",", "(", ":", "—"} and rest[1].is_name
    close = next((at for at in range(end + 1, len(words)) if not words[at].is_name), len(words))
    if beside and close < len(words) and words[close].is_word:
        beside = False  # sold to a dealer, Orlo said
    return beside or any(word.low in {"called", "named", "known"} or word.is_name for word in rest[:1])


def _goes_on(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.is_word or word.quoted or word.low in PREPOSITIONS or word.low in {"who", "which", "that"}:
        return False
    return not finite_at(words, at)
