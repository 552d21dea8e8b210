"""Several who deny the same, and who denies in passing: *denied by X and by Y*; *X, denying that P, said Q*.

*“I deny it,” said X, whom Y had accused of P* · *P, a charge X calls grotesque* · *P, which X describes as
“Q”, was told again*.
"""

from __future__ import annotations

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.corrections import Corrections
from sherd.claims.cues import Found
from sherd.claims.judged_claims import CREDITED, LAUGHABLE
from sherd.claims.lexicon import listed
from sherd.claims.sources import anybody, describe
from sherd.claims.stance import is_bare_denial
from sherd.claims.subjects import Said

SAYING = frozenset({"say", "add", "tell", "insist", "warn", "predict"})


@define
class Deniers(Corrections):
    """One sentence, and who else in it denies."""

    def _reacted(self) -> None:
        """What is put right; then who else denies."""
        Corrections._reacted(self)
        if self.found:
            self._past_participle()
            self._and_by()
            self._accused_denies()
            self._as_named()
        if "which" in vocabulary_of(self.words):
            self._denied_in_the_middle()

    def _past_participle(self) -> None:
        """*X, denying that P, said Q*: P ends where the verb of the sentence stands."""
        words = self.words
        for number, said in enumerate(self.found):
            cue = said.cue
            if cue is None or not words[cue[0]].low.endswith("ing") or words[cue[0] - 1].text != ",":
                continue
            first, last = said.content
            behind = (
                group
                for group in self.groups
                if group.kind == "finite"
                and first + 2 < group.first < last
                and words[group.first - 1].text == ","
            )
            group = next(behind, None)
            if group is None or said.source is None:
                continue
            that = words[first - 1].low == "that"
            whole = that and grammar.has_finite(words[first : group.first - 1])
            if not whole and group.cue.verb not in SAYING:
                continue  # saying the wreck, laid out for P, showed Q
            self.found[number] = evolve(said, content=(first, group.first - 1))
            told = list(self._frame(group, said.source, None))
            if told and not any(each.cue == told[0].cue for each in self.found):
                self.found += told
            if said.polarity == "assert" and not whole:
                del self.found[number]  # X, briefing reporters, said P
            return

    def _and_by(self) -> None:
        """*has been denied by X, by Y and by Z*: a denial of each."""
        words = self.words
        for said in list(self.found):
            if said.polarity != "deny" or said.cue is None or said.cue[1] >= self.end:
                continue
            if words[said.cue[1]].low != "by" or not said.from_left:
                continue
            for at in range(said.cue[1] + 2, self.end - 1):
                if words[at].low != "by" or words[at - 1].low not in {",", "and"}:
                    continue
                stops = (
                    n for n in range(at + 1, self.end) if words[n].low in {",", ";", ".", "and", "but", "who"}
                )
                some = words[at + 1 : next(stops, self.end)]
                who = describe(some, self.register) or anybody(some, self.register)
                if who is not None:
                    self.found.append(evolve(said, source=who))

    def _accused_denies(self) -> None:
        """*“I deny it,” said X, whom Y had accused of P*: X denies P."""
        words = self.words
        charge = next(
            (
                each
                for each in self.found
                if each.cue is not None
                and words[each.cue[1] - 1].low in {"accused", "accuses", "accuse"}
                and any(word.low == "whom" for word in words[max(0, each.cue[0] - 8) : each.cue[0]])
            ),
            None,
        )
        if charge is None:
            return
        opens = charge.content[0] + (words[charge.content[0]].low == "of")
        for said in self.found:
            some = tuple(word for word in words[slice(*said.content)] if word.is_word)
            if said is not charge and said.source is not None and some and is_bare_denial(some):
                self.found.append(Said((opens, charge.content[1]), said.source, said.cue, "deny", "deny"))
                return

    # ---------------------------------------------------------------- a charge that X calls grotesque

    def _ends_in_verdict(self, group: Found) -> bool:
        """*…, an accusation X calls grotesque*, *…, a claim X has described as “a fairy tale”*."""
        if Corrections._ends_in_verdict(self, group):
            return True
        close = next((n for n in range(group.last, self.end) if self.words[n].text in {";", "—"}), self.end)
        return self._scorns(group, close)

    def _scorns(self, group: Found, close: int) -> bool:
        """Whether a claim is called a bad name, or one in quotation marks that credits nothing."""
        if "as" not in group.cue.frames and group.cue.polarity != "deny":
            return False
        rest = [word for word in self.words[group.last : close] if word.is_word]
        rest = rest[1:] if rest and rest[0].low == "as" else rest
        if not rest or len(rest) > 9 or CREDITED & {word.low for word in rest}:
            return False
        plain = [word for word in rest if word.low not in {"a", "an", "both"} and not grammar.is_adverb(word)]
        if all(word.quoted for word in plain):
            return bool(plain)
        return len(plain) < 4 and plain[-1].low in LAUGHABLE | listed("verdict")

    def _as_named(self) -> None:
        """*X is alleged to have done P, an accusation it has described as “Q”*: P."""
        for number, said in enumerate(self.found):
            if said.polarity != "deny" or said.cue is None or self.words[said.content[0]].low != "as":
                continue
            comma = self._aside_before(self._denier(said.cue[0]))
            charge = self._charge(comma) if comma is not None else None
            if comma is not None and charge is not None:
                self.found[number] = evolve(said, content=(charge, comma))

    def _denied_in_the_middle(self) -> None:
        """*A charge that P, which X describes as “Q”, was repeated in R*: P, denied by X."""
        words = self.words
        for group in self.groups:
            start = self._subject_start(group.first)
            which = start - 1 if start and words[start - 1].low == "which" else start
            close = next((n for n in range(group.last, self.end) if words[n].text == ","), None)
            if close is None or which < 4 or words[which].low != "which" or words[which - 1].text != ",":
                continue
            near = range(max(0, which - 3))
            noun = next((n for n in near if words[n].low in listed("accusation")), None)
            if noun is None or words[noun + 1].low not in {"that", "of"} or not self._scorns(group, close):
                continue
            if self._put_denied(group, which, (noun + 2, which - 1)):
                return
