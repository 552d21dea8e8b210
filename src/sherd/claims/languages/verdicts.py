"""Verdicts in a sentence whose verb stands in the middle: *called P a lie*, *condemned P*, *welcomed P*.

What is called untrue is denied; what is condemned is taken for granted; what is welcomed is said to be so.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Said, Stretch
from sherd.claims.languages.lines import COMMAS, DASHES, Found
from sherd.claims.languages.people import Someone
from sherd.claims.languages.replies import Replies
from sherd.claims.quotes import MARKS
from sherd.model.statements import Relay


@define
class Verdicts(Replies):
    """A sentence in which somebody judges what others say or do."""

    def _call(self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]) -> None:
        """*called the reports of P baseless* denies P."""
        false = self.false_in(self.subject_end if self.subject_end < hit.start else 0, end)
        if false is None:
            return
        further = self._further(max(hit.end, self.subject_end), end)
        if further is not None:  # *called P a lie, and Q nonsense*
            joint, dash = further
            self._denies(self.denied(joint + 1, dash), hit, source, chain)
            if false.start > joint:
                self.used = end
                return
            end = joint
        first = self.subject_end if inverted else hit.end
        stop = self._before_false(false, first)
        content = self.denied(first, stop)
        if self.words_in(first, stop) == 0:
            content = self.denied(self._past_verdict(false), end)  # *called fake the reports of P*
        if next(self.line.every(first, stop, "pronoun"), None) is not None:
            return  # *called it a lie*: what it was does not stand here
        if self.words_in(*content) < 2 and not inverted:
            content = self.denied(self.past_relative(self.subject_end, hit.start), hit.start)
        if self.words_in(*content) < 2 and not inverted and self.subject_start > self.used:
            content = self.denied(self.used, self.subject_start)  # *P Tehran called a lie*
        self._denies(content, hit, source, chain)
        self.used = end

    def _denies(self, content: Stretch, hit: Found, source: Someone, chain: tuple[Relay, ...]) -> None:
        """What is denied, where the words themselves say what it was."""
        if not self.is_anaphoric(*content):
            self.add(Said(content, source, hit, "deny", "deny", chain=chain))

    def _further(self, first: int, last: int) -> tuple[int, int] | None:
        """The joining word and the dash of *and Q – nonsense*, with a verdict behind the dash."""
        line = self.line
        for at in range(first, last):
            if line.at(at, "and") is None or line.tokens[at - 1].text not in COMMAS:
                continue
            dash = next((n for n in range(at + 2, last) if line.tokens[n].text in DASHES), None)
            if dash is not None and self.false_in(dash, last) is not None:
                return at, dash
        return None

    def _before_false(self, false: Found, first: int) -> int:
        """The noun phrase before *baseless*, or before the quotation that it stands in."""
        stop = false.start
        while stop > first and self.line.tokens[stop - 1].quote >= 0 and self.line.tokens[stop].quote >= 0:
            stop -= 1
        while stop > first and (
            self.line.tokens[stop - 1].text in MARKS
            or self.line.at(stop - 1, "adverb", "lead", "and") is not None
        ):
            stop -= 1
        return stop

    def _past_verdict(self, false: Found) -> int:
        """Behind the word that calls something untrue, and behind the quotation that it stands in."""
        at, number = false.end, self.line.tokens[false.start].quote
        while at < self.last and number >= 0 and self.line.tokens[at].quote == number:
            at += 1
        while at < self.last and self.line.tokens[at].text in MARKS:
            at += 1
        return at

    def _rebuke(
        self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]
    ) -> None:
        """*condemned the transfer of P* takes P for granted."""
        first = self.subject_end if inverted else hit.end
        end = self._after_colon(hit, source, chain) or end
        if hit.sense.meaning:
            self._welcomed((first, end), hit, source, inverted, chain)
        elif next(self.line.every(first, end, "noun"), None) is not None:
            self.add(
                Said(
                    (first, end), source, None, "presuppose", "assert", "presupposition", "presupposed", chain
                )
            )
        self.used = end

    def _welcomed(
        self, behind: Stretch, hit: Found, source: Someone, inverted: bool, chain: tuple[Relay, ...]
    ) -> None:
        """*welcomed P*; *P X welcomed*: who welcomes a deed holds that it was done."""
        content = self.bare(*behind)
        if self.words_in(*content) < 2 and not inverted:
            content = self.bare(self.past_relative(self.subject_end, hit.start), hit.start)
        if self.line.at(content[0], "that") is not None:
            content = self.bare(content[0] + 1, content[1])
        if next(self.line.every(*content, "noun", "verb", "thing", "state"), None) is not None:
            self.add(Said(content, source, hit, hit.sense.meaning, chain=chain))
