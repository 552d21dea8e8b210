"""How well anybody could say that a part is not in the catalogue, who knows all parts and the noise itself.

    python benchmarks/marking_ceiling.py

Two accounts of a marking are weighed: a part of the catalogue of 100,000, or any other of the 587,584
parts of the wider one. Each part is as likely as any other of its account, and wears as MARK-1 wears it
(definition in the README of the reference data): per sign an error of 0, .04, .10 or .18, of which 76 %
are exchanges (85 % of these by the confusion table, the others at random), 14 % signs left out or
illegible, 10 % signs too many; 70 % lose the packing suffix, 10 % part of the prefix. No tool can know
the other parts, nor the noise so well: what comes out is what the part number alone can tell at most. The
eight best parts of each account, as the search aligns them, stand for it; brand and date are not read.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Sequence

import numpy as np
import pyarrow.parquet as pq
from attrs import frozen
from numpy.typing import NDArray

from marking_points import BLOCK, DATA, is_hit, strangers, without
from sherd.identify.match import Index
from sherd.identify.match.evidence import words_of
from sherd.identify.match.lookup import find
from sherd.identify.match.signs import SIGNS, WORN
from sherd.text import key

RATES = (0.0, 0.04, 0.10, 0.18)
NEVER = -200.0
Table = NDArray[np.float64]
Truth = dict[str, str]


@frozen
class Aligned:
    """A part as a marking may show it: its name, and the natural logarithm of how likely it is shown so."""

    mpn: str
    likely: float


def confusions() -> Table:
    """The chance that a sign, once exchanged, is read as each other; (signs, signs)."""
    counted = json.loads((DATA / "confusion_table.json").read_text(encoding="utf-8"))
    found = np.full((len(SIGNS), len(SIGNS)), 0.15 / (len(SIGNS) - 1))
    for sign, reads in counted.items():
        for read, times in reads.items():
            if sign in SIGNS and read in SIGNS:
                found[SIGNS.index(sign), SIGNS.index(read)] += 0.85 * times / sum(reads.values())
    return found


def aligned(mpns: Sequence[str], markings: Sequence[str]) -> list[list[Aligned]]:
    """The best parts for each marking."""
    index, exchanged = Index.of(mpns), np.log(confusions())
    (found,) = list(find(index, markings, compiled=True))
    low, high = words_of(found)
    out = []
    for n in range(len(markings)):
        begin, every = int(found.signs.bounds[n]), []
        for spelling, pairs in zip(found.spellings[n].tolist(), found.pairs[n], strict=True):
            if spelling < 0:
                continue
            part = index.codes[index.bounds[spelling] : index.bounds[spelling + 1]].astype(np.int64)
            on = np.flatnonzero(pairs[: len(part)] >= 0)
            if len(on):
                at = pairs[on].astype(np.int64) + begin
                wide = int(high[at[-1]] - low[at[0]]) + 1
                read = found.signs.codes[at].astype(np.int64)
                every.append(Aligned(mpns[index.rows[spelling]], likely(part, on, read, wide, exchanged)))
        out.append(every)
    return out


def likely(
    part: NDArray[np.int64], on: NDArray[np.int64], read: NDArray[np.int64], wide: int, exchanged: Table
) -> float:
    """How likely a part is shown as it is read; ``wide`` signs stand in the words in which it stands."""
    shown = part[on]
    worn = int((read == WORN).sum())
    other = (read != shown) & (read != WORN)
    known = other & (np.maximum(read, shown) < len(SIGNS))
    by_sign = exchanged[shown[known], read[known]].sum() - math.log(len(SIGNS)) * int((other & ~known).sum())
    gone = worn + int(on[-1] - on[0]) + 1 - len(on)
    more = max(0, wide - len(on))
    exact, changed = len(on) - worn - int(other.sum()), int(other.sum())
    ways = [0.0] if changed + gone + more == 0 else []
    for rate in RATES[1:]:
        ways.append(
            exact * math.log(1 - rate)
            + changed * math.log(rate * 0.76)
            + by_sign
            + gone * math.log(rate * 0.07)
            + more * math.log(rate * 0.10 / len(SIGNS))
        )
    ends = (math.log(0.1 / 3) if on[0] else math.log(0.9)) + (
        math.log(0.7 / 4) if on[-1] < len(part) - 1 else math.log(0.5)
    )
    return total(ways) - math.log(len(RATES)) + ends


def total(logarithms: Sequence[float]) -> float:
    top = max(logarithms, default=NEVER)
    return top + math.log(sum(math.exp(each - top) for each in logarithms)) if logarithms else NEVER


def weights(ours: list[list[Aligned]], others: list[list[Aligned]], sizes: tuple[int, int]) -> Table:
    """For each marking how much more likely a part of the catalogue shows it so than any other part."""
    own, rest = ([total([each.likely for each in one]) for one in side] for side in (ours, others))
    return np.array(own) - math.log(sizes[0]) - np.array(rest) + math.log(sizes[1])


def main() -> None:
    mpns = [row["mpn"] for row in csv.DictReader((DATA / "catalogue_100k.csv").open(encoding="utf-8"))]
    truths = list(csv.DictReader((DATA / "mark1_dev.csv").open(encoding="utf-8")))
    wide = pq.read_table(DATA / "catalogue.parquet", columns=["mpn"]).column(0).to_pylist()
    mine = set(map(key, mpns))
    rest = list({read: mpn for mpn in wide if (read := key(mpn)) and read not in mine}.values())
    sizes = len(mpns), len(rest)
    marked = [truth["marking"] for truth in truths]
    away = [truth["marking"] for truth in strangers(mpns, truths, 1)]
    ours, others = aligned(mpns, marked), aligned(rest, marked)
    print(f"{sizes[0]} parts in the catalogue, {sizes[1]} others")
    lacking, removed = [], []
    for n in range(0, len(truths), BLOCK):
        block = truths[n : n + BLOCK]
        left = without(mpns, block)
        kept = set(left)
        lacking += aligned(left, marked[n : n + BLOCK])
        removed += [
            more + [each for each in known if each.mpn not in kept]
            for more, known in zip(others[n : n + BLOCK], ours[n : n + BLOCK], strict=True)
        ]
    honest = [
        [each for each in more if not is_hit(each.mpn, truth)]
        for more, truth in zip(others, truths, strict=True)
    ]
    there = weights(ours, honest, sizes)
    gone = weights(lacking, removed, sizes)
    far = weights(aligned(mpns, away), aligned(rest, away), sizes)
    levels = np.array([truth["level"] for truth in truths])
    for false in (0.02, 0.03, 0.05):
        at = float(np.quantile(there, false))
        by_level = ", ".join(
            f"{level} {(gone[levels == level] < at).mean():.3f}"
            for level in ("clean", "light", "medium", "heavy")
        )
        print(f"falsely absent {false}: rightly, parts taken out {(gone < at).mean():.4f} ({by_level}); "
              f"parts elsewhere {(far < at).mean():.4f}")  # fmt: skip


if __name__ == "__main__":
    main()
