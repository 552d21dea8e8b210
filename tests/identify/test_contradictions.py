"""What in a marking does not go together: said with its reason, never as a verdict."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sherd.identify.contradictions import KINDS, contradictions, lots_at_several_dates

NOW = date(2022, 10, 17)

SEEN = [
    ("before launch", "CGB-REG IR3E06N 9439 C", {}),
    ("before launch", "MAX232 DALLAS 18B20 9932C4", {"launched": date(2004, 1, 1)}),
    ("after last known run", "DMG-REG IR3E02 0920 n", {}),
    ("after last known run", "DALLAS 18B20 1932C4", {"last_made": date(2018, 12, 31)}),
    ("after recovery", "DALLAS 18B20 2343C4", {}),
    ("two dates", "JAPAN MB85R256A 0412 M88 1212 M88", {}),
    ("never orderable", "STM32F765VIT9", {}),
    ("name had ended", "SGS-THOMSON M24C02 0512", {}),
    ("name not yet in use", "INFINEON 9012", {}),
]


@pytest.mark.parametrize(("kind", "marking", "known"), SEEN, ids=[f"{row[0]}: {row[1]}" for row in SEEN])
def test_each_kind_of_contradiction_is_seen(kind: str, marking: str, known: dict[str, object]) -> None:
    found = {each.kind: each for each in contradictions(marking, NOW, **known)}  # type: ignore[arg-type]
    assert kind in found
    assert found[kind].words
    assert found[kind].source


@pytest.mark.parametrize(
    "marking",
    ["DALLAS|18B20|1932C4|+786AB", "CGB-REG IR3E06N 9839 C", "STM32F765VIT6", "KDS8K",
     "JAPAN MB85R256A 0412 M88", "INFINEON 2148", "ST 225", "", "NO DATE HERE"],
)  # fmt: skip
def test_a_marking_that_goes_together_says_nothing(marking: str) -> None:
    assert contradictions(marking, NOW) == ()


def test_a_date_that_can_be_read_in_time_contradicts_nothing() -> None:
    assert contradictions("939 134A", NOW, launched=date(2015, 1, 1)) == ()


def test_no_contradiction_ever_says_counterfeit() -> None:
    every = [each for _, marking, known in SEEN for each in contradictions(marking, NOW, **known)]  # type: ignore[arg-type]
    words = " ".join(each.words for each in every)
    assert not {"counterfeit", "fake", "forged"} & set(words.lower().split())
    assert len(KINDS) == 6


def test_one_lot_of_a_sensor_at_several_dates_is_seen_on_the_published_topmarks(shared: Path) -> None:
    with (shared / "data/marking/ds18b20_topmarks.csv").open(encoding="utf-8") as rows:
        marks = list(csv.DictReader(rows))
    found = lots_at_several_dates((row["topmark"] for row in marks), date(2026, 11, 26))
    lots = {each.codes[0]: set(each.codes[1:]) for each in found}
    assert {"1626", "1702", "1808", "1838"} <= lots["+233AA"]
    genuine = [row["topmark"] for row in marks if row["genuine"] == "yes"]
    assert lots_at_several_dates(genuine, date(2026, 11, 26)) == ()


def test_genuine_sensors_contradict_nothing_one_by_one(shared: Path) -> None:
    with (shared / "data/marking/ds18b20_topmarks.csv").open(encoding="utf-8") as rows:
        marks = [row["topmark"] for row in csv.DictReader(rows) if row["genuine"] == "yes"]
    kinds = Counter(each.kind for mark in marks for each in contradictions(mark, date(2026, 11, 26)))
    assert marks
    assert kinds == Counter()
