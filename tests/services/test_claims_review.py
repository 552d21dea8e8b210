"""What a decision on a proposed statement is about, and what a person may write for a claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve
from tests.claims.texts import article_of

from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.ports import Change
from sherd.record.problems import BadCell
from sherd.services.bench import journal
from sherd.services.claims import propose
from sherd.services.claims_review import (
    EDITABLE,
    METHOD,
    Overtaken,
    _claim_id,
    decide,
    disorder,
    in_step,
    keys,
    pending,
    spoilt,
    take_back,
    written,
)
from sherd.services.ledger import ledger_of, stands
from sherd.services.press import source_row
from sherd.store import open_store

SEVERAL = (
    "Kenya and Chad said that the engines had been made in Norway.\n"
    "Norway denied that it had sold engines to Chad and that it had sold drones to Kenya.\n"
)


def test_no_two_statements_of_an_article_share_a_key_or_make_one_claim() -> None:
    article = article_of(SEVERAL, language="en")
    said = propose(article)[0]
    found = keys(article, said)
    assert len(found) == len(said) > 2
    assert len({_claim_id(key) for key in found}) == len(said)
    assert list(found.values()) == list(said)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("speaker", " Norway ", "Norway"),
        ("polarity", "deny", "deny"),
        ("action", "supply", "SUPPLY"),
        ("chain", "Financial Times | an official", ("Financial Times", "an official")),
        ("chain", "", ()),
        ("recipient", "", None),
    ],
)
def test_what_is_written_is_read_as_a_cell_of_the_sheet(column: str, cell: str, value: Any) -> None:
    assert written(named(column), cell) == value


def test_days_are_written_at_any_precision() -> None:
    assert written(named("said_from"), "2023-08").last == date(2023, 8, 31)


@pytest.mark.parametrize(
    ("column", "cell", "do"),
    [("polarity", "perhaps", "one of"), ("action", "SELL", "SUPPLY"), ("speaker", " ", "empty"),
     ("event_from", "soon", "write")],
)  # fmt: skip
def test_what_a_column_cannot_take_is_refused_with_what_to_write(column: str, cell: str, do: str) -> None:
    with pytest.raises(BadCell, match=do):
        written(named(column), cell)


def test_an_end_before_its_beginning_is_told_before_it_can_spoil_the_case() -> None:
    claim = Claim(case="k", id="C", speaker="Iran", polarity="deny", action="USE", paraphrase="p")
    late, early = Interval.parse("2023-09-01"), Interval.parse("2023-01")
    for ends in ("said", "event"):
        assert disorder(claim, {f"{ends}_from": late, f"{ends}_to": early}) is not None
        assert disorder(claim, {f"{ends}_from": early, f"{ends}_to": late}) is None


def test_the_passage_and_its_place_are_not_for_a_person_to_change() -> None:
    assert not {"quote", "locator", "source", "id"} & {column.name for column in EDITABLE}


def named(name: str) -> Any:
    return next(column for column in EDITABLE if column.name == name)


# -- what becomes of a decision


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A store with a case, and an article of which nothing is decided."""
    store = open_store(tmp_path / "s.db", create=True, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    with store.writing() as writing:
        row = Case(case="k", id="k", title="K", question="?")
        writing.append([Change("recorded", row, ("case folder", "1"))], frozenset())
    article = article_of(SEVERAL, language="en")
    yield Bench(store, article, keys(article, propose(article)[0]))
    store.close()


@define
class Bench:
    """One article before a person."""

    store: Any
    article: Any
    known: Any

    def decide(self, number: int, decision: str, by: str = "Ana", **changes: Any) -> Claim | None:
        key, statement = list(self.known.items())[number]
        record = self.store.load("k")
        return decide(
            self.store,
            record,
            self.article,
            key,
            statement,
            decision,
            "r",
            by,
            "2026-01-01T00:00:00Z",
            changes,
        )

    def spoil(self, number: int) -> Claim:
        """Accept a statement, with days that end before they begin, as an earlier sherd let one."""
        claim = self.decide(number, "accept")
        assert claim is not None
        late, early = Interval.parse("2023-08"), Interval.parse("2023-07")
        wrong = evolve(claim, said_from=late, said_to=early)
        journal(self.store, "k", METHOD, "Ana", lambda _: [("recorded", wrong)])
        return wrong

    def waiting(self) -> list[str]:
        return list(pending(self.store.load("k"), self.article, self.known.values()))


PROPOSED = Claim(
    case="k",
    id="C1",
    speaker="Kenyan official (unnamed)",
    speaker_kind="anonymous_official",
    on_behalf_of="Kenya",
    polarity="assert",
    action="SUPPLY",
    paraphrase="Kenyan official (unnamed) says: Chad sold no pumps",
    quote="Chad sold  no\npumps",
)


@pytest.mark.parametrize(
    ("changes", "following"),
    [
        (
            {"speaker": "Boru Dida"},
            {
                "speaker_kind": None,
                "on_behalf_of": None,
                "paraphrase": "Boru Dida says: Chad sold no pumps",
            },
        ),
        ({"polarity": "deny"}, {"paraphrase": "Kenyan official (unnamed) denies: Chad sold no pumps"}),
        (
            {"speaker": "Boru Dida", "on_behalf_of": "Chad", "speaker_kind": "person", "paraphrase": "His."},
            {},
        ),
        ({"recipient": "Chad"}, {}),
        ({}, {}),
    ],
)
def test_another_speaker_does_not_speak_for_whom_the_first_did(
    changes: dict[str, Any], following: dict[str, Any]
) -> None:
    assert in_step(PROPOSED, changes) == following


def test_a_paraphrase_that_a_person_wrote_stays() -> None:
    own = evolve(PROPOSED, paraphrase="An official has it that Chad sold none.")
    assert "paraphrase" not in in_step(own, {"speaker": "Boru Dida"})


TWO_VOICES = (
    "Kenya's foreign ministry said on Monday that Kenya had sold pumps to Chad. Kenya, ministry spokesman "
    "Boru Dida said, did not sell pumps to Chad. Norway would stop the supply of engines to Chad if the war "
    "went on, Oslo said.\n"
)


def test_what_is_accepted_as_proposed_stands_in_the_ledger_as_the_statement_did(bench: Bench) -> None:
    """For whom, by when, how firmly: nothing of it is lost when a person says yes."""
    bench.article = evolve(article_of(TWO_VOICES, language="en"), published=date(2023, 8, 16))
    bench.known = keys(bench.article, propose(bench.article)[0])
    before = ledger_of(None, [bench.article], None)
    for number in range(len(bench.known)):
        bench.decide(number, "accept")
    after = ledger_of(bench.store.load("k"), [], None)

    def told(found: Any) -> Any:
        rows = [(row.proposition, row.speakers, row.independent, row.counts) for row in found.rows]
        each = [
            (s.speaker, s.party, s.said, s.firm, s.holds, s.granted) for row in found.rows for s in row.stands
        ]
        return sorted(map(str, rows)), sorted(map(str, each)), len(found.contradictions)

    assert len(bench.known) >= 3
    assert {stand.party for row in after.rows for stand in row.stands} >= {"Kenya", "Norway"}
    assert told(after) == told(before)


def test_what_nobody_dated_was_said_by_the_day_its_source_was_published() -> None:
    claims = tuple(
        Claim(case="k", id=id_, speaker="A", polarity="assert", action="USE", paraphrase="p", source=source)
        for id_, source in (("C1", "S"), ("C2", None))
    )
    source = Source(case="k", id="S", kind_="press", title="t", published=Interval.parse("2023-08-16"))
    record = CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"), claims=claims, sources=(source,)
    )
    assert [stand.said for stand in stands(record)] == [Interval.parse("/2023-08-16"), None]


def test_who_decides_second_is_told_by_whom_and_what_and_nothing_is_written(bench: Bench) -> None:
    bench.decide(0, "reject", "Ana")
    size = bench.store.size()
    for decision in ("accept", "reject"):
        with pytest.raises(Overtaken, match=r"decided meanwhile by Ana .*: reject, r"):
            bench.decide(0, decision, "Boru")
    assert bench.store.size() == size
    assert len(bench.waiting()) == len(bench.known) - 1


def test_nobody_takes_back_what_somebody_else_decided(bench: Bench) -> None:
    bench.decide(0, "accept", "Ana")
    bench.decide(1, "accept", "Boru")
    taken = take_back(bench.store, bench.store.load("k"), "Ana")
    assert taken is not None
    assert (taken.by, taken.subject) == ("Ana", next(iter(bench.known)))
    assert take_back(bench.store, bench.store.load("k"), "Ana") is None
    assert [each.by for each in bench.store.load("k").judgements] == ["Boru"]


def test_a_claim_whose_days_are_reversed_leaves_the_case_usable_and_is_asked_about_again(
    bench: Bench,
) -> None:
    wrong = bench.spoil(0)
    record = bench.store.load("k")
    (problem,) = spoilt(record)
    assert wrong.id in str(problem)
    assert "2023-08 to 2023-07" in problem.read
    assert "sherd claims review" in problem.do
    assert [row.stands[0].said for row in ledger_of(record, (), None).rows] == [None]
    assert bench.waiting() == list(bench.known), "it is asked about again"
    mended = bench.decide(0, "edit", said_from=Interval.parse("2023-07"), said_to=Interval.parse("2023-08"))
    record = bench.store.load("k")
    assert record.claims == (mended,)
    assert list(spoilt(record)) == []
    assert len(bench.waiting()) == len(bench.known) - 1


def test_a_claim_whose_days_are_reversed_can_be_rejected_and_is_gone(bench: Bench) -> None:
    bench.spoil(0)
    bench.decide(0, "reject")
    record = bench.store.load("k")
    assert record.claims == ()
    assert [each.decision for each in record.judgements] == ["reject"]


def test_a_claim_of_the_folder_with_reversed_days_is_corrected_there(bench: Bench) -> None:
    early, late = Interval.parse("2023-01"), Interval.parse("2023-02")
    claim = Claim(
        case="k",
        id="C1",
        speaker="A",
        polarity="deny",
        action="USE",
        paraphrase="p",
        event_from=late,
        event_to=early,
    )
    with bench.store.writing() as writing:
        writing.append([Change("recorded", claim, ("case folder", "1"))], frozenset())
    (problem,) = spoilt(bench.store.load("k"))
    assert (problem.column, "claims.csv" in problem.do) == ("event_from", True)
    assert len(bench.waiting()) == len(bench.known)


def test_what_was_decided_on_is_no_more_in_the_ledger_as_a_proposal(bench: Bench) -> None:
    accepted, rejected = bench.decide(0, "accept"), bench.decide(1, "reject")
    assert accepted is not None
    assert rejected is None
    found = ledger_of(bench.store.load("k"), [bench.article], None)
    ids = [stand.id for row in found.rows for stand in row.stands if not stand.id.endswith("~granted")]
    statements = list(bench.known.values())
    assert accepted.id in ids
    assert {f"{bench.article.name}#{each.id}" for each in statements[2:]} <= set(ids)
    assert not {f"{bench.article.name}#{each.id}" for each in statements[:2]} & set(ids)


def test_the_grades_of_an_articles_source_row_are_those_of_its_statements(bench: Bench) -> None:
    source = evolve(source_row(bench.article), case="k", reliability="C", credibility="2")
    with bench.store.writing() as writing:
        writing.append([Change("recorded", source, ("case folder", "1"))], frozenset())
    found = stands(bench.store.load("k"), [bench.article])
    assert {(stand.reliability, stand.credibility) for stand in found} == {("C", "2")}
