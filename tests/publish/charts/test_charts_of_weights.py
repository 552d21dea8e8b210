"""Charts of weights, of what moves them, and of how far they can be relied on."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from tests.publish.charts.drawn import FIGURES, GRID, MATRIX, marks, pair, text, values

from sherd.model.reasoning import Letter, Matrix
from sherd.model.weights import Refusal
from sherd.publish.charts import (
    competing_matrix,
    method_card,
    prior_posterior,
    sensitivity_map,
    stated_observed,
    tornado,
    weight_waterfall,
)
from sherd.render.charts import svg

# -- weight waterfall --------------------------------------------------------------------------------------


def test_the_waterfall_names_every_group_the_sum_the_band_and_the_ceiling() -> None:
    assert FIGURES["weight_waterfall"].alt == (
        "B against A: airframe +0.52, electronics +1.24, markings +0.29. Together +2.05 bans at the default "
        "settings, +1.39 to +3.25 over all settings, ceiling +0.95. Reported +1.39 bans, moderate support."
    )
    assert text(FIGURES["weight_waterfall"].table) == [
        ["airframe", "—", "0.67", "+0.52"],
        ["electronics", "nav +1.24", "1.00", "+1.24"],
        ["markings", "—", "1.00", "+0.29"],
        ["All groups together", "default settings", "", "+2.05"],
        ["Settings", "lowest and highest", "", "+1.39 … +3.25"],
        ["Reported", "moderate support", "", "+1.39"],
        ["Ceiling", "collection: n = 3 and 8", "", "+0.95"],
    ]


def test_the_steps_of_the_verbal_scale_stand_on_the_axis() -> None:
    picture = svg(FIGURES["weight_waterfall"].spec)
    for word in ("weak", "moderate", "moderately", "strong"):
        assert f">{word}<" in picture


def test_a_refused_pair_shows_no_reported_weight() -> None:
    refusal = Refusal(rule="too_few_groups", reason="one group", lifted_by="another")
    made = weight_waterfall.waterfall(pair(refused=(refusal,)), "w")
    assert "Refused (too few groups)" in made.caption
    assert "+1.39" not in made.caption
    assert text(made.table)[5] == ["Reported", "refused", "", "—"]
    found = [v["mark"] for m in marks(made.spec) for v in m.get("data", {}).get("values", []) if "mark" in v]  # type: ignore[union-attr]
    assert found == ["default settings", "ceiling of the collection"]


def test_a_pair_without_any_group_still_has_a_waterfall() -> None:
    made = weight_waterfall.waterfall(
        pair(groups=(), default=0.0, reported=0.0, lo=0.0, hi=0.0, ceiling=0.0), "w"
    )
    assert "no group" in made.alt
    assert svg(made.spec)


def test_each_group_begins_where_the_one_above_it_ends() -> None:
    bars = [(row["from"], row["to"]) for row in values(FIGURES["weight_waterfall"])]
    assert bars[0][0] == 0
    assert all(end == start for (_, end), (start, _) in pairwise(bars))
    assert bars[-1][1] == pytest.approx(2.0488624794)


# -- what moves a weight -----------------------------------------------------------------------------------


def test_the_tornado_begins_with_what_matters_most_and_keeps_all_in_the_twin() -> None:
    made = FIGURES["tornado"]
    assert [row["name"] for row in values(made)][:2] == ["without feature nav", "without feature skin"]
    assert len(values(made)) == tornado.MOST
    assert len(made.table.rows) == 16
    assert "1 of 16 omissions change what the pair is called" in made.caption
    assert text(made.table)[0] == ["feature nav", "+0.81", "+0.41", "weak support", "yes"]


def test_nothing_to_leave_out_has_no_tornado() -> None:
    with pytest.raises(ValueError, match="nothing can be left out of B against A"):
        tornado.tornado(pair(), "o")


def test_the_map_of_settings_frames_the_default_and_the_weakest() -> None:
    made = FIGURES["sensitivity_map"]
    frames = {row["frame"]: row for row in values(made) if row["frame"]}
    assert (frames["default"]["row"], frames["default"]["column"]) == ("A = 1", "ρ 0.5 · ε 0.05")
    assert (frames["weakest"]["row"], frames["weakest"]["column"]) == ("A = 2", "ρ 1 · ε 0")
    assert len(made.table.rows) == len(values(made)) == 27


def test_a_map_without_one_sign_names_no_weakest_cell() -> None:
    made = sensitivity_map.figure(pair(grid=GRID, lo=-0.1, hi=0.2), "m")
    assert "the sign is not the same everywhere" in made.alt


def test_a_prior_is_moved_by_the_reported_weight() -> None:
    made = FIGURES["prior_posterior"]
    assert [row[1] for row in text(made.table)][1:4] == ["0.729", "0.912", "0.960"]
    assert "The prior is the reader's" in made.caption
    with pytest.raises(ValueError, match="is refused"):
        prior_posterior.curve(pair(refused=(Refusal(rule="r", reason="", lifted_by=""),)), "p")


def test_the_matrix_says_in_letters_what_its_shades_say() -> None:
    made = FIGURES["competing_matrix"]
    letters = {(row["finding"], row["account"]): row["letter"] for row in values(made)}
    assert letters["nav = N3", "A"] == "II"
    assert letters["core", "A"] == letters["core", "B"] == "N"
    assert text(made.table)[-1] == ["Spoken against, in bans", "0.00", "1.24", ""]
    assert set(competing_matrix.FILLS) == set(competing_matrix.WORDS) == set(get_args(Letter))


def test_an_item_of_which_nothing_was_observed_has_no_matrix() -> None:
    with pytest.raises(ValueError, match="nothing that weighs was observed of X"):
        competing_matrix.figure("c", "X", Matrix(accounts=MATRIX.accounts, rows=MATRIX.rows[1:]))


# -- calibration -------------------------------------------------------------------------------------------


def test_a_tippett_plot_says_how_many_known_specimens_were_misled() -> None:
    made = FIGURES["tippett"]
    assert "33% of the first and 0% of the second point the wrong way" in made.alt
    assert "not validated: n = 5" in made.caption
    assert text(made.table)[0] == ["B", "−0.20", "−0.10", "1.00"]
    assert text(made.table)[-1] == ["A", "−0.50", "−0.10", "1.00"]
    assert text(made.table)[-2][2] == "−∞"


def test_the_group_that_promised_most_too_much_is_named_beside_its_interval() -> None:
    made = FIGURES["stated_observed"]
    assert "1 of 2 groups lie within 0.04; the widest apart stated 0.990 and was right in 0.940" in made.alt
    assert [row[3] for row in text(made.table)] == ["0.740", "0.940"]
    assert text(made.table)[1][5] == "−0.050"


@pytest.mark.parametrize("groups", [[], [stated_observed.Group(0.9, 0, 0)]])
def test_nothing_that_was_answered_has_no_reliability(groups: list[stated_observed.Group]) -> None:
    with pytest.raises(ValueError, match="one group or more"):
        stated_observed.figure(groups, 0.04, "so")


def test_a_method_card_says_what_the_weights_cost() -> None:
    made = FIGURES["method_card"]
    assert text(made.table) == [
        [
            "B : A",
            "3 + 2",
            "0.4000",
            "0.100 … 0.900",
            "0.2000",
            "0.2000",
            "−0.55, +0.65",
            "not validated: n = 5",
        ]
    ]
    with pytest.raises(ValueError, match="no pair could be tested"):
        method_card.card([], "k")
