"""What somebody is held to account for, one thing after another: *accountable for P, Q and R*.

Each thing named that way is said to have been done, so each is a statement of the same speaker, with the
statement that carries the list as its parent. A thing that the tables know no action for is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from sherd.claims.lexicon import one_word_deeds
from sherd.claims.pieces import trimmed
from sherd.claims.propositions import proposition
from sherd.claims.roles import Clause
from sherd.claims.sentences import words
from sherd.model.statements import Named, Passage, Statement

WEAPONS = frozenset({"SUPPLY", "USE", "PRODUCE", "ATTACK", "ACQUIRE"})
"""Actions that are of the field itself; a statement of one is at level ``core``."""

_OPENING = re.compile(
    r"\b(?:accountable|responsible|blam\w+|condemn\w+|punish\w+|sanction\w+|critici[sz]\w+|denounc\w+)\b"
    r"[^,;.]*? for (?:its |their |his |her )?"
)
_CUT = re.compile(r",\s+(?:and\s+)?(?!for\b)|\s+and\s+(?=\w+ing\b)")


def of(statement: Statement, clause: Clause) -> Iterator[Statement]:
    """The statements that a list of things held against somebody makes; none where only one is named."""
    text, content = clause.text, statement.content
    opening = _OPENING.search(text, content.start, content.end) if " for " in content.text else None
    if opening is None:
        return
    bounds = [opening.end()]
    for cut in _CUT.finditer(text, opening.end(), content.end):
        bounds += [cut.start(), cut.end()]
    bounds.append(content.end)
    pieces = [trimmed(text, *bounds[at : at + 2]) for at in range(0, len(bounds), 2)]
    if len(pieces) < 2:
        return
    held = _held(statement)
    for start, end in pieces:
        if end > start and (made := _item(statement, clause, start, end, held)) is not None:
            yield made


def _held(statement: Statement) -> Named | None:
    """Who is held to account: to whom the parent's action is done, else whom it names as acting."""
    prop = statement.prop
    return prop.recipient if prop.recipient and prop.action == "HOLD_ACCOUNTABLE" else prop.actor


def _item(statement: Statement, clause: Clause, start: int, end: int, held: Named | None) -> Statement | None:
    some = tuple(words(clause.text, start, end))
    if len(some) < 2 or not any(word.low in one_word_deeds() for word in some[:4]):
        return None
    prop = proposition(evolve(clause, words=some))
    if prop.action == "OTHER":
        return None
    content = Passage.of(clause.text, start, end)
    return evolve(
        statement,
        claim=f"{statement.source.name} says: {' '.join(content.text.split())}",
        content=content,
        level="core" if prop.action in WEAPONS else "secondary",
        prop=evolve(prop, actor=held or prop.actor),
        quoted=(),
        parent="S",
        hedge=None,
        certainty="plain",
        event_time=None,
        flags=(),
    )
