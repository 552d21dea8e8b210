"""How well weights of this kind are borne out by specimens whose line is known.

Each recovery event is left out in turn and its specimens weighed as if their line were not known. Cllr is the
mean cost of the likelihood ratios so found: 0 for a perfect method, 1 for one that says nothing, above 1 for
one that misleads (Brümmer & du Preez 2006). Below 20 units it is shown as not validated.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import frozen

from sherd.attribute.collection import Pool, Specimen
from sherd.attribute.dependence import DEFAULT, weights
from sherd.attribute.draws import Draw
from sherd.attribute.evidence import Scales, Weighable, findings
from sherd.attribute.observed import least_epsilon
from sherd.model.items import Feature

VALIDATED_FROM = 20
"""Independent units below which a calibration is not called one."""


@frozen
class Tested:
    """The weight that a specimen of known line got, and its share of the unit's weight."""

    specimen: str
    weight: float
    share: float
    unit: str = ""


@frozen
class Calibration:
    """Leave-one-event-out weights of the specimens of each side, over ``n`` independent units."""

    first: tuple[Tested, ...]
    second: tuple[Tested, ...]
    n: int

    def units(self, first: bool) -> int:
        """How many independent units one side has."""
        return len({tested.unit for tested in (self.first if first else self.second)})

    @property
    def cllr(self) -> float:
        """Their cost."""
        return cllr(
            [t.weight for t in self.first],
            [t.weight for t in self.second],
            [t.share for t in self.first],
            [t.share for t in self.second],
        )


def cllr(
    first: Sequence[float],
    second: Sequence[float],
    shares1: Sequence[float] | None = None,
    shares2: Sequence[float] | None = None,
) -> float:
    """Cost of weights (bans) where the first, or the second, hypothesis is known to be true. Formula (11).

    Raises ``ValueError`` where one side has no weights.

    >>> round(cllr([1, 2], [-1, -2]), 10)
    0.0759294084
    """
    if not first or not second:
        raise ValueError("a cost needs weights on both sides")
    costs1 = [math.log2(1 + 10.0**-weight) for weight in first]
    costs2 = [math.log2(1 + 10.0**weight) for weight in second]
    return (_mean(costs1, shares1) + _mean(costs2, shares2)) / 2


def cllr_min(
    first: Sequence[float],
    second: Sequence[float],
    shares1: Sequence[float] | None = None,
    shares2: Sequence[float] | None = None,
) -> float:
    """The cost left after the best monotone rescaling; ``ValueError`` where one side has no weights."""
    return math.fsum(_cost(p, q) for _, p, q in pooled(first, second, shares1, shares2)) / 2


Block: TypeAlias = tuple[tuple[float, ...], float, float]
"""Weights that are rescaled alike, and the mass that each side has there."""


def pooled(
    first: Sequence[float],
    second: Sequence[float],
    shares1: Sequence[float] | None = None,
    shares2: Sequence[float] | None = None,
) -> list[Block]:
    """Weights in order, those that must be rescaled alike together (pool adjacent violators).

    Each side has mass 1 in all. Raises ``ValueError`` where one side has no weights.
    """
    masses = _masses(first, shares1), _masses(second, shares2)
    blocks: list[Block] = []
    for weight in sorted({*first, *second}):
        blocks.append(((weight,), masses[0].get(weight, 0.0), masses[1].get(weight, 0.0)))
        while len(blocks) > 1 and _odds(blocks[-2]) >= _odds(blocks[-1]):
            (lower, a, b), (upper, c, d) = blocks[-2:]
            blocks[-2:] = [((*lower, *upper), a + c, b + d)]
    return blocks


def _masses(weights: Sequence[float], shares: Sequence[float] | None) -> dict[float, float]:
    """The share of a side's mass that stands at each weight."""
    if not weights:
        raise ValueError("a cost needs weights on both sides")
    shares = shares or [1.0] * len(weights)
    total, found = math.fsum(shares), dict[float, float]()
    for weight, share in zip(weights, shares, strict=True):
        found[weight] = found.get(weight, 0.0) + share / total
    return found


def leave_one_event_out(
    draws: tuple[Draw, Draw], pools: tuple[Pool, Pool], features: Sequence[Feature], fixed: Scales
) -> Calibration | None:
    """Weigh every specimen of two pools without its event; ``None`` where they overlap or one is empty.

    A specimen that was examined for none of the features tests nothing.
    """
    wanted = frozenset(feature.id for feature in features)
    one, two = (Pool(tuple(s for s in pool.specimens if wanted & s.values.keys())) for pool in pools)
    if not one.specimens or not two.specimens or set(one.unit_of) & set(two.unit_of):
        return None
    pools = one, two
    units = {specimen.unit: _together(pools, specimen.unit) for pool in pools for specimen in pool.specimens}
    tested = [
        tuple(_test(s, units[s.unit], pool, draws, pools, features, fixed) for s in pool.specimens)
        for pool in pools
    ]
    return Calibration(tested[0], tested[1], n=len(units))


def _test(
    specimen: Specimen,
    gone: frozenset[str],
    pool: Pool,
    draws: tuple[Draw, Draw],
    pools: tuple[Pool, Pool],
    features: Sequence[Feature],
    fixed: Scales,
) -> Tested:
    seen = [
        Weighable(f, specimen.values[f.id], least_epsilon(f), *draws, *pools)
        for f in features
        if f.id in specimen.values
    ]
    weight = weights(findings(seen, fixed, gone))[DEFAULT]
    return Tested(specimen.id, weight, 1 / len(pool.members[specimen.unit]), specimen.unit)


def _together(pools: Iterable[Pool], unit: str) -> frozenset[str]:
    return frozenset(specimen.id for pool in pools for specimen in pool.members.get(unit, ()))


def _mean(values: Sequence[float], shares: Sequence[float] | None) -> float:
    shares = shares or [1.0] * len(values)
    return math.fsum(v * s for v, s in zip(values, shares, strict=True)) / math.fsum(shares)


def _odds(block: Block) -> float:
    _, first, second = block
    return first / second if second else math.inf


def _cost(first: float, second: float) -> float:
    """Cost of a block that holds these masses of the two sides, rescaled to its own odds."""
    total = first + second
    return -sum(mass * math.log2(mass / total) for mass in (first, second) if mass)
