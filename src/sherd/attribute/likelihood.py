"""How probable a value is on a production line of which only a few specimens are documented.

A line is known by a handful of specimens, so a value that none of them shows is rare, not impossible; and
any value can be misread, repaired or taken from another wreck. Three kinds of side are compared: a line with
its counts (:class:`Tally`), a line with its measurements (:class:`Measured`), and a line that nobody has
documented (:class:`Unknown`), on which every value is as good as another.

Sources: Perks' prior for counts (total pseudo-count A spread over the levels); Normal-Inverse-Gamma for
measurements, whose predictive is Student's t (Gelman et al., Bayesian Data Analysis, 3rd ed., §3.3).
To add a kind of side: a frozen class with ``log10_p(pseudo_count, epsilon)``.
"""

from __future__ import annotations

import math
from typing import Protocol

from attrs import frozen

from sherd.model.weights import SharedModules

KAPPA_0, ALPHA_0 = 0.05, 1.0
"""Weight of the prior mean and of the declared within-line SD, in specimens, for measurements."""


class Side(Protocol):
    """What one hypothesis says of one finding."""

    def __hash__(self) -> int: ...

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10 of the probability (density) of the value, contaminated by ``epsilon``."""
        ...


def predictive(seen: float, of: float, levels: int, pseudo_count: float = 1.0) -> float:
    """Probability that the next unit of a line shows a value that ``seen`` of its ``of`` units show.

    ``levels`` is C, the number of values reckoned with. Formula (1).

    >>> round(predictive(6, 8, 3), 10)
    0.7037037037
    """
    return (seen + pseudo_count / levels) / (of + pseudo_count)


def contaminated(p: float, epsilon: float, background: float) -> float:
    """``p``, allowing that with probability ``epsilon`` the value tells nothing of the line. Formula (2)."""
    return (1 - epsilon) * p + epsilon * background


@frozen(cache_hash=True)
class Unknown:
    """A line that nobody has documented: each of ``levels`` values equally probable, never contaminated."""

    levels: int

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10(1/C), whatever the settings."""
        return -math.log10(self.levels)


@frozen(cache_hash=True)
class Tally:
    """A documented line: ``seen`` of the ``of`` independent units examined for the feature show the value."""

    seen: float
    of: float
    levels: int

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10 of the predictive probability after contamination towards 1/C."""
        p = predictive(self.seen, self.of, self.levels, pseudo_count)
        return math.log10(contaminated(p, epsilon, 1 / self.levels))


@frozen(cache_hash=True)
class Mixed:
    """A value read with doubt: each level that it may be, by its share, with what the side says of it."""

    of: tuple[tuple[float, Side], ...]

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10 of the probability of the reading: each level's probability by its share."""
        return math.log10(math.fsum(q * 10 ** side.log10_p(pseudo_count, epsilon) for q, side in self.of))


@frozen(cache_hash=True)
class Held:
    """A module by the systems that hold it: ``seen`` in the ``of`` systems documented; never contaminated.

    At the default pseudo-count 1 it is (r + ½)/(s + 1), formula (6); ``matches`` says that the item holds it.
    """

    seen: float
    of: float
    matches: bool = True

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10 of the probability that a system of this side holds, or does not hold, the module."""
        p = predictive(self.seen, self.of, 2, pseudo_count)
        return math.log10(p if self.matches else 1 - p)


@frozen
class Prior:
    """What is supposed of a measured feature before any specimen: its middle and the SD within a line."""

    mean: float
    sd_within: float
    kappa: float = KAPPA_0
    alpha: float = ALPHA_0

    @property
    def beta(self) -> float:
        """β0, so that β0/α0 is the square of the declared SD."""
        return self.sd_within**2 * self.alpha


@frozen(cache_hash=True)
class Measured:
    """A line by its measurements: ``n`` units, their mean, squares summed about it; the item measures ``x``.

    With ``n`` = 0 it is the side of an undocumented line.
    """

    x: float
    n: float
    mean: float
    squares: float
    prior: Prior

    def student(self) -> tuple[float, float, float]:
        """Degrees of freedom, location and scale of the predictive Student's t. Formula (5)."""
        prior, n = self.prior, self.n
        kappa, alpha = prior.kappa + n, prior.alpha + n / 2
        location = (prior.kappa * prior.mean + n * self.mean) / kappa
        drift = prior.kappa * n * (self.mean - prior.mean) ** 2 / (2 * kappa)
        beta = prior.beta + self.squares / 2 + drift
        return 2 * alpha, location, math.sqrt(beta * (kappa + 1) / (alpha * kappa))

    def log10_p(self, pseudo_count: float, epsilon: float) -> float:
        """log10 of the predictive density after contamination towards the density of n = 0."""
        near = log_student(self.x, *self.student())
        if not epsilon:
            return near / math.log(10)
        far = log_student(self.x, *Measured(self.x, 0, self.prior.mean, 0, self.prior).student())
        if epsilon >= 1:
            return far / math.log(10)
        near, far = near + math.log1p(-epsilon), far + math.log(epsilon)
        top = max(near, far)
        return (top + math.log1p(math.exp(min(near, far) - top))) / math.log(10)


def log_student(x: float, freedom: float, location: float, scale: float) -> float:
    """Natural logarithm of the density of Student's t at ``x``.

    >>> round(math.exp(log_student(2.46, 2, 2.25, 0.2291287847)), 10)
    0.9118908085
    """
    z = (x - location) / scale
    return (
        math.lgamma((freedom + 1) / 2)
        - math.lgamma(freedom / 2)
        - math.log(freedom * math.pi) / 2
        - math.log(scale)
        - (freedom + 1) / 2 * math.log1p(z * z / freedom)
    )


@frozen
class Module:
    """A compared module: seen in ``y`` of Y's documented systems and in ``x`` of X's without the item.

    ``matches`` says whether the item holds it. Counts are of distinct systems, never of units.
    """

    name: str
    y: int
    of_y: int
    x: int
    of_x: int
    matches: bool = True
    fitted: str = "integral"


def shared_modules(modules: tuple[Module, ...]) -> SharedModules:
    """Weigh every module that was compared; formula (6). ``ValueError`` without any, or for bad counts.

    A module that is not integral shows only that the item passed through Y's hands, so one such module is
    enough to change what the whole bears on.
    """
    if not modules:
        raise ValueError("no module was compared")
    weight = math.fsum(_module_weight(module) for module in modules)
    integral = all(module.fitted == "integral" for module in modules)
    return SharedModules(
        lr=10**weight,
        weight=weight,
        compared=len(modules),
        matching=sum(module.matches and module.y > 0 for module in modules),
        chance=chance_of_a_match(tuple(_held(module.x, module.of_x) for module in modules)),
        bears_on="made by" if integral else "passed through",
        basis="; ".join(_module_basis(module) for module in modules),
    )


def chance_of_a_match(chances: tuple[float, ...]) -> float:
    """Probability that at least one of several modules matches somewhere by chance.

    >>> round(chance_of_a_match((0.02,) * 50), 2)
    0.64
    """
    return 1 - math.prod(1 - chance for chance in chances)


def _held(r: int, s: int) -> float:
    if not 0 <= r <= s:
        raise ValueError(f"a module cannot be seen in {r} of {s} systems")
    return (r + 0.5) / (s + 1)


def _module_weight(module: Module) -> float:
    y, x = _held(module.y, module.of_y), _held(module.x, module.of_x)
    if module.matches and not module.y and not module.x:  # it would favour whoever has fewer systems
        return 0.0
    return math.log10(y / x) if module.matches else math.log10((1 - y) / (1 - x))


def _module_basis(module: Module) -> str:
    found = "matches" if module.matches else "does not match"
    return f"{module.name} {found}: {module.y} of {module.of_y} against {module.x} of {module.of_x} systems"
