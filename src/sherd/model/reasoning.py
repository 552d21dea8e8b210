"""What stands beside the weights: how far the method is tested, how accounts compete, what to look at next.

Weights are in bans, as in ``weights``; probabilities lie in [0, 1].
"""

from __future__ import annotations

import math
from typing import Literal

from attrs import frozen

Letter = Literal["CC", "C", "N", "I", "II"]
"""Very consistent, consistent, not observed, inconsistent, very inconsistent: beside the best account."""


@frozen(kw_only=True)
class Reliability:
    """How weights of one pair fare on specimens whose line is known, each recovery left out in turn.

    ``first`` and ``second`` are the weights of the specimens of either side, with ``shares1`` and ``shares2``
    their shares of their unit; ``n1`` and ``n2`` count units. ``cllr`` is the cost, ``cllr_min`` what is left
    of it after the best monotone rescaling, ``cllr_cal`` the difference. ``interval`` holds the 2.5 % and
    97.5 % points of the cost when units are drawn again with replacement. ``elub`` are the bounds (bans)
    beyond which so few known specimens cannot bear weights out. ``pav`` pairs each weight with its rescaled
    one, infinite where only one side has it. ``validation`` says what so many units allow to be said.
    """

    h1: str
    h2: str
    n1: int
    n2: int
    first: tuple[float, ...]
    second: tuple[float, ...]
    shares1: tuple[float, ...]
    shares2: tuple[float, ...]
    cllr: float
    cllr_min: float
    interval: tuple[float, float]
    elub: tuple[float, float]
    pav: tuple[tuple[float, float], ...]
    validation: str

    @property
    def n(self) -> int:
        """Independent units of both sides."""
        return self.n1 + self.n2

    @property
    def cllr_cal(self) -> float:
        """The part of the cost that a rescaling would mend."""
        return self.cllr - self.cllr_min


@frozen(kw_only=True)
class Stand:
    """How well one account fits one finding: log10 P(finding | account), and how far below the best fit."""

    hypothesis: str
    log10_p: float
    below: float
    letter: Letter


@frozen(kw_only=True)
class EvidenceRow:
    """One feature against every account; ``diagnosticity`` is the best fit less the worst, in bans.

    A feature that was not observed has no stands and the letter N for every account.
    """

    feature: str
    group: str
    link: str
    value: str | None
    stands: tuple[Stand, ...]
    diagnosticity: float


@frozen(kw_only=True)
class Inconsistency:
    """What speaks against one account: the shortfalls of its I and II, tempered in groups, and how many."""

    hypothesis: str
    bans: float
    inconsistent: int
    very_inconsistent: int


@frozen(kw_only=True)
class Matrix:
    """The accounts that compete, least inconsistent first, against the evidence, most telling first."""

    accounts: tuple[Inconsistency, ...]
    rows: tuple[EvidenceRow, ...]


@frozen(kw_only=True)
class Turn:
    """What one value of a feature that was not observed would do: to the weight, and to what it is called."""

    value: str
    default: float
    reported: float
    words: str


@frozen(kw_only=True)
class Examination:
    """A feature that nobody has observed on the item, and what it could be expected to change.

    ``expected`` is the change of the default weight of ``h1`` against ``h2``, each value's by its probability
    under the two (half each); ``alone`` the same without regard to what else its group holds. ``words`` is
    what to do; ``turns`` lists the values that would change what the pair is called.
    """

    feature: str
    group: str
    link: str
    h1: str
    h2: str
    expected: float
    alone: float
    words: str
    turns: tuple[Turn, ...] = ()


def moved(prior: float, weight: float) -> float:
    """What the prior probability of the first of two accounts becomes by a weight in bans: Bayes' rule.

    >>> [round(moved(p, 1.3850698697), 6) for p in (0.1, 0.3, 0.5)]
    [0.729486, 0.912292, 0.960427]
    """
    odds = prior * math.pow(10, weight)
    return odds / (odds + 1 - prior)


@frozen(kw_only=True)
class Posterior:
    """How probable an account is after the findings, given the prior that the user states.

    ``low`` and ``high`` are the ends over the grid of settings. ``against_rest`` is the weight (bans) of the
    account against all others together, each by its prior, at the default settings, ``against_rest_reported``
    the weakest of the grid, 0 where the grid does not agree on a sign; ``None`` where no other has a prior.
    """

    hypothesis: str
    prior: float
    default: float
    low: float
    high: float
    against_rest: float | None = None
    against_rest_reported: float | None = None


@frozen(kw_only=True)
class Update:
    """What a stated prior becomes; or, where a pair of the accounts is refused, why no posterior is given."""

    posteriors: tuple[Posterior, ...] = ()
    refused: tuple[str, ...] = ()
