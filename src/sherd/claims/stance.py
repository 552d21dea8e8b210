"""How a statement stands to what it says: negated, conditional; and what a headline made of it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.lexicon import deeds, listed, vocabulary
from sherd.claims.propositions import STOPPED
from sherd.claims.roles import Clause
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said
from sherd.model.statements import Speaker, Statement

VERBS = {
    "deny": "denies",
    "urge": "urges",
    "welcome": "welcomes",
    "admit": "admits",
    "predict": "predicts",
    "finding": "finds",
    "presuppose": "takes for granted",
    "assert": "says",
}
"""How a paraphrase says each act."""


def stance(one: Said, clause: Clause) -> tuple[str, str]:
    """Polarity and act; a clause that negates its own verb denies what it negates."""
    if one.no_comment or one.polarity != "assert":
        return one.polarity, one.act
    if is_negated(clause.words) or _is_refused(clause.words):
        return "deny", one.act if one.act in {"finding", "admit", "predict"} else "deny"
    return one.polarity, one.act


def _is_refused(some: Sequence[Word]) -> bool:
    """*The allegations were baseless*: a verdict on what others say is a denial of it."""
    lows = [word.low for word in some]
    said = next((at for at, low in enumerate(lows) if low in listed("accusation")), None)
    if said is None:
        return False
    copula = any(low in {"is", "are", "was", "were", "as"} for low in lows[said:])
    return copula and any(low in listed("verdict") for low in lows[said:])


CLAUSE_BEGINS = vocabulary("because if when although while which who unless than that")
"""Words after which a negation is no longer that of the main verb."""


def is_negated(some: Sequence[Word]) -> bool:
    """Whether the main verb is negated, or its subject is nobody or nothing."""
    for at, word in enumerate(some):
        low = word.low
        if (
            low in {"because", "if", "when", "although", "while", "which", "who", "unless", "than", "that"}
            and at
        ):
            return False
        if low in {"not", "never", "cannot"} or low.endswith("n't"):
            following = some[at + 1].low if at + 1 < len(some) else ""
            if _leaves_open(some, at):
                return False
            return following not in {"only", "just", "least", "yet", "long"} and not _in_quote_inside(
                some, at
            )
        if low in {"no", "none", "nobody", "nothing", "neither"}:
            following = some[at + 1].low if at + 1 < len(some) else ""
            if following == "longer" and at + 2 < len(some) and _can_stop(some[at + 2]):
                return False  # no longer supplies: that it stopped is asserted
            return following not in {"doubt", "matter", "one's"}
        if at > 14:
            return False
    return False


def _can_stop(verb: Word) -> bool:
    """Whether the tables have an action for the end of this one, as for supply, use and reliance."""
    return any(deed.action in STOPPED for deed in deeds().get(verb.low, ()))


def _leaves_open(some: Sequence[Word], at: int) -> bool:
    """*cannot be excluded*, *did not rule out*; *without P they could not*: what is negated is no denial."""
    lows = [word.low for word in some]
    following = " ".join(lows[at + 1 : at + 5])
    left = any(words in following for words in ("exclude", "rule out", "ruled out"))
    return left or lows[0] == "without"


def _in_quote_inside(some: Sequence[Word], at: int) -> bool:
    return some[at].quoted and not some[0].quoted


def is_conditional(some: Sequence[Word]) -> bool:
    """Whether it is said under a condition."""
    return any(word.low == "if" for word in some) or any(word.low == "would" for word in some[:4])


def paraphrase(source: Speaker, polarity: str, act: str, content: str) -> str:
    """The statement in a sentence of our own frame and the document's own words."""
    verb = VERBS["deny"] if polarity == "deny" else VERBS[act]
    return f"{source.name} {verb}: {' '.join(content.split())}"


def against_body(headline: Statement, body: Sequence[Statement]) -> Statement:
    """What of the body a headline or caption repeats, and whether it lost its hedge or its source."""
    twin = next((each for each in body if _same(headline, each)), None)
    if twin is None:
        return headline
    flags = list(headline.flags)
    related = [each for each in body if _same(headline, each) or _about(headline, each)]
    if headline.hedge is None and any(each.hedge for each in related):
        flags.append("hedge_lost")
    if headline.source.kind == "narrator" and twin.source.kind != "narrator":
        flags.append("source_lost")
    return evolve(headline, dup_of=key(twin), flags=tuple(flags))


def _same(one: Statement, other: Statement) -> bool:
    if (
        one.prop.action == "OTHER"
        or one.prop.action != other.prop.action
        or other.level in {"presupposed", "headline"}
    ):
        return False
    actor, theirs = one.prop.actor, other.prop.actor
    return one.polarity == other.polarity and (actor is None or theirs is None or actor.name == theirs.name)


def _about(one: Statement, other: Statement) -> bool:
    actor, theirs = one.prop.actor, other.prop.actor
    return bool(
        actor
        and theirs
        and actor.name == theirs.name
        and other.prop.action in {"END_RELIANCE", one.prop.action}
    )


def key(statement: Statement) -> str:
    """What tells a statement from another before it has an id."""
    return f"{statement.content.start}-{statement.content.end}-{statement.source.name}"
