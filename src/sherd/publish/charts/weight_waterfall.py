"""How a weight is built up group by group, how far the settings move it, and what the collection can bear.

Each bar is a group, tempered for dependence, and begins where the one above it ends; below them the sum at
the default settings, the band over all settings, the weakest of them (which is what is reported) and the
ceiling of the reference collection. The shaded steps are those of the verbal scale.
"""

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.weights import PairWeight
from sherd.publish.charts.style import (
    BLUE,
    CROSS,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    SOFT,
    Spec,
    bans,
    bans_axis,
    chart,
    label_axis,
    reach,
    steps,
)

TOGETHER = "All groups together"
MARKS = ("default settings", "reported: weakest of all settings", "ceiling of the collection")


def waterfall(pair: PairWeight, id: str) -> Figure:
    """The waterfall of one pair of hypotheses; weights in bans, positive towards the first."""
    sides = f"{pair.h1} against {pair.h2}"
    refused = "; ".join(refusal.rule.replace("_", " ") for refusal in pair.refused)
    outcome = f"Refused ({refused})" if refused else f"Reported {bans(pair.reported)} bans, {pair.words}"
    groups = ", ".join(f"{group.group} {bans(group.weight)}" for group in pair.groups) or "no group"
    alt = (
        f"{sides}: {groups}. Together {bans(pair.default)} bans at the default settings, {bans(pair.lo)} to "
        f"{bans(pair.hi)} over all settings, ceiling {bans(pair.ceiling)}. {outcome}."
    )
    return Figure(
        id,
        f"{sides}, in bans. {outcome}. The bar behind the sum spans all settings of the method.",
        alt,
        _spec(pair),
        _twin(pair, sides, bool(refused)),
    )


def _spec(pair: PairWeight) -> Spec:
    rows: list[dict[str, Json]] = []
    below = 0.0
    names: list[Json] = [*(group.group for group in pair.groups), TOGETHER]
    for group, following in zip(pair.groups, names[1:], strict=True):
        row: dict[str, Json] = {"name": group.group, "from": below, "to": (below := below + group.weight)}
        rows.append({**row, "said": bans(group.weight), "next": following, "towards": group.weight >= 0})
    ends = [end for row in rows for end in (row["to"],) if isinstance(end, float)]
    low, high = reach([0.0, pair.lo, pair.hi, pair.default, pair.ceiling, *ends])
    y: Spec = {"field": "name", "type": "nominal", "sort": names, "axis": label_axis(170, labelPadding=8)}
    x: Spec = bans_axis(low, high, pair.h1, pair.h2)
    layers = [*steps(low, high, x), *_groups(x, y), *_sum(pair, x, y)]
    return chart(layers, rows, {"step": 30}, resolve={"scale": {"color": "independent"}})


def _groups(x: Spec, y: Spec) -> list[Spec]:
    """One bar for each group, its number at its end, joined to the next."""
    fill: Spec = {"condition": {"test": "datum.towards", "value": BLUE}, "value": ORANGE}
    join: Spec = {
        "mark": {"type": "rule", "color": SOFT, "strokeWidth": 0.8},
        "encoding": {"x": {**x, "field": "to"}, "y": y, "y2": {"field": "next"}},
    }
    bar: Spec = {
        "mark": {"type": "bar", "height": 13},
        "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "fill": fill},
    }
    return [
        join,
        bar,
        _number("datum.towards", "left", 5, x, y),
        _number("!datum.towards", "right", -5, x, y),
    ]


def _number(which: str, align: str, away: int, x: Spec, y: Spec) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "text", "align": align, "dx": away, "fontSize": 10.5, "color": INK},
        "encoding": {"x": {**x, "field": "to"}, "y": y, "text": {"field": "said"}},
    }


def _sum(pair: PairWeight, x: Spec, y: Spec) -> list[Spec]:
    """The sum: the band over all settings, and the marks on it."""
    band: Json = [{"name": TOGETHER, "from": pair.lo, "to": pair.hi}]
    found = (pair.default, None if pair.refused else pair.reported, pair.ceiling)
    marks: Json = [
        {"name": TOGETHER, "from": at, "mark": mark}
        for at, mark in zip(found, MARKS, strict=True)
        if at is not None
    ]
    scale: Spec = {"domain": list(MARKS), "range": ["diamond", "circle", CROSS]}
    fill: Spec = {"domain": list(MARKS), "range": [PAPER, INK, "transparent"]}
    legend: Spec = {"columns": 3}
    return [
        {
            "data": {"values": band},
            "mark": {"type": "bar", "height": 17, "fill": HAIR, "stroke": SOFT, "strokeWidth": 0.8},
            "encoding": {"x": x, "x2": {"field": "to"}, "y": y},
        },
        {
            "data": {"values": marks},
            "mark": {"type": "point", "size": 95, "stroke": INK, "strokeWidth": 1.6, "opacity": 1},
            "encoding": {
                "x": x,
                "y": y,
                "shape": {"field": "mark", "type": "nominal", "scale": scale, "legend": legend},
                "fill": {"field": "mark", "type": "nominal", "scale": fill, "legend": legend},
            },
        },
    ]


def _twin(pair: PairWeight, sides: str, refused: bool) -> Table:
    columns = [
        Column("Group", width=26),
        Column("Findings", width=36),
        Column("Tempered by", "right", width=16),
        Column("Bans", "right", width=12),
    ]
    rows: list[list[Inline]] = [
        [
            group.group,
            ", ".join(f"{found.feature} {bans(found.weight)}" for found in group.features) or "—",
            f"{group.tempering:.2f}",
            bans(group.weight),
        ]
        for group in pair.groups
    ]
    rows += [
        [TOGETHER, "default settings", "", bans(pair.default)],
        ["Settings", "lowest and highest", "", f"{bans(pair.lo)} … {bans(pair.hi)}"],
        ["Reported", "refused" if refused else pair.words, "", "—" if refused else bans(pair.reported)],
        ["Ceiling", f"collection: n = {pair.n1} and {pair.n2}", "", bans(pair.ceiling)],
    ]
    return Table(f"{sides}: weight by group", columns, rows, header_column=True)
