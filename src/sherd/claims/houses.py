"""Whose voice somebody unnamed is: *a spokesman for the port office*, *analysts at Teal Horizon*.

Whose trade it is to speak for a body, and several who work for it and are quoted together, say what the body
says. An official, a diplomat or a soldier is nobody's voice and stays who they are; so is a former one.
"""

from __future__ import annotations

from sherd.claims.bodies import SPECIALISTS
from sherd.claims.labels import FORMER
from sherd.claims.lexicon import listed, states, vocabulary
from sherd.claims.offices import Office
from sherd.claims.parties import UNIONS
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

TOGETHER = SPECIALISTS | vocabulary("members")
"""Several in the service of a body who speak as it where they are quoted together."""


def note(
    voice: Entity, whose: Entity | None, head: str, around: tuple[set[str], set[str]], register: Register
) -> None:
    """Remember the house of somebody unnamed, where they speak for one; ``around`` are the words before the
    noun and those behind it, where a house stands whose people several are."""
    before, after = around
    spokes = head.startswith("spokes")
    if before & FORMER or not (spokes or (voice.plural and head in TOGETHER and after)):
        return
    house = whose.speaker if whose is not None else None
    behalf = voice.speaker.on_behalf_of
    if house is None and spokes and before == {"government"} and behalf is not None:
        known = states().get(behalf.lower())
        house = Speaker(known.name, "state") if known is not None else None
    if house is None or "(unnamed)" in house.name:
        return
    if house.kind == "organisation" and not spokes:
        heads = frozenset(house.name.lower().split()) & listed("organisation")
        register.bodies.append(Office(house.name, house.on_behalf_of, heads))  # the agency, next
    if _employs(house) or (spokes and house.kind == "state"):
        register.houses[voice.speaker.name] = house


def _employs(house: Speaker) -> bool:
    """Whether the body is one that people work for: no union of states, no state and no outlet."""
    return house.kind == "organisation" and house.name not in UNIONS
