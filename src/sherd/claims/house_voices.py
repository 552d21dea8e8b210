"""In a ledger the words of somebody whose trade it is to speak for a house are the house's.

What the text calls them (*Harbour Board spokesman (unnamed)*) stands among ``alt_sources``, and its words as
the role. Everything that points back to them has been read before: *the spokesman* is still who spoke.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.paraphrases import said_by
from sherd.claims.speakers import Register
from sherd.model.statements import Speaker, Statement


def as_houses(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with the house as the source where somebody unnamed speaks for one."""
    known = register.houses
    return [_as_house(each, known[each.source.name]) if each.source.name in known else each for each in made]


def _as_house(statement: Statement, house: Speaker) -> Statement:
    was = statement.source
    behalf = house.on_behalf_of or (was.on_behalf_of if was.on_behalf_of != house.name else None)
    role = was.span.text if was.span is not None else was.role
    source = evolve(was, name=house.name, kind=house.kind, role=role, on_behalf_of=behalf)
    others = (was.name, *(each for each in statement.alt_sources if each != house.name))
    return said_by(statement, source, others)
