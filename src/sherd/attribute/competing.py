"""The accounts set against the evidence row by row, from the same probabilities that are weighed.

Analysis of competing hypotheses (Heuer, Psychology of Intelligence Analysis, 1999, ch. 8): what speaks
against an account counts, and a finding that every account explains tells nothing. An analyst enters letters
by hand; here each letter is how far an account falls short, in bans, of the one that explains the finding
best.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from sherd.attribute.bench import Bench
from sherd.attribute.collection import Pool
from sherd.attribute.dependence import CELLS, DEFAULT, tempering
from sherd.attribute.draws import LINKS, draw
from sherd.attribute.evidence import composed, is_unseen_on, not_weighed, side, text, values
from sherd.attribute.likelihood import Side
from sherd.attribute.observed import LOOSE_EPSILON, Value, least_epsilon
from sherd.attribute.observed import levels as levels_of
from sherd.model.doubtful import Shares
from sherd.model.items import Feature
from sherd.model.reasoning import EvidenceRow, Inconsistency, Letter, Matrix, Stand

CUTS: tuple[tuple[float, Letter], ...] = ((-0.1, "CC"), (-0.5, "C"), (-1.0, "I"), (-math.inf, "II"))
"""How far below the best fit, in bans, each letter reaches."""


@frozen
class Told:
    """One finding with what each account says of it; ``epsilon`` is its least contamination.

    ``sides`` holds, for each account in order, each level that the value may be by its share.
    """

    feature: Feature
    value: Value
    epsilon: float
    sides: tuple[tuple[tuple[float, Side], ...], ...]

    def log10_ps(self, pseudo_count: float, epsilon: float) -> tuple[float, ...]:
        """log10 of the probability of the finding under each account.

        Documented lines that do not show a level say the same of it, the mean of what they would: else it
        would favour the smallest collection.
        """
        epsilon = max(self.epsilon, epsilon)
        by_level = [
            _evened([(side, side.log10_p(pseudo_count, epsilon)) for _, side in at_level])
            for at_level in zip(*self.sides, strict=True)
        ]
        shares = [share for share, _ in self.sides[0]]
        return tuple(
            math.log10(math.fsum(q * 10.0**p for q, p in zip(shares, ps, strict=True)))
            if len(shares) > 1
            else ps[0]
            for ps in zip(*by_level, strict=True)
        )


def told(bench: Bench) -> tuple[Told, ...]:
    """Every finding that can be weighed, with what each account of the case says of it."""
    found = [
        (feature, value, _pools(bench, feature))
        for feature, value in values(bench.seen, bench.record.features, bench.pools)
        if not not_weighed(feature, bench.fixed)
    ]
    joined = composed([(feature, pools) for feature, _, pools in found])
    return tuple(
        _told(bench, feature, value, pools)
        for feature, value, pools in found
        if feature.id not in joined and bench.record.hypotheses
    )


def log_likelihoods(rows: Sequence[Told], accounts: int) -> list[tuple[float, ...]]:
    """log10 P(findings | account) for each account and each of the 27 cells, groups tempered."""
    groups: dict[str, list[Told]] = {}
    for row in rows:
        groups.setdefault(row.feature.group, []).append(row)
    totals = [[0.0] * len(CELLS) for _ in range(accounts)]
    for found in groups.values():
        for at, (pseudo_count, rho, epsilon) in enumerate(CELLS):
            w = tempering(len(found), rho)
            for row in found:
                for total, p in zip(totals, row.log10_ps(pseudo_count, epsilon), strict=True):
                    total[at] += w * p
    return [tuple(total) for total in totals]


def matrix(rows: Sequence[Told], bench: Bench) -> Matrix:
    """The accounts against the evidence: least inconsistent account first, most telling finding first."""
    accounts = [hypothesis.id for hypothesis in bench.record.hypotheses]
    stands = [(row, _stands(row, accounts)) for row in rows]
    seen = sorted(
        (_row(row, found) for row, found in stands), key=lambda row: (-row.diagnosticity, row.feature)
    )
    observed = {row.feature.id for row in rows} | bench.seen.values.keys()
    unseen = tuple(
        EvidenceRow(feature=f.id, group=f.group, link=f.link, value=None, stands=(), diagnosticity=0.0)
        for f in bench.record.features
        if f.link in LINKS and f.kind_ in ("category", "number") and f.id not in observed
    )
    return Matrix(accounts=_inconsistencies(stands, accounts), rows=(*seen, *unseen))


def letter(below: float) -> Letter:
    """The letter of a shortfall in bans.

    >>> [letter(x) for x in (0, -0.1, -0.3, -0.9, -1.2)]
    ['CC', 'CC', 'C', 'I', 'II']
    """
    return next(letter for cut, letter in CUTS if below + 1e-12 >= cut)


def _stands(row: Told, accounts: Sequence[str]) -> tuple[Stand, ...]:
    pseudo_count, _, epsilon = CELLS[DEFAULT]
    ps = row.log10_ps(pseudo_count, epsilon)
    return tuple(
        Stand(hypothesis=account, log10_p=p, below=p - max(ps), letter=letter(p - max(ps)))
        for account, p in zip(accounts, ps, strict=True)
    )


def _row(row: Told, stands: tuple[Stand, ...]) -> EvidenceRow:
    return EvidenceRow(
        feature=row.feature.id,
        group=row.feature.group,
        link=row.feature.link,
        value=text(row.value),
        stands=stands,
        diagnosticity=-min(stand.below for stand in stands),
    )


def _inconsistencies(
    stands: Sequence[tuple[Told, tuple[Stand, ...]]], accounts: Sequence[str]
) -> tuple[Inconsistency, ...]:
    sizes: dict[str, int] = {}
    for row, _ in stands:
        sizes[row.feature.group] = sizes.get(row.feature.group, 0) + 1
    rho = CELLS[DEFAULT][1]
    found = []
    for at, account in enumerate(accounts):
        against = [(row, each[at]) for row, each in stands if each[at].letter in ("I", "II")]
        short = math.fsum(-s.below * tempering(sizes[row.feature.group], rho) for row, s in against)
        very = sum(stand.letter == "II" for _, stand in against)
        found.append(
            Inconsistency(
                hypothesis=account, bans=short, inconsistent=len(against) - very, very_inconsistent=very
            )
        )
    return tuple(sorted(found, key=lambda each: each.bans))


def _pools(bench: Bench, feature: Feature) -> tuple[Pool | None, ...]:
    draws = (draw(h, feature.group, feature.link, bench.record.lines) for h in bench.record.hypotheses)
    return tuple(bench.pools.of(drawn, feature) for drawn in draws)


def _told(bench: Bench, feature: Feature, value: Value, pools: Sequence[Pool | None]) -> Told:
    shares = value.of if isinstance(value, Shares) else tuple((level, 1.0) for level in levels_of(value))
    by_level: tuple[tuple[Value, float], ...] = shares or ((value, 1.0),)
    loose = LOOSE_EPSILON if feature.id in bench.seen.loose else 0.0
    return Told(
        feature=feature,
        value=value,
        epsilon=max(least_epsilon(feature), loose),
        sides=tuple(
            tuple((share, side(pool, feature, level, bench.fixed)) for level, share in by_level)
            for pool in pools
        ),
    )


def _evened(found: Sequence[tuple[Side, float]]) -> list[float]:
    unseen = [p for side, p in found if is_unseen_on(side)]
    mean = math.fsum(unseen) / len(unseen) if unseen else 0.0
    return [mean if is_unseen_on(side) else p for side, p in found]
