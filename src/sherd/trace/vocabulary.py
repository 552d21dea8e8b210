"""What the words of a company's name mean, whatever their language: завод, plant and کارخانه are one word
here.

The words stand in the shipped table ``name_words``: words by meaning, short forms spelt out, legal forms by
class, words left out, and what words that name something may be translated as. To add one: a line in that
table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from sherd.data import rows
from sherd.text.transliterate import latin
from sherd.trace.spelling import skeleton, spelt

_ABJAD = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")

UNSPACED = frozenset({"zh", "ja", "ko"})
"""Languages whose words are cut out of runs of characters or syllables."""


@frozen(eq=False)
class Vocabulary:
    """The shipped words, keyed by how they are spelt here; ``stops`` are kept as they are written."""

    characters: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]] = field(repr=False)
    beginnings: Mapping[str, tuple[str, ...]] = field(repr=False)
    chinese: Mapping[str, tuple[str, ...]] = field(repr=False)
    longest_chinese: int
    forms: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(repr=False)
    stops: frozenset[str] = field(repr=False)
    senses: Mapping[str, tuple[str, ...]] = field(repr=False)
    short: frozenset[str] = field(repr=False)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = field(repr=False)

    def meaning(self, spelling: str, *, whole: bool = False) -> tuple[str, ...] | None:
        """The plain words that a spelling stands for, or None for a word that names something."""
        found = self.words.get(spelling)
        if found is not None:
            return found
        if whole:
            return next((self.words[bare] for bare in bare_words(spelling) if bare in self.words), None)
        for end in range(len(spelling), 3, -1):
            found = self.beginnings.get(spelling[:end])
            if found is not None:
                return found
        return None


_BEFORE = ("val", "bal", "al", "ll", "l", "v")
_BEHIND = ("hai", "iat", "ia", "ih", "ha", "ai", "i")


def bare_words(spelling: str) -> list[str]:
    """What an Arabic or Persian word may be without its article, its ending or both, letter by letter.

    Each ending of number or belonging that fits is taken off; the vocabulary says which rest is a word.

    >>> bare_words("alsnaat"), bare_words("sistmhai"), bare_words("alkvitia")
    (['snaat'], ['sistm', 'sistmh', 'sistmha'], ['kvitia', 'alkvit', 'kvit'])
    """
    found = [spelling[len(each) :] for each in _BEFORE if spelling.startswith(each)][:1]
    found += [stem[: -len(each)] for stem in (spelling, *found) for each in _BEHIND if stem.endswith(each)]
    return [bare for bare in dict.fromkeys(found) if len(bare) > 2]


@cache
def vocabulary() -> Vocabulary:
    """The shipped words, read once."""
    return _Reading().read()


class _Reading:
    """The table on its way into dictionaries."""

    def __init__(self) -> None:
        self.characters = {
            character: row["syllable"] for row in rows("pinyin") for character in row["characters"]
        }
        self.words: dict[str, tuple[str, ...]] = {}
        self.beginnings: dict[str, tuple[str, ...]] = {}
        self.chinese: dict[str, tuple[str, ...]] = {}
        self.forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.stops: set[str] = set()
        self.senses: dict[str, list[str]] = {}
        self.short: set[str] = set()
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}

    def read(self) -> Vocabulary:
        for row in rows("name_words"):
            for word in row["words"].split("|"):
                self._take(row["kind"], word, row["meaning"], row["language"])
        for table in (self.words, self.beginnings, self.chinese):
            table.update({word: self._plain(meaning) for word, meaning in table.items()})
        for found in self.phrases.values():
            found[:] = [(words, self._plain(meaning)) for words, meaning in found]
        forms = {first: tuple(sorted(found, key=_longest_first)) for first, found in self.forms.items()}
        return Vocabulary(
            self.characters,
            self.words,
            self.beginnings,
            self.chinese,
            max(map(len, self.chinese)),
            forms,
            frozenset(self.stops),
            {word: tuple(found) for word, found in self.senses.items()},
            frozenset(self.short),
            {first: tuple(sorted(found, key=_longest_first)) for first, found in self.phrases.items()},
        )

    def _plain(self, meaning: tuple[str, ...]) -> tuple[str, ...]:
        """A meaning in the words that stand for it: an academy is a university here, in any language."""
        return tuple(dict.fromkeys(word for one in meaning for word in self.words.get(one, (one,))))

    def _take(self, kind: str, word: str, meaning: str, language: str) -> None:
        if kind == "abbreviation" and len(word) == 2 and not word.isascii():
            self.short.update(self._spellings(word))
        if kind == "stop":
            self.stops.add(word)
        elif kind == "sense":
            spelling = word if _is_unspaced(word, language) else "".join(self._spellings(word))
            self.senses.setdefault(spelling, []).append(meaning)
        elif kind == "form":
            self._form(word, meaning, language)
        elif _is_unspaced(word, language):
            self.chinese[word] = tuple(spelt(part) for part in meaning.split())
        else:
            self._word(word, tuple(spelt(part) for part in meaning.split()))

    def _word(self, word: str, meaning: tuple[str, ...]) -> None:
        stem = word.endswith("*")
        spellings = self._spellings(word.rstrip("*"))
        if len(spellings) > 1:
            self.phrases.setdefault(spellings[0], []).append((tuple(spellings), meaning))
        joined = "".join(spellings)
        if not stem or len(joined) < 4:
            self.words.setdefault(joined, meaning)
            return
        self.beginnings.setdefault(joined, meaning)

    def _form(self, phrase: str, form: str, language: str) -> None:
        if _is_unspaced(phrase, language):
            self.chinese[phrase] = tuple(f"={each}" for each in form.split())
            return
        words = tuple(
            "".join(self._spellings(word.rstrip("*"))) + "*" * word.endswith("*") for word in phrase.split()
        )
        self.forms.setdefault(words[0].rstrip("*")[:2], []).append((words, form))

    def _spellings(self, word: str) -> list[str]:
        return [spelling for spelling in spellings(word, self.characters) if spelling]


def _is_unspaced(word: str, language: str) -> bool:
    return language in UNSPACED and not word.isascii()


def spellings(text: str, characters: Mapping[str, str]) -> list[str]:
    """The words of a text, spelt by sound; Arabic and Persian letter by letter, so that s and h stay two
    sounds."""
    if not _ABJAD.search(text):
        return [spelt(part) for part in latin(text, characters).split()]
    return [
        "".join([spelt(latin(sign, characters)) for sign in word])
        for word in text.replace("\u200c", " ").split()
    ]


def begins_form(vocabulary: Vocabulary, tokens: list[str], at: int) -> tuple[int, str] | None:
    """The longest legal form that begins at a token: how many tokens it takes, and its class."""
    for words, form in vocabulary.forms.get(tokens[at][:2], ()):
        if len(words) <= len(tokens) - at and all(
            _is(word, token, len(words) > 1) for word, token in zip(words, tokens[at:], strict=False)
        ):
            return len(words), form
    return None


def begins_phrase(vocabulary: Vocabulary, tokens: list[str], at: int) -> tuple[int, tuple[str, ...]] | None:
    """The longest phrase of several words that begins at a token: how many tokens it takes, and what it
    means."""
    for words, meaning in vocabulary.phrases.get(tokens[at], ()):
        if tuple(tokens[at : at + len(words)]) == words:
            return len(words), meaning
    return None


def _is(word: str, token: str, in_phrase: bool) -> bool:
    """Whether a token is the word of a legal form; in a phrase, one slip of the pen is forgiven."""
    stem = word.removesuffix("*")
    if token == stem or (stem != word and token.startswith(stem)):
        return True
    if not in_phrase or len(stem) < 5:
        return False
    bare, seen = skeleton(stem), skeleton(token)
    if stem != word:
        return len(stem) > 5 and (seen.startswith(bare) or one_slip(bare, seen[: len(bare)]))
    return len(token) > 4 and ((bare == seen and len(bare) > 3) or one_slip(stem, token))


def one_slip(a: str, b: str) -> bool:
    """Whether two spellings differ by one character, or by two neighbours that changed places.

    >>> one_slip("limited", "limtied"), one_slip("limited", "limted"), one_slip("limited", "limbo")
    (True, True, False)
    """
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    ra, rb = a[at:], b[at:]
    swapped = len(ra) > 1 and ra[:2] == rb[1::-1] and ra[2:] == rb[2:]
    return swapped or ra[1:] == rb[1:] or ra[1:] == rb or ra == rb[1:]


def _longest_first(form: tuple[tuple[str, ...], object]) -> tuple[int, int]:
    return -len(form[0]), -sum(map(len, form[0]))


def chinese_words(vocabulary: Vocabulary, run: str) -> list[tuple[str, tuple[str, ...] | None]]:
    """Cut a run of simplified Chinese characters, or of Korean or Japanese syllables, into known words and
    what lies between them, in as few pieces as can be; a word that names something and has a sense of its own
    is not torn.

    >>> [word for word, _ in chinese_words(vocabulary(), "阳光电子科技有限公司")]
    ['阳光', '电子科技', '有限公司']
    """
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(run) + 1):
        cost, begin, known = best[end - 1][0] + 1.2 + (0.5 if best[end - 1][2] else 0.0), end - 1, False
        for length in range(1, min(vocabulary.longest_chinese, end) + 1):
            word, before = run[end - length : end], best[end - length]
            if word in vocabulary.chinese and before[0] + 1.0 < cost:
                cost, begin, known = before[0] + 1.0, end - length, True
            elif word in vocabulary.senses and before[0] + 1.2 + (0.5 if before[2] else 0.0) < cost:
                cost, begin, known = before[0] + 1.2 + (0.5 if before[2] else 0.0), end - length, False
        best.append((cost, begin, known))
    pieces: list[tuple[str, tuple[str, ...] | None]] = []
    end = len(run)
    while end:
        _, begin, known = best[end]
        while not known and begin and not best[begin][2]:
            begin = best[begin][1]
        pieces.append((run[begin:end], vocabulary.chinese[run[begin:end]] if known else None))
        end = begin
    return pieces[::-1]
