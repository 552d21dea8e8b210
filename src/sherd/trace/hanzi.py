"""What a name in Latin letters may make of Chinese characters that name something.

The first reading is Mandarin in Pinyin. A company may also write another reading of a character, spell the
Mandarin by Wade-Giles (as in Taiwan) or the Cantonese in the manner of Hong Kong, or translate. Readings and
senses of characters stand in the shipped table ``hanzi`` (from Unihan), the spellings in
``chinese_spelling``; words of two characters and more that name things are the rows ``sense`` of
``name_words``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from attrs import field, frozen

from sherd.data import rows
from sherd.trace.spelling import spelt

SENSES, READINGS, TRANSLATIONS = 5, 4, 25
"""Senses of a character, other readings and translations of a word that are tried."""

LONGEST_SENSE = 4


@frozen(eq=False)
class Hanzi:
    """Characters: their first reading in Mandarin, their others, the Cantonese one, what they mean, and the
    simplified character for each traditional one."""

    first: Mapping[str, str]
    other: Mapping[str, tuple[str, ...]] = field(repr=False)
    cantonese: Mapping[str, str] = field(repr=False)
    senses: Mapping[str, tuple[str, ...]] = field(repr=False)
    simplified: Mapping[int, str] = field(repr=False)


@cache
def hanzi() -> Hanzi:
    """The shipped characters, read once."""
    of: dict[str, dict[str, list[str]]] = {"other": {}, "cantonese": {}, "sense": {}, "simplified": {}}
    for row in rows("hanzi"):
        for character in row["characters"]:
            of[row["kind"]].setdefault(character, []).append(row["of"])
    return Hanzi(
        {character: row["syllable"] for row in rows("pinyin") for character in row["characters"]},
        {character: tuple(found) for character, found in of["other"].items()},
        {character: found[0] for character, found in of["cantonese"].items()},
        {character: tuple(found) for character, found in of["sense"].items()},
        {ord(character): found[0] for character, found in of["simplified"].items()},
    )


@cache
def _spelling(system: str) -> Mapping[str, Mapping[str, str]]:
    parts: dict[str, dict[str, str]] = {"whole": {}, "initial": {}, "final": {}}
    for row in rows("chinese_spelling"):
        if row["system"] == system:
            parts[row["part"]][row["of"]] = row["letters"]
    return parts


@cache
def respelt(system: str, syllable: str) -> str:
    """A syllable as another system writes it: ``wade_giles`` takes Pinyin, ``hong_kong`` Jyutping.

    >>> [respelt("wade_giles", syllable) for syllable in ("xin", "zhong", "qian", "zi", "guo", "jie")]
    ['hsin', 'chung', 'chien', 'tzu', 'kuo', 'chieh']
    >>> [respelt("hong_kong", syllable) for syllable in ("hoeng", "gwong", "jyun", "faat", "zeon", "hou")]
    ['heung', 'kwong', 'yuen', 'fat', 'chun', 'ho']
    """
    parts = _spelling(system)
    if syllable in parts["whole"]:
        return parts["whole"][syllable]
    initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in parts["initial"]), "")
    final = syllable[len(initial) :]
    return parts["initial"].get(initial, "") + parts["final"].get(final, final)


@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> tuple[str, ...]:
    """The spellings of Chinese characters by sound, the first reading in Pinyin first.

    >>> sounds("新华")[0], "sunva" in sounds("新华"), sounds("重")[:2]
    ('Sinhua', True, ('Zong', 'Cong'))
    """
    known = hanzi()
    first = [known.first.get(character, "") for character in word]
    found = [first]
    for at, character in enumerate(word):
        for reading in known.other.get(character, ()):
            found.append([*first[:at], reading, *first[at + 1 :]])
    found = found[: READINGS + 1]
    mandarin = [way for reading in found for way in (spelt("".join(reading)), "".join(map(spelt, reading)))]
    taiwan = "".join(spelt(respelt("wade_giles", syllable)) for syllable in first if syllable)
    cantonese = [known.cantonese.get(character, "") for character in word]
    hongkong = "".join(spelt(respelt("hong_kong", syllable)) for syllable in cantonese if syllable)
    return tuple(each for each in dict.fromkeys((*mandarin, taiwan, hongkong)) if each)


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> tuple[str, ...]:
    """What Chinese characters are looked for under where a name writes them apart: each by its sounds.

    >>> syllables("永兴")
    ('iong', 'Sing', 'iung', 'hsing', 'ving', 'hing')
    """
    known = hanzi()
    mandarin = [known.first.get(character, "") for character in word]
    cantonese = [known.cantonese.get(character, "") for character in word]
    found = [*mandarin, *(respelt("wade_giles", each) for each in mandarin if each)]
    found += [respelt("hong_kong", each) for each in cantonese if each]
    return tuple(dict.fromkeys(spelt(each) for each in found if len(each) > 1))


def translations(word: str, senses: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """What Chinese characters may be translated as, in one word or two, each spelt by sound.

    ``senses`` gives the English words of Chinese words.

    >>> ("red", "rabit") in translations("红兔", {}), translations("阳光", {"阳光": ("sunlight",)})[0]
    (True, ('sunlait',))
    """
    found = (tuple(spelt(part.replace(" ", "")) for part in parts) for parts in _translated(word, senses))
    return tuple(islice(dict.fromkeys(found), TRANSLATIONS))


def _translated(word: str, senses: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Ways to translate a word: whole first, then in two parts."""
    for sense in _senses(word, senses):
        yield (sense,)
    for cut in range(1, len(word)):
        yield from product(_senses(word[:cut], senses), _senses(word[cut:], senses))


def _senses(word: str, senses: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if len(word) > LONGEST_SENSE:
        return ()
    known = hanzi().senses.get(word, ()) if len(word) == 1 else ()
    return list(dict.fromkeys((*senses.get(word, ()), *known)))[:SENSES]
