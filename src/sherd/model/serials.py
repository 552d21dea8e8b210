"""What serial numbers say of how many things were made, with the reason for each number.

A serial is kept as it stands and read into prefix, number and suffix; serials of one prefix and suffix are
a series. Numbers of things are estimates with bounds, never counts, and each says on what it rests.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Start = Literal["known", "unknown"]
"""Whether it is known at which number a series begins."""


@frozen
class Serial:
    """One serial as it stands on an item, and as it is read: ``number`` between ``prefix`` and ``suffix``.

    ``digits`` is how many digits the number is written with, leading noughts included; ``cluster`` names the
    strike, lot or wreck that the item came with (empty: on its own).
    """

    item: str
    text: str
    prefix: str
    number: int
    suffix: str
    digits: int
    cluster: str = ""

    @property
    def series(self) -> tuple[str, str]:
        """What stands around the number: serials that share it may be one series."""
        return self.prefix, self.suffix


@frozen
class Unread:
    """A serial that holds no number to reckon with, and why."""

    item: str
    text: str
    why: str


@frozen
class Chances:
    """The probability of each whole number from ``first`` on; ``beyond`` is what lies above the last one."""

    first: int
    p: tuple[float, ...]
    beyond: float = 0.0

    def of(self, n: int) -> float:
        """The probability of ``n`` itself; 0 outside of what is listed."""
        return self.p[n - self.first] if 0 <= n - self.first < len(self.p) else 0.0

    def above(self, n: int) -> float:
        """The probability of more than ``n``."""
        return sum(self.p[max(0, n + 1 - self.first) :]) + self.beyond

    @property
    def mean(self) -> float:
        """The mean over what is listed. Raises ValueError where something lies beyond it."""
        if self.beyond > 1e-12:
            raise ValueError("some of the probability lies beyond the numbers listed: no mean can be given")
        return sum(n * p for n, p in enumerate(self.p, self.first))

    def highest(self, level: float) -> tuple[tuple[int, ...], float]:
        """The fewest numbers that together hold at least ``level``, and how much they hold."""
        order = sorted(range(len(self.p)), key=lambda i: (-self.p[i], i))
        held, kept = 0.0, []
        for i in order:
            if held >= level:
                break
            held += self.p[i]
            kept.append(self.first + i)
        if held < level:
            raise ValueError(f"the numbers listed hold {held:.3f}, less than {level}")
        return tuple(sorted(kept)), held


@frozen(kw_only=True)
class Population:
    """How many things a series of serials stands for.

    ``estimate`` is the unbiased one of least variance, ``variance`` that of the estimate; ``mean`` and ``sd``
    are of the posterior under a flat prior, ``None`` where too few serials make them infinite; ``median`` and
    ``upper`` are the smallest numbers at which the posterior reaches ½ and ``level``; ``bound`` is the exact
    frequentist upper bound at ``level`` (``None`` where the start is unknown). ``first`` and ``last`` are the
    estimated ends of the numbering.
    """

    start: Start
    k: int
    effective: int
    least: int
    greatest: int
    level: float
    estimate: float
    variance: float | None
    first: float
    last: float
    mean: float | None
    sd: float | None
    none_beyond: float | None
    """The probability that nothing was made beyond what was seen."""
    median: int | None
    lower_tail: int | None
    upper: int | None
    upper_tail: int | None
    """With ``lower_tail``: the ends of the equal-tailed interval that holds ``level``."""
    bound: int | None
    basis: str


@frozen(kw_only=True)
class Total:
    """Several series added up: sums of estimates and means, and quantiles of the sum of posteriors."""

    series: int
    estimate: float
    mean: float | None
    median: float
    lower: float
    upper: float
    basis: str


@frozen(kw_only=True)
class NumberingTest:
    """One question put to the numbering of a series; ``p`` is ``None`` where no chance can be given."""

    name: str
    statistic: float
    p: float | None
    doubt: bool
    basis: str


@frozen(kw_only=True)
class Series:
    """One series: its serials, what the numbering looks like, and the population, or why there is none."""

    prefix: str
    suffix: str
    serials: tuple[Serial, ...]
    tests: tuple[NumberingTest, ...]
    population: Population | None
    unknown_start: Population | None
    refused: str
    notes: tuple[str, ...]

    @property
    def name(self) -> str:
        """Prefix and suffix around the place of the number."""
        return f"{self.prefix}…{self.suffix}"
