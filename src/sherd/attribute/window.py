"""Which reference specimens lie too far in time from an item: a line changes, so that they speak of another.

What is not dated counts, and so does a specimen of which only an open span is known that may reach the item.
"""

from __future__ import annotations

from attrs import frozen

from sherd.attribute.observed import local
from sherd.model.dates import Interval
from sherd.model.items import Item
from sherd.model.record import CaseRecord


@frozen
class Window:
    """So many ``days`` around an item, with the dates of the events of its case."""

    days: int
    case: str
    events: dict[str, Interval]

    @classmethod
    def of(cls, record: CaseRecord, days: int) -> Window:
        """The window of a case record. Raises ``ValueError`` for fewer than no days."""
        if days < 0:
            raise ValueError(f"a window of {days} days")
        return cls(days, record.case.id, {event.id: event.when for event in record.events if event.when})

    def outside(self, found: Item, item: Item) -> str | None:
        """Why a specimen is too far from an item in time; ``None`` where it may be near, or nobody knows."""
        own, when = self._when(item), self._when(found)
        if own is None or when is None:
            return None
        apart = when.days_from(own)
        if apart <= self.days:
            return None
        return (
            f"of another time ({when.words}; the item: {own.words}): at least {apart:,} days apart, outside "
            f"the time window of {self.days:,} days"
        )

    def _when(self, item: Item) -> Interval | None:
        """When an item was recovered, else documented."""
        event = self.events.get(local(item.event, self.case)) if item.event else None
        return event or item.documented_at
