"""Shipments whose text may name a watched part, month by month and corridor by corridor.

A possible match is a number in a text, never a finding about a party; a month without a mark is a month
without a possible match in the file, not without trade.
"""

from __future__ import annotations

from collections.abc import Mapping

from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import BLUE, HAIR, INK, Spec, chart


def figure(id: str, rows: Mapping[tuple[str, str], int]) -> Figure:
    """Rows with a possible match by (month as 2023-05, corridor). Raises ``ValueError`` without any."""
    if not rows:
        raise ValueError("no shipment with a possible match: nothing to draw")
    ordered = sorted(rows.items())
    corridors = list(
        dict.fromkeys(corridor for (_, corridor), _ in sorted(ordered, key=lambda each: -each[1]))
    )
    months = sorted({month for month, _ in rows})
    total = sum(rows.values())
    most = max(ordered, key=lambda each: each[1])
    columns = [Column("Month", width=25), Column("Corridor", width=45), Column("Rows", "right", width=30)]
    cells = [[month, corridor, str(count)] for (month, corridor), count in ordered]
    return Figure(
        id,
        "Shipment rows with a possible match, by month and corridor: numbers in texts, never a finding "
        "about a party. Unless clearly stated, no malpractice is inferred of makers or parties earlier in "
        "the supply chain.",
        f"{total} rows in {len(corridors)} corridors, {months[0]} to {months[-1]}; most in {most[0][0]}, "
        f"{most[0][1]}: {most[1]}.",
        _spec(rows, months, corridors),
        Table("Shipment rows with a possible match", columns, cells, header_column=True),
    )


def _spec(rows: Mapping[tuple[str, str], int], months: list[str], corridors: list[str]) -> Spec:
    order: list[Json] = [*months]
    lanes: list[Json] = [*corridors]
    values: list[dict[str, Json]] = [
        {"month": month, "corridor": corridor, "rows": count, "said": str(count)}
        for (month, corridor), count in sorted(rows.items())
    ]
    x: Spec = {
        "field": "month",
        "type": "ordinal",
        "sort": order,
        "axis": {"title": None, "labelAngle": -45, "labelOverlap": True, "grid": False},
    }
    y: Spec = {
        "field": "corridor",
        "type": "nominal",
        "sort": lanes,
        "axis": {"title": None, "labelLimit": 210, "gridColor": HAIR, "grid": True},
    }
    size: Spec = {
        "field": "rows",
        "type": "quantitative",
        "scale": {"type": "sqrt", "range": [20, 500], "domainMin": 0},
        "legend": None,
    }
    dots: Spec = {
        "mark": {"type": "circle", "color": BLUE, "opacity": 0.35},
        "encoding": {"x": x, "y": y, "size": size},
    }
    words: Spec = {
        "mark": {"type": "text", "color": INK, "fontSize": 10},
        "encoding": {"x": x, "y": y, "text": {"field": "said", "type": "nominal"}},
    }
    return chart([dots, words], values, {"step": 34})
