"""Which signs are one shape, which are only taken for one another, and that each is in its table once."""

import pytest

from sherd.data import rows
from sherd.text import alike, blurred, classes, key, shape, version
from sherd.text.look_alikes import near


@pytest.mark.parametrize(
    ("sign", "latin"),
    [
        ("С", "C"), ("с", "C"), ("У", "Y"), ("З", "3"), ("з", "3"), ("І", "I"), ("Ј", "J"), ("Ѕ", "S"),
        ("Ρ", "P"), ("ν", "N"), ("Ι", "I"), ("Ё", "E"), ("Ａ", "A"), ("０", "0"), ("ｚ", "Z"), ("〇", "O"),
        ("é", "E"), ("②", "2"), ("—", "-"), ("−", "-"), ("ー", "-"), ("\u00a0", " "), ("\u3000", " "),
        ("？", "?"), ("□", "?"), ("\ufffd", "?"), ("\u200b", ""), ("Л", "Л"), ("π", "Π"), ("柱", "柱"),
        ("а", "A"), ("В", "B"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"), ("Т", "T"),
        ("Х", "X"),
    ],
)  # fmt: skip
def test_a_sign_has_the_shape_of_a_latin_one(sign: str, latin: str) -> None:
    assert shape(sign) == latin


@pytest.mark.parametrize("row", rows("look_alikes"), ids=lambda row: row["sign"])
def test_every_row_of_the_table_is_used(row: dict[str, str]) -> None:
    if row["kind"] == "same":
        assert shape(row["sign"]) == row["latin"]
    else:
        assert row["kind"] == "near"
        assert shape(row["sign"]) == row["sign"]
        assert near(row["sign"]) == row["latin"]


def test_no_sign_stands_in_the_table_twice() -> None:
    signs = [row["sign"] for row in rows("look_alikes")]
    assert len(signs) == len(set(signs))


@pytest.mark.parametrize(
    "pair", ["0O", "0Q", "DO", "1I", "1L", "5S", "8B", "2Z", "6G", "UV", "KX", "EF", "7T"]
)
def test_confusable_characters_are_alike_and_not_one(pair: str) -> None:
    a, b = pair
    assert alike(a, b)
    assert alike(b, a)
    assert key(a) != key(b)
    assert blurred(a) == blurred(b)


@pytest.mark.parametrize("pair", ["14", "O8", "AB", "5G"])
def test_different_characters_are_not_alike(pair: str) -> None:
    assert not alike(*pair)
    assert blurred(pair[0]) != blurred(pair[1])


def test_no_character_is_of_two_classes() -> None:
    members = "".join(classes())
    assert len(members) == len(set(members))


def test_a_text_without_near_signs_has_no_second_shape() -> None:
    assert near("К155") is None


def test_the_version_rises_with_the_newest_row_of_a_table() -> None:
    newest = [max(int(row["since"]) for row in rows(t))
              for t in ("look_alikes", "confusable_classes", "romanisation")]  # fmt: skip
    assert version() == ".".join(map(str, newest))
