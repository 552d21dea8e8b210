"""How well names are matched, and how fast: aliases of listed persons and organisations against lists.

Run ``python -m benchmarks.screening`` beside the reference data (``--only people,organisations,…`` for a
part). Every figure stands with a peer that saw the same names in the same run: WRatio of rapidfuzz over
every name of the index. Recall is the share of queries whose own entity scores above the threshold that 5
(1) in 100 of the unlisted names of the same kind reach. Entities whose names are among the unlisted are
taken out of the index first. ``hold`` are the entities that the scorer was not fitted on, by a digest of
their group.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks import screening_pictures
from benchmarks.screening_pictures import RATES, recalls

from sherd.model.document import Figure
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.trace import party_field
from sherd.trace.history import Held, history
from sherd.trace.prepared import prepare
from sherd.trace.scorer import scores
from sherd.trace.screening import Screen, measured_pairs, promising, screen_of

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "names"
DAY = date(2026, 1, 1)
INDEXED = 28000
"""Names of entities in the index whose speed is measured; with parts and cut-off forms about 35,000."""

PEER_EVERY = 4
"""The peer compares every name with every other: it gets every fourth query, for a run of minutes."""

SHOWN = 0.1
"""The least score of the pairs whose stated score is drawn against the observed share: the least of a hit."""

PARTS = ("people", "organisations", "left-one-out", "pairs", "fields", "scripts", "calibration", "speed")
OTHER_SCRIPT = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")
NO_NAMES = {"Chinese:", "Text of image"}
Entity = dict[str, Any]
Names = Callable[[Entity], Sequence[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--write", action="store_true", help="draw the pictures of docs/benchmarks.md")
    given = parser.parse_args()
    chosen = given.only.split(",")
    bench = Bench(peer=not given.no_peer)
    if given.write:
        screening_pictures.write(figures_of(bench))
        return
    first = bench.screen(lambda entity: entity["names"][:1])
    if "people" in chosen:
        bench.recall("persons, first name indexed", first, bench.aliases("Person"), "Person")
    if "organisations" in chosen:
        bench.recall("organisations, first name indexed", first, bench.aliases("Org"), "Org")
    if "left-one-out" in chosen or "fields" in chosen:
        every = bench.screen(lambda entity: entity["names"])
        if "left-one-out" in chosen:
            bench.recall(
                "organisations, all but one name indexed", every, bench.aliases("Org"), "Org", left_out=True
            )
        if "fields" in chosen:
            for kind in ("name_plus_noise", "truncate35"):
                bench.recall(f"party fields, {kind}", every, bench.perturbed(kind), "Org")
    if "pairs" in chosen:
        bench.pairs(first)
    if "scripts" in chosen:
        bench.scripts()
    if "calibration" in chosen:
        bench.calibration(first)
    if "speed" in chosen:
        bench.speed()


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held_out(group: str) -> bool:
    """Whether the scorer was not fitted on an entity."""
    return bool(hashlib.sha256(group.encode()).digest()[0] & 1)


def latin_names(entity: Entity) -> list[str]:
    """The names of an entity in Latin or Cyrillic letters."""
    return [n for n in entity["names"] if not OTHER_SCRIPT.search(n) and n not in NO_NAMES]


def figures_of(bench: Bench) -> list[Figure]:
    """What is drawn: the curves, and stated against observed of scores above :data:`SHOWN`."""
    first = bench.screen(lambda entity: entity["names"][:1])
    lines = {"persons": bench.of_aliases(first, "Person"), "organisations": bench.of_aliases(first, "Org")}
    lines["Persian, Arabic and Chinese against Latin"] = bench.of_scripts()[2:]
    drawn = [screening_pictures.curve_figure(lines)]
    for schema, title in (("Person", "persons"), ("Org", "organisations")):
        given, right = bench.stated(first, schema)
        drawn.append(screening_pictures.stated_figure(title, given[given > SHOWN], right[given > SHOWN]))
    return drawn


class Bench:
    """The names, read once."""

    def __init__(self, peer: bool) -> None:
        self.peer = peer
        self.unlisted = read("negatives.csv")
        known = {row["q"].upper() for row in self.unlisted}
        with (DATA / "entities.jsonl").open(encoding="utf-8") as file:
            entities = [json.loads(line) for line in file]
        gone = {each["group"] for each in entities if any(name.upper() in known for name in each["names"])}
        self.entities = [each for each in entities if each["group"] not in gone]
        self.gone = gone

    def screen(self, names: Names, entities: Sequence[Entity] | None = None) -> tuple[Screen, list[str]]:
        """Entities indexed by some of their names, and the group of each."""
        kinds = {"Person": "person", "Org": "organisation", "Vessel": "vessel"}
        entries = [
            ListEntry(
                list_="L",
                entry_id=each["id"],
                key=f"{number:06}",
                names=tuple(ListedName(name) for name in names(each)),
                party=kinds[each["schema"]],
            )
            for number, each in enumerate(entities or self.entities)
            if names(each)
        ]
        groups = {each["id"]: each["group"] for each in entities or self.entities}
        screen = screen_of(history([Held(ListEdition(list_="L", form="f", entries=tuple(entries)), DAY)]))
        return screen, [groups[listed.entry.entry_id] for listed in screen.entries]

    def aliases(self, schema: str) -> list[dict[str, str]]:
        """Real aliases of one kind."""
        return [r for r in read("real_alias.csv") if r["schema"] == schema and r["group"] not in self.gone]

    def perturbed(self, kind: str) -> list[dict[str, str]]:
        """Names with noise of one kind."""
        return [r for r in read("perturbed.csv") if r["kind"] == kind and r["group"] not in self.gone]

    def recall(
        self,
        title: str,
        built: tuple[Screen, list[str]],
        asked: list[dict[str, str]],
        schema: str,
        *,
        left_out: bool = False,
    ) -> None:
        """Print the recall of one set of queries, with its curve."""
        unlisted = [row["q"] for row in self.unlisted if row["schema"] == schema]
        _, top = best(built, unlisted, [""] * len(unlisted))
        own, _ = best(built, [r["q"] for r in asked], [r["group"] for r in asked], left_out=left_out)
        said = figures(own, top, [held_out(r["group"]) for r in asked])
        peer = ""
        if self.peer:
            some, few = asked[::PEER_EVERY], unlisted[::PEER_EVERY]
            _, their_top = wratio(built, few, [""] * len(few))
            names, groups = [r["q"] for r in some], [r["group"] for r in some]
            theirs, _ = wratio(built, names, groups, left_out=left_out)
            peer = f" | WRatio {figures(theirs, their_top, [held_out(group) for group in groups])}"
        print(f"{title}: n={len(asked)} {said}{peer}", flush=True)
        print("    curve (false hits: recall) " + curve(own, top), flush=True)

    def of_aliases(self, built: tuple[Screen, list[str]], schema: str) -> screening_pictures.Scores:
        """The scores of real aliases with their own entity, and the best of unlisted names."""
        asked, unlisted = self.aliases(schema), [row["q"] for row in self.unlisted if row["schema"] == schema]
        own, _ = best(built, [r["q"] for r in asked], [r["group"] for r in asked])
        return own, best(built, unlisted, [""] * len(unlisted))[1]

    def pairs(self, built: tuple[Screen, list[str]]) -> None:
        """Print the area under the curve over labelled pairs."""
        rows = read("labelled_pairs.csv")
        truth = np.asarray([row["is_match"] == "true" for row in rows])
        ours = np.asarray(
            [pair_score(built[0], r["name1"], r["name2"], r["schema"] == "Person") for r in rows]
        )
        said = f"labelled pairs: n={len(rows)} AUC {auc(truth, ours):.3f}"
        if self.peer:
            from rapidfuzz import fuzz, utils

            theirs = np.asarray(
                [fuzz.WRatio(r["name1"], r["name2"], processor=utils.default_process) for r in rows]
            )
            said += f" | WRatio {auc(truth, theirs):.3f}"
        print(said, flush=True)

    def of_scripts(self) -> tuple[tuple[Screen, list[str]], list[tuple[str, Entity]], Any, Any]:
        """Persian, Arabic and Chinese names of organisations in the index of Latin ones: the index, the names
        with their entities, the scores of their own and of any other."""
        orgs = [each for each in self.entities if each["schema"] == "Org"]
        built = self.screen(latin_names, orgs)
        asked = [(n, e) for e in orgs for n in e["names"] if OTHER_SCRIPT.search(n) and latin_names(e)]
        own, other = best(built, [n for n, _ in asked], [e["group"] for _, e in asked], twins=True)
        return built, asked, own, other

    def scripts(self) -> None:
        """Print how Persian, Arabic and Chinese names of organisations are found among Latin ones."""
        built, pairs, own, other = self.of_scripts()
        listed_pairs = sum(len(latin_names(e)) for _, e in pairs)
        asked, groups = [n for n, _ in pairs], [e["group"] for _, e in pairs]
        decoys = len(set(built[1])) - len(set(groups))
        said = figures(own, other, [held_out(group) for group in groups])
        print(
            f"Persian, Arabic and Chinese: {len(asked)} names, {listed_pairs} pairs, {decoys} decoys {said}"
        )
        print("    curve (false hits: recall) " + curve(own, other), flush=True)
        for title, pattern in (("Chinese", r"[\u4e00-\u9fff]"), ("Persian and Arabic", r"[\u0600-\u06ff]")):
            there = np.asarray([bool(re.search(pattern, name)) for name in asked])
            n = int(there.sum())
            print(f"    {title}: n={n} {figures(own[there], other[there], [False] * n)}")
        if self.peer:
            theirs, their_other = wratio(built, asked, groups)
            print(
                f"    WRatio {figures(theirs, their_other, [held_out(group) for group in groups])}",
                flush=True,
            )

    def calibration(self, built: tuple[Screen, list[str]]) -> None:
        """Print the stated score against the observed share of right entries, in ten bins of score.

        Asked are the aliases of entities that the scorer was not fitted on, and the unlisted names; counted
        is the best score of each name against each group."""
        for schema in ("Person", "Org"):
            given, right = self.stated(built, schema)
            bins = np.minimum((given * 10).astype(int), 9)
            print(f"calibration, {schema}: stated, observed (pairs)")
            for each in range(10):
                there = bins == each
                if n := int(there.sum()):
                    print(f"    {given[there].mean():.3f} {right[there].mean():.3f} ({n})", flush=True)
            shown = [bins == each for each in range(1, 10) if (bins == each).sum()]
            apart = [abs(given[there].mean() - right[there].mean()) * there.sum() for there in shown]
            print(
                f"    mean gap above .1: {sum(apart) / sum(there.sum() for there in shown):.3f}", flush=True
            )

    def stated(self, built: tuple[Screen, list[str]], schema: str) -> tuple[Any, Any]:
        """The best score of each name with each group, and whether it is the name's own.

        The same party on two lists, told by :func:`twin` for scores that are shown, is left aside."""
        screen, of_entry = built
        asked = [(r["q"], r["group"]) for r in self.aliases(schema) if held_out(r["group"])]
        asked += [(row["q"], "") for row in self.unlisted if row["schema"] == schema]
        stated: dict[tuple[int, str], float] = {}
        for number, name, _, score in scored(screen, [name for name, _ in asked]):
            pair = (number, of_entry[screen.owner[name]])
            group = asked[number][1]
            if score > SHOWN and pair[1] != group != "" and twin(screen, of_entry, name, group):
                continue
            stated[pair] = max(stated.get(pair, 0.0), score)
        right = np.asarray([group == asked[number][1] for number, group in stated])
        return np.asarray(list(stated.values())), right

    def speed(self) -> None:
        """Print how many names a CPU-second are searched and scored."""
        count, some = 0, []
        for entity in self.entities:
            count += len(entity["names"])
            if count > INDEXED:
                break
            some.append(entity)
        built = self.screen(lambda entity: entity["names"], some)
        asked = [row["q"] for row in (*read("real_alias.csv"), *read("perturbed.csv"))]
        best(built, asked[:200], [""] * 200)
        before = time.process_time()
        best(built, asked, [""] * len(asked))
        took = time.process_time() - before
        print(f"speed: {len(asked) / took:,.0f} names a CPU-second against {len(built[0].names):,} names")


def searched(screen: Screen, asked: Sequence[str]) -> Iterator[tuple[int, int, Any]]:
    """What a search brings up and would be scored: the number of the name asked, that of the listed name,
    what is measured."""
    for numbers, names, measured in _searched(screen, asked):
        yield from zip(numbers.tolist(), names.tolist(), measured, strict=True)


def scored(screen: Screen, asked: Sequence[str]) -> Iterator[tuple[int, int, Any, float]]:
    """The same with the score of each pair."""
    for numbers, names, measured in _searched(screen, asked):
        given = scores(measured, screen.is_person[names])
        yield from zip(numbers.tolist(), names.tolist(), measured, given.tolist(), strict=True)


def _searched(screen: Screen, asked: Sequence[str]) -> Iterator[tuple[Any, Any, Any]]:
    prepared, of, cuts = [], [], []
    for number, name in enumerate(asked):
        taken = party_field.parse(name, screen.places)
        for part in taken.names:
            ready = prepare(part, screen.vocabulary)
            if ready.tokens:
                prepared.append(ready)
                of.append(number)
                cuts.append(taken.truncated)
    for start in range(0, len(prepared), 2000):
        part_ = slice(start, start + 2000)
        found, measured, there = measured_pairs(screen, prepared[part_], cuts[part_])
        there &= promising(measured)
        rows, columns = np.nonzero(there)
        yield np.asarray(of)[start + rows], found[rows, columns], measured[rows, columns]


def best(
    built: tuple[Screen, list[str]],
    asked: Sequence[str],
    groups: Sequence[str],
    *,
    left_out: bool = False,
    twins: bool = False,
) -> tuple[Any, Any]:
    """The best score of each name's own group, and of any other.

    ``left_out`` ignores the very name asked about,
    ``twins`` other entries under a name that its own entity bears too."""
    screen, of_entry = built
    itself = [{name, *party_field.parse(name, frozenset(), listed=True).names} for name in asked]
    own, other = np.zeros(len(asked)), np.zeros(len(asked))
    for number, name, _, score in scored(screen, asked):
        same = of_entry[screen.owner[name]] == groups[number]
        if same and not (left_out and screen.names[name] in itself[number]):
            own[number] = max(own[number], score)
        elif not same and not (twins and twin(screen, of_entry, name, groups[number])):
            other[number] = max(other[number], score)
    return own, other


TWIN = 90.0
"""How alike (rapidfuzz, words sorted, 0 to 100) a name is to one of the group for the same party on two
lists."""

_TWINS: dict[int, dict[str, set[str]]] = {}


def twin(screen: Screen, of_entry: list[str], name: int, group: str) -> bool:
    """Whether a name of the same entry is borne by the group as well: the same party on two lists is no false
    hit."""
    from rapidfuzz import fuzz

    if id(screen) not in _TWINS:
        known: dict[str, set[str]] = {}
        for at, text in enumerate(screen.names):
            known.setdefault(of_entry[screen.owner[at]], set()).add(_sorted(screen, text))
        _TWINS[id(screen)] = known
    theirs = screen.entries[screen.owner[name]].entry.names
    asked = {_sorted(screen, screen.names[name]), *(_sorted(screen, each.text) for each in theirs)}
    own = _TWINS[id(screen)].get(group, ())
    return any(fuzz.ratio(one, other) >= TWIN for one in asked for other in own)


def _sorted(screen: Screen, text: str) -> str:
    return " ".join(sorted(prepare(text, screen.vocabulary).tokens))


def wratio(
    built: tuple[Screen, list[str]], asked: Sequence[str], groups: Sequence[str], *, left_out: bool = False
) -> tuple[Any, Any]:
    """The same with WRatio of rapidfuzz, names as they stand."""
    from rapidfuzz import fuzz, process, utils

    screen, of_entry = built
    whole = [name for name, cut in zip(screen.names, screen.index.truncated, strict=True) if not cut]
    owners = [of_entry[o] for o, cut in zip(screen.owner, screen.index.truncated, strict=True) if not cut]
    choices = [utils.default_process(name) for name in whole]
    place = np.unique(np.asarray(owners), return_inverse=True)
    codes = {group: code for code, group in enumerate(place[0].tolist())}
    own, other = np.zeros(len(asked)), np.zeros(len(asked))
    for start in range(0, len(asked), 200):
        part = [utils.default_process(name) for name in asked[start : start + 200]]
        table = process.cdist(part, choices, scorer=fuzz.WRatio, workers=1)
        for row, group in enumerate(groups[start : start + 200]):
            mine = place[1] == codes.get(group, -1)
            if left_out:
                mine &= np.asarray([name != asked[start + row] for name in whole])
            own[start + row] = table[row][mine].max(initial=0)
            other[start + row] = table[row][place[1] != codes.get(group, -1)].max(initial=0)
    return own, other


def figures(own: Any, unlisted: Any, is_held_out: Iterable[bool]) -> str:
    hold = np.asarray(list(is_held_out), bool)
    said = []
    for rate in (0.05, 0.01):
        threshold = np.quantile(unlisted, 1 - rate)
        part = f"R@{rate:.0%} {np.mean(own > threshold):.3f}"
        said.append(part + (f" (hold {np.mean(own[hold] > threshold):.3f})" if hold.any() else ""))
    return ", ".join(said)


def curve(own: Any, unlisted: Any) -> str:
    found = zip(RATES, recalls(own, unlisted), strict=True)
    return ", ".join(f"{rate:.1%}: {recall:.3f}" for rate, recall in found)


def pair_score(screen: Screen, one: str, other: str, person: bool) -> float:
    """The score of two names, by the rarity of words in the index of a screen."""
    from sherd.trace.pairs import score_pair

    return score_pair(screen, one, other, is_person=person)


def auc(truth: Any, given: Any) -> float:
    """The area under the curve: the chance that a true pair scores above a false one."""
    order = np.argsort(given, kind="stable")
    ranks = np.empty(len(given))
    values = given[order]
    edges = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1], [True]]))
    for begin, end in pairwise(edges.tolist()):
        ranks[order[begin:end]] = (begin + end + 1) / 2
    positive = truth.sum()
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * (len(truth) - positive)))


if __name__ == "__main__":
    main()
