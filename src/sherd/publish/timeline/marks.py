"""The signs of a timeline of claims: a row of data for each, the layers that draw them, and the key.

Everything on the picture is said by a sign, a kind of line or a word, and never by its colour alone. The key
is drawn by the same layers as what it explains.
"""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.dates import Interval
from sherd.model.document import Json
from sherd.model.stances import STRENGTHS
from sherd.publish.charts.style import (
    BLUE,
    CROSS,
    HAIR,
    INK,
    ORANGE,
    PAPER,
    SKY,
    SOFT,
    Spec,
    chart,
    domain,
    sign_at,
    span,
    time_axis,
)
from sherd.publish.timeline.lanes import LINE, reach, shortened
from sherd.publish.timeline.plan import BADGE, NAME_SIZE, NAMES, NOTE_SIZE, Noted, Placed, Plan
from sherd.publish.timeline.shown import FOUND, OTHERS

SIGNS = {
    "assert": ("asserts", "circle", BLUE),
    "deny": ("denies", CROSS, ORANGE),
    "urge": ("urges", "triangle-up", "#f3d9a4"),
    "concede": ("concedes", "diamond", SKY),
}
DASHES: dict[str, list[Json]] = {"strong": [1, 0], "weak": [6, 3], "tension": [1.5, 3]}
"""The line of an arc, by how strong the contradiction is."""

RUST = "#a8480f"
"""The colour of an arc: dark enough to be seen where it is thin."""

HEAD, KEY, ROW = 16, 36, 17
"""Room for the heads of the margin; from the last lane to the key, below the days; a row of the key."""

Rows = Iterator[dict[str, Json]]


def drawing(plan: Plan) -> Spec:
    """The picture of a plan."""
    entries = list(_key(plan))
    rows = [
        *_lanes(plan),
        *(row for placed in plan.placed for row in _claim(placed, plan)),
        *_arcs(plan),
        *(row for line in plan.noted for row in _note(line, plan)),
        *_finds(plan),
        *_heads(plan),
        *entries,
    ]
    depth = max((row["y"] for row in entries), default=0.0) - plan.height  # type: ignore[operator,type-var]
    return chart(
        _layers(plan),
        rows,
        round(plan.height),
        width=round(plan.width),
        autosize={"type": "none"},
        padding={"left": NAMES, "right": plan.margin.end, "top": HEAD, "bottom": depth + ROW / 2 + 2},
    )


# -- rows --------------------------------------------------------------------------------------------------


def _moment(plan: Plan, x: float) -> float:
    """The moment, in milliseconds, that stands so many pixels from the left."""
    begin, end = domain(plan.floor, plan.ceiling)
    return begin + x / plan.width * (end - begin)


def _text(plan: Plan, set_: str, x: float, y: float, said: str) -> dict[str, Json]:
    return {"set": set_, "x": _moment(plan, x), "y": y, "said": said}


def _lanes(plan: Plan) -> Rows:
    """A hairline below each lane, over the whole picture, and the lines of its name."""
    left, right = _moment(plan, -NAMES), _moment(plan, plan.width + plan.margin.end)
    for lane in plan.lanes:
        yield {"edge": lane.name, "x": left, "x2": right, "y": lane.bottom}
        for at, line in enumerate(lane.lines):
            yield _text(plan, "name", -8, lane.middle + LINE * (at - (len(lane.lines) - 1) / 2), line)


def _claim(placed: Placed, plan: Plan) -> Rows:
    """The sign of a claim, the days within which it was made, and its number in the margin."""
    begin, end = span(placed.point.said, plan.floor, plan.ceiling)
    stance = SIGNS[placed.point.polarity][0]
    lane = plan.shown.lanes[placed.point.speaker]
    row: dict[str, Json] = {"stance": stance, "lane": lane, "small": lane == OTHERS, "y": placed.y}
    at = sign_at(placed.point.said, plan.floor, plan.ceiling)
    yield {**row, "x": at, "from": begin, "to": end}
    number = plan.shown.numbers.get(placed.point.id)
    if number is not None:
        yield _text(plan, "number", placed.x + 6, placed.y - 1, str(number))


def _arcs(plan: Plan) -> Rows:
    """Each arc as points of a curve that bends to the side on which there is room."""
    at = {placed.point.id: placed for placed in plan.placed}
    for number, arc in enumerate(plan.shown.arcs):
        a, b = sorted((at[arc.a], at[arc.b]), key=lambda end: (end.y, end.x))
        away = 10 + min(60.0, 0.16 * (abs(b.y - a.y) + abs(b.x - a.x)))
        side = 1 if max(a.x, b.x) + away / 2 < plan.width else -1
        bend = ((a.x + b.x) / 2 + side * away, (a.y + b.y) / 2 - (away if a.y == b.y else 0))
        for step in range(BENDS + 1):
            t = step / BENDS
            x, y = (
                (1 - t) ** 2 * from_ + 2 * t * (1 - t) * over + t**2 * to
                for from_, over, to in zip((a.x, a.y), bend, (b.x, b.y), strict=True)
            )
            yield {"pair": number, "strength": arc.strength, "step": step, "x": _moment(plan, x), "y": y}


BENDS = 16
"""Of so many straight pieces an arc is made."""


def _note(line: Noted, plan: Plan) -> Rows:
    """One line of the margin."""
    columns = plan.margin
    if line.note is None:
        yield _text(plan, "soft", plan.width + columns.how, line.y, line.rest)
        return
    note = line.note
    yield from _badge(plan, plan.width + BADGE / 2, line.y, str(line.number), judged=note.judged is not None)
    item = shortened(note.item, columns.end - columns.item, NOTE_SIZE)
    for x, said in ((columns.how, note.how), (columns.weight, note.how_much), (columns.item, item)):
        yield _text(plan, "plain", plan.width + x, line.y, said)


def _badge(plan: Plan, x: float, y: float, number: str, *, judged: bool) -> Rows:
    yield {"badge": "judged" if judged else "proposed", "x": _moment(plan, x), "y": y}
    yield _text(plan, "on_dark" if judged else "on_light", x, y, number)


def _finds(plan: Plan) -> Rows:
    """A square for each find on its days, its name beside it where there is more room."""
    for each in plan.found:
        begin, end = span(each.found.when, plan.floor, plan.ceiling)
        middle = sign_at(each.found.when, plan.floor, plan.ceiling)
        first, last = domain(plan.floor, plan.ceiling)
        x = (middle - first) / (last - first) * plan.width
        yield {"found": each.found.what, "x": middle, "from": begin, "to": end, "y": each.y}
        if each.name:
            set_, away = ("plain", 8) if each.named_after else ("plain_left", -8)
            yield _text(plan, set_, x + away, each.y, each.name)
    unnamed = [each for each in plan.found if not each.name]
    if unnamed:
        yield _text(plan, "name", -8, unnamed[0].y, f"{len(unnamed)} more, in the table")


def _heads(plan: Plan) -> Rows:
    """What the columns of the margin hold."""
    if plan.shown.notes:
        columns = plan.margin
        for x, said in ((columns.how, "finding"), (columns.weight, "bans"), (columns.item, "on")):
            yield _text(plan, "soft", plan.width + x, -8, said)


# -- the key -----------------------------------------------------------------------------------------------


def _key(plan: Plan) -> Rows:
    """What every sign means, set in rows as wide as the picture."""
    y = plan.height + KEY
    for line in _explained(plan):
        x = -NAMES + 2.0
        for kind, words in line:
            wide = _room(kind) + reach(words, NAME_SIZE) + 14
            if x + wide > plan.width + plan.margin.end and x > -NAMES + 2:
                x, y = -NAMES + 2.0, y + ROW
            yield from _sample(plan, kind, x, y)
            yield _text(plan, "plain", x + _room(kind), y, words)
            x += wide
        y += ROW


def _room(kind: str) -> float:
    return 0.0 if kind == "words" else 30.0 if kind in STRENGTHS or kind == "days" else 16.0


def _explained(plan: Plan) -> Iterator[list[tuple[str, str]]]:
    shown = plan.shown
    there = {point.polarity for point in shown.points}
    line = [(kind, sign[0]) for kind, sign in SIGNS.items() if kind in there]
    whens = [*(point.said for point in shown.points), *(each.found.when for each in plan.found)]
    if any(_is_long(when, plan) for when in whens):
        line.append(("days", "within these days"))
    if plan.found:
        line.append(("found", FOUND))
    yield line
    if sum(shown.all_arcs.values()):
        drawn = [arc.strength for arc in shown.arcs]
        yield [("words", "Do not go together:")] + [
            (kind, f"{kind}, {drawn.count(kind)} of {count} drawn")
            for kind, count in shown.all_arcs.items()
            if count
        ]
    if plan.noted:
        judged = {note.judged is not None for told in shown.notes.values() for note in told}
        yield [("words", "Findings, + for what is said, − against it:")] + [
            (kind, words)
            for is_judged, kind, words in (
                (True, "judged", "judged by a person"),
                (False, "proposed", "proposed by rule"),
            )
            if is_judged in judged
        ]


def _is_long(when: Interval, plan: Plan) -> bool:
    begin, end = span(when, plan.floor, plan.ceiling)
    return end - begin > DAY


DAY = 86_400_000


def _sample(plan: Plan, kind: str, x: float, y: float) -> Rows:
    """The sign itself, as it is drawn above."""
    middle = _moment(plan, x + 6)
    if kind in SIGNS:
        yield {"stance": SIGNS[kind][0], "x": middle, "from": middle, "to": middle, "y": y}
    elif kind == "found":
        yield {"found": "", "x": middle, "from": middle, "to": middle, "y": y}
    elif kind == "days":
        yield {"stance": None, "x": middle, "from": _moment(plan, x), "to": _moment(plan, x + 24), "y": y}
    elif kind in STRENGTHS:
        for step, along in enumerate((0, 24)):
            row: dict[str, Json] = {"pair": f"key of {kind}", "strength": kind, "step": step}
            yield {**row, "x": _moment(plan, x + along), "y": y}
    elif kind in ("judged", "proposed"):
        yield from _badge(plan, x + 6, y, "n", judged=kind == "judged")


# -- layers ------------------------------------------------------------------------------------------------


def _layers(plan: Plan) -> list[Spec]:
    """From the ground up: lanes, arcs, days, signs, then everything that is read."""
    x: Spec = {**time_axis(plan.floor, plan.ceiling, round(plan.width / 62)), "field": "x"}
    down: Spec = {"domain": [0, plan.height], "range": [0, plan.height], "nice": False, "zero": False}
    y: Spec = {"field": "y", "type": "quantitative", "axis": None, "scale": down}
    return [
        _ruled("isValid(datum.edge)", x, {"field": "x2"}, y, {"color": HAIR, "strokeWidth": 1}),
        _curves(x, y),
        _ruled(
            f"datum.to - datum.from > {DAY}",
            {**x, "field": "from"},
            {"field": "to"},
            y,
            {"color": SOFT, "strokeWidth": 1.5},
        ),
        _points("isValid(datum.found)", x, y, {"shape": "square", "size": 50, "fill": INK, "stroke": INK}),
        _stances(x, y),
        _points("datum.badge === 'judged'", x, y, {**DISC, "fill": INK}),
        _points("datum.badge === 'proposed'", x, y, {**DISC, "fill": PAPER}),
        *(layer for set_, look in SETS.items() for layer in _words(set_, look, x, y)),
    ]


DISC: Spec = {"shape": "circle", "size": 130, "strokeWidth": 1.2, "stroke": INK}
SETS: dict[str, Spec] = {
    "name": {"align": "right", "fontSize": NAME_SIZE, "color": INK},
    "plain": {"align": "left", "fontSize": NOTE_SIZE, "color": INK},
    "plain_left": {"align": "right", "fontSize": NOTE_SIZE, "color": INK},
    "soft": {"align": "left", "fontSize": NOTE_SIZE, "color": SOFT},
    "number": {"align": "left", "fontSize": 8.5, "fontWeight": "bold", "color": INK},
    "on_dark": {"align": "center", "fontSize": 8, "fontWeight": "bold", "color": PAPER},
    "on_light": {"align": "center", "fontSize": 8, "fontWeight": "bold", "color": INK},
}
"""How each kind of words is set."""


def _words(set_: str, look: Spec, x: Spec, y: Spec) -> Iterator[Spec]:
    """Words upon a rim in the colour of the paper, so that no line runs through their letters."""
    encoding: Spec = {"x": x, "y": y, "text": {"field": "said", "type": "nominal"}}
    plain: Spec = {"type": "text", "baseline": "middle", **look}
    rim: Spec = {**plain, "color": PAPER, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    rimmed = [rim] if set_ in ("plain", "plain_left", "number") else []
    for mark in (*rimmed, plain):
        yield {"transform": [{"filter": f"datum.set === '{set_}'"}], "mark": mark, "encoding": encoding}


def _ruled(test: str, x: Spec, x2: Spec, y: Spec, look: Spec) -> Spec:
    return {
        "transform": [{"filter": test}],
        "mark": {"type": "rule", **look},
        "encoding": {"x": x, "x2": x2, "y": y},
    }


def _points(test: str, x: Spec, y: Spec, look: Spec) -> Spec:
    return {
        "transform": [{"filter": test}],
        "mark": {"type": "point", "opacity": 1, **look},
        "encoding": {"x": x, "y": y},
    }


def _curves(x: Spec, y: Spec) -> Spec:
    """Between the two of a contradiction."""
    domain_: list[Json] = list(STRENGTHS)
    dashes: list[Json] = [DASHES[strength] for strength in STRENGTHS]
    return {
        "transform": [{"filter": "isValid(datum.pair)"}],
        "mark": {"type": "line", "color": RUST, "strokeWidth": 1.1},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "pair", "type": "nominal"},
            "order": {"field": "step", "type": "quantitative"},
            "strokeDash": {
                "field": "strength",
                "type": "nominal",
                "scale": {"domain": domain_, "range": dashes},
                "legend": None,
            },
        },
    }


def _stances(x: Spec, y: Spec) -> Spec:
    """A sign for each stance."""
    domain_: list[Json] = [sign[0] for sign in SIGNS.values()]
    shapes: Spec = {"domain": domain_, "range": [sign[1] for sign in SIGNS.values()]}
    colours: Spec = {"domain": domain_, "range": [sign[2] for sign in SIGNS.values()]}
    return {
        "transform": [{"filter": "isValid(datum.stance)"}],
        "mark": {"type": "point", "stroke": INK, "opacity": 1},
        "encoding": {
            "x": x,
            "y": y,
            "size": {"condition": {"test": "datum.small", "value": 26}, "value": 62},
            "strokeWidth": {"condition": {"test": "datum.small", "value": 1}, "value": 1.4},
            "shape": {"field": "stance", "type": "nominal", "scale": shapes, "legend": None},
            "fill": {"field": "stance", "type": "nominal", "scale": colours, "legend": None},
        },
    }
