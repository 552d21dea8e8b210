"""From a verb of saying to who says what: the constructions of English news, one function each.

*X said that P* · *P, X said* · *“Q,” X said* · *“Q,” said X* · *X told Y P* · *according to X, P* · *X urged Y to P* ·
*X denied doing P* · *X rejected the claim that P* · *X called P false* · *X declined to comment* · *…, adding that P*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from sherd.claims import cues, grammar
from sherd.claims.cues import Found
from sherd.claims.grammar import BREAKS, CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS, STOPS, TIMES
from sherd.claims.lexicon import listed
from sherd.claims.sentences import Sentence, Word
from sherd.claims.sources import Entity, Register, describe
from sherd.model.statements import Passage, Relay

Stretch = tuple[int, int]
"""Words ``[first, last)`` of a sentence."""


@frozen
class Said:
    """One thing said, as the sentence gives it: words of the sentence, before quotation marks are looked at."""

    content: Stretch
    source: Entity | None
    cue: Stretch | None
    act: str = "assert"
    polarity: str = "assert"
    chain: tuple[Relay, ...] = ()
    of_denial: bool = False
    no_comment: bool = False
    from_left: bool = False


@define
class Reader:
    """Reads one sentence. ``leading`` is the speaker of what went before, for quotations without one."""

    text: str
    sentence: Sentence
    register: Register
    leading: Entity | None = None
    words: Sequence[Word] = field(init=False)
    end: int = field(init=False)
    found: list[Said] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.words = self.sentence.words
        end = len(self.words)
        while end and (self.words[end - 1].text in STOPS or self.words[end - 1].text in MARKS or self.words[end - 1].text in {",", ";", ":"}):
            if self.words[end - 1].text in MARKS and end >= 2 and self.words[end - 2].quoted:
                break
            end -= 1
        self.end = end

    def read(self) -> list[Said]:
        """Everything that the sentence says somebody said."""
        last: Entity | None = None
        groups = self._viable()
        for number, group in enumerate(groups):
            following = groups[number + 1] if number + 1 < len(groups) else None
            source = self._source(group, last)
            if source is None or self._same_breath(group, source):
                continue
            said = [self._relayed(each, group) for each in self._frame(group, source, following)]
            if said:
                last = said[0].source or source
                self.register.note(last)
            self.found += said
        for at in cues.according(self.words):
            self._according(at)
        self._no_comment()
        return self.found

    def _viable(self) -> list[Found]:
        """The verbs of saying that have a speaker and something said; the others are words like any."""
        kept, last = [], None
        trial = evolve(self, register=Register(self.text, list(self.register.met)))
        for group in cues.find(self.words):
            source = trial._source(group, last)
            if source is not None and list(trial._frame(group, source, None)):
                kept.append(group)
                last = source
                trial.register.note(source)
        return kept

    def _relayed(self, said: Said, group: Found) -> Said:
        """*The newspaper, quoting an investigator, wrote that P*; *Reuters reported, citing two officials*."""
        words = self.words
        for at in range(len(words) - 1):
            if words[at].low in {"citing", "quoting"} and not words[at].quoted and at > 0 and words[at - 1].text == ",":
                end = next((n for n in range(at + 1, self.end) if words[n].text in {",", ";"}), self.end)
                inner = describe(words[at + 1 : end], self.register)
                outer = said.source
                if inner is None or outer is None or inner.speaker.kind in {"document", "state"} or outer.speaker.kind not in {"outlet", "organisation"}:
                    continue
                return evolve(said, source=inner, chain=(self._as_relay(outer, (group.first, group.last)), *said.chain))
        return said

    def _same_breath(self, group: Found, source: Entity) -> bool:
        """*X said he would welcome P*: the speaker's own stance inside what is said, taken up by the outer one."""
        if not self.found or group.cue.polarity != "urge":
            return False
        outer = self.found[-1]
        first = outer.content[0]
        if outer.source is None or outer.source.speaker.name != source.speaker.name or first != self._subject_start(group.first):
            return False
        self.found[-1] = evolve(outer, act=group.cue.act, polarity=group.cue.polarity)
        return True

    # ------------------------------------------------------------------ who

    def _source(self, group: Found, last: Entity | None) -> Entity | None:
        words, first = self.words, group.first
        before = words[first - 1] if first else None
        if group.kind == "passive":
            return self._subject(first) if "quoting" in group.cue.frames else None
        if group.kind == "gerund" or (before is not None and before.low in CONJUNCTIONS and last is not None):
            return last or self._main_subject(group) or (self.leading if self._after_quote(first) else None)
        if self._inverted(group):
            return describe(self._right_subject(group.last), self.register)
        return self._subject(first)

    def _after_quote(self, at: int) -> bool:
        return any(word.quoted for word in self.words[:at])

    def _main_subject(self, group: Found) -> Entity | None:
        """The subject of the sentence whose participle this is; for *Tehran's official denying*, Tehran."""
        words = self.words
        if group.first and words[group.first - 1].low == "official" or words[group.first].low == "official":
            at = group.first
            while at > 0 and words[at - 1].low != "'s":
                at -= 1
            return describe(words[max(0, at - 2) : max(0, at - 1)], self.register) if at else None
        for at in range(group.first):
            if grammar.finite_at(words, at) and at:
                return describe(self._clean_subject(words[:at]), self.register)
        return None

    def _inverted(self, group: Found) -> bool:
        """*…,” said Colonel X*; *…, said the institute*: verb before its subject."""
        words, first, after = self.words, group.first, group.last
        if first == 0 or after >= len(words) or group.first != group.verb or "quote" not in group.cue.frames:
            return False
        before = words[first - 1]
        starts = words[after].is_name or words[after].low in DETERMINERS or words[after].low in listed("person")
        if group.cue.form not in {"past", "s"} or words[after].low in {"that", "it", "he", "she", "they"}:
            return False
        return starts and (before.text in MARKS or (before.text == "," and (self._after_quote(first) or self._left_is_clause(first))))

    def _left_is_clause(self, first: int) -> bool:
        """Whether what stands before the comma is what was said, and not a speaker with an appositive."""
        return grammar.is_clause(self.words[: first - 1]) and not self._appositive_before(first)

    def _appositive_before(self, first: int) -> bool:
        commas = [at for at in range(first - 1) if self.words[at].text == ","]
        return bool(commas) and not grammar.has_finite(self.words[commas[-1] + 1 : first - 1]) and (
            describe(self.words[: commas[-1]], Register(self.text)) is not None
        )

    def _right_subject(self, after: int) -> Sequence[Word]:
        words = self.words
        end = after
        while end < len(words):
            word = words[end]
            if word.text in STOPS or word.text in MARKS or word.text in {";", ":", "—"}:
                break
            if word.low in {"in", "on", "at", "during", "after", "while", "as", "when", "aboard", "before", "by"} or word.low in TIMES:
                break
            if word.text == "," and not self._goes_on(end):
                break
            end += 1
        return words[after:end]

    def _goes_on(self, comma: int) -> bool:
        """Whether an appositive follows the comma: *said X, the brief's lead author*."""
        rest = self.words[comma + 1 : comma + 9]
        stop = next((at for at, word in enumerate(rest) if word.text in BREAKS or word.text in STOPS), len(rest))
        return any(word.low in listed("person") or word.low in listed("official") for word in rest[:stop]) and not grammar.has_finite(rest[:stop])

    def _subject(self, first: int) -> Entity | None:
        """The speaker before the verb, past an appositive set off by commas."""
        words = self.words
        start = self._subject_start(first)
        return describe(self._clean_subject(words[start:first]), self.register)

    def _subject_start(self, first: int) -> int:
        """Where the noun phrase before the verb begins."""
        words = self.words
        at = first
        if at and words[at - 1].text == ",":
            at = self._past_appositive(at - 1)
        while at > 0:
            before = words[at - 1]
            if before.text in {";", ":", "—", "–", "("} or before.text in MARKS or before.quoted:
                break
            if before.text == ",":
                break
            if before.low in {"that", "because", "while", "although", "though", "whereas", "after", "if", "when", "as", "whether", "but", "until", "since"}:
                break
            if before.low == "and" and grammar.has_finite(words[:at - 1]):
                break
            at -= 1
        return at

    def _past_appositive(self, comma: int) -> int:
        """Before *, a spokesman for the ministry,* or *, who employs ten,*: where the phrase it belongs to ends."""
        words = self.words
        opening = comma - 1
        while opening > 0 and words[opening].text != "," and words[opening].text not in MARKS and not words[opening].quoted:
            opening -= 1
        if words[opening].text != ",":
            return comma + 1
        inside = words[opening + 1 : comma]
        if not inside:
            return comma + 1
        further = self._subject_bounds(opening)
        if describe(further, self.register) is None and opening > 1:
            return self._past_appositive(opening)
        return opening

    def _subject_bounds(self, end: int) -> Sequence[Word]:
        start = end
        while start > 0 and self.words[start - 1].text not in BREAKS and not self.words[start - 1].quoted:
            start -= 1
        return self._clean_subject(self.words[start:end])

    def _clean_subject(self, segment: Sequence[Word]) -> Sequence[Word]:
        """Without *On Monday* or *In Brussels,* before it."""
        some = list(segment)
        while some and not some[0].is_word:
            some.pop(0)
        while some and some[0].low in PREPOSITIONS | {"when", "while", "asked", "after"}:
            comma = next((at for at, word in enumerate(some) if word.text == ","), None)
            if comma is not None:
                some = some[comma + 1 :]
                continue
            skipped = grammar.skip_adverbials(some, 0, len(some))
            if skipped == 0 or skipped >= len(some):
                return []
            some = some[skipped:]
        relative = next((at for at, word in enumerate(some) if word.low in {"who", "which", "that"} and at), len(some))
        some = some[:relative]
        while some and not some[-1].is_word:
            some.pop()
        return self._without_day(some)

    def _without_day(self, some: list[Word]) -> list[Word]:
        """*Iran on Wednesday*: the day belongs to the verb."""
        if some and some[-1].low in TIMES:
            at = len(some) - 1
            while at > 0 and some[at].low in TIMES | {"last", "this"}:
                at -= 1
            return some[: at if some[at].low in {"on", "in"} else at + 1]
        return some

    # ------------------------------------------------------------------ what

    def _frame(self, group: Found, source: Entity, following: Found | None) -> Iterator[Said]:
        cue = (group.first, group.last)
        act, polarity = group.cue.act, group.cue.polarity
        if group.negated and group.cue.verb in {"say", "confirm", "verify", "comment", "elaborate", "respond", "rule out", "reply"}:
            yield from self._negated(group, source)
            return
        base = Said((0, 0), source, cue, act, polarity)
        if group.negated:
            base = evolve(base, act="finding" if act == "finding" else "deny", polarity="deny")
        if self._inverted(group):
            yield from self._left(base, group)
            return
        at = self._past_addressee(group)
        limit = self._limit(at, following)
        yield from self._right(base, group, at, limit) or self._left(base, group)

    def _negated(self, group: Found, source: Entity) -> Iterator[Said]:
        """*would not say whether*, *could not confirm*, *did not rule out that*."""
        cue = (group.first, group.last)
        if group.cue.verb == "rule out":
            at = group.last + (self.words[group.last : group.last + 1] != () and self.words[group.last].low == "that")
            if at < self.end:
                yield Said((at, self.end), source, cue, "assert", "assert")
        else:
            start = self._subject_start(group.first)
            yield Said((start, self.end), source, cue, "assert", "assert", no_comment=True)

    def _past_addressee(self, group: Found) -> int:
        words, at = self.words, group.last
        if group.cue.verb == "tell":
            at = self._addressee(at)
        return grammar.skip_adverbials(words, at, self.end)

    def _addressee(self, at: int) -> int:
        """Past the one who was told."""
        words = self.words
        for ahead in range(at, min(at + 8, self.end)):
            if words[ahead].low == "that" or words[ahead].text in {",", ":"} or words[ahead].text in MARKS:
                return ahead
            if words[ahead].low in listed("addressee"):
                return ahead + 1
        while at < self.end and (words[at].is_name or words[at].low in {"the", "a", "'s"}):
            at += 1
            if words[at - 1].is_name and at < self.end and not words[at].is_name:
                break
        return at

    def _limit(self, at: int, following: Found | None) -> int:
        """Where what is said ends: before the next speaker's clause, *adding that*, *according to*, *, but*."""
        words, end = self.words, self.end
        for ahead in range(at + 1, end - 1):
            if words[ahead].quoted:
                continue
            here, nxt = words[ahead], words[ahead + 1]
            if here.text == ";" or (here.text == "," and nxt.low in {"citing", "quoting", "saying", "adding", "according", "but", "while", "although", "though", "whereas", "hours", "days", "despite"}):
                end = ahead
                break
            if (here.low == "according" and nxt.low == "to") or (here.low in {"amid", "despite"} and ahead > at + 3):
                end = ahead
                break
        if following is not None and following.first > at and following.first < end:
            start = self._subject_start(following.first) if following.kind == "finite" else following.first
            if words[following.first - 1].low in CONJUNCTIONS:
                start = following.first
            back = start
            while back > at and (words[back - 1].text in {",", "—"} or words[back - 1].low in {"and", "but", "while", "as", "although"}):
                back -= 1
            if back > at + 1 and back < start or (following.kind == "gerund" and back > at + 1):
                end = min(end, back)
        while end > at and not words[end - 1].is_word and words[end - 1].text not in MARKS:
            end -= 1
        return end

    def _right(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        words = self.words
        if at >= limit:
            return []
        frames, low = group.cue.frames, words[at].low
        if "quoting" in frames:
            return self._quoting(base, group, at, limit)
        if "evidence" in frames or (base.act == "finding" and self._evidence(at, limit)):
            past = self._evidence(at, limit)
            denied = any(word.low in {"no", "little"} for word in words[at : past or at]) or group.negated
            return [evolve(base, content=(past, limit), **({"polarity": "deny"} if denied else {}))] if past else []
        if words[at].text in {",", ":"}:
            if at + 1 < limit and words[at + 1].text in MARKS:
                return [evolve(base, content=(at + 1, limit))]
            infix = self._infix(group, at)
            return [evolve(base, content=infix)] if infix else []
        if low == "that" and frames & {"that", "quote", "inf"}:
            return [evolve(base, content=(at + 1, limit))] if at + 1 < limit else []
        if "as" in frames and (said := self._verdict(base, group, at, limit)):
            return said
        if base.act == "deny" and "np" in frames and (said := self._denied(base, at, limit)):
            return said
        if words[at].text in MARKS:
            return [evolve(base, content=(at, limit))] if frames & {"that", "quote", "np"} else []
        if "inf" in frames and self._infinitive(at, limit):
            return [evolve(base, content=(at, limit))]
        if "infself" in frames and low == "to":
            return [evolve(base, content=(at + 1, limit))]
        if "ing" in frames and low.endswith("ing"):
            return [evolve(base, content=(at, limit))]
        if frames & {"of", "for"}:
            if "for" in frames and "inf" in frames:
                return [evolve(base, content=(at, limit))] if any(word.low == "for" for word in words[at:limit]) and low not in {"about", "whether", "if", "for"} else []
            return [evolve(base, content=(at, limit))]
        if "that" in frames and low not in PREPOSITIONS | {"whether", "if", "how", "what", "why"} and grammar.is_clause(words[at:limit]):
            return [evolve(base, content=(at, limit))]
        if "np" in frames and (words[at].is_name or low in DETERMINERS or words[at].is_word) and low not in PREPOSITIONS | {"whether", "to"}:
            return [evolve(base, content=(at, limit))]
        return []

    def _infix(self, group: Found, at: int) -> Stretch | None:
        """*From there, two people said, the goods were sent on*: what is said stands after the speaker."""
        start = self._subject_start(group.first)
        before = self.words[:start]
        if "that" not in group.cue.frames or grammar.has_finite(before) or not before or not grammar.is_clause(self.words[at + 1 : self.end]):
            return None
        if len([word for word in before if word.is_word]) > 6:
            return None
        return (at + 1, self.end)

    def _evidence(self, at: int, limit: int) -> int | None:
        """Past *no evidence that*, *any sign of*: where what there is evidence of begins."""
        for ahead in range(at, min(at + 5, limit - 1)):
            if self.words[ahead].low in {"evidence", "indication", "indications", "sign", "signs", "proof", "reason"}:
                return ahead + 2 if self.words[ahead + 1].low in {"that", "of"} and ahead + 2 < limit else None
        return None

    def _quoting(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """*Pars quoted an officer as saying P*, *he was quoted by Vesti as saying P*, *X, quoting Y, wrote that P*."""
        words = self.words
        saying = next((n for n in range(at, len(words) - 1) if words[n].low == "as" and words[n + 1].low in {"saying", "telling"}), None)
        if group.kind == "passive":
            outlet = describe(words[at + 1 : saying], self.register) if at < len(words) and words[at].low == "by" else None
            chain = (self._as_relay(outlet, base.cue),) if outlet and base.cue else ()
            return [evolve(said, chain=chain) for said in self._beyond(base, saying)]
        if group.kind == "gerund" or saying is None:
            return []
        inner = describe(words[at:saying], self.register)
        if inner is None or base.source is None or base.cue is None:
            return []
        return [evolve(said, source=inner, chain=(self._as_relay(base.source, base.cue),)) for said in self._beyond(base, saying)]

    def _beyond(self, base: Said, saying: int | None) -> list[Said]:
        """What follows *as saying*; else the quotation before the one who quotes."""
        if saying is not None and saying + 2 < self.end:
            start = saying + 2 + (self.words[saying + 2].low == "that")
            return [evolve(base, content=(start, self.end))]
        quoted = [n for n, word in enumerate(self.words) if word.quoted]
        return [evolve(base, content=(quoted[0], quoted[-1] + 1), from_left=True)] if quoted else []

    def _infinitive(self, at: int, limit: int) -> bool:
        """Whether somebody is to do something: *Iran to stop*, before any finite verb."""
        for ahead in range(at + 1, limit - 1):
            if self.words[ahead].low == "to" and self.words[ahead + 1].is_word and self.words[ahead + 1].low not in DETERMINERS and not self.words[ahead + 1].is_name:
                return True
            if grammar.finite_at(self.words, ahead):
                return False
        return False

    def _verdict(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """*described X as Y*, *called X false*, *dismissed as baseless claims that P*."""
        words = self.words
        content = words[at:limit]
        bad = any(word.low in listed("verdict") for word in content)
        if group.cue.verb == "call":
            if not content or content[0].low in PREPOSITIONS:
                return []
            return [evolve(base, content=(at, limit), **({"act": "deny", "polarity": "deny"} if bad else {}))]
        if any(word.low == "as" for word in content):
            if base.polarity == "deny" and (said := self._denied(base, at, limit)):
                return said
            negative = {"act": "deny", "polarity": "deny"} if bad and base.act == "assert" else {}
            return [evolve(base, content=(at, limit), **negative)]
        return []

    def _denied(self, base: Said, at: int, limit: int) -> list[Said]:
        """*rejected the claim that P*, *denied allegations of doing P*, *rejected Iran's denial that P*."""
        words = self.words
        noun = next((n for n in range(at, limit) if words[n].low in listed("accusation")), None)
        denial = next((n for n in range(at, limit) if words[n].low in {"denial", "denials"}), None)
        if denial is not None:
            outer = evolve(base, content=(at, limit), of_denial=True)
            owner = describe(self._owner(denial), self.register)
            inner = denial + 1 + (denial + 1 < limit and words[denial + 1].low in {"that", "of"})
            if owner is None or inner >= limit:
                return [outer]
            return [outer, Said((inner, limit), owner, (denial, denial + 1), "deny", "deny")]
        if noun is None or noun + 1 >= limit:
            return []
        following = words[noun + 1].low
        if following == "that" and noun + 2 < limit:
            return [evolve(base, content=(noun + 2, limit))]
        if following in {"of", "about"} and noun + 2 < limit:
            return [evolve(base, content=(noun + 2, limit))]
        if grammar.is_clause(words[noun + 1 : limit]) and following not in PREPOSITIONS | {"as", "made", "levelled"}:
            return [evolve(base, content=(noun + 1, limit))]
        return []

    def _owner(self, at: int) -> Sequence[Word]:
        """Whose denial it is: *Iran's denial*, *the Iranian denial*."""
        words = self.words
        if at >= 2 and words[at - 1].low == "'s":
            return words[at - 2 : at - 1]
        return ()

    def _left(self, base: Said, group: Found) -> list[Said]:
        """*P, X said*: the clause before the speaker; a quotation there, where it ends in one."""
        words = self.words
        end = group.first if self._inverted(group) else self._subject_start(group.first)
        while end and (words[end - 1].text == "," or words[end - 1].low in {"and", "but"} and words[end - 1].text != ","):
            end -= 1
        if end == 0:
            return []
        if words[end - 1].text in MARKS or words[end - 1].quoted:
            start = next((n for n in range(end) if words[n].quoted or words[n].text in MARKS), 0)
            before = [word for word in words[:start] if word.is_word]
            start = 0 if before and grammar.is_clause(words[:end]) and not any(self._taken(n) for n in range(start)) else start
            return [evolve(base, content=(start, end), from_left=True)]
        start = 0
        while start < end and words[start].low in {"but", "and", "however", "meanwhile", ",", "still"}:
            start += 1
        if "that" not in group.cue.frames and "quote" not in group.cue.frames:
            return []
        if not grammar.has_finite(words[start:end]) and (end - start < 4 or words[start].low in PREPOSITIONS):
            return []
        if not self._ends_after(group):
            return []
        if any(self._taken(n) for n in range(start, end)):
            self._relay(base, group)
            return []
        stop = end
        if self._is_infix(group):
            stop = self.end
        return [evolve(base, content=(start, stop), from_left=True)]

    def _ends_after(self, group: Found) -> bool:
        """Whether nothing but time and place stands between the verb and the next comma."""
        at = group.last + (len(self._right_subject(group.last)) if self._inverted(group) else 0)
        if group.cue.verb == "tell":
            at = self._addressee(at)
        at = grammar.skip_adverbials(self.words, at, self.end)
        return at >= self.end or self.words[at].text in BREAKS or self.words[at].low in {"as", "after", "while", "when", "of", "in", "on", "during", "following"}

    def _is_infix(self, group: Found) -> bool:
        """*Numbers on the wrecks, she argued, point to*: the clause goes on after the speaker."""
        words = self.words
        at = group.last
        if self._inverted(group):
            at += len(self._right_subject(group.last))
        return at < self.end and words[at].text == "," and grammar.has_finite(words[at + 1 : self.end])

    def _taken(self, at: int) -> bool:
        return any(said.content[0] <= at < said.content[1] for said in self.found)

    def _relay(self, outer: Said, group: Found) -> None:
        """What somebody is said to have said, by another: the outer one goes in front of the chain."""
        if outer.source is None or outer.cue is None:
            return
        relay = self._as_relay(outer.source, outer.cue)
        self.found = [evolve(said, chain=(relay, *said.chain)) if said.source is not None and said.source.speaker.name != relay.name else said
                      for said in self.found]  # fmt: skip

    def _as_relay(self, entity: Entity, cue: Stretch) -> Relay:
        return Relay(entity.speaker.name, entity.speaker.kind, entity.speaker.span, self._passage(cue))

    def _passage(self, stretch: Stretch) -> Passage:
        first, last = stretch
        return Passage.of(self.text, self.words[first].start, self.words[last - 1].end)

    # ------------------------------------------------------------------ according to

    def _according(self, at: int) -> None:
        words = self.words
        start = at + 2
        end = start
        while end < self.end and (words[end].text not in {",", ";", "—"} or self._comma_of_date(end)) and words[end].text not in MARKS:
            end += 1
        source = describe(self._clean_subject(words[start:end]) or words[start:end], self.register)
        if source is None:
            return
        cue = (at, at + 2)
        self.register.note(source)
        if all(not word.is_word or grammar.is_adverb(word) or word.low in {"but", "and"} for word in words[:at]):
            self._forward(source, cue, end)
        else:
            self._backward(source, cue, at)

    def _comma_of_date(self, at: int) -> bool:
        """*August 10, 2023*."""
        return self.words[at - 1].text.isdigit() and at + 1 < self.end and len(self.words[at + 1].text) == 4 and self.words[at + 1].text.isdigit()

    def _forward(self, source: Entity, cue: Stretch, end: int) -> None:
        """*According to X, which cited Y, P*."""
        words = self.words
        while end < self.end and not words[end].is_word:
            end += 1
        chain: tuple[Relay, ...] = ()
        if end + 1 < self.end and words[end].low in {"which", "who", "citing", "quoting"}:
            comma = next((n for n in range(end, self.end) if words[n].text == ","), None)
            inner = words[end + 2 : comma] if words[end].low in {"which", "who"} else words[end + 1 : comma]
            named = describe(inner, self.register) if comma is not None else None
            if named is not None and comma is not None:
                chain, source, end = (self._as_relay(source, cue),), named, comma + 1
                self.register.note(named)
        if self.found:
            relay = self._as_relay(source, cue)
            self.found = [evolve(said, chain=(relay, *said.chain)) for said in self.found]
        elif end < self.end:
            self.found.append(Said((end, self.end), source, cue, chain=chain))

    def _backward(self, source: Entity, cue: Stretch, at: int) -> None:
        words = self.words
        end = at
        while end and words[end - 1].text == ",":
            end -= 1
        relay = self._as_relay(source, cue)
        before = [said for said in self.found if said.content[0] < at]
        if before:
            self.found = [evolve(said, chain=(relay, *said.chain)) if said in before else said for said in self.found]
            self._left_over(before, source, cue, end)
        elif grammar.has_finite(words[:end]):
            start = 0
            while start < end and words[start].low in {"but", "and", "however", ",", "meanwhile"}:
                start += 1
            self.found.append(Said((start, end), source, cue, from_left=True))

    def _left_over(self, before: Sequence[Said], source: Entity, cue: Stretch, end: int) -> None:
        """A relative clause at the end belongs to the outer speaker: *…, which has been using them, according to X*."""
        words = self.words
        for said in before:
            first, last = said.content
            comma = next((n for n in range(first, last - 1) if words[n].text == "," and words[n + 1].low in {"which", "who"}), None)
            if comma is not None and last == end:
                self.found[self.found.index(next(s for s in self.found if s.content == said.content))] = evolve(
                    next(s for s in self.found if s.content == said.content), content=(first, comma)
                )
                self.found.append(Said((comma + 1, end), source, cue))
                return

    # ------------------------------------------------------------------ silence

    def _no_comment(self) -> None:
        """*declined to comment*, *did not respond to a request for comment*."""
        found = listed("silence")
        low = self.text[self.sentence.start : self.sentence.end].lower().replace("’", "'")
        for phrase in found:
            place = low.find(phrase)
            if place < 0:
                continue
            at = next((n for n, word in enumerate(self.words) if word.start >= self.sentence.start + place), None)
            if at is None or self.words[at].quoted or any(said.no_comment for said in self.found):
                continue
            start = self._subject_start(at)
            source = describe(self._clean_subject(self.words[start:at]), self.register)
            if source is not None:
                size = len(phrase.split())
                self.found.append(Said((start, self.end), source, (at, min(at + size, len(self.words))), no_comment=True))
                self.register.note(source)
                return
