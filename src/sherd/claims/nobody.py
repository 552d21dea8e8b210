"""Words that look like a speaker and are none: dates, papers by what they are of, machines.

*Between August and November 2023* names nobody, *shipping papers* are nobody's, and a *voltage regulator* or
a *control unit* is a part of a drone. What hangs on a noun for people behind it is left out as well: *members
of a council interviewed by the team* are members of a council.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.dates import MONTHS, WEEKDAYS
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word

OF_PAPERS = vocabulary(
    "shipping customs freight trade export import transport flight court tax satellite company corporate "
    "bank banking police leaked internal official public confidential military government serial test "
    "payment sales accounting tracking procurement contract insurance port air aviation registration "
    "commercial classified independent"
)
"""What papers, records and data are of; with the capital of a sentence it is no name."""

MACHINES = vocabulary("unit plant regulator carrier module centre center section station platform complex")
"""Nouns for a body that name a machine as well."""

TECHNICAL = vocabulary(
    "control measurement navigation guidance processing power steering sensor gps inertial flight voltage "
    "pressure fuel speed temperature drive ignition warhead logic storage cargo antenna radio receiver "
    "transmission propulsion tail nose wing ground computing electronics electronic optical homing engine"
)
"""What such a machine does, before its noun."""

_MET = vocabulary("interviewed contacted reached quoted cited polled questioned approached visited consulted")

_DATED = MONTHS.keys() | WEEKDAYS.keys() | {"and", "or", "to", "early", "late", "mid"}


def is_dates(words: Sequence[Word]) -> bool:
    """Whether words are days, months and years alone: *August and November 2023*."""
    return all(word.low in _DATED or word.text.isdigit() or not word.is_word for word in words)


def is_machine(words: Sequence[Word], head: str) -> bool:
    """*A voltage regulator*, *the inertial measurement unit*: a body's noun behind what a machine does."""
    at = next((n for n, word in enumerate(words) if word.low == head), 0)
    return head in MACHINES and at > 0 and words[at - 1].low in TECHNICAL and not words[at].is_name


def without_meeting(words: Sequence[Word]) -> Sequence[Word]:
    """*Residents interviewed by the team* as *residents*: how somebody was met is not who it is."""
    if _MET.isdisjoint(vocabulary_of(words)):
        return words
    for at in range(1, len(words) - 1):
        if words[at].low in _MET and words[at + 1].low in {"by", "in", "at", "on", "for"}:
            return words[:at]
    return words


def without_seat(words: Sequence[Word]) -> Sequence[Word]:
    """*The Oslo Stock Exchange-listed company* as *the company*: where it is listed is no name."""
    if not words or words[0].low not in {"the", "a", "an"}:
        return words
    at = next((n for n, word in enumerate(words) if word.low.endswith(_SEATED)), None)
    if at is None or at + 1 >= len(words) or words[at + 1].is_name:
        return words
    if not any(word.is_name for word in words[1 : at + 1]):
        return words
    return [words[0], *words[at + 1 :]]


_SEATED = ("-listed", "-traded", "-quoted")


def seated_before(words: Sequence[Word]) -> int:
    """How many words before a name say where a firm sits: *Hong Kong-registered Orlo*, *Bern-based Orlo*."""
    for at in range(min(3, len(words) - 1)):
        if words[at].low.endswith(SEATS):
            return at + 1 if words[at + 1].is_name else 0
        if not words[at].is_name:
            return 0
    return 0


SEATS = ("-based", "-registered", "-headquartered", "-listed", "-incorporated", "-domiciled")
"""Ends of words that say where a firm sits."""
