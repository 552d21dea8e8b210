"""Weights under the feature table as it stood when the item was opened, beside those under the table now.

Splitting a group or adding a level after the item was seen moves a weight. Whoever changes the table may have
good reasons; the reader is shown both results, pair by pair, and a change that moves nothing is told too.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.model.findings import FeatureChange
from sherd.model.weights import Attribution, EarlierTable, PairMoved, PairWeight


def beside_earlier(now: Attribution, was: Attribution, changed: Sequence[FeatureChange]) -> Attribution:
    """A result with the one under the earlier table beside it, every pair in the order of its declaration.

    Both are of one item, on the same labels and hypotheses. Raises ``ValueError`` where they are not.
    """
    pairs = tuple(_moved(pair, was.pair(pair.h1, pair.h2)) for pair in now.pairs)
    return evolve(now, earlier=EarlierTable(changes=tuple(changed), pairs=pairs))


def _moved(now: PairWeight, was: PairWeight) -> PairMoved:
    return PairMoved(
        h1=now.h1,
        h2=now.h2,
        default_was=was.default,
        default_now=now.default,
        reported_was=was.reported,
        reported_now=now.reported,
        said_was=_said(was),
        said_now=_said(now),
    )


def _said(pair: PairWeight) -> str:
    if pair.refused:
        return f"no conclusion ({', '.join(refusal.rule.replace('_', ' ') for refusal in pair.refused)})"
    return f"{pair.words} for {pair.favours}"
