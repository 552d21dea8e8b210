"""Carry out a destruction on a database: the text, its row's id, and what the tables show of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from sherd.journal.entry import DESTROYED
from sherd.ports import StoredDisclosure, StoredEvent
from sherd.store.destruction import Destruction
from sherd.store.projection import Projection
from sherd.store.replay import replayed
from sherd.store.tables import DISCLOSURES, EVENTS, NOUN_TABLES


def holding(
    connection: Connection, digests: Sequence[str]
) -> tuple[list[StoredEvent], list[StoredDisclosure]]:
    """The events that hold these disclosures and those about files, with all their disclosures."""
    e, d = EVENTS.c, DISCLOSURES.c
    held = select(d.seq).where(d.digest.in_(digests))
    wanted = (e.seq.in_(held)) | (e.kind == "file")
    columns = (e.seq, e.leaf, e.hash, e.verb, e.kind, e.case, e.id, e.at)
    events = [StoredEvent(*row) for row in connection.execute(select(*columns).where(wanted))]
    numbers = select(e.seq).where(wanted)
    rows = connection.execute(select(d.seq, d.digest, d.level, d.text).where(d.seq.in_(numbers)))
    return events, [StoredDisclosure(*row) for row in rows]


def erase(connection: Connection, where: str, plan: Destruction) -> None:
    """Destroy the texts, and bring the tables to what is still known."""
    d = DISCLOSURES.c
    for seq, digest in sorted(plan.texts):
        connection.execute(update(DISCLOSURES).where(d.seq == seq, d.digest == digest).values(text=None))
    for seq in sorted(plan.rows):
        connection.execute(update(EVENTS).where(EVENTS.c.seq == seq).values(id=None))
    touched = {gone.event.seq: gone.event for gone in plan.gone if gone.kind == DESTROYED}
    for seq, event in sorted(touched.items()):
        if (table := NOUN_TABLES.get(event.kind)) is None:
            continue
        was_current = connection.execute(delete(table).where(table.c.seq == seq)).rowcount
        if was_current and seq not in plan.rows:
            texts = connection.scalars(select(d.text).where(d.seq == seq).order_by(d.place)).all()
            Projection(connection).apply([replayed(where, seq, event.leaf, texts)])
