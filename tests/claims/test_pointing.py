"""A bare verdict denies the clause said before it; where none can be meant, it is no statement."""

from __future__ import annotations

import pytest
from tests.claims.texts import under_a_title

SAID = "Kenya had shelled Abeche"
VERDICTS = (
    "Kenya denies it.",
    "Kenya denied this in a statement.",
    "Kenya has denied it repeatedly.",
    "Kenya denies that in the strongest terms.",
    "Kenya rejects this as nonsense.",
    "Kenya called that “a clumsy invention”.",
    "Kenya flatly denies this, and calls for talks.",
    "Kenya disputes this: it blames Niger.",
    "Kenya disputes that, saying the guns came from Niger.",
    "Kenya denied it when reporters asked.",
    "Kenya laughed this off.",
    "Kenya waved that away.",
    "Kenya brushed it aside as gossip.",
    "Kenya poured scorn on this.",
    "Kenya denies all of it.",
    "Kenya says otherwise.",
    "Kenya contradicted him.",
    "Kenya considers that implausible.",
    "Kenya finds this hard to believe.",
    "Kenya said that could not be true.",
    "Kenya says that is impossible.",
    "Kenya says it is a lie.",
    "Kenya said this was “absurd”.",
    "Kenya said this was not the case.",
    "Kenya says none of this is true.",
    "Kenya says nothing of the kind happened.",
    "Kenya insists that this never happened.",
    "Kenya said there was no truth in this.",
    "Kenya said this had no basis in fact.",
    "Kenya says it is out of the question.",
    "That, Kenya said, was nonsense.",
    "That was nonsense, Kenya said.",
    "That is denied by Kenya.",
    "Not so, says Kenya.",
    "Nonsense, Kenya replied.",
)


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_bare_verdict_denies_the_clause_that_was_said_before(verdict: str, gap: str) -> None:
    found = under_a_title(f"General Idriss Saleh said {SAID}.{gap}{verdict}")
    kenyan = [each for each in found if each.source.name == "Kenya" and each.content.text == SAID]
    assert [each.polarity for each in kenyan] == ["deny"]
    assert kenyan[0].prop.actor is not None
    assert kenyan[0].prop.actor.name == "Kenya"
    other = [each for each in found if each.content.text == SAID and each.source.name != "Kenya"]
    assert [each.polarity for each in other] == ["assert"]


@pytest.mark.parametrize(
    "text",
    [
        "The embassy is in Rome. Kenya denies it.",
        "Chad said trade would grow. Prices fell in May.\n\nKenya rejects all of it.",
        "The measures took effect in May. Kenya rejects them.",
        "Chad denied that Kenya had shelled Abeche. Kenya disputes this.",
    ],
)
def test_a_pronoun_with_nothing_before_it_that_can_be_meant_is_no_statement(text: str) -> None:
    assert not [each for each in under_a_title(text) if each.source.name == "Kenya"]


@pytest.mark.parametrize(
    ("verdict", "content"),
    [
        ("Kenya denied it had any guns there.", "it had any guns there"),
        ("Kenya denied that in March it had guns there.", "in March it had guns there"),
        ("Kenya denied that, despite the truce, it had guns there.", "despite the truce, it had guns there"),
        ("Kenya disputed that timeline.", "that timeline"),
        ("That account is disputed by Ruth Abebe, a driver.", "That account"),
    ],
)
def test_words_that_say_what_is_denied_stay_as_they_are(verdict: str, content: str) -> None:
    found = under_a_title(f"General Idriss Saleh said {SAID}. {verdict}")
    assert [each.content.text for each in found if each.polarity == "deny"] == [content]


@pytest.mark.parametrize(
    ("verdict", "who"),
    [
        ("“That is a lie,” Kenya's army chief, Peter Otieno, said.", "Peter Otieno"),
        ("“It simply isn't so,” a Kenyan diplomat told reporters.", "Kenyan diplomat (unnamed)"),
        ("“Pure invention,” said Ruth Abebe, a driver.", "Ruth Abebe"),
        ("Nairobi: “Pure invention.”", "Kenya"),
        ("It had not, Ruth Abebe, a driver, said.", "Ruth Abebe"),
        ("It did no such thing, Ruth Abebe, a driver, retorted.", "Ruth Abebe"),
        ("Nairobi begs to differ.", "Kenya"),
        ("Nairobi would have none of it.", "Kenya"),
        ("Nairobi scoffed.", "Kenya"),
        ("Kenya's answer was a flat no.", "Kenya"),
    ],
)
def test_a_verdict_in_quotation_marks_and_set_words_deny_what_somebody_has_just_said(
    verdict: str, who: str
) -> None:
    found = under_a_title(f"General Idriss Saleh said {SAID}. {verdict}")
    read = {(each.source.name, each.polarity, each.content.text) for each in found}
    assert {(who, "deny", SAID), ("Idriss Saleh", "assert", SAID)} <= read


@pytest.mark.parametrize("reply", ["Nairobi agrees.", "Nairobi does not disagree.", "“Yes,” said Nairobi."])
def test_who_agrees_denies_nothing(reply: str) -> None:
    found = under_a_title(f"General Idriss Saleh said {SAID}. {reply}")
    assert not [each for each in found if each.polarity == "deny"]


@pytest.mark.parametrize(
    "verdict",
    ["Kenya said this was true.", "Kenya said it was not aware of the case.", "Kenya confirmed this."],
)
def test_what_is_no_verdict_denies_nothing_said_before(verdict: str) -> None:
    found = under_a_title(f"General Idriss Saleh said {SAID}. {verdict}")
    assert not [each for each in found if each.polarity == "deny" and each.content.text == SAID]


def test_two_clauses_said_in_one_breath_are_denied_together_and_words_about_others_are_passed() -> None:
    both = "Kenya had shelled Abeche and that its drones had burned two markets"
    found = under_a_title(f"Chad's army said {both}. Kenya denies this.")
    assert [each.content.text for each in found if each.polarity == "deny"] == [both]
    found = under_a_title(f"Chad's army said {SAID}. The shells were Niger's, it said. Kenya denies it.")
    assert [each.content.text for each in found if each.polarity == "deny"] == [SAID]
