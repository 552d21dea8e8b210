"""How far weights can be relied on: their cost on known specimens, and where so few stop bearing them out.

Cllr and its smallest value after the best monotone rescaling: Brümmer & du Preez, Computer Speech & Language
20 (2006) 230-275. Rescaling by pool adjacent violators, both sides of equal mass. Bounds: Vergeer, van Es, de
Jongh, Alberink & Stoel, Science & Justice 56 (2016) 482-491: a weight is borne out as long as a decision by
it costs less than one without evidence, though each side had one specimen more, as misleading as can be.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sherd.attribute.calibrate import VALIDATED_FROM, Calibration, Tested, cllr_min, pooled
from sherd.model.reasoning import Reliability

STEP = 100
"""Thresholds to a ban at which the bounds are sought."""

DRAWS, SEED = 500, 20160
"""How often units are drawn again for the interval, always the same way."""

GREATEST = 9.0
"""Bans beyond which a weight is as good as infinite."""


def reliability(h1: str, h2: str, found: Calibration) -> Reliability:
    """What leave-one-event-out weights of a pair come to."""
    first, second = ([t.weight for t in side] for side in (found.first, found.second))
    shares1, shares2 = ([t.share for t in side] for side in (found.first, found.second))
    return Reliability(
        h1=h1,
        h2=h2,
        n1=found.units(first=True),
        n2=found.units(first=False),
        first=tuple(first),
        second=tuple(second),
        shares1=tuple(shares1),
        shares2=tuple(shares2),
        cllr=found.cllr,
        cllr_min=cllr_min(first, second, shares1, shares2),
        interval=interval(found),
        elub=elub(first, second, shares1, shares2),
        pav=rescaled(first, second, shares1, shares2),
        validation=validation(found.n),
    )


def validation(n: int) -> str:
    """What ``n`` independent units allow to be said of a method."""
    return (
        f"not validated: n = {n}"
        if n < VALIDATED_FROM
        else f"leave-one-event-out over n = {n} independent units"
    )


def rescaled(
    first: Sequence[float],
    second: Sequence[float],
    shares1: Sequence[float] | None = None,
    shares2: Sequence[float] | None = None,
) -> tuple[tuple[float, float], ...]:
    """Each weight with the weight that the known specimens bear out for it, in order (PAV)."""
    return tuple(
        (weight, math.inf if not q else -math.inf if not p else math.log10(p / q))
        for weights, p, q in pooled(first, second, shares1, shares2)
        for weight in weights
    )


def elub(
    first: Sequence[float],
    second: Sequence[float],
    shares1: Sequence[float] | None = None,
    shares2: Sequence[float] | None = None,
) -> tuple[float, float]:
    """Lower and upper bound (bans) of the weights that the known specimens bear out.

    >>> elub([1.301029995663981, 0.6989700043360189, -0.3010299956639812],
    ...      [-1.6989700043360187, -0.6989700043360187, 0.3010299956639812, -0.3010299956639812])
    (-0.07, 0.09)
    """
    one, two = _Side(first, shares1), _Side(second, shares2)
    low = max(min(one.least, two.least), -math.log10(one.mass + 1))
    high = min(max(one.most, two.most), math.log10(two.mass + 1))
    least, most = min(0, math.floor(low * STEP)), max(0, math.floor(high * STEP) + 1)
    borne_out = {step: _borne_out(step / STEP, one, two) for step in range(least, most + 1)}
    lower = max((step + 1 for step in borne_out if step <= 0 and not borne_out[step]), default=least)
    upper = min((step - 1 for step in borne_out if step >= 0 and not borne_out[step]), default=most)
    return min(lower, 0) / STEP, max(upper, 0) / STEP


def interval(found: Calibration) -> tuple[float, float]:
    """2.5 % and 97.5 % points of the cost when the units of each side are drawn again with replacement."""
    import numpy as np

    chance, costs = np.random.default_rng(SEED), np.zeros(DRAWS)
    for side, sign in ((found.first, 1), (found.second, -1)):
        units = np.array(_unit_costs(side, sign))
        drawn = units[chance.integers(0, len(units), (DRAWS, len(units)))].sum(axis=1)
        costs += drawn[:, 0] / drawn[:, 1] / 2
    low, high = np.quantile(costs, (0.025, 0.975))
    return float(low), float(high)


class _Side:
    """The weights of one side in order, with the mass at or above each."""

    def __init__(self, weights: Sequence[float], shares: Sequence[float] | None) -> None:
        pairs = sorted(zip(weights, shares or [1.0] * len(weights), strict=True))
        self.weights = [min(max(weight, -GREATEST), GREATEST) for weight, _ in pairs]
        self.below = [0.0, *accumulate(share for _, share in pairs)]
        self.mass = self.below[-1]
        self.least, self.most = self.weights[0], self.weights[-1]

    def above(self, threshold: float) -> float:
        """The mass of the weights greater than a threshold, compared as ratios."""
        return self.mass - self.below[bisect_right(self.weights, threshold + 1e-12)]


def _borne_out(threshold: float, one: _Side, two: _Side) -> bool:
    """Whether deciding by the weights costs no more than without, each side given one that misleads."""
    lr = math.pow(10, threshold)
    missed = 1 - one.above(threshold) / (one.mass + 1)
    accepted = (two.above(threshold) + 1) / (two.mass + 1)
    without = 1.0 if threshold >= 0 else lr
    return without >= missed + lr * accepted


def _unit_costs(side: Iterable[Tested], sign: int) -> list[tuple[float, float]]:
    """Cost and share of each unit of one side."""
    units: dict[str, list[tuple[float, float]]] = {}
    for tested in side:
        cost = math.log2(1 + 10.0 ** (-sign * tested.weight))
        units.setdefault(tested.unit, []).append((cost * tested.share, tested.share))
    return [(math.fsum(c for c, _ in found), math.fsum(s for _, s in found)) for found in units.values()]
