"""Who speaks in each turn of a briefing, an interview or a broadcast that is printed with labels.

A line that opens with a label (*MR HALE:*, *ANNA HALE:*) is spoken by the one it names, as far as the next
label. *QUESTION:* is asked by nobody who states anything. *HOST:*, and a label for somebody whom the text
calls its correspondent, tell the story in the text's own voice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from sherd.claims.layout import LEAD_LINES
from sherd.claims.lexicon import offices, outlets, states, vocabulary
from sherd.claims.phrases import behalf, is_title
from sherd.claims.sentences import words
from sherd.claims.speakers import Entity, Register
from sherd.claims.voices import Voice
from sherd.model.statements import Passage, Speaker

LABELS = 3
"""Labelled lines from which a document is a transcript, in which a label may stand once."""

_LABEL = re.compile(
    r"(?P<title>(?:MR|MS|MRS|DR|GEN|ADM|COL|AMB|SEN|REP|SECRETARY|AMBASSADOR|MINISTER)\.? )?"
    r"(?P<name>[A-Z][A-Z'’-]+(?: (?:[A-Z]\.|[A-Z][A-Z'’-]+)){0,3}|Question|Answer|Q\d*|A)"
    r"(?P<part>,? ?\(?[A-Z]*(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|PRESENTER)\)?)?"
    r"(?:, [A-Z][A-Z ,'’.-]+)?"
    r"(?: \((?:[Tt]hrough|[Vv]ia|[Ii]n|[Ss]peaking|[Oo]n)\b[^)]*\))?:\s+"
    r"(?:[(\[](?:[Tt]hrough|[Vv]ia|[Ii]n|[Ss]peaking|[Oo]n|[Rr]eading|[Ll]aughter)\b[^)\]]*[)\]]\s*)?"
)
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:al|van|von|de|bin|der) )*(?:[A-Z]\.|[A-Z][\w’'-]+)){0,3}"
_WRITTEN = re.compile(
    r"(?:Q\d+ )?(?P<title>(?:Mr|Ms|Mrs|Dr|Gen|Col|Amb|Sen|Rep|Secretary|Minister|Spokesperson)\.? )?"
    rf"(?P<name>{_NAME}):\s+(?P<part>)"
)
"""A label in small letters: *Hale:*, *Ana Hale:*. It is trusted where the text names the person elsewhere."""

_RECORD = re.compile(
    rf"\[(?P<title>)(?P<name>{_NAME})\]:?\s+(?P<part>)"
    r"|(?P<title_>(?:Mr|Ms|Mrs|Dr|Chairman|Chairwoman|Senator|Secretary|Ambassador)\.? )"
    r"(?P<name_>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?)\.\s+|(?P<short>[QA])(?:\.\s+| {2,}|\t)"
)
"""Labels in brackets, and those of a parliament's record: *[Ana Hale]*, *Mr. HALE.*, *Q.*"""

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
        if found is None and self.transcript:
            found = _label(self.text, start, end)
        if found is None:
            return None
        name, titled = _read(found)
        low = name.lower()
        if low in _ASKING or low in outlets() or re.match(r"Q\d+\b", found[0]):
            return Voice(None, narrates=True, asks=True), found.end()
        if not titled and self._only_asks(name):
            return Voice(None, narrates=True, asks=True), found.end()
        if low in _ANSWERING:
            return Voice(document.entity or self._interviewed(register), narrates=True), found.end()
        if self.transcript and (held := self._in_office(low, found.start(), len(name), register)) is not None:
            register.note(held)
            return Voice(held, narrates=True), found.end()
        if not titled and not self._is_person(name, register):
            return None
        if low in _TELLING or found.groupdict()["part"] or self._tells(name):
            return Voice(None), found.end()
        spoken = self._known(name, self.text.index(name, found.start()), register)
        register.note(spoken)
        return Voice(spoken, narrates=True), found.end()

    def _known(self, name: str, at: int, register: Register) -> Entity:
        """The person of a label: as the text names them in full, else by the label itself."""
        shown = name.title() if name.isupper() else name
        surname = shown.split()[-1]
        known = register.by_name(surname)
        if known is not None and known.speaker.kind == "person":
            own = known.speaker.on_behalf_of or self.home
            return evolve(known, speaker=evolve(known.speaker, on_behalf_of=own))
        full = re.search(rf"(?:(?!{_OPENING} )[A-Z][\w’'-]+ ){{1,2}}{re.escape(surname)}\b", self.text)
        if full is not None and " " not in shown:
            where = Passage.of(self.text, *full.span())
            return Entity(Speaker(full[0], "person", where, on_behalf_of=self.home))
        where = Passage.of(self.text, at, at + len(name))
        if " " not in shown and (large := self._in_large(name)) is not None:
            shown = large[0].title()
        return Entity(Speaker(shown, "person", where, on_behalf_of=self.home))

    def _is_person(self, name: str, register: Register) -> bool:
        """Whether a label without a title is somebody's: *HUR: Russia makes P* and *ANALYSIS: …* are not."""
        if name in register.cast.short or name.lower() in offices() or name.lower() in states():
            return False
        if not name.isupper():
            return self._is_called(name)
        if len(re.findall(rf"^{re.escape(name)}\b[^:\n]*:", self.text, re.MULTILINE)) > 1:
            return True
        surname = name.split()[-1].title()
        if self.transcript and self._is_two_labels(name):
            return True
        return self.transcript and re.search(rf"\b{re.escape(surname)}\b", self.text) is not None

    def _in_office(self, low: str, at: int, size: int, register: Register) -> Entity | None:
        """*Spokesman:*, *THE PRESIDENT:*: whoever the text says holds the office; else nobody named."""
        office = low.removeprefix("the ")
        if not all(is_title(word) for word in office.split()):
            return None
        holders = {
            each.name
            for some in register.cast.persons.values()
            for each in some
            if office in each.office.lower().replace(",", " ").split() or office in each.office.lower()
        }
        where = Passage.of(self.text, at, at + size)
        if len(holders) == 1:
            name = holders.pop()
            known = register.by_name(name.split()[-1])
            if known is not None and known.speaker.name == name:
                return evolve(known, speaker=evolve(known.speaker, span=where))
        name = f"{office} (unnamed)"
        return Entity(Speaker(name, "anonymous_official", where, on_behalf_of=self.home), frozenset({office}))

    def _interviewed(self, register: Register) -> Entity | None:
        """Who answers under *A:*: the only person that the first lines name, or that the text does."""
        head = self.text[:_HEAD]
        known = {each.name for some in register.cast.persons.values() for each in some}
        first = {name for name in known if name in head} or known
        return register.by_name(next(iter(first)).split()[-1]) if len(first) == 1 else None

    def _is_called(self, name: str) -> bool:
        """Whether a label in small letters is the name, or the last name, of somebody whom the text names."""
        if " " in name:
            return len(re.findall(rf"\b{re.escape(name)}\b", self.text)) > 1
        return re.search(rf"[A-Z][\w’'-]+ {re.escape(name)}\b", self.text) is not None

    def _only_asks(self, name: str) -> bool:
        """Whether every turn under this label ends in a question: who asks in an interview states nothing."""
        label = rf"^\W?(?:Mr |Ms |Q\d+ )?{re.escape(name)}[\]:.]+[ \t]+(.*\S)"
        turns = re.findall(label, self.text, re.MULTILINE)
        return bool(turns) and all(turn.endswith("?") for turn in turns)

    def _is_two_labels(self, name: str) -> bool:
        """Whether the label ends another, or another ends it: *ANA HALE, SPOKESWOMAN:* and *HALE:*."""
        shorter = rf"^{re.escape(name.split()[-1])}:"
        again = " " in name and re.search(shorter, self.text, re.MULTILINE) is not None
        return again or self._in_large(name) is not None

    def _in_large(self, name: str) -> re.Match[str] | None:
        """*HALE:*, where another label is *ANA HALE, SPOKESWOMAN:*."""
        label = rf"^(?!M[RS]S?\b|DR\b)(?:[A-Z][A-Z'’-]+ ){{1,2}}{re.escape(name)}\b(?=[^a-z\n]*:)"
        return re.search(label, self.text, re.MULTILINE)

    def _tells(self, name: str) -> bool:
        """Whether the text calls whom the label names its own: *our correspondent X Y*."""
        surname = re.escape(name.split()[-1].title())
        return re.search(rf"\b{_OURS}{surname}\b", self.text) is not None


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    some = (_LABEL, _WRITTEN, _RECORD)
    return next((found for each in some if (found := each.match(text, start, end))), None)


def _read(found: re.Match[str]) -> tuple[str, str]:
    """The name on a label, and the title before it."""
    parts = found.groupdict()
    name = parts["name"] or parts.get("name_") or parts.get("short") or ""
    return name, parts["title"] or parts.get("title_") or ""


_HEAD = 400
"""How far into the text the first lines go."""

_OPENING = r"(?:Now|Then|And|But|So|Thank|Thanks|Here|Welcome|Good|Next|Today|With|Mr|Ms|Mrs|Dr|The)"
"""Words with a capital before a name that they are no part of."""


def of_lines(text: str, lines: Sequence[tuple[int, int, int]]) -> Turns:
    """The turns of a document from its lines."""
    labels = [found for _, start, end in lines if (found := _label(text, start, end)) is not None]
    names = [_read(found)[0] for found in labels]
    again = max(Counter(names).values(), default=0)
    large = sum(name.isupper() or name.lower() in _ASKING for name in names)
    transcript = large >= LABELS or (len(labels) >= LABELS and again > 1)
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
