"""What is said where no verb takes it: *X: “P”*, *X criticised Y: “P”*, *“Nonsense”, so X on reports of P*.

A colon behind whoever the sentence is about brings in their words. A quotation that only calls something
untrue denies what the sentence says it answers.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Said, Stretch
from sherd.claims.languages.lines import COMMAS, DASHES, Found
from sherd.claims.languages.passing import Passing
from sherd.claims.languages.people import Someone
from sherd.claims.languages.stretches import is_finite
from sherd.claims.quotes import MARKS
from sherd.model.statements import Relay, Speaker

RETORT = 6
"""Words of a quotation that only calls something untrue, at most."""


@define
class Replies(Passing):
    """A sentence in which a colon, or a retort, says who says what."""

    def _colon(self, first: int, last: int) -> int | None:
        """The first colon outside quotation marks."""
        tokens = self.line.tokens
        return next((n for n in range(first, last) if tokens[n].text == ":" and tokens[n].quote < 0), None)

    def _announced(self) -> None:
        """*X: “P”*; *X took issue with Y: “P”*; *intelligence of X: P*."""
        colon = self._colon(1, self.last)
        if colon is None or self.line.tokens[0].quote >= 0:
            return
        source = self._announcer(colon)
        if source is None:
            return
        speech = self._behind(colon)
        whole = self.who.end(0, colon) == colon
        if speech:
            source = self.cast.note(source)
            for stretch in speech:
                self.quoted(stretch, source, None)
        elif whole and self.has_verb(colon + 1, self.last) and self._speaks_for(colon):
            said = Said((colon + 1, self.last), self.cast.note(source), None)
            self._asserted(said.content, said.source, None, "assert", ())  # type: ignore[arg-type]

    def _announcer(self, colon: int) -> Someone | None:
        opening = self.opening()
        if opening is None and 0 < colon <= 2 and self._bare_name(colon):
            name = self.line.words(0, colon)
            return self.cast.by_surname(name) or Someone(Speaker(name, "person", self.line.passage(0, colon)))
        known = opening is not None and opening.speaker.kind != "anonymous"
        return opening if known else None

    def _bare_name(self, colon: int) -> bool:
        """*Petrov: P*: nothing but a name that no table knows stands before the colon."""
        line = self.line
        told = (line.tokens[n].is_name and not line.senses[n] for n in range(colon))
        return self.who.capitals and all(told)

    def _speaks_for(self, colon: int) -> bool:
        """Whether an office, a body or a named person stands before the colon, and no mere topic."""
        kinds = ("office", "body", "role", "outlet name")
        return next(self.line.every(0, colon, *kinds), None) is not None or self._bare_name(colon)

    def _behind(self, colon: int) -> list[Stretch]:
        """The speech that begins right behind a colon, and what goes on behind it."""
        speech = self.speech(colon, self.last)
        return speech if speech and speech[0][0] <= colon + 2 else []

    def _after_colon(self, hit: Found, source: Someone, chain: tuple[Relay, ...]) -> int | None:
        """*accused Y of P: “Q”*: Q is said as well; returns where the colon stands."""
        colon = self._colon(hit.end, self.last)
        speech = self._behind(colon) if colon is not None else []
        for stretch in speech:
            self.quoted(stretch, source, None, chain)
        return colon if speech else None

    def _retort(self, hit: Found, source: Someone, chain: tuple[Relay, ...]) -> bool:
        """*“A lie”, so X commented on reports of P*; *reports of P are “nonsense”, said X*: P is denied."""
        line = self.line
        false = next((f for f in line.every(self.used, hit.start, "false") if self._quoted(f.start)), None)
        if false is None or self._words_with(false.start) > RETORT:
            return False
        after = max(hit.end, self.subject_end)
        content = self._reported(after, self.last) or self._reported(self.used, false.start)
        if content is None:
            return False
        before = len(self.found)
        self.add(Said(content, source, hit, "deny", "deny", chain=chain))
        return len(self.found) > before

    def _quoted(self, at: int) -> bool:
        return self.line.tokens[at].quote >= 0

    def _words_with(self, at: int) -> int:
        number = self.line.tokens[at].quote
        return sum(token.is_word for token in self.line.tokens if token.quote == number)

    def _reported(self, first: int, last: int) -> Stretch | None:
        """What stands behind *reports of*, up to a quotation, where it names a deed or a thing."""
        line = self.line
        report = next(line.every(first, last, "report"), None)
        if report is None:
            return None
        stop = next((n for n in range(report.end, last) if line.tokens[n].quote >= 0), last)
        while stop > report.end and line.tokens[stop - 1].text in MARKS + "—–-":
            stop -= 1
        told = next(line.every(report.end, stop, "noun", "verb", "thing"), None)
        return (report.end, stop) if told is not None else None

    def _that(self, hit: Found, end: int) -> int | None:
        """Where a clause with *that* begins behind the cue."""
        line = self.line
        for n in range(hit.end, end):
            if line.tokens[n].quote >= 0 and line.tokens[n].text not in COMMAS:
                continue
            that = line.at(n, "that")
            if (
                that is not None
                and n > hit.end - 1
                and line.tokens[n - 1].text in COMMAS
                and line.tokens[n].quote < 0
            ):
                return that.end
            if n > hit.end + 1 and is_finite(line, n) and line.at(n, "noun", "thing") is None:
                relative = any(line.at(back, "which") for back in range(hit.end, n))
                if not relative:
                    return None
        return None

    def _aside(self, hit: Found, end: int) -> Stretch | None:
        """*P, X said*; *however, X said, P*; *as X said, P*."""
        line = self.line
        left = self.bare(self.used, hit.start)
        if left[1] > left[0] and line.at(left[1] - 1, "as") is not None:
            left = self.bare(left[0], left[1] - 1)
        behind = self.past_relative(max(self.subject_end, hit.end), end)
        comma = next(iter(self.commas(behind, end)), None)
        right = self.bare(comma, end) if comma is not None else (end, end)
        if self.words_in(*right) >= 3 and (self.words_in(*left) < 3 or not self.has_verb(*left)):
            return right
        if self.words_in(*left) >= 2 and line.tokens[hit.start - 1].text in COMMAS | DASHES:
            return left
        return right if self.words_in(*right) >= 3 else None
