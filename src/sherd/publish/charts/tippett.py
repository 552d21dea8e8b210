"""The weights that specimens of known line would have been given, each recovery left out in turn (Tippett).

Each curve falls from all to none: how many specimens of a line got a weight greater than the one below. Where
the curve of the first line stays high and that of the second drops before nought, weights are borne out; what
of the second lies to the right of nought, and of the first to the left, misled.
"""

from collections.abc import Sequence

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.reasoning import Reliability
from sherd.publish.charts.style import HAIR, INK, ORANGE, SOFT, Spec, bans, bans_axis, chart, reach


def tippett(found: Reliability, id: str) -> Figure:
    """The plot of one pair, weights in bans, positive towards the first."""
    first, second = f"{found.h1} true", f"{found.h2} true"
    wrong1 = _above(found.first, found.shares1, 0.0, below=True)
    wrong2 = _above(found.second, found.shares2, 0.0)
    low, high = found.elub
    misled = f"{wrong1:.0%} of the first and {wrong2:.0%} of the second point the wrong way"
    return Figure(
        id,
        f"{found.h1} against {found.h2}: weights of specimens whose line is known, each recovery left out in "
        f"turn; {found.validation}. Dotted: the bounds that so many specimens bear out (ELUB).",
        f"{found.n1} and {found.n2} independent units; {misled}. Cllr {found.cllr:.3f}, bounds {bans(low)} "
        f"and {bans(high)} bans.",
        _spec(found, (first, second)),
        _twin(found),
    )


def _spec(found: Reliability, names: tuple[str, str]) -> Spec:
    low, high = reach([0.0, *found.first, *found.second, *found.elub])
    sides = ((names[0], found.first, found.shares1), (names[1], found.second, found.shares2))
    rows: list[dict[str, Json]] = [
        {"from": at, "share": _above(weights, shares, at), "side": name}
        for name, weights, shares in sides
        for at in sorted({low, high, *weights})
    ]
    x = bans_axis(low, high, found.h1, found.h2)
    y: Spec = {
        "field": "share",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"title": "share with a greater weight", "format": ".0%", "tickCount": 5, "gridColor": HAIR},
    }
    dash: Spec = {
        "field": "side",
        "type": "nominal",
        "scale": {"domain": list(names), "range": [[1, 0], [6, 4]]},
        "legend": {"columns": 2, "symbolType": "stroke", "symbolSize": 400},
    }
    stroke: Spec = {"condition": {"test": f"datum.side === {names[1]!r}", "value": ORANGE}, "value": INK}
    bounds: list[Json] = [{"from": bound} for bound in found.elub]
    return chart(
        [
            {"data": {"values": [{"from": 0}]},
             "mark": {"type": "rule", "color": INK, "strokeWidth": 0.8}, "encoding": {"x": x}},
            {"data": {"values": bounds},
             "mark": {"type": "rule", "color": SOFT, "strokeDash": [2, 3]}, "encoding": {"x": x}},
            {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 1.8},
             "encoding": {"x": x, "y": y, "strokeDash": dash, "stroke": stroke}},
        ],
        rows,
        210,
    )  # fmt: skip


def _above(weights: Sequence[float], shares: Sequence[float], at: float, below: bool = False) -> float:
    """The share of a side's mass above a weight, or below it."""
    mass = sum(s for w, s in zip(weights, shares, strict=True) if (w < at if below else w > at))
    return mass / sum(shares)


def _twin(found: Reliability) -> Table:
    columns = [
        Column("Known to be of"),
        Column("Weight", "right"),
        Column("Rescaled", "right"),
        Column("Share of a unit", "right"),
    ]
    rescaled = dict(found.pav)
    rows: list[list[Inline]] = [
        [side, bans(weight), _bounded(rescaled[weight]), f"{share:.2f}"]
        for side, weights, shares in (
            (found.h1, found.first, found.shares1),
            (found.h2, found.second, found.shares2),
        )
        for weight, share in sorted(zip(weights, shares, strict=True))
    ]
    note = (
        "Rescaled: the weight that the known specimens bear out (pool adjacent violators); ∞: one side only."
    )
    return Table(f"{found.h1} against {found.h2}: weights of known specimens", columns, rows, note=note)


def _bounded(weight: float) -> str:
    return bans(weight) if abs(weight) < 99 else "+∞" if weight > 0 else "−∞"
