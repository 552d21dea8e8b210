"""How many were made, from the serial numbers of the few that were found.

Of a series numbered 1, 2, 3, … without gaps, ``k`` different serials were seen, the greatest ``m``. The
estimate of least variance among the unbiased is m + m/k − 1; under a flat prior the posterior of N is
proportional to 1/C(N, k) from m on. Where the start is not known the range d between the least and the
greatest takes the place of m (Goodman, JASA 47 (1952) 622 and 49 (1954) 97). Sums are exact, in fractions.

One strike is one draw from one lot: where items came together, reckon with the number of strikes
(``effective``), not of items. Serials found on a battlefield are no uniform sample of what was made: older
stock is used first, so that these numbers bound what was made up to some time before the last find.

Sources: Höhle & Held, Bayesian estimation of the size of a population (2006); Simon, Math. Intelligencer
(2023), arXiv 2301.00046.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import comb

from sherd.model.serials import Chances, Population

FARTHEST = 10**15
"""No quantile is sought beyond this number."""


def known_start(
    serials: Sequence[int], *, start: int = 1, effective: int | None = None, level: float = 0.95
) -> Population:
    """The population of a series that begins with number ``start``.

    Raises ValueError for no serial, a serial before the start, one given twice, an ``effective`` number of
    draws outside 1 … k, or a level outside (0, 1).

    >>> found = known_start([2, 6, 7, 14])
    >>> found.estimate, found.mean, found.median, found.upper, found.bound
    (16.5, 19.5, 17, 34, 27)
    """
    seen, k, share = _checked(serials, effective, level)
    if seen[0] < start:
        raise ValueError(f"serial {seen[0]} lies before the start of the series, {start}")
    m, shift = seen[-1] - start + 1, start - 1
    estimate = m + m / k - 1
    beyond = _tail_known(m, k) if k >= 2 else None
    mean, sd = _moments(lambda p: power_sum(p, m, k) / power_sum(0, m, k), k, 2)
    return Population(
        start="known",
        k=len(seen),
        effective=k,
        least=seen[0],
        greatest=seen[-1],
        level=level,
        estimate=estimate,
        variance=max(0.0, (estimate - k) * (estimate + 1) / (k * (k + 2))),
        first=float(start),
        last=estimate + shift,
        mean=mean,
        sd=sd,
        none_beyond=float(1 - beyond(m)) if beyond else None,
        median=_quantile(beyond, m, Fraction(1, 2)),
        lower_tail=_quantile(beyond, m, (1 - share) / 2),
        upper=_quantile(beyond, m, share),
        upper_tail=_quantile(beyond, m, (1 + share) / 2),
        bound=upper_bound(m, k, 1 - share),
        basis=f"{_said(len(seen), k)}, greatest number {seen[-1]}, first number {start} taken as known",
    )


def unknown_start(serials: Sequence[int], *, effective: int | None = None, level: float = 0.95) -> Population:
    """The population of a series of which nobody knows where it begins (formulas of Goodman).

    The posterior is flat on start and number, proportional to (N − d)/C(N, k) from d + 1 on; it is proper
    from three serials. Raises ValueError for fewer than two serials, or one given twice.

    >>> round(unknown_start([83, 135, 274, 2787]).estimate, 4)
    4505.6667
    """
    seen, k, share = _checked(serials, effective, level)
    if k < 2:
        raise ValueError(f"an unknown start needs two draws or more, not {k}")
    d = seen[-1] - seen[0]
    beyond = _tail_unknown(d, k) if k >= 3 else None
    first, last = seen[0] - d / (k - 1) + 1, seen[-1] + d / (k - 1) - 1
    mean, sd = _moments(lambda p: ranged_sum(p, d, d + 1, k) / ranged_sum(0, d, d + 1, k), k, 3)
    return Population(
        start="unknown",
        k=len(seen),
        effective=k,
        least=seen[0],
        greatest=seen[-1],
        level=level,
        estimate=d * (k + 1) / (k - 1) - 1,
        variance=None,
        first=first,
        last=last,
        mean=mean,
        sd=sd,
        none_beyond=float(1 - beyond(d + 1)) if beyond else None,
        median=_quantile(beyond, d + 1, Fraction(1, 2)),
        lower_tail=_quantile(beyond, d + 1, (1 - share) / 2),
        upper=_quantile(beyond, d + 1, share),
        upper_tail=_quantile(beyond, d + 1, (1 + share) / 2),
        bound=None,
        basis=f"{_said(len(seen), k)} from {seen[0]} to {seen[-1]}, the first number of the series not known",
    )


def upper_bound(m: int, k: int, alpha: float | Fraction) -> int:
    """The greatest N that ``k`` serials with maximum ``m`` do not reject at ``alpha``: C(m,k)/C(N,k) ≥ α.

    Exact and one-sided; the usual m·α^(−1/k) is an approximation to it. Raises ValueError for k < 1, m < k,
    or alpha outside (0, 1).

    >>> upper_bound(60, 4, 0.05)
    125
    """
    share = alpha if isinstance(alpha, Fraction) else Fraction(str(alpha))
    if k < 1 or m < k or not 0 < share < 1:
        raise ValueError(f"{k} serials up to {m} at {float(share):g}: no bound can be given")
    return _last(lambda n: comb(m, k) >= share * comb(n, k), m)


def posterior(m: int, k: int, last: int) -> Chances:
    """The posterior of N from ``m`` to ``last`` under a flat prior without end, for a known start.

    Raises ValueError for fewer than two serials: the posterior is then improper.
    """
    if k < 2 or m < k or last < m:
        raise ValueError(f"{k} serials up to {m}: no posterior up to {last}; a flat prior needs two serials")
    scale = (k - 1) / k * math.exp(_log_comb(m - 1, k - 1))
    p = tuple(scale * math.exp(-_log_comb(n, k)) for n in range(m, last + 1))
    return Chances(m, p, float(_tail_known(m, k)(last)))


def posterior_unknown(d: int, k: int, last: int) -> Chances:
    """The posterior of N from d + 1 to ``last`` for an unknown start; ``d`` is the range of the serials."""
    if k < 3 or d < k - 1 or last <= d:
        raise ValueError(f"{k} serials over a range of {d}: an unknown start needs three serials")
    whole = float(ranged_sum(0, d, d + 1, k))
    p = tuple((n - d) * math.exp(-_log_comb(n, k)) / whole for n in range(d + 1, last + 1))
    return Chances(d + 1, p, float(_tail_unknown(d, k)(last)))


def with_prior(
    serials: Sequence[int],
    least: int,
    most: int,
    prior: Callable[[int], float] | None = None,
    effective: int | None = None,
) -> Chances:
    """The posterior of N under a proper prior on ``least`` … ``most`` (flat unless given).

    Raises ValueError when the prior ends before the greatest serial or gives it no weight.

    >>> found = with_prior([15, 14, 3], 1, 35)
    >>> round(found.of(15), 10), round(found.mean, 10)
    (0.1574074074, 20.4166666667)
    """
    seen, k, _ = _checked(serials, effective, 0.95)
    low = max(seen[-1], least)
    if most < low:
        raise ValueError(f"the prior ends at {most}, before serial {seen[-1]}: one of them is wrong")
    weights = [(prior(n) if prior else 1.0) * math.exp(-_log_comb(n, k)) for n in range(low, most + 1)]
    whole = math.fsum(weights)
    if not whole > 0 or min(weights) < 0:
        raise ValueError("the prior gives no weight to any number that fits the serials, or a negative one")
    return Chances(low, tuple(weight / whole for weight in weights))


def _checked(serials: Sequence[int], effective: int | None, level: float) -> tuple[list[int], int, Fraction]:
    seen = sorted(serials)
    if not seen:
        raise ValueError("there is no serial")
    if any(isinstance(n, bool) or not isinstance(n, int) for n in seen):
        raise ValueError("serials are whole numbers")
    twice = sorted({a for a, b in pairwise(seen) if a == b})
    if twice:
        raise ValueError(
            f"serial {', '.join(map(str, twice))} stands on two items: numbers used twice, or one item "
            "counted twice; settle which before anything is estimated"
        )
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    k = len(seen) if effective is None else effective
    if not 1 <= k <= len(seen):
        raise ValueError(f"{len(seen)} serials cannot be {k} independent draws")
    return seen, k, Fraction(str(level))


def _said(k: int, effective: int) -> str:
    return f"{k} serials" + (f" counted as {effective} independent draws" if effective != k else "")


@lru_cache(maxsize=4096)
def power_sum(power: int, n: int, k: int) -> Fraction:
    """Σ over N ≥ n of N^power / C(N, k), exactly; finite for k − power ≥ 2.

    N/C(N, k) = k/C(N−1, k−1) lowers the power, and Σ 1/C(N, k) = k/(k−1) / C(n−1, k−1) ends it.
    """
    if k - power < 2:
        raise ValueError(f"the sum of N^{power}/C(N, {k}) has no end")
    if power == 0:
        return Fraction(k, (k - 1) * comb(n - 1, k - 1))
    lower = sum((comb(power - 1, i) * power_sum(i, n - 1, k - 1) for i in range(power)), start=Fraction(0))
    return k * lower


def ranged_sum(power: int, d: int, n: int, k: int) -> Fraction:
    """Σ over N ≥ n of N^power (N − d) / C(N, k)."""
    return power_sum(power + 1, n, k) - d * power_sum(power, n, k)


def _tail_known(m: int, k: int) -> Callable[[int], Fraction]:
    return lambda n: Fraction(comb(m - 1, k - 1), comb(n, k - 1)) if n >= m else Fraction(1)


def _tail_unknown(d: int, k: int) -> Callable[[int], Fraction]:
    whole = ranged_sum(0, d, d + 1, k)
    return lambda n: ranged_sum(0, d, n + 1, k) / whole if n > d else Fraction(1)


def _moments(raw: Callable[[int], Fraction], k: int, least: int) -> tuple[float | None, float | None]:
    """Mean and SD, None where the sum has no end: the mean needs ``least`` + 1 draws, the SD one more."""
    if k <= least:
        return None, None
    mean = raw(1)
    if k <= least + 1:
        return float(mean), None
    return float(mean), math.sqrt(raw(2) - mean * mean)


def _quantile(beyond: Callable[[int], Fraction] | None, least: int, level: Fraction) -> int | None:
    """The smallest n with P(N ≤ n) ≥ level."""
    if beyond is None:
        return None
    tail = beyond
    if tail(least) <= 1 - level:
        return least
    return _last(lambda n: tail(n) > 1 - level, least) + 1


def _last(holds: Callable[[int], bool], first: int) -> int:
    """The last number at which something that holds at ``first`` and later no more still holds."""
    low, high = first, 2 * first + 1
    while holds(high):
        if high > FARTHEST:
            raise ValueError(f"no bound below {FARTHEST:,}: too few serials for this level")
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _log_comb(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
