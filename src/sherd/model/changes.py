"""When the share of an origin, or a rate, changed; and how sure that is.

Periods are months or years in order; a change "after" a period is one between it and the next. Nothing here
computes: ``sherd.attribute`` fills these nouns, dossier and charts read them.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Period:
    """One period: how many of ``of`` (units of exposure, or independent finds) counted."""

    name: str
    count: float
    of: float


@frozen(kw_only=True)
class SingleChange:
    """A change after each period, with its probability given that there is exactly one.

    ``p[k - 1]`` belongs to a change after period k. ``log10_bayes_factor`` compares one change, anywhere with
    equal probability, with none; ``before`` and ``after`` are the posterior means at the most probable place,
    ``p_increase`` the probability there that the later is the greater.
    """

    periods: tuple[str, ...]
    p: tuple[float, ...]
    mode: int
    mean: float
    lower: int
    upper: int
    level: float
    log10_bayes_factor: float
    before: float
    after: float
    p_increase: float
    basis: str

    @property
    def last_before(self) -> str:
        """The last period of the old regime, most probably."""
        return self.periods[self.mode - 1]

    @property
    def span(self) -> tuple[str, str]:
        """The last periods of the old regime between which the change lies at ``level``."""
        return self.periods[self.lower - 1], self.periods[self.upper - 1]


@frozen(kw_only=True)
class ManyChanges:
    """How well 0, 1, 2, … changes explain the periods; evidence is log10 relative to no change.

    ``best`` gives for each number of changes the most probable places (after which periods).
    """

    log10_evidence: tuple[float, ...]
    best: tuple[tuple[int, ...], ...]
    basis: str


@frozen(kw_only=True)
class RampOrStep:
    """A gradual change against an abrupt one: log10 evidence of each relative to no change."""

    step: float
    ramp: float
    midpoint: float
    width: float
    """Periods from 12 % to 88 % of the way: four times the scale of the logistic curve, posterior mean."""
    basis: str

    @property
    def favours(self) -> str:
        """``ramp``, ``step``, or ``neither`` where less than a factor of three lies between them."""
        if abs(self.ramp - self.step) < 0.477:
            return "neither"
        return "ramp" if self.ramp > self.step else "step"


@frozen(kw_only=True)
class OriginShare:
    """What the share of one origin over time comes to, with all that was reckoned on the way."""

    origin: str
    periods: tuple[Period, ...]
    change: SingleChange
    many: ManyChanges
    ramp_or_step: RampOrStep
    run_length: tuple[float, ...]
    imputations: int
    notes: tuple[str, ...]
