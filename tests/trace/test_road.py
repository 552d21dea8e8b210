"""By which road a part came: what each leg proves, and that the leg into the weapon is proven by nobody."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.trace.roads import made, only, proofs, published, sent

from sherd.model.dates import Interval
from sherd.model.judgements import Judgement
from sherd.model.paths import PROOFS
from sherd.services.supply import known_roads
from sherd.trace.paths import MOST_PATHS
from sherd.trace.timing import order

# -- the published chain -------------------------------------------------------------------------------------


def test_the_published_chain_ends_before_the_weapon() -> None:
    (road,) = known_roads(published())
    assert road.part == "STM32F765VIT6"
    assert proofs(road) == {"T1": "documented", "T2": "documented", "T3": "inferred"}
    into = [leg for leg in road.legs if leg.kind == "reached"]
    assert [leg.proof for leg in into] == ["not_proven"]
    assert all(path.weakest == "missing" for path in road.paths), "no record leads from the maker onwards"
    assert any("no leg into the weapon is proven" in limit for limit in road.limits)


def test_both_shipments_came_before_the_consignee_was_listed_by_so_many_days() -> None:
    (road,) = known_roads(published())
    said = {(t.transfer, t.about): t.words for t in road.timings if t.kind == "listing"}
    assert said["T1", "L6"].startswith("328 days before OOO ONELEK on OFAC")
    assert said["T2", "L6"].startswith("232 days before OOO ONELEK on OFAC")
    assert said["T1", "L1"].startswith("406 days before ACE ELECTRONIC (HK) CO., LIMITED on BIS Entity List")
    assert ("T1", "L5") not in said, "the other distributor took no part"
    assert {t.when for t in road.timings if t.kind == "listing"} == {"before"}


def test_another_part_of_the_same_parties_is_not_on_the_road() -> None:
    (road,) = known_roads(published())
    assert "T4" not in proofs(road)


# -- what proves a leg ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "proof"),
    [
        ({}, "documented"),
        ({"source": None}, "asserted"),
        ({"proof": "asserted"}, "asserted"),
        ({"proof": "inferred"}, "inferred"),
        ({"proof": "not_proven"}, "not_proven"),
        ({"part": "LTM4613EV"}, "inferred"),
        ({"part": "LTM4613EV", "proof": "not_proven"}, "not_proven"),
        ({"part": None, "component": "C"}, "documented"),
    ],
)
def test_a_leg_is_proven_as_far_as_its_paper_goes(change: dict[str, object], proof: str) -> None:
    assert proofs(only(made([sent("T", "A", "B", **change)]))) == {"T": proof}


@pytest.mark.parametrize("part", ["LTM9999V", "a description in plain words", None])
def test_a_transfer_of_something_else_is_no_leg(part: str | None) -> None:
    assert proofs(only(made([sent("T", "A", "B", part=part)]))) == {}


def test_a_transfer_of_another_piece_is_no_leg_though_the_code_is_the_same() -> None:
    record = made([sent("T", "A", "B", component="D")])
    assert proofs(only(record)) == {}


@pytest.mark.parametrize(
    ("decisions", "proof"),
    [
        ((), "not_proven"),
        (("yes",), "judged"),
        (("Reached, by serial number",), "judged"),
        (("no",), "not_proven"),
        (("unclear",), "not_proven"),
        (("yes", "no"), "not_proven"),
        (("yes", "yes"), "judged"),
    ],
)
def test_only_a_person_proves_the_leg_into_the_weapon(decisions: tuple[str, ...], proof: str) -> None:
    judged = tuple(
        Judgement(
            case="k", id=f"J{n}", subject="T", kind_="reached", decision=said, reason="r", by="A", at="2024"
        )
        for n, said in enumerate(decisions)
    )
    road = only(evolve(made([sent("T", "A", "B")]), judgements=judged))
    assert [leg.proof for leg in road.legs if leg.kind == "reached"] == [proof]


def test_a_missing_recovery_and_an_unnamed_party_are_said_to_be_missing() -> None:
    road = only(made([sent("T", None, "B")], maker=None))
    assert road.maker is None
    assert [leg.proof for leg in road.legs if leg.kind == "recovered"] == ["missing"]
    assert any(station.name == "sender not named" for station in road.stations)


def test_a_component_without_any_transfer_has_one_road_that_says_so() -> None:
    (path,) = only(made([])).paths
    assert [leg.proof for leg in path.legs] == ["missing", "missing"]
    assert path.stations == ("maker:Maker", "item:I", "event:")


# -- paths ---------------------------------------------------------------------------------------------------


def test_a_path_follows_the_legs_from_the_maker_where_they_are_on_record() -> None:
    road = only(made([sent("T1", "Maker", "A", "2021"), sent("T2", "A", "B", "2022")]))
    (path,) = road.paths
    assert path.missing == 1, "only the recovery is missing"
    assert [leg.row for leg in path.legs] == ["T1", "T2", None, None]


def test_a_leg_that_surely_ended_before_the_last_began_does_not_follow_it() -> None:
    road = only(made([sent("T1", "A", "B", "2022"), sent("T2", "B", "C", "2021")]))
    assert all([leg.row for leg in path.legs if leg.row] in (["T1"], ["T2"]) for path in road.paths)


def test_legs_whose_days_leave_the_order_open_may_follow() -> None:
    road = only(made([sent("T1", "A", "B", "2022"), sent("T2", "B", "C", "2022-03")]))
    assert [leg.row for leg in road.paths[0].legs if leg.row] == ["T1", "T2"]


def test_a_ring_of_transfers_is_walked_once() -> None:
    road = only(made([sent("T1", "A", "B"), sent("T2", "B", "A")]))
    assert [[leg.row for leg in path.legs if leg.row] for path in road.paths] == [["T1"]]


def test_more_paths_than_are_laid_out_are_said_to_be_there() -> None:
    legs = [
        sent(f"T{a}{b}{n}", f"{a}{n}" if a else "A", f"{b}{n + 1}")
        for n in range(8)
        for a in "xy"
        for b in "xy"
    ]
    legs += [sent(f"S{a}", "A", f"{a}0") for a in "xy"]
    road = only(made(legs))
    assert len(road.paths) == MOST_PATHS
    assert road.more_paths


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=8))
def test_every_path_begins_at_the_maker_ends_at_the_recovery_and_passes_no_station_twice(
    ends: list[tuple[str, str]],
) -> None:
    road = only(made([sent(f"T{n}", a, b) for n, (a, b) in enumerate(ends) if a != b]))
    drawn = {leg.row for path in road.paths for leg in path.legs if leg.row}
    for path in road.paths:
        assert path.stations[0] == "maker:Maker"
        assert path.stations[-2:] == ("item:I", "event:")
        assert len(set(path.stations)) == len(path.stations)
        assert path.weakest == max((leg.proof for leg in path.legs), key=PROOFS.index)
    assert drawn or not any(a != b for a, b in ends)


# -- days ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "days", "expected"),
    [
        ("2022-08-26", "2023-10-06/", "before"),
        ("2023-10-05", "2023-10-06/", "before"),
        ("2023-10-06", "2023-10-06/", "during"),
        ("2024", "2023-10-06/2024-06-30", "overlaps"),
        ("2024-07", "2023-10-06/2024-06-30", "after"),
        ("2023", "2023-10-06/", "overlaps"),
        ("/2024-01", "2023-10-06/", "overlaps"),
        ("2024-01/", "2023-10-06/", "during"),
        (None, "2023-10-06/", "not_dated"),
        ("/", "2023-10-06/", "not_dated"),
    ],
)
def test_the_order_of_days_is_told_or_left_open(when: str | None, days: str, expected: str) -> None:
    assert order(Interval.parse(when) if when else None, Interval.parse(days)) == expected


# -- diversion -----------------------------------------------------------------------------------------------


def test_the_point_of_diversion_is_a_candidate_until_a_person_judges_it() -> None:
    record = made([sent("T", "A", "B")])
    (candidate,) = only(record).diversions
    assert (candidate.transfer, candidate.judged) == ("T", False)
    assert "candidate for a person to judge" in candidate.words
    said = Judgement(
        case="k", id="J", subject="T", kind_="diversion", decision="yes", reason="r", by="A", at="2024"
    )
    (point,) = only(evolve(record, judgements=(said,))).diversions
    assert (point.judged, point.by) == (True, "J")
    assert "is the point of diversion" in point.words
