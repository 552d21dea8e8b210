"""What changed since a day: new claims, changes of side, and promises with what was documented since.

A promise, or an appeal to do something, is watched: whatever was recovered after it, with parts made after
it, is set beside it. That something was made later is an observation, not a breach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from sherd.claims.contradictions import contradictions
from sherd.claims.ledger import proposition_of, reversals
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
    """What is new since a day."""

    since: date
    new: tuple[Stand, ...]
    reversals: tuple[Reversal, ...]
    promises: tuple[Promise, ...]


def changes(stands: Sequence[Stand], record: CaseRecord, since: date) -> Changes:
    """What was said since a day, who changed sides since, and every promise with what came after it."""
    return Changes(
        since=since,
        new=tuple(stand for stand in stands if _from(stand.said, since)),
        reversals=tuple(turn for turn in reversals(contradictions(stands)) if _from(turn.after.said, since)),
        promises=tuple(_promises(stands, record)),
    )


def _from(when: Interval | None, since: date) -> bool:
    """Whether it was said since a day; what was said by a day of publication is as new as that day."""
    if when is None:
        return False
    day = when.first or when.last
    return day is not None and day >= since


def _promises(stands: Sequence[Stand], record: CaseRecord) -> Iterator[Promise]:
    for stand in stands:
        if stand.granted or stand.said is None or stand.said.last is None:
            continue
        if stand.action in PROMISES or stand.holds is None:
            yield _promise(stand, stand.said.last, record)


def _promise(stand: Stand, said: date, record: CaseRecord) -> Promise:
    events = {event.id: event.when for event in record.events}
    recovered = tuple(item.id for item in record.items if _surely_after(events.get(item.event or ""), said))
    made = tuple(
        component.id for component in record.components if _surely_after(component.made_as_published, said)
    )
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
