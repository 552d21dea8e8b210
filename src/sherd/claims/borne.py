"""What a thing bears: *carries the logo of P* tells whose it is, *bears a date code of P* when it was made.

The verb says little of its own, and the noun behind it decides. What bears nothing (*carries no markings*)
is told of by other rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.leading_verbs import every_form
from sherd.claims.lexicon import Deed, vocabulary
from sherd.claims.nouns import head, phrase
from sherd.claims.roles import Hit
from sherd.claims.sentences import Word

_IRREGULAR = {
    "bear": "bore|borne",
    "have": "had|had",
    "show": "showed|shown",
    "wear": "wore|worn",
    "give": "gave|given",
}


WEARING = every_form("bear carry wear display feature sport", _IRREGULAR) | {"bearing"}
HAVING = every_form("have show", _IRREGULAR) | {"has"}
STATING = every_form("give list state indicate", _IRREGULAR)
"""Verbs for bearing a mark, for having one, and for what a plate tells."""

MARKS = vocabulary(
    "logo logos brand brands trademark trademarks marking markings label labels stamp stamps insignia emblem "
    "emblems inscription inscriptions sticker stickers lettering hallmark"
)
NAMES = vocabulary("name names mark marks badge crest plate nameplate")
"""Nouns for marks; those that a party can have too are marks only where something bears them."""

_MADE = vocabulary("production manufacturing manufacture build assembly")
_PICTURES = vocabulary(
    "photograph photographs photo photos picture pictures image images footage video videos"
)
_NOBODY = vocabulary("no any neither without")
_WE = vocabulary("we they he she i you who")


def borne(words: Sequence[Word], verb: int) -> Hit | None:
    """The deed of a verb of bearing, by what is borne; ``None`` where it is no mark and no date."""
    low = words[verb].low
    wears, has, states = low in WEARING, low in HAVING, low in STATING
    if not (wears or has or states) or (verb and words[verb - 1].low in _WE):
        return None
    span = phrase(words, verb + 1)
    if span is None or any(word.low in _NOBODY for word in words[verb + 1 : span[1]]):
        return None
    noun = head(words, *span)
    if _is_date_of_making(words, *span):
        return Hit(verb, verb + 1, Deed((low,), "PRODUCE", "verb", "", "thing"), False, 0)
    marked = (noun in MARKS and not states) or (noun in NAMES and wears)
    shown = low.startswith("show") and any(word.low in _PICTURES for word in words[:verb])
    if marked and not shown:
        return Hit(verb, verb + 1, Deed((low,), "IDENTIFY_AS", "verb", "", "thing"), False, 0)
    return None


def _is_date_of_making(words: Sequence[Word], first: int, last: int) -> bool:
    """*a production date of P*, *a date of manufacture*, *a date code pointing to P*; no code alone."""
    lows = [word.low for word in words[first : last + 4]]
    for at in range(last - first):
        if lows[at] not in {"date", "dates"}:
            continue
        before, after = lows[at - 1] if at else "", lows[at + 1 : at + 4]
        told = after[:1] in (["code"], ["codes"]) and after[1:2] != [] and after[1] in _TELLING
        if before in _MADE or told or (after[:1] == ["of"] and after[1:2] != [] and after[1] in _MADE):
            return True
    return False


_TELLING = vocabulary("that which pointing corresponding indicating showing meaning")
