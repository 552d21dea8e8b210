"""What weights cost where the truth is known."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.attribute.calibrate import cllr, cllr_min
from sherd.attribute.reliability import elub, rescaled
from sherd.attribute.weigh import weigh
from sherd.model.record import CaseRecord


def bans(*lrs: float) -> list[float]:
    return [math.log10(lr) for lr in lrs]


@pytest.mark.parametrize(
    ("first", "second", "cost"),
    [
        (bans(1, 1), bans(1), 1.0),
        (bans(10, 100), bans(0.1, 0.01), 0.0759294084),
        (bans(20, 5, 0.5), bans(0.02, 0.2, 2, 0.5), 0.6274221090),
    ],
)
def test_the_cost_of_weights(first: list[float], second: list[float], cost: float) -> None:
    assert cllr(first, second) == pytest.approx(cost, abs=1e-10)


def test_the_least_cost_after_rescaling() -> None:
    assert cllr_min(bans(20, 5, 0.5), bans(0.02, 0.2, 2, 0.5)) == pytest.approx(0.4045627477, abs=1e-10)


def test_what_separates_perfectly_can_be_rescaled_to_cost_nothing() -> None:
    assert cllr_min(bans(10, 100), bans(0.1, 0.01)) == pytest.approx(0.0, abs=1e-12)


def test_misleading_weights_cost_more_than_none() -> None:
    assert cllr(bans(0.1), bans(10)) > 1


def test_specimens_of_one_event_share_its_weight() -> None:
    shared = cllr(bans(10, 10, 0.5), bans(0.1), shares1=[0.5, 0.5, 1.0])
    assert shared == pytest.approx(cllr(bans(10, 0.5), bans(0.1)), abs=1e-12)


def test_a_cost_needs_both_sides() -> None:
    with pytest.raises(ValueError, match="both sides"):
        cllr([1.0], [])


# -- reliability -------------------------------------------------------------------------------------------

GOOD = bans(10, 100), bans(0.1, 0.01)
MIXED = bans(20, 5, 0.5), bans(0.02, 0.2, 2, 0.5)


def test_the_published_costs_and_bounds() -> None:
    assert cllr(*MIXED) == pytest.approx(0.6274221090, abs=1e-10)
    assert cllr_min(*MIXED) == pytest.approx(0.4045627477, abs=1e-10)
    assert cllr(*MIXED) - cllr_min(*MIXED) == pytest.approx(0.2228593613, abs=1e-10)
    assert elub(*MIXED) == (-0.07, 0.09)


def test_the_bounds_of_the_worked_example() -> None:
    second = [-2.4704857872] * 3 + [-1.3960737028] * 2 + [-0.8763212080, -0.5872327602, -0.6594970983]
    assert elub([2.4692926097, 2.4692926097, 0.4743490750], second) == (-0.55, 0.65)


def test_weights_without_specimens_to_bear_them_out_are_bounded_by_their_number() -> None:
    assert elub([9.0], [-9.0])[1] <= math.log10(2) + 0.01
    assert elub([5.0] * 99, [-5.0] * 99)[1] == pytest.approx(math.log10(100), abs=0.02)


def test_rescaling_keeps_the_order_and_parts_what_is_parted() -> None:
    points = rescaled(*MIXED)
    assert [weight for weight, _ in points] == sorted({*MIXED[0], *MIXED[1]})
    assert all(a <= b for (_, a), (_, b) in pairwise(points))
    assert rescaled(*GOOD)[0][1] == -math.inf
    assert rescaled(*GOOD)[-1][1] == math.inf


def test_shares_count_a_recovery_once() -> None:
    once = cllr_min([1.0, -0.5], [-1.0])
    assert cllr_min([1.0, -0.5, -0.5], [-1.0], [1.0, 0.5, 0.5], [1.0]) == pytest.approx(once)
    assert elub([1.0, -0.5, -0.5], [-1.0], [1.0, 0.5, 0.5], [1.0]) == elub([1.0, -0.5], [-1.0])


@pytest.mark.parametrize("seed", range(12))
def test_the_same_bounds_as_a_published_implementation(seed: int) -> None:
    bayeserror = pytest.importorskip("lir.algorithms.bayeserror", exc_type=ImportError)
    import numpy as np

    chance = np.random.default_rng(seed)
    first, second = chance.normal(1.2, 0.8, 5 + 4 * seed), chance.normal(-1.2, 0.8, 40 - 3 * seed)
    labels = np.repeat([1, 0], [len(first), len(second)])
    theirs = bayeserror.elub(np.concatenate([first, second]), labels)
    assert elub(first.tolist(), second.tolist()) == pytest.approx(theirs, abs=1e-9)


@given(
    st.lists(st.floats(-4, 4), min_size=1, max_size=30),
    st.lists(st.floats(-4, 4), min_size=1, max_size=30),
)
def test_no_rescaling_costs_more_than_the_weights_themselves(first: list[float], second: list[float]) -> None:
    assert -1e-9 <= cllr_min(first, second) <= min(1.0, cllr(first, second)) + 1e-9


def test_the_interval_holds_the_cost_and_is_the_same_again(worked: CaseRecord) -> None:
    (card,) = weigh(worked, "X").method.reliability
    assert (card.h1, card.h2, card.n1, card.n2) == ("B", "A", 3, 8)
    assert card.cllr == pytest.approx(0.1194187298, abs=1e-9)
    assert card.cllr_min == 0
    assert card.interval[0] < card.cllr < card.interval[1]
    assert card == weigh(worked, "X").method.reliability[0]
    assert card.validation == "not validated: n = 11"
