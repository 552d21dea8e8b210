"""A folded text: what two spellings have in common, and the way back to the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.text import fold, identity, key, keys, shape

SPELLINGS = st.text(
    st.one_of(
        st.sampled_from("ABC012 -./#?abcАВСЗзйЙёé½Ωµπ（Ａ１—\u0306\u0301\u200b□柱\n"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=40,
)


@given(SPELLINGS)
def test_every_folded_character_comes_from_the_code_points_it_names(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for n, sign in enumerate(folded.text):
        assert sign in "".join(map(shape, folded.raw_of(n, n + 1)))


@given(SPELLINGS, st.data())
def test_folding_the_raw_text_of_a_stretch_gives_the_stretch(raw: str, data: st.DataObject) -> None:
    folded = fold(raw)
    bounds = [n for n in range(len(folded.text) + 1) if n in (0, len(folded.text)) or
              folded.starts[n] != folded.starts[n - 1]]  # fmt: skip
    start, end = sorted(data.draw(st.tuples(st.sampled_from(bounds), st.sampled_from(bounds))))
    if start < end:
        assert fold(folded.raw_of(start, end)).text == folded.text[start:end]


@given(SPELLINGS)
def test_the_letters_of_a_folded_text_are_its_key(raw: str) -> None:
    assert fold(raw).letters.text == key(raw) == keys([raw])[0]


@pytest.mark.parametrize("sign", ["\u0e33", "\u207b", "\u0b48"])
def test_a_sign_that_stands_for_two_is_folded_as_both_are(sign: str) -> None:
    assert fold(fold(sign).text).text == fold(sign).text


@given(SPELLINGS)
def test_folding_twice_changes_nothing(raw: str) -> None:
    once = fold(raw).text
    assert fold(once).text == once
    assert identity(identity(raw)) == identity(raw)


@given(SPELLINGS)
def test_texts_of_one_identity_have_one_key(raw: str) -> None:
    assert key(identity(raw)) == key(raw)


def test_a_place_in_the_folded_text_leads_to_the_raw_text_with_what_stands_between() -> None:
    folded = fold("НЕО-М8 N|2215").letters
    assert folded.text == "HEOM8N2215"
    assert folded.span(0, 6) == (0, 8)
    assert folded.raw_of(4, 6) == "8 N"


def test_an_accent_of_its_own_belongs_to_the_letter_before_it() -> None:
    folded = fold("И\u0306Е")
    assert folded.text == "ИE"
    assert folded.span(0, 1) == (0, 2)


def test_one_sign_that_gives_several_characters_is_the_place_of_each() -> None:
    folded = fold("X½").letters
    assert folded.text == "X12"
    assert folded.span(1, 3) == folded.span(2, 3) == (1, 2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_a_stretch_without_characters_has_no_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no characters"):
        fold("abc").span(start, end)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LTC2174UKG-14", "ltс2174 ukg—14"),
        ("BNX-023", "BNX023"),
        ("ＡＤ９３６１", "AD9361"),
        ("AT25\u00a0SF", "AT25SF"),
        ("STM32_F4", "STM32F4"),
        ("12.345", "12-345"),
    ],
)
def test_one_code_in_two_spellings(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5SMC6.8CA", "1.5SMC68CA"),
        ("12-345", "123-45"),
        ("12_345", "123_45"),
        ("LM3?8", "LM38"),
        ("LM358", "LMЗ5В0"),
        ("Ы391", "391"),
        ("B0", "80"),
    ],
)
def test_two_codes_are_not_made_one(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_dropping_punctuation_makes_candidates_only() -> None:
    assert key("1.5SMC6.8CA") == key("1.5SMC68CA")
