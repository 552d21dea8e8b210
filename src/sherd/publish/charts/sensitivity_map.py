"""The weight under each of the 27 settings of the method: what it is, and how far the settings move it.

Dark is heavy, light is little; the number stands in every field. Framed are the default settings and the
weakest cell, which is what is reported where all cells have one sign.
"""

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.weights import Cell, PairWeight
from sherd.publish.charts.style import INK, PAPER, Spec, bans, chart, label_axis

RAMPS = {
    1: ("#eef3f8", "#c9dbec", "#93b4d6", "#5585b5", "#1f5a94"),
    -1: ("#fbf0e6", "#f3d2b3", "#e6a46c", "#d9702b", "#a04a10"),
}
"""Light to dark, towards the first account in blue and towards the second in orange."""

DEFAULT = (1.0, 0.5, 0.05)


def figure(pair: PairWeight, id: str) -> Figure:
    """The map of one pair. Raises ``ValueError`` for a pair without a grid."""
    if not pair.grid:
        raise ValueError(f"{pair.h1} against {pair.h2} has no grid")
    sides = f"{pair.h1} against {pair.h2}"
    weakest = _weakest(pair)
    told = (
        f"weakest {bans(weakest.weight)} at {_named(weakest)}"
        if weakest
        else "the sign is not the same everywhere"
    )
    return Figure(
        id,
        f"{sides}: the weight in bans under each of the {len(pair.grid)} settings; {told}. A: imaginary "
        "specimens, ρ: dependence within groups, ε: contamination.",
        f"{sides}: {bans(pair.lo)} to {bans(pair.hi)} bans over {len(pair.grid)} settings, {told}.",
        _spec(pair, weakest),
        _twin(pair, sides),
    )


def _weakest(pair: PairWeight) -> Cell | None:
    one_sign = pair.lo > 0 or pair.hi < 0
    return min(pair.grid, key=lambda cell: abs(cell.weight)) if one_sign else None


def _spec(pair: PairWeight, weakest: Cell | None) -> Spec:
    rows: list[dict[str, Json]] = [
        {
            "column": f"ρ {cell.rho:g} · ε {cell.epsilon:g}",
            "row": f"A = {cell.pseudo_count:g}",
            "said": bans(cell.weight),
            "fill": _shade(cell.weight),
            "dark": abs(cell.weight) >= 2.0,
            "frame": "default" if _is_default(cell) else "weakest" if cell == weakest else "",
        }
        for cell in pair.grid
    ]
    columns: list[Json] = list(dict.fromkeys(row["column"] for row in rows))
    lines: list[Json] = list(dict.fromkeys(row["row"] for row in rows))
    place: Spec = {
        "x": {"field": "column", "type": "nominal", "sort": columns,
              "axis": label_axis(90, orient="top", labelAngle=0, labelFontSize=9.5)},
        "y": {"field": "row", "type": "nominal", "sort": lines, "axis": label_axis(80)},
    }  # fmt: skip
    ink: Spec = {"condition": {"test": "datum.dark", "value": PAPER}, "value": INK}
    return chart(
        [
            {
                "mark": {"type": "rect", "stroke": PAPER, "strokeWidth": 1},
                "encoding": {**place, "fill": {"field": "fill", "type": "nominal", "scale": None}},
            },
            {
                "transform": [{"filter": "datum.frame !== ''"}],
                "mark": {"type": "rect", "stroke": INK, "strokeWidth": 1.8, "fillOpacity": 0},
                "encoding": place,
            },
            {"mark": {"type": "text", "fontSize": 10.5, "dy": -3},
             "encoding": {**place, "text": {"field": "said"}, "color": ink}},
            {"mark": {"type": "text", "fontSize": 8, "dy": 9},
             "encoding": {**place, "text": {"field": "frame"}, "color": ink}},
        ],
        rows,
        {"step": 34},
    )  # fmt: skip


def _shade(weight: float) -> str:
    ramp = RAMPS[1 if weight >= 0 else -1]
    return ramp[min(int(abs(weight) / 0.5), len(ramp) - 1)]


def _is_default(cell: Cell) -> bool:
    return (cell.pseudo_count, cell.rho, cell.epsilon) == DEFAULT


def _named(cell: Cell) -> str:
    return f"A = {cell.pseudo_count:g}, ρ = {cell.rho:g}, ε = {cell.epsilon:g}"


def _twin(pair: PairWeight, sides: str) -> Table:
    columns = [Column("A", "right"), Column("ρ", "right"), Column("ε", "right"), Column("Bans", "right")]
    rows: list[list[Inline]] = [
        [f"{cell.pseudo_count:g}", f"{cell.rho:g}", f"{cell.epsilon:g}", bans(cell.weight)]
        for cell in pair.grid
    ]
    return Table(f"{sides}: the weight under each setting", columns, rows)
