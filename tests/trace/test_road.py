"""By which road a part came: what each leg proves, and that the leg into the weapon is proven by nobody."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.dates import Interval
from sherd.model.document import Figure, Table
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item, Recovery
from sherd.model.judgements import Judgement
from sherd.model.paths import PROOFS, Road
from sherd.model.record import CaseRecord
from sherd.model.supply import Listing, Party, Transfer
from sherd.publish.chapters import road as road_chapter
from sherd.publish.formats.gexf import gexf
from sherd.publish.formats.graphml import graphml
from sherd.publish.phrases import Sources
from sherd.record.intake import take_in
from sherd.record.tree import Submission, SubmittedFile, part_of
from sherd.services.supply import known_roads, roads
from sherd.trace.network import affirms
from sherd.trace.paths import MOST_PATHS
from sherd.trace.timing import order

Write = Callable[[tuple[Road, ...], str], bytes]
CASE = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"


def published() -> CaseRecord:
    held = {path.name: path.read_bytes() for path in sorted(CASE.iterdir())}
    files = tuple(SubmittedFile(name, len(each), partial(iter, (each,))) for name, each in held.items())
    sheets = {name: content for name, content in held.items() if part_of(name) == "sheet"}
    intake = take_in(Submission(name="road", files=files, sheets=sheets))
    record = CaseRecord.of([placed.row for placed in intake.rows])
    assert intake.problems == ()
    return record


def made(transfers: list[Transfer], part: str | None = "LTM4613V", maker: str | None = "Maker") -> CaseRecord:
    """A record of one weapon with one component, and transfers between parties named as they are."""
    names = dict.fromkeys(end for t in transfers for end in (t.from_party, t.to_party) if end)
    return CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"),
        items=(Item(case="k", id="I", label="weapon", role="item", custody_status="documented"),),
        components=(
            Component(
                case="k", id="C", item="I", label="chip", part_as_published=part, maker_as_published=maker
            ),
        ),
        parties=tuple(Party(case="k", id=name, name=name) for name in names),
        transfers=tuple(transfers),
    )


def sent(id_: str, from_: str | None, to: str | None, when: str | None = None, **more: object) -> Transfer:
    known: dict[str, object] = {"part": "LTM4613V", "proof": "documented", "source": "S"}
    days = Interval.parse(when) if when else None
    return Transfer(case="k", id=id_, from_party=from_, to_party=to, from_=days, **{**known, **more})  # type: ignore[arg-type]


def only(record: CaseRecord) -> Road:
    (found,) = roads(record, "I", "C")
    return found


def proofs(road: Road) -> dict[str, str]:
    return {leg.row: leg.proof for leg in road.legs if leg.row}


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


# -- exports -------------------------------------------------------------------------------------------------


def test_the_graph_holds_every_station_and_leg_once_with_its_proof() -> None:
    found = known_roads(published())
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.fromstring(graphml(found, "notice"))
    nodes = [node.get("id") for node in root.iter(f"{space}node")]
    assert nodes == [station.id for station in found[0].stations]
    edges = list(root.iter(f"{space}edge"))
    said = [next(d.text for d in edge if d.get("key") == "edge-proof") for edge in edges]
    assert said == [leg.proof for leg in found[0].legs]
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)


def test_gexf_says_the_same() -> None:
    found = known_roads(published())
    space = "{http://www.gexf.net/1.2draft}"
    root = ET.fromstring(gexf(found, "notice"))
    assert len(list(root.iter(f"{space}node"))) == len(found[0].stations)
    assert len(list(root.iter(f"{space}edge"))) == len(found[0].legs)


def test_other_tools_open_both_graphs_and_find_every_proof(tmp_path: Path) -> None:
    networkx = pytest.importorskip(
        "networkx", reason="NetworkX, which the extra ftm brings, is not installed"
    )
    found = known_roads(published())
    for name, content, reader in (
        ("r.graphml", graphml(found, "notice"), networkx.read_graphml),
        ("r.gexf", gexf(found, "notice"), networkx.read_gexf),
    ):
        (tmp_path / name).write_bytes(content)
        graph = reader(tmp_path / name)
        assert graph.number_of_nodes() == len(found[0].stations)
        proofs = sorted(said["proof"] for _, _, said in graph.edges(data=True))
        assert proofs == sorted(leg.proof for leg in found[0].legs)


def test_the_published_chain_is_told_with_its_limit(shared: Path) -> None:
    with (shared / "data" / "facts" / "trace_chain_example_stm32f765.csv").open(encoding="utf-8") as file:
        chain = list(csv.DictReader(file))
    (found,) = known_roads(published())
    names = {station.id: station.name for station in found.stations}
    told = {(names[leg.from_], names[leg.to], str(leg.when.first), leg.quantity, leg.proof)
            for leg in found.legs if leg.when is not None}  # fmt: skip
    for step in (each for each in chain if each["kind"] == "shipment"):
        ends = (step["subject"], step["object"], step["date"], f"{step['qty']} pieces", "documented")
        assert ends in told, step
    listed = {(each.list_, str(each.from_.first)) for each in published().listings}
    for step in (each for each in chain if each["kind"] == "listing"):
        assert (step["object"], step["date"]) in listed, step
    (limit,) = [each for each in chain if each["kind"] == "limit"]
    assert limit["object"] == "NOT PROVEN"
    into = [leg.proof for leg in found.legs if names[leg.to] == "Shahed-136 with component 2090"]
    assert into == ["not_proven"]
    assert all(path.weakest == "missing" for path in found.paths), "no path is as good as proven"
    assert any("no leg into the weapon is proven" in each for each in found.limits)


def test_a_name_with_a_control_character_can_be_exported() -> None:
    record = made([sent("T", "A", "B")])
    record = evolve(record, parties=tuple(evolve(p, name=f"{p.name}\x01") for p in record.parties))
    names = [
        d.text for d in ET.fromstring(graphml(roads(record, "I"), "n")).iter() if d.get("key") == "node-name"
    ]
    assert "A\ufffd" in names


@pytest.mark.parametrize("write", [graphml, gexf])
@pytest.mark.parametrize("sign", ["\x01", "\ufffe", "\ud800"])
def test_a_maker_with_a_sign_that_xml_cannot_hold_can_be_exported(write: Write, sign: str) -> None:
    content = write(roads(made([sent("T", "A", "B")], maker=f"M{sign}"), "I"), f"n{sign}")
    root = ET.fromstring(content)
    ids = {each.get("id") for each in root.iter() if each.tag.endswith("}node")}
    ends = {each.get(end) for each in root.iter() for end in ("source", "target")} - {None}
    assert ends <= ids


def test_an_unnamed_part_is_told_to_have_no_road_by_part() -> None:
    assert any("No ordering code is known" in limit for limit in only(made([], part=None)).limits)


# -- what days, returns and doubts do to a road --------------------------------------------------------------


def found_on(record: CaseRecord, recovered: str | None = None, made_: str | None = None) -> CaseRecord:
    """The same record, its weapon recovered and its part made on some days."""
    event = Recovery(case="k", id="E", from_=Interval.parse(recovered) if recovered else None)
    return evolve(
        record,
        events=(event,),
        items=tuple(evolve(item, event="E") for item in record.items),
        components=tuple(
            evolve(part, made_as_published=Interval.parse(made_) if made_ else None)
            for part in record.components
        ),
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2023", "came after the recovery"),
        ("2020", "was over before the part was made"),
        ("2022", None),
        ("2021/", None),
        (None, None),
    ],
)
def test_a_transfer_that_cannot_have_brought_the_part_is_on_no_path_and_said(
    when: str | None, said: str | None
) -> None:
    road = only(found_on(made([sent("T", "A", "B", when)]), "2022-10-17", "2021-W30"))
    on_path = {leg.row for path in road.paths for leg in path.legs if leg.row}
    assert on_path == (set() if said else {"T"})
    assert any(said in limit for limit in road.limits) if said else not road.barred
    assert road.has_transfers
    assert not road.diversions if said else road.diversions


def test_a_return_is_on_no_path_and_the_goods_are_not_said_to_have_stayed() -> None:
    road = only(made([sent("T1", "A", "B", "2021"), sent("T2", "B", "A", "2022")]))
    assert any("T2 (from B to A) leads back" in limit for limit in road.limits)
    (candidate,) = road.diversions
    assert candidate.words.endswith("no further, but for what went back (T2)")


def test_a_transfer_of_a_party_to_itself_is_said_and_is_no_leg() -> None:
    road = only(made([sent("T", "A", "A")]))
    assert any("T (from A to A) leads back" in limit for limit in road.limits)
    assert proofs(road) == {}


def test_a_transfer_whose_days_follow_no_other_is_laid_out_all_the_same() -> None:
    road = only(made([sent("T1", "A", "B", "2022"), sent("T2", "B", "C", "2021")]))
    assert [[leg.row for leg in path.legs if leg.row] for path in road.paths] == [["T1"], ["T2"]]


def test_days_are_compared_across_a_transfer_without_a_date() -> None:
    legs = [sent("T1", "A", "B", "2022"), sent("T2", "B", "C"), sent("T3", "C", "D", "2021")]
    road = only(made(legs))
    assert ["T1", "T2", "T3"] not in [[leg.row for leg in path.legs if leg.row] for path in road.paths]


def test_of_two_shipments_to_one_consignee_only_the_judged_one_is_drawn_as_judged() -> None:
    said = Judgement(
        case="k", id="J", subject="T1", kind_="reached", decision="yes", reason="r", by="A", at="2024"
    )
    road = only(evolve(made([sent("T1", "A", "B"), sent("T2", "A", "B")]), judgements=(said,)))
    assert sorted(leg.proof for leg in road.legs if leg.kind == "reached") == ["judged", "not_proven"]


def test_a_maker_that_sends_is_still_the_maker() -> None:
    record = made([sent("T", "Maker", "B")])
    assert [each.kind for each in only(record).stations if each.name == "Maker"] == ["maker"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("yes", True),
        ("Reached, by serial number", True),
        ("no", False),
        ("No, by its serial number", False),
        ("not reached", False),
        ("unclear", None),
        ("reached: not proven", None),
        ("Reached? Doubtful", None),
        ("yes and no", None),
        ("no evidence", None),
        ("not proven", None),
        ("", None),
    ],
)
def test_a_decision_is_yes_or_no_only_where_it_says_so(decision: str, expected: bool | None) -> None:
    said = Judgement(
        case="k", id="J", subject="T", kind_="reached", decision=decision, reason="r", by="A", at="2024"
    )
    assert affirms(said) is expected
    (into,) = [
        leg
        for leg in only(evolve(made([sent("T", "A", "B")]), judgements=(said,))).legs
        if leg.kind == "reached"
    ]
    assert ("not to have come" in into.basis) is (expected is False)


@pytest.mark.parametrize(
    ("listed", "until", "when", "expected"),
    [
        ("2022", None, "2022-03", "overlaps"),
        ("2022", None, "2023", "during"),
        ("2022", None, "2021", "before"),
        ("2022-05-01", "2024", "2024-06", "overlaps"),
        ("2022-05-01", "2024", "2025", "after"),
        ("/2022", None, "2019", "overlaps"),
        ("2022/", None, "2030", "overlaps"),
    ],
)
def test_a_listing_known_to_the_year_is_never_taken_for_its_first_or_last_day(
    listed: str, until: str | None, when: str, expected: str
) -> None:
    record = made([sent("T", "A", "B", when)])
    stay = Listing(
        case="k",
        id="L",
        party="B",
        list_="list",
        from_=Interval.parse(listed),
        to_=Interval.parse(until) if until else None,
    )
    (timing,) = only(evolve(record, listings=(stay,))).timings
    assert timing.when == expected


def test_a_year_after_a_listing_is_told_with_its_least_and_most_days() -> None:
    record = made([sent("T", "A", "B", "2024")])
    stay = Listing(
        case="k",
        id="L",
        party="B",
        list_="list",
        from_=Interval.parse("2022-05-01"),
        to_=Interval.parse("2023-12-01"),
    )
    (timing,) = only(evolve(record, listings=(stay,))).timings
    assert timing.words.startswith("31 to 396 days after B on list")


def test_a_listing_of_which_no_day_is_known_is_told_without_a_chart() -> None:
    record = made([])
    stay = Listing(case="k", id="L", party="B", list_="list", from_=Interval.parse("/2023"))
    record = evolve(record, parties=(Party(case="k", id="B", name="B"),), listings=(stay,))
    told: Any = SimpleNamespace(record=record, roads=(), requests=(), withheld={}, values_withheld=0)
    section = road_chapter.chapter(told, Sources.of(record))
    assert any(isinstance(block, Table) for block in section.blocks)
    assert not any(isinstance(block, Figure) for block in section.blocks)
