"""Read the journal again from its first event: leaves, with the withheld values that are still there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from attrs import frozen
from sqlalchemy import Connection, select

from sherd.journal.disclosure import DisclosureError
from sherd.journal.entry import reveal
from sherd.journal.leaf import LeafError, decode
from sherd.store.database import damaged
from sherd.store.projection import Effect
from sherd.store.tables import DISCLOSURES, EVENTS

PAGE = 5000
"""Events read at a time."""


@frozen
class Replay:
    """Goes through the journal in one transaction."""

    connection: Connection
    where: str

    def batches(self) -> Iterator[list[Effect]]:
        """All events in order, some thousands at a time. Raises ``StoreDamaged`` for an unreadable one."""
        first = 0
        while page := events_from(self.connection, first):
            after = page[-1][0] + 1
            texts = texts_by_event(disclosures_between(self.connection, first, after))
            yield [replayed(self.where, seq, leaf, texts.get(seq, ())) for seq, leaf, *_ in page]
            first = after


def replayed(where: str, seq: int, leaf: bytes, texts: Sequence[str | None]) -> Effect:
    """What one event does to the tables. Raises ``StoreDamaged`` when it cannot be read."""
    try:
        event = decode(leaf)
        id_, fields = reveal(event, texts)
    except (LeafError, DisclosureError) as error:
        raise damaged(where, f"event {seq}: {error}") from error
    return Effect(seq, event.kind, event.case or "", id_, event.parents, fields)


def events_from(connection: Connection, first: int) -> Sequence[Any]:
    """The next rows of the journal: seq, leaf, hash, verb, kind, case, id, at."""
    c = EVENTS.c
    wanted = select(c.seq, c.leaf, c.hash, c.verb, c.kind, c.case, c.id, c.at)
    return connection.execute(wanted.where(c.seq >= first).order_by(c.seq).limit(PAGE)).fetchall()


def disclosures_between(connection: Connection, first: int, after: int) -> Sequence[Any]:
    """Disclosures of events from ``first`` to before ``after``: seq, digest, level, text."""
    c = DISCLOSURES.c
    wanted = select(c.seq, c.digest, c.level, c.text).where(c.seq >= first, c.seq < after)
    return connection.execute(wanted.order_by(c.seq, c.place)).fetchall()


def texts_by_event(disclosures: Sequence[Any]) -> dict[int, list[str | None]]:
    """The texts of disclosures by the number of their event."""
    return {seq: [row[3] for row in rows] for seq, rows in groupby(disclosures, itemgetter(0))}
