"""Charts of the road: stations and legs, parties on lists, shipments by month."""

from __future__ import annotations

from itertools import pairwise

import pytest
from attrs import evolve
from tests.publish.charts.drawn import FIGURES, SHIPPED, road, text, values, values_of

from sherd.model.dates import Interval
from sherd.model.paths import Leg, Path, Road, Station
from sherd.publish.charts import (
    listed_parties,
    shipments_by_month,
    supply_path,
)

# -- supply path -------------------------------------------------------------------------------------------


def test_two_shipments_between_the_same_parties_are_drawn_beside_each_other() -> None:
    lines = [v for v in values(FIGURES["supply_path"]) if v["is"] == "leg" and v["proof"] != "no record"]
    assert len({(v["x"], v["y"]) for v in lines[:2]}) == 2


def test_every_leg_stands_in_the_twin_with_its_proof() -> None:
    assert [row[3] for row in text(FIGURES["supply_path"].table)] == [
        "no record",
        "documented",
        "inferred",
        "not proven",
        "documented",
    ]


def test_a_leg_without_a_record_is_dashed_and_one_on_record_is_not() -> None:
    assert all(supply_path.DASHES[proof] == [1, 0] for proof in ("judged", "documented"))
    dashed = [supply_path.DASHES[proof] for proof in ("asserted", "inferred", "not_proven", "missing")]
    assert len({str(dash) for dash in dashed}) == 4
    assert [1, 0] not in dashed


def test_a_road_without_legs_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="no leg"):
        supply_path.figure("p", evolve(road(), legs=()))


def test_parties_that_nothing_dates_have_no_timeline() -> None:
    with pytest.raises(ValueError, match="no interval names a day"):
        listed_parties.figure("l", [listed_parties.Mark("X", "transfer", "part", Interval())])


def test_more_stations_than_have_room_for_names_are_numbered_and_the_table_says_both() -> None:
    parties = [
        Station(id=f"party:{n}", kind="party", name=f"Trading House {n}", row=str(n)) for n in range(9)
    ]
    legs = [
        Leg(from_=one.id, to=other.id, kind="transfer", proof="documented", basis="b")
        for one, other in pairwise(parties)
    ]
    ids = tuple(each.id for each in parties)
    path = Path(stations=ids, legs=tuple(legs), weakest="documented", missing=0, words="w")
    long = Road(
        item="I",
        component="C",
        part="P",
        maker=None,
        stations=tuple(parties),
        legs=tuple(legs),
        paths=(path,),
        more_paths=False,
    )
    found = supply_path.figure("p", long)
    assert "numbers that the table gives" in found.caption
    named = [row["name"] for row in values_of(found) if row["is"] == "station"]
    assert named == [str(n) for n in range(1, 10)]
    assert found.table is not None
    assert text(found.table)[0][:2] == ["1. Trading House 0", "2. Trading House 1"]


def test_shipments_are_drawn_by_month_and_corridor_with_their_number_in_words() -> None:
    drawn = shipments_by_month.figure("b", SHIPPED)
    assert list(text(drawn.table)) == [
        ["2022-03", "CN → RU", "7"],
        ["2022-03", "HK → RU", "12"],
        ["2022-05", "HK → RU", "30"],
    ]
    assert "49 rows in 2 corridors, 2022-03 to 2022-05; most in 2022-05, HK → RU: 30" in drawn.alt
    assert "never a finding about a party" in drawn.caption
    with pytest.raises(ValueError, match="no shipment"):
        shipments_by_month.figure("b", {})
