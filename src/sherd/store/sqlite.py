"""A store in one SQLite file, set so that what was acknowledged survives a power cut.

Versions 3.7.0 to 3.51.2 of SQLite can corrupt a database in WAL mode when the log is reset, so there the
rollback journal is used with ``synchronous=EXTRA``; elsewhere WAL with ``synchronous=FULL``. Every setting is
read back. Writers begin with ``BEGIN IMMEDIATE``: of two processes, one waits, and after ten seconds says so.
"""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from sherd.errors import DiskFull, EdgeFailed, NotFound, SherdError, StoreBusy
from sherd.store.database import WRITES, Database, damaged

WAIT = 10.0
"""Seconds that a writer waits for another."""

PAGE = 8192
_HEADER = b"SQLite format 3\0"
_FIXED = {"cell_size_check": 1, "foreign_keys": 1, "secure_delete": 1}


def sqlite_database(
    path: Path, *, create: bool, read_only: bool = False, wait: float = WAIT, tolerant: bool = False
) -> Database:
    """The database in a file. Raises ``NotFound`` where it is not there and is not to be made.

    ``tolerant`` reads texts that are no longer UTF-8 instead of failing on them.
    """
    where = str(path)
    _check_path(path, create)

    def connect() -> Any:
        return _connect(path, create=create, read_only=read_only, wait=wait, tolerant=tolerant)

    engine = create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return Database(engine, where, fault, dbapi2.Error, settle=partial(_settle, where))


def journal_settings(version: tuple[int, ...]) -> tuple[str, str]:
    """The journal mode and ``synchronous`` under which a version of SQLite keeps what it acknowledged.

    >>> journal_settings((3, 51, 3)), journal_settings((3, 40, 1))
    (('wal', 'FULL'), ('delete', 'EXTRA'))
    """
    return ("wal", "FULL") if version > (3, 51, 2) else ("delete", "EXTRA")


def fault(where: str, said: str, _cause: BaseException) -> SherdError:
    """What an error of SQLite means to a user."""
    low = said.lower()
    if "locked" in low or "busy" in low:
        return StoreBusy(
            f"The store {where} is busy: another process is writing to it",
            "Wait for it to end, then try again.",
        )
    if "full" in low:
        return DiskFull(
            f"No room left for the store {where}", "Free some space and run the same command again."
        )
    if "readonly" in low or "unable to open" in low:
        return EdgeFailed(f"The store {where} cannot be written", "Check who owns the file and its folder.")
    if "disk i/o" in low:
        return EdgeFailed(f"The disk failed under the store {where}", "Check the disk and its free space.")
    return damaged(where, said)


def _is_utf_8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_path(path: Path, create: bool) -> None:
    if not _is_utf_8(path):
        raise NotFound(f"{path} is not UTF-8, so that no database can bear the name", "Name another file.")
    if path.is_dir():
        raise NotFound(f"{path} is a folder, not a store", "Name the store's file, as NAME.db.")
    if path.exists() and not path.is_file():  # a pipe would be waited for, for ever
        raise NotFound(f"{path} is a pipe or a device, not a store", "Name the store's file, as NAME.db.")
    if not path.exists():
        if not create:
            raise NotFound(
                f"There is no store at {path}", "Record a case first, or name another with --store."
            )
        if not path.parent.is_dir():
            raise NotFound(f"The folder {path.parent} is not there", "Make it first.")
        return
    with path.open("rb") as file:
        head = file.read(len(_HEADER))
    if head not in {b"", _HEADER}:
        raise damaged(str(path), "the file is not a database")


def _connect(path: Path, *, create: bool, read_only: bool, wait: float, tolerant: bool) -> Any:
    mode = "rwc" if create and not read_only else "rw"
    if read_only and _cannot_change(path):
        mode = "ro&immutable=1"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    raw = dbapi2.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        if tolerant:
            raw.text_factory = _lenient
        _set_pragmas(raw, read_only, wait)
    except BaseException:
        raw.close()
        raise
    return raw


def _cannot_change(path: Path) -> bool:
    """Whether a store lies where nothing can be written, as on a medium of evidence, with nothing in its log.

    SQLite needs a place for its log even to read, unless it is told that nobody writes.
    """
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _set_pragmas(raw: Any, read_only: bool, wait: float) -> None:
    raw.execute(f"PRAGMA page_size = {PAGE}")
    for name, value in _FIXED.items():
        raw.execute(f"PRAGMA {name} = {value}")
        _read_back(raw, name, value)
    raw.execute("PRAGMA cache_size = -32000")
    if read_only:
        raw.execute("PRAGMA query_only = 1")
        return
    mode, synchronous = journal_settings(dbapi2.sqlite_version_info)
    if _set_mode(raw, mode, wait) != "wal":  # a file system without shared memory
        synchronous = "EXTRA"
    raw.execute(f"PRAGMA synchronous = {synchronous}")
    _read_back(raw, "synchronous", {"FULL": 2, "EXTRA": 3}[synchronous])
    raw.execute("PRAGMA wal_autocheckpoint = 2000")


def _set_mode(raw: Any, mode: str, wait: float) -> str:
    """Switch the journal mode; SQLite does not wait for others here, so we do."""
    until = time.monotonic() + wait
    while True:
        try:
            return str(raw.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0])
        except dbapi2.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _read_back(raw: Any, name: str, value: int) -> None:
    (found,) = raw.execute(f"PRAGMA {name}").fetchone()
    if found != value:
        raise dbapi2.OperationalError(f"PRAGMA {name} is {found}, not {value}: the store would not be safe")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _settle(where: str, connection: Connection) -> None:
    """Write the whole file anew and empty its log.

    Overwriting what is deleted is not enough: pages that were split keep copies in their free space.
    """
    raw = connection.connection.driver_connection
    if raw is None:
        return
    raw.execute("VACUUM")
    (busy, _, _) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreBusy(
            f"What was destroyed still lies in the log of {where}: another process is reading the store",
            "Wait for it to end, then do the same again.",
        )
