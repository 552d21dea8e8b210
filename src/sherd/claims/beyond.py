"""What is beyond what could be, and so denied: *too heavy to have come from P*, *the last thing to do is P*.

None of these holds a negation. What is too early to say, too many to count or too damaged to be read is only
not known, and no deed is denied by it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.lexicon import adjectives, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Word
from sherd.claims.undone import MADNESS, is_done
from sherd.claims.verbs import BE

COMING = vocabulary(
    "come came reach reached flown fly hit launched belong fit carry carried travel travelled exist"
)
"""Verbs beside those of deeds that a thing too large, too old or too far cannot have done."""

NIL = vocabulary("nil zero nought naught nonexistent non-existent")

SHARED = vocabulary("common resemblance similarity likeness")

MAD = MADNESS | vocabulary("mad fools fool stupid idiots lunatics")


def is_beyond(some: Sequence[Word]) -> bool:
    """Whether the words deny in one of these ways."""
    words = vocabulary_of(some)
    if _SIGNS.isdisjoint(words):
        return False
    return any(way(some) for way, signs in _WAYS if not signs.isdisjoint(words))


def _too(some: Sequence[Word]) -> bool:
    """*was too heavy to have been launched from P*, *is too short for it to have come from P*."""
    lows = lows_of(some)
    too = lows.index("too")
    if any(is_negation(word) for word in some[:too]) or "if" in lows[:too]:
        return False
    to = next((at for at in range(too + 2, min(too + 9, len(lows) - 1)) if lows[at] == "to"), None)
    if to is None or (to > too + 2 and "for" not in lows[too + 2 : to]):
        return False
    verb = to + 1
    while verb < len(lows) - 1 and lows[verb] in {"have", "be", "been", "even", "ever"}:
        verb += 1
    return is_done(lows[verb]) or lows[verb] in COMING


def _last_thing(some: Sequence[Word]) -> bool:
    """*The last thing we would do is P*, *Arming P was the last thing on our minds*."""
    joined = " ".join(lows_of(some))
    return "last thing" in joined and any(
        f" {low} " in joined for low in ("would", "d", "mind", "minds", "want")
    )


def _as_absurd(some: Sequence[Word]) -> bool:
    """*is as Kenyan as I am Chinese*, *about as Kenyan as the Eiffel Tower*, *no more Kenyan than I am*."""
    lows = lows_of(some)
    for at in range(1, len(lows) - 3):
        more = lows[at : at + 2] == ["no", "more"] and "than" in lows[at + 3 : at + 6]
        if more and lows[at - 1] in BE:
            return lows[at + 2] in adjectives()
        if lows[at] == "as" and lows[at + 1] in adjectives() and lows[at + 2] == "as":
            if lows[at - 1] == "about":
                return True
            return lows[at + 3] in {"i", "you", "we", "he", "she", "they"} and not is_negation(some[at - 1])
    return False


def _out_of_mind(some: Sequence[Word]) -> bool:
    """*We would be out of our minds to P*, *we'd be mad to P*."""
    lows = lows_of(some)
    be = next((at for at in range(1, min(5, len(lows) - 3)) if lows[at] == "be"), None)
    to = next((at for at in range(2, min(12, len(lows) - 1)) if lows[at] == "to"), None)
    if be is None or to is None or to < be or not ("would" in lows[:be] or lows[be - 1].endswith("'d")):
        return False
    held = lows[be + 1 : to]
    return (
        bool(MAD & set(held)) or ("out" in held and bool({"mind", "minds"} & set(held)))
    ) and "not" not in held


def _still_waiting(some: Sequence[Word]) -> bool:
    """*I am still waiting to see a single P*, *We still await any proof that P*."""
    lows = lows_of(some)
    at = next(
        (at for at in range(1, min(7, len(lows) - 1)) if lows[at] in {"waiting", "await", "awaiting"}), None
    )
    return at is not None and "still" in lows[:at] and bool({"single", "any", "one"} & set(lows[at:]))


def _is_nil(some: Sequence[Word]) -> bool:
    """*exports of P were nil*, *sales to Q amounted to zero*."""
    lows = lows_of(some)
    told = lows[-2] in BE or lows[-3:-1] == ["amounted", "to"] or lows[-3:-1] == ["been"]
    return lows[-1] in NIL and told and not any(is_negation(word) for word in some)


def _little_shared(some: Sequence[Word]) -> bool:
    """*had little in common with P*, *bears little resemblance to P*."""
    lows = lows_of(some)
    at = lows.index("little")
    return bool(SHARED & set(lows[at + 1 : at + 3])) and not any(is_negation(word) for word in some[:at])


def _hard_to_believe(some: Sequence[Word]) -> bool:
    """*I find it hard to believe that P*, *It is hard to see how P*."""
    lows = lows_of(some)
    near = range(2, min(9, len(lows) - 3))
    at = next((at for at in near if lows[at] in {"hard", "difficult"}), None)
    if at is None or lows[at + 1] != "to" or any(is_negation(word) for word in some[:at]):
        return False
    told = lows[at + 2] in {"believe", "credit", "imagine"} and lows[at + 3] in {"that", "how"}
    return told or (lows[at + 2] == "see" and lows[at + 3] == "how")


_WAYS: tuple[tuple[Callable[[Sequence[Word]], bool], frozenset[str]], ...] = (
    (_too, frozenset({"too"})),
    (_last_thing, frozenset({"last"})),
    (_as_absurd, frozenset({"as", "more"})),
    (_out_of_mind, MAD | frozenset({"mind", "minds"})),
    (_still_waiting, frozenset({"still"})),
    (_is_nil, NIL),
    (_little_shared, frozenset({"little"})),
    (_hard_to_believe, frozenset({"hard", "difficult"})),
)
"""Ways of saying that P is beyond what could be, each with words of which a clause that does so holds one."""

_SIGNS = frozenset().union(*(signs for _, signs in _WAYS))
