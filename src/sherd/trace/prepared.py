"""A name made ready to be compared: its words spelt by sound, what each is, and its legal form apart.

The order of work: cut joined capitals, transliterate, cut Chinese into known words, spell by sound, take the
legal form out, spell short forms out, and put one plain word for the words of other languages that mean the
same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from sherd.text.transliterate import latin
from sherd.trace.spelling import spelt
from sherd.trace.vocabulary import Vocabulary, begins_form, begins_phrase, chinese_words, spellings

GENERIC, ABJAD, HANZI, INITIAL = 1, 2, 4, 8
"""What a token is, as bits: a word that many companies use; written without short vowels; read from Chinese;
an initial."""

LONGEST = 16
"""Tokens of a name that are compared; what a longer name has beyond them is its address more often than its
name."""

_JOINED = re.compile(r"(?<=[a-zа-яё]{2})(?=[A-ZА-ЯЁ][^\W\d_])")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ABJAD = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`´][^\W_]+)*", re.UNICODE)
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![^\W_]))?", re.UNICODE)
_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d{2})|(?<=\d)(?=[^\W\d_]{3})", re.UNICODE)
_SEEN_AS = str.maketrans("01589", "oisbg")
_MISREAD = re.compile(r"(?<=[^\W\d_])[01589]{1,2}(?=[^\W\d_])|\b[0158](?=[^\W\d_]{3})|(?<=[^\W\d_]{3})[01]\b")


@frozen
class Prepared:
    """A name made ready: tokens, what each is (bits), the classes of its legal forms, its initials."""

    tokens: tuple[str, ...]
    kinds: tuple[int, ...]
    forms: tuple[str, ...]
    initials: str


def prepare(name: str, vocabulary: Vocabulary) -> Prepared:
    """Make one name ready.

    >>> from sherd.trace.vocabulary import vocabulary
    >>> prepare("АО «НПО Молния»", vocabulary()).tokens
    ('siense', 'production', 'asosiation', 'molnia')
    """
    words = _words(name, vocabulary)
    kept, forms = _without_forms(words, vocabulary)
    tokens: list[str] = []
    kinds: list[int] = []
    for spelling, kind, meaning in kept:
        if meaning is not None:
            tokens.extend(meaning)
            kinds.extend([kind | GENERIC] * len(meaning))
        else:
            tokens.append(spelling)
            kinds.append(kind)
    initials = "".join([spelling[0] for spelling, _, _ in kept if spelling])
    return Prepared(tuple(tokens[:LONGEST]), tuple(kinds[:LONGEST]), tuple(forms), initials)


def script(name: Prepared) -> int:
    """Which scripts a name is written in, of those that are not spelt out: :data:`ABJAD`, :data:`HANZI`."""
    bits = 0
    for kind in name.kinds:
        bits |= kind & (ABJAD | HANZI)
    return bits


Word = tuple[str, int, tuple[str, ...] | None]


def _words(name: str, vocabulary: Vocabulary) -> list[Word]:
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).translate(vocabulary.simplified)
        name = name.replace("\u200c", " ") if _ABJAD.search(name) else name
    name = _MISREAD.sub(_letters_for_digits, _DOTTED.sub(_undotted, _JOINED.sub(" ", name)))
    found: list[Word] = []
    for raw in _WORD.findall(_DIGITS.sub(" ", name)):
        if raw.isascii() or not _HAN.search(raw):
            found.extend(_spelt_words(raw, vocabulary))
        else:
            for run in re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+", raw):
                found.extend(_chinese(run, vocabulary) if _HAN.match(run) else _spelt_words(run, vocabulary))
    return found


def _letters_for_digits(match: re.Match[str]) -> str:
    return match[0].translate(_SEEN_AS)


def _undotted(match: re.Match[str]) -> str:
    letters = match[0].replace(".", "").replace(" ", "")
    return (letters if len(letters) > 2 else " ".join(letters)) + " "


@lru_cache(maxsize=1 << 18)
def _spelt_words(raw: str, vocabulary: Vocabulary) -> list[Word]:
    kind = (
        ABJAD
        if _ABJAD.search(raw)
        else INITIAL
        if len(raw) == 1 and raw.isupper() and raw not in "YEИ"
        else 0
    )
    return [
        _one(spelling, kind, vocabulary) for spelling in spellings(raw, vocabulary.characters) if spelling
    ]


def _one(spelling: str, kind: int, vocabulary: Vocabulary) -> Word:
    return spelling, kind, vocabulary.meaning(spelling, whole=kind == ABJAD)


def _chinese(run: str, vocabulary: Vocabulary) -> list[Word]:
    found: list[Word] = []
    for word, meaning in chinese_words(vocabulary, run):
        if meaning is None:
            found.append((spelt(latin(word, vocabulary.characters).replace(" ", "")), HANZI, None))
        else:
            found.append((meaning[0], HANZI, meaning))
    return found


def _without_forms(words: list[Word], vocabulary: Vocabulary) -> tuple[list[Word], list[str]]:
    kept: list[Word] = []
    forms: list[str] = []
    tokens = [spelling for spelling, _, _ in words]
    at = 0
    while at < len(words):
        spelling, kind, meaning = words[at]
        if meaning is not None and meaning[0][:1] == "=":
            forms.append(meaning[0][1:])
        elif (
            spelling
            and (form := begins_form(vocabulary, tokens, at)) is not None
            and (form[0] > 1 or not kind & INITIAL)
        ):
            forms.append(form[1])
            at += form[0]
            continue
        elif spelling and (phrase := begins_phrase(vocabulary, tokens, at)) is not None:
            kept.append((phrase[1][0], kind, phrase[1]))
            at += phrase[0]
            continue
        elif spelling not in vocabulary.stops or kind & INITIAL:
            kept.append(words[at])
        at += 1
    return (kept, forms) if kept else (words, [])
