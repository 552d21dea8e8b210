"""The name without what stands around it: *Osaka's X Y*, *X's media office in Z*, *an X field team*.

A writer says beside a name where its bearer sits, whose it is, and who of its people spoke; the one who
speaks is the body or firm all the same. Houses whose name is itself somebody's (*Lloyd's*) keep it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.kin import can_point
from sherd.claims.lexicon import bodies, listed, outlets, states, vocabulary
from sherd.claims.offices import office_of
from sherd.claims.phrases import (
    ORGANISATION_WORDS,
    PLURAL_PEOPLE,
    RESEARCHERS,
    head_of,
    is_title,
    joined,
    singular,
)
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.speakers import Entity, Register

PRESS = frozenset(
    (first, second)
    for first in ("press", "information", "media", "communications")
    for second in ("service", "office", "centre", "center", "department", "section", "bureau", "wing")
)
"""Offices that have no voice but that of the body they belong to."""

DESKS = frozenset(second for _, second in PRESS)
"""The last words of their names: *the center said*."""

RELATIONS = frozenset({("public", "relations"), ("public", "affairs"), ("strategic", "communications")})
"""What such an office may be for, before its last word: *the public relations center of P*."""

HOUSES = vocabulary(
    "lloyd jane moody sotheby christie standard domino levi mcdonald sainsbury harrod macy kohl people women "
    "men children workers king queen saint farmers citizens veterans"
)
"""Words that with *'s* open a name."""

PEOPLE = RESEARCHERS | vocabulary("experts analysts specialists team teams staff")
"""People who speak as the body that they work for."""

FIELD = vocabulary(
    "field research investigation investigations technical documentation forensic own investigative"
)
"""Words between a body and its people."""


def press_office(words: Sequence[Word]) -> Sequence[Word] | None:
    """*The press service of the ministry*, *the movement's media office in Z*: whose office it is."""
    if DESKS.isdisjoint(vocabulary_of(words)):
        return None
    of = next((at for at, word in enumerate(words) if word.low == "of"), 0)
    if _is_press(tuple(word.low for word in words[:of] if word.low != "the")):
        return words[of + 1 :]
    if len(words) > 3 and words[-4].is_name and _is_press(tuple(word.low for word in words[-3:])):
        return words[:-3]  # the FSB Public Relations Center
    seat = next((at for at, word in enumerate(words) if at > 2 and word.low in {"in", "at"}), len(words))
    some = words[:seat]
    for size in (2, 3):
        owned = len(some) > size + 1 and some[-size - 1].low in POSSESSIVES
        if owned and _is_press(tuple(word.low for word in some[-size:])):
            return some[: -size - 1]
    return None


def _is_press(lows: tuple[str, ...]) -> bool:
    return lows in PRESS or (lows[:-1] in RELATIONS and ("press", lows[-1]) in PRESS)


def owned(words: Sequence[Word], register: Register, firm: bool = False) -> Sequence[Word] | None:
    """*Osaka's Hakuto Denshi*, *the general's Borduran National Army*: the name without whose it is; ``firm``
    says that the text calls the bearer one, so that they are nobody of the owner's people."""
    if POSSESSIVES.isdisjoint(vocabulary_of(words)):
        return None
    at = next((n for n in range(1, min(len(words), 5)) if words[n].low in POSSESSIVES), 0)
    first = int(words[0].low in DETERMINERS)
    if at <= first or not all(word.is_name for word in words[first:at]):
        return None
    some = words[at + 1 :]
    end = next((n for n, word in enumerate(some) if not (word.is_name or word.low in _INSIDE)), len(some))
    closed = end == len(some) or some[end].text in {",", "("}
    if not closed or end < 2 or _tells_office(words[at - 1]) or any(map(_tells_office, some[:end])):
        return None
    known = _is_known(joined(words[first:at]), register)
    return None if known or (not firm and some[end - 1].low in register.cast.persons) else some


def _tells_office(word: Word) -> bool:
    """*the Prosecutor's Office*, *the BNA's Spokesman X*: an office, or somebody in it."""
    return word.low in listed("person") or is_title(word.low)


_INSIDE = vocabulary("of and for & de")


def _is_known(owner: str, register: Register) -> bool:
    """Whether what follows is a part of the owner, and nothing apart from it: a state, a body, a house."""
    low = owner.lower()
    if low in states() or low in bodies() or low in outlets() or low in HOUSES or owner.isupper():
        return True
    return any(
        each.speaker.kind in {"organisation", "outlet"} and low in each.speaker.name.lower().split()
        for each in register.met
    )


def house(words: Sequence[Word], register: Register) -> Entity | None:
    """*Corvane investigators*, *a Corvane field team*: the body that has spoken, or whose text it is."""
    if words[-1].low not in PEOPLE:
        return None
    some = [word for word in words if word.low not in DETERMINERS and word.low not in POSSESSIVES]
    while some and not some[-1].is_name and some[-1].low in PEOPLE | FIELD:
        some.pop()
    gone = [word for word in words if word not in some and word.low in PEOPLE]
    if not some or not gone or not all(word.is_name for word in some) or can_point(some[-1].low):
        return None
    named = joined(some).lower()
    own = [register.voice] if register.voice is not None else []
    return next((each for each in (*own, *reversed(register.met)) if _bears(each, named)), None)


def _bears(entity: Entity, name: str) -> bool:
    """Whether a body goes by the name, or by a longer one that begins with it."""
    speaker = entity.speaker
    if speaker.kind != "organisation" or speaker.on_behalf_of or "(unnamed)" in speaker.name:
        return False
    return f"{speaker.name.lower()} ".startswith(f"{name} ") or name in map(str.lower, entity.alternatives)


_PLACING = vocabulary("in at near outside on from inside")


def before_place(words: Sequence[Word], start: int, end: int) -> int:
    """*A club in Split, which said P*: where the phrase begins whose place is ``[start, end)``."""
    led = next((word.low for word in words[end : end + 2] if word.is_word), "")
    first = start
    while first > 1 and words[first - 1].low in _PLACING:
        close = first - 1
        first = close
        while first and _inside(words, first - 1):
            first -= 1
            if words[first].low in DETERMINERS and (not first or words[first - 1].low not in {"of", "for"}):
                break
        if _speaks(words[first:close], led):
            return first
        if first == close:
            break
    return start


def _inside(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.low in {"cites", "cited", "quotes", "quoted", "citing", "quoting", "told", "met"}:
        return False
    return word.is_word and not word.quoted and (word.low not in PREPOSITIONS or word.low in {"of", "for"})


def _speaks(some: Sequence[Word], led: str) -> bool:
    """Whether *who* or *which* may mean what the words name: people, or a body."""
    head = head_of(some) if some else ""
    one = singular(head)
    if led == "which":
        named = some and some[-1].is_name and some[-1].low in ORGANISATION_WORDS
        return bool(named) or one in listed("organisation")
    return one in listed("person") or head in PLURAL_PEOPLE or head in {"authorities", "team"}


def by_name_alone(words: Sequence[Word]) -> Sequence[Word]:
    """*The Dutch NGO X*, *the Telegram channel X*: X; *Ukraine's GUR intelligence agency*: the GUR."""
    if vocabulary_of(words).isdisjoint(_BESIDE_NAMES):
        return words
    noun = next((at for at, word in enumerate(words[:4]) if word.text == "NGO"), None)
    if noun is not None and noun + 1 < len(words) and words[noun + 1].is_name:
        return words[noun + 1 :]
    page = next((at for at, word in enumerate(words) if at and word.low in _PAGES), None)
    if page is not None and words[page - 1].low in listed("venue"):
        name = [*takewhile(_is_name, words[page + 1 :])]
        return name or [word for word in words[: page - 1] if word.is_name and word.low != "the"] or words
    short = next(
        (at for at, word in enumerate(words) if 1 < len(word.text) < 6 and word.text.isupper()), None
    )
    if short is None or short + 1 >= len(words) or words[-1].low not in _SERVICES:
        return words
    plainly = all(word.low == word.text for word in words[short + 1 :])
    return words[: short + 1] if plainly and office_of(words[short : short + 1]) else words


_is_name = attrgetter("is_name")
_PAGES = vocabulary("channel account page blog feed")
_SERVICES = vocabulary("agency service directorate")
_BESIDE_NAMES = _PAGES | _SERVICES | {"ngo"}
