"""When no conclusion is given: each rule refuses its pair by name, and says what would lift it."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.refusals import RULES
from sherd.attribute.weigh import weigh
from sherd.model.record import CaseRecord
from sherd.model.weights import PairWeight


def rules(pair: PairWeight) -> set[str]:
    return {refusal.rule for refusal in pair.refused}


def pair(record: CaseRecord, h1: str = "B", h2: str = "A", labels: Any = "independent") -> PairWeight:
    return weigh(record, "X", labels).pair(h1, h2)


def exclusive(record: CaseRecord, **named: tuple[str, ...]) -> CaseRecord:
    hypotheses = tuple(evolve(h, exclusive_with=named.get(h.id, ())) for h in record.hypotheses)
    return evolve(record, hypotheses=hypotheses)


def test_the_worked_example_is_refused_by_no_rule(worked: CaseRecord) -> None:
    assert rules(pair(worked)) == set()


def test_a_refused_pair_gives_numbers_but_no_word(worked: CaseRecord, bench: SimpleNamespace) -> None:
    refused = pair(bench.with_items(worked, X={"custody_status": ""}))
    assert refused.words == "no conclusion"
    assert refused.favours is None
    assert refused.default == pytest.approx(2.0488624794, abs=1e-9)
    assert refused.sentence.startswith("Assuming the object is as its publisher describes it, no conclusion")


def test_every_refusal_says_what_would_lift_it(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.build({"A": [], "B": []}, {}, worked.hypotheses)
    assert all(refusal.reason and refusal.lifted_by for refusal in pair(record).refused)


def test_custody_left_empty(worked: CaseRecord, bench: SimpleNamespace) -> None:
    assert rules(pair(bench.with_items(worked, X={"custody_status": ""}))) == {"custody_empty"}


@pytest.mark.parametrize("status", ["documented", "partial", "not_published", "broken", "unknown"])
def test_any_custody_status_that_is_given_does_not_refuse(
    worked: CaseRecord, bench: SimpleNamespace, status: str
) -> None:
    assert rules(pair(bench.with_items(worked, X={"custody_status": status}))) == set()


def test_a_draw_on_a_line_that_nobody_listed(worked: CaseRecord, bench: SimpleNamespace) -> None:
    hypotheses = (bench.drawing("B", "B"), bench.drawing("A", "Atlantis"), bench.drawing("U", "U"))
    found = weigh(evolve(worked, hypotheses=hypotheses), "X")
    assert "unresolved_draw" in rules(found.pair("B", "A")) & rules(found.pair("A", "U"))
    assert "unresolved_draw" not in rules(found.pair("B", "U"))
    assert "Atlantis" in found.pair("B", "A").refused[0].reason


def test_accounts_that_do_not_exclude_each_other(worked: CaseRecord) -> None:
    found = weigh(exclusive(worked, B=("U",)), "X")
    assert rules(found.pair("B", "A")) == {"not_exclusive"}
    assert rules(found.pair("B", "U")) == set()


def test_exclusion_need_be_said_on_one_side_only(worked: CaseRecord) -> None:
    assert rules(pair(exclusive(worked, B=("A",)))) == set()
    assert rules(pair(exclusive(worked, A=("B",)))) == set()


def test_exclusion_that_nobody_declared_is_an_assumption_that_is_said(worked: CaseRecord) -> None:
    found = weigh(worked, "X")
    assert rules(found.pair("B", "A")) == set()
    assert any("assumed to exclude one another" in warning for warning in found.warnings)


def test_accounts_that_predict_the_same_are_not_told_apart(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    twin = evolve(bench.drawing("K", "A"), draws={"design": "A", "source": "A", "assembly": "A"})
    refused = pair(evolve(worked, hypotheses=(bench.drawing("A", "A"), twin)), "A", "K")
    assert "not_distinguishable" in rules(refused)


def test_accounts_not_told_apart_name_the_evidence_to_look_for(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    kits = evolve(bench.drawing("K", "A"), draws={"design": "A", "source": "A", "assembly": "B"})
    record = evolve(worked, hypotheses=(bench.drawing("A", "A"), kits))
    unseen = evolve(record, observations=tuple(o for o in record.observations if o.id != "O-X-mark"))
    refusal = next(r for r in pair(unseen, "A", "K").refused if r.rule == "not_distinguishable")
    assert refusal.lifted_by.startswith("an observation of mark on X")
    unmatched = evolve(record, observations=tuple(o for o in record.observations if "-mark" not in o.id))
    marked = evolve(unmatched, observations=(*unmatched.observations, *bench.seen("X", {"mark": "latin"})))
    refusal = next(r for r in pair(marked, "A", "K").refused if r.rule == "few_groups")
    assert refusal.lifted_by == "references of both sides examined for mark"
    without = evolve(unseen, features=unseen.features[:3])
    refusal = next(r for r in pair(without, "A", "K").refused if r.rule == "not_distinguishable")
    assert "sealant, torque paint" in refusal.lifted_by


def test_a_single_group_is_not_two_witnesses(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.with_features(worked, nav={"group": "airframe"}, mark={"group": "airframe"})
    assert "few_groups" in rules(pair(record))
    assert "few_groups" not in rules(pair(worked))


def test_groups_that_both_accounts_draw_from_one_line_are_no_witnesses(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    kits = evolve(bench.drawing("K", "A"), draws={"design": "A", "source": "A", "assembly": "B"})
    refused = pair(evolve(worked, hypotheses=(bench.drawing("A", "A"), kits)), "A", "K")
    assert "few_groups" in rules(refused)


def test_a_line_known_by_one_specimen(worked: CaseRecord, bench: SimpleNamespace) -> None:
    found = weigh(bench.build({"A": bench.A, "B": bench.B[:1]}, bench.ITEM, worked.hypotheses), "X")
    assert "thin_line" in rules(found.pair("B", "A"))
    assert "thin_line" not in rules(found.pair("A", "U"))
    assert "1 more examined specimen of line B" in next(
        r.lifted_by for r in found.pair("B", "A").refused if r.rule == "thin_line"
    )


def test_specimens_that_nobody_examined_make_no_line_better_known(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    found = pair(bench.build({"A": bench.A, "B": [bench.B[0], *[{}] * 9]}, bench.ITEM, worked.hypotheses))
    refusal = next(r for r in found.refused if r.rule == "thin_line")
    assert "line B (1 of 1)" in refusal.reason
    assert (found.n1, found.n2) == (1, 8)


def test_specimens_examined_only_for_what_was_not_seen_on_the_item_make_no_line_better_known(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    table = bench.FEATURES | {"wing": ("wings", "design")}
    lines = {"A": bench.A, "B": [bench.B[0], *[{"wing": "swept"}] * 4]}
    found = pair(bench.build(lines, bench.ITEM, worked.hypotheses, table))
    assert "line B (1 of 5)" in next(r.reason for r in found.refused if r.rule == "thin_line")
    assert found.ceiling == pytest.approx(math.log10(9))
    assert pair(bench.build(lines, bench.ITEM, worked.hypotheses, table), "A", "U").ceiling == pytest.approx(
        -math.log10(9)
    )


def test_a_line_of_which_nothing_was_examined_explains_no_item(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    strange = {"skin": "steel", "core": "foam", "nav": "N9", "mark": "greek"}
    lines = {"A": bench.A, "B": bench.B, "C": [{}, {}]}
    record = bench.build(lines, strange, worked.hypotheses)
    assert "no_line_fits" in rules(pair(record))
    table = bench.FEATURES | {"wing": ("wings", "design")}
    lines["C"] = [{"wing": "swept"}] * 2
    assert "no_line_fits" in rules(pair(bench.build(lines, strange, worked.hypotheses, table)))


def test_specimens_of_one_raid_are_one_specimen(worked: CaseRecord, bench: SimpleNamespace) -> None:
    raid = {"event": "E-raid"}
    assert "thin_line" in rules(pair(bench.with_items(worked, B1=raid, B2=raid, B3=raid)))


def test_a_line_that_carries_no_weight_may_be_thin(bench: SimpleNamespace) -> None:
    lines = {"A": bench.A, "B": bench.B, "T": [{"mark": "cyrillic"}]}
    both = [evolve(bench.drawing(h, h), draws={"design": h, "source": h, "assembly": "T"}) for h in "BA"]
    found = pair(bench.build(lines, bench.ITEM, both))
    assert "thin_line" not in rules(found)
    assert (found.n1, found.n2) == (3, 8)


def test_an_item_that_no_documented_line_explains(worked: CaseRecord, bench: SimpleNamespace) -> None:
    strange = bench.values("wood", "foam", "N9", "greek")
    record = bench.build({"A": bench.A, "B": bench.B}, strange, worked.hypotheses)
    assert "no_line_fits" in rules(pair(record))
    assert "no_line_fits" in rules(pair(record, "A", "U"))


def test_an_item_that_mixes_two_lines_is_explained_by_kits(
    bench: SimpleNamespace,
) -> None:
    x = bench.values("fibreglass", "honeycomb", "N1", "latin")
    y = bench.values("carbon", "woven", "N3", "cyrillic")
    mixed = bench.values("carbon", "woven", "N1", "latin")
    lines = {"A": [x] * 8, "B": [y] * 8}
    hybrid = evolve(bench.drawing("H3", "B"), draws={"design": "B", "source": "A", "assembly": "A"})
    plain = [bench.drawing("B", "B"), bench.drawing("A", "A")]
    assert "no_line_fits" in rules(pair(bench.build(lines, mixed, plain)))
    assert "no_line_fits" not in rules(pair(bench.build(lines, mixed, [*plain, hybrid]), "A", "H3"))


FLIPPING = {"a1": ("g", "design"), "a2": ("g", "design"), "a3": ("g", "design"), "b1": ("h", "source")}
SAME = {"a1": "x", "a2": "x", "a3": "x", "b1": "x"}
SAME_BUT_Z = SAME | {"b1": "z"}


def test_a_sign_that_depends_on_the_settings(bench: SimpleNamespace) -> None:
    ours = [{"a1": "x", "a2": "x", "a3": "x", "b1": "z"}] * 4
    theirs = [{"a1": "y", "a2": "y", "a3": "y", "b1": "x"}] * 4
    record = bench.build(
        {"A": [*ours, SAME_BUT_Z], "B": [*theirs, SAME]},
        SAME,
        [bench.drawing("A", "A"), bench.drawing("B", "B")],
        FLIPPING,
    )
    found = pair(record, "A", "B")
    assert found.lo < 0 < found.hi
    assert found.reported == 0
    assert "sign_flips" in rules(found)


def test_a_likelihood_ratio_between_one_half_and_two(bench: SimpleNamespace) -> None:
    half = [{"a": "x", "b": "x"}] * 3 + [{"a": "y", "b": "y"}] * 3
    record = bench.build(
        {"A": [*half, {"a": "x", "b": "x"}], "B": half},
        {"a": "x", "b": "x"},
        [bench.drawing("A", "A"), bench.drawing("B", "B")],
        {"a": ("g", "design"), "b": ("h", "source")},
    )
    found = pair(record, "A", "B")
    assert found.reported > 0
    assert rules(found) == {"says_nothing"}


def test_a_conclusion_that_rests_on_one_group(bench: SimpleNamespace) -> None:
    alike = {"b": "x"}
    record = bench.build(
        {"A": [{"a": "x", **alike}] * 8, "B": [{"a": "y", **alike}] * 8},
        {"a": "x", **alike},
        [bench.drawing("A", "A"), bench.drawing("B", "B")],
        {"a": ("g", "design"), "b": ("h", "source")},
    )
    refused = pair(record, "A", "B")
    assert rules(refused) == {"one_finding"}
    assert "group g carries 100 %" in refused.refused[0].reason


def test_a_conclusion_that_stands_without_its_heaviest_group_is_given(worked: CaseRecord) -> None:
    assert "one_finding" not in rules(pair(worked))


def test_weights_that_mislead_on_known_specimens(bench: SimpleNamespace) -> None:
    """Specimens of each line come in events whose members agree with the other line's other events."""
    lines = {
        "A": [{"a": f"v{n}", "b": f"v{n}"} for n in range(10)],
        "B": [{"a": f"v{n}", "b": f"v{n}"} for n in range(10)],
    }
    hypotheses = [bench.drawing("A", "A"), bench.drawing("B", "B")]
    features = {"a": ("g", "design"), "b": ("h", "source")}
    record = bench.build(lines, {"a": "v1", "b": "v1"}, hypotheses, features)
    found = weigh(record, "X")
    assert found.method.cllr[0][2] > 1
    assert "misleading" in rules(found.pair("A", "B"))
    fewer = bench.build({k: v[:9] for k, v in lines.items()}, {"a": "v1", "b": "v1"}, hypotheses, features)
    assert "misleading" not in rules(pair(fewer, "A", "B"))


def test_every_rule_has_a_test_above() -> None:
    tested = {
        "custody_empty", "unresolved_draw", "not_exclusive", "not_distinguishable", "few_groups", "thin_line",
        "no_line_fits", "sign_flips", "says_nothing", "one_finding", "misleading",
    }  # fmt: skip
    assert set(RULES) == tested
