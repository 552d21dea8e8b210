"""Whose verb it is: the noun phrase before a verb of saying, or after it where the order is turned round.

An appositive between commas (*X, a spokesman for the ministry, said*) belongs to the speaker; a day, a place
and a clause before the comma do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from sherd.claims import around, grammar, together
from sherd.claims.cues import Found, find
from sherd.claims.grammar import BREAKS, DETERMINERS, MARKS, PREPOSITIONS, STOPS, TIMES
from sherd.claims.hanging import RELATIVE, goes_on_beside, named_last, opens_contact, split_perfect
from sherd.claims.led_up import ends_in_speaker, hangs_on
from sherd.claims.lexicon import LEGAL_FORMS, listed, vocabulary
from sherd.claims.lexicon import cues as all_cues
from sherd.claims.official_names import opening_of_list, tells_office
from sherd.claims.persons import ends_in_office
from sherd.claims.phrases import ORGANISATION_WORDS, PLURAL_PEOPLE, are_people, is_title
from sherd.claims.sentences import Sentence, Word
from sherd.claims.sources import PRONOUN, describe
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Passage, Relay

CLAUSE_OPENERS = vocabulary(
    "that because while although though whereas after if when as whether but until since what where"
)
SAYING = frozenset(
    word for word, entries in all_cues().items() if any("that" in each.frames for each in entries)
)
"""Verbs of saying, after which *that* opens what is said."""

TOLD = vocabulary(
    "said says told added claimed insisted argued acknowledged admitted alleged believes thinks"
)
"""Verbs after which what is said may follow without *that*."""

CUT_SHORT = vocabulary("sen rep gen lt col maj capt cmdr adm brig gov dr mr mrs ms prof sgt st hon")
"""Titles that are cut short with a full stop."""

DASHES = frozenset("—–-")
"""Dashes, also two hyphens, around an aside."""

Stretch = tuple[int, int]
"""Words ``[first, last)`` of a sentence."""


@frozen
class Said:
    """One thing said, as words of the sentence, before quotation marks are looked at."""

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
class Subjects:
    """One sentence, and who its verbs belong to. ``leading`` is the speaker of what went before."""

    text: str

    sentence: Sentence

    register: Register

    leading: Entity | None = None

    words: Sequence[Word] = field(init=False)

    end: int = field(init=False)

    found: list[Said] = field(factory=list)
    announced: Entity | None = None
    groups: Sequence[Found] = field(init=False)
    """The verbs of saying of the sentence."""
    starts: dict[int, int] = field(init=False, factory=dict)
    """Where the noun phrase before each verb begins, as far as it has been asked."""

    def __attrs_post_init__(self) -> None:
        self.words = self.sentence.words
        self.groups = find(self.words)
        end = self._before_notes(len(self.words))
        while end and (
            self.words[end - 1].text in STOPS
            or self.words[end - 1].text in MARKS
            or self.words[end - 1].text in {",", ";", ":"}
        ):
            if self.words[end - 1].text in MARKS and end >= 2 and self.words[end - 2].quoted:
                break
            end = self._before_notes(end - 1)
        self.end = end

    def _before_notes(self, end: int) -> int:
        """Before the numbers of notes: *.[1]*."""
        while end > 3 and self.words[end - 1].text == "]" and self.words[end - 3].text == "[":
            end -= 3
        return end

    def _subject(self, first: int) -> Entity | None:
        """The speaker before the verb, past an appositive set off by commas."""
        words = self.words
        start = self._subject_start(first)
        if start < first and words[start].low == "whose":
            return self._whose(start)
        close = first
        while close > start + 1 and grammar.is_adverb(words[close - 1]):
            close -= 1
        if close == start + 1 and words[start].low == "they" and (told := self._told_of(start)) is not None:
            return told
        found = describe(self._clean_subject(words[start:close]), self.register)
        if (
            found is not None
            and found.speaker.kind.startswith("anonymous")
            and start
            and words[start - 1].text == ","
        ):
            named = describe(self._subject_bounds(start - 1), self.register)
            if named is not None and named.speaker.kind == "person":  # "X, the commander said"
                return named
        return found

    def _told_of(self, they: int) -> Entity | None:
        """*Officials showed a photograph of an engine they say is P*: the people whom the clause is about."""
        words = self.words
        if (
            not they
            or not words[they - 1].is_word
            or words[they - 1].low in CLAUSE_OPENERS | {"and", "but", "or"}
        ):
            return None
        for at in range(they - 2, -1, -1):
            if words[at].quoted or not words[at].is_word:
                return None
            if words[at].low in PLURAL_PEOPLE and not grammar.finite_at(words, at):
                first = at
                while (
                    first
                    and words[first - 1].is_word
                    and words[first - 1].low not in _OUTSIDE_PHRASE | CLAUSE_OPENERS
                ):
                    first -= 1
                found = describe(words[first : at + 1], self.register)
                return found if found is not None and found.plural else None
        return None

    def _whose(self, at: int) -> Entity | None:
        """*Field Trace, whose investigators found P*: the body whose people they are."""
        meant = self._antecedent(at)
        return meant if meant is not None and meant.speaker.kind == "organisation" else None

    def _subject_start(self, first: int) -> int:
        """Where the noun phrase before the verb begins."""
        if first not in self.starts:
            self.starts[first] = self._start_before(first)
        return self.starts[first]

    def _start_before(self, first: int) -> int:
        words = self.words
        at = first
        while at and grammar.is_adverb(words[at - 1]):
            at -= 1
        if at and words[at - 1].low in _SUBJECT_PRONOUNS:
            return at - 1  # of what they called P
        aside = at < first and at > 1 and words[at - 1].text == ","  # X, a minister, flatly denied P
        at = at if aside else first
        if at and words[at - 1].text == ",":
            at = self._past_appositive(at - 1)
        elif at and words[at - 1].text in DASHES:
            at = self._past_dashes(at)
        while at > 0:
            before = words[at - 1]
            if before.text in {";", ":", "—", "–", "("} or before.text in MARKS or before.quoted:
                break
            if before.text == ",":
                opening = self._list_in_name(at, first)
                if opening is None:
                    break
                at = opening
                continue
            if before.text == ")":
                at = self._past_bracket(at)
                continue
            opens = before.low in CLAUSE_OPENERS and not before.text.isupper()  # Nordsol AS
            if opens and not self._inside_phrase(at - 1):
                break
            if at < first and before.low in {"which", "whom"} and self._is_inserted(at, first):
                break
            if at < first and before.low in TOLD and words[at].low not in PREPOSITIONS:
                break  # X said officials had said P
            inside_name = at >= 2 and at < len(words) and words[at - 2].is_name and words[at].is_name
            relative = at < first and words[at].low in RELATIVE  # who left in May and who had flown there
            if before.low == "and" and not (inside_name or relative) and grammar.has_finite(words[: at - 1]):
                break
            at -= 1
        return at

    def _past_dashes(self, at: int) -> int:
        """Before *— which has works of its own —*: where the noun phrase that it belongs to ends."""
        words, closing = self.words, at - 1
        while closing and words[closing - 1].text in DASHES:
            closing -= 1
        opening = next((n for n in range(closing - 1, 0, -1) if words[n].text in DASHES), 0)
        aside = words[opening + 1 : closing]
        if not opening or not aside or any(word.quoted for word in words[opening:closing]):
            return at
        led = aside[0].low in {"who", "which", "whose"} or not grammar.has_finite(aside)
        while opening and words[opening - 1].text in DASHES:
            opening -= 1
        return opening if led and not grammar.has_finite(words[:opening]) else at

    def _is_inserted(self, at: int, first: int) -> bool:
        """*Two firms which the ministry says sold P*: who says it stands between *which* and the verb."""
        some = self.words[at:first]
        opens = some[0].is_name or some[0].low in DETERMINERS
        return opens and all(word.is_word for word in some) and not grammar.has_finite(some)

    def _list_in_name(self, at: int, first: int) -> int | None:
        """*The Digital, Culture and Sport Department said*: where the name before the comma begins."""
        words, start = self.words, at - 1
        if (official := opening_of_list(words, start, first)) is not None:
            return official
        if words[at].low in LEGAL_FORMS and all(
            w.low in LEGAL_FORMS or w.text == "." for w in words[at:first]
        ):
            return at - 1  # X Y Co., Ltd.
        if together.opens_list(words, start, first):
            return start
        rest = words[at:first]
        joins = any(word.low == "and" for word in rest[:3]) and all(w.is_name or w.low == "and" for w in rest)
        if not joins or rest[-1].low not in ORGANISATION_WORDS:
            return None
        while start and words[start - 1].is_name and words[start].low != "the":
            start -= 1
        opened = words[start].low == "the" or (start > 0 and words[start - 1].low == "the")
        return start if opened and start < at - 1 else None

    def _past_bracket(self, at: int) -> int:
        """Before *(CAR)*."""
        while at > 0 and self.words[at - 1].text != "(":
            at -= 1
        return max(0, at - 1)

    def _inside_phrase(self, at: int) -> bool:
        """*a body that traces weapons*, *used since 2018*: the word goes on with the phrase before it."""
        words = self.words
        if at + 1 >= len(words) or at == 0:
            return False
        following = words[at + 1]
        if words[at].low == "that" and following.low in {"we", "i", "they", "he", "she"}:
            return words[at - 1].low not in SAYING and not grammar.has_finite(words[:at])
        if words[at].low == "that":
            return grammar.finite_at(words, at + 1) and words[at - 1].low not in SAYING
        return following.text[0].isdigit() or following.low in _INSIDE

    def _past_appositive(self, comma: int) -> int:
        """Before *, a spokesman for the ministry,*: where the phrase it belongs to ends."""
        words = self.words
        opening = comma - 1
        while (
            opening > 0
            and words[opening].text != ","
            and words[opening].text not in MARKS
            and not words[opening].quoted
        ):
            opening -= 1
        if words[opening].text != ",":
            return comma + 1
        inside = words[opening + 1 : comma]
        if not inside:
            return comma + 1
        if self._is_clause_before(opening) and not any(
            word.low in {"a", "an", "the", "who"} for word in inside[:1]
        ):
            named = describe(inside, self.register)
            if named is not None and named.speaker.kind in {"person", "state"}:
                return opening if tells_office(self.words, opening) else opening + 1
        further = self._subject_bounds(opening)
        if describe(further, self.register) is None and opening > 1:
            return self._past_appositive(opening)
        return opening

    def _is_clause_before(self, end: int) -> bool:
        """Whether a clause, and no quotation or appositive, stands before the comma."""
        start = end
        while start and self.words[start - 1].text not in MARKS and not self.words[start - 1].quoted:
            start -= 1
        return grammar.is_clause(self.words[start:end])

    def _subject_bounds(self, end: int) -> Sequence[Word]:
        start = self._past_bracket(end) if end and self.words[end - 1].text == ")" else end
        while start > 0 and self.words[start - 1].text not in BREAKS and not self.words[start - 1].quoted:
            start -= 1
        return self._clean_subject(self.words[start:end])

    def _clean_subject(self, segment: Sequence[Word]) -> Sequence[Word]:
        """Without *On Monday* or *In Brussels,* before it."""
        some = list(segment)
        while some and not some[0].is_word:
            some.pop(0)
        if len(some) > 2 and some[0].low in _TIMES_FIRST:
            some = some[grammar.skip_adverbials(some, 0, len(some)) :] or some
        if len(some) > 1 and some[0].low == "as" and some[1].is_name:
            some = some[1:]  # As X, a minister, put it
        while some and some[0].low in _LEADS_IN:
            comma = next((at for at, word in enumerate(some) if word.text == ","), None)
            skipped = grammar.skip_adverbials(some, 0, len(some))
            if comma is not None and not (
                0 < skipped < comma and some[comma + 1 :] and some[comma + 1].low == "who"
            ):
                some = some[comma + 1 :]
                continue
            if skipped == 0 or skipped >= len(some):
                return named_last(some)
            some = some[skipped:]
        if len(some) > 1 and some[0].low in {"which", "whom"}:
            some = some[1:]  # Iran, which Kyiv accuses of P
        while len(some) > 1 and some[-1].low in _BESIDE_SUBJECT:
            some.pop()
        if len(some) > 3 and [word.low for word in some[-3:]] == ["at", "the", "time"]:
            some = some[:-3]
        relative = next(
            (at for at in range(1, len(some)) if hangs_on(some, at) or opens_contact(some, 0, at)), len(some)
        )
        some = some[: min(relative, split_perfect(some))]
        while some and not some[-1].is_word:
            some.pop()
        return self._without_day(some)

    def _without_day(self, some: list[Word]) -> list[Word]:
        """*Iran on Wednesday*: the day belongs to the verb."""
        if some and some[-1].low in TIMES:
            at = len(some) - 1
            while at > 0 and (some[at].low in TIMES or some[at].low in {"last", "this"}):
                at -= 1
            return some[: at if some[at].low in {"on", "in"} else at + 1]
        return some

    def _right_subject(self, after: int) -> Sequence[Word]:
        words = self.words
        end = after
        while end < len(words):
            word = words[end]
            if word.text == "." and end > after and words[end - 1].low in CUT_SHORT:
                end += 1  # said Sen. X Y
                continue
            if word.text in STOPS or word.text in MARKS or word.text in {";", ":", "—"}:
                break
            if word.low == "by" and end > after and words[end - 1].low in listed("document"):
                end += 1  # read a statement by X
                continue
            if (
                word.low
                in {"in", "on", "at", "during", "after", "while", "as", "when", "aboard", "before", "by"}
                or word.low in TIMES
            ):
                break
            if (word.text == "," and not self._goes_on(end)) or opens_contact(words, after, end):
                break
            end += 1
        return words[after:end]

    def _goes_on(self, comma: int) -> bool:
        """Whether an appositive follows the comma: *said X, the brief's lead author*."""
        rest = self.words[comma + 1 : comma + 9]
        if ends_in_office(self.words, comma) and len(rest) > 1:  # said its director, X Y
            named = next((at for at, word in enumerate(rest) if not word.is_name), len(rest))
            return named > 1 and (named == len(rest) or not rest[named].is_word)
        stop = next(
            (at for at, word in enumerate(rest) if word.text in BREAKS or word.text in STOPS), len(rest)
        )
        return any(
            word.low in listed("person") or word.low in listed("official") for word in rest[:stop]
        ) and not grammar.has_finite(rest[:stop])

    def _antecedent(self, who: int) -> Entity | None:
        """Whom *who* goes with: *from a former driver, who said that P*."""
        words, end = self.words, who
        while end and words[end - 1].text == ",":
            end -= 1
        start = self._past_bracket(end) if end and words[end - 1].text == ")" else end
        while start and words[start - 1].low not in _OUTSIDE_PHRASE and words[start - 1].text not in BREAKS:
            start -= 1
            if words[start].low in DETERMINERS and (not start or words[start - 1].low not in {"of", "for"}):
                break
        office = is_title(words[start].low) and words[start + 1].low == "of"  # X Y, Democrat of Z, who
        beside = words[start].low in {"a", "an"} or office
        if start > 1 and beside and words[start - 1].text == ",":
            first = start - 1
            while first and words[first - 1].is_name:
                first -= 1
            named = describe(words[first : start - 1], self.register) if first < start - 1 else None
            if named is not None and (office or named.speaker.kind == "organisation"):
                return named  # sold by X, a firm which said P
        first = around.before_place(words, start, end)
        return describe(words[first:end], self.register)

    def _main_subject(self, group: Found) -> Entity | None:
        """The subject of the sentence whose participle this is; for *Tehran's official denying*, Tehran."""
        words = self.words
        if (group.first and words[group.first - 1].low == "official") or words[group.first].low == "official":
            at = group.first
            while at > 0 and words[at - 1].low != "'s":
                at -= 1
            return describe(words[max(0, at - 2) : max(0, at - 1)], self.register) if at else None
        begin = next((n + 1 for n in range(group.first - 1, 0, -1) if words[n].text in {":", ";"}), 0)
        for at in range(begin + 1, group.first):
            past = (
                words[at].low.endswith("ed")
                and not words[at].is_name
                and (words[at + 1].low in PREPOSITIONS or at + 1 == group.first - 1)
            )
            if grammar.finite_at(words, at) or past:
                return describe(self._clean_subject(words[begin:at]), self.register) or self._subject(at)
        if group.first > begin + 1 and words[group.first - 1].text == ",":  # X, denying P, called for Q
            return describe(self._clean_subject(words[begin : group.first - 1]), self.register)
        return None

    def _passage(self, stretch: Stretch) -> Passage:
        first, last = stretch
        return Passage.of(self.text, self.words[first].start, self.words[last - 1].end)

    def _as_relay(self, entity: Entity, cue: Stretch) -> Relay:
        return Relay(entity.speaker.name, entity.speaker.kind, entity.speaker.span, self._passage(cue))

    def _role_and_name(self, after: int) -> bool:
        """*argued former customs officer Ida Roth*: a role without an article, then the name."""
        lows: list[str] = []
        for word in self.words[after : after + 7]:
            if word.is_name:
                return any(low in listed("person") for low in lows)
            if not word.is_word:
                return False
            lows.append(word.low)
        return False

    def _after_quote(self, at: int) -> bool:
        return any(word.quoted for word in self.words[:at])

    def _left_is_clause(self, first: int) -> bool:
        """Whether what stands before the comma is what was said, and not a speaker with an appositive."""
        return grammar.is_clause(self.words[: first - 1]) and not self._appositive_before(first)

    def _appositive_before(self, first: int) -> bool:
        commas = [at for at in range(first - 1) if self.words[at].text == ","]
        if not commas:
            return False
        opening, behind = self.words[: commas[0]], self.words[commas[0] + 1].low
        bare = not grammar.has_finite(opening)
        if goes_on_beside(self.words, commas[0]):
            return True  # a guard who left in May, and whom we call X, said P
        if bare and (behind == "who" or describe(opening, Register(self.text)) is not None):
            return True  # another, who asked not to be named, said P
        return not grammar.has_finite(self.words[commas[-1] + 1 : first - 1]) and (
            describe(self.words[: commas[-1]], Register(self.text)) is not None
        )

    def _inverted(self, group: Found) -> bool:
        """*…,” said Colonel X*; *…, said the institute*: verb before its subject."""
        words, first, after = self.words, group.first, group.last
        if group.cue.verb == "tell":
            return False
        if first == 0 or after >= len(words) or group.first != group.verb or "quote" not in group.cue.frames:
            return False
        before, starts = words[first - 1], words[after].is_name or words[after].low in DETERMINERS
        if before.text != "," and before.text not in MARKS:
            return False
        starts = starts or words[after].low in listed("person") or are_people(self._right_subject(after))
        said = group.cue.form in {"past", "s"} or (
            group.cue.form == "base" and are_people(self._right_subject(after))
        )
        if not said or words[after].low in {"that", "it", "he", "she", "they"}:
            return False
        behind = self._after_quote(first) or ends_in_speaker(group.cue, words[after : self.end])
        starts = starts or self._role_and_name(after)
        return starts and (before.text in MARKS or behind or self._left_is_clause(first))


_SUBJECT_PRONOUNS = frozenset(grammar.SUBJECTS & PRONOUN.keys())
_LEADS_IN = PREPOSITIONS | {"when", "while", "asked", "after"}
_BESIDE_SUBJECT = vocabulary("himself herself itself themselves both jointly there here")
_INSIDE = TIMES | {"last", "this", "late", "early"}
_TIMES_FIRST = _INSIDE | {"earlier", "later"}
_OUTSIDE_PHRASE = PREPOSITIONS - {"of", "for"}
