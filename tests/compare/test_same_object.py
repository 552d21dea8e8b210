"""Two records that may be one object: what raises the question, what does not, and what a judgement does."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare import compare
from sherd.compare.comparison import doubted_items
from sherd.model.items import Photograph
from sherd.model.markings import Marking
from sherd.model.provenance import File, Source

LOT = "5CEFA7F23I7N FBBGAU2231A"
CODE = "5CEFA7F23I7N"


def two(case: Any, one: dict[str, Any], other: dict[str, Any] | None = None, **items: Any) -> Any:
    """Two items of different systems with a component each."""
    for name, fields in (("A", one), ("B", one if other is None else other)):
        case.item(name, **items).component(f"{name}1", name, **{"label": "programmable logic", **fields})
    return case


def test_identical_markings_down_to_the_lot_text_are_raised(case: Any) -> None:
    (found,) = compare(two(case, {"marking": LOT, "part_as_published": CODE}).record).same_objects
    assert (found.a, found.b, found.item_a, found.item_b, found.kind) == ("A1", "B1", "A", "B", "component")
    assert found.reasons == ("identical full markings, down to the lot text FBBGAU2231A",)
    assert "thousands" in found.chance
    assert found.judged is None
    assert "one find until" in found.counted
    assert found.one_find


def test_the_same_lot_in_a_marking_read_differently_is_a_reason_too(case: Any) -> None:
    two(
        case,
        {"marking": LOT, "part_as_published": CODE},
        {"marking": f"ALTERA|{LOT}", "part_as_published": CODE},
    )
    (found,) = compare(case.record).same_objects
    assert found.reasons == ("the same lot text FBBGAU2231A",)


@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("ADT7310", "ADT7310"),  # the part alone
        ("ADT7310", None),
        ("TMS320 F28335PGFA", "TMS320F28335PGFA"),  # the part in two words
        ("TMS320 F28335PGFA", None),
        ("LTC2174 UKG-14", "LTC2174"),  # part and grade
        ("MAX3221 CAE 2040", "MAX3221CAE"),  # a date code is shared by thousands
        ("5CEFA7F23I7N FBBGAU22?1A", CODE),  # the lot cannot be read
        ("TEXAS INSTRUMENTS", None),
        ("UBX-M10050-KB", "GNSS receiver"),  # one word may be the part number
        ("S/N 0045?71", None),  # the serial cannot be read
        ("MADE IN CHINA", None),
    ],
)
def test_a_marking_without_a_lot_or_serial_is_no_reason(case: Any, marking: str, part: str | None) -> None:
    assert compare(two(case, {"marking": marking, "part_as_published": part}).record).same_objects == ()


def test_one_lot_within_one_item_is_to_be_expected(case: Any) -> None:
    case.item("A").component("A1", "A", marking=LOT).component("A2", "A", marking=LOT)
    assert compare(case.record).same_objects == ()


@pytest.mark.parametrize("serial", ["S/N 0045871", "SN:0045871", "Зав. № 0045871", "№0045871"])
def test_a_serial_number_marked_twice_outweighs_a_lot(case: Any, serial: str) -> None:
    (found,) = compare(two(case, {"marking": serial}).record).same_objects
    assert "serial" in found.reasons[0]
    assert "given once" in found.chance


def test_the_same_serial_on_different_parts_is_no_reason(case: Any) -> None:
    two(case, {"marking": "S/N 10001", "part_as_published": "AD9361"},
        {"marking": "S/N 10001", "part_as_published": "LTC2174"})  # fmt: skip
    assert compare(case.record).same_objects == ()


@pytest.mark.parametrize(
    ("one", "other", "systems", "raised"),
    [
        ("Ы-1391", "ы1391", ("S", "S"), True),
        ("Ы-1391", "Ы-1391", ("S", None), True),
        ("Ы-1391", "Ы-1391", ("S", "T"), False),
        ("K series", "K series", ("S", "S"), False),
        ("12", "12", ("S", "S"), False),
    ],
)
def test_two_items_of_one_serial_may_be_one_object(
    case: Any, one: str, other: str, systems: tuple[str, str | None], raised: bool
) -> None:
    case.item("A", serial=one, system=systems[0]).item("B", serial=other, system=systems[1])
    found = compare(case.record).same_objects
    assert [each.kind for each in found] == (["item"] if raised else [])


def test_a_publishers_number_given_twice_is_raised_even_within_one_item(case: Any) -> None:
    case.item("A").component("A1", "A", publisher_id="4067").component("A2", "A", publisher_id="4067")
    (found,) = compare(case.record).same_objects
    assert found.reasons == ("the publisher's number 4067 stands on both",)


def test_the_same_number_of_two_publishers_is_no_reason(case: Any) -> None:
    for name in ("GUR", "CAR"):
        case.row(Source, name, kind_="list", title=name, publisher=name)
    two(case, {"publisher_id": "4067", "source": "GUR"}, {"publisher_id": "4067", "source": "CAR"})
    assert compare(case.record).same_objects == ()


def test_an_entry_repeated_forty_times_is_named_in_a_chain(case: Any) -> None:
    case.item("A")
    for n in range(40):
        case.component(f"A{n:02d}", "A", publisher_id="77")
    found = compare(case.record).same_objects
    assert [(each.a, each.b) for each in found] == [(f"A{n:02d}", f"A{n + 1:02d}") for n in range(39)]


def test_one_photograph_filed_under_two_names_is_known_by_its_bytes(case: Any) -> None:
    two(case, {})
    for n, item in enumerate("AB"):
        case.row(Photograph, f"P{n}", file=f"photos/{n}.jpg", component=f"{item}1")
        case.row(File, f"photos/{n}.jpg", sha256="ab" * 32, size=10)
    (found,) = compare(case.record).same_objects
    assert found.reasons == ("one photograph is given for both",)


def test_a_cut_out_of_a_photograph_is_that_photograph(case: Any) -> None:
    two(case, {})
    case.row(Photograph, "P0", file="photos/0.jpg", component="A1")
    case.row(Photograph, "P1", file="photos/1.jpg", component="B1", derived_from="P0")
    assert [(each.a, each.b) for each in compare(case.record).same_objects] == [("A1", "B1")]


def test_markings_read_from_one_photograph_are_of_one_object(case: Any) -> None:
    two(case, {}).row(Photograph, "P0", file="photos/0.jpg")
    for item in "AB":
        case.row(Marking, f"M{item}", component=f"{item}1", text="?", photo="P0")
    assert [(each.a, each.b) for each in compare(case.record).same_objects] == [("A1", "B1")]


def test_a_photograph_of_two_parts_of_one_item_says_nothing(case: Any) -> None:
    case.item("A").component("A1", "A").component("A2", "A")
    for n in "12":
        case.row(Photograph, f"P{n}", file="photos/0.jpg", component=f"A{n}")
    assert compare(case.record).same_objects == ()


@pytest.mark.parametrize("written", ["B1", "small:B1", "X9|B1"])
def test_what_the_recorder_declares_is_raised(case: Any, written: str) -> None:
    two(case, {"possible_same_as": written}, {})
    (found,) = compare(case.record).same_objects
    assert "the record of A1 says" in found.reasons[0]


@pytest.mark.parametrize(
    ("decision", "judged", "one_find"),
    [
        ("same object", "same", True),
        ("one object", "same", True),
        ("different", "different", False),
        ("Two objects", "different", False),
        ("not_same", "different", False),
        ("unsure", "undecided", True),
        ("not decided", "undecided", True),
        ("no", "different", False),
        ("no decision yet", "undecided", True),
    ],
)
@pytest.mark.parametrize("subject", ["A1 B1", "B1|A1", "small:A1, small:B1", "A B"])
def test_a_judgement_decides_and_until_then_nothing_counts_twice(
    case: Any, decision: str, judged: str, one_find: bool, subject: str
) -> None:
    two(case, {"marking": LOT, "part_as_published": CODE}).judged(subject, decision)
    found = compare(case.record)
    assert [(each.judged, each.one_find) for each in found.same_objects] == [(judged, one_find)]
    (shared,) = found.sharing
    assert len(shared.specimens) == (1 if one_find else 2)
    assert len(shared.systems) == (1 if one_find else 2)


def test_two_people_who_disagree_leave_it_disputed(case: Any) -> None:
    two(case, {"marking": LOT}).judged("A1 B1", "same").judged("A1 B1", "different")
    (found,) = compare(case.record).same_objects
    assert (found.judged, found.one_find) == ("disputed", True)


def test_a_judgement_alone_raises_the_question_of_two_items(case: Any) -> None:
    case.item("A", ["AD9361"]).item("B", ["AD9361"]).judged("A B", "unsure")
    found = compare(case.record)
    assert [(each.kind, each.a, each.b) for each in found.same_objects] == [("item", "A", "B")]
    assert found.sharing[0].specimens == ("A",)


def test_one_serial_is_one_object_whoever_asks_for_it(case: Any) -> None:
    case.item("A", serial="12345", system="S").item("B", serial="12345", system="S").item("C", serial="777")
    assert doubted_items(case.record) == (("A", "B"),)
    case.judged("A B", "different")
    assert doubted_items(case.record) == ()


def test_one_lot_in_common_is_too_little_to_take_two_items_for_one(case: Any) -> None:
    two(case, {"marking": LOT, "part_as_published": CODE})
    assert doubted_items(case.record) == ()
    for name in "AB":
        case.component(f"{name}2", name, marking="LTC2174 UKG-14 BT30267", part_as_published="LTC2174")
    assert doubted_items(case.record) == (("A", "B"),)
