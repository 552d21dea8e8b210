"""A claim written by hand is read as the sheet is, corrected, withdrawn, judged; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.errors import NotFound, WrongCall
from sherd.model.claims import Claim
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item
from sherd.model.provenance import Source
from sherd.ports import Change, Store
from sherd.readers.folder import submission
from sherd.services.claims import propose
from sherd.services.claims_by_hand import judge, withdraw, write
from sherd.services.claims_review import decide, keys, pending
from sherd.services.dossier import dossier
from sherd.services.ledger import bearings_of
from sherd.services.record import record
from sherd.store import open_blobs, open_store

AT = "2026-01-01T00:00:00Z"
FOLDER = ("case folder", "1")
CELLS = {
    "speaker": "Boru Dida", "polarity": "deny", "action": "supply", "paraphrase": "Kenya sold no pumps",
    "source": "S1", "actor": "Kenya",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A case with a source, a claim of its folder and an item with a component."""
    kept = open_store(tmp_path / "s.db", create=True, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    rows = (
        Case(case="k", id="k", title="K", question="?"),
        Source(case="k", id="S1", kind_="interview", title="A talk"),
        Item(case="k", id="I1", label="wreck", role="item", custody_status="unknown"),
        Component(case="k", id="P1", item="I1", label="pump"),
        Claim(case="k", id="C1", speaker="A", polarity="assert", action="USE", paraphrase="p"),
    )
    with kept.writing() as writing:
        writing.append([Change("recorded", row, FOLDER) for row in rows], frozenset())
    yield kept
    kept.close()


def test_a_claim_needs_no_text_and_says_who_wrote_it(store: Store) -> None:
    made = write(store, "k", {**CELLS, "said_from": "2023-05", "chain": "Gazette | an aide"}, "Ana")
    assert made == store.load("k").claims[-1]
    assert (made.id, made.action, made.quote, made.recorded_by) == ("W1", "SUPPLY", None, "Ana")
    assert made.chain == ("Gazette", "an aide")
    assert made.said is not None
    assert made.said.words == "2023-05"
    assert write(store, "k", CELLS, "Ana").id == "W2"


def test_a_claim_is_corrected_in_the_columns_that_are_given(store: Store) -> None:
    write(store, "k", {**CELLS, "place": "Mombasa"}, "Ana")
    mended = write(store, "k", {"polarity": "assert", "place": ""}, "Boru", "W1")
    assert (mended.polarity, mended.place, mended.speaker) == ("assert", None, "Boru Dida")
    assert [claim.id for claim in store.load("k").claims] == ["C1", "W1"]
    events = [event for event in store.events() if b"Boru Dida" in event.leaf]
    assert len(events) == 2, "what stood there is kept"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"polarity": "no"}, "polarity cannot be 'no'"),
        ({"action": "SUPPLIES"}, "action cannot be 'SUPPLIES'"),
        ({"said_from": "May"}, "said_from cannot be 'May'"),
        ({"speaker": " "}, "speaker cannot be ' '"),
        ({"said_from": "2023-06", "said_to": "2023-05"}, "ends before it begins"),
        ({"source": "S"}, "no source 'S'"),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_is_written(
    cells: dict[str, str], said: str, store: Store
) -> None:
    size = store.size()
    with pytest.raises(WrongCall, match=said):
        write(store, "k", {**CELLS, **cells}, "Ana")
    assert store.size() == size


def test_what_is_missing_is_named_and_a_source_is(store: Store) -> None:
    with pytest.raises(WrongCall, match="a claim needs polarity, paraphrase, source"):
        write(store, "k", {"speaker": "A", "action": "USE"}, "Ana")


def test_a_claim_of_the_folder_is_corrected_there(store: Store) -> None:
    with pytest.raises(WrongCall, match="stands in the case folder"):
        write(store, "k", {"polarity": "deny"}, "Ana", "C1")
    with pytest.raises(WrongCall, match="stands in the case folder"):
        withdraw(store, "k", "C1", "r", "Ana", AT)
    with pytest.raises(NotFound, match="no claim 'W9'"):
        withdraw(store, "k", "W9", "r", "Ana", AT)


def test_a_claim_that_was_withdrawn_is_gone_and_can_be_written_anew(store: Store) -> None:
    write(store, "k", CELLS, "Ana")
    assert withdraw(store, "k", "W1", "misheard", "Boru", AT).id == "W1"
    assert [claim.id for claim in store.load("k").claims] == ["C1"]
    assert write(store, "k", CELLS, "Ana").id == "W1"


@pytest.mark.parametrize("release", [None, "team"])
def test_why_a_claim_was_withdrawn_is_journaled_for_whoever_may_see_the_claim(
    store: Store, release: str | None
) -> None:
    write(store, "k", {**CELLS, "release": release or ""}, "Ana")
    for reason in ("", " \n"):
        with pytest.raises(WrongCall, match="a withdrawal says why"):
            withdraw(store, "k", "W1", reason, "Boru", AT)
    withdraw(store, "k", "W1", "misheard", "Boru", AT)
    (why,) = store.load("k").judgements
    assert (why.subject, why.kind_, why.decision) == ("W1", "withdrawal", "withdrawn")
    assert (why.reason, why.by, why.at, why.release) == ("misheard", "Boru", AT, release)


def test_the_dossier_tells_each_withdrawal_with_its_own_reason(store: Store) -> None:
    for reason in ("misheard", "told twice"):
        write(store, "k", CELLS, "Ana")
        withdraw(store, "k", "W1", reason, "Ana", AT)
    page = str(dossier(store, "k", "public", datetime(2026, 1, 2, tzinfo=UTC)))
    assert 0 < page.index("because told twice") < page.index("because misheard")


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"speaker": "Bo\x1b[31mru"}, "x1b"),
        ({"paraphrase": "Kenya \u202esold"}, "u202e"),
        ({"note": "a\u2066b"}, "u2066"),
        ({"place": "Mom\u200bbasa"}, "u200b"),
    ],
)
def test_characters_that_no_reader_sees_are_refused_by_name(
    store: Store, cells: dict[str, str], shown: str
) -> None:
    size = store.size()
    with pytest.raises(WrongCall) as refused:
        write(store, "k", {**CELLS, **cells}, "Ana")
    assert shown in str(refused.value)
    assert str(refused.value).isprintable()
    assert store.size() == size


def test_names_and_reasons_are_refused_so_as_well(store: Store) -> None:
    write(store, "k", CELLS, "Ana")
    with pytest.raises(WrongCall, match="who writes"):
        write(store, "k", CELLS, "A\x1bna")
    with pytest.raises(WrongCall, match="the reason"):
        judge(store, "k", "C1", "P1", "supports", "cast\u202e mark", "Ana", AT)
    with pytest.raises(WrongCall, match="the reason"):
        withdraw(store, "k", "W1", "mis\x07heard", "Ana", AT)


def test_a_name_of_two_scripts_keeps_the_joiners_that_it_is_written_with(store: Store) -> None:
    assert write(store, "k", {**CELLS, "speaker": "علی\u200cزاده"}, "Ana").speaker == "علی\u200cزاده"


@pytest.mark.parametrize("id_", ["../x", "a/b", "W1~I1", "", " W1", "a..b", ".W", "W\n1", "k:W1", "x" * 101])
def test_what_can_be_no_id_is_refused(store: Store, id_: str) -> None:
    with pytest.raises(WrongCall, match="can be no id of a claim"):
        write(store, "k", CELLS, "Ana", id_)


@pytest.mark.parametrize(("id_", "sheet"), [("I1", "items"), ("P1", "components"), ("S1", "sources")])
def test_the_id_of_a_row_of_another_sheet_is_refused(store: Store, id_: str, sheet: str) -> None:
    with pytest.raises(WrongCall, match=f"the id of a row in {sheet}"):
        write(store, "k", CELLS, "Ana", id_)


def test_a_claim_from_an_article_is_corrected_but_for_its_passage_and_asked_about_when_withdrawn(
    store: Store,
) -> None:
    article = article_of("Norway denied that it had sold engines to Chad.\n", language="en")
    known = keys(article, propose(article)[0])
    (key, statement), *_ = known.items()
    at = "2026-01-01T00:00:00Z"
    made = decide(store, store.load("k"), article, key, statement, "accept", "r", "Ana", at)
    assert made is not None
    assert write(store, "k", {"recipient": "Mali"}, "Boru", made.id).recipient == "Mali"
    with pytest.raises(WrongCall, match="whose quote is nobody's to change"):
        write(store, "k", {"quote": "never"}, "Boru", made.id)
    assert key not in pending(store.load("k"), article, known.values())
    withdraw(store, "k", made.id, "r", "Boru", AT)
    assert key in pending(store.load("k"), article, known.values())


def test_each_person_has_one_judgement_on_a_find_and_the_later_one_stands(store: Store) -> None:
    at = "2026-01-01T00:00:00Z"
    first = judge(store, "k", "C1", "P1", "supports", "cast mark", "Ana", at)
    again = judge(store, "k", "C1", "P1", "neither", "cast mark, worn", "Ana", at)
    other = judge(store, "k", "C1", "P1", "undermines", "lot number", "Boru", at)
    assert first.id == again.id != other.id
    assert not any(name in each.id for each in (first, other) for name in ("Ana", "Boru")), "who is withheld"
    told = bearings_of(store.load("k"), {})
    assert [(each.how, each.of, each.item) for each in told] == [
        ("neither", "component", "P1"), ("undermines", "component", "P1"),
    ]  # fmt: skip


@pytest.mark.parametrize(("claim", "find"), [("C9", "P1"), ("C1", "P9")])
def test_what_is_judged_is_known(claim: str, find: str, store: Store) -> None:
    with pytest.raises(NotFound, match=r"Perhaps|to name one of"):
        judge(store, "k", claim, find, "supports", "r", "Ana", "2026-01-01T00:00:00Z")
    with pytest.raises(WrongCall, match="says why"):
        judge(store, "k", "C1", "P1", "supports", " ", "Ana", "2026-01-01T00:00:00Z")


def test_a_source_on_which_a_claim_by_hand_rests_outlives_its_line_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    (folder / "case.toml").write_text('id = "k"\ntitle = "K"\nquestion = "?"\n', "utf-8")
    head = "id,kind,title,reliability\n"
    (folder / "sources.csv").write_text(f"{head}S1,interview,A talk,C\nS2,interview,B talk,D\n", "utf-8")
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    store = open_store(tmp_path / "s.db", create=True, clock=lambda: clock)
    try:
        blobs = open_blobs(tmp_path / "files")
        record(store, blobs, submission([folder]))
        write(store, "k", CELLS, "Ana")
        (folder / "sources.csv").write_text(head, "utf-8")
        told = record(store, blobs, submission([folder]))
        assert ("broken_reference", "S1") in [(each.code, each.read) for each in told.problems]
        assert [(each.id, each.reliability) for each in store.load("k").sources] == [("S1", "C")]
        withdraw(store, "k", "W1", "misheard", "Ana", AT)
        last = record(store, blobs, submission([folder]))
        assert "broken_reference" not in [each.code for each in last.problems]
        assert store.load("k").sources == ()
    finally:
        store.close()
