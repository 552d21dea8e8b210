"""What looks like a speaker and is none, and who it is once what hangs on the words is left out."""

from __future__ import annotations

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

LEAD = "The Norwegian Harbour Institute said the parts came from Chad. "


def sources(text: str) -> list[str]:
    article = article_of(text, language="en")
    return [each.source.name for each in read(article) if each.level in {"core", "secondary"}]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A voltage regulator was made in Kenya, it said.", "Norwegian Harbour Institute"),
        ("The control unit had been soldered in Kenya, it said.", "Norwegian Harbour Institute"),
        ("An inertial measurement unit was made in Kenya, it noted.", "Norwegian Harbour Institute"),
        ("The flight control unit was made in Kenya, the institute noted.", "Norwegian Harbour Institute"),
        ("The engines were made in Kenya, two former Norwegian Army engineers told me.",
         "former Norwegian Army engineers (unnamed)"),
        ("Two mechanics from the 14th Light Infantry Division said the engines were made in Kenya.",
         "14th Light Infantry Division mechanics (unnamed)"),
        ("Members of a village council interviewed by the team said the engines were made in Kenya.",
         "village council"),
        ("MK Dan Harel said the engines were made in Kenya.", "Dan Harel"),
    ],
)  # fmt: skip
def test_a_machine_is_no_body_and_people_are_not_their_unit(text: str, source: str) -> None:
    assert sources(LEAD + text)[-1] == source


@pytest.mark.parametrize(
    "text",
    [
        "Codes on 51 motors fall between August and November 2023, which suggests that Kenya made them.",
        "Deliveries stopped from Monday to Friday, which indicates that Kenya had run out of engines.",
    ],
)
def test_days_and_months_say_nothing(text: str) -> None:
    assert not any("20" in name or "day" in name or "August" in name for name in sources(text))


@pytest.mark.parametrize("papers", ["Shipping papers", "Freight records", "Flight data", "Payment records"])
def test_papers_are_not_a_body_called_by_what_they_are_of(papers: str) -> None:
    (source,) = sources(f"{papers} show that Kenya shipped 20 engines to Chad.")
    assert source.lower() == papers.lower()


def test_where_a_firm_is_listed_is_not_its_name() -> None:
    text = "The motors were made by Berg Presisjon, a maker of servos. "
    said = "The Oslo Stock Exchange-listed company said the model was sold to Kenya."
    assert sources(text + said)[-1] == "Berg Presisjon"


def test_certain_media_are_media() -> None:
    text = "The minister dismissed allegations by certain Western media that Kenya has sent drones to Chad."
    assert "Western media" in sources(text)
