"""Fit the scorer of names to public lists, and write the tables ``name_scorer_VERSION`` and
``name_calibration``.

``python -m benchmarks.fit_names [--out FOLDER] [--keep VERSION]`` beside the reference data; ``--keep`` takes
the trees for persons and for others over from a version, and fits those for two scripts alone. It is fitted
on the entities that :func:`benchmarks.screening.held_out` does not keep back; those kept back stand in the
index only as names that were not asked for. The unlisted names of the benchmark are not used.

Pairs are what a search brings up and the scorer would see (:func:`sherd.trace.screening.promising`):

- aliases of an entity against the first names of all, and against all names but the one asked;
- names with noise against all names;
- names of entities whose own entries are taken away, and names put together from halves of two others: none
  of what they bring up is theirs;
- for names of two scripts: each Persian, Arabic or Chinese name against the Latin ones, and the other way,
  and made-up companies (:mod:`benchmarks.made_up`), as many of them listed as not.

One set of trees is for persons, one for anything else, one for names of two scripts. What they say is set
right by an isotonic line over the best pair of each name and each entity: what trees grown on one half of
the entities say of the other half, and the other way round.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from attrs import astuple, evolve, frozen
from benchmarks.made_up import companies, near
from benchmarks.screening import NO_NAMES, OTHER_SCRIPT, Bench, Entity, held_out, searched, twin

from sherd.data import rows
from sherd.trace.scorer import MEASURES, VERSION, linear, parties

TABLES = Path(__file__).resolve().parents[1] / "src" / "sherd" / "data"
HEAD = f"""\
# The frozen scorer of names, version {VERSION}: small decision trees over the measures of a pair of names. A
# row is a node; a node without measure is a leaf; `left` is taken where the measure is at most the threshold.
# Log-odds are summed. Written by benchmarks/fit_names.py.
# licence: Apache-2.0 (part of sherd)
"""
COLUMNS = ("version", "party", "tree", "node", "measure", "threshold", "left", "right", "value", "source")
HEAD_RIGHT = """\
# The scorer of names set right: what its trees say of a pair, and the share of pairs that were one party
# where they said so; between two points, a straight line. Written by benchmarks/fit_names.py.
# licence: Apache-2.0 (part of sherd)
"""
COLUMNS_RIGHT = ("version", "party", "said", "observed", "source")
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
    "scripts": Grown(120, 4, 20),
}
RECOMBINED = {"Org": 4000, "Person": 2500}
TAKEN_AWAY = 4000
OF_NO_ONE = 2.0
"""How much a pair counts whose name is nobody's."""


OF_LISTS = 3.0
"""How much a pair of two scripts from the lists counts, where a made-up one counts one."""

MADE_UP = 1600
"""Made-up companies in two scripts; half of those asked about are listed."""

BIN = 40
"""Pairs in a bin of what the trees say, at least, before the bins are made to rise."""


@frozen(eq=False)
class Pairs:
    """Measured pairs, a row each: whether they are one entity, whether the entry is a person, the weight,
    the name asked about and the group of the entry by number, the half of the entities, and whether the pair
    serves to set the scores right."""

    measured: Any
    same: Any
    person: Any
    weight: Any
    asked: Any
    group: Any
    half: Any
    sets_right: Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=TABLES)
    parser.add_argument("--keep", default="", help="the version whose trees for persons and others are kept")
    given = parser.parse_args()
    bench, kept = Bench(peer=False), given.keep
    all_ = dict(of_party(joined(script_pairs(bench))))["scripts"] if kept else pairs(bench)
    trees = chain(taken_over(f"name_scorer_{kept}", kept), fitted(all_)) if kept else fitted(all_)
    points = chain(taken_over("name_calibration", kept), set_right(all_)) if kept else set_right(all_)
    before = [tuple(row.values()) for row in rows("name_calibration") if row["version"] != VERSION]
    written = [write(given.out / f"name_scorer_{VERSION}.csv", HEAD, COLUMNS, trees)]
    written.append(
        write(given.out / "name_calibration.csv", HEAD_RIGHT, COLUMNS_RIGHT, chain(before, points))
    )
    print(f"{written[0]:,} nodes and {written[1]:,} points written to {given.out}")


def taken_over(table: str, version: str) -> list[tuple[Any, ...]]:
    """What a version says of persons and of others, as rows of this one."""
    found = [row for row in rows(table) if row["version"] == version and row["party"] != "scripts"]
    return [tuple({**row, "version": VERSION}.values()) for row in found]


def write(path: Path, head: str, columns: Sequence[str], lines: Iterable[tuple[Any, ...]]) -> int:
    """Write a table; returns its rows."""
    found = list(lines)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(found)
    return len(found)


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
            measured(first, aliases, sets_right=True),
            measured(every, aliases, left_out=True),
            measured(every, noise),
            measured(first, recombined, weight=OF_NO_ONE, sets_right=True),
            measured(every, taken_away, same=False),
            measured(first, taken_away, same=False, weight=0.0, sets_right=True),
            *script_pairs(bench),
        ]
    )


def script_pairs(bench: Bench) -> list[Pairs]:
    """The pairs of names of two scripts."""
    mine = [each for each in bench.entities if not held_out(each["group"])]
    return [*two_scripts(bench, mine), *made_up_pairs(bench, random.Random(5))]


def made_up_pairs(bench: Bench, drawn: random.Random) -> Iterator[Pairs]:
    """Made-up companies in two scripts among those of the lists: half of them listed, half not; of those
    listed in Latin letters also names that differ from them in one word."""
    known = list(companies(drawn, MADE_UP))
    listed = known[: MADE_UP // 2]
    for own, other in (("own", "latin"), ("latin", "own")):
        more = list(near(drawn, known)) if other == "latin" else []
        entities = [
            {"id": f"made{n}", "group": f"made{n}", "schema": "Org", "names": [getattr(each, other)]}
            for n, each in enumerate(listed)
        ] + [
            {"id": f"near{n}", "group": f"near{n}", "schema": "Org", "names": [name]}
            for n, name in enumerate(more)
        ]
        screen = bench.screen(lambda entity: entity["names"], [*bench.entities, *entities])
        asked = [(getattr(each, own), f"made{n}" if n < len(listed) else "") for n, each in enumerate(known)]
        yield measured(screen, asked, twins=True, sets_right=True)


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
        yield measured(screen, list(dict.fromkeys(asked)), twins=True, weight=OF_LISTS, sets_right=True)


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
    sets_right: bool = False,
) -> Pairs:
    """The pairs that a search for each (name, group) brings up.

    ``left_out`` leaves out the very name, ``same=False`` every entry of the group, ``twins`` other entries
    under a name that the group bears too."""
    screen, of_entry = built
    groups = {group: number for number, group in enumerate(dict.fromkeys(of_entry))}
    halves_ = [int(sha256((group or name).encode()).digest()[1] & 1) for name, group in asked]
    measures: list[Any] = []
    found: list[tuple[bool, bool, int, int, int]] = []
    for number, name, row in searched(screen, [name for name, _ in asked]):
        text, group = asked[number]
        theirs = of_entry[screen.owner[name]]
        is_same = theirs == group
        if is_same and (not same or (left_out and screen.names[name] == text)):
            continue
        if not is_same and twins and twin(screen, of_entry, name, group):
            continue
        measures.append(row)
        found.append((is_same, bool(screen.is_person[name]), number, groups[theirs], halves_[number]))
    is_same_, person, numbers, groups_, half = (np.asarray(column) for column in zip(*found, strict=True))
    return Pairs(
        np.asarray(measures),
        is_same_,
        person,
        np.full(len(found), weight),
        numbers,
        groups_,
        half,
        np.full(len(found), sets_right),
    )


def joined(parts: Sequence[Pairs]) -> Pairs:
    """All pairs as one; the names of each part keep numbers of their own."""
    start = np.cumsum([0, *(int(each.asked.max()) + 1 for each in parts)])
    parts = [evolve(each, asked=each.asked + first) for each, first in zip(parts, start, strict=False)]
    return Pairs(
        *(
            np.concatenate(columns)
            for columns in zip(*(astuple(e, recurse=False) for e in parts), strict=True)
        )
    )


def of_party(all_: Pairs) -> Iterator[tuple[str, Pairs]]:
    """The pairs that each set of trees is for."""
    for party, chosen in parties(all_.measured, all_.person).items():
        if chosen.any():
            yield party, Pairs(*(column[chosen] for column in astuple(all_, recurse=False)))


def grow(party: str, from_: Pairs) -> Any:
    """Trees grown on pairs."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    grown = GROWN[party]
    model = HistGradientBoostingClassifier(
        max_iter=grown.trees,
        max_depth=grown.depth,
        learning_rate=grown.rate,
        min_samples_leaf=grown.leaf,
        l2_regularization=grown.drawn,
        monotonic_cst=[1 if name in RISES else -1 if name in FALLS else 0 for name in MEASURES],
        early_stopping=False,
        random_state=0,
    )
    counts = from_.weight > 0.0
    model.fit(from_.measured[counts], from_.same[counts], sample_weight=from_.weight[counts])
    return model


def set_right(all_: Pairs) -> Iterator[tuple[Any, ...]]:
    """The rows of the table of calibration: points through which the observed share rises with what trees
    said that had not seen the entity."""
    for party, found in of_party(all_):
        said = np.zeros(len(found.same))
        for half in (0, 1):
            other = Pairs(*(column[found.half != half] for column in astuple(found, recurse=False)))
            mine = found.half == half
            said[mine] = said_by(grow(party, other), party, found.measured[mine])
        best = best_of_each(found, said)
        for stated, observed in rising(said[best], found.same[best]):
            yield VERSION, party, f"{stated:.4g}", f"{observed:.4g}", SOURCE


def said_by(model: Any, party: str, measured: Any) -> Any:
    """What trees say of pairs, with the linear terms of the scorer."""
    return 1.0 / (1.0 + np.exp(-(model.decision_function(measured) + linear(measured, party))))


def best_of_each(found: Pairs, said: Any) -> Any:
    """The numbers of the best pair of each name and each entity, of those that serve to set scores right."""
    order = np.flatnonzero(found.sets_right)
    order = order[np.lexsort((-said[order], found.group[order], found.asked[order]))]
    pair = np.stack([found.asked[order], found.group[order]])
    return order[np.concatenate([[True], (pair[:, 1:] != pair[:, :-1]).any(axis=0)])]


def rising(said: Any, same: Any) -> Iterator[tuple[float, float]]:
    """Points through what was said and what was observed, both rising strictly: bins of equal count, those
    that do not rise made one."""
    order = np.argsort(said, kind="stable")
    order = order[said[order] > 0.02]
    blocks: list[tuple[int, float, float]] = []
    for part in np.array_split(order, max(len(order) // BIN, 1)):
        blocks.append((len(part), float(said[part].sum()), float(same[part].sum())))
        while len(blocks) > 1 and blocks[-2][2] / blocks[-2][0] >= blocks[-1][2] / blocks[-1][0]:
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    points = [(stated / count, right / count) for count, stated, right in blocks]
    kept = [point for point in points if 0.0 < point[1] < 1.0]
    yield 0.0, 0.0
    yield from kept
    yield 1.0, max((1.0 + kept[-1][1]) / 2.0, 0.9)


def fitted(all_: Pairs) -> Iterator[tuple[Any, ...]]:
    """The rows of the table of trees."""
    for party, found in of_party(all_):
        model = grow(party, found)
        counts = found.weight > 0.0
        print(f"{party}: {int(counts.sum()):,} pairs, {int(found.same[counts].sum()):,} of one entity")
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
