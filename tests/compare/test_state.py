"""The table of states: what two component records of one slot say when they are laid together."""

from typing import Any

import pytest

from sherd.compare.listed import Listed, listed
from sherd.compare.state import basis, state
from sherd.model.items import Component
from sherd.model.markings import Marking
from sherd.model.row import STATES

FPGA = {"part_as_published": "5CEFA7F23I7N", "maker_as_published": "Altera Corporation (Intel)"}


def one(item: str, marking: str = "", **fields: Any) -> Listed:
    fields = {"label": "navigation module", "state": "examined", **fields}
    component = Component(case="small", id=f"{item}.1", item=item, **fields)
    marks = [Marking(case="small", id="M", component=component.id, text=marking)] if marking else []
    return listed(component, marks)


@pytest.mark.parametrize("unknown", ["NOT_EXAMINED", "NOT_VISIBLE", "NOT_RECOVERED", "DESTROYED"])
@pytest.mark.parametrize("other", STATES)
def test_what_was_not_examined_never_differs_and_is_never_shared(unknown: str, other: str) -> None:
    a, b = one("A", state=unknown, **FPGA), one("B", state=other, **FPGA)
    assert state(a, b) == state(b, a) == "not_examined"
    assert "A" in basis(a, b)


def test_every_state_of_a_component_has_a_standing() -> None:
    assert {one("A", state=each).standing for each in STATES} == {"present", "absent", "unknown"}


@pytest.mark.parametrize(
    ("a", "b", "expected", "says"),
    [
        ({"state": "ABSENT"}, {"state": "ABSENT"}, "shared", "shared absence"),
        ({"state": "ABSENT"}, FPGA, "differs", "absent on A"),
        (FPGA, {"state": "ABSENT"}, "differs", "absent on B"),
        (FPGA, FPGA, "shared", "same part number: 5CEFA7F23I7N, Altera"),
        (FPGA, {**FPGA, "maker_as_published": None}, "shared", "not named on both"),
        (FPGA, {**FPGA, "maker_as_published": "Xilinx"}, "similar", "different makers"),
        (FPGA, {**FPGA, "part_as_published": "5CEFA7F23C8N"}, "differs", "different parts"),
        (
            {"part_as_published": "AD9517-4ABCPZ"},
            {"part_as_published": "AD9517-3"},
            "similar",
            "same base part (AD9517)",
        ),
        ({"part_as_published": "M10"}, {"part_as_published": "m10"}, "similar", "same words"),
        ({"maker_as_published": "u-blox"}, {"maker_as_published": "U-BLOX"}, "similar", "same maker"),
        (
            {"maker_as_published": "u-blox"},
            {"maker_as_published": "Unistrong"},
            "differs",
            "different makers",
        ),
        ({"maker_as_published": "u-blox"}, {}, "not_examined", "too little"),
        ({}, {}, "not_examined", "too little"),
        ({"state": None}, FPGA, "not_examined", "not recorded on A"),
        ({**FPGA, "position": "left"}, {**FPGA, "position": "right"}, "shared", "different places"),
    ],
)
def test_two_records_of_a_slot_compare_by_the_table(
    a: dict[str, Any], b: dict[str, Any], expected: str, says: str
) -> None:
    x, y = one("A", **a), one("B", **b)
    assert state(x, y) == state(y, x) == expected
    assert says in basis(x, y)


def test_a_part_number_read_from_a_marking_says_so() -> None:
    x, y = one("A", marking="STM32F405RGT6|GH218"), one("B", part_as_published="STM32F405 RGT6")
    assert state(x, y) == "shared"
    assert "read from the marking" in basis(x, y)


def test_a_marked_component_without_a_state_counts_as_seen() -> None:
    assert one("A", marking="STM32F405RGT6", state=None).standing == "present"
    assert one("A", maker_as_published="ST", state=None).standing == "unknown"
