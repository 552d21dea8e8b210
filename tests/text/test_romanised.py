"""Russian part names in Latin letters, and the scripts of a text."""

import pytest

from sherd.data import rows
from sherd.text import SYSTEMS, part_keys, romanised, scripts


@pytest.mark.parametrize(
    ("name", "system", "latin"),
    [
        ("К155ЛА3", "icao_9303", "K155LA3"),
        ("кр1533ир22", "icao_9303", "KR1533IR22"),
        ("ЭКР1554ХЛ1", "icao_9303", "EKR1554KHL1"),
        ("ЭКР1554ХЛ1", "gost_7_79_b", "EKR1554XL1"),
        ("ПЩЮЯ", "icao_9303", "PSHCHIUIA"),
        ("ПЩЮЯ", "gost_7_79_b", "PSHHYUYA"),
        ("ПЩЮЯ", "bgn_pcgn", "PSHCHYUYA"),
        ("LM317", "icao_9303", "LM317"),
    ],
)
def test_a_part_name_is_romanised_by_each_system(name: str, system: str, latin: str) -> None:
    assert romanised(name, system) == latin


def test_an_unknown_system_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="volapuk"):
        romanised("Л", "volapuk")


def test_every_letter_of_the_russian_alphabet_has_its_row() -> None:
    assert "".join(row["sign"] for row in rows("romanisation")) == "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    assert set(SYSTEMS) <= set(rows("romanisation")[0])


@pytest.mark.parametrize("spelling", ["К155ЛА3", "K155LA3", "K155JIA3", "k155-la3"])
def test_a_russian_part_is_found_however_it_was_copied(spelling: str) -> None:
    assert part_keys(spelling) & part_keys("К155ЛА3")


def test_a_latin_part_has_one_key() -> None:
    assert part_keys("STM32F405") == {"STM32F405"}
    assert part_keys("--") == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("STМ32", ("Latin", "Cyrillic")),
        ("32-16", ()),
        ("Ωμ", ("Greek",)),
        ("ＡＢ", ("Latin",)),
        ("柱A", ("Han", "Latin")),
        ("ق1", ("Arabic",)),
        ("ひカ", ("Hiragana", "Katakana")),
    ],
)
def test_the_scripts_of_a_text(text: str, found: tuple[str, ...]) -> None:
    assert scripts(text) == found
