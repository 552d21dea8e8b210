"""Whose every statement is, once more of the document is read: who is named later, for whom one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import called_only, firms_named_later, house_voices, later_names
from sherd.claims.making import NARRATOR
from sherd.claims.sentences import Sentence, Word
from sherd.claims.speakers import Entity, Register
from sherd.model.statements import Passage, Statement


def settled(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with persons and firms under the names that follow, and voices under their house's."""
    persons = called_only.named(later_names.renamed(made, register), register)
    return house_voices.as_houses(firms_named_later.named(persons, register), register)


def told_by(
    made: Sequence[Statement], before: Sentence, who: Entity, verb: Sequence[Word], register: Register
) -> list[Statement]:
    """*P. That, at least, is what X says.*: what the text tells by itself in the sentence before is X's."""
    cue = Passage.of(register.text, verb[0].start, verb[-1].end)
    register.note(who)
    return [
        evolve(one, source=who.speaker, mode="indirect", level="core", cue=cue)
        if one.source.kind == NARRATOR.kind and before.start <= one.content.start < before.end
        else one
        for one in made
    ]
