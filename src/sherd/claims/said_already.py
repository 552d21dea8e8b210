"""What a speaker adds to an own claim of the same sentence and what is no further claim.

*X confirmed P but would not say how many* · *X said it was “shocked” and insisted that P* · *X rejected the
report, describing it as “fiction”*: how much X leaves out, how X feels, and the verdict on what X has just
denied. Alone in a sentence each of them is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar, one_breath, silences
from sherd.claims.denials import POINTERS
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said


def without(words: Sequence[Word], found: Sequence[Said]) -> list[Said]:
    """The claims of a sentence without what only goes with one of the same speaker's."""
    if len(found) < 2:
        return list(found)
    return [one for number, one in enumerate(found) if not _goes_with(words, found, number)]


def _goes_with(words: Sequence[Word], found: Sequence[Said], number: int) -> bool:
    one = found[number]
    own = [each for n, each in enumerate(found) if n != number and name(each) == name(one) != ""]
    if _only_names(words, one):
        return True
    if not own:
        return False
    if one.polarity == "assert" and _is_aside(words, one, own):
        return True
    some = words[one.content[0] : one.content[1]]
    before = [each for each in own if each.cue and one.cue and each.cue[0] < one.cue[0]]
    if one.no_comment or _is_silence(some):
        return any(each.content[0] < (one.cue or one.content)[0] for each in before)
    if one.polarity == "assert" and one_breath.is_feeling(some):
        return any(not each.no_comment for each in own)
    return _judges_again(some, one) and any(each.polarity == "deny" for each in own)


def _only_names(words: Sequence[Word], one: Said) -> bool:
    """*the motor, which it calls the “Falcon”*: a name."""
    if (
        one.cue is None
        or words[one.cue[1] - 1].low not in _NAMING
        or one.content[1] - one.content[0] > LONGEST
    ):
        return False
    led = words[max(0, one.cue[0] - 4) : one.cue[0]]
    some = [word for word in words[one.content[0] : one.content[1]] if word.is_word]
    named = all(word.quoted or word.is_name or word.low in {"the", "a"} for word in some)
    return named and bool({"which", "whom", "what"} & {word.low for word in led})


_NAMING = frozenset({"call", "calls", "called", "dub", "dubs", "dubbed", "name", "named", "names"})
LONGEST = 6
"""Words of a name, with its marks."""


def _is_aside(words: Sequence[Word], one: Said, own: Sequence[Said]) -> bool:
    """*X, briefing reporters ahead of P, predicted Q*: what X was doing, between two commas."""
    if one.cue is None or not words[one.cue[1] - 1].low.endswith("ing") or words[one.cue[0] - 1].text != ",":
        return False
    for each in own:
        verb = each.cue[0] if each.cue is not None else 0
        if one.cue[0] < verb < one.content[1] or one.from_left:
            comma = verb - 1 - grammar.is_adverb(words[verb - 1])
            led = words[one.cue[1] : comma]
            return words[comma].text == "," and verb > one.cue[1] and not grammar.has_finite(led)
    return False


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
    return helped and lows[3:4] != [] and lows[3] in _KEPT_BACK


_KEPT_BACK = silences.DISCLOSING - {"take", "get", "go", "be", "share"}


def _judges_again(some: Sequence[Word], one: Said) -> bool:
    """*describing it as “fiction”*: a verdict on what a pronoun stands for."""
    led = len(some) > 1 and some[0].low in POINTERS and (some[1].low == "as" or not some[1].is_word)
    return one.polarity == "deny" and led


def name(said: Said) -> str:
    """Who says it; empty where nobody is found."""
    return said.source.speaker.name if said.source else ""
