"""The verb of words that have no finite one: *X to do P*, *that X do P*, *do P*, *twelve carry P*.

What is urged, pledged or asked for stands in the infinitive or, behind *that*, in the base form; a base form
behind a plural is finite, though it looks like a noun. The main verb of :mod:`sherd.claims.verbs` goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sherd.claims import grammar
from sherd.claims.asked_once import once
from sherd.claims.grammar import (
    AGENTS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    TIMES,
)
from sherd.claims.lexicon import adjectives, cues, deeds, listed, states, vocabulary
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.verbs import INNER, PLANS, Group, lexical, main_verb
from sherd.data import rows

FAR = 16
"""Words among which *to* or the verb itself stands."""

NO_DOERS = PLANS | vocabulary(
    "readiness refusal decision agreement attempt attempts effort efforts failure order orders able ready "
    "willing unable unwilling likely free call calls request requests promise pledge offer threat move moves "
    "chance time way ways power willingness reluctance right rights step steps measures ought due set going "
    "him her them us me according thanks access response route routes path"
)
"""Words before *to* after which the infinitive is nobody's in these words, or hangs on something else."""

_OBJECTS = vocabulary("it them him her us me itself themselves")
_PARTICLES = vocabulary("off out up down away back over apart on")


@once
def ruling(words: Sequence[Word]) -> Group | None:
    """The main verb, else the bare one that the words hang on; ``None`` for a noun phrase."""
    main = main_verb(words)
    if len(words) < 2 or (main is not None and not _only_describes(words, main)):
        return main
    bare = _bare(words)
    if main is None or bare is None:
        return bare or main
    if words[bare.first].low == "to":
        return main
    before = 0 < bare.first < main.first and words[bare.verb].low in _verbs_only()
    behind = bare.first > main.first and opens_with_many(words, bare.first)
    return bare if before or behind else main


def _only_describes(words: Sequence[Word], main: Group) -> bool:
    """*the numbers correspond to a batch | made in 2021*: whether a participle describes a noun."""
    low = words[main.verb].low
    alone = main.first == main.verb and 0 < main.verb < len(words) - 1
    return alone and (low.endswith("ed") or low in PARTICIPLES) and words[main.verb + 1].low in PREPOSITIONS


def _bare(words: Sequence[Word]) -> Group | None:
    if words[0].low in INNER:
        return None
    opens = _past_to(words)
    if is_bare(words[opens]) and _goes_on(words, opens):
        return Group(opens, lexical(words, opens))
    for at in range(1, min(FAR, len(words) - 1)):
        low = words[at].low
        if low in INNER or words[at].text in {":", ";", "("}:
            return None
        if low == "to":
            verb = _past_adverbs(words, at + 1)
            told = verb < len(words) and _is_infinitive(words, verb)
            if told and _acts(words, at) and (_goes_on(words, verb) or _bids(words, at, verb)):
                return Group(at, lexical(words, verb))
        elif _is_doing(words, at):
            return Group(at, at)
        elif _stands_behind(words, at) and is_bare(words[at]) and _goes_on(words, at):
            return Group(at, lexical(words, at))
    return None


def _bids(words: Sequence[Word], to: int, verb: int) -> bool:
    """*chipmakers to share sales data*: a verb that is a noun as well, between those who act and a noun."""
    after = words[verb + 1] if verb + 1 < len(words) else None
    noun = after is not None and after.is_word and after.low not in _NEVER_DOERS
    return noun and (words[to - 1].low.endswith("ers") or words[to - 1].low in AGENTS | grammar.AGENTS_MANY)


def _acts(words: Sequence[Word], at: int) -> bool:
    """Whether those before *to* can be the ones who are to act."""
    low = words[at - 1].low
    return low not in NO_DOERS and (_stands_behind(words, at) or low in AGENTS or low.endswith(("er", "or")))


def _is_doing(words: Sequence[Word], at: int) -> bool:
    """*network supplying P to Q*, *a firm making P*: a deed behind the noun for who does it."""
    low = words[at].low
    deed = low.endswith("ing") and any(each.form == "ing" for each in deeds().get(low, ()))
    if not deed or at + 1 >= len(words) or not words[at + 1].is_word:
        return False
    return (_stands_behind(words, at) or words[at - 1].low in AGENTS) and words[at + 1].low != "of"


def _past_to(words: Sequence[Word]) -> int:
    """Past *to* and adverbs in front: *to immediately halt P*."""
    at = 1 if words[0].low == "to" and len(words) > 2 else 0
    return min(_past_adverbs(words, at), len(words) - 1)


def _past_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (
        grammar.is_adverb(words[at]) or words[at].low in {"not", "never"} or words[at].text in grammar.MARKS
    ):
        at += 1
    return at


def _is_infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether the word behind *to* can be a verb, and is no noun."""
    word = words[at]
    return word.low in {"be", "have", "do"} or (is_bare(word) and not word.is_name)


def is_bare(word: Word) -> bool:
    """Whether it is the base form of a verb, whatever else it may be, and no name."""
    return not word.is_name and (word.low in _bases() or word.low in {"be", "have", "do", "give"})


def _stands_behind(words: Sequence[Word], at: int) -> bool:
    """Whether the word before can be the last of a subject: a name, a plural, a number, a body."""
    near = at - 1
    while near > 0 and grammar.is_adverb(words[near]):
        near -= 1
    before = words[near]
    low = before.low
    if not before.is_word or low in POSSESSIVES or low in adjectives():
        return False
    if low in _NUMBERS:
        return True
    if low in _NEVER_DOERS:
        return False
    return (
        _is_many(before)
        or (before.is_name and not any(w.low in PREPOSITIONS for w in words[:near] if w.low != "of"))
        or ((before.is_name or low in TIMES or low.isdigit()) and opens_with_many(words, near))
        or low in states()
        or low in listed("organisation")
        or low in {"people", "police", "council", "government", "administration", "parliament"}
    )


def opens_with_many(words: Sequence[Word], end: int) -> bool:
    """*trading houses | in P buy Q*, *motors | recovered in P match Q*: a plural with what hangs on it."""
    for at in range(1, end):
        low = words[at].low
        if low == "to":
            return False
        if low in PREPOSITIONS - {"of"} or low in PARTICIPLES or low.endswith("ed"):
            return _is_many(words[at - 1])
        if not words[at].is_word or low in INNER:
            return False
    return False


_NEVER_DOERS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | INNER | {"to"}
"""Words that are the last of no subject."""


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether an object, a place or a particle follows, as behind a verb and not behind a noun."""
    ahead = at + 1
    if ahead >= len(words):
        return at > 0
    word = words[ahead]
    if words[at].low in {"be", "have", "do"}:
        return True
    strict = words[at].low in _verbs_only()
    if strict:
        return True
    if word.low in PREPOSITIONS:
        return at > 0 and _is_many(words[at - 1]) and word.low != "of"
    return (
        word.low in DETERMINERS | _OBJECTS | _PARTICLES
        or word.is_name
        or word.text[0].isdigit()
        or grammar.is_adverb(word)
        or word.low.endswith("ing")
    )


def _is_many(word: Word) -> bool:
    low = word.low
    return low in _NUMBERS or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


@cache
def _telling() -> frozenset[str]:
    """Base forms of verbs of saying that are no nouns."""
    return frozenset(
        each.words[0]
        for some in cues().values()
        for each in some
        if each.form == "base" and len(each.words) == 1 and not each.noun
    )


@cache
def _bases() -> frozenset[str]:
    """Every base form that the tables know, nouns among them."""
    known = {row["verb"] for row in rows("verbs_en")} | _telling()
    done = {low for low, some in deeds().items() if any(each.form == "base" for each in some)}
    return frozenset(known | done) - _NEVER


@cache
def _verbs_only() -> frozenset[str]:
    """Base forms that are no nouns."""
    known = {row["verb"] for row in rows("verbs_en") if not row["noun"]} | _telling()
    done = {
        low
        for low, some in deeds().items()
        if low not in grammar.NOUNS_OF_DEEDS | grammar.NOUNS_AS_WELL
        and any(each.form == "base" for each in some)
        and not any(each.kind == "noun" for each in some)
    }
    return frozenset(known | done) - _NEVER - grammar.NOUNS_AS_WELL


_NEVER = vocabulary("be have do may open free live own like so such")
_NUMBERS = vocabulary(
    "two three four five six seven eight nine ten dozens hundreds many most all both some several"
)
