"""Read the journal again from its first event: leaves, with the withheld values that are still there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import Connection

from sherd.journal.disclosure import DisclosureError
from sherd.journal.entry import reveal
from sherd.journal.leaf import LeafError, decode
from sherd.store.database import advanced, damaged, fetched
from sherd.store.projection import Effect

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
            after = advanced(self.where, "events", page, first)
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


def events_from(connection: Connection, first: int) -> list[tuple[Any, ...]]:
    """The next rows of the journal: seq, leaf, hash, verb, kind, case, id, at."""
    columns = 'seq, leaf, hash, verb, kind, "case", id, at'
    return fetched(
        connection, f"SELECT {columns} FROM events WHERE seq >= ? ORDER BY seq LIMIT {PAGE}", first
    )


def disclosures_between(connection: Connection, first: int, after: int) -> list[tuple[Any, ...]]:
    """Disclosures of events from ``first`` to before ``after``: seq, digest, level, text."""
    wanted = "SELECT seq, digest, level, text FROM disclosures WHERE seq >= ? AND seq < ? ORDER BY seq, place"
    return fetched(connection, wanted, first, after)


def texts_by_event(disclosures: Sequence[Any]) -> dict[int, list[str | None]]:
    """The texts of disclosures by the number of their event."""
    texts: dict[int, list[str | None]] = {}
    for seq, _, _, text in disclosures:
        if seq in texts:
            texts[seq].append(text)
        else:
            texts[seq] = [text]
    return texts
