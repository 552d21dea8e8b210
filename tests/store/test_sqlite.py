from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from sherd.errors import DiskFull, EdgeFailed, NotFound, StoreBusy, StoreDamaged
from sherd.store import open_store
from sherd.store.sql import SqlStore
from sherd.store.sqlite import fault, journal_settings, sqlite_database


def clock() -> Any:
    raise AssertionError("nothing is written")


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
