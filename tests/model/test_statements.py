"""A statement keeps its passages, survives its JSON line unchanged, and becomes a claim of the case."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from sherd.model.dates import Interval
from sherd.model.statement_lines import of_lines, of_plain, to_lines, to_plain
from sherd.model.statements import (
    Action,
    Dated,
    Named,
    Passage,
    Quantity,
    Speaker,
    Statement,
    Thing,
    as_claim,
)

TEXT = "Tehran denied on Monday that it sold about 400 drones to Moscow."


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage.of(TEXT, start, start + len(words))


SAID = Statement(
    id="S1",
    doc="a.txt",
    doc_sha256="0" * 64,
    claim="Iran denies that it sold about 400 drones to Russia.",
    content=passage("it sold about 400 drones to Moscow"),
    source=Speaker("Iran", "state", passage("Tehran")),
    cue=passage("denied"),
    polarity="deny",
    act="deny",
    prop=Action(
        "SUPPLY",
        actor=Named("Iran", passage("it")),
        trigger=passage("sold"),
        object=Thing("drones", passage("drones"), class_="drone"),
        recipient=Named("Russia", passage("Moscow")),
        quantity=Quantity(passage("about 400"), 360, 440, approximate=True),
    ),
    statement_date=Dated(Interval.parse("2023-08-14"), passage("on Monday")),
)


def test_the_annotated_article_survives_reading_and_writing_field_by_field(shared: Path) -> None:
    lines = (shared / "oracles" / "article_claims.jsonl").read_text("utf-8").splitlines()
    written = list(to_lines(of_lines(lines)))
    assert len(written) == 35
    assert [json.loads(line) for line in written] == [json.loads(line) for line in lines]


def test_every_passage_of_the_annotated_article_is_verbatim(shared: Path) -> None:
    text = (shared / "oracles" / "article.txt").read_bytes().decode()
    lines = (shared / "oracles" / "article_claims.jsonl").read_text("utf-8").splitlines()
    assert [said.misquoted(text) for said in of_lines(lines)] == [()] * 35


def test_a_statement_comes_back_from_its_line_as_it_was() -> None:
    assert list(of_lines([*to_lines([SAID]), ""])) == [SAID]


def test_a_passage_that_the_text_does_not_hold_is_told() -> None:
    assert SAID.misquoted(TEXT) == ()
    forged = evolve(SAID, cue=Passage(7, 13, "agreed"))
    assert forged.misquoted(TEXT) == (Passage(7, 13, "agreed"),)


@pytest.mark.parametrize("passage", [(3, 3, ""), (0, 5, "Iran"), (-1, 3, "Iran")])
def test_a_passage_is_as_long_as_its_words(passage: tuple[int, int, str]) -> None:
    with pytest.raises(ValueError, match="cannot stand at"):
        Passage(*passage)


@pytest.mark.parametrize(
    ("field", "value"),
    [("polarity", "yes"), ("act", "shout"), ("mode", "sung"), ("level", "deep"), ("certainty", "sure")],
)
def test_a_word_that_the_schema_does_not_know_is_refused_by_name(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=value):
        of_plain({**to_plain(SAID), field: value})


def test_a_broken_line_is_named_by_its_number() -> None:
    with pytest.raises(ValueError, match=r"line 2: no JSON object"):
        list(of_lines([*to_lines([SAID]), "[]"]))


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="mood"):
        of_plain({**to_plain(SAID), "mood": "bad"})


@pytest.mark.parametrize(
    ("polarity", "flags", "holds"),
    [("assert", (), True), ("deny", (), False), ("urge", (), None), ("deny", ("of_denial",), True)],
)
def test_denying_a_denial_holds_the_proposition_true(
    polarity: str, flags: tuple[str, ...], holds: bool | None
) -> None:
    assert evolve(SAID, polarity=polarity, flags=flags).holds is holds


def test_an_accepted_statement_becomes_a_row_of_the_case() -> None:
    claim = as_claim(SAID, "c", "C1", source="A1")
    assert (claim.speaker, claim.polarity, claim.action, claim.recipient) == (
        "Iran",
        "deny",
        "SUPPLY",
        "Russia",
    )
    assert (claim.quote, claim.quantity) == ("it sold about 400 drones to Moscow", "about 400")
    assert claim.said == Interval.parse("2023-08-14")
    assert claim.locator == "a.txt#char=29,63"


def test_for_whom_it_is_said_and_by_when_is_kept_with_the_claim() -> None:
    said = evolve(SAID, source=evolve(SAID.source, on_behalf_of="Iran"), statement_date=None)
    claim = as_claim(said, "c", "C1", published=Interval.parse("2023-08-16"))
    assert claim.on_behalf_of == "Iran"
    assert (claim.said_from, claim.said) == (None, Interval.parse("/2023-08-16"))
    assert as_claim(SAID, "c", "C1", published=Interval.parse("2023-08-16")).said == Interval.parse(
        "2023-08-14"
    )


@pytest.mark.parametrize(("certainty", "hedge"), [("plain", None), ("conditional", "(on a condition)")])
def test_what_hangs_on_a_condition_stays_hedged(certainty: str, hedge: str | None) -> None:
    assert as_claim(evolve(SAID, hedge=None, certainty=certainty), "c", "C1").hedge == hedge


def test_an_admission_is_recorded_as_conceded_and_a_denied_denial_as_asserted() -> None:
    assert as_claim(evolve(SAID, polarity="assert", act="admit"), "c", "C1").polarity == "concede"
    assert as_claim(evolve(SAID, flags=("of_denial",)), "c", "C1").polarity == "assert"


@pytest.mark.parametrize(("polarity", "flags"), [("assert", ("negated",)), ("deny", ())])
def test_an_admission_that_it_is_not_so_is_recorded_as_a_denial(
    polarity: str, flags: tuple[str, ...]
) -> None:
    claim = as_claim(evolve(SAID, polarity=polarity, act="admit", flags=flags), "c", "C1")
    assert (claim.polarity, claim.act) == ("deny", "admit")
