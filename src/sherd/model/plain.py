"""Nouns as plain JSON values and back: what a leaf of the journal holds of a row.

A field that says nothing is left out; an interval is written ``first/last``. ``case`` and ``id`` stand
outside, beside the fields. An unknown field, a missing one or a wrong word is refused with its path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from sherd.model.columns import columns
from sherd.model.dates import Interval
from sherd.model.record import KINDS
from sherd.model.row import Row

Fields = dict[str, Any]
"""A row's fields by column name, as JSON values, without ``case`` and ``id``."""


def fields_of(row: Row) -> Fields:
    """The fields of a row that say something.

    >>> from sherd.model.items import Line
    >>> fields_of(Line(case="c", id="L1", country="RU"))
    {'country': 'RU'}
    """
    noun: Any = type(row)
    return _writer(noun)(row)


def row_of(kind: str, case: str, id_: str, fields: Mapping[str, Any]) -> Row:
    """The row that those fields describe. Raises ``ValueError`` naming what is wrong with them."""
    try:
        noun: Any = KINDS[kind]
    except KeyError:
        raise ValueError(f"no kind of row is called {kind!r}") from None
    try:
        return _reader(noun)({**fields, "case": case, "id": id_}, noun)
    except cattrs.BaseValidationError as error:
        reasons = "; ".join(cattrs.transform_error(error, path=kind))
        raise ValueError(reasons) from error


@cache
def _writer(noun: Any) -> Callable[[Row], Fields]:
    left_out: dict[str, Any] = {name: override(omit=True) for name in ("case", "id")}
    return make_dict_unstructure_fn(
        noun, _converter(), _cattrs_omit_if_default=True, **left_out, **_renamed(noun)
    )


@cache
def _reader(noun: Any) -> Callable[[Mapping[str, Any], type[Row]], Row]:
    return make_dict_structure_fn(noun, _converter(), _cattrs_forbid_extra_keys=True, **_renamed(noun))


def _renamed(noun: Any) -> dict[str, Any]:
    return {
        column.attribute: override(rename=column.name)
        for column in columns(noun)
        if column.attribute not in {"id", column.name}
    }


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(Interval, str)
    converter.register_structure_hook(Interval, lambda text, _: Interval.parse(text))
    return converter
