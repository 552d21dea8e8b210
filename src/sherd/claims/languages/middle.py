"""Frames of languages whose verb stands between subject and object: *X said that P*, *“P”, said X*.

The subject is looked for on the left of its verb, or on the right where what is said comes first. A place
that acts is a subject too (*в Кремле отвергли P*). What is denied stands right of the verb or, pulled
forward, left.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.documents import Documents
from sherd.claims.languages.frames import Said, Stretch
from sherd.claims.languages.lines import COMMAS, DASHES, Found
from sherd.claims.languages.people import Someone, as_outlet
from sherd.claims.languages.stretches import is_finite
from sherd.claims.languages.tables import Sense
from sherd.model.statements import Relay


@define
class Middle(Documents):
    """One such sentence."""

    def read(self) -> list[Said]:
        """Everything that is said in the sentence."""
        hits = self._outside_which(self.hits())
        colon = self._colon(1, self.last)
        if not hits or (colon is not None and all(hit.start > colon for hit in hits)):
            self._announced()
        if self.found or not hits:
            if not self.found:
                self._bare_quotation()
                self._shown()
            return self.found
        hits = self._according(hits)
        for number, hit in enumerate(hits):
            if hit.start < self.used:
                continue
            following = next((other for other in hits[number + 1 :] if self._coordinated(hit, other)), None)
            end = self._before_joint(following) if following else self.last
            end = self._before_aside(hit, hits[number + 1 :], end)
            self._hit(hit, end)
        return self.found

    def _outside_which(self, hits: list[Found]) -> list[Found]:
        """Without what a relative clause tells of somebody who is spoken of, where the sentence says more."""
        told = {"say", "urge"}
        outside = [hit for hit in hits if hit.sense.kind not in told or not self._in_relative(hit.start)]
        return outside or hits

    def _in_relative(self, at: int) -> bool:
        """Whether a relative clause is still open; a comma right before a verb of saying closes it."""
        return self._inside_which(at, 0) and self.line.tokens[at - 1].text not in COMMAS

    def _is_gerund(self, hit: Found) -> bool:
        """*…, saying that P*: the verb of the subject that has just spoken."""
        line, low = self.line, self.line.lows[hit.end - 1]
        if hit.sense.kind != "say" or not low.endswith(line.lexicon.endings("gerund")):
            return False
        end = hit.end
        while end < self.last and line.at(end, "adverb") is not None:
            end += 1
        that = line.at(end + 1, "that") if end < self.last and line.tokens[end].text in COMMAS else None
        return that is not None and hit.start > 0 and line.tokens[hit.start - 1].text in COMMAS

    def _before_aside(self, hit: Found, later: list[Found], end: int) -> int:
        """*X asked Y to P, the minister Z said*: the end of what X says; Z passes it on."""
        for other in later:
            aside = other.start < end and self.line.tokens[other.start - 1].text in COMMAS
            if (
                not aside
                or self._is_gerund(other)
                or hit.sense.kind in {"relay", "written left"}
                or other.sense.kind != "say"
            ):
                continue
            before = self.subject_end
            told = self._right(other, end)
            self.subject_end = before
            if told is not None and not self.commas(other.end, end):
                told = self.cast.note(told)
                speaker = told.speaker
                cue = self.line.passage(other.start, other.end)
                self.chain = (Relay(speaker.name, speaker.kind, speaker.span, cue),)
                return other.start - 1
        return end

    def _is_cue(self, hit: Found) -> bool:
        """A verb of saying in a finite form, and no noun that begins alike."""
        if hit.sense.kind not in {"say", "deny", "urge", "accuse", "call", "rebuke"}:
            return True
        if self._is_gerund(hit):
            return True
        whole = hit.end - hit.start > 1 or self._stands_whole(hit)
        return whole or self.line.lows[hit.end - 1].endswith(self.line.lexicon.endings("verbend"))

    def _stands_whole(self, hit: Found) -> bool:
        """Whether the tables have this very form as a cue of this kind."""
        some = self.line.lexicon.first.get(self.line.lows[hit.start], ())
        return any(entry.sense.kind == hit.sense.kind for entry in some)

    def _bare_quotation(self) -> None:
        """A quotation that is the whole sentence goes on with the last speaker."""
        if self.speaker is None:
            return
        speech = self.speech(0, self.last)
        outside = sum(token.is_word for token in self.line.tokens if token.quote < 0)
        if speech and outside == 0:
            for stretch in speech:
                self.quoted(stretch, self.speaker, None)

    def _shown(self) -> None:
        """*“P”, shrugged X*: any verb between a quotation with a dash behind it and a subject."""
        line = self.line
        speech = self.speech(0, self.last)
        if self.found or not speech or speech[0][0] > 1:
            return
        dash = next((n for n in range(speech[0][1], self.last) if line.tokens[n].text in DASHES), None)
        if dash is None or self.words_in(speech[0][1], dash) or not is_finite(line, dash + 1):
            return
        if line.tokens[dash + 1].quote >= 0 or line.at(dash + 2, "that") is not None:
            return
        self.used = 0
        self._hit(Found(dash + 1, dash + 2, Sense("say", "assert")), self.last)

    # ------------------------------------------------------------ one cue

    def _hit(self, hit: Found, end: int) -> None:
        kind = hit.sense.kind
        if kind in {"written", "written left"}:
            self._written(hit, end)
            return
        if (
            kind == "say"
            and next(self.line.every(0, hit.start, "back"), None)
            and self._that(hit, end) is None
        ):
            self._backwards(hit)
            return
        source, inverted = (self.before, False) if self._is_gerund(hit) else self._subject(hit, end)
        source = source or self.relayed
        if source is None:
            return
        if kind == "say" and (self._passes_on(hit) or self._written_by(hit, source)):
            source = as_outlet(source)
        source = self.cast.note(source)
        self.before = source
        if self._passes_on(hit) and self._relays(hit, source):
            return
        chain: tuple[Relay, ...] = ()
        if self.relayed is not None and source.speaker.kind == "outlet":
            chain, source = self.relay(source, hit), self.relayed
        elif self.relayed is not None and self.relayed.speaker.kind == "outlet":
            chain = self.relay(self.relayed, hit)
        chain = chain or self.chain
        {
            "say": self._say, "deny": self._deny, "accuse": self._accuse, "urge": self._urge,
            "call": self._call, "rebuke": self._rebuke, "silent": self._silent,
        }[kind](hit, end, source, inverted, chain)  # fmt: skip

    def _say(self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]) -> None:
        that = self._that(hit, self.last)
        speech = self.speech(self.used, self.last)
        if inverted and self.has_verb(self.used, hit.start) and all(at >= end for at, _ in speech):
            speech = []  # of a further verb: *P, X said, and called Q “a lie”*
        if that is None and self._retort(hit, source, chain):
            self.used = end
            return
        if that is None and (absent := self._absence(hit, end)) is not None:
            self.add(Said(absent, source, hit, "deny", "deny", chain=chain))
            self.used = end
            return
        if inverted and that is None and (about := self._about(hit)) is not None:
            self._asserted(about, source, hit, hit.sense.meaning, chain)
            self.used = end
            return
        if that is not None and not any(stretch[1] <= hit.start for stretch in speech):
            self._asserted((that, end), source, hit, hit.sense.meaning, chain)
            self.used = end
            return
        if speech and (inverted or self._opens_quote(hit, speech)) and self._stands_alone(speech[0]):
            goes_on = end if not any(stretch[0] >= end for stretch in speech) else self.last
            for stretch in speech:
                self.quoted(stretch, source, hit, chain)
            self.used = goes_on
            return
        false = self.false_in(hit.end, end) if that is None and not inverted else None
        if false is not None and (not speech or self.line.tokens[false.start].quote < 0):
            self._call(hit, end, source, inverted, chain)
            return
        colon = next(
            (
                n
                for n in range(hit.end, end)
                if self.line.tokens[n].text == ":" and self.line.tokens[n].quote < 0
            ),
            None,
        )
        if colon is not None:
            self._asserted((colon + 1, end), source, hit, hit.sense.meaning, chain)
            self.used = end
            if colon + 1 == self.last:
                self.announcing = Said((colon, colon), source, None, hit.sense.meaning, chain=chain)
        elif (inverted or self._as_said(hit)) and (content := self._aside(hit, end)) is not None:
            subject = self._cut_subject(content, hit)
            self._asserted(content, source, hit, hit.sense.meaning, chain, subject)
            self.used = end
        elif not inverted and self._takes_noun(hit, end):
            self._asserted((hit.end, end), source, hit, hit.sense.meaning, chain)
            self.used = end

    def _absence(self, hit: Found, end: int) -> Stretch | None:
        """*spoke of the absence of P*, *of having no part in P*: P, which is denied."""
        line = self.line
        about = line.at(hit.end, "about")
        noun = line.at(about.end, "absence") if about is not None else None
        if noun is None or noun.end >= end:
            return None
        return noun.end, end

    def _about(self, hit: Found) -> Stretch | None:
        """*Of deliveries of P reported X*: what it is about stands first."""
        first = self.bare(self.used, hit.start)[0]
        about = self.line.at(first, "about")
        if about is None or self.line.at(first, "back") is not None:
            return None
        noun = next(self.line.every(about.end, min(about.end + 3, hit.start), "noun"), None)
        comma = next(iter(self.commas(first, hit.start)), None)
        return (about.end, hit.start) if noun is not None and comma is None else None

    def _accuse(
        self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]
    ) -> None:
        """*accused Y of P* asserts P of Y."""
        first = self.subject_end if inverted else hit.end
        end = self._after_colon(hit, source, chain) or end
        of = next((n for n in range(first, end) if self.line.at(n, "at") is not None and n > first), None)
        that = self._that(hit, end)
        if that is not None:
            self.add(Said((that, end), source, hit, "assert", "assert", chain=chain))
        elif of is not None and of + 1 < end:
            self.add(Said((of + 1, end), source, hit, "assert", "assert", chain=chain, asked=(first, of)))
        self.used = end

    def _as_said(self, hit: Found) -> bool:
        """*As he explained, P*: a subject between *as* and the verb."""
        return (
            self.subject_start > 0
            and self.line.at(self.subject_start - 1, "as") is not None
            and (self.subject_end == hit.start)
        )

    def _stands_alone(self, speech: Stretch) -> bool:
        """Whether a quotation is a clause of its own, and not words inside one: *Tehran “never sent” P*."""
        before, after = speech[0] - 2, speech[1] + 1
        signs = COMMAS | DASHES | {":", "."}
        opens = before < self.used or self.line.tokens[before].text in signs
        return opens or after >= self.last or self.line.tokens[after].text in signs

    def _opens_quote(self, hit: Found, speech: list[Stretch]) -> bool:
        """Whether the quotation follows a colon, or is most of what follows the verb."""
        before = speech[0][0] - 2
        return (before >= 0 and self.line.tokens[before].text in {":", ","}) or speech[0][1] <= hit.start

    def _takes_noun(self, hit: Found, end: int) -> bool:
        """*confirmed deliveries of P*: an action as a noun right behind the verb."""
        if hit.sense.meaning not in {"admit", "finding", "predict"}:
            return False
        first = self.bare(hit.end, end)[0]
        low = self.line.lows[first] if first < end else ""
        if hit.sense.meaning == "predict" and low.endswith(self.line.lexicon.endings("infinitive")):
            return len(low) > 3  # *promised to check P*
        return next(self.line.every(hit.end, min(end, hit.end + 5), "noun", "thing"), None) is not None

    def _deny(self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]) -> None:
        speech = self.speech(self.used, end)
        that = self._that(hit, end)
        denial = next(self.line.every(hit.end, that or end, "denial"), None)
        if denial is not None and that is not None:
            self.add(Said((that, end), source, hit, "deny", "deny", chain=chain, of_denial=True))
        elif denial is not None:
            pass  # *rejected the denial*: what was denied does not stand here
        elif that is not None:
            for piece in self.clauses(*self._without_gerund(that, end)):
                self.add(Said(piece, source, hit, "deny", "deny", chain=chain))
        elif speech and inverted and speech[0][1] <= hit.start:
            for stretch in speech:
                self.quoted(stretch, source, hit, chain)
        else:
            content = self.denied(self.subject_end if inverted else hit.end, end)
            if self.words_in(*content) < 2 and not inverted:
                first = self.past_relative(self.subject_end, hit.start)
                content = self._trimmed_adverbs(*self.denied(first, hit.start))
            if self.words_in(*content) < 2 and not inverted and self.subject_start > self.used:
                content = self.denied(self.used, self.subject_start)  # *P Tehran denies*
            content = self._without_gerund(*content)
            self._denies(content, hit, source, chain)
        self.used = end

    def _without_gerund(self, first: int, last: int) -> Stretch:
        """What is denied, without *, calling it Q* or *, although Q* behind it."""
        line = self.line
        for comma in self.commas(first + 1, last):
            low = line.lows[comma + 1] if comma + 1 < last else ""
            gerund = (
                len(low) > 4
                and low.endswith(line.lexicon.endings("gerund"))
                and not line.at(comma + 1, "adjective", "which")
            )
            if gerund or line.at(comma + 1, "although") is not None:
                return first, comma
        return first, last

    def _trimmed_adverbs(self, first: int, last: int) -> Stretch:
        while last > first and self.line.at(last - 1, "adverb") is not None:
            last -= 1
        return first, last

    def _urge(self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]) -> None:
        that = self._that(hit, end)
        first = self.subject_end if inverted else hit.end
        colon = self._colon(hit.end, end)
        if colon is not None and that is None and self.has_verb(colon + 1, end):
            self._asserted((colon + 1, end), source, hit, "assert", chain)
            self.used = end
            return
        if that is not None and self.words_in(first, that) <= 2:
            if (plain := self.line.at(that - 1, "that")) is not None and not plain.sense.meaning:
                self._asserted((that, end), source, hit, "assert", chain)  # *insisted that P*
                self.used = end
                return
            first = that
        self.add(Said((first, end), source, hit, "urge", "urge", chain=chain))
        self.used = end

    def _silent(
        self, hit: Found, end: int, source: Someone, inverted: bool, chain: tuple[Relay, ...]
    ) -> None:
        del inverted
        joint = next(
            (n for n in range(hit.start, self.used, -1) if self._joins(n, self.used, end)), self.used
        )
        self.add(Said((joint, end), source, hit, "assert", "assert", "indirect", "silent", chain))
        self.used = end

    # ------------------------------------------------------------ several cues

    def _coordinated(self, hit: Found, other: Found) -> bool:
        """Whether the other cue begins a clause of its own: *condemned P and urged Q*."""
        line = self.line
        if self._is_gerund(other):
            return self._that(hit, other.start) is None
        if other.sense.kind in {"according", "own", "relay", "relayed"}:
            return False
        before = other.start - 1
        colon = any(
            line.tokens[n].text == ":" and line.tokens[n].quote < 0 for n in range(hit.end, other.start)
        )
        if colon and hit.sense.kind == "deny" and other.sense.kind == "say":
            return True
        while (
            before > hit.end
            and line.at(before, "adverb", "lead") is not None
            and line.at(before, "and") is None
        ):
            before -= 1
        if (
            line.at(before, "and") is not None
            and line.tokens[before - 1].text in COMMAS
            and self._agrees(hit, other)
        ):
            return True
        if line.at(before, "and") is not None:
            return self._that(hit, before) is None or (
                other.sense.kind in {"deny", "urge"} and line.tokens[before - 1].text in COMMAS
            )
        joint = next(
            (
                n
                for n in range(other.start - 1, hit.end, -1)
                if line.tokens[n - 1].text in COMMAS and (line.at(n, "and") or self._turns_to(n))
            ),
            None,
        )
        if joint is None or other.start - joint > 12:
            return False
        if other.sense.kind in {"call", "deny"} and self._agrees(hit, other):
            return True  # *P, he said, and Q he called a lie*
        first = joint + 1 if line.at(joint, "and") is not None else joint
        end = self.who.end(first, other.start)
        near = end >= other.start - 2 or line.at(joint, "and") is None
        return near and self.who.read(first, end) is not None

    def _turns_to(self, at: int) -> bool:
        """*X denied P, Y however kept silent*: a small word behind who is named turns to them."""
        return any(self.line.at(n, "turn") is not None for n in range(at + 1, min(at + 5, self.last)))

    def _agrees(self, one: Found, other: Found) -> bool:
        """Whether two verbs stand in one form, as verbs of one subject do."""
        one_low, other_low = self.line.lows[one.end - 1], self.line.lows[other.end - 1]
        return one_low[-2:] == other_low[-2:] or one_low[-1] == other_low[-1] in "лв"

    def _before_joint(self, other: Found) -> int:
        if self._is_gerund(other):
            return other.start - 1
        line = self.line
        joints = (
            n
            for n in range(other.start - 1, 0, -1)
            if line.at(n, "and") is not None
            or line.tokens[n].text == ":"
            or (line.tokens[n].text in COMMAS and self._turns_to(n + 1))
        )
        return next(joints, other.start)
