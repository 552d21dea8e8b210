"""A supply graph in GraphML, for Gephi, yEd and NetworkX: stations as nodes, legs as edges with proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from sherd.model.paths import Leg, Road, Station

NODE = ("kind", "name", "row", "country")
EDGE = ("kind", "proof", "basis", "days", "quantity", "transfer", "source", "component")


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
    for number, (component, leg) in enumerate(legs(roads)):
        ends = {"source": plain(leg.from_), "target": plain(leg.to)}
        edge = ET.SubElement(graph, "edge", {"id": f"e{number}", **ends})
        _say(edge, "edge", edge_values(component, leg))
    return written(root)


def stations(roads: Iterable[Road]) -> tuple[Station, ...]:
    """Every station once, in the order in which the roads name them."""
    return tuple({station.id: station for road in roads for station in road.stations}.values())


def legs(roads: Iterable[Road]) -> Iterator[tuple[str, Leg]]:
    """Every leg with the component whose road it is part of."""
    for road in roads:
        for leg in road.legs:
            yield road.component, leg


def node_values(station: Station) -> dict[str, str | None]:
    """What a node says."""
    return {"kind": station.kind, "name": station.name, "row": station.row, "country": station.country}


def edge_values(component: str, leg: Leg) -> dict[str, str | None]:
    """What an edge says."""
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


def _say(element: ET.Element, domain: str, values: dict[str, str | None]) -> None:
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
