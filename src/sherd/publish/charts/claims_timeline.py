"""Who asserted, denied, urged or conceded something, and when: one lane for each speaker."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import field, frozen, validators

from sherd.model.claims import POLARITIES
from sherd.model.dates import Interval
from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import (
    BLUE,
    CROSS,
    HAIR,
    INK,
    ORANGE,
    SKY,
    SOFT,
    Spec,
    chart,
    edges,
    label_axis,
    span,
    step,
    time_axis,
)

SIGNS = {
    "assert": ("asserts", "circle", BLUE),
    "deny": ("denies", CROSS, ORANGE),
    "urge": ("urges", "triangle-up", "#f3d9a4"),
    "concede": ("concedes", "diamond", SKY),
}
MOST_LANES = 40
OTHERS = "other speakers"


@frozen
class Point:
    """One claim: by whom, when it was said, its polarity, and what it says in our words."""

    speaker: str
    said: Interval
    polarity: str = field(validator=validators.in_(POLARITIES))
    paraphrase: str = ""


def figure(id: str, points: Iterable[Point]) -> Figure:
    """The timeline, speakers in the order in which they first spoke.

    Raises ValueError when no point names a day.
    """
    points = tuple(sorted(points, key=lambda point: (point.said.first or date.min, point.speaker)))
    floor, ceiling = edges([point.said for point in points])
    speakers = list(dict.fromkeys(point.speaker for point in points))
    counts = Counter(point.polarity for point in points)
    said = ", ".join(f"{counts[kind]} {SIGNS[kind][0]}" for kind in SIGNS if counts[kind])
    columns = [
        Column("Said", width=16),
        Column("By", width=22),
        Column("Stance", width=11),
        Column("What", width=51),
    ]
    rows = [[p.said.words, p.speaker, SIGNS[p.polarity][0], p.paraphrase] for p in points]
    return Figure(
        id,
        f"Claims by speaker and stance, {floor} to {ceiling}. A claim is somebody's word, not a finding.",
        f"{len(points)} claims by {len(speakers)} speakers, {floor} to {ceiling}: {said}.",
        _spec(points, _lanes(points, speakers), floor, ceiling),
        Table("Claims by speaker and stance", columns, rows),
    )


def _lanes(points: Sequence[Point], speakers: Sequence[str]) -> dict[str, str]:
    """Each speaker's lane; beyond ``MOST_LANES`` those who spoke least share one."""
    if len(speakers) <= MOST_LANES:
        return {speaker: speaker for speaker in speakers}
    counts = Counter(point.speaker for point in points)
    kept = {speaker for speaker, _ in counts.most_common(MOST_LANES - 1)}
    return {speaker: speaker if speaker in kept else OTHERS for speaker in speakers}


def _spec(points: Sequence[Point], lanes: dict[str, str], floor: date, ceiling: date) -> Spec:
    rows: list[dict[str, Json]] = []
    for point in points:
        start, end = span(point.said, floor, ceiling)
        stance = SIGNS[point.polarity][0]
        rows.append(
            {
                "lane": lanes[point.speaker],
                "stance": stance,
                "from": start,
                "to": end,
                "mid": (start + end) // 2,
            }
        )
    used = [kind for kind in SIGNS if any(point.polarity == kind for point in points)]
    domain: list[Json] = [SIGNS[kind][0] for kind in used]
    shapes: list[Json] = [SIGNS[kind][1] for kind in used]
    colours: list[Json] = [SIGNS[kind][2] for kind in used]
    order: list[Json] = [*dict.fromkeys(lanes.values())]
    lanes_axis = label_axis(210, grid=True, gridColor=HAIR, tickBand="extent")
    apart: Spec = {"paddingInner": 0.35, "paddingOuter": 0.175}
    y: Spec = {"field": "lane", "type": "nominal", "sort": order, "axis": lanes_axis, "scale": apart}
    x: Spec = {**time_axis(floor, ceiling), "field": "from"}
    shape: Spec = {"field": "stance", "type": "nominal", "scale": {"domain": domain, "range": shapes}}
    fill: Spec = {"field": "stance", "type": "nominal", "scale": {"domain": domain, "range": colours}}
    lift: Spec = {"field": "stance", "type": "nominal", "sort": domain}
    return chart(
        [
            {
                "transform": [{"filter": "datum.to - datum.from > 864e5"}],
                "mark": {"type": "rule", "color": SOFT, "strokeWidth": 1.5},
                "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "yOffset": lift},
            },
            {
                "mark": {"type": "point", "size": 62, "stroke": INK, "strokeWidth": 1.4, "opacity": 1},
                "encoding": {
                    "x": {**x, "field": "mid"},
                    "y": y,
                    "shape": shape,
                    "fill": fill,
                    "yOffset": lift,
                },
            },
        ],
        rows,
        {**step(len(order), 42), "for": "position"},
    )
