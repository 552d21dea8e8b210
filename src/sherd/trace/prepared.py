"""A name made ready to be compared: its words spelt by sound, what each is, and its legal form apart.

The order of work: cut joined capitals, transliterate, cut Chinese into known words, spell by sound, take the
legal form out, spell short forms out, and put one plain word for the words of other languages that mean the
same. A word of another script keeps beside it how else it may be spelt in Latin letters, and what it may be
translated as.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import evolve, frozen

from sherd.trace.hanzi import hanzi, sounds, syllables, translations
from sherd.trace.spelling import spelt
from sherd.trace.vocabulary import (
    Vocabulary,
    bare_words,
    begins_form,
    begins_phrase,
    chinese_words,
    spellings,
)

GENERIC, ABJAD, HANZI, INITIAL, SENSE = 1, 2, 4, 8, 16
"""What a token is, as bits: a word that many companies use; written without short vowels; read from Chinese;
an initial; a translation."""

LONGEST = 16
"""Tokens of a name that are compared; what a longer name has beyond them is its address more often than its
name."""

OTHERS = 40
"""Further spellings of a name that are compared."""

LETTERS = 48
"""Characters of a token that are compared."""

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
    """A name made ready: tokens, what each is (bits), the classes of its legal forms, its initials; further
    spellings as (place of the token, spelling, bits); words that a translation would hold."""

    tokens: tuple[str, ...]
    kinds: tuple[int, ...]
    forms: tuple[str, ...]
    initials: str
    others: tuple[tuple[int, str, int], ...] = ()
    hints: tuple[str, ...] = ()


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
    others: list[tuple[int, str, int]] = []
    for word in kept:
        others.extend((len(tokens), spelling[:LETTERS], kind) for spelling, kind in word.others)
        if word.meaning is None:
            tokens.append(word.spelling[:LETTERS])
            kinds.append(word.kind)
            continue
        for token in word.meaning:
            if token not in tokens:  # said twice, as by a short form after the long one, it says no more
                tokens.append(token)
                kinds.append(word.kind | GENERIC)
    initials = "".join([word.spelling[0] for word in kept if word.spelling])
    return Prepared(
        tuple(tokens[:LONGEST]),
        tuple(kinds[:LONGEST]),
        tuple(forms),
        initials,
        tuple([other for other in others if other[0] < min(len(tokens), LONGEST)][:OTHERS]),
        tuple(dict.fromkeys(hint for word in kept for hint in word.hints)),
    )


def script(name: Prepared) -> int:
    """Which scripts a name is written in, of those that are not spelt out: :data:`ABJAD`, :data:`HANZI`."""
    bits = 0
    for kind in name.kinds:
        bits |= kind & (ABJAD | HANZI)
    return bits


@frozen
class Word:
    """A word of a name: how it is spelt, what it is, the plain words that it means (None: it names
    something); how else it may be spelt, with what that is; words that its translations hold."""

    spelling: str
    kind: int
    meaning: tuple[str, ...] | None
    others: tuple[tuple[str, int], ...] = ()
    hints: tuple[str, ...] = ()


def _words(name: str, vocabulary: Vocabulary) -> list[Word]:
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
        name = name.translate(hanzi().simplified) if _HAN.search(name) else name
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
    single = len(raw) == 1 and raw.isupper() and raw not in "YEИ"
    kind = ABJAD if _ABJAD.search(raw) else INITIAL if single else 0
    found = [
        _one(spelling, kind, vocabulary) for spelling in spellings(raw, vocabulary.characters) if spelling
    ]
    if raw.isascii() and not raw.isupper():  # Po is a name where ПО and PO are a production association
        found = [evolve(word, meaning=None) if word.spelling in vocabulary.short else word for word in found]
    return found


def _one(spelling: str, kind: int, vocabulary: Vocabulary) -> Word:
    if kind != ABJAD:
        return Word(spelling, kind, vocabulary.meaning(spelling))
    meaning = vocabulary.meaning(spelling, whole=True)
    bare = bare_words(spelling)[:1] if spelling.startswith("al") else []
    sounds_ = [spelling, *bare] if meaning is not None and len(meaning) == 1 else bare
    senses = [
        _plain(spelt(each), vocabulary)
        for word in (spelling, *bare)
        for each in vocabulary.senses.get(word, ())
    ]
    others = [(each, ABJAD) for each in sounds_] + [(each, SENSE) for each in dict.fromkeys(senses)]
    return Word(spelling, kind, meaning, tuple(others))


def _chinese(run: str, vocabulary: Vocabulary) -> list[Word]:
    found: list[Word] = []
    for word, meaning in chinese_words(vocabulary, run):
        spelt_so = sounds(word)
        if meaning is not None:
            more = [each for each in spelt_so[:1] if len(meaning) == 1 and each != meaning[0]]
            found.append(Word(meaning[0], HANZI, meaning, tuple((each, HANZI) for each in more)))
        elif spelt_so:
            senses = [
                tuple(_plain(part, vocabulary) for part in parts)
                for parts in translations(word, vocabulary.senses)
            ]
            others = [(each, HANZI) for each in spelt_so[1:]]
            others += [(each, SENSE) for each in dict.fromkeys("".join(parts) for parts in senses)]
            hints = (*syllables(word), *(part for parts in senses for part in parts))
            found.append(Word(spelt_so[0], HANZI, None, tuple(others), hints))
    return found


def _plain(spelling: str, vocabulary: Vocabulary) -> str:
    """The word that stands for a translation, as it does for the same word in a Latin name."""
    meaning = vocabulary.words.get(spelling)
    return meaning[0] if meaning and len(meaning) == 1 else spelling


def _without_forms(words: list[Word], vocabulary: Vocabulary) -> tuple[list[Word], list[str]]:
    kept: list[Word] = []
    forms: list[str] = []
    tokens = [word.spelling for word in words]
    at = 0
    while at < len(words):
        spelling, kind, meaning = words[at].spelling, words[at].kind, words[at].meaning
        if meaning is not None and meaning[0][:1] == "=":
            forms.extend(form[1:] for form in meaning)
        elif (
            spelling
            and (form := begins_form(vocabulary, tokens, at)) is not None
            and (form[0] > 1 or not kind & INITIAL)
        ):
            forms.append(form[1])
            at += form[0]
            continue
        elif spelling and (phrase := begins_phrase(vocabulary, tokens, at)) is not None:
            kept.append(Word(phrase[1][0], kind, phrase[1]))
            at += phrase[0]
            continue
        elif spelling not in vocabulary.stops or kind & INITIAL:
            kept.append(words[at])
        at += 1
    return (kept, forms) if kept else (words, [])
