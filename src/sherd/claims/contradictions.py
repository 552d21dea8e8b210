"""Which claims cannot both be right: a rule that anyone can apply by hand.

Two stands contradict each other where one holds what the other denies: the same family of action, by the
same actor, of the same things, to the same recipient or in the same place, on days that overlap; what is not
said agrees with anything. Things are the same only as far as class, type and origin go: *copies* are not
*Iranian-made*, and what nobody says comes from Iran is not *Iranian drones*. Type is never set against
origin, nor a denial of use against a claim of supply: such pairs are tensions at most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from sherd.claims.lexicon import states, vocabulary
from sherd.model.stances import STRENGTHS, Contradiction, Matter, Stand, Strength

REMARKS = frozenset({"IDENTIFY_AS", "MATCH", "DIFFER", "INSPECT", "SANCTION", "REQUEST", "URGE", "OTHER"})
"""Actions that are never set against anything: findings of type and origin, appeals, and what has no word."""

ANYTHING = vocabulary(
    "shipment delivery deliverie transfer export sale consignment supply supplie cargo good thing item "
    "product unit "
    "equipment material single anything component technology batch container operation"
)
"""Nouns, without their *s*, for whatever things are meant."""

EASES = ("SLOW_ENRICHMENT", "DILUTE", "REDUCE_NUCLEAR")
"""Steps that lessen a threat."""

WEAPON = "weapon"
ARMED = frozenset({"drone", "missile", "ammunition", "warhead"})
"""Classes of things that whoever denies *weapons* may deny as well."""


def contradictions(stands: Sequence[Stand]) -> tuple[Contradiction, ...]:
    """Every contradiction and tension among stands, the strong ones first, else in the order given."""
    kept = [stand for stand in stands if stand.holds is not None and stand.family not in REMARKS]
    pairs = ((kept[one], kept[other]) for one, other in sorted(_meeting(kept)))
    found = [pair for a, b in pairs if (pair := between(a, b)) is not None]
    return tuple(sorted(found, key=lambda pair: STRENGTHS.index(pair.strength)))


def _meeting(stands: Sequence[Stand]) -> set[tuple[int, int]]:
    """The pairs that can pull against each other at all, by place: few of all, where many are laid together.

    Every rule asks for one action by one actor, for one proposition of the record, or for things of a state
    whose deed the other is; pairs that share none of these need no look.
    """
    held: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for n, stand in enumerate(stands):
        if stand.holds:
            for key in _offers(stand):
                held[key].append(n)
    return {
        (min(n, other), max(n, other))
        for n, stand in enumerate(stands)
        for key in _asks(stand)
        for other in held.get(key, ())
        if other != n
    }


def _offers(held: Stand) -> Iterator[tuple[str | None, ...]]:
    """Under which keys a stand that holds something is found."""
    actor = held.actor.casefold() if held.actor else None
    yield "by", held.family, actor
    yield "all", held.family
    if held.proposition is not None:
        yield "on", held.family, held.proposition
    if held.matter is not None:
        for owner in {held.matter.origin, held.matter.supplier} - {None}:
            yield "of", held.family, owner


def _asks(stand: Stand) -> Iterator[tuple[str | None, ...]]:
    """Under which keys those are found that a stand may pull against."""
    if stand.holds:
        for easing in EASES if stand.family == "THREATEN" else ():
            yield from _by(stand.actor, easing)
        return
    yield from _by(stand.actor, stand.family.removeprefix("INTEND_"))
    yield from _by(stand.actor, stand.family)
    yield "on", stand.family, stand.proposition
    if stand.family == "USE":
        owner = stand.matter.origin if stand.matter else None
        for actor in {stand.party, owner} - {None}:
            yield "by", "SUPPLY", actor.casefold() if actor else None
    elif stand.family == "SUPPLY":
        yield "of", "USE", stand.actor


def _by(actor: str | None, family: str) -> Iterator[tuple[str | None, ...]]:
    if actor is None:
        yield "all", family
    else:
        yield "by", family, actor.casefold()
        yield "by", family, None


def between(a: Stand, b: Stand) -> Contradiction | None:
    """How two stands pull against each other; None where they go together.

    The one that denies comes first.
    """
    if a.dup_of == b.id or b.dup_of == a.id:
        return None
    first, second = (a, b) if a.holds is False or b.holds is not False else (b, a)
    return _contradicts(first, second) or _tension(first, second)


def _contradicts(denied: Stand, held: Stand) -> Contradiction | None:
    if denied.holds is not False or held.holds is not True or denied.family != held.family:
        return None
    judged_one = denied.proposition is not None and denied.proposition == held.proposition
    same = "the same proposition in the record" if judged_one else _same(denied, held)
    if same is None or not _days_meet(denied, held):
        return None
    apart = not judged_one and denied.proposition is not None and held.proposition is not None
    if apart:
        same += f"; the record has them on {denied.proposition!r} and {held.proposition!r}"
    wider = not judged_one and _is_wider(denied.matter, held.matter)
    if wider:
        same += f"; {_words(held)} count among weapons where they are armed"
    open_ = wider or (not judged_one and (_is_open(denied.matter) or _is_open(held.matter)))
    firm = denied.firm and held.firm and not apart and not open_
    strength: Strength = "strong" if firm else "weak"
    return Contradiction(a=denied, b=held, strength=strength, reason=_reason(denied, held, same))


def _words(stand: Stand) -> str:
    return stand.matter.words if stand.matter else "things"


def _same(denied: Stand, held: Stand) -> str | None:
    """In which words the two are about the same; None where they are not."""
    if not _agree(denied.actor, held.actor):
        return None
    if not _same_place(denied, held):
        return None
    return _covers(denied.matter, held.matter)


def _agree(a: str | None, b: str | None) -> bool:
    """Whether the two may be one; of several named together, one is enough."""
    return a is None or b is None or a.casefold() == b.casefold() or bool(_each(a) & _each(b))


def _each(name: str) -> frozenset[str]:
    """*Chad and Mali*: the two, where they are states; any other name by itself."""
    parts = frozenset(_PARTS.split(name.casefold()))
    return parts if all(part in states() for part in parts) else frozenset({name.casefold()})


_PARTS = re.compile(r", | and ")


def _same_place(a: Stand, b: Stand) -> bool:
    """Recipient against recipient, place against place; where one of each is said, they may be one."""
    said = [
        (one, other)
        for one, other in ((a.recipient, b.recipient), (a.place, b.place))
        if one is not None and other is not None
    ]
    return all(_in(*each) for each in said) if said else _in(a.place or a.recipient, b.place or b.recipient)


def _in(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    a, b = a.casefold(), b.casefold()
    if a == b:
        return True
    if _each(a) & _each(b):
        return True
    if all(part in states() for part in _each(a) | _each(b)):
        return False  # Niger is not Nigeria, nor South Sudan Sudan
    return any(re.search(rf"\b{re.escape(one)}\b", other) is not None for one, other in ((a, b), (b, a)))


def _covers(denied: Matter | None, held: Matter | None) -> str | None:
    """Whether what is held falls under what is denied, and in which words."""
    if denied is None or held is None:
        return "what it concerns is left open"
    if not _of_class(denied, held):
        return None
    if denied.type and held.type and denied.type != held.type:
        return None
    if denied.origin is None:
        return f"{denied.words}, whatever their origin"
    if held.made == "copy" and denied.made != "copy":
        return None
    if held.origin == denied.origin:
        return f"things of {denied.origin}"
    if held.origin is None and held.supplier == denied.origin:
        return f"things that {held.supplier} is said to supply"
    return None


def _of_class(denied: Matter, held: Matter) -> bool:
    """Whether things held can be among those denied, as their classes tell; drones are among *weapons*."""
    if denied.class_ is not None and denied.class_ == held.class_:
        return True
    if denied.class_ is None or held.class_ is None:
        return _is_open(denied) or _is_open(held) or _noun(denied.words) == _noun(held.words)
    return _is_wider(denied, held)


def _is_open(matter: Matter | None) -> bool:
    """Whether it is left open what things are meant: nothing is said of them, or *goods*, *any shipments*."""
    return matter is None or (matter.class_ is None and _noun(matter.words) in ANYTHING)


def _noun(words: str) -> str:
    """The noun of a thing in the singular, as far as its ending tells."""
    return (re.split(r" (?:of|for|from|in|to|with) ", words.casefold())[0].split() or [""])[-1].removesuffix(
        "s"
    )


def _is_wider(denied: Matter | None, held: Matter | None) -> bool:
    """Whether what is denied is weapons of any class, and what is held one class that can be a weapon."""
    return denied is not None and held is not None and denied.class_ == WEAPON and held.class_ in ARMED


def _days_meet(a: Stand, b: Stand) -> bool:
    first, second = a.happened, b.happened
    return first is None or second is None or first.overlaps(second)


def _reason(denied: Stand, held: Stand, same: str) -> str:
    did = "took for granted" if held.granted else "said"
    side = "; both speak for one side" if denied.party == held.party else ""
    unsure = [stand.speaker for stand in (denied, held) if not stand.firm]
    hedge = f"; the words of {' and '.join(unsure)} are hedged" if unsure else ""
    return (
        f"{denied.speaker} denied what {held.speaker} {did} "
        f"({held.family.lower().replace('_', ' ')}; {same}){side}{hedge}"
    )


# -- tensions ------------------------------------------------------------------------------------------------


def _tension(a: Stand, b: Stand) -> Contradiction | None:
    for rule in TENSIONS:
        for one, other in ((a, b), (b, a)):
            said = rule(one, other)
            if said is not None and _days_meet(one, other):
                return Contradiction(a=one, b=other, strength="tension", reason=said)
    return None


def _use_and_supply(denied: Stand, held: Stand) -> str | None:
    """Denied use beside claimed supply of the same things, by those who deny."""
    if (denied.holds, denied.family, held.holds, held.family) != (False, "USE", True, "SUPPLY"):
        return None
    if held.granted or held.actor is None or _covers(denied.matter, held.matter) is None:
        return None
    owner = denied.matter.origin if denied.matter else None
    if held.actor not in {denied.party, owner}:
        return None
    return f"{denied.speaker} denied use, {held.speaker} claimed supply: that is no denial of supply"


def _supply_and_use(denied: Stand, held: Stand) -> str | None:
    """Denied supply beside claimed use, by the recipient, of things of the supplier."""
    if (denied.holds, denied.family, held.holds, held.family) != (False, "SUPPLY", True, "USE"):
        return None
    matter = held.matter
    if held.granted or matter is None or denied.actor is None or matter.made == "copy":
        return None
    if denied.actor not in {matter.origin, matter.supplier} or not _agree(denied.recipient, held.actor):
        return None
    return (
        f"{denied.speaker} denied supply, {held.speaker} claimed use of {matter.words} by "
        f"{held.actor or 'someone'}: use shows no supply by itself"
    )


def _intent_and_deed(denied: Stand, held: Stand) -> str | None:
    """A denied intention beside the deed."""
    if denied.holds is not False or held.holds is not True or denied.family != f"INTEND_{held.family}":
        return None
    if not (_agree(denied.actor, held.actor) and _covers(denied.matter, held.matter)):
        return None
    return f"{denied.speaker} denied the intention, {held.speaker} claimed the deed"


def _threat_and_restraint(threat: Stand, restraint: Stand) -> str | None:
    """A growing threat beside steps that lessen it."""
    if (
        threat.family != "THREATEN"
        or restraint.family not in EASES
        or not restraint.holds
        or not threat.holds
    ):
        return None
    if not _agree(threat.actor, restraint.actor):
        return None
    return f"{threat.speaker} spoke of a threat, {restraint.speaker} of a step that lessens it"


TENSIONS: tuple[Callable[[Stand, Stand], str | None], ...] = (
    _use_and_supply,
    _supply_and_use,
    _intent_and_deed,
    _threat_and_restraint,
)
"""Rules for pairs that pull apart without excluding each other."""


def strongest(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """Those that cannot both be right."""
    return (pair for pair in found if pair.strength == "strong")
