"""Whose count a bare sentence tells: *the Harbour Watch has counted 40 drones*, *they traced the board to X*.

Nobody is said to say anything there, yet the number, or where a part was traced to, is the finding of whoever
counted, and the article only passes it on. So is what papers list: *records supplied by X show 40 sales*,
*Chad's dossier lists 40 drones*. That somebody looked at a part, took it along or opened it is told by the
article itself, and so is what a picture shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import DETERMINERS, FINITE_AUXILIARIES, finite_at, is_adverb
from sherd.claims.inflection import forms
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import PLURAL_PEOPLE, head_of
from sherd.claims.sentences import Word
from sherd.claims.sources import describe
from sherd.claims.speakers import TELLERS, Entity, Register
from sherd.claims.verbs import BE

COUNTS = frozenset(
    form.words[0]
    for verb in ("count", "tally", "log", "trace", "match", "track", "link", "record", "catalogue", "itemise")
    for form in forms(verb, "")
    if form.form in {"past", "participle"}
)
"""Verbs whose subject has found out what they tell."""


LISTS = frozenset(
    form.words[0]
    for verb in ("list", "record", "show", "detail", "itemise", "name", "mention", "describe", "document")
    for form in forms(verb, "")
    if form.form != "participle"
)
"""Verbs for what papers hold."""


def counter(words: Sequence[Word], register: Register) -> Entity | None:
    """Whoever counted or traced what the clause tells, or the papers that list it; ``None`` for neither."""
    return _lists(words, register) or _counter(words, register)


def _lists(words: Sequence[Word], register: Register) -> Entity | None:
    """*Trade records supplied by X show 40 sales*, *Chad's findings, which we saw, list 40 drones*."""
    at = next((n for n in range(1, len(words) - 1) if _holds(words, n)), None)
    if at is None:
        return None
    some = words[:at]
    comma = next((n for n, word in enumerate(some) if word.text == ","), at)
    if comma < at and some[-1].text != ",":
        return None
    that = next((n for n in range(1, comma) if some[n].low in {"that", "which"}), comma)
    issuer = next((n for n in range(that + 1, comma) if finite_at(some, n)), 0)
    who = describe(some[that + 1 : issuer] if issuer else some[:comma], register)
    papers = who is not None and who.speaker.kind == "document" and not who.heads & PICTURES
    return who if who is not None and (papers or who.speaker.kind in TELLERS) else None


PICTURES = vocabulary(
    "photographs photograph photos photo images image footage video videos pictures picture imagery"
)
"""What anybody can look at: what it shows, the article tells."""


def _holds(words: Sequence[Word], at: int) -> bool:
    """Whether a verb for what papers hold stands here, and papers are its subject."""
    word, before = words[at], words[at - 1]
    if word.low not in LISTS or word.is_name or any(each.quoted for each in words[: at + 1]):
        return False
    if before.low in BE | _HELPERS | DETERMINERS | FINITE_AUXILIARIES or words[at + 1].low == "that":
        return False
    if any(each.low in {"should", "must", "would", "could", "can", "will"} for each in words[:at]):
        return False
    return head_of(words[:at]) in listed("document") and not finite_at(words, at + 1)


def _counter(words: Sequence[Word], register: Register) -> Entity | None:
    at = next((n for n in range(1, len(words)) if _counts(words, n) or _names(words, n)), None)
    if at is None:
        return None
    first = at
    while first and (words[first - 1].low in _HELPERS or is_adverb(words[first - 1])):
        first -= 1
    some = words[:first]
    if (len(some) == 1 and some[0].low in PLURAL_PEOPLE) or (
        words[at].low == "recorded" and words[at - 1].low in _HELPERS
    ):
        return None  # investigators recorded P: whose, nobody says
    if not some or {word.low for word in words[first:at]} & BE or words[first - 1].low in {"who", "which"}:
        return None
    comma = next((n + 1 for n in range(first - 1, 0, -1) if some[n].text == ","), 0)
    who = describe(some, register) or (describe(some[comma:], register) if comma else None)
    return who if who is not None and who.speaker.kind in TELLERS else None


NAMING = vocabulary("named names name listed lists list identified put puts placed places described fingered")
DOERS = vocabulary(
    "seller sellers supplier suppliers source maker makers buyer buyers purchaser producer manufacturer "
    "origin shipper exporter importer middleman broker brokers go-between owner financier father author "
    "user users operator recipient recipients customer customers culprit culprits perpetrator"
)


def _names(words: Sequence[Word], at: int) -> bool:
    """*had named X as the seller of P*, *put X among Y's suppliers*: who holds that X did it."""
    if words[at].low not in NAMING or words[at].quoted or words[at].is_name:
        return False
    lows = [word.low for word in words[at + 1 : at + 12]]
    link = next((n for n, low in enumerate(lows) if n and low in {"as", "among"}), None)
    return link is not None and not DOERS.isdisjoint(lows[link + 1 : link + 5])


_HELPERS = vocabulary("has have had also since already so far now")


def _counts(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    if words[at].quoted or words[at].is_name:
        return False
    return low in COUNTS and words[at - 1].low not in BE and at + 1 < len(words) and words[at + 1].low != "by"
