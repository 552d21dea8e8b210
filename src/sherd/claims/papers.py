"""Papers and pictures that speak for themselves: *customs records show P*, *a leaked file seen by X says P*.

A document goes by its words up to who holds it or where it went. What somebody sent who spoke in the sentence
before is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.asked_once import vocabulary_of
from sherd.claims.bodies import span
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import vocabulary
from sherd.claims.phrases import BEHIND_HEAD, head_of, joined, plain, singular
from sherd.claims.sentences import Word
from sherd.claims.speakers import LETTERS, Entity, Register
from sherd.model.statements import Speaker

STUDIES = vocabulary(
    "summary report file notice advisory bulletin study analysis dossier indictment complaint filing paper "
    "investigation inquiry examination assessment audit review survey affidavit brief presentation petition "
    "teardown write-up autopsy probe inspection inventory research draft annex"
)
"""Papers in which somebody says what they found or hold."""

HELD = frozenset(
    {"seen", "obtained", "reviewed", "viewed", "leaked", "published", "released", "shared", "provided"}
)
"""Words after which stands who holds a document, and not who issued it."""


PAPERS = vocabulary(
    "records documents filings invoices logs files papers data manifests waybills contracts emails messages "
    "photographs images imagery footage videos photos screenshots figures statistics receipts accounts"
)
"""Papers and pictures in the plural that show something without an article: *shipping records show P*."""


def papers(words: Sequence[Word], register: Register) -> Entity | None:
    """*Emails reviewed by X*, *customs records seen by X*: the papers speak, whoever holds them."""
    head = head_of(words)
    if head not in PAPERS or words[0].is_name or words[0].low in DETERMINERS:
        return None
    lows = vocabulary_of(words)
    held = not lows.isdisjoint(_HELD_BY) and lows.isdisjoint({"and", ","})
    return document(words, head, register) if held else None


_HELD_BY = vocabulary("seen obtained reviewed viewed")
"""Words after which stands who holds papers, or has had a look at them."""


def sent(head: str, words: Sequence[Word], register: Register) -> Entity | None:
    """*X denied it. An emailed statement said P*: whoever spoke in the sentence before."""
    last = register.met[-1].speaker if register.met and head in LETTERS else None
    where = last.span if last is not None else None
    if last is None or where is None or last.kind != "organisation" or "(unnamed)" in last.name:
        return None
    if register.text.find("\n", where.end, words[0].start) >= 0 or not {w.low for w in words} & SENT:
        return None
    there = span(words, register)
    return evolve(register.met[-1], speaker=evolve(last, span=there, document=there))


SENT = vocabulary("emailed e-mailed written short brief terse two-line one-line follow-up second further")
"""Words before a statement or reply that somebody sent who has just been spoken of."""


def document(words: Sequence[Word], head: str, register: Register) -> Entity:
    """A document that speaks for itself: its words up to who holds it or where it went."""
    some = plain(words)
    at = next((n for n, word in enumerate(some) if word.low == head), 0)
    end = next(
        (
            n
            for n in range(at + 1, len(some))
            if some[n].low in HELD | (PREPOSITIONS - {"of", "on"})
            or not some[n].is_word
            or some[n].low.endswith("ed")
            or some[n].low in BEHIND_HEAD
            or [word.low for word in some[n : n + 2]] == ["on", "file"]
        ),
        len(some),
    )
    kept = [word for word in some[:end] if word.low not in DETERMINERS - {"this"}][:8]
    where = span(words, register)
    return Entity(
        Speaker(joined(kept) or head, "document", where, document=where),
        frozenset({head, singular(head)}),
        head.endswith("s"),
    )
