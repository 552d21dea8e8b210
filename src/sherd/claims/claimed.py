"""What is said of a claim and of nothing else: *the idea that P is a joke*, *reports of P exist only online*.

The words for a claim open the clause, and the verb tells what the speaker makes of it. A bad name denies P, a
good one holds P; a claim that is only told of (*was made by X*, *drew laughter*) is neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, once
from sherd.claims.denials import CREDITING, FALSE
from sherd.claims.led_up import ALLEGED
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.sayers import OVERDOES, SCORN, Weighed, told_of
from sherd.claims.sentences import Word
from sherd.claims.verbs import main_verb

NOUNS = ALLEGED | vocabulary(
    "thesis theory theories hypothesis argument narrative version charge charges insinuation thought "
    "myth legend tale tales hint hints whisper whispers view belief contention image impression"
)
"""Words for a claim with which the clause opens."""

SPURNED = vocabulary(
    "joke hilarious mirage beneath collapse collapses collapsed collapsing demolished exploded "
    "discredited debunked disproved disproven refuted funny amusing comical bizarre grotesque risible "
    "malicious crazy idiotic silly weird crude cheap ugly outlandish preposterous outrageous scandalous "
    "wild insulting offensive unworthy pathetic farcical surreal monstrous science-fiction dead buried "
    "overblown exaggerated surprising astonishing incomprehensible"
)
PHRASES = (
    "just that", "laid to rest", "put to rest", "exist only", "exists only", "existed only", "fall apart",
    "falls apart", "fell apart", "hot air", "science fiction", "wishful thinking", "no legs", "not worth",
    "a laugh", "out of thin air", "without substance", "without merit", "to be dismissed", "pie in the sky",
)  # fmt: skip
BEARING = vocabulary(
    "bear bears stand stands hold holds withstand survive survives add adds stack stacks merit merits "
    "deserve deserves match matches fit fits square squares wash washes"
)
"""Verbs with a negation: *does not bear scrutiny*."""

BORNE_OUT = vocabulary(
    "true right correct confirmed proven proved well-founded substantiated corroborated accurate borne "
    "vindicated"
)
SOUND = vocabulary("baseless unfounded groundless foundation basis merit fanciful far-fetched fantasy new")


NAY = vocabulary("no nothing anything far hardly scarcely")
"""Words that turn a good name into a bad one: *anything but true*."""


def of_claim(some: Sequence[Word]) -> Weighed | None:
    """P, and whether it is denied, where the words say so of a claim; ``None`` where they take no stand."""
    found = _claim(some)
    return found if found is not None and found.denied is not None else None


def only_tells(some: Sequence[Word]) -> bool:
    """*The claim that P drew laughter*: whether a claim is told of, and no stand taken."""
    found = _claim(some)
    return found is not None and found.denied is None


@once
def _claim(some: Sequence[Word]) -> Weighed | None:
    if NOUNS.isdisjoint(word.low for word in some[:4]) or len(some) < 6:
        return None
    lows = lows_of(some)
    near = range(min(4, len(lows) - 3))
    noun = next((at for at in near if lows[at] in NOUNS), None)
    if noun is None or not _opens(some, noun):
        return None
    link = noun + 1
    if lows[link] == "that":
        told = told_of(some, link + 1)
    elif lows[link] in {"of", "about"}:
        main = main_verb(some)
        told = (main.first, some[main.first :]) if main is not None and main.first > link + 1 else None
    else:
        return None
    if told is None or told[0] - link < 3:
        return None
    last = told[0] - (some[told[0] - 1].text == ",")
    return Weighed(link + 1 if lows[link] == "that" else noun, last, verdict_of(told[1]))


def _opens(some: Sequence[Word], noun: int) -> bool:
    """Whether nothing but an article and what sort it is stands before the claim."""
    led = some[:noun]
    if any(not word.is_word or word.low in grammar.PREPOSITIONS for word in led) or grammar.has_finite(led):
        return False
    return noun == 0 or not led[-1].is_name or led[-1].low in grammar.DETERMINERS


def verdict_of(verdict: Sequence[Word]) -> bool | None:
    """Whether what is said of a claim denies it, holds it, or does neither."""
    lows = [word.low for word in verdict if word.is_word]
    held = set(lows[:14])
    nay = any(is_negation(word) for word in verdict) or bool(held & NAY)
    if (nay and held & SOUND) or "honest" in held:
        return None
    bad = held & (FALSE | SPURNED | OVERDOES | listed("verdict")) or any(
        each in " ".join(lows) for each in PHRASES
    )
    if bad and not (nay and held & {"surprising", "wild"}):
        return not nay or bool(held & {"legs"})
    if held & BORNE_OUT:
        return nay
    if nay and held & (BEARING | {"legs", "water", "scrutiny", "sense"}):
        return True
    if held & SCORN & {"insult", "dreams", "imagination", "propaganda"}:
        return True
    quoted = [word for word in verdict if word.quoted and word.is_word]
    own = quoted and not (CREDITING | BORNE_OUT) & {word.low for word in quoted}
    return True if own and lows[0] in {"is", "are", "was", "were"} and not nay else None
