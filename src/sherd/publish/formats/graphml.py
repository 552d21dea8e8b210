"""A supply graph in GraphML, for Gephi, yEd and NetworkX: stations as nodes, legs as edges with proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from sherd.model.paths import Leg, Road, Station
from sherd.model.ties import HeldLeg

Values = dict[str, str | None]
"""What a node or an edge says, by the name of the attribute; None is left out."""

NODE = ("kind", "name", "row", "country")
EDGE = ("kind", "proof", "basis", "days", "quantity", "transfer", "source", "component", "relation", "share")


def graphml(roads: Iterable[Road], notice: str) -> bytes:
    """The roads as one directed graph in UTF-8, ``notice`` as its description."""
    roads = tuple(roads)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": "string"}
            ET.SubElement(root, "key", key)
    ET.SubElement(root, "key", {"id": "notice", "for": "graph", "attr.name": "notice", "attr.type": "string"})
    graph = ET.SubElement(root, "graph", id="road", edgedefault="directed")
    ET.SubElement(graph, "data", key="notice").text = plain(notice)
    for station in stations(roads):
        node = ET.SubElement(graph, "node", id=plain(station.id))
        _say(node, "node", node_values(station))
    for number, (from_, to, values) in enumerate(edges(roads)):
        ends = {"source": plain(from_), "target": plain(to)}
        edge = ET.SubElement(graph, "edge", {"id": f"e{number}", **ends})
        _say(edge, "edge", values)
    return written(root)


def stations(roads: Iterable[Road]) -> tuple[Station, ...]:
    """Every station once, in the order in which the roads name them; who stands beside a road comes last."""
    roads = tuple(roads)
    on_roads = [station for road in roads for station in road.stations]
    beside = [station for road in roads for station in road.beside]
    first: dict[str, Station] = {}
    for station in (*on_roads, *beside):
        first.setdefault(station.id, station)
    return tuple(first.values())


def edges(roads: Iterable[Road]) -> Iterator[tuple[str, str, Values]]:
    """Every leg and every tie, from which station to which, with what it says."""
    for road in roads:
        for leg in road.legs:
            yield leg.from_, leg.to, edge_values(road.component, leg)
        for each in road.ties:
            yield each.leg.party, each.leg.of, tie_values(road.component, each)


def node_values(station: Station) -> Values:
    """What a node says."""
    return {"kind": station.kind, "name": station.name, "row": station.row, "country": station.country}


def edge_values(component: str, leg: Leg) -> Values:
    """What the edge of a leg says."""
    return {
        "kind": leg.kind,
        "proof": leg.proof,
        "basis": leg.basis,
        "days": str(leg.when) if leg.when else None,
        "quantity": leg.quantity,
        "transfer": leg.row,
        "source": leg.source,
        "component": component,
    }


def tie_values(component: str, tie: HeldLeg) -> Values:
    """What the edge of a tie says: who is what of whom; nothing travelled along it."""
    leg = tie.leg
    return {
        "kind": "tie",
        "proof": leg.proof,
        "basis": tie.words,
        "days": str(leg.days) if leg.days.first or leg.days.last else None,
        "transfer": leg.row,
        "source": leg.source,
        "component": component,
        "relation": leg.relation,
        "share": None if leg.share is None else f"{leg.share:g}",
    }


def _say(element: ET.Element, domain: str, values: Values) -> None:
    for name, value in values.items():
        if value is not None:
            ET.SubElement(element, "data", key=f"{domain}-{name}").text = plain(value)


def written(root: ET.Element) -> bytes:
    """An XML tree as a file in UTF-8; the same tree gives the same bytes."""
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def plain(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold: controls, lone surrogates, non-characters."""
    return _UNFIT.sub("\ufffd", text)


_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
