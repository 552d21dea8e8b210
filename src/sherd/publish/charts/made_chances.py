"""How many were made: the chances of each number, with median and upper end.

Where there are many numbers they are drawn in bins of equal width; the chances of a bin are added.
"""

from attrs import frozen

from sherd.model.document import Column, Figure, Json, Table
from sherd.model.serials import Chances
from sherd.publish.charts.style import BLUE, HAIR, INK, SKY, Spec, chart

BINS = 60


@frozen
class Bin:
    """Numbers from ``first`` to ``last``, both held, and the probability of all of them."""

    first: int
    last: int
    p: float


def figure(id: str, series: str, chances: Chances, median: int, upper: int, seen: int) -> Figure:
    """The posterior of the number made. Raises ValueError where nothing is listed."""
    bins = binned(chances)
    beyond = f" {chances.beyond:.1%} lies beyond the picture." if chances.beyond > 0.0005 else ""
    columns = [Column("Number made", width=50), Column("Probability", "right", width=50)]
    rows = [[_range(b), f"{b.p:.3f}"] for b in bins if b.p >= 0.0005]
    rows.append([f"more than {bins[-1].last:,}", f"{chances.beyond:.3f}"])
    return Figure(
        id,
        f"How many of the series {series} were made, as far as {seen} independent serials tell under a flat "
        f"prior; the lines stand at the median and at the number not exceeded with 95 %.{beyond}",
        f"Chances fall from {bins[0].first:,}; median about {median:,}, 95 % by {upper:,}.{beyond}",
        _spec(bins, median, upper),
        Table(f"How many of the series {series} were made", columns, rows, header_column=True),
    )


def binned(chances: Chances, bins: int = BINS) -> list[Bin]:
    """The chances in at most ``bins`` bins. Raises ValueError where nothing is listed.

    >>> binned(Chances(5, (0.5, 0.25, 0.25)), 2)
    [Bin(first=5, last=6, p=0.75), Bin(first=7, last=7, p=0.25)]
    """
    if not chances.p:
        raise ValueError("no number has a probability: nothing can be drawn")
    width = -(-len(chances.p) // bins)
    return [
        Bin(
            chances.first + at,
            chances.first + min(at + width, len(chances.p)) - 1,
            sum(chances.p[at : at + width]),
        )
        for at in range(0, len(chances.p), width)
    ]


def _range(bin: Bin) -> str:
    return f"{bin.first:,}" if bin.first == bin.last else f"{bin.first:,} to {bin.last:,}"


def _spec(bins: list[Bin], median: int, upper: int) -> Spec:
    rows: list[dict[str, Json]] = [
        {"from": b.first - 0.5, "to": b.last + 0.5, "p": b.p, "zero": 0} for b in bins
    ]
    x: Spec = {
        "field": "from",
        "type": "quantitative",
        "scale": {"zero": False, "nice": False},
        "axis": {"title": "number made", "grid": False, "tickCount": 8},
    }
    y: Spec = {
        "field": "p",
        "type": "quantitative",
        "axis": {"title": "probability", "gridColor": HAIR, "tickCount": 4},
    }
    marks: list[Json] = [
        {"from": median, "words": f"median {median:,}"},
        {"from": upper, "words": f"95 % by {upper:,}"},
    ]
    return chart(
        [
            {
                "mark": {"type": "bar", "color": SKY, "stroke": BLUE, "strokeWidth": 0.5},
                "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "y2": {"field": "zero"}},
            },
            {
                "data": {"values": marks},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.3, "strokeDash": [5, 3]},
                "encoding": {"x": x},
            },
            {
                "data": {"values": marks},
                "mark": {"type": "text", "align": "left", "dx": 5, "y": 8, "fontSize": 10.5, "color": INK},
                "encoding": {"x": x, "text": {"field": "words"}},
            },
        ],
        rows,
        190,
    )
