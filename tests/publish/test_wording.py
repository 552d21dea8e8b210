# ruff: noqa: E501
"""How a dossier speaks: of findings, never of how probable an account is."""

from __future__ import annotations

import re

import attrs
import pytest

from sherd.attribute.refusals import RULES as REFUSALS
from sherd.model.document import walk
from sherd.model.hypotheses import highest
from sherd.publish.concluding import problems
from sherd.publish.phrases import FAIRNESS, RULES
from sherd.publish.wording import check, lost

from .conftest import CASES, Dossier, Made  # isort: skip

PROVEN = re.compile(
    r"\b(proves|proved|proven|refutes|refuted|confirms|confirmed) (the |this )?(claim|denial|accusation)",
    re.I,
)


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_of(part)]
    return [text for part in value for text in texts_of(part)] if isinstance(value, list | tuple) else []


def written_by_hand(made: Made) -> list[str]:
    """Every cell of the record, which a dossier quotes and does not say itself."""
    found = texts_of(attrs.asdict(made.material.record))
    return [text for text in found if " " in text or len(text) > 12]


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_of_a_dossier_says_more_than_its_evidence(name: str, dossier_of: Dossier) -> None:
    made = dossier_of(name)
    reach = highest(hypothesis.level for hypothesis in made.material.record.hypotheses)
    faults = check(made.text, reach, quoted=written_by_hand(made))
    assert [(fault.rule, fault.words, fault.sentence) for fault in faults] == []
    assert PROVEN.search(made.text) is None


@pytest.mark.parametrize("name", CASES)
def test_no_hedge_is_lost_between_a_finding_and_the_headline(name: str, dossier_of: Dossier) -> None:
    """Wherever a pair reports, the first page assumes what custody makes it assume."""
    made = dossier_of(name)
    answer = "\n".join(str(getattr(node, "text", "")) for node in walk(made.document.sections[0]))
    for results in made.material.attributions.values():
        for result in results:
            for pair in result.pairs:
                if not pair.refused:
                    assert [fault.rule for fault in lost(pair.sentence, answer)] == []


@pytest.mark.parametrize("name", ["geran-2", "worked"])
def test_the_texts_of_the_examples_say_no_more_than_their_evidence(name: str, dossier_of: Dossier) -> None:
    assert dossier_of(name).material.wording == ()


@pytest.mark.parametrize(
    ("changed", "code", "file", "column"),
    [
        ({"judgement": "The Cyrillic lettering shows that it was built in Russia."}, "type_as_origin", "judgements.csv", "reason"),
        ({"judgement": "H4 is far more likely than H1."}, "transposed_conditional", "judgements.csv", "reason"),
        ({"judgement": "Iran supplied the drones to Russia."}, "above_level", "judgements.csv", "reason"),
        ({"title": "Two Russian Geran-2 in Kyiv"}, "type_as_origin", "case.toml", "title"),
        ({"paraphrase": "Russia makes its own drones."}, "hedge_lost", "claims.csv", "paraphrase"),
    ],
)  # fmt: skip
def test_what_a_hand_written_text_says_too_much_is_a_problem_with_its_place(
    changed: dict[str, str], code: str, file: str, column: str, dossier_of: Dossier
) -> None:
    record = dossier_of("geran-2").material.record
    if "title" in changed:
        record = attrs.evolve(record, case=attrs.evolve(record.case, title=changed["title"]))
    if "judgement" in changed:
        origin = next(j for j in record.judgements if j.kind_ == "origin")
        record = attrs.evolve(record, judgements=(attrs.evolve(origin, reason=changed["judgement"]),))
    if "paraphrase" in changed:
        hedged = next(c for c in record.claims if c.hedge == "almost certainly")
        record = attrs.evolve(record, claims=(attrs.evolve(hedged, paraphrase=changed["paraphrase"]),))
    (problem,) = problems(record)
    assert (problem.code, problem.file, problem.column) == (code, file, column)
    assert problem.read
    assert problem.do


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


def test_every_rule_of_refusal_has_its_words() -> None:
    assert RULES.keys() == REFUSALS.keys()
