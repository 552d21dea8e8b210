"""What a person decided at the bench stands in no folder, and outlives every recording of one."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from sherd.journal.leaf import decode
from sherd.model.articles import Article
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.row import Row
from sherd.model.supply import Transfer
from sherd.ports import Change
from sherd.readers.folder import submission
from sherd.services.bench import Decided, journal
from sherd.services.claims import propose
from sherd.services.claims_review import decide as decide_claim
from sherd.services.claims_review import keys
from sherd.services.press import source_row
from sherd.services.record import record

METHOD = ("a bench", "1")

DECIDED = Judgement(
    case="k", id="J-bench", subject="C1", kind_="reading", decision="X", reason="seen", by="A", at="2026-11"
)


def decide(kept: Any) -> None:
    with kept.store.writing() as writing:
        writing.append([Change("judged", DECIDED, ("review", "1"))], frozenset())


def test_recording_a_folder_again_withdraws_no_decision_of_the_bench(kept: Any) -> None:
    decide(kept)
    done = record(kept.store, kept.blobs, submission([kept.folder]))
    assert (done.withdrawn, done.superseded) == (0, 0)
    assert [row.id for row in kept.store.load("k").judgements] == ["J-bench"]


def test_what_the_folder_no_longer_holds_is_withdrawn_beside_it(kept: Any) -> None:
    decide(kept)
    (kept.folder / "components.csv").write_text("id,item,label\nC1,I1,Board\n", "utf-8")
    assert record(kept.store, kept.blobs, submission([kept.folder])).withdrawn == 1
    found = kept.store.load("k")
    assert ([c.id for c in found.components], len(found.judgements)) == (["C1"], 1)


# -- one rule for every bench --------------------------------------------------------------------------------


def on(subject: str, id_: str = "J-new") -> Judgement:
    return evolve(DECIDED, id=id_, subject=subject, decision="told nobody else")


def written(kept: Any, *rows: Row, verb: str = "judged") -> list[bytes]:
    before = kept.store.size()
    journal(kept.store, "k", METHOD, "A. Person", lambda _: [(verb, row) for row in rows])
    return [event.leaf for event in kept.store.events(before)]


def test_a_decision_on_a_row_that_the_case_restricts_is_as_restricted(kept: Any) -> None:
    (open_,) = written(kept, on("C1", "J-open"))
    (sealed,) = written(kept, on("C2"))
    assert decode(open_).noun is not None
    assert (decode(sealed).noun, b"told nobody else" in sealed) == (None, False)


def test_a_row_that_names_a_restricted_row_of_the_case_withholds_the_name(kept: Any) -> None:
    named = Transfer(case="k", id="T1", part="X", source="S2", proof="asserted")
    assert not any(b'"S2"' in leaf for leaf in written(kept, named, verb="recorded"))
    assert kept.store.load("k").transfers[0].source == "S2"


def test_saying_the_same_again_writes_nothing_and_deciding_anew_supersedes(kept: Any) -> None:
    assert len(written(kept, on("C1"))) == 1
    assert written(kept, on("C1")) == []
    (anew,) = written(kept, evolve(on("C1"), decision="otherwise"))
    assert decode(anew).verb == "superseded"
    (gone,) = written(kept, evolve(on("C1"), decision="otherwise"), verb="withdrawn")
    assert decode(gone).verb == "withdrawn"


def test_a_decision_that_fails_leaves_the_journal_as_it_was(kept: Any) -> None:
    before = kept.store.size()

    def fail(record: CaseRecord) -> Decided:
        raise ValueError(record.case.id)

    with pytest.raises(ValueError, match="k"):
        journal(kept.store, "k", METHOD, None, fail)
    assert kept.store.size() == before
    assert written(kept, on("C1"))


def test_what_the_case_says_of_the_source_of_an_article_stands_when_a_statement_is_accepted(
    kept: Any,
) -> None:
    article = Article(
        name="a.txt", sha256="0" * 64, text="Iran denied that it sold drones to Russia.", language="en"
    )
    ours = evolve(source_row(article), case="k", title="Told by an informant", release="sealed")
    written(kept, ours, verb="recorded")
    ((key, statement),) = keys(article, propose(article)[0]).items()
    before = kept.store.size()
    claim = decide_claim(
        kept.store, kept.store.load("k"), article, key, statement, "accept", "seen", "A", "2026"
    )
    assert claim is not None
    assert ours in kept.store.load("k").sources
    leaves = [event.leaf for event in kept.store.events(before)]
    assert [decode(leaf).kind for leaf in leaves] == ["claim", "judgement"]
    assert not any(ours.id.encode() in leaf for leaf in leaves)
