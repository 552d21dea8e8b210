"""What is said to be done: action, actor, object, recipient, place and how many, from the words of a clause.

The action is looked up in the tables, never guessed; a clause with none of their words is ``OTHER``. The
class of a thing, its named type, and the country it comes from are read apart: *Iranian drones*,
*Iranian-made drones* and *copies of Iranian drones* are three different objects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from sherd.claims.grammar import AUXILIARIES, BREAKS, DETERMINERS, PREPOSITIONS, finite_at
from sherd.claims.lexicon import Deed, deeds, states, things, vocabulary
from sherd.claims.quantities import quantity_in
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity
from sherd.model.statements import Action, Named, Passage, Thing

LEADING = vocabulary("but and however that which also then so because")
STOPPING = vocabulary(
    "stop stops stopped stopping halt halts halted halting end ends ended ending cease ceased ceasing "
    "suspend suspended suspending"
)
STOPPED = {"SUPPLY": "STOP_SUPPLY", "USE": "STOP_USE", "RELY": "END_RELIANCE", "ACQUIRE": "STOP_SUPPLY"}
INTENDING = re.compile(
    r"\b(plan|plans|planned|planning|intend|intends|intended|prepar\w+|ready|willing|want|wants|going) to\b"
    r"|\bwill\b"
)
INTENDED = {"SUPPLY": "INTEND_SUPPLY", "PRODUCE": "INTEND_PRODUCE"}
OWN = vocabulary("it its we our us they their he his she her i my")


@frozen
class Clause:
    """The words of what is said, and whose words they are; ``held`` are what pronouns may mean."""

    text: str
    words: Sequence[Word]
    source: Entity | None = None


@frozen
class _Hit:
    at: int
    end: int
    deed: Deed
    stopped: bool
    rank: int


def proposition(clause: Clause) -> Action:
    """The action of a clause with its roles; ``OTHER`` where the tables know no word of it."""
    hit = _action(clause.words)
    first, last = (clause.words[0].start, clause.words[-1].end) if clause.words else (0, 0)
    quantity = quantity_in(clause.text, first, last)
    if hit is None:
        return Action(
            "OTHER",
            actor=_actor(clause, _first_verb(clause.words)),
            object=_thing(clause, 0, len(clause.words)),
            quantity=quantity,
        )
    action = hit.deed.action
    before = " ".join(word.low for word in clause.words[max(0, hit.at - 4) : hit.at])
    if hit.stopped:
        action = STOPPED.get(action, action)
    elif INTENDING.search(before):
        action = INTENDED.get(action, action)
    passive = _is_passive(clause.words, hit)
    return Action(
        action,
        actor=_by_phrase(clause, hit) if passive else _actor(clause, hit.at) or _own_deed(clause, hit),
        trigger=_passage(clause, hit.at, hit.end),
        object=_object(clause, hit, passive),
        value=_value(clause, hit, action),
        recipient=_recipient(clause, hit, action),
        place=_place(clause, hit),
        quantity=quantity,
    )


def _passage(clause: Clause, first: int, last: int) -> Passage:
    return Passage.of(clause.text, clause.words[first].start, clause.words[last - 1].end)


# ---------------------------------------------------------------------- action


def _action(words: Sequence[Word]) -> _Hit | None:
    hits = [hit for at in range(len(words)) for hit in _hits(words, at)]
    return min(hits, key=lambda hit: (hit.rank, hit.at)) if hits else None


def _hits(words: Sequence[Word], at: int) -> list[_Hit]:
    found = []
    for deed in deeds().get(words[at].low, ()):
        end = at + len(deed.words)
        if tuple(word.low for word in words[at:end]) != deed.words:
            continue
        rank = _rank(words, at, deed)
        if rank is None:
            continue
        found.append(_Hit(at, end, deed, _stopped(words, at), rank))
        break
    return found


def _rank(words: Sequence[Word], at: int, deed: Deed) -> int | None:
    """How likely the word is the deed of the clause: a phrase or main verb first, a noun last."""
    before = words[at - 1].low if at else ""
    if deed.kind == "phrase":
        return 0
    if deed.kind == "noun":
        return 2
    if words[at].is_name and at > 0 and not words[at].quoted:
        return None
    if before in DETERMINERS | {"'s"} or (before in PREPOSITIONS - {"to"} and deed.form in {"base", "s"}):
        return 2 if deed.form == "base" else None
    if deed.form in {"past", "participle"}:
        helped = (
            before in AUXILIARIES
            or (at > 1 and words[at - 2].low in AUXILIARIES)
            or (at > 2 and words[at - 3].low in AUXILIARIES)
        )
        return (
            0 if helped or (finite_at(words, at) and not any(finite_at(words, n) for n in range(at))) else 1
        )
    if deed.form == "ing":
        return (
            0
            if at == 0
            or before in AUXILIARIES
            or before in STOPPING | {"started", "begun", "denied", "continues", "from"}
            else 1
        )
    if deed.form == "base":
        return (
            0
            if before in AUXILIARIES | {"to", "not", "never"} or at == 0
            else 1
            if before in OWN or before.endswith("s")
            else None
        )
    return 0 if at else 1


def _stopped(words: Sequence[Word], at: int) -> bool:
    before = [word.low for word in words[max(0, at - 4) : at]]
    return any(low in STOPPING for low in before) or " ".join(before[-4:]).endswith(
        ("put a stop to", "put an end to")
    )


def _is_passive(words: Sequence[Word], hit: _Hit) -> bool:
    if hit.deed.kind != "verb" or hit.deed.form not in {"past", "participle"}:
        return False
    before = [word.low for word in words[max(0, hit.at - 3) : hit.at]]
    return any(low in {"is", "are", "was", "were", "been", "be", "being"} for low in before)


def _first_verb(words: Sequence[Word]) -> int:
    return next((at for at in range(1, len(words)) if finite_at(words, at)), 0)


# ---------------------------------------------------------------------- roles


def named(clause: Clause, first: int, last: int) -> Named | None:
    """Who or what these words name: a state by any of its words, the speaker by *it*, else as written."""
    words = list(clause.words[first:last])
    while words and (not words[0].is_word or words[0].low in {"the", "a", "an"}):
        words.pop(0)
    while words and not words[-1].is_word:
        words.pop()
    if not words:
        return None
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    if len(words) == 1 and words[0].low in OWN:
        known = clause.source.speaker if clause.source else None
        name = (known.on_behalf_of or known.name) if known else ""
        return Named(name, span) if name else None
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if state := states().get(" ".join(word.low for word in words[at : at + size])):
                return Named(state.name, span)
    return Named(span.text, span) if len(words) <= 7 else None


def _actor(clause: Clause, at: int) -> Named | None:
    """The subject before the verb, without what leads in and without auxiliaries."""
    words, end = clause.words, at
    while end and (
        words[end - 1].low in AUXILIARIES
        or words[end - 1].low.endswith("ly")
        or words[end - 1].low
        in STOPPING | {"not", "never", "no", "longer", "to", "started", "begun", "continues"}
    ):
        end -= 1
    start = end
    while (
        start
        and words[start - 1].text not in BREAKS
        and words[start - 1].low not in {"that", "when", "while", "after", "and"}
    ):
        start -= 1
    for ahead in range(start + 1, end):
        if words[ahead].low in PREPOSITIONS or finite_at(words, ahead):
            end = ahead
            break
    while start < end and words[start].low in LEADING:
        start += 1
    return named(clause, start, end) if end > start and words[start].low not in PREPOSITIONS else None


def _own_deed(clause: Clause, hit: _Hit) -> Named | None:
    """*denied using drones*: the speaker's own deed."""
    if hit.at > 1 or hit.deed.form != "ing" or clause.source is None:
        return None
    speaker = clause.source.speaker
    return Named(speaker.on_behalf_of or speaker.name)


def _by_phrase(clause: Clause, hit: _Hit) -> Named | None:
    for at in range(hit.end, min(hit.end + 6, len(clause.words) - 1)):
        if clause.words[at].low == "by":
            return named(clause, at + 1, _phrase_end(clause.words, at + 1))
    return None


def _phrase_end(words: Sequence[Word], at: int) -> int:
    end = at
    while (
        end < len(words)
        and words[end].text not in BREAKS
        and words[end].low not in PREPOSITIONS | AUXILIARIES | {"that", "and", "which", "who", "but"}
    ):
        end += 1
    return end


def _object(clause: Clause, hit: _Hit, passive: bool) -> Thing | None:
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
    while (
        start > first
        and words[start - 1].is_word
        and words[start - 1].low
        not in DETERMINERS | PREPOSITIONS | AUXILIARIES | {"and", "that", "to", "its", "with"}
        and not finite_at(words, start - 1)
    ):
        start -= 1
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


def _recipient(clause: Clause, hit: _Hit, action: str) -> Named | None:
    words = clause.words
    marks = {"ATTACK": {"on", "against"}, "USE": {"against", "at"}, "SANCTION": {"on", "against"}}.get(
        action, {"to", "for", "against"}
    )
    for at in range(hit.end, len(words) - 1):
        if (
            words[at].low in marks
            and (words[at + 1].is_name or words[at + 1].low in DETERMINERS)
            and words[at + 1].low not in {"use"}
        ):
            return named(clause, at + 1, _phrase_end(words, at + 1))
    if action in {"SUPPLY", "INTEND_SUPPLY"} and hit.end < len(words) and words[hit.end].low in states():
        return named(clause, hit.end, hit.end + 1)
    return None


def _place(clause: Clause, hit: _Hit) -> Named | None:
    words = clause.words
    for at in range(hit.end, len(words) - 1):
        if words[at].low in {"in", "near", "inside", "at", "over", "from"} and words[at + 1].is_name:
            end = _phrase_end(words, at + 1)
            if re.fullmatch(r"(19|20)\d\d", words[at + 1].text) or end <= at + 1:
                continue
            return named(clause, at + 1, end)
    return None


def _value(clause: Clause, hit: _Hit, action: str) -> Named | None:
    """What it is identified as, matches, or differs from."""
    words = clause.words
    marks = {"IDENTIFY_AS": {"as"}, "MATCH": {"with", "to", "of"}, "DIFFER": {"from"}}.get(action)
    if marks is None:
        return None
    at = next(
        (n + 1 for n in range(hit.end, len(words)) if words[n].low in marks),
        hit.end if action == "MATCH" else None,
    )
    if at is None or at >= len(words):
        return None
    return named(clause, at, min(len(words), at + 7))
