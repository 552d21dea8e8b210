"""Who speaks in each turn of a broadcast that is printed with labels."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

SCRIPT = (
    "HOST: Serbia has begun to look at what fell on its fields. Our correspondent Nora Vail was there.\n\n"
    "VAIL: Petra Okoro, who runs the laboratory, says the engine was built in Turkey.\n\n"
    "OKORO: (Through interpreter) Kenya supplied the cameras. We have the labels.\n\n"
    "VAIL: Not everyone agrees.\n\n"
    "IAN MARLOWE: Serbia assembled the drone itself.\n\n"
    "VAIL: That was Ian Marlowe, a senator. He says that Chad bought the batteries."
)


def heads(text: str) -> list[tuple[str, str]]:
    found = read(article_of(text))
    return [(each.source.name, each.content.text) for each in found]


def test_each_turn_of_a_broadcast_is_spoken_by_whom_its_label_names() -> None:
    said = heads(SCRIPT)
    assert ("Petra Okoro", "Kenya supplied the cameras") in said
    assert ("Ian Marlowe", "Serbia assembled the drone itself") in said


def test_a_correspondent_tells_what_others_say_and_says_nothing_herself() -> None:
    said = heads(SCRIPT)
    assert ("Petra Okoro", "the engine was built in Turkey") in said
    assert ("Ian Marlowe", "Chad bought the batteries") in said
    assert not {"Nora Vail", "Vail", "Host"} & {who for who, _ in said}


def test_a_label_that_stands_once_in_an_article_is_nobody() -> None:
    assert heads("ANALYSIS: Serbia sent drones to Chad in May.")[0][0] == "article"


def test_an_interview_is_said_by_who_answers_and_not_by_the_paper_that_asks() -> None:
    text = (
        "Interview with Nora Vail, director of the Traces Institute\n\n"
        "The Gazette: Who built the drones?\n\nNora Vail: Serbia built the drones.\n\n"
        "The Gazette: And the engines?\n\nNora Vail: Kenya supplied the engines."
    )
    assert heads(text) == [
        ("Nora Vail", "Serbia built the drones"),
        ("Nora Vail", "Kenya supplied the engines"),
    ]


BRIEFINGS = [
    ("Spokesperson Ian Marlowe holds a press conference", "Marlowe: {}", "AFP: {}", "Ian Marlowe"),
    ("Press briefing by Spokesman Ian Marlowe", "Spokesman: {}", "Question: {}", "Ian Marlowe"),
    ("Briefing by Ian Marlowe, Spokesman for the ministry", "Spokesman: {}", "Q: {}", "Ian Marlowe"),
    ("President Petra Okoro speaks to reporters", "THE PRESIDENT: {}", "Q    {}", "Petra Okoro"),
    ("Secretary-General Petra Okoro's briefing", "Secretary-General: {}", "Q: {}", "Petra Okoro"),
    ("Witnesses: Ian Marlowe, Director, Traces Institute", "Mr. MARLOWE. {}", "Mr. VAIL. {}", "Ian Marlowe"),
    ("On the wreck, with Nora Vail, an engineer", "[Nora Vail] {}", "[Host] {}", "Nora Vail"),
    ("Interview: Nora Vail, head of the laboratory", "A: {}", "Q: {}", "Nora Vail"),
    ("A briefing", "IAN MARLOWE, SPOKESMAN: {}", "UNIDENTIFIED REPORTER: {}", "Ian Marlowe"),
]


@pytest.mark.parametrize(("head", "label", "asking", "name"), BRIEFINGS)
def test_a_label_of_any_print_goes_to_the_person_whom_the_text_names_in_full(
    head: str, label: str, asking: str, name: str
) -> None:
    turns = [
        label.format("Serbia built the drones."),
        asking.format("Who paid?"),
        label.format("Kenya supplied the engines."),
        asking.format("And the cameras?"),
    ]
    said = heads("\n\n".join([head, *turns]))
    assert (name, "Serbia built the drones") in said
    assert {who for who, _ in said} == {name}


def test_a_surname_under_a_label_is_the_person_of_an_earlier_label() -> None:
    text = (
        "IAN MARLOWE, SPOKESMAN: Serbia built the drones.\n\nREPORTER: Who paid?\n\n"
        "MARLOWE: Kenya supplied the engines.\n\nREPORTER: Thank you?"
    )
    assert {who for who, _ in heads(text)} == {"Ian Marlowe"}


def test_words_before_a_colon_in_an_article_are_no_label() -> None:
    text = (
        "Background: Serbia built the drones.\n\nUpdate: Kenya bought rifles.\n\nUpdate: Chad bought shells."
    )
    assert {who for who, _ in heads(text)} <= {"article"}
