"""Where each claim, note and find of a timeline stands, in pixels, so that the whole fits one page.

Names and notes are given fewer lines where there are many lanes; where that is not enough, fewer speakers
have a lane of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from sherd.model.stances import Bearing
from sherd.publish.charts.style import WIDTH, domain, edges, sign_at
from sherd.publish.timeline.lanes import LINE, Lane, height, lines, reach, shortened, stacked, tiers
from sherd.publish.timeline.shown import (
    FOUND,
    MOST_LANES,
    OTHERS,
    Arc,
    Found,
    Note,
    Point,
    Shown,
    chosen,
    joined,
)

NAMES, EDGE = 148, 10
"""The width of the column of names, and of the right edge where nothing stands in the margin."""

BADGE, HOW, GAP = 18.0, 60.0, 9.0
"""The width of the number and of the first word in the margin, and the air between its columns."""

ITEM = 92.0
"""The most that the name of an item takes there."""

NAME_SIZE, NOTE_SIZE = 10.0, 9.5
SIGN, NUMBER, SMALL = 11, 8, 7
"""How wide a sign is with the air around it, how much wider with a number, and where many share a lane."""

TALLEST = 690
"""The height of all lanes together that leaves room on a page for the key and the caption."""

FEWEST = 6
"""So many lanes there are whatever they hold."""

MOST_TIERS, MOST_SHARED, MOST_FOUND = 6, 9, 8
BAREST, FULLER = (2, 2), ((2, 3), (3, 4))
"""Lines of a name and notes of a lane, at most."""


@frozen
class Placed:
    """A claim, how far from the left its sign stands, and how far down."""

    point: Point
    x: float
    y: float


@frozen
class Noted:
    """A line of the margin: the number of a claim and the note on it; or how many more there are."""

    y: float
    number: int = 0
    note: Note | None = None
    rest: str = ""


@frozen
class Named:
    """Something that was found, the name before or after its sign, and how far down it stands."""

    found: Found
    name: str
    y: float
    named_after: bool


@frozen
class Margin:
    """Where the columns of the margin begin, in pixels behind the days, and where it ends."""

    how: float = BADGE
    weight: float = 0.0
    item: float = 0.0
    end: float = float(EDGE)


@frozen(kw_only=True)
class Plan:
    """A timeline laid out, ``width`` pixels of it for the days."""

    shown: Shown
    floor: date
    ceiling: date
    width: float
    lanes: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    margin: Margin
    noted: tuple[Noted, ...]
    found: tuple[Named, ...]

    @property
    def height(self) -> float:
        """How far down the last lane reaches."""
        return self.lanes[-1].bottom


def plan(
    points: Iterable[Point],
    arcs: Iterable[Arc] = (),
    found: Iterable[Found] = (),
    bearings: Iterable[Bearing] = (),
) -> Plan:
    """The fullest layout that fits. Raises ValueError when no point names a day."""
    points, arcs, bearings = tuple(points), tuple(arcs), tuple(bearings)
    found = sorted((each for each in found if each.is_dated), key=lambda each: str(each.when))
    most = MOST_LANES
    while True:
        shown = chosen(points, arcs, bearings, most)
        made = _laid_out(shown, found, *BAREST)
        spare = TALLEST - made.height
        if spare >= 0 or most <= FEWEST:
            break
        highest = max(lane.bottom - lane.top for lane in made.lanes)
        most = max(FEWEST, min(most, len(shown.names)) - math.ceil(-spare / highest))
    for detail in FULLER:
        fuller = _laid_out(shown, found, *detail)
        made = fuller if fuller.height <= TALLEST else made
    return evolve(made, shown=joined(shown, arcs))


def _laid_out(shown: Shown, found: Sequence[Found], name_lines: int, note_lines: int) -> Plan:
    floor, ceiling = edges([*(point.said for point in shown.points), *(each.when for each in found)])
    margin = _margin(note for told in shown.notes.values() for note in told)
    width = WIDTH - NAMES - margin.end
    places: dict[str, list[tuple[Point, float]]] = {name: [] for name in shown.names}
    for point in shown.points:
        places[shown.lanes[point.speaker]].append((point, _pixel(point, floor, ceiling, width)))
    levels = {name: _levels(places[name], shown) for name in places}
    deep = {name: 1 + max(levels[name]) for name in places}
    told = {name: _told([point for point, _ in places[name]], shown, note_lines) for name in places}
    wanted = []
    for name in places:
        said = lines(name, NAMES - 12, NAME_SIZE, name_lines)
        high = height(len(said), deep[name], len(told[name]), _apart(name))
        wanted.append((name, said, high))
    if found:
        wanted.append((FOUND, (FOUND,), height(1, min(len(found), MOST_FOUND), 0)))
    lanes = stacked(wanted)
    return Plan(
        shown=shown,
        floor=floor,
        ceiling=ceiling,
        width=width,
        lanes=tuple(lanes),
        placed=tuple(
            Placed(point, x, _spread(lane, at, deep[lane.name], _apart(lane.name)))
            for lane in lanes
            if lane.name in places
            for (point, x), at in zip(places[lane.name], levels[lane.name], strict=True)
        ),
        margin=margin,
        noted=tuple(
            Noted(_spread(lane, at, len(told[lane.name])), *line)
            for lane in lanes
            for at, line in enumerate(told.get(lane.name, ()))
        ),
        found=tuple(_named(found, lanes[-1], floor, ceiling, width)) if found else (),
    )


def _margin(notes: Iterable[Note]) -> Margin:
    """Columns as wide as what stands in them; an item with a long name is cut."""
    notes = list(notes)
    if not notes:
        return Margin()
    weight = BADGE + HOW + GAP
    item = weight + GAP + max(reach(each.how_much, NOTE_SIZE) for each in notes)
    wide = min(ITEM, max(reach(each.item, NOTE_SIZE) for each in notes))
    return Margin(BADGE, weight, item, math.ceil(item + wide + 2))


def _pixel(point: Point | Found, floor: date, ceiling: date, width: float) -> float:
    """How far from the left the sign stands for the days within which something was said or found."""
    begin, end = domain(floor, ceiling)
    when = point.said if isinstance(point, Point) else point.when
    return (sign_at(when, floor, ceiling) - begin) / (end - begin) * width


def _levels(places: Sequence[tuple[Point, float]], shown: Shown) -> list[int]:
    """On which line of its lane each claim stands; a number beside a sign needs room too."""
    order = sorted(range(len(places)), key=lambda at: places[at][1])
    numbered, shared = shown.numbers, shown.lanes[places[0][0].speaker] == OTHERS
    half = (SMALL if shared else SIGN) / 2
    ends = [
        (x - half, x + half + (NUMBER if point.id in numbered else 0))
        for point, x in (places[at] for at in order)
    ]
    levels = dict(zip(order, tiers(ends, MOST_SHARED if shared else MOST_TIERS), strict=True))
    return [levels[at] for at in range(len(places))]


def _told(points: Sequence[Point], shown: Shown, most: int) -> list[tuple[int, Note | None, str]]:
    """The lines of the margin of one lane; the last says how many more there are."""
    numbers = shown.numbers
    notes = [(point.id, note) for point in points for note in shown.notes.get(point.id, ())]
    own = [(numbers[claim], note) for claim, note in notes if claim in numbers]
    kept = own if len(notes) <= most else sorted(own, key=lambda line: line[1].rank())[: most - 1]
    lines_: list[tuple[int, Note | None, str]] = [(*line, "") for line in own if line in kept]
    rest = len(notes) - len(kept)
    if rest:
        lines_.append((0, None, f"and {rest} more in the table" if kept else f"{rest} in the table"))
    return lines_


def _apart(name: str) -> float:
    """How far apart two lines of signs stand in a lane."""
    return SMALL + 1.0 if name == OTHERS else LINE


def _spread(lane: Lane, at: int, count: int, apart: float = LINE) -> float:
    """How far down the line number ``at`` of ``count`` of a lane stands."""
    return lane.middle + apart * (at - (count - 1) / 2)


def _named(found: Sequence[Found], lane: Lane, floor: date, ceiling: date, width: float) -> Iterator[Named]:
    """Each find on a line of its own with its name; of many, the last share a line and have none."""
    count = min(len(found), MOST_FOUND)
    alone = len(found) if len(found) <= MOST_FOUND else MOST_FOUND - 1
    for at, each in enumerate(found):
        x = _pixel(each, floor, ceiling, width)
        after = WIDTH - NAMES - x
        name = shortened(each.what, max(after, x) - 10, NOTE_SIZE) if at < alone else ""
        yield Named(each, name, _spread(lane, min(at, count - 1), count), named_after=after >= x)
