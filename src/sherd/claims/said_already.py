"""What a speaker adds to an own claim of the same sentence and what is no further claim.

*X confirmed P but would not say how many* · *X said it was “shocked” and insisted that P* · *X rejected the
report, describing it as “fiction”*: how much X leaves out, how X feels, and the verdict on what X has just
denied. Alone in a sentence each of them is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import one_breath, silences
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said

_THAT = frozenset({"it", "them", "this", "that", "these", "those"})


def without(words: Sequence[Word], found: Sequence[Said]) -> list[Said]:
    """The claims of a sentence without what only goes with one of the same speaker's."""
    if len(found) < 2:
        return list(found)
    return [one for number, one in enumerate(found) if not _goes_with(words, found, number)]


def _goes_with(words: Sequence[Word], found: Sequence[Said], number: int) -> bool:
    one = found[number]
    own = [each for n, each in enumerate(found) if n != number and _name(each) == _name(one) != ""]
    if not own:
        return False
    some = words[one.content[0] : one.content[1]]
    before = [each for each in own if each.cue and one.cue and each.cue[0] < one.cue[0]]
    if one.no_comment or _is_silence(some):
        return any(each.content[0] < (one.cue or one.content)[0] for each in before)
    if one.polarity == "assert" and one_breath.is_feeling(some):
        return any(not each.no_comment for each in own)
    return _judges_again(some, one) and any(each.polarity == "deny" for each in own)


def _is_silence(some: Sequence[Word]) -> bool:
    """*it would not discuss P*, *it does not comment on P*."""
    lows = [word.low for word in some[:5] if word.is_word]
    helped = lows[1:3] in (
        ["would", "not"],
        ["could", "not"],
        ["did", "not"],
        ["does", "not"],
        ["will", "not"],
    )
    return (
        helped and lows[3:4] != [] and lows[3] in silences.DISCLOSING - {"take", "get", "go", "be", "share"}
    )


def _judges_again(some: Sequence[Word], one: Said) -> bool:
    """*describing it as “fiction”*: a verdict on what a pronoun stands for."""
    led = len(some) > 1 and some[0].low in _THAT and (some[1].low == "as" or not some[1].is_word)
    return one.polarity == "deny" and led


def _name(said: Said) -> str:
    return said.source.speaker.name if said.source else ""
