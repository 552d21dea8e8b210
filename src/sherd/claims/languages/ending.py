"""Frames of languages whose verb stands at the end: *X P را تکذیب کرد*, *X گفت که P*, *به گفتهٔ X، P*.

The subject opens the clause; between it and the verb stand the day, whom it was said to, and what is
denied. What is said follows the verb, with *that*, a colon or nothing at all. A name is told by its place:
behind an office, before one that a comma sets off, or where a subject must be and no table knows the words.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import SPEECH, Said, Stretch
from sherd.claims.languages.lines import COMMAS, Found
from sherd.claims.languages.people import Someone, as_outlet
from sherd.claims.languages.stretches import is_finite
from sherd.claims.languages.turned import Turned
from sherd.claims.quotes import MARKS
from sherd.model.statements import Relay


@define
class Ending(Turned):
    """One such sentence."""

    before: Someone | None = None
    chain: tuple[Relay, ...] = ()
    relayed: Someone | None = None

    def read(self) -> list[Said]:
        """Everything that is said in the sentence."""
        hits = [hit for hit in self.hits() if not self._in_relative(hit)]
        hits = [hit for hit in hits if not self._tells_of(hit, hits)] or hits
        if not hits:
            self._bare_quotation()
            return self.found
        for number, hit in enumerate(hits):
            if hit.start >= self.used:
                self._hit(hit, hits[number + 1 :])
        return self.found

    def _is_cue(self, hit: Found) -> bool:
        """*refrained* is silence only where it is from a comment that somebody refrains."""
        if hit.sense.meaning != "comment":
            return True
        return next(self.line.every(0, hit.start, "comment"), None) is not None

    def _in_relative(self, hit: Found) -> bool:
        """*an official who asked not to be named*: no request of the article's."""
        found = self.line.at(hit.start - 1, "anonymous") or self.line.at(hit.start, "anonymous")
        return found is not None or any(
            f.end > hit.start for f in self.line.every(max(0, hit.start - 2), hit.end, "anonymous")
        )

    def _tells_of(self, hit: Found, hits: list[Found]) -> bool:
        """*The firm, which was named in the report of X, denied P*: a cue inside a relative clause."""
        line = self.line
        close = next(iter(self.commas(hit.end, min(hit.end + 6, self.last))), None)
        if close is None or not any(other.start > close for other in hits):
            return False
        opens = next((n for n in range(hit.start - 1, 0, -1) if line.at(n, "which") is not None), None)
        if opens is None or any(other.end == opens for other in hits) or self.commas(opens, hit.start):
            return False
        return line.at(opens - 1, "this", "object", "accusation") is None and not is_finite(line, opens - 1)

    def _bare_quotation(self) -> None:
        outside = sum(token.is_word for token in self.line.tokens if token.quote < 0)
        if self.speaker is not None and outside == 0:
            for stretch in self.speech(0, self.last):
                self.quoted(stretch, self.speaker, None)

    def _hit(self, hit: Found, later: list[Found]) -> None:
        kind = hit.sense.kind
        if kind in {"according", "own"}:
            self._according(hit)
            return
        if kind in {"relay", "relayed"}:
            self._relay(hit, any(other.sense.kind in {"say", "deny", "urge"} for other in later))
            return
        if kind == "written left":
            self._written(hit)
            return
        if kind == "call" and self.false_in(self.used, hit.start) is None:
            return
        if self._turn(hit):
            return
        source = self._subject(hit)
        if source is None:
            return
        source = self.cast.note(source)
        self.before = source
        chain = self.chain or self._told_to(hit)
        self._denied_in_passing(hit, source)
        if self.relayed is not None and source.speaker.kind == "outlet":
            chain, source = self.relay(source, hit), self.relayed
        end = self._until(hit, later)
        if kind == "say":
            self._say(hit, end, source, chain)
        elif kind == "urge":
            self._urge(hit, end, source, chain)
        elif kind == "accuse":
            self._accuse(hit, source, chain)
        elif kind == "silent":
            self.add(Said((self.used, hit.end), source, hit, "assert", "assert", "indirect", "silent", chain))
            self.used = self._past_verb(hit.end)
        else:
            self._object(hit, end, source, chain)

    def _until(self, hit: Found, later: list[Found]) -> int:
        """Where what follows the verb ends: at the sentence's end, or at *but* before a further cue."""
        line = self.line
        for other in later:
            if other.sense.kind in {"relay", "relayed", "according"}:
                continue
            for at in range(other.start - 1, hit.end, -1):
                joint = line.at(at, "and")
                if joint is None:
                    continue
                if line.tokens[at - 1].text in COMMAS or self._verb_ends(at):
                    return at
        return self.last

    def _verb_ends(self, at: int) -> bool:
        return is_finite(self.line, at - 1) or self.line.at(at - 1, "negative") is not None

    def _past_verb(self, at: int) -> int:
        """Behind the rest of the verb: *رد کرده است*."""
        while (
            at < self.last
            and self.line.tokens[at].is_word
            and is_finite(self.line, at)
            and self.line.at(at, "say") is None
        ):
            at += 1
        return at

    # ------------------------------------------------------------ according to

    def _according(self, hit: Found) -> None:
        end = self.who.end(hit.end, self.last)
        source, end = self._with_apposition(hit.end, end)
        if source is None:
            return
        source = self.cast.note(source)
        self.before = source
        self._asserted((end, self.last), source, hit, "assert", self.chain)
        self.used = self.last

    def _relay(self, hit: Found, more: bool) -> None:
        end = self.who.end(hit.end, self.last)
        if hit.sense.kind == "relayed":
            source = self.who.read(hit.end, end)
        else:
            source, end = self._with_apposition(hit.end, end)
        if source is None:
            return
        source = as_outlet(source) if hit.sense.kind == "relayed" else source
        source = self.cast.note(source)
        if hit.sense.kind == "relayed" and source.speaker.kind == "outlet" and more:
            self.chain = self.relay(source, hit)
            self.used = end
        elif hit.sense.kind == "relayed":
            self._asserted((end, self.last), source, hit, "assert", ())
            self.used = self.last
        else:
            self.relayed = source

    # ------------------------------------------------------------ what is said

    def _say(self, hit: Found, end: int, source: Someone, chain: tuple[Relay, ...]) -> None:
        that = self._that(hit, end)
        if that is not None:
            self._asserted((that, end), source, hit, hit.sense.meaning, chain)
            self.used = end
            return
        speech = list(self.speech(hit.end, self.last)) or self.speech(self.used, hit.start)
        if speech:
            for stretch in speech:
                self.quoted(stretch, source, hit, chain)
            self.used = self.last
            return
        after = self._past_verb(hit.end)
        if self.words_in(after, end) >= 2:
            self._asserted((after, end), source, hit, hit.sense.meaning, chain)
            self.used = end
        else:
            self._object(hit, end, source, chain)

    def _that(self, hit: Found, end: int) -> int | None:
        at = self._past_verb(hit.end)
        for n in range(at, min(at + 3, end)):
            if (that := self.line.at(n, "that")) is not None:
                return that.end
        return None

    def _object(self, hit: Found, end: int, source: Someone, chain: tuple[Relay, ...]) -> None:
        """What stands between subject and verb: denied, admitted, called baseless, condemned."""
        kind = hit.sense.kind
        that = self._that(hit, end) if kind == "deny" else None
        first, last = (that, end) if that is not None else self._between(hit)
        if kind == "call":
            false = self.false_in(first, hit.start)
            if false is not None:
                last = self._before_false(false, first)
        first, last = self.denied(first, last)
        if that is None:
            first, last = self._trimmed(first, last)
        if kind in {"deny", "call"} and self.is_anaphoric(first, last):
            pass
        elif kind == "deny" and that is None and self.line.at(first, "denial") is not None:
            pass  # *rejected the denial*: what was denied does not stand here
        elif kind in {"deny", "call"}:
            self.add(Said((first, last), source, hit, "deny", "deny", chain=chain))
        elif kind == "rebuke" and hit.sense.meaning:
            if next(self.line.every(first, last, "noun", "verb"), None) is not None:
                self.add(Said(self._trimmed(first, last), source, hit, hit.sense.meaning, chain=chain))
        elif kind == "rebuke":
            if next(self.line.every(first, last, "noun"), None) is not None:
                self.add(
                    Said(
                        (first, last),
                        source,
                        None,
                        "presuppose",
                        "assert",
                        "presupposition",
                        "presupposed",
                        chain,
                    )
                )
        elif next(self.line.every(first, last, "noun", "verb"), None) is not None:
            self._asserted((first, last), source, hit, hit.sense.meaning, chain)
        self.used = end if that is not None else self._past_verb(hit.end)

    def _accuse(self, hit: Found, source: Someone, chain: tuple[Relay, ...]) -> None:
        """*X Y را به P متهم کرد*: P is asserted of Y."""
        first, last = self._between(hit)
        that = self._that(hit, self.last)
        if that is not None:
            self.add(
                Said((that, self.last), source, hit, "assert", chain=chain, asked=self._trimmed(first, last))
            )
            self.used = self.last
            return
        of = next((f for f in self.line.every(first, last, "to")), None)
        if of is not None and of.end < last:
            whom = self._trimmed(first, of.start)
            self.add(Said((of.end, last), source, hit, "assert", "assert", chain=chain, asked=whom))
        self.used = self._past_verb(hit.end)

    def _between(self, hit: Found) -> Stretch:
        """Between the subject and the verb, without the day and whom it was said to."""
        at = self.subject_end
        while at < hit.start:
            found = self.line.at(
                at,
                "adverb",
                "and",
                "weekday",
                "day",
                "last year",
                "last week",
                "number",
                "month",
                "iranian month",
            )
            if self.line.tokens[at].text in COMMAS | {"(", ")"}:
                at += 1
            elif found is not None and self.line.at(at, "thing", "noun") is None:
                at = found.end
            elif (
                self.line.at(at, "off") is not None
                and (behind := self._past_phrase(at, hit.start)) is not None
            ):
                at = behind
            else:
                break
        return at, hit.start

    def _past_phrase(self, at: int, last: int) -> int | None:
        """Behind *در نشست خبری* where a comma closes it, or the object marker is still to come."""
        for n in range(at + 1, min(at + 10, last)):
            if self.line.tokens[n].text in COMMAS:
                return n + 1
            if self.line.at(n, "report", "determiner", "noun", "this") is not None:
                return n
        return None

    def _trimmed(self, first: int, last: int) -> Stretch:
        while last > first and self.line.at(last - 1, "object", "adverb") is not None:
            last -= 1
        return first, last

    def _before_false(self, false: Found, first: int) -> int:
        stop = false.start
        while stop > first and (
            self.line.tokens[stop - 1].quote >= 0
            or self.line.tokens[stop - 1].text in MARKS
            or self.line.at(stop - 1, "object", "adverb") is not None
        ):
            stop -= 1
        return stop

    def _urge(self, hit: Found, end: int, source: Someone, chain: tuple[Relay, ...]) -> None:
        """*X asked Y that P*: P follows the verb, Y stands before it, behind *from*."""
        that = self._that(hit, end)
        first = that if that is not None else self._past_verb(hit.end)
        asked = next((f for f in self.line.every(self.subject_end, hit.start, "from")), None)
        whom = (asked.end, hit.start) if asked is not None and asked.end < hit.start else None
        if self.words_in(first, end) < 2 and whom is not None:
            first, end = whom
        while end > first and self.line.lows[end - 1] in {"شد", "شدند"}:
            end -= 1
        self.add(Said((first, end), source, hit, "urge", "urge", chain=chain, asked=whom))
        self.used = end

    def _written(self, hit: Found) -> None:
        line = self.line
        at = next((n for n in range(self.used, hit.start) if line.at(n, "document") is not None), None)
        source = (
            self.who.read(at + 1, self.who.end(at + 1, hit.start))
            if at is not None and at + 1 < hit.start
            else None
        )
        if source is None:
            source = self.cast.by_kind("organisation", "outlet", "state") if at is not None else None
        if source is None:
            return
        source = self.cast.note(source)
        that = self._that(hit, self.last)
        first = that if that is not None else self._past_verb(hit.end)
        self._asserted((first, self.last), source, hit, "assert", self.chain)
        self.used = self.last

    def _joins(self, at: int, first: int, last: int) -> bool:
        line = self.line
        joint = line.at(at, "and")
        if joint is None and line.tokens[at - 1].text in COMMAS:
            return self._next_predicate(at, first, last)
        if joint is None or line.tokens[at].quote != line.tokens[at - 1].quote:
            return False
        back = at - 1 if line.tokens[at - 1].text not in COMMAS else at - 2
        ended = back > first and (is_finite(line, back) or line.at(back, "negative") is not None)
        return ended and self.words_in(joint.end, last) >= SPEECH and self.has_verb(joint.end, last)

    def _next_predicate(self, at: int, first: int, last: int) -> bool:
        """*obeys the law, has sold no P*: a verb closes before the comma, and one of them is negated."""
        line = self.line
        if line.tokens[at - 1].quote != line.tokens[at].quote or line.at(at, "that", "which") is not None:
            return False
        before = line.at(at - 2, "negative") is not None
        behind = any(line.at(n, "negative") is not None for n in range(at, last))
        closed = before or (at - 2 > first and is_finite(line, at - 2))
        return closed and before != behind and self.words_in(at, last) >= 2

    # ------------------------------------------------------------ whose verb it is

    def _subject(self, hit: Found) -> Someone | None:
        line, at = self.line, self.used
        while at < hit.start:
            token = line.tokens[at]
            if not token.is_word and token.text not in MARKS:
                at += 1
                continue
            skip = line.at(
                at,
                "lead",
                "adverb",
                "and",
                "weekday",
                "day",
                "last year",
                "last week",
                "last month",
                "month",
                "iranian month",
                "number",
            )
            if skip is not None and line.at(at, "role", "office", "state", "one") is None:
                at = skip.end
                continue
            if token.quote >= 0 and self._is_speech(token.quote):
                at += 1
                continue
            if line.at(at, "this") is not None and (marked := self._object_ends(at, hit.start)) is not None:
                at = marked
                continue
            if hit.sense.kind == "urge" and line.at(at, "from") is not None and self.before is not None:
                break  # *and from Y asked P*: whom it is asked of
            if line.at(at, "off") is not None:
                at = self._past_place(at, hit.start)
                continue
            end = self.who.end(at, hit.start)
            if end > at:
                someone, end = self._with_apposition(at, end)
                if someone is not None:
                    self.subject_end = min(end, hit.start)
                    return someone
            break
        self.subject_end = at
        return self.before or self.speaker

    def _object_ends(self, this: int, last: int) -> int | None:
        """*this one*, *this matter* and the sign of the object: no subject; behind them."""
        for n in range(this + 1, min(this + 3, last)):
            if self.line.at(n, "object") is not None:
                return n + 1
        return None

    def _is_speech(self, number: int) -> bool:
        return sum(token.is_word for token in self.line.tokens if token.quote == number) >= SPEECH

    def opening(self) -> Someone | None:
        """Whom a sentence without a verb of saying is about."""
        end = self.who.end(0, self.last)
        if 0 < end < self.last - 1 and self.line.tokens[end].text in COMMAS and self.line.at(end + 1, "role"):
            return self._with_apposition(0, end)[0]
        return (
            self.who.read(0, end)
            if end and self.line.at(0, "role", "office", "body", "firm", "state")
            else None
        )

    def _past_place(self, at: int, last: int) -> int:
        comma = next((n for n in range(at, last) if self.line.tokens[n].text in COMMAS), None)
        if comma is not None and comma - at <= 9:
            return comma + 1
        return min(at + 2, last)

    def _with_apposition(self, first: int, end: int) -> tuple[Someone | None, int]:
        """The speaker with what commas set off, and with *who did not want to be named* behind."""
        line = self.line
        whole = end
        if (named := self._named_behind(first, end)) is not None:
            return self.who.read(first, named), min(named + 1, self.last)
        if end < self.last and line.tokens[end].text in COMMAS:
            stop = self.who.end(end + 1, self.last)
            opens = line.at(end + 1, "role") is not None or (line.at(end + 1, "from") is not None)
            if opens and line.at(end + 1, "from") is not None:
                stop = self.who.end(end + 2, self.last)
            closed = stop < self.last and (
                line.tokens[stop].text in COMMAS or line.at(stop, "off", "adverb", "that", "say") is not None
            )
            if opens and stop > end + 1 and closed:
                whole = stop + (line.tokens[stop].text in COMMAS)
                someone = self.who.read(first, stop)
                if someone is not None:
                    return someone, whole
        if end < self.last and (anonymous := line.at(end, "anonymous")) is not None:
            whole = self._past_relative(anonymous.end)
            someone = self.who.read(first, end)
            return someone, whole
        return self.who.read(first, end), whole

    def _named_behind(self, first: int, end: int) -> int | None:
        """*The president of X، Y Z، said*: where the name ends that commas set off behind an office."""
        line = self.line
        role = next(line.every(first, end, "role", "firm"), None)
        if role is None or end + 2 >= self.last or line.tokens[end].text not in COMMAS:
            return None
        stop = self.who.end(end + 1, min(end + 6, self.last))
        closes = stop < self.last and line.tokens[stop].text in COMMAS
        return stop if closes and stop > end + 1 and self.who.all_names(end + 1, stop) else None

    def _past_relative(self, at: int) -> int:
        """Behind a relative clause: its comma, or its last verb before *to* or the verb of saying."""
        line = self.line
        for n in range(at, self.last):
            if line.tokens[n].text in COMMAS:
                return n + 1
            if n > at and line.at(n, "to", "say") is not None:
                return n
        return at

    def _told_to(self, hit: Found) -> tuple[Relay, ...]:
        """*told Radio X*: the outlet to which it was said relays it."""
        for found in self.line.every(self.subject_end, hit.start, "to"):
            end = self.who.end(found.end, hit.start)
            if end > found.end and self.line.at(found.end, "outlet", "outlet name") is not None:
                someone = self.who.read(found.end, end)
                if someone is not None and someone.speaker.kind == "outlet":
                    return self.relay(self.cast.note(someone), found)
        return ()
