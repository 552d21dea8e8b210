"""Words that pass on what another says: *according to X*, *with reference to X*, *as the agency reports*.

The one whose words they are is the source; an outlet that passes them on is its relay.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Said, Stretch
from sherd.claims.languages.lines import COMMAS, Found
from sherd.claims.languages.people import Someone
from sherd.claims.languages.subjects import Subjects


@define
class Passing(Subjects):
    """A sentence in which somebody's words may be passed on."""

    relayed: Someone | None = None
    """Whose words they are, where another passes them on."""

    # ------------------------------------------------------------ according to

    def _according(self, hits: list[Found]) -> list[Found]:
        """Read *according to X* and *with reference to X*; returns the cues that are left."""
        rest = [hit for hit in hits if hit.sense.kind not in {"according", "own", "relay", "relayed"}]
        for hit in hits:
            if hit.sense.kind in {"relay", "relayed"}:
                self.relayed = self._relayed(hit) or self.relayed
        for hit in hits:
            if hit.sense.kind in {"according", "own"}:
                if hit.sense.kind == "own" and self._belongs_inside(hit, rest):
                    continue
                source, end = self._according_to(hit)
                if source is None:
                    continue
                source = self.cast.note(source)
                content = self._around(hit, end)
                further = [other for other in rest if content and content[0] <= other.start < content[1]]
                if content and further and (teller := self._cut_off_teller(content, hit, further[0])):
                    self.chain, self.before = self.relay(source, hit), teller
                    self.used = self.subject_end = content[0]
                    return rest
                if source.speaker.kind == "outlet" and any(self._has_own_subject(other) for other in further):
                    self.chain = self.relay(source, hit)
                    self.used = end
                elif content is not None and self._called_untrue(content, hit, end):
                    self.add(Said(content, source, hit, "deny", "deny", chain=self.chain))
                    return []
                elif content is not None:
                    if self.relayed is not None and source.speaker.kind == "outlet":
                        self.chain, source = self.relay(source, hit), self.relayed
                    self._asserted(
                        content, source, hit, "assert", self.chain, self._cut_subject(content, hit)
                    )
                    return []
        if self.relayed is not None and not rest:
            self._quoted_by_relay()
        return rest

    def _has_own_subject(self, hit: Found) -> bool:
        """Whether somebody else is the subject of a further verb of saying."""
        if hit.sense.kind not in {"say", "deny", "urge", "accuse", "call"}:
            return False
        trial = Subjects(self.line, self.cast, None)
        return trial._subject(hit, self.last)[0] is not None

    def _cut_subject(self, content: Stretch, hit: Found) -> Stretch | None:
        """*Russia, according to X, received P*: the subject on the other side."""
        left = self.bare(0, hit.start)
        return left if content[0] >= hit.end and left[1] > left[0] and self.words_in(*left) < 3 else None

    def _quoted_by_relay(self) -> None:
        """*“P”, the agency quotes X*: the verb of quoting is the only one."""
        for stretch in self.speech(0, self.last):
            self.quoted(stretch, self.relayed, None, self.chain)

    def _relayed(self, hit: Found) -> Someone | None:
        """Whose words are passed on; the outlet that does so stands behind them, or before."""
        line, end = self.line, self.who.end(hit.end, self.last)
        if line.at(hit.end, "self") is not None:
            return None  # *with reference to sources of its own*
        outlet = next(line.every(hit.end + 1, end, "outlet", "outlet name"), None)
        first = hit.end
        named = line.at(first, "outlet name")
        if named is not None and line.at(named.end, "document", "report", "accusation", "say") is not None:
            teller = self.who.read(first, named.end)  # *X quotes the statement of Y*
            self.chain = self.relay(self.cast.note(teller), hit) if teller else self.chain
            first = named.end
        if outlet is not None and line.at(first, "document", "report", "accusation", "say") is not None:
            behind = self.who.read(outlet.start, end)
            if behind is not None:
                self.chain = self.relay(self.cast.note(behind), hit)
                end = outlet.start
                if end - first > 2 and line.at(end - 1, "office", "body", "state", "firm") is None:
                    end -= 1  # of what *the state agency* quotes
        document = line.at(first, "document", "report", "accusation")
        found = self.who.read(document.end if document and document.end < end else first, end, "genitive")
        return self.cast.note(found) if found is not None else None

    def _according_to(self, hit: Found) -> tuple[Someone | None, int]:
        line = self.line
        if hit.sense.kind == "own":
            pronoun = next(line.every(hit.start, hit.end, "pronoun"), None)
            opening = self.opening() if hit.start > 3 and pronoun else None
            if opening is not None and opening.is_person and opening.speaker.kind == "person":
                return self.cast.note(opening), hit.end  # *the economist X Y disagrees: in his view P*
            if pronoun is None:  # *allegedly, so they say*: whoever the text is with
                return self.speaker or self.cast.by_pronoun("he"), hit.end
            if self.cast.by_pronoun(pronoun.sense.meaning) is None:
                return None, hit.end
            found = self.who.read(pronoun.start, pronoun.end)
            return found, hit.end
        end = self.who.end(hit.end, self.last)
        return self.who.read(hit.end, end, "genitive"), self._past_seat(self._past_office(end))

    def _past_seat(self, at: int) -> int:
        """*According to two sources in Brussels, P*: behind where the speaker sits, where a comma follows."""
        line = self.line
        close = next(iter(self.commas(at, min(at + 6, self.last))), None)
        if line.at(at, "at") is None or close is None or self.has_verb(at, close):
            return at
        return close

    def _past_office(self, at: int) -> int:
        """*According to X Y, a former inspector, P*: behind what the speaker is, where commas set it off."""
        line = self.line
        if at >= self.last or line.tokens[at].text not in COMMAS:
            return at
        role = next(line.every(at + 1, min(at + 4, self.last), "role"), None)
        close = next(iter(self.commas(at + 1, self.last)), None)
        if role is None or close is None or role.start > close or self.has_verb(at + 1, close):
            return at
        return close

    def _around(self, hit: Found, end: int) -> Stretch | None:
        """What *according to X* is said of: the rest of the sentence, or what stands before it."""
        end = self.past_relative(end, self.last)
        if self.line.at(end, "relay") is not None:  # *as X writes with reference to Y, P*
            end = next(iter(self.commas(end, self.last)), end)
        left = self.bare(self._clause_before(hit), hit.start)
        right = self.bare(end, self.last)
        if self.words_in(*left) >= 2 and self._called_untrue(left, hit, end):
            return left
        if self.words_in(*right) >= 2 and (self.words_in(*left) < 3 or not self.has_verb(*left)):
            return right
        return left if self.words_in(*left) >= 2 else None

    def _cut_off_teller(self, content: Stretch, hit: Found, other: Found) -> Someone | None:
        """*The US, according to X, asked Y to P*: whose verb of saying opens the other side."""
        left = self._cut_subject(content, hit)
        if left is None or other.start != content[0]:
            return None
        teller = self.who.read(*left)
        return self.cast.note(teller) if teller is not None else None

    def _belongs_inside(self, own: Found, rest: list[Found]) -> bool:
        """*asked Y to P, since, in his words, Q*: words of the one who has just asked."""
        before = [hit for hit in rest if hit.start < own.start and hit.sense.kind in {"say", "deny", "urge"}]
        return bool(before) and self._clause_before(own) <= before[-1].start

    def _clause_before(self, hit: Found) -> int:
        """Where the clause begins that *in his view* stands in: behind a colon, where there is one."""
        tokens = self.line.tokens
        colons = (n + 1 for n in range(hit.start - 1, 0, -1) if tokens[n].text == ":" and tokens[n].quote < 0)
        return next(colons, 0)

    def _called_untrue(self, content: Stretch, hit: Found, end: int) -> bool:
        """*P, in his view, is impossible*: what stands before is denied."""
        false = self.false_in(end, self.last)
        return content[1] <= hit.start and false is not None and self.words_in(end, false.start) <= 1

    def _passes_on(self, hit: Found) -> bool:
        """*As the agency reports*: the verb of somebody who passes on what another says."""
        return hit.start > 0 and self.line.at(hit.start - 1, "as") is not None

    def _written_by(self, hit: Found, source: Someone) -> bool:
        return self.line.at(hit.start, "passes on") is not None and not source.state

    def _relays(self, hit: Found, source: Someone) -> bool:
        """Whether what is passed on has a speaker of its own; the outlet is its relay then."""
        behind = self.past_relative(self.subject_end, self.last)
        further = [other for other in self.hits() if other.start > behind]
        if source.speaker.kind != "outlet" or not any(self._has_own_subject(other) for other in further):
            return False
        self.chain = self.relay(source, hit)
        self.used, self.before = behind, None
        return True
