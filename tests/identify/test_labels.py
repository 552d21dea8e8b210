"""Bag and reel labels: part, date, lot, origin, quantity, in every way that the separators are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.identify.labels import EOT, GS, RS, is_label, read_label
from sherd.model.dates import Interval

FOUND = date(2023, 1, 1)
FIELDS = ("1PSTM32F765VIT6", "Q540", "9D2143", "1TK1A2B3", "4LTW", "1VSTMICROELECTRONICS", "K4500012345")


@pytest.mark.parametrize(
    ("gs", "rs", "eot"),
    [
        (GS, RS, EOT), ("<GS>", "<RS>", "<EOT>"), ("{GS}", "{RS}", "{EOT}"), ("␝", "␞", "␄"),
        ("\\x1d", "\\x1e", "\\x04"), ("%1D", "%1E", "%04"), ("^]", "^^", ""), ("]", "^", "^D"), ("]", "", ""),
        ("[GS]", "[RS]", ""),
    ],
)  # fmt: skip
def test_a_label_is_read_however_its_separators_are_written(gs: str, rs: str, eot: str) -> None:
    label = read_label(f"[)>{rs}06{gs}" + gs.join(FIELDS) + rs * (rs != "^") + eot, FOUND)
    assert label.problems == ()
    assert (label.part, label.quantity, label.lot, label.origin) == ("STM32F765VIT6", 540, "K1A2B3", "TW")
    assert (label.maker, label.date_code) == ("STMICROELECTRONICS", "2143")
    assert label.dates[0].interval == Interval.parse("2021-W43")


def test_the_leading_sign_of_some_scanners_does_not_hide_the_label() -> None:
    assert read_label(">[)>06]K1234]14K002]1PBSS138]Q10]11K060]4LCN]1Vonsemi", FOUND).part == "BSS138"


def test_a_whole_production_day_is_a_day() -> None:
    label = read_label(f"[)>{RS}06{GS}1PX{GS}16D20210309{RS}{EOT}", FOUND)
    assert [each.interval for each in label.dates] == [Interval.parse("2021-03-09")]


def test_what_cannot_be_read_is_said_and_the_rest_is_kept() -> None:
    label = read_label(f"[)>{RS}06{GS}1PLM358DR{GS}Qmany{GS}4LTaiwan{GS}99ZABC{GS}???{GS}1T", FOUND)
    assert label.part == "LM358DR"
    assert (label.quantity, label.origin, label.lot) == (None, None, None)
    assert [each.code for each in label.problems] == [
        "label_identifier", "label_field", "label_field", "label_field", "label_field",
    ]  # fmt: skip
    assert {each.read for each in label.problems} == {"99ZABC", "???", "1T", "many", "Taiwan"}


def test_a_text_that_is_no_label_gives_a_problem_and_no_part() -> None:
    assert not is_label("LM358DR 2143")
    assert [each.code for each in read_label("[)>{RS}05{GS}9200{RS}", FOUND).problems] == ["label_format"]
    assert "label_format" in {each.code for each in read_label("LM358DR 2143", FOUND).problems}


def test_a_date_after_the_finding_is_a_problem_and_no_date() -> None:
    label = read_label(f"[)>{RS}06{GS}1PX{GS}16D20310309{RS}", FOUND)
    assert label.dates == ()
    assert [each.code for each in label.problems] == ["label_field"]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_label(text, FOUND).raw == text
    assert read_label("[)>" + text, FOUND).raw == "[)>" + text
