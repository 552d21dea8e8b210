"""Clauses whose verb or adjective says no by itself: *rules out that P*, *lacked any P*, *is unrelated to P*.

None holds a *not*, and each denies: that a thing was so (*the date rules out that P*, *the photographs
disprove the claim that P*), that it was there (*was absent from the wreck*), that it belongs to another (*was
unconnected with Q*), or that it can have been (*can hardly have come from P*).
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.lexicon import adjectives, listed, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, Group, main_verb

APART = {
    "to": vocabulary("unrelated unconnected alien"),
    "with": vocabulary("unconnected incompatible irreconcilable"),
    "from": vocabulary("absent missing"),
    "of": vocabulary("incapable devoid ignorant free bereft"),
}
"""Adjectives behind *is* that deny, by the word behind them."""

NOT_THERE = vocabulary("missing free")
"""Those of them that deny only where the whole of something is meant: *was free of any P*."""

EXCLUDING = vocabulary(
    "rules ruled excludes excluded precludes precluded disproves disproved disprove refutes refuted refute "
    "belies belied debunks debunked contradicts contradicted contradict exclude preclude rule demolishes "
    "demolished invalidates invalidated"
)
"""Verbs by which a fact says no to a claim."""

POSSIBLE = vocabulary(
    "possibility chance version theory hypothesis idea notion view scenario explanation account story thesis "
    "narrative lie"
)
"""What is ruled out, beside a claim."""

HARDLY = vocabulary("hardly scarcely barely")
MODAL = vocabulary("can could would will")
THINKABLE = vocabulary(
    "possible likely conceivable credible plausible believable imaginable probable true thinkable"
)

LACKING = vocabulary("lack lacks lacked lacking")
WHOLE = vocabulary("any all even every")


def says_no(some: Sequence[Word]) -> bool:
    """Whether the main verb of the words, or the adjective behind it, denies without a negation."""
    main = main_verb(some)
    if main is None or any(is_negation(word) for word in some[main.first : main.verb + 1]):
        return False
    lows = [word.low for word in some[main.first : main.first + 9]]
    if some[main.verb].low in LACKING:
        return bool(WHOLE & {word.low for word in some[main.verb + 1 : main.verb + 3]})
    return _is_apart(lows) or _rules_out(some, main) or _can_hardly(lows)


def _is_apart(lows: Sequence[str]) -> bool:
    """*was unrelated to P*, *has been absent from P*, *is wholly devoid of P*."""
    if lows[0] not in BE and "been" not in lows[1:3]:
        return False
    for at in range(1, min(5, len(lows) - 1)):
        if lows[at] in APART.get(lows[at + 1], ()):
            behind = lows[at + 2 : at + 4]
            return lows[at] not in NOT_THERE or bool((WHOLE | adjectives()) & set(behind))
    return False


def _rules_out(some: Sequence[Word], main: Group) -> bool:
    """*rules out that P*, *disproves the claim that P*, *leaves no room for the version that P*."""
    lows = [word.low for word in some[main.verb : main.verb + 8]]
    if lows[0] in {"leaves", "left", "leave"} and lows[1:4] == ["no", "room", "for"]:
        return not {"doubt", "error", "argument", "ambiguity"} & set(lows[4:7])
    if lows[0] not in EXCLUDING or (lows[0].startswith("rule") and lows[1:2] != ["out"]):
        return False
    behind = lows[1 + (lows[1:2] == ["out"]) :]
    return behind[:1] == ["that"] or bool((POSSIBLE | listed("accusation")) & set(behind[:4]))


def _can_hardly(lows: Sequence[str]) -> bool:
    """*can hardly have come from P*, *is scarcely possible that P*."""
    at = next((at for at, low in enumerate(lows[:4]) if low in HARDLY), None)
    if at is None or at + 1 >= len(lows):
        return False
    if lows[at + 1] in THINKABLE:
        return lows[0] in BE
    if not MODAL & set(lows[:at]) or lows[at + 1] not in {"have", "be"}:
        return False
    near = lows[at + 2 : at + 4]  # could hardly be clearer, more serious: how much, not that it is not so
    return not any(low in {"more", "less", "better", "worse"} for low in near) and not (
        near[:1] != [] and near[0].endswith("er")
    )
