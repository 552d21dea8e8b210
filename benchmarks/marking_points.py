"""Fit the points by which sherd states how sure an identification is: makes the table ``match_points``.

    python benchmarks/marking_points.py [--write]

The 2,000 markings of MARK-1 (half given for development) are searched in the catalogue of 100,000 parts,
once as it is and once without every part that would be a right answer; and 2,000 parts of a wider catalogue
that are not in it stand in place of the part in the same markings, worn by other noise. Two logistic
regressions are fitted on the terms of ``sherd.identify.match.outcome``: ``there`` tells the first search
from the others, ``right`` a right first answer from a wrong one. What is printed was measured by ten-fold
cross-validation, no marking judged by points that had seen it. ``--write`` puts the table into the source
tree.
"""

from __future__ import annotations

import csv
import random
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from sherd.identify.match import Index
from sherd.identify.match.costs import costs
from sherd.identify.match.evidence import evidence
from sherd.identify.match.lookup import find
from sherd.identify.match.outcome import disagrees, terms
from sherd.text import key

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "marking"
TABLE = ROOT / "src" / "sherd" / "data" / "match_points.csv"
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FOLDS, BLOCK, FALSE = 10, 400, 0.025
HEAD = """\
# Points that each term of the evidence (sherd.identify.match.outcome) gives: for the part being in the
# catalogue at all (there), and for the first candidate being it (right); in natural log odds, for one unit of
# the term.
# licence: CC0-1.0 (fitted for sherd)
term,there,right,source
"""
SOURCE = "fitted on 2,000 markings of known truth by benchmarks/marking_points.py"
Table = NDArray[np.float64]


def is_hit(mpn: str, truth: dict[str, str]) -> bool:
    """Whether a part number is the right answer, by the rule of MARK-1."""
    read = key(mpn)
    return read.startswith(key(truth["truth_base"])) or read == key(truth["truth_mpn"])


Flags = NDArray[np.bool_]


def seen(mpns: Sequence[str], truths: Sequence[dict[str, str]]) -> tuple[list[str], Table, Flags, Flags]:
    """The names of the terms, their values (markings, terms), whether the first candidate is right, and
    whether the marking plainly disagrees with it.
    """
    index = Index.of(mpns)
    (found,) = list(find(index, [truth["marking"] for truth in truths], compiled=True))
    speaks = evidence(index, found, costs().reads)
    named = terms(speaks)
    top = found.spellings[:, 0]
    right = [w >= 0 and is_hit(mpns[index.rows[w]], t) for w, t in zip(top, truths, strict=True)]
    return list(named), np.array(list(named.values())).T, np.array(right), disagrees(speaks)


def without(mpns: list[str], truths: Sequence[dict[str, str]]) -> list[str]:
    """The catalogue without any part that is a right answer to any of these markings."""
    bases = {key(truth["truth_base"]) for truth in truths}
    shortest = min(map(len, bases))
    wholes = {key(truth["truth_mpn"]) for truth in truths}

    def stays(mpn: str) -> bool:
        read = key(mpn)
        return read not in wholes and not any(read[:n] in bases for n in range(shortest, len(read) + 1))

    return [mpn for mpn in mpns if stays(mpn)]


def strangers(mpns: list[str], truths: Sequence[dict[str, str]], seed: int) -> list[dict[str, str]]:
    """Markings of parts that the catalogue does not hold, in known surroundings; half of them worn."""
    chance = random.Random(seed)
    begun = {read[:n] for read in map(key, mpns) for n in range(4, len(read) + 1)}
    wide = pq.read_table(DATA / "catalogue.parquet", columns=["mpn"]).column(0).to_pylist()
    others = [
        mpn for mpn in chance.sample(wide, 10 * len(truths)) if key(mpn) not in begun and len(key(mpn)) > 4
    ]
    made = []
    for mpn, truth in zip(others, truths, strict=False):
        rate = chance.choice((0.0, 0.0, 0.04, 0.1))
        worn = "".join(chance.choice(SIGNS) if s.isalnum() and chance.random() < rate else s for s in mpn)
        made.append({**truth, "marking": truth["marking"].replace(truth["part_text"], worn, 1)})
    return made


def fitted(table: Table, wanted: NDArray[np.bool_], strictness: float) -> Table:
    """Points for each term; the first term is always 1 and takes the rest."""
    scale = StandardScaler().fit(table)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        found = LogisticRegression(max_iter=3000, C=strictness).fit(scale.transform(table), wanted)
    points: Table = found.coef_[0] / scale.scale_
    points[0] += found.intercept_[0] - (points * scale.mean_).sum()
    return points


def chance(points: Table) -> Table:
    return np.asarray(1 / (1 + np.exp(-np.clip(points, -30, 30))))


def folds(count: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    turn = np.random.default_rng(20261126).permutation(count)
    for part in np.array_split(turn, FOLDS):
        yield np.setdiff1d(turn, part), part


def main(write: bool) -> None:
    mpns = [row["mpn"] for row in csv.DictReader((DATA / "catalogue_100k.csv").open(encoding="utf-8"))]
    truths = list(csv.DictReader((DATA / "mark1_dev.csv").open(encoding="utf-8")))
    names, with_it, right, apart = seen(mpns, truths)
    blocks = [truths[n : n + BLOCK] for n in range(0, len(truths), BLOCK)]
    less = [seen(without(mpns, block), block) for block in blocks]
    gone, gone_apart = (np.concatenate([each[n] for each in less]) for n in (1, 3))
    _, far, _, far_apart = seen(mpns, strangers(mpns, truths, 1))
    is_there = np.repeat([True, False, False], (len(truths), len(gone), len(far)))
    there, lacking, sure, unsure, strange, odd = (np.zeros(len(truths)) for _ in range(6))
    for train, test in folds(len(truths)):
        known = np.repeat([True, False, False], len(train))
        points = fitted(np.r_[with_it[train], gone[train], far[train]], known, 0.3)
        there[test], lacking[test] = chance(with_it[test] @ points), chance(gone[test] @ points)
        strange[test] = chance(far[test] @ points)
        points = fitted(with_it[train], right[train], 0.03)
        sure[test], unsure[test] = chance(with_it[test] @ points), chance(gone[test] @ points)
        odd[test] = chance(far[test] @ points)
    there, lacking, strange = (
        np.where(plain, -1.0, first * second)
        for plain, first, second in (
            (apart, there, sure),
            (gone_apart, lacking, unsure),
            (far_apart, strange, odd),
        )
    )
    print(f"plain disagreements: {apart.mean():.4f}, of parts taken out {gone_apart.mean():.4f}, "
          f"of parts elsewhere {far_apart.mean():.4f}")  # fmt: skip
    cut = float(np.quantile(there, FALSE))
    levels = np.array([truth["level"] for truth in truths])
    clean = levels == "clean"
    print(f"right at first: {right.mean():.4f}")
    for false in (0.01, 0.02, FALSE, 0.03, 0.05):
        at = float(np.quantile(there, false))
        print(f"said falsely {false}: below {at:.3f}; said of parts taken out {np.mean(lacking < at):.3f}, "
              f"of clean ones {np.mean(lacking[clean] < at):.3f}, "
              f"of parts elsewhere {np.mean(strange < at):.3f}")  # fmt: skip
    print(f"below {cut:.3f}: {np.mean(there[right] < cut):.4f} of the right first answers")
    at = float(np.quantile(there, 0.03))
    for level in ("clean", "light", "medium", "heavy"):
        here = levels == level
        print(f"below {at:.3f}, {level}: falsely {np.mean(there[here] < at):.4f}, "
              f"parts taken out {np.mean(lacking[here] < at):.4f}")  # fmt: skip
    for part in np.array_split(np.argsort(sure, kind="stable"), 10):
        print(f"stated {sure[part].mean():.3f} observed {right[part].mean():.3f}")
    best = np.argsort(-sure, kind="stable")
    print(f"precision of the surest 90 %: {right[best[: len(best) * 9 // 10]].mean():.4f}")
    if write:
        both = fitted(np.r_[with_it, gone, far], is_there, 0.3), fitted(with_it, right, 0.03)
        lines = [f'{name},{a:.4f},{b:.4f},"{SOURCE}"\n' for name, a, b in zip(names, *both, strict=True)]
        TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
