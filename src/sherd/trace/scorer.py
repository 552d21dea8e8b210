"""How likely it is that two names are one party's: a frozen scorer over what was measured of them.

The scorer is a set of small decision trees, monotone where sense demands it (more agreement never lowers a
score), fitted once to public lists and shipped as the table ``name_scorer_VERSION``; what the trees say is
then set right against the shares that were observed (table ``name_calibration``). The version stands in every
hit. A new fit is a new version beside the old one, and never changes what the old one makes of a measured
pair. The score is the share of pairs so measured that were one party, among the best finds for names of which
about half were listed: a possible match, never an identity.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from attrs import frozen

from sherd.data import rows
from sherd.text.compiled import compiled, has_compiler
from sherd.trace import forest
from sherd.trace.alignment import FEATURES

VERSION = "3"
METHOD = ("names", VERSION)

MEASURES = (*FEATURES, "shared", "forms", "generic", "organisation", "scripts")
"""What a score is made of: the measures of the pair, how much the search found in common, whether the legal
forms agree (1), differ (-1) or one is missing (0), the share of generic words asked about, whether they look
like an organisation, whether one is written without short vowels or read from Chinese and the other not."""

Array = Any

WHOLE, LEFT = 2.0, 4.0
"""What trees cannot say between their thresholds, in log-odds: unlikeness of the whole names takes away, and
so does a word left over on both sides."""

NAMED = 3.0
"""What it takes away at most, in log-odds, where a listed name of another script agrees in town and trade but
not in what names the party asked about (from version 3 on)."""

FEW = 400
"""Pairs that are scored without compiling the loop."""


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
def trees(version: str) -> dict[str, Trees]:
    """The trees of a version for entries that are persons (``person``) or anything else (``other``), and for
    names of two scripts (``scripts``).

    Raises ValueError for a version that sherd does not ship."""
    nodes: dict[str, list[dict[str, str]]] = {}
    for row in rows(f"name_scorer_{version}"):
        nodes.setdefault(row["party"], []).append(row)
    return {party: _trees(found) for party, found in nodes.items()}


def _trees(nodes: list[dict[str, str]]) -> Trees:
    base = float(nodes[0]["value"])
    nodes = nodes[1:]
    roots = [at for at, row in enumerate(nodes) if row["node"] == "0"]
    start = np.repeat(roots, np.diff([*roots, len(nodes)]))
    places = {name: at for at, name in enumerate(MEASURES)}
    return Trees(
        np.asarray(roots, np.int64),
        np.asarray([places.get(row["measure"], -1) for row in nodes], np.int64),
        np.asarray([float(row["threshold"] or 0) for row in nodes]),
        np.asarray([int(row["left"] or 0) for row in nodes], np.int64) + start,
        np.asarray([int(row["right"] or 0) for row in nodes], np.int64) + start,
        np.asarray([float(row["value"] or 0) for row in nodes]),
        base,
    )


@cache
def calibration(version: str) -> dict[str, tuple[Array, Array]]:
    """What the trees of a version said and what was observed, rising, by the party they are for."""
    points: dict[str, list[tuple[float, float]]] = {}
    for row in rows("name_calibration"):
        if row["version"] == version:
            points.setdefault(row["party"], []).append((float(row["said"]), float(row["observed"])))
    return {party: (np.asarray(found)[:, 0], np.asarray(found)[:, 1]) for party, found in points.items()}


def scores(measured: Array, is_person: Array, version: str = VERSION) -> Array:
    """Scores from 0 to 1 of pairs; ``measured`` has a row a pair and a column for each of
    :data:`MEASURES`."""
    found = np.zeros(len(measured))
    for party, chosen in parties(measured, is_person).items():
        if chosen.any():
            said = uncalibrated(measured[chosen], party, version)
            points = calibration(version).get(party)
            found[chosen] = said if points is None else np.interp(said, *points)
    return found


def parties(measured: Array, is_person: Array) -> dict[str, Array]:
    """Which pairs each set of trees is for."""
    across = measured[:, -1] > 0.0
    return {"scripts": across, "person": is_person & ~across, "other": ~is_person & ~across}


def uncalibrated(measured: Array, party: str, version: str = VERSION) -> Array:
    """What the trees of one party say of pairs, before it is set right."""
    of = trees(version)[party]
    sums = np.full(len(measured), of.base)
    many = len(measured) > FEW and has_compiler()
    add = compiled(forest, "sum_trees") if many else forest.sum_at_once
    add(np.ascontiguousarray(measured), of.roots, of.measure, of.threshold, of.left, of.right, of.value, sums)
    return 1.0 / (1.0 + np.exp(-(sums + linear(measured, party, version))))


def linear(measured: Array, party: str, version: str = VERSION) -> Array:
    """What the linear terms add: for two scripts whether a name is found by town and trade alone; else two
    terms for which a script that is not spelt out is too coarse."""
    if party == "scripts":
        bare = np.clip(2.0 * (measured[:, 6] - measured[:, 5]) - 1.0, 0.0, 1.0)
        return -NAMED * bare * (measured[:, 22] < 1.0) * (version not in ("1", "2"))
    return WHOLE * (measured[:, 7] - 1.0) - LEFT * measured[:, 19]
