"""Where a text speaks in somebody's own words: every pair of quotation marks, with exact offsets.

Curly, straight, low-high and angled marks are paired by their shape; an apostrophe is no mark. A mark left
open at the end of a paragraph goes on in the next one if that opens with a mark again, as newspapers print
a long quotation; else the words count as quoted up to *, X said* or *, — said X*, or to the paragraph's end,
and a problem of the article names the mark that was never closed.

To add a kind of mark: a line in ``PAIRS``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from attrs import evolve, frozen

from sherd.claims.lexicon import LEGAL_FORMS, listed
from sherd.model.statements import Passage, PassedOver

PAIRS: dict[str, str] = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "”": "”", "‹": "›"}
"""What can close each opening mark. Some houses open with ” as well."""

MARKS = "".join(sorted(set("".join(PAIRS) + "".join(PAIRS.values()))))
_OPENING = re.compile("[" + "".join(PAIRS) + "]")


_CLOSES_BOTH = re.compile(r"[,.]?\s*(?:[—–-]\s|$)|,\s+[^\W\d_]")
"""What follows a mark that closes a quotation together with one inside it: *«a part marked «X»*, said Y.

Only presses that print « » do so; an English quotation left open goes on in the next paragraph."""

_SAYING = r"(?:said|says|told|tells|added|adds|stated|states|insisted|insists|wrote|writes|argued|explained)"
_TOLD = re.compile(
    rf",?(?=[.!?]?\s*[—–-]\s[^\W\d_])|,(?=\s+(?:{_SAYING}\s+(?:the\s+)?[^\W\d_]"
    rf"|(?:[Tt]he\s+)?(?:[\w’'-]+\s+){{1,5}}{_SAYING}\b))"
)
"""What ends the words of a quotation that nobody closed: who said them."""

_START, _END = attrgetter("start"), attrgetter("end")


@frozen
class Quotation:
    """What stands between two marks, ``[start, end)``; ``continued`` from the paragraph before."""

    start: int
    end: int
    closed: bool = True
    continued: bool = False


def touching(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that share a character with ``[start, end)``, of a sequence in order.

    >>> touching([Quotation(0, 4), Quotation(6, 9)], 4, 8)
    [Quotation(start=6, end=9, closed=True, continued=False)]
    """
    return quotations[bisect_right(quotations, start, key=_END) : bisect_left(quotations, end, key=_START)]


def opening_in(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that begin in ``[start, end)``, of a sequence in order."""
    return quotations[bisect_left(quotations, start, key=_START) : bisect_left(quotations, end, key=_START)]


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Every quotation, in order. A paragraph is ``[start, end)`` in code points of the text.

    >>> [(q.start, q.end) for q in quotations('He said “no”.', [(0, 13)])]
    [(9, 11)]
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        goes_on = bool(found) and not found[-1].closed
        found += _in_paragraph(text, start, end, goes_on)
    for at in never_closed(found):
        told = _TOLD.search(text, found[at].start, found[at].end)
        if told is not None and told.start() > found[at].start:
            found[at] = evolve(found[at], end=told.start())
    return tuple(found)


def never_closed(quotations: Sequence[Quotation]) -> list[int]:
    """The places of those that were neither closed nor taken up again in the next paragraph."""
    last = len(quotations) - 1
    return [
        at
        for at, one in enumerate(quotations)
        if not one.closed and (at == last or not quotations[at + 1].continued)
    ]


def left_open(text: str, quotes: Sequence[Quotation]) -> list[PassedOver]:
    """The quotations that a text never closes, each as far as its words were read."""
    ends = [(quotes[at].start, quotes[at].end) for at in never_closed(quotes)]
    return [PassedOver(Passage.of(text, start - 1, end), "open_quotation") for start, end in ends]


def house_named(text: str, mark: int, end: int) -> int | None:
    """Where the marks close again that stand around the name of a house, beside what it is.

    >>> house_named("The plant “Orlo Works” said", 10, 27), house_named("The plant said “No”", 15, 19)
    (21, None)
    """
    named = _NAMED.match(text, mark, end)
    if named is None or named[2] not in PAIRS[named[1]]:
        return None
    before = text[max(0, mark - LONGEST_HOUSE) : mark].rstrip().lower().rsplit(" ", 1)[-1].strip(".,(")
    beside = _BESIDE.match(text, named.end(), end)
    if before not in _houses() and (beside is None or beside[1] not in _houses()):
        return None
    return named.end() - 1


LONGEST_HOUSE = 24
"""Letters in front of a mark in which the noun for a house is looked for."""

_NAMED = re.compile(r"([“\"«„])[A-Z][\w’'-]*(?: (?:[A-Z0-9][\w’'-]*|of|for|and)){0,4}([”\"»“])")
_BESIDE = re.compile(r" ([a-z]{3,14})\b")


@cache
def _houses() -> frozenset[str]:
    """Nouns for a firm or body, and legal forms, that stand beside a name in marks."""
    return (listed("organisation") | LEGAL_FORMS | {"concern", "holding", "corporation"}) - {"crew", "staff"}


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> Iterator[Quotation]:
    at = start
    while opening := _OPENING.search(text, at, end):
        mark = opening.start()
        if not _opens(text, mark, start):
            at = mark + 1
            continue
        if (named := house_named(text, mark, end)) is not None:
            at = named + 1
            continue
        close = _closing(text, mark, end)
        stop = end if close is None else close
        while stop > mark + 1 and close is None and text[stop - 1].isspace():
            stop -= 1
        if stop > mark + 1:
            yield Quotation(mark + 1, stop, close is not None, goes_on and not text[start:mark].strip())
        at = stop + 1


def _opens(text: str, mark: int, start: int) -> bool:
    """Whether the mark can open: nothing but space or a bracket stands before it, and a word after it."""
    before = text[mark - 1] if mark > start else " "
    after = text[mark + 1] if mark + 1 < len(text) else " "
    return not before.isalnum() and before not in ".,!?;" and not after.isspace()


def _closing(text: str, mark: int, end: int) -> int | None:
    """Where the quotation closes; an apostrophe between letters, or before a space within ‘ ’, does not."""
    closers = PAIRS[text[mark]]
    depth, shared = 0, None
    for at in range(mark + 1, end):
        character = text[at]
        if character == text[mark] and character not in closers:
            depth += 1
        elif character in closers:
            following = text[at + 1] if at + 1 < end else " "
            if character == "’" and (following.isalnum() or text[at - 1].isspace()):
                continue
            if character == '"' and text[at - 1].isspace() and following.isalnum():
                return None
            if depth == 0:
                return at
            depth -= 1
            if text[mark] == "«" and _CLOSES_BOTH.match(text, at + 1, end):
                shared = at
    return shared
