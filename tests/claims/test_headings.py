"""A heading that denies and names nobody is told, and is nobody's claim."""

from __future__ import annotations

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import whole
from sherd.services.claims import propose

BODY = "The parliament of Kenya met on Monday, and the weather over Nairobi was fine.\n"


def text(heading: str) -> str:
    return f"Parliament meets in Nairobi\n{BODY}{heading}\n{BODY}"


@pytest.mark.parametrize(
    "heading",
    [
        "No drones sold to Chad",
        "Kenya did not arm the rebels",
        "We never armed Chad",
        "Not a single shell was supplied",
        "Drones weren’t made in Kenya",
        "No sign of supply",
    ],
)
def test_a_heading_that_denies_and_names_nobody_is_told(heading: str) -> None:
    article = article_of(text(heading), language="en")
    said, problems = propose(article)
    assert [(each.code, each.read) for each in problems] == [("unspoken_denial", heading)]
    assert not [each for each in said if each.content.text in heading]


@pytest.mark.parametrize(
    "heading",
    [
        "Kenya says it sold no drones",
        "Do not sell my personal information",
        "No comments yet",
        "Not a subscriber? Log in",
        "Where the drones were not sold",
        "Kenya sold drones to Chad",
        "Never sold",
        "Sign up and never miss a delivery",
    ],
)
def test_a_heading_in_which_somebody_speaks_or_that_the_page_left_behind_is_not(heading: str) -> None:
    _, passed = whole(article_of(text(heading), language="en"))
    assert not [each for each in passed if each.why == "unspoken_denial"]
