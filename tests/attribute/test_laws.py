"""Laws that hold for every collection: swapping, relabelling, order, uninformative features, bounds."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.attribute.weigh import weigh
from sherd.model.record import CaseRecord
from sherd.model.weights import PairWeight

NAMES = ("skin", "core", "nav", "mark")
VALUES = st.sampled_from(("p", "q", "r", "ABSENT", "NOT_VISIBLE"))
SPECIMEN = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, VALUES))
LINE = st.lists(SPECIMEN, min_size=1, max_size=6)
CASES = {"a": LINE, "b": LINE, "item": SPECIMEN}


def pair(bench: SimpleNamespace, a: Any, b: Any, item: Any, order: str = "BA", **more: Any) -> PairWeight:
    hypotheses = [bench.drawing(name, name) for name in order]
    return weigh(bench.build({"A": a, "B": b}, item, hypotheses, **more), "X").pair(*order)


@given(**CASES)
def test_swapping_the_hypotheses_flips_the_sign(bench: SimpleNamespace, a: Any, b: Any, item: Any) -> None:
    one, two = pair(bench, a, b, item), pair(bench, a, b, item, order="AB")
    assert two.default == -one.default
    assert two.reported == -one.reported
    assert (two.lo, two.hi) == (-one.hi, -one.lo)
    assert two.ceiling == -one.ceiling
    assert (two.words, two.favours) == (one.words, one.favours)
    assert {r.rule for r in two.refused} == {r.rule for r in one.refused}


@given(**CASES)
def test_what_the_levels_are_called_does_not_matter(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    names = {"p": "żelazo", "q": "0", "r": "p", "ABSENT": "ABSENT", "NOT_VISIBLE": "NOT_EXAMINED"}

    def renamed(specimen: dict[str, str]) -> dict[str, str]:
        return {feature: names[value] for feature, value in specimen.items()}

    again = pair(bench, [renamed(s) for s in a], [renamed(s) for s in b], renamed(item))
    assert again.grid == pair(bench, a, b, item).grid


@given(**CASES, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_record_does_not_matter(
    bench: SimpleNamespace, a: Any, b: Any, item: Any, seed: Any
) -> None:
    record = bench.build({"A": a, "B": b}, item, [bench.drawing("B", "B"), bench.drawing("A", "A")])
    observations, items = list(record.observations), list(record.items)
    seed.shuffle(observations)
    seed.shuffle(items)
    shuffled = evolve(record, observations=tuple(observations), items=tuple(items))
    one, two = (weigh(r, "X").pair("B", "A") for r in (record, shuffled))
    assert [cell.weight for cell in one.grid] == pytest.approx([cell.weight for cell in two.grid], abs=1e-12)
    assert {(left.name, left.words) for left in one.leave_outs} == {
        (left.name, left.words) for left in two.leave_outs
    }


@given(**CASES)
def test_a_feature_that_never_varies_in_a_group_of_its_own_adds_next_to_nothing(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    """With equal collections exactly nothing; else no more than the collections' sizes account for."""
    same = [*a, *a], [*a, *a]
    features = dict(bench.FEATURES) | {"idle": ("idle", "design")}
    with_idle = pair(
        bench,
        [s | {"idle": "x"} for s in same[0]],
        [s | {"idle": "x"} for s in same[1]],
        item | {"idle": "x"},
        features=features,
    )
    assert with_idle.default == pytest.approx(pair(bench, *same, item).default, abs=1e-12)


@given(**CASES)
def test_the_weakest_cell_is_what_is_reported(bench: SimpleNamespace, a: Any, b: Any, item: Any) -> None:
    found = pair(bench, a, b, item)
    cells = [cell.weight for cell in found.grid]
    assert all(abs(found.reported) <= abs(cell) + 1e-12 for cell in cells)
    assert found.reported == 0 or all(cell * found.reported > 0 for cell in cells)
    assert (found.lo, found.hi) == (min(cells), max(cells))


@given(**CASES)
def test_no_feature_weighs_more_than_contamination_allows(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    found = pair(bench, a, b, item)
    for feature in (f for g in found.groups for f in g.features):
        assert 0.05 / 5 <= min(feature.p1, feature.p2) <= max(feature.p1, feature.p2) <= 1


@given(**CASES)
def test_the_weight_is_the_sum_of_its_groups(bench: SimpleNamespace, a: Any, b: Any, item: Any) -> None:
    found = pair(bench, a, b, item)
    assert sum(group.weight for group in found.groups) == pytest.approx(found.default, abs=1e-12)


@settings(max_examples=25)
@given(**CASES)
def test_leaving_a_specimen_out_is_as_if_it_had_not_been_recorded(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    every = [dict.fromkeys(NAMES, value) for value in ("p", "q", "r", "ABSENT")]
    lines = {"A": [every[0], *a, *every], "B": [*b, *every]}  # no level goes with the specimen left out
    hypotheses = [bench.drawing("B", "B"), bench.drawing("A", "A")]
    record: CaseRecord = bench.build(lines, item | {"skin": "p"}, hypotheses)
    left = next(one for one in weigh(record, "X").pair("B", "A").leave_outs if one.name == "A1")
    without = evolve(record, items=tuple(found for found in record.items if found.id != "A1"))
    assert left.default == pytest.approx(weigh(without, "X").pair("B", "A").default, abs=1e-12)


DOUBTFUL = st.sampled_from(
    ("p", "q", "p:0.5|q:0.5", "q:0.9|r:0.1", "r:0.2|ABSENT:0.8", "p:0.5|q:0.1", "NOT_VISIBLE")
)
UNSURE = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, DOUBTFUL))
DOUBTFUL_CASES = {
    "a": st.lists(UNSURE, min_size=0, max_size=5),
    "b": st.lists(UNSURE, min_size=0, max_size=5),
    "item": UNSURE,
}


@given(**DOUBTFUL_CASES)
def test_swapping_flips_the_sign_of_doubtful_values_and_of_no_reference_at_all(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    one, two = pair(bench, a, b, item), pair(bench, a, b, item, order="AB")
    assert [cell.weight for cell in two.grid] == [-cell.weight for cell in one.grid]
    assert {r.rule for r in two.refused} == {r.rule for r in one.refused}


@given(**DOUBTFUL_CASES)
def test_doubt_never_weighs_more_than_the_surest_of_its_levels(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    """A mixture of probabilities lies between them: its ratio between the least and the greatest ratio."""
    for name, value in item.items():
        if "|" not in value or value == "p:0.5|q:0.1":
            continue
        plain = [pair(bench, a, b, {name: part.split(":")[0]}).default for part in value.split("|")]
        mixed = pair(bench, a, b, {name: value}).default
        assert min(*plain, 0.0) - 1e-9 <= mixed <= max(*plain, 0.0) + 1e-9


@given(**DOUBTFUL_CASES)
def test_every_account_has_a_probability_for_every_finding_that_weighs(
    bench: SimpleNamespace, a: Any, b: Any, item: Any
) -> None:
    found = weigh(bench.build({"A": a, "B": b}, item), "X")
    for row in found.matrix.rows:
        assert all(stand.log10_p <= 1e-12 and stand.below <= 0 for stand in row.stands)
        assert not row.stands or max(stand.below for stand in row.stands) == 0
    assert all(each.expected > 0 and each.alone >= 0 for each in found.examinations)
    seen = {row.feature for row in found.matrix.rows if row.stands}
    assert seen.isdisjoint(each.feature for each in found.examinations)
