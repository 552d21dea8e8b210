"""One database as the store sees it: an engine, a lock for writers, and words for what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from attrs import field, frozen
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sherd.errors import SherdError, StoreDamaged

WRITES = "sherd_writes"
"""Execution option of a connection whose transaction takes the store for itself."""


_LARGEST = (1 << 63) - 1
"""No row can come after this number."""


@frozen
class Database:
    """``where`` names it in messages; ``fault`` says what an error of its driver means to a user."""

    engine: Engine
    where: str
    fault: Callable[[str, str, BaseException], SherdError]
    error: type[Exception]
    """What the driver raises."""
    lock: Callable[[Connection], None] = field(default=lambda _: None)
    reading_options: dict[str, object] = field(factory=dict)
    settle: Callable[[Connection], None] = field(default=lambda _: None)
    """Makes sure that nothing destroyed stays behind in a log of the database."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until it ends."""
        with self.naming_faults(), self.engine.connect() as connection:
            yield connection.execution_options(**self.reading_options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; commits at the end, or leaves everything as it was."""
        with self.naming_faults(), self.engine.connect() as connection:
            connection = connection.execution_options(**{WRITES: True})
            with connection.begin():
                self.lock(connection)
                yield connection

    @contextmanager
    def naming_faults(self) -> Iterator[None]:
        """Turn errors of the driver into errors that say what, where and what to do."""
        try:
            yield
        except (DBAPIError, self.error) as error:
            cause = (error.orig or error) if isinstance(error, DBAPIError) else error
            raise self.fault(self.where, str(cause), cause) from error
        except (SQLAlchemyError, UnicodeDecodeError) as error:  # a message that quotes damaged text
            raise damaged(self.where, str(error)) from error


def fetched(connection: Connection, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    """The rows of a query as plain tuples, much faster than SQLAlchemy gives them; ``?`` is a parameter."""
    if connection.dialect.paramstyle != "qmark":
        sql = sql.replace("?", "%s")
    with closing(connection.exec_driver_sql(sql, parameters)) as result:
        rows: list[tuple[Any, ...]] = list(result.cursor.fetchall())
    return rows


def advanced(where: str, table: str, page: Sequence[Any], before: int) -> int:
    """The number after a page of rows in order of number. Raises ``StoreDamaged`` out of order.

    In a damaged table the rows may come round and round; nobody reads them for ever.
    """
    last = page[-1][0]
    if type(last) is not int or not before <= last < _LARGEST:
        raise damaged(where, f"the rows of table {table} are out of order after {before}: {last!r}")
    return last + 1


def damaged(where: str, said: str) -> StoreDamaged:
    """The error for a store that cannot be read as one."""
    first = said.strip().splitlines()[0] if said.strip() else "no reason given"
    return StoreDamaged(
        f"The store {where} cannot be read: {first}",
        "Run `sherd verify` on it to see what is damaged, and restore it from a copy.",
    )
