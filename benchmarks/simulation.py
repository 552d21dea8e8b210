"""How often weights are right, wrong and silent where the truth is known: two simulations.

The first draws worlds of two documented lines and an item of one of them, or of a third that nobody has
documented, and counts how often the likelihood ratio passes 10 the right way and the wrong way, at the
default settings and by the weakest cell of the grid. The second draws whole cases with six accounts, weighs
them as ``sherd attribute`` does, refusals and all, and counts how often a false account is given moderate
support or more over the true one, mixed origins and planted parts included, and how many cases are answered
at all.

Generator: groups of features, three levels each and one more for any other; for each line and feature the
probabilities of the levels are Dirichlet(½); within a group each feature takes the group's own draw with
probability ½, else one of its own.

Run: ``python benchmarks/simulation.py [WORLDS [CASES]]`` (2,000 and 100 unless given; some three minutes).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log10
from typing import Any

import numpy as np

from sherd.attribute.dependence import DEFAULT, Finding, said, weakest, weights
from sherd.attribute.likelihood import Side, Tally, Unknown
from sherd.attribute.weigh import weigh
from sherd.attribute.words import expression
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Feature, Item, Line, Observation
from sherd.model.record import CaseRecord

LEVELS, C = 3, 4
GROUPS, PER_GROUP = 3, 3
TEN = 1.0
"""A likelihood ratio of 10, in bans."""

PUBLISHED = {
    (8, 3, "A"): (0.790, 0.0015, 0.361, 0.000, 0.014),
    (8, 3, "B"): (0.708, 0.0050, 0.270, 0.0005, 0.054),
    (20, 10, "A"): (0.827, 0.0015, 0.508, 0.000, 0.006),
    (20, 10, "B"): (0.802, 0.002, 0.493, 0.0005, 0.014),
}
"""Point right, wrong; grid right, wrong; no line fits."""

UNDOCUMENTED = {(8, 3): (0.329, 0.044, 0.560), (20, 10): (0.374, 0.080, 0.601)}
"""Beyond 10 either way by the point, by the grid; no line fits."""


def lines(chance: np.random.Generator, count: int, groups: int, per_group: int) -> np.ndarray:
    """Cumulative probabilities of the levels, (line, group, feature, level)."""
    drawn = chance.dirichlet([0.5] * LEVELS, (count, groups, per_group))
    return drawn.cumsum(axis=-1)


def specimens(chance: np.random.Generator, line: np.ndarray, n: int) -> np.ndarray:
    """Levels of ``n`` specimens of a line, (specimen, group, feature)."""
    groups, per_group, _ = line.shape
    common = chance.random((n, groups, 1))
    own = chance.random((n, groups, per_group))
    uniform = np.where(chance.random((n, groups, per_group)) < 0.5, common, own)
    return np.minimum((uniform[..., None] > line[None]).sum(axis=-1), LEVELS - 1)


def world(
    chance: np.random.Generator, sizes: tuple[int, int], truth: str, skip_unseen: bool = True
) -> tuple[float, float, bool]:
    """One world: the default weight of A against B, the weakest of the grid, and whether no line fits.

    ``skip_unseen`` lets a value that neither line shows weigh nothing, as sherd does; the published figures
    were made without that rule.
    """
    of = lines(chance, 3, GROUPS, PER_GROUP)
    known = [specimens(chance, of[at], n) for at, n in enumerate(sizes)]
    (item,) = specimens(chance, of["AB?".index(truth)], 1)
    places = [(g, f) for g in range(GROUPS) for f in range(PER_GROUP)]
    sides: list[list[Side]] = [
        [Tally(float((found[:, g, f] == item[g, f]).sum()), float(len(found)), C) for g, f in places]
        for found in known
    ]
    cells = weights(_told(places, sides[0], sides[1], novel=not skip_unseen))
    unknown: list[Side] = [Unknown(C)] * len(places)
    best = max(weights(_told(places, side, unknown, novel=True))[DEFAULT] for side in sides)
    return cells[DEFAULT], weakest(cells), best < 0


def _told(
    places: Sequence[tuple[int, int]], one: Sequence[Side], two: Sequence[Side], novel: bool
) -> Iterator[Finding]:
    for (g, f), a, b in zip(places, one, two, strict=True):
        if novel or getattr(a, "seen", 1) or getattr(b, "seen", 1):
            yield said(f"{g}{f}", str(g), a, b, 0.0)


def rates(
    sizes: tuple[int, int], truth: str, worlds: int, skip_unseen: bool = True, seed: int = 1
) -> dict[str, float]:
    """Shares of worlds: right and wrong beyond 10 by point and by grid, and flagged as fitting no line."""
    chance = np.random.default_rng([seed, *sizes, "AB?".index(truth)])
    found = [world(chance, sizes, truth, skip_unseen) for _ in range(worlds)]
    sign = -1 if truth == "B" else 1
    either = truth == "?"
    count = Counter[str]()
    for point, grid, flagged in found:
        for name, weight in (("point", point), ("grid", grid)):
            count[f"{name} right"] += weight * sign > TEN
            count[f"{name} wrong"] += weight * sign < -TEN
            count[f"{name} beyond"] += abs(weight) > TEN
            count[f"{name} unflagged"] += abs(weight) > TEN and not flagged
        count["flagged"] += flagged
    return {name: number / worlds for name, number in count.items() if either or "beyond" not in name}


# -- whole cases -------------------------------------------------------------------------------------------

LINKS = ("design", "source", "assembly")
DRAWS = {
    "H1": ("X", "X", "X"),
    "H2": ("X", "X", "Y"),
    "H3": ("Y", "X", "Y"),
    "H4": ("Y", "Y", "Y"),
    "H5": ("V:X", "V:X", "V:X"),
    "U": ("U", "U", "U"),
}
TRUTHS = {
    "H1": "XXX",
    "H2": "XXY",
    "H3": "YXY",
    "H4": "YYY",
    "H5": "?XX",
    "U": "???",
    "H1 planted": "XXX",
    "H4 planted": "YYY",
}
"""Whose work each kind of evidence is; ``?`` a line that nobody has documented. Planted: one group of six is
the other line's."""

CASE_GROUPS, CASE_FEATURES = 6, 2


def case(chance: np.random.Generator, truth: str, n: tuple[int, int] = (20, 10)) -> CaseRecord:
    """A case of six accounts, two lines and one item, two groups of features for each link class."""
    of = lines(chance, 3, CASE_GROUPS, CASE_FEATURES)
    known = {line: specimens(chance, of[at], n[at]) for at, line in enumerate("XY")}
    drawn = {line: specimens(chance, of[at], 1)[0] for at, line in enumerate("XY?")}
    item = np.stack([drawn[TRUTHS[truth][g // 2]][g] for g in range(CASE_GROUPS)])
    if truth.endswith("planted"):
        other, group = ("Y" if truth.startswith("H1") else "X"), int(chance.integers(CASE_GROUPS))
        item[group] = drawn[other][group]
    features = tuple(
        Feature(case="s", id=f"f{g}{f}", group=f"g{g}", kind_="category", link=LINKS[g // 2], decided=DAY)
        for g in range(CASE_GROUPS)
        for f in range(CASE_FEATURES)
    )
    references = [(f"{line}{k}", line, seen) for line, found in known.items() for k, seen in enumerate(found)]
    return CaseRecord(
        case=Case(case="s", id="s", title="Simulated", question="Whose work is it?"),
        hypotheses=tuple(
            Hypothesis(case="s", id=id_, words=id_, level="maker", draws=dict(zip(LINKS, draws, strict=True)))
            for id_, draws in DRAWS.items()
        ),
        lines=tuple(Line(case="s", id=line, maker=f"maker {line}") for line in "XY"),
        items=(
            _item("I", role="item"),
            *(_item(id_, line=line, label_basis="seized") for id_, line, _ in references),
        ),
        features=features,
        observations=tuple(
            Observation(
                case="s", id=f"{id_}-{g}{f}", item=id_, feature=f"f{g}{f}", value=f"level {seen[g, f]}"
            )
            for id_, _, seen in [("I", "", item), *references]
            for g in range(CASE_GROUPS)
            for f in range(CASE_FEATURES)
        ),
    )


DAY = Interval.parse("2026-01-01")


def _item(id_: str, **more: Any) -> Item:
    said = {"label": id_, "role": "reference", "custody_status": "documented", "event": f"E-{id_}"}
    return Item(case="s", id=id_, **(said | more))


MODERATE = log10(10)


def outcome(record: CaseRecord, truth: str) -> Counter[str]:
    """Of one case: whether a false account has moderate support over the true one, and what was answered."""
    true = truth.split()[0]
    pairs = [pair for pair in weigh(record, "I").pairs if not pair.refused]
    strong = [pair for pair in pairs if abs(pair.reported) >= MODERATE - 1e-12]
    against = [pair for pair in strong if true in (pair.h1, pair.h2) and pair.favours != true]
    count = Counter[str](cases=1)
    count["false over true"] = bool(against)
    count["answered"] = bool(pairs)
    count["true supported"] = any(pair.favours == true for pair in pairs)
    count["true supported moderately or more"] = any(pair.favours == true for pair in strong)
    count["false over false"] = any(true not in (pair.h1, pair.h2) for pair in strong)
    assert all(expression(pair.reported) == pair.words for pair in pairs)
    return count


def cases(truth: str, number: int, seed: int = 1) -> Counter[str]:
    """What ``number`` cases of one truth come to."""
    chance = np.random.default_rng([seed, sorted(TRUTHS).index(truth)])
    total = Counter[str]()
    for _ in range(number):
        total += outcome(case(chance, truth), truth)
    return total


def main() -> None:
    """Both simulations, each figure beside what is published or to be reached."""
    asked = [int(word) for word in sys.argv[1:]]
    worlds, number = [*asked, *(2000, 100)[len(asked) :]]
    started = time.process_time()
    for skip_unseen, how in ((False, "every value weighed, as published"), (True, "as sherd weighs")):
        print(f"two lines, {worlds:,} worlds each, {how}; published figure in brackets")
        _two_lines(worlds, skip_unseen)
    print(f"six accounts, 20 and 10 specimens, {number} cases of each truth, refusals and all")
    total = Counter[str]()
    for truth in TRUTHS:
        found_cases = cases(truth, number)
        total += found_cases
        _tell(truth, found_cases)
    _tell("all", total)
    print(f"{time.process_time() - started:.0f} s of processor time")


def _two_lines(worlds: int, skip_unseen: bool) -> None:
    for (a, b, truth), published in PUBLISHED.items():
        found = rates((a, b), truth, worlds, skip_unseen)
        names = ("point right", "point wrong", "grid right", "grid wrong", "flagged")
        said = ", ".join(f"{name} {found[name]:.4f} ({p})" for name, p in zip(names, published, strict=True))
        print(f"  {a},{b} {truth}: {said}")
    for (a, b), bounds in UNDOCUMENTED.items():
        found = rates((a, b), "?", worlds, skip_unseen)
        beyond = ("point beyond", "grid beyond", "flagged")
        said = ", ".join(f"{name} {found[name]:.4f} ({p})" for name, p in zip(beyond, bounds, strict=True))
        rest = f"beyond and not flagged {found['point unflagged']:.4f}, {found['grid unflagged']:.4f}"
        print(f"  {a},{b} undocumented: {said}, {rest}")


def _tell(truth: str, found: Counter[str]) -> None:
    n = found["cases"]
    names = (
        "false over true",
        "answered",
        "true supported",
        "true supported moderately or more",
        "false over false",
    )
    print(f"  {truth:<11} " + ", ".join(f"{name} {found[name] / n:.3f}" for name in names))


if __name__ == "__main__":
    main()
