"""Fit the points by which sherd states how sure an identification is: makes the table ``match_points``.

    python benchmarks/marking_points.py [--write]

The 2,000 markings of MARK-1 (half given for development) are searched in the catalogue of 100,000 parts,
once as it is and once without every part that would be a right answer. 2,000 parts of a wider catalogue that
are not in it stand in place of the part in the same markings, half of them worn by other noise; and so do,
worn by that same noise, the parts that are in it, so that no noise tells by itself where a part belongs. How
often each sign is read as which other is counted in the right answers (table ``misreadings``). Then two
logistic regressions are fitted on the terms of ``sherd.identify.match.outcome``: ``there`` tells the markings
whose part is in the catalogue from the others, ``right`` a right first answer from a wrong one.

What is printed was measured by ten-fold cross-validation, no marking judged by points or counts that had seen
it. ``--write`` puts both tables into the source tree.
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
from attrs import frozen
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from sherd.identify.match import Index
from sherd.identify.match.costs import costs
from sherd.identify.match.evidence import evidence
from sherd.identify.match.found import Found
from sherd.identify.match.lookup import find
from sherd.identify.match.misreading import chances
from sherd.identify.match.outcome import disagrees, terms, too_little
from sherd.identify.match.signs import SIGNS, WORN
from sherd.text import key

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "marking"
TABLE = ROOT / "src" / "sherd" / "data" / "match_points.csv"
COUNTS = TABLE.with_name("misreadings.csv")
FOLDS, BLOCK, FALSE = 10, 400, 0.027
STRICT, LOOSE = 0.03, 0.3
HEAD = """\
# Points that each term of the evidence (sherd.identify.match.outcome) gives: for the part being in the
# catalogue at all (there), and for the first candidate being it (right); in natural log odds, for one unit of
# the term.
# licence: CC0-1.0 (fitted for sherd)
term,there,right,source
"""
SOURCE = "fitted on 2,000 markings of known truth by benchmarks/marking_points.py"
COUNTS_HEAD = """\
# How often a sign of a part number was read as which other, in the markings of a made-up test set whose parts
# are known (MARK-1; benchmarks/marking_points.py).
# licence: CC0-1.0 (counted for sherd)
sign,read_as,times,source
"""
COUNTED = "counted in the right answers to 2,000 markings of known truth by benchmarks/marking_points.py"
Table = NDArray[np.float64]


def is_hit(mpn: str, truth: dict[str, str]) -> bool:
    """Whether a part number is the right answer, by the rule of MARK-1."""
    read = key(mpn)
    return read.startswith(key(truth["truth_base"])) or read == key(truth["truth_mpn"])


Flags = NDArray[np.bool_]
Misread = list[tuple[int, int]]
"""Sign of the part and sign read, for each that was read otherwise in one marking."""


@frozen(eq=False)
class Seen:
    """What was found for some markings: the terms by name (markings, terms), whether the first candidate is
    right, whether the marking plainly disagrees with it or shows too little of it, and what was misread.
    """

    names: list[str]
    table: Table
    right: Flags
    apart: Flags
    misread: list[Misread]

    def by(self, times: Table, of: NDArray[np.int64]) -> Table:
        """The terms of some of the markings, their misreadings weighed by these counts."""
        chance = chances(times)
        table = self.table[of].copy()
        table[:, self.names.index("misread")] = [
            sum(chance[part, read] for part, read in self.misread[n]) for n in of.tolist()
        ]
        return table

    def counted(self, of: NDArray[np.int64]) -> Table:
        """How often each sign was read as which other in the right answers among these markings."""
        times = np.zeros((len(SIGNS), len(SIGNS)))
        for n in of[self.right[of]].tolist():
            for part, read in self.misread[n]:
                if max(part, read) < len(SIGNS):
                    times[part, read] += 1
        return times

    @classmethod
    def together(cls, parts: Sequence[Seen]) -> Seen:
        """Several runs as one."""
        columns = [
            np.concatenate([getattr(part, each) for part in parts]) for each in ("table", "right", "apart")
        ]
        return cls(parts[0].names, *columns, [each for part in parts for each in part.misread])


def seen(mpns: Sequence[str], truths: Sequence[dict[str, str]]) -> Seen:
    """Search the markings in a catalogue and count over what is found."""
    index = Index.of(mpns)
    (found,) = list(find(index, [truth["marking"] for truth in truths], compiled=True))
    speaks = evidence(index, found, costs().reads)
    named = terms(speaks)
    top = found.spellings[:, 0]
    right = [w >= 0 and is_hit(mpns[index.rows[w]], t) for w, t in zip(top, truths, strict=True)]
    table = np.array(list(named.values())).T
    apart = disagrees(speaks) | too_little(speaks)
    return Seen(
        list(named), table, np.array(right), apart, [misread(index, found, n) for n in range(len(top))]
    )


def misread(index: Index, found: Found, n: int) -> Misread:
    """Signs of the first candidate of a marking that were read as another sign."""
    spelling = int(found.spellings[n, 0])
    if spelling < 0:
        return []
    part = index.codes[index.bounds[spelling] : index.bounds[spelling + 1]]
    at = found.pairs[n, 0, : len(part)].astype(np.int64)
    read = found.signs.codes[at + found.signs.bounds[n]]
    other = (at >= 0) & (read != part) & (read != WORN)
    return list(zip(part[other].tolist(), read[other].tolist(), strict=True))


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
    return [worn(truth, mpn, chance) for mpn, truth in zip(others, truths, strict=False)]


def worn(truth: dict[str, str], mpn: str, chance: random.Random) -> dict[str, str]:
    """A marking with that part number in place of its own, in half of all cases its signs exchanged."""
    rate = chance.choice((0.0, 0.0, 0.04, 0.1))
    read = "".join(chance.choice(SIGNS) if s.isalnum() and chance.random() < rate else s for s in mpn)
    return {**truth, "marking": truth["marking"].replace(truth["part_text"], read, 1)}


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
    blocks = [truths[n : n + BLOCK] for n in range(0, len(truths), BLOCK)]
    chance = random.Random(2)
    known = seen(mpns, truths)
    sets = (
        known,
        seen(mpns, [worn(truth, truth["truth_mpn"], chance) for truth in truths]),
        Seen.together([seen(without(mpns, block), block) for block in blocks]),
        seen(mpns, strangers(mpns, truths, 1)),
    )
    there, right = held_out(sets)
    print_absent(sets, there * right, np.array([truth["level"] for truth in truths]))
    print(f"right at first: {known.right.mean():.4f}")
    for part in np.array_split(np.argsort(right[0], kind="stable"), 10):
        print(f"stated {right[0][part].mean():.3f} observed {known.right[part].mean():.3f}")
    best = np.argsort(-right[0], kind="stable")
    print(f"precision of the surest 90 %: {known.right[best[: len(best) * 9 // 10]].mean():.4f}")
    if write:
        put(sets)


Sets = tuple[Seen, Seen, Seen, Seen]
"""MARK-1; the same parts worn by other noise; MARK-1 with the parts taken out; parts of a wider catalogue."""


def points(sets: Sets, of: NDArray[np.int64]) -> tuple[Table, Table, Table]:
    """The counts and both columns of points, fitted on some of the markings of each set."""
    times = sets[0].counted(of)
    tables = [each.by(times, of) for each in sets]
    is_there = np.repeat([True, True, False, False], len(of))
    return (
        times,
        fitted(np.concatenate(tables), is_there, LOOSE),
        fitted(tables[0], sets[0].right[of], STRICT),
    )


def held_out(sets: Sets) -> tuple[Table, Table]:
    """``there`` and ``right`` of every marking (sets, markings), by points that had not seen it."""
    count = len(sets[0].right)
    there, right = np.zeros((len(sets), count)), np.zeros((len(sets), count))
    for train, test in folds(count):
        times, of_there, of_right = points(sets, train)
        for n, each in enumerate(sets):
            table = each.by(times, test)
            there[n, test], right[n, test] = chance(table @ of_there), chance(table @ of_right)
    return there, right


def print_absent(sets: Sets, stated: Table, levels: NDArray[np.str_]) -> None:
    """How often each set is said to be absent, for several shares of those that are there."""
    apart = np.array([each.apart for each in sets])
    print("apart by rule:", *(f"{share:.4f}" for share in apart.mean(axis=1)))
    said = np.where(apart, -1.0, stated)
    for false in (0.01, 0.02, 0.025, FALSE, 0.03, 0.05):
        at = float(np.quantile(said[0], false))
        falsely, other, gone, far = (said <= at).mean(axis=1)
        print(f"below {at:.3f}: falsely {falsely:.4f}, under other noise {other:.4f}; "
              f"parts taken out {gone:.4f}, parts elsewhere {far:.4f}")  # fmt: skip
    at = float(np.quantile(said[0], FALSE))
    for level in ("clean", "light", "medium", "heavy"):
        here = (said[:, levels == level] <= at).mean(axis=1)
        print(f"below {at:.3f}, {level}: falsely {here[0]:.4f}, parts taken out {here[2]:.4f}")


def put(sets: Sets) -> None:
    """Write both tables, fitted on everything."""
    times, *both = points(sets, np.arange(len(sets[0].right)))
    lines = [f'{name},{a:.4f},{b:.4f},"{SOURCE}"\n' for name, a, b in zip(sets[0].names, *both, strict=True)]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")
    counts = [
        f'{SIGNS[part]},{SIGNS[read]},{int(times[part, read])},"{COUNTED}"\n'
        for part, read in zip(*np.nonzero(times), strict=True)
    ]
    COUNTS.write_text(COUNTS_HEAD + "".join(counts), encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
