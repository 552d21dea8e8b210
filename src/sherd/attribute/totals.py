"""Several series added up: prefixes are never pooled, their estimates and posteriors are.

The mean of a sum is the sum of the means; its quantiles come from drawing a number from the posterior of each
series, by bisection on the exact tail, and adding them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sherd.attribute.population import FARTHEST, ranged_sum
from sherd.model.serials import Population, Total

DRAWS = 20_000
HALVINGS = 60

Numbers = NDArray[np.float64]


def total(found: Sequence[Population], *, level: float = 0.95, draws: int = DRAWS, seed: int = 1) -> Total:
    """Several series added up, with the interval that holds ``level``.

    Raises ValueError for no series, or one whose posterior is improper.
    """
    if not found:
        raise ValueError("there is no series to add up")
    for one in found:
        if one.median is None:
            raise ValueError(f"a series of {one.effective} draws has no proper posterior: it cannot be added")
    random = np.random.default_rng(seed)
    sums = np.zeros(draws)
    for one in found:
        sums = sums + _at(one, random.random(draws))
    lower, median, upper = (float(q) for q in np.quantile(sums, [(1 - level) / 2, 0.5, (1 + level) / 2]))
    means = [one.mean for one in found if one.mean is not None]
    return Total(
        series=len(found),
        estimate=sum(one.estimate for one in found),
        mean=sum(means) if len(means) == len(found) else None,
        median=median,
        lower=lower,
        upper=upper,
        basis=f"{len(found)} series kept apart and added; {draws:,} draws from their posteriors, seed {seed}",
    )


def _at(one: Population, quantiles: Numbers) -> Numbers:
    """The smallest number at which the posterior of a series reaches each quantile."""
    first = one.greatest - int(one.first) + 1 if one.start == "known" else one.greatest - one.least + 1
    left = 1 - quantiles
    low = np.full(len(quantiles), float(first))
    high = np.full(len(quantiles), float(FARTHEST))
    at_once = _tail(one, low) <= left
    for _ in range(HALVINGS):
        middle = np.floor((low + high) / 2)
        fits = _tail(one, middle) <= left
        high, low = np.where(fits, middle, high), np.where(fits, low, middle)
    return np.where(at_once, float(first), high)


def _tail(one: Population, n: Numbers) -> Numbers:
    """P(N > n), in floats."""
    k = one.effective
    if one.start == "known":
        m = one.greatest - int(one.first) + 1
        return np.asarray(np.exp(_log_comb(np.array(m - 1.0), k - 1) - _log_comb(n, k - 1)))
    d = one.greatest - one.least
    whole = math.log(ranged_sum(0, d, d + 1, k))
    first = np.exp(math.log(k * (k - 1) / (k - 2)) - _log_comb(n - 1, k - 2) - whole)
    second = np.exp(math.log(d * k / (k - 1)) - _log_comb(n, k - 1) - whole)
    return np.asarray(first - second)


def _log_comb(n: Numbers, k: int) -> Numbers:
    from scipy.special import gammaln

    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1), dtype=np.float64)
