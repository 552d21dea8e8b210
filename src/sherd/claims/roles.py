"""Who did it, to whom, where: the roles around the word for an action in a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.grammar import AUXILIARIES, BREAKS, DETERMINERS, MARKS, PREPOSITIONS, finite_at
from sherd.claims.lexicon import Deed, adjectives, states, vocabulary
from sherd.claims.phrases import GOVERNMENTAL
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity
from sherd.model.statements import Named, Passage, Speaker

LEADING = vocabulary("but and however that which also then so because")


STOPPING = vocabulary(
    "stop stops stopped stopping halt halts halted halting end ends ended ending cease ceased ceasing "
    "suspend suspended suspending"
)


OWN = vocabulary("it its we our us they their he his she her i my")


@frozen
class Clause:
    """The words of what is said, and whose words they are; ``held`` are what pronouns may mean."""

    text: str
    words: Sequence[Word]
    source: Entity | None = None


@frozen
class Hit:
    """A word for an action: words ``[at, end)``; ``stopped`` by a word such as *stop* before it."""

    at: int
    end: int
    deed: Deed
    stopped: bool
    rank: int


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
    if words[0].low in {"its", "their", "our"} and words[-1].low in GOVERNMENTAL:
        behalf = _state_of(clause.source.speaker) if clause.source else None
        if behalf is not None:
            return Named(behalf, span)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            key = " ".join(word.low for word in words[at : at + size])
            if (state := states().get(key)) and _stands_for_state(words, at + size, key):
                return Named(state.name, span)
    while len(words) > 1 and words[0].low in DETERMINERS:
        words.pop(0)
    span = Passage.of(clause.text, words[0].start, words[-1].end)
    return Named(span.text, span) if len(words) <= 7 else None


def _state_of(speaker: Speaker) -> str | None:
    return speaker.on_behalf_of or (speaker.name if speaker.kind == "state" else None)


def _stands_for_state(words: Sequence[Word], end: int, key: str) -> bool:
    """*Russian military* is Russia; *American chipmakers* are not the United States."""
    if key not in adjectives() or end >= len(words):
        return True
    return words[end].low in GOVERNMENTAL or words[end].low in {
        "government",
        "side",
        "regime",
        "authorities",
        "forces",
    }


def doer(clause: Clause, hit: Hit) -> Named | None:
    """The subject of the verb; of a noun, the state whose attack or supply it is."""
    if hit.deed.kind == "noun":
        for at in range(max(0, hit.at - 3), hit.at):
            if state := states().get(clause.words[at].low):
                return Named(state.name, passage(clause, at, at + 1))
    return subject(clause, hit.at) or _own_deed(clause, hit)


def subject(clause: Clause, at: int) -> Named | None:
    """The subject before the verb, without what leads in, auxiliaries and an aside between commas."""
    words, end = clause.words, at
    while end and (
        (words[end - 1].low == "and" and end > 1 and words[end - 2].low in {"not", "never"})
        or words[end - 1].low in AUXILIARIES
        or words[end - 1].text in MARKS
        or words[end - 1].low in {"also", "then", "already"}
        or words[end - 1].low.endswith("ly")
        or words[end - 1].low
        in STOPPING | {"not", "never", "no", "longer", "to", "started", "begun", "continues"}
    ):
        end -= 1
    end = _before_aside(words, end)
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
    if end > start and words[start].low in AUXILIARIES:
        return None
    return named(clause, start, end) if end > start and words[start].low not in PREPOSITIONS else None


def _before_aside(words: Sequence[Word], end: int) -> int:
    """*Nile Motors, which employs nine people, sold*: where the name ends before the aside."""
    if not end or words[end - 1].text != ",":
        return end
    for opening in range(end - 2, 0, -1):
        if words[opening].text == "," and words[opening + 1].low in {"which", "who", "whose", "founded"}:
            return opening
    return end


def urged(clause: Clause) -> Named | None:
    """Who is to act: *Member States to record P*; *X stop P*, where nobody stands before *to* is nobody."""
    to = next((at for at, word in enumerate(clause.words[:8]) if word.low == "to"), 0)
    if not to or any(word.low in PREPOSITIONS - {"of"} for word in clause.words[:to]):
        return None
    return named(clause, 0, to)


def _own_deed(clause: Clause, hit: Hit) -> Named | None:
    """*denied using drones*: the speaker's own deed."""
    if hit.at > 0 or hit.deed.form != "ing" or clause.source is None:
        return None
    speaker = clause.source.speaker
    return Named(speaker.on_behalf_of or speaker.name)


def agent(clause: Clause, hit: Hit) -> Named | None:
    """Who did it, from *by* after a passive."""
    for at in range(hit.end, min(hit.end + 6, len(clause.words) - 1)):
        if clause.words[at].low == "by":
            return named(clause, at + 1, _phrase_end(clause.words, at + 1))
    return None


def recipient(clause: Clause, hit: Hit, action: str) -> Named | None:
    """To whom it is done, or from whom it is asked."""
    words = clause.words
    if action == "REQUEST":
        if is_passive(words, hit):
            return subject(clause, hit.at)
        return named(clause, hit.end, _phrase_end(words, hit.end)) if hit.end < len(words) else None
    if action == "HOLD_ACCOUNTABLE":
        held = next(
            (at for at in range(hit.at) if words[at].low in {"hold", "holds", "held", "holding"}), None
        )
        return named(clause, held + 1, hit.at) if held is not None else None
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


def place(clause: Clause, hit: Hit) -> Named | None:
    """Where it is done: a name after a preposition of place."""
    words = clause.words
    for at in range(hit.end, len(words) - 1):
        if words[at].low in {"in", "near", "inside", "at", "over", "from"} and words[at + 1].is_name:
            end = _phrase_end(words, at + 1)
            dated = words[at + 1].low.rstrip(".") in MONTHS or words[at + 1].low in WEEKDAYS
            if dated or re.fullmatch(r"(19|20)\d\d", words[at + 1].text) or end <= at + 1:
                continue
            return named(clause, at + 1, end)
    return None


def value(clause: Clause, hit: Hit, action: str) -> Named | None:
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


def passage(clause: Clause, first: int, last: int) -> Passage:
    """The words ``[first, last)`` of a clause as a passage."""
    return Passage.of(clause.text, clause.words[first].start, clause.words[last - 1].end)


def _phrase_end(words: Sequence[Word], at: int) -> int:
    end = at
    while (
        end < len(words)
        and words[end].text not in BREAKS
        and words[end].low not in PREPOSITIONS | AUXILIARIES | {"that", "and", "which", "who", "but"}
    ):
        end += 1
    return end


def is_passive(words: Sequence[Word], hit: Hit) -> bool:
    """Whether the verb is a participle with a form of *be* before it."""
    if hit.deed.kind != "verb" or hit.deed.form not in {"past", "participle"}:
        return False
    before = [word.low for word in words[max(0, hit.at - 3) : hit.at]]
    return any(low in {"is", "are", "was", "were", "been", "be", "being"} for low in before)
