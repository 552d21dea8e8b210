"""The share of one origin among what was found, month by month, with origins that are not certain.

An item whose origin is uncertain counts with its probability: origins are drawn many times and the posteriors
averaged (multiple imputation), never cut at one half. Items of one strike, lot or wreck are one find. Gradual
adoption is the usual truth, so that a logistic ramp is weighed against the abrupt step.

Source: Rubin, Multiple Imputation for Nonresponse in Surveys (1987).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve, field, frozen

from sherd.attribute.changes import LN10, Share, log_sum, many_changes, run_lengths, single_change
from sherd.model.changes import OriginShare, Period, RampOrStep, SingleChange

DRAWS = 200
GRID = 25
WIDTHS = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0)
"""Scales of the logistic curve that are weighed, in periods."""


@frozen
class Find:
    """One item: its period, the probability that it is of the origin in question, and what it came with."""

    item: str
    period: str
    p: float = field()
    cluster: str = ""

    @p.validator
    def _chance(self, _: object, p: float) -> None:
        if not 0 <= p <= 1:
            raise ValueError(f"item {self.item}: {p} is no probability")


def cluster_counts(finds: Iterable[Find], periods: Sequence[str] = ()) -> tuple[Period, ...]:
    """Counts by period in which each strike, lot or wreck is one find; its share of the origin is its count.

    ``periods`` gives the order and those in which nothing was found; without it they are sorted.

    >>> together = [Find("a", "2023-01", 1, "strike"), Find("b", "2023-01", 0, "strike")]
    >>> cluster_counts([*together, Find("c", "2023-01", 1)])
    (Period(name='2023-01', count=1.5, of=2.0),)
    """
    units: dict[tuple[str, str], list[float]] = defaultdict(list)
    for number, find in enumerate(finds):
        units[find.period, find.cluster or f"\0{number}"].append(find.p)
    names = list(periods) or sorted({period for period, _ in units})
    if strange := sorted({period for period, _ in units} - set(names)):
        raise ValueError(f"finds in periods that are not listed: {', '.join(strange)}")
    shares: dict[str, list[float]] = defaultdict(list)
    for (period, _), found in sorted(units.items()):
        shares[period].append(sum(found) / len(found))
    return tuple(Period(name, math.fsum(shares[name]), float(len(shares[name]))) for name in names)


def imputed_change(
    finds: Sequence[Find],
    periods: Sequence[str] = (),
    *,
    kind: Share | None = None,
    draws: int = DRAWS,
    seed: int = 1,
) -> SingleChange:
    """The place of one change, averaged over draws of the uncertain origins; certain ones need one draw.

    The Bayes factor is averaged too. Raises ValueError for fewer than one draw or fewer than two periods.
    """
    if draws < 1:
        raise ValueError(f"{draws} draws draw nothing")
    import numpy as np

    drawn = np.random.default_rng(seed)
    certain = all(find.p in (0, 1) for find in finds)
    found = [
        single_change(cluster_counts(_settled(finds, drawn.random(len(finds)).tolist()), periods), kind)
        for _ in range(1 if certain else draws)
    ]
    if len(found) == 1:
        return found[0]
    p = [math.fsum(each) / len(found) for each in zip(*(one.p for one in found), strict=True)]
    mode = max(range(len(p)), key=lambda i: (p[i], -i)) + 1
    level = found[0].level
    lower, upper = _tails(p, level)
    return SingleChange(
        periods=found[0].periods,
        p=tuple(p),
        mode=mode,
        mean=sum(k * share for k, share in enumerate(p, 1)),
        lower=lower,
        upper=upper,
        level=level,
        log10_bayes_factor=log_sum([one.log10_bayes_factor * LN10 for one in found]) / LN10
        - math.log10(len(found)),
        before=math.fsum(one.before for one in found) / len(found),
        after=math.fsum(one.after for one in found) / len(found),
        p_increase=math.fsum(one.p_increase for one in found) / len(found),
        basis=f"{draws} draws of the origins that are not certain (seed {seed}), every place weighed in each",
    )


def _settled(finds: Sequence[Find], chances: Sequence[float]) -> list[Find]:
    return [evolve(find, p=float(chance < find.p)) for find, chance in zip(finds, chances, strict=True)]


def ramp_or_step(periods: Sequence[Period], kind: Share | None = None) -> RampOrStep:
    """Evidence of a logistic ramp and of a step, both with the same prior on the share before and after.

    The ramp is summed over a grid of its middle, its width and both shares. Raises ValueError for fewer than
    two periods.
    """
    import numpy as np

    kind = kind or Share()
    step = single_change(periods, kind).log10_bayes_factor
    edges = (np.arange(GRID) + 0.5) / GRID
    prior = (kind.a - 1) * np.log(edges) + (kind.b - 1) * np.log1p(-edges)
    prior -= np.log(np.exp(prior).sum())
    before, after = edges[:, None, None], edges[None, :, None]
    counts = np.array([period.count for period in periods])
    ofs = np.array([period.of for period in periods])
    at = np.arange(1, len(periods) + 1)
    middles = np.arange(1.0, len(periods) + 0.5, 0.5)
    logs = np.empty((len(middles), len(WIDTHS)))
    for i, middle in enumerate(middles):
        for j, width in enumerate(WIDTHS):
            way = 1 / (1 + np.exp(-np.clip((at - middle) / width, -500, 500)))
            share = before + (after - before) * way
            fit = (counts * np.log(share) + (ofs - counts) * np.log1p(-share)).sum(axis=2)
            logs[i, j] = log_sum(list((fit + prior[:, None] + prior[None, :]).ravel()))
    whole = log_sum(list(logs.ravel()))
    weights = np.exp(logs - whole)
    none = kind.log_fit(float(counts.sum()), float(ofs.sum()))
    return RampOrStep(
        step=step,
        ramp=(whole - math.log(logs.size) - none) / LN10,
        midpoint=float((weights.sum(axis=1) * middles).sum()),
        width=float((weights.sum(axis=0) * np.array(WIDTHS) * 4).sum()),
        basis=(
            f"logistic ramp over {len(middles)} middles, {len(WIDTHS)} widths and {GRID} × {GRID} shares "
            f"against a step anywhere in {len(periods)} periods"
        ),
    )


def origin_share(
    origin: str, finds: Sequence[Find], periods: Sequence[str] = (), *, draws: int = DRAWS, seed: int = 1
) -> OriginShare:
    """Everything that the share of one origin comes to. Raises ValueError for fewer than two periods."""
    counted = cluster_counts(finds, periods)
    together = len(finds) - sum(round(period.of) for period in counted)
    uncertain = sum(find.p not in (0, 1) for find in finds)
    notes = ["Periods are those of recovery, and finds come in batches: this is a change in what was found."]
    if together:
        notes.append(
            f"{len(finds)} items are {len(finds) - together} finds: those of one strike or lot are one."
        )
    if uncertain:
        notes.append(f"{uncertain} of {len(finds)} origins are uncertain and were drawn {draws} times.")
    return OriginShare(
        origin=origin,
        periods=counted,
        change=imputed_change(finds, periods, draws=draws, seed=seed),
        many=many_changes(counted, most=min(3, len(counted) - 1)),
        ramp_or_step=ramp_or_step(counted),
        run_length=run_lengths(counted, hazard=1 / max(len(counted), 2)),
        imputations=draws if uncertain else 0,
        notes=tuple(notes),
    )


def _tails(p: Sequence[float], level: float) -> tuple[int, int]:
    total, lower, upper = 0.0, 0, len(p)
    for k, share in enumerate(p, 1):
        total += share
        if not lower and total >= (1 - level) / 2:
            lower = k
        if total >= (1 + level) / 2:
            upper = k
            break
    return lower or len(p), upper
