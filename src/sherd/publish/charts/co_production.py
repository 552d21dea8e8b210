"""Which items may share a production line: one square per pair, darker the more probable, with its number."""

from sherd.model.document import Column, Figure, Json, Table
from sherd.model.lines import CoProduction
from sherd.publish.charts.style import INK, PAPER, Spec, chart, label_axis

MOST = 40
NUMBERED = 18
"""With more items than this the numbers stand in the table only."""

LISTED = 60
LIGHT_TEXT_FROM = 0.68
"""From this probability on the square is dark enough for light numbers."""


def figure(id: str, found: CoProduction) -> Figure:
    """The matrix in the order in which likely lines stand together. Raises ValueError for one item."""
    names = [found.items[i] for i in found.order]
    if len(names) < 2:
        raise ValueError("one item shares its line with no other: nothing can be drawn")
    pairs = sorted(
        ((found.of(a, b), a, b) for i, a in enumerate(names) for b in names[:i]),
        key=lambda p: (-p[0], p[1], p[2]),
    )
    columns = [
        Column("Item", width=35),
        Column("and item", width=35),
        Column("share a line", "right", width=30),
    ]
    rows = [[a, b, f"{p:.3f}"] for p, a, b in pairs[:LISTED]]
    left = len(pairs) - LISTED
    best = found.best[0]
    said = "; ".join(", ".join(block) for block in best.blocks)
    drawn = f" Drawn: {MOST} of {len(names)} items." if len(names) > MOST else ""
    return Figure(
        id,
        f"The probability that two items share a production line: {found.basis}.{drawn}",
        f"Most probable division ({best.p:.2f}): {said}.",
        _spec(names[:MOST], found),
        Table(
            "Pairs of items by the probability that they share a line",
            columns,
            rows,
            header_column=True,
            note=f"{left} less probable pairs not listed." if left > 0 else "",
        ),
    )


def _spec(names: list[str], found: CoProduction) -> Spec:
    rows: list[dict[str, Json]] = [
        {"a": a, "b": b, "p": found.of(a, b), "shown": f"{found.of(a, b):.2f}".lstrip("0")}
        for a in names
        for b in names
        if a != b
    ]
    order: list[Json] = [*names]
    place: Spec = {
        "x": {
            "field": "a",
            "type": "nominal",
            "sort": order,
            "axis": label_axis(110, orient="top", labelAngle=-60, labelAlign="left"),
        },
        "y": {"field": "b", "type": "nominal", "sort": order, "axis": label_axis(150)},
    }
    size = max(14, min(30, 520 // len(names)))
    layers: list[Spec] = [
        {
            "mark": {"type": "rect", "stroke": PAPER, "strokeWidth": 1},
            "encoding": {
                **place,
                "opacity": {
                    "field": "p",
                    "type": "quantitative",
                    "scale": {"domain": [0, 1], "range": [0.04, 1]},
                    "legend": None,
                },
            },
        }
    ]
    layers[0]["mark"] = {"type": "rect", "stroke": PAPER, "strokeWidth": 1, "color": "#1f4f80"}
    if len(names) <= NUMBERED:
        layers += [
            {
                "transform": [{"filter": f"datum.p {side} {LIGHT_TEXT_FROM}"}],
                "mark": {"type": "text", "fontSize": 9.5, "color": colour},
                "encoding": {**place, "text": {"field": "shown"}},
            }
            for side, colour in (("<", INK), (">=", PAPER))
        ]
    return chart(layers, rows, {"step": size})
