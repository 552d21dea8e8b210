"""What a column of a case sheet may hold, written once beside the noun that it fills.

A noun declares each column as an annotated field; intake reads the declaration to check cells, the store
to make its tables, and the documentation to list them. To add a column: one field on the noun.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from sherd.model.dates import Interval

COMMON = ("source", "locator", "recorded_by", "release", "note")
"""The columns that every sheet takes, after its own."""

Kind = Literal["text", "whole", "number", "flag", "interval", "instant", "list", "mapping"]


@frozen
class Words:
    """The only words that a column accepts."""

    words: tuple[str, ...]


@frozen
class Refers:
    """The column holds the id of a row in another sheet of the case, or ``CASE:ID`` of another case."""

    sheet: str


@frozen
class Sealed:
    """The column is withheld unless the row's ``release`` says otherwise; ``why`` is what it gives away."""

    why: str


@frozen
class Instant:
    """The column holds an instant with its UTC offset, or a date at any precision."""


def one_of(*words: str) -> Words:
    """Declare an enumerated column."""
    return Words(words)


@frozen
class Column:
    """One column of a sheet, as its noun declares it."""

    name: str
    attribute: str
    kind: Kind
    required: bool
    words: tuple[str, ...] = ()
    refers: str | None = None
    sealed: str | None = None


def columns(noun: Any) -> tuple[Column, ...]:
    """The columns of a noun class, in the order of the sheet; ``case`` is not one, the id is.

    >>> from sherd.model.items import Item
    >>> [column.name for column in columns(Item) if column.required]
    ['id', 'label', 'role', 'custody_status']
    """
    return _declared(noun)


@cache
def _declared(noun: Any) -> tuple[Column, ...]:
    hints = get_type_hints(noun, include_extras=True)
    found = [
        _column(noun, declared.name, hints[declared.name], declared.default is attrs.NOTHING)
        for declared in attrs.fields(noun)
        if declared.name != "case"
    ]
    return tuple(sorted(found, key=lambda column: column.name in COMMON))


def _column(noun: Any, attribute: str, hint: Any, required: bool) -> Column:
    plain, marks = _unwrap(hint)
    return Column(
        name=noun.key if attribute == "id" else attribute.rstrip("_"),
        attribute=attribute,
        kind="instant" if any(isinstance(mark, Instant) for mark in marks) else _kind(plain),
        required=required,
        words=next((mark.words for mark in marks if isinstance(mark, Words)), ()),
        refers=next((mark.sheet for mark in marks if isinstance(mark, Refers)), None),
        sealed=next((mark.why for mark in marks if isinstance(mark, Sealed)), None),
    )


def _unwrap(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(hint) in {Union, types.UnionType}:
        (hint,) = (arm for arm in get_args(hint) if arm is not type(None))
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        plain, more = _unwrap(inner)
        return plain, (*marks, *more)
    return hint, ()


def _kind(plain: Any) -> Kind:
    if get_origin(plain) is tuple:
        return "list"
    if get_origin(plain) is not None:
        return "mapping"
    kinds: dict[Any, Kind] = {str: "text", int: "whole", float: "number", bool: "flag", Interval: "interval"}
    return kinds[plain]
