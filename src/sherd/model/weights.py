"""How much the findings weigh for one account of an item against another, and every reason for the number.

Weights are in bans: the base-10 logarithm of how many times more probable a finding is if the first
hypothesis is true than if the second is. ``+1`` means ten times more probable under the first, ``-1`` ten
times more probable under the second. A weight never says how probable a hypothesis is.

Nothing here computes: ``sherd.attribute`` fills these nouns, dossier and charts read them.
"""

from __future__ import annotations

import math
import sys
from typing import Literal

from attrs import field, frozen

from sherd.model.findings import FeatureChange
from sherd.model.reasoning import Examination, Matrix, Reliability

Labels = Literal["independent", "publisher"]
"""Which reference labels were believed: those known independently, or the publishers' words as well."""


def _ratio(weight: float) -> float:
    return math.pow(10.0, max(-_GREATEST, min(_GREATEST, weight)))


_GREATEST = float(sys.float_info.max_10_exp)


@frozen(kw_only=True)
class FeatureWeight:
    """One finding: how probable the observed value is under each hypothesis, and from which counts.

    ``p1`` and ``p2`` are probabilities (densities per unit of measurement for a number) after contamination;
    ``weight`` is log10(p1/p2) in bans before the group is tempered.
    """

    feature: str
    group: str
    link: str
    value: str
    p1: float
    p2: float
    weight: float
    epsilon: float
    basis: str


@frozen(kw_only=True)
class GroupWeight:
    """Findings that depend on each other, weighed together: ``tempering`` times the sum of their weights."""

    group: str
    tempering: float
    weight: float
    features: tuple[FeatureWeight, ...]
    basis: str


@frozen(kw_only=True)
class SharedModules:
    """What the modules compared say of two makers (or countries), by the systems that hold them.

    ``lr`` is the likelihood ratio of the first side against the second over all ``compared`` modules, taken
    one by one without regard to their dependence; ``matching`` of them are documented in a system of the
    first side; ``chance`` is the probability that at least one would match if the item were the second's.
    ``bears_on`` says which question it answers. ``weighed`` says whether it entered the weight of the pair
    (tempered with its group, if so), ``why`` why not.
    """

    lr: float
    weight: float
    compared: int
    matching: int
    chance: float
    bears_on: str
    basis: str
    weighed: bool = False
    why: str = ""


@frozen(kw_only=True)
class Cell:
    """The weight under one choice of the method's three settings."""

    pseudo_count: float
    rho: float
    epsilon: float
    weight: float


@frozen(kw_only=True)
class LeaveOut:
    """What the weight would be without one feature, group, specimen or recovery event.

    ``name`` is the feature, the group, or the id of the item or event left out; ``words`` the expression
    that the pair would then carry, and ``changes`` whether that differs from what it carries now.
    """

    kind: Literal["feature", "group", "specimen", "event"]
    name: str
    default: float
    reported: float
    words: str
    changes: bool


@frozen(kw_only=True)
class Refusal:
    """Why no conclusion is given for a pair, by the key of the rule, and what record would lift it."""

    rule: str
    reason: str
    lifted_by: str


@frozen(kw_only=True)
class Unweighed:
    """A finding that is shown beside the weights but adds nothing to them, with the reason."""

    feature: str
    group: str
    link: str
    value: str
    reason: str


@frozen(kw_only=True)
class Unused:
    """Material of the record that was not used: the sheet and id it stands under, and why."""

    sheet: str
    id: str
    what: str
    why: str


@frozen(kw_only=True)
class PairWeight:
    """Two hypotheses weighed against each other; every weight is log10 LR(h1 : h2), in bans.

    ``default`` is the weight at the default settings, ``lo`` and ``hi`` the ends of the sensitivity grid,
    ``reported`` the weakest weight on the grid, 0 where the grid does not agree on a sign. ``ceiling`` is
    the most that the reference collection can verify, signed like ``default``. ``words`` is the verbal
    expression, ``favours`` the hypothesis it speaks for (``None``: neither), ``sentence`` the whole of it.
    ``n1`` and ``n2`` count independent units of the collection that each side draws on, at their smallest.
    """

    h1: str
    h2: str
    default: float
    reported: float
    lo: float
    hi: float
    ceiling: float
    words: str
    favours: str | None
    sentence: str
    refused: tuple[Refusal, ...]
    groups: tuple[GroupWeight, ...]
    grid: tuple[Cell, ...]
    leave_outs: tuple[LeaveOut, ...]
    n1: int
    n2: int
    unweighed: tuple[Unweighed, ...] = ()
    modules: tuple[SharedModules, ...] = ()
    levels_sensitivity: tuple[tuple[str, float], ...] = ()
    """``("C-1", W)`` and ``("C+1", W)``: the default weight with one level fewer and one more."""

    @property
    def lr(self) -> float:
        """The likelihood ratio of the reported weight, as far as a number holds it."""
        return _ratio(self.reported)

    @property
    def default_lr(self) -> float:
        """The likelihood ratio at the default settings, likewise."""
        return _ratio(self.default)

    @property
    def disfavours(self) -> str:
        """The other hypothesis than the one that is favoured; the first, where neither is."""
        return self.h2 if self.favours == self.h1 else self.h1

    @property
    def changing(self) -> tuple[LeaveOut, ...]:
        """What would change the conclusion if it were left out."""
        return tuple(left for left in self.leave_outs if left.changes)


@frozen(kw_only=True)
class Condition:
    """A point of the authenticity checklist: whether the record meets it, and where it says so."""

    point: str
    met: Literal["yes", "no", "unknown"]
    basis: str


@frozen(kw_only=True)
class BreakEven:
    """How probable planting or mixing would have to be to cancel a pair's reported weight."""

    h1: str
    h2: str
    probability: float
    sentence: str


@frozen(kw_only=True)
class Levels:
    """How many values of a feature the method reckons with, ``count`` = those seen + 1 for any other."""

    feature: str
    seen: tuple[str, ...]
    count: int


@frozen(kw_only=True)
class Collected:
    """One production line of the reference collection: its specimens and the independent units they make."""

    line: str
    specimens: tuple[str, ...]
    units: int


@frozen(kw_only=True)
class MethodCard:
    """By which method, settings and tables the numbers were made, and how far the method is tested.

    ``n`` counts the independent reference units over all lines; ``cllr`` holds (h1, h2, leave-one-event-out
    cost) of each pair for which it can be reckoned; ``validation`` says what ``n`` allows to be said.
    """

    method: str
    version: str
    scale: str
    feature_table: str
    settings: str
    n: int
    validation: str
    cllr: tuple[tuple[str, str, float], ...] = ()
    reliability: tuple[Reliability, ...] = ()


@frozen(kw_only=True)
class PairMoved:
    """A pair under the feature table when the item was opened, and now; in bans, as in ``PairWeight``."""

    h1: str
    h2: str
    default_was: float
    default_now: float
    reported_was: float
    reported_now: float
    said_was: str
    said_now: str

    @property
    def moved(self) -> bool:
        """Whether the change of the table changed a weight or what is said of it."""
        same = math.isclose(self.default_was, self.default_now, abs_tol=1e-9)
        same = same and math.isclose(self.reported_was, self.reported_now, abs_tol=1e-9)
        return not same or self.said_was != self.said_now


@frozen(kw_only=True)
class EarlierTable:
    """What was changed of the feature table after an item in question was opened, and both results."""

    changes: tuple[FeatureChange, ...]
    pairs: tuple[PairMoved, ...]


@frozen(kw_only=True)
class Attribution:
    """What an item's findings support, once for each set of reference labels that was believed."""

    case: str
    item: str
    labels: Labels
    assumption: str
    """What is assumed about the labels, in one sentence."""
    opening: str
    """How every conclusion opens because of the item's custody; empty where custody is documented."""
    lead_only: bool
    """Custody is broken: an investigative lead, not evidence."""
    pairs: tuple[PairWeight, ...]
    conditions: tuple[Condition, ...]
    break_even: tuple[BreakEven, ...]
    unused: tuple[Unused, ...]
    does_not_fit: tuple[str, ...]
    """Findings that speak against what is concluded, one sentence each."""
    novel: tuple[tuple[str, str], ...]
    """(feature, value) of the item that no reference specimen shows."""
    collection: tuple[Collected, ...]
    levels: tuple[Levels, ...]
    method: MethodCard
    matrix: Matrix
    examinations: tuple[Examination, ...]
    """What to look at next, the most telling first."""
    warnings: tuple[str, ...] = field(default=())
    """What a reader must be told besides: features decided after the item was opened, and the like."""
    earlier: EarlierTable | None = field(default=None)
    """Both results, where the feature table was changed after an item in question was opened."""

    def pair(self, h1: str, h2: str) -> PairWeight:
        """The pair in that order. Raises ``ValueError`` where the two were not weighed so."""
        for pair in self.pairs:
            if (pair.h1, pair.h2) == (h1, h2):
                return pair
        raise ValueError(f"{h1!r} against {h2!r} was not weighed for item {self.item!r}")
