"""Statements as JSON lines and back: one line a statement, the fields in the order of the published schema.

A field of the schema that says nothing is written ``null``; the fields that not every statement has
(``role``, ``document``, ``value``, ``quantity``, ``flags``, the class and origin of a thing) are left out
then. A date is written in the shortest notation that means its days (``2023-08``), else ``first/last``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import cattrs
from attrs import fields_dict
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from sherd.model.dates import Interval
from sherd.model.statements import (
    Action,
    Dated,
    Named,
    Passage,
    Quantity,
    Relay,
    Speaker,
    Statement,
    Thing,
)

OPTIONAL: dict[type, tuple[str, ...]] = {
    Speaker: ("role", "on_behalf_of", "document"),
    Thing: ("class_", "type", "origin", "made"),
    Action: ("value", "quantity"),
    Statement: ("flags",),
}
"""The fields that are left out where they say nothing."""

NOUNS = (Passage, Named, Quantity, Relay, Dated, Speaker, Thing, Action, Statement)


def to_plain(statement: Statement) -> dict[str, Any]:
    """A statement as JSON values.

    >>> from sherd.model.statements import Action, Passage, Speaker
    >>> said = Statement(id="S1", doc="a.txt", doc_sha256="", claim="", content=Passage(0, 2, "It"),
    ...                  source=Speaker("article", "narrator"), prop=Action("OTHER"))
    >>> to_plain(said)["content"], to_plain(said)["source"]
    ({'start': 0, 'end': 2, 'text': 'It'}, {'name': 'article', 'kind': 'narrator', 'span': None})
    """
    plain: dict[str, Any] = _converter().unstructure(statement)
    return plain


def of_plain(plain: dict[str, Any]) -> Statement:
    """The statement that those JSON values describe. Raises ``ValueError`` naming what is wrong with them."""
    try:
        return _converter().structure(plain, Statement)
    except cattrs.BaseValidationError as error:
        raise ValueError("; ".join(cattrs.transform_error(error, "statement", _told))) from error


def to_lines(statements: Iterable[Statement]) -> Iterator[str]:
    """One JSON line a statement, without its line end."""
    for statement in statements:
        yield json.dumps(to_plain(statement), ensure_ascii=False)


def of_lines(lines: Iterable[str]) -> Iterator[Statement]:
    """The statements of JSON lines; blank lines are passed over.

    Raises ``ValueError`` naming the line and what is wrong with it.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                plain = json.loads(line)
                if not isinstance(plain, dict):
                    raise ValueError("no JSON object")
                yield of_plain(plain)
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from error


def notation(days: Interval) -> str:
    """The days in the shortest notation that ``Interval.parse`` reads back.

    >>> notation(Interval.parse("2022-08")), notation(Interval.parse("2022-08-01/2022-08-09"))
    ('2022-08', '2022-08-01/2022-08-09')
    """
    return str(days) if " " in days.words or days.words == "unknown" else days.words


def _told(error: BaseException, hint: type | None) -> str:
    plain = type(error) is ValueError
    return str(error) if plain else cattrs.v.format_exception(error, hint)


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    converter.register_unstructure_hook(Interval, notation)
    converter.register_structure_hook(Interval, lambda text, _: Interval.parse(text))
    for noun in NOUNS:
        names: dict[str, Any] = {
            name: override(omit_if_default=name in OPTIONAL.get(noun, ()), rename=name.rstrip("_"))
            for name in fields_dict(noun)
        }
        converter.register_unstructure_hook(noun, make_dict_unstructure_fn(noun, converter, **names))
        converter.register_structure_hook(
            noun, make_dict_structure_fn(noun, converter, _cattrs_forbid_extra_keys=True, **names)
        )
    return converter
