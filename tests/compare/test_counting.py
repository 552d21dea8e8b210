"""Totals: what they count, out of how many, and what a repeated record does to them."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare.counting import count
from sherd.compare.published import check
from sherd.model.counts import Checked, Counts, Group, PublishedTotal
from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.supply import Party, Transfer


def entries(case: Any, item: str, *makers: str | None, **more: Any) -> Any:
    """An item with one entry for each maker named."""
    case.item(item)
    for n, maker in enumerate(makers):
        case.component(f"{item}.{n}", item, maker_as_published=maker, **more)
    return case


def group(counts: Counts, question: str, value: str) -> Group:
    return next(each for each in counts.grouping(question).groups if each.value == value)


def test_every_total_says_its_unit_and_out_of_how_many(case: Any) -> None:
    entries(case, "A", "Murata", "Murata", "Not identified", None)
    counts = count(case.record)
    named = counts.total("entries that name a maker")
    assert (named.n, named.of, named.unit, named.of_what) == (2, 4, "entries", "all entries")
    assert counts.total("entries that say the maker is not identified").n == 1
    assert (counts.total("distinct makers").n, counts.total("distinct makers").of) == (1, 2)
    assert (counts.grouping("maker").answered, counts.grouping("maker").of) == (2, 4)


def test_one_part_in_two_specimens_is_two_entries_one_part_and_one_or_two_systems(case: Any) -> None:
    case.item("A", ["AD9361 @ radio @ Analog Devices"], system="S")
    case.item("B", ["AD 9361 @ radio @ Analog Devices"], system="S")
    counts = count(case.record)
    maker = group(counts, "maker", "Analog Devices")
    assert (maker.entries, maker.parts, maker.specimens, maker.systems) == (2, 1, 2, 1)


def test_what_is_recorded_as_absent_is_no_entry(case: Any) -> None:
    case.item("A").component("A1", "A", state="ABSENT").component("A2", "A")
    assert count(case.record).total("entries").n == 1


def test_names_that_look_alike_are_named_and_never_merged(case: Any) -> None:
    entries(case, "A", "Texas Instruments", "Texas Instruments", "Burr-Brown (Texas Instruments)")
    counts = count(case.record)
    assert group(counts, "maker", "Texas Instruments").entries == 2
    (near,) = counts.near_names
    assert {near.a, near.b} == {"Texas Instruments", "Burr-Brown (Texas Instruments)"}
    assert near.basis.endswith("counted apart")


def test_an_entry_that_a_publisher_repeats_counts_once_beside_the_count_as_recorded(case: Any) -> None:
    entries(case, "A", *["Murata"] * 5, publisher_id="7181").component("A9", "A", publisher_id="7182")
    counts = count(case.record)
    total = counts.total("entries")
    assert (total.n, total.unrepeated, total.once) == (6, 2, 2)
    (repeat,) = counts.repeats
    assert (repeat.number, repeat.times) == ("7181", 5)
    assert group(counts, "maker", "Murata").unrepeated == 1


@pytest.mark.parametrize(("decision", "once"), [("unsure", 1), ("same", 1), ("different", 2)])
def test_what_may_be_one_object_is_never_counted_twice_until_judged(
    case: Any, decision: str, once: int
) -> None:
    for item in "AB":
        case.item(item).component(f"{item}1", item, marking="5CEFA7F23I7N|FBBGAU2231A",
                                  part_as_published="5CEFA7F23I7N")  # fmt: skip
    total = count(case.judged("A1 B1", decision).record).total("entries")
    assert (total.n, total.unrepeated, total.once) == (2, 2, once)


def test_brand_dispatch_and_manufacture_are_three_questions(case: Any) -> None:
    case.item("A").component("A1", "A", marking="AD9361|MADE IN MALAYSIA", country_as_published="US")
    case.component("A2", "A", country_as_published="UNK")
    case.row(Party, "P", name="A trader", country="HK")
    case.row(Transfer, "T", component="A1", from_party="P", proof="documented")
    counts = count(case.record)
    assert [each.value for each in counts.grouping("country of brand").groups] == ["UNK", "US"]
    assert counts.grouping("country of brand").answered == 1
    assert [each.value for each in counts.grouping("country of dispatch").groups] == ["HK"]
    assert [each.value for each in counts.grouping("place of manufacture").groups] == ["MALAYSIA"]


@pytest.mark.parametrize(
    ("marking", "place"),
    [
        ("MADE IN CHINA", "CHINA"),
        ("Assembled in Philippines", "PHILIPPINES"),
        ("СДЕЛАНО В РОССИИ", "РОССИИ"),
        ("COUNTRY OF ORIGIN: TAIWAN", "TAIWAN"),
        ("CHINA AIRLINES", None),
        ("TWN 2019", None),
    ],
)
def test_a_place_of_manufacture_is_only_what_a_marking_calls_so(
    case: Any, marking: str, place: str | None
) -> None:
    case.item("A").component("A1", "A", marking=marking)
    groups = count(case.record).grouping("place of manufacture").groups
    assert [each.value for each in groups] == ([place] if place else [])


def one(case: Any, **said: str) -> Checked:
    """One published total set against a case of the publisher GUR, read on 13 June 2026."""
    case.row(Source, "LIST", kind_="list", title="List", publisher="GUR portal",
             accessed=Interval.parse("2026-06-13"))  # fmt: skip
    entries(case, "A", "Murata", "Murata", "Not identified", country_as_published="JP")
    entries(case, "B", "Intel", country_as_published="US")
    record = case.record
    total = PublishedTotal(**{"id": "X", "publisher": "GUR", "published": "2026-06-13", **said})
    return check(record, count(record), [total])[0]


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ({"statement": "component ids", "numerator": "4"}, "n 4"),
        ({"statement": "specimens", "numerator": "2"}, "n 2"),
        ({"statement": "manufacturers", "numerator": "2"}, "n 2"),
        ({"statement": "US-HQ makers", "numerator": "1", "denominator": "4", "share": "25.0"},
         "n 1; of 4; share 25.0 %"),
        ({"statement": "not identified maker", "numerator": "1", "share": "25"}, "n 1; of 4; share 25.0 %"),
        ({"statement": "components of Murata", "numerator": "2"}, "n 2; of 4; share 50.0 %"),
        ({"statement": "components", "scope": "B", "numerator": "1"}, "n 1"),
    ],
)  # fmt: skip
def test_a_total_that_the_case_supports_is_reproduced(case: Any, said: dict[str, str], ours: str) -> None:
    found = one(case, **said)
    assert (found.answer, found.ours) == ("reproduced", ours)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"publisher": "CAR", "statement": "components", "numerator": "4"}, "the collection of CAR"),
        ({"published": "2026-09-02", "statement": "components", "numerator": "4"}, "published 2026-09-02"),
        ({"published": "early 2026", "statement": "components", "numerator": "4"}, "published early 2026"),
        ({"statement": "share made in/by US", "share": "25"}, "two questions"),
        ({"statement": "components supplied via China", "share": "67"}, "no transfer"),
        ({"statement": "share made 2020-2023", "share": "33"}, "date of manufacture"),
        ({"statement": "components / makers", "numerator": "4 / 2"}, "split it"),
        ({"statement": "distinct components", "numerator": "4"}, "lower bound"),
        ({"statement": "components", "scope": "2 Geran-2", "numerator": "4"}, "no system or specimen"),
        ({"statement": "traces answered", "numerator": "4"}, "does not say what it counts"),
        ({"statement": "components", "numerator": "> 4"}, "no number"),
    ],
)
def test_a_total_that_the_case_cannot_support_is_answered_with_the_reason(
    case: Any, said: dict[str, str], why: str
) -> None:
    found = one(case, **said)
    assert (found.answer, found.ours) == ("cannot", "")
    assert why in found.why


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"statement": "components", "numerator": "5"}, "published 5, counted 4"),
        ({"statement": "US makers", "numerator": "1", "denominator": "9"}, "out of 9 as published, 4 here"),
        ({"statement": "US makers", "share": "70"}, "25.0 % here"),
    ],
)
def test_a_total_that_differs_is_told_with_both_numbers(case: Any, said: dict[str, str], why: str) -> None:
    found = one(case, **said)
    assert found.answer == "differs"
    assert why in found.why
