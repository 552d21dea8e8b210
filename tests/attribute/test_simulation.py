"""A small run of the simulation: the method is right, wrong and silent about as often as published."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "simulation.py"


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("simulation", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("sizes", "truth", "point", "grid"),
    [((8, 3), "A", 0.790, 0.361), ((8, 3), "B", 0.708, 0.270), ((20, 10), "A", 0.827, 0.508)],
)
def test_weights_are_right_as_often_as_published(
    simulation: ModuleType, sizes: tuple[int, int], truth: str, point: float, grid: float
) -> None:
    """250 worlds: three standard errors beside the ± 0.03 of the full run."""
    found = simulation.rates(sizes, truth, 250, skip_unseen=False)
    assert found["point right"] == pytest.approx(point, abs=0.03 + 0.09)
    assert found["grid right"] == pytest.approx(grid, abs=0.03 + 0.09)
    assert found["grid wrong"] <= 0.008
    assert found["grid right"] < found["point right"]


def test_an_undocumented_line_is_mostly_noticed(simulation: ModuleType) -> None:
    found = simulation.rates((8, 3), "?", 250)
    assert found["grid beyond"] < found["point beyond"] < 0.45
    assert 0.45 < found["flagged"] < 0.70


@pytest.mark.parametrize("truth", ["H1", "H2", "H3", "H4 planted", "U"])
def test_no_false_account_is_supported_and_cases_are_answered(simulation: ModuleType, truth: str) -> None:
    found: Counter[str] = simulation.cases(truth, 4)
    assert found["cases"] == 4
    assert found["false over true"] == 0
    assert found["answered"] >= (0 if truth == "U" else 3)
