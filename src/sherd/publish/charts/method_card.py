"""What weights of this kind cost on specimens of known line: 0 is perfect, 1 says nothing, more misleads.

The bar is the interval of the cost when the recoveries are drawn again; the ring is the cost, the cross what
the best rescaling would leave of it. Under each pair stands how many independent units it was tested on.
"""

from collections.abc import Sequence

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.reasoning import Reliability
from sherd.publish.charts.style import CROSS, INK, PAPER, SKY, SOFT, Spec, bans, chart, label_axis, step

MARKS = ("Cllr", "after the best rescaling")
MOST = 15


def card(found: Sequence[Reliability], id: str) -> Figure:
    """The card of every pair that could be tested. Raises ``ValueError`` where none could."""
    if not found:
        raise ValueError("no pair could be tested on specimens of known line")
    said = "; ".join(f"{each.h1} : {each.h2} {each.cllr:.2f} ({each.validation})" for each in found[:6])
    return Figure(
        id,
        "Cost of the weights (Cllr) on specimens of known line, each recovery left out in turn; the bar is "
        "the 95 % interval when recoveries are drawn again. At 1 weights say nothing, beyond they mislead.",
        f"Cllr by pair: {said}.",
        _spec(found[:MOST]),
        _twin(found),
    )


def _spec(found: Sequence[Reliability]) -> Spec:
    rows: list[dict[str, Json]] = []
    marks: list[dict[str, Json]] = []
    for each in found:
        name = f"{each.h1} : {each.h2}, n = {each.n}"
        rows.append({"name": name, "from": each.interval[0], "to": each.interval[1]})
        marks += [
            {"name": name, "from": cost, "mark": mark}
            for mark, cost in zip(MARKS, (each.cllr, each.cllr_min), strict=True)
        ]
    top = max(1.2, *(each.interval[1] for each in found), *(each.cllr for each in found))
    x: Spec = {
        "field": "from",
        "type": "quantitative",
        "scale": {"domain": [-0.02, min(top, 3.0)], "nice": False, "clamp": True},
        "axis": {"title": "Cllr: 0 perfect, 1 says nothing", "grid": True, "format": ".1f"},
    }
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": [row["name"] for row in rows],
        "axis": label_axis(170),
    }
    shape: Spec = {"domain": list(MARKS), "range": ["circle", CROSS]}
    fill: Spec = {"domain": list(MARKS), "range": [PAPER, "transparent"]}
    return chart(
        [
            {"mark": {"type": "bar", "height": 9, "fill": SKY, "stroke": SOFT, "strokeWidth": 0.5},
             "encoding": {"x": x, "x2": {"field": "to"}, "y": y}},
            {"data": {"values": [{"from": 1}]},
             "mark": {"type": "rule", "color": INK, "strokeDash": [4, 3]}, "encoding": {"x": x}},
            {"data": {"values": marks},
             "mark": {"type": "point", "size": 75, "stroke": INK, "strokeWidth": 1.6, "opacity": 1},
             "encoding": {"x": x, "y": y, "shape": {"field": "mark", "type": "nominal", "scale": shape},
                          "fill": {"field": "mark", "type": "nominal", "scale": fill}}},
        ],
        rows,
        step(len(rows), 28),
    )  # fmt: skip


def _twin(found: Sequence[Reliability]) -> Table:
    columns = [
        Column("Pair", width=12),
        Column("Units", "right", width=12),
        Column("Cllr", "right", width=10),
        Column("95 %", "right", width=18),
        Column("Cllr_min", "right", width=11),
        Column("Cllr_cal", "right", width=11),
        Column("Bounds (bans)", "right", width=14),
        Column("Tested", width=24),
    ]
    rows: list[list[Inline]] = [
        [
            f"{each.h1} : {each.h2}",
            f"{each.n1} + {each.n2}",
            f"{each.cllr:.4f}",
            f"{each.interval[0]:.3f} … {each.interval[1]:.3f}",
            f"{each.cllr_min:.4f}",
            f"{each.cllr_cal:.4f}",
            f"{bans(each.elub[0])}, {bans(each.elub[1])}",
            each.validation,
        ]
        for each in found
    ]
    return Table("The method on specimens of known line", columns, rows, header_column=True)
