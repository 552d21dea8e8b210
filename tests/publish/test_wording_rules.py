"""Sentences for and against each rule of wording: what may be written, and what a court strikes out."""

from __future__ import annotations

import pytest

from sherd.model.hypotheses import LADDER
from sherd.publish.wording import ABOVE, ATTRIBUTION, HEDGE, TRANSPOSED, TYPE, check, lost, sentences

LINE, MAKER, COUNTRY = "same_production_line", "same_manufacturer", "origin_country"

TURNED = [
    "The probability that H1 is true is 0.9.",
    "The probability that the drone was made in Iran is 93 %.",
    "There is a 95 % chance that it was built in Russia.",
    "The likelihood of an Iranian origin is high.",
    "H4 is 10 times more likely than H1.",
    "Hypothesis H2 is the most probable.",
    "The first account is therefore much more probable than the second.",
    "It is 112 times more likely that the item was made on line B.",
    "It is almost certain that line B made it.",
    "It is beyond reasonable doubt that the wreck came off line A.",
    "The item was probably made in Iran.",
    "The munition was most likely assembled in Russia.",
    "It is in all likelihood Russian.",
    "The drone is undoubtedly of Iranian origin.",
    "The drone was made in Iran with near certainty.",
    "We are 99 % certain that it was produced on line B.",
    "The findings prove that the drone was made in Iran.",
    "The evidence establishes that the item was built on line B.",
    "Our analysis confirms that H4 is true.",
    "The comparison leaves no doubt that it is Russian.",
    "This confirms hypothesis H4.",
    "The odds of manufacture in Iran are a hundred to one, so it was made in Iran.",
    "Given the findings, the account H1 remains the most plausible.",
    "The probability of H1 given the findings is 0.96.",
    "Account B is 96% after the examination.",
    "The evidence makes it 95% probable that Russia built the drone.",
    "There is a one in a million chance that the item was not made on line B.",
    "The drone is in all probability Iranian.",
    "Posterior odds of 24 to 1 in favour of B.",
    "The publisher calls it a Shahed-136; it was probably made in Iran.",
    "The report names line B, but it is certain that line A made it.",
    "In conclusion, the weapon is of Russian manufacture with a likelihood of 90 %.",
    "The evidence strongly suggests that H4 is true.",
    "H4 can be considered proven.",
    "The account H2 has a 95 % probability.",
    "The most probable explanation is that Russia assembled it.",
    "We conclude that it was made in Iran.",
    "The drone must have been made in Iran.",
    "The drone can only have come from Iran.",
    "The findings make H4 more likely.",
    "The wreck is identified as Iranian.",
    "The match shows the drone is Iranian.",
    "One can be confident that line B is the source.",
    "H1 is the likeliest account.",
    "It follows that the item was produced on line B.",
    "This leaves little doubt that it was built by Russia.",
    "The weapon is without question a product of Iran.",
    "The evidence is conclusive: the drone was made in Russia.",
    "H4 wins by a factor of 100.",
    "The item has a 0.96 probability of being from line B.",
    "Beyond doubt it came from line B.",
    "The likelihood that the engine comes from Iran is 80 per cent.",
]

SOUND = [
    "The findings are at least 24 times more probable if B is true than if A is.",
    "The findings are 24 times more probable if the item was made on line B than if it was made on line A.",
    "The probability of the findings if H1 is true is 0.04.",
    "The probability of these findings is 24 times greater under H4 than under H1.",
    "The chance that at least one of the modules matches is 0.64.",
    "The probability of planting that would cancel the weight is 0.04.",
    "A weight never says how probable an account is.",
    "It does not mean that H4 is more likely than H1.",
    "With the prior that you state, the posterior probability of H1 is 0.73.",
    "Is it likely that the drone was made in Iran?",
    "Whether it was probably made in Iran is not asked.",
    "The ministry said that the drone was almost certainly made in Iran.",
    "According to the panel the missile was probably produced by one maker.",
    "“It was probably made in Iran”, the officer wrote.",
    "Moderate support for B over A.",
    "The likelihood ratio of B against A is 24.",
    "No conclusion is given on H1 against H4: the sign flips.",
    "Each value is equally probable on an undocumented line.",
    "The probability of a match by chance is small.",
    "The collection can itself verify no more than weak support.",
    "The likelihood ratio is 24 in favour of B.",
    "If the prior odds are even, the posterior odds are 24 to 1 in favour of B.",
    "The probability of a coincidental match is 2 %.",
    "The value is twice as probable on line B as on line A.",
    "It is likely that the findings would be seen if H1 were true.",
    "The findings do not prove that it is Russian.",
    "There is no proof that the drone was probably made in Iran.",
    "The findings support H4 over H1.",
    "We find that the findings are 24 times more probable if H4 is true than if H1 is.",
    "The tail must have been painted later.",
    "The most likely value of an undocumented line is not known.",
    "It does not follow that H4 is proven.",
    "The module is identified as part MT29F.",
    "H1 has no documented line in this record.",
    "The probability of at least one false match is .64.",
    "The account H1 draws on line A.",
    "The Tippett plot shows how often weights misled.",
    "Weights of this kind mislead in 3 % of known specimens.",
    "The evidence does not carry a conclusion.",
    "It does not follow that the item was produced on line B.",
]

BY_TYPE = [
    "The Iranian Shahed-136 fell in Kyiv.",
    "Two Russian Geran-2 were documented.",
    "Debris of an Iranian drone was recovered.",
    "An Iranian-made UAV struck the town.",
    "Because it is a Shahed-136, it was made in Iran.",
    "Since the tail bears the name Geran-2, the aircraft is Russian.",
    "It was made in Iran, because the design is that of a Shahed-136.",
    "The Cyrillic lettering shows that it was built in Russia.",
    "The paint proves that it is Russian.",
    "The type is the Shahed-136 and therefore Iranian.",
    "The language of the markings indicates that it was assembled in Iran.",
    "Painted with the name Geran-2, it is Russian.",
    "Being a Shahed-136, the drone is Iranian.",
    "The colour of the paint points to production in Russia.",
    "Shahed-136 drones are Iranian, so this one is too.",
    "The Cyrillic markings are proof of Russian manufacture.",
    "As a Shahed-136, it is of Iranian origin.",
    "Iran's Shahed-136 hit the town.",
    "Russia’s drones fell in Kyiv.",
]

NOT_BY_TYPE = [
    "The item is of the type Shahed-136.",
    "The Iranian-designed Shahed-136 fell in Kyiv.",
    "A drone of Iranian design type was documented.",
    "Type is not origin, and paint is not origin.",
    "The ministry called it an Iranian drone.",
    "According to its publisher this is an Iranian-made Shahed-136.",
    "If this is an Iranian drone, its engine should bear a serial.",
    "The name Geran-2 does not show that it was made in Russia.",
    "The paint is shown and never weighed.",
    "The lettering is Cyrillic.",
    "Russian-language markings were seen on two parts.",
    "The item was compared with Russian surveillance drones.",
    "“Geran-2” is painted on the tail.",
]

TOO_HIGH = [
    (LINE, "The item was made by Shahed Aviation Industries."),
    (LINE, "The item and A4 are the work of the same manufacturer."),
    (LINE, "It was made in Iran."),
    (MAKER, "It was assembled in Russia."),
    (MAKER, "The engine comes from China."),
    (COUNTRY, "Iran supplied the drone to Russia."),
    (COUNTRY, "The drones were delivered by Iran."),
    (COUNTRY, "Iran is responsible for the strike."),
    (COUNTRY, "This violates Security Council resolution 2231."),
    (COUNTRY, "The government bears full responsibility."),
    ("same_design", "It was made on the same production line as A4."),
    (LINE, "It came from an Iranian factory."),
    (LINE, "The maker of the item is Alpha Works."),
    (LINE, "The item was manufactured at Yelabuga."),
    (COUNTRY, "The drones reached Russia from Iran by sea."),
    (LINE, "Alpha Works made the item."),
    (LINE, "The item is Iranian."),
    (MAKER, "The country of origin is Iran."),
    (COUNTRY, "Tehran is the supplier of the drones."),
    (COUNTRY, "Russia obtained the drones from Iran."),
    (COUNTRY, "Iran gave the drones to Russia."),
    (COUNTRY, "Iran has been arming Russia with drones."),
    (COUNTRY, "The Iranian government authorised the transfer."),
    (COUNTRY, "The transfer is a breach of resolution 2231."),
    (COUNTRY, "The manufacturer bears responsibility for its use."),
]

HIGH_ENOUGH = [
    (LINE, "The item was made on line B."),
    (MAKER, "It was made by the maker of line B."),
    (COUNTRY, "It was made in Iran."),
    (COUNTRY, "Nothing here says who supplied it or which state answers for it."),
    (COUNTRY, "It does not follow that Iran supplied the drone to Russia."),
    (COUNTRY, "The spokesman said that Iran supplied the drones to Russia."),
    (LINE, "If it was made in Iran, sealant of that kind is expected."),
    (LINE, "The question is whether it was made in Iran."),
    (LINE, "Parts made in China were found in the item."),
    (LINE, "Line B made the item."),
    (LINE, "The item was recovered in Kyiv in 2023."),
    (COUNTRY, "The drone was shot down by Ukrainian forces."),
    (COUNTRY, "The case asks who made the two Geran-2."),
    (COUNTRY, "Each party was asked for a reply, and two gave one."),
    (COUNTRY, "Sanctions on the maker were listed on 17 October 2022."),
    (COUNTRY, "The laboratory received the wing core from the ministry."),
    (COUNTRY, "The report does not name who supplied the drone to Russia."),
    ("supplier", "The drones were delivered by Iran."),
    ("state_responsibility", "Iran is responsible for the strike."),
    (COUNTRY, "A component found in a weapon says nothing bad about its maker, and no breach is inferred."),
]


def rules(text: str, reach: str = LADDER[-1]) -> list[str]:
    return [fault.rule for fault in check(text, reach)]


@pytest.mark.parametrize("sentence", TURNED)
def test_a_turned_condition_is_found(sentence: str) -> None:
    assert TRANSPOSED in rules(sentence)


@pytest.mark.parametrize("sentence", SOUND)
def test_a_sound_sentence_is_left_alone(sentence: str) -> None:
    assert rules(sentence) == []


@pytest.mark.parametrize("sentence", BY_TYPE)
def test_a_type_or_a_name_taken_for_an_origin_is_found(sentence: str) -> None:
    assert TYPE in rules(sentence)


@pytest.mark.parametrize("sentence", NOT_BY_TYPE)
def test_a_type_said_as_a_type_is_left_alone(sentence: str) -> None:
    assert rules(sentence) == []


@pytest.mark.parametrize(("reach", "sentence"), TOO_HIGH)
def test_a_claim_above_the_level_of_the_accounts_is_found(reach: str, sentence: str) -> None:
    assert ABOVE in rules(sentence, reach)


@pytest.mark.parametrize(("reach", "sentence"), HIGH_ENOUGH)
def test_a_claim_at_the_level_of_the_accounts_is_left_alone(reach: str, sentence: str) -> None:
    assert ABOVE not in rules(sentence, reach)


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        ("It may have been made on line B.", "It was made on line B.", [HEDGE]),
        ("Reportedly two fell.", "Two fell.", [HEDGE]),
        (
            "Assuming the object is as its publisher describes it, B over A.",
            "B over A.",
            [HEDGE, ATTRIBUTION],
        ),
        ("The ministry said that two fell.", "Two fell.", [ATTRIBUTION]),
        ("According to the publisher it is line B.", "It is line B.", [ATTRIBUTION]),
        ("Officials said it might be line B.", "Officials: it is line B, they said.", [HEDGE]),
        ("The ministry said that two fell.", "Two fell, the ministry claims.", []),
        ("It may be line B.", "Line B cannot be excluded.", []),
        ("Two fell.", "Two fell.", []),
    ],
)
def test_what_was_hedged_or_attributed_stays_so(before: str, after: str, faults: list[str]) -> None:
    assert [fault.rule for fault in lost(before, after)] == faults


def test_other_peoples_words_are_theirs_to_answer_for() -> None:
    text = "Row 4 reads: the drone was probably made in Iran."
    assert check(text) != ()
    assert check(text, quoted=["the drone was probably made in Iran"]) == ()


def test_each_fault_names_its_sentence_its_words_and_what_to_do() -> None:
    (fault,) = check("Two fell. H4 is more likely than H1. Nothing else is known.")
    assert fault.sentence == "H4 is more likely than H1."
    assert fault.words == "H4 is more likely"
    assert fault.do.startswith("say how probable the findings are")


def test_a_rung_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'owner' is no rung of the ladder: consistent_with"):
        check("It fell.", "owner")


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "Two fell at 3.5 km. H1 : H2 is +1.39 bans. “Yes.” No.\nNext line"
    assert list(sentences(text)) == [
        "Two fell at 3.5 km.",
        "H1 : H2 is +1.39 bans.",
        "“Yes.",
        "No.",
        "Next line",
    ]
