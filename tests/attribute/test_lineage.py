"""Dated lineage: the worked example, tolerance, ambiguity, mosaics, parsimony."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.lineage import Variant, arborescence, changes, lineage, mosaic
from sherd.attribute.parsimony import consistency_index, fewest_changes
from sherd.model.dates import Interval

FEATURES = ("skin", "core", "nav", "mark")


def variant(name: str, when: str, *states: str) -> Variant:
    shown = {f: s for f, s in zip(FEATURES, states, strict=True) if s != "-"}
    return Variant(name, Interval.parse(when), shown)


WORKED = (
    variant("V0", "2022-09", "F", "H", "N1", "L"),
    variant("V1", "2023-01", "F", "H", "N1", "C"),
    variant("V2", "2023-07", "F", "W", "N3", "C"),
    variant("V3", "2023-11", "K", "W", "N3", "C"),
    variant("V4", "2024-02", "K", "W", "N4", "C"),
)


def test_the_worked_lineage() -> None:
    found = lineage(WORKED)
    told = [(d.variant, d.chosen, d.cost) for d in found.descents]
    assert told == [("V0", None, None), ("V1", "V0", 1), ("V2", "V1", 2), ("V3", "V2", 1), ("V4", "V3", 1)]
    second = found.of("V2")
    assert (second.runner_up, second.runner_up_cost, second.margin) == ("V0", 3, 1)
    assert second.changed == (("core", "H", "W"), ("nav", "N1", "N3"))
    assert "from V1 or a close relative" in second.basis
    assert (found.total, found.consistency, found.mosaics) == (5, 1.0, ())


def test_two_parents_as_near_are_ambiguous() -> None:
    found = lineage([*WORKED[:2], variant("V1b", "2023-01", "F", "H", "N2", "L"), WORKED[2]])
    third = found.of("V2")
    assert not third.ambiguous
    split = lineage(
        [
            variant("P", "2022-01", "F", "H", "-", "-"),
            variant("Q", "2022-02", "F", "H", "-", "-"),
            variant("R", "2022-05", "F", "W", "-", "-"),
        ]
    ).of("R")
    assert split.ambiguous
    assert (split.parents, split.margin) == (("P", "Q"), 0)
    assert "ambiguous" in split.basis


def test_a_variant_found_later_is_no_parent_unless_the_tolerance_allows_it() -> None:
    early = variant("child", "2023-03-01", "K", "W", "N3", "C")
    late = variant("parent", "2023-03-20", "F", "W", "N3", "C")
    root = variant("root", "2022-01-01", "F", "H", "N1", "L")
    assert lineage([root, late, early]).of("child").chosen == "root"
    found = lineage([root, late, early], tolerance=30)
    assert found.of("child").chosen == "parent"
    assert found.of("parent").chosen == "root"


def test_missing_features_are_skipped_and_the_rest_scaled() -> None:
    assert changes({"skin": "F", "core": "H"}, {"skin": "K", "core": "H", "nav": "N1"}, 4) == 2
    assert changes({"skin": "F"}, {"core": "H"}, 4) is None
    found = lineage([variant("a", "2022", "F", "-", "-", "-"), variant("b", "2023", "-", "H", "-", "-")])
    assert found.of("b").chosen is None


def cheapest(nodes: list[str], costs: dict[tuple[str, str], float]) -> float:
    """The cheapest single-rooted arborescence by trying every choice of parents."""
    best = float("inf")

    def choose(rest: list[str], parent: dict[str, str], cost: float) -> None:
        nonlocal best
        if not rest:
            for node in nodes:
                seen = set()
                while node in parent and node not in seen:
                    seen.add(node)
                    node = parent[node]
                if node in parent:
                    return
            if len(parent) == len(nodes) - 1:
                best = min(best, cost)
            return
        node, *more = rest
        choose(more, parent, cost)
        for a in nodes:
            if (a, node) in costs:
                choose(more, {**parent, node: a}, cost + costs[a, node])

    choose(nodes, {}, 0.0)
    return best


@given(st.lists(st.integers(0, 9), min_size=12, max_size=12))
def test_the_lineage_is_the_cheapest_of_all(weights: list[int]) -> None:
    nodes = ["a", "b", "c", "d"]
    costs = {pair: float(w) for pair, w in zip(permutations(nodes, 2), weights, strict=True)}
    found = arborescence(nodes, costs)
    assert len(found) == 3
    assert sum(costs[parent, child] for child, parent in found.items()) == cheapest(nodes, costs)


@given(st.permutations(WORKED))
def test_the_order_of_the_variants_says_nothing(mixed: list[Variant]) -> None:
    assert lineage(mixed) == lineage(WORKED)


def test_a_variant_put_together_from_two_is_a_mosaic() -> None:
    one = variant("one", "2022", "F", "H", "N1", "L")
    two = variant("two", "2022", "K", "W", "N3", "C")
    found = mosaic(variant("both", "2023", "F", "H", "N3", "C"), [one, two])
    assert found is not None
    assert (found.alone, found.together, found.gain, found.mosaic) == (2, 0, 2, True)
    assert found.from_second == ("mark", "nav")


def test_one_change_spared_is_no_mosaic() -> None:
    one = variant("one", "2022", "F", "H", "N1", "L")
    two = variant("two", "2022", "K", "W", "N3", "C")
    found = mosaic(variant("both", "2023", "F", "H", "N1", "C"), [one, two])
    assert found is not None
    assert (found.gain, found.mosaic) == (1, False)


def test_a_variant_that_one_parent_explains_is_compared_with_no_pair() -> None:
    assert mosaic(WORKED[1], [WORKED[0]]) is None
    assert mosaic(WORKED[3], list(WORKED[:3])) is None


def test_fitchs_count() -> None:
    tree = (("1", "2"), ("3", ("4", "5")))
    assert fewest_changes(tree, {"1": "A", "2": "C", "3": "C", "4": "A", "5": "G"}) == 3
    assert fewest_changes(tree, {"1": "A", "2": "A", "3": "C", "4": "C", "5": "C"}) == 1
    assert fewest_changes(tree, {"1": "A", "3": "C"}) == 1


def test_the_consistency_index_is_least_over_made() -> None:
    tree = (("1", "2"), ("3", ("4", "5")))
    clean = {"1": "A", "2": "A", "3": "C", "4": "C", "5": "C"}
    noisy = {"1": "A", "2": "C", "3": "C", "4": "A", "5": "G"}
    assert consistency_index(tree, {"f": clean}) == 1
    assert consistency_index(tree, {"f": clean, "g": noisy}) == 3 / 4
    assert consistency_index(tree, {"f": dict.fromkeys("12345", "A")}) is None


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: lineage(WORKED[:1]), "two are the least"),
        (lambda: lineage([WORKED[0], WORKED[0]]), "two variants are called V0"),
        (lambda: lineage([*WORKED, variant("V9", "2024", "-", "-", "-", "-")]), "no feature was seen of V9"),
        (lambda: lineage(WORKED, tolerance=-1), "tolerance"),
        (lambda: lineage([*WORKED, Variant("V9", Interval(), {"skin": "F"})]), "no day says"),
        (lambda: lineage(WORKED).of("V9"), "no variant is called"),
        (lambda: fewest_changes(("1", "1"), {}), "stands twice"),
        (lambda: fewest_changes(("1", "2", "3"), {}), "two branches"),
        (lambda: fewest_changes(("1", "2"), {"9": "A"}), "no tip"),
        (lambda: arborescence([""], {}), "without a name"),
    ],
)
def test_what_has_no_lineage_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]
