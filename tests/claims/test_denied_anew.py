"""Denials that news words without a verb of denying, or with one that is also said of things."""

import pytest
from tests.claims.texts import under_a_title


def polarities(text: str) -> set[str]:
    return {each.polarity for each in under_a_title(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Serbia pushed back at suggestions it had sold drones to Chad.",
        "Serbia waved aside reports that it had sold drones to Chad.",
        "Serbia laughed at the suggestion that it had sold drones to Chad.",
        "Serbia lashed out at claims that it had sold drones to Chad.",
        "Serbia threw cold water on reports that it had sold drones to Chad.",
        "Serbia knocked down reports that it had sold drones to Chad.",
        "Serbia slapped down reports that it had sold drones to Chad.",
        "Serbia made light of reports that it had sold drones to Chad.",
        "Serbia quashed rumours that it had sold drones to Chad.",
        "Serbia swore blind that it had not sold drones to Chad.",
        "Serbia is adamant none of its drones were sold to Chad.",
        "Serbia said it lacked the means to sell drones to Chad.",
        "The minister said Serbia lacked the capacity to supply drones to Chad.",
        "The suggestion that we sold drones to Chad “beggars belief”, said Goran Vukic.",
        "“If drones were sold to Chad, it was without our knowledge,” said Goran Vukic.",
        "If its drones had reached Chad, the company said, it was not through its doing.",
        "“Whoever sold drones to Chad, it was not Serbia,” the minister said.",
        "Vukic has entered a plea of not guilty to exporting drones to Chad.",
        "Vukic maintains his innocence over drones sold to Chad.",
        "The ministry has confirmed to Kenya that the firm did not sell drones to Chad.",
    ],
)
def test_a_denial_in_other_words_is_read_as_one(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "Serbia knocked down the old factory in Nis.",
        "The court quashed the sentence of Goran Vukic.",
        "The minister laughed at the pilot.",
        "Serbia lacked the drones that Chad had.",
        "The minister said the army lacked the means to detect small drones.",
        "Whoever sold drones to Chad, it was a crime, the minister said.",
    ],
)
def test_the_same_words_of_a_thing_deny_nothing(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia handed the ambassador a note demanding that Chad explain the sale by Friday.",
        "Ana Vale sent him a letter asking that the sale be stopped.",
        "Ana Vale told Chad to look for its engines in its own warehouses.",
        "“Any engine sold below list price should be treated with suspicion,” said Ana Vale.",
        "“Such engines must be seized,” said Ana Vale.",
        "It is time for Chad to stop the sale, Ana Vale said.",
        "Ana Vale insisted that no engines be sold to Chad.",
    ],
)
def test_what_is_to_be_done_is_asked_for_and_neither_asserted_nor_denied(text: str) -> None:
    assert polarities(text) == {"urge"}


@pytest.mark.parametrize(
    "text",
    [
        "“Such engines must have come from Malta,” said Ana Vale.",
        "“Such engines should have been seized at the port,” said Ana Vale.",
        "“I can tell you that the engines came from Malta,” said Ana Vale.",
        "Ana Vale told reporters the engines came from Malta.",
        "Ana Vale sent him a letter saying the engines came from Malta.",
    ],
)
def test_what_must_have_been_or_is_told_asks_for_nothing(text: str) -> None:
    assert polarities(text) == {"assert"}


@pytest.mark.parametrize(
    "text",
    [
        "Serbian police say no-one is suspected of a crime.",
        "No-one at the firm sold drones to Chad, the police said.",
        "Serbia stated that it “at no time instructed anyone to sell drones”.",
        "Serbia said it at no time told anybody to sell drones.",
        "Serbia says that is impossible.",
    ],
)
def test_who_is_nobody_and_what_is_impossible_is_denied(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    ("verdict", "polarity"),
    [
        ("“a shabby drama”", "deny"),
        ("“a bad film”", "deny"),
        ("“an honest mistake”", "assert"),
        ("“credible”", "assert"),
    ],
)
def test_what_somebody_calls_a_claim_in_words_of_their_own_denies_it(verdict: str, polarity: str) -> None:
    assert polarities(f"Serbia said the claim that it had sold drones was {verdict}.") == {polarity}


@pytest.mark.parametrize(
    "inferring", ["which means", "which means that", "which proves that", "meaning", "meaning that"]
)
def test_what_somebody_infers_in_the_negative_is_a_denial_of_its_own(inferring: str) -> None:
    text = (
        f"“One chip left the plant in March, {inferring} the drone was not built before May,” Ann Lowe said."
    )
    found = [(each.polarity, each.content.text) for each in under_a_title(text)]
    assert found == [
        ("assert", "One chip left the plant in March"),
        ("deny", "the drone was not built before May"),
    ]


def test_what_somebody_infers_without_denying_stays_in_one_piece() -> None:
    text = "“One chip left the plant in March, which means the drone was built in May,” Ann Lowe said."
    assert len(under_a_title(text)) == 1
