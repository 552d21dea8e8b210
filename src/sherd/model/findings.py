"""What a comparison brings to light: one observed agreement or difference at a time, each with its reason.

A finding says ``shared``, ``similar``, ``differs`` or ``not_examined``. What nobody examined is never a
difference. Items and components are named by their ids; a sentence, the ``basis``, says why.
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from sherd.model.row import STATES

State = Literal["shared", "similar", "differs", "not_examined"]

FINDING_STATES: tuple[State, ...] = ("shared", "similar", "differs", "not_examined")
"""How two things compare, from full agreement to nothing known."""

_SAYS_NOT = re.compile(r"NOT(_[A-Z]+)+")


def is_unseen(value: str) -> bool:
    """Whether an observed value says that nothing was seen; ``ABSENT`` was looked for, and is a value.

    >>> is_unseen("NOT_VISIBLE"), is_unseen("NOT_ASSESSED"), is_unseen("ABSENT"), is_unseen("not painted")
    (True, True, False, False)
    """
    word = value.strip()
    return not word or word in _UNSEEN or bool(_SAYS_NOT.fullmatch(word))


_UNSEEN = frozenset(STATES) - {"examined", "ABSENT"}


@frozen(kw_only=True)
class Finding:
    """How one slot (a navigation module, a skin) compares between two items.

    ``component`` is the slot in words; ``component_a`` and ``component_b`` are component ids, ``None`` where
    that item's record lists nothing for the slot.
    """

    a: str
    b: str
    component: str
    component_a: str | None = None
    component_b: str | None = None
    state: State
    basis: str


@frozen(kw_only=True)
class LevelCount:
    """How many reference specimens show a value of a feature."""

    value: str
    n: int


@frozen(kw_only=True)
class FeatureFinding:
    """How an item compares with a documented line, or with one reference specimen, in one feature.

    ``shared``: every specimen in which it was observed shows the item's value; ``similar``: some do, or a
    measurement lies within three standard deviations; ``differs``: none does; ``not_examined``: not observed
    on the item or on no specimen. ``n`` specimens were observed out of ``of`` documented. ``outside`` names
    specimens that are not counted, because they lie outside the time window around the item.
    """

    item: str
    feature: str
    group: str
    link: str
    item_value: str | None = None
    other: str
    other_kind: Literal["line", "reference"]
    other_values: tuple[LevelCount, ...] = ()
    n: int
    of: int
    outside: tuple[str, ...] = ()
    state: State
    basis: str


@frozen(kw_only=True)
class Sharing:
    """In how many distinct systems and specimens a part is documented, out of how many.

    ``of`` counts systems with at least one examined component, ``specimens_of`` such specimens. Specimens of
    one recovery event, and records that are possibly one object, count once: ``not_counted`` names the item
    records left out for that. ``examined_for`` counts the specimens of which a part that does the same was
    examined or found absent, ``None`` where a record does not say what it does. ``weight`` (bans) is the
    rarity of the part; a commodity part has next to none.
    """

    part: str
    makers: tuple[str, ...] = ()
    systems: tuple[str, ...]
    of: int
    specimens: tuple[str, ...]
    specimens_of: int
    examined_for: int | None = None
    not_counted: tuple[str, ...] = ()
    commodity: bool = False
    weight: float = 0.0
    rarity: str
    basis: str


Relation = Literal["same base", "same family", "read alike"]


@frozen(kw_only=True)
class RelatedParts:
    """Different part numbers that are related: ``parts`` (folded) and the items that list them."""

    relation: Relation
    name: str
    parts: tuple[str, ...]
    items: tuple[str, ...]
    basis: str


SpeaksOf = Literal["design", "factory", "supply", "one object"]
"""What an agreement speaks of: a design lineage, a factory or bench, a supply, or one object seen twice."""


@frozen(kw_only=True)
class SharedMark:
    """A mark other than a part number that several items bear, of ``of`` items with a mark of its type."""

    type: str
    value: str
    items: tuple[str, ...]
    of: int
    speaks_of: SpeaksOf
    basis: str


@frozen(kw_only=True)
class FeatureChange:
    """One column of a feature that was changed after an item in question had been opened."""

    feature: str
    column: str
    was: str
    now: str


@frozen(kw_only=True)
class FeatureShift:
    """A row of the difference table that says something else under the changed table: both results."""

    item: str
    other: str
    feature: str
    was: str
    now: str


@frozen(kw_only=True)
class OneObject:
    """How probable it is that two records are one object: from ``low`` to ``high``, on declared assumptions.

    ``ratio_low`` and ``ratio_high`` (bans) say how much better one object explains what agrees than two do;
    ``reasons`` names every assumption.
    """

    low: float
    high: float
    ratio_low: float
    ratio_high: float
    reasons: tuple[str, ...]


@frozen(kw_only=True)
class SameObject:
    """Two records that are possibly one physical object, listed twice.

    ``a`` and ``b`` are both item ids or both component ids, as ``kind`` says; ``item_a`` and ``item_b`` are
    the items that they stand in. ``sign`` is the surest kind of agreement, ``chance`` says in words how often
    two different objects would agree so far, ``probability`` in numbers, ``None`` where a person only asks;
    ``judged`` is a person's decision: ``same``, ``different``, ``disputed`` where two people disagree, or
    ``undecided``; ``counted`` says how the two are counted meanwhile.
    """

    a: str
    b: str
    kind: Literal["item", "component"]
    item_a: str
    item_b: str
    reasons: tuple[str, ...]
    sign: str
    chance: str
    probability: OneObject | None = None
    judged: str | None = None
    counted: str

    @property
    def one_find(self) -> bool:
        """Whether the two count as one find: until a person has judged that they are two."""
        return self.judged != "different"


@frozen(kw_only=True)
class PairSummary:
    """How two items compare over all their slots: numbers of slots by state, and a score in bans.

    The score is the summed rarity of the parts that they share, and of the base parts at half: it speaks of
    one design lineage, ranks neighbours and is not a weight of evidence. ``factory`` and ``supply`` name the
    shared marks that speak of one factory and of one supply; they are never added to the score.
    """

    a: str
    b: str
    shared: int
    similar: int
    differs: int
    not_examined: int
    score: float
    basis: str
    factory: tuple[str, ...] = ()
    supply: tuple[str, ...] = ()


@frozen(kw_only=True)
class Comparison:
    """The result of comparing items of a case: findings, sharing, and what may be one object twice.

    ``pairs`` holds findings slot by slot, ``summaries`` one row for every two items compared, ``left_out``
    a sentence for everything that was counted but is not listed; ``bases`` is ``sharing`` for base parts
    that stand in several ordering codes.
    """

    case: str
    items: tuple[str, ...]
    pairs: tuple[Finding, ...] = ()
    summaries: tuple[PairSummary, ...] = ()
    sharing: tuple[Sharing, ...] = ()
    bases: tuple[Sharing, ...] = ()
    same_objects: tuple[SameObject, ...] = ()
    features: tuple[FeatureFinding, ...] = ()
    related: tuple[RelatedParts, ...] = ()
    marks: tuple[SharedMark, ...] = ()
    table_changes: tuple[FeatureChange, ...] = ()
    table_shifts: tuple[FeatureShift, ...] = ()
    left_out: tuple[str, ...] = ()
