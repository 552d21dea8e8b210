"""Whose count a bare sentence tells: *the Harbour Watch has counted 40 drones*, *they traced the board to X*.

Nobody is said to say anything there, yet the number, or where a part was traced to, is the finding of whoever
counted, and the article only passes it on. That somebody looked at a part, took it along or opened it is told
by the article itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.inflection import forms
from sherd.claims.lexicon import vocabulary
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.claims.verbs import BE

COUNTS = frozenset(
    form.words[0]
    for verb in ("count", "tally", "log", "trace", "match", "track", "link")
    for form in forms(verb, "")
    if form.form in {"past", "participle"}
)
"""Verbs whose subject has found out what they tell."""


def counter(words: Sequence[Word], register: Register) -> Entity | None:
    """Whoever counted or traced what the clause tells; ``None`` where nobody did, or it was a paper."""
    at = next((n for n in range(1, len(words)) if _counts(words, n)), None)
    if at is None:
        return None
    first = at
    while first and (
        words[first - 1].low in _HELPERS
        or (words[first - 1].low.endswith("ly") and not words[first - 1].is_name)
    ):
        first -= 1
    some = words[:first]
    if not some or {word.low for word in words[first:at]} & BE or words[first - 1].low in {"who", "which"}:
        return None
    who = describe(some, register)
    return who if who is not None and who.speaker.kind in SPEAKERS else None


SPEAKERS = vocabulary("person organisation state anonymous anonymous_official")
_HELPERS = vocabulary("has have had also since already so far now")


def _counts(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    if words[at].quoted or words[at].is_name:
        return False
    return low in COUNTS and words[at - 1].low not in BE and at + 1 < len(words) and words[at + 1].low != "by"
