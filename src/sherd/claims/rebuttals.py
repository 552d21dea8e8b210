"""Denials whose proposition stands elsewhere in the sentence, or that no verb of denying tells of.

*X faces accusations of P, which it denies* · *a charge rejected by X* · *Despite X's insistence that P, …* ·
*X questioned whether P* · *X withdrew its claim that P* · *X pleaded not guilty to P*, *maintains its
innocence* · *X's answer was short: P*.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.behind_colons import BehindColons
from sherd.claims.cues import Found
from sherd.claims.denials import FALSE, LEADING_BACK
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sources import PRONOUN, anybody, describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Stretch
from sherd.claims.verbs import BE, main_verb

ACCUSED = vocabulary("accused suspected guilty convicted")
CHARGED = vocabulary(
    "charged accusations allegations accusation allegation charges claims suspicions reports"
)
HELD_TO = vocabulary("alleged said reported believed claimed rumoured suspected understood thought")

DENIED_BY = vocabulary("rejected denied dismissed disputed refuted contested disavowed disowned")
"""Participles before *by X*, behind a noun for a claim."""

RETRACTING = {
    "": vocabulary(
        "withdrew withdraws withdrawn retracted retracts disavowed disavows recanted recants "
        "revoked rescinded"
    ),
    "back": vocabulary("took takes taken walked walks rowed rows rolled rolls"),
    "away": vocabulary("backed backs"),
    "down": vocabulary("backed backs"),
    "from": vocabulary("retreated retreats"),
}
"""Verbs of taking back what one said, by the particle behind them."""

WITHDRAWN = vocabulary("report story statement finding article account version remark")
"""What may be withdrawn, beside an accusation, with what it said."""

INNOCENCE = vocabulary("innocence ignorance")
PLEADING = vocabulary(
    "maintained maintains maintain protested protests protest professed professes profess pleaded pleads "
    "plead "
    "proclaimed proclaims claimed claims claim insisted declared declares feigned"
)

BUT = vocabulary("but and though although yet")
"""Words between what somebody is accused of and that they deny it."""

LED = frozenset({",", "–", "—", "-"})


@define
class Rebuttals(BehindColons):
    """One sentence, and what in it is denied without standing behind a verb of denying."""

    def _rebutted(self) -> None:
        """Everything denied in these ways, where nobody is read to say it yet."""
        lows = vocabulary_of(self.words)
        self._charge_denied()
        self._charge_denied_after()
        if lows & UNTRUTHS and self.words[0].low in {"it", "nor"}:
            self._untrue_before()
        if lows & DENIED_BY and "by" in lows:
            self._denied_by()
        if "whether" in lows:
            self._questioned()
        if not lows.isdisjoint(listed("accusation") | WITHDRAWN):
            self._retracted()
        if lows & INNOCENCE or "guilty" in lows:
            self._innocent()
        if lows & {"sceptical", "skeptical", "dismissive", "doubtful"}:
            self._sceptical()
        if ":" in lows:
            self._held_behind_colon()

    # ---------------------------------------------------------------- what somebody stands accused of

    def _charge_denied(self) -> None:
        """*X faces accusations of P, which it denies*; *X is said to have done P, a claim it rejects*."""
        for group in self.groups:
            if group.kind != "finite" or group.negated:
                continue
            verdict = "as" in group.cue.frames and group.last < self.end
            if group.cue.polarity != "deny" and not (verdict and self._ends_in_verdict(group)):
                continue
            if any(each.cue == (group.first, group.last) for each in self.found):
                continue
            start = self._denier(group.first)
            if self.words[start].low in {"which", "that"} and start + 1 < group.first:
                start += 1
            comma = self._aside_before(start)
            charge = self._charge(comma) if comma is not None else None
            if comma is None or charge is None or any(each.content[0] <= charge for each in self.found):
                continue
            source = self._who_denies(start, group)
            if source is not None:
                self.found.append(Said((charge, comma), source, (group.first, group.last), "deny", "deny"))
                self.register.note(source)

    def _charge_denied_after(self) -> None:
        """*X, accused of P, denies it*; *X is accused of P but denies it*: what *it* is."""
        for number, each in enumerate(self.found):
            first, last = each.content
            bare = last == first + 1 and self.words[first].low in {"it", "this", "that", "them"}
            if each.polarity != "deny" or not bare or each.cue is None:
                continue
            charge = self._charge(each.cue[0])
            if charge is None:
                continue
            near = range(charge + 1, each.cue[0])
            stop = next((n for n in near if self.words[n].text == "," or self.words[n].low in BUT), None)
            if stop is not None and not any(charge <= one.content[0] < stop for one in self.found):
                self.found[number] = evolve(each, content=(charge, stop))

    def _charge(self, comma: int) -> int | None:
        """Where what somebody is accused of begins, in the words before ``comma``."""
        words = self.words
        for at in range(1, comma - 2):
            low, link = words[at].low, words[at + 1].low
            if words[at].quoted:
                return None
            if (low in ACCUSED and link == "of") or (low in CHARGED and link in {"of", "that", "with"}):
                return at + 2
            if low in HELD_TO and link == "to" and words[at - 1].low in BE | {"been"}:
                return at + 2
            if low == "blamed" and link == "for":
                return at + 2
        return None

    def _who_denies(self, start: int, group: Found) -> Entity | None:
        """Who denies; *it* and *the group* are the one of whom the sentence tells."""
        some = self._clean_subject(self.words[start : group.first])
        if not some:
            return None
        definite = some[0].low == "the" and not any(word.is_name for word in some[1:])
        if (len(some) == 1 and some[0].low in PRONOUN) or definite:
            main = main_verb(tuple(self.words[: group.first]))
            told = self._main_of(main.first) if main is not None else None
            if told is not None:
                return told
        return describe(some, self.register)

    def _main_of(self, verb: int) -> Entity | None:
        """The subject of the sentence, whose verb begins at ``verb``, past *for its part*."""
        some = list(self._clean_subject(self.words[:verb]))
        comma = next((at for at, word in enumerate(some) if word.text == ","), len(some))
        return describe(some[:comma], self.register)

    # ---------------------------------------------------------------- it is not true, X said, that P

    def _untrue_before(self) -> None:
        """*It is not true, X said, that P*; *It is a lie, X says, that P*: X denies P."""
        words = self.words
        comma = next((at for at in range(2, min(9, self.end)) if words[at].text == ","), None)
        if comma is None or not is_untruth([word.low for word in words[:comma]]):
            return
        for n, each in enumerate(self.found):
            opens = each.content[0]
            behind = opens > comma + 2 and [word.low for word in words[opens - 2 : opens]] == [",", "that"]
            if behind and each.polarity == "assert" and each.cue is not None and each.cue[0] > comma:
                self.found[n] = evolve(each, act="deny", polarity="deny")

    # ---------------------------------------------------------------- rejected by

    def _denied_by(self) -> None:
        """*Y says P, a charge rejected by X*: a statement of each."""
        words = self.words
        for at in range(3, self.end - 2):
            if words[at].low not in DENIED_BY or words[at + 1].low != "by" or words[at].quoted:
                continue
            opening = at
            while opening and (
                words[opening - 1].low in listed("accusation") | LEADING_BACK | BE | {"has", "have", "been"}
                or grammar.is_adverb(words[opening - 1])
            ):
                opening -= 1
            comma = opening - 1
            if opening == at or comma < 2 or words[comma].text not in LED:
                continue
            source = describe(self._right_subject(at + 2), self.register)
            if source is None:
                continue
            outer = next((n for n, each in enumerate(self.found) if each.content[0] < comma), None)
            first = self.found[outer].content[0] if outer is not None else self._charge(comma)
            if first is None:
                continue
            if outer is not None:
                self.found[outer] = evolve(self.found[outer], content=(first, comma))
            self.found = [each for each in self.found if each.cue is None or at not in range(*each.cue)]
            self.found.append(Said((first, comma), source, (at, at + 2), "deny", "deny"))
            self.register.note(source)
            return

    # ---------------------------------------------------------------- doubted, taken back

    def _questioned(self) -> None:
        """*X questioned whether P*: doubt is cast on P."""
        words = self.words
        for at in range(1, self.end - 3):
            if words[at].low not in {"questioned", "questions"} or words[at + 1].low != "whether":
                continue
            source = self._subject(self._group_first(at))
            if source is not None and not self._taken(at):
                self._deny((at + 2, self._limit(at + 2, None)), source, (at, at + 2))

    def _sceptical(self) -> None:
        """*X is sceptical of the claim that P*: P is doubted."""
        words = self.words
        for at in range(2, self.end - 3):
            if words[at].low not in SCEPTICAL or words[at + 1].low not in {"of", "about"}:
                continue
            verb = at - 1
            while verb and grammar.is_adverb(words[verb]):
                verb -= 1
            if words[verb].low not in BE | {"remains", "remained"} or self._taken(at):
                continue
            near = range(at + 2, min(at + 6, self.end))
            noun = next((n for n in near if words[n].low in listed("accusation")), None)
            source = self._subject(self._group_first(verb)) if noun is not None else None
            if noun is not None and source is not None:
                that = noun + 2 < self.end and words[noun + 1].low in {"that", "of"}
                content = (noun + 2, self.end) if that else (at + 2, noun + 1)
                self._deny(content, source, (verb, at + 2))
                return

    def _retracted(self) -> None:
        """*X withdrew its claim that P*, *took back the allegation that P*: X stands by P no longer."""
        words = self.words
        for at in range(1, self.end - 2):
            particle = next((p for p, verbs in RETRACTING.items() if words[at].low in verbs), None)
            if particle is None or words[at].quoted:
                continue
            behind = at + 1
            while particle and behind < at + 3 and words[behind].low in {*RETRACTING, "on", "of"} - {""}:
                behind += 1
            if particle and behind == at + 1:
                continue
            near = range(behind, min(behind + 4, self.end))
            noun = next((n for n in near if words[n].low in listed("accusation") | WITHDRAWN), None)
            source = self._subject_or_anybody(self._group_first(at)) if noun is not None else None
            if noun is None or source is None or self._past_negation(at):
                continue
            that = noun + 1 < self.end and words[noun + 1].low in {"that", "of"}
            if words[noun].low not in listed("accusation") and words[noun + 1].low != "that":
                continue
            content = (noun + 2, self.end) if that else (behind, noun + 1)
            self.found = [each for each in self.found if each.content[0] < at]
            self._deny(content, source, (at, behind))
            return

    def _subject_or_anybody(self, first: int) -> Entity | None:
        """Whose verb it is, be it a noun that no list has."""
        some = self._clean_subject(self.words[self._subject_start(first) : first])
        some = some[: next((n for n, word in enumerate(some) if word.low in {"who", "which"}), len(some))]
        return self._subject(first) or describe(some, self.register) or anybody(some, self.register)

    def _past_negation(self, at: int) -> bool:
        return any(word.low in {"not", "never"} for word in self.words[self._group_first(at) : at])

    # ---------------------------------------------------------------- innocence

    def _innocent(self) -> None:
        """*X has always maintained her innocence*, *pleaded not guilty to P*, *pleads ignorance of P*."""
        words = self.words
        for at in range(1, self.end):
            if words[at].quoted:
                continue
            begins = at
            if words[at].low == "guilty" and words[at - 1].low == "not":
                verb = next((n for n in range(at - 1, max(0, at - 6), -1) if words[n].low in ENTERING), None)
            elif words[at].low in INNOCENCE:
                verb = next((n for n in range(at - 1, max(0, at - 4), -1) if words[n].low in PLEADING), None)
                begins = at - (words[at - 1].low in grammar.DETERMINERS)
            else:
                continue
            source = self._subject(self._group_first(verb)) if verb is not None else None
            if verb is None or source is None or self._past_negation(verb):
                continue
            if any(each.cue and begins in range(*each.cue) for each in self.found):
                continue
            read = [each for each in self.found if each.content[0] <= at < each.content[1]]
            if any(each.content[0] != begins for each in read):
                continue
            self.found = [each for each in self.found if each not in read]  # maintains (that) his innocence …
            onward = at + 3 < self.end and words[at + 1].low in {"to", "of", "in", "over"}
            self._deny((at + 2, self.end) if onward else (begins, at + 1), source, (verb, at))
            return

    def _deny(self, content: Stretch, source: Entity, cue: Stretch) -> None:
        if content[1] > content[0]:
            self.found.append(Said(content, source, cue, "deny", "deny"))
            self.register.note(source)


UNTRUTHS = FALSE | {"not", "never", "isn't", "wasn't", "nor", "wrong", "mistake"}
"""Words of which one stands in a clause that calls what follows untrue."""


def is_untruth(lows: Sequence[str]) -> bool:
    """Whether a clause with *it* calls what follows untrue: *it is simply not the case*, *nor is it true*."""
    if not set(lows) & (BE | {"isn't", "wasn't"}) or "it" not in lows[:3]:
        return False
    negated = bool({"not", "never", "nor", "isn't", "wasn't"} & set(lows))
    if set(lows) & (FALSE | {"wrong", "mistake"}):
        return not negated
    return negated and bool(set(lows) & {"true", "case", "so", "right", "correct", "accurate", "fact"})


SCEPTICAL = vocabulary("sceptical skeptical dismissive doubtful")

ENTERING = vocabulary("pleaded pleads plead pled entered enters entering")
