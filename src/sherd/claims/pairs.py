"""Whom *both*, *both firms*, *the two countries* mean: the two who were named together last."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import bodies
from sherd.claims.kin import FIRMS
from sherd.claims.lexicon import vocabulary
from sherd.claims.phrases import singular
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

PAIRED = vocabulary(
    "men women sides companies firms countries states governments groups agencies outlets organisations "
    "organizations ministries nations capitals parties makers manufacturers newspapers institutes armies"
)
"""Nouns behind *both* and *the two* for whoever was named together."""


def both(words: Sequence[Word], register: Register) -> Entity | None:
    """*Both have denied it*, *the two companies say P*: the two who were named together last."""
    some = [word.low for word in words]
    led = some[:1] == ["both"] or some[:2] == ["the", "two"]
    rest = some[1:] if some[:1] == ["both"] else some[2:]
    if not led or len(rest) > 1 or (rest and rest[0] not in PAIRED):
        return None
    found = next((each for each in reversed(register.order) if each.also), None)
    if found is None and rest and singular(rest[0]) in FIRMS:
        found = _two_firms(register)
    return bodies.named_at(found, words, register) if found else None


def _two_firms(register: Register) -> Entity | None:
    """The two companies that were named last, and side by side."""
    names = list(dict.fromkeys(each.name for each in register.mentions.met if each.heads & FIRMS))[-2:]
    if len(names) < 2 or not any(register.says(f"{names[0]} and {the}{names[1]}") for the in ("", "the ")):
        return None
    one, other = (Entity(Speaker(name, "organisation"), FIRMS) for name in names)
    return evolve(one, plural=True, also=(other,), alternatives=(other.speaker.name,))
