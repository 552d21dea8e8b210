"""Who is named behind a quotation without a verb of saying: *“P,” was the verdict of X*.

The quotation is the subject of *be*, *go*, *come* or *run*, and the noun behind says that it is somebody's
words; also *“P,” is how X put it*. To add such a noun: a word in ``WORDS_OF``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import MARKS
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import POSSESSIVES, Word

BEING = vocabulary("was is were are went goes came comes ran runs")

WORDS_OF = vocabulary(
    "verdict conclusion view answer reply response assessment explanation message line word words version "
    "judgement judgment summary description comment comments opinion reaction refrain advice warning motto "
    "diagnosis finding retort rejoinder account take guess"
)
"""Nouns for what somebody says."""

PUTTING = vocabulary("put puts describes described sums summed sees saw explains explained remembers recalls")

_BEFORE_OWNER = vocabulary("of from by")
_OWN = vocabulary("his her its their")


def speaker_behind(words: Sequence[Word], end: int) -> tuple[int, int, int] | None:
    """Where the quotation ends, and the words ``[first, last)`` of whose it is; ``None`` where none is."""
    close = next((at for at in range(end) if not (words[at].quoted or words[at].text in MARKS)), end)
    if close < 3 or close >= end:
        return None
    verb = close + (words[close].text == ",")
    if verb + 2 >= end or words[verb].low not in BEING:
        return None
    stop = next((at for at in range(verb + 1, end) if words[at].text in {",", ";", ":", "—", "–"}), end)
    if words[verb + 1].low == "how":
        put = next((at for at in range(verb + 3, stop) if words[at].low in PUTTING), None)
        return (close, verb + 2, put) if put is not None else None
    noun = next((at for at in range(verb + 1, min(verb + 7, stop)) if words[at].low in WORDS_OF), None)
    if noun is None:
        return None
    if noun + 1 < stop and words[noun + 1].low in _BEFORE_OWNER:
        return close, noun + 2, stop
    if words[noun - 1].low in POSSESSIVES:
        return close, verb + 1, noun - 1
    owner = next((at for at in range(verb + 1, noun) if words[at].low in POSSESSIVES), None)
    if owner is not None:
        return close, verb + 1, owner
    return (close, verb + 1, verb + 2) if words[verb + 1].low in _OWN else None
