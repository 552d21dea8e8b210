"""Two that make an assertion: *nothing has stopped X from doing P*, *never wavered in its view that P*.

A verb or a noun that holds something back, negated, holds nothing back: what was not prevented may have been
done, what nobody was surprised at was so. Where *that P* stands behind, P is what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, once, vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negated, is_negation
from sherd.claims.sayers import PUT, Weighed
from sherd.claims.sentences import Word
from sherd.claims.verbs import main_verb

NAY = vocabulary("nowhere no not never nothing nobody none neither no-one few little n't cannot hardly nor")

NEGATED = NAY | vocabulary(
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't "
    "couldn't shouldn't"
)
"""Words of negation, with those that are drawn together."""

PREVENTING = vocabulary(
    "stop stops stopped stopping prevent prevents prevented keep keeps kept hinder hindered deter "
    "deterred dissuade dissuaded discourage discouraged bar barred save saved spare spared"
)
"""Verbs that, negated, hold back nothing: *did not prevent X from doing P*."""

YIELDING = vocabulary(
    "wavered waver wavers wavering tired tires tire wearied wearies hesitate hesitates hesitated "
    "hesitation qualms shy shied ashamed apologise apologised apologize apologized apology apologies "
    "flinch flinched scruple scruples compunction budged departed deviated"
)
"""What somebody does not do who keeps on saying P."""

DOUBTING = vocabulary("doubt question disputing denying mistaking gainsaying escaping quibbling")
"""What there is none of where P is so; verbs of denying are read in :mod:`sherd.claims.undenied`."""

LEAST = vocabulary("no slightest any little least without reason cause grounds not never for")
UNTRUE = vocabulary(
    "wrong exaggeration overstatement false mistaken unfair untrue incorrect inaccurate hyperbole"
)

AMAZED = vocabulary(
    "surprised surprise surprising amazed astonished shocked wonder secret mystery forget unaware "
    "ignore ignored overlook overlooked escaped"
)
"""What nobody was, or it was not, where P is so."""

BY_CHANCE = vocabulary("accident coincidence miracle fluke news")
"""The same before *that*: elsewhere, *P was no accident* says what P was not."""

PASSING = vocabulary("pass passes passed goes go went")
TIMES = vocabulary("day week month year night hour")


def may_stand(held: frozenset[str]) -> bool:
    """Whether there is a word of negation, and one that a negation may take back."""
    return not SIGNS.isdisjoint(held) and not NEGATED.isdisjoint(held)


@once
def stands(some: Sequence[Word]) -> bool:
    """Whether a negation in the words takes back another, so that nothing is denied."""
    held = vocabulary_of(some)
    if not may_stand(held):
        return False
    return any(way(some) for way, signs in _WAYS if not signs.isdisjoint(held))


def kept(some: Sequence[Word]) -> Weighed | None:
    """P behind *that*, where what leads to it stands twice negated: *has never doubted that P*."""
    if not stands(some) or _is_not_that_not(some):
        return None
    near = range(2, min(14, len(some) - 2))
    that = next((at for at in near if some[at].low == "that" and not _is_far(some, at)), None)
    if that is None or not grammar.has_finite(some[that + 1 :]):
        return None
    return Weighed(that + 1, len(some), is_negated(tuple(some[that + 1 :])))


def _is_far(some: Sequence[Word], that: int) -> bool:
    """Whether *that* points at a noun, or a comma stands before it."""
    return not grammar.has_finite(some[that + 1 : that + 12]) or some[that - 1].text == ","


def _has_nay(lows: Sequence[str]) -> bool:
    return any(low in NAY or low.endswith("n't") for low in lows)


def _is_not_prevented(some: Sequence[Word]) -> bool:
    """*did not stop X from P*, *nothing has kept X from P*, *did not stop at P*."""
    lows = lows_of(some)
    near = [at for at in range(1, min(12, len(lows) - 1)) if lows[at] in PREVENTING]
    if not near:
        return False
    led = lows[max(0, near[0] - 4) : near[0]]
    if lows[0] not in NAY and not _has_nay(led):
        return False
    behind = lows[near[0] + 1 : near[0] + 9]
    doing = any(one == "from" and other.endswith("ing") for one, other in pairwise(behind))
    return doing or behind[:1] == ["at"] or lows[near[0]].startswith("prevent")


def _never_yields(some: Sequence[Word]) -> bool:
    """*has never wavered in its view that P*, *has no hesitation in saying that P*."""
    lows = lows_of(some)
    for at in range(2, min(14, len(lows) - 1)):
        if lows[at] in YIELDING:
            return _has_nay(lows[max(0, at - 4) : at])
        if lows[at] == "wait" and _has_nay(lows[max(0, at - 2) : at]):
            return "before" in lows[at:]
    return False


def _beyond_doubt(some: Sequence[Word]) -> bool:
    """*no reason to doubt that P*, *not the slightest question that P*, *few doubt P*."""
    lows = lows_of(some)
    for at in range(1, min(14, len(lows) - 1)):
        if lows[at] not in DOUBTING or (some[at].quoted and not some[0].quoted):
            continue
        before = lows[max(0, at - 6) : at]
        if lows[at] == "question" and (lows[at + 1] == "of" or before[-1] not in LEAST | {"to"}):
            continue  # there is no question of selling P
        nay = [n for n, low in enumerate(before) if low in NAY or low.endswith("n't")]
        if nay and not {"that", ","} & set(before[nay[-1] :]):
            return True
        if lows[:3] == ["not", "for", "a"] or lows[0] in {"few", "nobody", "none"}:
            return True
    joined = " ".join(lows[:12])
    return "no getting around" in joined or "no getting away" in joined or "no way around" in joined


def _is_no_wonder(some: Sequence[Word]) -> bool:
    """*nobody was surprised that P*, *it is no accident that P*, *came as no surprise that P*."""
    lows = lows_of(some)
    near = range(1, min(10, len(lows) - 1))
    amazed = (at for at in near if lows[at] in AMAZED or (lows[at] in BY_CHANCE and lows[at + 1] == "that"))
    at = next(amazed, None)
    if at is None:
        return False
    before = lows[max(0, at - 4) : at]
    nay = _has_nay(before) or lows[0] in {"nobody", "few", "none"} or lows[:2] == ["no", "one"]
    return nay and bool({"that", "when", "if", "to", "at", "by", "as"} & set(lows[at + 1 : at + 3]))


def _is_no_error(some: Sequence[Word]) -> bool:
    """*it would not be wrong to say that P*, *it is no exaggeration to say that P*."""
    lows = lows_of(some)
    at = next((at for at in range(2, min(10, len(lows) - 2)) if lows[at] in UNTRUE), None)
    if at is None:
        return False
    before = lows[max(0, at - 4) : at]
    nay = bool({"no", "not", "hardly", "never"} & set(before)) or any(low.endswith("n't") for low in before)
    said = lows[at + 1] == "to" and lows[at + 2] in PUT
    turned = lows[0] == "to" and lows[1] in PUT
    return nay and (said or turned)


def _cannot_but(some: Sequence[Word]) -> bool:
    """*could not but P*, *cannot help P*, *cannot afford not to P*, *came from nowhere else but Q*."""
    lows = lows_of(some)
    for at in range(1, min(10, len(lows) - 2)):
        nay = is_negation(some[at])
        if nay and (lows[at + 1] == "but" or lows[at + 1 : at + 3] in (["help", "but"], ["afford", "not"])):
            return True
        if lows[at] == "nowhere" and lows[at + 1] == "else":
            return lows[at + 2] in {"but", "than"}
    return False


HIDING = vocabulary("hide hid hidden conceal concealed disguise disguised")


def _hides_nothing(some: Sequence[Word]) -> bool:
    """*did not bother to hide P*, *made no attempt to conceal that P*."""
    lows = lows_of(some)
    at = next((at for at in range(2, min(10, len(lows) - 1)) if lows[at] in HIDING), None)
    if at is None or lows[at - 1] != "to":
        return False
    return any(
        low in {"no", "not", "little", "never"} or low.endswith("n't") for low in lows[max(0, at - 5) : at]
    )


def _is_unsurpassed(some: Sequence[Word]) -> bool:
    """*had never been as frightened as when P*; *never before had P so many Q*."""
    lows = lows_of(some)
    never = next((at for at in range(min(8, len(lows) - 3)) if lows[at] == "never"), None)
    least = ("so", "much", "as") in zip(lows, lows[1:], lows[2:], strict=False)  # never sold so much as a P
    if never is not None and not least and {"so", "such"} & set(lows[never + 1 : never + 8]):
        return lows[never + 1] == "before" or "as" in lows[never + 3 :] or "before" in lows[never + 3 :]
    main = main_verb(some)
    if main is None or not any(word.low == "never" for word in some[main.first : main.verb + 2]):
        return False
    near = [word.low for word in some[main.verb : main.verb + 5]]
    behind = [word.low for word in some[main.verb + 1 : main.verb + 8]]
    return near[:1] in (["been"], ["seen"], ["felt"]) and "as" in near[1:3] and behind.count("as") > 1


def _always_again(some: Sequence[Word]) -> bool:
    """*Hardly a week passes without X doing P*, *Not a month goes by without P*."""
    lows = lows_of(some)
    if lows[0] not in {"hardly", "not", "scarcely", "barely", "no"} or "without" not in lows[3:8]:
        return False
    return bool(TIMES & set(lows[1:4])) and bool(PASSING & set(lows[2:6]))


def _soon_found(some: Sequence[Word]) -> bool:
    """*did not need long to find that P*, *it did not take much to see P*."""
    main = main_verb(some)
    if main is None or not any(is_negation(word) for word in some[main.first : main.verb + 1]):
        return False
    lows = lows_of(some)
    near = lows[main.verb : main.verb + 4]
    return (
        near[0] in {"need", "take", "require"} and bool({"long", "much", "lot"} & set(near)) and "to" in near
    )


def _is_not_that_not(some: Sequence[Word]) -> bool:
    """*It is not that we do not know P*."""
    lows = lows_of(some)
    if lows[0].split("'")[0] != "it" or "that" not in lows[2:5]:
        return False
    that = lows.index("that", 2)
    led = (
        any(is_negation(word) for word in some[1:that])
        and that < 5
        and lows[that - 1] in {"not", "isn't", "wasn't"}
    )
    return led and any(is_negation(word) for word in some[that + 1 : that + 6])


def _is_plain_to_see(some: Sequence[Word]) -> bool:
    """*impossible to deny that P*, *would have to be blind not to see that P*; *nothing other than P*."""
    lows = lows_of(some)
    for at in range(1, min(10, len(lows) - 3)):
        if lows[at] in {"impossible", "hard", "difficult"} and lows[at + 1] == "to":
            return lows[at + 2] in {"deny", "dispute", "doubt", "overlook", "ignore", "miss"}
        if lows[at] == "blind" and lows[at + 1 : at + 3] == ["not", "to"]:
            return True
        if lows[at : at + 3] == ["anything", "other", "than"] or lows[at : at + 3] == [
            "anyone",
            "other",
            "than",
        ]:
            return any(is_negation(word) for word in some[:at])
    return False


BAD = vocabulary("baseless unfounded groundless untrue false incorrect fabricated implausible wrong")
GROUNDS = vocabulary("foundation merit basis substance cause reason justification")


def _is_litotes(some: Sequence[Word]) -> bool:
    """*the claim is not without foundation*, *is not untrue*."""
    lows = lows_of(some)
    for at in range(1, len(lows) - 1):
        if lows[at] == "not" or lows[at].endswith("n't"):
            ahead = at + 1 + grammar.is_adverb(some[at + 1])
            if lows[ahead : ahead + 1] == ["without"] and GROUNDS & set(lows[ahead + 1 : ahead + 3]):
                return True
            return lows[ahead : ahead + 1] != [] and lows[ahead] in BAD and len(lows) - ahead < 4
    return False


_WAYS: tuple[tuple[Callable[[Sequence[Word]], bool], frozenset[str]], ...] = (
    (_is_litotes, BAD | frozenset({"without"})),
    (_is_not_prevented, PREVENTING),
    (_never_yields, YIELDING | frozenset({"wait"})),
    (_beyond_doubt, DOUBTING | frozenset({"around", "away"})),
    (_is_no_wonder, AMAZED | BY_CHANCE),
    (_is_no_error, UNTRUE),
    (_is_unsurpassed, frozenset({"never"})),
    (_cannot_but, frozenset({"but", "afford", "nowhere"})),
    (_hides_nothing, HIDING),
    (_always_again, PASSING),
    (_soon_found, frozenset({"need", "take", "require"})),
    (_is_not_that_not, frozenset({"it", "it's"})),
    (_is_plain_to_see, frozenset({"impossible", "hard", "difficult", "blind", "anything", "anyone"})),
)
"""Ways in which two negations make an assertion, each with words of which a clause that does so holds one."""

SIGNS = frozenset().union(*(signs for _, signs in _WAYS))
