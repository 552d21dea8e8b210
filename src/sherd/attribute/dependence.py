"""Findings of one group hang together: two views of one wing are not two witnesses.

Features are grouped before the item is opened (airframe, propulsion, navigation, markings, …). Within a group
of m observed features the sum of their weights is multiplied by w = 1/(1 + (m−1)ρ), so that they count as
m/(1 + (m−1)ρ) independent ones: ρ = 0 takes them as independent, ρ = 1 as one. Formulas (3), (4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import field, frozen

from sherd.attribute.likelihood import Side

PSEUDO_COUNTS = (0.5, 1.0, 2.0)
RHOS = (0.0, 0.5, 1.0)
EPSILONS = (0.0, 0.05, 0.1)
SETTINGS = tuple((a, e) for a in PSEUDO_COUNTS for e in EPSILONS)
CELLS = tuple((a, rho, e) for a in PSEUDO_COUNTS for rho in RHOS for e in EPSILONS)
"""(A, ρ, ε) of the 27 cells of the sensitivity grid."""
DEFAULT = CELLS.index((1.0, 0.5, 0.05))
"""Where the default settings A = 1, ρ = ½, ε = .05 stand in ``CELLS``."""

_PLACES = tuple((SETTINGS.index((a, e)), RHOS.index(rho)) for a, rho, e in CELLS)


def tempering(observed: int, rho: float) -> float:
    """What the weights of a group of ``observed`` features are multiplied by.

    >>> tempering(2, 0.5)
    0.6666666666666666
    """
    return 1 / (1 + (observed - 1) * rho)


@frozen
class Finding:
    """What two hypotheses say of one observed feature; ``epsilon`` is the least contamination it is given."""

    feature: str
    group: str
    one: Side
    two: Side
    epsilon: float
    bans: tuple[float, ...] = field(init=False, eq=False)
    """log10(p1/p2) for each of ``SETTINGS``."""

    @bans.default
    def _bans(self) -> tuple[float, ...]:
        one, two = _log10_ps(self.one, self.epsilon), _log10_ps(self.two, self.epsilon)
        return tuple(a - b for a, b in zip(one, two, strict=True))


@lru_cache(maxsize=1 << 16)
def said(feature: str, group: str, one: Side, two: Side, epsilon: float) -> Finding:
    """The finding, kept: most leave-outs change few of them."""
    return Finding(feature, group, one, two, epsilon)


def grouped(findings: Iterable[Finding]) -> dict[str, tuple[int, tuple[float, ...]]]:
    """How many features of each group were observed, and their weights summed for each of ``SETTINGS``."""
    groups: dict[str, list[tuple[float, ...]]] = {}
    for finding in findings:
        groups.setdefault(finding.group, []).append(finding.bans)
    return {group: (len(bans), tuple(map(sum, zip(*bans, strict=True)))) for group, bans in groups.items()}


def weights(findings: Iterable[Finding]) -> tuple[float, ...]:
    """The weight of all findings in each of ``CELLS``; no finding weighs nothing."""
    sums = sorted(grouped(findings).items())
    tempered = [([tempering(m, rho) for rho in RHOS], total) for _, (m, total) in sums]
    return tuple(sum((w[rho] * total[at] for w, total in tempered), 0.0) for at, rho in _PLACES)


def weakest(cells: Sequence[float]) -> float:
    """The weight of least size where every cell has the same sign, else 0. Formula (9).

    >>> weakest([2.0, 1.4, 3.2]), weakest([0.3, -0.1])
    (1.4, 0.0)
    """
    signs = {sign(cell) for cell in cells}
    return min(cells, key=abs) if len(signs) == 1 and 0 not in signs else 0.0


def sign(weight: float) -> int:
    """-1, 0 or 1; what is smaller than rounding counts as 0."""
    return 0 if abs(weight) < 1e-12 else 1 if weight > 0 else -1


@lru_cache(maxsize=1 << 16)
def _log10_ps(side: Side, declared: float) -> tuple[float, ...]:
    """``side.log10_p`` for each of ``SETTINGS``; a declared contamination is never undercut."""
    return tuple(side.log10_p(pseudo_count, max(declared, epsilon)) for pseudo_count, epsilon in SETTINGS)
