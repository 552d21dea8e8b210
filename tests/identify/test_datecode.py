"""Date codes: one line for each convention, and the laws that hold for all of them.

The days are typed from the sources of the rules, never from what the code gives.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.identify.datecode import readings
from sherd.identify.datecodes import RULES
from sherd.model.dates import Interval

NOW = date(2022, 10, 17)

# fmt: off
CONVENTIONS = [
    # rule, marking, maker as the caller knows it, one interval that the source gives
    ("ti-year-month", "LM2937 86AEX5U E3", "Texas Instruments", "2018-06"),
    ("ti-mapper-year-month", "11CH8VT MBC5 2417", None, "2001-01"),
    ("st-digit-week", "STM32F765VIT6 PHL 7B 828", None, "2018-W28"),
    ("st-glued-digit-week", "9225", "STMicroelectronics", "2022-W25"),
    ("st-module-week-year", "1522", "STMicroelectronics", "2022-W15"),
    ("nxp-year-week", "MPC855T CTAA1523", "NXP", "2015-W23"),
    ("motorola-year-week", "DMG MBC1B Nintendo J9130BR", None, "1991-W30"),
    ("fairchild-six-weeks", "LM358N ED45JF", "Fairchild", "2014-W25/2014-W30"),
    ("fairchild-digit-week", "P412AB", "Fairchild", "2014-W12"),
    ("fairchild-year-week", "P1412AB", "Fairchild", "2014-W12"),
    ("intel-fpo", "L209555A", "Intel", "2002-W09"),
    ("altera-year-week", "ALTERA KAABF11419A", None, "2014-W19"),
    ("xilinx-year-week", "XC3S400 PQ208AGQ1237 D1234567A", None, "2012-W37"),
    ("cypress-digit-week", "027BB135", "Cypress", "2020-W27"),
    ("cypress-box", "SDC 1949DMA", None, "2019-W49"),
    ("cypress-country-year-week", "CY8C29666-24PVXI B 05 PHI 2007 CYP 606541", None, "2020-W07"),
    ("infineon-year-week", "2148", "Infineon", "2021-W48"),
    ("infineon-digit-week", "148", "Infineon", "2021-W48"),
    ("infineon-year-month", "05", "Infineon", "2020-05"),
    ("infineon-letter", "F", "Infineon", "2005-06"),
    ("ir-digit-week", "P848", "International Rectifier", "2018-W48"),
    ("ublox-year-week", "NINA-B40 21/15", None, "2021-W15"),
    ("microchip-year-week", "TC647VPA 0215 025", "Microchip", "2002-W15"),
    ("microchip-digit-week", "233025", "Microchip", "2002-W33"),
    ("atmel-year-week", "AT29LV512 15TC 0114", None, "2001-W14"),
    ("analog-year-week", "3384590167 0036 ADXL202JQC", None, "2000-W36"),
    ("dallas-year-week", "DALLAS 18B20 1932C4 +786AB", None, "2019-W32"),
    ("silabs-year-week", "ABC1231545", "Silicon Labs", "2015-W45"),
    ("micron-year-week", "98 12", "Micron", "1998-W12"),
    ("sst-year-week", "39VF512 70-4C-WH 0216049-D", None, "2002-W16"),
    ("sharp-year-week", "DMG-REG IR3E02 9527 CB", None, "1995-W27"),
    ("sharp-licence-digit-week", "LH5168N-10PL MOSEL-VITELIC JAPAN N7 34 22 BH", None, "1997-W34"),
    ("sharp-sram-digit-week", "LH51D256T-Z7 SHARP JAPAN Y0 47 3 JA", None, "2000-W47"),
    ("nec-year-week-lot", "NEC JAPAN D442012AGY-BB85X-MJH 0037K7027", None, "2000-W37"),
    ("fujitsu-year-week", "JAPAN MB85R256A 0412 M88", None, "2004-W12"),
    ("custom-year-week", "HuC1A © HUDSON Nintendo 9848 A", None, "1998-W48"),
    ("rohm-digit-week", "BH7835AFS 337 T22", None, "2003-W37"),
    ("rohm-digit-month", "9853 2A46", None, "2002-10"),
    ("rohm-digit-year", "9854 5S95W", None, "2005"),
    ("mitsumi-digit-week", "939 134A", None, "1999-W39"),
    ("mitsumi-digit-year", "1L51 26A", None, "1991"),
    ("mitsumi-module-digit-week", "MITSUMI JAPAN 528A PM C", None, "2005-W28"),
    ("oki-digit-week", "CGB-ADME-0 E1 M534011E-09 841232A", None, "1998-W41"),
    ("seiko-year-month", "S3511 AVEX 2753", None, "2005-10"),
    ("seiko-digit-year", "S6403 CU4E0 9723", None, "2004"),
    ("toshiba-year-week", "T 9722HB 8521AM", None, "1997-W22"),
    ("toshiba-logic-digit-week", "LVX 04 8 45", None, "1998-W45"),
    ("toshiba-small-digit-year", "7W139 0J", None, "2000"),
    ("panasonic-digit-week", "MBC5 P-2 104U4M", None, "2001-W04"),
    ("panasonic-digit-year", "DMG MBC2-A Nintendo P 8'73", None, "1998"),
    ("sanyo-digit-month", "SANYO LC35256FM-70U JAPAN 0LK5G", None, "2000-11"),
    ("mitsubishi-digit-year", "2021 7Z2", None, "1997"),
    ("tama-year-week", "TAMA7 B9748 43913A TAIWAN", None, "1997-W48"),
    ("macronix-year-week", "C983938-M MX23C4002-20 DMG-AD3E-1 E1 1P0221Y3", None, "1998-W39"),
    ("winbond-digit-week", "Winbond W24257S-70LL 046QB202858301AC", None, "2000-W46"),
    ("hyundai-year-week", "HY6264A LLJ-10 9526B KOREA", None, "1995-W26"),
    ("bsi-year-week", "BSI BS62LV256SC-70 S2828W11075.1 F0231 TAIWAN", None, "2002-W31"),
    ("victronix-year-week", "Victronix VN4464S-08LL 95103B029", None, "1995-W10"),
    ("kds-year-week", "KDS 9841 8.388", None, "1998-W41"),
    ("kds-digit-month", "KDS1H", None, "2001-08"),
    ("kds-month-digit", "D419J3I", None, "2003-09"),
    ("kinseki-digit-month", "33WKSS6DT", None, "2006-04"),
    ("crystal-digit-year", "32K0Z", None, "2000"),
    ("crystal-digit-week", "4.1943 RVR 841", None, "1998-W41"),
    ("soviet-year-month", "КР537РУ2 8710", None, "1987-10"),
    ("soviet-year-week", "К155ЛА3 8841", None, "1988-W41"),
    ("year-week", "WP4W 1227", None, "2012-W27"),
    ("week-year", "1522", None, "2022-W15"),
    ("year-month-day", "AH900327", None, "1990-03-27"),
    ("whole-day", "MADE 2021-03-09", None, "2021-03-09"),
    ("year-hyphen-month", "96-11", None, "1996-11"),
    ("year-day-of-year", "21365", None, "2021-12-31"),
    ("digit-week", "903", None, "2019-W03"),
    ("digit-month", "110", None, "2021-10"),
    ("digit-week-shift", "5431", None, "2015-W43"),
    ("digit-day-of-year", "2365", None, "2012-12-30"),
]
# fmt: on


def found(marking: str, maker: str | None = None, not_after: date = NOW) -> set[tuple[str, Interval]]:
    return {(each.rule, each.interval) for each in readings(marking, not_after, maker)}


@pytest.mark.parametrize(
    ("rule", "marking", "maker", "days"), CONVENTIONS, ids=[row[0] for row in CONVENTIONS]
)
def test_each_convention_gives_the_days_that_its_source_gives(
    rule: str, marking: str, maker: str | None, days: str
) -> None:
    assert (rule, Interval.parse(days)) in found(marking, maker)


def test_every_rule_has_its_line_above() -> None:
    assert {row[0] for row in CONVENTIONS} == {rule.name for rule in RULES}
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_names_its_source_and_says_what_it_reads() -> None:
    assert [rule.name for rule in RULES if not rule.source.strip() or not rule.words.strip()] == []
    assert [rule.name for rule in RULES if "code" not in rule.pattern.groupindex] == []


@pytest.mark.parametrize(
    "marking",
    ["DMG-BEAN-02", "AGB-E03-20", "MGB-LCPU-02", "AAAC S", "SEC KM23C8000DG DMG-APSJ-0 F1 KFX3ALY",
     "TDK ZJY-M4A L", "C", "", "STM32F765VIT6", "LT3045EDD", "22N60"],
)  # fmt: skip
def test_a_marking_without_a_date_code_shows_no_date(marking: str) -> None:
    assert readings(marking, NOW) == ()


def test_six_digits_of_a_day_are_not_a_year_and_a_week() -> None:
    assert found("211115") == {("year-month-day", Interval.parse("2021-11-15"))}


def test_the_letter_o_written_for_zero_is_read_and_said() -> None:
    texas = readings("SN74LV O4K G3X1", NOW, maker="Texas Instruments")
    assert Interval.parse("2020-04") in {each.interval for each in texas}
    assert all("O is read as zero" in each.reason for each in texas)


def test_a_one_digit_year_gives_every_decade_in_reach_and_says_so() -> None:
    years = {each.interval.words for each in readings("KDS8K", NOW, launched=date(1990, 1, 1))}
    assert years == {"1998-10", "2008-10", "2018-10"}
    assert all(each.ambiguous_decade for each in readings("KDS8K", NOW))
    assert not any(each.ambiguous_decade for each in readings("2215", NOW))


def test_a_part_is_not_younger_than_the_wreck() -> None:
    assert "year-week" not in {each.rule for each in readings("2243", date(2022, 10, 17))}
    assert "year-week" in {each.rule for each in readings("2243", date(2022, 10, 24))}
    assert found("DALLAS 18B20 2243C4", not_after=date(2022, 10, 17)) == set()


def test_a_part_is_not_older_than_its_launch() -> None:
    assert [each.interval.words for each in readings("KDS9J", NOW, launched=date(1995, 1, 1))] == [
        "2019-09", "2009-09", "1999-09",
    ]  # fmt: skip


def test_a_launch_after_the_recovery_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="launched on 2023-01-01"):
        readings("2215", NOW, launched=date(2023, 1, 1))


def test_year_and_week_either_way_are_both_given_where_the_maker_is_not_known() -> None:
    assert [each.rule for each in readings("1512", NOW)] == ["year-week", "week-year"]


def test_week_53_of_a_year_with_52_weeks_is_the_rest_of_that_year() -> None:
    rest = Interval(date(1999, 12, 25), date(1999, 12, 31))
    assert {days for _, days in found("F411B © 1990 Nintendo 9953 C")} == {rest}


def test_look_alike_letters_of_another_script_do_not_hide_a_code() -> None:
    assert found("ТОSHIBA 9144ЕАI TC534000BF") == {("toshiba-year-week", Interval.parse("1991-W44"))}
    assert {rule for rule, _ in found("２２１５")} == {"year-week", "week-year"}


def test_a_texas_code_stands_alone_before_its_environmental_mark() -> None:
    assert Interval.parse("2013-08") in {days for _, days in found("HT573 38K G4 D2XK", "Texas Instruments")}


def test_an_illegible_digit_allows_every_week_that_it_may_be() -> None:
    worn = readings("DALLAS 18B20 193?C4", NOW)
    assert [each.interval for each in worn] == [Interval(date(2019, 7, 22), date(2019, 9, 29))]
    assert worn[0].code == "193?"
    assert "illegible" in worn[0].reason
    years = {each.interval.words[:4] for each in readings("DALLAS 18B20 1?32C4", NOW)}
    assert years == {str(year) for year in range(2010, 2020)}
    assert readings("DALLAS 18B20 ????C4", NOW) == ()


def test_lines_may_be_given_as_lines_or_split_by_bars() -> None:
    lines = ("DALLAS", "18B20", "1932C4", "+786AB")
    assert readings(lines, NOW) == readings("DALLAS|18B20|1932C4|+786AB", NOW)


@given(
    st.text(alphabet="0123456789ABCKMNOSXZ -|/#?", max_size=24), st.dates(date(1990, 1, 1), date(2030, 1, 1))
)
def test_whatever_is_marked_the_readings_are_in_reach_and_share_one_belief(
    text: str, not_after: date
) -> None:
    every = readings(text, not_after)
    for each in every:
        assert each.interval.first is not None
        assert each.interval.first <= not_after
        assert text.translate({ord("|"): " "})[each.start : each.end] == each.code
        assert each.reason
    assert not every or sum(each.weight for each in every) == pytest.approx(1)


@given(st.dates(date(1990, 1, 1), date(2025, 1, 1)))
def test_a_code_of_year_and_week_gives_back_its_own_week(day: date) -> None:
    year, number, _ = day.isocalendar()
    first = date.fromisocalendar(year, number, 1)
    week = Interval(first, first + timedelta(6))
    code = f"{year % 100:02d}{number:02d}"
    assert ("year-week", week) in found(code, not_after=date(2026, 1, 1)) or ("week-year", week) in found(
        code
    )


def test_driver_chips_are_not_dated_before_the_boards_that_show_their_convention() -> None:
    months = [each.interval.words for each in readings("204", NOW) if each.rule == "digit-month"]
    assert sorted(months) == ["1992-04", "2002-04", "2012-04", "2022-04"]
    shifts = [each for each in readings("5431", NOW) if each.rule == "digit-week-shift"]
    assert min(each.interval.words for each in shifts) > "1988"
