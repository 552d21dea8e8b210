"""What weights cost where the truth is known."""

from __future__ import annotations

import math

import pytest

from sherd.attribute.calibrate import cllr, cllr_min


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
