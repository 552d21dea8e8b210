"""A supply graph in GEXF 1.2, for Gephi and NetworkX: stations as nodes, legs with proof and days."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sherd.model.paths import Road
from sherd.publish.formats.graphml import EDGE, NODE, edges, node_values, plain, stations, written


def gexf(roads: Iterable[Road], notice: str) -> bytes:
    """The roads as one directed graph in UTF-8, ``notice`` in its description."""
    roads = tuple(roads)
    root = ET.Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "sherd"
    ET.SubElement(meta, "description").text = plain(notice)
    graph = ET.SubElement(root, "graph", defaultedgetype="directed")
    for domain, names in (("node", NODE), ("edge", EDGE)):
        attributes = ET.SubElement(graph, "attributes", {"class": domain})
        for name in names:
            ET.SubElement(attributes, "attribute", id=f"{domain}-{name}", title=name, type="string")
    nodes = ET.SubElement(graph, "nodes")
    for station in stations(roads):
        node = ET.SubElement(nodes, "node", id=plain(station.id), label=plain(station.name))
        _say(node, "node", node_values(station))
    every = ET.SubElement(graph, "edges")
    for number, (from_, to, values) in enumerate(edges(roads)):
        ends = {"source": plain(from_), "target": plain(to)}
        edge = ET.SubElement(every, "edge", {"id": str(number), **ends})
        _say(edge, "edge", values)
    return written(root)


def _say(element: ET.Element, domain: str, values: dict[str, str | None]) -> None:
    said = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        if value is not None:
            ET.SubElement(said, "attvalue", {"for": f"{domain}-{name}", "value": plain(value)})
