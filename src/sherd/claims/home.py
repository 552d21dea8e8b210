"""Which state is at home in a text: whose *the defence ministry*, *the police*, *a senior official* are.

A paper leaves its own state out. Told by the capital in the dateline, where the text speaks of that state
beside it; by a service that the headline cites without its state (*CBS: Drone came from Chad*). A text filed
from where international bodies sit, or from two capitals, has no home unless the same line says so.

To add a seat of international bodies: a word in ``SEATS``.
"""

from __future__ import annotations

import re
from collections import Counter
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
    if (of_release := of_head(text)) is not None:
        often = sum(_times(of_release, "", words_of[each]) for each, _, _ in lines)
        return of_release if often >= OFTEN else None
    return _cited(words_of[lines[0][0]]) if lines else None


HEAD = 8
"""Lines at the head of a release among which its state and the day stand."""

_DAY = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\.? )?[A-Z][a-z]+\.? "
    r"(?:\d{1,2},? )?\d{4}\W*"
)
"""*Lima, 4 May 2024*, *Lima, May 4, 2024*."""


def of_head(text: str) -> str | None:
    """The state of a release, by a line with its name (*REPUBLIC OF X*) or by the capital beside the day.

    >>> of_head("MINISTRY OF THE INTERIOR\\nPRESS RELEASE\\nLima, 4 May 2024\\nP.")
    'Peru'
    """
    lines = [line.strip() for line in text[:1500].split("\n") if line.strip()][:HEAD]
    for line in lines:
        for part in line.split(" | "):
            named = _state_named(part)
            if named is not None:
                return named
    placed = (_DAY.fullmatch(line) for line in lines)
    capitals = (states().get(each["place"].lower()) for each in placed if each is not None)
    dated = next((state.name for state in capitals if state is not None), None)
    return dated or next(
        (state.name for line in lines if (state := states().get(layout.filed_from(line).lower()))), None
    )


_OWN = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[A-Z]?[a-z]+ ){0,2}?"
    r"(?:airspace|territory|territorial waters|authorities|citizens|Service|Forces|Army|Navy|Police)\b"
)
"""What the body of a state says of its own: *Peruvian airspace*, *the Peruvian Intelligence Service*."""


def of_issuer(text: str) -> str | None:
    """The state of whose own a ministry speaks most, where neither the head of the text nor its name tells.

    >>> of_issuer("A drone entered Peruvian airspace. The Peruvian Air Force saw it. Chad's Army slept.")
    'Peru'
    """
    counts = Counter(
        state.name for own in _OWN.finditer(text) if (state := states().get(own["whose"].lower())) is not None
    )
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    return ranked[0][0] if ranked[0][1] > ranked[1][1] else None


def _state_named(line: str) -> str | None:
    """*REPUBLIC OF X*, *Government of X*, *Ministry of P of the Republic of X*: a line that is a name."""
    if len(line) > 90 or line.endswith((".", "?", "”")):
        return None
    whole = states().get(line.lower())
    if whole is not None:
        return whole.name if not line.istitle() or " of " in line.lower() else None
    if not line.lower().startswith(("republic of ", "kingdom of ", "government of ")):
        return None
    state = states().get(line[line.lower().rfind("of ") + 3 :].lower().removeprefix("the "))
    return state.name if state is not None else None


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
