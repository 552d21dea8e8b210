"""Denials told at the end of a clause, or by what else is so: *…, and we didn't*, *did so without us*.

What might have been done and was not, what whoever did it did alone, and what a mark tells that it cannot be.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negated, is_negation
from sherd.claims.sentences import Word
from sherd.claims.verbs import main_verb

MIGHT = vocabulary(
    "would could might may should able free asked ask asks say says said claim claims claimed told "
    "think thinks thought accused accuse supposed expected offered chance alleged alleges suggested "
    "suggests whether"
)
"""Words of a clause that says P only as something possible, or as somebody else's."""

ALONE = vocabulary("us me our my its their his her")
HELP = vocabulary(
    "knowledge consent approval help blessing involvement licence license permission assistance support "
    "say-so"
)

INFERRING = vocabulary(
    "tells told means meant implies implied proves proved suggests suggested indicates indicated "
    "confirms confirmed"
)
HEARERS = frozenset({"you", "us", "me"})
POINTING = vocabulary("this that these those it they which such")


def denies_at_end(some: Sequence[Word]) -> bool:
    """Whether the words deny in one of these ways."""
    if len(some) < 4:
        return False
    words = vocabulary_of(some)
    if "without" in words and _without_us(some):
        return True
    if not INFERRING.isdisjoint(words) and _tells_not(some):
        return True
    return _ends_in_nay(some) or (words >= _NEVER and _never_was(some))


def _ends_in_nay(some: Sequence[Word]) -> bool:
    """*We could have sold them P, and we didn't*; *They say we sold P, but we did not*."""
    last = some[-1].low if some[-1].is_word else some[-2].low
    if last not in {"not", "never"} and not last.endswith("n't"):
        return False
    near = range(max(3, len(some) - 5), len(some) - 1)
    at = next((n for n in near if some[n].low in {"and", "but", "yet"}), None)
    if at is None or some[at + 1].low not in grammar.PERSONS | {"that", "this", "there"}:
        return False
    tail = some[at + 2 :]
    nay = any(is_negation(word) for word in tail)
    short = all(word.low in grammar.AUXILIARIES or is_negation(word) or not word.is_word for word in tail)
    return nay and short and not MIGHT.isdisjoint(word.low for word in some[:at])


_NEVER = frozenset({"that", "never"})
BEING = vocabulary("was were happened existed occurred took been")


def _never_was(some: Sequence[Word]) -> bool:
    """*accused of a sale that never was*, *spoke of an attack that never took place*."""
    lows = [word.low for word in some if word.is_word]
    for back in (3, 4):
        if lows[-back : -back + 2] == ["that", "never"] and lows[-back + 2] in BEING:
            return lows[-back - 1] not in {"said", "say", "says"} and (back == 3 or lows[-1] == "place")
    return False


def _without_us(some: Sequence[Word]) -> bool:
    """*Whoever put it there did so without us*, *if P, it was without our knowledge*."""
    lows = lows_of(some)
    if lows[0] not in {"whoever", "if", "whatever"} or any(is_negation(word) for word in some):
        return False
    at = lows.index("without")
    behind = lows[at + 1 : at + 4]
    return (
        at > 3 and bool(ALONE & set(behind[:1])) and (behind[0] in {"us", "me"} or bool(HELP & set(behind)))
    )


def _tells_not(some: Sequence[Word]) -> bool:
    """*The mark tells you that X never made it*, *the date meant that it could not be theirs*."""
    main = main_verb(some)
    if main is None or some[main.verb].low not in INFERRING or main.verb + 4 > len(some):
        return False
    if any(is_negation(word) for word in some[main.first : main.verb]):
        return False
    opens = main.verb + 1 + (some[main.verb + 1].low in HEARERS)
    if some[main.verb].low in {"tells", "told"} and opens == main.verb + 1:
        return False
    rest = tuple(some[opens + (some[opens].low == "that") :])
    if any(word.low == "longer" for word in rest):
        return False  # suggests that it no longer relies on P
    if some[0].low in POINTING:
        told = some[main.verb].low in {"tells", "told"} and any(is_negation(word) for word in rest)
        if not told:
            return False  # it means that nobody asked
    return grammar.is_clause(rest) and is_negated(rest)
