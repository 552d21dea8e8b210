"""Who asserted, denied, urged or conceded something, and when: one lane for each speaker.

Arcs join claims that do not go together; in the margin stands what findings say of a claim, at its height
and under its number; at the foot what was found. What does not fit is counted, and told in the table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sherd.model.document import Column, Figure, Table
from sherd.model.stances import Bearing
from sherd.publish.phrases import NOTHING, listed, plural
from sherd.publish.timeline.marks import SIGNS, drawing
from sherd.publish.timeline.plan import Plan, plan
from sherd.publish.timeline.shown import FOUND, OTHERS, Arc, Found, Note, Point, Shown

MOST_TOLD = 6
"""So many arcs, and so many notes, are told one by one to who does not see them; the table has all."""


def figure(
    id: str,
    points: Iterable[Point],
    arcs: Iterable[Arc] = (),
    found: Iterable[Found] = (),
    bearings: Iterable[Bearing] = (),
) -> Figure:
    """The timeline, speakers in the order in which they first spoke.

    ``arcs`` join points by their ids; ``bearings`` stand in the margin of the claim that they name; ``found``
    stands in a lane of its own at the foot. Raises ValueError when no point names a day.
    """
    found = tuple(found)
    return of(id, plan(points, arcs, found, bearings), found)


def of(id: str, made: Plan, found: Sequence[Found]) -> Figure:
    """The timeline of a plan; ``found`` is all that was found, with a day or without."""
    days = f"{made.floor} to {made.ceiling}"
    shown = made.shown
    caption = [f"Claims by speaker and stance, {days}.", WORD, *_arcs_said(shown), *_rest(made, found)]
    alt = [*_counted(shown, days), *_arcs_told(shown), *_notes_told(made), *_found_told(found)]
    return Figure(
        id,
        " ".join(caption),
        " ".join(alt),
        drawing(made),
        _table(made.shown, found),
    )


WORD = "A claim is somebody's word, not a finding."


# -- caption -----------------------------------------------------------------------------------------------


def _arcs_said(shown: Shown) -> Iterator[str]:
    """How many arcs of how many, and of which strength."""
    if not sum(shown.all_arcs.values()):
        return
    drawn = Counter(arc.strength for arc in shown.arcs)
    each = listed(f"{drawn[kind]} of {count} {kind}" for kind, count in shown.all_arcs.items() if count)
    yield f"Arcs join {len(shown.arcs)} of {plural(sum(shown.all_arcs.values()), 'pair')} that do not go " + (
        f"together: {each}."
    )


def _rest(made: Plan, found: Sequence[Found]) -> Iterator[str]:
    """What stands in the margin and at the foot, and what is in the table alone."""
    shown = made.shown
    if shown.notes:
        drawn = sum(line.note is not None for line in made.noted)
        total = sum(map(len, shown.notes.values()))
        yield (
            f"In the margin stands how findings bear on claims, under the number of each claim ({drawn} of "
            f"{total}): the weight in bans, + for what is said and − against it, of one item alone."
        )
    if made.found:
        yield f"At the foot, what was found ({len(made.found)} of {len(found)})."
    shared = sum(lane == OTHERS for lane in shown.lanes.values())
    if shared:
        yield f"{shared} speakers share the lane “{OTHERS}”; the table names them."
    if shown.undated:
        yield f"In the table alone: {plural(len(shown.undated), 'claim')} without a day."


# -- for who does not see the picture ----------------------------------------------------------------------


def _counted(shown: Shown, days: str) -> Iterator[str]:
    points = [*shown.points, *shown.undated]
    counts = Counter(point.polarity for point in points)
    said = ", ".join(f"{counts[kind]} {SIGNS[kind][0]}" for kind in SIGNS if counts[kind])
    speakers = {point.speaker for point in points}
    yield f"{plural(len(points), 'claim')} by {plural(len(speakers), 'speaker')}, {days}: {said}."
    if shown.undated:
        yield f"{len(shown.undated)} of them without a day."


def _arcs_told(shown: Shown) -> Iterator[str]:
    if not shown.arcs:
        return
    yield from _arcs_said(shown)
    by = {point.id: point for point in shown.points}
    told = [f"{_who(by[arc.a])} against {_who(by[arc.b])}, {arc.strength}" for arc in shown.arcs[:MOST_TOLD]]
    yield f"{_first(told, len(shown.arcs), 'arc')}{'; '.join(told)}."


def _first(told: Sequence[str], count: int, what: str) -> str:
    return f"The first {len(told)} of {count} {what}s: " if len(told) < count else ""


def _who(point: Point) -> str:
    return f"{point.speaker} ({SIGNS[point.polarity][0]}, {point.said.words})"


def _notes_told(made: Plan) -> Iterator[str]:
    lines = [line for line in made.noted if line.note]
    by = {point.id: point for point in made.shown.points}
    told = [
        f"{line.number}, {_who(by[line.note.claim])}: {_said_of(line.note)}"
        for line in lines[:MOST_TOLD]
        if line.note
    ]
    if told:
        yield f"Findings in the margin. {_first(told, len(lines), 'finding')}{'; '.join(told)}."


def _said_of(note: Note) -> str:
    """What stands in a line of the margin, in one phrase."""
    by = f"judged in {note.judged}" if note.judged else "proposed by rule"
    weight = note.how_much if note.weights is None else f"{note.how_much} bans"
    how = "bears on neither" if note.how == "neither" else note.how
    return f"{note.item} {how}, {weight}, {by}"


def _found_told(found: Sequence[Found]) -> Iterator[str]:
    """What was found, and when."""
    if found:
        yield f"Found: {'; '.join(f'{each.what} ({_day(each)})' for each in found)}."


def _day(each: Found) -> str:
    return each.when.words if each.is_dated else NO_DAY


# -- the same in numbers -----------------------------------------------------------------------------------


def _table(shown: Shown, found: Sequence[Found]) -> Table:
    """Every claim, drawn or not, with its arcs and the findings in its margin; then what was found."""
    arcs = _by_claim(shown.arcs)
    columns = [
        Column("Claim", width=8),
        Column("Said", width=12),
        Column("By", width=17),
        Column("Stance", width=9),
        Column("What", width=28),
        Column("Arcs to", width=11),
        Column("Findings on it", width=15),
    ]
    rows = [
        [
            point.id or NOTHING,
            point.said.words if point.is_dated else NO_DAY,
            point.speaker,
            SIGNS[point.polarity][0],
            point.paraphrase,
            "; ".join(arcs.get(point.id, ())) or NOTHING,
            _margin(shown, point) or NOTHING,
        ]
        for point in (*shown.points, *shown.undated)
    ]
    rows += [[each.id or NOTHING, _day(each), FOUND, NOTHING, each.what, NOTHING, NOTHING] for each in found]
    kept = [
        at
        for at, column in enumerate(columns)
        if column.title not in MAY_BE_EMPTY or any(row[at] != NOTHING for row in rows)
    ]
    return Table(
        "Claims by speaker and stance",
        [columns[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
    )


NO_DAY = "no day shown"
"""What stands for the days of a claim or find of which the record says none, or none to this reader."""

MAY_BE_EMPTY = ("Claim", "Arcs to", "Findings on it")
"""Columns that are left out where nothing would stand in them."""


def _by_claim(arcs: Iterable[Arc]) -> Mapping[str, list[str]]:
    """To which claims each is joined, and how strongly."""
    found: dict[str, list[str]] = defaultdict(list)
    for arc in arcs:
        found[arc.a].append(f"{arc.b} ({arc.strength})")
        found[arc.b].append(f"{arc.a} ({arc.strength})")
    return found


def _margin(shown: Shown, point: Point) -> str:
    number = shown.numbers.get(point.id)
    said = "; ".join(_said_of(note) for note in shown.notes.get(point.id, ()))
    return f"{number}: {said}" if number is not None and said else said
