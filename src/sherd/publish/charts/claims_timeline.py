"""Who asserted, denied, urged or conceded something, and when: one lane for each speaker."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
MOST_ARCS = 18
"""More arcs than these would hide each other."""

FOUND = "what was found"
OTHERS = "other speakers"


@frozen
class Point:
    """One claim: by whom, when it was said, its polarity, and what it says in our words."""

    speaker: str
    said: Interval
    polarity: str = field(validator=validators.in_(POLARITIES))
    paraphrase: str = ""
    id: str = ""


@frozen
class Found:
    """Something on the table, beside which claims stand: what, and on which days."""

    what: str
    when: Interval


def figure(
    id: str,
    points: Iterable[Point],
    pairs: Iterable[tuple[str, str]] = (),
    found: Iterable[Found] = (),
) -> Figure:
    """The timeline, speakers in the order in which they first spoke.

    ``pairs`` are ids of points that cannot both be right, joined by arcs; ``found`` stands in a lane of its
    own at the foot. Raises ValueError when no point names a day.
    """
    points = tuple(sorted(points, key=lambda point: (point.said.first or date.min, point.speaker)))
    found = tuple(each for each in found if each.when.first and each.when.last)
    floor, ceiling = edges([*(point.said for point in points), *(each.when for each in found)])
    drawn, more = _drawn(points, pairs)
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
    rows += [[each.when.words, FOUND, "", each.what] for each in found]
    return Figure(
        id,
        f"Claims by speaker and stance, {floor} to {ceiling}. A claim is somebody's word, not a finding."
        f"{_said_of(drawn, more, found)}",
        f"{len(points)} claims by {len(speakers)} speakers, {floor} to {ceiling}: {said}.{_beside(found)}",
        _spec(points, _lanes(points, speakers), floor, ceiling, drawn, found),
        Table("Claims by speaker and stance", columns, rows),
    )


def _drawn(
    points: Sequence[Point], pairs: Iterable[tuple[str, str]]
) -> tuple[list[tuple[Point, Point]], int]:
    """The pairs that are drawn, those of few speakers first, and how many more there are."""
    by_id = {point.id: point for point in points if point.id}
    known = [(by_id[a], by_id[b]) for a, b in pairs if a in by_id and b in by_id]
    return known[:MOST_ARCS], max(0, len(known) - MOST_ARCS)


def _said_of(drawn: Sequence[tuple[Point, Point]], more: int, found: Sequence[Found]) -> str:
    said = ""
    if drawn:
        rest = f", {more} more are in the table of contradictions" if more else ""
        said += f" Arcs join {len(drawn)} pairs that cannot both be right{rest}."
    return said + (f" At the foot, what was found ({len(found)})." if found else "")


def _beside(found: Sequence[Found]) -> str:
    """What was found, and when, for who does not see the squares."""
    return f" Found: {'; '.join(f'{each.what} ({each.when.words})' for each in found)}." if found else ""


def _lanes(points: Sequence[Point], speakers: Sequence[str]) -> dict[str, str]:
    """Each speaker's lane; beyond ``MOST_LANES`` those who spoke least share one."""
    if len(speakers) <= MOST_LANES:
        return {speaker: speaker for speaker in speakers}
    counts = Counter(point.speaker for point in points)
    kept = {speaker for speaker, _ in counts.most_common(MOST_LANES - 1)}
    return {speaker: speaker if speaker in kept else OTHERS for speaker in speakers}


def _spec(
    points: Sequence[Point],
    lanes: dict[str, str],
    floor: date,
    ceiling: date,
    pairs: Sequence[tuple[Point, Point]],
    found: Sequence[Found],
) -> Spec:
    signs = [SIGNS[kind] for kind in SIGNS if any(point.polarity == kind for point in points)]
    domain: list[Json] = [sign[0] for sign in signs]
    order: list[Json] = [*dict.fromkeys(lanes.values()), *([FOUND] if found else [])]
    rows = [
        *_stances(points, lanes, floor, ceiling),
        *_pairs(pairs, lanes, floor, ceiling),
        *_finds(found, floor, ceiling),
    ]
    lanes_axis = label_axis(210, grid=True, gridColor=HAIR, tickBand="extent")
    apart: Spec = {"paddingInner": 0.35, "paddingOuter": 0.175}
    y: Spec = {"field": "lane", "type": "nominal", "sort": order, "axis": lanes_axis, "scale": apart}
    x: Spec = {**time_axis(floor, ceiling), "field": "from"}
    lifted: Spec = {"field": "lift", "type": "nominal", "sort": domain}
    layers: list[Spec] = [
        _arcs(x, y, lifted),
        _squares(x, y),
        _days(x, y, lifted),
        _marks(x, y, lifted, signs),
    ]
    return chart(layers, rows, {**step(len(order), 42), "for": "position"})


def _stances(
    points: Sequence[Point], lanes: dict[str, str], floor: date, ceiling: date
) -> Iterator[dict[str, Json]]:
    for point in points:
        start, end = span(point.said, floor, ceiling)
        stance = SIGNS[point.polarity][0]
        yield {
            "lane": lanes[point.speaker],
            "stance": stance,
            "lift": stance,
            "from": start,
            "to": end,
            "mid": (start + end) // 2,
        }


def _pairs(
    pairs: Sequence[tuple[Point, Point]], lanes: dict[str, str], floor: date, ceiling: date
) -> Iterator[dict[str, Json]]:
    for number, both in enumerate(pairs):
        for point in both:
            start, end = span(point.said, floor, ceiling)
            lift, mid = SIGNS[point.polarity][0], (start + end) // 2
            yield {"lane": lanes[point.speaker], "lift": lift, "mid": mid, "pair": number}


def _finds(found: Sequence[Found], floor: date, ceiling: date) -> Iterator[dict[str, Json]]:
    for each in found:
        start, end = span(each.when, floor, ceiling)
        yield {"lane": FOUND, "found": each.what, "from": start, "to": end, "mid": (start + end) // 2}


def _arcs(x: Spec, y: Spec, lifted: Spec) -> Spec:
    """Between the two of a contradiction."""
    return {
        "transform": [{"filter": "isValid(datum.pair)"}],
        "mark": {
            "type": "line",
            "color": ORANGE,
            "strokeWidth": 1,
            "opacity": 0.45,
            "interpolate": "monotone",
        },
        "encoding": {
            "x": {**x, "field": "mid"},
            "y": y,
            "yOffset": lifted,
            "detail": {"field": "pair"},
        },
    }


def _squares(x: Spec, y: Spec) -> Spec:
    """What was found."""
    return {
        "transform": [{"filter": "isValid(datum.found)"}],
        "mark": {
            "type": "point",
            "shape": "square",
            "size": 50,
            "fill": INK,
            "stroke": INK,
            "opacity": 1,
        },
        "encoding": {"x": {**x, "field": "mid"}, "y": y},
    }


def _days(x: Spec, y: Spec, lifted: Spec) -> Spec:
    """A rule over the days within which something was said."""
    return {
        "transform": [{"filter": "isValid(datum.stance) && datum.to - datum.from > 864e5"}],
        "mark": {"type": "rule", "color": SOFT, "strokeWidth": 1.5},
        "encoding": {"x": x, "x2": {"field": "to"}, "y": y, "yOffset": lifted},
    }


def _marks(x: Spec, y: Spec, lifted: Spec, signs: Sequence[tuple[str, str, str]]) -> Spec:
    """A sign for each stance."""
    domain: list[Json] = [sign[0] for sign in signs]
    shapes: Spec = {"domain": domain, "range": [sign[1] for sign in signs]}
    colours: Spec = {"domain": domain, "range": [sign[2] for sign in signs]}
    return {
        "transform": [{"filter": "isValid(datum.stance)"}],
        "mark": {"type": "point", "size": 62, "stroke": INK, "strokeWidth": 1.4, "opacity": 1},
        "encoding": {
            "x": {**x, "field": "mid"},
            "y": y,
            "shape": {"field": "stance", "type": "nominal", "scale": shapes},
            "fill": {"field": "stance", "type": "nominal", "scale": colours},
            "yOffset": lifted,
        },
    }
