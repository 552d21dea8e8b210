"""Fit the scorer of names to public lists, and write the table ``name_scorer``.

``python -m benchmarks.fit_names [--out TABLE.csv]`` beside the reference data. It is fitted on the entities
that :func:`benchmarks.screening.held_out` does not keep back; those kept back stand in the index only as
names that were not asked for. The unlisted names of the benchmark are not used.

Pairs are what a search brings up and the scorer would see (:func:`sherd.trace.screening.promising`):

- aliases of an entity against the first names of all, and against all names but the one asked;
- names with noise against all names;
- names of entities whose own entries are taken away, and names put together from halves of two others: none
  of what they bring up is theirs;
- for names of two scripts: each Persian, Arabic or Chinese name against the Latin ones, and the other way.

One set of trees is for persons, one for anything else, one for names of two scripts.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from benchmarks.screening import NO_NAMES, OTHER_SCRIPT, Bench, Entity, held_out, searched, twin

from sherd.trace.scorer import MEASURES, VERSION

TABLE = Path(__file__).resolve().parents[1] / "src" / "sherd" / "data" / "name_scorer.csv"
HEAD = f"""\
# The frozen scorer of names, version {VERSION}: small decision trees over the measures of a pair of names. A
# row is a node; a node without measure is a leaf; `left` is taken where the measure is at most the threshold.
# Log-odds are summed. Written by benchmarks/fit_names.py.
# licence: Apache-2.0 (part of sherd)
"""
COLUMNS = ("version", "party", "tree", "node", "measure", "threshold", "left", "right", "value", "source")
SOURCE = "fitted: docs/screening.md"

RISES = {
    "query_covered", "entry_covered", "name_query_covered", "name_entry_covered", "joined", "information",
    "acronym", "worst", "shared", "forms", "order",
}  # fmt: skip
FALLS = {"query_left", "entry_left", "both_left", "inexact", "numbers_differ", "heaviest_left"}
"""More of a measure never lowers, or never raises, a score."""


@frozen
class Grown:
    """How trees are grown: how many, how deep, the least pairs in a leaf, how much a leaf is drawn to
    nothing."""

    trees: int
    depth: int
    leaf: int
    drawn: float = 5.0
    rate: float = 0.06


GROWN = {
    "person": Grown(120, 4, 60),
    "other": Grown(120, 4, 60),
    "scripts": Grown(80, 3, 15),
}
RECOMBINED = {"Org": 4000, "Person": 2500}
TAKEN_AWAY = 4000
OF_NO_ONE = 2.0
"""How much a pair counts whose name is nobody's."""


@frozen(eq=False)
class Pairs:
    """Measured pairs: a row each, whether they are one entity, whether the entry is a person, the weight."""

    measured: Any
    same: Any
    person: Any
    weight: Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=TABLE)
    given = parser.parse_args()
    lines = list(fitted(pairs(Bench(peer=False))))
    with given.out.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(lines)
    print(f"{len(lines):,} nodes written to {given.out}")


def pairs(bench: Bench) -> Pairs:
    """Every pair that the scorer is fitted on."""
    drawn = random.Random(5)
    mine = [each for each in bench.entities if not held_out(each["group"])]
    first = bench.screen(lambda entity: entity["names"][:1])
    every = bench.screen(lambda entity: entity["names"])
    aliases = [(name, each["group"]) for each in mine for name in each["names"][1:]]
    noise = [
        (row["q"], row["group"])
        for kind in ("abbreviation", "name_plus_noise", "truncate35")
        for row in bench.perturbed(kind)
        if not held_out(row["group"])
    ]
    recombined = [
        (name, "")
        for schema, count in RECOMBINED.items()
        for name in halves(drawn, [e["names"][0] for e in mine if e["schema"] == schema], count)
    ]
    taken_away = [(drawn.choice(e["names"]), e["group"]) for e in drawn.sample(mine, TAKEN_AWAY)]
    return joined(
        [
            measured(first, aliases),
            measured(every, aliases, left_out=True),
            measured(every, noise),
            measured(first, recombined, weight=OF_NO_ONE),
            measured(every, taken_away, same=False),
            *two_scripts(bench, mine),
        ]
    )


def two_scripts(bench: Bench, mine: Sequence[Entity]) -> Iterator[Pairs]:
    """Names in Persian, Arabic and Chinese against Latin ones, and the other way."""
    latin, native = split(bench.entities)
    for names, others in ((native, latin), (latin, native)):
        screen = bench.screen(lambda entity, there=others: there[entity["id"]])  # type: ignore[misc]
        asked = [
            (name, each["group"])
            for each in mine
            if latin[each["id"]] and native[each["id"]]
            for name in names[each["id"]]
        ]
        yield measured(screen, list(dict.fromkeys(asked)), twins=True)


def split(entities: Iterable[Entity]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names of each entity in Latin or Cyrillic, and those in other scripts."""
    latin: dict[str, list[str]] = {}
    native: dict[str, list[str]] = {}
    for each in entities:
        names = [name for name in each["names"] if name not in NO_NAMES]
        latin[each["id"]] = [name for name in names if not OTHER_SCRIPT.search(name)]
        native[each["id"]] = [name for name in names if OTHER_SCRIPT.search(name)]
    return latin, native


def halves(drawn: random.Random, names: Sequence[str], count: int) -> list[str]:
    """Names put together from the beginning of one and the end of another."""
    found: list[str] = []
    while len(found) < count:
        one, other = drawn.choice(names).split(), drawn.choice(names).split()
        if len(one) > 1 and len(other) > 1:
            begin, end = drawn.randint(1, len(one) - 1), drawn.randint(1, len(other) - 1)
            found.append(" ".join(one[:begin] + other[end:]))
    return found


def measured(
    built: tuple[Any, list[str]],
    asked: Sequence[tuple[str, str]],
    *,
    left_out: bool = False,
    same: bool = True,
    twins: bool = False,
    weight: float = 1.0,
) -> Pairs:
    """The pairs that a search for each (name, group) brings up.

    ``left_out`` leaves out the very name, ``same=False`` every entry of the group, ``twins`` other entries
    under a name that the group bears too."""
    screen, of_entry = built
    rows: list[Any] = []
    truth: list[bool] = []
    people: list[bool] = []
    names = [name for name, _ in asked]
    for number, name, row in searched(screen, names):
        text, group = asked[number]
        is_same = of_entry[screen.owner[name]] == group
        if is_same and (not same or (left_out and screen.names[name] == text)):
            continue
        if not is_same and twins and twin(screen, of_entry, name, group):
            continue
        rows.append(row)
        truth.append(is_same)
        people.append(bool(screen.is_person[name]))
    return Pairs(np.asarray(rows), np.asarray(truth), np.asarray(people), np.full(len(rows), weight))


def joined(parts: Sequence[Pairs]) -> Pairs:
    """All pairs as one."""
    return Pairs(
        np.concatenate([each.measured for each in parts]),
        np.concatenate([each.same for each in parts]),
        np.concatenate([each.person for each in parts]),
        np.concatenate([each.weight for each in parts]),
    )


def fitted(all_: Pairs) -> Iterator[tuple[Any, ...]]:
    """The rows of the table."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    across = all_.measured[:, -1] > 0.0
    sense = [1 if name in RISES else -1 if name in FALLS else 0 for name in MEASURES]
    for party, chosen in (
        ("person", all_.person & ~across),
        ("other", ~all_.person & ~across),
        ("scripts", across),
    ):
        grown = GROWN[party]
        model = HistGradientBoostingClassifier(
            max_iter=grown.trees,
            max_depth=grown.depth,
            learning_rate=grown.rate,
            min_samples_leaf=grown.leaf,
            l2_regularization=grown.drawn,
            monotonic_cst=sense,
            early_stopping=False,
            random_state=0,
        )
        model.fit(all_.measured[chosen], all_.same[chosen], sample_weight=all_.weight[chosen])
        print(f"{party}: {int(chosen.sum()):,} pairs, {int(all_.same[chosen].sum()):,} of one entity")
        yield VERSION, party, "base", "", "", "", "", "", f"{model._baseline_prediction[0, 0]:.5g}", SOURCE
        for number, trees in enumerate(model._predictors):
            for node, row in enumerate(plain(trees[0].nodes)):
                yield VERSION, party, number, node, *row, SOURCE


def plain(nodes: Any) -> list[tuple[Any, ...]]:
    """A tree as (measure, threshold, left, right, value); a fork whose leaves say the same is one leaf."""
    found: list[tuple[Any, ...]] = []

    def grow(at: int) -> None:
        node = nodes[at]
        if node["is_leaf"] or len(said := set(leaves(nodes, at))) == 1:
            found.append(("", "", "", "", f"{node['value'] if node['is_leaf'] else said.pop():.4g}"))
            return
        here = len(found)
        found.append(())
        grow(int(node["left"]))
        right = len(found)
        grow(int(node["right"]))
        name = MEASURES[int(node["feature_idx"])]
        found[here] = (name, f"{node['num_threshold']:.6g}", here + 1, right, "")

    grow(0)
    return found


def leaves(nodes: Any, at: int) -> Iterator[float]:
    """What the leaves below a node say."""
    if nodes[at]["is_leaf"]:
        yield float(f"{nodes[at]['value']:.4g}")
    else:
        yield from leaves(nodes, int(nodes[at]["left"]))
        yield from leaves(nodes, int(nodes[at]["right"]))


if __name__ == "__main__":
    main()
