"""What a decision on a proposed statement is about, and what a person may write for a claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.claims.texts import article_of

from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.record.problems import BadCell
from sherd.services.claims import propose
from sherd.services.claims_review import EDITABLE, _claim_id, disorder, keys, written

SEVERAL = (
    "Kenya and Chad said that the engines had been made in Norway.\n"
    "Norway denied that it had sold engines to Chad and that it had sold drones to Kenya.\n"
)


def test_no_two_statements_of_an_article_share_a_key_or_make_one_claim() -> None:
    article = article_of(SEVERAL, language="en")
    said = propose(article)[0]
    found = keys(article, said)
    assert len(found) == len(said) > 2
    assert len({_claim_id(key) for key in found}) == len(said)
    assert list(found.values()) == list(said)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("speaker", " Norway ", "Norway"),
        ("polarity", "deny", "deny"),
        ("action", "supply", "SUPPLY"),
        ("chain", "Financial Times | an official", ("Financial Times", "an official")),
        ("chain", "", ()),
        ("recipient", "", None),
    ],
)
def test_what_is_written_is_read_as_a_cell_of_the_sheet(column: str, cell: str, value: Any) -> None:
    assert written(named(column), cell) == value


def test_days_are_written_at_any_precision() -> None:
    assert written(named("said_from"), "2023-08").last == date(2023, 8, 31)


@pytest.mark.parametrize(
    ("column", "cell", "do"),
    [("polarity", "perhaps", "one of"), ("action", "SELL", "SUPPLY"), ("speaker", " ", "empty"),
     ("event_from", "soon", "write")],
)  # fmt: skip
def test_what_a_column_cannot_take_is_refused_with_what_to_write(column: str, cell: str, do: str) -> None:
    with pytest.raises(BadCell, match=do):
        written(named(column), cell)


def test_an_end_before_its_beginning_is_told_before_it_can_spoil_the_case() -> None:
    claim = Claim(case="k", id="C", speaker="Iran", polarity="deny", action="USE", paraphrase="p")
    late, early = Interval.parse("2023-09-01"), Interval.parse("2023-01")
    for ends in ("said", "event"):
        assert disorder(claim, {f"{ends}_from": late, f"{ends}_to": early}) is not None
        assert disorder(claim, {f"{ends}_from": early, f"{ends}_to": late}) is None


def test_the_passage_and_its_place_are_not_for_a_person_to_change() -> None:
    assert not {"quote", "locator", "source", "id"} & {column.name for column in EDITABLE}


def named(name: str) -> Any:
    return next(column for column in EDITABLE if column.name == name)
