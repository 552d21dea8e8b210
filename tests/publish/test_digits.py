"""Digits of a serial that are not published, and estimates that would give them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.publish.digits import rounded_down, told, withhold_digits


@pytest.mark.parametrize(
    ("text", "digits", "shown"),
    [("Ы-00391", 2, "Ы-003××"), ("31520 2/7", 5, "31××× ×/×"), ("М214", 0, "М214"), ("М2", 5, "М×")],
)
def test_the_last_digits_are_withheld_whatever_stands_between(text: str, digits: int, shown: str) -> None:
    assert withhold_digits(text, digits) == shown


@given(st.text(alphabet="AБ-0123456789", max_size=12), st.integers(0, 6))
def test_withholding_hides_no_more_and_no_fewer_digits(text: str, digits: int) -> None:
    shown = withhold_digits(text, digits)
    assert len(shown) == len(text)
    assert shown.count("×") == min(digits, sum(sign.isdigit() for sign in text))


def test_a_negative_number_of_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be withheld"):
        withhold_digits("391", -1)


def test_an_estimate_is_told_no_finer_than_the_serials_behind_it() -> None:
    assert told(2875.9032258065, 2) == "about 2,900"
    assert told(2875.9032258065, 0) == "2,876"
    assert rounded_down(2787, 2) == 2700
