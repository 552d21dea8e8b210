"""Whose verb of saying it is, where the verb stands in the middle: the noun phrase before it, or behind it.

What stands before may be a day, a phrase with a preposition or the object; what stands behind may be whom
it was said to and at which occasion. A place that acts is a subject (*in the Kremlin they said*).
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Frame
from sherd.claims.languages.lines import COMMAS, DASHES, Found
from sherd.claims.languages.people import Someone
from sherd.claims.languages.stretches import is_finite
from sherd.claims.quotes import MARKS
from sherd.model.statements import Relay


@define
class Subjects(Frame):
    """A sentence whose verbs of saying want their subjects."""

    before: Someone | None = None
    """The subject of the last verb of saying in this sentence."""
    used: int = 0
    """Up to which word the sentence is read."""
    chain: tuple[Relay, ...] = ()
    subject_start: int = 0
    subject_end: int = 0

    def _subject(self, hit: Found, end: int) -> tuple[Someone | None, bool]:
        """The speaker, and whether they stand behind the verb."""
        line = self.line
        before = line.tokens[hit.start - 1] if hit.start else None
        turned = before is None or before.text in COMMAS | DASHES or self._closes_speech(hit.start - 1)
        turned = turned or line.at(hit.start - 1, "as", "back") is not None or self._back_before(hit)
        if turned and self._set_off(hit):
            turned = False
        if turned:
            right = self._right(hit, end)
            if right is not None:
                return right, True
        left = self._left(hit)
        if left is not None:
            return left, False
        if self.before is not None:
            self.subject_end = max(self.subject_end, self.used)
            return self.before, False
        right = self._right(hit, end)
        if right is not None:
            return right, True
        return None, False

    def _closes_speech(self, at: int) -> bool:
        """Whether a quotation closes here that is speech, and no name."""
        if self.line.tokens[at].text not in MARKS:
            return False
        return any(stretch[1] == at for stretch in self.speech(0, at + 1)) or at == 0

    def _set_off(self, hit: Found) -> bool:
        """*A source, who did not want to be named, told*: a subject before a relative clause."""
        if not hit.start or self.line.tokens[hit.start - 1].text not in COMMAS:
            return False
        if self._left(hit) is None:
            return False
        behind = self.past_relative(self.subject_end, hit.start)
        return behind == hit.start - 1 and behind > self.subject_end

    def _back_before(self, hit: Found) -> bool:
        return any(self.line.at(n, "back") is not None for n in range(self.used, hit.start))

    def _left(self, hit: Found) -> Someone | None:
        line = self.line
        at = self._clause_start(hit)
        while at < hit.start:
            if not line.tokens[at].is_word and line.tokens[at].text not in MARKS:
                at += 1
                continue
            skip = line.at(at, "lead", "adverb", "day", "last year", "last week", "last month", "told")
            if skip is not None and line.at(at, "role", "office", "firm", "body") is None:
                at = skip.end
                continue
            place = line.at(at, "at")
            if place is not None and (found := self._place(place, hit)) is not None:
                return found
            off = line.at(at, "off")
            if off is not None:
                at = self._past_phrase(off.end, hit.start)
                continue
            end = self.who.end(at, hit.start)
            if self._is_urged(at, end, hit):
                return None
            if end > at and self._is_subject(at, end) and (someone := self.who.read(at, end)) is not None:
                self.subject_start, self.subject_end = at, end
                return self._with_name_behind(someone, at, hit)
            at = max(end, at + 1)
        return None

    def _with_name_behind(self, someone: Someone, at: int, hit: Found) -> Someone:
        """*The maker of P, the company X, said*; *the minister, X Y, said*: the name that commas set off."""
        line, comma = self.line, self.subject_end
        if (
            comma + 1 >= hit.start
            or line.tokens[comma].text not in COMMAS
            or someone.speaker.kind == "person"
        ):
            return someone
        stop = self.who.end(comma + 1, hit.start)
        closed = stop < hit.start and line.tokens[stop].text in COMMAS and stop > comma + 1
        firm = closed and line.at(comma + 1, "firm") is not None and line.at(at, "firm") is not None
        if not closed or not (firm or (self.who.all_names(comma + 1, stop) and line.at(at, "role"))):
            return someone
        named = self.who.read(comma + 1 if firm else at, stop)
        if named is None or (firm and named.speaker.kind != "organisation"):
            return someone
        self.subject_end = stop + 1
        return named

    def _is_urged(self, first: int, last: int, hit: Found) -> bool:
        """*China was urged to stop*: one state before a verb of several is no subject of it."""
        line, state = self.line, self.line.at(first, "state")
        if (
            state is None
            or state.end != last
            or not state.sense.cases
            or line.lows[state.end - 1][-1] in "иы"
        ):
            return False
        return (
            line.lows[hit.end - 1].endswith(line.lexicon.endings("they say"))
            and "accusative" in state.sense.cases
        )

    def _is_subject(self, first: int, last: int) -> bool:
        """Whether the words can stand in the first case, as far as the tables know their forms."""
        line = self.line
        state = line.at(first, "state")
        return (
            state is None
            or not state.sense.cases
            or "nominative" in state.sense.cases
            or last - first > state.end - first
        )

    def _clause_start(self, hit: Found) -> int:
        """Where the clause of the cue begins: behind a quotation, *that*, a dash, a semicolon."""
        line = self.line
        at = hit.start
        while at > self.used:
            token = line.tokens[at - 1]
            if token.text in DASHES | {":", ";"} and token.quote < 0:
                break
            if token.quote >= 0 and self._is_speech(token.quote):
                break
            at -= 1
        return at

    def _is_speech(self, number: int) -> bool:
        return sum(t.is_word for t in self.line.tokens if t.quote == number) >= 6

    def _place(self, place: Found, hit: Found) -> Someone | None:
        """*In the Kremlin they said*: a place that speaks."""
        end = self.who.end(place.end, hit.start if place.start < hit.start else self.last)
        if self.line.at(place.end, "pronoun") is not None and self.line.at(place.end + 1, "firm", "office"):
            end = min(end, place.end + 2)  # *in its press service they called P a lie*
        kinds = ("office", "state", "body", "firm", "outlet", "outlet name", "adjective")
        told = next(self.line.every(place.end, end, *kinds), None) is not None
        quoted = any(
            token.quote >= 0 or (token.is_name and token.text.isascii() and self.who.capitals)
            for token in self.line.tokens[place.end : end]
        )
        ends = self.line.lexicon.endings("they say")
        plural = any(self.line.lows[n].endswith(ends) for n in range(hit.start, hit.end))
        if end == place.end or not (told or quoted) or not plural or not self._stays(place.end):
            return None
        found = self.who.read(place.end, end, "locative")
        if found is not None:
            self.subject_start, self.subject_end = place.start, end
        return found

    def _stays(self, at: int) -> bool:
        """Whether a state behind *in* is where something is, and not whither it goes."""
        state = self.line.at(at, "state")
        return state is None or not state.sense.cases or "locative" in state.sense.cases

    def _past_phrase(self, at: int, last: int) -> int:
        """Behind the noun phrase that a preposition governs."""
        line = self.line
        begun = at
        while at < last:
            token = line.tokens[at]
            if token.text in COMMAS | DASHES:
                return at + 1
            if at > begun and (line.at(at, "pronoun", "off", "lead", "adverb") or is_finite(line, at)):
                return at
            if at > begun and line.at(at, "state") is not None and self._new_noun(at):
                return at
            if at > begun and (self._new_role(at) or self._new_name(at, last)):
                return at
            owned = self.line.at(begun, "pronoun") is not None and at == begun + 2
            if owned and line.at(at, "office", "body", "firm") is not None:
                return at  # *on his order the ministry asked*
            at += 1
        return at

    def _new_role(self, at: int) -> bool:
        """*At a sitting of the Council envoy X*: a role in the first case begins a new noun phrase."""
        role = self.line.at(at, "role")
        if role is None or self.line.at(at - 1, "adjective", "senior") is not None:
            return False
        return self._is_first_case(role.end - 1) or self._several_act(role)

    def _several_act(self, role: Found) -> bool:
        """*in four of them the analysts found P*: a noun for several right before a verb of several."""
        lexicon, lows = self.line.lexicon, self.line.lows
        behind = lows[role.end] if role.end < self.last else ""
        several = lows[role.end - 1].endswith(lexicon.endings("plural"))
        return several and is_finite(self.line, role.end) and behind.endswith(lexicon.endings("they say"))

    def _is_first_case(self, at: int) -> bool:
        """Whether a noun ends as the first case of one does: in a consonant, or as a woman's part."""
        low, lexicon = self.line.lows[at], self.line.lexicon
        woman = low.endswith(lexicon.endings("woman"))
        return woman or (low[-1] not in "аеєиіїоуюяыэ" and not low.endswith(lexicon.endings("oblique")))

    def _new_name(self, at: int, last: int) -> bool:
        """*In an interview with BBC X Y*: two names in the first case before the verb."""
        line = self.line
        if at + 2 > last or line.tokens[at - 1].text in {".", "-"} or not self.who.two_names(at):
            return False
        if (
            line.tokens[at - 1].is_name
            and line.at(at - 1, "outlet name", "body", "state") is None
            and not line.tokens[at - 1].text.isupper()
        ):
            return False
        first = line.lows[at]
        if first[-1] in "ая":
            return last < len(line.tokens) and line.lows[last].endswith(line.lexicon.endings("she"))
        return not first.endswith(line.lexicon.endings("oblique")) and first[-1] not in "уюіе"

    def _new_noun(self, at: int) -> bool:
        """Whether a noun in the first case begins here, so that the phrase before it has ended."""
        found = self.line.at(at, "state")
        return (
            found is not None
            and bool(found.sense.cases)
            and "nominative" in found.sense.cases
            and "genitive" not in found.sense.cases
        )

    def _right(self, hit: Found, end: int) -> Someone | None:
        line = self.line
        at = hit.end
        limit = min(self.last, hit.end + 24)
        while at < limit:
            token = line.tokens[at]
            if token.text in {":", "."} or line.at(at, "that", "which") is not None:
                return None
            if not token.is_word and token.text not in MARKS:
                if token.text in COMMAS and (past := self._past_gerund(at, limit)) > at:
                    at = past
                    continue
                if token.text in COMMAS and not self._dated_aside(at):
                    return None
                if token.text in DASHES:
                    return None
                at += 1
                continue
            told = line.at(at, "told")
            if told is not None:
                at = self._past_told(told.end, limit)
                continue
            skip = line.at(at, "adverb", "day", "last year", "last week", "last month")
            if skip is not None and line.at(at, "role") is None:
                at = skip.end
                continue
            place = line.at(at, "at")
            if place is not None and (found := self._place(place, hit)) is not None:
                return found
            off = line.at(at, "off")
            if off is not None:
                at = self._past_right_phrase(off.end, limit)
                continue
            stop = self.who.end(at, limit)
            someone = self.who.read(at, stop) if stop > at and self._is_subject(at, stop) else None
            if someone is not None:
                self.subject_end = stop
                return someone
            at = max(stop, at + 1)
        return None

    def _past_gerund(self, comma: int, limit: int) -> int:
        """*said, standing by the wreck, X*: behind what commas set off; ``comma`` where nothing is."""
        low = self.line.lows[comma + 1] if comma + 1 < limit else ""
        if len(low) <= 3 or not low.endswith(self.line.lexicon.endings("gerund")):
            return comma
        return next((n + 1 for n in self.commas(comma + 2, limit)), comma)

    def _past_told(self, at: int, limit: int) -> int:
        """Behind the outlet to which something was told; the outlet relays it."""
        name = self.line.at(at, "outlet name")
        stop = name.end if name else at
        if name is None and at < limit and self.line.tokens[at].text in MARKS:
            closing = next((n for n in range(at + 1, limit) if self.line.tokens[n].quote < 0), at)
            stop = min(closing + 1, limit)
        if stop > at and (outlet := self.who.read(at, stop)) is not None:
            self.chain = self.relay(self.cast.note(outlet), None) or self.chain
        return stop

    def _past_right_phrase(self, at: int, limit: int) -> int:
        """Behind *at a briefing*: a noun and what belongs to it, until a name or an office begins."""
        line, begun = self.line, at
        while at < limit and line.tokens[at].is_word:
            if at > begun and line.at(at, "role", "firm", "outlet", "pronoun", "off") is not None:
                return at
            if (
                at > begun
                and line.tokens[at].is_name
                and not line.tokens[at - 1].is_name
                and line.at(at, "state") is None
            ):
                return at
            at += 1
        return at

    def _dated_aside(self, comma: int) -> bool:
        """*on Wednesday, 19 February, said X*: a comma inside a date."""
        token = self.line.tokens[comma + 1] if comma + 1 < len(self.line.tokens) else None
        near = [self.line.at(n, "month", "weekday") for n in range(max(0, comma - 3), comma + 4)]
        return token is not None and any(near)

    def opening(self) -> Someone | None:
        """Whom a sentence without a verb of saying is about."""
        at = 0
        while at < min(self.last, 6):
            skip = self.line.at(at, "lead", "adverb", "day", "last year", "last week")
            if skip is not None and self.line.at(at, "role", "office", "body") is None:
                at = skip.end
                continue
            if self.line.at(at, "off") is not None or not self.line.tokens[at].is_word:
                return None
            end = self.who.end(at, self.last)
            return self.who.read(at, end) if self._is_subject(at, end) else None
        return None
