"""Who did what to whom: the slots of the proposition, over the constructions of English.

Each line of ``tests/cases/slots.txt`` is a sentence that somebody says, and the actor, action, object and
recipient that it tells of; ``-`` is nobody, ``=`` is not asked. A line that opens with ``>`` is a whole text,
with the first words of what is said behind ``@@``.
"""

from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Action

BATTERY = Path(__file__).resolve().parents[1] / "cases" / "slots.txt"
LINES = [
    line for line in BATTERY.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
]


def told(line: str) -> tuple[Action, list[str]]:
    """The proposition read, and the slots that the line gives."""
    sentence, *slots = (each.strip() for each in line.split("|"))
    if sentence.startswith(">"):
        text, opening = (each.strip() for each in sentence[1:].split("@@"))
    else:
        text, opening = f"The minister Ana Vale said that {sentence}.", sentence[:20]
    article = article_of(text)
    found = (each for each in read(article) if each.content.text.startswith(opening))
    return next(each.prop for each in found if each.level != "presupposed"), slots


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_gives_each_slot_whom_and_what_it_names(line: str) -> None:
    prop, slots = told(line)
    parts = (prop.actor, prop.object, prop.recipient)
    actor, thing, recipient = (part.name if part else "-" for part in parts)
    read_as = (actor, prop.action, thing, recipient)
    assert [got if want != "=" else "=" for want, got in zip(slots, read_as, strict=True)] == slots


def test_the_battery_is_wide() -> None:
    assert len(LINES) >= 250
