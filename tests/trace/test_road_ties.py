"""Who stands over the parties on a road: told for each deal, beside the road, and never as a leg of it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from tests.trace.roads import made, only, proofs, sent

from sherd.model.dates import Interval
from sherd.model.document import Figure
from sherd.model.paths import Road
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.supply import Listing, Party, Tie
from sherd.publish.charts import supply_path
from sherd.publish.formats.gexf import gexf
from sherd.publish.formats.graphml import graphml
from sherd.services.right_of_reply import said_of
from sherd.trace.road_ties import MOST_BESIDE

SOLD = "2022-12-31"


def owned(*more: Tie, listed: str = "Baron") -> CaseRecord:
    """Maker → Trader (2022-08) → Plant (2023-02); Baron owned the Trader until the end of 2022."""
    record = made([sent("X1", "Maker", "Trader", "2022-08-26"), sent("X2", "Trader", "Plant", "2023-02-01")])
    parties = {name: Party(case="k", id=name, name=name) for tie in more for name in (tie.party, tie.of)}
    return evolve(
        record,
        parties=tuple({**parties, **{each.id: each for each in record.parties}}.values()),
        sources=(Source(case="k", id="S", kind_="register", title="Register"),),
        ties=more,
        listings=(Listing(case="k", id="L", party=listed, list_="OFAC", from_=Interval.parse("2022-03-01")),),
    )


def tie(id_: str, party: str, of: str, last: str | None = None, **more: object) -> Tie:
    days = {"from_": Interval.parse("2019"), "to_": Interval.parse(last) if last else None}
    known = {"relation": "owner", "share": 60.0, "proof": "documented", "source": "S"}
    return Tie(case="k", id=id_, party=party, of=of, **{**days, **known, **more})  # type: ignore[arg-type]


def told(road: Road) -> list[tuple[str, str]]:
    return [(timing.transfer, timing.when) for timing in road.timings if timing.kind == "tie"]


def drawn(record: CaseRecord) -> Figure:
    return supply_path.figure("road", only(record))


def lines(figure: Figure) -> dict[str, str]:
    rows = figure.spec["data"]["values"]  # type: ignore[index,call-overload]
    return {row["days"]: row["proof"] for row in rows if row.get("is") == "leg" and row["days"]}  # type: ignore[union-attr,index,misc]


def test_an_owner_counts_for_the_deals_while_it_owned() -> None:
    road = only(owned(tie("T", "Baron", "Trader", SOLD)))
    assert told(road) == [("X1", "during")], "sold before the second deal"
    (words,) = [timing.words for timing in road.timings if timing.kind == "tie"]
    assert words.startswith(
        "Trader, owned by a listed party: Baron is owner of Trader (2019 to 2022-12-31; 60 %"
    )


def test_where_the_days_of_a_tie_leave_it_open_that_is_said() -> None:
    assert told(only(owned(tie("T", "Baron", "Trader", "2023")))) == [("X1", "during"), ("X2", "overlaps")]


def test_a_tie_is_no_leg_and_proves_none() -> None:
    with_ties, without = only(owned(tie("T", "Baron", "Trader"))), only(owned())
    assert proofs(with_ties) == proofs(without)
    assert [path.words for path in with_ties.paths] == [path.words for path in without.paths]
    assert [station.name for station in with_ties.beside] == ["Baron"]


def test_the_owner_of_an_owner_stands_beside_the_road_where_it_is_listed() -> None:
    chain = (tie("T1", "Holding", "Trader"), tie("T2", "Baron", "Holding", share=None))
    road = only(owned(*chain))
    assert {station.name for station in road.beside} == {"Holding", "Baron"}
    assert [each.leg.row for each in road.ties] == ["T1", "T2"]
    unlisted = only(owned(*chain, listed="Nobody"))
    assert {station.name for station in unlisted.beside} == {"Holding"}, (
        "only who is tied itself, if none is listed"
    )


@pytest.mark.parametrize(
    ("change", "proof"),
    [
        ({}, "tie, documented"),
        ({"source": None}, "tie, not proven"),
        ({"proof": "asserted"}, "tie, not proven"),
        ({"from_": Interval.parse("2022"), "to_": Interval.parse("2022")}, "tie, not proven"),
    ],
    ids=["documented", "no source", "asserted", "not shown for the day"],
)
def test_a_tie_is_drawn_full_only_where_it_is_documented_and_its_days_are_sure(
    change: dict[str, object], proof: str
) -> None:
    figure = drawn(owned(tie("T", "Baron", "Trader", **change)))  # type: ignore[arg-type]
    assert lines(figure)["owner 60 %"] == proof
    assert supply_path.DASHES["tie"] == [1, 0]
    assert supply_path.DASHES["open_tie"] != [1, 0]
    assert figure.table is not None
    assert any("Baron is owner of Trader" in str(row) for row in figure.table.rows)


def test_both_graphs_hold_the_ties_as_edges_of_their_own_kind() -> None:
    roads = (only(owned(tie("T", "Baron", "Trader"))),)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.fromstring(graphml(roads, "notice"))
    said = [{data.get("key"): data.text for data in edge} for edge in root.iter(f"{space}edge")]
    (edge,) = [each for each in said if each["edge-kind"] == "tie"]
    assert (edge["edge-relation"], edge["edge-share"], edge["edge-proof"]) == ("owner", "60", "documented")
    assert "Baron" in gexf(roads, "notice").decode()


def test_more_parties_than_have_room_beside_a_road_are_said_to_be_there() -> None:
    many = [tie(f"T{n}", f"Owner {n}", "Trader") for n in range(MOST_BESIDE + 2)]
    road = only(owned(*many))
    assert len(road.beside) == MOST_BESIDE
    assert any("2 more parties are tied" in limit for limit in road.limits)
    assert drawn(owned(*many)).spec


def test_a_party_is_told_every_tie_that_leads_from_it_to_a_listed_one_and_of_that_listing() -> None:
    record = owned(
        tie("T1", "Holding", "Trader"), tie("T2", "Baron", "Holding"), tie("T3", "Baron", "Elsewhere")
    )
    party = next(each for each in record.parties if each.id == "Trader")
    said = [dict(each.values) for each in said_of(record, party) if each.kind in {"tie", "their_listing"}]
    assert [(each["party"], each.get("of", each.get("list"))) for each in said] == [
        ("Holding", "Trader"),
        ("Baron", "Holding"),
        ("Baron", "OFAC"),
    ]
    plant = next(each for each in record.parties if each.id == "Plant")
    assert not [each for each in said_of(record, plant) if each.kind == "their_listing"]


def test_a_party_is_not_told_that_a_tie_is_documented_where_no_source_is_named() -> None:
    record = owned(tie("T1", "Baron", "Trader", source=None))
    party = next(each for each in record.parties if each.id == "Trader")
    (said,) = [dict(each.values) for each in said_of(record, party) if each.kind == "tie"]
    assert said["proof"] == "asserted"
