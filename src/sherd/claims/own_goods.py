"""Whose goods they were, where nobody is named: *the batch was sold to P*, told by whoever had it."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.kin import CORPORATE, FIRMS
from sherd.claims.lexicon import deeds, states, vocabulary
from sherd.claims.parties import party
from sherd.claims.roles import Clause, passive_at
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity
from sherd.claims.unnamed import FIRM_OFFICES
from sherd.model.statements import Action, Named

OWNED = frozenset({"SUPPLY", "STOP_SUPPLY", "PRODUCE"})
"""Deeds that a company has done to what it says was sold or made."""

ADMITTED = OWNED | {"USE", "ATTACK", "RELY", "TRAIN", "ACQUIRE", "TRANSPORT"}
"""Deeds that whoever denies or admits them, and names nobody, denies or admits of themselves."""


def own_goods(prop: Action, clause: Clause, source: Entity, denied: bool, admits: bool) -> Named | None:
    """*the batch was sold to a customer*, told by a company: its own sale. A state denies or admits its own.

    Where a company tells in the passive what became of goods, it is the one that had them.
    """
    if prop.action not in (ADMITTED if denied or admits else OWNED) or prop.trigger is None:
        return None
    at = next((n for n, word in enumerate(clause.words) if word.start == prop.trigger.start), None)
    if at is None:
        return None
    own = party(source.speaker)
    noun = any(each.kind == "noun" for each in deeds().get(clause.words[at].low, ()))
    confesses = denied or admits
    told = passive_at(clause.words, at) or (confesses and noun) or clause.words[at].low in _GOING
    if not told or "(unnamed)" in own:
        return None
    bare = confesses and noun and at < 2
    if own.lower() in states():
        at_home = prop.action == "PRODUCE" and _is_at_home(clause.words, own)
        sold = admits or (denied and prop.action == "SUPPLY")
        return Named(own) if at_home or bare or (sold and prop.action in OWNED) else None
    return Named(own) if _is_company(own, source) and (prop.action in OWNED or bare) else None


_GOING = vocabulary("went gone goes left leave leaves")
"""Verbs of what goods do that somebody sends: *the units had gone to P*, *no part left our warehouse*."""


def _is_company(own: str, source: Entity) -> bool:
    """Whether who speaks, or for whom they speak, deals in goods."""
    words = set(own.lower().split())
    if source.heads & FIRMS or words & CORPORATE:
        return True
    office = (source.speaker.role or "").lower().split()
    speaks = source.speaker.kind == "person" and own != source.speaker.name and own.lower() not in states()
    runs = speaks and (bool(FIRM_OFFICES & set(office)) or not words & _NO_DEALERS)
    return runs or (source.speaker.kind == "organisation" and not words & _NO_DEALERS and own in own.title())


_NO_DEALERS = vocabulary(
    "institute research centre center watch panel network initiative project council commission monitor "
    "observatory agency office foundation association university ministry department army navy force forces "
    "guard police party front union nations intelligence service bureau committee embassy mission government "
    "group news customs prosecutor prosecutors court authority front movement parliament staff command"
)


def _is_at_home(words: Sequence[Word], own: str) -> bool:
    """*made at home*, *built from Russian parts*, told by that state: its own making."""
    lows = [word.low for word in words]
    if "home" in lows or {"domestically", "domestic", "locally", "indigenously"} & set(lows):
        return True
    return any(low in states() and states()[low].name == own for low in lows)
