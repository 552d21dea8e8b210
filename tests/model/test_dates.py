"""A date is an interval of days, as wide as what is known and never narrower."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.dates import Interval, read_instant

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-10", "2022-10-01", "2022-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2022-W15", "2022-04-11", "2022-04-17"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2022-Q3", "2022-07-01", "2022-09-30"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-10-17", "2022-10-17", "2022-10-17"),
        ("2022-10/2023-02", "2022-10-01", "2023-02-28"),
        (" 2022 / 2023 ", "2022-01-01", "2023-12-31"),
        ("2022-10-17T23:30:00+03:00", "2022-10-17", "2022-10-17"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_every_notation_reads_as_the_days_it_can_mean(text: str, first: str, last: str) -> None:
    assert Interval.parse(text) == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "known"), [("2022-10/", "first"), ("/2022-10", "last"), ("../2022-10", "last")]
)
def test_an_empty_end_is_open(text: str, known: str) -> None:
    read = Interval.parse(text)
    assert (read.first is None, read.last is None) == (known == "last", known == "first")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-13",
        "2022-W54",
        "2021-W53",
        "2022-02-30",
        "10/2022",
        "spring",
        "2022-Q5",
        "9999-W53",
        "0000",
    ],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Interval.parse(text)


def test_an_interval_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Interval.parse("2023/2022")


@given(DAYS, DAYS)
def test_an_interval_reads_back_from_what_it_writes(a: date, b: date) -> None:
    interval = Interval(min(a, b), max(a, b))
    assert Interval.parse(str(interval)) == interval


@pytest.mark.parametrize("text", ["2022", "2022-10", "2022-Q3", "2022-10-17"])
def test_the_shortest_notation_is_shown(text: str) -> None:
    assert Interval.parse(text).words == text


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_intervals_overlap_exactly_when_they_have_a_day_in_common(
    a: date, b: date, c: date, d: date
) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    common = max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
    assert one.overlaps(other) == other.overlaps(one) == common


def test_an_open_end_reaches_for_ever() -> None:
    assert Interval.parse("2022/").overlaps(Interval.parse("2099"))
    assert not Interval.parse("2022/").overlaps(Interval.parse("2021"))


def test_two_columns_make_one_interval() -> None:
    first, last = Interval.parse("2022-10"), Interval.parse("2023-01")
    assert Interval.of(first, last) == Interval.parse("2022-10/2023-01")
    assert Interval.of(first, None) == first
    assert Interval.of(None, last) == last
    assert Interval.of(None, None) is None


def test_an_instant_carries_its_offset() -> None:
    assert read_instant(" 2023-08-10T09:30:00Z ") == "2023-08-10T09:30:00Z"
    assert read_instant("2023-08") == "2023-08"
    with pytest.raises(ValueError, match="UTC offset"):
        read_instant("2023-08-10T09:30:00")
    with pytest.raises(ValueError, match=r"."):
        read_instant("2023-08-10T29:30:00+03:00")


@pytest.mark.parametrize(
    ("first", "last", "lasting", "within"),
    [
        ("2020", None, "from 2020", "2020"),
        (None, "2023-03", "until 2023-03", "2023-03"),
        ("2020", "2023-03-31", "2020 to 2023-03-31", "2020 to 2023-03-31"),
        ("2022", "2022", "2022", "2022"),
        ("2022-W15", None, "from (2022-04-11 to 2022-04-17)", "2022-04-11 to 2022-04-17"),
        (None, None, "unknown", None),
    ],
)
def test_two_dates_are_said_in_the_words_of_each_and_no_day_is_invented(
    first: str | None, last: str | None, lasting: str, within: str | None
) -> None:
    one, other = (Interval.parse(each) if each else None for each in (first, last))
    assert Interval.lasting(one, other).words == lasting
    both = Interval.of(one, other)
    assert (both.words if both else None) == within


def test_the_words_of_an_interval_count_for_nothing_when_it_is_compared() -> None:
    made = Interval.lasting(Interval.parse("2020"), Interval.parse("2021"))
    assert made == Interval.parse("2020/2021")
    assert hash(made) == hash(Interval.parse("2020/2021"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-10/", "2022-10 or later"),
        ("2022/", "2022 or later"),
        ("2022-Q3/", "2022-07 or later"),
        ("2022-10-17/", "2022-10-17 or later"),
        ("/2022-10", "2022-10 or earlier"),
        ("/2022", "2022 or earlier"),
        ("../2022-10-17", "2022-10-17 or earlier"),
        ("/", "unknown"),
    ],
)
def test_an_open_date_is_said_as_precisely_as_it_was_written_and_names_no_day_of_its_own(
    text: str, words: str
) -> None:
    assert Interval.parse(text).words == words


@given(DAYS, st.sampled_from(["first", "last"]))
def test_the_words_of_an_open_date_mean_its_days(day: date, end: str) -> None:
    when = Interval(**{end: day})
    short, _, side = when.words.partition(" or ")
    assert Interval.parse(f"{short}/" if side == "later" else f"/{short}") == when
