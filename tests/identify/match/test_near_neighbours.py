"""A legible near neighbour is never taken for the part, however few parts the catalogue holds."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.identify.match import Index, search

KINDS = ("74HC{}{}D", "MAX{}{}5ESA", "AT{}C{}6PU", "K{}F{}208", "PIC1{}F8{}7", "MT{}8LC{}M", "W{}5Q{}4FV")
OTHERS = [f"{kind.format(a, b)}{c}" for kind in KINDS for a in range(4) for b in range(9) for c in "ABCM"]


@cache
def catalogue(part: str, size: int) -> Index:
    """The part among others that are not like it."""
    return Index.of([part, *OTHERS[: size - 1]])


NEIGHBOURS = [
    ("ADC0831CCN", "ADC0834CCN", "1 stands for 4 at position 7"),
    ("TI|ADC0831CCN|2215", "ADC0834CCN", "1 stands for 4 at position 7"),
    ("ADC0831", "ADC0834CCN", "1 stands for 4 at position 7"),
    ("ADCO831CCN", "ADC0834CCN", "1 stands for 4 at position 7"),
    ("STM32F765VIT7", "STM32F765ZIT6", "V stands for Z at position 10, 7 stands for 6 at position 13"),
    ("ST|STM32F405VGT6|CHN 2210", "STM32F405RGT6", "V stands for R at position 10"),
    ("STM32F405RGT9", "STM32F405RGT6", "9 stands for 6 at position 13"),
    ("5CEFA7F23I7N", "5CEFA7F27I7N", "3 stands for 7 at position 9"),
    ("XC7Z010-1CLG400I", "XC7Z020-1CLG400I", "1 stands for 2 at position 6"),
    ("LM393DR", "LM358DR", "9 stands for 5 at position 4, 3 stands for 8 at position 5"),
    ("ADC084CCN", "ADC0834CCN", "3 at position 6 is not there"),
    ("ADC08341CCN", "ADC0834CCN", "more letters or digits"),
]


@pytest.mark.parametrize("size", [1, 10, 1000])
@pytest.mark.parametrize(("marking", "nearest", "difference"), NEIGHBOURS)
def test_a_legible_difference_is_said_whatever_the_size_of_the_catalogue(
    size: int, marking: str, nearest: str, difference: str
) -> None:
    answer = search(catalogue(nearest, size), [marking])[0]
    assert answer.outcome == "absent"
    assert answer.part is None
    assert answer.candidates[0].mpn == nearest
    assert difference in answer.reason
    assert answer.confidence >= 0.9
    assert answer.candidates[0].confidence <= 0.1


@pytest.mark.parametrize("size", [1, 10, 1000])
@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("ADC0B34CCN", "ADC0834CCN"),
        ("ADCO834CCN", "ADC0834CCN"),
        ("ADC08?4CCN", "ADC0834CCN"),
        ("LM3S8DR", "LM358DR"),
        ("STM32F4O5RGT6", "STM32F405RGT6"),
        ("ST|SТМ32F765ZIТ6", "STM32F765ZIT6"),
    ],
)
def test_a_confusable_or_illegible_sign_may_still_be_the_part_but_less_surely(
    size: int, marking: str, part: str
) -> None:
    index = catalogue(part, size)
    read, plain = search(index, [marking, part])
    assert (read.outcome, read.candidates[0].mpn) == ("part", part)
    assert 0.5 < read.confidence <= plain.confidence


PARTS = ["ADC0834CCN", "STM32F765ZIT6", "LM358DR", "5CEFA7F27I7N", "XC7Z020-1CLG400I", "TMS320F28335PGFA"]
PLACES = [(part, at) for part in PARTS for at, sign in enumerate(part) if sign.isdigit()]


@settings(max_examples=60)
@given(st.sampled_from(PLACES), st.sampled_from("0123456789"), st.sampled_from((1, 2, 10)))
def test_one_digit_exchanged_for_another_is_never_the_part(
    place: tuple[str, int], digit: str, size: int
) -> None:
    part, at = place
    marking = part[:at] + digit + part[at + 1 :]
    outcome = search(catalogue(part, size), [marking])[0].outcome
    assert outcome == ("part" if marking == part else "absent")
