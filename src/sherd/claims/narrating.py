"""What a text says in its own voice: which bare sentences are statements, and at which level.

An article's own sentence counts where it says that a known thing was done, or that a state or a union put
somebody on a list. A document that speaks for somebody (a ministry's statement, a press release, a briefing,
a report) says what it says in every sentence: what was done, or is denied, is at level ``core``, the rest at
``secondary``. Questions state nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.asking import spoken_at
from sherd.claims.lexicon import DENIAL, body_names, cues, listed, states, things, vocabulary
from sherd.claims.negation import is_negated
from sherd.claims.propositions import deed_told, proposition
from sherd.claims.roles import Clause
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said
from sherd.claims.telling import for_record, is_held, owns_up, verb_of
from sherd.claims.told_clauses import told_in
from sherd.claims.verbs import main_verb
from sherd.claims.voices import Voice

SHORTEST = 4
"""Words of a bare sentence below which it says nothing of its own."""

LEADING = vocabulary("but and meanwhile however so well look thanks ok okay yes")
"""Words that lead in; *no* does only before a comma, for *no part was theirs* denies."""

ANSWERS = vocabulary("no first second third fourth fifth finally lastly nor")
"""Words that lead in before a comma."""

UNSURE = vocabulary("whether why how what who which")
"""First words of what is left open."""

ADDRESSED = vocabulary("thank thanks good go welcome let please sorry")
"""First words of what is said to those in the room."""


def bare(words: Sequence[Word], end: int) -> Sequence[Word]:
    """The words up to ``end`` without what leads in; a tuple, of which the same is not asked twice."""
    some = tuple([word for word in words if word.end <= end])
    while some and (some[0].low in LEADING or not some[0].is_word or _answers(some)):
        some = some[1:]
    return some


def _answers(some: Sequence[Word]) -> bool:
    """*No, P*; *First, P*."""
    return len(some) > 1 and some[0].low in ANSWERS and some[1].text in {",", ".", ":", "—", "–"}


def level(clause: Clause, voice: Voice, issued: bool) -> str | None:
    """At which level a bare sentence is a statement; ``None`` where it is none.

    ``issued`` says that the document as a whole speaks for somebody.
    """
    some = clause.words
    if len(some) < SHORTEST - (voice.narrates or issued) or some[0].quoted or verb_of(some) is None:
        return None
    if some[0].low in UNSURE or (
        voice.entity is None and (_is_saying(some) or _is_told(some)) and not _owns(some)
    ):
        return None
    if issued or (voice.narrates and voice.entity is not None):
        if some[0].low in ADDRESSED or ("let", "me") in {(a.low, b.low) for a, b in pairwise(some)}:
            return None
        told = is_negated(some) or proposition(clause, loosely=True).action not in {"OTHER", "REQUEST"}
        if not told and some[0].low.split("'")[0] in {"i", "we"} and not _tells_of(some[1:]):
            return None  # we have seen those comments
        return "core" if told else "secondary"
    if _publishes(some):
        return None
    own = None if some[0].low == "it" else _level_of_own(clause)
    return own or for_record(some)


def _publishes(words: Sequence[Word]) -> bool:
    """*Pictures of P were posted by X*, *the agency carried a statement*: where it was to be read."""
    if PUBLISHING.isdisjoint(word.low for word in words):
        return False
    main = main_verb(words)
    if main is None or words[main.verb].low not in PUBLISHING:
        return False
    subject, after = words[: main.first], words[main.verb + 1 : main.verb + 4]
    shown = {word.low for word in (*subject[:3], *(after if words[main.verb].low == "carried" else ()))}
    return bool(shown & TO_BE_READ)


PUBLISHING = vocabulary("posted published surfaced appeared released circulated emerged carried aired spread")
TO_BE_READ = vocabulary(
    "photos photographs pictures images footage video videos statement report dossier article interview "
    "document documents clip commentary"
)
"""What is published, and tells nothing by that."""


def _level_of_own(clause: Clause) -> str | None:
    """The level of an article's own sentence: a known thing in a known deed, or a listing by a state."""
    deed = deed_told(clause.words, loosely=True)
    thing = any(word.low in things() for word in clause.words)
    if deed is None or not (thing or deed.deed.action == "SANCTION"):
        return None
    prop = proposition(clause, loosely=True)
    if prop.action == "REQUEST":
        return None
    listing = prop.action == "SANCTION" and prop.actor is not None and prop.actor.name in _official()
    if not listing and (prop.object is None or not thing):
        return None
    return "core" if prop.actor is not None else "secondary"


def shows(words: Sequence[Word]) -> bool:
    """Whether a caption tells what its picture shows, and is no mere name: a verb or a participle in it."""
    if len([word for word in words if word.is_word]) < SHORTEST:
        return False
    part = any(
        word.low.endswith(("ed", "ing")) and not word.is_name and len(word.low) > 4 for word in words[1:]
    )
    verb = any(
        grammar.finite_at(words, at) and words[at - 1].low not in grammar.PREPOSITIONS
        for at in range(1, len(words))
    )
    return part or verb or any(word.low in LAID for word in words[1:])


def pictured(words: Sequence[Word], one: Said) -> Said:
    """*A rescuer shows P*, under a picture: who is seen with a thing says nothing of it."""
    if one.cue is None or one.from_left or words[one.cue[1] - 1].low not in SHOWING:
        return one
    person = one.source is not None and one.source.speaker.kind not in {"document", "outlet"}
    return evolve(one, source=None, cue=None) if person else one


SHOWING = vocabulary(
    "show shows showed display displays displayed identify identifies examine examines holds hold held"
)
"""What those do who are seen in a picture."""

LAID = vocabulary("laid shown seen taken found held built hit left struck sunk torn burnt")
"""Participles without the ending *-ed* of what a picture shows."""


def _owns(words: Sequence[Word]) -> bool:
    """*They stopped short of concluding that P*: what somebody did not say."""
    main = main_verb(words)
    return main is not None and owns_up(words, main)


def _is_saying(words: Sequence[Word]) -> bool:
    """Whether it tells of somebody's saying P, or of not saying it: *stopped short of saying that P*."""
    if words[0].low in {"we", "i"}:
        return False
    if words[0].low in {"it", "he", "she", "they"} and any(
        words[at].low == "that" and words[at - 1].low in cues() for at in range(1, len(words) - 1)
    ):
        return True  # whoever that was
    return any(words[at].low == "that" and _says(words[at - 1].low) for at in range(1, len(words) - 1))


def _is_told(words: Sequence[Word]) -> bool:
    """Whether the clause hangs on a verb of saying or denying: *both have denied receiving P*."""
    main = main_verb(words)
    if main is None or words[0].low in {"we", "i"} or owns_up(words, main):
        return False
    if is_held(words, main):
        return False  # the shells are said to have come from P
    if words[main.verb].low in {"wondered", "wonders", "asked", "asks"}:
        return True
    said = spoken_at(words, main.verb)
    return any(cue.act in {"deny", "urge"} or cue.verb in {"say", "claim", "tell"} for cue in said)


def _says(low: str) -> bool:
    """Whether the word before *that* is one of saying: *saying*, *claim*, *denial*."""
    if low in listed("accusation") or low in DENIAL:
        return True
    said = (cue for cue in cues().get(low, ()) if len(cue.words) == 1 and {"that", "quote"} <= cue.frames)
    return any(cue.act != "finding" and cue.verb not in _FIGURING for cue in said)


_FIGURING = vocabulary("suggest indicate estimate")
"""What figures do by themselves."""


def _tells_of(words: Sequence[Word]) -> bool:
    """Whether the words name a party or a thing."""
    return any(word.is_name or word.low in things() for word in words)


def without_frame(words: Sequence[Word]) -> Sequence[Word]:
    """*What I can tell you is that we assess that P*: P; *we have no sign that P* stays whole, denying P."""
    while (at := told_in(words)) is not None and words[0].low in {"what", "we", "i"}:
        if is_negated(words):
            break
        words = words[at:]
    return words


@cache
def _official() -> frozenset[str]:
    """The states, and the bodies that put others on lists."""
    return frozenset(state.name for state in states().values()) | body_names()
