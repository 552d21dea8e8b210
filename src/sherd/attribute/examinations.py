"""What to look at next: which feature that nobody has observed could change the weight most.

The expected change of a pair's default weight is the sum, over the values that a feature may take, of how
probable the value is (half by either account) times the size of the change that it would make. What was
destroyed or never recovered is not asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from sherd.attribute.bench import Bench
from sherd.attribute.dependence import (
    CELLS,
    DEFAULT,
    SETTINGS,
    Finding,
    grouped,
    said,
    sign,
    tempering,
    weakest,
    weights,
)
from sherd.attribute.draws import LINKS, Draw, draw
from sherd.attribute.evidence import findings, not_weighed, side, text
from sherd.attribute.likelihood import Measured, Side
from sherd.attribute.observed import Value, is_language, least_epsilon
from sherd.attribute.words import expression
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Feature
from sherd.model.reasoning import Examination, Turn
from sherd.model.weights import PairWeight

OTHER = "any other value"
LOST = frozenset({"DESTROYED", "NOT_RECOVERED"})
TOLD = 8
"""For how many features of a pair it is told which value would change the words."""

STEPS = 240
"""Into how many steps the values of a measurement are cut, over ten scales to either side."""

Possible = tuple[Value, float, Finding | None]
"""A value, how probable it is, and what it would say; ``None``: the same of both accounts."""


def examinations(bench: Bench, pairs: Sequence[PairWeight]) -> tuple[Examination, ...]:
    """Each feature that could still be observed, for the pair in which it tells most; the best first."""
    accounts = {hypothesis.id: hypothesis for hypothesis in bench.record.hypotheses}
    best: dict[str, Examination] = {}
    for pair in pairs:
        for found in _of_pair(bench, accounts[pair.h1], accounts[pair.h2], pair):
            if found.feature not in best or found.expected > best[found.feature].expected:
                best[found.feature] = found
    return tuple(sorted(best.values(), key=lambda each: (-each.expected, each.feature)))


def _of_pair(bench: Bench, one: Hypothesis, two: Hypothesis, pair: PairWeight) -> Iterator[Examination]:
    features = [feature for feature in bench.record.features if _is_open(bench, feature)]
    drawn = {f.id: tuple(draw(h, f.group, f.link, bench.record.lines) for h in (one, two)) for f in features}
    features = [feature for feature in features if drawn[feature.id][0] != drawn[feature.id][1]]
    if not features:
        return
    known = findings(bench.evidence(one, two).weighable, bench.fixed)
    found = [_examination(bench, feature, drawn[feature.id], known, pair) for feature in features]
    found = sorted((each for each in found if each.expected > 0), key=lambda each: -each.expected)
    for number, each in enumerate(found):
        if number < TOLD and not pair.refused:
            feature = next(f for f in features if f.id == each.feature)
            turns = _turns(bench, feature, drawn[feature.id], known, pair)
            each = evolve(each, turns=tuple(turns))
        yield each


def _is_open(bench: Bench, feature: Feature) -> bool:
    """Whether a feature could be observed on the item, and would weigh."""
    seen = bench.seen
    return (
        feature.kind_ in ("category", "number")
        and feature.link in LINKS
        and feature.id not in seen.values
        and seen.unseen.get(feature.id) not in LOST
        and not not_weighed(feature, bench.fixed)
    )


def _examination(
    bench: Bench, feature: Feature, drawn: Sequence[Draw], known: Sequence[Finding], pair: PairWeight
) -> Examination:
    m, total = _group(known, feature.group)
    rho = CELLS[DEFAULT][1]
    before, w = tempering(m, rho) * total if m else 0.0, tempering(m + 1, rho)
    expected = alone = 0.0
    for _, probability, finding in _possible(bench, feature, drawn):
        if finding is not None:
            bans = finding.bans[SETTINGS.index((CELLS[DEFAULT][0], CELLS[DEFAULT][2]))]
            expected += probability * abs(w * (total + bans) - before)
            alone += probability * abs(bans)
    return Examination(
        feature=feature.id,
        group=feature.group,
        link=feature.link,
        h1=pair.h1,
        h2=pair.h2,
        expected=expected,
        alone=alone,
        words=instruction(feature, bench.item.id, bench.seen.unseen.get(feature.id)),
    )


def instruction(feature: Feature, item: str, unseen: str | None = None) -> str:
    """What a field team is to do.

    >>> from sherd.model.dates import Interval
    >>> core = Feature(case="c", id="wing_core", group="airframe", kind_="category", link="design",
    ...                decided=Interval.parse("2026"))
    >>> instruction(core, "2")
    'photograph the wing core of item 2'
    """
    name = feature.id.replace("_", " ")
    if feature.kind_ == "number":
        unit = f" in {feature.unit}" if feature.unit else ""
        said = f"measure the {name}{unit} of item {item}, three times over"
    elif is_language(feature):
        said = f"photograph every marking of item {item}, and write down the {name}"
    elif feature.link == "source":
        said = f"open item {item} and photograph the {name} with all that is written on it"
    elif feature.link == "assembly":
        said = f"photograph the {name} of item {item} from close up"
    else:
        said = f"photograph the {name} of item {item}"
    return f"{said} (uncover it first: it was not visible)" if unseen == "NOT_VISIBLE" else said


def _group(known: Iterable[Finding], group: str) -> tuple[int, float]:
    """How many findings of a group there are, and their default weights summed."""
    at = SETTINGS.index((CELLS[DEFAULT][0], CELLS[DEFAULT][2]))
    m, sums = grouped(known).get(group, (0, ()))
    return m, sums[at] if m else 0.0


def _possible(bench: Bench, feature: Feature, drawn: Sequence[Draw]) -> Iterator[Possible]:
    pools = [bench.pools.of(each, feature) for each in drawn]
    epsilon = least_epsilon(feature)
    pseudo_count, _, default = CELLS[DEFAULT]

    def sides(value: Value) -> tuple[Side, Side]:
        one, two = (side(pool, feature, value, bench.fixed) for pool in pools)
        return one, two

    def probability(one: Side, two: Side) -> float:
        return sum(math.pow(10, s.log10_p(pseudo_count, max(epsilon, default))) for s in (one, two)) / 2

    if feature.kind_ == "number":
        for x, step in _steps(sides(0.0)):
            one, two = sides(x)
            yield x, probability(one, two) * step, said(feature.id, feature.group, one, two, epsilon)
        return
    rest = 1.0
    for level in bench.collection.levels(feature.id).seen:
        one, two = sides(level)
        rest -= (p := probability(one, two))
        neither = all(pool is not None and not pool.tally(feature.id, level)[0] for pool in pools)
        yield level, p, None if neither else said(feature.id, feature.group, one, two, epsilon)
    one, two = sides(f"\0{OTHER}")
    novel = all(pool is not None for pool in pools)
    yield OTHER, max(rest, 0.0), None if novel else said(feature.id, feature.group, one, two, epsilon)


def _steps(sides: Sequence[Side]) -> Iterator[tuple[float, float]]:
    """Values of a measurement that between them cover what both sides expect, each with its width."""
    spread = [s.student() for s in sides if isinstance(s, Measured)]
    low = min(middle - 10 * scale for _, middle, scale in spread)
    high = max(middle + 10 * scale for _, middle, scale in spread)
    step = (high - low) / STEPS
    for n in range(STEPS):
        yield low + (n + 0.5) * step, step


def _turns(
    bench: Bench, feature: Feature, drawn: Sequence[Draw], known: Sequence[Finding], pair: PairWeight
) -> Iterator[Turn]:
    """The values that would change what the pair is called."""
    for value, _, finding in _possible(bench, feature, drawn):
        if finding is None or feature.kind_ == "number":
            continue
        cells = weights([*known, finding])
        reported = weakest(cells)
        if (expression(reported), sign(reported)) != (pair.words, sign(pair.reported)):
            words = expression(reported)
            yield Turn(value=text(value), default=cells[DEFAULT], reported=reported, words=words)
