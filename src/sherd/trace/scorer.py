"""How likely it is that two names are one party's: a frozen scorer over what was measured of them.

The scorer is a set of small decision trees, monotone where sense demands it (more agreement never lowers a
score), fitted once to public lists and shipped as the table ``name_scorer``; its version stands in every hit.
A new fit is a new version beside the old one, and never changes what the old one said. The score is the share
of pairs so measured that were one party in the fit, among the names that a search brings up: a possible
match, never an identity.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from attrs import frozen

from sherd.data import rows
from sherd.trace.alignment import FEATURES
from sherd.trace.likeness import compiled

VERSION = "1"
METHOD = ("names", VERSION)

MEASURES = (*FEATURES, "shared", "forms", "generic", "organisation", "scripts")
"""What a score is made of: the measures of the pair, how much the search found in common, whether the legal
forms agree (1), differ (-1) or one is missing (0), the share of generic words asked about, whether they look
like an organisation, whether one is written without short vowels or read from Chinese and the other not."""

Array = Any


WHOLE, LEFT = 2.0, 4.0
"""What trees cannot say between their thresholds, in log-odds: unlikeness of the whole names takes away, and
so does a word left over on both sides."""


@frozen(eq=False)
class Trees:
    """Trees as arrays: node ``n`` sends a value at most ``threshold`` to ``left``, else to ``right``; a leaf
    adds."""

    roots: Array
    measure: Array
    threshold: Array
    left: Array
    right: Array
    value: Array
    base: float


@cache
def trees(party: str) -> Trees:
    """The trees for entries that are persons (``person``) or anything else (``other``), and for names of two
    scripts (``scripts``)."""
    nodes = [row for row in rows("name_scorer") if row["party"] == party and row["version"] == VERSION]
    base = next(float(row["value"]) for row in nodes if row["tree"] == "base")
    nodes = [row for row in nodes if row["tree"] != "base"]
    roots = [at for at, row in enumerate(nodes) if row["node"] == "0"]
    start = np.repeat(roots, np.diff([*roots, len(nodes)]))
    places = {name: at for at, name in enumerate(MEASURES)}
    return Trees(
        np.asarray(roots, np.int32),
        np.asarray([places.get(row["measure"], -1) for row in nodes], np.int64),
        np.asarray([float(row["threshold"] or 0) for row in nodes]),
        np.asarray([int(row["left"] or 0) for row in nodes], np.int64) + start,
        np.asarray([int(row["right"] or 0) for row in nodes], np.int64) + start,
        np.asarray([float(row["value"] or 0) for row in nodes]),
        base,
    )


@compiled
def _sums(
    measured: Array,
    roots: Array,
    measure: Array,
    threshold: Array,
    left: Array,
    right: Array,
    value: Array,
    out: Array,
) -> None:
    for n in range(len(measured)):
        total = 0.0
        for t in range(len(roots)):
            at = roots[t]
            while measure[at] >= 0:
                at = left[at] if measured[n, measure[at]] <= threshold[at] else right[at]
            total += value[at]
        out[n] += total


def scores(measured: Array, is_person: Array) -> Array:
    """Scores from 0 to 1 of pairs; ``measured`` has a row a pair and a column for each of
    :data:`MEASURES`."""
    found = np.zeros(len(measured))
    across = measured[:, -1] > 0.0
    for party, chosen in (
        ("scripts", across),
        ("person", is_person & ~across),
        ("other", ~is_person & ~across),
    ):
        if chosen.any():
            of = trees(party)
            sums = np.full(int(chosen.sum()), of.base)
            _sums(
                np.ascontiguousarray(measured[chosen]),
                of.roots,
                of.measure,
                of.threshold,
                of.left,
                of.right,
                of.value,
                sums,
            )
            if party != "scripts":
                sums += _between(measured[chosen])
            found[chosen] = 1.0 / (1.0 + np.exp(-sums))
    return found


def _between(measured: Array) -> Array:
    """What the two linear terms add; a script that is not spelt out leaves both too coarse."""
    return WHOLE * (measured[:, 7] - 1.0) - LEFT * measured[:, 19]
