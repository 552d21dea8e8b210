"""Who speaks in each turn of a briefing, an interview or a broadcast that is printed with labels.

A line that opens with a label (*MR HALE:*, *ANNA HALE:*) is spoken by the one it names, as far as the next
label. *QUESTION:* is asked by nobody who states anything. *HOST:*, and a label for somebody whom the text
calls its correspondent, tell the story in the text's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from sherd.claims.lexicon import offices, vocabulary
from sherd.claims.phrases import behalf
from sherd.claims.sentences import words
from sherd.claims.speakers import Entity, Register
from sherd.claims.voices import LEAD_LINES, Voice
from sherd.model.statements import Passage, Speaker

LABELS = 3
"""Labelled lines from which a document is a transcript, in which a label may stand once."""

_LABEL = re.compile(
    r"(?P<title>(?:MR|MS|MRS|DR|GEN|ADM|COL|AMB|SEN|REP|SECRETARY|AMBASSADOR|MINISTER)\.? )?"
    r"(?P<name>[A-Z][A-Z'’-]+(?: (?:[A-Z]\.|[A-Z][A-Z'’-]+)){0,3}|Question|Answer|Q|A)"
    r"(?P<part>,? ?\(?[A-Z]*(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|PRESENTER)\)?)?"
    r"(?: \((?:[Tt]hrough|[Vv]ia|[Ii]n|[Ss]peaking|[Oo]n)\b[^)]*\))?:\s+"
    r"(?:[(\[](?:[Tt]hrough|[Vv]ia|[Ii]n|[Ss]peaking|[Oo]n|[Rr]eading|[Ll]aughter)\b[^)\]]*[)\]]\s*)?"
)
_ASKING = vocabulary("question q reporter journalist moderator operator")
_TELLING = vocabulary("host anchor narrator presenter correspondent byline newsreader")
_ANSWERING = vocabulary("answer a")
_OURS = (
    r"(?:correspondent|reporter|colleague|host|presenter|producer|editor)s?,?\s+(?:[A-Z][\w.’'-]+\s+){0,3}?"
)


@frozen
class Turns:
    """The labels of one document; ``transcript`` says that one may be trusted by itself."""

    text: str
    transcript: bool
    home: str | None = None
    """The state whose briefing it is: that of those who answer."""

    def of_line(self, start: int, end: int, document: Voice, register: Register) -> tuple[Voice, int] | None:
        """The voice that a label gives, and where its words begin; ``None`` for a line without one."""
        found = _LABEL.match(self.text, start, end)
        if found is None:
            return None
        name, low = found["name"], found["name"].lower()
        if low in _ASKING:
            return Voice(None, narrates=True, asks=True), found.end()
        if low in _ANSWERING:
            return Voice(document.entity, narrates=True), found.end()
        if not found["title"] and not self._is_person(name, register):
            return None
        if low in _TELLING or found["part"] or self._tells(name):
            return Voice(None), found.end()
        spoken = self._known(name, found.start("name"), register)
        register.note(spoken)
        return Voice(spoken, narrates=True), found.end()

    def _known(self, name: str, at: int, register: Register) -> Entity:
        """The person of a label: as the text names them in full, else by the label itself."""
        shown = name.title()
        surname = shown.split()[-1]
        known = register.by_name(surname)
        if known is not None and known.speaker.kind == "person":
            own = known.speaker.on_behalf_of or self.home
            return evolve(known, speaker=evolve(known.speaker, on_behalf_of=own))
        full = re.search(rf"(?:[A-Z][\w’'-]+ ){{1,2}}{re.escape(surname)}\b", self.text)
        if full is not None and " " not in shown:
            where = Passage.of(self.text, *full.span())
            return Entity(Speaker(full[0], "person", where, on_behalf_of=self.home))
        where = Passage.of(self.text, at, at + len(name))
        return Entity(Speaker(shown, "person", where, on_behalf_of=self.home))

    def _is_person(self, name: str, register: Register) -> bool:
        """Whether a label without a title is somebody's: *HUR: Russia makes P* and *ANALYSIS: …* are not."""
        if name in register.cast.short or name.lower() in offices():
            return False
        if len(re.findall(rf"^{re.escape(name)}\b[^:\n]*:", self.text, re.MULTILINE)) > 1:
            return True
        surname = name.split()[-1].title()
        return self.transcript and re.search(rf"\b{re.escape(surname)}\b", self.text) is not None

    def _tells(self, name: str) -> bool:
        """Whether the text calls whom the label names its own: *our correspondent X Y*."""
        surname = re.escape(name.split()[-1].title())
        return re.search(rf"\b{_OURS}{surname}\b", self.text) is not None


def of_lines(text: str, lines: Sequence[tuple[int, int, int]]) -> Turns:
    """The turns of a document from its lines."""
    labels = sum(_LABEL.match(text, start, end) is not None for _, start, end in lines)
    transcript = labels >= LABELS
    return Turns(text, transcript, _briefed_by(text, lines[:LEAD_LINES]) if transcript else None)


_BRIEFING = re.compile(r"\b(?:briefing|press conference|press gaggle|news conference)\b", re.IGNORECASE)
_DEPARTMENT = re.compile(r"(?:State )?Department Press Briefing", re.IGNORECASE)
"""How the United States Department of State heads the transcripts of its briefings."""


def _briefed_by(text: str, lines: Sequence[tuple[int, int, int]]) -> str | None:
    """The state whose briefing the first lines say that it is."""
    for _, start, end in lines:
        told = _BRIEFING.search(text, start, end)
        if told is None or _LABEL.match(text, start, end) is not None:
            continue
        if _DEPARTMENT.match(text, start, end):
            return "United States"
        if (state := behalf(tuple(words(text, start, told.start())))) is not None:
            return state
    return None
