"""Denials beside the main clause, corrections, and whom a text names as one who did it."""

import pytest
from tests.claims.texts import under_a_title


def stances(text: str) -> set[tuple[str, str, str]]:
    return {(each.source.name, each.polarity, each.content.text) for each in under_a_title(text)}


DENIED = [
    (
        "Togo's army scoffed Thursday at the notion that it runs a mill at Ica.",
        "Togo",
        "it runs a mill at Ica",
    ),
    ("Togo ruled it out that the gun was its own.", "Togo", "the gun was its own"),
    ("Togo hit back Tuesday at a report that it sold guns.", "Togo", "it sold guns"),
    ("Togo gave the lie to claims about a sale of guns to Chad.", "Togo", "a sale of guns to Chad"),
    ("Togo objected to a report that it sold guns, calling it malicious.", "Togo", "it sold guns"),
    ("Ruth Abebe no longer stands by the finding that Togo sold guns.", "Ruth Abebe", "Togo sold guns"),
    (
        "Togo, denying that Chad flew the jets, said the crews were its own.",
        "Togo",
        "Chad flew the jets",
    ),
    ("Having denied for months that it flew jets, Chad showed three.", "Chad", "it flew jets"),
    (
        "Brushing aside the charge that his mill sold guns, managing director Ole Brandt said he was busy.",
        "Ole Brandt",
        "his mill sold guns",
    ),
    (
        "The claim that Chad sold guns was denied by Togo, by Kenya and by Malta.",
        "Kenya",
        "Chad sold guns",
    ),
    (
        "The claim that Chad sold guns was denied by Togo, by Kenya and by Malta.",
        "Malta",
        "Chad sold guns",
    ),
    (
        "Narva Marine is alleged to have copied the gun, an accusation it has described as “a tale”.",
        "Narva Marine",
        "have copied the gun",
    ),
    (
        "A charge that Chad had copied the gun, which Togo describes as “a tale”, was told again.",
        "Togo",
        "Chad had copied the gun",
    ),
    (
        "“I deny it absolutely,” said Pavel Orsic, whom a tabloid had accused of selling guns.",
        "Pavel Orsic",
        "selling guns",
    ),
    (
        "Egypt corrected the Greek version, which had the missile coming from Chad.",
        "Egypt",
        "the missile coming from Chad",
    ),
    ("We wrongly reported on 3 June that Chad had cast the shells.", "article", "Chad had cast the shells"),
    ("The paper had wrongly claimed that the guns came from Chad.", "article", "the guns came from Chad"),
    (
        "The weekly retracted its report that Chad had sold guns.",
        "weekly (unnamed)",
        "Chad had sold guns",
    ),
]


@pytest.mark.parametrize(("text", "who", "what"), [each for each in DENIED if each[1]])
def test_it_is_denied_by_whom_the_sentence_says(text: str, who: str, what: str) -> None:
    read = stances(text)
    assert any(
        name.startswith(who) and told == ("deny", what) for name, *rest in read for told in [tuple(rest)]
    )


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("A Danish institute had named Chad as the buyer.", "Danish institute", "Chad as the buyer"),
        (
            "An Oslo website had counted Chad among the suppliers.",
            "Oslo website (unnamed)",
            "Chad among the suppliers",
        ),
        ("Egypt corrected itself on Monday: The jet hit a ship.", "Egypt", "The jet hit a ship"),
        (
            "Togo, denying that Chad flew the jets, said the crews were its own.",
            "Togo",
            "the crews were its own",
        ),
    ],
)
def test_it_is_asserted_by_whom_the_sentence_says(text: str, who: str, what: str) -> None:
    assert (who, "assert", what) in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm objected to the export of pumps to Chad.",
        "Police threw out a cordon around the depot.",
        "The minister scorned the talks in Oslo.",
        "The navy no longer stood by the port.",
        "The navy stood by as the boat burned.",
        "Chad corrected the course of the ship, which had guns aboard.",
        "The general named Colonel Idris as his deputy.",
    ],
)
def test_verbs_that_are_also_said_of_things_deny_nothing(text: str) -> None:
    assert "deny" not in {stance for _, stance, _ in stances(text)}
