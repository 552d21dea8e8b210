"""What *the allegation*, *everything* and *no such delivery* are about: the deed that was told of before.

Who denies *the claims* denies what was claimed: the last deed that somebody else told of. A noun for a deed
that names nobody (*these transfers*, *any such sale*) goes with the last deed of its family, and takes
from it who did it, with what, and to whom. Where nothing was told before, nothing is put in.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from sherd.claims import grammar
from sherd.claims.lexicon import listed, states, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, main_verb
from sherd.model.statements import Action, Passage

POINTING = vocabulary(
    "it this that everything all such these those information report reports story stories account accounts "
    "figures rumours rumors insinuations insinuation rhetoric reporting coverage suggestion suggestions "
    "charge charges finding findings assertion assertions version narrative footage media"
)
"""Words that point back to what was said, beside the nouns for accusations."""

FAMILIES = {
    "SUPPLY": "SUPPLY", "STOP_SUPPLY": "SUPPLY", "INTEND_SUPPLY": "SUPPLY", "TRANSPORT": "SUPPLY",
    "PRODUCE": "PRODUCE", "INTEND_PRODUCE": "PRODUCE", "USE": "USE", "STOP_USE": "USE", "ATTACK": "ATTACK",
    "ACQUIRE": "ACQUIRE", "TRAIN": "TRAIN", "SUPPORT": "SUPPORT", "FUND": "FUND", "RELY": "RELY",
}  # fmt: skip
"""The deeds that somebody can be accused of, by their family."""

VERDICTS = vocabulary(
    "true false untrue wrong incorrect inaccurate baseless groundless unfounded fabricated fabrication "
    "lie lies "
    "invention inventions nonsense hoax fake propaganda slander slanderous absurd ridiculous laughable "
    "fiction "
    "reality disinformation misinformation unsubstantiated rejected denied concocted imaginary speculation "
    "falsehood falsehoods provocation provocations"
)
"""What is said of a claim that is denied."""

SUCH = vocabulary("such the these those this that any")
REACH = 8
"""How many of the latest deeds are looked at."""


@frozen
class Told:
    """A deed that a statement told of, and who told it."""

    prop: Action
    speaker: str


@define
class Deeds:
    """The deeds told of so far, the latest last."""

    told: list[Told] = field(factory=list)

    def note(self, prop: Action, speaker: str) -> None:
        """Remember a deed that somebody can be accused of."""
        if prop.action in FAMILIES and (prop.actor or prop.object or prop.recipient):
            self.told.append(Told(prop, speaker))

    def completed(
        self, prop: Action, words: Sequence[Word], speaker: str, party: str, denied: bool
    ) -> Action:
        """The proposition with what it leaves to the words before it."""
        if denied and prop.action in {"OTHER", "IDENTIFY_AS"} and points_back(words):
            before = self._accused(speaker, party, words)
            return prop if before is None else evolve(before, trigger=None, quantity=None, place=before.place)
        family = FAMILIES.get(prop.action)
        if family is None or (prop.actor and prop.object and prop.recipient):
            return prop
        before = self._last(family, prop, words, denied)
        if before is None:
            return prop
        return evolve(
            prop,
            actor=prop.actor or (before.actor if _is_noun(prop, words) or denied else None),
            object=prop.object or before.object,
            recipient=prop.recipient or (before.recipient if _goes_to(prop, before) else None),
        )

    def _accused(self, speaker: str, party: str, words: Sequence[Word]) -> Action | None:
        """What somebody else told of who denies it, else of anybody; of *Riga's account*, what Riga told."""
        others = [each for each in reversed(self.told[-REACH:]) if each.speaker != speaker]
        owners = {states()[word.low].name for word in words if word.low in states()}
        if owners:
            return next((each.prop for each in others if each.speaker in owners), None)
        named = [each.prop for each in others if each.prop.actor is not None]
        own = [prop for prop in named if prop.actor and prop.actor.name in {party, speaker}]
        deeds = [prop for prop in named if prop.action not in {"ATTACK", "RELY"}]
        return next(iter((*own, *deeds)), None)

    def _last(self, family: str, prop: Action, words: Sequence[Word], denied: bool) -> Action | None:
        """The last deed of the family that these words can go on with."""
        told = [each.prop for each in reversed(self.told[-REACH:])]
        some = [each for each in told if FAMILIES[each.action] == family]
        own = [each for each in some if prop.actor and each.actor and each.actor.name == prop.actor.name]
        return next((each for each in (*some[:1], *own) if _goes_on(prop, each, words, denied)), None)


_WRITTEN = vocabulary(
    "reading finding findings statistics statistic complaint publication study article conclusion conclusions"
)
"""What is denied as a whole, and not the one deed that was told of last."""


def points_back(words: Sequence[Word]) -> bool:
    """Whether the words only point to what was said: *the claims*, *the story is made up*, *everything*."""
    some = [word for word in words if word.is_word]
    if not some:
        return False
    main = main_verb(tuple(words))
    before = [word for word in words[: main.first] if word.is_word] if main is not None else some
    noun = any(word.low in listed("accusation") or word.low in POINTING for word in before)
    if before and before[-1].low in _WRITTEN and not any(word.low in states() for word in before):
        return False  # a study says more than one thing
    if not noun or len(before) > 6:
        return False
    if main is None:
        return len(some) <= 5
    after = {word.low for word in words[main.first :]}
    return words[main.first].low in BE | {"has", "have", "had", "amount", "amounts"} and bool(
        after & VERDICTS
    )


def _goes_to(prop: Action, before: Action) -> bool:
    """Whether who got it before gets it now: where a ship sailed to is nobody who is supplied."""
    return before.action != "TRANSPORT" or prop.action == "TRANSPORT"


def _goes_on(prop: Action, before: Action, words: Sequence[Word], denied: bool) -> bool:
    """Whether a deed is the one told of before: the same doer, a noun without one, a thing pointed at."""
    if prop.actor and before.actor and prop.actor.name != before.actor.name:
        return False
    if prop.recipient and before.recipient and prop.recipient.name != before.recipient.name:
        return False
    return denied or _is_noun(prop, words) or _is_pointed_at(prop, words)


def _is_noun(prop: Action, words: Sequence[Word]) -> bool:
    """Whether the deed is told by a noun that names nobody."""
    at = _at(prop.trigger, words)
    if at is None:
        return False
    before = words[at - 1].low if at else ""
    return (
        not grammar.finite_at(words, at)
        and (before in SUCH or at == 0 or before.endswith("al"))
        and not (words[at].low.endswith(("ing", "ed")))
    )


def _is_pointed_at(prop: Action, words: Sequence[Word]) -> bool:
    """Whether the thing is *the missiles*, *them*, *such drones*."""
    if prop.object is None:
        return False
    at = _at(prop.object.span, words)
    if at is None:
        return True
    return words[at].low in {"them", "it"} or (at > 0 and words[at - 1].low in SUCH - {"any"})


def _at(span: Passage | None, words: Sequence[Word]) -> int | None:
    if span is None:
        return None
    return next((at for at, word in enumerate(words) if word.start == span.start), None)
