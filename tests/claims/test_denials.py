"""A denial is never read as an assertion: the ways English denies, and what only looks like a denial."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

ADA = "Ada Stone, a minister, said "


def polarities(text: str) -> set[str]:
    article = article_of(text)
    return {each.polarity for each in read(article)}


@pytest.mark.parametrize(
    "text",
    [
        ADA + "the yard had not sold a single boat.",
        ADA + "the yard never sold boats to Sudan.",
        ADA + "no boats had left the yard.",
        ADA + "the yard bought no foreign engines.",
        ADA + "neither the yard nor its owner had sold boats.",
        ADA + "none of the boats came from the yard.",
        ADA + "there was no evidence that the yard had sold boats.",
        ADA + "the yard has yet to sell a boat abroad.",
        ADA + "the yard could not trace every boat.",
        ADA + "it was impossible for the yard to have sold boats.",
        "“Those who sell shells cannot teach others,” said Ada Stone, a minister.",
        "Nobody at the yard had sold boats, said Ada Stone, a minister.",
    ],
)
def test_a_negated_main_verb_denies(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya continues to deny that it is arming Sudan.",
        "Ada Stone, a minister, went on to say that the yard had sold no boats.",
        "Ada Stone, a minister, has gone on to insist that no boats were sold.",
        "Kenya contested the finding that it had sold boats to Sudan.",
        "Kenya poured scorn on claims that it had sold boats to Sudan.",
        "Kenya took issue with the claim that it had sold boats to Sudan.",
        "Kenya hit back at claims that it had sold boats to Sudan.",
        "Kenya pushed back against suggestions that it had sold boats to Sudan.",
        "Kenya expressed doubt that Sudan had bought boats.",
        "Kenya branded the report a fabrication.",
        "Kenya calls the claims “inventions”.",
        "“Nobody believes that the yard sold only two boats,” said Ada Stone, a minister.",
    ],
)
def test_a_verb_that_denies_by_its_meaning_denies(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        ADA + "the story was made up.",
        ADA + "the account is entirely baseless.",
        ADA + "everything in the article is untrue.",
        ADA + "the footage was staged.",
        ADA + "the photographs were fake.",
        "Ada Stone, a minister, was asked whether the yard sold boats. “No,” she said.",
        "Ada Stone, a minister, was asked whether the yard sold boats. “Absolutely not,” she said.",
        "“Complete nonsense,” said Ada Stone, a minister.",
        "“This is incorrect,” said Ada Stone, a minister.",
        "“That is simply not true,” said Ada Stone, a minister.",
    ],
)
def test_a_verdict_of_untruth_and_a_bare_no_deny(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not respond to questions.",
        ADA + "she could not verify the report.",
        ADA + "the yard has yet to explain the sale.",
        "Ada Stone, a minister, did not rule out that the yard had sold boats.",
        ADA + "it cannot be excluded that the yard sold boats.",
        ADA + "it was impossible to say who sold the boats.",
        ADA + "the yard had sold fake parts.",
        ADA + "the seller's address was fake.",
        "Ada Stone, a minister, described the parade as “theatre”.",
        "Ada Stone, a minister, described the sale as illegal and unjustified.",
    ],
)
def test_silence_and_a_judgement_of_a_deed_deny_nothing(text: str) -> None:
    assert polarities(text) == {"assert"}


def test_a_claim_that_is_judged_is_denied_where_a_deed_is_not() -> None:
    assert polarities("Ada Stone, a minister, described the report as “theatre”.") == {"deny"}


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("We are asking our partners for customs checks", "urge"),
        ("We are asking our partners not for sympathy but for patrols", "urge"),
        ("I would like someone in Nairobi to look at the boats", "urge"),
        ("We want Kenya to stop the sales", "urge"),
        ("I urge every harbour to look at its lists", "urge"),
        ("Kenya has to oblige sellers to keep lists", "urge"),
        ("If they have proof, show us the proof", "urge"),
        ("We want to sell boats", "assert"),
        ("We have asked Kenya for its lists", "assert"),
        ("The yard has to pay its taxes", "assert"),
        ("I would like to stress that the yard pays its taxes", "assert"),
        ("We are not asking Kenya for its lists", "deny"),
    ],
)
def test_what_a_speaker_asks_for_in_own_words_is_urged(quotation: str, expected: str) -> None:
    assert polarities(f"“{quotation},” said Ada Stone, a minister.") == {expected}


def heads(text: str) -> list[tuple[str, str, str]]:
    article = article_of(text)
    return [(each.source.name, each.polarity, each.content.text) for each in read(article)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The Kenyan foreign ministry said it “firmly rejects any suggestion that it is arming Sudan”.",
            "it is arming Sudan",
        ),
        ("The Kenyan foreign ministry said it “firmly denies” selling boats.", "selling boats"),
        (
            "The Kenyan foreign ministry said it sold pumps and “firmly rejects” claims it sells boats.",
            "it sells boats",
        ),
    ],
)
def test_a_denial_partly_in_quotation_marks_denies_what_it_denies(text: str, content: str) -> None:
    assert ("Kenyan foreign ministry", "deny", content) in heads(text)


@pytest.mark.parametrize(
    "behind", [" – something that Kenya has rejected", ", a claim Kenya denies", ", which Kenya denied"]
)
def test_what_another_denies_behind_a_comma_is_said_by_one_and_denied_by_the_other(behind: str) -> None:
    assert heads(f"Sudan said the hospital housed fighters{behind}.") == [
        ("Sudan", "assert", "the hospital housed fighters"),
        ("Kenya", "deny", "the hospital housed fighters"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ADA + "the yard refused to sell boats to Sudan.", "deny"),
        ("“We refuse to accept that we sold boats,” said Ada Stone, a minister.", "deny"),
        (ADA + "two of the guards had refused to sign the list.", "assert"),
        ("“That’s a lie,” said Ada Stone, a minister.", "deny"),
        ("“We demand that Kenya stop the sales,” said Ada Stone, a minister.", "urge"),
        ("“We call on Kenya to stop the sales,” said Ada Stone, a minister.", "urge"),
        ("“I told her I did not know,” said Ada Stone, a minister.", "assert"),
        ("“I took it out of the water with my own hands,” said Ada Stone, a minister.", "assert"),
        ("“We pushed the boat off the sand,” said Ada Stone, a minister.", "assert"),
    ],
)
def test_only_the_whole_phrase_of_a_denial_denies(text: str, expected: str) -> None:
    assert polarities(text) == {expected}


def test_what_both_of_two_parties_deny_is_denied_by_each() -> None:
    text = "Sudan said the hospital housed fighters – something that both Kenya and Chad have rejected."
    assert [each[:2] for each in heads(text)] == [("Sudan", "assert"), ("Kenya", "deny"), ("Chad", "deny")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Stone, a minister, flatly denied that the yard sold boats.", "deny"),
        ("Ada Stone, a minister, repeated her denial that the yard sold boats.", "deny"),
        (ADA + "at no point did the yard sell boats.", "deny"),
        (ADA + "the yard was unaware of the sale.", "deny"),
        (ADA + "there was no question of selling boats.", "deny"),
        ("“I can say with certainty that we did not sell boats,” said Ada Stone, a minister.", "deny"),
        ("“Let me be clear: we did not sell boats,” said Ada Stone, a minister.", "deny"),
        ("“Anyone who says we sold boats is mistaken,” said Ada Stone, a minister.", "deny"),
        (ADA + "the sale was no secret.", "assert"),
        (ADA + "it was no surprise that the yard sold boats.", "assert"),
        ("“We order the parts from Kenya,” said Ada Stone, a minister.", "assert"),
        ("“I can say that we sold boats,” said Ada Stone, a minister.", "assert"),
        ("“Please hand over the lists,” said Ada Stone, a minister.", "urge"),
        ("“It is time for Kenya to stop the sales,” said Ada Stone, a minister.", "urge"),
        ("“We appeal to Kenya to stop the sales,” said Ada Stone, a minister.", "urge"),
    ],
)
def test_a_frame_around_a_denial_leaves_it_a_denial(text: str, expected: str) -> None:
    assert polarities(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "“Any sailor can see that the boats are not ours,” said Ada Stone, a minister.",
        "“It is obvious that the boats were not built here,” said Ada Stone, a minister.",
        "“The truth is that we have never sold a boat,” said Ada Stone, a minister.",
        "“Checks by our own people established that no boat was sold,” said Ada Stone, a minister.",
        "Never, Ada Stone, a minister, said, had the yard sold a boat.",
        "Nor had the yard sold any boats, said Ada Stone, a minister.",
        "At no time did the yard sell boats, said Ada Stone, a minister.",
        "Under no circumstances would the yard sell boats, said Ada Stone, a minister.",
    ],
)
def test_a_frame_or_an_inversion_does_not_hide_a_denial(text: str) -> None:
    assert polarities(text) == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        ADA + "the boats pictured in the report were manufactured in 2015.",
        "“It is clear that the yard sold the boats,” said Ada Stone, a minister.",
        "“The truth is that the yard sold boats,” said Ada Stone, a minister.",
    ],
)
def test_a_frame_by_itself_denies_nothing(text: str) -> None:
    assert polarities(text) == {"assert"}


def test_a_denial_that_is_rejected_by_somebody_is_held_true_by_them() -> None:
    found = read(article_of("Iran's denial that it supplied the drones was rejected by Kyiv."))
    assert {(one.source.name, one.holds) for one in found} == {("Ukraine", True), ("Iran", False)}
