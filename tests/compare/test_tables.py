"""A feature table that was changed after an item was opened, and reference specimens of another time."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from sherd.compare import compare
from sherd.model.dates import Interval
from sherd.model.items import Recovery


def lines(case: Any) -> Any:
    """An item and two specimens of one line, a measured and a named feature."""
    case.feature("span", kind_="number", unit="mm", sd_within=1.0).feature(
        "skin", levels=("fibreglass", "carbon")
    )
    case.item("X").seen("X", "span", "2500", sd=1.0).seen("X", "skin", "carbon")
    for name, span in (("R1", "2503"), ("R2", "2504")):
        case.item(name, role="reference", line="L", system="S").seen(name, "span", span, sd=1.0)
    return case


def test_a_change_after_opening_is_shown_with_both_results(case: Any) -> None:
    record = lines(case).record
    span, skin = record.features
    earlier = (attrs.evolve(span, sd_within=0.1), attrs.evolve(skin, levels=("fibreglass",), group="wing"))
    found = compare(record, ["X"], earlier=earlier)
    assert {(each.feature, each.column, each.was, each.now) for each in found.table_changes} == {
        ("span", "sd_within", "0.1", "1.0"),
        ("skin", "group", "wing", "airframe"),
        ("skin", "levels", "fibreglass", "fibreglass|carbon"),
    }
    moved = next(each for each in found.table_shifts if (each.other, each.feature) == ("L", "span"))
    # 3.5 mm apart; one standard deviation of the difference is 1.42 mm before and 1.73 mm after
    assert "2.5 standard deviations" not in moved.now
    assert moved.was.startswith("similar")
    assert "2.0 standard deviations" in moved.now


def test_a_group_split_afterwards_shows_though_no_state_moves(case: Any) -> None:
    record = lines(case).record
    earlier = tuple(attrs.evolve(feature, group="whole") for feature in record.features)
    shifts = compare(record, ["X"], earlier=earlier).table_shifts
    assert shifts
    assert all("in group whole" in each.was and "in group airframe" in each.now for each in shifts)


def test_a_feature_added_or_withdrawn_afterwards_is_told(case: Any) -> None:
    record = lines(case).record
    changes = compare(record, ["X"], earlier=record.features[:1]).table_changes
    assert [(each.feature, each.now) for each in changes] == [("skin", "added")]


def test_an_unchanged_table_has_no_diff(case: Any) -> None:
    record = lines(case).record
    found = compare(record, earlier=record.features)
    assert (found.table_changes, found.table_shifts) == ((), ())
    assert compare(record).table_changes == ()


def test_a_feature_that_nobody_observed_changes_no_other_row(new_case: Any) -> None:
    plain = compare(lines(new_case()).record, ["X"])
    more = lines(new_case())
    more.feature("paint", link="finish")
    rows = [each for each in compare(more.record, ["X"]).features if each.feature != "paint"]
    assert rows == list(plain.features)


def test_relabelled_levels_change_no_state(new_case: Any) -> None:
    def states(names: dict[str, str]) -> list[tuple[str, str, int]]:
        case = new_case().feature("skin", levels=tuple(names.values()))
        case.item("X").seen("X", "skin", names["a"])
        for n, level in enumerate("aab"):
            case.item(f"R{n}", role="reference", line="L").seen(f"R{n}", "skin", names[level])
        return [(each.other, each.state, each.n) for each in compare(case.record, ["X"]).features]

    assert states({"a": "fibreglass", "b": "carbon"}) == states({"a": "carbon", "b": "zinc"})


def test_an_altered_cell_changes_exactly_its_own_row(new_case: Any) -> None:
    before, after = lines(new_case()), lines(new_case())
    after.rows = [
        attrs.evolve(row, value="2600") if getattr(row, "item", "") == "R2" and hasattr(row, "value") else row
        for row in after.rows
    ]
    rows = list(
        zip(compare(before.record, ["X"]).features, compare(after.record, ["X"]).features, strict=True)
    )
    moved = {(was.feature, was.other) for was, now in rows if was != now}
    assert moved == {("span", "L"), ("span", "R2")}


@pytest.mark.parametrize(
    ("recovered", "window", "counted", "outside"),
    [
        ("2022-10", 730, 1, ("OLD",)),  # a 2022 reference for a 2025 item
        ("2022-10", 1500, 2, ()),
        ("2024-06", 730, 2, ()),
        (None, 730, 2, ()),  # nobody says when: it counts
    ],
)
def test_a_specimen_of_another_time_is_named_and_not_counted(
    case: Any, recovered: str | None, window: int, counted: int, outside: tuple[str, ...]
) -> None:
    case.feature("skin").item("X", event="NOW").seen("X", "skin", "carbon")
    case.row(Recovery, "NOW", from_=Interval.parse("2025-07-01"))
    if recovered:
        case.row(Recovery, "THEN", from_=Interval.parse(recovered))
    case.item("NEAR", role="reference", line="L").seen("NEAR", "skin", "carbon")
    case.item("OLD", role="reference", line="L", event="THEN" if recovered else None)
    case.seen("OLD", "skin", "fibreglass")
    line = next(each for each in compare(case.record, ["X"], window=window).features if each.other == "L")
    assert (line.n, line.of, line.outside) == (counted, counted, outside)
    assert ("outside the time window" in line.basis) is bool(outside)


def test_without_a_reference_nothing_is_compared_and_nothing_is_absent(case: Any) -> None:
    case.feature("skin").item("X").seen("X", "skin", "carbon")
    case.item("EMPTY", role="reference", line="L")
    assert {(each.other, each.state, each.n, each.of) for each in compare(case.record, ["X"]).features} == {
        ("L", "not_examined", 0, 1),
        ("EMPTY", "not_examined", 0, 1),
    }
