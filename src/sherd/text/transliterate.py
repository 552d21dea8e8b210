"""Names of other scripts in Latin letters, so that two spellings of one name can be laid side by side.

Cyrillic goes letter by letter as the BGN/PCGN romanisations write it (Russian, and Ukrainian or Belarusian
where one of their own letters shows which it is); Arabic and Persian letter by letter, without the short
vowels that the script leaves out; Chinese by the reading of each character. A transliteration is a reading,
never a name of its own: whoever keeps one says that :data:`METHOD` made it.

To add a script: a table below, and its line in ``_letters``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

METHOD = ("transliterate", "1")
"""Who transliterated, by name and version."""

_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "-",
            "y",
            "-",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
_UKRAINIAN = _RUSSIAN | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "ў": "w", "'": ""}
_MORE = {
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѕ": "dz", "ќ": "k", "ѓ": "g", "ә": "a", "ғ": "g", "қ": "k", "ң": "ng", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h",
}  # fmt: skip
_OWN_LETTERS = frozenset("іїєґў")
"""Letters that Ukrainian or Belarusian has and Russian has not: there, г is h."""

_ARABIC = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "e", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j",
    "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh",
    "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "ك": "k",
    "ڪ": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "v", "ؤ": "v", "ه": "h", "ة": "a", "ۀ": "e",
    "ی": "i", "ي": "i", "ى": "i", "ئ": "i", "ﻯ": "i", "ء": "", "ـ": "", "\u200c": " ", "\u200d": "",
}  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "v",
            "z",
            "t",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "zh",
            "r",
            "s",
            "t",
            "u",
            "p",
            "k",
            "gh",
            "q",
            "sh",
            "ch",
            "ts",
            "dz",
            "ts",
            "ch",
            "kh",
            "j",
            "h",
        ],
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "z",
            "e",
            "y",
            "t",
            "zh",
            "i",
            "l",
            "kh",
            "ts",
            "k",
            "h",
            "dz",
            "gh",
            "ch",
            "m",
            "y",
            "n",
            "sh",
            "o",
            "ch",
            "p",
            "j",
            "r",
            "s",
            "v",
            "t",
            "r",
            "ts",
            "u",
            "p",
            "k",
            "o",
            "f",
        ],
        strict=True,
    )
)
_LATIN = {
    "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ð": "d", "þ": "th",
    "ə": "a", "ŋ": "ng", "š": "sh", "ž": "zh", "č": "ch", "ş": "sh", "ç": "ch", "ğ": "g",
    "ʼ": "", "’": "", "‘": "", "ʿ": "", "ʾ": "", "`": "", "´": "",
}  # fmt: skip

_SIMPLE = dict(_MORE)
for _table in (_RUSSIAN, _ARABIC, _GREEK, _GEORGIAN, _ARMENIAN, _LATIN):
    _SIMPLE.update(_table)
_SIMPLE.update({"ъ": "", "ь": ""})
_UKRAINIAN = {**_SIMPLE, **_UKRAINIAN, "ъ": "", "ь": ""}


def latin(text: str, characters: Mapping[str, str]) -> str:
    """The text in lower-case ASCII letters and digits; whatever separates stays a space.

    ``characters`` gives the reading of each Chinese character. A letter of a script without a table is left
    out.

    >>> latin("Завод «Красное Сормово»", {})
    'zavod  krasnoe sormovo '
    >>> latin("Сергiй Олегович", {}), latin("Сергій", {})
    ('sergiy olegovich', 'serhiy')
    >>> latin("和德", {"和": "he", "德": "de"})
    'hede'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if folded.isascii():
        return "".join(c if c.isalnum() else "" if c == "'" else " " for c in folded)
    table = _UKRAINIAN if _OWN_LETTERS & set(folded) else _SIMPLE
    return "".join([_letter(character, table, characters) for character in folded])


def _named(character: str) -> str:
    """The sound of a letter or syllable of a script without a table here, as its Unicode name writes it."""
    if ord(character) < 0x590:  # Latin, Greek, Cyrillic and Armenian have their tables, or marks to take off
        return ""
    words = unicodedata.name(character, "").split()
    if words[:2] == ["HANGUL", "SYLLABLE"]:
        return words[-1].lower()
    if "LETTER" not in words:
        return ""
    sound = words[words.index("LETTER") + 1 :][-1].lower()
    return _HEBREW.get(sound, sound[:1]) if words[0] == "HEBREW" else sound


_HEBREW = {
    "alef": "a",
    "het": "h",
    "tsadi": "ts",
    "shin": "sh",
    "ayin": "",
    "qof": "k",
    "yod": "i",
    "vav": "v",
    "tav": "t",
}


def _letter(character: str, table: Mapping[str, str], characters: Mapping[str, str]) -> str:
    if character.isascii():
        return character if character.isalnum() else "" if character == "'" else " "
    known = table.get(character)
    if known is None:
        known = characters.get(character)
    if known is not None:
        return known
    if named := _named(character):
        return named
    plain = "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
    if plain == character or not plain:
        return "" if unicodedata.category(character)[0] in "MLC" else " "
    return "".join([_letter(c, table, characters) for c in plain])
