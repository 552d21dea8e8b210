"""How long things take from manufacture to recovery, over many of them.

Turnbull's estimate fits intervals of days, whatever their width, without supposing a shape. For dates read
from marks both ends are possible (closed intervals); for inspections at which something was or was not yet
there the left end is not (half open): that is the parameter ``closed``.

Late lots can only have shown short lags: a part made three months before the last recovery cannot have
travelled a year. ``right_truncated`` corrects for that, relative to the longest lag that could be seen.

Sources: Turnbull, JRSS B 38 (1976) 290; Lagakos, Barraj & De Gruttola, Biometrika 75 (1988) 515.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from sherd.model.timing import LagDistribution, Mass

SMALL = 1e-7
"""A mass below this is not shown: the fit has taken it away."""


def turnbull(
    intervals: Sequence[tuple[float, float]],
    *,
    closed: bool = True,
    weights: Sequence[float] | None = None,
    tolerance: float = 1e-12,
    rounds: int = 200_000,
) -> LagDistribution:
    """The distribution that makes the intervals most probable; ``inf`` is an open right end.

    ``weights`` counts each interval (items of one strike share a weight of 1). Raises ValueError for no
    interval, one that ends before it begins, a half-open one of no length that is not a single point, or a
    fit that does not settle.

    >>> found = turnbull([(0, 2), (1, 3)])
    >>> [(mass.left, mass.right, mass.p) for mass in found.masses]
    [(1, 2, 1.0)]
    """
    import numpy as np

    _check(intervals, weights)
    masses = innermost(intervals, closed)
    inside = np.array(
        [[_holds(interval, mass, closed) for mass in masses] for interval in intervals], dtype=float
    )
    counted = np.ones(len(intervals)) if weights is None else np.asarray(weights, dtype=float)
    p = np.full(len(masses), 1 / len(masses))
    for done in range(1, rounds + 1):  # noqa: B007
        expected = p * ((counted / (inside @ p)) @ inside) / counted.sum()
        moved = float(np.abs(expected - p).max())
        p = expected
        if moved < tolerance:
            break
    else:
        raise ValueError(f"the fit did not settle within {rounds:,} rounds")
    log_likelihood = float(counted @ np.log(inside @ p))
    kept = [
        Mass(left, right, float(share))
        for (left, right), share in zip(masses, p, strict=True)
        if share > SMALL
    ]
    return LagDistribution(
        masses=tuple(kept),
        log_likelihood=log_likelihood,
        n=len(intervals),
        closed=closed,
        rounds=done,
        basis=f"{len(intervals)} {'closed' if closed else 'half-open'} intervals, {done} rounds",
    )


def innermost(intervals: Sequence[tuple[float, float]], closed: bool) -> list[tuple[float, float]]:
    """Turnbull's intervals: from a left end to the next right end, with no other end between."""
    ends: set[tuple[float, int, bool]] = set()
    for left, right in intervals:
        ends.add((left, 0 if closed or left == right else 2, True))
        ends.add((right, 1, False))
    return [(a[0], b[0]) for a, b in pairwise(sorted(ends)) if a[2] and not b[2]]


def right_truncated(lags: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """F at each lag, from pairs (lag, longest lag that could have been seen for that thing).

    Reverse-time product limit: F(x) is the product over x_j > x of 1 − d_j/n_j, with n_j the things whose lag
    is at most x_j and which could have shown x_j. F is 1 at the longest lag seen: it is relative to it.
    Raises ValueError for no lag, a negative one, or one longer than could have been seen.

    >>> dict(right_truncated([(3, 12), (5, 12), (2, 8), (6, 8), (4, 6), (1, 4), (8, 12), (2, 4)]))[6]
    0.8
    """
    if not lags:
        raise ValueError("there is no lag")
    for x, v in lags:
        if not (0 <= x <= v and math.isfinite(x)):
            raise ValueError(f"a lag of {x} could not have been seen within {v}")
    share, found = 1.0, []
    for x in sorted({x for x, _ in lags}, reverse=True):
        found.append((x, share))
        here = sum(lag == x for lag, _ in lags)
        at_risk = sum(lag <= x <= longest for lag, longest in lags)
        share *= 1 - here / at_risk
    return tuple(found)


def _holds(interval: tuple[float, float], mass: tuple[float, float], closed: bool) -> bool:
    left, right = interval
    if closed or left == right:
        return left <= mass[0] and mass[1] <= right
    if mass[0] == mass[1]:
        return left < mass[0] <= right
    return left <= mass[0] and mass[1] <= right


def _check(intervals: Sequence[tuple[float, float]], weights: Sequence[float] | None) -> None:
    if not intervals:
        raise ValueError("there is no interval to fit a distribution to")
    for left, right in intervals:
        if math.isnan(left) or math.isnan(right) or not math.isfinite(left) or right < left:
            raise ValueError(
                f"({left}, {right}) is not an interval: a finite left end, and a right end after it"
            )
    if weights is not None and (len(weights) != len(intervals) or min(weights) <= 0):
        raise ValueError("each interval needs a weight above 0")
