"""The difference table: an item's features beside each documented line and reference specimen."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare import compare
from sherd.model.findings import FeatureFinding
from sherd.model.items import Component, Line, Observation


def row(case: Any, other: str, feature: str = "skin") -> FeatureFinding:
    found = compare(case.record, ["X"]).features
    (one,) = (each for each in found if each.other == other and each.feature == feature)
    return one


@pytest.fixture
def lined(case: Any) -> Any:
    """An item in question, three reference specimens of line L1 and one of L2, and one feature."""
    case.row(Line, "L1").row(Line, "L2").feature("skin").item("X")
    for n in "123":
        case.item(f"R{n}", role="reference", line="L1")
    return case.item("R4", role="reference", line="L2")


@pytest.mark.parametrize(
    ("values", "state", "n"),
    [
        (["carbon", "carbon", "Carbon "], "shared", 3),
        (["carbon", "fibreglass", None], "similar", 2),
        (["fibreglass", "fibreglass", None], "differs", 2),
        ([None, None, None], "not_examined", 0),
        (["NOT_EXAMINED", "NOT_VISIBLE", "DESTROYED"], "not_examined", 0),
        (["carbon", "NOT_EXAMINED", "ABSENT"], "similar", 2),
    ],
)
def test_a_line_agrees_as_far_as_its_observed_specimens_do(
    lined: Any, values: list[str | None], state: str, n: int
) -> None:
    lined.seen("X", "skin", "carbon")
    for specimen, value in zip(("R1", "R2", "R3"), values, strict=True):
        if value:
            lined.seen(specimen, "skin", value)
    found = row(lined, "L1")
    assert (found.state, found.n, found.of, found.other_kind) == (state, n, 3, "line")
    assert found.item_value == "carbon"


def test_what_was_not_observed_on_the_item_is_not_a_difference(lined: Any) -> None:
    lined.seen("R1", "skin", "carbon")
    found = row(lined, "L1")
    assert (found.state, found.item_value, found.n) == ("not_examined", None, 1)
    assert found.basis == "not observed on the item"


def test_observed_absence_is_a_value_like_any_other(lined: Any) -> None:
    lined.seen("X", "skin", "ABSENT").seen("R1", "skin", "ABSENT").seen("R4", "skin", "carbon")
    assert row(lined, "L1").state == "shared"
    assert row(lined, "L2").state == "differs"


def test_an_observation_of_a_component_is_one_of_its_item(lined: Any) -> None:
    from sherd.model.items import Observation

    lined.row(Component, "W", item="X", label="wing")
    lined.row(Observation, "OW", component="W", feature="skin", value="carbon").seen("R1", "skin", "carbon")
    assert row(lined, "R1").state == "shared"


def test_an_item_is_never_its_own_reference(case: Any) -> None:
    case.row(Line, "L1").feature("skin")
    case.item("X", role="reference", line="L1").seen("X", "skin", "carbon")
    case.item("R1", role="reference", line="L1").seen("R1", "skin", "fibreglass")
    assert {each.other for each in compare(case.record, ["X"]).features} == {"L1", "R1"}
    assert row(case, "L1").state == "differs"


def test_two_records_of_possibly_one_reference_count_once_with_what_was_seen_on_either(lined: Any) -> None:
    lined.seen("X", "skin", "carbon").seen("R2", "skin", "carbon").judged("R1 R2", "unsure")
    found = row(lined, "L1")
    assert (found.n, found.of, found.state) == (1, 2, "shared")


def test_a_reference_that_may_be_the_item_itself_is_left_out(lined: Any) -> None:
    lined.seen("X", "skin", "carbon").seen("R4", "skin", "carbon").judged("X R4", "unsure")
    assert {each.other for each in compare(lined.record, ["X"]).features} == {"L1", "R1", "R2", "R3"}


def test_finish_is_shown_and_said_never_to_be_weighed(case: Any) -> None:
    case.row(Line, "L1").feature("paint", link="finish", group="finish").item("X").item(
        "R", role="reference", line="L1"
    )
    assert row(case, "L1", "paint").basis.endswith("shown, never weighed")


def test_values_that_contradict_each_other_are_shown_as_they_are(lined: Any) -> None:
    lined.seen("X", "skin", "carbon").seen("X", "skin", "fibreglass").seen("R1", "skin", "carbon")
    found = row(lined, "R1")
    assert (found.state, found.item_value) == ("similar", "carbon / fibreglass")


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("carbon:0.7|fibreglass:0.3", "similar"),
        ("steel:0.7|fibreglass:0.3", "differs"),
        ("carbon:0.7|steel:0.1", "differs"),  # shares that do not add up are one strange value
    ],
)
def test_a_value_read_with_doubt_agrees_with_any_level_that_it_may_be(
    lined: Any, value: str, state: str
) -> None:
    lined.seen("X", "skin", value).seen("R1", "skin", "carbon")
    assert row(lined, "R1").state == state


def test_a_value_read_with_doubt_is_shown_with_its_shares(lined: Any) -> None:
    lined.seen("X", "skin", "carbon:0.7|fibreglass:0.3").seen("R1", "skin", "carbon")
    assert row(lined, "R1").item_value == "carbon 0.7 or fibreglass 0.3"


@pytest.mark.parametrize(
    ("item", "reference", "state"),
    [
        (("35.0", 0.1), ("35.1", 0.1), "shared"),  # 0.7 standard deviations of the difference apart
        (("35.0", 0.1), ("35.35", 0.1), "similar"),  # 2.5
        (("35.0", 0.1), ("36.0", 0.1), "differs"),  # 7.1
        (("35.0", None), ("35.1", 0.1), "not_examined"),  # how sure is the item's?
        (("35,0", None), ("35.0", None), "similar"),  # equal, but how sure?
        (("long", 0.1), ("35.0", 0.1), "not_examined"),
        (("nan", 0.1), ("35.0", 0.1), "not_examined"),
    ],
)
def test_measurements_are_compared_by_their_uncertainty(
    case: Any, item: Any, reference: Any, state: str
) -> None:
    case.row(Line, "L1").feature("length", kind_="number", unit="mm").item("X").item(
        "R", role="reference", line="L1"
    )
    for where, (value, sd) in (("X", item), ("R", reference)):
        case.seen(where, "length", value, sd=sd)
    assert row(case, "R", "length").state == state


def test_the_spread_within_a_line_adds_to_the_uncertainty_of_a_measurement(case: Any) -> None:
    case.row(Line, "L1").item("X").item("R", role="reference", line="L1").feature(
        "length", kind_="number", sd_within=2
    )
    case.seen("X", "length", "35", sd=0.1).seen("R", "length", "36", sd=0.1)
    assert row(case, "R", "length").state == "shared"


def test_equal_measurements_without_spread_are_shared_and_unequal_ones_differ(case: Any) -> None:
    case.row(Line, "L1").row(Line, "L2").feature("holes", kind_="number").item("X")
    case.item("R1", role="reference", line="L1").item("R2", role="reference", line="L2")
    case.seen("X", "holes", "12", sd=0.0).seen("R1", "holes", "12", sd=0.0).seen("R2", "holes", "13", sd=0.0)
    assert (row(case, "R1", "holes").state, row(case, "R2", "holes").state) == ("shared", "differs")
    assert "nan" not in row(case, "R1", "holes").basis


def test_measurements_in_two_units_are_not_compared(case: Any) -> None:
    case.row(Line, "L1").feature("length", kind_="number", unit="mm").item("X").item(
        "R", role="reference", line="L1"
    )
    case.seen("X", "length", "35", sd=1.0).seen("R", "length", "35", sd=1.0, unit="cm")
    assert row(case, "R", "length").state == "not_examined"


def test_what_was_seen_on_a_replaced_part_is_not_the_items_own(lined: Any) -> None:
    lined.row(Component, "C1", item="X", label="skin panel", originality="replaced")
    lined.row(Observation, "O1", component="C1", feature="skin", value="carbon")
    lined.row(Observation, "O2", item="R1", feature="skin", value="carbon")
    found = row(lined, "L1")
    assert (found.state, found.item_value) == ("not_examined", None)
    assert found.basis == "observed only on a part of the item that is not original to it"


def test_a_spread_beyond_reckoning_is_no_spread(case: Any) -> None:
    case.row(Line, "L1").feature("bore", kind_="number", unit="mm", sd_within=1e200).item("X")
    case.item("R1", role="reference", line="L1")
    for item, value in (("X", "9.01"), ("R1", "9.02")):
        case.row(Observation, f"O-{item}", item=item, feature="bore", value=value)
    assert row(case, "L1", "bore").state == "not_examined"


def test_with_a_reference_no_other_reference_stands_beside_the_item(lined: Any) -> None:
    found = compare(lined.record, ["X"], ["R1"]).features
    assert [(each.other, each.other_kind) for each in found] == [
        ("L1", "line"), ("L2", "line"), ("R1", "reference"),
    ]  # fmt: skip
    assert {each.of for each in found if each.other == "L1"} == {3}
