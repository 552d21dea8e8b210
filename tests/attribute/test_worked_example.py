"""The worked example: eight specimens of line A, three of line B, one item; its published numbers."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from sherd.attribute.calibrate import cllr_min, leave_one_event_out
from sherd.attribute.collection import collect
from sherd.attribute.dependence import CELLS
from sherd.attribute.draws import Draw
from sherd.attribute.evidence import scales
from sherd.attribute.observed import observed
from sherd.attribute.sameness import same_objects
from sherd.attribute.weigh import attribute, weigh
from sherd.model.record import CaseRecord

GRID = {
    (0.5, 0.0, 0.0): 3.2452906809323014,
    (0.5, 0.0, 0.05): 2.758844361253571,
    (0.5, 0.0, 0.1): 2.4327369130012624,
    (0.5, 0.5, 0.0): 2.8430482523346545,
    (0.5, 0.5, 0.05): 2.433619365561169,
    (0.5, 0.5, 0.1): 2.1576470676991355,
    (0.5, 1.0, 0.0): 2.6419270380358313,
    (0.5, 1.0, 0.05): 2.271006867714969,
    (0.5, 1.0, 0.1): 2.020102145048072,
    (1.0, 0.0, 0.0): 2.594091061656687,
    (1.0, 0.0, 0.05): 2.309633343242072,
    (1.0, 0.0, 0.1): 2.084711962394887,
    (1.0, 0.5, 0.0): 2.2898077868963203,
    (1.0, 0.5, 0.05): 2.048862479404238,
    (1.0, 0.5, 0.1): 1.8573849317722826,
    (1.0, 1.0, 0.0): 2.137666149516137,
    (1.0, 1.0, 0.05): 1.9184770474853206,
    (1.0, 1.0, 0.1): 1.7437214164609802,
    (2.0, 0.0, 0.0): 1.940332386130644,
    (2.0, 0.0, 0.05): 1.7794270680025872,
    (2.0, 0.0, 0.1): 1.63731104286178,
    (2.0, 0.5, 0.0): 1.7290299332706585,
    (2.0, 0.5, 0.05): 1.5913234369863125,
    (2.0, 0.5, 0.1): 1.4691502607302567,
    (2.0, 1.0, 0.0): 1.6233787068406658,
    (2.0, 1.0, 0.05): 1.4972716214781752,
    (2.0, 1.0, 0.1): 1.3850698696644952,
}
"""(A, ρ, ε): W, as published with the method."""


def near(value: float) -> object:
    return pytest.approx(value, abs=1e-9, rel=0)


def test_the_default_weight_and_its_ceiling(worked: CaseRecord) -> None:
    pair = weigh(worked, "X").pair("B", "A")
    assert pair.default == near(2.0488624794)
    assert pair.default_lr == pytest.approx(111.9083466361, abs=1e-8)
    assert pair.ceiling == near(0.9542425094)
    assert (pair.n1, pair.n2) == (3, 8)


def test_every_cell_of_the_grid(worked: CaseRecord) -> None:
    cells = {(c.pseudo_count, c.rho, c.epsilon): c.weight for c in weigh(worked, "X").pair("B", "A").grid}
    assert set(cells) == set(GRID) == set(CELLS)
    for settings, weight in GRID.items():
        assert cells[settings] == near(weight)


def test_the_weakest_cell_is_reported_in_words(worked: CaseRecord) -> None:
    pair = weigh(worked, "X").pair("B", "A")
    assert pair.reported == near(1.3850698697)
    assert (pair.lo, pair.hi) == (near(1.3850698697), near(3.2452906809))
    assert pair.lr == pytest.approx(24.2700, abs=1e-4)
    assert (pair.words, pair.favours, pair.refused) == ("moderate support", "B", ())


def test_groups_and_features_carry_their_weights(worked: CaseRecord) -> None:
    groups = {group.group: group for group in weigh(worked, "X").pair("B", "A").groups}
    assert {name: (g.tempering, g.weight) for name, g in groups.items()} == {
        "airframe": (near(0.6666666667), near(0.5215417277)),
        "electronics": (near(1.0), near(1.2351542164)),
        "markings": (near(1.0), near(0.2921665353)),
    }
    assert {f.feature: f.weight for g in groups.values() for f in g.features} == {
        "skin": near(-0.3751553699),
        "core": near(1.1574679614),
        "nav": near(1.2351542164),
        "mark": near(0.2921665353),
    }


@pytest.mark.parametrize(
    ("kind", "name", "weight"),
    [
        ("group", "airframe", 1.5273207517),
        ("group", "electronics", 0.8137082630),
        ("group", "markings", 1.7566959441),
        ("feature", "skin", 2.6847887132),
        ("feature", "core", 1.1521653818),
        ("feature", "nav", 0.8137082630),
        ("feature", "mark", 1.7566959441),
    ],
)
def test_leaving_one_out(worked: CaseRecord, kind: str, name: str, weight: float) -> None:
    left = {(one.kind, one.name): one for one in weigh(worked, "X").pair("B", "A").leave_outs}
    assert left[kind, name].default == near(weight)


def test_what_would_change_the_word_is_marked(worked: CaseRecord) -> None:
    changing = {(one.kind, one.name) for one in weigh(worked, "X").pair("B", "A").changing}
    assert {("group", "electronics"), ("feature", "nav")} <= changing
    assert ("feature", "skin") not in changing


@pytest.mark.parametrize(("line", "weight"), [("A", -0.9452782433), ("B", 1.1035842361)])
def test_each_line_against_an_undocumented_one(worked: CaseRecord, line: str, weight: float) -> None:
    assert weigh(worked, "X").pair(line, "U").default == near(weight)


def test_nothing_can_be_verified_against_an_undocumented_line(worked: CaseRecord) -> None:
    assert weigh(worked, "X").pair("B", "U").ceiling == 0
    assert weigh(worked, "X").pair("A", "U").ceiling == near(-0.9542425094)


def test_swapped_hypotheses_meet_the_other_ceiling(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.build({"A": bench.A, "B": bench.B}, dict(bench.A[0]), worked.hypotheses)
    pair = weigh(record, "X").pair("B", "A")
    assert pair.default < 0
    assert pair.ceiling == near(-0.6020599913)


def test_several_specimens_of_one_recovery_are_one(worked: CaseRecord, bench: SimpleNamespace) -> None:
    triplet, couple = {"event": "E-raid"}, {"event": "E-lot"}
    record = bench.with_items(worked, A1=triplet, A2=triplet, A3=triplet, B1=couple, B2=couple)
    pair = weigh(record, "X").pair("B", "A")
    assert pair.default == near(1.7479140683)
    assert pair.reported == near(1.0796133240)
    weakest = min(pair.grid, key=lambda cell: abs(cell.weight))
    assert (weakest.pseudo_count, weakest.rho, weakest.epsilon) == (2.0, 1.0, 0.1)
    assert (pair.n1, pair.n2) == (2, 6)
    assert [one.name for one in pair.leave_outs if one.kind == "event"] == ["E-lot", "E-raid"]


def test_leave_one_event_out(worked: CaseRecord) -> None:
    item = worked.items[0]
    collection = collect(worked, item, "independent", observed(worked), same_objects(worked))
    fixed = scales(collection, worked.features)
    draws = Draw(("B",), "line B"), Draw(("A",), "line A")
    pools = collection.pool(["B"]), collection.pool(["A"])
    found = leave_one_event_out(draws, pools, worked.features, fixed)
    assert found is not None
    assert [t.weight for t in found.second] == [
        *[near(-2.4704857872)] * 3,
        *[near(-1.3960737028)] * 2,
        near(-0.8763212080),
        near(-0.8826588783),  # the value N2 is seen on no other specimen: it weighs nothing
        near(-0.6594970983),
    ]
    assert [t.weight for t in found.first] == [*[near(2.4692926097)] * 2, near(0.4743490750)]
    assert (found.cllr, found.n) == (near(0.1194187298), 11)
    assert cllr_min([t.weight for t in found.first], [t.weight for t in found.second]) == near(0.0)


def test_specimens_of_one_recovery_are_one_in_calibration(worked: CaseRecord, bench: SimpleNamespace) -> None:
    """A1 to A3 leave together and share the weight of one unit: nine units in all."""
    raid = {"event": "E-raid"}
    record = bench.with_items(worked, A1=raid, A2=raid, A3=raid)
    collection = collect(record, record.items[0], "independent", observed(record), same_objects(record))
    found = leave_one_event_out(
        (Draw(("B",), "line B"), Draw(("A",), "line A")),
        (collection.pool(["B"]), collection.pool(["A"])),
        record.features,
        scales(collection, record.features),
    )
    assert found is not None
    assert found.n == 9
    assert [round(t.share, 6) for t in found.second] == [0.333333] * 3 + [1.0] * 5


def test_the_method_card_says_that_eleven_specimens_validate_nothing(worked: CaseRecord) -> None:
    card = weigh(worked, "X").method
    assert card.validation == "not validated: n = 11"
    assert ("B", "A", near(0.1194187298)) in card.cllr
    assert (card.scale, card.feature_table) == ("ENFSI 2015", "4 features, decided 2026-01-01")


def test_levels_are_fixed_and_one_more_or_fewer_is_shown(worked: CaseRecord) -> None:
    found = weigh(worked, "X")
    assert {levels.feature: levels.count for levels in found.levels} == {
        "skin": 3,
        "core": 3,
        "nav": 4,
        "mark": 3,
    }
    fewer, more = (weight for _, weight in found.pair("B", "A").levels_sensitivity)
    assert fewer < found.pair("B", "A").default < more


def test_independent_labels_give_one_result_only(worked: CaseRecord) -> None:
    assert [found.labels for found in attribute(worked, "X")] == ["independent"]


def test_the_published_dump_agrees(worked: CaseRecord, shared: Path) -> None:
    dump = json.loads((shared / "oracles" / "attribution.json").read_text("utf-8"))
    pair = weigh(worked, "X").pair("B", "A")
    assert pair.default == near(dump["item"]["log10LR"])
    named = {f"A={c.pseudo_count},rho={c.rho},eps={c.epsilon}": c.weight for c in pair.grid}
    assert named == {name: near(weight) for name, weight in dump["grid"].items()}
