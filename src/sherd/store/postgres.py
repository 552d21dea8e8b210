"""A store in a PostgreSQL database; writers take an advisory lock, so that the journal stays linear."""

from __future__ import annotations

from psycopg import errors
from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from sherd.errors import DiskFull, EdgeFailed, SherdError, StoreBusy, WrongCall
from sherd.store.database import Database, damaged

WAIT = 10.0
"""Seconds that a writer waits for another."""

_LOCK = 0x5348455244  # "SHERD"


def postgres_database(url: str, *, wait: float = WAIT) -> Database:
    """The database at a ``postgresql://`` URL. Raises ``WrongCall`` for one that cannot be read."""
    address = _address(url)
    engine = create_engine(address, pool_pre_ping=True)

    def lock(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    snapshot: dict[str, object] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return Database(engine, _shown(address), fault, errors.Error, lock, snapshot)


def _address(url: str) -> URL:
    try:
        return make_url(url).set(drivername="postgresql+psycopg")
    except (ValueError, ArgumentError):  # what they say may quote the password
        do = "Write it as in postgresql://user@host:5432/database."
        raise WrongCall("The address of the store cannot be read", do) from None


def _shown(address: URL) -> str:
    """The address as it may be printed: without a password, wherever it stands."""
    return address.set(query={}).render_as_string(hide_password=True)


def fault(where: str, said: str, cause: BaseException) -> SherdError:
    """What an error of PostgreSQL means to a user."""
    if isinstance(cause, (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure)):
        return StoreBusy(
            f"The store {where} is busy: another process is writing to it",
            "Wait for it to end, then try again.",
        )
    if isinstance(cause, (errors.DiskFull, errors.OutOfMemory, errors.TooManyConnections)):
        return DiskFull(
            f"No room left for the store {where}: {_first(said)}", "Free some, then run it again."
        )
    if isinstance(cause, errors.OperationalError):
        return EdgeFailed(
            f"The store {where} does not answer: {_first(said)}", "Check the address and the server."
        )
    return damaged(where, said)


def _first(said: str) -> str:
    return (said.strip().splitlines() or ["no reason given"])[0]
