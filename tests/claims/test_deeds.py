"""Which deed a sentence tells of, and of which thing: each action in the words that newsrooms have for it.

Each line of ``tests/cases/deeds.txt`` is a sentence as in ``slots.txt``, the action that it tells of and the
object; ``-`` is nothing, ``=`` is not asked.
"""

from pathlib import Path

import pytest
from tests.claims.test_slots import told

BATTERY = Path(__file__).resolve().parents[1] / "cases" / "deeds.txt"
LINES = [
    line for line in BATTERY.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_gives_the_action_and_the_thing_that_it_names(line: str) -> None:
    prop, (action, thing) = told(line)
    if action != "=":
        assert prop.action == action
    if thing != "=":
        assert (prop.object.name if prop.object else "-") == thing


def test_the_battery_has_every_action_that_is_looked_up() -> None:
    told = {line.split("|")[1].strip() for line in LINES}
    wanted = {
        "SUPPLY", "STOP_SUPPLY", "ACQUIRE", "PRODUCE", "USE", "ATTACK", "RELY", "END_RELIANCE", "REQUEST",
        "INSPECT", "IDENTIFY_AS", "MATCH", "DIFFER", "SANCTION", "HOLD_ACCOUNTABLE", "NEGOTIATE", "CONSULT",
        "SUPPORT", "TRAIN", "SHOOT_DOWN", "TRANSPORT", "COMMIT", "INTEND_SUPPLY", "INTEND_PRODUCE", "OTHER",
    }  # fmt: skip
    assert wanted <= told
    assert len(LINES) >= 400
