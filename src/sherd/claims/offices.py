"""Offices, services and armed movements by any of their names; the table is ``sherd/data/offices.csv``,
armed movements stand in ``bodies.csv``.

*The HUR*, *Ukraine's military intelligence* and *Ukrainian Defence Intelligence* are one office. A short form
that a text brings in for somebody else goes before the table: the text is asked first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from sherd.claims.asked_once import once
from sherd.claims.lexicon import adjectives, bodies, states
from sherd.claims.phrases import joined, opens_state, plain
from sherd.claims.sentences import POSSESSIVES, Word
from sherd.data import rows

ARMED = frozenset({"group", "movement", "rebels", "militia", "force", "forces", "army", "fighters"})
"""Common nouns for an armed movement."""


@frozen
class Office:
    """A body by the name it is listed under, the state it speaks for, and common nouns for it."""

    name: str
    state: str | None
    heads: frozenset[str]


@cache
def offices() -> Mapping[str, Office]:
    """Every office by each of its names, in small letters."""
    found: dict[str, Office] = {}
    for row in rows("offices"):
        office = Office(row["name"], row["state"] or None, frozenset(row["heads"].split(";")))
        for name in (row["name"], *row["aliases"].split(";")):
            if name:
                found.setdefault(_key(name), office)
    for alias, name in bodies().items():
        found.setdefault(_key(alias), Office(name, None, _armed(name)))
    return found


def _armed(name: str) -> frozenset[str]:
    """Common nouns for an armed movement; *the army* is one only by its name."""
    said = name.lower()
    own = {noun for noun in ("army", "force", "forces") if noun.rstrip("s") in said}
    return ARMED - {"army", "force", "forces"} | own


@cache
def _openings() -> frozenset[str]:
    """The first words of every office and state: what opens with another word is neither."""
    return frozenset(re.split(r"[ ,]", name.replace(".", ""))[0] for name in (*offices(), *states()))


@once
def office_of(words: Sequence[Word]) -> Office | None:
    """The office that exactly these words name; a state before them must be its own."""
    some = plain(words) if words else []
    if len(some) > 4 and (part := _part_of_ministry(some)) is not None:
        return part
    if not some or len(some) > 9:
        return None
    if some[0].low.replace(".", "") not in _openings():
        return None
    known = offices()
    whole = _key(joined(some))
    if found := known.get(whole) or known.get(whole.replace("'s ", " ").replace("’s ", " ")):
        return found
    for size in (1, 2, 3) if opens_state(some[0]) else ():
        if size >= len(some):
            return None
        state = states().get(joined(some[:size]).lower())
        if state is None:
            continue
        owner = some[size].low in POSSESSIVES
        rest = joined(some[size + owner :]).lower()
        found = known.get(_key(f"{state.adjective} {rest}")) or known.get(_key(rest))
        if found and (
            found.state == state.name or (found.state is None and (owner or _is_adjective(some, size)))
        ):
            return found
    return None


_MINISTRIES = frozenset({"ministry", "ministries", "department", "staff", "forces", "navy", "army"})


def _part_of_ministry(words: Sequence[Word]) -> Office | None:
    """*Main Directorate of X of the Ministry of Defence of Y*: an office that a ministry holds."""
    lows = [word.low for word in words[:16]]
    for at in range(2, len(lows) - 2):
        if lows[at] != "of" or not _MINISTRIES & set(lows[at + 1 : at + 6]):
            continue
        tail = (joined(words[n : n + size]).lower() for n in range(at + 1, len(lows)) for size in (1, 2, 3))
        state = next((found for name in tail if (found := states().get(name))), None)
        if state is None:
            continue
        name = joined(words[:at])
        office = offices().get(_key(f"{state.adjective} {name}")) or offices().get(_key(name))
        if office is not None and office.state == state.name:
            return office
    return None


def _is_adjective(words: Sequence[Word], size: int) -> bool:
    return joined(words[:size]).lower() in adjectives()


def _key(name: str) -> str:
    return name.lower().replace("u.s.", "us").replace("u.k.", "uk").replace("u.n.", "un").replace(" ,", ",")
