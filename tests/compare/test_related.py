"""Part against part over a whole case: one base part, one family, read alike; and identified parts."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.compare import compare
from sherd.compare.listed import components_listed, listed
from sherd.compare.parts import family_of
from sherd.compare.related import SHORTEST, related
from sherd.model.findings import RelatedParts
from sherd.model.items import Component
from sherd.text import alike


def found(case: Any) -> dict[str, list[RelatedParts]]:
    every = related(each for item in components_listed(case.record).values() for each in item)
    return {kind: [each for each in every if each.relation == kind] for kind in
            ("same base", "same family", "read alike")}  # fmt: skip


def test_ordering_codes_of_one_base_part_are_told_together(case: Any) -> None:
    case.item("A", ["AD9517-4ABCPZ"]).item("B", ["AD9517-3ABCPZ"]).item("C", ["LTC2174"])
    (base,) = found(case)["same base"]
    assert (base.name, base.items) == ("AD9517", ("A", "B"))
    assert "2 ordering codes" in base.basis


def test_base_parts_of_one_family_are_told_apart_from_one_part(case: Any) -> None:
    case.item("A", ["ADM3202"]).item("B", ["ADM3222"])
    (family,) = found(case)["same family"]
    assert (family.name, family.parts) == ("ADM32", ("ADM3202", "ADM3222"))
    assert compare(case.record).sharing == ()


def test_two_codes_that_look_alike_on_a_worn_part_are_a_question(case: Any) -> None:
    case.item("A", ["XC6SLX8"]).item("B", ["XC6SLXB"]).item("C", ["XC6SLX9"]).item("D", ["8OB1"]).item(
        "E", ["80B1"]
    )
    (asked,) = found(case)["read alike"]
    assert asked.parts == ("XC6SLX8", "XC6SLXB")
    assert "misread" in asked.basis


@given(st.lists(st.text("0OB8A1", min_size=SHORTEST, max_size=SHORTEST + 1), max_size=12, unique=True))
def test_blocking_misses_no_two_codes_that_look_alike(codes: list[str]) -> None:
    components = [Component(case="c", id=f"C{n}", item="A", label="x", state="examined",
                            part_as_published=code) for n, code in enumerate(codes)]  # fmt: skip
    read = [each for each in map(listed, components) if each.code]
    told = {part for each in related(read) if each.relation == "read alike" for part in each.parts}
    names = {each.code for each in read if each.code and len(each.code) >= SHORTEST}
    assert told == {a for a, b in permutations(names, 2) if len(a) == len(b) and all(map(alike, a, b))}


@pytest.mark.parametrize(("base", "family"), [("STM32F405", "STM32F4"), ("74HC04", None), ("AD93", None)])
def test_a_family_is_named_only_where_enough_is_left(base: str, family: str | None) -> None:
    assert family_of(base) == family
