"""The pitfalls of weighing evidence, each with the test that guards against it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from attrs import evolve

from sherd.attribute.weigh import attribute, weigh
from sherd.model.dates import Interval
from sherd.model.items import Component, Feature, Observation
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.weights import PairWeight


def pair(record: CaseRecord) -> PairWeight:
    return weigh(record, "X").pair("B", "A")


def observed_on(record: CaseRecord, name: str, component: Component) -> CaseRecord:
    """The item's observation of a feature moved to a component of it."""
    observations = tuple(
        evolve(o, item=None, component=component.id) if o.id == f"O-X-{name}" else o
        for o in record.observations
    )
    return evolve(record, observations=observations, components=(*record.components, component))


def part(bench: SimpleNamespace, id_: str = "C1", item: str = "X", **more: str) -> Component:
    return Component(case=bench.CASE, id=id_, item=item, label="a part", **more)


def test_a_value_seen_on_neither_side_weighs_nothing(worked: CaseRecord, bench: SimpleNamespace) -> None:
    """Else it would speak for the smaller collection: (1/4)/(1/9) = 2.25 for B here."""
    item = dict(bench.ITEM) | {"core": "foam"}
    with_novel = weigh(bench.build({"A": bench.A, "B": bench.B}, item, worked.hypotheses), "X")
    del item["core"]
    without = weigh(bench.build({"A": bench.A, "B": bench.B}, item, worked.hypotheses), "X")
    assert with_novel.pair("B", "A").default == without.pair("B", "A").default
    assert with_novel.pair("B", "A").groups[0].tempering == 1.0  # it is not counted among the observed either
    assert [u.feature for u in with_novel.pair("B", "A").unweighed] == ["core"]
    assert "novel" in with_novel.pair("B", "A").unweighed[0].reason
    assert with_novel.novel == (("core", "foam"),)


def test_a_value_seen_on_neither_side_once_a_specimen_is_left_out(bench: SimpleNamespace) -> None:
    item = dict(bench.ITEM) | {"nav": "N2"}  # only A7 shows N2
    found = weigh(bench.build({"A": bench.A, "B": bench.B}, item), "X").pair("B", "A")
    left = {(one.kind, one.name): one.default for one in found.leave_outs}
    bare = {name: value for name, value in item.items() if name != "nav"}
    lines = {"A": [*bench.A[:6], bench.A[7]], "B": bench.B}
    fixed = {**bench.FEATURES}
    again = weigh(bench.build(lines, bare, features=fixed), "X").pair("B", "A")
    assert left["specimen", "A7"] == pytest.approx(again.default, abs=1e-12)


def test_a_new_value_does_speak_for_an_undocumented_line(bench: SimpleNamespace) -> None:
    item = dict(bench.ITEM) | {"nav": "N9"}
    found = weigh(bench.build({"A": bench.A, "B": bench.B}, item), "X").pair("A", "U")
    nav = next(f for g in found.groups for f in g.features if f.feature == "nav")
    assert nav.weight < 0


def test_both_collection_sizes_are_shown(worked: CaseRecord) -> None:
    found = weigh(worked, "X")
    assert (found.pair("B", "A").n1, found.pair("B", "A").n2) == (3, 8)
    assert {(line.line, line.units) for line in found.collection} == {("A", 8), ("B", 3)}
    assert "7 of 8 units of line A" in found.pair("B", "A").groups[0].features[0].basis


def test_the_item_never_stands_in_its_own_reference(worked: CaseRecord, bench: SimpleNamespace) -> None:
    labelled = {"role": "reference", "line": "B", "label_basis": "seized", "event": None}
    assert pair(bench.with_items(worked, X=labelled)).default == pair(worked).default


def test_what_fell_with_the_item_is_no_reference_for_it(worked: CaseRecord, bench: SimpleNamespace) -> None:
    same = weigh(bench.with_items(worked, B3={"event": "E-X"}), "X")
    without = bench.build({"A": bench.A, "B": bench.B[:2]}, bench.ITEM, worked.hypotheses)
    assert same.pair("B", "A").default == pair(without).default
    assert any(u.id == "B3" and "same recovery" in u.why for u in same.unused)


def test_photographs_of_one_wreck_published_twice_are_one_specimen(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    twice = evolve(
        worked, components=(part(bench, "C1", "B1", possible_same_as="C2"), part(bench, "C2", "B2"))
    )
    lot = {"event": "E-lot"}
    assert pair(twice).default == pair(bench.with_items(worked, B1=lot, B2=lot)).default
    assert pair(twice).n1 == 2


def test_what_may_be_the_item_is_no_reference_for_it(worked: CaseRecord, bench: SimpleNamespace) -> None:
    declared = evolve(worked, components=(part(bench, "C1"), part(bench, "C2", "B3", possible_same_as="C1")))
    found = weigh(declared, "X")
    assert [u.id for u in found.unused if "same object" in u.why] == ["B3"]
    assert found.pair("B", "A").n1 == 2


def same_object(bench: SimpleNamespace, subject: str, decision: str) -> Judgement:
    said = {"reason": "lot text and serial", "by": "an examiner", "at": "2026-01-02"}
    return Judgement(
        case=bench.CASE, id=f"J-{decision}", subject=subject, kind_="same_object", decision=decision, **said
    )


@pytest.mark.parametrize("subject", ["C1 C2", "X|B3", "bench:C1, bench:C2", "C2"])
def test_a_person_may_judge_that_two_records_are_different_objects(
    worked: CaseRecord, bench: SimpleNamespace, subject: str
) -> None:
    declared = evolve(
        worked,
        components=(part(bench, "C1"), part(bench, "C2", "B3", possible_same_as="C1")),
        judgements=(same_object(bench, subject, "different"),),
    )
    assert pair(declared).default == pair(worked).default


def test_persons_who_disagree_leave_two_records_possibly_one(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    said = (same_object(bench, "X B3", "same"), same_object(bench, "X B3", "different"))
    assert pair(evolve(worked, judgements=said)).n1 == 2
    assert pair(evolve(worked, judgements=said[::-1])).n1 == 2


@pytest.mark.parametrize("decision", ["same", "undecided", "not different"])
def test_a_person_may_judge_that_two_records_are_one_object(
    worked: CaseRecord, bench: SimpleNamespace, decision: str
) -> None:
    judged = evolve(worked, judgements=(same_object(bench, "X B3", decision),))
    assert pair(judged).n1 == 2


def test_two_records_that_a_comparison_found_to_be_possibly_one_count_once(worked: CaseRecord) -> None:
    found = weigh(worked, "X", one_object=[("B1", "B2"), ("B3", "X")])
    assert [(line.line, line.units) for line in found.collection] == [("A", 8), ("B", 1)]
    assert {"id": "B3", "why": "possibly the same object as the item"} in [
        {"id": one.id, "why": one.why} for one in found.unused
    ]


def test_a_record_that_is_not_used_joins_those_that_may_be_its_object(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    """B1 may be B3, which is left aside for its label, and B3 came from the raid of B2: one unit."""
    raid = {"event": "E-raid"}
    joined = bench.with_items(worked, B2=raid, B3=raid | {"label_basis": "inferred"})
    found = weigh(joined, "X", one_object=[("B1", "B3")])
    assert [(line.line, line.specimens, line.units) for line in found.collection][1] == ("B", ("B1", "B2"), 1)


def test_what_may_be_an_object_of_the_items_own_recovery_is_no_reference(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    sibling = bench.with_items(worked, B3={"event": "E-X"})
    found = weigh(sibling, "X", one_object=[("B1", "B3")])
    assert {one.id: one.why for one in found.unused} == {
        "B1": "possibly the same object as one that came from the same recovery as the item",
        "B3": "came from the same recovery as the item",
    }


@pytest.mark.parametrize("word", ["NOT_OBSERVED", "NOT_ASSESSED"])
def test_any_statement_that_nothing_was_seen_is_missing(
    worked: CaseRecord, bench: SimpleNamespace, word: str
) -> None:
    said = bench.build({"A": bench.A, "B": bench.B}, dict(bench.ITEM) | {"nav": word}, worked.hypotheses)
    assert weigh(said, "X").novel == ()
    assert "nav" not in {u.feature for u in pair(said).unweighed}


def test_capital_letters_make_no_other_level(worked: CaseRecord, bench: SimpleNamespace) -> None:
    lines = {"A": bench.A, "B": [bench.B[0] | {"nav": "n3"}, *bench.B[1:]]}
    shouted = bench.build(lines, dict(bench.ITEM) | {"core": "Woven"}, worked.hypotheses)
    assert pair(shouted).grid == pair(worked).grid


def test_a_loose_part_is_contaminated_more(worked: CaseRecord, bench: SimpleNamespace) -> None:
    loose = weigh(observed_on(worked, "nav", part(bench, fitted="loose")), "X")
    nav = next(f for g in loose.pair("B", "A").groups for f in g.features if f.feature == "nav")
    assert nav.epsilon == 0.2
    assert nav.p1 == pytest.approx(0.8 * 3 / 4 + 0.2 / 4, abs=1e-12)
    assert nav.p2 == pytest.approx(0.8 / 32 + 0.2 / 4, abs=1e-12)
    assert any("nav" in warning and "loose" in warning for warning in loose.warnings)


def test_a_fitted_part_is_not_contaminated_more(worked: CaseRecord, bench: SimpleNamespace) -> None:
    assert pair(observed_on(worked, "nav", part(bench, fitted="bolted"))).default == pair(worked).default


def test_a_part_that_was_replaced_says_nothing_of_who_made_the_item(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    found = weigh(observed_on(worked, "nav", part(bench, originality="replaced")), "X")
    assert [u.id for u in found.unused if "replaced" in u.why] == ["O-X-nav"]
    assert "electronics" not in {group.group for group in found.pair("B", "A").groups}


@pytest.mark.parametrize("word", ["NOT_EXAMINED", "NOT_VISIBLE", "NOT_RECOVERED", "DESTROYED"])
def test_what_was_not_seen_is_missing_and_not_absent(
    worked: CaseRecord, bench: SimpleNamespace, word: str
) -> None:
    bare = {name: value for name, value in bench.ITEM.items() if name != "nav"}
    lines = {"A": bench.A, "B": bench.B}
    missing = weigh(bench.build(lines, bare | {"nav": word}, worked.hypotheses), "X")
    assert (
        missing.pair("B", "A").default
        == weigh(bench.build(lines, bare, worked.hypotheses), "X").pair("B", "A").default
    )
    assert missing.novel == ()
    assert missing.levels == weigh(worked, "X").levels


def test_observed_absence_is_a_level_of_its_own(bench: SimpleNamespace) -> None:
    lines = {"A": [*bench.A[:7], dict(bench.A[7]) | {"nav": "ABSENT"}], "B": bench.B}
    found = weigh(bench.build(lines, bench.ITEM), "X")
    assert next(level for level in found.levels if level.feature == "nav").seen == (
        "ABSENT",
        "N1",
        "N2",
        "N3",
    )


def test_language_of_markings_keeps_its_declared_doubt_in_every_cell(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    doubted = pair(bench.with_features(worked, mark={"epsilon": 0.3}))
    trusted = pair(worked)
    mark = next(f for g in doubted.groups for f in g.features if f.feature == "mark")
    assert mark.epsilon == 0.3
    assert all(a.weight < b.weight for a, b in zip(doubted.grid, trusted.grid, strict=True))


def test_paint_that_no_specimen_bears_is_not_called_a_novel_finding(bench: SimpleNamespace) -> None:
    item = dict(bench.ITEM) | {"mark": "greek"}
    record = bench.build({"A": bench.A, "B": bench.B}, item)
    assert weigh(record, "X").novel == (("mark", "greek"),)
    assert weigh(bench.with_features(record, mark={"link": "finish"}), "X").novel == ()


def test_a_warning_begins_with_a_word_and_never_with_the_id_of_a_feature(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    late = bench.with_items(worked, X={"documented_at": Interval.parse("2025-06")})
    loose = observed_on(late, "nav", part(bench, fitted="loose"))
    assert len(weigh(loose, "X").warnings) == 5
    assert not [told for told in weigh(loose, "X").warnings if told[0] != told[0].upper()]


def test_paint_is_shown_and_never_weighed(worked: CaseRecord, bench: SimpleNamespace) -> None:
    painted = pair(bench.with_features(worked, mark={"link": "finish"}))
    assert painted.default == pytest.approx(1.7566959441, abs=1e-9)
    assert [(u.feature, u.reason) for u in painted.unweighed] == [
        ("mark", "applied after manufacture: shown, never weighed")
    ]


def test_features_decided_after_the_item_was_opened_are_flagged(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    opened = {"documented_at": Interval.parse("2025-06")}
    late = weigh(bench.with_items(worked, X=opened), "X")
    assert any("Decided after the item was documented (2025-06)" in warning for warning in late.warnings)
    early = bench.with_items(worked, X={"documented_at": Interval.parse("2026-06")})
    assert not any("Decided after" in warning for warning in weigh(early, "X").warnings)


def test_a_record_that_contradicts_itself_is_not_used_and_listed(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    other = bench.seen("X", {"nav": "N1"}, prefix="second")
    found = weigh(evolve(worked, observations=(*worked.observations, *other)), "X")
    assert "electronics" not in {group.group for group in found.pair("B", "A").groups}
    assert {u.id for u in found.unused if "contradicts itself" in u.why} == {"O-X-nav", "second-X-nav"}


def test_observations_that_agree_are_one(worked: CaseRecord, bench: SimpleNamespace) -> None:
    again = bench.seen("X", {"nav": "N3"}, prefix="second")
    assert pair(evolve(worked, observations=(*worked.observations, *again))).default == pair(worked).default


def test_publishers_words_count_only_in_a_second_result(worked: CaseRecord, bench: SimpleNamespace) -> None:
    said = {"label_basis": "publisher"}
    record = bench.with_items(worked, B2=said, B3=said)
    independent, accepting = attribute(record, "X")
    assert (independent.labels, accepting.labels) == ("independent", "publisher")
    assert {r.rule for r in independent.pair("B", "A").refused} == {"thin_line"}
    assert accepting.pair("B", "A").default == pytest.approx(2.0488624794, abs=1e-9)
    assert accepting.assumption.startswith("Accepting the publisher's labels")
    assert [u.id for u in independent.unused if "publisher's word" in u.why] == ["B2", "B3"]


def test_an_independent_publisher_counts_at_once(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.with_items(worked, B2={"label_basis": "publisher", "label_independent": True})
    assert len(attribute(record, "X")) == 1


def test_an_inferred_label_never_weighs(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.with_items(worked, B3={"label_basis": "inferred", "label_independent": True})
    for labels in ("independent", "publisher"):
        assert weigh(record, "X", labels).pair("B", "A").n1 == 2  # type: ignore[arg-type]


def measured(bench: SimpleNamespace, record: CaseRecord, sizes: dict[str, str], **more: object) -> CaseRecord:
    span = Feature(
        case=bench.CASE,
        id="span",
        group="dimensions",
        kind_="number",
        unit="m",
        link="design",
        decided=bench.DECIDED,
        **({"sd_within": 0.05} | more),  # type: ignore[arg-type]
    )
    found = tuple(o for item, size in sizes.items() for o in bench.seen(item, {"span": size}))
    return evolve(record, features=(*record.features, span), observations=(*record.observations, *found))


SIZES = {"A1": "2.10", "A2": "2.05", "A3": "2.12", "A4": "2.08", "A5": "2.11", "B1": "2.52", "B2": "2.47"}


def test_a_dimension_weighs_by_students_t_about_the_mean_of_the_collection(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    found = pair(measured(bench, worked, SIZES | {"X": "2.46"}))
    span = next(f for g in found.groups for f in g.features if f.feature == "span")
    assert 1 < span.weight < 3  # far from the 4.2 bans of an uncontaminated tail
    assert "2 measured on line B, mean 2.495, against 5 measured on line A, mean 2.092" in span.basis


def test_replicate_measurements_are_averaged(worked: CaseRecord, bench: SimpleNamespace) -> None:
    once = measured(bench, worked, SIZES | {"X": "2.46"})
    twice = measured(bench, worked, SIZES | {"X": "2.45"})
    again = bench.seen("X", {"span": "2.47"}, prefix="second")
    assert pair(evolve(twice, observations=(*twice.observations, *again))).default == pytest.approx(
        pair(once).default, abs=1e-12
    )


@pytest.mark.parametrize(
    ("value", "more", "why"), [("long", {}, "not a number"), ("2.46", {"sd_within": None}, "")]
)
def test_a_measurement_that_cannot_be_weighed_is_named(
    worked: CaseRecord, bench: SimpleNamespace, value: str, more: dict[str, object], why: str
) -> None:
    found = weigh(measured(bench, worked, SIZES | {"X": value}, **more), "X")
    assert found.pair("B", "A").default == pytest.approx(2.0488624794, abs=1e-9)
    if why:
        assert [u.id for u in found.unused if why in u.why] == ["O-X-span"]
    else:
        assert "sd_within" in found.pair("B", "A").unweighed[0].reason


@pytest.mark.parametrize("value", ["1e200", "-1e300", "nan", "inf"])
def test_a_measurement_beyond_reckoning_is_not_used_and_breaks_nothing(
    worked: CaseRecord, bench: SimpleNamespace, value: str
) -> None:
    found = weigh(measured(bench, worked, {"X": value, "A1": "1e200", "A2": "2", "B1": "2"}), "X")
    assert found.pair("B", "A").default == pytest.approx(pair(worked).default, abs=1e-12)
    assert {one.id for one in found.unused if "not a number" in one.why} >= {"O-X-span"}


def test_a_spread_beyond_reckoning_is_named(worked: CaseRecord, bench: SimpleNamespace) -> None:
    found = pair(measured(bench, worked, {"X": "2", "A1": "2", "B1": "2"}, sd_within=1e-200))
    assert "spread 1e-200" in next(one.reason for one in found.unweighed if one.feature == "span")


def test_a_draw_that_bears_on_nothing_is_told(worked: CaseRecord, bench: SimpleNamespace) -> None:
    misspelled = evolve(bench.drawing("A", "A"), draws=dict(bench.drawing("A", "A").draws) | {"sorce": "A"})
    told = weigh(evolve(worked, hypotheses=(misspelled, bench.drawing("B", "B"))), "X").warnings
    assert [warning for warning in told if "A draws sorce = A" in warning]
    assert not [warning for warning in weigh(worked, "X").warnings if "draws" in warning]


def test_a_measurement_in_another_unit_is_not_used(worked: CaseRecord, bench: SimpleNamespace) -> None:
    feet = Observation(case=bench.CASE, id="feet", item="X", feature="span", value="8.07", unit="ft")
    record = measured(bench, worked, SIZES)
    found = weigh(evolve(record, observations=(*record.observations, feet)), "X")
    assert [(u.id, u.why) for u in found.unused] == [
        ("feet", "measured in ft, while the feature table says m")
    ]


def test_findings_against_the_conclusion_are_told(worked: CaseRecord) -> None:
    told = weigh(worked, "X").does_not_fit
    assert any(
        sentence.startswith("skin = fibreglass") and "speaks for A over B" in sentence for sentence in told
    )


def test_a_lead_from_broken_custody_is_only_a_lead(worked: CaseRecord, bench: SimpleNamespace) -> None:
    found = weigh(bench.with_items(worked, X={"custody_status": "broken"}), "X")
    assert found.lead_only
    assert "an investigative lead only" in found.pair("B", "A").sentence


@pytest.mark.parametrize("status", ["not_published", "unknown"])
def test_unpublished_custody_opens_every_conclusion(
    worked: CaseRecord, bench: SimpleNamespace, status: str
) -> None:
    found = weigh(bench.with_items(worked, X={"custody_status": status}), "X")
    assert found.opening == "Assuming the object is as its publisher describes it"
    assert all(pair.sentence.startswith(found.opening) for pair in found.pairs)


def test_an_item_that_is_not_in_the_case_is_refused_by_name(worked: CaseRecord) -> None:
    with pytest.raises(ValueError, match="no item 'Z'"):
        weigh(worked, "Z")
