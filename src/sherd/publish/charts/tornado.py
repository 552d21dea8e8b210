"""What the weight would be without one finding, group, specimen or recovery: the longest bar first.

A bar runs from the weight with everything to the weight without the thing named; its end is what is left.
The shaded steps are those of the verbal scale, so that one sees which omission would change a word.
"""

from collections.abc import Sequence

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.weights import LeaveOut, PairWeight
from sherd.publish.charts.style import (
    BLUE,
    INK,
    ORANGE,
    PAPER,
    Spec,
    bans,
    bans_axis,
    chart,
    label_axis,
    reach,
    step,
    steps,
)

CHANGES: Spec = {"type": "point", "shape": "diamond", "size": 60, "fill": PAPER}

MOST = 14
"""How many bars are drawn; the table has all."""


def tornado(pair: PairWeight, id: str) -> Figure:
    """The tornado of one pair of hypotheses, in bans, positive towards the first.

    Raises ``ValueError`` for a pair from which nothing can be left out.
    """
    if not pair.leave_outs:
        raise ValueError(f"nothing can be left out of {pair.h1} against {pair.h2}")
    ordered = sorted(
        pair.leave_outs, key=lambda left: (-abs(left.default - pair.default), left.kind, left.name)
    )
    first = ordered[0]
    changing = [left for left in ordered if left.changes]
    words = "no single omission changes what the pair is called"
    if changing:
        words = f"{len(changing)} of {len(ordered)} omissions change what the pair is called"
    sides = f"{pair.h1} against {pair.h2}"
    drawn = f" Drawn: the {MOST} largest of {len(ordered)}." if len(ordered) > MOST else ""
    return Figure(
        id,
        f"{sides}: the default weight without one thing, in bans; {words}.{drawn}",
        f"{sides}: {bans(pair.default)} bans with everything. The largest change is without the "
        f"{first.kind} {first.name}: {bans(first.default)}. {words[0].upper()}{words[1:]}.",
        _spec(pair, ordered[:MOST]),
        _twin(sides, ordered),
    )


def _spec(pair: PairWeight, drawn: Sequence[LeaveOut]) -> Spec:
    rows: list[dict[str, Json]] = [
        {
            "name": _named(left),
            "from": pair.default,
            "to": left.default,
            "said": bans(left.default),
            "changes": left.changes,
        }
        for left in drawn
    ]
    low, high = reach([0.0, pair.default, *(left.default for left in drawn)])
    x: Spec = bans_axis(low, high, pair.h1, pair.h2)
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "sort": [row["name"] for row in rows],
        "axis": label_axis(190, labelPadding=8),
    }
    fill: Spec = {"condition": {"test": "abs(datum.to) < abs(datum.from)", "value": ORANGE}, "value": BLUE}
    left_of, right_of = "datum.to < datum.from", "datum.to >= datum.from"
    return chart(
        [
            *steps(low, high, x),
            {
                "mark": {"type": "bar", "height": 11},
                "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "fill": fill},
            },
            *(_number(which, align, away, x, y) for which, align, away in (
                (left_of, "right", -9), (right_of, "left", 9))),
            {
                "transform": [{"filter": "datum.changes"}],
                "mark": {"type": "point", "shape": "diamond", "size": 60, "fill": PAPER, "stroke": INK,
                "opacity": 1},
                "encoding": {"x": {**x, "field": "to"}, "y": y},
            },
            {
                "data": {"values": [{"from": pair.default}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2, "strokeDash": [3, 2]},
                "encoding": {"x": x},
            },
        ],
        rows,
        step(len(rows), 21),
    )  # fmt: skip


def _number(which: str, align: str, away: int, x: Spec, y: Spec) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "text", "align": align, "dx": away, "fontSize": 10, "color": INK},
        "encoding": {"x": {**x, "field": "to"}, "y": y, "text": {"field": "said"}},
    }


def _named(left: LeaveOut) -> str:
    return f"without {left.kind} {left.name}"


def _twin(sides: str, ordered: Sequence[LeaveOut]) -> Table:
    columns = [
        Column("Without", width=36),
        Column("Default", "right", width=12),
        Column("Reported", "right", width=12),
        Column("Would read", width=28),
        Column("Changes", width=12),
    ]
    rows: list[list[Inline]] = [
        [
            f"{left.kind} {left.name}",
            bans(left.default),
            bans(left.reported),
            left.words,
            "yes" if left.changes else "no",
        ]
        for left in ordered
    ]
    return Table(f"{sides}: without one thing", columns, rows, header_column=True)
