"""For whom somebody speaks whose office stands there without its house: *spokesman X Y*, *CEO X Y*.

A newsroom leaves the house out where the reader has just met it: the firm or body that spoke last, or that
the sentences before are about. A minister without a state is of the state at home in the text. Where
nothing near fits, nobody is put in.

To add an office: a word in ``OFFICES``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.lexicon import adjectives, listed, outlets, states, vocabulary
from sherd.claims.organisations import without_form
from sherd.claims.phrases import GOVERNMENTAL, ORGANISATION_WORDS, PORTFOLIOS, TITLES, joined, plain
from sherd.claims.phrases import RANKS as LOW_RANKS
from sherd.claims.sentences import POSSESSIVES, Word, words
from sherd.claims.speakers import Entity, Register

SPEAKING = vocabulary("spokesman spokeswoman spokesperson spokespeople press")
"""Offices of those who speak for a body of any kind."""

LEADING = vocabulary(
    "ceo chief executive director manager founder owner chairman chairwoman co-founder cofounder chair cto "
    "coo managing counsel"
)
"""Offices of those who run a firm or a body that is no state."""

BY_TITLE = {"high representative": "European Union"}
"""Titles that one body alone has (Article 18 of the Treaty on European Union)."""

RANKS = vocabulary("senior deputy vice acting former longtime group general global regional co press company")
"""Words before an office that belong to it."""

OFFICES = SPEAKING | LEADING
"""Words for an office that is always one of some house."""

NEAR = 900
"""Characters back to the house: the paragraph before, and the sentence before that."""

FAR = 2500
"""Characters back to the only firm that the text has named so far."""


def house_of(role: Sequence[Word], at: int, register: Register) -> str | None:
    """The house of an office that is named without it, by what stands before ``at`` in the text."""
    while role and (role[-1].low.rstrip(".") in LOW_RANKS or not role[-1].is_word):
        role = role[:-1]  # spokesman Lt. Gen. X Y
    lows = [word.low for word in role if word.is_word]
    titled = next((house for title, house in BY_TITLE.items() if title in " ".join(lows)), None)
    if titled is not None:
        return titled
    if (beside := _beside(role, register)) is not None:
        return beside
    if lows and lows[0] in {"its", "their"}:
        return _spoke_last(at, register, firm=bool(set(lows) & LEADING)) or _named_last(at, register)
    if not lows or not set(lows) & OFFICES or lows[-1] not in OFFICES | {"officer"}:
        return None
    if role[0].is_name and lows[0] not in _NO_HOUSE and lows[0] not in adjectives():
        return _by_short(role[0].text, register) if len(lows) < 4 else None  # Corvane Chief Executive X Y
    if set(lows) & (PREPOSITIONS | POSSESSIVES) or any(_names_house(word) for word in role):
        return None
    spoke = _spoke_last(at, register, firm=not set(lows) & SPEAKING)
    return spoke if spoke is not None else _named_last(at, register)


def _beside(role: Sequence[Word], register: Register) -> str | None:
    """*Vale Motor president X Y*, *Vale Motor vice president*: the name before an office of who leads."""
    run = next((at for at, word in enumerate(role) if not word.is_name or word.low in _NO_HOUSE), len(role))
    rest = {word.low for word in role[run:]}
    name = joined(role[:run])
    told = run > 1 and rest and rest <= _LEADERS and "president" in rest
    known = name.lower() in states() or name.lower() in adjectives()
    return register.whole(name) if told and not known else None


def _led(entity: Entity, register: Register) -> str | None:
    """*said X Y, who led the inquiry for the Vale Institute*: the body that they lead or work for."""
    span = entity.speaker.span
    if span is None:
        return None
    found = _LEADS.match(register.text, span.end)
    return found.group(1) if found is not None else None


_LEADS = re.compile(
    r",? who (?:now |has )?(?:leads|led|heads|headed|runs|ran|founded|directs|directed|works for)"
    r"(?: (?:the|its|an?) [a-z]+(?: [a-z]+)? (?:for|at|of))? (?:the )?"
    r"([A-Z][\w&’'-]+(?: (?:(?:of|for|the|and) )*[A-Z][\w&’'-]+)+)"
)
_LEADERS = LEADING | vocabulary("president vice senior deputy executive and")


def housed(entity: Entity | None, register: Register) -> Entity | None:
    """The same speaker with the house of an office that the text gives somewhere beside the name."""
    speaker = entity.speaker if entity is not None else None
    if entity is None or speaker is None or speaker.kind != "person":
        return entity
    if speaker.on_behalf_of:
        return entity
    if not speaker.role:
        led = _led(entity, register)
        return entity if led is None else evolve(entity, speaker=evolve(speaker, on_behalf_of=led))
    named = register.cast.person(speaker.name.split()[-1], len(register.text))
    at = named.start if named is not None and named.name == speaker.name else None
    at = at if at is not None else speaker.span.start if speaker.span else 0
    house = house_of(tuple(words(speaker.role, 0, len(speaker.role))), at, register)
    return entity if house is None else evolve(entity, speaker=evolve(speaker, on_behalf_of=house))


def _by_short(name: str, register: Register) -> str:
    """The whole name of a house: *the KMF* by its initials, *Corvane* by its first word."""
    full = register.cast.short.get(name)
    return joined(plain(full)) if full else register.whole(name)


_NO_HOUSE = TITLES | OFFICES | RANKS | PORTFOLIOS | GOVERNMENTAL


def _names_house(word: Word) -> bool:
    return word.is_name and (word.low in states() or word.low in ORGANISATION_WORDS)


def _spoke_last(at: int, register: Register, firm: bool) -> str | None:
    """The body, firm or state that was spoken of last, near before."""
    for entity in reversed(register.order):
        span = entity.speaker.span
        if span is None or span.start >= at:
            continue
        if at - span.end > NEAR:
            return None
        if _is_house(entity, firm) or _has_no_face(entity, register):
            return entity.speaker.on_behalf_of if _of_state(entity) else entity.speaker.name
    return None


def _has_no_face(entity: Entity, register: Register) -> bool:
    """*Vale Optics said P. Its chief executive, X Y*: a name of which nothing says that it is a person's."""
    speaker = entity.speaker
    if speaker.kind != "person" or speaker.role or entity.gender or entity.heads:
        return False
    return len(speaker.name.split()) > 1 and speaker.name.split()[-1].lower() not in register.cast.persons


def _of_state(entity: Entity) -> bool:
    """Whether it speaks of its state as *we*: a foreign ministry, the Kremlin."""
    behalf = entity.speaker.on_behalf_of
    return behalf is not None and behalf.lower() in states()


def _is_house(entity: Entity, firm: bool) -> bool:
    speaker = entity.speaker
    if (
        speaker.name.lower() in outlets()
        or "(unnamed)" in speaker.name
        or entity.plural
        or speaker.kind not in {"organisation", "state"}
    ):
        return False
    return not (firm and (speaker.kind == "state" or _of_state(entity)))


def _named_last(at: int, register: Register) -> str | None:
    """The firm named last before ``at``, where the text calls it one."""
    firms = {*register.cast.firms, *(each.name for each in register.mentions.met if _is_firm(each.heads))}
    places = ((register.text.rfind(name, max(0, at - FAR), at), name) for name in firms)
    last, name = max(places, default=(-1, ""))
    return without_form(name) if last >= 0 else None


def _is_firm(heads: frozenset[str]) -> bool:
    return bool(heads & listed("organisation") & {"company", "firm", "manufacturer", "maker"})
