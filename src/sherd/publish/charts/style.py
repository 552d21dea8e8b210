"""What all charts look like: the width of an A4 text, one typeface, colours told apart by anyone.

Blue and orange are told apart with every common colour blindness, and each colour used for a kind has its
own lightness, so that a grey print keeps the kinds apart; a sign says the same again.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from sherd.data import rows as shipped
from sherd.model.dates import Interval
from sherd.model.document import Json

FONT = "Noto Sans, Arial, sans-serif"
WIDTH = 612
"""Pixels of the widest chart: 162 mm, the text width of an A4 page."""

INK, SOFT, HAIR, PAPER = "#1b1f24", "#565f6b", "#d5d9df", "#ffffff"
BLUE, SKY, ORANGE, SAND = "#1f5a94", "#9cc3e6", "#d9702b", "#f3e3c3"

CROSS = "M-0.8,-0.8L0.8,0.8M-0.8,0.8L0.8,-0.8"
HATCH = "M-1,0.2L0.2,-1M-1,1L1,-1M-0.2,1L1,-0.2"

Spec = dict[str, Json]


def chart(layers: Sequence[Spec], rows: Sequence[Mapping[str, Json]], height: Json, **more: Json) -> Spec:
    """A layered chart as wide as the text; ``height`` in pixels, or ``{"step": pixels per row}``."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": list(rows)},
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 2,
        "layer": list(layers),
        "config": CONFIG,
        **more,
    }


def step(rows: int, usual: int) -> Spec:
    """The height of a row: ``usual`` pixels, less where many rows must stand on one page, 13 at least."""
    return {"step": max(13, min(usual, 780 // max(rows, 1)))}


def overhang(last: str, angle: float, limit: int, columns: int) -> Spec:
    """The padding of a chart over whose right edge the slanted label of its last column reaches.

    ``angle`` in degrees, ``limit`` in pixels as given to the axis; a character is taken for 6.3 pixels wide.
    """
    reach = math.cos(math.radians(angle)) * min(limit, 6.3 * len(last)) - 180 / max(columns, 1)
    return {"left": 2, "top": 2, "bottom": 2, "right": max(2, round(reach))}


def label_axis(limit: int = 210, **more: Json) -> Spec:
    """The axis of a column of names: no lines, long names cut with an ellipsis (the twin table has them)."""
    return {
        "title": None,
        "labelLimit": limit,
        "labelColor": INK,
        "ticks": False,
        "domain": False,
        "grid": False,
        **more,
    }


def time_axis(floor: date, ceiling: date, marks: int = 8) -> Spec:
    """Days from ``floor`` to ``ceiling`` on a horizontal ruler with about so many marks, in UTC.

    A ruler of few days has one mark for each, so that none is written twice.
    """
    days = (ceiling - floor).days
    ticks: Json = {"interval": "day", "step": 1} if days < 8 else marks
    return {
        "type": "temporal",
        "scale": {"type": "utc", "nice": False, "domain": list(domain(floor, ceiling))},
        "axis": {
            "title": None,
            "grid": True,
            "gridColor": HAIR,
            "labelOverlap": True,
            "labelSeparation": 8,
            "tickCount": ticks,
            "format": "%b %Y" if days > 120 else "%d %b %Y",
        },
    }


def domain(floor: date, ceiling: date) -> tuple[int, int]:
    """First and last millisecond of a ruler: its days, and a fortieth of air on both sides, or a day."""
    start, end = span(Interval(floor, ceiling), floor, ceiling)
    air = max((end - start) // 40, 86_400_000)
    return start - air, end + air


def day(when: date) -> int:
    """Milliseconds since 1970 at the start of a day in UTC, which is how a chart counts time."""
    return int(datetime(when.year, when.month, when.day, tzinfo=UTC).timestamp() * 1000)


def span(when: Interval, floor: date, ceiling: date) -> tuple[int, int]:
    """The start of the first day and the end of the last; an open end reaches to the edge of the chart."""
    return day(when.first or floor), day(min((when.last or ceiling) + timedelta(days=1), date.max))


def sign_at(when: Interval, floor: date, ceiling: date) -> float:
    """Where the sign for some days stands: in their middle; on the one day that is known of an open interval.

    What was said *by* a day is not drawn as said half a year before it.
    """
    known = Interval(when.first or when.last, when.last or when.first)
    return sum(span(known, floor, ceiling)) / 2


def edges(whens: Sequence[Interval]) -> tuple[date, date]:
    """The first and last day that any of the intervals names. Raises ValueError when none names any."""
    days = [day for when in whens for day in (when.first, when.last) if day is not None]
    if not days:
        raise ValueError("no interval names a day")
    return min(days), max(days)


def bans(weight: float) -> str:
    """A weight as it is printed.

    >>> bans(-0.945), bans(2.0488)
    ('−0.94', '+2.05')
    """
    return f"{weight:+.2f}".replace("-", "−")


LEGEND: Spec = {
    "orient": "bottom",
    "title": None,
    "labelFontSize": 10.5,
    "labelColor": INK,
    "labelLimit": 260,
    "symbolSize": 90,
    "offset": 8,
    "columnPadding": 18,
}


def reach(weights: Iterable[float]) -> tuple[int, int]:
    """The whole bans between which an axis holds these weights, with air for a number at either end.

    >>> reach([0.0, 2.05, -0.2])
    (-1, 3)
    """
    weights = list(weights)
    return math.floor(min(weights) - 0.35), math.ceil(max(weights) + 0.35)


def bans_axis(low: int, high: int, h1: str, h2: str) -> Spec:
    """A horizontal axis of weights in bans, positive towards the first of two accounts."""
    return {
        "field": "from",
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False},
        "axis": {
            "title": f"‹ towards {h2}   (bans)   towards {h1} ›",
            "values": list(range(low, high + 1)),
            "grid": False,
            "labelExpr": "datum.value ? format(datum.value, '+d') : '0'",
        },
    }


def steps(low: float, high: float, x: Spec) -> list[Spec]:
    """The verbal scale as shaded steps on both sides of nought, with its words above."""
    scale = [(math.log10(float(row["lr_from"])), row["words"]) for row in shipped("verbal_scale")]
    found: list[Json] = []
    for at, (start, words) in enumerate(scale[1:], start=1):
        end = scale[at + 1][0] if at + 1 < len(scale) else 99.0
        said = words.removesuffix(" support").replace(" ", "\n")
        found += [
            {
                "from": max(a, low),
                "to": min(b, high),
                "shade": at % 2,
                "words": said,
                "mid": (max(a, low) + min(b, high)) / 2,
            }
            for a, b in ((start, end), (-end, -start))
            if max(a, low) < min(b, high)
        ]
    shade: Spec = {"condition": {"test": "datum.shade === 1", "value": "#f1f3f6"}, "value": "#e6eaef"}
    wide = "(datum.to - datum.from) > 0.55"
    return [
        {
            "data": {"values": found},
            "mark": {"type": "rect"},
            "encoding": {"x": x, "x2": {"field": "to"}, "fill": shade},
        },
        {
            "data": {"values": found},
            "transform": [{"filter": wide}],
            "mark": {
                "type": "text",
                "y": -24,
                "baseline": "top",
                "lineBreak": "\n",
                "fontSize": 9,
                "color": SOFT,
            },
            "encoding": {"x": {**x, "field": "mid"}, "text": {"field": "words"}},
        },
        {"data": {"values": [{"from": 0}]}, "mark": {"type": "rule", "color": INK}, "encoding": {"x": x}},
    ]


CONFIG: Spec = {
    "font": FONT,
    "background": PAPER,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 10.5,
        "titleFontSize": 10.5,
        "titleFontWeight": "normal",
        "labelColor": SOFT,
        "titleColor": SOFT,
        "tickColor": HAIR,
        "domainColor": HAIR,
        "labelPadding": 5,
    },
    "legend": LEGEND,
}
