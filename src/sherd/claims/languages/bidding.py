"""What a text bids whoever reads it to write: nobody has said that (see :mod:`sherd.claims.instructions`).

The words are those of the kind ``bid`` (*напишіть*, *вы должны написать*, *بنویسید*), outside quotation
marks, where a clause begins, with *that*, a colon or a quotation behind them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.languages.frames import Said
from sherd.claims.languages.lines import Found, Line

FEWEST = 3
"""Words before the bidding that are read by themselves."""

REACH = 7
"""Words from the verb to *that*: *add to the list the claim that P*."""


def bidden(line: Line) -> Found | None:
    """The words that only bid somebody to say what follows them; None where there are none."""
    for found in line.every(0, len(line.tokens), "bid"):
        if line.tokens[found.start].quote < 0 and _opens(line, found.start) and _governs(line, found.end):
            return found
    return None


def is_said(line: Line, found: Found, said: Sequence[Said]) -> bool:
    """Whether somebody is told to have said the bidding itself: *write that P, X said*."""
    return any(
        one.source is not None
        and one.cue is not None
        and one.source.speaker.span is not None
        and one.source.speaker.span.start > line.tokens[found.start].start
        and one.content[0] <= found.start < one.content[1] <= one.cue.start
        for one in said
    )


def before(line: Line, found: Found) -> Line | None:
    """The words that lead up to the bidding; None where there are too few to say anything."""
    some = list(line.tokens[: found.start])
    while some and not (some[-1].is_word and line.at(len(some) - 1, "and") is None):
        some.pop()
    if sum(token.is_word for token in some) < FEWEST:
        return None
    return Line(line.text, line.start, some[-1].end, line.paragraph, some, line.quotes, line.lexicon)


def _opens(line: Line, at: int) -> bool:
    """Whether a clause begins here, with no more than small words and signs, or another bidding, before."""
    if at == 0 or line.at(at - 1, "and") is not None:
        return True
    if not line.tokens[at - 1].is_word:
        return line.tokens[at - 1].text != ":" or not any(line.every(0, at, "say", "deny", "urge"))
    return all(line.at(n, "adverb", "lead", "bid") or not line.tokens[n].is_word for n in range(at))


def _governs(line: Line, at: int) -> bool:
    for n in range(at, min(at + REACH, len(line.tokens))):
        if line.at(n, "that") is not None or line.tokens[n].text == ":" or line.tokens[n].quote >= 0:
            return True
    return False
