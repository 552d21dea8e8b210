"""Denials of what is put to somebody, of whose denial is told, and headlines in capitals."""

import pytest
from tests.claims.texts import article_of, under_a_title

from sherd.claims.statements import read


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "Ruth Abebe, a dealer, shook her head when counsel asked whether the guns went to Chad.",
            "Ruth Abebe",
            "the guns went to Chad",
        ),
        (
            "“Nonsense,” Ruth Abebe said of a claim by a blog that she sold guns.",
            "Ruth Abebe",
            "she sold guns",
        ),
        (
            "“It's a lie,” said Ruth Abebe, when it was put to her that she sold guns.",
            "Ruth Abebe",
            "she sold guns",
        ),
        (
            '"Rubbish," said Ruth Abebe when told that the guns came from Lomé.',
            "Ruth Abebe",
            "the guns came from Lomé",
        ),
        (
            "Togo's denial that it sold guns is belied by its own books, Ruth Abebe says.",
            "Togo",
            "it sold guns",
        ),
        (
            "The judge said the firm's denial that it knew the buyer was false.",
            "firm (unnamed)",
            "it knew the buyer",
        ),
        ("The jury did not buy Ruth Abebe's story that she sold pumps.", "jury", "she sold pumps"),
    ],
)
def test_what_is_put_to_somebody_is_denied_by_them(text: str, who: str, what: str) -> None:
    read_as = {
        (each.source.name, each.content.text.rstrip("."))
        for each in under_a_title(text)
        if each.polarity == "deny"
    }
    assert any(name.startswith(who) and told == what for name, told in read_as)


@pytest.mark.parametrize(
    "text",
    [
        '"Impressive," Ruth Abebe said of reports that the drone had flown 900 miles.',
        '"We were shocked," Ruth Abebe said of reports that the drone carried guns.',
    ],
)
def test_what_somebody_says_of_a_report_may_deny_nothing(text: str) -> None:
    assert not [
        each for each in under_a_title(text) if each.polarity == "deny" and each.source.name != "article"
    ]


@pytest.mark.parametrize(
    ("line", "who", "stance", "what"),
    [
        ("Chad Denies Selling Drones to Libya", "Chad", "deny", "Selling Drones to Libya"),
        ("Finland Says Drone Was Russian; Moscow Says It Wasn't", "Finland", "assert", "Drone Was Russian"),
        ("Finland Says Drone Was Russian; Moscow Says It Wasn't", "Russia", "deny", "Drone Was Russian"),
        ("Finland Says Drone Was Russian; Moscow Scoffs", "Russia", "deny", "Drone Was Russian"),
        ("Russia Fired Missiles at Chad, Togo Says", "Togo", "assert", "Russia Fired Missiles at Chad"),
    ],
)
def test_a_headline_in_capitals_is_read_as_any_other(line: str, who: str, stance: str, what: str) -> None:
    found = {(each.source.name, each.polarity, each.content.text) for each in read(article_of(line))}
    assert (who, stance, what) in found
