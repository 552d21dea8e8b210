"""Joint patterns in place of a group, labels inferred from a feature, and the language of markings."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.weigh import weigh
from sherd.model.items import Feature
from sherd.model.record import CaseRecord

AIRFRAME = {"skin": ("airframe", "design"), "core": ("airframe", "design"), "nav": ("electronics", "source")}


def joined(bench: SimpleNamespace, record: CaseRecord, **more: Any) -> CaseRecord:
    said: dict[str, Any] = {"group": "airframe", "kind_": "composite", "link": "design"}
    row = Feature(
        case=bench.CASE, id="shell", decided=bench.DECIDED, **(said | {"levels": ("skin", "core")} | more)
    )
    return evolve(record, features=(*record.features, row))


def record(bench: SimpleNamespace, n: int) -> CaseRecord:
    """On line A skin p goes with core p, q with q; on line B crosswise: no feature alone tells them apart."""
    a = [{"skin": v, "core": v, "nav": "1"} for v in "pq" * (n // 2)]
    b = [{"skin": v, "core": "q" if v == "p" else "p", "nav": "2"} for v in "pq" * (n // 2)]
    built: CaseRecord = bench.build(
        {"A": a, "B": b}, {"skin": "p", "core": "q", "nav": "2"}, features=AIRFRAME
    )
    return built


def test_a_joint_pattern_stands_in_for_its_group_where_ten_units_show_it(bench: SimpleNamespace) -> None:
    weighed = weigh(joined(bench, record(bench, 10)), "X").pair("B", "A")
    groups = {group.group: group for group in weighed.groups}
    assert [f.feature for f in groups["airframe"].features] == ["shell"]
    assert groups["airframe"].features[0].value == "p + q"
    p = (
        0.95 * (5 + 1 / 5) / 11 + 0.05 / 5,
        0.95 * (0 + 1 / 5) / 11 + 0.05 / 5,
    )  # four patterns and any other
    assert (groups["airframe"].features[0].p1, groups["airframe"].features[0].p2) == pytest.approx(p)
    assert {u.feature for u in weighed.unweighed} == {"skin", "core"}


def test_with_fewer_than_ten_the_features_weigh_one_by_one(bench: SimpleNamespace) -> None:
    plain, with_row = record(bench, 8), joined(bench, record(bench, 8))
    weighed = weigh(with_row, "X").pair("B", "A")
    assert weighed.default == weigh(plain, "X").pair("B", "A").default
    assert [u.reason for u in weighed.unweighed] == [
        "a joint pattern needs 10 units of each line examined for it (8 and 8)"
    ]


def test_a_joint_pattern_of_another_group_is_refused_with_the_reason(bench: SimpleNamespace) -> None:
    weighed = weigh(joined(bench, record(bench, 10), levels=("skin", "nav")), "X").pair("B", "A")
    (reason,) = [u.reason for u in weighed.unweighed if u.feature == "shell"]
    assert reason == "it joins nav, not of its own group airframe"


def test_a_joint_pattern_is_not_observed_by_itself(bench: SimpleNamespace) -> None:
    built = joined(bench, record(bench, 10))
    by_hand = evolve(built.observations[0], id="hand", feature="shell", value="p + p")
    weighed = weigh(evolve(built, observations=(*built.observations, by_hand)), "X")
    assert [u.why for u in weighed.unused] == [
        "shell is reckoned from other rows and is not observed by itself"
    ]


# -- labels inferred from a feature ------------------------------------------------------------------------


def inferred(bench: SimpleNamespace, worked: CaseRecord, *features: str) -> CaseRecord:
    said = {"label_basis": "inferred", "label_from": features}
    built: CaseRecord = bench.with_items(worked, B3=said)
    return built


def test_a_label_inferred_from_a_feature_weighs_neither_it_nor_its_group(
    bench: SimpleNamespace, worked: CaseRecord
) -> None:
    """B3 shows skin, core and mark; inferred from skin it serves for mark alone, in the second result."""
    record = inferred(bench, worked, "skin")
    first = weigh(record, "X", "independent")
    second = weigh(record, "X", "publisher")
    counts = {f.feature: f.basis for g in second.pair("B", "A").groups for f in g.features}
    assert "2 of 2 units of line B" in counts["core"]
    assert "3 of 3 units of line B" in counts["mark"]
    assert {line.line: line.units for line in first.collection} == {"A": 8, "B": 2}
    assert ("B3", "its line is inferred from a feature") in {(u.id, u.why) for u in first.unused}
    assert "The line of B3 is inferred" in second.assumption
    assert "inferred" not in first.assumption
    assert [u.why for u in second.unused if u.id == "B3"] == [
        "its line is inferred: it serves to weigh neither what it was inferred from nor its group: core, skin"
    ]


def test_a_label_inferred_from_nobody_knows_what_never_counts(
    bench: SimpleNamespace, worked: CaseRecord
) -> None:
    for labels in ("independent", "publisher"):
        found = weigh(inferred(bench, worked), "X", labels)
        assert {line.line: line.units for line in found.collection} == {"A": 8, "B": 2}


def test_a_label_inferred_from_everything_seen_counts_for_nothing(
    bench: SimpleNamespace, worked: CaseRecord
) -> None:
    found = weigh(inferred(bench, worked, "skin", "mark"), "X", "publisher")
    assert {line.line: line.units for line in found.collection} == {"A": 8, "B": 2}


# -- language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["marking_language", "script", "Language of markings", "label-script"])
def test_the_language_of_markings_may_deceive_in_every_cell(bench: SimpleNamespace, name: str) -> None:
    lines = {"A": [{name: "latin"}] * 4, "B": [{name: "cyrillic"}] * 4}
    built = bench.build(lines, {name: "cyrillic"}, features={name: ("markings", "assembly")})
    weighed = weigh(built, "X").pair("B", "A")
    assert weighed.groups[0].features[0].epsilon == 0.3
    low = weighed.grid[0]
    assert (low.pseudo_count, low.epsilon) == (0.5, 0.0)
    strong, faint = ((0.7 * (k + 0.5 / 3) / 4.5 + 0.1) for k in (4, 0))
    assert 10**low.weight == pytest.approx(strong / faint)


@pytest.mark.parametrize("name", ["mark", "manuscript_size", "descriptions"])
def test_other_features_keep_the_contamination_of_the_grid(bench: SimpleNamespace, name: str) -> None:
    lines = {"A": [{name: "p"}] * 4, "B": [{name: "q"}] * 4}
    built = bench.build(lines, {name: "q"}, features={name: ("markings", "assembly")})
    assert weigh(built, "X").pair("B", "A").groups[0].features[0].epsilon == 0.05
