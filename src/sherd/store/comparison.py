"""Compare the tables with what the events say, both read once, side by side, in the order of the events.

An event that wrote the current version of a row finds that row under its own number. One that finds none must
have been replaced later; those still waiting at the end are rows that are missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, field
from sqlalchemy import Connection, bindparam, select, tuple_

from sherd.journal.disclosure import DisclosureError
from sherd.journal.entry import DESTROYED, ERASED, Revealed, reveal
from sherd.journal.failures import Failure
from sherd.journal.leaf import LeafError
from sherd.store.database import advanced, fetched
from sherd.store.files import FileAudit
from sherd.store.reading import Reader, Said, opened, unveiled
from sherd.store.replay import PAGE, texts_by_event
from sherd.store.rows import Values, number_places, values_of
from sherd.store.tables import DISCLOSURES, EVENTS, NOUN_TABLES

Key = tuple[str, str, str]
"""Kind, case and id of a row."""
Pairs = Sequence[tuple[str, str]]

_CHUNK = 500
_FIRST, _LAST = -(1 << 63), (1 << 63) - 1


@define
class _Cursor:
    """The rows of one table in the order of their events, read some thousands at a time."""

    connection: Connection
    where: str
    kind: str
    _rows: list[tuple[Any, ...]] = field(factory=list)
    _at: int = 0
    _next: int = _FIRST

    def next_upto(self, seq: int) -> tuple[Any, ...] | None:
        """The next row, unless it belongs to an event after ``seq``."""
        at = self._at
        if at == len(self._rows):
            if not self._fill():
                return None
            at = 0
        row = self._rows[at]
        if row[0] > seq:
            return None
        self._at = at + 1
        return row

    def _fill(self) -> bool:
        names = ", ".join(f'"{column.name}"' for column in NOUN_TABLES[self.kind].columns)
        table = NOUN_TABLES[self.kind].name
        wanted = f"SELECT {names} FROM {table} WHERE seq >= ? ORDER BY seq LIMIT {PAGE}"
        self._rows = fetched(self.connection, wanted, self._next)
        self._at = 0
        if self._rows:
            self._next = advanced(self.where, table, self._rows, self._next)
        return bool(self._rows)


@define
class Comparison:
    """Tables against events; what differs goes into ``failures``."""

    connection: Connection
    where: str
    files: FileAudit
    failures: list[Failure]
    _cursors: dict[str, _Cursor] = field(init=False)
    _waiting: dict[Key, int] = field(factory=dict)
    _withdrawn: dict[Key, int] = field(factory=dict)
    _orphaned: set[str] = field(factory=set)
    _destroyed: dict[str, int] = field(factory=dict)
    _announced: dict[str, int] = field(factory=dict)
    _reader: Reader = field(factory=Reader)

    def __attrs_post_init__(self) -> None:
        self._cursors = {kind: _Cursor(self.connection, self.where, kind) for kind in NOUN_TABLES}

    def take(self, page: Sequence[Any], held: Sequence[Any]) -> list[Pairs]:
        """Compare the next events; returns the (level, digest) pairs that each of them withholds.

        ``held`` are the disclosures of just these events: seq, digest, level, text.
        """
        self._destroyed.update((digest, seq) for seq, digest, _, text in held if text is None)
        texts = texts_by_event(held)
        pairs: list[Pairs] = []
        for row in page:
            try:
                said = self._reader.read(row[1])
            except (LeafError, TypeError, AttributeError) as error:
                self._tell(f"event {row[0]} cannot be read: {error}", row[0], "events", row[0], "leaf")
                self._pass_over(row[4], row[0])
                pairs.append(())
                continue
            pairs.append(said.withheld)
            self._take(row, said, texts.get(row[0], ()))
        return pairs

    def finish(self) -> None:
        """Name the rows that are missing, and those that should not be there."""
        for cursor in self._cursors.values():
            while (row := cursor.next_upto(_LAST)) is not None:
                self._tell_extra(cursor.kind, row)
        taken_out = self._taken_out()
        for (kind, _, id_), seq in sorted(self._waiting.items()):
            if seq not in taken_out:
                self._tell(f"the row of event {seq} is missing", seq, NOUN_TABLES[kind].name, id_)
        self._check_withdrawn()
        self._check_destroyed()

    def _take(self, row: Any, said: Said, texts: Sequence[str | None]) -> None:
        seq, kind = row[0], said.kind
        try:
            revealed = reveal(said, texts, opened) if texts else unveiled(said)
            meant = self._values(seq, said, revealed)
        except (DisclosureError, ValueError, TypeError) as error:
            self._tell(f"what event {seq} says cannot be read: {error}", seq, "events", seq, "leaf")
            self._pass_over(kind, seq)
            return
        self._check_columns(row, said, revealed.id)
        if kind in NOUN_TABLES:
            self._compare(seq, said, revealed, meant)
        elif said.verb == "withdrawn" and said.id is not None:
            self._note_destruction(seq, kind, said.id)

    def _values(self, seq: int, said: Said, revealed: Revealed) -> Values:
        """The row that the event leaves behind; empty where it leaves none."""
        id_, fields = revealed
        if said.kind not in NOUN_TABLES or id_ is None or fields is None:
            return ()
        return values_of(said.kind, seq, said.case or "", id_, fields)

    def _check_columns(self, row: Any, said: Said, id_: str | None) -> None:
        meant = (said.verb, said.kind, said.case, id_, said.at)
        if row[3:] == meant:  # texts and None equal nothing of another type
            return
        for name, is_, should in zip(("verb", "kind", "case", "id", "at"), row[3:], meant, strict=True):
            if is_ != should:
                what = f"{name} of event {row[0]} is not what its leaf says"
                self._tell(what, row[0], "events", row[0], name)

    def _compare(self, seq: int, said: Said, revealed: Revealed, meant: Values) -> None:
        kind, case, (id_, fields) = said.kind, said.case or "", revealed
        row = self._row_of(kind, seq)
        if id_ is None or fields is None:
            if row is not None:
                self._tell_extra(kind, row)
            if id_ is None:
                self._orphaned.update(said.parents)
            else:
                self._waiting.pop((kind, case, id_), None)
                self._withdrawn[kind, case, id_] = seq
            return
        key = (kind, case, id_)
        self._withdrawn.pop(key, None)
        if kind == "file":
            self.files.note(seq, id_, fields)
        if row is None:
            self._waiting[key] = seq
            return
        self._waiting.pop(key, None)
        if row != meant or any(type(row[at]) is not type(meant[at]) for at in number_places(kind)):
            self._tell_values(kind, row, meant)

    def _row_of(self, kind: str, seq: int) -> tuple[Any, ...] | None:
        """The row that the event wrote, if it is still current; rows before it belong to no event."""
        cursor = self._cursors[kind]
        while (row := cursor.next_upto(seq)) is not None and row[0] != seq:
            self._tell_extra(kind, row)
        return row

    def _pass_over(self, kind: object, seq: int) -> None:
        """Leave the row of an event that cannot be read uncompared: the event is named already."""
        if isinstance(kind, str) and kind in NOUN_TABLES:
            self._row_of(kind, seq)

    def _note_destruction(self, seq: int, kind: str, id_: str) -> None:
        if kind == DESTROYED:
            self._announced[id_] = seq
        elif kind == ERASED:
            self.files.note_erased(seq, id_)

    def _taken_out(self) -> set[int]:
        """Events whose rows went with a later version that was destroyed; their rows must be gone."""
        taken: set[int] = set()
        for hashes in _chunks([bytes.fromhex(parent) for parent in sorted(self._orphaned)]):
            wanted = select(EVENTS.c.seq, EVENTS.c.kind).where(
                EVENTS.c.hash.in_(bindparam("hashes", hashes, expanding=True))
            )
            for seq, kind in self.connection.execute(wanted).fetchall():
                taken.add(seq)
                if (table := NOUN_TABLES.get(kind)) is None:
                    continue
                for row in self.connection.execute(select(table).where(table.c.seq == seq)):
                    self._tell_extra(kind, row)
        return taken

    def _check_withdrawn(self) -> None:
        kinds: dict[str, list[tuple[str, str]]] = {}
        for kind, case, id_ in sorted(self._withdrawn):
            kinds.setdefault(kind, []).append((case, id_))
        for kind, keys in kinds.items():
            table = NOUN_TABLES[kind]
            for some in _chunks(keys):
                wanted = select(table).where(tuple_(table.c.case, table.c.id).in_(some))
                for row in self.connection.execute(wanted):
                    self._tell_extra(kind, row)

    def _check_destroyed(self) -> None:
        for digest in sorted(self._destroyed.keys() - self._announced.keys()):
            what = "a withheld value was destroyed, and no event says so"
            self._tell(what, self._destroyed[digest], "disclosures", digest, "text")
        d = DISCLOSURES.c
        for digests in _chunks(sorted(self._announced)):
            wanted = select(d.seq, d.digest).where(d.digest.in_(digests), d.text.is_not(None))
            for seq, digest in self.connection.execute(wanted):
                self._tell("a value said to be destroyed is still there", seq, "disclosures", digest, "text")

    def _tell_extra(self, kind: str, row: Sequence[Any]) -> None:
        what = f"no event leaves this row behind, which names event {row[0]}"
        self._tell(what, row[0], NOUN_TABLES[kind].name, str(row[2]))

    def _tell_values(self, kind: str, row: Sequence[Any], meant: Sequence[Any]) -> None:
        table = NOUN_TABLES[kind]
        for column, is_, should in zip(table.columns, row, meant, strict=True):
            if is_ != should or type(is_) is not type(should):
                what = f"{column.name} is not what event {meant[0]} says"
                self._tell(what, meant[0], table.name, str(meant[2]), column.name)

    def _tell(
        self, what: str, event: int | None, file: str, row: int | str | None = None, column: str | None = None
    ) -> None:
        self.failures.append(Failure(what, event, file, row, column))


def _chunks(listed: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))
