"""What is denied without a *not*: left undone, falsely told, called a lie or an error."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement


def said(text: str) -> list[Statement]:
    found = read(article_of(text))
    return [each for each in found if each.level != "presupposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said it had refrained from selling drones to Chad.",
        "Serbia said it stopped short of selling drones to Chad.",
        "Serbia said it failed to sell drones to Chad.",
        "Serbia said it declined to sell drones to Chad.",
        "Serbia said it was falsely accused of selling drones to Chad.",
        "Serbia said it had been wrongly accused of selling drones to Chad.",
        "Ana Vale said it was mistakenly reported that Serbia sold drones to Chad.",
        "Ana Vale said it was a mistake to think that Serbia sold drones to Chad.",
        "Serbia said it would be absurd for it to sell drones to Chad.",
        "Serbia said it would have been madness to sell drones to Chad.",
        "Ana Vale said the story that Serbia sold drones to Chad had been made up.",
        "Ana Vale said Serbia selling drones to Chad was out of the question.",
        "Ana Vale said Serbia no more sold drones to Chad than Malta did.",
        "“Hardly a drone was sold to Chad,” said Ana Vale, Serbia's minister.",
        "“We sold zero drones to Chad,” said Ana Vale, Serbia's minister.",
        "“If anyone says we sold drones to Chad, they are lying,” said Ana Vale, Serbia's minister.",
        "“Those who say that Serbia sold drones to Chad are liars,” Ana Vale said.",
        "“Whoever says we sold drones to Chad is mistaken,” said Ana Vale, Serbia's minister.",
        "“It is simply not so that Serbia sold drones to Chad,” Ana Vale said.",
        "Not once, Ana Vale said, has Serbia sold drones to Chad.",
        "Never, Ana Vale said, did Serbia sell drones to Chad.",
        "Serbia's army tweeted: “FAKE: Serbia sold drones to Chad.”",
        "The embassy accused the press of lying about Serbia selling drones to Chad.",
        "The embassy accused the paper of inventing the sale of drones to Chad.",
        "Serbia distanced itself from the sale of drones to Chad.",
    ],
)
def test_what_is_left_undone_or_called_a_lie_is_denied(text: str) -> None:
    assert {each.polarity for each in said(text)} == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said Kenya had been accused of selling drones to Chad.",
        "Ana Vale said Serbia had sold no more than ten drones to Chad.",
        "Ana Vale said those who say that selling drones is wrong live in Chad.",
        "Ana Vale said it was right to think that Serbia sold drones to Chad.",
    ],
)
def test_what_only_resembles_such_a_denial_is_none(text: str) -> None:
    assert "assert" in {each.polarity for each in said(text)}
