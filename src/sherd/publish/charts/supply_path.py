"""By which road a part came, drawn station by station: a full line where a record stands, dashes elsewhere.

Stations stand in columns, from the maker on the left to the recovery on the right, each in the column after
the last one that leads to it. A dashed leg is an inference, not proven, or missing, and says which. Whoever
is tied to a party of the road stands above it, in a colour of its own: nothing travelled along a tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from textwrap import wrap

from sherd.model.document import Column, Figure, Json, Table
from sherd.model.paths import Leg, Road, Station
from sherd.model.ties import HeldLeg
from sherd.publish.charts.style import BLUE, INK, ORANGE, PAPER, SAND, SKY, SOFT, Spec, chart

PLUM, LILAC = "#6b3f83", "#e3d5ec"
"""Ties, and who stands beside the road."""

SHOWN = {
    "judged": "judged by a person",
    "documented": "documented",
    "asserted": "asserted",
    "inferred": "inferred",
    "not_proven": "not proven",
    "missing": "no record",
    "tie": "tie, documented",
    "open_tie": "tie, not proven",
}
"""How each proof is called in the chart and its table."""

COLOURS = {
    "judged": BLUE,
    "documented": BLUE,
    "asserted": INK,
    "inferred": SOFT,
    "not_proven": ORANGE,
    "missing": ORANGE,
    "tie": PLUM,
    "open_tie": PLUM,
}
DASHES: dict[str, list[Json]] = {
    "judged": [1, 0],
    "documented": [1, 0],
    "asserted": [10, 3],
    "inferred": [6, 4],
    "not_proven": [3, 3],
    "missing": [1, 5],
    "tie": [1, 0],
    "open_tie": [4, 4],
}
SHAPES = {
    "maker": "square",
    "party": "circle",
    "weapon": "triangle-up",
    "recovery": "diamond",
    "unknown": "cross",
    "tied": "circle",
}
FILLS = {"maker": SKY, "party": PAPER, "weapon": SAND, "recovery": SAND, "unknown": PAPER, "tied": LILAC}
LONGEST = 19
"""Signs of a name that a line of a station holds; two lines are shown, the table has the whole."""

MOST_NAMED = 6
"""So many columns leave room for names; beyond that stations are numbered, and the table has both."""

APART = 0.16
"""How far legs between the same two stations stand apart, in rows."""


def figure(id: str, road: Road) -> Figure:
    """The road of one component. Raises ``ValueError`` for a road without legs."""
    if not road.legs:
        raise ValueError(f"the road of {road.component!r} has no leg to draw")
    names = {station.id: station.name for station in (*road.stations, *road.beside)}
    numbers = _numbers(road)
    names |= {id_: f"{number}. {names[id_]}" for id_, number in numbers.items()}
    key = " Stations bear the numbers that the table gives them." if numbers else ""
    known = sum(leg.is_known for leg in road.legs)
    part = road.part or road.component
    alt = (
        f"{len(road.legs)} legs between {len(_columns(road))} stations, {known} of them on record: "
        + "; ".join(path.words for path in road.paths[:3])
        + "."
        + "".join(f" Beside the road: {each.words}." for each in road.ties[:3])
    )
    columns = [
        Column("From", width=20),
        Column("To", width=20),
        Column("Days", width=12),
        Column("Proof", width=12),
        Column("What it rests on", width=36),
    ]
    rows = [
        [
            names[leg.from_],
            names[leg.to],
            leg.when.words if leg.when else "—",
            SHOWN[leg.proof],
            leg.basis,
        ]
        for leg in road.legs
    ]
    rows += [
        [names[each.leg.party], names[each.leg.of], each.leg.dated, SHOWN[_tie(each)], each.words]
        for each in road.ties
    ]
    ties = " Whoever is tied to a party stands above it: a tie is no leg, and nothing travelled along it."
    return Figure(
        id,
        f"By which road {part} can have come. Full lines stand on records; every dashed leg is an inference, "
        f"is not proven, or has no record at all.{ties if road.ties else ''}{key}",
        alt,
        _spec(road),
        Table(f"Legs of the road of {part}", columns, rows, header_column=True),
    )


def _numbers(road: Road) -> dict[str, int]:
    """A number for each station, column by column, where there are too many columns for names."""
    place = _columns(road)
    if max(place.values()) < MOST_NAMED:
        return {}
    ordered = [*sorted(place, key=place.__getitem__), *(station.id for station in road.beside)]
    return {station: number for number, station in enumerate(ordered, 1)}


def _columns(road: Road) -> dict[str, int]:
    """The column of each station: one after the furthest that leads to it. Rings are cut where they close."""
    onward: dict[str, list[str]] = defaultdict(list)
    for path in road.paths:
        for before, after in zip(path.stations, path.stations[1:], strict=False):
            onward[before].append(after)
    place: dict[str, int] = {}
    for path in road.paths:
        for at, station in enumerate(path.stations[:-2]):
            place[station] = max(place.get(station, 0), at)
    last = max(place.values(), default=0)
    for number, station in enumerate(road.paths[0].stations[-2:], 1):
        place[station] = last + number
    return place


def _spec(road: Road) -> Spec:
    place = _columns(road)
    rows_of: dict[int, list[str]] = defaultdict(list)
    for station in place:
        rows_of[place[station]].append(station)
    tall = max(len(column) for column in rows_of.values())
    above = _above(road, place)
    high = max(above.values(), default=(0, 0))[0]
    at = {
        station: (float(column), high + (row + 0.5) * tall / len(stations))
        for column, stations in rows_of.items()
        for row, station in enumerate(stations)
    }
    at |= {station: (float(column), high - level + 0.5) for station, (level, column) in above.items()}
    height = 40 + 74 * (tall + high)
    values = _leg_rows(road.legs, at) + _tie_rows(road.ties, at) + _station_rows(road, at, high, tall)
    return chart(_layers(max(place.values()), tall + high, road), values, height)


def _above(road: Road, place: dict[str, int]) -> dict[str, tuple[int, int]]:
    """The level above the road (1 and up) and the column of each party beside it, as near as can be."""
    found: dict[str, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    columns = range(max(place.values()) + 1)
    waiting = [station.id for station in road.beside]
    for _ in waiting:
        for id_ in [each for each in waiting if each not in found]:
            ends = [{each.leg.party, each.leg.of} - {id_} for each in road.ties if id_ in each.leg.ends]
            others = [other for end in ends for other in end if other in place or other in found]
            if others:
                level, column = found.get(others[0], (0, place.get(others[0], 0)))
                free = (
                    (up, side)
                    for up in range(level + 1, len(waiting) + level + 2)
                    for side in sorted(columns, key=lambda each: abs(each - column))
                    if (up, side) not in taken and abs(side - column) < 2
                )
                found[id_] = next(free)
                taken.add(found[id_])
    return found


def _tie(each: HeldLeg) -> str:
    return "tie" if each.leg.is_documented and each.standing == "held" else "open_tie"


def _tie_rows(ties: Sequence[HeldLeg], at: dict[str, tuple[float, float]]) -> list[dict[str, Json]]:
    """Ties as lines, each with its relation and share nearer to who stands higher; none hides another."""
    beside: dict[frozenset[str], list[HeldLeg]] = defaultdict(list)
    for each in ties:
        if each.leg.party in at and each.leg.of in at:
            beside[frozenset(each.leg.ends)].append(each)
    rows: list[dict[str, Json]] = []
    for group in beside.values():
        for number, each in enumerate(group):
            off = APART * (number - (len(group) - 1) / 2)
            (y, x), (y2, x2) = sorted((at[end][1], at[end][0]) for end in each.leg.ends)
            share = f" {each.leg.share:g} %" if each.leg.share is not None else ""
            down = 0.35 + 0.25 * number
            ends: Spec = {"is": "leg", "x": x + off, "y": y, "x2": x2 + off, "y2": y2}
            middle: Spec = {"mx": x + off + down * (x2 - x), "my": y + down * (y2 - y)}
            said: Spec = {"days": f"{each.leg.relation}{share}", "proof": SHOWN[_tie(each)]}
            rows.append({**ends, **middle, **said})
    return rows


def _leg_rows(legs: Sequence[Leg], at: dict[str, tuple[float, float]]) -> list[dict[str, Json]]:
    """Legs as lines; those between the same two stations side by side, so that none hides another."""
    beside: dict[tuple[str, str], list[Leg]] = defaultdict(list)
    for leg in legs:
        beside[leg.from_, leg.to].append(leg)
    rows: list[dict[str, Json]] = []
    for (start, end), group in beside.items():
        (x, y), (x2, y2) = at[start], at[end]
        for number, leg in enumerate(group):
            off = APART * (number - (len(group) - 1) / 2)
            days = leg.when.words if leg.when and leg.kind == "transfer" else ""
            rows.append(
                {
                    "is": "leg",
                    "x": x,
                    "y": y + off,
                    "x2": x2,
                    "y2": y2 + off,
                    "mx": x + 0.45 * (x2 - x),
                    "my": y + off + 0.45 * (y2 - y),
                    "proof": SHOWN[leg.proof],
                    "days": days if number == 0 else f"\n{days}",
                }
            )
    return rows


def _station_rows(
    road: Road, at: dict[str, tuple[float, float]], high: int, tall: int
) -> list[dict[str, Json]]:
    rows: list[dict[str, Json]] = []
    numbers = _numbers(road)
    stations: tuple[Station, ...] = (*road.stations, *road.beside)
    for station in stations:
        if station.id in at:
            x, y = at[station.id]
            name = str(numbers[station.id]) if numbers else _two_lines(station.name)
            named = {"name": name, "side": _side(y - high, tall, name)}
            rows.append({"is": "station", "x": x, "y": y, "kind": station.kind, **named})
    return rows


def _side(y: float, tall: int, name: str) -> str:
    """Where the name stands: away from the middle, to which the lines run, in as many lines as it has."""
    if y >= tall / 2:
        return "below"
    return "above, two lines" if "\n" in name else "above"


SIDES = {"below": 19, "above": -14, "above, two lines": -25}
"""How far the first line of a name stands from its station, in pixels."""


def _two_lines(name: str) -> str:
    """A name on two lines at most, an ellipsis where it is longer."""
    lines = wrap(name, LONGEST) or [""]
    kept = lines[:2]
    if len(lines) > 2:
        kept[1] = f"{kept[1][: LONGEST - 1]}…"
    return "\n".join(kept)


def _layers(last: int, tall: int, road: Road) -> list[Spec]:
    there = {*(leg.proof for leg in road.legs), *(_tie(each) for each in road.ties)}
    proofs = [proof for proof in SHOWN if proof in there]
    x: Spec = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [-0.45, last + 0.45]}}
    y: Spec = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [tall, 0]}}
    domain: list[Json] = [SHOWN[proof] for proof in proofs]
    colours: list[Json] = [COLOURS[proof] for proof in proofs]
    dashes: list[Json] = [DASHES[proof] for proof in proofs]
    legs: Sequence[Json] = [{"filter": "datum.is == 'leg'"}]
    stations: Sequence[Json] = [{"filter": "datum.is == 'station'"}]
    return [
        {
            "transform": legs,
            "mark": {"type": "rule", "strokeWidth": 2},
            "encoding": {
                "x": x,
                "y": y,
                "x2": {"field": "x2"},
                "y2": {"field": "y2"},
                "color": {"field": "proof", "type": "nominal", "scale": {"domain": domain, "range": colours}},
                "strokeDash": {
                    "field": "proof",
                    "type": "nominal",
                    "scale": {"domain": domain, "range": dashes},
                },
            },
        },
        *_text(
            legs,
            {"dy": -8, "fontSize": 9.5, "color": SOFT},
            {**x, "field": "mx"},
            {**y, "field": "my"},
            "days",
        ),
        {
            "transform": stations,
            "mark": {"type": "point", "size": 150, "stroke": INK, "opacity": 1},
            "encoding": {
                "x": x,
                "y": y,
                "fill": {
                    "field": "kind",
                    "type": "nominal",
                    "scale": {"domain": list(FILLS), "range": list(FILLS.values())},
                    "legend": None,
                },
                "shape": {
                    "field": "kind",
                    "type": "nominal",
                    "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())},
                    "legend": None,
                },
            },
        },
        *(
            layer
            for side, away in SIDES.items()
            for layer in _text(
                [{"filter": f"datum.side == '{side}'"}],
                {"dy": away, "fontSize": 10, "color": INK},
                x,
                y,
                "name",
            )
        ),
    ]


def _text(transform: Sequence[Json], mark: Spec, x: Spec, y: Spec, shown: str) -> list[Spec]:
    """A text upon a rim in the colour of the paper, so that no line runs through its letters."""
    encoding: Spec = {"x": x, "y": y, "text": {"field": shown, "type": "nominal"}}
    plain: Spec = {"type": "text", "lineBreak": "\n", **mark}
    rim: Spec = {**plain, "color": PAPER, "stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round"}
    return [{"transform": transform, "mark": each, "encoding": encoding} for each in (rim, plain)]
