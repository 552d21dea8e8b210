"""A name made ready to be compared: its words spelt by sound, what each is, and its legal form apart.

The order of work: cut joined capitals, transliterate, cut Chinese into known words, spell by sound, take the
legal form out, spell short forms out, and put one plain word for the words of other languages that mean the
same. A word of another script keeps beside it how else it may be spelt in Latin letters, and what it may be
translated as.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from sherd.text.transliterate import latin
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
_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_HAN = re.compile(f"[{_SIGNS}]+")
_RUNS = re.compile(f"[{_SIGNS}]+|[^{_SIGNS}]+")
_SYLLABIC = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")
_KANA = re.compile("[\u3040-\u30ff]")
_UNSOUNDED = str.maketrans("", "", "ッー・")
_DIVISION = re.compile(r"省|市|县|区|地区|(?:维吾尔|[\u4e00-\u9fff]{1,3}族)*自治[区州县旗]")
_NO_TOWN = frozenset("城都超门集上夜股菜")
_SCIENCE = re.compile(r"(?i)(?<!\w)s(?:ci)?\.?\s?[&/+]\s?t(?:ech)?(?!\w)")
_RESEARCH = re.compile(r"(?i)(?<!\w)r\s?[&/+]\s?d(?!\w)")
_SYLLABLE = re.compile(r"(?<![\w-])(Da|De|Di|Do|An|Du)-(?=[A-Z]?[a-z]{2,}(?![\w-]))")
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
    something); how else it may be spelt, with what that is; words that its translations hold; whether it is
    one that every name may have."""

    spelling: str
    kind: int
    meaning: tuple[str, ...] | None
    others: tuple[tuple[str, int], ...] = ()
    hints: tuple[str, ...] = ()
    is_stop: bool = False


def _words(name: str, vocabulary: Vocabulary) -> list[Word]:
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
        name = name.translate(hanzi().simplified) if _HAN.search(name) else name
        name = _abjad(name) if _ABJAD.search(name) else name
    name = _SCIENCE.sub("science and technology", _RESEARCH.sub("research and development", name))
    name = _SYLLABLE.sub(_one_word, name)
    name = _MISREAD.sub(_letters_for_digits, _DOTTED.sub(_undotted, _JOINED.sub(" ", name)))
    found: list[Word] = []
    for raw in _WORD.findall(_DIGITS.sub(" ", name)):
        if raw.isascii() or not _HAN.search(raw):
            found.extend(_spelt_words(raw, vocabulary))
        else:
            for run in _RUNS.findall(raw):
                found.extend(_chinese(run, vocabulary) if _HAN.match(run) else _spelt_words(run, vocabulary))
    return found


def _abjad(name: str) -> str:
    """Digits as everywhere, no short vowels, words apart that a mark of no width parts."""
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else " " if sign == "\u200c" else sign
        for sign in name
        if not unicodedata.combining(sign)
    )


def _one_word(match: re.Match[str]) -> str:
    return match[1]


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
    if raw.endswith("ة") and len(found) == 1:  # before a word that it belongs to, it is said as t
        found = [evolve(found[0], others=(*found[0].others, (f"{found[0].spelling}t", ABJAD)))]
    if raw.isascii() and not raw.isupper():  # Po is a name where ПО and PO are a production association
        found = [evolve(word, meaning=None) if word.spelling in vocabulary.short else word for word in found]
    if kind != INITIAL and raw.casefold() in vocabulary.stops:
        found = [evolve(word, is_stop=True) for word in found]
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
    sounds_ = [*sounds_, *(also for each in (spelling, *bare) for also in _also_sounds(each))]
    others = [(each, ABJAD) for each in sounds_] + [(each, SENSE) for each in dict.fromkeys(senses)]
    return Word(spelling, kind, meaning, tuple(others))


def _also_sounds(spelling: str) -> Iterator[str]:
    """How else an Arabic or Persian word may begin, and with g where Egypt and the Gulf say it for j."""
    if spelling[:2] in ("av", "ai"):
        yield f"{'o' if spelling[1] == 'v' else 'i'}{spelling[2:]}"
    if "j" in spelling:
        yield spelling.replace("j", "g")


def _chinese(run: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of a run of Chinese characters or Korean syllables; town and province come first, apart."""
    found: list[Word] = []
    while (place := _place(run, vocabulary)) is not None and (spelt_so := sounds(place[0])):
        rest = place[1]
        town = vocabulary.chinese.get(place[0], spelt_so[:1])
        found.append(Word(town[0], HANZI, town, tuple((each, HANZI) for each in spelt_so[1:])))
        run = rest
    for word, meaning in chinese_words(vocabulary, run):
        if _SYLLABIC.search(word):
            found.append(_syllabic(word, meaning, vocabulary))
            continue
        spelt_so = sounds(word)
        if meaning is not None:
            more = [(each, HANZI) for each in spelt_so[:1] if len(meaning) == 1 and each != meaning[0]]
            more += [(_plain(spelt(each), vocabulary), SENSE) for each in vocabulary.senses.get(word, ())]
            found.append(Word(meaning[0], HANZI, meaning, tuple(more)))
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


def _place(run: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The town, county or province that a run begins with, and the rest, without the word that says which:
    one of the vocabulary, or two or three characters before that word."""
    for end in (4, 3, 2, 1):
        if not (division := _DIVISION.match(run, end)) or len(run) <= division.end():
            continue
        name = run[:end]
        if name in vocabulary.chinese:
            return name, run[division.end() :]
        if end == 1 and division[0] == "县":
            return run[:2], run[2:]
        if end in (2, 3) and division[0] not in ("区", "地区") and name[-1] not in _NO_TOWN:
            return name, run[division.end() :]
    return None


def _syllabic(word: str, meaning: tuple[str, ...] | None, vocabulary: Vocabulary) -> Word:
    """A word in Korean or Japanese syllables; the Japanese write a vowel behind every consonant."""
    spelling = spelt("".join(latin(sign, vocabulary.characters) for sign in word.translate(_UNSOUNDED)))
    kind = ABJAD if _KANA.search(word) else HANZI
    return Word(meaning[0] if meaning else spelling, kind, meaning)


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
        elif not words[at].is_stop:
            kept.append(words[at])
        at += 1
    return (kept, forms) if kept else (words, [])
