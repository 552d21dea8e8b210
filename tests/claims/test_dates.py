"""Expressions of date mean intervals, counted from the day of publication, never narrower than the words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.claims.dates import all_dates, dates

WEDNESDAY = date(2023, 8, 16)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on August 15, 2023", "2023-08-15/2023-08-15"),
        ("on 15 August 2023", "2023-08-15/2023-08-15"),
        ("on 2023-08-15", "2023-08-15/2023-08-15"),
        ("on Aug. 15, 2023", "2023-08-15/2023-08-15"),
        ("in February 2022", "2022-02-01/2022-02-28"),
        ("in early February 2022", "2022-02-01/2022-02-10"),
        ("in 2022", "2022-01-01/2022-12-31"),
        ("in late 2022", "2022-09-01/2022-12-31"),
        ("in the spring of 2023", "2023-03-01/2023-05-31"),
        ("in winter 2022", "2022-12-01/2023-02-28"),
        ("in Q3 2022", "2022-07-01/2022-09-30"),
        ("in the first half of 2023", "2023-01-01/2023-06-30"),
        ("on Wednesday", "2023-08-16/2023-08-16"),
        ("on Thursday", "2023-08-10/2023-08-10"),
        ("last Monday", "2023-08-14/2023-08-14"),
        ("next Monday", "2023-08-21/2023-08-21"),
        ("yesterday", "2023-08-15/2023-08-15"),
        ("overnight", "2023-08-15/2023-08-16"),
        ("earlier this week", "2023-08-14/2023-08-16"),
        ("last week", "2023-08-07/2023-08-13"),
        ("last month", "2023-07-01/2023-07-31"),
        ("last year", "2022-01-01/2022-12-31"),
        ("this year", "2023-01-01/2023-08-16"),
        ("this summer", "2023-06-01/2023-08-31"),
        ("last summer", "2022-06-01/2022-08-31"),
        ("last winter", "2022-12-01/2023-02-28"),
        ("two weeks ago", "2023-07-31/2023-08-06"),
        ("three months ago", "2023-05-01/2023-05-31"),
        ("a year ago", "2022-01-01/2022-12-31"),
        ("in the past two weeks", "2023-08-02/2023-08-16"),
        ("in February", "2023-02-01/2023-02-28"),
        ("in November", "2022-11-01/2022-11-30"),
        ("on September 13", "2022-09-13/2022-09-13"),
        ("between August 3 and August 9", "2023-08-03/2023-08-09"),
        ("since September", "2022-09-01/2023-08-16"),
        ("since mid-September", "2022-09-11/2023-08-16"),
    ],
)
def test_a_date_in_the_news_is_counted_from_the_day_of_publication(words: str, days: str) -> None:
    assert [str(each.value) for each in all_dates(words, 0, len(words), WEDNESDAY)] == [days]


@pytest.mark.parametrize("words", ["on Wednesday", "last week", "two weeks ago", "in February"])
def test_without_a_day_of_publication_a_relative_date_stays_unresolved(words: str) -> None:
    found = dates(words, 0, len(words), None)
    assert [each.value for each in found] == [None]
    assert [each.span is not None for each in found] == [True]


@pytest.mark.parametrize(
    "words", ["on 31 June 2023", "a 2022 report said 40 people", "in the May family", "30 percent"]
)
def test_what_is_no_date_gives_none(words: str) -> None:
    assert [each.value for each in dates(words, 0, len(words), None) if each.value is not None] == []


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_latest_on_or_before_publication(published: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    value = dates(f"on {name}", 0, 12, published)[0].value
    assert value is not None
    assert value.first is not None
    assert value.first.weekday() == weekday
    assert 0 <= (published - value.first).days <= 6
