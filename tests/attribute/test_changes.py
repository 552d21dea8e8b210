"""When a share or a rate changed, and how many were made by when: published series and laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.changes import LN10, Rate, Share, many_changes, run_lengths, single_change
from sherd.attribute.production import claimed, cumulative, falls, pace, shifted
from sherd.attribute.shares import Find, cluster_counts, imputed_change, origin_share, ramp_or_step
from sherd.model.changes import Period, RampOrStep
from sherd.model.dates import Interval

from .published import COAL  # isort: skip

N = (6, 8, 5, 9, 7, 10, 8, 6, 9, 11, 7, 8)
R = (0, 0, 0, 1, 0, 2, 3, 3, 6, 8, 6, 7)
WORKED = [Period(str(n), r, of) for n, (r, of) in enumerate(zip(R, N, strict=True), 1)]
DISASTERS = [Period(str(year), count, 1) for year, count in enumerate(COAL, 1851)]

series = st.lists(
    st.integers(1, 9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=8
).map(lambda pairs: [Period(f"{i:02d}", r, n) for i, (r, n) in enumerate(pairs)])


def test_the_coal_mining_series_is_the_one_that_the_numbers_are_of() -> None:
    assert (len(COAL), sum(COAL)) == (112, 188)


def test_the_change_in_coal_mining_disasters() -> None:
    found = single_change(DISASTERS, Rate(1, 1))
    year = dict(zip(found.periods, found.p, strict=False))
    assert (found.mode, found.last_before) == (40, "1890")
    told = {"1890": 0.2865592609, "1889": 0.2111896587, "1887": 0.1250740477, "1891": 0.1140423828}
    assert {name: year[name] for name in told} == pytest.approx(told, abs=5e-11)
    assert year["1886"] == pytest.approx(0.1004481693, abs=5e-11)
    assert found.mean == pytest.approx(39.3106448603, abs=5e-10)
    assert found.log10_bayes_factor * LN10 == pytest.approx(30.4106966575, abs=5e-10)
    assert (found.before, found.after) == pytest.approx((3.0731707317, 0.8767123288), abs=5e-11)
    assert found.span == ("1886", "1895")
    assert found.p_increase < 1e-12


def test_the_change_in_the_share_of_an_origin() -> None:
    found = single_change(WORKED)
    assert found.p[4:9] == pytest.approx(
        (0.0350852655, 0.5250758262, 0.3487798982, 0.0898179347, 0.0010553368), abs=5e-11
    )
    assert found.mode == 6
    assert found.log10_bayes_factor == pytest.approx(7.2722681522, abs=5e-11)
    assert (found.before, found.after) == pytest.approx((0.0851063830, 0.6666666667), abs=5e-11)
    assert found.p_increase == pytest.approx(0.999999999852, abs=5e-13)


def test_several_changes_are_weighed_over_all_their_places() -> None:
    found = many_changes(WORKED, most=3)
    assert found.log10_evidence == pytest.approx((0, 7.2722681522, 7.8213396039, 7.8254931829), abs=5e-11)
    assert found.best[1] == (6,)


def test_the_online_form() -> None:
    told = [0.083333, 0.047175, 0.082854, 0.111514, 0.233311, 0.240233, 0.190388, 0.011136, 5.3e-05, 4e-06]
    found = run_lengths(WORKED, hazard=1 / 12)
    assert found[:10] == pytest.approx(told, abs=5e-7)
    assert sum(found) == pytest.approx(1)


def test_certain_origins_give_what_counts_give() -> None:
    finds = [
        Find(f"{i}-{j}", f"{i:02d}", float(j < r))
        for i, (r, n) in enumerate(zip(R, N, strict=True))
        for j in range(n)
    ]
    found = imputed_change(finds)
    assert found.p == pytest.approx(single_change(WORKED).p)
    assert origin_share("RU", finds).imputations == 0


def test_uncertain_origins_blur_the_change_and_are_never_cut_at_one_half() -> None:
    finds = [
        Find(f"{i}-{j}", f"{i:02d}", 0.7 if j < r else 0.3)
        for i, (r, n) in enumerate(zip(R, N, strict=True))
        for j in range(n)
    ]
    blurred = imputed_change(finds, draws=60)
    assert max(blurred.p) < max(single_change(WORKED).p)
    assert blurred.log10_bayes_factor < 7.27
    assert sum(blurred.p) == pytest.approx(1)
    assert imputed_change(finds, draws=60) == blurred
    assert any("uncertain" in note for note in origin_share("RU", finds, draws=5).notes)


def test_a_slow_change_is_told_from_an_abrupt_one() -> None:
    slow = [Period(str(n), r, 20) for n, r in enumerate((1, 2, 4, 6, 9, 11, 14, 16, 18, 19))]
    abrupt = [Period(str(n), r, 20) for n, r in enumerate((1, 1, 1, 1, 1, 19, 19, 19, 19, 19))]
    assert ramp_or_step(slow).favours == "ramp"
    assert ramp_or_step(abrupt).favours == "step"
    assert 4 < ramp_or_step(abrupt).midpoint < 7
    near = RampOrStep(step=1.0, ramp=1.2, midpoint=1, width=1, basis="")
    assert near.favours == "neither"


def test_items_of_one_strike_are_one_find() -> None:
    finds = [Find(str(n), "2023-01", 1.0, "strike") for n in range(9)] + [Find("x", "2023-02", 0.0)]
    assert cluster_counts(finds) == (Period("2023-01", 1, 1), Period("2023-02", 0, 1))
    assert any("10 items are 2 finds" in note for note in origin_share("RU", finds).notes)


def test_a_month_without_a_find_keeps_its_place() -> None:
    found = cluster_counts(
        [Find("a", "2023-01", 1), Find("b", "2023-03", 0)], ["2023-01", "2023-02", "2023-03"]
    )
    assert found[1] == Period("2023-02", 0, 0)
    assert len(single_change(found).p) == 2


@given(series)
def test_the_places_of_one_change_add_up_to_one(periods: list[Period]) -> None:
    assert sum(single_change(periods).p) == pytest.approx(1)


@given(series)
def test_one_change_among_many_is_the_single_one(periods: list[Period]) -> None:
    many, one = many_changes(periods, most=1), single_change(periods)
    assert many.log10_evidence[1] == pytest.approx(one.log10_bayes_factor, abs=1e-9)


@given(series)
def test_counting_the_other_origin_gives_the_same_places_and_the_opposite_direction(
    periods: list[Period],
) -> None:
    other = [Period(p.name, p.of - p.count, p.of) for p in periods]
    one, turned = single_change(periods), single_change(other)
    assert turned.p == pytest.approx(one.p, abs=1e-9)
    at = single_change(periods)
    assert (
        at.p_increase + single_change(other).p_increase == pytest.approx(1, abs=1e-6)
        or turned.mode != one.mode
    )


@given(series)
def test_time_told_backwards_mirrors_the_places(periods: list[Period]) -> None:
    assert single_change(periods[::-1]).p[::-1] == pytest.approx(single_change(periods).p, abs=1e-9)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: single_change([]), "no period"),
        (lambda: single_change([Period("a", 1, 2)]), "two are the least"),
        (lambda: single_change([Period("a", 3, 2), Period("b", 1, 2)]), "a: 3 of 2 is no share"),
        (lambda: single_change([Period("a", -1, 1), Period("b", 1, 2)], Rate()), "no count over a stretch"),
        (lambda: single_change([Period("a", 1, 0), Period("b", 1, 2)], Rate()), "no count over a stretch"),
        (lambda: many_changes(WORKED, most=12), "cannot hold 12 changes"),
        (lambda: run_lengths(WORKED, hazard=0), "between 0 and 1"),
        (lambda: Share(0, 1), "positive parameters"),
        (lambda: Find("a", "2023", 1.2), "no probability"),
        (lambda: imputed_change([Find("a", "1", 0.5), Find("b", "2", 1)], draws=0), "draw nothing"),
        (lambda: cluster_counts([Find("a", "2023-01", 1)], ["2023-02"]), "not listed: 2023-01"),
        (lambda: cumulative({}), "no serial"),
        (lambda: cumulative({"2023": [4]}), "no month"),
        (lambda: cumulative({"2023-01": [], "2023-02": [4]}), "no serial was recovered by then"),
        (lambda: cumulative({"2023-01": [4], "2023-02": [4]}), "stands on two items"),
        (lambda: pace([(date(2023, 1, 1), 4), (date(2023, 1, 1), 5)]), "two different days"),
        (lambda: claimed("226 a month", 226, " "), "names no source"),
        (lambda: claimed("fewer than none", -1, "S1"), "of -1 a month"),
        (lambda: shifted([], 9, 3), "a lag of 9 to 3 days"),
    ],
)
def test_what_cannot_be_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]


# -- production over time ----------------------------------------------------------------------------------

RECOVERED = {"2023-07": [12, 31], "2023-09": [55, 101], "2023-12": [214, 260], "2024-03": [330, 455, 402]}


def test_the_envelope_of_what_was_made() -> None:
    found = cumulative(RECOVERED)
    assert [one.estimate for one in found] == pytest.approx([45.5, 125.25, 302.3333333333, 504.5555555556])
    assert [one.per_month for one in found[1:]] == pytest.approx([39.875, 59.0277777778, 67.4074074074])
    assert falls(found) == ()


def test_an_envelope_that_falls_is_pointed_out() -> None:
    assert falls(cumulative({"2023-01": [90], "2023-02": [91, 92, 93]})) == ("2023-02",)


def test_strikes_and_not_items_stretch_the_envelope() -> None:
    one = cumulative(RECOVERED, effective={"2024-03": 1})[-1]
    assert one.estimate == pytest.approx(455 + 455 / 7 - 1)


def test_what_was_made_lies_a_lag_before_what_was_found() -> None:
    (first, *_) = shifted(cumulative(RECOVERED), 8, 98)
    assert first == (Interval(date(2023, 7, 1) - timedelta(98), date(2023, 7, 31) - timedelta(8)), 45.5)


def test_the_pace_by_dated_serials() -> None:
    start = date(2023, 7, 1)
    told = zip((0, 31, 59, 120, 151, 181, 243), (12, 55, 101, 214, 260, 330, 455), strict=True)
    found = pace([(start + timedelta(days), serial) for days, serial in told])
    assert found.per_day == pytest.approx(1.823045267489712, abs=1e-14)
    assert (found.lower, found.upper) == pytest.approx((1.6423841059602649, 1.9593495934959348), abs=1e-14)
    assert found.intercept == pytest.approx(-4.765432098765444, abs=1e-12)
    assert found.disorder == ()


def test_serials_that_fall_with_time_point_to_mixed_series() -> None:
    found = pace([(date(2023, 1, 1), 90), (date(2023, 2, 1), 12), (date(2023, 3, 1), 200)])
    assert found.disorder == (((date(2023, 1, 1), 90), (date(2023, 2, 1), 12)),)
    assert "mixed series" in found.basis


def test_a_claim_is_marked_as_one() -> None:
    assert claimed("226 a month in 2024", 226, "S7").words == "CLAIM: 226 a month in 2024"
