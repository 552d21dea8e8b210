"""Bulk tables on DuckDB, in this process; no extension is loaded."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from attrs import field, frozen

from sherd.errors import DiskFull, EdgeFailed

AT_ONCE = 10_000

_NO_ROOM = re.compile(r"no space left|disk quota exceeded|file too large", re.IGNORECASE)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Where DuckDB writes a file: what keeps it from that, by name and with what to do.

    Raises ``DiskFull`` or ``EdgeFailed``. What was begun beside ``path`` is removed.
    """
    try:
        yield
    except (duckdb.IOException, OSError) as error:
        beside = path.with_name(f".{path.name}")
        if beside.is_file():
            os.unlink(beside)
        if _NO_ROOM.search(str(error)):
            raise DiskFull(f"No room left to write {path}", "Free some, or choose another place.") from None
        raise EdgeFailed(f"{path} cannot be written: {error}", "Choose another place.") from None


def parquet_from_csv(source: Path, out: Path, types: Mapping[str, str]) -> None:
    """Write the rows of a CSV with a header as Parquet, each column as the type given; all or nothing.

    Raises ``DiskFull`` or ``EdgeFailed``.
    """
    beside = out.with_name(f".{out.name}")
    with writing(out), duckdb.connect(":memory:") as db:
        rows = db.read_csv(str(source), header=True, dtype=dict(types), na_values=None)
        rows.write_parquet(str(beside))
        os.replace(beside, out)


@frozen(eq=False)
class DuckTables:
    """Tables of one DuckDB connection in memory."""

    _db: duckdb.DuckDBPyConnection = field(factory=lambda: duckdb.connect(":memory:"))

    def open(self, name: str, files: Sequence[Path]) -> None:
        """Know Parquet files as one table."""
        self._db.read_parquet([str(file) for file in files]).create_view(name)

    def give(self, name: str, column: str, numbers: Sequence[int]) -> None:
        """Know whole numbers as a table of one column."""
        self._db.register(f"{name}_given", {column: np.fromiter(numbers, np.int64)})
        self._db.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT {column} FROM {name}_given")

    def ask(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        answer = self._db.execute(query)
        while rows := answer.fetchmany(AT_ONCE):
            yield from rows

    def close(self) -> None:
        """Let go of the connection."""
        self._db.close()


def start() -> DuckTables:
    """A new engine."""
    return DuckTables()
