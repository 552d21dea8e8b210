"""Make the tables from events: the one way in which a row of the journal becomes a row of a table.

The same function serves while recording and on a rebuild, so both come to the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define, field
from sqlalchemy import Connection, bindparam, delete, select

from sherd.model.plain import Fields
from sherd.store.rows import Values, removal, replacement, said_by
from sherd.store.tables import EVENTS, NOUN_TABLES


class Effect(NamedTuple):
    """What one event does to the tables: writes a row, or takes it out where ``fields`` is None.

    ``id`` is None where it was destroyed; then the rows that the parents wrote go.
    """

    seq: int
    kind: str
    case: str
    id: str | None
    parents: tuple[str, ...]
    fields: Fields | None


Key = tuple[str, str]
Said = tuple[tuple[str, ...], Values]
"""The columns that say something, and their values after seq, case and id."""


@define
class Projection:
    """Applies effects in order; only the last effect on a row within a batch is written."""

    connection: Connection
    _pending: dict[str, dict[Key, Said | None]] = field(factory=dict)

    def apply(self, effects: Iterable[Effect]) -> None:
        """Bring the tables to where they stand after these events."""
        for seq, kind, case, id_, parents, fields in effects:
            if kind not in NOUN_TABLES:
                continue
            if id_ is None:
                self.flush()
                remove_written_by(self.connection, kind, parents)
                continue
            said = None if fields is None else said_by(kind, seq, case, id_, fields)
            self._pending.setdefault(kind, {})[case, id_] = said
        self.flush()

    def flush(self) -> None:
        """Write what is pending."""
        for kind, rows in self._pending.items():
            _write(self.connection, kind, rows)
        self._pending.clear()


def _write(connection: Connection, kind: str, rows: dict[Key, Said | None]) -> None:
    style = connection.dialect.paramstyle
    gone = [key for key, said in rows.items() if said is None]
    if gone:
        connection.exec_driver_sql(removal(kind, style), gone)
    alike: dict[tuple[str, ...], list[Values]] = {}
    for said in rows.values():
        if said is not None:
            alike.setdefault(said[0], []).append(said[1])
    for names, values in alike.items():
        connection.exec_driver_sql(replacement(kind, names, style), values)


def remove_written_by(connection: Connection, kind: str, parents: Sequence[str]) -> None:
    """Take out the rows that events with these leaf hashes (hex) wrote."""
    if parents:
        hashes = [bytes.fromhex(parent) for parent in parents]
        written = select(EVENTS.c.seq).where(EVENTS.c.hash.in_(bindparam("hashes", expanding=True)))
        table = NOUN_TABLES[kind]
        connection.execute(delete(table).where(table.c.seq.in_(written)), {"hashes": hashes})


def clear(connection: Connection) -> None:
    """Empty every projected table."""
    for table in NOUN_TABLES.values():
        connection.execute(delete(table))
