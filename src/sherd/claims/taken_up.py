"""Whose a quotation is that goes on over paragraphs and is given to somebody only at its end.

*“P.* — *“Q,” X said.*: where the first paragraph is left open and the next opens with a mark again, both are
X's, whoever spoke before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sherd.claims.frames import Reader
from sherd.claims.quotes import Quotation, opening_in
from sherd.claims.sentences import Word, sentences
from sherd.claims.speakers import Entity, Register

Placed = tuple[int, int, int]


def named_later(
    text: str,
    lines: Sequence[Placed],
    paragraph: Placed,
    quotes: Sequence[Quotation],
    register: Register,
    words: Mapping[int, Sequence[Word]],
) -> Entity | None:
    """Who is told to have said a quotation that fills this paragraph, where a later one tells; else None."""
    inside = opening_in(quotes, *paragraph[1:])
    if not inside or inside[-1].closed or inside[-1].start - paragraph[1] > 1:
        return None
    for line in (each for each in lines if each[1] >= paragraph[2]):  # a label may stand before its own words
        inside = opening_in(quotes, *line[1:])
        if not inside or not inside[0].continued:
            return None
        for sentence in sentences(text, line, inside, words[line[0]]):
            for one in Reader(text, sentence, register.copy()).read():
                if one.source is not None and one.cue and not sentence.words[one.cue[0]].quoted:
                    return one.source
        if inside[-1].closed:
            return None
    return None
