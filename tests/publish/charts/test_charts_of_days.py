"""Charts of days: rulers of dates, claims over time."""

from __future__ import annotations

from datetime import date

import pytest
from tests.publish.charts.drawn import FIGURES, text, values, when

from sherd.model.claims import POLARITIES
from sherd.model.dates import Interval
from sherd.publish.charts import (
    claims_timeline,
    date_ruler,
    style,
)

# -- dates -------------------------------------------------------------------------------------------------


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


# -- claims ------------------------------------------------------------------------------------------------


def test_claims_stand_in_the_order_in_which_they_were_said() -> None:
    assert text(FIGURES["claims_timeline"].table) == [
        ["2022-10-17", "Kyiv", "asserts", "They are Shahed-136."],
        ["2022-10-18", "Tehran", "denies", "No drones were given."],
    ]
    assert (
        "2 claims by 2 speakers, 2022-10-17 to 2022-10-18: 1 asserts, 1 denies."
        in FIGURES["claims_timeline"].alt
    )


def test_every_polarity_has_a_sign_of_its_own() -> None:
    assert set(claims_timeline.SIGNS) == set(POLARITIES)
    assert len({sign for _, sign, _ in claims_timeline.SIGNS.values()}) == len(POLARITIES)


def test_a_stance_that_nobody_can_take_is_refused() -> None:
    with pytest.raises(ValueError, match="polarity"):
        claims_timeline.Point("Kyiv", when("2022"), "maybe")


def test_those_who_spoke_least_share_a_lane_when_there_are_too_many() -> None:
    points = [claims_timeline.Point(f"S{n:03d}", when("2022"), "deny") for n in range(60)]
    points += [claims_timeline.Point("S059", when("2023"), "assert")]
    made = claims_timeline.figure("t", points)
    lanes = {row["lane"] for row in values(made)}
    assert len(lanes) == claims_timeline.MOST_LANES
    assert {"S059", claims_timeline.OTHERS} <= lanes
    assert len(made.table.rows) == 61
