"""Where a weight comes from: every finding with its two probabilities and the counts behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.attribute.collection import Pool
from sherd.attribute.dependence import CELLS, DEFAULT, tempering
from sherd.attribute.draws import Draw
from sherd.attribute.evidence import Scales, Weighable, text
from sherd.attribute.modules import KIND, PRESENT
from sherd.attribute.observed import Value, levels
from sherd.model.weights import FeatureWeight, GroupWeight


def breakdown(weighables: Sequence[Weighable], fixed: Scales) -> Iterator[GroupWeight]:
    """The findings that weigh, group by group, at the default settings."""
    rho = CELLS[DEFAULT][1]
    for group in sorted({weighable.feature.group for weighable in weighables}):
        features = tuple(_feature(w, fixed) for w in weighables if w.feature.group == group)
        w = tempering(len(features), rho)
        yield GroupWeight(
            group=group,
            tempering=w,
            weight=w * sum(feature.weight for feature in features),
            features=features,
            basis=f"{len(features)} observed feature{'s' * (len(features) > 1)}, dependence ρ = {rho:g}",
        )


def _feature(weighable: Weighable, fixed: Scales) -> FeatureWeight:
    finding = weighable.finding(fixed)
    if finding is None:
        raise ValueError(
            f"{weighable.feature.id!r} shows a value that neither side shows: it cannot be weighed"
        )
    pseudo_count, _, epsilon = CELLS[DEFAULT]
    epsilon = max(epsilon, weighable.epsilon)
    one, two = (side.log10_p(pseudo_count, epsilon) for side in (finding.one, finding.two))
    return FeatureWeight(
        feature=weighable.feature.id,
        group=weighable.feature.group,
        link=weighable.feature.link,
        value=text(weighable.value),
        p1=10.0**one,
        p2=10.0**two,
        weight=one - two,
        epsilon=epsilon,
        basis=_basis(weighable, fixed),
    )


def _basis(weighable: Weighable, fixed: Scales) -> str:
    """The counts behind the two probabilities of a finding."""
    name, value = weighable.feature.id, text(weighable.value)
    one, two = (
        _counts(weighable, drawn, first)
        for drawn, first in ((weighable.draw1, True), (weighable.draw2, False))
    )
    of = f"; {fixed.levels[name]} values reckoned with" if name in fixed.levels else ""
    return f"{name} = {value}: {one}, against {two}{of}"


def _counts(weighable: Weighable, drawn: Draw, first: bool) -> str:
    pool = weighable.pool1 if first else weighable.pool2
    feature = weighable.feature.id
    if pool is None:
        return f"{drawn.words}, every value alike"
    if isinstance(weighable.value, float):
        found = pool.measurements(feature)
        mean = sum(x * w for x, w in found) / sum(w for _, w in found) if found else 0.0
        return f"{len(found)} measured on {drawn.words}" + (f", mean {mean:.6g}" if found else "")
    if weighable.feature.kind_ == KIND:
        return f"{_of(pool, feature, PRESENT)} systems of {drawn.words}"
    sure, *others = levels(weighable.value)
    if not others:
        return f"{_of(pool, feature, sure)} units of {drawn.words}"
    each = ", ".join(f"{level} {_of(pool, feature, level)}" for level in (sure, *others))
    return f"{each} units of {drawn.words}"


def _of(pool: Pool, feature: str, value: Value) -> str:
    seen, of = pool.tally(feature, value)
    return f"{float(seen):.3g} of {of}"
