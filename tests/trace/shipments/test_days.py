"""The days of customs records, in the ways that vendors write them."""

from datetime import date

import pytest

from sherd.trace.shipments.days import days, month

READ = [
    ("2023-05-17", date(2023, 5, 17), date(2023, 5, 17)),
    ("17.05.2023", date(2023, 5, 17), date(2023, 5, 17)),
    ("7.5.2023", date(2023, 5, 7), date(2023, 5, 7)),
    ("2023/05/17", date(2023, 5, 17), date(2023, 5, 17)),
    ("2023.05.17", date(2023, 5, 17), date(2023, 5, 17)),
    ("20230517", date(2023, 5, 17), date(2023, 5, 17)),
    ("17/05/2023", date(2023, 5, 17), date(2023, 5, 17)),
    ("05/17/2023", date(2023, 5, 17), date(2023, 5, 17)),
    ("2023-05-17T10:20:00", date(2023, 5, 17), date(2023, 5, 17)),
    (" 2023-05-17 00:00:00", date(2023, 5, 17), date(2023, 5, 17)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2023", date(2023, 1, 1), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), READ)
def test_a_day_is_read_in_the_ways_that_records_write_it(text: str, first: date, last: date) -> None:
    when = days(text)
    assert when is not None
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize("text", [
    "", " ", "?", "soon", "03/04/2023", "31.02.2023", "20231317", "17.05.23", "45063", "2023-13-01",
])  # fmt: skip
def test_what_nobody_can_tell_is_no_day(text: str) -> None:
    assert days(text) is None
    assert month(text) == ""


def test_a_year_alone_is_of_no_month() -> None:
    assert [month(text) for text in ("2023", "2023-05", "17/05/2023")] == ["", "2023-05", "2023-05"]
