"""What somebody turns away or leaves open and is no claim: *brushed aside a question*, *dismissed the fine*.

Nothing is denied with it. The same where somebody is not blamed or not named, and where somebody has
*neither claimed nor denied* a thing. A verb without anything done (*as it promised to do*) says nothing,
and neither does what somebody bids others to suppose or asks without an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.sentences import Word

TURNING_AWAY = vocabulary(
    "brushed brushes brush brushing waved waves wave waving shrugged shrugs shrug shrugging played "
    "plays play playing scoffed scoffs scoff scoffing bristled bristles bristling bristle dismissed "
    "dismisses dismiss dismissing rejected rejects reject rejecting laughed laughs laughing disowned "
    "spurned spurns rebuffed sniffed downplayed downplays belittled belittles mocked mocks ridiculed "
    "derided"
)
"""Verbs by which a claim is turned away, and other things as well."""

NO_CLAIM = vocabulary(
    "question questions measure measures sanctions sanction decision decisions trial threat threats "
    "display mediation ruling verdict sentence move step inquiry investigation probe listing listings "
    "designation designations restrictions ban embargo tariffs talks visit ultimatum deadline pressure "
    "demand demands call calls request requests appeal appeals offer proposal proposals plan plans idea "
    "exercise exercises ceasefire resolution vote fine penalty penalties indictment lawsuit risk risks "
    "danger dangers concern concerns fears worries protest protests moves steps award invitation"
)
"""Heads of noun phrases of which nobody can say that they are true or not."""

LEFT_OPEN = vocabulary("blamed blame blames identified identify identifies named name names named")
TAKING = vocabulary("claimed claims claim confirmed confirm confirms admitted admits admit accepted accepts")
SUPPOSING = vocabulary("imagine suppose picture assume")
DOING = frozenset({"do", "so", "doing", "done"})


def is_no_claim(before: Sequence[Word], cue: Sequence[Word], some: Sequence[Word]) -> bool:
    """Whether what is read as denied is nothing that can be denied, or is left open; ``before`` the cue."""
    if not cue or not some or grammar.has_finite(some):
        return bool(cue) and _is_neither(before, cue)
    if _is_neither(before, cue):
        return True
    lows = {word.low for word in cue}
    if lows & LEFT_OPEN:
        return not {"of", "as", "for"} & {word.low for word in some}
    if not lows & TURNING_AWAY or {word.low for word in some[:4]} & listed("accusation"):
        return False
    return _head(some) in NO_CLAIM


def _head(some: Sequence[Word]) -> str:
    """The last noun before what hangs on it: *a question about P*, *the threat*."""
    nouns = [word for word in some if word.is_word]
    stop = next(
        (at for at, word in enumerate(nouns) if at and word.low in grammar.PREPOSITIONS | {"as"}), None
    )
    return nouns[: stop or len(nouns)][-1].low if nouns else ""


def _is_neither(before: Sequence[Word], cue: Sequence[Word]) -> bool:
    """*has neither claimed nor denied P*, *neither confirmed nor ruled out P*."""
    led = [word.low for word in (*before[-5:], *cue)]
    nor = next((at for at in range(len(led) - 1, 0, -1) if led[at] == "nor"), None)
    return nor is not None and "neither" in led[:nor] and bool(TAKING & set(led[:nor]))


def says_nothing(some: Sequence[Word]) -> bool:
    """*(as it promised) to do*, *Imagine that P*, *The question is whether P*: nothing that somebody says."""
    lows = [word.low for word in some[:8] if word.is_word]
    if not lows:
        return len(some) < 8
    if (
        len(some) < 5
        and all(low in DOING | {"to", "it", "just"} for low in lows)
        and not DOING.isdisjoint(lows)
    ):
        return True
    if lows[0] in SUPPOSING and lows[1:2] in (["that"], ["for"], ["a"], ["the"]):
        return True
    asked = lows[:3] in (
        ["the", "question", "is"],
        ["the", "question", "was"],
        ["the", "question", "remains"],
    )
    return asked and bool({"whether", "who", "how", "why", "what", "where", "if"} & set(lows[3:5]))
