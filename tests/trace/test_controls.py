"""Controls as of a date: what was not yet published is not yet known, and no code is a classification."""

from __future__ import annotations

from datetime import date

import pytest

from sherd import data
from sherd.model.dates import Interval
from sherd.trace.controls import controls, eccn, high_priority, hs6, hs_candidates


@pytest.mark.parametrize(
    ("code", "tier"),
    [
        ("8542.31", "1"),
        ("854232", "1"),
        ("8526.91", "2"),
        ("8504400000", "3.A"),
        ("8482.10", "3.B"),
        ("8457.10", "4.B"),
    ],
)
def test_a_code_of_the_list_has_its_tier(code: str, tier: str) -> None:
    entry = high_priority(code)
    assert entry is not None
    assert (entry.tier, entry.status) == (tier, "second-hand")


def test_the_list_has_fifty_codes() -> None:
    assert len({row["hs6"] for row in data.rows("high_priority")}) == 50


@pytest.mark.parametrize(("on", "there"), [("2024-02-22", False), ("2024-02-23", True)])
def test_before_it_was_published_a_list_says_nothing(on: str, there: bool) -> None:
    assert (high_priority("8542.31", date.fromisoformat(on)) is not None) is there


def test_a_code_that_is_not_on_the_list_has_no_tier() -> None:
    assert high_priority("0101.21") is None


@pytest.mark.parametrize("code", ["", "85", "8542.3x", "12345678901", "٨٥٤٢٣١"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is no HS code"):
        hs6(code)


@pytest.mark.parametrize(
    ("destination", "when", "ids"),
    [
        ("RU", "2022-02-23", ()),
        ("RU", "2022-02-24", ("us-ear-ru-2022-02",)),
        ("IR", "2023-02-23", ()),
        ("IR", "2023-02-24", ("us-ear-ir-2023-02",)),
        ("KZ", "2024", ()),
        (None, "2024", ()),
    ],
)
def test_a_rule_applies_from_its_day_and_to_its_destination(
    destination: str | None, when: str, ids: tuple[str, ...]
) -> None:
    assert tuple(rule.id for rule in controls(destination, Interval.parse(when))) == ids


def test_no_rule_ends_before_it_begins_or_applies_after_it_was_published_by_years() -> None:
    for row in data.rows("controls"):
        begun, published = date.fromisoformat(row["from"]), date.fromisoformat(row["published"])
        assert abs((published - begun).days) < 60, row["id"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Microcontroller STM32", "854231"),
        ("DC/DC converter 24 V", "850440"),
        ("multi-constellation GNSS receiver", "852691"),
        ("connectors, 12 pins", "853669"),
        ("NAND flash memory", "854232"),
    ],
)
def test_words_lead_to_a_code_for_a_human(words: str, first: str) -> None:
    found = hs_candidates(words)
    assert found[0].hs6 == first
    assert all(each.status == "candidate for a human" for each in found)


@pytest.mark.parametrize("words", ["", "fuselage skin", "diodesque", "flashy"])
def test_words_that_name_nothing_known_lead_nowhere(words: str) -> None:
    assert hs_candidates(words) == ()


def test_an_eccn_is_told_in_a_few_words_with_its_source() -> None:
    found = eccn("7A994.b")
    assert found is not None
    assert "part 774" in found.source
    assert eccn("9Z999") is None


def test_a_state_is_known_however_its_code_is_written() -> None:
    when = Interval.parse("2023-03")
    assert controls(" ir", when) == controls("IR", when) != ()
