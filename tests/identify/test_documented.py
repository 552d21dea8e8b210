"""Types of parts that are documented on dated boards: what they settle, and what they leave open."""

from datetime import date

import pytest

from sherd.data import rows
from sherd.identify.datecode import readings
from sherd.identify.datecodes import RULES
from sherd.identify.documented import Span, by_rule, in_span
from sherd.model.dates import Interval

NOW = date(2022, 10, 17)
KDS = "kds-digit-month"
SPAN = Span(rule=KDS, type="XT41", days=Interval.parse("2001-03/2004-06"), boards=4, source="here")


def years(marking: str, *spans: Span) -> list[int]:
    read = readings(marking, NOW, open_decades=True)
    found = in_span(read, marking, by_rule(spans))
    return [each.interval.first.year for each in found if each.interval.first]


def test_documented_boards_settle_the_decade_and_are_named() -> None:
    read = readings("XT41 KDS3A", NOW, open_decades=True)
    (only,) = in_span(read, "XT41 KDS3A", by_rule([SPAN]))
    assert only.interval == Interval.parse("2003-01")
    assert only.weight == pytest.approx(1)
    assert "XT41 is documented on 4 boards of" in only.reason


@pytest.mark.parametrize(
    ("marking", "left"),
    [
        ("XT41 KDS5A", [2005]),  # half a year after the last board
        ("XT41 KDS6A", [2016, 2006, 1996]),  # a year and a half after it: younger than what is documented
        ("XT41 KDS0D", [2000]),  # eleven months before the first
        ("XT41 KDS0A", [2020, 2010, 2000, 1990]),  # fourteen months before it
        ("XT42 KDS3A", [2013, 2003, 1993]),  # another type
        ("AXT41 KDS3A", [2013, 2003, 1993]),  # the type stands in another word
    ],
)
def test_only_a_reading_within_a_year_of_the_boards_settles(marking: str, left: list[int]) -> None:
    assert years(marking, SPAN) == left


def test_boards_of_more_than_a_decade_leave_every_reading_near_them() -> None:
    long = Span(rule=SPAN.rule, type="XT41", days=Interval.parse("1999/2004"), boards=9, source="here")
    assert years("XT41 KDS7A", long) == [2017, 2007, 1997]  # none within a year
    wide = Span(rule=SPAN.rule, type="XT41", days=Interval.parse("1994/2004"), boards=9, source="here")
    assert years("XT41 KDS4A", wide) == [2004, 1994]


def test_a_code_that_is_not_in_doubt_is_never_set_aside() -> None:
    other = Span(rule="dallas-year-week", type="18B20", days=Interval.parse("2001"), boards=9, source="here")
    assert years("DALLAS 18B20 1932C4", other) == [2019]


def test_a_marking_is_read_with_the_shipped_types_unless_all_decades_are_asked_for() -> None:
    assert [each.interval.words for each in readings("9853 2A46", NOW)] == ["2002-10"]
    asked = readings("9853 2A46", NOW, open_decades=True)
    assert [each.interval.words for each in asked] == ["2022-10", "2012-10", "2002-10", "1992-10"]


def test_an_illegible_digit_is_settled_like_any_other() -> None:
    assert {each.interval.words[:4] for each in readings("9?9 134A", NOW)} == {"1999"}


def test_a_recovery_before_the_documented_boards_leaves_what_was_possible_then() -> None:
    assert [each.interval.words for each in readings("9853 2A46", date(1995, 1, 1))] == ["1992-10"]


def test_every_documented_type_has_a_convention_two_boards_and_a_source() -> None:
    ambiguous = {rule.name for rule in RULES}
    table = rows("documented_types")
    assert len(table) > 20
    for row in table:
        assert row["rule"] in ambiguous
        assert int(row["boards"]) >= 2
        assert row["source"]
        assert row["first"] <= row["last"]
    assert len({(row["rule"], row["type"]) for row in table}) == len(table)


def test_what_is_sold_today_and_crystals_are_not_in_the_table() -> None:
    types = {row["type"] for row in rows("documented_types")}
    assert not types & {"74LV4040A", "6129", "D419", "KSS20V", "32K"}
