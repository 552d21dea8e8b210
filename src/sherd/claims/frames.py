"""From a verb of saying to who says what: the constructions of English news, one function each.

*X said that P* · *P, X said* · *“Q,” X said* · *“Q,” said X* · *X told Y P* · *according to X, P* ·
*X urged Y to P* · *X denied doing P* · *X rejected the claim that P* · *X called P false* ·
*X declined to comment* · *…, adding that P*.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cache
from operator import is_

from attrs import define, evolve, field

from sherd.claims import continuing, cues, grammar, said_already, shown, silences, tails
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.cues import Found
from sherd.claims.denials import NAMING
from sherd.claims.deniers import Deniers
from sherd.claims.grammar import AUXILIARIES, CONJUNCTIONS
from sherd.claims.lexicon import listed, pattern, vocabulary
from sherd.claims.rebuttals import LED
from sherd.claims.sources import PRONOUN, anybody, describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said
from sherd.claims.verbs import BE

NOBODY = frozenset({"nobody", "no-one", "none", "nothing", "neither", "anyone", "anybody", "whoever"})
"""Words for a subject that says nothing, since there is none or it is anyone."""


_HELD_WORDS = vocabulary(
    "statement letter email e-mail note message release report communique post filing probe inquiry "
    "investigation review study assessment analysis memo complaint indictment reply submission affidavit"
)
"""What somebody says something in, and what *the statement* means afterwards."""

BEFORE_SPEAKER = frozenset({",", "—", "–", "and", "but", "while", "whereas", "although"})
"""What stands before the next speaker of a sentence."""

SPEAKING = vocabulary(
    "say add recall insist deny argue explain complain concede boast joke remark reply retort recount accuse "
    "allege dispute"
)
"""Verbs that only people, and what they wrote, are the subject of."""


WANTING = vocabulary("want wants wanted")
"""Verbs for what somebody would have done, which need not have been said to anybody."""


@cache
def _silent() -> frozenset[str]:
    """The last words of what is said of somebody who says nothing: no such word, no such silence."""
    return frozenset(phrase.split()[-1] for phrase in listed("silence"))


@define
class Reader(Deniers):
    """Reads one sentence."""

    tried: dict[int, tuple[tuple[object, ...], Entity | None]] = field(init=False, factory=dict)
    """Whose each verb was when it was tried out, by where the verb begins, and what was remembered then."""

    def read(self) -> list[Said]:
        """Everything that the sentence says somebody said."""
        last: Entity | None = None
        self._licensed_ahead()
        groups = self._viable()
        for number, group in enumerate(groups):
            following = self._next_to_speak(groups[number + 1 :])
            source = self._as_tried(group, last)
            if source is None or self._same_breath(group, source) or self._own_words(group, source):
                continue
            source = self._as_press(source, group) or source
            framed = self._frame(group, source, following)
            said = [self._relayed(self._cleft(each, group), group) for each in framed]
            if said:
                last = said[0].source or source
                self.register.note(self._with_venue(last, group))
            elif source.speaker.kind == "person" and group.kind == "finite":
                self.register.order.append(source)  # Nonsense, said X Y
            self.found += said
        for at in cues.according(self.words):
            self._according(at)
        self._told_intents()
        self._passed_on()
        self._told_requests()
        self._in_the_view()
        self._behind_colon()
        self._denied_behind()
        self._denied_inside()
        self._cut_relatives()
        self._as_said()
        self._claims_by()
        self._claims_of()
        self._without_verb()
        self._told_by()
        self._aside()
        self._reckoned()
        self._rebutted()
        self._repudiated()
        self._reacted()
        self._no_comment()
        self.found += list(continuing.went_on(self.words, self.end, self.groups, self.found))
        found = [shown.by_teller(each, self.words, self.register) for each in self.found]
        found = [tails.cut(self.words, self.groups, each) for each in found]
        self.found = said_already.without(self.words, found)
        return self.found

    def _with_venue(self, source: Entity, group: Found) -> Entity:
        """*said in a statement*, *wrote in a letter*: *the statement*, *the letter* will be theirs."""
        words = self.words
        near = range(group.last, min(group.last + 9, self.end))
        held = {
            words[at].low
            for at in near
            if words[at].low in _HELD_WORDS and {w.low for w in words[max(0, at - 3) : at]} & grammar.OWN_ONE
        }
        return evolve(source, heads=source.heads | held) if held else source

    def _cleft(self, said: Said, group: Found) -> Said:
        """*What X denies is that P*: P."""
        first, last = said.content
        start = self._subject_start(group.first)
        if first + 3 > last or not start or self.words[start - 1].low != "what":
            start = next((0 for word in self.words[:1] if word.low == "what"), -1)
        opens = first + 3 < last and self.words[first].low in BE and self.words[first + 1].low == "that"
        return evolve(said, content=(first + 2, last)) if opens and start >= 0 else said

    def _passed_on(self) -> None:
        """*X said his client rejects P*: the client's denial, passed on by X."""
        for number, inner in enumerate(self.found):
            if inner.cue is None or inner.from_left:
                continue
            start = self._subject_start(inner.cue[0])
            outer = next((n for n in range(number) if self.found[n].content[0] == start), None)
            if outer is None and number == 0:
                continue
            if outer is None:
                self._passed_on_beside(number, start)
                continue
            if self.found[outer].source is None or self.found[outer].polarity != "assert":
                continue
            told = self.found[outer]
            passed = inner.polarity == "deny" or (self._wants(inner) and told.act != "finding")
            if not passed and not _is_outlet(told):
                continue  # what X says that Y said, X says; what an outlet says, Y said
            at = inner.content[1]
            if (
                told.source is None
                or told.cue is None
                or told.source.speaker.name == said_already.name(inner)
            ):
                continue
            relay = self._as_relay(told.source, told.cue)
            self.found[number] = evolve(inner, chain=(relay, *inner.chain))
            rest = at + (at < told.content[1] and self.words[at].low in CONJUNCTIONS)
            more = rest + 2 < told.content[1] and grammar.has_finite(self.words[rest : told.content[1]])
            self.found[outer] = evolve(told, content=(rest, told.content[1]) if more else (0, 0))
        self.found = [each for each in self.found if each.content[1] > each.content[0]]

    def _passed_on_beside(self, number: int, start: int) -> None:
        """*Radio Merkur reported that P and that X said Q*: Q is said by X."""
        led = next((n for n in range(start - 1, max(start - 3, 1), -1) if self.words[n].low == "and"), None)
        inner = self.found[number]
        for n, outer in enumerate(self.found[:number]):
            if led is None or not outer.content[0] + 2 < led < outer.content[1] or not _is_outlet(outer):
                continue
            self.found[n] = evolve(outer, content=(outer.content[0], led))
            if outer.source is not None and outer.cue is not None:
                relay = self._as_relay(outer.source, outer.cue)
                self.found[number] = evolve(inner, chain=(relay, *inner.chain))

    def _told_requests(self) -> None:
        """*X said that Kenya had asked Chad to stop P*: one statement, X's; what Kenya wants is Kenya's."""
        if len(self.found) < 2:
            return
        self.found = [
            inner
            for inner in self.found
            if inner.polarity != "urge"
            or inner.cue is None
            or self._wants(inner)
            or not any(self._tells_of(outer, inner) for outer in self.found)
        ]

    def _wants(self, said: Said) -> bool:
        wanted = said.cue is not None and self.words[said.cue[1] - 1].low in WANTING
        return wanted and said.polarity == "urge"

    def _tells_of(self, outer: Said, inner: Said) -> bool:
        """Whether the words of one hold the verb of another, and somebody else says them."""
        if outer is inner or inner.cue is None or outer.cue is None or outer.polarity == "urge":
            return False
        told = outer.content[0] <= inner.cue[0] < outer.content[1]
        return told and not _is_outlet(outer) and said_already.name(outer) != said_already.name(inner)

    def _behind_colon(self) -> None:
        """*found no sign that P: Q*: Q is said by who says P."""
        for said in list(self.found):
            at = said.content[1]
            if (
                said.from_left
                or at + 4 >= self.end
                or self.words[at].text != ":"
                or self.words[at + 1].quoted
            ):
                continue
            rest = self.words[at + 1 : self.end]
            if grammar.is_clause(rest) and not any(each.content[0] > at for each in self.found):
                act = "finding" if said.act == "finding" else "assert"
                self.found.append(evolve(said, content=(at + 1, self.end), act=act, polarity="assert"))

    def _cut_relatives(self) -> None:
        """*blacklisted X, whom it accused of P*: what hangs on X is told on its own."""
        for inner in list(self.found):
            if inner.cue is None:
                continue
            start = self._subject_start(inner.cue[0])
            led = {word.low for word in self.words[max(0, start - 1) : start + 1]} & {"who", "whom", "which"}
            at = start - 1 if self.words[start].low not in {"who", "whom", "which"} else start
            at -= at > 1 and self.words[at - 1].low in {"to", "of", "in"}  # , to which X replied P
            if not led or at < 1 or self.words[at - 1].text != ",":
                continue
            for number, outer in enumerate(self.found):
                first, last = outer.content
                needs = not grammar.has_finite(
                    self.words[first : at - 1]
                )  # the motor, which X calls P, was Q
                if needs and outer.polarity == "assert" and last > inner.content[1]:
                    continue
                if outer is not inner and first + 2 < at < last and inner.content[0] > at:
                    self.found[number] = evolve(outer, content=(first, at - 1))

    def _next_to_speak(self, groups: Sequence[Found]) -> Found | None:
        """The next verb of saying that is not inside what this one says."""
        for group in groups:
            start = self._subject_start(group.first)
            while start > 1 and self.words[start - 1].low in {"then", "later", "also"}:
                start -= 1
            before = self.words[start - 1] if start else None
            joined = group.first and self.words[group.first - 1].low in CONJUNCTIONS
            joined = joined or self._in_row(group)
            if joined or group.kind == "gerund" or (before is not None and before.low in BEFORE_SPEAKER):
                return group
        return groups[0] if groups else None

    def _licensed_ahead(self) -> None:
        """Note whom the sentence names as a speaker ahead of words: *According to X*, *X said this*."""
        for at in cues.according(self.words):
            source = describe(
                self._clean_subject(self.words[at + 2 : self._according_end(at + 2)]), self.register
            )
            if source is not None and at <= 2:
                self.register.note(source)
                if self.words[-1].text == ":":
                    self.announced = source  # according to X:
        for group in self.groups:
            if (
                group.kind == "finite"
                and (self._only_announces(group) or self._points_ahead(group))
                and (told := self._subject(group.first))
            ):
                self.register.note(told)
                self.announced = told

    def _points_ahead(self, group: Found) -> bool:
        """*X said this*, *X put it so*."""
        rest = self.words[group.last : group.last + 2]
        pointing = bool(rest) and rest[0].low in {"this", "so"}
        noun = len(rest) > 1 and rest[1].is_word and rest[1].low not in grammar.PREPOSITIONS
        return pointing and not (group.cue.verb == "tell" and noun)  # told this newspaper

    def _only_announces(self, group: Found) -> bool:
        """*X said:*, *has established the following:*, *listed three findings:*: words on the next lines."""
        if self.words[-1].text != ":" or not self.text.endswith(":", 0, self.sentence.end):
            return False
        rest = self.words[group.last : self.end]
        last = group is self.groups[-1]
        return last and (not rest or (not grammar.has_finite(rest) and not any(w.quoted for w in rest)))

    def _viable(self) -> list[Found]:
        """The verbs of saying that have a speaker and something said; the others are words like any."""
        kept: list[Found] = []
        last: Entity | None = None
        if len(self.groups) < 2:
            return list(self.groups)  # one alone speaks or does not; nothing depends on it
        trial = copy(self)
        trial.register, trial.starts = self.register.copy(), {}
        for group in self.groups:
            asked = (last, *trial.register.lasts())
            source = trial._source(group, last)
            self.tried[group.first] = (asked, source)
            if source is not None and list(trial._frame(group, source, None)):
                kept.append(group)
                last = source
                trial.register.note(source)
        return kept

    def _as_tried(self, group: Found, last: Entity | None) -> Entity | None:
        """Whose verb it is: as it was tried out, where nothing has been remembered otherwise since."""
        asked, source = self.tried.get(group.first, ((), None))
        if asked and all(map(is_, asked, (last, *self.register.lasts()))):
            return source
        return self._source(group, last)

    def _own_words(self, group: Found, source: Entity) -> bool:
        """*He said that they had found P*: what a speaker says of an own finding is one statement."""
        unsure = group.negated and group.cue.verb in {"rule out", "exclude"}  # it cannot rule out that P
        warned = group.cue.verb == "warn" and not self._that_follows(group.last)
        if warned and self.found:
            return self.found[-1].content[0] <= group.first < self.found[-1].content[1]
        if not self.found or (group.cue.polarity != "assert" and not unsure) or group.cue.act == "predict":
            return False
        outer = self.found[-1]
        start = self._subject_start(group.first)
        if (
            start
            and self.words[start - 1].low == "what"
            and outer.content[0] <= group.first < outer.content[1]
        ):
            return True
        if outer.source is None or outer.cue is None or outer.from_left:
            return False
        if _is_outlet(outer) and source.speaker.kind != "document":
            return False
        inside = outer.content[0] <= group.first < outer.content[1]
        close = self._subject_start(group.first) <= outer.content[0] + 1
        if self.words[self._subject_start(group.first)].low in PRONOUN and inside and close:
            return True
        if unsure:
            return False
        voiced = source.speaker.kind in {"person", "state", "outlet"}
        return inside and close and (not voiced or outer.source.speaker.name == source.speaker.name)

    def _same_breath(self, group: Found, source: Entity) -> bool:
        """*X said he would welcome P*: the speaker's own stance, taken up by the outer statement."""
        if not self.found or group.cue.polarity != "urge":
            return False
        outer = self.found[-1]
        first = outer.content[0]
        if (
            outer.source is None
            or outer.source.speaker.name != source.speaker.name
            or first != self._subject_start(group.first)
        ):
            return False
        told = (first, self._limit(group.last, None)) if group.kind == "gerund" else outer.content
        self.found[-1] = evolve(outer, content=told, act=group.cue.act, polarity=group.cue.polarity)
        return True

    def _source(self, group: Found, last: Entity | None) -> Entity | None:
        words, first = self.words, group.first
        before = words[first - 1] if first else None
        whose = words[first - 2] if first > 1 and words[first - 1].low in {"who", "that"} else before
        if whose is not None and whose.low in NOBODY:
            return None  # nobody believes that P
        if self._is_claim_judged(group):
            return None
        if self._of_neither(first) or self.words[self._subject_start(first)].low in {"no", "none"}:
            return None  # neither X nor Y denies that P, no serious person says so
        if group.kind == "passive":
            if "quoting" in group.cue.frames:
                return self._subject(first)
            agent = group.last < len(words) and words[group.last].low == "by"
            if not agent:
                return None
            end = next((n for n in range(group.last + 1, self.end) if words[n].low == "of"), None)
            accused = "of" in group.cue.frames and end is not None
            some = words[group.last + 1 : end] if accused else self._right_subject(group.last + 1)
            stop = next((n for n, word in enumerate(some) if n and word.low in {"that", "by"}), len(some))
            stop -= stop < len(some) and some[stop - 1].low in {"and", ","}
            return describe(some[:stop], self.register)
        if before is not None and before.low == "which" and first > 1 and words[first - 2].text in LED:
            return self._antecedent(first - 1) or self._subject(first)
        if before is not None and before.low == "who" and not before.quoted:
            named = last.speaker.span if last is not None else None
            inverted = named is not None and words[0].start <= named.start and self._after_quote(first)
            return last if inverted else self._antecedent(first - 1)
        own = cues.with_before(words, first) if group.kind == "gerund" else None
        if own is not None:
            return describe(words[own + 1 : first], self.register)
        if self._set_aside(self._subject_start(first)) or self._only_named(group, self._subject_start(first)):
            return None  # contrary to what X says, P
        joined = before is not None and before.low in CONJUNCTIONS
        if group.kind == "gerund" or joined or self._in_row(group):
            return last or self._main_subject(group) or (self.leading if self._after_quote(first) else None)
        if self._inverted(group):
            return describe(self._right_subject(group.last), self.register)
        hung = {"what", "who", "which", "whom", "that"}  # firms who it says did P
        if first > 1 and words[first - 1].low in PRONOUN and words[first - 2].low in hung:
            return self._main_subject(group) or self._subject(first)
        behind = self._denier(first) if group.cue.polarity == "deny" else 0
        start = self._subject_start(first)
        if {word.low for word in words[start:behind]} & (listed("accusation") | {"something"}):
            return describe(self._clean_subject(words[behind:first]), self.register)
        return self._subject(first) or self._somebody(group)

    def _set_aside(self, start: int) -> bool:
        """Whether *contrary to what*, *despite what* stands before: what X says is not what is said here."""
        led = [word.low for word in self.words[max(0, start - 4) : start]]
        return led[-1:] == ["what"] and bool({"contrary", "despite", "spite", "unlike"} & set(led))

    def _only_named(self, group: Found, start: int) -> bool:
        """*What X calls a sale was a loan*: the name that X gives it is nothing that X says here."""
        words, last = self.words, group.last
        if start != 1 or words[0].low != "what" or group.cue.verb not in NAMING:
            return False
        near = range(last, min(last + 7, self.end))
        verb = next((n for n in near if words[n].text == "," or grammar.finite_at(words, n)), None)
        return verb is not None and words[verb].text != ","

    def _of_neither(self, first: int) -> bool:
        """Whether the subject is *neither X nor Y*, who say nothing of the kind."""
        words = self.words
        nor = next((n for n in range(first - 1, max(0, first - 14), -1) if words[n].low == "nor"), None)
        if nor is None or sum(words[n].text == "," for n in range(nor, first)) % 2:
            return False  # neither X nor Y, a firm in Bern, replied
        near = range(nor - 1, max(-1, nor - 9), -1)
        at = next((n for n in near if words[n].low == "neither" and not words[n].quoted), None)
        return at is not None and (words[at + 1].is_name or words[at + 1].low in grammar.DETERMINERS)

    def _somebody(self, group: Found) -> Entity | None:
        """*A dockhand recalled that P*: whoever says it in so many words is somebody, whatever the noun."""
        if group.cue.verb not in SPEAKING:
            return None
        start = self._subject_start(group.first)
        if group.first and self.words[group.first - 1].low in {"that", "which"}:
            return None
        return anybody(self._clean_subject(self.words[start : group.first]), self.register)

    def own_denial(self, verb: int, source: Entity) -> Said | None:
        """What the denial at the word ``verb`` denies, where ``source`` is the one who denies."""
        for group in self.groups:
            if group.verb <= verb < group.last and group.cue.polarity == "deny" and not group.negated:
                return next(iter(self._frame(group, source, None)), None)
        return None

    def _no_comment(self) -> None:
        """*declined to comment*, *did not respond to a request for comment*."""
        text, first = self.text, self.sentence.start
        if any(said.no_comment for said in self.found):
            return
        if _silent().isdisjoint(vocabulary_of(self.words)):
            self._other_silence()
            return
        for found in pattern("silence").finditer(text, first, self.sentence.end):
            at = next((n for n, word in enumerate(self.words) if word.start >= found.start()), None)
            if at is None or self.words[at].quoted or self._taken(at):
                continue
            if self.words[at].low == "hung" and self.found:
                continue  # hung up after saying P
            if self.words[at].low.startswith("i'") or self.words[at].low == "i":
                at += 1
            while at > 1 and (self.words[at - 1].low in AUXILIARIES or grammar.is_adverb(self.words[at - 1])):
                at -= 1
            start = self._subject_start(at)
            source = describe(self._clean_subject(self.words[start:at]), self.register)
            if at > 1 and self.words[at - 1].low in {"which", "that"}:
                source = self._antecedent(at - 1) or source  # sold by X, a firm which did not reply
            if self.words[at - 1].low.startswith(("i'", "we'")):  # I'm not going to get into P
                start, source = at - 1, self.register.by_pronoun("i")
            if source is not None:
                cue = (at, min(at + len(found[0].split()), len(self.words)))
                self._hold_back(found.start(), found.end())
                self.found.append(Said((start, self._turn(at)), source, cue, no_comment=True))
                self.register.note(source)
                return
        self._other_silence()

    def _hold_back(self, start: int, end: int) -> None:
        """Drop what verbs inside the words of silence were read to say: *neither confirmed nor denied P*."""
        words = self.words
        self.found = [
            said for said in self.found if said.cue is None or not start <= words[said.cue[0]].start < end
        ]

    def _other_silence(self) -> None:
        """A clause that tells of silence in other than the set words, where nobody says anything."""
        if self.found:
            return
        for at in silences.verbs(self.words):
            told = silences.silence(self.words, self._subject_start(at), at)
            if told is None or self._taken(at):
                continue
            party = self._clean_subject(self.words[slice(*told.party)])
            ours = len(party) == 1 and party[0].low in {"we", "i"}
            source = self.register.voice if ours else describe(party, self.register) if party else None
            content = (told.begins, self._turn(told.cue[1]))
            self.found.append(Said(content, source, told.cue, no_comment=True))
            if source is not None:
                self.register.note(source)
            return


def _is_outlet(said: Said) -> bool:
    return said.source is not None and said.source.speaker.kind == "outlet"
