"""What somebody denies to whom it is put: *X shook his head when asked whether P*.

*“Nonsense,” X said when told that P* · *“It's a lie,” said X, when it was put to her that P* · *“Untrue,” X
said of reports that P*: the answer is a no or a bad name, and what it is about stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.denials import FALSE
from sherd.claims.grammar import MARKS
from sherd.claims.judged_claims import CLAIMED
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.repudiations import Repudiations
from sherd.claims.sentences import Word
from sherd.claims.short_answers import short_answer
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.stance import is_bare_denial
from sherd.claims.verbs import main_verb

ASKING = vocabulary("asked pressed questioned told informed confronted put challenged quizzed suggested")
NAY = vocabulary("no negative nope never")
SAYING = vocabulary("said says replied replies wrote answered commented")
FAR = 9


@define
class PutTo(Repudiations):
    """One sentence, and what in it somebody is asked, told or faced with, and denies."""

    def _repudiated(self) -> None:
        """What is denied by a noun or a name; then what is put to somebody."""
        Repudiations._repudiated(self)
        lows = vocabulary_of(self.words)
        faced = bool(lows & ASKING) and not lows.isdisjoint({"when", "after"})
        if faced or ("that" in lows and lows & SAYING and lows & CLAIMED and self.words[0].text in MARKS):
            self._when_asked()

    def _when_asked(self) -> None:
        """*X shook his head when asked whether P*, *“Rubbish,” X said of the claim that P*."""
        words = self.words
        for at in range(2, self.end - 4):
            opens = self._opens(at)
            if opens is None or words[at].quoted:
                continue
            led = words[:at]
            if words[at].low != "of":
                self.found = [each for each in self.found if each.content[0] != at]  # a question says nothing
            told = tuple([word for word in led if not word.quoted])
            main = main_verb(told)
            if main is None or not _is_nay(led):
                continue
            shook = next((n for n, word in enumerate(led) if word.low == "shook"), None)
            verb = shook if shook is not None else led.index(told[main.first])
            source = self._subject(verb) if shook is not None else self._asked_one(verb)
            if source is None:
                continue
            self.found = [each for each in self.found if not (each.cue and each.cue[0] < opens)]
            self._deny((opens, self.end), source, (verb, at))
            return

    def _opens(self, at: int) -> int | None:
        """Where P begins behind *when asked whether*, *when it was put to him that*, *of reports that*."""
        words = self.words
        if words[at].low in {"when", "after"}:
            near = range(at + 1, min(at + FAR, self.end - 2))
            asked = next((n for n in near if words[n].low in ASKING and not words[n].quoted), None)
            if asked is None or any(words[n].text == "," for n in range(at + 1, asked)):
                return None
            behind = range(asked + 1, min(asked + FAR, self.end - 2))
            link = next((n for n in behind if words[n].low in {"whether", "if", "that"}), None)
            if link is not None:
                return link + 1
            plain = words[asked].low in {"told", "suggested"} and asked + 3 < self.end
            return asked + 1 if plain else None
        if words[at].low not in {"of", "about"} or words[at - 1].quoted or not self._behind_verb(at):
            return None
        near = range(at + 1, min(at + FAR + 4, self.end - 2))
        that = next((n for n in near if words[n].low == "that"), None)
        led = {word.low for word in words[at + 1 : that]} if that is not None else set()
        return that + 1 if that is not None and led & (CLAIMED | listed("accusation")) else None

    def _behind_verb(self, at: int) -> bool:
        """*“Lies,” said X of reports that P*: whether the verb stands a few words before."""
        near = self.words[max(0, at - 6) : at]
        return any(word.low in SAYING and not word.quoted for word in near)

    def _asked_one(self, verb: int) -> Entity | None:
        """Who answers: *“No,” X said when asked*, *“No,” said X when asked*."""
        before = self.words[verb - 1] if verb else None
        if before is None or before.quoted or not before.is_word:
            return describe(self._right_subject(verb + 1), self.register)
        return self._subject(verb)


def _is_nay(led: Sequence[Word]) -> bool:
    """Whether what stands before is a no: a shaken head, a word, a short quotation, a bad name."""
    lows = [word.low for word in led if word.is_word]
    if ("shook" in lows and lows[-1:] == ["head"]) or set(lows[-1:]) & NAY:
        return True
    answer = tuple([word for word in led if word.quoted])
    if not answer:
        return False
    quoted = [word.low for word in answer if word.is_word]
    short = short_answer(answer) is True or is_bare_denial(answer)
    called = quoted[:1] != [] and (quoted[0] in FALSE or quoted[0].split("'")[0] in {"it", "that", "this"})
    bad = bool(FALSE & set(quoted[:4])) and "not" not in quoted[:4]
    return short or (called and bad) or (len(quoted) < 4 and quoted[-1:] != [] and quoted[-1] in FALSE)
