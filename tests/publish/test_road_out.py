"""A road as others get it: as a graph for other tools, and as the chapter of the dossier."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from tests.trace.roads import made, only, published, sent

from sherd.model.dates import Interval
from sherd.model.document import Figure, Table
from sherd.model.paths import Road
from sherd.model.supply import Listing, Party
from sherd.publish.chapters import road as road_chapter
from sherd.publish.formats.gexf import gexf
from sherd.publish.formats.graphml import graphml
from sherd.publish.phrases import Sources
from sherd.services.supply import known_roads, roads

Write = Callable[[tuple[Road, ...], str], bytes]


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


def test_a_listing_of_which_no_day_is_known_is_told_without_a_chart() -> None:
    record = made([])
    stay = Listing(case="k", id="L", party="B", list_="list", from_=Interval.parse("/2023"))
    record = evolve(record, parties=(Party(case="k", id="B", name="B"),), listings=(stay,))
    told: Any = SimpleNamespace(record=record, roads=(), requests=(), withheld={}, values_withheld=0)
    section = road_chapter.chapter(told, Sources.of(record))
    assert any(isinstance(block, Table) for block in section.blocks)
    assert not any(isinstance(block, Figure) for block in section.blocks)
