"""What somebody undertakes to do: *pledged to do P*, *we will find them*, *we will not accept that P*.

Whoever speaks and says of themselves that they *will* has given their word; of anybody else it is a
forecast. A deed that the tables know stays that deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import PARTICIPLES
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, Group

PROMISING = vocabulary(
    "promise promises promised promising pledge pledges pledged pledging vow vows vowed vowing undertake "
    "undertakes undertook undertaken undertaking swear swore sworn commit commits committed"
)
"""Forms of verbs of giving one's word."""

MEANS = vocabulary("tool tools means lever levers measure measures instrument instruments option options")
"""What is used in a manner of speaking: *we will use every means*."""

_WILL = vocabulary("will shall won't we'll i'll they'll it'll would")
_REFUSED = vocabulary("accept tolerate allow permit rest hesitate let forget forgive stand")
"""What one will not do, and so undertakes something: *we will not accept that P*."""

_BECOMES = BE | vocabulary("become have see continue need know get like love prefer cost seem say deny call")
_FORCED = vocabulary("forced obliged compelled bound")


def is_promised(cue: str) -> bool:
    """Whether the words of saying are those of a promise.

    >>> is_promised("has pledged to"), is_promised("said")
    (True, False)
    """
    return bool(PROMISING & set(cue.lower().split()))


def gives_word(words: Sequence[Word], main: Group | None) -> bool:
    """Whether the clause, of the speaker's own doing, says that it *will* be done."""
    if main is None or main.verb >= len(words):
        return False
    lows = [word.low for word in words[main.first : main.verb + 1]]
    if not _WILL & set(lows[:2]) or words[main.verb].low in _BECOMES:
        return False
    if {"not", "never", "won't"} & set(lows):
        return words[main.verb].low in _REFUSED
    passive = bool(BE & set(lows[:-1])) and (lows[-1].endswith("ed") or lows[-1] in PARTICIPLES)
    return not passive or lows[-1] in _FORCED
