"""Where what is said begins and where it ends: past whom it is said to and where, up to the next speaker."""

from __future__ import annotations

from attrs import define

from sherd.claims import grammar, turning
from sherd.claims.cues import SPOKEN, Found
from sherd.claims.grammar import BREAKS, CONJUNCTIONS, DETERMINERS, MARKS, PREPOSITIONS
from sherd.claims.led_up import AWAY
from sherd.claims.lexicon import cues as all_cues
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.other_speakers import OtherSpeakers
from sherd.claims.roles import NUMBERS
from sherd.claims.subjects import Said, Stretch
from sherd.claims.verbs import RELATIVES

ADDRESSING = frozenset({"inform", "notify", "assure", "remind", "warn", "advise", "assured"})
"""Verbs that name whom they are said to before *that*."""


CLAUSE_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "if", "there"})
"""Words with which a clause begins, so that *that* behind them is its own."""


TRAILING = AWAY | {"outright", "altogether", "alone"}
"""Adverbs behind a noun, without an ending that tells them."""


INTENDING = vocabulary(
    "intend intends intended intending offer offers offered offering promise promises promised promising "
    "threaten threatens threatened threatening pledge pledges pledged pledging vow vows vowed vowing "
    "undertake undertakes undertook undertaken"
)
"""Forms of verbs that are ones of saying where nobody else tells of it: what somebody will do."""


_BEHIND_COMMA = vocabulary(
    "citing quoting saying adding according but while although though whereas hours days weeks months "
    "despite prompting raising fuelling fueling sparking drawing triggering underscoring highlighting "
    "deepening amid"
)
"""Words that, behind a comma, begin what somebody else says or the article tells."""

_CLOSING = MARKS | {"%", ")"}
_NONE_BUT = vocabulary("nothing anything none all nobody")
"""Words behind which *but* means *except*."""

_LEADING_IN = vocabulary("and but while as although")


_HANGING = vocabulary("made found seen which who whose taken built sold shown given known brought said")
"""Words that open what hangs on a noun behind a comma."""

_HEARING = DETERMINERS | {"this", "our"}
"""What opens the words for whoever heard something."""


TIMED = vocabulary("when while once after before until as since")
"""Words that open when something was said, behind the verb: *“P,” X admitted when Q*."""


@define
class Limits(OtherSpeakers):
    """One sentence, and the bounds of what its verbs of saying say."""

    def _turn(self, at: int) -> int:
        """Where *…, but claimed that P* begins, behind silence."""
        turns = {"but", "though", "although", "while", "however"}
        words = self.words
        for n in range(at, self.end - 1):
            if words[n].text == "," and words[n + 1].low in turns:
                return n
            if words[n].low == "but" and grammar.finite_at(words, n + 1):
                return n
        return self.end

    def _past_addressee(self, group: Found) -> int:
        words, at = self.words, group.last
        if (group.cue.verb == "tell" and group.cue.act != "urge") or (
            group.cue.verb in ADDRESSING and self._that_follows(at)
        ):
            at = self._addressee(at)
        if "as" in group.cue.frames and self._opens_as(at):
            return at  # denounced as a lie a claim by X that P
        at = grammar.skip_adverbials(words, at, self.end)
        if words[at : at + 1] != () and words[at].low in {"only", "just"}:  # said only on Tuesday that P
            behind = grammar.skip_adverbials(words, at + 1, self.end)
            at = behind if behind > at + 1 else at
        if (that := self._that_behind(group.last, at)) is not None:
            return that
        if (
            at + 1 < self.end
            and words[at].low in {"only", "simply", "merely"}
            and words[at + 1].low == "that"
        ):
            return at + 1
        if (
            at + 2 < self.end
            and words[at].text == ","
            and words[at + 2].text == ","
            and grammar.is_adverb(words[at + 1])
        ):
            at += 3
        return at

    def _that_behind(self, first: int, at: int) -> int | None:
        """*said in a letter to Y, seen by Z, that P*; *said, without proof, that P*: where *that* stands."""
        words = self.words
        told = first < at or (at < self.end and (words[at].text == "," or words[at].low in PREPOSITIONS))
        if not told or at >= self.end or words[at].low == "that":
            return None
        if words[at].text == "," and words[min(at + 1, self.end - 1)].low.endswith("ing"):
            return None
        for that in range(at + 1, min(at + 28, self.end - 2)):
            word = words[that]
            if word.quoted or word.text in {";", ":"} or word.low in CLAUSE_SUBJECTS:
                return None
            if grammar.finite_at(words, that) and not self._describes_noun(that):
                return None
            if word.low.endswith("ing") and word.low in all_cues():
                return None
            if word.low == "that" and grammar.is_clause(words[that + 1 : self.end]):
                before = words[that - 1]
                relative = grammar.finite_at(words, that + 1) and before.is_word
                return None if relative or before.low in listed("accusation") else that
        return None

    def _describes_noun(self, at: int) -> bool:
        """*a statement posted on its site*, *, seen by Z*: no verb of the clause."""
        words = self.words
        low, before = words[at].low, words[at - 1]
        participle = low.endswith("ed") or low in {"seen", "sent", "made", "read", "given", "shown", "held"}
        led = before.text == "," or before.low in listed("venue") or before.is_name
        return participle and (led or words[at + 1].low in PREPOSITIONS)

    def _give_up_intents(self, first: int, last: int) -> None:
        """*Kenya intends to sell P, X said*: an intention that somebody else tells of is told by them."""
        inside = [said for said in self.found if first <= said.content[0] < last]
        if inside and all(self._intends(said) for said in inside):
            self.found = [said for said in self.found if said not in inside]

    def _intends(self, said: Said) -> bool:
        if said.cue is None or said.polarity == "deny":
            return False
        behind = grammar.skip_adverbials(self.words, said.cue[1], self.end)  # had undertaken in May to P
        following = self.words[behind].low if behind < self.end else ""
        return self.words[said.cue[1] - 1].low in INTENDING and following == "to"

    def _told_intents(self) -> None:
        """*X said that Kenya intends to sell P*: one statement, X's."""
        for outer in [said for said in self.found if not self._intends(said) and not said.no_comment]:
            self._give_up_intents(outer.content[0] + 1, outer.content[1])

    def _that_follows(self, at: int) -> bool:
        """*warned Tehran that*, *informed the council that*."""
        near = self.words[at : min(at + 14, self.end)]
        that = next((n for n, word in enumerate(near) if word.low == "that"), 0)
        relative = that + 1 < len(near) and grammar.finite_at(near, that + 1)
        return that > 0 and not relative and not grammar.has_finite(near[:that])

    def _addressee(self, at: int) -> int:
        """Past the one who was told."""
        words = self.words
        if at < self.end and words[at].low in {"us", "me", "them", "him", "her", "you"}:
            return at + 1
        for ahead in range(at, min(at + 8, self.end)):
            if words[ahead].low == "that" or words[ahead].text in {",", ":"} or words[ahead].text in MARKS:
                return ahead
            if words[ahead].low in listed("addressee"):
                return ahead + 1
        if (close := self._past_heard(at)) is not None:
            return close
        while at < self.end and (words[at].is_name or words[at].low in {"the", "a", "'s"}):
            at += 1
            if words[at - 1].is_name and at < self.end and not words[at].is_name:
                break
        return at

    def _past_heard(self, at: int) -> int | None:
        """*P, a guard told this newspaper on Monday*: past whoever heard it, where nothing follows them."""
        words, close = self.words, at
        while close < self.end and words[close].is_word and not words[close].quoted:
            close += 1
        rest = words[at:close]
        if not rest or not (rest[0].low in _HEARING or rest[0].is_name) or grammar.has_finite(rest):
            return None
        ends = (n for n in range(1, len(rest)) if rest[n].low in PREPOSITIONS | grammar.TIMES)
        return at + next(ends, len(rest))

    def _limit(self, at: int, following: Found | None) -> int:
        """Where what is said ends: before the next speaker, *adding that*, *according to*, *, but*."""
        words, end = self.words, self._broken_off(at)
        if following is not None and at < following.first < end and not self._interrupts(at, following):
            end = self._before_next(at, end, following)
        while end > at and not words[end - 1].is_word and words[end - 1].text not in _CLOSING:
            end -= 1
        return end

    def _whole_subject(self, start: int, end: int) -> Stretch:
        """*The find, made by a farmer, was confirmed by X*: the find, with what hangs on it."""
        words = self.words
        hung = words[start].low.endswith("ed") or words[start].low in _HANGING
        if not hung or start < 2 or words[start - 1].text != "," or words[end - 1].text != ",":
            return start, end
        return self._subject_start(start - 1), end - 1

    def _named_as(self, group: Found, following: Found | None) -> Stretch | None:
        """*P was identified by X as Q*: the whole, with Q behind whoever says it."""
        near = self.words[group.last : min(group.last + 9, self.end - 1)]
        agent = next((n for n, word in enumerate(near) if word.low == "by"), None)
        named = agent is not None and any(word.low == "as" for word in near[agent:])
        if not named or group.cue.act != "finding" or "as" not in group.cue.frames:
            return None
        return self._whole_subject(self._subject_start(group.first), group.first)[0], self._limit(
            group.last, following
        )

    def _interrupts(self, at: int, group: Found) -> bool:
        """*said that the chips, customs records show, ended up in P*: one clause, and who tells of it."""
        start = self._subject_start(group.first)
        closed = group.last < self.end and self.words[group.last].text == ","
        if self._names_between(at, start, group):
            return True
        opened = start > at + 1 and self.words[start - 1].text == ","
        return opened and closed and not grammar.has_finite(self.words[at:start])

    def _comes_upon(self, group: Found) -> bool:
        """*must find a substitute*, *could find itself in P*: what is looked for, and no finding."""
        led = {word.low for word in self.words[group.first : group.last]}
        after = self.words[group.last].low if group.last < self.end else ""
        hard = (
            after == "it" and self.words[min(group.last + 2, self.end - 1)].low == "to"
        )  # find it hard to P
        bound = bool(led & {"must", "should", "ought"})
        return hard or bound or after.endswith("self") or after == "themselves" or self._tells_finder(group)

    def _tells_finder(self, group: Found) -> bool:
        """*The farmer who found the boat was paid*: which farmer, and nothing that they say."""
        first, last = group.first, group.last
        led = [word.low for word in self.words[max(0, first - 2) : first]]
        thing = last < self.end and self.words[last].low in DETERMINERS - {"no", "any", "that"}
        return len(led) == 2 and led[1] == "who" and led[0] != "," and thing

    def _names_between(self, at: int, start: int, group: Found) -> bool:
        """*said the aircraft, which it calls the Falcon, was built in P*: a clause between, and no end."""
        words = self.words
        which = next((n for n in (start, start - 1) if words[n].low in {"which", "whom"}), at)
        if which < at + 2 or words[which - 1].text != "," or grammar.has_finite(words[at : which - 1]):
            return False
        close = next((n for n in range(group.last, self.end - 1) if words[n].text == ","), None)
        return close is not None and grammar.finite_at(words, close + 1)

    def _end_of_inserted(self, group: Found) -> int:
        """*The file, X said, was found, but Y insists that P*: where what X says ends."""
        turning_to = {"but", "while", "whereas", "although", "though"}
        for later in self.groups:
            start = self._subject_start(later.first)
            near = {word.low for word in self.words[max(0, start - 1) : start + 1]}
            if later.first > group.last and later.kind == "finite" and near & turning_to:
                return self._before_next(group.last, self.end, later)
        return self.end

    def _broken_off(self, at: int) -> int:
        """The first word behind which another clause begins that is nobody's words."""
        inside = (n for n in range(at + 1, self.end - 1) if not self.words[n].quoted)
        return next((n for n in inside if self._ends_at(at, n)), self.end)

    def _ends_at(self, at: int, here: int) -> bool:
        """Whether what is said from ``at`` ends ``here``."""
        words = self.words
        this, following = words[here], words[here + 1]
        if this.text == ":" and here > at + 1 + (words[at].low != "the") and self._opens_behind_colon(here):
            return True
        if this.text == ";":
            return True
        if this.text == "," and here == at + 1 and words[at].low == "that":
            return False  # said that, while P, Q
        if this.text == ",":
            that = following.low == "but" and here + 2 < self.end and words[here + 2].low == "that"
            return (following.low in _BEHIND_COMMA and not that) or self._judges_case(here + 1)
        if this.low == "but":
            turned = following.low.endswith("ed") or grammar.finite_at(words, here + 1)
            return turned and following.low != "that" and words[here - 1].low not in _NONE_BUT
        if this.low == "according":
            return following.low == "to"
        return this.low in {"amid", "despite"} and here > at + 3

    def _before_next(self, at: int, end: int, following: Found) -> int:
        """Before the next speaker and what leads in to them."""
        words = self.words
        start = self._subject_start(following.first) if following.kind == "finite" else following.first
        if words[following.first - 1].low in CONJUNCTIONS or self._in_row(following):
            start = following.first
        back = start
        while back > at + 1 and words[back - 1].low in {"then", "later", "also"}:
            back -= 1
        while back > at and (words[back - 1].text in {",", "—"} or words[back - 1].low in _LEADING_IN):
            back -= 1
        led = (back > at + 1 and back < start) or (following.kind == "gerund" and back > at + 1)
        return min(end, back) if led else end

    def _in_row(self, group: Found) -> bool:
        """*admitted making P, denied supplying it, and blamed Q*: one verb of saying in a row of them."""
        words, comma = self.words, group.first - 1
        if group.kind != "finite" or comma < 3 or words[comma].text != ",":
            return False
        before = next((each for each in reversed(self.groups) if each.last < comma), None)
        if before is None or before.kind != "finite" or self._in_relative(before):
            return False
        told = words[before.last : comma]
        if not all(word.is_word for word in told):
            return False
        judged = "as" in before.cue.frames and not grammar.has_finite(told)  # called P a smear, said Q
        judged = judged and group.cue.verb in SPOKEN
        return judged or told[0].low.endswith("ing") or turning.is_whole(tuple(told))

    def _accused_of(self, group: Found) -> Stretch | None:
        """*Iran has been accused by Kyiv of selling P*: what it is accused of."""
        near = range(group.last, self.end - 1)
        of = next(
            (n for n in near if self.words[n].low == "of" and self.words[n + 1].low.endswith("ing")), None
        )
        return None if of is None else (of + 1, self.end)

    def _is_that(self, at: int) -> bool:
        return at + 1 < self.end and self.words[at].low == "that"

    def _told_by_agent(self, group: Found) -> int | None:
        """*He was warned by the bank that P*: where *that* stands."""
        if "that" not in group.cue.frames or group.last >= self.end or self.words[group.last].low != "by":
            return None
        near = range(group.last + 2, min(group.last + 8, self.end - 2))
        that = next((at for at in near if self.words[at].low == "that"), None)
        return that if that is not None and grammar.is_clause(self.words[that + 1 : self.end]) else None

    def _only_points(self, at: int, limit: int) -> bool:
        """*denies this*, *although X denies it, P*: nothing but a pronoun is denied."""
        low = self.words[at].low
        if at + 1 >= limit:
            return low in {"this", "that", "otherwise"}
        if low not in {"it", "this", "that", "them"}:
            return False
        behind, rest = self.words[at + 1], self.words[at + 1 : limit]
        if behind.text == "," and low == "that":  # denied that, in spite of Q, P
            after = self.words[at + 2].low if at + 2 < self.end else ""
            return after.endswith("ing") or after in CONJUNCTIONS
        if not behind.is_word and not behind.quoted:
            return behind.text in {",", ":", ";", "–", "—"}
        if behind.low in {"when", "after", "while"}:
            return low != "that"
        hung = behind.low in PREPOSITIONS - {"as"} or behind.low in {"aside", "away", "off"}
        return hung and not grammar.has_finite(rest)

    def _points_at(self, base: Said, at: int, limit: int) -> bool:
        """*disputes that account*: *that* with a noun and no clause after it."""
        after = self.words[at + 1 : limit]
        named = any(word.low in listed("accusation") for word in after[:2])
        if len(after) == 1 and base.act == "deny":  # disputed that timeline
            named = after[0].is_word and not after[0].is_name and not after[0].quoted
        plain = not after or after[0].low not in {"not", "no", "all", "any", "the", "these", "such"}
        return named and plain and len(after) <= 4 and not grammar.has_finite(after)

    def _is_subject(self, at: int, limit: int) -> bool:
        """*said that was not so*, *said that could not be true*: *that* is what is told of."""
        if at + 2 >= limit:
            return False
        verb, behind = self.words[at + 1], self.words[at + 2]
        if verb.low == "never":
            return behind.low in {"happened", "occurred", "existed"}
        named = behind.is_name or behind.low in DETERMINERS | grammar.SUBJECTS  # that had X known P, Q
        return verb.low in grammar.FINITE_AUXILIARIES and (verb.low in {"is", "was"} or not named)

    def _past_that(self, start: int) -> int:
        """*That account is contradicted by X*, *That was denied by X*: *that* opens the subject."""
        words = self.words
        opens = start > 0 and words[start - 1].low == "that" and (start == 1 or not words[start - 2].is_word)
        return start - opens

    def _past_taken(self, start: int, end: int) -> int | None:
        """*Although X denies it, P, Y said*: where P begins, past what X says; or ``None``."""
        over = (each.content for each in self.found)
        at = max((min(last, end) for first, last in over if first < end and last > start), default=start)
        if at == start:
            return start
        if at >= end or self.words[at].text != ",":
            return None
        at += 1 + (at + 1 < end and self.words[at + 1].low in {"but", "yet"})
        bare = at < end and self.words[at].low not in RELATIVES and not self.words[at].low.endswith("ing")
        return at if bare and end - at > 3 and grammar.is_clause(self.words[at:end]) else None

    def _judges_case(self, at: int) -> bool:
        """*, in a case that highlights P*, *, in the latest row over P*: the article's own words."""
        lows = [word.low for word in self.words[at : at + 4]]
        return lows[:1] == ["in"] and (
            lows[1:2] == ["what"]
            or bool({"case", "sign", "move", "step", "blow", "row", "latest"} & set(lows[2:4]))
        )

    def _end_of_relative(self, group: Found, at: int, limit: int) -> int:
        """*X, which has urged Y to P, praised Q*: the comma where the clause about X ends."""
        start = self._subject_start(group.first)
        led = {word.low for word in self.words[max(0, start - 1) : start + 1]} & {"who", "which"}
        if not led:
            return limit
        for comma in range(at + 1, limit - 1):
            verb = comma + 1
            while verb < limit and grammar.is_adverb(self.words[verb]):
                verb += 1
            if self.words[comma].text == "," and verb < limit and grammar.finite_at(self.words, verb):
                return comma
        return limit

    def _opens_behind_colon(self, at: int) -> bool:
        """*said that P: “Q.”*, *found no sign that P: Q*: a quotation or a clause behind a colon."""
        after = self.words[at + 1 : self.end]
        return bool(after) and (after[0].quoted or after[0].text in MARKS or grammar.is_clause(after))

    def _infinitive(self, at: int, limit: int) -> bool:
        """Whether somebody is to do something: *Iran to stop*, before any finite verb of the same clause."""
        words, inside = self.words, False
        for ahead in range(at + 1, limit - 1):
            following = words[ahead + 1]
            if words[ahead].low in {"who", "which", "that"}:
                inside = True
            if (
                words[ahead].low == "to"
                and following.is_word
                and following.low not in DETERMINERS
                and not following.is_name
            ):
                return True
            if grammar.finite_at(words, ahead):
                if not inside:
                    return False
                inside = False
        return False

    def _to_be_done(self, at: int, limit: int) -> bool:
        """*wants exports suspended*: something, and the participle of what is to be done with it."""
        some = self.words[at + 1 : limit]
        done = any(word.low.endswith("ed") and not word.is_name for word in some)
        return done and not self.words[at].low.endswith("ing") and self.words[at].low != "to"

    def _bare_noun(self, base: Said, first: int, last: int) -> int:
        """*blames X outright*, *dismissed P as “nonsense”*: where the noun ends."""
        words = self.words
        denied = base.act == "deny"
        for at in range(first + 1, last - 1):
            if denied and words[at].low == "as" and (words[at + 1].text in MARKS or words[at + 1].quoted):
                return at
        while last > first + 1 and (grammar.is_adverb(words[last - 1]) or words[last - 1].low in TRAILING):
            last -= 1
        return last

    def _is_list(self, comma: int, limit: int) -> bool:
        """*found P, Q and R*: nouns in a row behind the first, and no clause."""
        some = self.words[comma + 1 : limit]
        joined = any(word.low == "and" for word in some)
        opens = bool(some) and some[0].low in DETERMINERS | NUMBERS | {"and"}
        return joined and opens and not grammar.has_finite(some) and not any(word.quoted for word in some)

    def _about_name(self, at: int, limit: int) -> bool:
        """*asked that we not use his name*, *asked that her identity be withheld*."""
        lows = {word.low for word in self.words[at : min(limit, at + 9)]}
        return bool(
            lows & {"name", "named", "names", "identity", "identified"} and lows & {"not", "withheld"}
        )

    def _ends_after(self, group: Found) -> bool:
        """Whether nothing that could be said stands between the verb and the next comma."""
        at = group.last + (len(self._right_subject(group.last)) if self._inverted(group) else 0)
        if group.cue.verb == "tell":
            at = self._addressee(at)
        end = at
        while end < self.end and self.words[end].text not in BREAKS:
            end += 1
        rest = self.words[grammar.skip_adverbials(self.words, at, end) : end]
        return not rest or (
            (rest[0].low in PREPOSITIONS | {"as", "while", "when"} or rest[0].low.endswith("ed"))
            and not any(word.low == "that" for word in rest)
        )

    def _past_time(self, at: int, limit: int) -> Stretch:
        """*admitted, when he was shown Q, that P*; *said when he left that P*: from *that* on."""
        that = next((n for n in range(at + 2, self.end - 2) if self.words[n].low == "that"), None)
        return (at, limit) if that is None else (that, max(limit, self._turn(that)))
