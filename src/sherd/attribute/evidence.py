"""The findings of one item for one pair of hypotheses: what each says of every observed feature, with counts.

Shown but never weighed: what is applied after manufacture (``finish``), a value that neither side's
specimens show (it would favour the smaller collection), what no reference specimen was examined for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import fsum

from attrs import evolve, frozen

from sherd.attribute.collection import Collection, Pool
from sherd.attribute.dependence import Finding, said
from sherd.attribute.draws import Draw, draw
from sherd.attribute.likelihood import Measured, Prior, Side, Tally, Unknown
from sherd.attribute.observed import GREATEST, LOOSE_EPSILON, Observed, Value
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Feature, Line
from sherd.model.weights import Unweighed

FINISH = "finish"
NOVEL = (
    "a novel value, which no specimen of either side shows: it would favour the smaller collection, "
    "so it weighs nothing"
)


@frozen
class Scales:
    """What is fixed for a collection before any weighing: levels of categories, priors of measurements."""

    levels: Mapping[str, int]
    priors: Mapping[str, Prior]

    def of(self, feature: Feature) -> int | Prior:
        """How many levels a category is reckoned with, or the prior of a measurement."""
        return self.levels[feature.id] if feature.kind_ == "category" else self.priors[feature.id]

    def stepped(self, step: int) -> Scales:
        """The same with every number of levels raised by ``step``."""
        return evolve(self, levels={name: count + step for name, count in self.levels.items()})


def scales(collection: Collection, features: Iterable[Feature]) -> Scales:
    """Fix levels and priors from the whole collection; the prior mean is that of all its units."""
    features = tuple(features)
    levels = {f.id: collection.levels(f.id).count for f in features if f.kind_ == "category"}
    priors = {
        f.id: Prior(_mean(found), f.sd_within)
        for f in features
        if f.kind_ == "number" and f.sd_within and f.sd_within > 0
        if (found := collection.everything.measurements(f.id))
    }
    return Scales(levels=levels, priors=priors)


@frozen
class Weighable:
    """An observed feature that a pair is weighed on, with the specimens that each side draws it from."""

    feature: Feature
    value: Value
    epsilon: float
    draw1: Draw
    draw2: Draw
    pool1: Pool | None
    pool2: Pool | None

    @property
    def tells_apart(self) -> bool:
        """Whether the two hypotheses draw it from different lines."""
        return self.draw1 != self.draw2

    def side(self, first: bool) -> tuple[Draw, Pool | None]:
        """What the first hypothesis draws it from, or the second."""
        return (self.draw1, self.pool1) if first else (self.draw2, self.pool2)

    def finding(self, fixed: Scales, gone: frozenset[str] = frozenset()) -> Finding | None:
        """What the sides say without the specimens ``gone``; ``None`` for a value that neither shows."""
        scale = fixed.of(self.feature)
        one = _side(self.pool1, self.feature.id, self.value, scale, gone)
        two = _side(self.pool2, self.feature.id, self.value, scale, gone)
        if isinstance(one, Tally) and isinstance(two, Tally) and not one.seen and not two.seen:
            return None
        return said(self.feature.id, self.feature.group, one, two, self.epsilon)


def findings(
    weighables: Iterable[Weighable], fixed: Scales, gone: frozenset[str] = frozenset()
) -> list[Finding]:
    """Every finding that weighs, in the order of the feature table."""
    return [found for w in weighables if (found := w.finding(fixed, gone)) is not None]


@frozen
class Known:
    """What a pair draws on: of these lines, how many units are labelled, and how many were examined."""

    words: str
    units: int
    examined: int


def known(weighables: Iterable[Weighable], first: bool) -> tuple[Known, ...]:
    """What one side is known by in the findings that tell the two apart, for each set of lines it draws on.

    A unit counts where it was examined for at least one of the findings that are drawn from it.
    """
    drawn: dict[Draw, tuple[Pool, list[str]]] = {}
    for weighable in weighables:
        draw_, pool = weighable.side(first)
        if weighable.tells_apart and pool is not None:
            drawn.setdefault(draw_, (pool, []))[1].append(weighable.feature.id)
    return tuple(
        Known(draw_.words, pool.units, pool.examined(features)) for draw_, (pool, features) in drawn.items()
    )


@frozen
class Evidence:
    """All that was observed of an item, sorted into what weighs for a pair and what is only shown."""

    weighable: tuple[Weighable, ...]
    unweighed: tuple[Unweighed, ...]
    observed: tuple[Weighable, ...]
    """All but finish, whether they weigh or not."""


def evidence(
    pair: tuple[Hypothesis, Hypothesis],
    item: Observed,
    features: Sequence[Feature],
    lines: Sequence[Line],
    pools: Pools,
    fixed: Scales,
) -> Evidence:
    """Sort an item's values for a pair of hypotheses."""
    found = [_weighable(pair, item, f, lines, pools) for f in features if f.id in item.values]
    reasons = {one.feature.id: not_weighed(one.feature, fixed) or _novel(one, fixed) for one in found}
    return Evidence(
        weighable=tuple(one for one in found if not reasons[one.feature.id]),
        unweighed=tuple(shown(one, why) for one in found if (why := reasons[one.feature.id])),
        observed=tuple(one for one in found if one.feature.link != FINISH),
    )


@frozen(eq=False)
class Pools:
    """The pools of a collection by the lines they hold, so that each is counted once."""

    collection: Collection
    known: dict[tuple[str, ...], Pool]

    def __call__(self, drawn: Draw) -> Pool | None:
        """The specimens drawn on, ``None`` for an undocumented line."""
        if not drawn.lines:
            return None
        if drawn.lines not in self.known:
            self.known[drawn.lines] = self.collection.pool(drawn.lines)
        return self.known[drawn.lines]


def not_weighed(feature: Feature, fixed: Scales) -> str:
    """Why no value of a feature can be weighed against this collection; empty where it can."""
    if feature.link == FINISH:
        return "applied after manufacture: shown, never weighed"
    if feature.epsilon is not None and not 0 <= feature.epsilon <= 1:
        return f"its declared contamination {feature.epsilon:g} is not a probability"
    if feature.kind_ == "number" and not (feature.sd_within and feature.sd_within > 0):
        return "the feature table declares no spread within a line (sd_within)"
    if feature.kind_ == "number" and not 1 / GREATEST <= (feature.sd_within or 0) <= GREATEST:
        return f"its declared spread {feature.sd_within:g} is no number that can be reckoned with"
    if feature.id not in fixed.priors and fixed.levels.get(feature.id, 1) < 2:
        return "no reference specimen was examined for it"
    return ""


def shown(finding: Weighable, reason: str) -> Unweighed:
    """A value that is shown with the reason why it is not weighed."""
    feature, value = finding.feature, text(finding.value)
    return Unweighed(feature=feature.id, group=feature.group, link=feature.link, value=value, reason=reason)


def text(value: Value) -> str:
    """A value as it is shown.

    >>> text(2.46), text("woven")
    ('2.46', 'woven')
    """
    return f"{value:.6g}" if isinstance(value, float) else value


def _novel(finding: Weighable, fixed: Scales) -> str:
    return "" if finding.finding(fixed) else NOVEL


def _weighable(
    pair: tuple[Hypothesis, Hypothesis],
    item: Observed,
    feature: Feature,
    lines: Sequence[Line],
    pools: Pools,
) -> Weighable:
    draw1, draw2 = (draw(hypothesis, feature.group, feature.link, lines) for hypothesis in pair)
    return Weighable(
        feature=feature,
        value=item.values[feature.id],
        epsilon=max(feature.epsilon or 0.0, LOOSE_EPSILON if feature.id in item.loose else 0.0),
        draw1=draw1,
        draw2=draw2,
        pool1=pools(draw1),
        pool2=pools(draw2),
    )


def _side(pool: Pool | None, feature: str, value: Value, scale: int | Prior, gone: frozenset[str]) -> Side:
    if pool is None:
        return _reckoned(None, feature, value, scale, gone)
    key = feature, value, scale, pool.mine(gone)
    if key not in pool.sides:
        pool.sides[key] = _reckoned(pool, *key)
    return pool.sides[key]


def _reckoned(
    pool: Pool | None, feature: str, value: Value, scale: int | Prior, gone: frozenset[str]
) -> Side:
    if isinstance(scale, Prior):
        return _measured(float(value), pool.measurements(feature, gone) if pool else (), scale)
    if pool is None:
        return Unknown(scale)
    seen, of = pool.tally(feature, value, gone)
    return _tally(float(seen), float(of), scale)


@lru_cache(maxsize=1 << 14)
def _tally(seen: float, of: float, levels: int) -> Tally:
    """One object for equal counts, so that what was reckoned from them is found again at once."""
    return Tally(seen, of, levels)


def _measured(x: float, found: Sequence[tuple[float, float]], prior: Prior) -> Measured:
    n = fsum(weight for _, weight in found)
    if not n:
        return Measured(x, 0.0, prior.mean, 0.0, prior)
    mean = _mean(found)
    return Measured(x, n, mean, fsum(weight * (value - mean) ** 2 for value, weight in found), prior)


def _mean(found: Sequence[tuple[float, float]]) -> float:
    return fsum(value * weight for value, weight in found) / fsum(weight for _, weight in found)
