"""Which names a text calls a company: *X Y, a German maker*, *a pump from X Y*, *X Y said it had P*.

A run of capitals is a company where something says so: its legal form, a noun for a company beside it, what
is said to come from it, or the *it* with which the text goes on about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sherd.claims import callings
from sherd.claims.firms import BASED, before_state, is_on_goods
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import adjectives, cues, listed, outlets, states, things, vocabulary
from sherd.claims.nobody import SEATS
from sherd.claims.phrases import ORGANISATION_WORDS, head_of, joined, singular
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.whole_names import LEGAL

WIDEST = 12
"""Words before a name among which what is said of it is looked for."""

BESIDE = 8
"""Words after a name among which an aside tells what it is."""

FORMS = LEGAL | vocabulary("fze oyj pte jsc ooo sdn bhd")
"""Legal forms, which no person's name ends in."""

HasOffice = Callable[[Sequence[Word], int], bool]

_OPENS_ASIDE = DETERMINERS | {"which"}


OWNED = vocabulary("state-owned privately-owned family-owned state-run family-run state-controlled")
"""Words before the name of a company that say whose it is."""


def is_firm(words: Sequence[Word], first: int, last: int, has_office: HasOffice) -> bool:
    """*X Y, the German company*, *a firm called X Y*; ``has_office`` tells a person by an office."""
    if callings.is_body(words, first):
        return True
    if first and (words[first - 1].low in FIRMS or words[first - 1].low in OWNED):
        return joined(words[first:last]).lower() not in outlets()
    if is_named_as(words, first, last):
        return True
    if last - first > 1 and words[last - 1].low in FORMS:
        return True  # X Y Ltd
    if first and words[first - 1].low.endswith(SEATS) and not has_office(words, last):
        return last - first > 1
    if _is_maker_named(words, first, last) or _deals(words, first, last):
        return True
    if (_owns_works(words, first, last) or _is_source_of_parts(words, first, last)) and not has_office(
        words, last
    ):
        return True
    if last + 1 >= len(words) or words[last].text != ",":
        return False
    opening = words[last + 1].low
    if opening in BASED:
        return True  # X Y, based in Z
    if not (opening in _OPENS_ASIDE or opening in adjectives() or opening.endswith("-based")):
        return False
    return _is_firm_aside(words[last + 1 : last + 1 + BESIDE])


def is_named_as(words: Sequence[Word], first: int, last: int) -> str:
    """*named the maker as X*, *named X as the maker*: the noun for what a firm is; else empty."""
    if first > 1 and words[first - 1].low == "as" and words[first - 2].low in FIRMS:
        return words[first - 2].low
    behind = words[last : last + 3]
    named = len(behind) == 3 and behind[0].low == "as" and behind[1].low in {"the", "its"}
    return behind[2].low if named and behind[2].low in FIRMS and first and _names(words[first - 1]) else ""


def _names(word: Word) -> bool:
    return word.low in {
        "named",
        "names",
        "identified",
        "identifies",
        "naming",
        "identifying",
        "listed",
        "lists",
    }


def _is_firm_aside(rest: Sequence[Word]) -> bool:
    """*the German company*, *which has works in P*; not *the company's director*, *an army spokesman*."""
    stop = next((at for at, word in enumerate(rest) if _ends_aside(word)), len(rest))
    some = [word for word in rest[:stop] if word.low not in POSSESSIVES]
    if any((word.low in listed("person") and word.low not in SELLERS) or word.low in cues() for word in some):
        return False
    if stop < len(rest) and rest[stop].low == "which":
        return True
    head = next((word for word in reversed(some) if word.low == head_of(some)), None)
    return head is not None and head.low in listed("organisation") and not head.is_name


SELLERS = vocabulary("importer exporter contractor")
"""Nouns that mean a firm, or a person, of which a bare name is rather the firm's."""


def _ends_aside(word: Word) -> bool:
    if word.low in POSSESSIVES:
        return False
    return not word.is_word or word.low in PREPOSITIONS or word.low in {"who", "which", "that"}


def _is_maker_named(words: Sequence[Word], first: int, last: int) -> bool:
    """*the maker, X Y, …*; *one of the firms named, X Y, …*."""
    if first < 2 or words[first - 1].text != ",":
        return False
    if last < len(words) and words[last].text not in {",", ".", ")"} and words[last].low != "to":
        return False
    begin = phrase_start(words, first - 1)
    if words[begin].low not in DETERMINERS:
        begin = next((at for at in range(first - 2, begin, -1) if words[at].low in DETERMINERS), begin)
    lows = [word.low for word in words[begin : first - 1]]
    if not lows or lows[0] not in DETERMINERS or any(low in listed("person") for low in lows):
        return False
    return lows[-1] in FIRMS or (
        lows[:2] == ["one", "of"] and any(singular(low) in FIRMS for low in lows[2:])
    )


def _deals(words: Sequence[Word], first: int, last: int) -> bool:
    """*ordered 200 pumps from X Y of Graz*: a firm, by what it is said to sell and where it sits."""
    if last - first < 2 or last + 1 >= len(words) or words[last].low != "of" or not words[last + 1].is_name:
        return False
    before = {word.low for word in words[max(0, first - WIDEST) : first]}
    return (
        words[first - 1].low in {"from", "by"}
        and bool(before & DEALING)
        and words[last + 1].low not in states()
    )


def _owns_works(words: Sequence[Word], first: int, last: int) -> bool:
    """*X Y's headquarters*, *X Y's chief executive*: what a firm has, and no person does."""
    if last - first < 2:
        return False
    if first > 2 and words[first - 1].low in {"of", "at"}:  # the chief executive of X Y
        return joined(words[first - 3 : first - 1]).lower() in LED
    if last + 1 >= len(words) or words[last].low not in POSSESSIVES:
        return False
    if words[last + 1].low not in WORKS and joined(words[last + 1 : last + 3]).lower() not in WORKS:
        return False
    name = joined(words[first:last]).lower()
    return not (name in states() or name in outlets() or {*name.split()} & ORGANISATION_WORDS)


LED = {
    "chief executive", "managing director", "sales director", "sales manager", "export manager",
    "general manager",
}  # fmt: skip
"""Offices that only firms have."""

WORKS = LED | vocabulary(
    "headquarters factory plant chairman chairwoman shareholders subsidiary catalogue products"
) | {"head office", "parent company", "annual report"}  # fmt: skip
"""What stands behind the *'s* of a firm."""


def _is_source_of_parts(words: Sequence[Word], first: int, last: int) -> bool:
    """*a receiver from Denmark's X Y*, *pumps with the logo of X Y*, *made in Denmark by X Y*."""
    if first < 3 or words[first - 1].low not in _BEFORE_SOURCE or words[first].low in adjectives():
        return False
    if joined(words[first:last]).lower() in states():
        return False
    if is_on_goods(words, first):
        return last - first > 1 or words[first - 1].low == "by"
    at = before_state(words, first)
    near = words[max(0, at - 3) : at]
    return (
        last - first > 1 and at > 1 and words[at].low == "from" and any(word.low in things() for word in near)
    )


_BEFORE_SOURCE = POSSESSIVES | {"by", "of", "from"}

DEALING = vocabulary(
    "ordered bought purchased sourced obtained acquired imported shipped supplied procured made manufactured "
    "built produced sold"
)
"""Verbs before *from X of Y* or *by X of Y*, where X is a firm."""


def phrase_start(words: Sequence[Word], end: int) -> int:
    """Where the phrase begins that ends before a comma."""
    first = end
    while first > max(0, end - WIDEST) and (words[first - 1].is_word or words[first - 1].low in POSSESSIVES):
        first -= 1
    return first


def says_it(words: Sequence[Word], first: int, last: int) -> bool:
    """*X Y said it had P*, *X Y denied its pumps were P*: the text goes on about the name with *it*."""
    if last - first < 2 or last + 2 >= len(words) or words[last].low not in cues():
        return False
    at = last + 1 + (words[last + 1].low == "that")
    if words[at].low == "its":
        return True
    return words[at].low == "it" and at + 1 < len(words) and words[at + 1].low in _DONE_BY_IT


_DONE_BY_IT = vocabulary(
    "had has would will does did never no could stopped sold makes made ended suspended regretted condemned"
)
"""Verbs behind an *it* that somebody is, and not the weather."""


def without_form(name: str) -> str:
    """The name of a firm without its legal form.

    >>> without_form("Corvane Gauges GmbH")
    'Corvane Gauges'
    """
    bare, _, last = name.rpartition(" ")
    return bare if bare and last.lower() in FORMS else name
