"""Bodies and people in office whose state a sentence leaves out: *the foreign ministry*, *a security source*.

A newsroom tells the state once. Whose body it is follows, in this order, from where the sentence puts it (*In
Lima, the navy said P*; *the Chilean daily X, citing a security source*), from the state that spoke or was
answered for just before in the paragraph, from the state at home in the text, from the only state whose body
of this kind the text names, from what the paragraph is about, and from whose officials the lead quotes. Where
none tells, or the words are those of a union or a region, the body stays without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from sherd.claims.bodies import GOVERNMENTS, adjective, span
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import (
    adjectives,
    cues,
    home_of,
    listed,
    party_sizes,
    states,
    vocabulary,
)
from sherd.claims.phrases import GOVERNMENTAL, OUTLET_WORDS, joined, plain
from sherd.claims.quotes import quotations
from sherd.claims.sentences import POSSESSIVES, Word, sentences
from sherd.claims.sentences import words as words_in
from sherd.claims.serving import FIELDS, KINDS, SERVICES, SERVING, as_body, serves, told_by_place
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Speaker

REACTING = vocabulary(
    "answer answered reaction reacted reply replied response responded silent silence denial version account "
    "position line rejected dismissed denied denies rejects dismisses comment commented statement blamed "
    "accused summoned protested complained"
)
"""Words of a sentence in which a state speaks, or is told to have kept silent."""

CITING = vocabulary("citing quoting quoted quotes cited cites")

_AMERICA = "United States"
"""Whose *administration officials* are, in a text that names it."""

Describe = Callable[[Sequence[Word], Register], Entity | None]


def with_state(found: Entity, words: Sequence[Word], register: Register, describe: Describe) -> Entity:
    """The same somebody with the state whose they are, where the words leave it out and the text tells it."""
    speaker = found.speaker
    if speaker.kind not in KINDS or (
        speaker.on_behalf_of is not None and not told_by_place(speaker, register)
    ):
        return found
    found = as_body(found)
    alone = found.speaker.name in {"official (unnamed)", "officials (unnamed)"}
    if not (serves(found.speaker.name, found.speaker.kind) or alone) or any(word.quoted for word in words):
        return found
    state = _whose(words, found.speaker, register)
    return found if state is None else _named_of(found, state, words, register, describe)


def of_state(entity: Entity, state: str, register: Register, describe: Describe) -> Entity:
    """*MINISTRY OF THE INTERIOR* over a release of a state: under the name that it has in running text."""
    where = entity.speaker.span
    if where is None:
        return entity
    line = where.text.split(":")[0].removeprefix("the ").removeprefix("The ")
    parts = [each if each in _SMALL else each.capitalize() for each in line.lower().split()]
    some = parts if line.isupper() else line.split()
    words = [Word(part, where.start, where.end) for part in (*some, "of", *state.split())]
    named = describe(words, register)
    if named is None or named.speaker.on_behalf_of != state:
        return evolve(entity, speaker=evolve(entity.speaker, on_behalf_of=state))
    return evolve(named, speaker=evolve(named.speaker, span=where), heads=entity.heads | named.heads)


_SMALL = vocabulary("of the and for on")


def _named_of(
    found: Entity, state: str, words: Sequence[Word], register: Register, describe: Describe
) -> Entity:
    """The body under the name that it has with its state before it."""
    head = found.speaker.name.removesuffix(" (unnamed)").lower().split()[-1]
    where = span(words, register)
    if head in GOVERNMENTS or head in listed("state_body"):
        return Entity(Speaker(state, "state", where), frozenset({"government", "cabinet", head}))
    some, bare = plain(words), found.speaker.name
    if "(unnamed)" not in bare and found.speaker.kind == "organisation":
        some = [Word(part, where.start, where.end) for part in bare.replace("'s", " 's").split()]
    elif _opens(some, register.text):
        some = [evolve(some[0], text=some[0].low), *some[1:]]
    if found.speaker.kind == "organisation":
        whose = [Word(part, some[0].start, some[0].end) for part in adjective(state).split()]
        named = describe([*whose, *some], register)
        if named is not None and _is_whole(named.speaker, head, state):
            return evolve(named, speaker=evolve(named.speaker, span=where), heads=found.heads | named.heads)
        bare = joined(some)
    elif found.speaker.kind == "outlet":
        bare = joined(some)
    former = "former " if bare.startswith("former ") else ""
    name = f"{former}{adjective(state)} {bare.removeprefix('former ')}"
    return evolve(
        found,
        speaker=evolve(found.speaker, name=name, on_behalf_of=state),
        alternatives=(*found.alternatives, state),
    )


def _is_whole(named: Speaker, head: str, state: str) -> bool:
    """Whether the body found under its full name is still that one."""
    return named.on_behalf_of == state and named.kind == "organisation" and head in named.name.lower().split()


def _opens(some: Sequence[Word], text: str) -> bool:
    """Whether the first word has its capital from the sentence that it opens: *State media said P*."""
    if len(some) > 1 and some[1].is_name:
        return False
    before = text[: some[0].start].rstrip(" \"“‘'")[-1:]
    return some[0].low in FIELDS | SERVICES and before in {"", ".", "!", "?", ":", "\n", "”", "—"}


def _whose(words: Sequence[Word], speaker: Speaker, register: Register) -> str | None:
    """The state whose the body is, by what stands nearest to it."""
    at = words[0].start
    before = _up_to(at, register)
    if not before:
        return None
    own = before.pop()
    if "administration" in speaker.name.split() and speaker.kind != "organisation":
        return (
            _AMERICA
            if any(register.says(each) for each in ("U.S.", "US ", "United States", "Washington"))
            else None
        )
    placed = _inside(words) or _owned_before(own, at) or _placed(own, at)
    if placed is not None or (_is_cited(own, words)):
        return placed or _of_outlet(own, words)
    if speaker.name.startswith("official"):
        return None  # whose, the officials who spoke before tell
    if (there := _told_there(own, words)) is not None:
        return there
    named = "(unnamed)" not in speaker.name
    if named and (only := _only(speaker, register)) is not None:
        return only
    for some in reversed(before):
        if (reacting := _reacting(some, register)) is not None:
            return reacting
    if register.home is not None:
        return register.home
    if (only := None if named else _only(speaker, register)) is not None:
        return only
    if speaker.name.startswith("government"):
        return None  # of the paper's own state, as a rule
    about = next((state for some in reversed(before) if (state := _opening(some))), None)
    return about or _of_lead(at, register)


BACK, ON = 900, 300
"""Characters of the paragraph before and behind a body in which its state is looked for."""


def _up_to(at: int, register: Register) -> list[tuple[Word, ...]]:
    """The sentences of the paragraph up to the one in which the place ``at`` is."""
    near = register.near
    if near and near[0] and near[-1] and near[0][0].start <= at <= near[-1][-1].end:
        return [each for each in near[-REACH_BACK:] if each and each[0].start <= at]
    text = register.text
    begins = text.rfind("\n", max(0, at - BACK), at) + 1
    if not begins and at > BACK:
        begins = text.find(" ", at - BACK) + 1
    ends = text.find("\n", at, at + ON)
    ends = ends if ends > 0 else min(len(text), at + ON)
    inside = quotations(text, [(begins, ends)])
    found = [each.words for each in sentences(text, (0, begins, ends), inside) if each.words]
    return [each for each in found if each[0].start <= at]


REACH_BACK = 5
"""Sentences of the paragraph in which the state is looked for."""


def of_role(role: Sequence[Word], words: Sequence[Word], register: Register) -> str | None:
    """*In Lima, army spokesman X Y said P*; *foreign ministry spokesman X Y told a briefing in Lima*."""
    lows = {word.low for word in role if word.is_word}
    if not (lows & SERVICES and lows & SERVING) or any(word.is_name and word is not role[0] for word in role):
        return None
    near = _up_to(role[0].start, register)
    return _placed(near[-1], role[0].start) or _told_there(near[-1], words) if near else None


def _state_at(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The state that the words from ``at`` on stand for, and how many they are."""
    if not words[at].is_name or words[at].quoted:
        return None
    for size in party_sizes().get(words[at].low, ()):
        state = states().get(joined(words[at : at + size]).lower())
        if state is not None:
            return state.name, size
    return None


def _placed(own: Sequence[Word], at: int) -> str | None:
    """*In Lima, the navy said P*; *Meanwhile, in Peru, police said P*."""
    for n in range(min(4, len(own) - 1)):
        if own[n].low in {"in", "from"} and not own[n].quoted:
            named = n + 1 + (own[n + 1].low == "the")
            found = _state_at(own, named) if named < len(own) else None
            behind = named + found[1] if found is not None else len(own)
            near = behind < len(own) and (own[behind].text == "," or own[behind].start == at)
            return found[0] if found is not None and near and own[behind].start <= at else None
    return None


def _inside(words: Sequence[Word]) -> str | None:
    """*The State Office for Trade in Lima*: where the body sits."""
    if words[0].low in {"navy", "army", "air"} or words[:2][-1].text in {"Navy", "Army", "Air", "Marine"}:
        return None  # a Navy laboratory abroad
    at = next((n for n in range(1, len(words) - 1) if words[n].low in {"in", "at"}), None)
    found = _state_at(words, at + 1 + (words[at + 1].low == "the" and at + 2 < len(words))) if at else None
    return found[0] if found is not None else None


def _owned_before(own: Sequence[Word], at: int) -> str | None:
    """*Peru's Civil Aviation Office*, of which only the name was asked about."""
    end = next((n for n, word in enumerate(own) if word.start >= at), 0)
    if end < 2 or own[end - 1].low not in POSSESSIVES:
        return None
    for first in range(max(0, end - 4), end - 1):
        found = _state_at(own, first)
        if found is not None and first + found[1] == end - 1:
            return found[0]
    return None


def _told_there(own: Sequence[Word], words: Sequence[Word]) -> str | None:
    """*…,” a foreign ministry spokesman told reporters in Lima*: a capital behind the verb."""
    last = next((n for n, word in enumerate(own) if word.start >= words[-1].end), len(own))
    said = False
    for n in range(last, min(last + TOLD_WITHIN, len(own) - 1)):
        if own[n].quoted or own[n].text in {",", ":", ";", "“", '"'} or own[n].low == "that":
            return None
        said = said or own[n].low in cues()
        if own[n].low == "in" and said:
            found = _state_at(own, n + 1)
            return found[0] if found is not None else None
    return None


TOLD_WITHIN = 8
"""Words behind a speaker in which the capital stands where they spoke."""


def _cited_at(own: Sequence[Word], words: Sequence[Word]) -> tuple[int, int]:
    first = next((n for n, word in enumerate(own) if word.start >= words[0].start), len(own))
    last = next((n for n, word in enumerate(own) if word.start >= words[-1].end), len(own))
    return first, last


def _is_cited(own: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether an outlet cites the words: whose they are, it alone can tell."""
    first, last = _cited_at(own, words)
    return any(word.low in CITING for word in (*own[max(0, first - 3) : first], *own[last : last + 2]))


def _of_outlet(own: Sequence[Word], words: Sequence[Word]) -> str | None:
    """*The Chilean daily X, citing a security source*; *a source quoted by Chile's X agency*."""
    first, last = _cited_at(own, words)
    behind = any(word.low in CITING for word in own[last : last + 2])
    return _outlets_state(own[last:] if behind else own[:first])


def _outlets_state(words: Sequence[Word]) -> str | None:
    """The state of the outlet named last, by the adjective before it or by the table."""
    for at in range(len(words) - 1, -1, -1):
        known = (home_of(joined(words[at : at + size])) for size in (2, 1))
        if (state := next((each for each in known if each is not None), None)) is not None:
            return state
        found = _state_at(words, at)
        if found is not None and any(
            word.low in listed("outlet") or word.low in OUTLET_WORDS or word.low == "agency"
            for word in words[at + found[1] : at + found[1] + 5]
        ):
            return found[0]
    return None


def _reacting(some: Sequence[Word], register: Register) -> str | None:
    """The state that speaks in a sentence, or of which it tells that it answered or kept silent."""
    told = any(not word.quoted and (word.low in REACTING or word.low in cues()) for word in some)
    if told and (opening := _opening(some)) is not None:
        return opening
    return _speaking(some, register)


_BODIES = frozenset({"organisation", "state"})
_ANYBODY = _BODIES | {"person", "anonymous", "anonymous_official"}


def _speaking(some: Sequence[Word], register: Register) -> str | None:
    """The state for which the first to speak in a sentence speaks."""
    start, end = some[0].start, some[-1].end
    kinds = _ANYBODY if register.home is None else _BODIES  # whom a foreign official may only answer
    spoke: list[tuple[int, str]] = []
    for each in reversed(register.met):
        where = each.speaker.span
        if where is not None and where.start < start:
            break
        if where is not None and where.start < end and each.speaker.kind in kinds:
            name = each.speaker.name if each.speaker.kind == "state" else each.speaker.on_behalf_of or ""
            if name.lower() in states():
                spoke.append((where.start, states()[name.lower()].name))
    return min(spoke)[1] if spoke else None


def _opening(some: Sequence[Word]) -> str | None:
    """The state that a sentence opens with: *Lima's answer*, *Peru has asked*, *Peruvian officials*."""
    first = 0
    while first < len(some) - 1 and (some[first].low in LEADING_IN or not some[first].is_word):
        first += 1
    found = _state_at(some, first)
    if found is None or found[1] + first >= len(some):
        return None
    behind = some[first + found[1] : first + found[1] + 3]
    if behind[0].low in {"and", ","} and len(behind) > 1 and _state_at(behind, 1) is not None:
        return None  # Peru and Chad
    if joined(some[first : first + found[1]]).lower() not in adjectives() or behind[0].low in POSSESSIVES:
        return found[0]
    office = any(word.low in SERVICES or word.low in SERVING or word.low in GOVERNMENTAL for word in behind)
    return found[0] if office else None


LEADING_IN = vocabulary("but and yet meanwhile still the then now so in for")


def _only(speaker: Speaker, register: Register) -> str | None:
    """The one state before or behind whose name or people the text has a body of this kind."""
    lows = re.sub(r"['’]s\b", "", speaker.name.removesuffix(" (unnamed)").lower()).split()
    if lows[-1] in SERVING:
        lows.pop()
    if "(unnamed)" not in speaker.name:
        kept = lows
    else:
        kept = lows[-2:] if lows and lows[-1] in _FIELDED else lows[-1:]
    key = " ".join(kept)
    if key and f"{key}, whose" in register.wholes:
        return register.wholes[f"{key}, whose"] or None
    if not key or key in {"ministry", "service", "agency", "state", "government", "military", "security"}:
        return None
    found = {
        state
        for start in _places(key, register.text)
        if (state := _beside(register.text, start, start + len(key))) is not None
    }
    register.wholes[f"{key}, whose"] = next(iter(found)) if len(found) == 1 else ""
    return register.wholes[f"{key}, whose"] or None


_FIELDED = vocabulary("ministry force service agency guard")
"""Nouns that the word before them tells from others of the state."""


def _places(key: str, text: str) -> Iterator[int]:
    """Where the words stand in a text, written large or small."""
    low = text.lower()
    at = low.find(key) if len(low) == len(text) else -1
    while at >= 0:
        if not low[max(0, at - 1) : at].isalnum() and not low[at + len(key) : at + len(key) + 1].isalnum():
            yield at
        at = low.find(key, at + 1)


def _beside(text: str, start: int, end: int) -> str | None:
    """The state whose the text says the body at this place is: *Mali's ruling junta*, *the army of Mali*."""
    near = tuple(words_in(text, max(0, start - 40), start))
    for at in range(len(near) - 1, max(-1, len(near) - 5), -1):
        for first in (at - 2, at - 1, at):
            found = _state_at(near, first) if first >= 0 else None
            if found is not None and first + found[1] == at + 1:
                return found[0]
        if not near[at].is_word or near[at].low in DETERMINERS or near[at].low in PREPOSITIONS:
            break
    behind = tuple(words_in(text, end, min(len(text), end + 40)))[:4]
    if len(behind) < 2 or behind[0].low != "of":
        return None
    after = _state_at(behind, 1 + (behind[1].low == "the")) if len(behind) > 2 else _state_at(behind, 1)
    return after[0] if after is not None else None


def _of_lead(at: int, register: Register) -> str | None:
    """The state whose officials the first sentence quotes, or with which it opens."""
    lead = register.lead
    return _speaking(lead, register) or _opening(lead) if lead and lead[-1].end < at else None
