"""Bring a database to the tables that this version of sherd uses: made at once, or migrated step by step."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from sherd.errors import NotFound, StoreDamaged, StoreNewer, StoreOlder
from sherd.store.database import Database
from sherd.store.tables import ALEMBIC, EVENTS, VERSION, metadata

MIGRATIONS = Path(__file__).parent / "migrations"
_STEP = re.compile(r"[0-9]{4}")

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", VERSION)
"""Every migration, oldest first."""


def prepare(database: Database, *, create: bool, read_only: bool) -> None:
    """Make the tables where there are none, migrate older ones, refuse newer and foreign ones.

    What is only read is not changed: older tables are then refused, as whole as they are.
    Raises ``NotFound`` (nothing there, and nothing to be made), ``StoreNewer``, ``StoreOlder`` or
    ``StoreDamaged``.
    """
    with database.reading() as connection:
        version = _version(connection, database.where)
    if version is None:
        if not create or read_only:
            raise NotFound(f"There is no store in {database.where}", "Record a case first.")
        with database.writing() as connection:
            if _version(connection, database.where) is None:
                make_tables(connection)
    elif version not in KNOWN:
        raise StoreNewer(
            f"The store {database.where} was written by a newer sherd (tables {version})", "Upgrade sherd."
        )
    elif version != VERSION:
        if read_only:
            raise StoreOlder(
                f"The store {database.where} was written by an older sherd (tables {version}; this one uses "
                f"{VERSION}), which is no damage",
                "The next verb that records or compares brings its tables up to date and leaves its journal "
                "alone: run `sherd store check` on it (keep a copy first), then this again.",
            )
        migrate(database)


def make_tables(connection: Connection) -> None:
    """Make every table at once, and say which migration they equal; much faster than migrating."""
    metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(ALEMBIC).values(version_num=VERSION))


def migrate(database: Database) -> None:
    """Run the migrations that the store has not had."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(connection: Connection, where: str) -> str | None:
    """Which migration the tables equal; None for a database without tables."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if ALEMBIC.name not in names or EVENTS.name not in names:
        raise StoreDamaged(f"{where} is a database, but not a store of sherd", "Name another with --store.")
    found: list[object] = list(connection.scalars(select(ALEMBIC.c.version_num)))
    if len(found) != 1 or not isinstance(found[0], str) or not _STEP.fullmatch(found[0]):
        raise StoreDamaged(
            f"The table {ALEMBIC.name} of {where} does not say which tables the store has",
            "Restore it from a copy.",
        )
    return found[0]
