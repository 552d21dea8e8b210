"""When an item was put together, what was made after a day, and how long things take."""

from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.lag import innermost, right_truncated, turnbull
from sherd.attribute.timing import lag, made_after, not_before, part, without_impossible
from sherd.model.dates import Interval
from sherd.model.timing import ControlDate, DatedPart, Reckoned

from .published import COSMESIS  # isort: skip

WORKED = [part(code, Interval.parse(code)) for code in ("2021-W45", "2022-W08", "2022-W31", "2022")]
WORKED.append(part("2023-Q1", Interval.parse("2023-Q1")))
CONTROL = ControlDate(date(2022, 2, 24), "S1", "a day stated by the case")

days = st.dates(date(2018, 1, 1), date(2024, 12, 31))
intervals = st.tuples(days, days).map(lambda pair: Interval(min(pair), max(pair)))


def test_the_worked_count_of_parts_made_after_a_day() -> None:
    found = made_after(WORKED, CONTROL)
    assert (found.certain, found.possible, found.of) == (2, 4, 5)
    assert found.expected == pytest.approx(3.4234833659, abs=5e-11)
    assert found.undetermined == ()


def test_an_item_is_not_older_than_its_latest_original_part() -> None:
    found = not_before(WORKED)
    assert found.certain == date(2023, 1, 1)
    assert found.deciding == "2023-Q1"
    assert found.without_latest == date(2022, 8, 1)
    assert found.latest_last == date(2023, 3, 31)


def test_the_day_itself_counts_as_after() -> None:
    on = part("p", Interval(date(2022, 2, 24), date(2022, 2, 24)))
    before = part("q", Interval(date(2022, 2, 23), date(2022, 2, 23)))
    assert made_after([on, before], CONTROL).certain == 1
    assert made_after([on, before], CONTROL).possible == 1


def test_a_part_replaced_dates_itself_and_not_the_item() -> None:
    replaced = part("r", Interval.parse("2024"), left_out="recorded as replaced")
    assert not_before([*WORKED, replaced]).certain == date(2023, 1, 1)
    assert made_after([*WORKED, replaced], CONTROL).certain == 3


def test_a_mark_that_can_be_read_in_two_ways_keeps_both() -> None:
    both = DatedPart(
        "p", "p", (Reckoned(Interval.parse("2013"), 0.25), Reckoned(Interval.parse("2023"), 0.75))
    )
    found = not_before([both, part("q", Interval.parse("2020"))])
    assert found.certain == date(2020, 1, 1)
    assert found.latest_reading == date(2023, 1, 1)
    assert found.chances == ((date(2020, 1, 1), 0.25), (date(2023, 1, 1), 0.75))
    assert "read in several ways: p" in found.basis
    after = made_after([both], CONTROL)
    assert (after.certain, after.possible, after.expected) == (0, 1, 0.75)


def test_an_interval_without_an_end_is_possible_and_not_expected() -> None:
    found = made_after([part("p", Interval.parse("2021/"))], CONTROL)
    assert (found.certain, found.possible, found.expected, found.undetermined) == (0, 1, 0, ("p",))
    assert "not in the expected number: p" in found.basis
    assert not_before([part("p", Interval.parse("2021/"))]).latest_last is None


def test_a_reading_after_the_recovery_is_out_and_the_rest_weighed_anew() -> None:
    both = DatedPart(
        "p", "p", (Reckoned(Interval.parse("2013"), 0.25), Reckoned(Interval.parse("2023"), 0.75))
    )
    kept, reasons = without_impossible(both, Interval.parse("2022-10-17"))
    assert kept is not None
    assert kept.readings == (Reckoned(Interval.parse("2013"), 1.0),)
    assert "after the recovery" in reasons[0]
    clipped, _ = without_impossible(part("q", Interval.parse("2022")), Interval.parse("2022-10-17"))
    assert clipped is not None
    assert clipped.readings[0].when.last == date(2022, 10, 17)
    none, _ = without_impossible(part("q", Interval.parse("2023")), Interval.parse("2022-10-17"))
    assert none is None


@pytest.mark.parametrize(
    ("made", "recovered", "least", "most"),
    [
        ("2024-Q2", "2024-07-08", 8, 98),
        ("2022-07/2022-09", "2022-11-23", 54, 145),
        ("2022-10/2022-11", "2022-11-23", 0, 53),
        ("/2022-09", "2022-11-23", 54, None),
    ],
)
def test_the_lag_from_manufacture_to_recovery(
    made: str, recovered: str, least: int, most: int | None
) -> None:
    found = lag(Interval.parse(made), Interval.parse(recovered))
    assert (found.least, found.most) == (least, most)


@given(intervals, intervals)
def test_a_lag_holds_every_pair_of_days_in_order(made: Interval, recovered: Interval) -> None:
    assert made.first
    assert recovered.first
    assert recovered.last
    if made.first > recovered.last:
        with pytest.raises(ValueError, match="not younger than the wreck"):
            lag(made, recovered)
        return
    found = lag(made, recovered)
    assert found.most is not None
    assert 0 <= found.least <= found.most == (recovered.last - made.first).days


@given(st.lists(intervals, min_size=1, max_size=6), days)
def test_expected_lies_between_certain_and_possible(whens: list[Interval], day: date) -> None:
    found = made_after([part(str(n), when) for n, when in enumerate(whens)], ControlDate(day, "S", "w"))
    assert found.certain - 1e-9 <= found.expected <= found.possible + 1e-9 <= found.of + 1e-9


@given(st.lists(intervals, min_size=1, max_size=6), intervals)
def test_one_more_part_never_makes_an_item_older(whens: list[Interval], more: Interval) -> None:
    parts = [part(str(n), when) for n, when in enumerate(whens)]
    assert not_before([*parts, part("more", more)]).certain >= not_before(parts).certain


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: not_before([]), "nothing says when"),
        (lambda: not_before([part("p", Interval.parse("/2022"))]), "nothing says when"),
        (lambda: made_after([], CONTROL), "no part is dated"),
        (lambda: lag(Interval.parse("2021"), Interval.parse("2022/")), "no last day"),
        (lambda: DatedPart("p", "p", ()), "needs a reading"),
        (lambda: DatedPart("p", "p", (Reckoned(Interval(), 0.5),)), "do not add up"),
        (lambda: turnbull([]), "no interval"),
        (lambda: turnbull([(3, 2)]), "not an interval"),
        (lambda: turnbull([(inf, inf)]), "not an interval"),
        (lambda: turnbull([(1, 2)], weights=[0]), "weight above 0"),
        (lambda: turnbull([(0, 1), (0, 3), (2, 3), (2, 4)], rounds=1), "did not settle"),
        (lambda: right_truncated([]), "no lag"),
        (lambda: right_truncated([(5, 4)]), "could not have been seen"),
    ],
)
def test_what_cannot_be_dated_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]


# -- many lags ---------------------------------------------------------------------------------------------


def test_turnbull_on_the_radiotherapy_arm_half_open() -> None:
    found = turnbull(COSMESIS, closed=False)
    told = [(mass.left, mass.right) for mass in found.masses]
    assert told == [(4, 5), (6, 7), (7, 8), (11, 12), (24, 25), (33, 34), (38, 40), (46, 48)]
    assert [mass.p for mass in found.masses] == pytest.approx(
        [0.04634677, 0.03336337, 0.08866737, 0.07075292, 0.09264584, 0.08178576, 0.12087983, 0.46555814],
        abs=5e-9,
    )
    assert found.log_likelihood == pytest.approx(-58.06002195, abs=5e-9)


def test_turnbull_on_the_same_intervals_closed() -> None:
    found = turnbull(COSMESIS, closed=True)
    below = sum(mass.p for mass in found.masses if mass.right <= 6)
    assert 1 - below == pytest.approx(0.950703, abs=5e-7)  # the value that lifelines gives for S(6)
    assert found.log_likelihood > turnbull(COSMESIS, closed=False).log_likelihood


def test_exact_lags_give_the_share_of_each() -> None:
    found = turnbull([(3, 3), (3, 3), (8, 8), (9, 9)])
    assert [(mass.left, mass.right, mass.p) for mass in found.masses] == [
        (3, 3, 0.5),
        (8, 8, 0.25),
        (9, 9, 0.25),
    ]
    assert found.at_most(3) == (0.5, 0.5)
    assert found.at_most(2) == (0, 0)


def test_touching_ends_hold_a_mass_only_where_both_are_possible() -> None:
    assert innermost([(0, 2), (2, 4)], closed=True) == [(2, 2)]
    assert innermost([(0, 2), (2, 4)], closed=False) == [(0, 2), (2, 4)]


def test_items_of_one_strike_share_a_weight() -> None:
    alike = turnbull([(3, 3), (3, 3), (8, 8)], weights=[0.5, 0.5, 1])
    assert [mass.p for mass in alike.masses] == pytest.approx([0.5, 0.5])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)), min_size=1, max_size=8))
def test_the_masses_add_up_to_one_and_the_order_says_nothing(pairs: list[tuple[int, int]]) -> None:
    found = [(float(left), float(left + width)) for left, width in pairs]
    fit = turnbull(found, tolerance=1e-9)
    assert sum(mass.p for mass in fit.masses) == pytest.approx(1, abs=1e-5)
    again = turnbull(found[::-1], tolerance=1e-9)
    assert again.log_likelihood == pytest.approx(fit.log_likelihood, abs=1e-6)


def test_right_truncation_is_corrected_for() -> None:
    found = dict(right_truncated([(3, 12), (5, 12), (2, 8), (6, 8), (4, 6), (1, 4), (8, 12), (2, 4)]))
    assert found == pytest.approx({8: 1, 6: 0.8, 5: 0.64, 4: 0.48, 3: 0.384, 2: 0.288, 1: 0.096})


def test_without_truncation_the_share_is_the_plain_one() -> None:
    found = dict(right_truncated([(1, 99), (2, 99), (2, 99), (4, 99)]))
    assert found == pytest.approx({4: 1, 2: 0.75, 1: 0.25})
