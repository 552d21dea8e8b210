"""What is said to be done: action, actor, object, recipient, place and how many, from the words of a clause.

The action is looked up in the tables, never guessed; a clause with none of their words is ``OTHER``. The
class of a thing, its named type, and the country it comes from are read apart: *Iranian drones*,
*Iranian-made drones* and *copies of Iranian drones* are three different objects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.actors import acting, own_deed, subject
from sherd.claims.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, finite_at
from sherd.claims.lexicon import Deed, deeds, states, things, vocabulary
from sherd.claims.parties import PRONOUNS
from sherd.claims.quantities import quantity_in
from sherd.claims.roles import (
    STOPPING,
    Clause,
    Hit,
    is_passive,
    passage,
    place,
    recipient,
    recipient_of_other,
    value,
)
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, CARRIES, main_verb, reached, told_in
from sherd.model.statements import Action, Passage, Thing

STOPPED = {"SUPPLY": "STOP_SUPPLY", "USE": "STOP_USE", "RELY": "END_RELIANCE", "ACQUIRE": "STOP_SUPPLY"}
INTENDING = re.compile(
    r"\b(plan|plans|planned|planning|intend|intends|intended|prepar\w+|ready|willing|want|wants|going) to\b"
    r"|\bwill\b"
)
INTENDED = {"SUPPLY": "INTEND_SUPPLY", "PRODUCE": "INTEND_PRODUCE"}
GOING_ON = vocabulary(
    "took taken take takes occur occurs occurred happen happened happens stop stops stopped continue "
    "continues "
    "continued resume resumed resumes begin began begun start started starts end ended cease ceased"
)
"""Verbs of which the deed can be the subject: *assembly took place*."""

NEEDED = {
    "REDUCE_NUCLEAR": ("nuclear",),
    "SLOW_ENRICHMENT": ("uranium", "enrich"),
    "DILUTE": ("stockpile", "uranium"),
}
"""Words of which the clause must hold one for these actions."""


def proposition(clause: Clause, loosely: bool = False) -> Action:
    """The action of a clause with its roles; ``OTHER`` where its verb is none that the tables know.

    ``loosely`` takes any word for a deed, wherever it stands: a caption has no verb to go by.
    """
    inner = told_in(clause.words)
    if inner is not None:
        clause = evolve(clause, words=clause.words[inner:])
    hit = _action(clause.words) or (_likeliest(clause.words) if loosely else None)
    first, last = (clause.words[0].start, clause.words[-1].end) if clause.words else (0, 0)
    quantity = quantity_in(clause.text, first, last)
    if hit is None or hit.rank > 3:
        hit = _is_a(clause.words) or hit
    if hit is None:
        return Action(
            "OTHER",
            actor=subject(clause, _first_verb(clause.words)) or own_deed(clause),
            recipient=recipient_of_other(clause, _first_verb(clause.words)),
            object=_thing(clause, 0, len(clause.words)),
            quantity=quantity,
        )
    action = hit.deed.action
    before = " ".join(word.low for word in clause.words[max(0, hit.at - 4) : hit.at])
    if hit.stopped:
        action = STOPPED.get(action, action)
    elif INTENDING.search(before) and not _is_past_too(clause.words[: hit.at]):
        action = INTENDED.get(action, action)
    passive = is_passive(clause.words, hit)
    return Action(
        action,
        actor=acting(clause, hit),
        trigger=passage(clause, hit.at, hit.end),
        object=_object(clause, hit, passive),
        value=value(clause, hit, action),
        recipient=recipient(clause, hit, action, subject(clause, hit.at) if passive else None),
        place=place(clause, hit),
        quantity=quantity,
    )


def _is_past_too(before: Sequence[Word]) -> bool:
    """*Has not and will not supply* says of the deed what it says of the intention."""
    said = " ".join(word.low for word in before[-8:])
    return (
        re.search(r"\b(?:has|have|had|did|does|do)(?: not| never|n['’]t)\b[^.]*\b(?:and|nor|or) will\b", said)
        is not None
    )


def _action(words: Sequence[Word]) -> Hit | None:
    """The deed of the main verb; in words that are no clause, the likeliest word for one."""
    main = main_verb(words)
    if main is None:
        return _likeliest(words)
    hits = [hit for at in range(len(words)) for hit in _hits(words, at)]
    reach = reached(words, main)
    own = words[reach[-1]].low in HOLDS and any(h.at == reach[-1] for h in hits)
    if (
        not own
        and words[reach[-1]].low in CARRIES
        and (carried := _carried(hits, words, reach[-1])) is not None
    ):
        return carried
    if hit := next((h for at in reversed(reach) for h in hits if h.at == at and h.deed.kind != "noun"), None):
        return hit
    last = reach[-1]
    phrase = next((h for h in hits if h.deed.kind == "phrase" and main.first <= h.at <= last + 4), None)
    if phrase is not None:
        return phrase
    if words[last].low in CARRIES | BE | AUXILIARIES:
        noun = next((h for h in hits if h.deed.kind == "noun" and last < h.at <= last + 6), None)
        if noun is not None:
            return noun
    if words[last].low in GOING_ON:
        return next((h for h in hits if h.deed.kind == "noun" and h.at < main.first), None)
    return None


def _carried(hits: Sequence[Hit], words: Sequence[Word], verb: int) -> Hit | None:
    """*launched serial production*, *carried out strikes*: the noun that the verb carries."""
    for hit in hits:
        if hit.deed.kind == "noun" and verb < hit.at <= verb + 4:
            between = words[verb + 1 : hit.at]
            if not any(
                word.low in _ENDS_OBJECT or not word.is_word or word.low in things() for word in between
            ):
                return hit
    return None


def _likeliest(words: Sequence[Word]) -> Hit | None:
    hits = [hit for at in range(len(words)) for hit in _hits(words, at)]
    return min(hits, key=lambda hit: (hit.rank, hit.at)) if hits else None


def _is_a(words: Sequence[Word]) -> Hit | None:
    """*The site was a training ground*: what something is."""
    for at in range(1, len(words) - 1):
        if words[at].low in {"is", "was", "are", "were", "been"} and words[at + 1].low in {
            "a",
            "an",
            "the",
            "of",
        }:
            return Hit(at, at + 1, Deed((words[at].low,), "IDENTIFY_AS", "phrase"), False, 4)
        if words[at].low in {"that", "which", "who", "because", "if"}:
            return None
    return None


def _hits(words: Sequence[Word], at: int) -> list[Hit]:
    found = []
    for deed in deeds().get(words[at].low, ()):
        end = at + len(deed.words)
        if tuple(word.low for word in words[at:end]) != deed.words:
            continue
        rank = _rank(words, at, deed)
        if rank is None or not _about(words, deed.action):
            continue
        found.append(Hit(at, end, deed, _stopped(words, at), rank))
        break
    return found


def _about(words: Sequence[Word], action: str) -> bool:
    """Whether the clause speaks of what the action is about, where its word alone does not say so."""
    needed = NEEDED.get(action)
    return needed is None or any(word.low.startswith(needed) for word in words)


def _rank(words: Sequence[Word], at: int, deed: Deed) -> int | None:
    """How likely the word is the deed of the clause: a phrase or main verb first, a noun last."""
    if deed.kind == "phrase":
        return 0
    if deed.kind == "noun":
        return 5
    if deed.form == "s" and len(deed.words) == 1 and not finite_at(words, at):
        return None
    if deed.action == "SUPPLY" and deed.kind == "verb" and _gives_words(words, at):
        return None
    if words[at].low in MADE and not _makes_something(words, at):
        return None
    before = words[at - 1].low if at else ""
    if words[at].is_name and at > 0 and not words[at].quoted:
        return None
    if before in _OPENS_NOUN or (before in _NO_BASE_AFTER and deed.form in {"base", "s"}):
        return 5 if deed.form == "base" else None
    relative = any(word.low in {"which", "who"} for word in words[max(0, at - 3) : at]) and at > 3
    rank = _rank_of_form(words, at, deed.form)
    return None if rank is None else rank + 2 * relative


HOLDS = vocabulary(
    "receive receives received receiving order orders ordered ordering support supports supported"
)
"""Verbs that carry a noun and are deeds themselves: *received shipments*."""

NO_GOODS = vocabulary(
    "evidence document documents proof information details response answer answers assurances assurance "
    "explanation interview statement comment comments opportunity reason photograph photographs date number"
)
"""What is given and is no goods: *has not provided a single document*."""

MADE = vocabulary("make makes made making develop develops developed developing")
"""Verbs that tell of production only where a thing is made."""


def _gives_words(words: Sequence[Word], at: int) -> bool:
    """Whether what is given is an answer, a document, evidence."""
    ahead = words[at + 1 : at + 9]
    first = next((word for word in ahead if word.low in NO_GOODS or word.low in things()), None)
    return first is not None and first.low in NO_GOODS


def _makes_something(words: Sequence[Word], at: int) -> bool:
    """Whether a thing that the tables know is made, or the deed is told in the passive."""
    told = words[at].low in {"made", "developed"}
    if told and any(word.low in BE for word in words[max(0, at - 3) : at]):
        return True
    ahead = words[at + 1 : at + 8]
    if ahead and ahead[0].low in {"in", "by", "at"}:
        return True
    end = next(
        (n for n, word in enumerate(ahead) if word.text in {",", ";"} or word.low in {"that", "which"}),
        len(ahead),
    )
    return any(word.low in things() for word in ahead[:end])


def _rank_of_form(words: Sequence[Word], at: int, form: str) -> int | None:
    """A helped verb comes before a bare one, that before one which only describes a noun."""
    before = words[at - 1].low if at else ""
    if form in {"past", "participle"}:
        if any(word.low in AUXILIARIES for word in words[max(0, at - 3) : at]):
            return 0
        return 3 if any(finite_at(words, n) for n in range(at)) else 1
    if form == "ing":
        if before == "of" and at <= 4:
            return 1
        leads = at == 0 or before in AUXILIARIES | STOPPING | {
            "started",
            "begun",
            "denied",
            "continues",
            "from",
        }
        return 0 if leads else 3
    if form == "base":
        if before == "to" and at > 4:
            return 2
        if before in _BEFORE_BASE or at == 0:
            return 0
        return 2 if before in PRONOUNS | {"itself", "themselves"} or before.endswith("s") else None
    return 1


def _stopped(words: Sequence[Word], at: int) -> bool:
    before = [word.low for word in words[max(0, at - 4) : at]]
    return any(low in STOPPING for low in before) or " ".join(before[-4:]).endswith(
        ("put a stop to", "put an end to", "no longer")
    )


def _first_verb(words: Sequence[Word]) -> int:
    main = main_verb(words)
    if main is not None:
        return main.first
    accused = (
        at for at in range(2, len(words)) if words[at].low.endswith("ing") and words[at - 1].low == "of"
    )
    return next(accused, 0)


def _object(clause: Clause, hit: Hit, passive: bool) -> Thing | None:
    after = _thing(clause, hit.end, len(clause.words))
    before = _thing(clause, 0, hit.at)
    return (before or after) if passive or hit.deed.action in {"MATCH", "DIFFER"} else (after or before)


def _thing(clause: Clause, first: int, last: int) -> Thing | None:
    """The first thing that the tables know between two words, with the words that belong to it."""
    words = clause.words
    for at in range(first, last):
        for size in (3, 2, 1):
            key = " ".join(word.low for word in words[at : min(at + size, last)])
            if at + size <= last and key in things():
                return _described(clause, first, at, at + size, last, *things()[key])
    return None


def _described(clause: Clause, first: int, at: int, end: int, last: int, class_: str, type_: str) -> Thing:
    words, start = clause.words, at
    while end < last and " ".join(word.low for word in words[at : end + 1]) and words[end].low in things():
        class_, type_ = (
            (class_ if type_ else things()[words[end].low][0]),
            type_ or things()[words[end].low][1],
        )
        end += 1
    start = _reaches_back(words, first, start)
    made = None
    origin = None
    for word in words[start:at]:
        bare = re.sub(r"[-‑](made|built|produced|designed|supplied|style|type)$", "", word.low)
        if bare in states():
            origin = states()[bare].name
            made = "made" if word.low.endswith(("made", "built", "produced")) else made
    if (
        start >= 2
        and words[start - 1].low == "of"
        and words[start - 2].low in {"copies", "copy", "clones", "versions", "replicas"}
    ):
        start, made = start - 2, "copy"
    if not words[start].is_word or start >= end:
        start = at
    span = Passage.of(clause.text, words[start].start, words[end - 1].end)
    return Thing(type_ or span.text, span, class_=class_, type=type_ or None, origin=origin, made=made)


def _reaches_back(words: Sequence[Word], first: int, start: int) -> int:
    """Where the words that belong to the thing at ``start`` begin; a number such as *2,400* is whole."""
    while start > first:
        if start - 2 >= first and _one_number(words[start - 2 : start + 1]):
            start -= 2
            continue
        before = words[start - 1]
        apart = before.low in _NO_NOUN_BEFORE
        if not before.is_word or apart or finite_at(words, start - 1):
            break
        start -= 1
    return start


def _one_number(words: Sequence[Word]) -> bool:
    """Whether a comma or a point stands between digits, without a blank."""
    left, mark, right = words
    return (
        mark.text in {",", "."}
        and left.text.isdecimal()
        and right.text.isdecimal()
        and left.end == mark.start
        and mark.end == right.start
    )


_ENDS_OBJECT = PREPOSITIONS | {"and"}
_OPENS_NOUN = DETERMINERS | {"'s"}
_NO_BASE_AFTER = PREPOSITIONS - {"to"}
_BEFORE_BASE = AUXILIARIES | {"to", "not", "never"}
_NO_NOUN_BEFORE = DETERMINERS | PREPOSITIONS | AUXILIARIES | {"and", "that", "to", "its", "with"}
