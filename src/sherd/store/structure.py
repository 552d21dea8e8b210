"""Whether a database has the tables that sherd made, and nothing in it that acts by itself.

A trigger, a rule or a view could change or hide events behind everyone's back; an index could refuse rows; a
table without its key could hold a row twice. So the audit names whatever is not as it was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Inspector, Table, UniqueConstraint, inspect

from sherd.journal.failures import Failure
from sherd.store.tables import ALEMBIC, metadata

_ACTING = {
    "sqlite": """
        SELECT type, name, tbl_name FROM sqlite_master
        WHERE type IN ('trigger', 'view') OR (type = 'index' AND sql IS NOT NULL)""",
    "postgresql": """
        SELECT 'trigger', tgname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
        UNION ALL
        SELECT 'rule', rulename, tablename FROM pg_rules WHERE schemaname = current_schema()""",
}

Column = tuple[str, str, bool]
"""Name, type and whether it may be empty."""


def differences(connection: Connection) -> Iterator[Failure]:
    """What the database has too much, too little or otherwise than sherd makes it."""
    found = inspect(connection)
    names = set(found.get_table_names())
    for table in metadata.sorted_tables:
        if table.name in names:
            yield from _of_table(found, table, connection)
        else:
            yield Failure(f"the table {table.name} is missing", file=table.name)
    if connection.dialect.name == "sqlite":  # a server may hold the tables of others
        for name in sorted(names - metadata.tables.keys()):
            yield Failure(f"a table {name} that no store has", file=name)
    acting = connection.exec_driver_sql(_ACTING[connection.dialect.name]).fetchall()
    ours = connection.dialect.name == "sqlite"
    for what, name, table_name in sorted(map(tuple, acting)):
        if ours or table_name in metadata.tables:
            yield Failure(f"a {what} {name} that no store has", file=table_name)


def _of_table(found: Inspector, table: Table, connection: Connection) -> Iterator[Failure]:
    is_, should = _columns(found, table.name, connection), _declared(table, connection)
    if table is ALEMBIC:  # made by Alembic in a migrated store, by us in a fresh one
        is_, should = ([(name, "", False) for name, *_ in columns] for columns in (is_, should))
    for name in sorted({column[0] for column in set(is_) ^ set(should)}):
        yield Failure(f"the column {name} is not as it was made", file=table.name, column=name)
    keys = {tuple(found.get_pk_constraint(table.name)["constrained_columns"])}
    keys |= {tuple(unique["column_names"]) for unique in found.get_unique_constraints(table.name)}
    for key in sorted(_keys(table) ^ keys):
        yield Failure(f"the rows are no longer told apart by {', '.join(key)} alone", file=table.name)


def _columns(found: Inspector, name: str, connection: Connection) -> list[Column]:
    return [
        (
            column["name"],
            "computed" if column.get("computed") else column["type"].compile(connection.dialect),
            column["nullable"],
        )
        for column in found.get_columns(name)
    ]


def _declared(table: Table, connection: Connection) -> list[Column]:
    return [(c.name, c.type.compile(connection.dialect), bool(c.nullable)) for c in table.columns]


def _keys(table: Table) -> set[tuple[str, ...]]:
    uniques = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    return {tuple(table.primary_key.columns.keys()), *(tuple(u.columns.keys()) for u in uniques)}
