"""The shipped case: five parts named in the K series and in Kometa, perhaps of one physical module."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare import compare
from sherd.model.record import CaseRecord

NAMED = ("5CEFA7F23I7N", "LTC2174", "ADT7310", "STIEC45-XXAS", "LTM4613V")


def the_trap(case: Any) -> CaseRecord:
    """As published: entries 4067 to 4073 of the K series, 3814 to 3819 of Kometa; two agree in their lots."""
    lots = {"5CEFA7F23I7N": "5CEFA7F23I7N FBBGAU2231A", "LTC2174": "LTC2174 UKG-14 BT30267"}
    for item, system, first in (("G2-K", "S136", 4067), ("KOMETA", "KOMETA", 3814)):
        case.item(item, system=system)
        for n, part in enumerate(NAMED):
            number = str(first + n)
            case.component(
                number, item, marking=lots.get(part, part), part_as_published=part, publisher_id=number
            )
    record: CaseRecord = case.record
    return record


@pytest.fixture(params=["small", "shipped"])
def record(request: pytest.FixtureRequest, case: Any, geran_2: CaseRecord) -> CaseRecord:
    return the_trap(case) if request.param == "small" else geran_2


def test_five_named_parts_are_shared(record: CaseRecord) -> None:
    found = compare(record, ["G2-K"], ["KOMETA"])
    assert found.summaries[0].shared == 5
    assert all(any(part in each.basis for each in found.pairs if each.state == "shared") for part in NAMED)


def test_the_two_with_identical_lots_are_raised(record: CaseRecord) -> None:
    found = [each for each in compare(record, ["G2-K", "KOMETA"]).same_objects if each.kind == "component"]
    assert [{each.item_a, each.item_b} for each in found] == [{"G2-K", "KOMETA"}] * 2
    lots = " ".join(reason for each in found for reason in each.reasons)
    assert "FBBGAU2231A" in lots
    assert "BT30267" in lots
    assert all("2 components of these two items agree in a lot text" in each.reasons for each in found)


def test_none_of_the_five_counts_as_two_independent_finds(record: CaseRecord) -> None:
    found = compare(record, ["G2-K"], ["KOMETA"])
    sharing = {each.part: each for each in found.sharing}
    for part in NAMED:
        assert (sharing[part].specimens, sharing[part].not_counted) == (("G2-K",), ("KOMETA",))
        assert len(sharing[part].systems) == 1
        assert sharing[part].weight == 0
    assert found.summaries[0].score == 0
    assert all("one object" in each.basis for each in found.pairs if each.state == "shared")


def test_no_other_records_of_the_shipped_case_are_raised_by_their_markings(geran_2: CaseRecord) -> None:
    raised = {
        frozenset((each.item_a, each.item_b))
        for each in compare(geran_2).same_objects
        if each.kind == "component"
    }
    assert raised == {frozenset(("G2-K", "KOMETA"))}


def test_the_filter_that_sits_in_many_drones_is_a_commodity(geran_2: CaseRecord) -> None:
    (found,) = (each for each in compare(geran_2).sharing if each.part == "BNX023")
    assert found.commodity
    assert found.weight < 0.1


def test_the_same_signal_processor_in_the_first_drone_and_a_later_one_is_found(geran_2: CaseRecord) -> None:
    found = compare(geran_2, ["S136-M214", "G2-Y1276"])
    assert any("TMS320" in each.basis and each.state == "shared" for each in found.pairs)


def test_a_difference_from_the_documented_pattern_is_seen_although_two_records_may_be_one(
    geran_2: CaseRecord,
) -> None:
    found = {(each.other, each.feature): each for each in compare(geran_2, ["CAR-G2"]).features}
    assert found["IR-S136", "airframe_materials"].state == "differs"
