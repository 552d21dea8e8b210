"""What is no claim is none: things turned away, what is left open, scraps; and no hedge is cut off."""

from __future__ import annotations

import pytest
from tests.claims.texts import under_a_title

TURNED_AWAY = (
    "brushed aside a question about the boats",
    "waved away questions about the boats",
    "shrugged off the sanctions",
    "dismissed the trial as a farce",
    "rejects unilateral sanctions",
    "played down the threat",
    "scoffed at the display",
    "dismissed the decision as theatre",
    "has neither claimed nor denied carrying out the attack",
    "has neither claimed nor disowned the strikes",
    "did not identify the buyer",
    "does not blame the yard",
)


@pytest.mark.parametrize("verdict", TURNED_AWAY)
def test_what_is_turned_away_or_left_open_and_is_no_claim_is_not_denied(verdict: str) -> None:
    assert not [each for each in under_a_title(f"Latvia {verdict}.") if each.polarity == "deny"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Latvia brushed aside reports that it sold boats to Chad.", "it sold boats to Chad"),
        ("Latvia rejected the idea that it sold boats to Chad.", "it sold boats to Chad"),
        ("Latvia scoffed at talk of boat sales to Chad.", "boat sales to Chad"),
        ("Latvia dismissed the criticism.", "the criticism"),
    ],
)
def test_a_claim_that_is_turned_away_is_denied(text: str, content: str) -> None:
    assert [each.content.text for each in under_a_title(text) if each.polarity == "deny"] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "“Imagine that Latvia sold boats to Chad,” Ruth Abebe said.",
        "The question is whether Latvia sold boats to Chad, Ruth Abebe said.",
    ],
)
def test_what_is_only_supposed_or_asked_is_said_by_nobody(text: str) -> None:
    assert not under_a_title(text)


def test_who_came_upon_a_thing_says_nothing_of_it() -> None:
    assert not under_a_title("For the farmer who found the boat, Ruth Abebe, it was a shock.")
    found = under_a_title("The engineers who examined the boat found that it was Latvian.")
    assert [each.content.text for each in found] == ["it was Latvian"]


def test_an_undertaking_without_its_deed_is_no_claim() -> None:
    found = under_a_title("Latvia should publish the list, as it promised in May to do.")
    assert "do" not in [each.content.text for each in found]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("“Had we been told, we would have stopped it,” Ruth Abebe said.", "assert"),
        ("If it had been offered the cargo, it would have turned it down, the firm said.", "assert"),
        ("If the parts were to reach Chad, ships could come within range, the firm said.", "assert"),
        ("Had it known of the sale, the firm said, it would not have shipped a screw.", "deny"),
        ("If they had known of the sale, they would never have agreed to it, the firm said.", "deny"),
    ],
)
def test_what_would_have_been_done_keeps_its_condition(text: str, polarity: str) -> None:
    (found,) = under_a_title(text)
    assert found.polarity == polarity
    assert found.certainty != "plain"
    assert found.content.text.split()[0] in {"Had", "If"}
    assert found.content.text.split()[-1].strip("”.") in {"down", "range", "screw", "it"}


@pytest.mark.parametrize("hedge", ["nearly all", "roughly half", "virtually every one", "possibly dozens"])
def test_a_word_for_how_many_behind_the_verb_belongs_to_what_is_said(hedge: str) -> None:
    (found,) = under_a_title(f"Kenya's navy said {hedge} of the boats came from Latvia.")
    assert found.content.text == f"{hedge} of the boats came from Latvia"


def test_hardly_any_behind_the_verb_is_not_read_as_any() -> None:
    (found,) = under_a_title("Kenya's navy said hardly any of the boats had been sold to Chad.")
    assert found.polarity == "deny"


def test_so_much_as_a_thing_never_sold_is_denied() -> None:
    (found,) = under_a_title("“He has never sold so much as a screw to Chad,” Ana Vale, his lawyer, said.")
    assert found.polarity == "deny"


@pytest.mark.parametrize("hedge", ["Almost certainly", "Probably", "In all likelihood", "Possibly"])
def test_how_sure_somebody_is_stays_with_what_they_say(hedge: str) -> None:
    (found,) = under_a_title(f"{hedge}, Ruth Abebe said, the boats had been sold to Chad.")
    assert found.content.text.startswith(hedge)
    assert found.certainty == "hedged"


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Stamped on the hull, according to Kenya's navy, was the name of a yard.",
            "Kenyan navy",
            "Stamped on the hull, according to Kenya's navy, was the name of a yard",
        ),
        (
            "Latvia sold boats to Chad, at least according to Kenya's navy.",
            "Kenyan navy",
            "Latvia sold boats to Chad",
        ),
        (
            "One sailor said, according to court papers, that the boats were sold to Chad.",
            "sailor (unnamed)",
            "the boats were sold to Chad",
        ),
    ],
)
def test_a_clause_is_read_past_who_passes_it_on(text: str, who: str, content: str) -> None:
    assert [(each.source.name, each.content.text) for each in under_a_title(text)] == [(who, content)]
