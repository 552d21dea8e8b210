"""When parties were on lists, and when goods passed between them: the order of days, and nothing more.

A bar is a stay on a list; an open end reaches to the edge. A diamond is a transfer of the party.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import (
    BLUE,
    INK,
    ORANGE,
    Spec,
    chart,
    edges,
    label_axis,
    span,
    step,
    time_axis,
)


@frozen
class Mark:
    """A stay on a list (``listing``) or a transfer (``transfer``) of one party."""

    party: str
    kind: str
    what: str
    when: Interval


def figure(id: str, marks: Iterable[Mark]) -> Figure:
    """Parties as lanes, in the order in which they are named. Raises ``ValueError`` when nothing is dated."""
    marks = tuple(mark for mark in marks if mark.when.first or mark.when.last)
    floor, ceiling = edges([mark.when for mark in marks])
    lanes = list(dict.fromkeys(mark.party for mark in marks))
    said = "; ".join(f"{m.party}: {m.what} {m.when.words}" for m in marks[:8])
    columns = [
        Column("Party", width=28),
        Column("Kind", width=12),
        Column("What", width=36),
        Column("Days", width=24),
    ]
    rows = [[mark.party, mark.kind, mark.what, mark.when.words] for mark in marks]
    return Figure(
        id,
        "Parties over time: bars are stays on a list, diamonds are transfers. The order of days is an "
        "observation; whether anything was breached depends on goods, licences and law.",
        f"{len(lanes)} parties, {floor} to {ceiling}: {said}.",
        _spec(marks, lanes, floor, ceiling),
        Table("Listings and transfers of parties", columns, rows, header_column=True),
    )


def _spec(marks: Sequence[Mark], lanes: list[str], floor: date, ceiling: date) -> Spec:
    rows: list[dict[str, Json]] = []
    for mark in marks:
        start, end = span(mark.when, floor, ceiling)
        rows.append(
            {
                "lane": mark.party,
                "kind": mark.kind,
                "what": mark.what,
                "from": start,
                "to": end,
                "mid": (start + end) // 2,
            }
        )
    order: list[Json] = [*lanes]
    y: Spec = {"field": "lane", "type": "nominal", "sort": order, "axis": label_axis(230, grid=True)}
    x: Spec = {**time_axis(floor, ceiling), "field": "from"}
    return chart(
        [
            {
                "transform": [{"filter": "datum.kind == 'listing'"}],
                "mark": {"type": "bar", "height": 9, "color": BLUE, "opacity": 0.45},
                "encoding": {"x": x, "x2": {"field": "to"}, "y": y},
            },
            {
                "transform": [{"filter": "datum.kind == 'transfer'"}],
                "mark": {
                    "type": "point",
                    "shape": "diamond",
                    "size": 90,
                    "fill": ORANGE,
                    "stroke": INK,
                    "opacity": 1,
                },
                "encoding": {"x": {**x, "field": "mid"}, "y": y},
            },
        ],
        rows,
        step(len(order), 30),
    )
