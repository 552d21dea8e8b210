"""Which state is at home in a text: whose *the defence ministry*, *the police*, *a senior official* are.

A paper leaves its own state out. Told by the capital in the dateline, where the text speaks of that state
beside it; by a service that the headline cites without its state (*CBS: Drone came from Chad*). A text filed
from where international bodies sit, or from two capitals, has no home unless the same line says so.

To add a seat of international bodies: a word in ``SEATS``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sherd.claims import layout
from sherd.claims.lexicon import states, vocabulary
from sherd.claims.offices import office_of
from sherd.claims.sentences import Word

OFTEN = 2
"""Times that a text speaks of the state of its dateline, from which it is at home there."""

SEATS = vocabulary("brussels vienna geneva nairobi doha")
"""Capitals and towns from which the news of international bodies is filed."""


def of_text(
    text: str, lines: Sequence[tuple[int, int, int]], words_of: Mapping[int, Sequence[Word]]
) -> str | None:
    """The state at home in a text, by its dateline or by whom its headline cites."""
    for number, start, end in lines[: layout.LEAD_LINES]:
        place = layout.filed_from(text[start:end]).lower()
        state = states().get(place)
        if state is None:
            continue
        inside = _times(state.name, place, words_of[number])
        if inside or place in SEATS:
            return state.name if inside else None
        often = sum(_times(state.name, place, words_of[each]) for each, _, _ in lines)
        return state.name if often >= OFTEN else None
    return _cited(words_of[lines[0][0]]) if lines else None


def _times(state: str, place: str, words: Sequence[Word]) -> int:
    """How often words name a state otherwise than by the place."""
    lows = [word.low if word.is_name else "" for word in words]
    named = (states().get(key) for key in (*lows, *map(" ".join, pairwise(lows))) if key != place)
    return sum(1 for each in named if each is not None and each.name == state)


def _cited(headline: Sequence[Word]) -> str | None:
    """*CBS: Drone came from Chad*: the state of the office before the colon."""
    if len(headline) < 3 or headline[1].text != ":":
        return None
    known = office_of(headline[:1])
    return known.state if known is not None else None
