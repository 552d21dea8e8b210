"""What somebody holds behind a colon, with no verb of saying in front of it.

*X's answer was short: P* · *X was blunt: P* · *X has another explanation: P* · *X went further: P* · *For X,
the case is clear: P* · *X made three points: P; Q; and R* · *X said two things: that P; that Q* · *P, X
said: Q*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.nominal import POSITIONS
from sherd.claims.reckoning import Reckoned
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Stretch
from sherd.claims.verbs import BE, Group, main_verb

CURT = vocabulary(
    "blunt clear adamant categorical emphatic firm unequivocal brief short curt terse simple succinct plain "
    "different certain sure convinced"
)
"""How somebody is, or an answer, in front of a colon."""

ANSWERS = POSITIONS | vocabulary("answer reply response line retort rebuttal word")
HELD = ANSWERS | vocabulary(
    "theory reading point points suspicion hypothesis guess arguments reasons opinion"
)
"""What somebody has, gives or comes to, in front of a colon."""

GIVING = vocabulary(
    "takes took take has had have holds held hold offers offered offer gives gave give makes made make came "
    "comes come reached reaches reach drew draws draw floated floats advances advanced proposed proposes"
)
IDIOMS = (
    ("went", "further"), ("goes", "further"), ("go", "further"), ("put", "it"), ("puts", "it"),
    ("sums", "it"), ("summed", "it"), ("see", "it"), ("sees", "it"), ("saw", "it"),
    ("left", "no"), ("leaves", "no"),
)  # fmt: skip
"""Two words with which a speaker is led in: *went further: P*, *sums it up: P*, *left no doubt: P*."""

DISAGREEING = vocabulary("disagree disagrees disagreed differ differs differed demurred")
COUNTED = vocabulary(
    "things points reasons findings conclusions facts allegations accusations charges claims"
)
FIRST = vocabulary("first second third fourth firstly secondly thirdly finally lastly one two three")
SHORTEST = 2
"""Words that a point has at least."""


@define
class BehindColons(Reckoned):
    """One sentence, and what stands in it behind a colon."""

    def _held_behind_colon(self) -> None:
        """Everything that is said so."""
        words = self.words
        colon = next((at for at in range(2, self.end - 2) if words[at].text == ":"), None)
        if colon is None or words[colon + 1].quoted or any(word.quoted for word in words[:colon]):
            return
        if self.found:
            self._counted_off(colon)
            self._said_on(colon)
        elif grammar.is_clause(words[colon + 1 : self.end]):
            source, first = self._answering(words[:colon])
            if source is not None:
                points = self._points(colon + 1)
                self.found += [Said(point, source, (first, colon)) for point in points]
                self.register.note(source)

    def _answering(self, led: Sequence[Word]) -> tuple[Entity | None, int]:
        """Who answers in front of the colon, and where the words begin that say so."""
        comma = next((at for at, word in enumerate(led[:8]) if word.text == ","), 0)
        if led[0].low == "for" and comma > 1:
            return describe(led[1:comma], self.register), comma + 1
        main = main_verb(tuple(led))
        noun = next((n for n, word in enumerate(led) if word.low in ANSWERS and n), None)
        if led[-1].low in DISAGREEING:
            return self._subject(len(led) - 1), len(led) - 1
        if main is None:  # X's response: P; the verdict of X: P
            last = noun is not None and (noun == len(led) - 1 or led[noun + 1].low == "of")
            return (self._holder(noun, len(led)), len(led) - 1) if last and noun is not None else (None, 0)
        if noun is not None and noun < main.first:
            told = led[main.first].low in BE and led[-1].low in CURT
            told = told or led[main.verb].low in {"came", "comes", "arrived"}
            return (self._holder(noun, main.first), main.first) if told else (None, 0)
        return (self._subject(main.first), main.first) if _leads_in(led, main) else (None, 0)

    def _points(self, first: int) -> Iterator[Stretch]:
        """The clauses between semicolons, without *and*, *first,* and *that*."""
        words, begin = self.words, first
        for at in range(first, self.end + 1):
            if at < self.end and (words[at].text != ";" or words[at].quoted):
                continue
            while begin < at and (words[begin].low in {"and", "that", ","} or _counts(words, begin)):
                begin += 1
            if at - begin > SHORTEST:
                yield begin, at
            begin = at + 1

    def _counted_off(self, colon: int) -> None:
        """*X said two things: that P; and that Q*."""
        for number, said in enumerate(self.found):
            first, last = said.content
            if first < colon < first + 4 and self.words[colon - 1].low in COUNTED and last > colon + 1:
                points = list(self._points(colon + 1))
                self.found[number : number + 1] = [evolve(said, content=point) for point in points]
                return

    def _said_on(self, colon: int) -> None:
        """*P, X said: Q*."""
        behind = next((each for each in self.found if each.from_left and each.cue), None)
        if behind is None or behind.cue is None or not behind.cue[1] <= colon <= behind.cue[1] + 3:
            return
        taken = any(each.content[1] > colon for each in self.found)
        if not taken and grammar.is_clause(self.words[colon + 1 : self.end]):
            self.found.append(evolve(behind, content=(colon + 1, self.end), from_left=False))


def _leads_in(led: Sequence[Word], main: Group) -> bool:
    """Whether the verb before the colon leads in what its subject holds."""
    rest = [word.low for word in led[main.verb + 1 :]]
    verb = led[main.verb].low
    if led[main.first].low in BE:
        return led[-1].low in CURT or rest[-2:] == ["no", "doubt"]
    if rest and (verb, rest[0]) in IDIOMS:
        return True
    own = not set(rest) & listed("document")
    return verb in GIVING and own and not HELD.isdisjoint(rest + [low.rstrip("s") for low in rest])


def _counts(words: Sequence[Word], at: int) -> bool:
    """*first,*, *secondly,* before a point."""
    return words[at].low in FIRST and at + 1 < len(words) and words[at + 1].text == ","
