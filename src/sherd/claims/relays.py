"""Who relays whom: *according to X*, *Y reported, citing two officials, that P*; claims by their owner.

*X's claim that P*, *the claims by X that P*, *As X stated, P* are read here too: they name the speaker beside
a noun or in an aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import define, evolve

from sherd.claims import by_account, grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.bare_verbs import ruling
from sherd.claims.contents import Contents
from sherd.claims.cues import Found
from sherd.claims.denials import FALSE
from sherd.claims.grammar import MARKS, NEGATIONS
from sherd.claims.lexicon import DENIAL, listed, states, vocabulary
from sherd.claims.sentences import POSSESSIVES
from sherd.claims.some_of_them import SEVERAL
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Stretch
from sherd.claims.verbs import BE, main_verb
from sherd.model.statements import Relay

OWNED = frozenset(
    {
        "findings",
        "finding",
        "assessment",
        "announcement",
        "warning",
        "admission",
        "view",
        "belief",
        "insistence",
        "assurance",
        "assurances",
        "protestations",
        "contention",
    }
)
"""Nouns for what somebody said, beside those for claims."""


CARRIED = vocabulary("carried quoted published broadcast cited aired reported relayed distributed")
REMARKS = vocabulary("remarks comments statement interview speech words address message video")
"""What an outlet carries: *in remarks carried by Vesti*."""

PRESS = vocabulary("newspaper paper magazine broadcaster station portal site outlet daily weekly")
"""Nouns by which a text goes on about somebody who reported."""

_BEHIND_CLAIM = vocabulary("that of")

VIEWS = vocabulary(
    "view opinion reading estimation estimate judgement judgment assessment words telling account eyes mind "
    "count reckoning version understanding interpretation analysis"
)
"""Nouns behind *in X's*, *by X's*, in front of what X holds."""

OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they", "our": "we"}


_UNFINISHED = frozenset({"that", "which", "who", "and", "but"})
"""Words before a comma that need what stands behind it."""


@define
class Relays(Contents):
    """One sentence, and whom its speakers pass on."""

    def _relayed(self, said: Said, group: Found) -> Said:
        """*The newspaper, quoting an investigator, wrote that P*; *Reuters reported, citing two*."""
        words = self.words
        if (carried := self._passed_by(said, group)) is not None:
            return carried
        for at in range(len(words) - 1):
            if (
                words[at].low in {"citing", "quoting"}
                and not words[at].quoted
                and (at == 0 or words[at - 1].text == ",")
            ):
                end = next((n for n in range(at + 1, self.end) if words[n].text in {",", ";"}), self.end)
                none = words[at + 1].low in {"no", "neither"}  # citing no source
                inner = describe(words[at + 1 : end], self.register) if not none else None
                outer = self._as_press(said.source, group)
                if (
                    inner is None
                    or outer is None
                    or inner.speaker.kind in {"document", "state"}
                    or outer.speaker.kind not in {"outlet", "organisation"}
                ):
                    continue
                self.register.known.append(outer)
                return evolve(
                    said, source=inner, chain=(self._as_relay(outer, (group.first, group.last)), *said.chain)
                )
        return said

    def _as_press(self, source: Entity | None, group: Found) -> Entity | None:
        """*El Faro reported that P*: a bare name that reports is that of a newspaper, which no table has."""
        if (
            source is None
            or group.cue.verb != "report"
            or source.speaker.kind not in {"organisation", "person"}
        ):
            return source
        speaker, who = source.speaker, source.speaker.kind
        known = speaker.name.split()[-1].lower() in self.register.cast.persons
        if (
            speaker.on_behalf_of
            or "(unnamed)" in speaker.name
            or (who == "person" and (known or speaker.role))
        ):
            return source
        kind = "outlet" if who == "person" else who
        return evolve(source, speaker=evolve(speaker, kind=kind), heads=source.heads | PRESS)

    def _passed_by(self, said: Said, group: Found) -> Said | None:
        """*X said in remarks carried by Vesti*: Vesti passes it on."""
        words = self.words
        for at in range(group.last, self.end - 2):
            if words[at].low not in CARRIED or words[at + 1].low != "by" or words[at].quoted:
                continue
            if not {word.low for word in words[max(group.last, at - 4) : at]} & REMARKS:
                continue
            outlet = describe(self._right_subject(at + 2), self.register)
            if outlet is not None and outlet.speaker.kind == "outlet" and said.source is not None:
                relay = self._as_relay(outlet, (at, at + 2))
                return evolve(said, chain=(relay, *said.chain))
        return None

    def _according(self, at: int) -> None:
        words = self.words
        start, end = at + 2, self._according_end(at + 2)
        some = self._clean_subject(words[start:end]) or words[start:end]
        source = describe(some, self.register) or by_account.accounted(some, self.register, describe)
        if source is None:
            return
        cue = (at, at + 2)
        self.register.note(source)
        if all(
            not word.is_word or grammar.is_adverb(word) or word.low in {"but", "and"} for word in words[:at]
        ):
            self._forward(source, cue, end)
        else:
            self._backward(source, cue, at)

    def _according_end(self, at: int) -> int:
        """Where the name after *according to* ends; the comma of a date does not end it."""
        words, end = self.words, at
        while end < self.end and words[end].text not in {";", "—"} and words[end].text not in MARKS:
            if words[end].text == "," and not self._comma_of_date(end):
                break
            end += 1
        return end

    def _in_the_view(self) -> None:
        """*In X's view, P*; *By the estimate of X, P*; *In the eyes of X, P*."""
        words = self.words
        if self.found or not words or words[0].low not in {"in", "by", "on", "to"}:
            return
        close = next((at for at in range(2, min(14, self.end)) if words[at].text == ","), min(6, self.end))
        noun = next((at for at in range(1, close) if words[at].low in VIEWS), None)
        if noun is None:
            return
        owned = words[noun - 1].low in POSSESSIVES or words[noun - 1].low in OWNERS
        if owned:
            close = noun + 1  # by his reckoning P, with or without a comma
        start = close + (close < self.end and words[close].text == ",")
        if not (owned or start > close) or not grammar.is_clause(words[start : self.end]):
            return
        source = self._viewer(1, close, noun)
        if source is not None and not any(word.quoted for word in words[1:close]):
            led = [word.low for word in words[start : start + 2]]
            start += 2 if led in (["though", ","], ["however", ","]) else 0
            self.found.append(Said((start, self.end), source, (0, noun + 1)))
            self.register.note(source)

    def _viewer(self, first: int, last: int, noun: int) -> Entity | None:
        """Whose view it is: *X's view*, *her view*, *the view of X*, in the words of ``[first, last)``."""
        words = self.words
        before = words[noun - 1].low
        if before in POSSESSIVES:
            return describe(words[first : noun - 1], self.register)
        if before in OWNERS and noun <= first + 1:
            return self.register.by_pronoun(OWNERS[before])
        if noun + 1 < last and words[noun + 1].low == "of":
            return describe(words[noun + 2 : last], self.register)
        return None

    def _comma_of_date(self, at: int) -> bool:
        """*August 10, 2023*."""
        return (
            self.words[at - 1].text.isdigit()
            and at + 1 < self.end
            and len(self.words[at + 1].text) == 4
            and self.words[at + 1].text.isdigit()
        )

    def _forward(self, source: Entity, cue: Stretch, end: int) -> None:
        """*According to X, which cited Y, P*."""
        words = self.words
        while end < self.end and not words[end].is_word:
            end += 1
        chain: tuple[Relay, ...] = ()
        if end + 1 < self.end and words[end].low in {"which", "who", "citing", "quoting"}:
            comma = next((n for n in range(end, self.end) if words[n].text == ","), None)
            inner = words[end + 2 : comma] if words[end].low in {"which", "who"} else words[end + 1 : comma]
            if words[end].low in {"which", "who"} and words[end + 1].low not in _CITED:
                inner, end = [], comma + 1 if comma is not None else end  # which spoke to two guards
            named = describe(inner, self.register) if comma is not None else None
            if named is not None and comma is not None:
                chain, source, end = (self._as_relay(source, cue),), named, comma + 1
                self.register.note(named)
        stop = next((n for n in range(end, self.end) if words[n].text == ";"), self.end)
        self._give_up_intents(end, stop)
        inside = [said for said in self.found if said.content[0] < stop]
        if inside:
            relay = self._as_relay(source, cue)
            self.found = [
                evolve(said, chain=(relay, *said.chain)) if said in inside else said for said in self.found
            ]
        elif end < stop:
            self.found.insert(0, Said((end, stop), source, cue, chain=chain))

    def _backward(self, source: Entity, cue: Stretch, at: int) -> None:
        words = self.words
        end = at
        while end and words[end - 1].text == ",":
            end -= 1
        relay = self._as_relay(source, cue)
        cited = self._cited_after(self._according_end(at + 2))
        if cited is not None and not any(said.content[0] < at for said in self.found):
            self.found.append(Said((0, end), cited, cue, chain=(relay,), from_left=True))
            return
        self._give_up_intents(0, at)
        if self._told_across(relay, end, self._according_end(at + 2)):
            return
        before = [said for said in self.found if said.content[0] < at]
        if before:
            self.found = [
                evolve(said, chain=(relay, *said.chain)) if said in before else said for said in self.found
            ]
            self._left_over(before, source, cue, end)
        elif self._goes_on_behind(end, close := self._according_end(at + 2)):
            self.found.append(Said((0, self.end), source, cue, from_left=True))
        elif self._needs_more(end) and not words[end - 1].quoted:
            if close + 2 < self.end and words[close].text == ",":
                self.found.append(Said((close + 1, self.end), source, cue))
        elif self._is_told(end) or any(word.quoted for word in words[:end]):
            start = 0
            while start < end and words[start].low in {"but", "and", "however", ",", "meanwhile"}:
                start += 1
            parted = words[end - 1].low in grammar.FINITE_AUXILIARIES | grammar.NEGATIONS
            if parted and not words[end - 1].quoted:  # X did not, according to Y, P
                self.found.append(Said((start, self.end), source, cue, from_left=True))
                return
            if words[end - 1].low == "least" and end > 3 and words[end - 3].text == ",":
                end -= 3  # P, at least according to X
            self.found.append(Said((start, end), source, cue, from_left=True))
            self._and_on(source, cue, self._according_end(at + 2))

    def _is_told(self, end: int) -> bool:
        """Whether the words up to ``end`` are a clause; also *nine in ten carry P*, *most bear Q*."""
        some = tuple(self.words[:end])
        if grammar.has_finite(some):
            return True
        return bool(some) and some[0].low in _MANY and ruling(some) is not None

    def _cited_after(self, at: int) -> Entity | None:
        """*according to Reuters, citing two officials*; *according to Vesti, a daily, which cited X*."""
        words = self.words
        for comma in range(at, self.end - 2):
            if words[comma].text != "," or words[comma].quoted:
                continue
            led = [word.low for word in words[comma + 1 : comma + 3]]
            if led[0] in {"citing", "quoting"}:
                return describe(words[comma + 2 : self.end], self.register)
            if led[0] in {"which", "who"} and led[1] in _CITED:
                return describe(words[comma + 3 : self.end], self.register)
        return None

    def _and_on(self, source: Entity, cue: Stretch, end: int) -> None:
        """*P, according to X, Q*: the sentence goes on in the same voice."""
        if (
            end + 3 < self.end
            and self.words[end].text == ","
            and self.words[end + 1].low not in {"which", "who", "whom", "whose"}
            and grammar.is_clause(self.words[end + 1 : self.end])
            and not self._describes(end + 1)
            and not self._others_turn(end)
        ):
            self.found.append(Said((end + 1, self.end), source, cue))

    def _told_across(self, relay: Relay, end: int, close: int) -> bool:
        """*Two sailors told X, according to court papers, that P*: they say P, and the papers pass it on."""
        words = self.words
        if close + 3 >= self.end or words[close].text != "," or words[close + 1].low != "that":
            return False
        told = (each for each in self.groups if each.last <= end < each.last + 5 and each.kind == "finite")
        group = next((each for each in told if "that" in each.cue.frames and not each.negated), None)
        source = self._subject(group.first) if group is not None else None
        if group is None or source is None:
            return False
        self.found = []
        polarity = (group.cue.act, group.cue.polarity)
        cue = (group.first, group.last)
        self.found.append(Said((close + 2, self.end), source, cue, *polarity, chain=(relay,)))
        return True

    def _goes_on_behind(self, end: int, close: int) -> bool:
        """*Stamped on it, according to X, was P*: the verb of the clause stands behind who says it."""
        words = self.words
        if close + 2 >= self.end or words[close].text != "," or words[close + 1].low not in BE:
            return False
        return not any(word.quoted for word in words[:end]) and not grammar.is_clause(words[:end])

    def _needs_more(self, end: int) -> bool:
        """*a firm that, according to X, had sold P*; *What they found, according to X, was P*."""
        cleft = self.words[0].low == "what" and not any(word.text == "," for word in self.words[:end])
        return cleft or self.words[end - 1].low in _UNFINISHED

    def _describes(self, at: int) -> bool:
        """*, head of the institute that examined P*: who somebody is, whose only verb hangs on it."""
        rest = self.words[at : self.end]
        verb = next((n for n in range(1, len(rest)) if grammar.finite_at(rest, n)), 0)
        bare = rest[0].low not in grammar.DETERMINERS | grammar.SUBJECTS and not rest[0].is_name
        return bare and bool({"that", "which", "who"} & {word.low for word in rest[:verb]})

    def _left_over(self, before: Sequence[Said], source: Entity, cue: Stretch, end: int) -> None:
        """A relative clause at the end is the outer speaker's: *…, which uses them, according to X*."""
        words = self.words
        for said in before:
            first, last = said.content
            comma = next(
                (
                    n
                    for n in range(first, last - 1)
                    if words[n].text == "," and words[n + 1].low in {"which", "who"}
                ),
                None,
            )
            if comma is not None and last == end:
                self.found[self.found.index(next(s for s in self.found if s.content == said.content))] = (
                    evolve(next(s for s in self.found if s.content == said.content), content=(first, comma))
                )
                self.found.append(Said((comma + 1, end), source, cue))
                return

    def _claims_by(self) -> None:
        """*the claims by some officials that P*: said by those, where nobody else says it."""
        if listed("accusation").isdisjoint(vocabulary_of(self.words)):
            return
        for at in range(self.end - 3):
            word = self.words[at]
            if word.quoted or word.low not in listed("accusation") or self._taken(at):
                continue
            if (made := self._claimed_by(at, self.end)) and not any(
                said.content[0] <= made[1] + 1 < said.content[1] for said in self.found
            ):
                by, that = made
                self.found.append(Said((that + 1, self.end), by, (at, at + 2)))
                self.register.note(by)

    def _claims_of(self) -> None:
        """*Tehran's claim that P*, *GUR's findings that P*, *a US military claim that P*: the owner's."""
        words = self.words
        if _owned_nouns().isdisjoint(vocabulary_of(words)):
            return
        for at in range(1, self.end - 3):
            if words[at + 1].low not in _BEHIND_CLAIM or words[at].quoted:
                continue
            if words[at].low not in _owned_nouns():
                continue
            despite = any(word.low in {"despite", "notwithstanding"} for word in words[max(0, at - 6) : at])
            of_deed = words[at + 1].low == "of" and words[at].low.startswith("denial") and despite
            if words[at + 1].low != "that" and not of_deed:
                continue
            first = self._owner_start(at)
            if first is None or not (of_deed or grammar.is_clause(words[at + 2 : self.end])):
                continue
            owner = describe(words[first : at - (words[at - 1].low == "'s")], self.register)
            if owner is None or owner.speaker.kind not in {"state", "organisation", "person", "outlet"}:
                continue
            stance = "deny" if words[at].low.startswith("denial") else "assert"
            main = self._main_behind(at + 2) if not despite else None
            end = main if main is not None else self._limit(at + 2, None)
            if despite:
                end = next((n for n in range(at + 2, end) if words[n].text == ","), end)
            said = Said((at + 2, end), owner, (at, at + 1), stance, stance)
            outer = next((n for n, each in enumerate(self.found) if each.content[0] in {first, at}), None)
            if outer is not None and main is not None:
                self._judged_claim(outer, said)
            elif outer is not None and self.found[outer].polarity == "assert":
                self.found[outer] = evolve(said, content=(at + 2, self.found[outer].content[1]))
            elif not any(
                each.content == said.content and each.source == owner for each in self.found
            ) and not any(
                each.polarity == "assert" and each.content[0] <= at < each.content[1] for each in self.found
            ):
                self.found.append(said)

    def _main_behind(self, at: int) -> int | None:
        """Where *was met with Q* begins in *X's claim that P was met with Q*; else ``None``."""
        words = self.words
        main = main_verb(tuple(words[at - 2 : self.end]))
        return at - 2 + main.first if main is not None and main.first > 4 else None

    def _judged_claim(self, outer: int, said: Said) -> None:
        """*X's claim that P was nonsense, Y said*: Y denies what X claims; any other judgement is Y's own."""
        judged = self.found[outer]
        verdict = {word.low for word in self.words[said.content[1] : judged.content[1]]}
        if verdict & (FALSE | {"fairy"}) and not verdict & NEGATIONS:
            self.found[outer] = evolve(judged, content=said.content, act="deny", polarity="deny")
        self.found.append(said)

    def _owner_start(self, at: int) -> int | None:
        """Where the owner of a claim begins: before *'s*, or a state's adjective before the noun."""
        words = self.words
        if words[at - 1].low == "'s":
            first = at - 1
            while first and words[first - 1].is_name and not words[first - 1].quoted:
                first -= 1
            first += words[first].low in grammar.SUBORDINATORS | grammar.PREPOSITIONS  # Despite Riga's denial
            return first if first < at - 1 else None
        first = at
        while first and (
            words[first - 1].is_name or words[first - 1].low in {"military", "government", "intelligence"}
        ):
            first -= 1
        return first if first < at and words[first].low in states() else None

    def _as_said(self) -> None:
        """*As X stated in Geneva, P*; *P, as X noted*; *P and, as X has stressed, Q*."""
        words = self.words
        for group in self.groups:
            start = self._subject_start(group.first)
            if (
                not start
                or words[start - 1].low != "as"
                or group.kind != "finite"
                or "that" not in group.cue.frames
            ):
                continue
            opening = start - 1
            if opening and words[opening - 1].text != ",":
                continue
            close = next((n for n in range(group.last, self.end) if words[n].text == ","), self.end)
            source = describe(self._clean_subject(words[start : group.first]), self.register)
            if source is None or grammar.has_finite(words[group.last : close]):
                continue
            content = (close + 1, self.end) if close < self.end else (0, opening - 1)
            if content[1] - content[0] < 3 or any(each.source == source for each in self.found):
                continue
            if any(
                content[0] < each.content[0] < content[1]
                and each.cue
                and each.cue[1] <= each.content[0] <= each.cue[1] + 1
                for each in self.found
            ):
                continue  # X maintains that P, as its ministry put it
            self.found = [each for each in self.found if not content[0] <= each.content[0] < content[1]]
            self.found.append(Said(content, source, (group.first, group.last)))
            self.register.note(source)


_MANY = SEVERAL | vocabulary("half almost nearly at more over fewer none")
"""Words that open a subject in the plural without a noun."""

_CITED = vocabulary("cited cites quoted quotes")


@cache
def _owned_nouns() -> frozenset[str]:
    """Nouns for what is said, whose owner says it."""
    return listed("accusation") | OWNED | DENIAL
