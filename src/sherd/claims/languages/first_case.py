"""The name of an office or a body in its first case, from whatever case the sentence puts it in.

*У Національному агентстві з питань P* names *Національне агентство з питань P*: the noun that the row
tells (``meaning``: its first case and gender) and the adjectives before it; what stands behind it stays.
A name of one word in quotation marks, with no noun before it, is turned back where the text shows its
first case, or where its ending can only be that of a noun without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from sherd.claims.languages.lines import Found, Line
from sherd.claims.languages.people import Cast
from sherd.claims.languages.tables import declensions, folded

_GENDERS = "mfn"


def whole_name(line: Line, first: int, last: int, head: Found) -> str:
    """The words ``[first, last)`` with the noun ``head`` and its adjectives in the first case."""
    noun, _, gender = head.sense.meaning.rpartition(" ")
    if not noun or gender not in _GENDERS or head.end - head.start != 1:
        return " ".join(line.words(first, last).split())
    made = [line.tokens[n].text for n in range(first, head.start) if line.tokens[n].is_word]
    made = [adjective(line.lexicon.grammar.language, word, gender) for word in made]
    text = line.tokens[head.start].text
    made.append(noun.capitalize() if text[0].isupper() else noun)
    rest = line.words(head.end, last)
    return " ".join(" ".join([*made, rest]).split())


def adjective(language: str, word: str, gender: str) -> str:
    """An adjective in the first case of one; any other word as it stands.

    >>> adjective("uk", "Національному", "n"), adjective("ru", "Генеральной", "f")
    ('Національне', 'Генеральная')
    """
    endings = declensions(language).get("adj")
    if endings is None:
        return word
    own = _nominatives(endings["nominative"], word)
    wanted = own[_GENDERS.index(gender)]
    if word.endswith(wanted):
        return word
    every = sorted({end for some in endings.values() for end in some if len(end) > 1}, key=len, reverse=True)
    end = next((end for end in every if word.endswith(end)), None)
    if end is None or len(word) <= len(end) + 2:
        return word
    return word[: len(word) - len(end)] + wanted


def _nominatives(endings: tuple[str, ...], word: str) -> tuple[str, str, str]:
    """The endings for one man, woman and thing: ``ий;а;е;і`` or ``ий;ый;ая;ое;ие;ые``."""
    if len(endings) < 6:
        return endings[0], endings[1], endings[2]
    soft = any(letter + end in word for letter in "кгхжшщч" for end in ("о", "и"))
    return endings[0] if soft else endings[1], endings[2], endings[3]


def own_name(cast: Cast, word: str, case: str) -> str:
    """A name of one word in the first case, as far as the text or its ending shows it."""
    if case == "nominative" or word.isascii() or " " in word:
        return word
    told = [name for name in _candidates(cast.language, word, case) if folded(name) in cast.written]
    if told:
        return told[0]
    endings = declensions(cast.language).get("m", {}).get(case, ())
    for end in endings:
        stem = word[: len(word) - len(end)] if end else word
        if end and word.endswith(end) and len(stem) > 2 and stem[-1] not in "кгхаеиоуяюэыіїєь":
            return stem
    return word


def _candidates(language: str, word: str, case: str) -> Iterator[str]:
    for name, endings in declensions(language).items():
        if name.startswith("name ") or name == "adj":
            continue
        for end in endings[case]:
            if end and word.endswith(end) and len(word) > len(end) + 1:
                for first in endings["nominative"]:
                    yield word[: len(word) - len(end)] + first
