"""How probable it is that two records are one object, and what planted duplicates come to."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from typing import Any

import pytest

from sherd.compare import compare
from sherd.compare.one_object import REPEATED, SIGNS, Agreement, Seen, judged_by_chance
from sherd.model.findings import OneObject

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "same_object.py"


def known(*signs: str, seen: Seen | None = None) -> OneObject:
    found = judged_by_chance(signs, seen or Seen(lots=Agreement(int("lot" in signs), 0)))
    assert found is not None
    return found


def test_a_ratio_is_the_chance_for_one_object_over_the_chance_for_two() -> None:
    serial = known("serial")
    assert serial.ratio_low == pytest.approx(math.log10(0.9 / 1e-3))
    assert serial.ratio_high == pytest.approx(math.log10(0.9 / 1e-6))
    odds = 0.001 / 0.999 * 900
    assert serial.low == pytest.approx(odds / (1 + odds))
    odds = 0.05 / 0.95 * 900_000
    assert serial.high == pytest.approx(odds / (1 + odds))


def test_one_lot_cannot_tell_and_a_serial_nearly_can() -> None:
    lot, serial = known("lot"), known("serial")
    assert lot.low < 0.05
    assert lot.high > 0.9
    assert serial.low > 10 * lot.low
    assert any("once in 1,000, bought together" in reason for reason in lot.reasons)


def test_two_signs_say_more_than_one_and_the_order_does_not_matter() -> None:
    both = known("lot", "photograph")
    assert both.ratio_low > max(known("lot").ratio_low, known("photograph").ratio_low)
    other = known("photograph", "lot")
    assert (both.low, both.high) == pytest.approx((other.low, other.high))


def test_other_units_that_bear_other_lots_make_an_agreement_tell_more() -> None:
    seen = Seen(lots=Agreement(1, 0), units=(0, 40))
    assert known("lot", seen=seen).ratio_low > known("lot").ratio_low
    assert any("40 other pairs" in reason for reason in known("lot", seen=seen).reasons)
    usual = Seen(lots=Agreement(1, 0), units=(39, 40))
    assert known("lot", seen=usual).ratio_low == known("lot").ratio_low


def test_further_lots_speak_for_one_object_and_other_lots_against_it() -> None:
    alone = known("lot")
    more = known("lot", seen=Seen(lots=Agreement(4, 0)))
    other = known("lot", seen=Seen(lots=Agreement(1, 6)))
    assert other.high < alone.high < more.high
    assert any("6 parts that both list bear different lots" in reason for reason in other.reasons)


def test_a_case_in_which_lots_seldom_agree_twice_lets_further_lots_tell_more() -> None:
    default = known("lot", seen=Seen(lots=Agreement(4, 0)))
    seldom = known("lot", seen=Seen(lots=Agreement(4, 0), further=(1, 50)))
    assert seldom.ratio_low > default.ratio_low


def test_what_a_person_only_asks_has_no_number() -> None:
    assert judged_by_chance(["declared"], Seen()) is None


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_says_more_for_one_object_than_for_two(sign: str) -> None:
    fewest, most = SIGNS[sign].different
    assert 0 < fewest <= most < SIGNS[sign].same < 1
    assert 0 < REPEATED[0] < REPEATED[1] < 0.5


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("FBBGAU2231A", True),
        ("TQFP44", False),  # a package
        ("TWN2019", False),  # a country and a year
        ("2024LF", False),
        ("STM32F405RG", False),  # a part that the case lists elsewhere
    ],
)
def test_words_that_stand_on_many_parts_are_no_lot(case: Any, text: str, raised: bool) -> None:
    case.item("Z", ["STM32F405"])
    for item in "AB":
        case.item(item).component(f"{item}1", item, marking=f"XC6SLX9|{text}", part_as_published="XC6SLX9")
    assert bool(compare(case.record).same_objects) is raised


def test_a_lot_misread_for_one_that_looks_alike_is_the_same_lot(case: Any) -> None:
    for item, lot in (("A", "FBB8AU2231A"), ("B", "FB8BAU223IA")):
        case.item(item).component(f"{item}1", item, marking=f"XC6SLX9|{lot}", part_as_published="XC6SLX9")
    (found,) = compare(case.record).same_objects
    assert found.sign == "lot"


@pytest.mark.parametrize(
    ("one", "other", "systems", "raised"),
    [
        ("UAV Shahed-136 No. 13678", "UAV «Shahed-136» no 13678", ("S", "S"), True),
        ("UAV Shahed-136 No. 13678", "UAV Shahed-136 No. 13678", ("S", "T"), False),
        ("Shahed-136", "Shahed-136", ("S", "S"), False),  # names a type
        ("Transceiver of the satellite link", "Transceiver of the satellite link", ("S", "S"), False),
    ],
)
def test_two_items_described_in_one_text_with_a_number_may_be_one(
    case: Any, one: str, other: str, systems: tuple[str, str], raised: bool
) -> None:
    case.item("A", label=one, system=systems[0]).item("B", label=other, system=systems[1])
    assert [each.sign for each in compare(case.record).same_objects] == (["specimen"] if raised else [])


def test_planted_duplicates_are_raised_and_told_from_units_of_one_lot() -> None:
    """Two collections of 60 items with 20 recorded twice; what is measured stands in docs/benchmarks.md."""
    spec = importlib.util.spec_from_file_location("planted", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    planted = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(planted)
    found = planted.measured(2)
    assert found["planted pairs raised"] >= 0.95
    assert found["pairs with nothing in common raised"] <= 0.001
    assert found["planted pairs told to be probable"] >= 0.9
    assert found["of the pairs told to be probable, one object"] >= 0.9
