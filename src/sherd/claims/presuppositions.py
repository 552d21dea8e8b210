"""What a statement takes for granted: who asks to stop a thing takes it that the thing is done.

Three constructions are read, each as a statement of the same speaker at level ``presupposed``: *stop selling
drones*, *its use in the war*, *its reliance on*. A presupposition is asserted even where the statement that
carries it is denied or urged.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sherd.claims.lexicon import one_word_deeds
from sherd.claims.propositions import proposition
from sherd.claims.roles import STOPPING, Clause, named
from sherd.model.statements import Action, Passage, Statement

POSSESSIVES = frozenset({"its", "their", "his", "her", "'s"})
NOUNS = {"use": "USE", "deployment": "USE", "reliance": "RELY", "dependence": "RELY"}


def of(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """The statements that this one takes for granted."""
    for at, word in enumerate(clause.words):
        if word.low in STOPPING and (deed := _deed_after(clause, at)) is not None:
            yield _implied(statement, clause, deed)
            return
        if (
            word.low in NOUNS
            and at
            and clause.words[at - 1].low in POSSESSIVES
            and at + 1 < len(clause.words)
        ):
            owner = at - 2 if clause.words[at - 1].low == "'s" and at > 1 else at - 1
            yield _implied(statement, clause, owner)
            return


def _deed_after(clause: Clause, at: int) -> int | None:
    """The gerund after *stop*: *stop selling*, *stop deploying*; a noun after it has no clause to give."""
    for ahead in range(at + 1, min(at + 4, len(clause.words))):
        word = clause.words[ahead]
        if word.low.endswith("ing") and word.low in one_word_deeds():
            return ahead
        if word.low in NOUNS and clause.words[ahead - 1].low in POSSESSIVES:
            return ahead - 1
    return None


def _implied(statement: Statement, clause: Clause, at: int) -> Statement:
    some = clause.words[at:]
    content = Passage.of(clause.text, some[0].start, statement.content.end)
    inner = proposition(evolve(clause, words=some))
    owned = len(some) > 1 and some[1].low == "'s"
    actor = named(clause, at, at + 1) if owned else statement.prop.actor
    prop: Action = evolve(inner, actor=actor)
    return evolve(
        statement,
        claim=f"{statement.source.name} takes for granted: {' '.join(content.text.split())}",
        content=content,
        cue=None,
        polarity="assert",
        act="presuppose",
        mode="presupposition",
        level="presupposed",
        prop=prop,
        quoted=(),
        parent="S",
        flags=(),
        event_time=statement.event_time
        if statement.event_time and statement.event_time.span and statement.event_time.span.within(content)
        else None,
    )
