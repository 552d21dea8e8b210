"""A text cut into sentences of words, each with exact offsets and with the senses that the tables give it.

Words are told from signs by Unicode alone, so that combining marks, the zero-width joiners of Persian and
the apostrophes of Ukrainian stay inside their word. A sentence ends at a full stop before a space unless a
small letter of a script with capitals follows, or the word before is an abbreviation, or a quotation goes
on.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from sherd.claims.languages.tables import Lexicon, Sense, folded
from sherd.claims.quotes import Quotation, touching
from sherd.model.statements import Passage

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d\u00ad"
_WORD = re.compile(rf"[^\W_][\w{_MARKS}]*(?:[-‐‑.’'ʼ‘&/][^\W_][\w{_MARKS}]*)*|\S")
_STOP = re.compile(r"[.!?…؟۔]+[”\"’»“)\]]*(?=\s|$)")

LONGEST = 250
"""Words of a sentence; what runs on is cut there."""

DASHES = frozenset("—–-")
COMMAS = frozenset({",", "،", ";", "؛"})


@frozen
class Token:
    """A word or a sign of the text. ``quote`` is the number of the quotation it stands in, or -1."""

    text: str
    start: int
    end: int
    quote: int = -1
    low: str = field(init=False, eq=False)
    is_word: bool = field(init=False, eq=False)
    is_name: bool = field(init=False, eq=False)
    """Whether it is written with a capital."""
    is_joined: bool = field(init=False, eq=False)
    """Whether a zero-width joiner or a space stands inside it."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "low", folded(self.text))
        object.__setattr__(self, "is_word", self.text[0].isalnum())
        object.__setattr__(self, "is_name", self.text[0].isupper())
        object.__setattr__(self, "is_joined", "\u200c" in self.text or " " in self.text)


@frozen
class Found:
    """A sense of the words ``[start, end)`` of a sentence."""

    start: int
    end: int
    sense: Sense


@define
class Line:
    """One sentence ``[start, end)``, its words and what the tables say of them."""

    text: str
    start: int
    end: int
    paragraph: int
    tokens: Sequence[Token]
    quotes: Sequence[Quotation]
    """Every quotation of the text; a word's ``quote`` counts them."""
    lexicon: Lexicon
    lows: Sequence[str] = field(init=False)
    senses: list[tuple[Found, ...]] = field(init=False)
    kept: dict[tuple[str, ...], tuple[Found, ...]] = field(init=False, factory=dict, repr=False, eq=False)
    """The longest sense of some kinds at each word that has one, as far as it was asked for."""

    def __attrs_post_init__(self) -> None:
        self.lows = [token.low for token in self.tokens]
        self.senses = [tuple(self._found(at)) for at in range(len(self.tokens))]

    def _found(self, at: int) -> Iterator[Found]:
        token = self.tokens[at]
        if not token.is_word:
            return
        entries = self.lexicon.entries(token.low)
        for entry in entries:
            if (entry.capital and not token.is_name) or not entry.reaches(token.low, token.is_joined):
                continue
            if len(entry.parts) == 1 or entry.fits(self.lows, at):
                yield Found(at, at + len(entry.parts), entry.sense)
        if "-" in token.low[1:] and not entries:
            yield from self._compound(at, token.low)

    def _compound(self, at: int, low: str) -> Iterator[Found]:
        """*lawmaker-republican*, *company-maker*: who it is stands before the hyphen."""
        for entry in self.lexicon.entries(low.split("-")[0]):
            if len(entry.parts) == 1 and entry.sense.kind in {"role", "firm", "outlet"}:
                yield Found(at, at + 1, entry.sense)

    def at(self, at: int, *kinds: str) -> Found | None:
        """The longest sense of one of these kinds that begins at a word."""
        if not 0 <= at < len(self.tokens):
            return None
        for found in self.senses[at]:
            if found.sense.kind in kinds:
                return found
        return None

    def every(self, first: int, last: int, *kinds: str) -> Iterator[Found]:
        """Every sense of these kinds that begins in ``[first, last)``, in order; the longest at each word."""
        at = first
        for found in self._longest(kinds):
            if found.start >= last:
                return
            if found.start >= at and found.end <= last:
                yield found
                at = found.end

    def _longest(self, kinds: tuple[str, ...]) -> tuple[Found, ...]:
        """The longest sense of these kinds at each word that has one, in order."""
        kept = self.kept.get(kinds)
        if kept is None:
            every = (self.at(n, *kinds) for n, some in enumerate(self.senses) if some)
            kept = self.kept[kinds] = tuple(found for found in every if found is not None)
        return kept

    def passage(self, first: int, last: int) -> Passage:
        """The words ``[first, last)`` as a passage of the text."""
        return Passage.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The words ``[first, last)`` as they stand."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def index(self, offset: int) -> int:
        """The first word that begins at or behind an offset of the text."""
        return next((n for n, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))


def tokens(
    text: str, start: int, end: int, quotes: Sequence[Quotation], joins: frozenset[str]
) -> list[Token]:
    """The words and signs between two offsets; ``joins`` are first halves of verbs written apart."""
    found: list[Token] = []
    starts = [quote.start for quote in quotes]
    for match in _WORD.finditer(text, start, end):
        at = bisect_right(starts, match.start()) - 1
        inside = at if at >= 0 and match.start() < quotes[at].end else -1
        last = found[-1] if found else None
        if (
            joins
            and last
            and last.low in joins
            and match[0][0].isalpha()
            and text[last.end : match.start()] == " "
        ):
            found[-1] = Token(text[last.start : match.end()], last.start, match.end(), inside)
        else:
            found.append(Token(match[0], match.start(), match.end(), inside))
    return found


def lines_of(
    text: str, paragraph: tuple[int, int, int], quotes: Sequence[Quotation], lexicon: Lexicon
) -> Iterator[Line]:
    """The sentences of one paragraph ``(number, start, end)``."""
    number, start, end = paragraph
    joins = lexicon.words("joins")
    bounds = [start, *_stops(text, start, end, quotes, lexicon), end]
    for first, last in itertools.pairwise(bounds):
        some = tokens(text, first, last, quotes, joins)
        for at in range(0, len(some), LONGEST):
            piece = some[at : at + LONGEST]
            yield Line(text, piece[0].start, piece[-1].end, number, piece, quotes, lexicon)


def _stops(text: str, start: int, end: int, quotes: Sequence[Quotation], lexicon: Lexicon) -> Iterator[int]:
    short = lexicon.words("short")
    for found in _STOP.finditer(text, start, end):
        after = text[found.end() : end].lstrip()[:1]
        holder = touching(quotes, found.start(), found.start() + 1)
        if holder and found.end() < holder[0].end:
            continue
        if after.islower() or (after in DASHES and found[0][-1:] in '”"’»'):
            continue
        before = re.split(r"[\s«“\"(]", text[max(start, found.start() - 30) : found.start()])[-1]
        abbreviated = folded(before) in short or (len(before) == 1 and before.isupper())
        if (
            found[0] == "."
            and abbreviated
            and not (folded(before) in short and after.isupper() and len(before) > 3)
        ):
            continue
        yield found.end()
