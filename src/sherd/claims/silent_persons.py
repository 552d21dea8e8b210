"""Whom *the engineer* means, where the text has only named somebody: *For X Y it is simple. The engineer …*.

A reporter brings a person in by name, and tells what they are when they speak. A noun for a trade in the
singular, that nobody before bears, means the one person named in the sentences before of whom no office is
told. What somebody is to others (*the owner*, *the driver*) needs a verb that says so beside the name (*X Y,
who owns the yard*). *The 43-year-old* is the person spoken of last.

To add what somebody is by what they do: a row in ``TIES``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sherd.claims.bodies import span
from sherd.claims.cast import PARTICLES
from sherd.claims.firms import TRADES
from sherd.claims.kin import CORPORATE, FIRMS, LOOSELY
from sherd.claims.labels import DESCRIBING
from sherd.claims.later_names import HELD_BY_ONE
from sherd.claims.lexicon import adjectives, bodies, listed, outlets, states, things, vocabulary
from sherd.claims.phrases import NEVER_NAMES, ORGANISATION_WORDS, OUTLET_WORDS, PLURAL_PEOPLE, RANKS
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

TIES = {
    "owner": "owns owned own bought belongs belonged", "manager": "runs ran manages managed heads",
    "boss": "runs ran owns owned heads leads", "founder": "founded started runs ran set built",
    "director": "directs directed runs ran heads headed leads", "commander": "commands commanded leads led",
    "leader": "leads led heads headed", "chief": "leads led heads headed runs", "head": "leads heads runs",
    "lawyer": "represents represented defends defended acts advises", "driver": "drove drives drive driving",
    "attorney": "represents represented defends defended", "pilot": "flew flies fly flying",
    "captain": "captains captained skippered commanded commands", "skipper": "skippered skippers sails",
    "guard": "guards guarded", "editor": "edits edited", "author": "wrote writes", "founding": "founded",
    "dealer": "deals sells sold trades", "trader": "trades sells sold deals", "broker": "brokers sells",
    "teacher": "teaches taught", "neighbour": "lives lived", "tenant": "rents rented", "buyer": "bought buys",
    "seller": "sells sold", "worker": "works worked", "employee": "works worked", "fighter": "fought fights",
}  # fmt: skip
"""For each noun for what somebody is to others, the verbs that say it of them."""

_TIES = {noun: vocabulary(verbs) for noun, verbs in TIES.items()}

NOBODY = vocabulary(
    "source witness person people man woman boy girl victim suspect accused official minister member "
    "relative father mother brother sister son daughter wife husband widow friend prisoner king prince "
    "counterpart spokesman spokeswoman spokesperson judge reporter journalist correspondent photographer"
)
"""Nouns that bring in somebody else, or anybody."""

ENDINGS = ("ist", "ian", "eer", "smith", "wright")
"""Ends of nouns for a trade that no list has: *the metallurgist*."""

_PART = r"[A-Z][\w’'-]*\w"
_NAME = re.compile(rf"\b{_PART}(?: (?:(?:{'|'.join(sorted(PARTICLES))}) )*{_PART}){{1,3}}")
_STOP = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_BESIDE = re.compile(r"\s*,\s*(?:an?|the|its|his|her|their|one)\s")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_AT_PLACES = vocabulary("in at near from off outside around via through towards across into between")
_LANDS = vocabulary(
    "port new san santa saint st mount cape fort lake camp north south east west great los las el al gulf "
    "river bay isle island upper lower red black white"
)
"""Words that open the name of a place or of a ship as often as one of a person."""


def holder(words: Sequence[Word], register: Register) -> Entity | None:
    """The person whom *the* and a noun for a trade means, who has been named and has not spoken."""
    last = words[-1].low
    if last.endswith("-year-old"):
        return _last(words, register)
    for sentence in _before(words[0].start, register.text):
        named = tuple(dict.fromkeys(_persons(sentence, register)))
        if len(named) > 1 or (named and not _fits(last, sentence)):
            return None
        if named:
            return _made(named[0], words, last, register)
    return None


def is_trade(words: Sequence[Word]) -> bool:
    """Whether the words are *the* and a noun for a trade, with nothing beside it that names anybody."""
    if words[0].low != "the" or not 2 <= len(words) <= 5 or words[0].quoted:
        return False
    if words[-1].low.endswith("-year-old"):
        return True
    beside = [word for word in words[1:] if not word.low.endswith(DESCRIBING)]
    if not _is_trade(words[-1].low) or any(word.is_name or not word.is_word for word in beside):
        return False
    return not any(word.low in adjectives() for word in beside)


def _is_trade(noun: str) -> bool:
    if noun in NOBODY or noun in FIRMS - _TIES.keys() or noun in PLURAL_PEOPLE:
        return False
    return noun in listed("person") or noun in _TIES or (noun.endswith(ENDINGS) and noun not in things())


def _fits(noun: str, sentence: str) -> bool:
    """Whether nothing more needs to be told, or the sentence tells that they are this to others."""
    told = set(re.findall(r"[a-z]+", sentence.lower()))
    if noun in _TIES:
        return bool(told & _TIES[noun])
    return noun not in HELD_BY_ONE and noun not in RANKS and (noun not in LOOSELY or noun in _LOOSE)


_LOOSE = vocabulary("engineer scientist analyst researcher expert professor activist lawmaker")


def _before(at: int, text: str) -> Iterator[str]:
    """The two sentences before the offset, the nearer first, none farther than the line before."""
    opening = text.rfind("\n", 0, at) + 1
    first = text[opening:at].strip(" “\"'‘")
    if not first or not _STOP.search(text[opening:at] + "X"):  # the first sentence of its line
        opening = text.rfind("\n", 0, max(0, len(text[:opening].rstrip()))) + 1
    window = text[opening:at].rstrip(" “\"'‘")
    parts = [part for part in _STOP.split(window + " ") if part.strip()]
    if parts and not re.search(r"[.!?”\"]\s*$", parts[-1]):
        parts.pop()  # the words of the sentence itself in front of them
    yield from reversed(parts[-2:])


def _persons(sentence: str, register: Register) -> Iterator[str]:
    """The names in a sentence that can be those of somebody of whom no office is told."""
    bare = _QUOTED.sub(lambda found: " " * len(found[0]), sentence)
    for found in _NAME.finditer(bare):
        parts, start = found[0].split(), found.start()
        while len(parts) > 1 and not bare[:start].strip() and _opens(parts[0]):
            start += len(parts[0]) + 1
            parts = parts[1:]
        name = re.sub("['’]s$", "", " ".join(parts))
        before = bare[:start].split()[-1:]
        if len(parts) < 2 or _is_no_person(name, register):
            continue
        known = register.cast.persons.get(name.split()[-1].lower(), ())
        office = next((each.office for each in known if each.name == name), None)
        beside = _BESIDE.match(bare, found.end())
        if beside or (office and not office.lower().startswith("who")):
            yield f"{name} "  # somebody whose office is told: there are two, or this one is not meant
            continue
        if office is None and ((before and before[0].lower() in _AT_PLACES) or parts[0].lower() in _LANDS):
            continue
        yield name


def _opens(word: str) -> bool:
    low = word.lower()
    return low in NEVER_NAMES or low in _OPENING


_OPENING = vocabulary(
    "ask meet not nor for to with by on in at of like unlike even only then there enter few"
)


def _is_no_person(name: str, register: Register) -> bool:
    low = name.lower()
    parts = set(low.split())
    listed_so = low in states() or low in outlets() or low in bodies() or name in register.cast.firms
    public = parts & (ORGANISATION_WORDS | OUTLET_WORDS | CORPORATE | TRADES | listed("organisation"))
    return listed_so or bool(public) or not parts.isdisjoint(states().keys() | adjectives())


def _made(name: str, words: Sequence[Word], noun: str, register: Register) -> Entity | None:
    if name.endswith(" "):
        return None
    spoke = next((each for each in reversed(register.met) if each.speaker.name == name), None)
    if spoke is not None and (spoke.speaker.kind != "person" or spoke.speaker.role):
        return None
    known = register.cast.person(name.split()[-1], words[0].start)
    role = " ".join(word.text for word in words[1:])
    speaker = Speaker(name, "person", span(words, register), role=role)
    return Entity(speaker, frozenset({noun}), gender=known.he if known is not None else "")


def _last(words: Sequence[Word], register: Register) -> Entity | None:
    """*The 43-year-old*: the person who spoke or was told of last."""
    people = (each for each in reversed(register.order) if each.speaker.kind == "person")
    found = next(people, None)
    if found is None:
        named = [name for one in _before(words[0].start, register.text) for name in _persons(one, register)]
        name = named[0].strip() if named else ""
        found = Entity(Speaker(name, "person")) if name else None
    if found is None:
        return None
    speaker = found.speaker
    return Entity(
        Speaker(speaker.name, "person", span(words, register), speaker.role, speaker.on_behalf_of),
        found.heads,
        gender=found.gender,
    )
