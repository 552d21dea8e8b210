"""What stands beside a claim and is none: questions, gestures under pictures, who keeps the debris."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read


def said(text: str) -> list[tuple[str, str]]:
    found = read(article_of(text))
    return [(each.source.name, each.content.text) for each in found if each.level in {"core", "secondary"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“Who ordered the pumps?” asked Ina Kask. “Somebody in Novi ordered them.”",
            [("Ina Kask", "Somebody in Novi ordered them")],
        ),
        (
            "“Where are the pumps? They are in Novi,” Ina Kask said.",
            [("Ina Kask", "They are in Novi")],
        ),
        (
            "The Harbour Institute, which holds the debris, said the engine was made in Kenya.",
            [("Harbour Institute", "the engine was made in Kenya")],
        ),
        (
            "The engine was made in Kenya, according to Radio Merkur, which cited customs filings.",
            [("customs filings", "The engine was made in Kenya")],
        ),
        (
            "Brightmoor, which did not respond to a request for comment, says it sells to farms only.",
            [
                ("article", "which did not respond to a request for comment"),
                ("Brightmoor", "it sells to farms only"),
            ],
        ),
        (
            "The minister Ina Kask promised to publish the report.",
            [("Ina Kask", "publish the report")],
        ),
        (
            "The minister Ina Kask said Kenya had promised to return the shells.",
            [("Ina Kask", "Kenya had promised to return the shells")],
        ),
        (
            "The drones, the police said, were found in a barn, but Ina Kask insisted they were copies.",
            [
                ("police (unnamed)", "The drones, the police said, were found in a barn"),
                ("Ina Kask", "they were copies"),
            ],
        ),
    ],
)
def test_what_stands_beside_a_claim_is_not_read(text: str, told: list[tuple[str, str]]) -> None:
    assert said(text) == told


def test_who_is_seen_in_a_picture_says_nothing_of_the_part() -> None:
    text = (
        "Engine found near Novi\n\n"
        "PHOTO: A rescuer holds a piece of the drone that hit the port of Novi. (Handout)\n\n"
        "The engine was made in Kenya, the Harbour Institute said."
    )
    assert {name for name, _ in said(text)} == {"article", "Harbour Institute"}


def test_a_passive_keeps_what_hangs_on_its_subject() -> None:
    ((who, what),) = said("The find, made by a farmer near Novi, was confirmed by the Harbour Institute.")
    assert who == "Harbour Institute"
    assert what.startswith("The find, made by a farmer near Novi")
