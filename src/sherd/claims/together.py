"""Several who say the same: *Britain, France and Germany*, *Reuters and the Associated Press*.

Each is a speaker of their own; a report that outlets publish together has the first for its speaker and the
others beside it. What may be one name (*the Institute for Ports and River Studies*) is left as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import evolve

from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.lexicon import adjectives, states
from sherd.claims.offices import office_of
from sherd.claims.phrases import ORGANISATION_WORDS, OUTLET_WORDS, joined
from sherd.claims.sentences import Word
from sherd.claims.speakers import Entity, Register

Describe = Callable[[Sequence[Word], Register], Entity | None]

KINDS = frozenset({"state", "organisation", "outlet"})


def opens_list(words: Sequence[Word], comma: int, end: int) -> bool:
    """Whether states, or adjectives of states, go on behind the comma as far as *and* and one more."""
    rest = list(words[comma + 1 : end])
    joint = next((at for at, word in enumerate(rest) if word.low == "and"), None)
    if joint is None or joint + 1 >= len(rest) or not _is_state(words[:comma]):
        return False
    parts = _parts(rest[:joint])
    return all(_is_state(part) for part in parts) and any(
        joined(rest[joint + 1 : joint + 1 + size]).lower() in states() for size in (1, 2, 3)
    )


def _is_state(words: Sequence[Word]) -> bool:
    """Whether the words end with a state or its adjective."""
    return any(joined(words[-size:]).lower() in states() for size in (1, 2, 3) if len(words) >= size)


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.low in {",", "and"}:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def together(words: Sequence[Word], register: Register, describe: Describe) -> Entity | None:
    """The first of those who are named together, with the others."""
    joint = next((at for at in range(len(words) - 1, 0, -1) if words[at].low == "and"), 0)
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if not joint or any(at > joint for at in commas) or len(words) > 24:
        return None
    parts = _parts(words)
    if len(parts) < 2 or any(not word.is_word for part in parts for word in part):
        return None
    if not all(part[-1].is_name and (part[0].is_name or part[0].low == "the") for part in parts):
        return None
    found = [describe(part, register) for part in parts]
    named = [each for each in found if each is not None and each.speaker.kind in KINDS]
    if len(named) < len(parts) or any("(unnamed)" in each.speaker.name for each in named):
        return None
    outlets = sum(each.speaker.kind == "outlet" for each in named)
    if not all(_is_sure(part, each, outlets > 0, register) for part, each in zip(parts, named, strict=True)):
        return None
    others = tuple(each.speaker.name for each in named[1:])
    if outlets:
        return evolve(named[0], alternatives=others)
    return evolve(named[0], plural=True, also=tuple(named[1:]), alternatives=others)


def _is_sure(part: Sequence[Word], found: Entity, published: bool, register: Register) -> bool:
    """Whether the words are a name by themselves, and no half of a longer one."""
    if found.speaker.kind in {"state", "outlet"} or office_of(part):
        return True
    whole = joined(part).removeprefix("the ").removeprefix("The ")
    if found.speaker.name == whole and any(whole == each.speaker.name for each in register.met):
        return True
    if published and len(part) == 1:
        return True
    lows = {word.low for word in part}
    known = bool(lows & (ORGANISATION_WORDS | OUTLET_WORDS)) and not lows & PREPOSITIONS
    return known and len(part) > 1


def is_joined(words: Sequence[Word], comma: int) -> bool:
    """*Japanese, Danish and Polish firms*: a comma between two adjectives of states."""
    if not 0 < comma < len(words) - 1:
        return False
    near = words[comma - 1].low in adjectives() and words[comma + 1].low in adjectives()
    return near and any(a.low == "and" and b.low in adjectives() for a, b in pairwise(words[comma:]))
