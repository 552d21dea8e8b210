"""Whose voice each line of a document speaks in: the issuer's, a label's, a list's, a giver's.

The head of a document says whose it is (:mod:`sherd.claims.voices`). A label (:mod:`sherd.claims.turns`), a
point of a list that somebody announced, and the lines of a statement that is printed below a line announcing
it (:mod:`sherd.claims.given_in_full`) change that for a while.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field

from sherd.claims import authorship, given_in_full, layout, turns, voices
from sherd.claims.frames import Reader
from sherd.claims.lexicon import states
from sherd.claims.offices import office_of
from sherd.claims.parties import party
from sherd.claims.quotes import Quotation
from sherd.claims.sentences import Sentence, Word, sentences
from sherd.claims.speakers import Entity, Register


@define
class Voices:
    """The voice of the line that is being read."""

    text: str
    lines: Sequence[tuple[int, int, int]]
    words: Mapping[int, tuple[Word, ...]]
    quotes: Sequence[Quotation]
    register: Register
    issued: bool = field(init=False)
    """Whether the document speaks for somebody, a press release or a report, and is no article."""
    document: voices.Voice = field(init=False)
    now: voices.Voice = field(init=False)
    listing: Entity | None = None
    """Who announced the list of points that is being read."""
    giver: Entity | None = None
    """Whose statement the lines give word for word without marks."""
    labels: turns.Turns = field(init=False)

    def __attrs_post_init__(self) -> None:
        document = voices.of_document(self.text, self.lines, self.register)
        if document.entity is None:
            own = voices.of_own_words(self.text, self.lines, self.words, self.register)
            document = own or document
        self.issued = voices.is_issued(self.text, self.lines)
        if document.entity is None and self.issued:
            document = voices.of_report(self.text, self.lines, self.register) or document
        self.document = self.now = document
        self.register.mentions.home = self._state_at_home()
        self.labels = turns.of_lines(self.text, self.lines)

    def take(self, line: tuple[int, int, int]) -> tuple[int, bool]:
        """Go on to a line: where its words begin, and whether it is part of a transcript or a list."""
        number, start, end = line
        labelled = self.labels.of_line(start, end, self.document, self.register)
        if labelled is not None:
            self.now, start = labelled
        else:
            if self.listing is not None:
                start = self._listed(start, end)
            if self.giver is not None:
                self._given((number, start, end), self.giver)
        self.register.voice = self.now.entity
        return start, labelled is not None

    def announced(self, sentence: Sentence, reader: Reader) -> None:
        """Who announces the lines below, where a sentence does."""
        if self.text[sentence.start : sentence.end].endswith(":"):
            self.listing = reader.announced or authorship.of_points(sentence, self.register)
        self.giver = given_in_full.announced(self.text, sentence, self.register) or self.giver

    def _state_at_home(self) -> str | None:
        """The state of the body that issued the text, or in whose capital it was filed."""
        issuer = self.document.entity
        if issuer is not None and (of := party(issuer.speaker)).lower() in states():
            return of
        for number, start, end in self.lines[: layout.LEAD_LINES]:
            if self.text.startswith("From:", start, end) and (known := office_of(self.words[number][2:])):
                return known.state
        return self.register.home

    def _listed(self, start: int, end: int) -> int:
        """Where the words of a point begin; who announced the list says them, until a line is no point."""
        begins = layout.point(self.text[start:end])
        self.now = voices.Voice(self.listing, narrates=True) if begins else self.document
        if not begins:
            self.listing = None
        return start + begins

    def _given(self, line: tuple[int, int, int], giver: Entity) -> None:
        """Whether a line belongs to the statement that was announced; the first that does not ends it."""
        first = next(iter(sentences(self.text, line, self.quotes, self.words[line[0]])), None)
        outside = self.register.copy()
        outside.voice = None
        goes_on = first is not None and given_in_full.goes_on(
            self.text, first, Reader(self.text, first, outside, None).read(), giver
        )
        self.giver, self.now = (
            (giver, voices.Voice(giver, narrates=True)) if goes_on else (None, self.document)
        )
