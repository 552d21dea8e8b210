"""Lots, serial numbers and bounds: what is no date, and what limits the dates."""

from datetime import date

import pytest

from sherd.identify.company import in_company
from sherd.identify.datecode import readings
from sherd.identify.other_codes import RULES, other_codes
from sherd.identify.runs import bounds, runs_of
from sherd.model.dates import Interval

NOW = date(2022, 10, 17)

CODES = [
    ("announced-serial", "NAV UNIT S/N 2215-07", "serial", "2215-07"),
    ("announced-lot", "LOT: 2143K1", "lot", "2143K1"),
    ("dallas-lot", "DALLAS|18B20|1932C4|+786AB", "lot", "+786AB"),
    ("xilinx-lot", "XC3S400|PQ208AGQ1237|D1234567A", "lot", "D1234567A"),
    ("micron-part", "9VA77|D9QKZ", "part", "D9QKZ"),
    ("macronix-lot", "M031246-M|MX23L6406-12C|AGB-AXPJ-0 I2|2E255601", "lot", "2E255601"),
    ("samsung-lot", "SEC KM23C8000DG DMG-APSJ-0 F1 KFX3ALY", "lot", "KFX3ALY"),
    ("lead-finish", "LM2937 86AEX5U E3", "certification", "E3"),
]


@pytest.mark.parametrize(("rule", "marking", "kind", "code"), CODES, ids=[row[0] for row in CODES])
def test_a_code_that_is_no_date_is_called_what_it_is(rule: str, marking: str, kind: str, code: str) -> None:
    found = {(each.kind, each.code) for each in other_codes(marking)}
    assert (kind, code) in found
    assert next(each for each in RULES if each.name == rule).kind == kind


def test_every_rule_of_other_codes_has_its_line_above_and_its_source() -> None:
    assert {row[0] for row in CODES} == {rule.name for rule in RULES}
    assert all(rule.source and rule.words for rule in RULES)


def test_a_serial_number_and_a_lot_are_not_read_as_dates() -> None:
    assert readings("S/N 2215", NOW) == ()
    assert readings("LOT 2143", NOW) == ()
    assert readings("2143", NOW) != ()
    assert {each.code for each in readings("BOARD 2143 S/N 2215", NOW)} == {"2143"}


def test_a_copyright_year_bounds_the_part_from_below() -> None:
    assert [str(run.days) for run in runs_of("Ⓜ © 1996 X © 2000 X")] == ["1999-01-01/"]
    assert {each.interval.words for each in readings("© 2005 ACME KDS8K", NOW)} == {"2008-10", "2018-10"}


def test_a_copyright_year_may_be_postdated_by_one_year_and_no_more() -> None:
    code = "M534011E-05 7502362"  # week 50 of a year that ends in 7
    said = {year: readings(f"© {year} ACME {code}", date(2010, 12, 31)) for year in (1998, 1999)}
    assert {each.interval.words[:4] for each in said[1998]} == {"1997", "2007"}
    assert {each.interval.words[:4] for each in said[1999]} == {"2007"}


def test_the_published_run_of_a_part_bounds_it_on_both_sides() -> None:
    assert {each.interval.words[:4] for each in readings("CGB-ADME-0 E1 M534011E-09 841232A", NOW)} == {
        "1998",
        "2008",
    }


def test_bounds_that_leave_no_day_are_not_applied_to_readings() -> None:
    assert bounds(runs_of("© 2030 ACME"), NOW) is None
    assert readings("© 2030 ACME 2215", NOW)


def test_two_companions_of_which_one_has_one_date_settle_the_decade() -> None:
    own = readings("939 134A", NOW, open_decades=True)
    settled = in_company(own, [readings("DALLAS 18B20 0002C4", NOW), readings("KDS9H", NOW)])
    assert [each.interval for each in settled] == [Interval.parse("1999-W39")]
    assert settled[0].weight == pytest.approx(1)
    assert "0002 on the same board dates to" in settled[0].reason


def test_one_companion_alone_settles_nothing() -> None:
    own = readings("939 134A", NOW, open_decades=True)
    assert in_company(own, [readings("DALLAS 18B20 0002C4", NOW)]) == own
    assert in_company(own, [readings("DALLAS 18B20 0002C4", NOW), ()]) == own


def test_companions_that_are_themselves_in_doubt_or_far_away_settle_nothing() -> None:
    own = readings("939 134A", NOW, launched=date(2005, 1, 1), open_decades=True)
    far = readings("DALLAS 18B20 9002C4", NOW)
    assert in_company(own, [readings("KDS8K", NOW)] * 2) == own
    assert in_company(own, [far, far]) == own
    assert in_company(own, []) == own


@pytest.mark.parametrize("stray", ["DALLAS 18B20 8902C4", "MBC3 B P-2 504U3D"])
def test_a_board_that_holds_a_part_of_another_time_settles_nothing(stray: str) -> None:
    own = readings("939 134A", NOW, open_decades=True)
    beside = [readings("DALLAS 18B20 0002C4", NOW), readings("DALLAS 18B20 9948C4", NOW)]
    assert len(in_company(own, beside)) == 1
    assert in_company(own, [*beside, readings(stray, NOW)]) == own


@pytest.mark.parametrize(
    ("companion", "left"),
    [("DALLAS 18B20 9639C4", 1), ("DALLAS 18B20 9539C4", 2), ("DALLAS 18B20 0239C4", 1)],
)
def test_companions_settle_only_what_is_twice_as_near_as_the_next_decade(companion: str, left: int) -> None:
    own = readings("939 134A", date(2006, 1, 1), launched=date(1988, 1, 1), open_decades=True)  # 1989 or 1999
    assert len(in_company(own, [readings(companion, date(2006, 1, 1))] * 2)) == left


def test_a_code_that_is_not_in_doubt_stays_as_it_is_in_any_company() -> None:
    own = readings("DALLAS 18B20 1932C4", NOW)
    assert in_company(own, [readings("DALLAS 18B20 0002C4", NOW)]) == own
