"""Feature by feature, what agrees with each specimen or line, what differs, and what nobody examined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import field, frozen, validators

from sherd.model.document import Column, Figure, Table
from sherd.model.findings import FINDING_STATES, State
from sherd.publish.charts.style import (
    BLUE,
    CONFIG,
    CROSS,
    HAIR,
    HATCH,
    INK,
    LEGEND,
    ORANGE,
    PAPER,
    SKY,
    Spec,
    chart,
    label_axis,
    overhang,
    step,
)

WORDS: dict[State, str] = {
    "shared": "same",
    "similar": "similar",
    "differs": "differs",
    "not_examined": "not examined",
}
FILLS: dict[State, str] = {"shared": BLUE, "similar": SKY, "differs": ORANGE, "not_examined": "#f1f2f4"}
SIGNS = ("circle", "diamond", CROSS, HATCH)
KEY: Spec = {"symbolType": "square", "symbolSize": 160, "symbolStrokeColor": HAIR, "symbolStrokeWidth": 1}
"""The colours and the signs are two keys of one legend: a colour alone tells nobody enough."""

STACKED: Spec = {
    **CONFIG,
    "legend": {**LEGEND, "columns": 4, "layout": {"bottom": {"anchor": "start", "direction": "vertical"}}},
}

MOST_FEATURES, MOST_SPECIMENS = 60, 40
"""More would not be legible; the table beside the chart has all."""


@frozen
class Cell:
    """One feature or component beside one specimen or line; ``basis`` says why the state is what it is."""

    feature: str
    specimen: str
    state: State = field(validator=validators.in_(FINDING_STATES))
    basis: str = ""


def figure(id: str, item: str, cells: Iterable[Cell]) -> Figure:
    """The heat map of one item; a pair without a cell counts as not examined.

    Raises ValueError when there is no cell, or when two cells disagree about one pair.
    """
    cells = tuple(cells)
    if not cells:
        raise ValueError(f"nothing was compared with {item!r}: no difference table can be drawn")
    states = _states(cells)
    features = list(dict.fromkeys(cell.feature for cell in cells))
    specimens = list(dict.fromkeys(cell.specimen for cell in cells))
    counts = Counter(states.get((f, s), "not_examined") for f in features for s in specimens)
    said = ", ".join(f"{counts[state]} {WORDS[state]}" for state in FINDING_STATES)
    alt = f"{item}: {len(features)} features beside {len(specimens)} specimens or lines: {said}."
    return Figure(
        id,
        f"{item} beside what is documented, feature by feature.{_left(features, specimens)} "
        "Not examined is no difference.",
        alt,
        _spec(features[:MOST_FEATURES], specimens[:MOST_SPECIMENS], states),
        _twin(item, features, specimens, states),
    )


def _states(cells: Sequence[Cell]) -> dict[tuple[str, str], State]:
    states: dict[tuple[str, str], State] = {}
    for cell in cells:
        if states.setdefault((cell.feature, cell.specimen), cell.state) != cell.state:
            raise ValueError(f"two states for {cell.feature!r} beside {cell.specimen!r}")
    return states


def _left(features: Sequence[str], specimens: Sequence[str]) -> str:
    if len(features) <= MOST_FEATURES and len(specimens) <= MOST_SPECIMENS:
        return ""
    return (
        f" Drawn: {min(len(features), MOST_FEATURES)} of {len(features)} features, "
        f"{min(len(specimens), MOST_SPECIMENS)} of {len(specimens)} specimens; the table has all."
    )


def _spec(features: list[str], specimens: list[str], states: dict[tuple[str, str], State]) -> Spec:
    rows = [
        {"feature": f, "specimen": s, "state": WORDS[state]}
        for f in features
        for s in specimens
        for state in [states.get((f, s), "not_examined")]
    ]
    words = list(WORDS.values())
    crowded = len(specimens) > 8
    place: Spec = {
        "x": {
            "field": "specimen",
            "type": "nominal",
            "sort": specimens,
            "axis": label_axis(130, orient="top", labelAngle=-60 if crowded else -30, labelAlign="left"),
        },
        "y": {"field": "feature", "type": "nominal", "sort": features, "axis": label_axis()},
    }
    shape: Spec = {"field": "state", "type": "nominal", "scale": {"domain": words, "range": list(SIGNS)}}
    line: Spec = {
        "condition": [
            {"test": "datum.state === 'not examined'", "value": "#9aa3ad"},
            {"test": "datum.state === 'similar'", "value": INK},
        ],
        "value": PAPER,
    }
    inside: Spec = {"condition": {"test": "datum.state === 'same'", "value": PAPER}, "value": "transparent"}
    legend: Spec = {"symbolStrokeColor": INK, "symbolFillColor": "transparent", "symbolStrokeWidth": 1.5}
    shown = [FILLS[state] for state in WORDS]
    key: Spec = {"field": "state", "type": "nominal", "scale": {"domain": words, "range": shown}}
    return chart(
        [
            {
                "mark": {"type": "rect", "stroke": PAPER, "strokeWidth": 2},
                "encoding": {**place, "fill": {**key, "legend": KEY}},
            },
            {
                "mark": {"type": "point", "strokeWidth": 1.5, "size": 62},
                "encoding": {**place, "shape": {**shape, "legend": legend}, "stroke": line, "fill": inside},
            },
        ],
        rows,
        step(len(features), 22),
        resolve={"scale": {"fill": "independent"}},
        config=STACKED,
        padding=overhang(specimens[-1], 60 if crowded else 30, 130, len(specimens)),
    )


def _twin(
    item: str, features: Sequence[str], specimens: Sequence[str], states: dict[tuple[str, str], State]
) -> Table:
    rows = []
    for feature in features:
        by_state: dict[State, list[str]] = defaultdict(list)
        for specimen in specimens:
            by_state[states.get((feature, specimen), "not_examined")].append(specimen)
        rows.append([feature, *(_names(by_state[state], specimens) for state in FINDING_STATES)])
    columns = [Column("Feature"), *(Column(WORDS[state].capitalize()) for state in FINDING_STATES)]
    return Table(
        f"{item}: with which specimens or lines each feature agrees", columns, rows, header_column=True
    )


def _names(found: Sequence[str], specimens: Sequence[str]) -> str:
    """The specimens by name; where they are most of many, how many: the row names the others."""
    if len(found) > 6 and 2 * len(found) > len(specimens):
        return f"all {len(found)}" if len(found) == len(specimens) else f"the other {len(found)}"
    return ", ".join(found) or "—"
