"""What somebody puts a figure at: *X puts output at 200 a month*, *X speaks of more than 60*."""

from __future__ import annotations

from attrs import define

from sherd.claims import grammar
from sherd.claims.asides import Asides
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.roles import NUMBERS
from sherd.claims.sources import anybody
from sherd.claims.subjects import Said

PUTTING = vocabulary(
    "put puts estimate estimates estimated reckon reckons reckoned value values valued gauge gauged"
)
"""Verbs of putting something *at* a figure."""

SPEAKING = vocabulary("speak speaks spoke talk talks talked")

PUTS = PUTTING | SPEAKING

ROUGHLY = vocabulary(
    "roughly about around some at least most between than more less nearly over under above below up "
    "just almost only an estimated a"
)
"""Words before a figure."""

FAR = 12
"""Words between the verb and *at*."""


@define
class Reckoned(Asides):
    """One sentence, and the figures that somebody in it puts on things."""

    def _reckoned(self) -> None:
        """*X puts the number of crates at 7,000*: the number at 7,000."""
        words = self.words
        if PUTS.isdisjoint(vocabulary_of(words)):
            return
        for verb in range(1, self.end - 3):
            group = verb - (words[verb - 1].low in {"has", "have", "had"})
            if words[verb].quoted or words[group - 1].low in grammar.AUXILIARIES:
                continue
            first = self._figure_of(verb)
            if first is None or group == 0:
                continue
            start = self._subject_start(group)
            source = self._subject(group) or anybody(self._clean_subject(words[start:group]), self.register)
            if source is None or any(each.content[0] <= verb < each.content[1] for each in self.found):
                continue
            self.found.append(Said((first, self._limit(verb + 2, None)), source, (verb, verb + 1)))
            self.register.note(source)

    def _figure_of(self, verb: int) -> int | None:
        """Where it begins what is put at a figure, or the figure that is spoken of."""
        words = self.words
        if words[verb].low in SPEAKING and words[verb + 1].low == "of":
            return verb + 2 if self._is_figure(verb + 2) else None
        if words[verb].low not in PUTTING:
            return None
        at = next((n for n in range(verb + 2, min(verb + FAR, self.end - 1)) if words[n].low == "at"), None)
        if at is None or not self._is_figure(at + 1) or any(self._breaks(n) for n in range(verb + 1, at)):
            return None
        return verb + 1

    def _breaks(self, at: int) -> bool:
        """Whether a clause ends or begins there; *the crates shipped since May* is none."""
        word = self.words[at]
        return word.text in {",", ";"} or (not word.low.endswith("ed") and grammar.finite_at(self.words, at))

    def _is_figure(self, at: int) -> bool:
        """*at roughly 7,000*, *at "above 80%"*, *at between one and two*."""
        while at < self.end and (self.words[at].low in ROUGHLY or not self.words[at].is_word):
            at += 1
        if at >= self.end:
            return False
        word = self.words[at]
        return word.text[0].isdigit() or word.low in NUMBERS | {"dozens", "hundreds", "thousands", "half"}
