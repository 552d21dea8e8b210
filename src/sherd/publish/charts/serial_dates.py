"""Serial numbers over time: what was made or found when, with the pace where there is one.

Digits that are withheld are rounded away, so that the picture tells no more than the table.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import frozen

from sherd.model.casewide import DatedSerial
from sherd.model.document import Column, Figure, Json, Table
from sherd.model.production import Pace
from sherd.publish.charts.style import BLUE, HAIR, INK, ORANGE, SOFT, Spec, chart, day, time_axis
from sherd.publish.digits import rounded_down, withhold_digits

KINDS = {"not before": ("circle", BLUE), "recovered": ("diamond", ORANGE)}


@frozen
class Claim:
    """A claimed course as a reference line: words that say CLAIM, its first day, and numbers a day."""

    words: str
    first: date
    per_day: float


def figure(
    id: str,
    points: Sequence[DatedSerial],
    pace: Pace | None = None,
    withheld: int = 0,
    claims: Sequence[Claim] = (),
) -> Figure:
    """The points, the Theil–Sen line where there is a pace. Raises ValueError without a point."""
    if not points:
        raise ValueError("no serial has a day: nothing can be drawn")
    first, last = min(p.day for p in points), max(p.day for p in points)
    kinds = sorted({p.known_from for p in points})
    said = f"{len(points)} serials from {first} to {last}, days known as: {', '.join(kinds)}."
    if pace:
        said += f" Pace {pace.per_day:.2f} a day ({pace.lower:.2f} to {pace.upper:.2f})."
    columns = [
        Column("Item", width=24),
        Column("Serial", width=22),
        Column("Day", width=22),
        Column("Day known as", width=32),
    ]
    rows = [[p.item, withhold_digits(p.text, withheld), str(p.day), p.known_from] for p in points]
    return Figure(
        id,
        "Serial numbers over time. A circle stands at the day before which the item was not put together, a "
        f"diamond at its recovery{'; the line is the median pace' if pace else ''}."
        f"{' Lines marked CLAIM are what somebody said, and no evidence.' if claims else ''}",
        said,
        _spec(points, pace, withheld, claims, first, last),
        Table("Serial numbers over time", columns, rows, header_column=True),
    )


def _spec(
    points: Sequence[DatedSerial],
    pace: Pace | None,
    withheld: int,
    claims: Sequence[Claim],
    first: date,
    last: date,
) -> Spec:
    rows: list[dict[str, Json]] = [
        {"when": day(p.day), "number": rounded_down(p.number, withheld), "kind": p.known_from} for p in points
    ]
    kinds = [kind for kind in KINDS if any(p.known_from == kind for p in points)]
    shapes: list[Json] = [KINDS[kind][0] for kind in kinds]
    colours: list[Json] = [KINDS[kind][1] for kind in kinds]
    x: Spec = {**time_axis(first, last), "field": "when"}
    y: Spec = {
        "field": "number",
        "type": "quantitative",
        "scale": {"zero": False, "nice": True},
        "axis": {"title": "serial number", "gridColor": HAIR, "tickCount": 6},
    }
    layers: list[Spec] = [*_lines(pace, claims, first, last, x, y)]
    domain: list[Json] = [*kinds]
    layers.append(
        {
            "mark": {
                "type": "point",
                "filled": True,
                "size": 80,
                "stroke": INK,
                "strokeWidth": 0.7,
                "opacity": 1,
            },
            "encoding": {
                "x": x,
                "y": y,
                "shape": {"field": "kind", "type": "nominal", "scale": {"domain": domain, "range": shapes}},
                "fill": {"field": "kind", "type": "nominal", "scale": {"domain": domain, "range": colours}},
            },
        }
    )
    return chart(layers, rows, 230)


def _lines(
    pace: Pace | None, claims: Sequence[Claim], first: date, last: date, x: Spec, y: Spec
) -> list[Spec]:
    layers: list[Spec] = []
    if pace:
        ends = [_at(pace, when) for when in (first, last)]
        layers.append(_line(ends, x, y, INK, []))
    for claim in claims:
        start = max(first, claim.first)
        course: list[Json] = [
            {"when": day(when), "number": claim.per_day * (when - claim.first).days, "words": claim.words}
            for when in (start, last)
        ]
        layers.append(_line(course, x, y, SOFT, [6, 4]))
        end: list[Json] = [course[-1]]
        layers.append(
            {
                "data": {"values": end},
                "mark": {"type": "text", "align": "right", "dy": -7, "fontSize": 10.5, "color": SOFT},
                "encoding": {"x": x, "y": y, "text": {"field": "words"}},
            }
        )
    return layers


def _line(ends: Sequence[Json], x: Spec, y: Spec, colour: str, dash: Sequence[int]) -> Spec:
    return {
        "data": {"values": list(ends)},
        "mark": {"type": "line", "color": colour, "strokeWidth": 1.3, "strokeDash": list(dash)},
        "encoding": {"x": x, "y": y},
    }


def _at(pace: Pace, when: date) -> Json:
    return {
        "when": day(when),
        "number": pace.intercept + pace.per_day * (when - pace.origin) / timedelta(days=1),
    }
