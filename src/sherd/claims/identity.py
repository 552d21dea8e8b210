"""What something is said to be: *the drone was a Shahed*, *the parts were counterfeits*, *it was Kenyan*.

Said of a thing, a form of *be* with a noun for a thing, a sort or an origin behind it identifies; said of a
party it tells of no deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sherd.claims.grammar import DETERMINERS, PARTICIPLES, is_adverb
from sherd.claims.lexicon import Deed, adjectives, states, things, vocabulary
from sherd.claims.roles import Hit
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, INNER, Group, main_verb, reached

SORTS = vocabulary(
    "copy copies clone clones counterfeit counterfeits fake fakes forgery forgeries replica replicas "
    "version versions variant "
    "derivative imitation imitations genuine authentic original originals balloon device devices item items "
    "product products model type design"
)
"""Nouns and adjectives that say what sort of thing something is."""


def called(words: Sequence[Word]) -> Hit | None:
    """*the drone as a copy of P*, *the aircraft as crop sprayers*: a thing, and what it is said to be."""
    at = next((n for n in range(1, len(words) - 1) if words[n].low == "as"), None)
    if at is None or not any(word.low in things() or word.low in _THING for word in words[:at]):
        return None
    rest = words[at + 1 : at + 9]
    if rest[0].low.endswith("ing") or rest[0].low in {"well", "of"}:
        return None
    told = any(word.low in things() or word.low in SORTS or word.low in _GOODS for word in rest)
    return Hit(at, at + 1, Deed(("as",), "IDENTIFY_AS", "phrase", "", "thing"), False, 0) if told else None


_GOODS = vocabulary(
    "equipment oxygen metal sprayers multirotors tools goods food toys machinery aid furniture"
)
_OPENS_COMPLEMENT = DETERMINERS | BE | {"of"}


def identity(words: Sequence[Word]) -> Hit | None:
    """*The drone was a Shahed*, *the parts were counterfeits*: what something is; parties are let be."""
    main = main_verb(words)
    verb = _copula(words, main)
    if main is None or verb is None:
        return None
    subject, rest = words[: main.first], words[verb + 1 : verb + 10]
    that = len(rest) > 2 and rest[0].low in {"that", "those"} and rest[1].low == "of"
    if that:
        rest = rest[2:]  # the wreck is that of P
    stop = next(
        (at for at, word in enumerate(rest) if word.low in INNER or word.text in {",", ";"}), len(rest)
    )
    rest = [word for word in rest[:stop] if not is_adverb(word)]
    if not rest or not subject or rest[-1].low in _JUDGED:
        return None
    about = subject[0].low in _POINTING or any(word.low in things() or word.low in _THING for word in subject)
    told = any(
        word.low in things()
        or word.low in SORTS
        or _made_in(word.low)
        or word.low in adjectives()
        or word.low in {"ours", "theirs", "his", "hers", "origin", "manufacture"}
        for word in rest
    )
    noun = rest[0].low in _OPENS_COMPLEMENT or any(word.low in {"a", "an"} for word in rest[:3])
    thing = any(word.low in things() or word.low in _THING for word in subject)
    made = any(word.low in {"origin", "make", "manufacture", "design"} for word in rest)
    if made and any(word.low in adjectives() or word.low in {"foreign", "western"} for word in rest):
        about = told = True
    if len(rest) == 1 and rest[0].low in adjectives() and _is_no_party(subject[-1].low):
        about = told = True  # their release mechanisms are Kenyan
    if rest[0].low == "of" and rest[-1].low in {"make", "manufacture"}:
        return Hit(verb, verb + 1, Deed((words[verb].low,), "PRODUCE", "phrase", "", "thing"), False, 0)
    if (about and told) or (thing and noun and rest[0].low not in {"at", "in", "on"}):
        return Hit(verb, verb + 1, Deed((words[verb].low,), "IDENTIFY_AS", "phrase"), False, 4)
    return None


def _copula(words: Sequence[Word], main: Group | None) -> int | None:
    """Where the form of *be* stands that a clause hangs on; ``None`` where another verb follows it."""
    if main is None:
        return None
    if words[main.verb].low in _COPULAS:
        return main.verb
    last = reached(words, main)[-1]
    if words[last].low == "be" and last > main.verb:
        return last  # is believed to be P
    told = words[main.verb].low
    if (told.endswith(("ed", "ing")) and told not in SORTS and told != "used") or told in PARTICIPLES:
        return None
    return next((at for at in range(main.verb - 1, main.first - 1, -1) if words[at].low in _COPULAS), None)


def _made_in(low: str) -> bool:
    if low.isalpha():
        return False
    bare = re.sub(r"[-‑](made|built|produced|designed|manufactured)$", "", low)
    return bare != low and bare in states()


_COPULAS = (BE - {"be", "being"}) | vocabulary("be been appear appears appeared seem seems remain remained")
_JUDGED = vocabulary(
    "threat threats risk problem challenge mistake violation breach matter concern crime lie surprise "
    "disaster"
)
"""What a thing is called that is judged by it, and not identified."""


def _is_no_party(noun: str) -> bool:
    """Whether a noun stands for none who act: not *the buyers*, *its crew*."""
    return not (noun.endswith(("ers", "ors", "er", "or", "men", "man", "ans")) or noun in _PEOPLE)


_PEOPLE = vocabulary(
    "people women woman officials crew crews citizens nationals pilots experts brothers company companies "
    "firm firms citizen he she they both troops soldiers forces"
)
_THING = vocabulary("object device craft weapon item unit cargo load")
_POINTING = vocabulary("it it's this that these those they all most some three two both what")
