"""The store on a database: the same code for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import define, frozen
from sqlalchemy import Connection, Select, func, select

from sherd.errors import NotFound
from sherd.journal.entry import Sealed
from sherd.journal.merkle import Node
from sherd.model.record import NOUNS, CaseRecord
from sherd.model.row import Row
from sherd.ports import Head, StoredDisclosure, StoredEvent
from sherd.store.database import Database, advanced, damaged, fetched
from sherd.store.destruction import destruction
from sherd.store.erasure import erase, holding
from sherd.store.journal import Batch, Pen
from sherd.store.projection import Effect, Projection, clear
from sherd.store.replay import PAGE, Replay
from sherd.store.rows import insertion, row_from
from sherd.store.tables import CHECKPOINTS, DISCLOSURES, EVENTS, NODES, NOUN_TABLES, VERIFIERS

_EVENT_COLUMNS = (
    EVENTS.c.seq,
    EVENTS.c.leaf,
    EVENTS.c.hash,
    EVENTS.c.verb,
    EVENTS.c.kind,
    EVENTS.c.case,
    EVENTS.c.id,
    EVENTS.c.at,
)
_DISCLOSURE_COLUMNS = (
    DISCLOSURES.c.seq,
    DISCLOSURES.c.place,
    DISCLOSURES.c.digest,
    DISCLOSURES.c.level,
    DISCLOSURES.c.text,
)


@define
class SqlStore:
    """The journal and its projection in one database. ``pen`` gives the key with which it was signed."""

    database: Database
    pen: Callable[[str | None], Pen]

    @contextmanager
    def writing(self) -> Iterator[Batch]:
        """Take the store for one batch. Raises ``StoreBusy`` when another process keeps it."""
        with self.database.writing() as connection:
            pen = self.pen(_verifier(connection))
            batch = Batch.on(SqlShelf(connection), pen, self.database.where)
            yield batch
            batch.sign()

    def size(self) -> int:
        """Number of committed events."""
        with self.database.reading() as connection:
            return _size(connection)

    def cases(self) -> tuple[str, ...]:
        """The ids of all cases, sorted."""
        table = NOUN_TABLES["case"]
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(select(table.c.id).distinct())))

    def load(self, case: str) -> CaseRecord:
        """A case as it stands. Raises ``NotFound``, or ``StoreDamaged`` for a row that makes no sense."""
        with self.database.reading() as connection:
            rows = [row for noun in NOUNS for _, row in self._rows(connection, case, noun.kind)]
        if not any(row.kind == "case" for row in rows):
            raise NotFound(f"There is no case {case!r} in the store", "Record it first.")
        return CaseRecord.of(rows)

    def heads(self, case: str, kind: str) -> Mapping[str, Head]:
        """The current rows of one kind, by id."""
        table = NOUN_TABLES[kind]
        wanted = select(EVENTS.c.seq, EVENTS.c.hash).join_from(table, EVENTS, table.c.seq == EVENTS.c.seq)
        with self.database.reading() as connection:
            found = connection.execute(wanted.where(table.c.case == case))
            hashes = {seq: hash_.hex() for seq, hash_ in found}
            rows = list(self._rows(connection, case, kind))
        try:
            return {row.id: Head(seq, hashes[seq], row) for seq, row in rows}
        except KeyError as error:
            raise damaged(self.database.where, f"table {table.name}: no event {error}") from error

    def events(self, first: int = 0, verbs: Sequence[str] = ()) -> Iterator[StoredEvent]:
        """Events in order from ``first``, of some verbs or of all."""
        wanted = select(*_EVENT_COLUMNS).order_by(EVENTS.c.seq).limit(PAGE)
        if verbs:
            wanted = wanted.where(EVENTS.c.verb.in_(verbs))
        while page := self._page(wanted.where(EVENTS.c.seq >= first)):
            yield from (StoredEvent(*row) for row in page)
            first = advanced(self.database.where, "events", page, first)

    def disclosures(self, first: int = 0) -> Iterator[StoredDisclosure]:
        """Disclosures in the order of their events."""
        at, place = DISCLOSURES.c.seq, DISCLOSURES.c.place
        wanted = select(*_DISCLOSURE_COLUMNS).order_by(at, place).limit(PAGE)
        reached = (first, -1)
        while page := self._page(
            wanted.where((at > reached[0]) | ((at == reached[0]) & (place > reached[1])))
        ):
            yield from (StoredDisclosure(seq, *rest) for seq, _, *rest in page)
            reached, before = (page[-1][0], page[-1][1]), reached
            if reached <= before:
                raise damaged(self.database.where, f"the rows of disclosures are out of order after {before}")

    def checkpoints(self) -> tuple[str, ...]:
        """Every signed checkpoint note, oldest first."""
        with self.database.reading() as connection:
            return tuple(connection.scalars(select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size)))

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        """Kept hashes of the tree, as proofs need them."""
        with self.database.reading() as connection:
            return SqlShelf(connection).hashes(height, first, count)

    def verifier(self) -> str:
        """The verifier key text of the key that signs this store's checkpoints."""
        with self.database.reading() as connection:
            found = _verifier(connection)
        return found if found is not None else str(self.pen(None).signer.verifier)

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Make every projected table anew from leaves and disclosures. Returns the number of events read."""
        read = 0
        with self.database.writing() as connection:
            clear(connection)
            for effects in Replay(connection, self.database.where).batches():
                self._project(connection, effects)
                read += len(effects)
                if progress:
                    progress(read)
        return read

    def destroy(
        self, digests: Iterable[str], *, files: Iterable[str] = (), reason: str, by: str | None = None
    ) -> frozenset[str]:
        """Destroy withheld values, by digest, and public files, by SHA-256, for good; journal that and why.

        Returns the SHA-256 of every file that is to be deleted now. Raises ``NotFound``, and does nothing.
        """
        wanted = tuple(digests)
        with self.database.writing() as connection:
            pen = self.pen(_verifier(connection))
            batch = Batch.on(SqlShelf(connection), pen, self.database.where)
            plan = destruction(*holding(connection, wanted), wanted, files)
            batch.add(plan.entries(batch.at, reason, by, pen.entropy))
            batch.sign()
            erase(connection, self.database.where, plan)
        with self.database.reading() as connection:
            self.database.settle(connection)
        return plan.files

    def close(self) -> None:
        """Let go of the database."""
        self.database.engine.dispose()

    def _project(self, connection: Connection, effects: Sequence[Effect]) -> None:
        try:
            Projection(connection).apply(effects)
        except (ValueError, TypeError) as error:
            said = f"an event between {effects[0].seq} and {effects[-1].seq} fits no table: {error}"
            raise damaged(self.database.where, said) from error

    def _page(self, wanted: Select[Any]) -> Sequence[Any]:
        with self.database.reading() as connection:
            return connection.execute(wanted).fetchall()

    def _rows(self, connection: Connection, case: str, kind: str) -> Iterator[tuple[int, Row]]:
        table = NOUN_TABLES[kind]
        for values in connection.execute(select(table).where(table.c.case == case).order_by(table.c.seq)):
            try:
                yield values[0], row_from(kind, values)
            except (ValueError, TypeError) as error:
                said = f"table {table.name}, row {values[2]!r}: {error}"
                raise damaged(self.database.where, said) from error


@frozen
class SqlShelf:
    """One transaction as a batch sees it."""

    connection: Connection

    def head(self) -> tuple[int, str | None]:
        """The number of events, and the note of the last checkpoint."""
        last = select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size.desc()).limit(1)
        return _size(self.connection), self.connection.scalar(last)

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        """Kept hashes: those beside the leaves at height 0, nodes above."""
        last = first + count - 1
        if height == 0:
            leaves = "SELECT hash FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq"
            return [hash_ for (hash_,) in fetched(self.connection, leaves, first, last)]
        nodes = "SELECT hash FROM nodes WHERE height = ? AND position BETWEEN ? AND ? ORDER BY position"
        return [hash_ for (hash_,) in fetched(self.connection, nodes, height, first, last)]

    def keep(self, first: int, entries: Sequence[Sealed], hashes: Sequence[bytes]) -> None:
        """Keep events from number ``first`` on, with what they withhold, and project them."""
        self.keep_events(first, entries, hashes)
        effects = (
            Effect(seq, e.kind, e.case, e.id, e.parents, e.fields) for seq, e in enumerate(entries, first)
        )
        Projection(self.connection).apply(effects)

    def keep_events(self, first: int, entries: Sequence[Sealed], hashes: Sequence[bytes]) -> None:
        """Keep events and disclosures alone."""
        self._insert(
            EVENTS,
            [
                (seq, e.verb, e.kind, e.case, e.id, e.at, e.leaf, hash_)
                for seq, (e, hash_) in enumerate(zip(entries, hashes, strict=True), first)
            ],
        )
        self._insert(
            DISCLOSURES,
            [
                (seq, place, withheld.digest, withheld.level, withheld.text)
                for seq, entry in enumerate(entries, first)
                for place, withheld in enumerate(entry.disclosures)
            ],
        )

    def keep_head(self, nodes: Sequence[Node], size: int, note: str, verifier: str) -> None:
        """Keep the nodes that became complete, and the checkpoint."""
        self._insert(NODES, [tuple(node) for node in nodes])
        self._insert(CHECKPOINTS, [(size, note)])
        if _verifier(self.connection) is None:
            self._insert(VERIFIERS, [(verifier,)])

    def _insert(self, table: Any, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            names = tuple(column.name for column in table.columns)
            statement = insertion(table, names, self.connection.dialect.paramstyle)
            self.connection.exec_driver_sql(statement, list(rows))


def _size(connection: Connection) -> int:
    last = connection.scalar(select(func.max(EVENTS.c.seq)))
    return 0 if last is None else int(last) + 1


def _verifier(connection: Connection) -> str | None:
    return connection.scalar(select(VERIFIERS.c.key).limit(1))
