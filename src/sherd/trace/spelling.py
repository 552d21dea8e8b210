"""How a name sounds, roughly: one spelling for the many ways in which a name is put into Latin letters.

``Obshchestvo``, ``Obschtschestwo`` and ``Obchtchestvo`` are one word in three romanisations. :func:`spelt`
writes each sound as one character (``S`` for sh, ``C`` for ch, ``Z`` for zh, ``c`` for ts), so that what is
left between two spellings can be counted letter by letter. :func:`skeleton` keeps the consonants alone, in
classes, which is what an Arabic or Persian spelling writes at all.
"""

from __future__ import annotations

import re

_SOUNDS = {
    "schtsch": "S", "shtsch": "S", "chtch": "S", "shch": "S", "sch": "S", "sh": "S", "sz": "S",
    "tsch": "C", "tch": "C", "ch": "C", "cz": "C", "zh": "Z", "dzh": "Z", "dj": "Z", "kh": "h", "gh": "g",
    "ph": "f", "th": "t", "dh": "d", "ts": "c", "tz": "c", "ck": "k", "qu": "k", "q": "k", "w": "v", "y": "i",
    "ight": "ait", "ou": "u", "oo": "u", "ee": "i", "ae": "e", "x": "ks",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_C_BEFORE_FRONT = re.compile(r"c(?=[eiy])")
_C_HARD = re.compile(r"c(?=[aoulrn]|k)|c$")
_DOUBLED = re.compile(r"(.)\1+")

_LEFT_OUT = str.maketrans("", "", "aeiouhjv")
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouhjv", ""),
        **dict.fromkeys("zcCSZ", "s"),
        "g": "k",
        "d": "t",
        "b": "p",
        "m": "n",
        "r": "l",
        "0": "",
        "1": "l",
        "5": "s",
    }
)


def spelt(word: str) -> str:
    """One spelling for a lower-case ASCII word: each sound one character, doubled letters single.

    >>> {spelt(word) for word in ("obshchestvo", "obschtschestwo", "obchtchestvo")}
    {'obSestvo'}
    >>> spelt("viktorovich"), spelt("wiktorowitsch"), spelt("yury"), spelt("jurij")
    ('viktoroviC', 'viktoroviC', 'iuri', 'jurij')
    """
    if word.isdigit():
        return word
    if word[:1] == "x":
        word = f"sh{word[1:]}"
    if "c" in word:
        word = re.sub(r"ic$", "ich", word)
        word = _C_HARD.sub("k", _C_BEFORE_FRONT.sub("s", _SOUND.sub(_sound, word)))
    else:
        word = _SOUND.sub(_sound, word)
    return _DOUBLED.sub(r"\1", word) if len(word) > 3 else word


def skeleton(spelling: str) -> str:
    """The consonants of a spelling in classes of sound; a leading vowel is kept as ``_``.

    >>> skeleton(spelt("qods")), skeleton(spelt("ghods")), skeleton(spelt("qds"))
    ('kts', 'kts', 'kts')
    >>> skeleton(spelt("sibodeng")), skeleton(spelt("spoden"))
    ('sptn', 'sptn')
    """
    bare = spelling.replace("ng", "n").translate(_CLASSES)
    return ("_" if spelling[:1] in "aeiou" else "") + _DOUBLED.sub(r"\1", bare)


def consonants(spelling: str) -> str:
    """The consonants of a spelling as they are, without those that a script may leave out.

    >>> consonants(spelt("alumina")), consonants("alvminai"), consonants(spelt("hazrat"))
    ('lmn', 'lmn', 'zrt')
    """
    return spelling.translate(_LEFT_OUT)


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[match[0]]
