"""A claim that is the subject of its clause is denied by what is said of it, unless that credits it."""

import pytest
from tests.claims.texts import under_a_title


def denied(text: str) -> set[tuple[str, str]]:
    return {(each.source.name, each.content.text) for each in under_a_title(text) if each.polarity == "deny"}


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The idea that a mill built the timer is, in the words of its owner, Ugo Berti, “sweet”.",
            "Ugo Berti",
            "a mill built the timer",
        ),
        (
            "The notion that a garden motor flew a rocket is, frankly, hilarious, said Ugo Berti.",
            "Ugo Berti",
            "a garden motor flew a rocket",
        ),
        (
            "Chad's theory, that a Maltese firm bought the jammers, was demolished by Ugo Berti.",
            "Ugo Berti",
            "a Maltese firm bought the jammers",
        ),
        (
            "The explanation offered by Togo, namely that they were stolen, lacks credibility, Oslo said.",
            "Norway",
            "they were stolen",
        ),
        (
            "What Togo called “proof” that Chad sent drones turned out, said Ugo Berti, to be “a collage”.",
            "Ugo Berti",
            "Chad sent drones",
        ),
        ("Ugo Berti said the story that Chad sold boats doesn't hold water.", "Ugo Berti", "Chad sold boats"),
        (
            "The assertion that Chad built the seeker “is not merely exaggerated but invented”, Togo said.",
            "Togo",
            "Chad built the seeker",
        ),
        (
            "Statements by Western officials that Togo hires guards are not backed by anything, Togo said.",
            "Togo",
            "Togo hires guards",
        ),
        ("Rumours that Chad sold boats are just that, rumours, Togo said.", "Togo", "Chad sold boats"),
        (
            "Reports that Chad bought boats were described by Togo as “bazaar talk”.",
            "Togo",
            "Chad bought boats",
        ),
        (
            "“The claim that our mill builds rockets is a joke,” said Ugo Berti.",
            "Ugo Berti",
            "The claim that our mill builds rockets is a joke",
        ),
        (
            "The charge that Togo handled the boats was dismissed as fantasy by Ugo Berti, a minister.",
            "Ugo Berti",
            "Togo handled the boats",
        ),
        (
            "Togo's claim to have downed the jet with a rocket drew laughter in Chad.",
            "article",
            "have downed the jet with a rocket",
        ),
    ],
)
def test_what_is_said_of_a_claim_denies_it(text: str, who: str, what: str) -> None:
    assert (who, what) in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the timer was Swiss is credible, Togo said.",
        "The report that the timer was Swiss was, in the words of Ugo Berti, “spot on”.",
        "The claim that the timer was Swiss was repeated in parliament on Thursday.",
        "The allegation that Chad bought the drones was not denied by the minister.",
        "Reports that Togo had sold motors to Chad were confirmed by the ministry on Friday.",
        "The story of how the motor reached Chad is a long one, said Ugo Berti.",
        "Claims that the missile was Chadian were first made by Togo in January.",
        "The theory that the drone was launched from a ship is now the most likely, Togo said.",
        "The charge that he sold drone parts to Chad carries a sentence of 20 years, Ugo Berti said.",
        "The report that Chad had delivered missiles was met with alarm in Togo.",
        "The story that Chad makes rockets is “one hundred per cent true”, Ugo Berti said.",
        "The idea that the drones could be copied was his, said Ugo Berti.",
    ],
)
def test_a_claim_that_is_credited_or_told_again_is_not_denied(text: str) -> None:
    assert not denied(text)


def test_whose_theory_is_demolished_holds_it() -> None:
    text = "Chad's theory, that a Maltese firm bought the jammers, was demolished by Ugo Berti."
    held = {(each.source.name, each.polarity) for each in under_a_title(text)}
    assert held == {("Chad", "assert"), ("Ugo Berti", "deny")}
