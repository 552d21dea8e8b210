"""What is asked and what is told: which pairs, which rows of a large case, what is left out, the JSON."""

from __future__ import annotations

import json
import random
from itertools import combinations
from typing import Any

import pytest

from sherd.compare import as_json, compare
from sherd.compare.comparison import FULL


def large(case: Any, items: int = 40, rare: bool = True) -> Any:
    """Items that all have one part; most have parts of a catalogue; the first and last share a rare one."""
    chance = random.Random(7)
    for n in range(items):
        own = [f"PX{chance.randrange(60):03d}QZ @ slot {m}" for m in range(4)]
        planted = ["5CEFA7F23I7N @ logic"] if rare and n in {0, items - 1} else []
        case.item(f"I{n:02d}", ["XC6SLX9 @ glue logic", *own, *planted], system=f"S{n % 7}")
    return case


def test_several_items_are_compared_each_with_each(case: Any) -> None:
    case.item("A").item("B").item("C").item("D")
    assert [(each.a, each.b) for each in compare(case.record, ["C", "A", "B"]).summaries] == [
        ("C", "A"),
        ("C", "B"),
        ("A", "B"),
    ]


def test_items_with_references_are_compared_each_of_the_one_with_each_of_the_other(case: Any) -> None:
    case.item("A").item("B").item("C")
    found = compare(case.record, ["A"], ["C", "A", "B"])
    assert [(each.a, each.b) for each in found.summaries] == [("A", "C"), ("A", "B")]
    assert found.items == ("A", "C", "B")


def test_one_item_is_compared_with_every_other_and_none_means_all(case: Any) -> None:
    case.item("A").item("B").item("C")
    assert [(each.a, each.b) for each in compare(case.record, ["B"]).summaries] == [("B", "A"), ("B", "C")]
    assert [(each.a, each.b) for each in compare(case.record).summaries] == [
        ("A", "B"),
        ("A", "C"),
        ("B", "C"),
    ]


def test_an_item_that_the_case_does_not_have_is_refused_by_name(case: Any) -> None:
    with pytest.raises(ValueError, match="'Z9'"):
        compare(case.item("A").record, ["A", "Z9"])


def test_a_case_without_items_or_components_compares_to_nothing(case: Any) -> None:
    assert compare(case.record).pairs == ()
    case.item("A").item("B")
    found = compare(case.record)
    assert (found.pairs, found.sharing, found.left_out) == ((), (), ())
    assert found.summaries[0].basis == "no part number is on both lists"


def test_twenty_items_are_listed_slot_by_slot_and_twenty_one_are_not(new_case: Any) -> None:
    twenty, more = large(new_case(), 20), large(new_case(), 21)
    assert {each.state for each in compare(twenty.record).pairs} > {"shared", "not_examined"}
    found = compare(more.record)
    assert {each.state for each in found.pairs} <= {"shared", "similar"}
    assert found.left_out
    assert len(list(combinations(range(20), 2))) == FULL


def test_in_a_large_case_the_rarest_sharing_is_listed_and_commodities_are_not(case: Any) -> None:
    found = compare(large(case).record)
    assert [(each.a, each.b) for each in found.pairs if "5CEFA7F23I7N" in each.basis] == [("I00", "I39")]
    assert not [each for each in found.pairs if "XC6SLX9" in each.basis]
    assert "780 pairs" in found.left_out[0]  # 40 items, each with each


def test_a_pair_is_summarised_alike_in_a_large_case_and_by_itself(case: Any) -> None:
    record = large(case).record
    for summary in compare(record).summaries[:25]:
        assert compare(record, [summary.a], [summary.b]).summaries == (summary,)


def test_the_pairs_of_a_large_case_are_all_that_share_a_part_that_is_no_commodity(case: Any) -> None:
    record = large(case).record
    parts: dict[str, set[str]] = {}
    for component in record.components:
        parts.setdefault(component.item, set()).add(component.part_as_published or "")
    expected = {(a, b) for a, b in combinations(sorted(parts), 2) if (parts[a] & parts[b]) - {"XC6SLX9"}}
    assert {(each.a, each.b) for each in compare(record).summaries} == expected


def test_one_item_among_many_is_compared_with_its_neighbours_only(case: Any) -> None:
    case = large(case, 200)
    found = compare(case.record, ["I00"])
    assert {"I00"} == {each.a for each in found.summaries}
    assert ("I00", "I199") in {(each.a, each.b) for each in found.summaries}


def test_more_blocks_than_one_find_the_same_pairs(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    record = large(case).record
    whole = compare(record)
    monkeypatch.setattr("sherd.compare.matrix.BLOCK_PAIRS", 7)
    assert compare(record) == whole


def test_only_so_many_findings_are_listed_and_the_rest_are_counted(
    case: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = large(case).record
    every = len(compare(record).pairs)
    monkeypatch.setattr("sherd.compare.comparison.LISTED_FINDINGS", 5)
    found = compare(record)
    assert len(found.pairs) == 5
    assert any("5CEFA7F23I7N" in each.basis for each in found.pairs)
    assert found.left_out[-1].startswith(f"{every - 5} more")


def test_only_so_many_pairs_are_summarised_but_never_without_the_rarest(
    case: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sherd.compare.comparison.LISTED_PAIRS", 1)
    assert ("I00", "I39") in {(each.a, each.b) for each in compare(large(case).record).summaries}


def test_the_json_has_the_documented_shape_and_says_numbers_and_names(case: Any) -> None:
    case.item("A", ["AD9361"]).item("B", ["AD9361"])
    found = json.loads(json.dumps(as_json(compare(case.record))))
    assert {"pairs", "sharing", "same_object"} < found.keys()
    assert set(found["pairs"][0]) == {"a", "b", "component", "component_a", "component_b", "state", "basis"}
    (sharing,) = found["sharing"]
    assert (sharing["part"], sharing["systems"], sharing["of"], sharing["specimens"]) == ("AD9361", 2, 2, 2)
    assert (sharing["system_ids"], sharing["specimen_ids"]) == (["SYS-A", "SYS-B"], ["A", "B"])


def test_a_comparison_is_the_same_whenever_it_is_made(case: Any) -> None:
    record = large(case).record
    assert compare(record) == compare(record)
