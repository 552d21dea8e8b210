"""Charts of what two items share and how they differ."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.publish.charts.drawn import FIGURES, text, values

from sherd.model.findings import State
from sherd.publish.charts import (
    difference_table,
    shared_modules,
)

# -- difference table --------------------------------------------------------------------------------------


def test_a_pair_that_nobody_compared_is_not_examined_and_no_difference() -> None:
    (row,) = [
        v
        for v in values(FIGURES["difference_table"])
        if (v["feature"], v["specimen"]) == ("airframe: core", "MS001")
    ]
    assert row["state"] == "not examined"
    assert text(FIGURES["difference_table"].table) == [
        ["airframe: skin", "M214", "—", "MS001", "—"],
        ["airframe: core", "—", "M214", "—", "MS001"],
    ]
    assert FIGURES["difference_table"].alt.endswith("1 same, 1 similar, 1 differs, 1 not examined.")


def test_most_of_many_specimens_are_counted_because_the_row_names_the_others() -> None:
    cells = [difference_table.Cell("skin", f"S{n}", "not_examined") for n in range(9)]
    cells += [
        difference_table.Cell("skin", "M214", "shared"),
        difference_table.Cell("core", "M214", "not_examined"),
    ]
    assert text(difference_table.figure("d", "item", cells).table) == [
        ["skin", "M214", "—", "—", "the other 9"],
        ["core", "—", "—", "—", "all 10"],
    ]


def test_every_state_has_a_word_a_colour_and_a_sign_of_its_own() -> None:
    states = get_args(State)
    assert set(difference_table.WORDS) == set(difference_table.FILLS) == set(states)
    assert len(set(difference_table.SIGNS)) == len(set(difference_table.FILLS.values())) == len(states)


def test_two_states_for_one_pair_are_refused() -> None:
    cells = [difference_table.Cell("skin", "M214", state) for state in ("shared", "differs")]
    with pytest.raises(ValueError, match="two states for 'skin' beside 'M214'"):
        difference_table.figure("d", "item", cells)


def test_an_item_compared_with_nothing_has_no_difference_table() -> None:
    with pytest.raises(ValueError, match="nothing was compared with 'Ы-391'"):
        difference_table.figure("d", "Ы-391", [])


def test_a_table_too_large_to_read_says_what_is_drawn_and_keeps_all_in_the_twin() -> None:
    cells = [difference_table.Cell(f"f{n}", "M214", "shared") for n in range(100)]
    made = difference_table.figure("d", "item", cells)
    assert "Drawn: 60 of 100 features, 1 of 1 specimens; the table has all." in made.caption
    assert len(made.table.rows) == 100
    assert len(values(made)) == 60


# -- shared modules ----------------------------------------------------------------------------------------


def test_a_module_counts_its_distinct_systems() -> None:
    assert text(FIGURES["shared_modules"].table) == [
        ["Kometa", "2", "2.50 bans", "Orlan-10, Geran-2", "seen twice"],
        ["B-101", "1", "0.40 bans", "Orlan-10", "—"],
        ["BNX023", "1", "commodity", "Geran-2", "—"],
    ]
    assert "Kometa (Orlan-10, Geran-2)" in FIGURES["shared_modules"].alt


def test_the_rarest_module_stands_first_and_a_commodity_is_hollow() -> None:
    rows = values(FIGURES["shared_modules"])
    assert [row["module"] for row in rows[::2]] == [
        "Kometa · 2.50 bans",
        "B-101 · 0.40 bans",
        "BNX023 · commodity",
    ]
    sizes = {str(row["module"]): float(str(row["size"])) for row in rows}
    assert sizes["Kometa · 2.50 bans"] > sizes["B-101 · 0.40 bans"]
    assert [row["commodity"] for row in rows[::2]] == [False, False, True]
    assert "The rarest: Kometa (2.50 bans)." in FIGURES["shared_modules"].alt
    assert "a hollow one is a commodity" in FIGURES["shared_modules"].caption


def test_the_systems_of_the_item_in_question_stand_first_on_a_band() -> None:
    made = FIGURES["shared_modules"]
    assert [row["system"] for row in values(made)[:2]] == ["Geran-2", "Orlan-10"]
    assert "On a band: Geran-2." in made.caption


def test_a_system_named_twice_for_a_module_counts_once() -> None:
    cell = shared_modules.Cell("Kometa", "Orlan-10")
    assert text(shared_modules.figure("s", [cell, cell]).table)[0][1] == "1"


def test_an_empty_place_is_said_not_to_mean_absence() -> None:
    assert "not that there is none" in FIGURES["shared_modules"].caption


def test_modules_without_any_system_have_no_matrix() -> None:
    with pytest.raises(ValueError, match="no module is documented"):
        shared_modules.figure("s", [])
