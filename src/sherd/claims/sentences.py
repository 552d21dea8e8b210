"""A plain text cut into paragraphs, sentences and words, each with exact offsets in code points.

A paragraph is a line that is not blank. A sentence ends at a full stop, question or exclamation mark (and
the quotation mark after it) before a space and a capital, but not after an abbreviation or an initial, and
not inside a quotation that goes on.

To add an abbreviation: a word in ``ABBREVIATIONS``.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from attrs import define, field, frozen

from sherd.claims.lexicon import adjectives, listed, official_names, small_names, vocabulary
from sherd.claims.quotes import PAIRS, Quotation, house_named, opening_in, touching

ABBREVIATIONS = vocabulary(
    "mr mrs ms dr prof gen col lt maj capt cmdr adm brig sgt sen rep gov st jr sr inc ltd co corp no "
    "nos vs etc jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m approx "
    "fig vol dept"
)

LONGEST = 250
"""Words of a sentence; what runs on is cut there, so that no text takes longer than its length warrants."""

LONGEST_TOKEN = 100
"""Letters before a full stop in which an abbreviation is looked for."""

_SOLID = re.compile(r"\S")


def _official() -> str:
    """The official names of states as one word each, grouped by their first: looked for at every word."""
    of: dict[str, list[str]] = {}
    for name in official_names():
        first, rest = name.split(" ", 1)
        of.setdefault(first, []).append(re.escape(rest))
    names = "|".join(f"{first} (?:{'|'.join(rest)})" for first, rest in of.items())
    return rf"(?:{names})(?:'s)?(?!\w)".replace("'", "['’]")


_TOKEN = (
    r"Under[ -]Secretar(?:y|ies)(?!\w)|(?:[A-Z]\.){2,}"
    r"|[^\W_]+(?:(?:[-‐‑.’'/&]|(?<=\d),(?=\d{3}(?!\d)))[^\W_]+)*|[^\s]"
)
_PLAIN_WORD = re.compile(_TOKEN)
_OFFICIAL = re.compile(rf"(?<![\w-]){_official()}")
_WORD = re.compile(rf"(?=[A-Z][a-z]+(?:['’]s)? [A-Z(o]){_official()}|{_TOKEN}")


@lru_cache(maxsize=8)
def _has_official(text: str) -> bool:
    """Whether a text has the official name of a state anywhere."""
    return _OFFICIAL.search(text) is not None


_NOTES = r"(?:\[\d{1,3}\])*"
"""Numbers of notes behind a full stop."""

_STOP = re.compile(
    rf"[.!?…؟]+[”\"’»)\]]*{_NOTES}(?=\s)|[.!?…؟]+[”\"’»)\]]*{_NOTES}$"
    r"|;(?=\s(?:it|he|she|they|we|there|the|this|these|those|any|no|at|in|but|its|his|her|their|two|both|however)\s)"
)
_SPEAKER = re.compile(
    r"\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Capt|Maj|Sen|Rep)\. )?(?:[A-Z][\w’'-]+ ){1,5}(?:\([A-Z]+\) )?"
    r"(?:said|says|asked|asks|added|told|tells|wrote|writes|replied|demanded|exclaimed|wondered|insisted|joked)\b"
)
"""A name and a verb of saying behind a quotation that ends in a question or a call."""

_SMALL_FIRST = re.compile(r"(?:al|el|bin|ben|d|O)[-’'][A-Z]|[a-z]{1,2}-?[A-Z][\w-]*[a-z]")
"""*al-Harith*, *d'Arvor*, *eBay*, *u-Nav*: a name whose first letter is small."""

POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})


def owns(words: Sequence[Word], at: int) -> bool:
    """Whether the mark of an owner stands there: *Chad's*, *the prosecutors'*."""
    return words[at].low in POSSESSIVES or (words[at].text in "'’" and words[at - 1].low.endswith("s"))


@lru_cache(maxsize=20_000)
def _traits(text: str) -> tuple[str, bool, bool]:
    """A word in small letters, whether it is written as a name, and whether it is more than a sign."""
    is_name = text[0].isupper() or bool(_SMALL_FIRST.match(text)) or text in small_names()
    low = text.lower().replace("’", "'")
    if low == "no-one":
        return "nobody", is_name, True
    return _ONE_WORD.get(low[:6], low[:6]) + low[6:], is_name, text[0].isalnum()


_ONE_WORD = {"under ": "under", "under-": "under"}
"""*Under Secretary*, an office, begins with no preposition."""


@define(unsafe_hash=True)
class Word:
    """A word or a sign. ``quoted`` says that it stands inside a quotation.

    Nothing changes a word once it is made. It is not frozen, since a text is many words, and a frozen one
    takes three times as long to make.
    """

    text: Final[str]
    start: Final[int]
    end: Final[int]
    quoted: Final[bool] = False
    low: str = field(init=False, eq=False)
    is_name: bool = field(init=False, eq=False)
    """Whether it is written as a name: with a capital in front, or as *al-Harith*."""
    is_word: bool = field(init=False, eq=False)
    """Whether it is more than a sign."""

    def __attrs_post_init__(self) -> None:
        self.low, self.is_name, self.is_word = _traits(self.text)


@frozen
class Sentence:
    """One sentence ``[start, end)`` of a paragraph, with its words."""

    start: int
    end: int
    paragraph: int
    words: tuple[Word, ...]


def paragraphs(text: str) -> list[tuple[int, int, int]]:
    r"""Every line that is not blank: its number from 0, its start and its end, without spaces around it.

    >>> paragraphs("One.\n\n Two. ")
    [(0, 0, 4), (2, 7, 11)]
    """
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            found.append((number, start, start + len(bare)))
        at += len(line) + 1
    return found


def sentences(
    text: str,
    paragraph: tuple[int, int, int],
    quotations: Sequence[Quotation],
    known: Sequence[Word] = (),
) -> list[Sentence]:
    """The sentences of one paragraph; ``known`` are its words, where they were read before."""
    number, start, end = paragraph
    inside = opening_in(quotations, start, end)
    bounds = [start, *_stops(text, start, end, inside), end]
    found: list[Sentence] = []
    for first, last in itertools.pairwise(bounds):
        while first < last and text[first].isspace():
            first += 1
        if first < last:
            some = _between(known, first, last)
            found += _bounded(first, last, number, some or tuple(words(text, first, last, inside)))
    return found


def _between(known: Sequence[Word], first: int, last: int) -> tuple[Word, ...]:
    """The words that lie whole between two offsets."""
    begin = bisect_left(known, first, key=attrgetter("start"))
    return tuple(known[begin : bisect_right(known, last, key=attrgetter("end"))])


def _bounded(first: int, last: int, number: int, some: tuple[Word, ...]) -> Iterator[Sentence]:
    """The sentence; one that runs past all measure (a table, a broken page) in pieces that can be read."""
    if len(some) <= LONGEST:
        yield Sentence(first, last, number, some)
        return
    for at in range(0, len(some), LONGEST):
        piece = some[at : at + LONGEST]
        yield Sentence(piece[0].start, piece[-1].end, number, piece)


def words(text: str, start: int, end: int, quotations: Sequence[Quotation] = ()) -> Iterator[Word]:
    """The words and signs between two offsets; a possessive ``'s`` is a word of its own.

    The official name of a state is one word: *the Republic of Kenya* is Kenya, and no republic. What somebody
    is called between two names is none, nor are marks around the name of a house: *Anna “Falcon” Bell* is
    Anna Bell, *the plant “Orlo”* the plant Orlo.
    """
    near = touching(quotations, start, end)
    starts = [quote.start for quote in near]
    nickname, closing = 0, -1
    pattern = _WORD if _has_official(text) else _PLAIN_WORD
    for found in pattern.finditer(text, start, end):
        token, first = found[0], found.start()
        if first < nickname or first == closing:
            continue
        if token in _MARKS:
            if token in PAIRS and (named := house_named(text, first, end)) is not None:
                closing = named
                continue
            if (called := _NICKNAME.match(text, first, end)) and _given_before(text, first):
                nickname = called.end()
                continue
        last = first + len(token)
        at = bisect_right(starts, first) - 1 if near else -1
        quoted = at >= 0 and first < near[at].end
        if token[-1] in "sS" and token[-2:] in POSSESSIVES and last - first > 2:
            yield Word(token[:-2], first, last - 2, quoted)
            yield Word(token[-2:], last - 2, last, quoted)
        else:
            yield Word(token, first, last, quoted)


_MARKS = frozenset(PAIRS) | frozenset("'(")
"""Signs behind which a name may stand in marks."""
_NICKNAME = re.compile(
    r"[“\"‘'«(][A-Z][a-z]{1,11}[”\"’'»)]"
    r"(?= [A-Z][a-z]{2,}(?:,|['’]s\b| (?:said|told|wrote|added|warned|noted|who)\b))"
)
_GIVEN = re.compile(r"(?:^|[\s“\"(])([A-Z][a-z]{2,})\s$")


def _given_before(text: str, mark: int) -> bool:
    """Whether a given name stands in front: a capital, and neither a state's adjective nor a firm's noun."""
    found = _GIVEN.search(text, max(0, mark - 20), mark)
    return found is not None and not (
        found[1].lower() in adjectives() or found[1].lower() in listed("organisation")
    )


def words_within(some: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
    """The words, in the order of the text, that stand whole between two offsets."""
    first = bisect_left(some, start, key=attrgetter("start"))
    return tuple(some[first : bisect_right(some, end, lo=first, key=attrgetter("end"))])


def _stops(text: str, start: int, end: int, inside: Sequence[Quotation]) -> Iterator[int]:
    for found in _STOP.finditer(text, start, end):
        after = found.end()
        solid = _SOLID.search(text, after, end)
        following = solid[0] if solid else ""
        holder = touching(inside, found.start(), found.start() + 1)
        if holder and after < holder[0].end:
            continue
        if following and found[0] != ";" and not _begins(following) and not _small(text, solid):
            continue
        if found[0][0] in "?!" and len(found[0]) > 1 and _SPEAKER.match(text, after, end):
            continue  # “Who sold it?” X asked
        if found[0] == "." and is_abbreviation(
            text[max(start, found.start() - LONGEST_TOKEN) : found.start()], following
        ):
            continue
        yield after


def _small(text: str, solid: re.Match[str] | None) -> bool:
    """Whether a name with a small first letter stands there: *u-blox*."""
    first = _WORD.match(text, solid.start()) if solid is not None else None
    return first is not None and _traits(first[0])[1]


def _begins(character: str) -> bool:
    return character.isupper() or character.isdigit() or not (character.isascii() and character.isalnum())


def is_abbreviation(before: str, following: str) -> bool:
    """Whether a full stop after ``before`` belongs to an abbreviation; ``following`` is the next letter."""
    last = re.split(r"[\s(“\"]", before)[-1]
    if last.lower() in {"no", "nos", "fig", "vol", "may"}:  # "No. 5", and not "he said no. Then"
        return following.isdigit()
    if before.endswith(" on X"):
        return False  # posted on X. Then
    return last.lower() in ABBREVIATIONS or bool(re.fullmatch(r"[A-Z]|([A-Z]\.)+[A-Z]", last))
