"""Who is brought in by what they are, and named afterwards: *Malta's defence minister said P. … X Y told Q*.

A lead tells the office and keeps the name for the paragraph that quotes. Somebody in an office that one
person holds, and then a person of whom the text says nothing but the name (or a rank), is one speaker; so
is *a Dutch-based group* and the body whose name opens the next paragraph. Who asks not to be named is not.

To add an office: a word in ``HELD_BY_ONE``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.lexicon import states, vocabulary
from sherd.claims.phrases import RANKS
from sherd.claims.speakers import PEOPLE, Entity, Register
from sherd.model.statements import Speaker, Statement

HELD_BY_ONE = vocabulary(
    "minister spokesman spokeswoman spokesperson commander ambassador envoy president premier chancellor "
    "director head chief chairman chairwoman chairperson chair secretary governor mayor leader executive ceo "
    "founder owner commissioner ombudsman rapporteur commandant dean rector"
)
"""Offices that one person holds at a time."""

HIDDEN = (
    "anonym", "not be named", "not to be named", "not be identified", "be identified only", "without giving",
    "declined to be named", "asked not to", "asked that", "off the record", "authorised to", "authorized to",
)  # fmt: skip
"""What a paragraph says of somebody who is not to be named."""

AFTERWARDS = 3
"""Paragraphs after the office among which the name stands."""


def identified(entity: Entity, register: Register) -> Entity:
    """A speaker named for the first time, with the office under which the text has them speak before."""
    speaker = entity.speaker
    if speaker.span is None or "(unnamed)" in speaker.name:
        return entity
    at = register.text.find(speaker.name)
    if not speaker.span.start <= at < speaker.span.end:
        return entity
    before: Entity | None = None
    if speaker.kind == "person" and _says_nothing(speaker.role or "") and not speaker.on_behalf_of:
        before = _holder(speaker.name, at, register)
    elif speaker.kind == "person":
        before = _in_same_office(speaker, at, register)
    elif speaker.kind == "organisation" and not speaker.on_behalf_of:
        before = _opened(speaker.span.start, register)
    if before is None:
        return entity
    register.named_later[speaker.name] = before.speaker.name
    person = speaker.kind == "person" and before.speaker.span is not None
    role = speaker.role or (before.speaker.span.text if person and before.speaker.span else None)
    told = evolve(speaker, role=role, on_behalf_of=before.speaker.on_behalf_of or speaker.on_behalf_of)
    return evolve(entity, speaker=told, heads=entity.heads | before.heads)


def _holder(name: str, at: int, register: Register) -> Entity | None:
    """The unnamed holder of an office who spoke last, where the text gives the one now named no other."""
    people = (each for each in reversed(register.met) if each.speaker.kind in PEOPLE)
    last = next(people, None)
    if last is None or not _is_holder(last) or not _follows(last, at, register.text, AFTERWARDS):
        return None
    known = register.cast.person(name.split()[-1], at)
    office = known.office.lower().split() if known is not None and known.name == name else []
    if not _says_nothing(" ".join(office)):
        return last if set(office) <= _words(last) else None
    return None if _TOLD_BESIDE.match(register.text, at + len(name)) else last


def _in_same_office(speaker: Speaker, at: int, register: Register) -> Entity | None:
    """*The Latvian defence minister said P. … Defence Minister X Y said Q*: one office, and one state."""
    people = (each for each in reversed(register.met) if each.speaker.kind in PEOPLE)
    last = next(people, None)
    if last is None or not _is_holder(last) or not _follows(last, at, register.text, AFTERWARDS):
        return None
    one, other = last.speaker.on_behalf_of, speaker.on_behalf_of
    if None not in {one, other} and one != other:
        return None
    role, before = _compared(speaker.role or ""), _compared(last.speaker.name)
    held, rest = role & before & HELD_BY_ONE, role - before - _words_of_state(other or one)
    return last if held and not rest and (role - held or one == other) else None


def _compared(office: str) -> frozenset[str]:
    """The words of an office, in one spelling and without the small ones."""
    low = office.lower().replace("defense", "defence").replace(",", " ")
    return frozenset(low.split()) - {"the", "of", "for", "and", "(unnamed)"} - RANKS


def _words_of_state(name: str | None) -> frozenset[str]:
    state = states().get((name or "").lower())
    return (
        frozenset(f"{state.name} {state.adjective} {state.name}'s".lower().split()) if state else frozenset()
    )


_TOLD_BESIDE = re.compile(r"\s*[,(]|\s(?:of|from|at|with)\s")
"""What follows a name of which the text says more."""


def _opened(at: int, register: Register) -> Entity | None:
    """The body without a name that spoke last, where the one now named opens the next paragraph."""
    last = register.met[-1] if register.met else None
    if last is None or register.text[max(0, at - 1) : at] != "\n":
        return None
    if last.speaker.kind != "organisation" or "(unnamed)" not in last.speaker.name:
        return None
    span = last.speaker.span
    brought_in = span is not None and span.text.lower().startswith(("a ", "an "))
    return last if brought_in and _follows(last, at, register.text, 1) else None


def _says_nothing(office: str) -> bool:
    """Whether a role is empty, or nothing but a rank."""
    return all(word.strip(".,").lower() in RANKS for word in office.split() if word.strip(".,"))


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(entity.speaker.name.lower().split()) | {"the"}


def _is_holder(entity: Entity) -> bool:
    speaker = entity.speaker
    if not speaker.kind.startswith("anonymous") or entity.plural or speaker.span is None:
        return False
    before = speaker.name.removesuffix(" (unnamed)").lower().split()
    head = next((n for n, low in enumerate(before) if low in PREPOSITIONS and n), len(before))
    return len(before) > 1 and before[head - 1] in HELD_BY_ONE and not {"former", "ex"} & set(before)


def _follows(entity: Entity, at: int, text: str, paragraphs: int) -> bool:
    """Whether the name stands at most so many paragraphs on, and nothing asks not to name them."""
    span = entity.speaker.span
    if span is None or span.end > at:
        return False
    between = text[span.end : at]
    lines = [line for line in between.split("\n")[:-1] if line.strip()]
    return len(lines) <= paragraphs and not any(told in between for told in HIDDEN)


def renamed(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with whoever is named later under the name where they speak under it too."""
    spoke = {each.source.name: each.source for each in made}
    names = {of: spoke[name] for name, of in register.named_later.items() if name in spoke}
    return [_renamed(each, names[each.source.name]) if each.source.name in names else each for each in made]


def _renamed(statement: Statement, later: Speaker) -> Statement:
    was = statement.source
    source = evolve(was, name=later.name, kind=later.kind, role=later.role, on_behalf_of=later.on_behalf_of)
    others = tuple(each for each in statement.alt_sources if each != later.name)
    return evolve(statement, source=source, alt_sources=others)
