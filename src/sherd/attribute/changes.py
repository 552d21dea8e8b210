"""After which month a share or a rate changed: every place weighed, exactly.

A stretch of months under one share (or one rate) has a probability that can be written down: the Beta
function for r of n finds, the Gamma function for counts. So the posterior of the place of one change is a
sum, not a simulation; for several changes the sums run over all places (dynamic programming). Evidence is
compared with no change, every place being as likely as another beforehand.

Months are months of recovery, and investigators' visits come in batches: a change here is a change in what
was found. Items of one strike are one find: count with ``attribute.shares.cluster_counts``.

Sources: Raftery & Akman, Biometrika 73 (1986) 85; Carlin, Gelfand & Smith, Appl. Stat. 41 (1992) 389;
Fearnhead, Stat. Comput. 16 (2006) 203; Adams & MacKay, arXiv 0710.3742 (online form).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from attrs import frozen

from sherd.model.changes import ManyChanges, Period, SingleChange

LN10 = math.log(10)
NODES, WIDE = 160, 14.0
"""Nodes of the Gauss–Legendre sum, and how many standard deviations to each side it reaches."""


@frozen
class Share:
    """r of n: the chance of each find is one share, with prior Beta(a, b)."""

    a: float = 1.0
    b: float = 1.0

    def __attrs_post_init__(self) -> None:
        _positive(self.a, self.b)

    def log_fit(self, count: float, of: float) -> float:
        """ln of the probability of a stretch with ``count`` of ``of``, up to what no change alters."""
        return _log_beta(self.a + count, self.b + of - count) - _log_beta(self.a, self.b)

    def mean(self, count: float, of: float) -> float:
        """Posterior mean of the share."""
        return (self.a + count) / (self.a + self.b + of)

    def p_less(self, first: tuple[float, float], second: tuple[float, float]) -> float:
        """The probability that the share of ``second`` (count, of) is the greater."""
        import numpy as np
        from scipy.special import betainc, betaln

        (r, n), (s, m) = first, second
        c, d = self.a + s, self.b + m - s
        mean, sd = c / (c + d), math.sqrt(c * d / ((c + d) ** 2 * (c + d + 1)))
        low, high = max(0.0, mean - WIDE * sd), min(1.0, mean + WIDE * sd)
        nodes, weights = map(np.array, _legendre())
        x = low + (high - low) * (nodes + 1) / 2
        density = np.exp((c - 1) * np.log(x) + (d - 1) * np.log1p(-x) - betaln(c, d))
        found = float((weights * betainc(self.a + r, self.b + n - r, x) * density).sum() * (high - low) / 2)
        return min(1.0, found)

    def check(self, period: Period) -> None:
        """Raise ValueError for a count that cannot be: more than there was, or less than nothing."""
        if not 0 <= period.count <= period.of or not math.isfinite(period.of):
            raise ValueError(f"{period.name}: {period.count:g} of {period.of:g} is no share")


@frozen
class Rate:
    """Counts over time: so many per unit of exposure (``of``), with prior Gamma(shape a, rate b)."""

    a: float = 1.0
    b: float = 1.0

    def __attrs_post_init__(self) -> None:
        _positive(self.a, self.b)

    def log_fit(self, count: float, of: float) -> float:
        """ln of the probability of a stretch with ``count`` over ``of``, up to what no change alters."""
        shape = self.a + count
        return (
            self.a * math.log(self.b)
            - math.lgamma(self.a)
            + math.lgamma(shape)
            - shape * math.log(self.b + of)
        )

    def mean(self, count: float, of: float) -> float:
        """Posterior mean of the rate."""
        return (self.a + count) / (self.b + of)

    def p_less(self, first: tuple[float, float], second: tuple[float, float]) -> float:
        """The probability that the rate of ``second`` (count, of) is the greater.

        Of two Gamma variables the share of one in their scaled sum is Beta distributed.
        """
        from scipy.special import betainc

        (r, n), (s, m) = first, second
        ratio = (self.b + n) / (2 * self.b + n + m)
        return float(betainc(self.a + r, self.a + s, ratio))

    def check(self, period: Period) -> None:
        """Raise ValueError for a count below nothing, or no exposure."""
        if period.count < 0 or not 0 < period.of < math.inf:
            raise ValueError(f"{period.name}: {period.count:g} over {period.of:g} is no count over a stretch")


Kind = Share | Rate


def single_change(periods: Sequence[Period], kind: Kind | None = None, level: float = 0.95) -> SingleChange:
    """The posterior of one change after period 1 … T − 1. Raises ValueError for fewer than two periods.

    >>> found = single_change([Period(str(n), 0 if n < 4 else 9, 10) for n in range(8)])
    >>> found.last_before, found.log10_bayes_factor > 5
    ('3', True)
    """
    kind = kind or Share()
    stretch = Stretches(periods, kind)
    total = stretch.periods
    if total < 2:
        raise ValueError(f"{total} period cannot hold a change: two are the least")
    logs = [stretch.log_fit(0, k) + stretch.log_fit(k, total) for k in range(1, total)]
    evidence = log_sum(logs)
    p = [math.exp(value - evidence) for value in logs]
    mode = max(range(len(p)), key=lambda i: (p[i], -i)) + 1
    cdf = list(accumulate(p))
    lower = next(i for i, c in enumerate(cdf) if c >= (1 - level) / 2) + 1
    upper = next((i for i, c in enumerate(cdf) if c >= (1 + level) / 2), len(p) - 1) + 1
    first, second = stretch.sums(0, mode), stretch.sums(mode, total)
    factor = (evidence - math.log(total - 1) - stretch.log_fit(0, total)) / LN10
    return SingleChange(
        periods=tuple(period.name for period in periods),
        p=tuple(p),
        mode=mode,
        mean=sum(k * share for k, share in enumerate(p, 1)),
        lower=lower,
        upper=upper,
        level=level,
        log10_bayes_factor=factor,
        before=kind.mean(*first),
        after=kind.mean(*second),
        p_increase=kind.p_less(first, second),
        basis=(
            f"every place in {total} periods weighed, prior {kind}; at the most probable place "
            f"{first[0]:g} of {first[1]:g} before and {second[0]:g} of {second[1]:g} after"
        ),
    )


def many_changes(periods: Sequence[Period], kind: Kind | None = None, most: int = 3) -> ManyChanges:
    """Evidence for 0 … ``most`` changes, over all places by dynamic programming, and the best places of each.

    Raises ValueError where there are fewer periods than stretches.
    """
    stretch = Stretches(periods, kind or Share())
    total = stretch.periods
    if not 0 <= most < total:
        raise ValueError(f"{total} periods cannot hold {most} changes")
    none = stretch.log_fit(0, total)
    sums = [stretch.log_fit(0, end) if end else -math.inf for end in range(total + 1)]
    best: list[tuple[float, tuple[int, ...]]] = [(value, ()) for value in sums]
    evidence, places = [0.0], [()]  # type: list[float], list[tuple[int, ...]]
    for count in range(1, most + 1):
        ends = range(total + 1)
        sums, best = (
            [log_sum([sums[k] + stretch.log_fit(k, end) for k in range(count, end)]) for end in ends],
            [
                max(
                    ((best[k][0] + stretch.log_fit(k, end), (*best[k][1], k)) for k in range(count, end)),
                    key=lambda found: found[0],
                    default=(-math.inf, ()),
                )
                for end in ends
            ],
        )
        evidence.append((sums[total] - math.log(math.comb(total - 1, count)) - none) / LN10)
        places.append(best[total][1])
    return ManyChanges(
        log10_evidence=tuple(evidence),
        best=tuple(places),
        basis=f"all places of up to {most} changes in {total} periods, each place as likely as another",
    )


def run_lengths(
    periods: Sequence[Period], kind: Kind | None = None, hazard: float = 0.05
) -> tuple[float, ...]:
    """Online form: after the last period, the probability that the present stretch is 0, 1, 2, … periods old.

    ``hazard`` is the chance of a change between two periods. A length of 0 means that the next period begins
    a new stretch. Raises ValueError for a hazard outside (0, 1) or no period.
    """
    if not 0 < hazard < 1:
        raise ValueError(f"a hazard lies between 0 and 1, not at {hazard}")
    kind = kind or Share()
    stretch = Stretches(periods, kind)
    p = [1.0]
    for t in range(stretch.periods):
        fits = [math.exp(stretch.log_fit(t - r, t + 1) - stretch.log_fit(t - r, t)) for r in range(t + 1)]
        grown = [share * fit for share, fit in zip(p, fits, strict=True)]
        whole = sum(grown)
        p = [hazard, *((1 - hazard) * share / whole for share in grown)]
    return tuple(p)


class Stretches:
    """The fit of every stretch of periods, from running sums."""

    def __init__(self, periods: Sequence[Period], kind: Kind) -> None:
        """Raise ValueError for no period, or a count that cannot be."""
        if not periods:
            raise ValueError("there is no period")
        for period in periods:
            kind.check(period)
        self.periods, self.kind = len(periods), kind
        self._counts = [0.0, *accumulate(period.count for period in periods)]
        self._ofs = [0.0, *accumulate(period.of for period in periods)]

    def sums(self, start: int, end: int) -> tuple[float, float]:
        """Count and exposure from period ``start`` up to, not with, ``end``."""
        return self._counts[end] - self._counts[start], self._ofs[end] - self._ofs[start]

    def log_fit(self, start: int, end: int) -> float:
        """ln of the probability of the stretch as one regime; 0 for an empty one."""
        return self.kind.log_fit(*self.sums(start, end)) if end > start else 0.0


@cache
def _legendre() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Nodes and weights on −1 … 1, reckoned once."""
    import numpy as np

    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return tuple(nodes.tolist()), tuple(weights.tolist())


def log_sum(logs: Sequence[float]) -> float:
    """ln of the sum of exponentials; −∞ for none."""
    top = max(logs, default=-math.inf)
    if top == -math.inf:
        return top
    return float(top + math.log(math.fsum(math.exp(value - top) for value in logs)))


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _positive(*values: float) -> None:
    if not all(value > 0 and math.isfinite(value) for value in values):
        raise ValueError(f"a prior has positive parameters, not {values}")
