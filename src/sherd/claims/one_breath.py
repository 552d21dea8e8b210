"""Which clauses are said in one breath, and which of them says nothing by itself.

*They are arming P, and they know it* · *We were deceived and we reported it* · *took the matter seriously and
was looking into it* · *would “keep closing doors”*: a clause that names nothing new, how somebody takes the
inquiry, and a few borrowed words go with what stands beside them. What is denied is always by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.grammar import PERSONS
from sherd.claims.lexicon import one_word_deeds, vocabulary
from sherd.claims.negation import is_negated
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, main_verb

LONGEST = 7
"""Words of a clause that may name nothing new."""

_FILLING = (
    grammar.PRONOUNS
    | grammar.SUBJECTS
    | grammar.AUXILIARIES
    | grammar.ADVERBS
    | grammar.CONJUNCTIONS
    | grammar.NEGATIONS
    | vocabulary(
        "them him her us me himself itself themselves to so that it's they're we're we've much well no any"
    )
)
_VAGUE = vocabulary("reason time day way case matter thing something anything point")
_EMPTY = _FILLING | _VAGUE

INQUIRING = vocabulary(
    "cooperate cooperates cooperated cooperating co-operate co-operates co-operated co-operating look looks "
    "looking looked examine examines examining examined study studies studying studied review reviews "
    "reviewing reviewed investigate investigates investigating investigated regret regrets regretted deplore "
    "deplores deplored refer refers referred notified informed consulted comply complies complied complying"
)
"""Verbs for how somebody takes an inquiry: what they say of themselves, and nothing of the matter."""

_STANDING = vocabulary("aware touch contact familiar")
_TAKING = vocabulary("take takes took taking taken")
_TAKEN = vocabulary("seriously note")

FEELING = vocabulary(
    "concerned shocked horrified appalled surprised saddened dismayed alarmed outraged disappointed stunned "
    "astonished puzzled perplexed troubled disturbed grateful pleased sorry angry proud confident"
)
"""How somebody is who hears of it."""


def together(some: Sequence[Word], start: int, end: int, opens: int, last: int) -> bool:
    """Whether the clauses ``[start, end)`` and ``[opens, last)`` are one statement."""
    one, other = some[start:end], some[opens:last]
    if not one or not other or is_negated(tuple(other)) != is_negated(tuple(one)):
        return False
    if _names_nothing(other):
        return True
    bare = other[0].low not in grammar.SUBJECTS and grammar.finite_at(some, opens)
    led, follows = is_conduct(one), is_conduct(other)
    if tells_of_deed(other) and not follows:
        return False
    if bare and _borrows(other):
        return True
    if tells_of_deed(one) and not led:
        return False
    if bare and (led or follows):
        return True
    same = one[0].low == other[0].low and other[0].low in PERSONS and other[1].low not in {"will", "shall"}
    return same and len(other) <= min(LONGEST + 3, 2 * len(one))


def is_conduct(some: Sequence[Word]) -> bool:
    """Whether the clause only tells how somebody takes the inquiry: *it took the matter seriously*."""
    main = main_verb(tuple(some))
    if main is None or len(some) > LONGEST + 3:
        return False
    lows, verb = {word.low for word in some[main.verb :]}, some[main.verb].low
    if verb in BE and lows & (FEELING | _STANDING):
        return True
    return verb in INQUIRING | FEELING or (verb in _TAKING and bool(lows & _TAKEN))


def is_feeling(some: Sequence[Word]) -> bool:
    """*it was “horrified”*, *it was deeply concerned*: how the speaker is, and no more."""
    bare = [word for word in some if word.is_word and not grammar.is_adverb(word)]
    return len(bare) in {2, 3} and bare[0].low in PERSONS and bare[-1].low in FEELING


def _names_nothing(some: Sequence[Word]) -> bool:
    """*they know it*, *we have no reason to*: a verb of no deed and words that only point."""
    bare = [word for word in some if word.is_word]
    if len(bare) > LONGEST or not grammar.has_finite(some) or any(word.is_name for word in bare[1:]):
        return False
    if bare[0].low not in PERSONS or tells_of_deed(some) or {"will", "shall"} & {word.low for word in bare}:
        return False
    told = [word for word in bare if word.low not in _EMPTY and not grammar.is_adverb(word)]
    ends = bare[-1].low in _EMPTY or grammar.is_adverb(bare[-1])
    return ends and len(told) <= 1


def _borrows(some: Sequence[Word]) -> bool:
    """*would “keep closing doors”*: all that is said besides the first word is in quotation marks."""
    bare = [word for word in some if word.is_word]
    return len(bare) <= LONGEST and sum(word.quoted for word in bare) >= max(2, len(bare) - 4)


def tells_of_deed(some: Sequence[Word]) -> bool:
    """Whether the verb of the clause is a deed of the vocabulary."""
    main = main_verb(tuple(some))
    if main is None:
        return False
    deeds = one_word_deeds().get(some[main.verb].low, ())
    return any(deed.kind == "verb" and deed.action not in _MILD for deed in deeds)


_MILD = frozenset({"OTHER", "INSPECT", "CONSULT", "SUPPORT"})
"""Actions that tell of no dealing."""
