"""Charts of days: rulers of dates."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.publish.charts.drawn import FIGURES, text, values, when

from sherd.model.dates import Interval
from sherd.publish.charts import date_ruler, style
from sherd.render.charts import svg


def test_a_bar_ends_with_its_last_day() -> None:
    start, end = style.span(when("2022-10-17"), date(2020, 1, 1), date(2023, 1, 1))
    assert (start, end - start) == (1_665_964_800_000, 86_400_000)


def test_an_open_end_reaches_the_edge_and_is_marked() -> None:
    (row,) = [v for v in values(FIGURES["date_ruler"]) if v["name"] == "Ы-391 · FPGA"]
    assert (row["open_from"], row["open_to"]) == (True, False)
    assert row["from"] == style.day(date(2021, 12, 31))
    assert ["Ы-391", "FPGA", "made", "2021 or earlier"] in text(FIGURES["date_ruler"].table)


def test_the_ruler_marks_the_earliest_recovery_beside_every_part() -> None:
    recovered = style.day(date(2022, 10, 17))
    assert [row["found"] for row in values(FIGURES["date_ruler"])] == [recovered] * 3


def test_many_dates_share_a_row_for_each_kind() -> None:
    bars = [date_ruler.Bar("Ы-391", f"C{n}", "made", when("2022")) for n in range(100)]
    made = date_ruler.figure("r", bars)
    assert {row["row"] for row in values(made)} == {"Ы-391 · made"}
    assert len(made.table.rows) == 100


def test_a_ruler_without_any_day_is_refused() -> None:
    with pytest.raises(ValueError, match="no interval names a day"):
        date_ruler.figure("r", [date_ruler.Bar("a", "b", "made", Interval())])


def test_a_ruler_of_few_days_writes_no_day_twice() -> None:
    bars = [date_ruler.Bar("Ы-391", "recovered", "recovered", when("2022-10-17"))]
    written = re.findall(r">(\d\d \w{3} \d{4})<", svg(date_ruler.figure("r", bars).spec, "r"))
    assert "17 Oct 2022" in written
    assert len(written) == len(set(written))
