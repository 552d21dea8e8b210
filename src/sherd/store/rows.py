"""A row's fields as the values of its table's columns, and back; written the same way on every database.

Lists and mappings are JSON text, intervals ``first/last``, yes and no 1 and 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import orjson
from sqlalchemy import Table

from sherd.model.columns import Kind, columns
from sherd.model.plain import Fields, row_of
from sherd.model.record import KINDS
from sherd.model.row import Row
from sherd.store.tables import NOUN_TABLES

Value = str | int | float | None
Values = tuple[Value, ...]

WITHHELD = "withheld"
"""What a required text says once its value was lawfully destroyed."""


def values_of(kind: str, seq: int, case: str, id_: str, fields: Fields) -> Values:
    """The values of a row in the order of its table's columns: seq, case, id, then the sheet's.

    >>> values_of("line", 4, "c", "L1", {"country": "RU"})[:6]
    (4, 'c', 'L1', None, None, 'RU')
    """
    names, written = _plan(kind)
    values = (seq, case, id_, *map(fields.get, names))
    if not written:
        return values
    listed: list[Any] = list(values)
    for place, write in written:
        if listed[place] is not None:
            listed[place] = write(listed[place])
    return tuple(listed)


def row_from(kind: str, values: Sequence[Any]) -> Row:
    """The row that those values describe. Raises ``ValueError`` or ``TypeError`` when they cannot."""
    names, _ = _plan(kind)
    fields = {name: value for name, value in zip(names, values[3:], strict=True) if value is not None}
    for name, read in _readers(kind):
        if name in fields:
            fields[name] = read(fields[name])
    for name in _required(kind):
        fields.setdefault(name, WITHHELD)
    return row_of(kind, values[1], values[2], fields)


def said_by(kind: str, seq: int, case: str, id_: str, fields: Fields) -> tuple[tuple[str, ...], Values]:
    """The columns of a row that say something, after seq, case and id, and the values of all of these.

    >>> said_by("line", 4, "c", "L1", {"country": "RU"})
    (('country',), (4, 'c', 'L1', 'RU'))
    """
    values = (seq, case, id_, *fields.values())
    names = tuple(fields)
    written = _writers(kind)
    if not written or written.keys().isdisjoint(names):
        return names, values
    return names, values[:3] + tuple([written[n](v) if n in written else v for n, v in fields.items()])


@lru_cache(4096)
def insertion(table: Table, names: tuple[str, ...], paramstyle: str) -> str:
    """The statement that adds one row with these columns; its parameters in their order."""
    marks = ", ".join([_mark(paramstyle)] * len(names))
    return f"INSERT INTO {_quoted(table.name)} ({', '.join(map(_quoted, names))}) VALUES ({marks})"


@lru_cache(4096)
def replacement(kind: str, names: tuple[str, ...], paramstyle: str) -> str:
    """The statement that adds a row, or writes it over the row of the same case and id.

    Only columns that say something are given (binding a NULL costs ten times as much as a text); the others
    become empty.
    """
    table = NOUN_TABLES[kind]
    known = [column.name for column in table.columns]
    if unknown := set(names) - set(known):
        raise ValueError(f"a {kind} has no column {min(unknown)!r}")
    changes = ", ".join(f"{_quoted(n)} = excluded.{_quoted(n)}" for n in known if n not in {"case", "id"})
    added = insertion(table, ("seq", "case", "id", *names), paramstyle)
    return f'{added} ON CONFLICT ("case", "id") DO UPDATE SET {changes}'


@cache
def removal(kind: str, paramstyle: str) -> str:
    """The statement that takes out the row of a case and an id."""
    table, mark = NOUN_TABLES[kind], _mark(paramstyle)
    return f'DELETE FROM {_quoted(table.name)} WHERE "case" = {mark} AND "id" = {mark}'


def _quoted(name: str) -> str:
    return f'"{name}"'


def _mark(paramstyle: str) -> str:
    return "?" if paramstyle == "qmark" else "%s"


Write = Callable[[Any], Value]


@cache
def number_places(kind: str) -> tuple[int, ...]:
    """Where numbers stand among the values of a row: the only values that equal one of another type."""
    kinds = {c.name: c.kind for c in columns(KINDS[kind])}
    numbers = {"whole", "number", "flag"}
    return tuple(at for at, c in enumerate(NOUN_TABLES[kind].columns) if kinds.get(c.name) in numbers)


@cache
def _plan(kind: str) -> tuple[tuple[str, ...], tuple[tuple[int, Write], ...]]:
    names = tuple(column.name for column in NOUN_TABLES[kind].columns)[3:]
    kinds = {column.name: column.kind for column in columns(KINDS[kind])}
    written = tuple((place, _WRITE[kinds[n]]) for place, n in enumerate(names, 3) if kinds[n] in _WRITE)
    return names, written


@cache
def _writers(kind: str) -> Mapping[str, Write]:
    return {c.name: _WRITE[c.kind] for c in columns(KINDS[kind]) if c.kind in _WRITE}


@cache
def _readers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((c.name, _READ[c.kind]) for c in columns(KINDS[kind]) if c.kind in _READ)


@cache
def _required(kind: str) -> tuple[str, ...]:
    """Required texts that are withheld, and so may be gone."""
    return tuple(c.name for c in columns(KINDS[kind]) if c.required and c.sealed and c.kind == "text")


def _flag(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError(f"{value!r} is neither yes nor no")
    return bool(value)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


_WRITE: Mapping[Kind, Write] = {"list": _json, "mapping": _json, "flag": int, "number": float}
_READ: Mapping[Kind, Callable[[Any], Any]] = {"list": orjson.loads, "mapping": orjson.loads, "flag": _flag}
