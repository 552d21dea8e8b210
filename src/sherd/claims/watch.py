"""What changed since a day: new claims, changes of side, and promises with what was documented since.

A promise, or an appeal to do something, is watched: whatever was recovered after it, with parts made after
it, is set beside it. That something was made later is an observation, not a breach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from sherd.claims.contradictions import contradictions
from sherd.claims.ledger import in_time, proposition_of, reversals
from sherd.model.dates import Interval
from sherd.model.record import CaseRecord
from sherd.model.stances import Reversal, Stand

PROMISES = frozenset({"COMMIT", "REQUEST"})
"""Actions that look forward, so that what is documented later bears on them; so does whatever is urged."""


@frozen(kw_only=True)
class Promise:
    """A promise or appeal, and what was documented after it: items recovered, and parts surely made since."""

    stand: Stand
    recovered_since: tuple[str, ...]
    made_since: tuple[str, ...]
    words: str


@frozen(kw_only=True)
class Changes:
    """What is new since a day; ``undated`` counts the stands of which no day is known, new or not."""

    since: date
    new: tuple[Stand, ...]
    undated: int = 0
    reversals: tuple[Reversal, ...]
    promises: tuple[Promise, ...]


def changes(stands: Sequence[Stand], record: CaseRecord | None, since: date) -> Changes:
    """What was said since a day, who changed sides since, and every promise with what came after it.

    Without a case nothing is known to have been recovered or made.
    """
    return Changes(
        since=since,
        new=tuple(sorted((stand for stand in stands if _from(stand.said, since)), key=in_time)),
        undated=sum(stand.said is None or stand.said == Interval() for stand in stands),
        reversals=tuple(turn for turn in reversals(contradictions(stands)) if _from(turn.after.said, since)),
        promises=tuple(_promises(stands, record)),
    )


def _from(when: Interval | None, since: date) -> bool:
    """Whether it was said since a day; what was said by a day of publication is as new as that day."""
    day = (when.first or when.last) if when else None
    return day is not None and day >= since


def _promises(stands: Sequence[Stand], record: CaseRecord | None) -> Iterator[Promise]:
    events = {event.id: event.when for event in record.events} if record else {}
    items = [(item.id, events.get(item.event or "")) for item in record.items] if record else []
    parts = [(part.id, part.made_as_published) for part in record.components] if record else []
    for stand in stands:
        if stand.granted or stand.said is None or stand.said.last is None:
            continue
        if stand.action in PROMISES or stand.holds is None:
            yield _promise(stand, stand.said.last, items, parts)


Dated = Sequence[tuple[str, Interval | None]]
"""Things by their ids, each with the days in which it was recovered or made."""


def _promise(stand: Stand, said: date, items: Dated, parts: Dated) -> Promise:
    recovered = tuple(id_ for id_, when in items if _surely_after(when, said))
    made = tuple(id_ for id_, when in parts if _surely_after(when, said))
    return Promise(
        stand=stand,
        recovered_since=recovered,
        made_since=made,
        words=f"{stand.speaker} ({said}) on “{proposition_of(stand)}”: since then "
        f"{_count(recovered, 'item')} recovered, {_count(made, 'part')} surely made",
    )


def _surely_after(when: Interval | None, day: date) -> bool:
    return when is not None and when.first is not None and when.first > day


def _count(found: Sequence[str], noun: str) -> str:
    return f"{len(found)} {noun}{'' if len(found) == 1 else 's'}"
