"""Who does it and to whom, across the constructions of English, in the files ``doers_in_*.txt``.

What a careful reader would put down stands in each line; ``-`` is nobody, where the words tell of nobody.
"""

from pathlib import Path

import pytest
from tests.claims.texts import under_a_title

from sherd.model.statements import Statement


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" | ")) for line in lines if line and not line.startswith("#")]


def parties(said: Statement) -> tuple[str, str]:
    actor, recipient = said.prop.actor, said.prop.recipient
    return actor.name if actor else "-", recipient.name if recipient else "-"


@pytest.mark.parametrize(("clause", "actor", "recipient"), rows("doers_in_clauses"))
def test_whoever_a_clause_tells_of_does_it_and_nobody_else(clause: str, actor: str, recipient: str) -> None:
    opens = clause.split()[:2]
    found = under_a_title(f"An audit found that {clause}.")
    said = next(each for each in found if each.content.text.split()[:2] == opens)
    assert parties(said) == (actor, recipient)


@pytest.mark.parametrize(("text", "opens", "actor", "recipient"), rows("doers_in_texts"))
def test_whoever_a_text_means_does_it_and_nobody_else(
    text: str, opens: str, actor: str, recipient: str
) -> None:
    found = under_a_title(text)
    said = next(each for each in found if each.content.text.lower().startswith(opens.lower()))
    assert parties(said) == (actor, recipient)
