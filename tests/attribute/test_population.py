"""How many were made, from serials: published tables to the digit, laws, and what is refused."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.population import (
    known_start,
    posterior,
    posterior_unknown,
    unknown_start,
    upper_bound,
    with_prior,
)
from sherd.attribute.totals import total

from .published import GOODMAN  # isort: skip

PUBLISHED = [
    # serials, estimate, mean, sd, P(N = m), median, 95 %, frequentist bound
    ((2, 6, 7, 14), 16.5, 19.5, 10.3561575886, 0.2142857143, 17, 34, 27),
    ((19, 40, 42, 60), 74.0, 88.5, 50.2220071283, 0.05, 75, 159, 125),
    ((10, 97, 202, 256), 319.0, 382.5, 219.9687477802, 0.01171875, 322, 691, 539),
    ((21, 35, 42, 60, 89), 105.8, 117.3333333333, 40.7703596038, 0.0449438202, 105, 185, 160),
]

sets = st.lists(st.integers(1, 5000), min_size=4, max_size=12, unique=True)


@pytest.mark.parametrize(("serials", "estimate", "mean", "sd", "seen", "median", "upper", "bound"), PUBLISHED)
def test_published_estimates_come_out_to_the_digit(
    serials: tuple[int, ...],
    estimate: float,
    mean: float,
    sd: float,
    seen: float,
    median: int,
    upper: int,
    bound: int,
) -> None:
    found = known_start(serials)
    assert found.estimate == pytest.approx(estimate, abs=1e-12)
    assert found.mean == pytest.approx(mean, abs=5e-11)
    assert found.sd == pytest.approx(sd, abs=5e-11)
    assert found.none_beyond == pytest.approx(seen, abs=5e-11)
    assert (found.median, found.upper, found.bound) == (median, upper, bound)


def test_goodmans_serials_with_an_unknown_start() -> None:
    found = unknown_start(GOODMAN)
    assert found.estimate == pytest.approx(2883.2666666667, abs=5e-11)
    assert found.first == pytest.approx(-6.1333333333, abs=5e-11)
    assert found.last == pytest.approx(2876.1333333333, abs=5e-11)
    assert found.mean == pytest.approx(2896.0714285714, abs=5e-11)
    assert (found.lower_tail, found.median, found.upper, found.upper_tail) == (2726, 2861, 3173, 3263)
    (fifth,) = (unknown_start(GOODMAN, level=0.9).lower_tail,)
    assert fifth == 2737


def test_goodmans_serials_with_a_known_start() -> None:
    found = known_start(GOODMAN)
    assert found.estimate == pytest.approx(2875.9032258065, abs=5e-11)
    assert found.mean == pytest.approx(2882.0689655172, abs=5e-11)
    assert (found.median, found.upper, found.bound) == (2851, 3078, 3068)


def test_a_flat_prior_with_an_end() -> None:
    found = with_prior([15, 14, 3], 1, 35)
    assert found.of(15) == pytest.approx(0.1574074074, abs=5e-11)
    assert found.mean == pytest.approx(20.4166666667, abs=5e-11)
    assert found.above(30) == pytest.approx(0.0664112388, abs=5e-11)
    numbers, held = found.highest(0.8)
    assert numbers == tuple(range(15, 26))
    assert held == pytest.approx(0.8224537037, abs=5e-11)


def test_a_prior_of_ones_own_weighs_each_number() -> None:
    found = with_prior([2, 3], 3, 4, prior=lambda n: 2.0 if n == 4 else 1.0)
    assert found.p == pytest.approx((1 / 2, 1 / 2))  # 1/C(3,2) against 2/C(4,2)


def test_two_blocks_estimated_apart_and_naively_together() -> None:
    first, second = (1012, 1033, 1071, 1080, 1110), (5004, 5019, 5046, 5090)
    assert unknown_start(first).estimate == pytest.approx(146.0)
    assert unknown_start(second).estimate == pytest.approx(142.3333333333)
    assert unknown_start(first + second).estimate == pytest.approx(5096.5)


def test_the_bound_is_the_exact_one_and_not_its_approximation() -> None:
    assert upper_bound(60, 4, 0.05) == 125
    assert int(60 * 0.05 ** (-1 / 4)) == 126


def test_strikes_count_and_not_the_items_found_in_them() -> None:
    many, few = known_start([10, 97, 202, 256]), known_start([10, 97, 202, 256], effective=2)
    assert few.estimate == 256 + 256 / 2 - 1
    assert few.mean is None
    assert few.upper is not None
    assert many.upper is not None
    assert few.upper > many.upper
    assert "2 independent draws" in few.basis


def test_a_series_may_begin_with_another_number() -> None:
    found = known_start([1002, 1006, 1007, 1014], start=1001)
    assert (found.estimate, found.last, found.bound) == (16.5, 1016.5, 27)


def test_one_serial_has_an_estimate_and_a_bound_and_no_posterior() -> None:
    found = known_start([7])
    assert (found.estimate, found.bound, found.median, found.mean) == (13.0, 140, None, None)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: known_start([]), "no serial"),
        (lambda: known_start([3, 3, 9]), "stands on two items"),
        (lambda: known_start([0, 4]), "before the start"),
        (lambda: known_start([4, 9], effective=3), "cannot be 3 independent draws"),
        (lambda: known_start([4, 9], effective=0), "cannot be 0 independent draws"),
        (lambda: known_start([4, 9], level=1.0), "between 0 and 1"),
        (lambda: known_start([4.5, 9]), "whole numbers"),  # type: ignore[list-item]
        (lambda: unknown_start([4]), "two draws or more"),
        (lambda: with_prior([40], 1, 35), "before serial 40"),
        (lambda: with_prior([4], 1, 35, prior=lambda n: 0.0), "no weight"),
        (lambda: posterior(9, 1, 20), "needs two serials"),
        (lambda: posterior_unknown(9, 2, 20), "needs three serials"),
        (lambda: upper_bound(3, 4, 0.05), "no bound"),
        (lambda: total([]), "no series"),
        (lambda: total([known_start([7])]), "no proper posterior"),
    ],
)
def test_what_cannot_be_estimated_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()  # type: ignore[operator]


def test_series_are_added_and_never_pooled() -> None:
    first, second = known_start([2, 6, 7, 14]), known_start([21, 35, 42, 60, 89])
    found = total([first, second])
    assert found.estimate == pytest.approx(16.5 + 105.8)
    assert found.mean == pytest.approx(19.5 + 117.3333333333)
    assert first.median is not None
    assert second.median is not None
    assert first.median + second.median < found.median < found.mean


def test_the_sum_of_one_series_has_that_series_quantiles() -> None:
    for one in (known_start(GOODMAN), unknown_start(GOODMAN)):
        alone = total([one])
        assert alone.median == pytest.approx(one.median, abs=4)
        assert alone.upper == pytest.approx(one.upper_tail, abs=25)


@given(sets)
def test_the_posterior_adds_up_to_one_and_falls(serials: list[int]) -> None:
    found = posterior(max(serials), len(serials), max(serials) + 400)
    assert math.fsum(found.p) + found.beyond == pytest.approx(1)
    assert all(a >= b for a, b in pairwise(found.p))


@given(sets)
def test_the_posterior_of_an_unknown_start_adds_up_to_one(serials: list[int]) -> None:
    d = max(serials) - min(serials)
    found = posterior_unknown(d, len(serials), d + 500)
    assert math.fsum(found.p) + found.beyond == pytest.approx(1)


@given(sets, st.randoms(use_true_random=False))
def test_the_order_of_the_serials_says_nothing(serials: list[int], random: object) -> None:
    mixed = list(serials)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert known_start(mixed) == known_start(serials)
    assert unknown_start(mixed) == unknown_start(serials)


@given(sets, st.integers(1, 1000))
def test_a_greater_serial_never_lowers_what_is_estimated(serials: list[int], more: int) -> None:
    rest, top = sorted(serials)[:-1], max(serials)
    low, high = known_start([*rest, top]), known_start([*rest, top + more])
    assert high.estimate > low.estimate
    assert high.median is not None
    assert low.median is not None
    assert high.median >= low.median
    assert high.bound is not None
    assert low.bound is not None
    assert high.bound >= low.bound


@given(sets, st.integers(-500, 500))
def test_an_unknown_start_does_not_depend_on_where_the_numbers_lie(serials: list[int], by: int) -> None:
    moved = unknown_start([n + by for n in serials])
    assert moved.estimate == pytest.approx(unknown_start(serials).estimate)
    assert moved.upper == unknown_start(serials).upper


@given(sets)
def test_the_median_is_the_smallest_number_that_reaches_a_half(serials: list[int]) -> None:
    found = known_start(serials)
    assert found.median is not None
    chances = posterior(max(serials), len(serials), max(found.median, max(serials)) + 5)
    below = math.fsum(chances.p[: found.median - chances.first])
    assert below < 0.5 + 1e-12
    assert below + chances.of(found.median) >= 0.5 - 1e-12
