"""Whose every statement is, once the whole document is read: who is named later, and for whom one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import called_only, firms_named_later, house_voices, later_names
from sherd.claims.speakers import Register
from sherd.model.statements import Statement


def settled(made: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, with persons and firms under the names that follow, and voices under their house's."""
    persons = called_only.named(later_names.renamed(made, register), register)
    return house_voices.as_houses(firms_named_later.named(persons, register), register)
