"""Charts of what a case says as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from tests.publish.charts.drawn import FIGURES, marks, text, values, when

from sherd.model.lines import CoProduction, Partition
from sherd.model.serials import Chances
from sherd.model.timing import ControlDate
from sherd.publish.charts import (
    co_production,
    date_ruler,
    made_chances,
    serial_dates,
)
from sherd.render.charts import svg

# -- what a case says as a whole ---------------------------------------------------------------------------


def test_the_matrix_stands_in_the_order_of_likely_lines_and_tells_each_pair_once() -> None:
    figure = FIGURES["co_production"]
    assert text(figure.table) == [["b", "a", "0.900"], ["a", "c", "0.100"], ["b", "c", "0.100"]]
    assert figure.alt == "Most probable division (0.65): a, b; c."
    assert len(values(figure)) == 6


def test_one_item_has_no_matrix() -> None:
    alone = CoProduction(
        items=("a",),
        features=("f",),
        together=((1.0,),),
        lines=(1.0,),
        best=(Partition((("a",),), 1.0),),
        method="exact",
        error=0,
        order=(0,),
        basis="",
    )
    with pytest.raises(ValueError, match="with no other"):
        co_production.figure("c", alone)


def test_a_lineage_says_what_changed_and_which_parent_is_as_near() -> None:
    rows = text(FIGURES["lineage_graph"].table)
    assert rows[0] == ["V0", "2022-09", "—", "—", "—"]
    assert rows[2] == ["V2", "2023-07", "V1, V0 (ambiguous)", "mark from L to C", "V0, 0"]
    assert "Without a documented parent: V0." in FIGURES["lineage_graph"].alt
    dashes = [layer["mark"].get("strokeDash") for layer in marks(FIGURES["lineage_graph"].spec)]  # type: ignore[union-attr]
    assert [4, 3] in dashes


def test_serials_over_time_show_no_withheld_digit_and_mark_a_claim() -> None:
    figure = FIGURES["serial_dates"]
    assert [row[1] for row in text(figure.table)] == ["Y-01××", "Y-03××"]
    assert [row["number"] for row in values(figure)] == [100, 300]
    assert "no evidence" in figure.caption


def test_without_a_dated_serial_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no serial has a day"):
        serial_dates.figure("n", [])
    with pytest.raises(ValueError, match="nothing can be drawn"):
        made_chances.figure("m", "Y", Chances(1, ()), 1, 1, 1)


def test_the_chances_say_what_lies_beyond_the_picture() -> None:
    figure = FIGURES["made_chances"]
    assert "12.5% lies beyond" in figure.caption
    assert text(figure.table)[-1] == ["more than 62", "0.125"]
    bins = made_chances.binned(Chances(1, (0.001,) * 1000))
    assert len(bins) <= made_chances.BINS
    assert sum(b.p for b in bins) == pytest.approx(1)


def test_the_share_of_an_origin_says_between_which_months_it_changed() -> None:
    figure = FIGURES["origin_share"]
    assert text(figure.table)[1] == ["2023-02", "1", "5", "0.800"]
    assert text(figure.table)[2][3] == "—"
    assert "between 2023-01 and 2023-02 at 95%" in figure.alt


def test_control_dates_stand_on_the_ruler_with_their_source_and_show_no_breach() -> None:
    bars = [date_ruler.Bar("Ы-391", "STM32", "made", when("2022-W15"))]
    control = ControlDate(date(2021, 6, 1), "S4", "semiconductors listed")
    figure = date_ruler.figure("r", bars, [control])
    assert text(figure.table)[-1] == ["all", "semiconductors listed (S4)", "control date", "2021-06-01"]
    assert "shows no breach" in figure.caption
    assert "Control date 2021-06-01: semiconductors listed (S4)." in figure.alt
    assert "2021-06-01" in svg(figure.spec, "r")
    assert "control date" not in date_ruler.figure("r", bars).caption
