"""What is said where the one who says it stands in an aside: *Kenya, X says, sold P*; *P, in X's telling*.

An aside stands between two commas, or behind the last. It names somebody and a verb of saying, *according
to*, or whose view it is; the clause around it is what is said. Here too, because whoever says it stands
inside it: *Kenya is alleged by X to have sold P*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.nominal import Nominal
from sherd.claims.relays import OWNERS, VIEWS
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said
from sherd.claims.verbs import BE

Stretch = tuple[int, int]

LONGEST = 14
"""Words of an aside."""

TOLD_BY = vocabulary(
    "alleged said believed reported claimed understood suspected thought accused found assessed"
)
"""Participles before *by X to have done P*."""

TURNED = vocabulary("say write insist argue note claim reply add explain")
"""Verbs that stand before whoever says it: *His ship, wrote X, had carried P*."""

TAIL_MARKS = frozenset({",", ";", ":", "–", "—", "-"})
"""What parts a clause from who says it at the end."""


def so_led(words: Sequence[Word], at: int) -> int | None:
    """Past *or so*, *at least that is what*, *which was what*: where who says it begins, if so led."""
    lows = [word.low for word in words[at : at + 9]]
    led = _SO_LED.match(" ".join(lows) + " ")
    return None if led is None else at + led[0].count(" ")


_SO_LED = re.compile(
    r"(?:or |and )?(?:at least )?(?:, )?"
    r"(?:so|(?:that|this|which)(?: , at least ,)?(?: at least)?(?: is| was| 's) (?:at least )?what) "
)

MOST_BEHIND = 4
"""Words behind the verb, as in *is what X had said all along*."""

LEADS = vocabulary("but and yet still so meanwhile also")


@define
class Asides(Nominal):
    """One sentence, and what its asides say of who says it."""

    def _aside(self) -> None:
        """The clause around an aside that names who says it, where nobody else is read to say it."""
        words = self.words
        if (led := self._so_told()) is not None:
            before, source, cue = led
            self.found = [each for each in self.found if each.cue is None or each.cue[0] not in range(*cue)]
            self.found.append(Said(self._around(before, self.end), source, cue))
            self.register.note(source)
            return
        commas = [at for at in range(1, self.end) if words[at].text == "," and not words[at].quoted]
        for number, comma in enumerate(commas):
            close = commas[number + 1] if number + 1 < len(commas) else self.end
            if not 2 < close - comma <= LONGEST or not self._is_free((comma, close + 2)):
                continue
            if not self._broken(comma, close):
                continue
            told = self._teller(comma + 1, close)
            if told is None or not self._is_free(told[1]):
                continue
            source, cue = told
            self.found = [each for each in self.found if each.cue is None or each.cue[0] not in range(*cue)]
            self.found.append(Said(self._around(comma, close), source, cue))
            self.register.note(source)
            return

    def _so_told(self) -> tuple[int, Entity, Stretch] | None:
        """*P, or so X claims*; *P – at least that is what X says*: where P ends, who says it, the verb."""
        words = self.words
        if vocabulary_of(words).isdisjoint({"so", "what"}):
            return None
        for at in range(3, self.end - 2):
            if words[at].text not in TAIL_MARKS or words[at].quoted or not grammar.is_clause(words[:at]):
                continue
            if self._is_free((at, self.end)) and (told := self._led_so(at + 1)) is not None:
                return at, *told
        return None

    def told_before(self) -> tuple[Entity, Stretch] | None:
        """*That, at least, is what X says.*: who said what the sentence before tells, and the verb."""
        return None if self.found else self._led_so(0)

    def _led_so(self, at: int) -> tuple[Entity, Stretch] | None:
        opens = so_led(self.words, at)
        if opens is None:
            return None
        group = next((each for each in self.groups if each.first >= opens and each.kind == "finite"), None)
        if group is None or group.cue.polarity != "assert" or group.negated:
            return None
        if group.first == opens:
            return self._named(group.last, self.end, (group.first, group.last))
        rest = self.words[group.last : self.end]
        whole = len(rest) <= MOST_BEHIND and not grammar.has_finite(rest)
        return self._named(opens, group.first, (group.first, group.last)) if whole else None

    def _broken(self, comma: int, close: int) -> bool:
        """Whether the words before the aside need those behind it, or the aside ends a whole clause."""
        words = self.words
        if close == self.end:
            return grammar.is_clause(words[:comma])
        before, after = words[comma - 1], close + 1
        if words[0].low in {"had", "if", "were"}:
            return grammar.has_finite(words[after:])  # had it been ours, said X, we would know
        if before.low in grammar.FINITE_AUXILIARIES:
            return True
        if not grammar.has_finite(words[:comma]):
            return after < self.end and grammar.finite_at(words, after)
        return grammar.finite_at(words, comma - 1) and not grammar.has_finite(words[after : after + 3])

    def _around(self, comma: int, close: int) -> Stretch:
        first = 0
        while first < comma and (self.words[first].low in LEADS or not self.words[first].is_word):
            first += 1
        return (first, comma) if close == self.end else (first, self.end)

    def _is_free(self, cue: Stretch) -> bool:
        """Whether nobody but the aside itself is read to say anything in the sentence."""
        return all(each.cue is not None and each.cue[0] in range(*cue) for each in self.found)

    def _teller(self, first: int, last: int) -> tuple[Entity, Stretch] | None:
        """Who says it in an aside, and the words that tell so."""
        words = self.words
        if words[first].low == "according" and words[first + 1].low == "to":
            return self._named(first + 2, last, (first, first + 2))
        group = next((each for each in self.groups if first < each.first and each.last == last), None)
        if (
            group is not None
            and group.kind == "finite"
            and group.cue.polarity == "assert"
            and not group.negated
        ):
            opens = first + (words[first].low in {"as", "so"})
            return self._named(opens, group.first, (group.first, group.last))
        said = (each for each in self.groups if each.first == first and each.last < last < self.end)
        apart = words[0].low in {"had", "if", "were"} or not grammar.has_finite(words[: first - 1])
        turned = next((each for each in said if apart and each.cue.verb in TURNED), None)
        if turned is not None and turned.kind == "finite" and turned.cue.polarity == "assert":
            own = turned.negated or grammar.has_finite(words[turned.last : last])
            return None if own else self._named(turned.last, last, (turned.first, turned.last))
        if words[first].low in {"in", "by", "to"}:
            return self._of_view(first, last)
        if words[first].low == "if" and [word.low for word in words[last - 3 : last]] == [
            "to",
            "be",
            "believed",
        ]:
            return self._named(first + 1, last - 4, (first, last))
        return None

    def _of_view(self, first: int, last: int) -> tuple[Entity, Stretch] | None:
        """*in X's telling*, *in the judgement of X*, *by her reckoning*."""
        words = self.words
        noun = next((at for at in range(first + 1, last) if words[at].low in VIEWS), None)
        if noun is None or (words[noun - 1].low in POSSESSIVES and noun < last - 1):
            return None
        holder = self._viewer(first + 1, self._past_name(last), noun)
        owned = words[noun - 1].low in POSSESSIVES or words[noun - 1].low in OWNERS
        return None if holder is None else (holder, (first, last if owned else noun + 2))

    def _past_name(self, comma: int) -> int:
        """*in the words of its owner, X Y, P*: the comma behind the name; else the comma itself."""
        words = self.words
        close = next((n for n in range(comma + 1, min(comma + 6, self.end)) if words[n].text == ","), None)
        return close if close and all(word.is_name for word in words[comma + 1 : close]) else comma

    def _named(self, first: int, last: int, cue: Stretch) -> tuple[Entity, Stretch] | None:
        found = describe(self._clean_subject(self.words[first:last]), self.register) if last > first else None
        return None if found is None else (found, cue)

    def _told_by(self) -> None:
        """*Kenya is alleged by X to have sold P*, *stands accused by X of selling P*."""
        words = self.words
        if TOLD_BY.isdisjoint(vocabulary_of(words)):
            return
        for at in range(2, self.end - 4):
            if words[at].low not in TOLD_BY or words[at + 1].low != "by" or words[at].quoted:
                continue
            if words[at - 1].low not in BE | {"stands", "stand", "stood"} and not grammar.is_adverb(
                words[at - 1]
            ):
                continue
            link = "of" if words[at].low == "accused" else "to"
            to = next(
                (n for n in range(at + 3, min(at + LONGEST, self.end - 2)) if words[n].low == link), None
            )
            source = describe(words[at + 2 : to], self.register) if to is not None else None
            if to is None or source is None:
                continue
            self.found = [each for each in self.found if each.cue is None or at not in range(*each.cue)]
            self.found.append(Said((to + 1, self.end), source, (at, at + 2)))
            self.register.note(source)
            return
