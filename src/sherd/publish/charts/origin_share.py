"""The share of one origin among what was found, month by month, and after which month it changed.

Bars count finds (items of one strike are one); the darker part is of the origin. Below, the chance of a
change after each month.
"""

from sherd.model.changes import OriginShare
from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import BLUE, HAIR, INK, SKY, Spec, chart

OTHER = "#f4f5f7"


def figure(id: str, found: OriginShare) -> Figure:
    """The share and the chance of a change in one picture, on one axis of months."""
    change = found.change
    after = (*change.p, None)
    rows = [
        [p.name, f"{p.count:g}", f"{p.of:g}", "—" if chance is None else f"{chance:.3f}"]
        for p, chance in zip(found.periods, after, strict=True)
    ]
    columns = [
        Column("Month", width=25),
        Column(f"Of origin {found.origin}", "right", width=25),
        Column("Finds", "right", width=20),
        Column("Chance of a change after it", "right", width=30),
    ]
    return Figure(
        id,
        f"Finds of origin {found.origin} (blue, the darker part) among all finds, by month of recovery; "
        "the line is the chance, on the right, that the share changed after that month, given that it "
        "changed once.",
        f"Share about {change.before:.0%} until {change.last_before}, {change.after:.0%} after; the change "
        f"lies between {change.span[0]} and {change.span[1]} at {change.level:.0%}.",
        _spec(found),
        Table(f"Finds of origin {found.origin} by month", columns, rows, header_column=True),
    )


def _spec(found: OriginShare) -> Spec:
    months: list[Json] = [period.name for period in found.periods]
    rows: list[dict[str, Json]] = []
    for period, chance in zip(found.periods, (*found.change.p, None), strict=True):
        rows.append({"month": period.name, "count": period.count, "of": period.of, "chance": chance})
    x: Spec = {
        "field": "month",
        "type": "ordinal",
        "sort": months,
        "axis": {"title": None, "labelAngle": -45, "labelOverlap": True, "grid": False},
    }
    y: Spec = {
        "type": "quantitative",
        "axis": {"title": "finds", "gridColor": HAIR, "tickMinStep": 1, "tickCount": 5},
    }
    bars: Spec = {
        "layer": [
            {
                "mark": {"type": "bar", "color": OTHER, "stroke": INK, "strokeWidth": 0.5},
                "encoding": {"x": x, "y": {**y, "field": "of"}},
            },
            {
                "mark": {"type": "bar", "color": SKY, "stroke": BLUE, "strokeWidth": 1.2},
                "encoding": {"x": x, "y": {**y, "field": "count"}},
            },
        ]
    }
    chances: Spec = {
        "transform": [{"filter": "isValid(datum.chance)"}],
        "mark": {
            "type": "line",
            "color": INK,
            "strokeWidth": 1.8,
            "point": {
                "filled": True,
                "fill": "#ffffff",
                "stroke": INK,
                "strokeWidth": 0.6,
                "size": 42,
                "opacity": 1,
            },
        },
        "encoding": {
            "x": x,
            "y": {
                "field": "chance",
                "type": "quantitative",
                "scale": {"domain": [0, 1]},
                "axis": {
                    "title": "chance of a change after",
                    "orient": "right",
                    "grid": False,
                    "tickCount": 5,
                },
            },
        },
    }
    return chart([bars, chances], rows, 220, resolve={"scale": {"y": "independent"}})
