"""Whom a noun or a pronoun means, and whose a document is: what the text has said before decides."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read


def names(text: str) -> list[str]:
    article = article_of(text)
    return [each.source.name for each in read(article) if each.level != "presupposed"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kenya's treasury said in a statement that Chad sold boats. The statement says Chad lied.",
            "Kenyan treasury",
        ),
        (
            "Baltia Motors said Chad sold boats. Ruth Amin, Kenya's envoy, "
            "said Chad sold boats. Its foreign minister said Chad sold engines.",
            "Kenyan foreign minister (unnamed)",
        ),
        (
            "Serial plates were traced to Harrow & Dell, a family company in Leeds. The company said "
            "Chad sold engines.",
            "Harrow & Dell",
        ),
        ("The boat was new, said Sen. Ruth Amin of Ohio.", "Ruth Amin"),
        (
            "Ruth Amin of the Bern-based Foundation for Ports takes another view. In her reading, "
            "Chad sold the engines.",
            "Ruth Amin",
        ),
        ("In the view of Kenya, Chad sold the engines.", "Kenya"),
        ("Ruth Amin, a captain, was more careful: she said Chad sold engines.", "Ruth Amin"),
        ("Chad sold nine engines, Kenyan figures show.", "Kenya"),
        ("Chad sold nine engines, photographs released by Kenya show.", "Kenya"),
        (
            "The boats are in a dossier that Kenya's army handed over. It alleges that Chad sold them.",
            "Kenyan army",
        ),
        (
            "Chad sold engines, according to a technical team working under the Harbour Watch Group.",
            "Harbour Watch Group",
        ),
        ("Kenya maintains that it sold no engines, as its navy put it in May.", "Kenya"),
        ("Two people familiar with the matter said at least nine boats were sold.", ""),
        ("Bern-based Alp Motors, which leads the group, said Chad sold engines.", "Alp Motors"),
        ("A spokesperson for Kenya, asked about the boats, said Chad sold engines.", ""),
        ("Minister for Foreign Trade Ruth Amin said Chad sold engines.", "Ruth Amin"),
        ("“The papers said Chad sold the boats,” Ruth Amin, a captain, said.", "Ruth Amin"),
    ],
)
def test_whom_words_mean_is_told_by_what_went_before(text: str, name: str) -> None:
    found = names(text)
    assert found
    assert not name or found[-1] == name


def test_a_ministry_in_a_dateline_of_its_capital_is_the_homes() -> None:
    text = "NAIROBI, Oct 8 - Kenya closed its ports on Monday. Chad sold engines, the defence ministry said."
    assert names(text)[-1] == "Kenyan defence ministry"


def test_both_ministers_are_the_two_who_were_named() -> None:
    text = (
        "Minister Ruth Amin said Chad sold boats. Minister Omar Dahl said Chad sold engines. "
        "Both ministers urged Chad to open its ports."
    )
    assert names(text)[-2:] == ["Ruth Amin", "Omar Dahl"]


@pytest.mark.parametrize("label", ["ANALYSIS", "PHOTO", "EXCLUSIVE"])
def test_a_heading_with_a_colon_is_nobodys_label(label: str) -> None:
    assert names(f"{label}: Engines\n\nThe boats came late. Kenya said Chad sold engines.") == ["Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "Baltia Motors declined to comment.",
        "Ruth Amin, a captain, refuses to confirm or deny that Chad sold engines.",
        "Kenya did not answer detailed questions.",
    ],
)
def test_that_somebody_was_silent_the_article_tells(text: str) -> None:
    assert names(text) == ["article"]
