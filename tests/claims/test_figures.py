"""The figures that are kept up on texts that have been seen, and no denial is read as asserted."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "cases" / "claims"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_benchmark", ROOT / "benchmarks" / "claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(benchmark: Any, folder: Path) -> Any:
    counts = benchmark.Tally()
    for path in sorted(folder.rglob("*_claims.jsonl")):
        benchmark._score(path, counts, False)
    return counts


@pytest.mark.parametrize("half", ["held_out", "blind"])
def test_english_that_was_seen_is_read_no_worse_than_recorded(benchmark: ModuleType, half: str) -> None:
    counts = tally(benchmark, TEXTS / half)
    assert counts.found["core"] / counts.gold["core"] >= 0.70
    assert counts.right / counts.read >= 0.80


@pytest.mark.parametrize("half", ["tuned", "held_out", "blind"])
def test_no_denial_is_read_as_asserted_and_every_passage_is_verbatim(
    benchmark: ModuleType, half: str
) -> None:
    counts = tally(benchmark, TEXTS / half)
    assert counts.denied_as_asserted == 0
    assert counts.misquoted == 0
    assert counts.spans > 0


def test_the_annotated_article_is_read_as_well_as_published_methods_call_excellent(
    benchmark: ModuleType, shared: Path
) -> None:
    counts = tally(benchmark, shared / "oracles")
    assert counts.found["core"] / counts.gold["core"] >= 0.90
    assert counts.right / counts.read >= 0.90


@pytest.mark.parametrize(
    ("a", "b", "f1"), [("one two", "one two", 1.0), ("one two", "two three", 0.5), ("one", "two", 0.0)]
)
def test_passages_are_compared_by_the_words_they_share(
    benchmark: ModuleType, a: str, b: str, f1: float
) -> None:
    assert benchmark.token_f1(a, b) == f1
