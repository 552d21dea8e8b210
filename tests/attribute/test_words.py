"""What a weight is called, and what a sentence may never say."""

from __future__ import annotations

import math
import re
from types import SimpleNamespace

import pytest
from attrs import evolve

from sherd.attribute.weigh import weigh
from sherd.attribute.words import expression, limit, opened, supports, times
from sherd.model.hypotheses import LADDER, reach
from sherd.model.record import CaseRecord


@pytest.mark.parametrize(
    ("lr", "words"),
    [
        (1, "does not support one over the other"),
        (1.99, "does not support one over the other"),
        (2, "weak support"),
        (9.99, "weak support"),
        (10, "moderate support"),
        (100, "moderately strong support"),
        (1_000, "strong support"),
        (10_000, "very strong support"),
        (1_000_000, "extremely strong support"),
    ],
)
def test_the_verbal_scale_is_mirrored(lr: float, words: str) -> None:
    assert expression(math.log10(lr)) == words == expression(-math.log10(lr))


@pytest.mark.parametrize("power", [1, 2, 3, 4, 6])
def test_a_sum_of_logarithms_that_falls_short_by_its_last_digit_is_still_the_round_number(power: int) -> None:
    short = math.nextafter(power, 0)
    assert expression(short) == expression(float(power)) != expression(power - 1e-9)
    assert expression(-short) == expression(short)
    assert times(short) == times(float(power))


def test_an_even_two_is_the_least_that_supports() -> None:
    assert supports(math.nextafter(math.log10(2), 0))
    assert not supports(math.log10(2) - 1e-9)


def test_a_sentence_is_about_the_findings_and_never_about_the_hypothesis(worked: CaseRecord) -> None:
    said = weigh(worked, "X").pair("B", "A").sentence
    assert said.startswith("The findings are at least 24 times more probable if B (made on B) is true")
    assert not re.search(r"\b(B|A|hypothesis) is (\w+ )*(probable|likely)", said)
    assert said.endswith("The collection (n = 8) can itself verify no more than weak support.")


def test_a_weight_is_never_rounded_up() -> None:
    assert times(math.log10(9.99)) == "9.9"
    assert times(math.log10(1999)) == "1,900"


def test_the_weaker_side_is_named_as_such(worked: CaseRecord) -> None:
    against = weigh(worked, "X").pair("A", "U")
    assert against.favours == "U"
    assert against.sentence.endswith("no more than weak support.")


def test_a_collection_that_can_verify_nothing_says_so() -> None:
    assert limit(0.0, 0) == "The collection (n = 0) cannot itself verify support for either."


@pytest.mark.parametrize(
    ("levels", "rung"),
    [
        ({"line"}, "same_production_line"),
        ({"line", "country"}, "same_production_line"),
        ({"maker", "country"}, "same_manufacturer"),
        ({"country"}, "origin_country"),
        ({None, "country"}, "indistinguishable_within_observed_features"),
    ],
)
def test_conclusions_reach_no_higher_than_the_hypotheses(levels: set[str | None], rung: str) -> None:
    assert reach(levels) == rung
    assert LADDER.index(rung) < LADDER.index("supplier")


def test_how_far_conclusions_reach_is_told(worked: CaseRecord, bench: SimpleNamespace) -> None:
    """The account that names no line does not lower what the others are phrased at."""
    accounts = tuple(evolve(h, level="line" if h.id == "U" else "country") for h in worked.hypotheses)
    assert "“origin country”" in weigh(evolve(worked, hypotheses=accounts), "X").warnings[0]


def test_a_conclusion_opens_by_its_custody(worked: CaseRecord, bench: SimpleNamespace) -> None:
    assert opened("partial", "the findings weigh.").startswith("Custody of the object is documented in part")
    assert opened("unknown", "the findings weigh.").startswith("Assuming the object is as its publisher")
