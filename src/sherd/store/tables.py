"""The tables of a store: the journal, and one table per kind of row, which are made from the journal.

Noun tables follow the nouns: a column added to a noun is a column here and a migration in ``migrations``.
Rows are keyed by the event that wrote them; (case, id) is unique.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from sherd.model.columns import Kind, columns
from sherd.model.record import NOUNS
from sherd.model.row import Row

VERSION = "0007"
"""The newest migration; a store says in ``alembic_version`` which one it has."""

metadata = MetaData()

_WHOLE = BigInteger().with_variant(Integer, "sqlite")
_TYPES: Mapping[Kind, TypeEngine[Any]] = {"whole": _WHOLE, "flag": Integer(), "number": Double()}
_NAMES = {"case.toml": "cases", "events": "recoveries"}


def _text(name: str, **options: Any) -> Column[Any]:
    return Column(name, Text, **options)


def _whole(name: str, **options: Any) -> Column[Any]:
    return Column(name, _WHOLE, nullable=False, autoincrement=False, **options)


def _bytes(name: str) -> Column[Any]:
    return Column(name, LargeBinary, nullable=False)


EVENTS = Table(
    "events",
    metadata,
    _whole("seq", primary_key=True),
    _text("verb", nullable=False),
    _text("kind", nullable=False),
    _text("case"),
    _text("id"),
    _text("at", nullable=False),
    _bytes("leaf"),
    _bytes("hash"),
)
NODES = Table(
    "nodes",
    metadata,
    _whole("height", primary_key=True),
    _whole("position", primary_key=True),
    _bytes("hash"),
    sqlite_with_rowid=False,
)
CHECKPOINTS = Table("checkpoints", metadata, _whole("size", primary_key=True), _text("note", nullable=False))
VERIFIERS = Table("verifiers", metadata, _text("key", primary_key=True))
DISCLOSURES = Table(
    "disclosures",
    metadata,
    _whole("seq", primary_key=True),
    _whole("place", primary_key=True),
    _text("digest", nullable=False),
    _text("level", nullable=False),
    _text("text"),
    sqlite_with_rowid=False,
)
ALEMBIC = Table("alembic_version", metadata, Column("version_num", Text, primary_key=True))


def _noun_table(noun: type[Row]) -> Table:
    name = _NAMES.get(noun.sheet, noun.sheet)
    return Table(
        name,
        metadata,
        _whole("seq", primary_key=True),
        _text("case", nullable=False),
        _text("id", nullable=False),
        *(
            Column(column.name, _TYPES.get(column.kind, Text()), nullable=True)
            for column in columns(noun)
            if column.attribute != "id"
        ),
        UniqueConstraint("case", "id", name=f"one_{name}_row"),
    )


NOUN_TABLES: Mapping[str, Table] = MappingProxyType({noun.kind: _noun_table(noun) for noun in NOUNS})
"""The projected table of each kind of row."""
