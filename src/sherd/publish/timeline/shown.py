"""What a timeline of claims shows: the claims, what does not go together, and what findings say of them.

Not everything can be drawn. Who is contradicted, or has a finding beside a claim, keeps a lane; a strong
contradiction goes before a weak one, and a claim that no arc touches yet before one that has some.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen, validators

from sherd.model.claims import POLARITIES
from sherd.model.dates import Interval
from sherd.model.stances import STRENGTHS, Bearing, Strength
from sherd.publish.phrases import bans

MOST_LANES = 40
"""So many lanes can be read on one page; the speakers that say least share the last."""

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

    @property
    def is_dated(self) -> bool:
        """Whether any day is known by which, or since when, it was said."""
        return self.said.first is not None or self.said.last is not None


@frozen
class Found:
    """Something on the table, beside which claims stand: what, and on which days."""

    what: str
    when: Interval = field(factory=Interval)
    id: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether first and last day are known."""
        return self.when.first is not None and self.when.last is not None


@frozen
class Arc:
    """Two claims, by id, that do not go together."""

    a: str
    b: str
    strength: Strength = "strong"


@frozen
class Note:
    """What stands in the margin: how findings on one item or component bear on one claim.

    ``weights`` are bans, the least and the greatest, positive towards what the claim says.
    """

    claim: str
    item: str
    how: str
    weights: tuple[float, float] | None
    judged: str | None

    @property
    def how_much(self) -> str:
        """The weights as they are printed, or that there is none."""
        if self.weights is None:
            return "no weight"
        low, high = map(bans, self.weights)
        return low if low == high else f"{low}…{high}"

    def rank(self) -> tuple[bool, float]:
        """Judged before proposed, weighed before unweighed, the heavier first."""
        return self.judged is None, -max(map(abs, self.weights)) if self.weights else 1.0


def notes(bearings: Iterable[Bearing]) -> tuple[Note, ...]:
    """One note for each judgement, and one for all candidates that say the same of one claim and item."""
    alike: dict[tuple[str, str, str, str | None], list[float]] = defaultdict(list)
    for each in bearings:
        said = alike[each.claim, each.item, each.how, each.judged]
        said += [] if each.weight is None else [each.weight]
    found = [
        Note(claim, item, how, (min(said), max(said)) if said else None, judged)
        for (claim, item, how, judged), said in alike.items()
    ]
    return tuple(sorted(found, key=Note.rank))


@frozen
class Shown:
    """What of all is drawn: points in order of time, each in a lane; arcs; notes by claim."""

    points: tuple[Point, ...]
    undated: tuple[Point, ...]
    lanes: Mapping[str, str]
    all_arcs: Mapping[Strength, int]
    notes: Mapping[str, tuple[Note, ...]]
    arcs: tuple[Arc, ...] = ()

    @cached_property
    def names(self) -> list[str]:
        """Lanes in the order in which somebody first spoke in them; those who share one at the foot."""
        names = dict.fromkeys(self.lanes[point.speaker] for point in self.points)
        return sorted(names, key=lambda name: name == OTHERS)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each claim in a lane of its own that has a note, down the lanes and then by time."""
        order = {name: at for at, name in enumerate(self.names) if name != OTHERS}
        noted = [p for p in self.points if p.id in self.notes and self.lanes[p.speaker] in order]
        noted.sort(key=lambda point: order[self.lanes[point.speaker]])
        return {point.id: number for number, point in enumerate(noted, 1)}


def chosen(
    points: Iterable[Point], arcs: Sequence[Arc], bearings: Iterable[Bearing], most: int = MOST_LANES
) -> Shown:
    """What is drawn of these, with at most so many lanes; arcs are counted, and not yet chosen."""
    ordered = sorted(points, key=_first_day)
    dated = [point for point in ordered if point.is_dated]
    known = {point.id for point in ordered if point.id}
    noted: dict[str, tuple[Note, ...]] = {}
    for note in notes(bearings):
        if note.claim in known:
            noted[note.claim] = (*noted.get(note.claim, ()), note)
    return Shown(
        points=tuple(dated),
        undated=tuple(point for point in ordered if not point.is_dated),
        lanes=_lanes(dated, arcs, noted, most),
        all_arcs={strength: sum(arc.strength == strength for arc in arcs) for strength in STRENGTHS},
        notes=noted,
    )


def _first_day(point: Point) -> tuple[date, str]:
    return point.said.first or point.said.last or date.min, point.speaker


def _lanes(
    points: Sequence[Point], arcs: Sequence[Arc], noted: Mapping[str, object], most: int
) -> dict[str, str]:
    """Each speaker's lane; where there are too many, those on whom least hangs share the last."""
    speakers = list(dict.fromkeys(point.speaker for point in points))
    if len(speakers) <= most:
        return {speaker: speaker for speaker in speakers}
    by = {point.id: point.speaker for point in points if point.id}
    beside = Counter(by[claim] for claim in noted if claim in by)
    against = {
        strength: Counter(
            by[end] for arc in arcs for end in (arc.a, arc.b) if end in by and arc.strength == strength
        )
        for strength in STRENGTHS
    }
    often = Counter(point.speaker for point in points)
    ranked = sorted(
        speakers,
        key=lambda name: (-beside[name], *(-against[each][name] for each in STRENGTHS), -often[name]),
    )
    kept = set(ranked[: most - 1])
    return {speaker: speaker if speaker in kept else OTHERS for speaker in speakers}


def joined(shown: Shown, arcs: Iterable[Arc]) -> Shown:
    """With the arcs that are drawn: strong first, then those between claims that few touch yet.

    Two claims are joined once, however many contradictions stand between them.
    """
    place = {point.id: at for at, point in enumerate(shown.points) if point.id}
    lane = {point.id: shown.lanes[point.speaker] for point in shown.points}
    known = [arc for arc in arcs if arc.a in place and arc.b in place and arc.a != arc.b]
    by_strength = sorted(known, key=lambda arc: STRENGTHS.index(arc.strength))
    waiting = list({frozenset((arc.a, arc.b)): arc for arc in reversed(by_strength)}.values())
    touched: Counter[str] = Counter()

    def rank(arc: Arc) -> tuple[int, ...]:
        ends = (arc.a, arc.b)
        return (
            STRENGTHS.index(arc.strength),
            sum(touched[end] for end in ends),
            sum(lane[end] == OTHERS for end in ends),
            -sum(end in shown.notes for end in ends),
            *sorted(place[end] for end in ends),
        )

    drawn: list[Arc] = []
    while waiting and len(drawn) < MOST_ARCS:
        drawn.append(min(waiting, key=rank))
        waiting.remove(drawn[-1])
        touched.update((drawn[-1].a, drawn[-1].b))
    return evolve(shown, arcs=tuple(drawn))
