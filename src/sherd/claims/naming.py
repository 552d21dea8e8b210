"""One party, one name: who acts goes by the name under which the document has them speak or brings them in.

*Corvane* is the *Corvane Devices* named before, *the KMF* the body whose short form it is, *the company* the
last company spoken of. *A company* is any, and keeps its words; so does whatever nobody in the text fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.fuller_names import fuller, spelled_out
from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import BODIES, FIRMS
from sherd.claims.lexicon import adjectives, body_names, listed, states, vocabulary
from sherd.claims.organisations import without_form
from sherd.claims.parties import PRONOUNS, PUBLIC, party
from sherd.claims.phrases import joined
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Named, Speaker

DEFINITE = vocabulary("the this that these those its their his her our my")
SERVICES = vocabulary(
    "army military navy forces troops ministry parliament court government cabinet authorities"
)
"""Bodies of a state that may be named without it: *the army*."""

PARTIES = frozenset({"organisation", "state", "outlet"})


def called(
    found: Named | None, words: Sequence[Word], register: Register, speaker: Speaker | None
) -> Named | None:
    """The party under its one name; ``words`` are those of its span, ``speaker`` whoever tells of it."""
    if found is None or not words:
        return found
    if speaker is not None and found.name == speaker.name:
        return evolve(found, name=spelled_out(found.name))
    if found.name.lower() in states() and words[-1].low in _OWN_BODIES and len(words) > 1:
        return _body_of(found, words, register)
    if found.name.lower() in states() or found.name in body_names():
        return found
    if all(part in states() for part in _PARTS.split(found.name.lower())):
        return found  # Chad and Mali
    words = _behind_state(words)
    some = [word for word in words if word.is_word and word.low not in POSSESSIVES]
    if not some or len(some) > 8:
        return found
    if some[0].low in PRONOUNS or some[0].low in grammar.CONTRACTED:
        return evolve(found, name=fuller(without_form(found.name), register))
    name = _by_noun(some, register, speaker) or _by_name(some, register)
    return found if name is None else evolve(found, name=without_form(fuller(name, register)))


_OWN_BODIES = vocabulary(
    "service directorate agency police guard customs bureau commission inspectorate prosecutors prosecutor "
    "court coastguard regulator council bank"
)
"""Bodies of a state that act in their own name: *Chad's coast guard*, and not its army or a ministry."""


def _body_of(found: Named, words: Sequence[Word], register: Register) -> Named:
    """The body under its own name, where the words name one of that state."""
    body = describe(words, register)
    if body is None or body.speaker.on_behalf_of != found.name or "(unnamed)" in body.speaker.name:
        return found
    return evolve(found, name=body.speaker.name)


_PARTS = re.compile(r", | and ")


def _behind_state(words: Sequence[Word]) -> Sequence[Word]:
    """*Russia's Ana Vale* without whose she is."""
    at = next((n for n, word in enumerate(words) if word.low in POSSESSIVES), 0)
    told = at and at + 1 < len(words) and words[-1].is_name
    return words[at + 1 :] if told and joined(words[:at]).lower() in states() else words


def _by_noun(words: Sequence[Word], register: Register, speaker: Speaker | None) -> str | None:
    """*the company*, *the army*, *the German firm*: the last that the noun may mean."""
    head = words[-1].low
    if words[-1].is_name or (words[0].low not in DEFINITE and len(words) > 1):
        return None
    if (
        head not in BODIES
        and head not in FIRMS
        and head not in listed("organisation")
        and head not in SERVICES
    ):
        return None
    told = frozenset(word.low for word in words[:-1]) - DETERMINERS
    if len(told) > 2:
        return None
    own = party(speaker) if speaker is not None and speaker.kind not in PARTIES else ""
    if head in SERVICES and own.lower() in states():
        return own
    if speaker is not None and speaker.kind == "organisation" and head in speaker.name.lower().split():
        return speaker.name
    if head in own.lower().split() and not told and "(unnamed)" not in own:
        return own  # a Commerce Department spokesman on the department
    stranger = speaker is None or own == speaker.name or own.lower() in states() or "(unnamed)" in own
    if head in _GENERAL and own and not stranger and not told and not set(own.lower().split()) & PUBLIC:
        return own
    found = register.by_head(head, plural=False, told=told)
    if found is not None and head in _OTHERS and head not in found.heads:
        return None
    if found is not None and found.speaker.kind in PARTIES and "(unnamed)" not in found.speaker.name:
        return without_form(found.speaker.name)
    if head in FIRMS and not told - adjectives():
        return register.mentions.by_head(head)
    return None


_OTHERS = vocabulary(
    "importer exporter customer buyer client distributor supplier reseller trader dealer middleman broker "
    "wholesaler retailer intermediary seller"
)
"""What somebody is to another: not whichever company was spoken of last."""

_GENERAL = vocabulary("company firm business enterprise manufacturer maker group")
"""What those who speak for a company call it; *the importer*, *the bank* is another."""


def _by_name(words: Sequence[Word], register: Register) -> str | None:
    """A name under the form that the document uses for its bearer: *the KMF*, *Corvane*."""
    bare = [word for word in words if word.low not in DETERMINERS]
    if not bare or not bare[0].is_name or not bare[-1].is_name:
        return None
    found: Entity | None = describe(words, register)
    if found is not None and "(unnamed)" not in found.speaker.name:
        return without_form(found.speaker.name)
    return without_form(" ".join(word.text for word in bare))
