"""Negations of degree: *is hardly a supplier*, *there is little to suggest that P*.

What is hardly so is denied; what is hardly surprising is not, and *had hardly landed when Q* tells the time.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, Group

UNTIL_THEN = vocabulary("when before than until")
NO_LESS = vocabulary(
    "surprise surprising surprised secret coincidence accident new news matters need needs worth more "
    "better less clearer doubt question mystery"
)
"""What *hardly* denies nothing of: *is hardly surprising*, *could hardly be clearer*."""


def is_hardly(some: Sequence[Word], main: Group) -> bool:
    """*is hardly a supplier*, *had hardly sold a drone*; *had hardly landed when Q* is a matter of time."""
    for at in range(max(0, main.first - 1), min(main.verb + 2, len(some) - 2)):
        if some[at].low not in {"hardly", "scarcely"}:
            continue
        behind = [word.low for word in some[at + 1 : at + 6]]
        if (NO_LESS | grammar.TIMES) & set(behind[:3]) or UNTIL_THEN & {word.low for word in some[at + 1 :]}:
            return False
        named = {"a", "an", "any", "anything", "anybody", "anyone", "ever"} & set(behind[:3])
        return bool(named) or (some[main.first].low in BE and at > main.first and behind[0] == "the")
    return False


def little_shows(some: Sequence[Word], verb: int) -> bool:
    """*there is precious little to suggest that P*, *found little evidence that P*."""
    near = range(verb + 1, min(verb + 4, len(some) - 2))
    at = next((at for at in near if some[at].low in {"little", "scant"}), None)
    if at is None:
        return False
    behind = [word.low for word in some[at + 1 : at + 3]]
    return behind[0] in SHOWN or (
        behind[0] == "to" and behind[1] in {"suggest", "indicate", "show", "support"}
    )


SHOWN = vocabulary("evidence sign proof indication reason basis likelihood chance possibility prospect")
"""What there is little of where P is denied."""
