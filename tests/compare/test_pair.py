"""Two items laid side by side, and the laws that hold whatever they list."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.compare import compare
from sherd.model.findings import Comparison
from sherd.model.record import CaseRecord

MIRROR = {"a": "b", "b": "a"}


def slots(found: Comparison) -> list[tuple[str | None, str | None, str]]:
    return [(each.component_a, each.component_b, each.state) for each in found.pairs]


def test_a_part_that_both_list_is_matched_wherever_it_sat(case: Any) -> None:
    case.item("A", ["5CEFA7F23I7N @ navigation", "STM32F405RGT6 @ control"])
    case.item("B", ["STM32F405RGT6 @ navigation", "5CEFA7F23I7N @ control"])
    assert slots(compare(case.record, ["A", "B"])) == [("A.0", "B.1", "shared"), ("A.1", "B.0", "shared")]


def test_different_parts_are_matched_by_their_function(case: Any) -> None:
    case.item("A", ["TMS320F28335 @ flight control"]).item("B", ["STM32F405RGT6 @ Flight Control"])
    (finding,) = compare(case.record, ["A", "B"]).pairs
    assert (finding.state, finding.component_a, finding.component_b) == ("differs", "A.0", "B.0")
    assert finding.component.casefold() == "flight control"


def test_where_no_function_is_recorded_components_are_matched_by_label(case: Any) -> None:
    case.item("A").component("A1", "A", label="navigation module", part_as_published="P34X12")
    case.item("B").component("B1", "B", label="Navigation module", part_as_published="KOMETA8")
    (finding,) = compare(case.record, ["A", "B"]).pairs
    assert finding.state == "differs"
    assert "by label alone" in finding.basis


def test_the_capacitor_of_one_list_is_not_the_capacitor_of_another(case: Any) -> None:
    for item, maker in (("A", "Kemet"), ("B", "Murata")):
        case.item(item).component(f"{item}1", item, label="electrolytic capacitor", maker_as_published=maker)
    assert {each.state for each in compare(case.record, ["A", "B"]).pairs} == {"not_examined"}


def test_components_whose_functions_are_said_to_differ_are_not_matched_by_label(case: Any) -> None:
    case.item("A").component("A1", "A", label="U1", function="navigation", part_as_published="P34X12")
    case.item("B").component("B1", "B", label="U1", function="power", part_as_published="LTM4613V")
    assert slots(compare(case.record, ["A", "B"])) == [
        ("A1", None, "not_examined"),
        (None, "B1", "not_examined"),
    ]


def test_several_parts_doing_one_job_are_not_called_different_at_a_guess(case: Any) -> None:
    case.item("A", ["AD9361 @ radio", "LTC2174 @ radio"]).item("B", ["RF3194 @ radio", "SPF5122Z @ radio"])
    assert Counter(each.state for each in compare(case.record, ["A", "B"]).pairs) == {"not_examined": 4}


def test_position_tells_which_of_several_stand_against_each_other(case: Any) -> None:
    for item, parts in (("A", ("AD9361", "LTC2174")), ("B", ("RF3194", "SPF5122Z"))):
        case.item(item)
        for part, position in zip(parts, ("left wing", "right wing"), strict=True):
            case.component(f"{item}-{part}", item, label=part, function="radio", position=position,
                           part_as_published=part)  # fmt: skip
    found = slots(compare(case.record, ["A", "B"]))
    assert found == [("A-AD9361", "B-RF3194", "differs"), ("A-LTC2174", "B-SPF5122Z", "differs")]


def test_the_last_one_left_of_a_function_stands_against_the_last_one_left(case: Any) -> None:
    case.item("A", ["AD9361 @ radio", "LTC2174 @ radio"]).item("B", ["RF3194 @ radio", "AD9361 @ radio"])
    assert slots(compare(case.record, ["A", "B"])) == [("A.0", "B.1", "shared"), ("A.1", "B.0", "differs")]


def test_a_component_is_used_once(case: Any) -> None:
    case.item("A", ["AD9361 @ radio", "AD9361 @ radio"]).item("B", ["AD9361 @ radio"])
    assert Counter(each.state for each in compare(case.record, ["A", "B"]).pairs) == {
        "shared": 1,
        "not_examined": 1,
    }


def test_what_one_record_alone_lists_is_not_examined_on_the_other(case: Any) -> None:
    case.item("A", ["AD9361 @ radio"]).item("B", ["BNX023 @ filter"])
    found = compare(case.record, ["A", "B"]).pairs
    assert [each.state for each in found] == ["not_examined", "not_examined"]
    assert found[0].basis == "listed for A only; nothing in the record of B stands against it"


def test_absent_on_one_and_present_on_the_other_differs_for_each_component_there(case: Any) -> None:
    case.item("A").component("A1", "A", function="seeker", state="ABSENT")
    case.item("B", ["AD9361 @ seeker", "LTC2174 @ seeker"])
    assert slots(compare(case.record, ["A", "B"])) == [("A1", "B.0", "differs"), ("A1", "B.1", "differs")]


def test_absent_on_both_is_a_shared_absence(case: Any) -> None:
    for item in "AB":
        case.item(item).component(f"{item}1", item, function="seeker", state="ABSENT")
    found = compare(case.record, ["A", "B"])
    assert slots(found) == [("A1", "B1", "shared")]
    assert found.summaries[0].score == 0


def test_absence_speaks_by_label_where_the_item_has_others_of_the_function(case: Any) -> None:
    case.item("A", ["CGGP18402 @ antenna"]).component(
        "A1", "A", label="Kometa", function="antenna", state="ABSENT"
    )
    case.item("B", ["P34X12 @ antenna"]).component("B1", "B", label="Kometa", function="antenna")
    found = {
        (each.component_a, each.component_b): each.state for each in compare(case.record, ["A", "B"]).pairs
    }
    assert found == {("A1", "B1"): "differs", ("A.0", "B.0"): "differs"}


def test_an_absent_thing_is_not_laid_against_another_of_its_function(case: Any) -> None:
    case.item("A", ["CGGP18402 @ antenna"]).component(
        "A1", "A", label="Kometa", function="antenna", state="ABSENT"
    )
    case.item("B", ["CGGP18402 @ antenna", "P34X12 @ antenna"])
    assert [each.state for each in compare(case.record, ["A", "B"]).pairs] == [
        "shared",
        *["not_examined"] * 2,
    ]


def test_a_passive_part_absent_on_both_is_a_shared_absence(case: Any) -> None:
    for item in "AB":
        case.item(item).component(f"{item}1", item, label="line filter", state="ABSENT")
    assert [each.state for each in compare(case.record, ["A", "B"]).pairs] == ["shared"]


def test_a_statement_of_absence_against_silence_is_not_examined(case: Any) -> None:
    case.item("A").component("A1", "A", function="seeker", state="ABSENT").item("B", ["AD9361 @ radio"])
    assert {each.state for each in compare(case.record, ["A", "B"]).pairs} == {"not_examined"}


@pytest.mark.parametrize("state", ["NOT_EXAMINED", "NOT_VISIBLE", "NOT_RECOVERED", "DESTROYED"])
def test_absence_against_what_was_not_examined_is_not_a_difference(case: Any, state: str) -> None:
    case.item("A").component("A1", "A", function="seeker", state="ABSENT")
    case.item("B").component("B1", "B", function="seeker", state=state)
    assert {each.state for each in compare(case.record, ["A", "B"]).pairs} == {"not_examined"}


PARTS = ["AD9361", "AD9361BBCZ", "LTC2174", "M10", "BNX023", None]
COMPONENT = st.fixed_dictionaries(
    {
        "part_as_published": st.sampled_from(PARTS),
        "function": st.sampled_from(["radio", "filter", "clock", None]),
        "label": st.sampled_from(["U1", "module", "capacitor"]),
        "position": st.sampled_from(["left", None]),
        "maker_as_published": st.sampled_from(
            ["Analog Devices", "Linear Technology (Analog Devices)", "u-blox", None]
        ),
        "state": st.sampled_from(["examined", "examined", None, "ABSENT", "NOT_EXAMINED", "DESTROYED"]),
    }
)
ITEM = st.lists(COMPONENT, max_size=6)


def written(new_case: Any, *items: list[dict[str, Any]]) -> CaseRecord:
    case = new_case()
    for name, components in zip("ABCDE", items, strict=False):
        case.item(name)
        for n, fields in enumerate(components):
            case.component(f"{name}{n}", name, **fields)
    record: CaseRecord = case.record
    return record


@given(ITEM, ITEM)
def test_comparing_the_other_way_round_gives_the_mirror_image(new_case: Any, a: Any, b: Any) -> None:
    record = written(new_case, a, b)
    there, back = compare(record, ["A"], ["B"]), compare(record, ["B"], ["A"])
    assert {(x.component, x.component_a, x.component_b, x.state) for x in there.pairs} == {
        (x.component, x.component_b, x.component_a, x.state) for x in back.pairs
    }
    ((one,), (other,)) = there.summaries, back.summaries
    assert (one.shared, one.similar, one.differs, one.not_examined) == (
        other.shared,
        other.similar,
        other.differs,
        other.not_examined,
    )
    assert one.score == other.score


@given(ITEM, ITEM, ITEM)
def test_an_unrelated_item_never_changes_what_is_found_between_two(
    new_case: Any, a: Any, b: Any, c: Any
) -> None:
    two, three = written(new_case, a, b), written(new_case, a, b, c)
    assert compare(two, ["A", "B"]).pairs == compare(three, ["A", "B"]).pairs


@given(ITEM, ITEM)
def test_every_component_of_both_is_accounted_for(new_case: Any, a: Any, b: Any) -> None:
    found = compare(written(new_case, a, b), ["A", "B"])
    assert {each.component_a for each in found.pairs} - {None} == {f"A{n}" for n in range(len(a))}
    assert {each.component_b for each in found.pairs} - {None} == {f"B{n}" for n in range(len(b))}
    (summary,) = found.summaries
    assert summary.shared + summary.similar + summary.differs + summary.not_examined == len(found.pairs)


@given(ITEM, ITEM)
def test_only_what_was_examined_on_both_can_differ(new_case: Any, a: Any, b: Any) -> None:
    states = {f"A{n}": fields["state"] for n, fields in enumerate(a)}
    states |= {f"B{n}": fields["state"] for n, fields in enumerate(b)}
    for each in compare(written(new_case, a, b), ["A", "B"]).pairs:
        if each.state != "not_examined":
            assert each.component_a is not None
            assert each.component_b is not None
            assert not {states[each.component_a], states[each.component_b]} & {"NOT_EXAMINED", "DESTROYED"}


def test_a_base_part_is_matched_wherever_it_sat(case: Any) -> None:
    case.item("A", ["AD9517-4ABCPZ @ clock"]).item("B", ["AD9517-3 @ radio"])
    assert slots(compare(case.record, ["A", "B"])) == [("A.0", "B.0", "similar")]


@pytest.mark.parametrize("nearer", ["maker_as_published", "function", "position"])
def test_of_several_equal_parts_the_nearest_are_matched(case: Any, nearer: str) -> None:
    for item, order in (("A", ("left", "right")), ("B", ("right", "left"))):
        case.item(item)
        for n, name in enumerate(order):
            case.component(f"{item}{n}", item, part_as_published="AD9361", **{nearer: name})
    assert slots(compare(case.record, ["A", "B"])) == [("A0", "B1", "shared"), ("A1", "B0", "shared")]


def test_an_absent_thing_is_not_laid_against_another_in_its_place(case: Any) -> None:
    case.item("A", ["CGGP18402 @ antenna"])
    case.component("A1", "A", label="Kometa", function="antenna", position="left", state="ABSENT").item("B")
    case.component("B1", "B", label="P34", function="antenna", position="left", part_as_published="P34X12")
    case.component("B2", "B", label="P35", function="antenna", part_as_published="P35X12")
    assert {each.state for each in compare(case.record, ["A", "B"]).pairs} == {"not_examined"}
