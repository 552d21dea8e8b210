"""A catalogue as a table in Parquet. Its first row counts as row 2, as if its headings were row 1."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from sherd.identify.catalogue.columns import Columns, columns
from sherd.identify.catalogue.entry import Catalogue, Entry, distinct, entry, sorted_out, trouble
from sherd.model.problems import Problem
from sherd.sources.catalogues.form import Form, Wishes

PIECE = 50_000
"""Rows that are held at once beside those already read."""

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "true",
    "threads": "2",
    "memory_limit": "1GB",
}


def read(contents: Mapping[str, bytes], wishes: Wishes) -> Catalogue:
    """The entries of one table; what is no Parquet file is a problem."""
    import duckdb

    ((file, content),) = contents.items()
    with tempfile.TemporaryDirectory(prefix="sherd-") as folder, duckdb.connect(config=_SETTINGS) as tables:
        lies = Path(folder) / "catalogue.parquet"
        lies.write_bytes(content)
        try:
            return _read(tables.execute("SELECT * FROM read_parquet(?)", [str(lies)]), file, wishes)
        except duckdb.Error as error:
            said = str(error).replace(str(lies), file).partition("\n")[0]
            do = "give a whole Parquet file, or the same table as CSV"
            return Catalogue((), (trouble("unreadable_file", file, None, "", said, do),))


def _read(found: Any, file: str, wishes: Wishes) -> Catalogue:
    headings = [str(column[0]) for column in found.description]
    placed = columns(headings, wishes.columns, file)
    if not isinstance(placed, Columns):
        return Catalogue((), placed)
    entries, problems = sorted_out(_entries(found, placed, file))
    if not entries and not problems:
        problems = [trouble("unreadable_file", file, None, "", "", "the table has no row")]
    return Catalogue(tuple(distinct(entries)), tuple(problems), placed.headings, placed.unread)


def _entries(found: Any, placed: Columns, file: str) -> Iterator[Entry | Problem]:
    first = 2
    while rows := found.fetchmany(PIECE):
        for number, row in enumerate(rows, first):
            yield entry(placed.said(row), file, number, placed.headings)
        first += len(rows)


def _claims(names: Collection[str]) -> bool:
    return len(names) == 1 and all(name.casefold().endswith((".parquet", ".pq")) for name in names)


FORM = Form("parquet", 1, "a table in Parquet (.parquet)", _claims, lambda _name: True, read)
