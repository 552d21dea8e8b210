"""Marks beside parts: their types, what they speak of, and what is never added up."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare import compare
from sherd.compare.evidence import TYPES, type_of
from sherd.model.custody import DigitalExamination, Sample
from sherd.model.findings import SharedMark
from sherd.model.markings import Marking

EXAMPLES = {
    "board fabrication mark": ("E123456", "", "printed board"),
    "inspection stamp": ("ОТК 17", "", "inspection stamp"),
    "solder and rework": ("hand soldered, second joint", "rework", "solder joints"),
    "conformal coat": ("acrylic, blue under UV", "conformal coat", "conformal coating"),
    "tool or mould mark": ("MOULD 4B", "", "mould mark"),
    "fastener standard": ("ГОСТ 11738-84", "", "screw"),
    "wire or label stock": ("AWM 2464", "", "wire"),
    "2-D code": ("[)>06P1234", "data matrix", "2-D code"),
    "firmware string or build time": ("V3.1.22", "", "firmware"),
    "SIM identifier": ("8998211000000000017", "", "SIM card"),
    "packaging or transport paper": ("AWB 176-12345675", "", "carton"),
}


def marked(case: Any, text: str, surface: str = "", items: str = "AB") -> tuple[SharedMark, ...]:
    for item in items:
        case.item(item)
        case.row(Marking, f"M{item}", item=item, text=text, surface=surface or None)
    return compare(case.record).marks


@pytest.mark.parametrize("name", [each.name for each in TYPES])
def test_every_type_of_evidence_is_read_and_called_by_its_words(case: Any, name: str) -> None:
    text, surface, called = EXAMPLES[name]
    (found,) = marked(case, text, surface)
    assert (found.type, found.items, found.of) == (name, ("A", "B"), 2)
    named = type_of(called)
    assert named is not None
    assert named.name == name


@pytest.mark.parametrize("text", ["ADS131M04", "MAX3221", "E12 series", "ISO 9", "STM32 V", "OTK?17", "M4"])
def test_a_part_number_or_an_illegible_text_is_no_such_mark(case: Any, text: str) -> None:
    assert marked(case, text) == ()


def test_one_design_is_not_one_factory(case: Any) -> None:
    """Two boards with one set of signal processors, and two boards with one panel code."""
    for item in "AB":
        case.item(item, ["TMS320F28335PGFA", "5CEFA7F23I7N"])
    for item in "CD":
        case.item(item, [f"OWN{item}1234"]).row(Marking, f"M{item}", item=item, text="E123456|94V-0")
    found = compare(case.record)
    pairs = {(each.a, each.b): each for each in found.summaries}
    assert pairs["A", "B"].score > 0
    assert pairs["A", "B"].factory == ()
    assert pairs["C", "D"].score == 0
    assert any("one factory" in said for said in pairs["C", "D"].factory)


def test_a_mark_that_most_bear_says_nothing(case: Any) -> None:
    (found,) = marked(case, "94V-0", items="ABCD")
    assert found.basis.endswith("it says nothing")


def test_two_items_that_may_be_one_share_no_mark(case: Any) -> None:
    for item in "AB":
        case.item(item, serial="77712", system="S").row(Marking, f"M{item}", item=item, text="E123456")
    (found,) = compare(case.record).marks
    assert "possibly one object" in found.basis


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Al 92.1 ± 0.3 %", "Al 92.5 ± 0.4 %", "0.8 standard deviations apart, alike"),
        ("Al 92.1 ± 0.3 %", "Al 93.5 ± 0.4 %", "2.8 standard deviations apart, near"),
        ("Al 92.1 ± 0.3 %", "Al 95.5 ± 0.4 %", "6.8 standard deviations apart, different"),
    ],
)
def test_laboratory_results_are_compared_by_their_uncertainties(
    case: Any, one: str, other: str, said: str
) -> None:
    for item, result in (("A", one), ("B", other)):
        case.item(item).row(Sample, f"S{item}", item=item, method="XRF", result=result)
    (found,) = compare(case.record).marks
    assert said in found.basis


@pytest.mark.parametrize(("method", "result"), [("FTIR", "Al 92.1 ± 0.3 %"), ("XRF", "Al 92.1 %")])
def test_results_of_two_methods_or_without_uncertainty_are_not_compared(
    case: Any, method: str, result: str
) -> None:
    case.item("A").row(Sample, "SA", item="A", method="XRF", result="Al 92.1 ± 0.3 %")
    case.item("B").row(Sample, "SB", item="B", method=method, result=result)
    assert compare(case.record).marks == ()


def test_one_build_time_in_two_memories_speaks_of_one_design(case: Any) -> None:
    for item in "AB":
        case.item(item).row(DigitalExamination, f"D{item}", item=item, result="built Mar 14 2023 10:22:05")
    (found,) = compare(case.record).marks
    assert (found.speaks_of, found.value) == ("design", "Mar 14 2023 10:22:05")
