"""What changed since a day: new claims, changes of side, and promises with what was documented since.

A promise, or an appeal to do something, is watched: whatever was recovered after it, with parts made after
it, is set beside it, unless it is a thing of another class. That something was made later is an observation,
not a breach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from sherd.claims.contradictions import contradictions
from sherd.claims.ledger import in_time, proposition_of, reversals
from sherd.model.dates import Interval
from sherd.model.items import Item
from sherd.model.record import CaseRecord
from sherd.model.stances import Reversal, Stand

PROMISES = frozenset({"COMMIT", "REQUEST"})
"""Actions that look forward, so that what is documented later bears on them; so does whatever is urged."""


KINDS: Mapping[str, str] = {
    "uav": "drone",
    "missile": "missile",
    "ammunition": "ammunition",
    "vehicle": "vehicle",
    "vessel": "vessel",
}
"""Kinds of items that are one class of things, and surely no other of these."""


@frozen(kw_only=True)
class Promise:
    """A promise or appeal, and what was documented after it: items recovered, and parts surely made since.

    ``days`` say of each id when that was, in which item a part is, and what is there for comparison alone.
    """

    stand: Stand
    recovered_since: tuple[str, ...]
    made_since: tuple[str, ...]
    days: Mapping[str, str] = field(factory=dict, hash=False)
    words: str


@frozen(kw_only=True)
class Changes:
    """What is new since a day; ``undated`` counts the stands of which no day is known, new or not."""

    since: date
    new: tuple[Stand, ...]
    undated: int = 0
    reversals: tuple[Reversal, ...]
    promises: tuple[Promise, ...]


Made = Mapping[str, Interval]
"""The days within which each part was made, by the id of the component."""


def changes(
    stands: Sequence[Stand], record: CaseRecord | None, since: date, made: Made | None = None
) -> Changes:
    """What was said since a day, who changed sides since, and every promise with what came after it.

    Parts were ``made`` as that says, else as a publisher does. Without a case nothing is known to have been
    recovered or made.
    """
    return Changes(
        since=since,
        new=tuple(sorted((stand for stand in stands if _from(stand.said, since)), key=in_time)),
        undated=sum(stand.said is None or stand.said == Interval() for stand in stands),
        reversals=tuple(turn for turn in reversals(contradictions(stands)) if _from(turn.after.said, since)),
        promises=tuple(_promises(stands, _finds(record, made) if record else ())),
    )


def _from(when: Interval | None, since: date) -> bool:
    """Whether it was said since a day; what was said by a day of publication is as new as that day."""
    day = (when.first or when.last) if when else None
    return day is not None and day >= since


@frozen(kw_only=True)
class _Find:
    """An item that was recovered, or a part of one that was made, within some days."""

    id: str
    item: Item | None
    when: Interval | None
    is_part: bool = False

    def told(self) -> str:
        words = [self.when.words] if self.when else []
        if self.is_part and self.item:
            words.append(f"in {self.item.id}")
        if self.item and self.item.role == "reference":
            words.append("for comparison")
        return ", ".join(words)


def _finds(record: CaseRecord, made: Made | None) -> tuple[_Find, ...]:
    """Every item with the days of its recovery, every part with those in which it was made."""
    events = {event.id: event.when for event in record.events}
    items = {item.id: item for item in record.items}
    found = [_Find(id=item.id, item=item, when=events.get(item.event or "")) for item in record.items]
    for part in record.components:
        when = part.made_as_published if made is None else made.get(part.id)
        found.append(_Find(id=part.id, item=items.get(part.item), when=when, is_part=True))
    return tuple(found)


def _promises(stands: Sequence[Stand], finds: Sequence[_Find]) -> Iterator[Promise]:
    for stand in stands:
        if stand.granted or stand.said is None or stand.said.last is None:
            continue
        if stand.action in PROMISES or stand.holds is None:
            yield _promise(stand, stand.said.last, finds)


def _promise(stand: Stand, said: date, finds: Sequence[_Find]) -> Promise:
    later = [each for each in finds if _surely_after(each.when, said) and _may_concern(stand, each.item)]
    recovered = tuple(each.id for each in later if not each.is_part)
    made = tuple(each.id for each in later if each.is_part)
    return Promise(
        stand=stand,
        recovered_since=recovered,
        made_since=made,
        days={each.id: each.told() for each in later},
        words=f"{stand.speaker} ({said}) on “{proposition_of(stand)}”: since then "
        f"{_count(recovered, 'item')} recovered, {_count(made, 'part')} surely made",
    )


def _may_concern(stand: Stand, item: Item | None) -> bool:
    """Whether a promise can be about an item: one on missiles is not about a drone."""
    promised = stand.matter.class_ if stand.matter else None
    kind = KINDS.get(item.kind_ or "") if item else None
    return kind is None or promised not in KINDS.values() or promised == kind


def _surely_after(when: Interval | None, day: date) -> bool:
    return when is not None and when.first is not None and when.first > day


def _count(found: Sequence[str], noun: str) -> str:
    return f"{len(found)} {noun}{'' if len(found) == 1 else 's'}"
