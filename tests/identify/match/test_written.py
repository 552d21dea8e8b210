"""A misprint of a catalogue never corrects a marking that is a code as it stands."""

import pytest

from sherd.data import rows
from sherd.identify.match import Index, Shortener, search
from sherd.identify.match.written import stands

OTHERS = [f"74HC{a}{b}D" for a in range(9) for b in range(9)]


@pytest.mark.parametrize(
    ("marking", "misprint", "difference"),
    [
        ("ATMEGA328P", "ATmega32BP", "8 stands for B at position 9"),
        ("ATMEGA328P-AU", "ATmega32BP", "8 stands for B at position 9"),
        ("ATMEL|ATMEGA328P|AU 1542", "ATmega32BP", "8 stands for B at position 9"),
        ("STM32F405RGT6", "STM32F4O5RGT6", "0 stands for O at position 8"),
        ("STM32F405RGT6", "5TM32F405RGT6", "S stands for 5 at position 1"),
        ("OPA2134", "0PA2134", "O stands for 0 at position 1"),
    ],
)
def test_a_marking_that_is_a_code_is_not_corrected_to_a_misprint(
    marking: str, misprint: str, difference: str
) -> None:
    index = Index.of([misprint, *OTHERS])
    answers = search(index, [marking])
    assert answers[0].outcome == "absent"
    assert answers[0].candidates[0].mpn == misprint
    assert difference in answers[0].reason
    assert answers[0].reason.endswith("misprinted in the catalogue or misread here: a person decides")
    assert answers[0].confidence >= 0.5
    assert answers[0].candidates[0].confidence <= 0.5
    (short,) = Shortener(index)(answers)
    assert short.reason == answers[0].reason


@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("5TM32F405RGT6", "STM32F405RGT6"),
        ("IN4007", "1N4007"),
        ("LM35B", "LM358"),
        ("AD936I", "AD9361"),
        ("NE0-M8N", "NEO-M8N"),
        ("ATMEGA32BP", "ATMEGA328P"),
        ("ATMEGA3?8P", "ATmega32BP"),
    ],
)
def test_a_misreading_that_is_no_better_a_code_is_still_the_part(marking: str, part: str) -> None:
    answer = search(Index.of([part, *OTHERS]), [marking])[0]
    assert answer.part is not None
    assert answer.part.mpn == part


MANY = [f"QX{n:05d}-7" for n in range(10_000)]
"""So many that they show what part numbers look like."""


@pytest.mark.parametrize(
    ("marking", "misprint"),
    [("ATMEGA328P", "ATmega32BP"), ("XC7A200T", "XC7A20DT"), ("XC3S250E", "XC3SZ50E")],
)
def test_in_a_large_catalogue_what_no_maker_writes_does_not_correct_what_one_does(
    marking: str, misprint: str
) -> None:
    (answer,) = search(Index.of([misprint, *MANY]), [marking])
    assert answer.outcome == "absent"
    assert answer.reason.endswith("misprinted in the catalogue or misread here: a person decides")
    (right,) = search(Index.of([marking, *MANY]), [misprint])
    assert right.part is not None
    assert right.part.mpn == marking


@pytest.mark.parametrize(("marking", "part"), [("8540C-13-F", "B540C-13-F"), ("0PA2134UA", "OPA2134UA")])
def test_in_a_large_catalogue_a_confusable_sign_alone_leaves_the_part(marking: str, part: str) -> None:
    (answer,) = search(Index.of([part, *MANY]), [marking])
    assert answer.part is not None
    assert answer.part.mpn == part


def test_a_catalogue_that_holds_both_gives_the_one_that_is_marked() -> None:
    answer = search(Index.of(["ATmega32BP", "ATMEGA328P", *OTHERS]), ["ATMEGA328P"])[0]
    assert answer.part is not None
    assert answer.part.mpn == "ATMEGA328P"


def test_a_letter_for_a_digit_is_excused_unless_a_scheme_writes_it() -> None:
    assert not stands("XYZS20", "XYZ520")
    assert stands("XYZ520", "XYZS20")
    assert stands("LTC2174IUKG", "1TC2174IUKG")


def test_only_what_comes_near_is_shown_beside_an_absent_marking_surest_first() -> None:
    index = Index.of([row["mpn"] for row in rows("parts")])
    far, near = search(index, ["XC7Z020-CLG484", "STM32F765VIT7"])
    assert (far.outcome, far.candidates) == ("absent", ())
    assert far.reason == "not in the catalogue: no part number comes near"
    assert [each.mpn[:5] for each in near.candidates] == ["STM32"] * len(near.candidates)
    assert len(near.candidates) >= 2
    sure = [each.confidence for each in near.candidates]
    assert sure == sorted(sure, reverse=True)
    assert all(each.score >= 0.375 for each in near.candidates)
