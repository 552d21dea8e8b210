from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from sherd.errors import DiskFull, EdgeFailed, NotFound, StoreBusy, StoreDamaged
from sherd.journal.disclosure import open_
from sherd.model.items import Component
from sherd.ports import Change
from sherd.store import open_store
from sherd.store.sql import SqlStore
from sherd.store.sqlite import fault, journal_settings, sqlite_database


def clock() -> Any:
    raise AssertionError("nothing is written")


def now() -> datetime:
    return datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("version", "settings"),
    [
        ((3, 6, 23), ("delete", "EXTRA")),
        ((3, 7, 0), ("delete", "EXTRA")),
        ((3, 40, 1), ("delete", "EXTRA")),
        ((3, 51, 2), ("delete", "EXTRA")),
        ((3, 51, 3), ("wal", "FULL")),
        ((3, 53, 4), ("wal", "FULL")),
        ((4, 0, 0), ("wal", "FULL")),
    ],
)
def test_the_log_is_used_only_where_it_cannot_corrupt(
    version: tuple[int, ...], settings: tuple[str, str]
) -> None:
    assert journal_settings(version) == settings


def pragma(path: Path, name: str, **options: bool) -> object:
    database = sqlite_database(path, create=True, **options)
    with database.reading() as connection:
        found = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    database.engine.dispose()
    return found


def test_every_connection_is_set_for_durability(path: Path) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "cell_size_check", "secure_delete")
    assert [pragma(path, name) for name in names] == ["wal", 2, 1, 1, 1]


def test_an_old_sqlite_is_run_with_a_rollback_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 40, 1))
    assert [pragma(path, name) for name in ("journal_mode", "synchronous")] == ["delete", 3]


def test_a_pragma_that_does_not_hold_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sherd.store.sqlite._FIXED", {"foreign_keys": 7})
    with pytest.raises(StoreDamaged, match="would not be safe"):
        pragma(path, "user_version")


def test_a_reader_cannot_write(filled: Path) -> None:
    store = open_store(filled, create=False, clock=clock, read_only=True)
    with pytest.raises(EdgeFailed, match="cannot be written"):
        store.rebuild()
    store.close()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("database is locked", StoreBusy),
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", EdgeFailed),
        ("disk I/O error", EdgeFailed),
        ("database disk image is malformed", StoreDamaged),
        ("no such table: events", StoreDamaged),
    ],
)
def test_each_fault_is_named_with_place_and_remedy(said: str, error: type[EdgeFailed]) -> None:
    named = fault("/a/s.db", said, Exception())
    assert type(named) is error
    assert "/a/s.db" in named.what
    assert named.do


def write_junk(path: Path) -> None:
    path.write_bytes(b"PK\3\4 not a database at all" * 400)


def make_folder(path: Path) -> None:
    path.mkdir()


def cut(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(4))


@pytest.mark.parametrize(
    ("make", "error"), [(write_junk, StoreDamaged), (make_folder, NotFound), (cut, StoreDamaged)]
)
def test_what_is_no_database_is_said_to_be_none(
    path: Path, make: Callable[[Path], None], error: type[Exception]
) -> None:
    make(path)
    with pytest.raises(error):
        open_store(path, create=True, clock=clock)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere is not there"):
        open_store(tmp_path / "nowhere" / "s.db", create=True, clock=clock)


def test_names_with_signs_of_an_address_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "wreck?mode=memory #1 %41.db"
    open_store(path, create=True, clock=clock).close()
    assert path.is_file()


def test_a_full_disk_is_said_and_nothing_is_lost(filled: Path, store: SqlStore) -> None:
    database = sqlite_database(filled, create=False)
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with pytest.raises(DiskFull, match="No room"), database.writing() as connection:  # noqa: PT012
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql("CREATE TABLE more (x)")
        connection.exec_driver_sql("INSERT INTO more VALUES (zeroblob(1000000))")
    database.engine.dispose()
    assert store.size() == 67


def test_a_store_on_a_medium_of_evidence_can_be_verified(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sherd.store.sqlite.os.access", lambda *_: False)
    before = sorted(each.name for each in filled.parent.iterdir())
    database = sqlite_database(filled, create=False, read_only=True)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 67
        assert sorted(each.name for each in filled.parent.iterdir()) == before
    database.engine.dispose()


def test_what_was_destroyed_is_not_left_in_the_free_space_of_any_page(path: Path) -> None:
    chance, store = random.Random(15), open_store(path, create=True, clock=now)
    heads: dict[str, str] = {}
    gone: list[str] = []
    for batch in range(6):
        changes = []
        for id_ in sorted({f"C{chance.randrange(900)}" for _ in range(300)}):
            note = f"{batch} {chance.getrandbits(4 * chance.choice([20, 200, 3000, 20000])):x}"
            row = Component(case="c", id=id_, item="I1", label="L", note=note)
            verb, parents = ("superseded", (heads[id_],)) if id_ in heads else ("recorded", ())
            changes.append(Change(verb, row, ("case folder", "1"), parents=parents))
        with store.writing() as writing:
            writing.append(changes, frozenset())
        heads = {id_: head.leaf_hash for id_, head in store.heads("c", "component").items()}
        if batch in {3, 5}:
            texts = {d.digest: d.text for d in store.disclosures() if d.text}
            some = chance.sample(list(texts), 150)
            gone += [texts[digest] for digest in some]
            store.destroy(some, reason="a court said so")
    with store.database.reading() as connection:  # written anew, it has no page to spare
        assert connection.exec_driver_sql("PRAGMA freelist_count").scalar() == 0
    store.close()
    on_disk = b"".join(each.read_bytes() for each in path.parent.glob("s.db*"))
    assert [text for text in gone if text[-40:].encode() in on_disk] == []
    assert [text for text in gone if str(open_(text)[2])[-20:].encode() in on_disk] == []


def test_a_destruction_says_so_while_a_reader_keeps_the_log(filled: Path) -> None:
    store = open_store(filled, create=False, clock=now, wait=0.2)
    digest = next(d.digest for d in store.disclosures() if d.text)
    reader = sqlite_database(filled, create=False, read_only=True)
    with reader.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM events").scalar()
        with pytest.raises(StoreBusy):
            store.destroy([digest], reason="a court said so")
    reader.engine.dispose()
    store.destroy([digest], reason="a court said so")
    assert not filled.with_name("s.db-wal").stat().st_size
    store.close()
