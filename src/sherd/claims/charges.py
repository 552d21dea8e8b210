"""*Governor of Vale Region Ann Lowe said*: where the name begins behind an office, without a comma.

News agencies write so, and leave out the article with it: *the director of Norton Vale Optics* may be a firm
of three words, *Director of Vale Optics Ann Lowe* ends with whom it names.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import CORPORATE
from sherd.claims.lexicon import adjectives, listed, states, vocabulary
from sherd.claims.phrases import GOVERNMENTAL, ORGANISATION_WORDS, PORTFOLIOS, is_title
from sherd.claims.sentences import Word

_OF = frozenset({"of", "for", "to", "at"})
_JOINS = _OF | vocabulary("the and city regional state republic plant company district")
_NO_NAMES = (
    ORGANISATION_WORDS
    | GOVERNMENTAL
    | PORTFOLIOS
    | CORPORATE
    | vocabulary("region oblast province republic district territory krai county governorate city state of")
)


def name_behind(words: Sequence[Word], start: int, end: int) -> int | None:
    """Where the name begins in a run of capitals that opens with what an office is of; ``None`` for no such.

    ``[start, end)`` is the run. A name has two words or three, and none is one of bodies, places or states.
    """
    given = start
    while given < end - 2 and (words[given].low in _NO_NAMES or words[given].low in states()):
        given += 1  # Minister for Trade Jan Peter Balk
    given = given if start < given >= end - 3 else end - 2
    if given <= start or not _is_name(words, given, end) or (end < len(words) and words[end].low == "of"):
        return None
    at = start - 1
    while at > 0 and not _opens(words, at) and (words[at].low in _JOINS or words[at].is_name):
        at -= 1
    if at < 0 or not _opens(words, at):
        return None
    while at and (words[at - 1].is_name or words[at - 1].low in _BEFORE) and words[at - 1].is_word:
        at -= 1
    return None if words[at].low in DETERMINERS or (at and words[at - 1].low in DETERMINERS) else given


_BEFORE = vocabulary("acting deputy first former interim new then vice senior chief press general")


def _opens(words: Sequence[Word], at: int) -> bool:
    """*Governor of*, *spokesman for*."""
    office = is_title(words[at].low) or words[at].low in listed("person")
    return office and words[at].low != "staff" and words[at + 1].low in _OF


def _is_name(words: Sequence[Word], given: int, end: int) -> bool:
    lows = [word.low for word in words[given:end]]
    if any(low in _NO_NAMES or low in adjectives() or low in listed("organisation") for low in lows):
        return False
    written = all(word.is_name for word in words[given:end])
    return written and " ".join(lows) not in states() and lows[-1] not in states()
