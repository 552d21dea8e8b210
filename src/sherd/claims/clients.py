"""Whom a lawyer speaks of: *X was arrested. His lawyer said his client denied P*: X.

The client is whoever the office names (*a lawyer for X*), else the person spoken of before the lawyer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims import bodies
from sherd.claims.lexicon import states, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

LAWYERS = vocabulary("lawyer lawyers attorney attorneys counsel solicitor barrister advocate")
_CLIENT = vocabulary("client defendant")
_OWN = vocabulary("his her my their our the")


def client(words: Sequence[Word], register: Register) -> Entity | None:
    """*His client*, *my client*, *the client*: whose lawyer spoke last; ``None`` for anybody else."""
    if len(words) != 2 or words[1].low not in _CLIENT or words[0].low not in _OWN:
        return None
    lawyer = next((each for each in reversed(register.order) if _is_lawyer(each)), None)
    if lawyer is None:
        return None
    found = _of_office(lawyer, register) or _before(lawyer, words[0].start, register)
    if found is None:
        return None
    beside = tuple(dict.fromkeys((*found.alternatives, lawyer.speaker.name)))
    return evolve(bodies.named_at(found, words, register), alternatives=beside)


def _is_lawyer(entity: Entity) -> bool:
    role = frozenset((entity.speaker.role or "").lower().replace(",", " ").split())
    return bool((entity.heads | role) & LAWYERS)


def _of_office(lawyer: Entity, register: Register) -> Entity | None:
    """*A lawyer for X*, *X's lawyer*: X, a person or a firm."""
    whose = lawyer.speaker.on_behalf_of
    if whose is None or whose.lower() in states():
        return None
    known = register.cast.persons.get(whose.split()[-1].lower(), ())
    kind = "organisation" if whose in register.cast.firms or (not known and " " not in whose) else "person"
    return Entity(Speaker(known[-1].name if known else whose, kind))


def _before(lawyer: Entity, at: int, register: Register) -> Entity | None:
    """The person named last before the lawyer in these paragraphs, who is no lawyer."""
    start = register.text.rfind("\n", 0, max(0, register.text.rfind("\n", 0, at) - 1)) + 1
    told = [register.told_of] if register.told_of is not None else []
    able = [each for each in (*register.order, *told, *register.known) if _is_client(each, lawyer)]
    placed = [(register.text.rfind(each.speaker.name, start, at), each) for each in able]
    for named in _NAMED.finditer(register.text, start, at):
        placed.append((named.start(), Entity(Speaker(named["name"], "person"))))
    where, last = max(placed, key=lambda each: each[0], default=(-1, None))
    return last if where >= 0 else None


_NAMED = re.compile(
    r"\b(?:named|identified|known) (?:only )?(?:in court )?as (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]*\.?)?)"
)
"""*can be named only as X*."""


def _is_client(entity: Entity, lawyer: Entity) -> bool:
    speaker = entity.speaker
    return speaker.kind == "person" and speaker.name != lawyer.speaker.name and not _is_lawyer(entity)
