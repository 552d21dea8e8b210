"""Which names are those of bodies that every state has, and of people who serve one.

*The foreign ministry*, *an army officer*, *the State Agency for P*, *state media*: whose they are is told
somewhere else (:mod:`sherd.claims.unstated`). A union, a region and a movement in arms are of no state.

To add one: a word in ``SERVICES`` (the last word of a body), ``FIELDS`` (what stands before it), ``SERVING``
(somebody in its service) or ``FIRST_WORDS`` (a name with capitals).
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from sherd.claims.kin import REGIONS
from sherd.claims.lexicon import belonging, bodies, states, vocabulary
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

KINDS = frozenset({"organisation", "anonymous_official", "anonymous", "outlet"})

SERVICES = vocabulary(
    "ministry army military navy police coastguard guard guards force forces parliament customs "
    "prosecutors junta cabinet intelligence judiciary presidency opposition regime troops marines "
    "gendarmerie government authorities rulers militia defence defense service agency directorate staff"
)
"""Last words of bodies that every state has."""

FIELDS = vocabulary(
    "administration foreign defence defense interior trade finance justice energy economy industry "
    "transport health army military navy naval air coast border security intelligence police state "
    "government ministry presidential opposition customs armed general main special federal national "
    "public military-led ruling of for and the affairs internal commerce agriculture press media wing "
    "office prime frontier civil aviation"
)
"""Words before or behind such a noun that tell the field, and not whose it is."""

SERVING = vocabulary(
    "official officials officer officers minister ministers spokesman spokeswoman spokesperson source "
    "sources lawmaker lawmakers commander commanders general generals adviser advisers deputies mps "
    "prosecutor prosecutors politicians politician mp legislators"
)
"""Nouns for people in the service of a state."""

UNBOUND = vocabulary("senior former unnamed unidentified top high-ranking junior retired")
"""Words beside them that tell nothing of whose they are."""

FIRST_WORDS = vocabulary(
    "ministry foreign defence defense interior military national state federal supreme prosecutor army "
    "navy air armed border coast police customs security central general attorney presidential parliament "
    "civil finance trade justice economy health energy main"
)
"""Words that open the name of a body of a state, where its state is left out."""

CLOSING = SERVICES | vocabulary(
    "office court bureau commission inspectorate academy centre center committee prosecution council "
    "affairs interior security statistics audit aviation laboratory institute administration archives "
    "corps"
)
"""Words of which such a name has one."""

BROADCASTING = vocabulary("media television tv radio broadcaster")

FOREIGN = vocabulary("un eu nato western international allied european african arab regional local un's")
"""Words that say that a body is of no single state."""


def told_by_place(speaker: Speaker, register: Register) -> bool:
    """*A security source* at home, *a Navy laboratory in Bahrain*: a state that is not in the name yet."""
    abroad = speaker.kind == "organisation" and speaker.name.split()[0] in _FORCES
    return "(unnamed)" in speaker.name and (abroad or speaker.on_behalf_of == register.home)


_FORCES = frozenset({"Navy", "Army", "Air", "Marine", "Marines"})

_GUARDS = re.compile(
    r"(?:coastguard|(?:coast|border|national|frontier|state border) guards?) \(unnamed\)", re.I
)


def as_body(found: Entity) -> Entity:
    """*The coast guard*, which is no guard: a body, and not somebody."""
    if found.speaker.kind == "anonymous" and _GUARDS.fullmatch(found.speaker.name):
        return evolve(found, speaker=evolve(found.speaker, kind="organisation"), plural=False)
    return found


@lru_cache(maxsize=2_000)
def serves(name: str, kind: str) -> bool:
    """Whether the name is that of a body that every state has, or of somebody who serves one."""
    bare = name.removesuffix(" (unnamed)")
    lows = re.sub(r"['’]s\b", "", bare.lower()).split()
    if not lows or any(low in states() or low in FOREIGN or low in REGIONS for low in lows):
        return False
    if bare.lower() in bodies() or lows[0] in belonging():
        return False
    if kind == "outlet":
        return lows[-1] in BROADCASTING and lows[0] in {"state", "state-run", "government", "public"}
    if kind == "organisation" and (bare != name or bare.islower()):
        return (
            lows[-1] in SERVICES - (_VAGUE if not lows[1:] else set()) and set(lows[:-1]) <= FIELDS | SERVICES
        )
    if kind == "organisation":
        return (
            not set(lows) & _REBEL and lows[0] in FIRST_WORDS and (not lows[1:] or bool(set(lows) & CLOSING))
        )
    told = set(lows[:-1])
    served = bool(told & (SERVICES | _SERVED)) or lows[-1] in {"minister", "prosecutors"}
    return lows[-1] in SERVING and served and told <= FIELDS | UNBOUND | SERVICES


_SERVED = vocabulary(
    "security naval air coast border opposition ruling presidential administration state prime"
)
"""Other words that say of somebody that they serve a state: *a security source*."""

_VAGUE = vocabulary("service agency staff directorate force forces guard guards intelligence militia troops")
"""Nouns that mean a body of a state only with a word before them."""

_REBEL = vocabulary("resistance liberation revolutionary front people's united democratic islamic rebel")
"""Words in the names of forces that are no state's."""
