"""Who is accused, where what of is no deed that the tables know: *accused Chad of double standards*.

The words of what is said begin with whoever is accused; *blames Chad* holds nothing else.
"""

from __future__ import annotations

from sherd.claims import grammar
from sherd.claims.agents import acts
from sherd.claims.lexicon import vocabulary
from sherd.claims.parties import ANY, party
from sherd.claims.roles import Clause, named, phrase_end
from sherd.model.statements import Named, Passage

ACCUSING = vocabulary(
    "accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected suspecting"
)
"""Verbs whose object is whoever is held to have done something."""


def is_accusation(clause: Clause) -> bool:
    """Whether a verb of accusing stands straight before the words."""
    at = len(clause.before)
    while at and grammar.is_adverb(clause.before[at - 1]):
        at -= 1
    return bool(at) and clause.before[at - 1].low in ACCUSING


def accused(clause: Clause) -> Named | None:
    """Whoever stands at the head of the words behind a verb of accusing."""
    if not is_accusation(clause) or not clause.words:
        return None
    words, end = clause.words, phrase_end(clause.words, 0)
    if end == 1 and words[0].low in {"it", "them"} and clause.source is not None:
        other = clause.mentions.last(ANY, but=party(clause.source.speaker))
        return None if other is None else Named(other, Passage.of(clause.text, words[0].start, words[0].end))
    return named(clause, 0, end) if end and acts(words, 0, end) else None
