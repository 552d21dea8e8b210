"""What a language says for what: every table of one language, made ready for looking words up.

A word in a table that ends in ``*`` is a beginning: any ending may follow (``постача*``). Without it the
word is meant whole. Several words with spaces between are a phrase, each of its words whole or a beginning.
The longest phrase goes before a shorter one, and of one table the longest beginning before the others.

States stand in ``states_LANGUAGE.csv`` in their first case, with the class of ``declensions.csv`` by which
they decline; so every case of a name is known without being written out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from attrs import field, frozen

from sherd.claims.lexicon import outlets
from sherd.data import rows

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")

ENDING = 4
"""Letters that may follow a beginning in the table of small words; what is longer is another word."""

# fmt: off
_ALIKE = str.maketrans({
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۀ": "ه", "ة": "ه",
    "ە": "ه",
    "ـ": None, "\u200c": None, "\u200d": None, "\u00ad": None, "’": "'", "ʼ": "'", "‘": "'", "`": "'",
    "ё": "е", "‑": "-", "‐": "-",
    **{chr(base + digit): str(digit) for base in (0x660, 0x6F0) for digit in range(10)},
})
# fmt: on


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word as it is compared: small letters, one form of each letter, no marks of vowels or length.

    >>> folded("Й") == folded("Й"), folded("مي\u200cگويد"), folded("۱۳۶")
    (True, 'میگوید', '136')
    """
    whole = unicodedata.normalize("NFC", word).lower().translate(_ALIKE)
    return "".join(letter for letter in whole if not unicodedata.combining(letter))


@frozen
class Sense:
    """One meaning of a word or phrase: the table's kind, and what the table says it stands for."""

    kind: str
    meaning: str = ""
    cases: frozenset[str] = frozenset()
    """The cases that the form can be, of a word that is declined by the tables."""
    note: str = ""
    """A further cell: the type of a thing, the state of a body."""


@frozen
class Entry:
    """A row of a table: the words of which it is made and the sense."""

    parts: tuple[str, ...]
    table: str
    sense: Sense
    capital: bool = False
    """Whether the table writes it with a capital, so that the text must, too."""
    joined: bool = False
    """Whether it is a prefix that a joiner sets off from its word (``می‌*``), so that any word may follow."""

    def fits(self, lows: Sequence[str], at: int) -> bool:
        """Whether the words from ``at`` on are these."""
        if at + len(self.parts) > len(lows):
            return False
        for part, low in zip(self.parts, lows[at : at + len(self.parts)], strict=True):
            if not _fits(part, low):
                return False
        return True

    def reaches(self, low: str, joined: bool) -> bool:
        """Whether an ending follows the beginning; behind a prefix and its joiner any word may."""
        return not self.joined or joined or len(low) - len(self.parts[0]) < ENDING


def _fits(part: str, low: str) -> bool:
    return low.startswith(part[:-1]) if part.endswith("*") else low == part


Order = Literal["verb in the middle", "verb at the end"]


@frozen
class Grammar:
    """How a language puts its words: a row of ``languages.csv``."""

    language: str
    order: Order
    capitals: bool
    """Whether names are told by a capital."""
    home: str
    """The state that an office of no named state belongs to in the press of this language."""


@cache
def grammars() -> Mapping[str, Grammar]:
    """Every language that has tables, by its code."""
    found = {}
    for row in rows("languages"):
        order: Order = "verb at the end" if row["verb"] == "end" else "verb in the middle"
        found[row["language"]] = Grammar(row["language"], order, row["capitals"] == "yes", row["home"])
    return found


@frozen
class Lexicon:
    """The tables of one language."""

    grammar: Grammar
    first: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    """Entries by their first word; a beginning keeps its ``*``."""
    known: dict[str, tuple[Entry, ...]] = field(factory=dict, repr=False)
    tails: dict[str, tuple[str, ...]] = field(factory=dict, repr=False)
    kinds: dict[str, frozenset[str]] = field(factory=dict, repr=False)

    def entries(self, low: str) -> tuple[Entry, ...]:
        """The entries that can begin with this word, the longest first."""
        found = self.known.get(low)
        if found is None:
            found = tuple(self._entries(low))
            if len(self.known) < 200_000:
                self.known[low] = found
        return found

    def _entries(self, low: str) -> Iterator[Entry]:
        keys = [low, *(low[:size] + "*" for size in range(len(low), 0, -1))]
        some = [entry for key in keys for entry in self.first.get(key, ())]
        taken: dict[str, str] = {}
        for entry in sorted(some, key=lambda each: -len(each.parts)):
            begins = len(entry.parts[0]) - 1 if entry.parts[0].endswith("*") else len(low)
            if entry.table.startswith("words") and len(low) - begins > ENDING and not entry.joined:
                continue
            alone = len(entry.parts) == 1  # of one table the longest beginning alone
            if alone and taken.setdefault(entry.table, entry.parts[0]) != entry.parts[0]:
                continue
            yield entry

    def endings(self, kind: str) -> tuple[str, ...]:
        """The endings of one kind: rows whose word begins with ``-``."""
        found = self.tails.get(kind)
        if found is None:
            found = self.tails[kind] = tuple(
                sorted(word[1:] for word in self.words(kind) if word.startswith("-"))
            )
        return found

    def words(self, kind: str) -> frozenset[str]:
        """Every word of one kind, folded, as it stands in the table."""
        if kind not in self.kinds:
            every = (entry for some in self.first.values() for entry in some)
            self.kinds[kind] = frozenset(" ".join(each.parts) for each in every if each.sense.kind == kind)
        return self.kinds[kind]


@cache
def lexicon(language: str) -> Lexicon:
    """All tables of a language. Raises ``ValueError`` for a language that has none."""
    if language not in grammars():
        raise ValueError(f"no tables are known for {language!r}, only for {', '.join(sorted(grammars()))}")
    first: dict[str, list[Entry]] = {}
    for entry in _read(language):
        first.setdefault(entry.parts[0], []).append(entry)
    return Lexicon(grammars()[language], {key: tuple(some) for key, some in first.items()})


def _read(language: str) -> Iterator[Entry]:
    for row in rows(f"cues_{language}"):
        yield _entry(row["word"], "cues", Sense(row["kind"], row["act"]))
    for row in rows(f"words_{language}"):
        yield _entry(
            row["word"], f"words {row['kind']}", Sense(row["kind"], row["meaning"], note=row["note"])
        )
    for row in rows(f"actions_{language}"):
        yield _entry(row["word"], "actions", Sense(row["kind"], row["action"]))
    for row in rows(f"things_{language}"):
        yield _entry(row["word"], "things", Sense("thing", row["class"], note=row["type"]))
    for row in rows(f"dates_{language}"):
        yield _entry(row["word"], "dates", Sense(row["kind"], row["value"]))
    for name, canonical in outlets().items():
        yield _entry(name, "outlets", Sense("outlet name", canonical))
    yield from _states(language)


def _entry(words: str, table: str, sense: Sense) -> Entry:
    return Entry(tuple(folded(words).split()), table, sense, words[0].isupper(), words.endswith("\u200c*"))


def _states(language: str) -> Iterator[Entry]:
    for row in rows(f"states_{language}"):
        for kind, column in (("state", "word"), ("adjective", "adjective")):
            for word in filter(None, row[column].split(";")):
                classes = row["declension" if kind == "state" else "adjective_declension"].split()
                for form, cases in _forms(language, word.strip(), classes).items():
                    yield _entry(form, "states", Sense(kind, row["name"], frozenset(cases)))


def _forms(language: str, words: str, classes: Sequence[str]) -> dict[str, set[str]]:
    """Every form of a name with the cases that it can be; without a class it has one form for all."""
    if not classes or classes == ["-"]:
        return {words: set()}
    if classes == ["="]:
        whole: dict[str, set[str]] = {}
        for case, form in zip(CASES, words.split("/"), strict=False):
            whole.setdefault(form, set()).add(case)
        return whole
    parts = words.split()
    spread = list(classes) * len(parts) if len(classes) == 1 else list(classes)
    found: dict[str, set[str]] = {}
    for case in CASES:
        made = [""]
        for word, declension in zip(parts, spread, strict=False):
            made = [
                f"{head} {form}".strip()
                for head in made
                for form in declined(language, word, declension, case)
            ]
        for form in made:
            found.setdefault(form, set()).add(case)
    return found


def declined(language: str, word: str, declension: str, case: str) -> list[str]:
    """The forms of a word in one case. Raises ``ValueError`` for a class that ``declensions.csv`` lacks.

    >>> declined("uk", "Іран", "m", "instrumental"), declined("ru", "Россия", "я", "genitive")
    (['Іраном'], ['России'])
    """
    if declension == "-":
        return [word]
    endings = declensions(language).get(declension)
    if endings is None:
        raise ValueError(f"declensions.csv has no class {declension!r} for {language!r}")
    own = next(
        (end for end in sorted(endings["nominative"], key=len, reverse=True) if word.endswith(end)), ""
    )
    stem = word[: len(word) - len(own)]
    return [stem + end for end in endings[case]]


@cache
def declensions(language: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The endings of each class and case of a language; ``0`` in the table is no ending."""
    found = {}
    for row in rows("declensions"):
        if row["language"] == language:
            found[row["class"]] = {
                case: tuple(re.sub(r"^0$", "", end) for end in row[case].split(";")) for case in CASES
            }
    return found
