"""Reference specimens of another time than the item are named and not weighed, unless asked otherwise."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.weigh import weigh
from sherd.model.dates import Interval
from sherd.model.items import Recovery
from sherd.model.record import CaseRecord


def documented(record: CaseRecord, **days: str) -> CaseRecord:
    """The case with the days on which named items were documented."""
    items = tuple(
        evolve(item, documented_at=Interval.parse(days[item.id])) if item.id in days else item
        for item in record.items
    )
    return evolve(record, items=items)


def specimens(record: CaseRecord, **how: Any) -> set[str]:
    return {id_ for line in weigh(record, "X", **how).collection for id_ in line.specimens}


def test_a_specimen_of_2022_does_not_count_for_an_item_of_2025_and_is_named(worked: CaseRecord) -> None:
    case = documented(worked, X="2025-06-01", A1="2022-09-13", A2="2024-01-01")
    found = weigh(case, "X")
    assert specimens(worked) - specimens(case) == {"A1"}
    (why,) = (each.why for each in found.unused if each.id == "A1")
    assert why.startswith("of another time (")
    # 2022-09-13 to 2025-06-01
    assert "at least 992 days apart, outside the time window of 730 days" in why
    assert "Of another time than the item, and not counted: A1." in found.warnings
    assert found.pair("B", "A").n2 == weigh(worked, "X").pair("B", "A").n2 - 1


def test_a_wider_window_counts_it_again(worked: CaseRecord) -> None:
    case = documented(worked, X="2025-06-01", A1="2022-09-13")
    assert "A1" not in specimens(case, window=991)
    assert "A1" in specimens(case, window=992)
    wide, undated = weigh(case, "X", window=992), weigh(worked, "X")
    assert wide.pair("B", "A").default == undated.pair("B", "A").default
    assert not any("another time" in said for said in wide.warnings)


def test_a_specimen_or_an_item_without_a_date_counts(worked: CaseRecord) -> None:
    assert "A1" in specimens(documented(worked, A1="1999"))
    assert "A1" in specimens(documented(worked, X="2025-06-01"))
    assert "A1" in specimens(documented(worked, X="2025-06-01", A1="2022-09-13/"))
    assert "A1" not in specimens(documented(worked, X="2025-06-01", A1="/2022-09-13"))


def test_the_day_of_recovery_comes_before_the_day_of_documentation(worked: CaseRecord) -> None:
    case = documented(worked, X="2025-06-01", A1="2025-06-01")
    event = Recovery(
        case="bench",
        id="E-A1",
        kind_="recovery",
        to_=Interval.parse("2021-03"),
        from_=Interval.parse("2021-03"),
    )
    assert "A1" in specimens(case)
    assert "A1" not in specimens(evolve(case, events=(event,)))


def test_a_window_of_less_than_no_days_is_refused(worked: CaseRecord) -> None:
    with pytest.raises(ValueError, match="window of -1 days"):
        weigh(worked, "X", window=-1)


def test_the_published_numbers_stand_where_nothing_is_dated(
    worked: CaseRecord, bench: SimpleNamespace
) -> None:
    assert weigh(worked, "X", window=0).pair("B", "A").default == pytest.approx(2.0488624794, abs=1e-9)
