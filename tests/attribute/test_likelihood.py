"""How probable a value is on a line: counts, contamination, measurements, shared modules."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from sherd.attribute.likelihood import (
    Measured,
    Module,
    Prior,
    Tally,
    Unknown,
    chance_of_a_match,
    contaminated,
    log_student,
    predictive,
    shared_modules,
)

A = (2.10, 2.05, 2.12, 2.08, 2.11)
B = (2.52, 2.47)
PRIOR = Prior(mean=2.25, sd_within=0.05)


def measured(values: tuple[float, ...], x: float = 2.46) -> Measured:
    mean = sum(values) / len(values) if values else PRIOR.mean
    return Measured(x, len(values), mean, sum((value - mean) ** 2 for value in values), PRIOR)


@pytest.mark.parametrize(
    ("seen", "of", "levels", "p"),
    [
        (7, 8, 3, Fraction(22, 27)),
        (1, 3, 3, Fraction(1, 3)),
        (0, 7, 3, Fraction(1, 24)),
        (3, 3, 3, Fraction(5, 6)),
        (0, 7, 4, Fraction(1, 32)),
        (2, 2, 4, Fraction(3, 4)),
        (3, 7, 3, Fraction(5, 12)),
    ],
)
def test_one_imaginary_specimen_is_spread_over_the_levels(
    seen: int, of: int, levels: int, p: Fraction
) -> None:
    assert predictive(seen, of, levels) == pytest.approx(float(p), abs=1e-12)


@pytest.mark.parametrize(("epsilon", "levels", "most"), [(0.05, 3, 58), (0.20, 3, 13), (0.01, 2, 199)])
def test_contamination_bounds_what_one_feature_can_weigh(epsilon: float, levels: int, most: float) -> None:
    certain, impossible = (contaminated(p, epsilon, 1 / levels) for p in (1.0, 0.0))
    assert certain / impossible == pytest.approx(most)


def test_an_undocumented_line_is_never_contaminated() -> None:
    assert {Unknown(4).log10_p(a, e) for a in (0.5, 2.0) for e in (0.0, 0.3)} == {-math.log10(4)}


def test_a_tally_is_contaminated_towards_any_level() -> None:
    assert 10 ** Tally(0, 7, 4).log10_p(1.0, 0.05) == pytest.approx(0.95 / 32 + 0.05 / 4, abs=1e-12)


@pytest.mark.parametrize(
    ("values", "freedom", "location", "scale", "density"),
    [
        (A, 7, 2.0935643564, 0.0399295141, 0.0003343628),
        (B, 4, 2.4890243902, 0.0584276171, 5.5260725597),
        ((), 2, 2.25, 0.2291287847, 0.9118908085),
    ],
)
def test_measurements_predict_by_students_t(
    values: tuple[float, ...], freedom: float, location: float, scale: float, density: float
) -> None:
    found = measured(values).student()
    assert found == (
        pytest.approx(freedom),
        pytest.approx(location, abs=1e-9),
        pytest.approx(scale, abs=1e-9),
    )
    assert 10 ** measured(values).log10_p(1.0, 0.0) == pytest.approx(density, abs=1e-9)


def test_a_thin_tail_is_not_believed() -> None:
    bare = measured(B).log10_p(1.0, 0.0) - measured(A).log10_p(1.0, 0.0)
    allowed = measured(B).log10_p(1.0, 0.05) - measured(A).log10_p(1.0, 0.05)
    assert 10**bare == pytest.approx(16527.1734955308, abs=1e-6)
    assert allowed == pytest.approx(2.0619678125, abs=1e-9)
    assert 10**allowed == pytest.approx(115.3367773398, abs=1e-7)


def test_an_undocumented_line_of_measurements_is_never_contaminated() -> None:
    assert measured(()).log10_p(1.0, 0.3) == pytest.approx(measured(()).log10_p(1.0, 0.0), abs=1e-12)


def test_full_contamination_leaves_the_undocumented_line() -> None:
    assert measured(A).log10_p(1.0, 1.0) == pytest.approx(measured(()).log10_p(1.0, 0.0), abs=1e-12)


def test_a_measurement_far_from_everything_still_has_a_density() -> None:
    assert math.isfinite(measured(A, x=1e6).log10_p(1.0, 0.0))


def test_students_t_of_one_degree_is_cauchys() -> None:
    assert math.exp(log_student(1.0, 1, 0.0, 1.0)) == pytest.approx(1 / (2 * math.pi), abs=1e-12)


def test_a_module_of_rare_systems_weighs() -> None:
    found = shared_modules((Module("navigation module", y=4, of_y=6, x=0, of_x=9),))
    assert found.lr == pytest.approx(12.8571428571, abs=1e-9)
    assert found.weight == pytest.approx(1.1091444694, abs=1e-9)
    assert found.bears_on == "made by"
    assert "4 of 6 against 0 of 9 systems" in found.basis


def test_the_new_variant_of_the_worked_example_is_weaker_than_line_a() -> None:
    module = shared_modules((Module("navigation module", y=4, of_y=6, x=0, of_x=9),))
    mark = Tally(3, 3, 3).log10_p(1.0, 0.05) - Tally(3, 7, 3).log10_p(1.0, 0.05)
    assert module.weight + mark == pytest.approx(1.4013110047, abs=1e-9)
    assert 10 ** (module.weight + mark) == pytest.approx(25.1948, abs=1e-4)


def test_a_commodity_part_weighs_next_to_nothing() -> None:
    assert shared_modules((Module("op-amp", y=3, of_y=6, x=3, of_x=9),)).lr == pytest.approx(1.4285714286)


def test_a_module_that_does_not_match_counts_as_well() -> None:
    match = Module("A", y=4, of_y=6, x=0, of_x=9)
    both = shared_modules((match, Module("B", y=4, of_y=6, x=0, of_x=9, matches=False)))
    assert both.lr == pytest.approx(12.8571428571 * (1 - 4.5 / 7) / (1 - 0.5 / 10))
    assert both.weight < shared_modules((match,)).weight


def test_a_plugged_module_bears_on_whose_hands_it_passed_through() -> None:
    assert shared_modules((Module("A", 4, 6, 0, 9, fitted="plugged"),)).bears_on == "passed through"


def test_many_modules_match_somewhere_by_chance() -> None:
    assert chance_of_a_match((0.02,) * 50) == pytest.approx(0.6358, abs=1e-4)
    modules = (Module("A", 4, 6, 0, 9), Module("B", 4, 6, 0, 9, matches=False))
    assert shared_modules(modules).chance == pytest.approx(1 - 0.95**2)


def test_impossible_counts_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="seen in 7 of 6 systems"):
        shared_modules((Module("A", 7, 6, 0, 9),))
    with pytest.raises(ValueError, match="no module was compared"):
        shared_modules(())
