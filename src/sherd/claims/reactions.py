"""Set words by which somebody denies what was said just before, and that name nothing of it.

*Kyiv says P. Ankara begs to differ.* · *…; Minsk would have none of it* · *Its answer was a flat no*. What is
denied is found where what a bare verdict is about is found (:mod:`sherd.claims.pointing`); where nothing was
said before, nothing is stated.

To add such words: a line in ``DENYING``, without the auxiliaries.
"""

from __future__ import annotations

from attrs import define

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.nominal import POSITIONS
from sherd.claims.put_to import PutTo
from sherd.claims.subjects import Said
from sherd.claims.verbs import BE

DENYING = tuple(
    tuple(each.split())
    for each in (
        "begs to differ", "beg to differ", "begged to differ", "have none of it", "has none of it",
        "had none of it", "having none of it", "hear of it", "hearing of it", "disagrees", "disagreed",
        "disagree", "demurred", "demurs", "scoffed", "scoffs", "scoff", "snorted",
        "takes the opposite view", "took the opposite view", "sees it differently", "denies as much",
        "denied as much", "tells a different story", "told a different story",
    )
)  # fmt: skip
"""What somebody does who denies what was said, up to the end of the clause."""

_OPENING = frozenset(words[0] for words in DENYING)
_RARE = vocabulary(
    "differ none hear hearing disagrees disagreed disagree demurred demurs scoffed scoffs scoff snorted "
    "opposite differently denies denied different"
)
"""Words of which each line of ``DENYING`` holds one."""
NEEDS_NOT = frozenset({("hear", "of", "it"), ("hearing", "of", "it")})
FLAT = vocabulary("a an flat curt firm short clear categorical resounding emphatic simple plain blunt")
NO = frozenset({"no", "nyet", "nein"})


@define
class Reactions(PutTo):
    """One sentence, and what in it only reacts to what was said before."""

    def _reacted(self) -> None:
        """Every such reaction, where nobody is read to say it yet."""
        lows = vocabulary_of(self.words)
        if not lows.isdisjoint(_RARE):
            self._set_words()
        if lows & NO and lows & POSITIONS:
            self._flat_no()

    def _set_words(self) -> None:
        words = self.words
        for at in range(1, self.end):
            if words[at].low not in _OPENING or words[at].quoted:
                continue
            phrase = next((each for each in DENYING if self._lows(at, at + len(each)) == each), None)
            if phrase is None or not self._ends_clause(at + len(phrase)):
                continue
            first = self._group_first(at)
            negated = any(is_negation(word) for word in words[first:at])
            source = self._subject(first) if negated is (phrase in NEEDS_NOT) else None
            if source is None or self._taken(at):
                continue
            stretch = (at, at + len(phrase))
            self.found = [each for each in self.found if each.cue is None or at not in range(*each.cue)]
            self.found.append(Said(stretch, source, stretch, "deny", "deny"))
            self.register.note(source)

    def _flat_no(self) -> None:
        """*The firm's answer was a flat no*, *its reply was “no”*."""
        words = self.words
        for at in range(3, self.end):
            if words[at].low not in NO or not self._ends_clause(at + 1):
                continue
            verb = at - 1
            while verb > 1 and (words[verb].low in FLAT or words[verb].text in grammar.MARKS):
                verb -= 1
            noun = next((n for n in range(verb - 1, 0, -1) if words[n].low in POSITIONS), None)
            source = self._holder(noun, verb) if noun is not None and words[verb].low in BE else None
            if source is None or any(each.content[0] <= at < each.content[1] for each in self.found):
                continue
            self.found.append(Said((at, at + 1), source, (at, at + 1), "deny", "deny"))
            self.register.note(source)
            return

    def _lows(self, first: int, last: int) -> tuple[str, ...]:
        return tuple([word.low for word in self.words[first:last]])

    def _ends_clause(self, at: int) -> bool:
        """Whether nothing but a sign or a joint stands behind."""
        if at >= self.end:
            return True
        behind = self.words[at]
        return behind.text != ":" and (not behind.is_word or behind.low in grammar.CONJUNCTIONS)
