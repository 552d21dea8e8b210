"""The timeline of claims: lanes, arcs, findings in the margin, what was found, and the same in words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from tests.publish.charts.drawn import text, values_of, when

from sherd.model.claims import POLARITIES
from sherd.model.dates import Interval
from sherd.model.document import Figure
from sherd.model.stances import Bearing
from sherd.publish.charts import style
from sherd.publish.charts.claims_timeline import figure
from sherd.publish.timeline.lanes import lines, reach, tiers
from sherd.publish.timeline.marks import SIGNS
from sherd.publish.timeline.plan import NAMES, TALLEST, plan
from sherd.publish.timeline.shown import (
    MOST_ARCS,
    MOST_LANES,
    OTHERS,
    Arc,
    Found,
    Point,
    chosen,
    joined,
    notes,
)
from sherd.render.charts import svg
from sherd.render.fonts import folders

DENIED = Point("Tehran", when("2022-10-18"), "deny", "No drones were given.", "C1")
SAID = Point("Kyiv", when("2022-10-17"), "assert", "They are Shahed-136.", "C2")


def bearing(claim: str, how: Any = "supports", weight: float | None = None, **more: Any) -> Bearing:
    return Bearing(claim=claim, item=more.pop("item", "K-1"), how=how, weight=weight, words="", **more)


def written(made: Figure) -> list[str]:
    """Every piece of text on the picture."""
    root = ElementTree.fromstring(svg(made.spec, "t"))
    return [said for node in root.iter() if node.tag.endswith("}text") and (said := "".join(node.itertext()))]


def column(made: Figure, title: str) -> list[str]:
    at = [each.title for each in made.table.columns].index(title)
    return [row[at] for row in text(made.table)]


@pytest.mark.parametrize("days", ["/2022-10-18", "2022-10-18/", "2022-10-18"])
def test_what_was_said_by_a_day_stands_on_that_day_and_not_half_way_to_the_edge(days: str) -> None:
    early = Point("Kyiv", when("2022-01-01"), "assert", "x", "C2")
    late = Point("Kyiv", when("2022-12-31"), "assert", "x", "C3")
    points = [early, Point("Tehran", Interval.parse(days), "deny", "x", "C1"), late]
    placed = {each.point.id: each.x for each in plan(points, (), (), ()).placed}
    share = (placed["C1"] - placed["C2"]) / (placed["C3"] - placed["C2"])
    assert share == pytest.approx(290 / 364, abs=0.005), "18 October is day 290 of the 364 between"


# -- claims ------------------------------------------------------------------------------------------------


def test_claims_stand_in_the_order_in_which_they_were_said() -> None:
    made = figure("t", [DENIED, SAID])
    assert text(made.table) == [
        ["C2", "2022-10-17", "Kyiv", "asserts", "They are Shahed-136."],
        ["C1", "2022-10-18", "Tehran", "denies", "No drones were given."],
    ]
    assert "2 claims by 2 speakers, 2022-10-17 to 2022-10-18: 1 asserts, 1 denies." in made.alt


def test_every_polarity_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(POLARITIES)
    assert len({sign for _, sign, _ in SIGNS.values()}) == len(POLARITIES)


def test_a_stance_that_nobody_can_take_is_refused() -> None:
    with pytest.raises(ValueError, match="polarity"):
        Point("Kyiv", when("2022"), "maybe")


def test_a_claim_without_a_day_is_told_in_the_table_and_counted() -> None:
    made = figure("t", [SAID, Point("Oslo", Interval(), "urge", "Stop.", "C9")])
    assert text(made.table)[-1] == ["C9", "no day shown", "Oslo", "urges", "Stop."]
    assert "In the table alone: 1 claim without a day." in made.caption
    assert "2 claims by 2 speakers" in made.alt
    assert "1 of them without a day" in made.alt
    assert "Oslo" not in written(made)


def test_without_any_day_there_is_no_timeline() -> None:
    with pytest.raises(ValueError, match="no interval names a day"):
        figure("t", [Point("Oslo", Interval(), "urge")])


def test_claims_of_one_day_do_not_hide_each_other() -> None:
    points = [Point("Kyiv", when("2022-10-17"), kind, "", kind) for kind in POLARITIES]
    signs = [(row["x"], row["y"]) for row in values_of(figure("t", points)) if row.get("lane")]
    assert len(set(signs)) == len(POLARITIES)


def test_a_number_beside_a_sign_hides_no_other_sign() -> None:
    ends = [Point("Kyiv", when(day), "assert", "", day) for day in ("2022-01-01", "2022-12-31")]
    near = [Point("Kyiv", when(day), "assert", "", day) for day in ("2022-06-01", "2022-06-21")]
    before, behind = (plan([*ends, *near], bearings=[bearing(noted.id)]).placed for noted in near)
    assert len({placed.y for placed in before if placed.point in near}) == 2
    assert len({placed.y for placed in behind if placed.point in near}) == 1


@given(st.lists(st.floats(0, 300), max_size=40))
def test_things_on_one_line_stand_apart_as_long_as_there_are_lines(places: list[float]) -> None:
    spans = [(at, at + 11) for at in sorted(places)]
    on = tiers(spans, len(spans) + 1)
    for level in set(on):
        line = [span for span, at in zip(spans, on, strict=True) if at == level]
        assert all(before[1] <= after[0] for before, after in pairwise(line))


# -- lanes -------------------------------------------------------------------------------------------------


def many(count: int) -> list[Point]:
    days = [date(2021, 1 + n % 12, 1 + n % 28) for n in range(5 * count)]
    return [Point(f"S{n % count:03d}", Interval(day, day), "deny", "", f"C{n}") for n, day in enumerate(days)]


def test_those_on_whom_least_hangs_share_a_lane_at_the_foot_when_there_are_too_many() -> None:
    points = many(60)
    arcs = [Arc(points[57].id, points[58].id, "weak")]
    made = figure("t", points, arcs, bearings=[bearing(points[59].id)])
    lanes = list(dict.fromkeys(row["lane"] for row in values_of(made) if row.get("lane")))
    assert {"S057", "S058", "S059", OTHERS} <= set(lanes)
    assert len(lanes) <= MOST_LANES
    assert f"{60 - (len(lanes) - 1)} speakers share the lane “{OTHERS}”" in made.caption
    assert set(column(made, "By")) == {f"S{n:03d}" for n in range(60)}


FEW = [
    Point("C", when("2022-01-01"), "deny", "", "1"),
    Point("D", when("2022-01-02"), "deny", "", "2"),
    *(Point(name, when("2022-02-01"), "deny", "", f"{name}{n}") for name in "AB" for n in range(2)),
]
"""A and B speak twice, C and D once and first."""


def test_who_shares_a_lane_stands_at_the_foot_even_if_they_spoke_first() -> None:
    assert chosen(FEW, (), (), 3).names == ["A", "B", OTHERS]


def test_the_signs_of_who_shares_a_lane_are_small_and_stand_closer() -> None:
    first = [Point(f"S{n:02d}", when("2022-01-01"), "deny") for n in range(39)]
    days = [date.fromordinal(date(2022, 1, 2).toordinal() + 10 * n) for n in range(21)]
    rest = [Point(f"T{n:02d}", Interval(day, day), "deny") for n, day in enumerate(days)]
    points = [*first, *rest, Point("S00", when("2023-05-01"), "deny")]
    made = plan(points)
    assert {placed.y for placed in made.placed if placed.point in rest} == {made.lanes[-1].middle}
    rows = [row for row in values_of(figure("t", points)) if row.get("lane")]
    assert {row["lane"] for row in rows if row["small"]} == {OTHERS}


@pytest.mark.parametrize("count", [1, 2, 12, 25, 60, 90])
def test_the_lanes_of_any_ledger_fit_a_page(count: int) -> None:
    points = many(count)
    bears = [bearing(point.id, weight=1.0) for point in points[:40]]
    assert plan(points, found=[Found("wing", when("2021"))], bearings=bears).height <= TALLEST


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    name = "spokesperson of the permanent mission of the Kingdom of Norland to the conference in Arvik"
    said = lines(name, 130, 10, 3)
    assert len(said) == 3
    assert said[0].startswith("spokesperson")
    assert said[-1].startswith("… ")
    assert said[-1].endswith("in Arvik")
    assert name in column(figure("t", [Point(name, when("2022"), "deny")]), "By")


@pytest.mark.parametrize(
    "name",
    [
        "Міністерство закордонних справ Республіки Казахстан, речник",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenverband",
        "سخنگوی وزارت امور خارجه، تهران",
        "外交部发言人办公室新闻司副司长兼发言人外交部发言人办公室",
    ],
)
def test_every_line_of_a_name_fits_its_column_in_any_script(name: str) -> None:
    for most in (2, 3):
        said = lines(name, 130, 10, most)
        assert 1 <= len(said) <= most
        assert all(line and reach(line, 10) <= 130 for line in said)


@pytest.mark.parametrize(
    "name", ["Strategic Communications", "MINISTRY", "Міністерство оборони", "+0.94…+1.39"]
)
def test_a_name_is_taken_for_as_wide_as_the_typeface_of_charts_sets_it_or_a_little_more(name: str) -> None:
    files = (path for folder in folders() for path in Path(folder).glob("NotoSans[[]*.ttf"))
    set_ = ImageFont.truetype(str(next(files)), 1000).getlength(name) / 100
    assert 1 <= reach(name, 10) / set_ < 1.2


def test_a_comma_that_ends_a_line_of_persian_does_not_jump_to_its_other_end() -> None:
    assert lines("وزارت امور خارجه، تهران", 100, 10, 3)[0] == "وزارت امور خارجه"


# -- arcs --------------------------------------------------------------------------------------------------


def test_an_arc_ends_at_the_signs_that_it_joins() -> None:
    rows = values_of(figure("t", [DENIED, SAID], [Arc("C1", "C2")]))
    signs = {(row["x"], row["y"]) for row in rows if row.get("lane")}
    arc = sorted((row["step"], row["x"], row["y"]) for row in rows if row.get("pair") == 0)
    assert {arc[0][1:], arc[-1][1:]} == signs


def test_the_strongest_contradictions_are_drawn_and_the_rest_is_counted() -> None:
    points = many(50)
    weak = [Arc(f"C{n}", f"C{n + 1}", "weak") for n in range(0, 40, 2)]
    tension = [Arc("C60", "C61", "tension")]
    strong = [Arc(f"C{n}", f"C{n + 1}", "strong") for n in range(100, 110, 2)]
    made = figure("t", points, [*tension, *weak, *strong])
    drawn = [row["strength"] for row in values_of(made) if row.get("step") == 0 and "pair" in row]
    assert [drawn.count(kind) - 1 for kind in ("strong", "weak", "tension")] == [5, 13, 0], "one is the key"
    said = "5 of 5 strong, 13 of 20 weak and 0 of 1 tension"
    assert f"Arcs join 18 of 26 pairs that do not go together: {said}." in made.caption
    assert said in made.alt
    assert {"strong, 5 of 5 drawn", "weak, 13 of 20 drawn", "tension, 0 of 1 drawn"} <= set(written(made))
    assert sum(cell.count("C") for cell in column(made, "Arcs to")) == 2 * MOST_ARCS


def test_a_claim_that_no_arc_touches_goes_before_one_that_has_some() -> None:
    points = many(30)
    arcs = [Arc("C0", f"C{n}") for n in range(1, 25)] + [Arc("C28", "C29")]
    drawn = joined(chosen(points, arcs, ()), arcs).arcs
    assert Arc("C28", "C29") in drawn[:2]
    assert len(drawn) == MOST_ARCS


def test_of_two_arcs_alike_the_one_between_lanes_of_their_own_goes_first() -> None:
    arcs = [Arc("1", "2"), Arc("A0", "B0")]
    assert joined(chosen(FEW, (), (), 3), arcs).arcs[0] == Arc("A0", "B0")


def test_of_two_arcs_alike_the_one_to_a_claim_with_a_finding_goes_first() -> None:
    arcs = [Arc("C0", "C1"), Arc("C2", "C3")]
    assert joined(chosen(many(8), arcs, [bearing("C3")]), arcs).arcs[0] == Arc("C2", "C3")


def test_two_claims_are_joined_once_by_the_stronger_of_two_contradictions() -> None:
    arcs = [Arc("C1", "C2", "tension"), Arc("C2", "C1", "weak"), Arc("C1", "C1", "strong")]
    assert joined(chosen([DENIED, SAID], arcs, ()), arcs).arcs == (Arc("C2", "C1", "weak"),)


def test_a_pair_of_which_one_has_no_day_is_counted_and_not_drawn() -> None:
    made = figure("t", [SAID, Point("Oslo", Interval(), "deny", "", "C9")], [Arc("C9", "C2", "weak")])
    assert "Arcs join 0 of 1 pair that do not go together: 0 of 1 weak." in made.caption


# -- the margin --------------------------------------------------------------------------------------------


def test_a_finding_stands_at_the_height_of_the_claim_it_bears_on_with_how_and_weight() -> None:
    made = figure("t", [DENIED, SAID], bearings=[bearing("C1", "undermines", -1.386, judged="J7")])
    rows = values_of(made)
    claim = next(row for row in rows if row.get("stance") == "denies" and "lane" in row)
    line = {row["said"]: row["y"] for row in rows if row.get("said") in ("undermines", "−1.39", "K-1")}
    assert line == {"undermines": claim["y"], "−1.39": claim["y"], "K-1": claim["y"]}
    assert written(made).count("1") >= 2, "beside the claim and in the margin"
    assert column(made, "Findings on it") == ["—", "1: K-1 undermines, −1.39 bans, judged in J7"]
    assert "1, Tehran (denies, 2022-10-18): K-1 undermines, −1.39 bans, judged in J7." in made.alt
    assert "judged by a person" in written(made)


def test_pairs_of_accounts_that_say_the_same_of_a_claim_are_one_line_with_their_range() -> None:
    (note,) = notes([bearing("C1", weight=0.94), bearing("C1", weight=1.39)])
    assert note.how_much == "+0.94…+1.39"
    assert len(notes([bearing("C1", weight=0.94), bearing("C1", "undermines", -0.3)])) == 2
    assert len(notes([bearing("C1", judged="J1"), bearing("C1", judged="J2")])) == 2


def test_what_a_person_judged_stands_before_what_is_proposed_and_what_is_weighed_before_the_rest() -> None:
    proposed, weighed = bearing("C1"), bearing("C1", item="K-2", weight=0.4)
    order = [note.judged or note.how_much for note in notes([proposed, weighed, bearing("C1", judged="J")])]
    assert order == ["J", "+0.40", "no weight"]


def test_what_does_not_fit_the_margin_is_counted_there_and_told_in_the_table() -> None:
    bears = [bearing("C2", weight=0.1 * n, item=f"K-{n}") for n in range(1, 8)]
    made = figure("t", [SAID], bearings=bears)
    assert "and 4 more in the table" in written(made)
    assert "(3 of 7)" in made.caption
    assert all(f"K-{n} supports" in column(made, "Findings on it")[0] for n in range(1, 8))
    assert "K-7" in written(made), "the heaviest is shown"


def test_without_findings_there_is_no_margin_and_without_arcs_no_key_of_them() -> None:
    made = figure("t", [DENIED, SAID])
    assert [each.title for each in made.table.columns] == ["Claim", "Said", "By", "Stance", "What"]
    assert "within these days" not in written(made)
    assert not [said for said in written(made) if "go together" in said or "finding" in said.casefold()]


# -- what was found ----------------------------------------------------------------------------------------


def test_what_was_found_is_named_beside_its_square_and_for_who_does_not_see_it() -> None:
    found = [Found("wing of K-1", when("2023-09-01"), "K-1"), Found("engine", id="K-2")]
    made = figure("t", [SAID], found=found)
    assert "wing of K-1" in written(made)
    assert "engine" not in written(made)
    assert "what was found (1 of 2)" in made.caption
    assert made.alt.endswith("Found: wing of K-1 (2023-09-01); engine (no day shown).")
    assert text(made.table)[-2:] == [
        ["K-1", "2023-09-01", "what was found", "—", "wing of K-1"],
        ["K-2", "no day shown", "what was found", "—", "engine"],
    ]


def test_of_many_finds_the_last_share_a_line_and_the_table_names_all() -> None:
    found = [Found(f"wing {n}", when(f"2023-09-{n + 1:02d}"), f"K-{n}") for n in range(12)]
    made = figure("t", [SAID], found=found)
    squares = [row for row in values_of(made) if row.get("found")]
    assert len(squares) == 12
    assert len({row["y"] for row in squares}) == 8
    assert sum(said.startswith("wing") for said in written(made)) == 2 * 7, "each on a rim"
    assert "5 more, in the table" in written(made)
    assert column(made, "What")[1:] == [f"wing {n}" for n in range(12)]


@pytest.mark.parametrize("bears", [(), [bearing("C2", weight=1.0)]])
@pytest.mark.parametrize("days", [("2021-01-01", "2021-01-02"), ("2023-12-30", "2023-12-31")])
def test_nothing_is_written_or_drawn_beyond_the_edge_of_the_picture(days: Any, bears: Any) -> None:
    points = [
        SAID,
        Point("Oslo", when("2021-01-01"), "deny", "", "C7"),
        Point("Bern", when("2023-12-31"), "urge"),
    ]
    points += [Point("Rome", when(day), "assert", "", f"D{day}") for day in days]
    found = [
        Found("wing and engine of the long aircraft " * 3, when(days[n % 2]), f"K-{n}") for n in range(12)
    ]
    points += [Point(f"Far {n}", when(days[1]), "assert", "", f"F{n}") for n in range(20)]
    arcs = [Arc(f"D{days[0]}", "F19"), Arc("C2", "F18")]
    laid = plan(points, arcs, found, bears)
    begin, end = style.domain(laid.floor, laid.ceiling)
    for row in values_of(figure("t", points, arcs, found, bears)):
        x = (row["x"] - begin) / (end - begin) * laid.width
        if "pair" in row and "key" not in str(row["pair"]):
            assert 0 <= x <= laid.width
        wide = reach(row["said"], 9.5) if row.get("set") in ("plain", "plain_left", "soft") else 0
        assert x - (wide if row.get("set") == "plain_left" else 0) >= -NAMES
        assert x + (0 if row.get("set") == "plain_left" else wide) <= style.WIDTH - NAMES + 1


# -- the key -----------------------------------------------------------------------------------------------


def test_the_key_names_every_sign_that_is_drawn_and_no_other() -> None:
    made = figure(
        "t", [DENIED, SAID], [Arc("C1", "C2")], [Found("wing", when("2022-10"))], [bearing("C2", weight=1.0)]
    )
    said = set(written(made))
    assert {"asserts", "denies", "what was found", "within these days", "proposed by rule"} <= said
    assert "strong, 1 of 1 drawn" in said
    assert not said & {"urges", "concedes", "judged by a person"}
