"""Which variant may come from which: time from left to right, an arrow for each step with what changed.

A dashed arrow leads from another parent that is as near; a variant without an arrow has no documented parent.
"""

from collections.abc import Mapping

from sherd.model.document import Column, Figure, Json, Table
from sherd.model.lines import Descent, Lineage
from sherd.publish.charts.style import BLUE, INK, SOFT, Spec, chart, day, step, time_axis

LONGEST_CHANGE = 44


def figure(id: str, found: Lineage) -> Figure:
    """The lineage, one row for each variant in the order in which they were first seen."""
    columns = [
        Column("Variant", width=18),
        Column("First seen", width=16),
        Column("From it or a close relative", width=18),
        Column("Changed", width=28),
        Column("Runner-up, margin", width=20),
    ]
    rows = [
        [name, when.words, _parents(found.of(name)), changed(found.of(name)), _margin(found.of(name))]
        for name, when in found.variants
    ]
    heads = [d.variant for d in found.descents if d.chosen is None]
    steps = "; ".join(
        f"{d.chosen} to {d.variant} ({len(d.changed)} changed)" for d in found.descents if d.chosen
    )
    return Figure(
        id,
        f"Which variant may come from which, by what changed and when each was first seen: {found.basis}. An "
        "arrow reads “from it or a close relative”; dashed where another is as near.",
        f"Steps: {steps or 'none'}. Without a documented parent: {', '.join(heads)}.",
        _spec(found),
        Table("Descent of variants", columns, rows, header_column=True),
    )


def changed(descent: Descent) -> str:
    """What changed on the step to a variant, in words."""
    return "; ".join(f"{feature} from {was} to {now}" for feature, was, now in descent.changed) or "—"


def _parents(descent: Descent) -> str:
    return ", ".join(descent.parents) + (" (ambiguous)" if descent.ambiguous else "") or "—"


def _margin(descent: Descent) -> str:
    if descent.runner_up is None or descent.margin is None:
        return "—"
    return f"{descent.runner_up}, {descent.margin:g}"


def _spec(found: Lineage) -> Spec:
    days = {name: (when.first or when.last) for name, when in found.variants}
    known = {name: at for name, at in days.items() if at is not None}
    order: list[Json] = [name for name, _ in found.variants]
    x: Spec = {**time_axis(min(known.values()), max(known.values())), "field": "when"}
    y: Spec = {"field": "variant", "type": "nominal", "sort": order, "axis": None}
    nodes: list[dict[str, Json]] = [
        {"variant": name, "when": day(at), "words": _label(found.of(name))} for name, at in known.items()
    ]
    edges = [_edge(d, parent, known) for d in found.descents for parent in d.parents if d.chosen]
    solid: list[Json] = [edge for edge in edges if not edge["other"]]
    dashed: list[Json] = [edge for edge in edges if edge["other"]]
    heads: list[Json] = [{**edge, "variant": edge["to"], "when": edge["end"]} for edge in edges]
    middle = (min(map(day, known.values())) + max(map(day, known.values()))) // 2
    layers = [_arrows(lines, dash, x, y) for lines, dash in ((solid, []), (dashed, [4, 3])) if lines]
    layers.append(
        {
            "data": {"values": heads},
            "mark": {
                "type": "point",
                "shape": "triangle-down",
                "filled": True,
                "size": 55,
                "color": SOFT,
                "yOffset": -8,
            },
            "encoding": {"x": x, "y": y},
        }
    )
    layers.append(
        {
            "mark": {"type": "point", "filled": True, "size": 70, "color": BLUE, "stroke": INK, "opacity": 1},
            "encoding": {"x": x, "y": y},
        }
    )
    for side, align, dx in (("<=", "left", 9), (">", "right", -9)):
        layers.append(
            {
                "transform": [{"filter": f"datum.when {side} {middle}"}],
                "mark": {"type": "text", "align": align, "dx": dx, "dy": 11, "fontSize": 10.5, "color": INK},
                "encoding": {"x": x, "y": y, "text": {"field": "words"}},
            }
        )
    return chart(layers, nodes, step(len(nodes), 30))


def _label(descent: Descent) -> str:
    words = changed(descent)
    if words == "—":
        return descent.variant
    short = words if len(words) <= LONGEST_CHANGE else f"{len(descent.changed)} features changed"
    return f"{descent.variant}: {short}"


def _edge(descent: Descent, parent: str, known: Mapping[str, object]) -> dict[str, Json]:
    ends = {name: day(at) for name, at in known.items()}  # type: ignore[arg-type]
    return {
        "from": parent,
        "to": descent.variant,
        "start": ends[parent],
        "end": ends[descent.variant],
        "other": parent != descent.chosen,
    }


def _arrows(edges: list[Json], dash: list[int], x: Spec, y: Spec) -> Spec:
    """Each arrow down from its parent, then on to its child: two strokes that meet above the child."""
    values: list[Json] = []
    for number, edge in enumerate(edges):
        assert isinstance(edge, dict)
        values.append({"edge": number, "at": 0, "when": edge["start"], "variant": edge["from"]})
        values.append({"edge": number, "at": 1, "when": edge["end"], "variant": edge["from"]})
        values.append({"edge": number, "at": 2, "when": edge["end"], "variant": edge["to"]})
    return {
        "data": {"values": values},
        "mark": {
            "type": "line",
            "color": SOFT,
            "strokeWidth": 1.3,
            "strokeDash": [*dash],
            "strokeJoin": "round",
        },
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "edge", "type": "nominal"},
            "order": {"field": "at", "type": "quantitative"},
        },
    }
