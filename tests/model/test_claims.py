"""The days of a claim: what is not known, or contradicts itself, is no day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sherd.model.claims import Claim
from sherd.model.dates import Interval


def claim(**columns: Any) -> Claim:
    days = {name: Interval.parse(said) for name, said in columns.items()}
    return Claim(case="k", id="C", speaker="A", polarity="deny", action="USE", paraphrase="p", **days)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({}, None),
        ({"said_from": "2023-08"}, (date(2023, 8, 1), date(2023, 8, 31))),
        ({"said_from": "2023-08-03", "said_to": "2023-08-05"}, (date(2023, 8, 3), date(2023, 8, 5))),
        ({"said_from": "2023-08", "said_to": "2023-08-05"}, (date(2023, 8, 1), date(2023, 8, 5))),
        ({"said_from": "2023-08", "said_to": "2023-07"}, None),
    ],
)
def test_when_it_was_said(columns: dict[str, str], said: tuple[date, date] | None) -> None:
    found = claim(**columns).said
    assert (found and (found.first, found.last)) == said


def test_an_event_has_an_open_end_where_none_is_stated_and_no_days_where_they_are_reversed() -> None:
    assert claim(event_from="2023").happened == Interval(date(2023, 1, 1), None)
    assert claim(event_to="2023").happened == Interval(None, date(2023, 12, 31))
    assert claim(event_from="2023", event_to="2022").happened is None
    assert claim().happened is None


def test_days_that_end_before_they_begin_are_named_with_their_column() -> None:
    assert claim(said_from="2023-08", said_to="2023-07").disorder == ("said_from", "2023-08 to 2023-07")
    assert claim(event_from="2023", event_to="2022-12").disorder == ("event_from", "2023 to 2022-12")
    assert claim(said_from="2023-08", said_to="2023", event_from="2023").disorder is None
