"""Speech that a dash sets apart: *«P, — says X. — Q»* in one pair of marks, *— P, — says X. — Q* in none.

Ukrainian and Russian print the words for who speaks between dashes inside the quotation, or print a spoken
line with a dash in front and no marks at all. Here such speech is cut into what is spoken and what is not,
so that every rule sees quotations. Words between dashes are those of the writer only where a verb of saying
(a row ``say`` or ``deny`` of ``cues_LANGUAGE.csv``) stands among the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sherd.claims.languages.tables import Lexicon, folded
from sherd.claims.quotes import Quotation, touching

_DASH = re.compile(r"(?<=[,.!?…])[”\"’»]?[\s\u00a0]+[—–-][\s\u00a0]+")
_OPENS = re.compile(r"[\s\u00a0]*[—–-][\s\u00a0]+")
_WORDS = re.compile(r"[^\W\d_][\w'’ʼ-]*")

EARLY = 4
"""Words behind the dash among which the verb of saying stands."""


def interrupted(
    text: str, paragraphs: Sequence[tuple[int, int]], quotes: Sequence[Quotation], lexicon: Lexicon
) -> tuple[Quotation, ...]:
    """The quotations of a text with speech between dashes cut out of them, or added, in order."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        inside = touching(quotes, start, end)
        opens = _OPENS.match(text, start, end)
        if opens is not None and (not inside or inside[0].start > opens.end() + 1):
            spoken = list(_spoken(text, opens.end(), end, lexicon))
            if len(spoken) > 1 or spoken[0][1] < end:
                found += [Quotation(*piece) for piece in spoken]
                continue
        for quote in inside:
            pieces = list(_spoken(text, quote.start, quote.end, lexicon))
            found += [Quotation(*piece, quote.closed, quote.continued) for piece in pieces]
    return tuple(found)


def _spoken(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """What is spoken in ``[start, end)``, without what a writer puts between dashes."""
    at = start
    while (dash := _aside(text, at, end, lexicon)) is not None:
        if dash.start() - 1 > at:
            yield at, _without_sign(text, at, dash.start())
        back = _DASH.search(text, dash.end(), end)
        if back is None:
            return
        at = back.end()
    if at < end:
        yield at, end


def _aside(text: str, start: int, end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The first dash behind which a writer's words with a verb of saying stand."""
    return next((d for d in _DASH.finditer(text, start, end) if _says(text, d.end(), end, lexicon)), None)


def _says(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    if not text[at].islower():
        return False
    lows = [folded(word[0]) for word in _WORDS.finditer(text, at, min(end, at + 80))][:EARLY]
    return any(
        entry.sense.kind in {"say", "deny"} and entry.fits(lows, n)
        for n, low in enumerate(lows)
        for entry in lexicon.entries(low)
    )


def _without_sign(text: str, start: int, end: int) -> int:
    """Without the comma before the dash; a question or exclamation mark is spoken."""
    return end - 1 if text[end - 1] == "," and end - 1 > start else end
