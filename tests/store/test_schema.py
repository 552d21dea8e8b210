from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, select, text

from sherd.errors import NotFound, StoreDamaged, StoreNewer, StoreOlder
from sherd.model.record import NOUNS
from sherd.store import open_store
from sherd.store.audit import audit
from sherd.store.opening import open_database
from sherd.store.schema import KNOWN, MIGRATIONS, make_tables, migrate
from sherd.store.tables import ALEMBIC, NOUN_TABLES, VERSION

NOW = None


def clock() -> Any:
    raise AssertionError("opening a store tells no time")


@pytest.fixture(params=["sqlite", "postgres"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str | None]:
    if request.param == "sqlite":
        return str(tmp_path / "made.db"), str(tmp_path / "migrated.db")
    return request.getfixturevalue("postgres_database"), None


def described(engine: Engine) -> dict[str, Any]:
    """What the database says of its tables, whatever made them."""
    look = inspect(engine)
    return {
        name: (
            sorted(  # a column added by a migration stands last; every statement names its columns
                (c["name"], str(c["type"]), c["nullable"], str(c["default"]), str(c.get("autoincrement")))
                for c in look.get_columns(name)
            ),
            look.get_pk_constraint(name)["constrained_columns"],
            sorted((str(u["name"]), u["column_names"]) for u in look.get_unique_constraints(name)),
            sorted(str(index["name"]) for index in look.get_indexes(name)),
        )
        for name in look.get_table_names()
        if name != "alembic_version"
    }


def test_a_store_made_at_once_equals_a_migrated_one(addresses: tuple[str, str | None]) -> None:
    made, migrated = addresses
    found = []
    for address, make in ((made, True), (migrated or made, False)):
        database = open_database(address, create=True, read_only=False)
        if make:
            with database.writing() as connection:
                make_tables(connection)
        else:
            migrate(database)
        found.append(described(database.engine))
        with database.reading() as connection:
            assert connection.scalars(select(ALEMBIC.c.version_num)).all() == [VERSION]
        if migrated is None:
            with database.writing() as connection:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
        database.engine.dispose()
    assert found[0] == found[1]
    assert {table.name for table in NOUN_TABLES.values()} < found[0].keys()


def test_every_migration_is_known_and_the_last_is_the_version() -> None:
    files = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert (tuple(files), KNOWN[-1]) == (KNOWN, VERSION)


def of_an_older_sherd(path: Path, version: str) -> Path:
    """An empty store with the tables of an older sherd."""
    database = open_database(str(path), create=True, read_only=False)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    database.engine.dispose()
    return path


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_a_store_of_an_older_sherd_that_is_only_read_is_called_old_and_not_damaged(
    path: Path, version: str
) -> None:
    old = of_an_older_sherd(path, version)
    before = old.read_bytes()
    for read in (lambda: open_store(old, create=False, clock=clock, read_only=True), lambda: audit(old)):
        with pytest.raises(StoreOlder, match=f"older sherd .tables {version}.*which is no damage") as said:
            read()
        assert "sherd store check" in str(said.value.do)
        assert old.read_bytes() == before
    open_store(old, create=False, clock=clock).close()
    open_store(old, create=False, clock=clock, read_only=True).close()


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_a_store_of_an_older_sherd_is_brought_to_todays_tables(path: Path, version: str) -> None:
    of_an_older_sherd(path, version)
    store = open_store(path, create=False, clock=clock)
    assert (store.size(), store.cases()) == (0, ())
    assert all(store.heads("k", noun.kind) == {} for noun in NOUNS)
    store.close()


def test_a_store_of_a_newer_sherd_is_refused(filled: Path) -> None:
    database = open_database(filled, create=False, read_only=False)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.engine.dispose()
    with pytest.raises(StoreNewer, match="newer sherd"):
        open_store(filled, create=True, clock=clock)


def test_another_database_is_not_taken_for_a_store(path: Path) -> None:
    database = open_database(path, create=True, read_only=False)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE photographs (id TEXT)"))
    database.engine.dispose()
    with pytest.raises(StoreDamaged, match="not a store of sherd"):
        open_store(path, create=True, clock=clock)


@pytest.mark.parametrize("read_only", [True, False])
def test_reading_makes_no_store(path: Path, read_only: bool) -> None:
    with pytest.raises(NotFound, match="no store"):
        open_store(path, create=False, clock=clock, read_only=read_only)
    assert not path.exists()


def test_an_empty_file_becomes_a_store_only_when_recording(path: Path) -> None:
    path.touch()
    with pytest.raises(NotFound):
        open_store(path, create=False, clock=clock)
    open_store(path, create=True, clock=clock).close()
    assert path.stat().st_size > 0


def test_a_server_without_a_store_is_not_given_one_by_reading(postgres_database: str) -> None:
    with pytest.raises(NotFound, match="no store"):
        open_store(postgres_database, create=False, clock=clock)
