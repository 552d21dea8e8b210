"""The findings of one item for one pair of hypotheses: what each says of every observed feature, with counts.

Shown but never weighed: what is applied after manufacture (``finish``), a value that neither side's
specimens show (it would favour the smaller collection), what no reference specimen was examined for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum

from attrs import evolve, frozen

from sherd.attribute.collection import Collection, Pool
from sherd.attribute.dependence import Finding, said
from sherd.attribute.draws import Draw, draw
from sherd.attribute.likelihood import Held, Measured, Mixed, Prior, Side, Tally, Unknown
from sherd.attribute.modules import ABSENT, KIND, PRESENT, Modules
from sherd.attribute.observed import GREATEST, LOOSE_EPSILON, Observed, Value, least_epsilon
from sherd.model.doubtful import Shares
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Feature, Line
from sherd.model.weights import Unweighed

FINISH = "finish"
COMPOSITE = "composite"
ENOUGH_FOR_COMPOSITE = 10
"""Units of each line from which a joint pattern may stand in for the features of its group."""

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
        """How many levels a category is reckoned with, or the prior of a measurement; a module has two."""
        if feature.kind_ == KIND:
            return 2
        return self.priors[feature.id] if feature.kind_ == "number" else self.levels[feature.id]

    def stepped(self, step: int) -> Scales:
        """The same with every number of levels raised by ``step``."""
        return evolve(self, levels={name: count + step for name, count in self.levels.items()})


def scales(collection: Collection, features: Iterable[Feature]) -> Scales:
    """Fix levels and priors from the whole collection; the prior mean is that of all its units."""
    features = tuple(features)
    levels = {f.id: collection.levels(f.id).count for f in features if f.kind_ in ("category", COMPOSITE)}
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
        sides = (
            self._mixed(fixed, gone)
            if isinstance(self.value, Shares)
            else self._plain(self.value, fixed, gone)
        )
        return said(self.feature.id, self.feature.group, *sides, self.epsilon) if sides else None

    def _plain(self, value: Value, fixed: Scales, gone: frozenset[str]) -> tuple[Side, Side] | None:
        one, two = (side(pool, self.feature, value, fixed, gone) for pool in (self.pool1, self.pool2))
        return None if is_unseen_on(one) and is_unseen_on(two) else (one, two)

    def _mixed(self, fixed: Scales, gone: frozenset[str]) -> tuple[Side, Side] | None:
        """Both sides of an unsure value; of a level that neither side shows both say the same, 1/C."""
        if not isinstance(self.value, Shares):
            return None
        found = [(share, self._plain(level, fixed, gone)) for level, share in self.value.of]
        if not any(sides for _, sides in found):
            return None
        alike = Unknown(fixed.levels[self.feature.id])
        one, two = (Mixed(tuple((q, s[at] if s else alike) for q, s in found)) for at in (0, 1))
        return one, two


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
    drawn: dict[tuple[Draw, str], tuple[Pool, list[str]]] = {}
    for weighable in weighables:
        draw_, pool = weighable.side(first)
        if weighable.tells_apart and pool is not None:
            by = " by systems" if weighable.feature.kind_ == KIND else ""
            drawn.setdefault((draw_, by), (pool, []))[1].append(weighable.feature.id)
    return tuple(
        Known(f"{draw_.words}{by}", pool.units, pool.examined(features))
        for (draw_, by), (pool, features) in drawn.items()
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
    found = [
        _weighable(pair, item, feature, value, lines, pools)
        for feature, value in values(item, features, pools)
    ]
    joined = composed([(one.feature, (one.pool1, one.pool2)) for one in found])
    reasons = {
        one.feature.id: not_weighed(one.feature, fixed) or joined.get(one.feature.id) or _novel(one, fixed)
        for one in found
    }
    return Evidence(
        weighable=tuple(one for one in found if not reasons[one.feature.id]),
        unweighed=tuple(shown(one, why) for one in found if (why := reasons[one.feature.id])),
        observed=tuple(one for one in found if one.feature.link != FINISH),
    )


def composed(found: Sequence[tuple[Feature, Sequence[Pool | None]]]) -> dict[str, str]:
    """Which features do not weigh because of a composite, or as one, each with the reason.

    A composite stands in for the features that it joins where ten units of each documented side were examined
    for all of them; else it is the composite that does not weigh.
    """
    groups = {feature.id: feature.group for feature, _ in found}
    reasons: dict[str, str] = {}
    for composite, pools in found:
        if composite.kind_ != COMPOSITE:
            continue
        known = [pool.examined([composite.id]) for pool in pools if pool is not None]
        strange = [part for part in composite.levels if groups.get(part) != composite.group]
        if strange:
            reasons[composite.id] = f"it joins {', '.join(strange)}, not of its own group {composite.group}"
        elif min(known, default=0) < ENOUGH_FOR_COMPOSITE:
            counts = " and ".join(map(str, known)) or "none"
            reasons[composite.id] = (
                f"a joint pattern needs {ENOUGH_FOR_COMPOSITE} units of each line examined for it ({counts})"
            )
        else:
            reasons |= dict.fromkeys(composite.levels, f"weighed as part of the composite {composite.id}")
    return reasons


def values(item: Observed, features: Iterable[Feature], pools: Pools) -> Iterator[tuple[Feature, Value]]:
    """Every feature that has a value on the item, and every module that was looked for, as such."""
    for feature in features:
        if feature.kind_ == KIND:
            yield from pools.modules.weighed(feature)
        elif feature.id in item.values:
            yield feature, item.values[feature.id]


@frozen(eq=False)
class Pools:
    """The pools of a collection by the lines they hold, so that each is counted once."""

    collection: Collection
    known: dict[tuple[str, ...], Pool]
    modules: Modules

    def of(self, drawn: Draw, feature: Feature) -> Pool | None:
        """The specimens that a feature is drawn from; for modules the systems."""
        return self.modules.pool(drawn) if feature.kind_ == KIND else self(drawn)

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
    if feature.kind_ == KIND:
        return ""
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
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _novel(finding: Weighable, fixed: Scales) -> str:
    return "" if finding.finding(fixed) else NOVEL


def _weighable(
    pair: tuple[Hypothesis, Hypothesis],
    item: Observed,
    feature: Feature,
    value: Value,
    lines: Sequence[Line],
    pools: Pools,
) -> Weighable:
    draw1, draw2 = (draw(hypothesis, feature.group, feature.link, lines) for hypothesis in pair)
    return Weighable(
        feature=feature,
        value=value,
        epsilon=max(least_epsilon(feature), LOOSE_EPSILON if feature.id in item.loose else 0.0),
        draw1=draw1,
        draw2=draw2,
        pool1=pools.of(draw1, feature),
        pool2=pools.of(draw2, feature),
    )


def side(
    pool: Pool | None, feature: Feature, value: Value, fixed: Scales, gone: frozenset[str] = frozenset()
) -> Side:
    """What a pool, or an undocumented line, says of a plain value without the specimens ``gone``."""
    scale = fixed.of(feature)
    if feature.kind_ == KIND:
        return _held(pool, feature.id, value, gone)
    if pool is None:
        return _reckoned(None, feature.id, value, scale, gone)
    key = feature.id, value, scale, pool.mine(gone)
    if key not in pool.sides:
        pool.sides[key] = _reckoned(pool, *key)
    return pool.sides[key]


def _held(pool: Pool | None, feature: str, value: Value, gone: frozenset[str]) -> Side:
    if pool is None:
        return Unknown(2)
    seen, of = pool.tally(feature, PRESENT, gone)
    return Held(float(seen), float(of), matches=value != ABSENT)


def is_unseen_on(side: Side) -> bool:
    """Whether a documented side shows the value, or holds the module, nowhere."""
    return isinstance(side, Tally | Held) and not side.seen


def _reckoned(
    pool: Pool | None, feature: str, value: Value, scale: int | Prior, gone: frozenset[str]
) -> Side:
    if isinstance(scale, Prior) and isinstance(value, float):
        return _measured(value, pool.measurements(feature, gone) if pool else (), scale)
    if isinstance(scale, Prior):
        raise ValueError(f"{feature!r} is a measurement, and {value!r} is no number")
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
