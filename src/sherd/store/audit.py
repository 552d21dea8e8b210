"""Say whether everything in a store still holds, and name what does not: event, table, row, column, file.

The journal is read once, in order. Its hashes, tree, checkpoints and withheld values are checked by
``sherd.journal.verify``; beside it every projected table is read in the order of its events and compared with
what the event says, value and type. So memory stays small however long the journal is.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import define, evolve, field
from sqlalchemy import Connection, select

from sherd.errors import StoreDamaged, WrongCall
from sherd.journal.checkpoint import read_checkpoint
from sherd.journal.failures import Failure
from sherd.journal.note import Verifier
from sherd.journal.verify import Disclosed, LeafAudit, Verdict
from sherd.store.blobs import FileBlobs
from sherd.store.comparison import Comparison, Pairs
from sherd.store.database import Database, advanced, fetched
from sherd.store.files import FileAudit
from sherd.store.opening import Places, is_url, open_database
from sherd.store.replay import PAGE, disclosures_between, events_from
from sherd.store.schema import prepare
from sherd.store.structure import differences
from sherd.store.tables import CHECKPOINTS, NODES, VERIFIERS

Progress = Callable[[int], None]


def audit(
    url_or_path: str | Path,
    key: str | None = None,
    since: str | None = None,
    progress: Progress | None = None,
) -> Verdict:
    """The verdict on a whole store: journal, withheld values, tables, files, and SQLite's own checks.

    ``key`` is a verifier key and ``since`` a checkpoint note, both from outside the store. Raises
    ``NotFound`` where there is no store, ``StoreNewer``, ``StoreOlder``, and ``WrongCall`` for a key or
    checkpoint that cannot be read; damage never raises but is named.
    """
    _check_anchors(key, since)
    verdict = _audit(url_or_path, key, since, progress, tolerant=False)
    if any("UTF-8" in failure.what for failure in verdict.failures):  # read again, to name the text
        verdict = _audit(url_or_path, key, since, progress, tolerant=True)
    return verdict


def _audit(
    url_or_path: str | Path, key: str | None, since: str | None, progress: Progress | None, tolerant: bool
) -> Verdict:
    try:
        database = open_database(url_or_path, create=False, read_only=True, tolerant=tolerant)
    except StoreDamaged as error:
        return _unreadable(str(url_or_path), error)
    try:
        prepare(database, create=False, read_only=True)
        with database.reading() as connection:
            files = FileAudit(FileBlobs(Places.of(url_or_path).files))
            return StoreAudit(
                database, connection, key, since, files, not is_url(url_or_path), progress
            ).run()
    except StoreDamaged as error:
        return _unreadable(str(url_or_path), error)
    finally:
        database.engine.dispose()


@define
class StoreAudit:
    """One pass over a store within one transaction."""

    database: Database
    connection: Connection
    key: str | None
    since: str | None
    files: FileAudit
    own_checks: bool
    progress: Progress | None = None
    failures: list[Failure] = field(factory=list)

    def run(self) -> Verdict:
        """Go through everything."""
        if self.own_checks:
            self._database_checks()
        with self._naming("structure"):
            self.failures += differences(self.connection)
        leaves = LeafAudit(
            self._checkpoints(), key=self.key, own=self._verifier(), since=self.since, complete=True
        )
        comparison = Comparison(self.connection, self.database.where, self.files, self.failures)
        with self._naming("events"), _no_cycles():
            self._read_nodes(leaves)
            self._read_events(leaves, comparison)
            comparison.finish()
        verdict = leaves.finish()
        self.files.finish(self.failures)
        failures = tuple(map(_printable, (*verdict.failures, *self.failures)))
        return Verdict(
            not failures, verdict.anchored, verdict.events, verdict.root, verdict.checkpoint, failures
        )

    def _read_events(self, leaves: LeafAudit, comparison: Comparison) -> None:
        first = read = 0
        while page := events_from(self.connection, first):
            after = advanced(self.database.where, "events", page, first)
            held = self._texts(disclosures_between(self.connection, first, after))
            withheld = comparison.take(page, held)
            leaves.feed(self._leaves(page), held, withheld)
            self._check_order(page, held, withheld)
            first, read = after, read + len(page)
            if self.progress:
                self.progress(read)
        self._read_strays(leaves, first)

    def _read_strays(self, leaves: LeafAudit, after: int) -> None:
        """Name what stands before the first event and after the last, where no reading in order comes by."""
        for (seq,) in fetched(self.connection, "SELECT seq FROM events WHERE seq < 0 ORDER BY seq"):
            self._tell("an event before the first", seq, "events", seq)
        columns = "SELECT seq, digest, level, text FROM disclosures"
        held = fetched(self.connection, f"{columns} WHERE seq < 0 OR seq >= ? ORDER BY seq, place", after)
        for seq, digest, *_ in held:
            if type(seq) is not int:
                self._tell("its event is no number", None, "disclosures", str(digest), "seq")
        leaves.feed((), self._texts([row for row in held if type(row[0]) is int]))
        gaps = "SELECT seq FROM disclosures GROUP BY seq HAVING MIN(place) <> 0 OR MAX(place) <> COUNT(*) - 1"
        for (seq,) in fetched(self.connection, gaps):
            if type(seq) is int:
                self._tell("disclosures are not numbered from 0 on", seq, "disclosures", seq, "place")

    def _check_order(self, page: Sequence[Any], held: Sequence[Any], withheld: Sequence[Pairs]) -> None:
        """Name disclosures that no longer stand in the order in which their event withholds them."""
        if [row[1] for row in held] == [digest for pairs in withheld for _, digest in pairs]:
            return
        standing: dict[int, list[str]] = {}
        for seq, digest, *_ in held:
            standing.setdefault(seq, []).append(digest)
        for row, pairs in zip(page, withheld, strict=True):
            meant, found = [digest for _, digest in pairs], standing.get(row[0], [])
            if found != meant and sorted(map(str, found)) == sorted(meant):
                self._tell("disclosures have changed places", row[0], "disclosures", row[0], "place")

    def _leaves(self, page: Sequence[Any]) -> list[tuple[int, bytes, bytes]]:
        """Number, leaf and hash of each event; what is no longer stored as bytes is named."""
        if all(type(row[1]) is bytes and type(row[2]) is bytes for row in page):
            return [row[:3] for row in page]
        return [(row[0], self._bytes(row, 1, "leaf"), self._bytes(row, 2, "hash")) for row in page]

    def _bytes(self, row: Any, place: int, column: str) -> bytes:
        value = row[place]
        if type(value) is bytes:
            return value
        self._tell("is no longer stored as bytes", row[0], "events", row[0], column)
        return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else b""

    def _texts(self, held: list[tuple[Any, ...]]) -> Sequence[Disclosed]:
        """The disclosures; what is no longer stored as text is named."""
        if all(type(d) is type(v) is str and (t is None or type(t) is str) for _, d, v, t in held):
            return held  # type: ignore[return-value]  # the same four values
        return [Disclosed(*self._disclosure(row)) for row in held]

    def _disclosure(self, row: Any) -> tuple[int, str, str, str | None]:
        seq, digest, level, text = row
        for column, value in (("digest", digest), ("level", level), ("text", "" if text is None else text)):
            if type(value) is not str:
                self._tell("is no longer stored as text", seq, "disclosures", str(digest), column)
        return seq, str(digest), str(level), None if text is None else str(text)

    def _read_nodes(self, leaves: LeafAudit) -> None:
        c = NODES.c
        wanted = select(c.height, c.position, c.hash).order_by(c.height, c.position)
        for rows in self.connection.execute(wanted).partitions(PAGE):
            sound = [row for row in rows if tuple(map(type, row)) == (int, int, bytes)]
            for height, position, _ in set(map(tuple, rows)) - set(map(tuple, sound)):
                self._tell("a kept node is no longer stored as it was", None, "nodes", f"{height}/{position}")
            leaves.feed_nodes(map(tuple, sound))

    def _checkpoints(self) -> Iterator[tuple[int, str]]:
        c, first = CHECKPOINTS.c, -(1 << 63)
        wanted = select(c.size, c.note).order_by(c.size).limit(PAGE)
        with self._naming("checkpoints"):
            while page := self.connection.execute(wanted.where(c.size >= first)).fetchall():
                for size, note in page:
                    if type(note) is not str:
                        self._tell("is no longer stored as text", None, "checkpoints", size, "note")
                    yield size, str(note)
                first = advanced(self.database.where, "checkpoints", page, first)

    def _verifier(self) -> str | None:
        found: list[object] = []
        with self._naming("verifiers"):
            found = list(self.connection.scalars(select(VERIFIERS.c.key)))
        if len(found) > 1:
            self._tell(f"the store names {len(found)} keys as its own", None, "verifiers")
        if not found and self._is_signed():
            self._tell("the store no longer names the key that signs it", None, "verifiers", None, "key")
        return str(found[0]) if found else None

    def _is_signed(self) -> bool:
        return self.connection.scalar(select(CHECKPOINTS.c.size).limit(1)) is not None

    def _database_checks(self) -> None:
        with self._naming("integrity_check"):
            for (said,) in self.connection.exec_driver_sql("PRAGMA integrity_check").fetchall():
                if said != "ok":
                    self._tell(f"the database file is damaged: {said}")

    @contextmanager
    def _naming(self, table: str) -> Iterator[None]:
        """Damage that stops the reading of a table becomes a failure."""
        try:
            with self.database.naming_faults():
                yield
        except StoreDamaged as error:
            self._tell(error.what, None, table)

    def _tell(
        self,
        what: str,
        event: int | None = None,
        file: str | None = None,
        row: int | str | None = None,
        column: str | None = None,
    ) -> None:
        self.failures.append(Failure(what, event, file, row, column))


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Spare Python the search for cycles while millions of small rows come and go; none are made here."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_anchors(key: str | None, since: str | None) -> None:
    try:
        if key is not None:
            Verifier.parse(key)
        if since is not None:
            read_checkpoint(since)
    except ValueError as error:
        raise WrongCall(
            f"{error}", "Give the verifier key and the checkpoint as they were handed out."
        ) from None


def _unreadable(where: str, error: StoreDamaged) -> Verdict:
    return Verdict(False, False, 0, None, None, (Failure(error.what, None, where),))


def _printable(failure: Failure) -> Failure:
    """The failure with bytes that are no text written as escapes."""
    row = failure.row
    plain = row.encode("utf-8", "backslashreplace").decode() if isinstance(row, str) else row
    return evolve(failure, what=failure.what.encode("utf-8", "backslashreplace").decode(), row=plain)
