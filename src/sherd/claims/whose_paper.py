"""A paper whose author stands behind it: *the file, compiled by X, says P* is said by X.

Whose the papers of a text are is remembered in :mod:`sherd.claims.authorship`; here, of the words for a paper
alone, whether the sentence goes on to name its author.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import bodies
from sherd.claims.grammar import PREPOSITIONS
from sherd.claims.sentences import Word
from sherd.claims.speakers import AUTHORS, Entity, Register


def named_behind(words: Sequence[Word], register: Register) -> Entity | None:
    """*The file, compiled by X*, *a dossier that X sent to Y*: X, where the sentence goes on to say so."""
    for at, word in enumerate(words[:6]):
        if (word.is_name and at) or word.low in PREPOSITIONS or not word.is_word:
            return None
        author = register.papers.get(word.low)
        where = author.speaker.span if author is not None else None
        if at and author is not None and where is not None:
            if not 0 < where.start - word.end < WIDEST_ASIDE:
                return None
            span = bodies.span(words, register)
            told = evolve(author.speaker, span=span, document=span)
            return evolve(author, speaker=told, heads=author.heads | AUTHORS | {word.low, "document"})
    return None


WIDEST_ASIDE = 90
"""Letters behind a paper within which its author is named."""
