"""What is said to be done: the action, its roles, how many; and class, type and origin, which are three."""

import pytest

from sherd.claims.propositions import proposition
from sherd.claims.quantities import quantity_in
from sherd.claims.roles import Clause
from sherd.claims.sentences import words
from sherd.claims.speakers import Entity
from sherd.model.statements import Action, Speaker


def read(text: str, speaker: str = "Iran") -> Action:
    source = Entity(Speaker(speaker, "state"))
    return proposition(Clause(text, tuple(words(text, 0, len(text))), source))


@pytest.mark.parametrize(
    ("text", "action", "actor", "recipient"),
    [
        ("Iran sold drones to Russia", "SUPPLY", "Iran", "Russia"),
        ("Iran to stop selling drones to Russia", "STOP_SUPPLY", "Iran", "Russia"),
        ("Tehran plans to send missiles to Moscow", "INTEND_SUPPLY", "Iran", "Russia"),
        ("Moscow used the drones against Ukrainian forces", "USE", "Russia", "Ukraine"),
        ("drones were fired at Kyiv by the Russian army", "ATTACK", "Russia", "Ukraine"),
        ("its armed forces had transferred a missile to Yemen", "SUPPLY", "Iran", "Yemen"),
        ("using the drones", "USE", "Iran", None),
        ("Russia has started producing copies of Iranian drones", "PRODUCE", "Russia", None),
        ("Russia could end its reliance on Iranian drones", "END_RELIANCE", "Russia", None),
        ("we hold the regime accountable for it", "HOLD_ACCOUNTABLE", "Iran", "regime"),
        ("Riga ratified the treaty", "OTHER", "Latvia", None),
    ],
)
def test_an_action_is_looked_up_with_who_does_it_and_to_whom(
    text: str, action: str, actor: str, recipient: str | None
) -> None:
    found = read(text)
    assert found.action == action
    assert found.actor is not None
    assert found.actor.name == actor
    assert (found.recipient.name if found.recipient else None) == recipient


@pytest.mark.parametrize(
    ("text", "class_", "type_", "origin", "made"),
    [
        ("Iran sold Iranian drones", "drone", None, "Iran", None),
        ("Russia used Iranian-made drones", "drone", None, "Iran", "made"),
        ("Russia produces copies of Iranian drones", "drone", None, "Iran", "copy"),
        ("Russia used Shahed-136 drones", "drone", "Shahed-136", None, None),
        ("Russia used ballistic missiles", "missile", None, None, None),
        ("Russia imported chips", "electronics", None, None, None),
    ],
)
def test_class_type_and_origin_are_kept_apart(
    text: str, class_: str, type_: str | None, origin: str | None, made: str | None
) -> None:
    thing = read(text).object
    assert thing is not None
    assert (thing.class_, thing.type, thing.origin, thing.made) == (class_, type_, origin, made)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("sold 400 drones", 400, 400),
        ("sold about 400 drones", 360, 440),
        ("sold over 400 drones", 400, None),
        ("sold up to 400 drones", None, 400),
        ("sold nearly 400 drones", 360, 400),
        ("sold between 300 and 400 drones", 300, 400),
        ("sold 1,200 modules", 1200, 1200),
        ("sold three million shells", 3_000_000, 3_000_000),
        ("sold dozens of drones", 24, 100),
        ("sold hundreds of drones", 200, 1000),
    ],
)
def test_a_number_of_things_is_a_bracket_no_narrower_than_its_words(
    text: str, low: float | None, high: float | None
) -> None:
    found = quantity_in(text, 0, len(text))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iran sold 2,400 drones to Russia", "2,400 drones"),
        ("Iran sold 1,700,000 artillery shells to Russia", "1,700,000 artillery shells"),
        ("In October 2022, 5 missiles were sold to Russia", "5 missiles"),
    ],
)
def test_a_thing_keeps_the_whole_number_of_it(text: str, name: str) -> None:
    thing = read(text).object
    assert thing is not None
    assert thing.name == name


def test_a_year_or_a_name_with_a_number_is_no_quantity() -> None:
    assert quantity_in("built in 2022 by workers", 0, 24) is None
