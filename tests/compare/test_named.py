"""What a marking was found to name takes part in comparison: a person's word first, a method's last."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare.comparison import compare
from sherd.compare.listed import listed
from sherd.model.items import Component
from sherd.model.named import NamedPart


def named(component: str, mpn: str, maker: str | None = None, *, decided: bool = False) -> NamedPart:
    basis = "judged" if decided else "identified at 0.99"
    return NamedPart(component=component, mpn=mpn, maker=maker, decided=decided, basis=basis)


@pytest.mark.parametrize(
    ("published", "decided", "code"),
    [
        (None, False, "TPS767D301PWP"),
        (None, True, "TPS767D301PWP"),
        ("PS767D301", False, "PS767D301"),
        ("PS767D301", True, "TPS767D301PWP"),
    ],
)
def test_a_person_is_heard_before_the_publisher_and_a_method_after(
    published: str | None, decided: bool, code: str
) -> None:
    component = Component(case="c", id="C", item="I", label="regulator", part_as_published=published)
    found = listed(component, [], named("C", "TPS767D301PWP", "TI", decided=decided))
    assert found.number is not None
    assert found.number.code == code


def test_two_worn_markings_that_name_one_part_are_shared_and_say_how_that_is_known(case: Any) -> None:
    record = case.item("A", [" @ regulator"]).item("B", [" @ regulator"]).record
    before = compare(record, ["A"], ["B"]).pairs[0]
    assert before.state == "not_examined"
    parts = {
        "A.0": named("A.0", "TPS767D301PWP", "TI"),
        "B.0": named("B.0", "TPS767D301PWP", "TI", decided=True),
    }
    after = compare(record, ["A"], ["B"], parts).pairs[0]
    assert after.state == "shared"
    assert "A.0: identified at 0.99" in after.basis
    assert "B.0: judged" in after.basis


def test_the_maker_that_was_found_speaks_where_none_is_published(case: Any) -> None:
    record = case.item("A", [" @ amplifier"]).item("B", ["LM358DR @ amplifier @ STMicroelectronics"]).record
    pair = compare(record, ["A"], ["B"], {"A.0": named("A.0", "LM358DR", "Texas Instruments")}).pairs[0]
    assert pair.state == "similar"
    assert "Texas Instruments" in pair.basis
