"""Keys that the differences between vendors leave alone, and blocks counted before anything is compared."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.trace.shipments.doubles import FIELDS, Told, all_pairs, blocks, keys, prior, rules, unread


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("date", "2023-05-17", "17.05.2023"),
        ("hs", "8542.31", "8542310000"),
        ("consignee", "ООО «Альфа Трейд»", "TRADE ALFA LLC"),
        ("shipper", "Bright Star Co., Ltd", "BRIGHT STAR COMPANY LIMITED"),
        ("value", "12 345,50", "USD 12,345.50"),
        ("quantity", "40 шт", "40"),
    ],
)
def test_what_two_vendors_write_otherwise_has_one_key(field: str, one: str, other: str) -> None:
    assert field in keys({field: one})
    assert keys({field: one}) == keys({field: other})


@pytest.mark.parametrize(
    ("field", "cell"),
    [("date", "03/04/2023"), ("hs", "chips"), ("value", "1,234"), ("quantity", "many"), ("value", "1.2.3")],
)
def test_what_can_be_read_in_two_ways_or_none_is_named_and_has_no_key(field: str, cell: str) -> None:
    record = Told(0, 0, {field: cell}, keys({field: cell}))
    assert field not in record.keys
    assert unread(record) == [field]


@pytest.mark.parametrize(
    ("field", "cell"), [("date", ""), ("date", "2023-05"), ("date", "2023"), ("value", " "), ("shipper", "-")]
)
def test_what_is_not_stated_or_stated_roughly_is_no_problem(field: str, cell: str) -> None:
    assert unread(Told(0, 0, {field: cell}, keys({field: cell}))) == []


def test_rules_are_those_whose_columns_are_named() -> None:
    assert rules(["date"]) == []
    assert rules(["date", "hs"]) == [("date", "hs")]
    assert ("consignee", "month") in rules(["date", "consignee"])


RECORDS = st.lists(
    st.builds(
        lambda file, day, hs: Told(file, 0, {}, {"date": day, "hs": hs} if hs else {"date": day}),
        st.integers(0, 2),
        st.sampled_from(["2023-05-01", "2023-05-02"]),
        st.sampled_from(["", "854231", "853224"]),
    ),
    max_size=25,
)


@given(RECORDS)
def test_a_block_counts_the_pairs_that_a_walk_over_all_pairs_finds(records: list[Told]) -> None:
    different = [(one, other) for one, other in combinations(records, 2) if one.file != other.file]
    same = [1 for one, other in different if "hs" in one.keys and one.keys == other.keys]
    (block,) = blocks(records, [("date", "hs")])
    assert all_pairs(records) == len(different)
    assert block.pairs == len(same)
    assert block.largest <= block.pairs
    assert block.share == (len(same) / len(different) if different else 0)


def test_the_fullest_block_is_named() -> None:
    records = [Told(file, 0, {}, {"date": "2023-05-01", "hs": "854231"}) for file in (0, 0, 1, 1)]
    records += [Told(file, 0, {}, {"date": "2023-05-02", "hs": "854231"}) for file in (0, 1)]
    (block,) = blocks(records, [("date", "hs")])
    assert (block.pairs, block.largest, block.largest_key) == (5, 4, "2023-05-01 + 854231")


def test_the_prior_counts_every_record_with_one_of_the_other_file_only() -> None:
    alike = {"date": "2023-05-01", "hs": "854231"}
    records = [Told(0, 0, {}, alike)] + [Told(1, row, {}, alike) for row in range(5)]
    records += [Told(0, row, {}, {}) for row in range(1, 20)]
    assert prior(records, FIELDS[:2]) == pytest.approx(1 / 0.7 / 100)  # one double, of 20 x 5 pairs
    assert prior(records[:1], FIELDS[:2]) == 0
