"""When the parts were made, when the item came into hands, when it was documented, on one ruler.

A bar is an interval: somewhere inside it the thing happened. The ruler dates parts, not breaches, and a part
dates the whole only if it is original to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.document import Column, Figure, Json, Table
from sherd.model.timing import ControlDate
from sherd.publish.charts.style import (
    BLUE,
    INK,
    ORANGE,
    SKY,
    SOFT,
    Spec,
    chart,
    day,
    edges,
    label_axis,
    span,
    step,
    time_axis,
)

KINDS = ("made", "read", "recovered", "documented")
COLOURS = {"made": SKY, "read": "#ffffff", "recovered": ORANGE, "documented": "#c3c8cf"}
SHAPES = {"made": "circle", "read": "triangle", "recovered": "diamond", "documented": "square"}

MOST_ROWS = 44
"""With more bars than this, those of one kind share a row in each lane."""


DASHED = " A dashed line is a control date that the case states: it shows no breach."


@frozen
class Bar:
    """One dated thing in the ``lane`` of its item; ``kind`` is made (as published), read (from a
    marking), recovered, documented or a new word."""

    lane: str
    label: str
    kind: str
    when: Interval

    @property
    def first(self) -> date:
        """The first day it could have been: for sorting."""
        return self.when.first or date.min


def figure(id: str, bars: Iterable[Bar], controls: Sequence[ControlDate] = ()) -> Figure:
    """The ruler, lanes in the order in which they are first named; control dates stand across all lanes.

    Raises ValueError when no bar names a day.
    """
    bars = tuple(bars)
    floor, ceiling = edges([*(bar.when for bar in bars), *(Interval(c.when, c.when) for c in controls)])
    lanes = list(dict.fromkeys(bar.lane for bar in bars))
    alt = f"{len(bars)} dated things in {len(lanes)} lanes, {floor} to {ceiling}. " + " ".join(
        _said(lane, [bar for bar in bars if bar.lane == lane]) for lane in lanes[:6]
    )
    columns = [
        Column("Item", width=24),
        Column("What", width=34),
        Column("Kind", width=14),
        Column("When", width=28),
    ]
    rows = [[bar.lane, bar.label, bar.kind, bar.when.words] for bar in bars]
    rows += [["all", f"{c.words} ({c.source})", "control date", str(c.when)] for c in controls]
    said = "".join(f" Control date {c.when}: {c.words} ({c.source})." for c in controls)
    return Figure(
        id,
        "Dates of parts and events. A bar spans every day that the record allows; the dark line is the "
        f"earliest recovery of the item.{_of_parts(bars)}{DASHED if controls else ''}",
        alt + said,
        _spec(bars, floor, ceiling, controls),
        Table("Dates of parts and events", columns, rows, header_column=True),
    )


def _of_parts(bars: Sequence[Bar]) -> str:
    if all(bar.kind != "read" for bar in bars):
        return ""
    return (
        " Filled bars (made) are dates that a publisher states; white bars with a triangle (read) are what "
        "a convention makes of the date code in the marking."
    )


def _said(lane: str, bars: Sequence[Bar]) -> str:
    kinds: dict[str, list[Interval]] = defaultdict(list)
    for bar in bars:
        kinds[bar.kind].append(bar.when)
    parts = [f"{kind} {min(whens, key=_start).words}{_more(whens)}" for kind, whens in kinds.items()]
    return f"{lane}: {', '.join(parts)}."


def _more(whens: Sequence[Interval]) -> str:
    return f" and {len(whens) - 1} more" if len(whens) > 1 else ""


def _start(when: Interval) -> date:
    return when.first or date.min


def _spec(bars: Sequence[Bar], floor: date, ceiling: date, controls: Sequence[ControlDate]) -> Spec:
    crowded = len(bars) > MOST_ROWS
    found: dict[str, int] = {}
    for bar in bars:
        if bar.kind == "recovered" and bar.when.first:
            at = span(bar.when, floor, ceiling)[0]
            found[bar.lane] = min(found.get(bar.lane, at), at)
    rows: list[dict[str, Json]] = []
    for number, bar in enumerate(bars):
        start, end = span(bar.when, floor, ceiling)
        name = f"{bar.lane} · {bar.kind if crowded or bar.label == bar.kind else bar.label}"
        key = name if crowded else f"{number:04d} {name}"
        row: dict[str, Json] = {"row": key, "name": name, "kind": bar.kind, "from": start, "to": end}
        row |= {
            "mid": (start + end) // 2,
            "open_from": bar.when.first is None,
            "open_to": bar.when.last is None,
        }
        rows.append(row | ({"found": found[bar.lane]} if bar.lane in found else {}))
    order: list[Json] = list(dict.fromkeys(row["row"] for row in rows))
    label = "datum.value" if crowded else "slice(datum.value, 5)"
    y: Spec = {"field": "row", "type": "nominal", "sort": order, "axis": label_axis(250, labelExpr=label)}
    layers = _layers(y, floor, ceiling, sorted({bar.kind for bar in bars}, key=_rank))
    return chart([*layers, *_control_lines(controls, floor, ceiling)], rows, step(len(order), 18))


def _control_lines(controls: Sequence[ControlDate], floor: date, ceiling: date) -> list[Spec]:
    """A dashed line with its day above, names in the table; neighbours stand on two heights."""
    x: Spec = {**time_axis(floor, ceiling), "field": "at"}
    found: list[Spec] = []
    for number, control in enumerate(controls):
        values: list[Json] = [{"at": day(control.when), "words": str(control.when)}]
        found.append(
            {
                "data": {"values": values},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2, "strokeDash": [4, 3]},
                "encoding": {"x": x},
            }
        )
        found.append(
            {
                "data": {"values": values},
                "mark": {"type": "text", "y": -7 - 12 * (number % 2), "fontSize": 10, "color": INK},
                "encoding": {"x": x, "text": {"field": "words"}},
            }
        )
    return found


def _rank(kind: str) -> tuple[int, str]:
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), kind)


def _layers(y: Spec, floor: date, ceiling: date, kinds: list[str]) -> list[Spec]:
    domain: list[Json] = [*kinds]
    colours: list[Json] = [COLOURS.get(kind, SOFT) for kind in kinds]
    shapes: list[Json] = [SHAPES.get(kind, "cross") for kind in kinds]
    x: Spec = {**time_axis(floor, ceiling), "field": "from"}
    fill: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": domain, "range": colours}}
    shape: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": domain, "range": shapes}}
    ends: list[Spec] = [
        {
            "transform": [{"filter": f"datum.open_{end}"}],
            "mark": {"type": "point", "shape": way, "filled": True, "color": INK, "size": 60, "opacity": 1},
            "encoding": {"x": {**x, "field": end}, "y": y},
        }
        for end, way in (("from", "triangle-left"), ("to", "triangle-right"))
    ]
    return [
        {
            "mark": {"type": "bar", "height": 9, "stroke": BLUE, "strokeWidth": 0.4, "opacity": 0.9},
            "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "fill": fill},
        },
        {
            "transform": [{"filter": "isValid(datum.found) && datum.kind !== 'recovered'"}],
            "mark": {"type": "tick", "color": INK, "thickness": 1.5, "size": 18},
            "encoding": {"x": {**x, "field": "found"}, "y": y},
        },
        {
            "mark": {"type": "point", "size": 38, "stroke": INK, "strokeWidth": 0.8, "opacity": 1},
            "encoding": {"x": {**x, "field": "mid"}, "y": y, "shape": shape, "fill": fill},
        },
        *ends,
    ]
