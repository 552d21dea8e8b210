"""How any prior would be moved by a weight: what the reader believed before, what the findings leave of it.

sherd has no prior. The curve shows what each reader's own becomes; the straight line is no evidence at all.
"""

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.reasoning import moved
from sherd.model.weights import PairWeight
from sherd.publish.charts.style import BLUE, INK, SKY, SOFT, Spec, chart

PRIORS = (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)
"""The priors of the table."""

CURVES = ("reported: weakest of all settings", "default settings", "no evidence")
STEPS = 60


def curve(pair: PairWeight, id: str) -> Figure:
    """The curve of one pair; raises ``ValueError`` for one that is refused, from which nothing follows."""
    if pair.refused:
        raise ValueError(f"{pair.h1} against {pair.h2} is refused: no prior is moved by it")
    half, tenth = moved(0.5, pair.reported), moved(0.1, pair.reported)
    return Figure(
        id,
        f"What a prior probability of {pair.h1}, against {pair.h2} alone, becomes by the findings. The prior "
        "is the reader's; the band spans all settings of the method.",
        f"By the reported weight a prior of 0.10 becomes {tenth:.2f}, one of 0.50 becomes {half:.2f}; the "
        "posterior depends on the prior, of which nothing is said here.",
        _spec(pair),
        _twin(pair),
    )


def _spec(pair: PairWeight) -> Spec:
    at = [(n / STEPS) ** 2 for n in range(STEPS + 1)]  # closest where the curve is steepest
    weights = dict(zip(CURVES, (pair.reported, pair.default, 0.0), strict=True))
    rows: list[dict[str, Json]] = [
        {"prior": prior, "posterior": moved(prior, weight), "curve": name}
        for name, weight in weights.items()
        for prior in at
    ]
    band: list[Json] = [
        {"prior": prior, "low": moved(prior, pair.lo), "high": moved(prior, pair.hi)} for prior in at
    ]
    x: Spec = {
        "field": "prior",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {
            "title": f"prior probability of {pair.h1}, the reader's own",
            "grid": True,
            "format": ".1f",
            "values": [n / 10 for n in range(11)],
        },
    }
    y: Spec = {
        "field": "low",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"title": "posterior", "grid": True, "format": ".1f", "tickCount": 5},
    }
    dash: Spec = {
        "field": "curve",
        "type": "nominal",
        "scale": {"domain": list(CURVES), "range": [[1, 0], [7, 4], [2, 3]]},
        "legend": {"columns": 3, "symbolType": "stroke", "symbolSize": 400},
    }
    colour: Spec = {"condition": {"test": f"datum.curve === '{CURVES[2]}'", "value": SOFT}, "value": INK}
    return chart(
        [
            {
                "data": {"values": band},
                "mark": {"type": "area", "color": SKY, "opacity": 0.55, "line": False},
                "encoding": {"x": x, "y": y, "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "strokeWidth": 1.8, "color": BLUE},
                "encoding": {"x": x, "y": {**y, "field": "posterior"}, "strokeDash": dash, "stroke": colour},
            },
        ],
        rows,
        230,
    )


def _twin(pair: PairWeight) -> Table:
    columns = [
        Column(f"Prior of {pair.h1}", "right", width=20),
        Column("By the reported weight", "right", width=26),
        Column("At the default settings", "right", width=26),
        Column("Over all settings", "right", width=28),
    ]
    rows: list[list[Inline]] = [
        [
            f"{prior:.2f}",
            f"{moved(prior, pair.reported):.3f}",
            f"{moved(prior, pair.default):.3f}",
            f"{moved(prior, pair.lo):.3f} … {moved(prior, pair.hi):.3f}",
        ]
        for prior in PRIORS
    ]
    return Table(f"{pair.h1} against {pair.h2}: prior and posterior", columns, rows, header_column=True)
