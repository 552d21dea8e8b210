"""A no or a yes denies or holds what was asked just before, in the mouth of whoever answers."""

import pytest
from tests.claims.texts import under_a_title


def answers(text: str) -> set[tuple[str, str, str]]:
    return {(each.source.name, each.polarity, each.content.text) for each in under_a_title(text)}


@pytest.mark.parametrize(
    ("text", "who", "stance", "what"),
    [
        (
            "Asked whether the gyros were its own, Tollmark Avionik answered in two words: “They're not.”",
            "Tollmark Avionik",
            "deny",
            "the gyros were its own",
        ),
        (
            "Asked whether Chad had the workshop, Ruth Abebe put down her pen. “No.”",
            "Ruth Abebe",
            "deny",
            "Chad had the workshop",
        ),
        (
            'Asked whether Chad received the guns, Ruth Abebe nodded. "Yes."',
            "Ruth Abebe",
            "assert",
            "Chad received the guns",
        ),
        (
            "Had he shipped the valves to Chad? “Never,” said Peter Otieno.",
            "Peter Otieno",
            "deny",
            "he shipped the valves to Chad",
        ),
        (
            'Did the firm sell engines to Chad? "We did not," its chairman, Paul Reuss, said.',
            "Paul Reuss",
            "deny",
            "the firm sell engines to Chad",
        ),
        (
            "Is it true that the fuse came from Chad? “Of course not,” said Maria Holl, who runs the mill.",
            "Maria Holl",
            "deny",
            "the fuse came from Chad",
        ),
        (
            'The judge asked whether the crates had gone to Chad. "No, sir," Peter Otieno replied.',
            "Peter Otieno",
            "deny",
            "the crates had gone to Chad",
        ),
        (
            "“No, never, not once,” Peter Otieno said when asked whether the crates had gone to Chad.",
            "Peter Otieno",
            "deny",
            "the crates had gone to Chad",
        ),
        (
            "To the question whether Togo had paid for the guns, Lomé's answer was short: It had not.",
            "Togo",
            "deny",
            "Togo had paid for the guns",
        ),
    ],
)
def test_a_short_answer_is_about_what_was_asked(text: str, who: str, stance: str, what: str) -> None:
    assert (who, stance, what) in answers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Ghana would send troops, the minister declined to answer.",
        "Asked whether the maker had known, Ruth Abebe said the file was closed.",
        "Had he shipped the valves to Chad? Nobody would say.",
        "Why had he shipped the valves to Chad? “No,” said Peter Otieno.",
    ],
)
def test_a_question_states_nothing(text: str) -> None:
    asked = ("would send", "had known", "shipped the valves")
    assert not [each for each in answers(text) if any(part in each[2] for part in asked)]
