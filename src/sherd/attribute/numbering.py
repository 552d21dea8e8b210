"""Is this one consecutive numbering? Gap, evenness, last digit, step and yearly restart of a series.

An estimate from serials supposes numbers 1, 2, 3, … of which some were found at random. Each test here asks
one thing that would then hold; a test that doubts it says what the reader should suspect instead.

Sources: largest spacing: Fisher, Proc. R. Soc. A 125 (1929) 54, and Stevens, Ann. Eugen. 9 (1939) 315;
evenness: Kolmogorov–Smirnov, exact; last digits: Pearson's χ².
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from sherd.model.serials import NumberingTest

DOUBT = 0.01
"""Below this probability a test doubts that the numbering is what the estimate supposes."""

LEAST_EXPECTED = 5
"""Fewest serials per digit for the χ² approximation to be trusted."""


def numbering_tests(serials: Sequence[tuple[int, int | None]]) -> tuple[NumberingTest, ...]:
    """Every test that the serials of one series allow; each is a number and, where known, its year.

    Serials must differ; too few for a test leave it out.
    """
    numbers = sorted(number for number, _ in serials)
    dated = [(number, year) for number, year in serials if year is not None]
    found: list[NumberingTest] = []
    if len(numbers) >= 3:
        found += [largest_gap(numbers), evenness(numbers), step(numbers)]
    if len(numbers) >= 10:
        found.append(last_digit(numbers))
    if len({year for _, year in dated}) >= 2:
        found.append(yearly_restart(dated))
    return tuple(found)


def largest_gap(numbers: Sequence[int]) -> NumberingTest:
    """Whether the greatest gap is too great for one series: its share of the range, and p.

    With m spacings and greatest share g, p = Σ (−1)^(j+1) C(m, j) (1 − jg)^(m−1) over j ≥ 1 with jg < 1.
    Raises ValueError for fewer than three serials or two that are equal.

    >>> found = largest_gap([1012, 1033, 1071, 1080, 1110, 5004, 5019, 5046, 5090])
    >>> f"{found.p:.10e}"
    '3.0456794847e-09'
    """
    seen = _distinct(numbers, 3)
    spacings, width = len(seen) - 1, seen[-1] - seen[0]
    (gap, low, high) = max((b - a, a, b) for a, b in pairwise(seen))
    p = spacing_p(spacings, Fraction(gap, width))
    doubt = p < DOUBT
    basis = f"largest gap {gap} of a range of {width} ({low} to {high}), p = {p:.3g}"
    if doubt:
        basis += ": the numbers lie in blocks, so this is not one series; estimate the blocks one by one"
    return NumberingTest(name="largest gap", statistic=gap / width, p=p, doubt=doubt, basis=basis)


def blocks(numbers: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The numbers cut at gaps that are too great for one series, until no block of three or more has one.

    >>> [len(block) for block in blocks([1012, 1033, 1071, 1080, 1110, 5004, 5019, 5046, 5090])]
    [5, 4]
    """
    seen = sorted(numbers)
    if len(seen) < 3 or not largest_gap(seen).doubt:
        return (tuple(seen),) if seen else ()
    gaps = [b - a for a, b in pairwise(seen)]
    cut = gaps.index(max(gaps)) + 1
    return (*blocks(seen[:cut]), *blocks(seen[cut:]))


def spacing_p(spacings: int, share: Fraction | float) -> float:
    """The probability that the greatest of so many random spacings takes at least ``share`` of the whole.

    Reckoned in fractions: the terms of the sum cancel.
    """
    g = Fraction(share)
    if spacings < 2 or not 0 < g <= 1:
        raise ValueError(
            f"{spacings} spacings, the largest {float(g):g} of the whole: no chance can be given"
        )
    total = Fraction(0)
    for j in range(1, spacings + 1):
        if j * g >= 1:
            break
        total += (-1) ** (j + 1) * math.comb(spacings, j) * (1 - j * g) ** (spacings - 1)
    return float(min(total, Fraction(1)))


def evenness(numbers: Sequence[int]) -> NumberingTest:
    """Whether the serials between the least and the greatest lie evenly (Kolmogorov–Smirnov, exact p)."""
    from scipy.stats import kstest

    seen = _distinct(numbers, 3)
    inner = [(n - seen[0]) / (seen[-1] - seen[0]) for n in seen[1:-1]]
    found = kstest(inner, "uniform", method="exact")
    statistic, p = float(found.statistic), float(found.pvalue)
    basis = (
        f"greatest distance from an even spread {statistic:.3f} over {len(inner)} inner serials, p = {p:.3g}"
    )
    if p < DOUBT:
        basis += ": some stretches were found more often than chance would have it"
    return NumberingTest(name="evenness", statistic=statistic, p=p, doubt=p < DOUBT, basis=basis)


def last_digit(numbers: Sequence[int]) -> NumberingTest:
    """Whether all last digits occur alike (χ², 9 degrees of freedom): check digits and steps show here."""
    from scipy.stats import chi2

    seen = _distinct(numbers, 2)
    counts = Counter(n % 10 for n in seen)
    expected = len(seen) / 10
    statistic = sum((counts[digit] - expected) ** 2 / expected for digit in range(10))
    p = float(chi2.sf(statistic, 9))
    basis = (
        f"last digits χ² = {statistic:.2f} with 9 degrees of freedom over {len(seen)} serials, p = {p:.3g}"
    )
    if expected < LEAST_EXPECTED:
        basis += f"; with {expected:g} expected of each digit the χ² is a rough guide"
    if p < DOUBT:
        basis += ": perhaps a check digit, or numbers given in steps"
    return NumberingTest(name="last digit", statistic=statistic, p=p, doubt=p < DOUBT, basis=basis)


def step(numbers: Sequence[int]) -> NumberingTest:
    """The greatest step that divides every difference; p that chance gives one as great.

    >>> step([105, 120, 155, 190, 205]).statistic
    5.0
    """
    seen = _distinct(numbers, 3)
    common = math.gcd(*(b - a for a, b in pairwise(seen)))
    p = (
        min(1.0, sum(float(s) ** (1 - len(seen)) for s in range(common, common + 1000)))
        if common > 1
        else 1.0
    )
    doubt = p < DOUBT
    basis = f"every difference is a multiple of {common}"
    if doubt:
        basis += (
            f" (p = {p:.3g}): numbers are given in steps, so that things made are 1/{common} of an estimate"
        )
    return NumberingTest(name="step", statistic=float(common), p=p, doubt=doubt, basis=basis)


def yearly_restart(serials: Sequence[tuple[int, int]]) -> NumberingTest:
    """Whether numbers begin anew each year: p that serials and years fall in this much disorder by chance.

    The statistic is the share of pairs from two years in which the later year has the greater number: 1 in
    one running series, about ½ where numbers restart. Raises ValueError for serials of one year only.
    """
    pairs = [(a, b) for a in serials for b in serials if a[1] < b[1]]
    if not pairs:
        raise ValueError("serials of one year only do not tell whether numbers restart")
    share = sum(b[0] > a[0] for a, b in pairs) / len(pairs)
    doubt = share < RUNNING
    years = sorted({year for _, year in serials})
    basis = (
        f"in {share:.0%} of {len(pairs)} pairs, {years[0]} to {years[-1]}, the later has the greater number"
    )
    if doubt:
        basis += ": numbers restart, or two series are mixed; read each year as a series of its own"
    return NumberingTest(name="restart each year", statistic=share, p=None, doubt=doubt, basis=basis)


RUNNING = 0.8
"""Least share of pairs in the right order for a running series; older stock used late disturbs some."""


def _distinct(numbers: Sequence[int], least: int) -> list[int]:
    seen = sorted(numbers)
    if len(seen) < least:
        raise ValueError(f"{len(seen)} serials are too few for this test: it needs {least}")
    if len(set(seen)) < len(seen):
        raise ValueError("two serials are the same: settle that before the numbering is tested")
    return seen
