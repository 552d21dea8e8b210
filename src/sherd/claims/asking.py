"""What a speaker asks for in their own words: *“We are asking X to P”*, *“I would like Y to Q”*.

An order or request in the first person is urged, and so is what a state is told that it has to do. A request
that was made before (*we asked X*) is told of, and asserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.claims.led_up import denies_claim
from sherd.claims.lexicon import Cue, cues, states, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Word
from sherd.claims.verbs import Group, main_verb

BIDDING = vocabulary("let stop end show prove release publish give return withdraw cease ask")
"""Verbs that open an order."""

WISHING = vocabulary("want need like wanting love prefer")
"""Verbs of wishing, which ask where somebody else is to do something."""

OWN = vocabulary("i we i'm we're i'd we'd")
DUTY = vocabulary("has have needs need")


def asks(some: Sequence[Word]) -> bool:
    """Whether words spoken in somebody's own voice ask for something."""
    if _bids(some):
        return True
    main = main_verb(some)
    if len(some) > 2 and some[0].low in {"i", "we"} and (main is None or main.first > 1):
        main = Group(1, 1)  # we demand that P: a noun as well
    if main is None or main.first > 3:
        return False
    if any(is_negation(word) for word in some[: main.verb + 1]):
        return False
    return _requests(some, main) or _obliges(some, main)


def _bids(some: Sequence[Word]) -> bool:
    """*“Let them ask who owns it”*, *“If P, show us the proof”*."""
    begins = 0
    opens = [word.low for word in some[:4]]
    if opens[:1] == ["please"] or opens == ["it", "is", "time", "for"]:
        return True
    if opens[:2] == ["let", "me"]:
        return False  # let me be clear
    if some and some[0].low == "if":
        begins = next((at + 1 for at, word in enumerate(some) if word.text == ","), 0)
        if not begins:
            return False
    return begins < len(some) and some[begins].low in BIDDING and len(some) > begins + 2


def _requests(some: Sequence[Word], main: Group) -> bool:
    """*we urge X to P*, *I am asking for P*, *we want X to P*; *we want to P* asks nobody."""
    if some[0].low not in OWN:
        return False
    at = main.verb
    after = [word.low for word in some[at + 1 : at + 12]]
    if some[at].low in WISHING:
        return "to" in after[1:]
    led = {word.low for word in some[main.first : at]}
    if "have" in led or "had" in led or not after:
        return False
    said = (cue for cue in spoken_at(some, at) if cue.act == "urge" and cue.form in {"base", "ing"})
    verb = next(said, None)
    if verb is None or verb.verb == "hope":
        return False
    after = after[len(verb.words) - 1 :]
    bids = "np" in verb.frames or bool({"to", "that", "for"} & set(after)) or "for" in verb.words
    return bids and after[:1] != [] and after[0] not in {"to", "about", "whether", "why"}


def spoken_at(some: Sequence[Word], at: int) -> Iterator[Cue]:
    """The ways of saying whose every word stands there, the longest first."""
    for cue in cues().get(some[at].low, ()):
        end = at + len(cue.words)
        if cue.verb == "tell" and cue.act == "urge":
            continue  # I can tell you that P
        if tuple(word.low for word in some[at:end]) == cue.words and denies_claim(some, end, cue):
            yield cue


def _obliges(some: Sequence[Word], main: Group) -> bool:
    """*“Berlin has to oblige exporters to P”*: of a state, what it has to do is asked of it."""
    subject = " ".join(word.low for word in some[: main.first]).removeprefix("the ")
    following = some[main.first + 1].low if main.first + 1 < len(some) else ""
    return subject in states() and some[main.first].low in DUTY and following == "to"
