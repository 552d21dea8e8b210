"""Every noun becomes plain values and comes back the same; what it declares is what its sheet takes."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.columns import COMMON, Column, columns
from sherd.model.dates import Interval
from sherd.model.plain import fields_of, row_of
from sherd.model.problems import CODES, Problem
from sherd.model.record import KINDS, NOUNS, SHEETS, CaseRecord
from sherd.model.row import Row

WORDS = st.text(min_size=1, max_size=12)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "instant": st.just("2023-08-10T09:30:00+03:00"),
    "whole": st.integers(0, 10**9),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "flag": st.booleans(),
    "interval": st.sampled_from([Interval.parse(text) for text in ("2022", "2022-10/", "/2023-W01")]),
    "list": st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    "mapping": st.dictionaries(WORDS, WORDS, min_size=1, max_size=3),
}


def _value(column: Column) -> st.SearchStrategy[Any]:
    return st.sampled_from(column.words) if column.words else VALUES[column.kind]


def _rows(noun: type[Row]) -> st.SearchStrategy[Row]:
    required = {c.attribute: _value(c) for c in columns(noun) if c.required}
    optional = {c.attribute: st.one_of(st.none(), _value(c)) for c in columns(noun) if not c.required}
    defaults = {f.name: f.default for f in attrs.fields(noun)}

    def make(given_: dict[str, Any]) -> Row:
        said = {name: value for name, value in given_.items() if value is not None or defaults[name] is None}
        return noun(case="c", **said)

    return st.fixed_dictionaries(required, optional=optional).map(make)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
@given(data=st.data())
def test_a_row_comes_back_from_its_plain_values(noun: type[Row], data: st.DataObject) -> None:
    row = data.draw(_rows(noun))
    plain = json.loads(json.dumps(fields_of(row)))
    assert row_of(noun.kind, "c", row.id, plain) == row


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_kinds_sheets_and_columns_are_named_once(noun: type[Row]) -> None:
    names = [column.name for column in columns(noun)]
    assert len(names) == len(set(names))
    assert KINDS[noun.kind] is noun
    assert SHEETS[noun.sheet] is noun
    assert tuple(names[-len(COMMON) :]) == COMMON
    assert noun.key in names


def test_wrong_fields_are_refused_with_their_path() -> None:
    with pytest.raises(ValueError, match=r"component\.item"):
        row_of("component", "c", "C1", {"label": "Board"})
    with pytest.raises(ValueError, match="colour"):
        row_of("line", "c", "L1", {"colour": "red"})
    with pytest.raises(ValueError, match="no kind of row"):
        row_of("engine", "c", "E1", {})


def test_a_record_holds_exactly_one_case() -> None:
    with pytest.raises(ValueError, match="0 cases"):
        CaseRecord.of([])


def test_a_problem_says_where_it_stands_and_what_to_do() -> None:
    problem = Problem("unknown_word", "items.csv", 7, "role", "itme", "Write item or reference.")
    assert str(problem) == (
        "items.csv, row 7, role: a word that this column does not know: read 'itme'. Write item or reference."
    )
    with pytest.raises(ValueError, match="code"):
        Problem("surprise")
    assert all(text and not text.endswith(".") for text in CODES.values())
