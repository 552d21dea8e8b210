"""How a dossier speaks: of findings, never of how probable an account is."""

from __future__ import annotations

import re

import pytest

from sherd.attribute.refusals import RULES as REFUSALS
from sherd.publish.phrases import FAIRNESS, RULES

from .conftest import CASES, Dossier  # isort: skip

TRANSPOSED = re.compile(
    r"probability that (the )?(H\d|item|hypothesis|account)|(H\d|hypothesis|account)[^.]{0,30} is "
    r"(\d[\d.,]* times )?(more|less) (probable|likely)"
    r"|(probably|likely|certainly) (made|assembled) (in|by|on)"
    r"|odds (of|that)",
    re.IGNORECASE,
)
PROVEN = re.compile(
    r"\b(proves|proved|proven|refutes|refuted|confirms|confirmed) (the |this )?(claim|denial|accusation)",
    re.I,
)


def ours(made_text: str, claims: list[str]) -> str:
    for claim in claims:
        made_text = made_text.replace(claim, "")
    return made_text


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_turns_the_condition_round(name: str, dossier_of: Dossier) -> None:
    made = dossier_of(name)
    quoted = [text for claim in made.material.record.claims for text in (claim.paraphrase, claim.quote or "")]
    text = ours(made.text, [said for said in quoted if said])
    assert TRANSPOSED.search(text) is None
    assert PROVEN.search(text) is None


@pytest.mark.parametrize("name", CASES)
def test_every_dossier_is_fair_to_makers_from_its_first_page(name: str, dossier_of: Dossier) -> None:
    document = dossier_of(name).document
    assert FAIRNESS in dict(document.identifiers).values()
    assert dossier_of(name).text.count(FAIRNESS) >= 3


@pytest.mark.parametrize("name", CASES)
def test_sentences_are_whole(name: str, dossier_of: Dossier) -> None:
    text = dossier_of(name).text
    for fault in (
        "..",
        " .",
        "None",
        "—, label",
        "label by",
        "not_distinguishable",
        "h1 and H2",
        "0 further",
    ):
        assert fault not in text.replace("…", ""), fault


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("the probability that H1 is true is 0.9", True),
        ("H4 is 10 times more likely than H1", True),
        ("the item was probably made in Iran", True),
        ("the findings are at least 24 times more probable if B is true than if A is", False),
    ],
)
def test_the_guard_tells_a_turned_condition_from_a_sound_one(sentence: str, said: bool) -> None:
    assert bool(TRANSPOSED.search(sentence)) is said


def test_every_rule_of_refusal_has_its_words() -> None:
    assert RULES.keys() == REFUSALS.keys()
