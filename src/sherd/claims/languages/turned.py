"""Sentences of a verb-final language that put what is said first: *P، X گفت*; *«P»؛ این را X گفت*.

What is said closes with a verb of its own or with a quotation mark; behind the comma only the speaker and
the verb of saying are left. Also what is denied in passing: *X با رد P گفت که Q*.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Frame, Said
from sherd.claims.languages.lines import COMMAS, Found
from sherd.claims.languages.people import Someone
from sherd.claims.languages.stretches import is_finite
from sherd.claims.quotes import MARKS


@define
class Turned(Frame):
    """A sentence whose speaker may stand behind what they say."""

    used: int = 0
    subject_end: int = 0

    def _subject(self, hit: Found) -> Someone | None:
        raise NotImplementedError

    def _past_verb(self, at: int) -> int:
        raise NotImplementedError

    def _turn(self, hit: Found) -> bool:
        """Read *P، X گفت*; whether it was one."""
        if hit.sense.kind != "say" or self.words_in(self._past_verb(hit.end), self.last):
            return False
        comma = next((n for n in range(self.used + 2, hit.start) if self._closes(n)), None)
        before = self.used
        back = next(self.line.every(before, hit.start, "back"), None)
        if comma is None and (back is None or back.start > before + 1):
            return False
        self.used = comma + 1 if comma is not None else back.end if back is not None else before
        source = self._subject(hit)
        if source is None or self.subject_end <= self.used:
            self.used = before
            return False
        source = self.cast.note(source)
        if comma is not None:
            self._asserted((before, comma), source, hit, hit.sense.meaning, ())
        else:
            self.found.append(Said((hit.start, hit.end), source, hit, hit.sense.meaning, back=True))
        self.used = self.last
        return True

    def _closes(self, at: int) -> bool:
        """Whether a clause or a quotation ends before the comma here."""
        line = self.line
        if line.tokens[at].text not in COMMAS or line.tokens[at].quote >= 0:
            return False
        before = line.tokens[at - 1]
        if before.text in MARKS:
            return any(stretch[1] == at - 1 for stretch in self.speech(self.used, at))
        return is_finite(line, at - 1) or line.at(at - 1, "negative") is not None

    def _denied_in_passing(self, hit: Found, source: Someone) -> None:
        """*rejecting P, X said Q*: P is denied as well; *stating that P, X said Q* states it."""
        line = self.line
        stating = next(line.every(self.subject_end, hit.start, "stating"), None)
        if stating is not None:
            stop = next(iter(self.commas(stating.end, hit.start)), hit.start)
            self._asserted((stating.end, stop), source, stating, "assert", ())
            self.subject_end = min(stop + 1, hit.start)
        denying = next(line.every(self.subject_end, hit.start, "denying"), None)
        if denying is None:
            return
        commas = self.commas(denying.end, hit.start)
        stop = commas[0] if commas else hit.start
        content = self.denied(denying.end, stop)
        if not self.is_anaphoric(*content) and next(line.every(*content, "noun", "verb"), None) is not None:
            self.add(Said(content, source, denying, "deny", "deny"))
        self.subject_end = min(stop + 1, hit.start) if commas else hit.start
