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
    if (maker := _made_by(words, verb, stop, subject)) is not None:
        return Hit(maker, maker + 1, Deed((words[verb].low,), "PRODUCE", "phrase", "", "whose"), False, 0)
    if (about and told) or (thing and noun and rest[0].low not in {"at", "in", "on"}):
        return Hit(verb, verb + 1, Deed((words[verb].low,), "IDENTIFY_AS", "phrase"), False, 4)
    return None


def _made_by(words: Sequence[Word], verb: int, length: int, subject: Sequence[Word]) -> int | None:
    """*was its own product*, *is one of ours*, *was of Kenyan make*: whose it is, by the word that tells."""
    some = [at for at in range(verb + 1, min(verb + 1 + length, len(words))) if words[at].is_word]
    some = [at for at in some if not is_adverb(words[at]) and words[at].low not in {"not", "never"}]
    lows = [words[at].low for at in some]
    if lows[:2] == ["one", "of"]:
        some, lows = some[2:], lows[2:]
    noun = subject[-1].low
    if not lows or noun in _NOT_MADE or not (noun in things() or _is_no_party(noun)):
        return None
    own = lows[0] in {"its", "our", "their"} and (lows[1:] == ["own"] or _is_product(lows[1:3]))
    if own or (lows[0] in _OURS and len(lows) == 1):
        return some[0]
    if lows[0] == "of" and lows[-1] in {"make", "manufacture"} and " ".join(lows[1:-1]) in adjectives():
        return some[1]
    origin = lows[0] in adjectives() and lows[1:2] in (["in"], ["from"])
    return some[0] if origin or (len(lows) == 1 and _made_in(lows[0])) else None


def _is_product(lows: Sequence[str]) -> bool:
    return bool(lows) and lows[-1] in {"product", "products", "work", "make", "manufacture"}


_OURS = vocabulary("ours theirs hers his")
_NOT_MADE = vocabulary(
    "number numbers code signature photograph photographs picture lorry lorries goods crew"
)


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
