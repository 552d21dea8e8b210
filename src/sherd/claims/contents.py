"""What follows a verb of saying, or stands before it: where what is said begins and ends.

One method a construction; each gives the words of what is said, and the stance that the construction adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.cues import Found
from sherd.claims.grammar import CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS
from sherd.claims.lexicon import DENIAL, vocabulary
from sherd.claims.limits import TIMED, Limits
from sherd.claims.negation import LIKELY, UNLIKELY, is_negation
from sherd.claims.openings import hedges, is_scorn
from sherd.claims.roles import NUMBERS
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Stretch
from sherd.claims.undenied import finds_nobody
from sherd.claims.verbs import BE

BARE = grammar.NOUNS_AS_WELL - {"open", "own", "double"}
"""Verbs in a form that is a noun as well."""

WITH_THAT = vocabulary("answer text email e-mail cable volunteer venture reason object hold")
"""Verbs that take a thing more often than a clause, so that a clause has to open with *that*."""
HARD = vocabulary(
    "hard difficult impossible implausible laughable unconvincing absurd ridiculous preposterous unthinkable"
)
"""What somebody finds a thing who does not believe it."""


_ASKED = PREPOSITIONS | {"whether", "if", "how", "what", "why"}
_NO_OBJECT = PREPOSITIONS | {"whether", "to"}

_SAID_NOT = frozenset(
    {"say", "confirm", "verify", "comment", "elaborate", "respond", "rule out", "exclude", "reply"}
)
"""Verbs whose negation is silence, or the opposite of what they say."""


@define
class Contents(Limits):
    """One sentence, and what its verbs of saying say."""

    def _frame(self, group: Found, source: Entity, following: Found | None) -> Iterator[Said]:
        if group.negated and (told := self._of_negated(group, source, following)) is not None:
            yield from told
            return
        act, polarity = group.cue.act, group.cue.polarity
        if self._answers_by(group) or (group.cue.verb == "find" and self._comes_upon(group)):
            return  # responded by denying P; must find a substitute, could find itself in P
        if polarity == "deny" and self._turns_down(group):
            return  # a court dismissed the case, Riga denied the ship entry
        if group.cue.verb == "ask" and self._asks_aloud(group):
            act, polarity = "assert", "assert"  # “How would I know?” he asked
        base = Said((0, 0), source, (group.first, group.last), act, polarity)
        if group.kind == "passive" and "quoting" not in group.cue.frames:
            yield from self._of_passive(base, group, following)
            return
        responsible = any(word.low == "responsibility" for word in self.words[group.last : group.last + 3])
        if group.negated and group.cue.verb == "accept" and not responsible:  # does not accept that reading
            group = evolve(group, cue=evolve(group.cue, frames=group.cue.frames | {"np"}))
        if group.negated:
            base = evolve(base, act="finding" if act == "finding" else "deny", polarity="deny")
        yield from self._of_active(base, group, following)

    def _of_negated(self, group: Found, source: Entity, following: Found | None) -> Iterable[Said] | None:
        """What a negated verb says, where it is not what the verb would say; None where it is."""
        verb = group.cue.verb
        if verb in _SAID_NOT or finds_nobody([word.low for word in self.words], group.first, group.verb):
            return self._negated(group, source)
        if group.cue.act == "admit" and verb not in {"confirm", "accept"}:
            return ()  # who never acknowledged P has not denied it
        if verb == "accept" and self._holds_out(group):
            return ()  # we will not accept that P is sold
        if verb == "claim" and not self._that_follows(group.last):
            return ()  # has not claimed the attack
        if verb in {"dispute", "contest"} and self._is_that(
            group.last
        ):  # who does not dispute that P grants it
            granted = Said((0, 0), source, (group.first, group.last), "admit", "assert")
            return self._right(granted, group, group.last, self._limit(group.last, following))
        if group.cue.polarity == "deny":
            return self._negated(group, source)  # who does not deny takes no stand
        return None

    def _of_passive(self, base: Said, group: Found, following: Found | None) -> Iterator[Said]:
        """*P was denied by X*, *X was warned by Y that P*."""
        start = self._past_that(self._subject_start(group.first))
        if "of" in group.cue.frames:
            accused = self._accused_of(group)
            yield from () if accused is None else [evolve(base, content=accused)]
            return
        inside = any(start <= other.verb < group.first for other in self.groups)
        that = self._told_by_agent(group)
        if that is not None:
            yield evolve(base, content=(that + 1, self._limit(that + 1, following)))
            return
        if inside or group.cue.verb == "write":
            return  # not one, she said, was acknowledged by Y
        if group.first > start and ("np" in group.cue.frames or "that" in group.cue.frames):
            told = self.words[max(0, start - 8) : group.first]  # the denial by Y that P was rejected by X
            denial = any(word.low in DENIAL for word in told)
            twice = denial and base.polarity == "deny"
            content = self._named_as(group, following) or self._whole_subject(start, group.first)
            yield evolve(base, content=content, from_left=True, of_denial=twice)

    def _of_active(self, base: Said, group: Found, following: Found | None) -> Iterator[Said]:
        """*X said that P*, *P, X said*, *P, said X*."""
        if self._inverted(group):
            yield from self._left(base, group)
            return
        if group.cue.verb in {"find", "consider", "deem"} and (doubted := self._doubted(group.last)):
            yield evolve(base, content=doubted, act="deny", polarity="deny")
            return
        at = self._past_addressee(group)
        if self._only_answers(group, at):
            return
        if at < self.end and self.words[at].text == "," and self._past_citing(at):
            yield from self._right(base, group, at, self.end)
            return
        if at < self.end - 4 and self.words[at].text == ";" and (left := list(self._left(base, group))):
            yield from left
            yield evolve(base, content=(at + 1, self._limit(at + 1, following)))
            return
        limit = self._end_of_relative(group, at, self._limit(at, following))
        timed = at + (at < self.end and self.words[at].text == ",")
        if timed < self.end and self.words[timed].low in TIMED and "as" not in group.cue.frames:
            if left := self._left(base, group):
                yield from left
                return
            at, limit = self._past_time(at, limit)
        yield from self._right(base, group, at, limit) or self._left(base, group)

    def _asks_aloud(self, group: Found) -> bool:
        """Whether the verb stands behind a quotation that ends in a question."""
        at = self._subject_start(group.first) - 1 if not self._inverted(group) else group.first - 1
        return at > 0 and any(word.text == "?" for word in self.words[max(0, at - 2) : at + 1])

    def _doubted(self, at: int) -> Stretch | None:
        """*finds that hard to believe*, *found it laughable that P*: what is doubted."""
        some = [word.low for word in self.words[at : at + 4]]
        if len(some) < 2 or some[0] not in {"that", "this", "it"} or some[1] not in HARD:
            return None
        if some[2:3] == ["that"]:
            return at + 3, self.end
        return (at, at + 1) if some[2:] in ([], ["to", "believe"]) or not some[2].isalpha() else None

    def _negated(self, group: Found, source: Entity) -> Iterator[Said]:
        """*would not say whether*, *could not confirm*; *cannot exclude that P* holds P possible."""
        cue = (group.first, group.last)
        if group.cue.verb in {"rule out", "exclude"}:
            at = group.last + (
                self.words[group.last : group.last + 1] != () and self.words[group.last].low == "that"
            )
            if at < self.end:
                yield Said((at, self.end), source, cue, "assert", "assert")
        else:
            start = self._subject_start(group.first)
            end = self._end_of_relative(group, group.last, self._turn(group.last))
            yield Said((start, end), source, cue, "assert", "assert", no_comment=True)

    def _right(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        words = self.words
        if at >= limit:
            return []
        if "as" in group.cue.frames and words[at].low in {"himself", "herself", "itself", "themselves"}:
            return []  # a man who identified himself as P
        if group.cue.verb in {"ask", "request"} and self._about_name(at, limit):
            return []
        if group.cue.verb == "call" and "whom" in {word.low for word in words[group.first - 3 : group.first]}:
            return []  # a defector whom we are calling X
        if (joint := self._past_second_verb(at, limit)) is not None:
            at = joint
        if (held := self._held_likely(base, at, limit)) is not None:
            return [held]
        if self._in_relative(group) and "that" in group.cue.frames and grammar.finite_at(words, at):
            return [evolve(base, content=(at, self._end_of_relative(group, at, limit)))]
        frames, low = group.cue.frames, words[at].low
        if "quoting" in frames:
            return self._quoting(base, group, at, limit)
        if "evidence" in frames or (base.act == "finding" and self._evidence(at, limit)):
            past = self._evidence(at, limit)
            denied = any(word.low in {"no", "little"} for word in words[at : past or at]) or group.negated
            stance = "deny" if denied else base.polarity
            return [evolve(base, content=(past, limit), polarity=stance)] if past else []
        if (base.act == "deny" or low == "otherwise") and self._only_points(at, limit):
            return [evolve(base, content=(at, at + 1), act="deny", polarity="deny")]
        if (
            base.act != "deny"
            and low in {"this", "so"}
            and (at + 1 >= limit or words[at + 1].low in PREPOSITIONS)
        ):
            return []
        if low == "the" and at + 3 < limit and (words[at + 1].low, words[at + 2].low) == ("fact", "that"):
            at, low = at + 2, "that"
        if words[at].text == "," and (past := self._past_citing(at)):
            return [evolve(base, content=(past, self.end))]
        if words[at].text in {",", ":"}:
            if at + 1 < limit and words[at + 1].text in MARKS:
                return [evolve(base, content=(at + 1, limit))]
            infix = self._infix(group, at)
            if infix and infix[0] > at and base.polarity == "assert" and self._never_before(group):
                base = evolve(base, act="deny", polarity="deny")
            return [evolve(base, content=infix)] if infix else []
        short = at + 1 < limit and words[at + 1].low == "'s" and low == "that"
        if short and "that" in frames:
            return [evolve(base, content=(at, limit))]  # said that's a lie
        if low == "that" and "that" in frames and self._is_subject(at, limit):
            return [evolve(base, content=(at, limit))]  # said that was not so
        if low == "that" and frames & {"that", "quote", "inf"} and not self._points_at(base, at, limit):
            return [evolve(base, content=(at + 1, limit))] if at + 1 < limit else []
        if "as" in frames and (said := self._verdict(base, group, at, limit)):
            return said
        if base.polarity == "assert" and (own := self._own_denial(at, limit)):
            return [evolve(base, content=(own, limit), act="deny", polarity="deny")]
        if base.act == "deny" and "np" in frames and (said := self._denied(base, at, limit)):
            return said
        if words[at].text in MARKS:
            return [evolve(base, content=(at, limit))] if frames & {"that", "quote", "np"} else []
        if low == "anonymity" or [word.low for word in words[at : at + 3]] == ["not", "to", "be"]:
            return []  # asked not to be named
        if "inf" in frames and self._infinitive(at, limit):
            return [evolve(base, content=(at, limit))]
        if group.cue.verb in {"want", "demand"} and low != "that" and self._to_be_done(at, limit):
            return [evolve(base, content=(at, limit))]
        if "infself" in frames and low in {"never", "not"} and words[min(at + 1, limit - 1)].low == "to":
            return [evolve(base, content=(at, limit))]
        if "infself" in frames and low == "to":
            return [evolve(base, content=(at + 1, limit))]
        if "ing" in frames and low.endswith("ing"):
            return [evolve(base, content=(at, limit))]
        return self._right_of_noun(base, group, at, limit)

    def _past_second_verb(self, at: int, limit: int) -> int | None:
        """*deplored and firmly opposed P*: where the object of both verbs begins."""
        if self.words[at].low not in {"and", "or"}:
            return None
        verb = at + 1
        while verb < limit and grammar.is_adverb(self.words[verb]):
            verb += 1
        return verb + 1 if verb + 1 < limit and grammar.finite_at(self.words, verb) else None

    def _held_likely(self, base: Said, at: int, limit: int) -> Said | None:
        """*considers it unlikely that P*, *thinks it possible that P*: P, denied if held unlikely."""
        lows = [word.low for word in self.words[at : at + 5]]
        that = next((n for n in (2, 3) if lows[n : n + 1] == ["that"]), None)
        if lows[:1] != ["it"] or that is None or at + that + 2 >= limit or base.polarity != "assert":
            return None
        if lows[that - 1] not in UNLIKELY | LIKELY:
            return None
        negated = any(is_negation(word) for word in self.words[at + 1 : at + that])  # it isn't true
        denied = ("deny", "deny") if (lows[that - 1] in UNLIKELY) != negated else (base.act, base.polarity)
        return evolve(base, content=(at + that + 1, limit), act=denied[0], polarity=denied[1])

    def _right_of_noun(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """What follows a cue that takes *of*, *for*, a bare clause or a noun phrase."""
        words, frames, low = self.words, group.cue.frames, self.words[at].low
        opens = self._subject_start(group.first)
        if low in BE and opens and words[opens - 1].low == "what" and opens > 1 and at + 2 < limit:
            return [evolve(base, content=(at + 1, limit))]  # over what it said was P
        if "of" in frames:
            begins = at + (low == "of")
            opens = self._subject_start(group.first)
            inside = {"which", "whom"} & {word.low for word in self.words[max(0, opens - 1) : opens + 1]}
            stop = next((n for n in range(begins, limit) if words[n].text == ","), limit) if inside else limit
            return [evolve(base, content=(begins, stop))]
        if "for" in frames:
            wanted = any(word.low == "for" for word in words[at:limit])
            asked = "inf" in frames and (not wanted or low in {"about", "whether", "if", "for"})
            return [] if asked else [evolve(base, content=(at, limit))]
        if (
            "that" in frames
            and (low not in _ASKED or self._counts(at))
            and grammar.is_clause(words[at:limit])
            and group.cue.verb not in WITH_THAT
            and not (group.cue.verb == "show" and any(word.low == "what" for word in words[at : at + 4]))
        ):
            return [evolve(base, content=(at, limit))]
        if (
            "np" in frames
            and (words[at].is_name or low in DETERMINERS or words[at].is_word)
            and low not in _NO_OBJECT
        ):
            comma = next((n for n in range(at, limit) if words[n].text == ","), limit)
            if base.act == "urge" and comma == at + 1 and not words[at].is_name:
                return []  # urged caution
            if base.act == "deny" and any(word.low in {"by", "about"} for word in words[at:comma]):
                comma = limit  # allegations by Britain, France and Germany about P
            if comma < limit and self._is_list(comma, limit):
                comma = limit  # found a tail section, two batteries and a camera
            return [evolve(base, content=(at, self._bare_noun(base, at, comma)))]
        return []

    def _counts(self, at: int) -> bool:
        """*at least 1,200 were sold*, *over two dozen came*, *at no point did X P*."""
        following = self.words[at + 1] if at + 1 < self.end else None
        if following is None:
            return False
        return following.low in {"no", "least", "most"} | NUMBERS or following.text[:1].isdigit()

    def _past_citing(self, comma: int) -> int | None:
        """*Reuters reported, citing two sources, that P*: where P begins."""
        words = self.words
        if comma + 1 >= self.end or words[comma + 1].low not in {"citing", "quoting"}:
            return None
        for at in range(comma + 2, self.end - 2):
            if words[at].text == "," and words[at + 1].low == "that":
                return at + 2
        return None

    def _infix(self, group: Found, at: int) -> Stretch | None:
        """*From there, two people said, the goods were sent on*: what is said stands after the speaker."""
        start = self._subject_start(group.first)
        colon = next((n + 1 for n in range(start - 1, 0, -1) if self.words[n].text == ":"), 0)
        before = self.words[colon:start]
        ahead = at + 1
        while ahead + 1 < self.end and grammar.is_adverb(self.words[ahead]):
            ahead += 1
        goes_on = grammar.finite_at(self.words, ahead)  # Closing it, she told X, would hurt
        if (
            "that" not in group.cue.frames
            or grammar.has_finite(before)
            or not before
            or any(colon <= each.first < start and each.kind == "finite" for each in self.groups)
            or (at + 1 < self.end and self.words[at + 1].low in CONJUNCTIONS)
            or (at + 1 < self.end and self.words[at + 1].low.endswith("ing") and before[-1].text in MARKS)
            or not (
                goes_on
                or grammar.is_clause(self.words[at + 1 : self.end])
                or self._plural_before(before, at + 1)
            )
        ):
            return None
        if len([word for word in before if word.is_word]) > 8:
            return None
        opens = (
            colon > 0 or before[0].is_name or before[0].low in DETERMINERS
        )  # The boats, it said, had been P
        told = (goes_on or self._plural_before(before, at + 1)) and opens
        return (colon if told or hedges(before) else at + 1, self._end_of_inserted(group))

    def _plural_before(self, before: Sequence[Word], at: int) -> bool:
        """*The Russians, he argued, lack P*: a plural in front, and a verb in its base form behind."""
        nouns = [word for word in before if word.is_word]
        if not nouns or not nouns[-1].low.endswith("s") or nouns[0].low in PREPOSITIONS or at + 2 >= self.end:
            return False
        verb = self.words[at]
        return verb.low in BARE or grammar.is_base(verb)

    def _never_before(self, group: Found) -> bool:
        """*Never, X said, had it sold P*; *At no time, X said, did it sell P*."""
        led = [word.low for word in self.words[: self._subject_start(group.first)]]
        return bool({"never", "nor", "neither", "no", "nowhere"} & set(led))

    def _quoting(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """*Pars quoted an officer as saying P*, *he was quoted by Vesti as saying P*."""
        words = self.words
        saying = next(
            (
                n
                for n in range(at, len(words) - 1)
                if words[n].low == "as" and words[n + 1].low in {"saying", "telling", "denying"}
            ),
            None,
        )
        if saying is not None and words[saying + 1].low == "denying":
            base = evolve(base, act="deny", polarity="deny")
        if group.kind == "passive":
            outlet = self._quoted_by(at, saying)
            chain = (self._as_relay(outlet, base.cue),) if outlet and base.cue else ()
            return [evolve(said, chain=chain) for said in self._beyond(base, saying)]
        if group.kind == "gerund" or saying is None:
            return []
        inner = describe(words[at:saying], self.register)
        if inner is None or base.source is None or base.cue is None:
            return []
        return [
            evolve(said, source=inner, chain=(self._as_relay(base.source, base.cue),))
            for said in self._beyond(base, saying)
        ]

    def _quoted_by(self, at: int, saying: int | None) -> Entity | None:
        """*quoted by Vesti as saying*, *quoted as saying by Vesti*."""
        words = self.words
        for place in (at, (saying or at) + 2):
            if place < len(words) and words[place].low == "by":
                return describe(self._right_subject(place + 1), self.register) or describe(
                    words[place + 1 : saying if saying and saying > place else self.end], self.register
                )
        return None

    def _beyond(self, base: Said, saying: int | None) -> list[Said]:
        """What follows *as saying*; else the quotation before the one who quotes."""
        if saying is not None and saying + 2 < self.end and self.words[saying + 2].low not in PREPOSITIONS:
            start = saying + 2 + (self.words[saying + 2].low == "that")
            if self.words[saying + 1].low == "telling":  # as telling a hearing that P
                near = range(start, min(start + 12, self.end - 2))
                start = next((n + 1 for n in near if self.words[n].low == "that"), self._addressee(start))
            return [] if start >= self.end else [evolve(base, content=(start, self.end))]
        quoted = [n for n, word in enumerate(self.words) if word.quoted]
        if quoted:
            return [evolve(base, content=(quoted[0], quoted[-1] + 1), from_left=True)]
        end = self._subject_start(base.cue[0]) if base.cue else 0  # P, X was quoted by Y as saying
        while end and self.words[end - 1].text == ",":
            end -= 1
        if grammar.is_clause(self.words[:end]):
            return [evolve(base, content=(0, end), from_left=True)]
        return []

    def _left(self, base: Said, group: Found) -> list[Said]:
        """*P, X said*: the clause before the speaker; a quotation there, where it ends in one."""
        words = self.words
        end = group.first if self._inverted(group) else self._subject_start(group.first)
        named = base.source.speaker.span if base.source else None
        spoken = end and words[end - 1].is_word and not words[end - 1].quoted
        if spoken and words[end - 1].low not in {"and", "but"} and not self._inverted(group):
            return []
        if named is not None:  # "Q," X, the commander said: the name stands before the last comma
            end = next((n for n in range(1, end) if words[n].start == named.start), end)
        while end and (
            words[end - 1].text == ","
            or (words[end - 1].low in {"and", "but"} and words[end - 1].text != ",")
        ):
            end -= 1
        if end == 0:
            return []
        if words[end - 1].text in MARKS or words[end - 1].quoted:
            start = next((n for n in range(end) if words[n].quoted or words[n].text in MARKS), 0)
            before = [word for word in words[:start] if word.is_word]
            start = (
                0
                if before and grammar.is_clause(words[:end]) and not any(self._taken(n) for n in range(start))
                else start
            )
            return [evolve(base, content=(start, end), from_left=True)]
        start = next((n + 1 for n in range(end - 1, 0, -1) if words[n].text in {":", ";"}), 0)
        start = start if any(self._taken(n) for n in range(start)) else 0
        while start < end and words[start].low in {"but", "and", "however", "meanwhile", ",", "still"}:
            start += 1
        if "that" not in group.cue.frames and "quote" not in group.cue.frames:
            return []
        nay = words[start].low == "not" and words[end - 1].low in {"so", "true", "us", "ours"}
        ours = end - start == 3 and words[start + 1].low == "not"  # Drones not ours, says X
        nay = nay or ours or is_scorn(words[start:end])
        short = end - start < 4 or words[start].low in PREPOSITIONS
        if not grammar.has_finite(words[start:end]) and short and not nay:
            return []
        if not self._ends_after(group):
            return []
        if self.announced is not None:
            return []
        self._give_up_intents(start, end)
        if (past := self._past_taken(start, end)) is None:
            self._relay(base, group)
            return []
        start = past
        stop = end
        if self._is_infix(group):
            stop = self._end_of_inserted(group)
        return [evolve(base, content=(start, stop), from_left=True)]

    def _is_infix(self, group: Found) -> bool:
        """*Numbers on the wrecks, she argued, point to*: the clause goes on after the speaker."""
        words = self.words
        at = group.last
        if self._inverted(group):
            at += len(self._right_subject(group.last))
        rest = words[at + 1 : self.end]
        if (
            not rest
            or words[at].text != ","
            or rest[0].low in {"quoted", "citing", "quoting", "according", "as"}
            or (rest[0].low.endswith("ing") and not rest[0].is_name)
            or self._others_turn(at)
        ):
            return False
        return grammar.has_finite(rest)

    def _taken(self, at: int) -> bool:
        return any(said.content[0] <= at < said.content[1] for said in self.found)

    def _relay(self, outer: Said, group: Found) -> None:
        """What somebody is said to have said, by another: the outer one goes in front of the chain."""
        if outer.source is None or outer.cue is None or outer.polarity == "deny":
            return
        relay = self._as_relay(outer.source, outer.cue)
        self.register.note(outer.source)
        self.found = [
            evolve(said, chain=(relay, *said.chain))
            if said.source is not None and said.source.speaker.name != relay.name
            else said
            for said in self.found
        ]
