"""Decisions at the bench: journaled, superseded, taken back, and as restricted as what they are about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sherd.journal.leaf import decode
from sherd.model.judgements import Judgement, ReadingDecision
from sherd.readers.folder import submission
from sherd.services.bench import journal
from sherd.services.record import record
from sherd.services.review import decide, pending, readings, take_back

PART = ReadingDecision("LM358DR", "Texas Instruments")
AT = "2026-11-23T12:00:00+00:00"


@pytest.fixture
def marked(kept: Any) -> Any:
    """The small case with three markings, the last of them sealed."""
    folder: Path = kept.folder
    (folder / "markings.csv").write_text(
        "id,item,text,release\nM1,I1,LM358|2215,\nM2,I1,LM324,\nM3,I1,SECRET9,sealed\n", "utf-8"
    )
    record(kept.store, kept.blobs, submission([folder]))
    return kept


def load(kept: Any) -> Any:
    return kept.store.load("k")


def judge(kept: Any, marking: str, decision: ReadingDecision = PART) -> Any:
    return decide(kept.store, load(kept), marking, decision, "legible under the microscope", "A. Person", AT)


def verbs(kept: Any) -> list[str]:
    return [event.verb for event in kept.store.events() if event.kind == "judgement"]


def test_a_decision_is_journaled_with_who_when_and_why_and_the_marking_is_no_longer_open(marked: Any) -> None:
    assert [each.id for each in pending(load(marked))] == ["M1", "M2", "M3"]
    judge(marked, "M1")
    found = readings(load(marked))["M1"]
    assert (found.decision, found.by, found.at) == ("LM358DR, Texas Instruments", "A. Person", AT)
    assert found.reason == "legible under the microscope"
    assert [each.id for each in pending(load(marked))] == ["M2", "M3"]
    assert verbs(marked) == ["judged"]


def test_deciding_again_supersedes_and_taking_back_opens_the_marking_again(marked: Any) -> None:
    judge(marked, "M1")
    judge(marked, "M1", ReadingDecision())
    assert readings(load(marked))["M1"].decision == "none"
    assert take_back(marked.store, load(marked), "A. Person").subject == "M1"
    assert [each.id for each in pending(load(marked))] == ["M1", "M2", "M3"]
    assert verbs(marked) == ["judged", "superseded", "withdrawn"]


def test_the_last_decision_is_taken_back_first_and_then_the_one_before(marked: Any) -> None:
    judge(marked, "M2")
    judge(marked, "M1")
    taken = [take_back(marked.store, load(marked), "A") for _ in range(3)]
    assert [each and each.subject for each in taken] == ["M1", "M2", None]


def test_a_decision_on_a_claim_under_the_same_prefix_is_not_taken_back(marked: Any) -> None:
    judge(marked, "M1")
    claim = Judgement(
        case="k",
        id="bench:abc",
        subject="abc",
        kind_="claim",
        decision="reject",
        reason="no speaker",
        by="B",
        at=AT,
    )
    journal(marked.store, "k", ("claims bench", "1"), "B", lambda _: [("judged", claim)])
    assert take_back(marked.store, load(marked), "A. Person").subject == "M1"
    assert take_back(marked.store, load(marked), "A. Person") is None


def test_a_decision_on_a_sealed_marking_gives_nothing_away(marked: Any) -> None:
    judge(marked, "M3", ReadingDecision("SECRET9A"))
    leaves = [event.leaf for event in marked.store.events() if event.kind == "judgement"]
    assert [decode(leaf).noun for leaf in leaves] == [None]
    assert b"SECRET9" not in leaves[0]
    assert readings(load(marked))["M3"].decision == "SECRET9A"


def test_who_decided_stands_in_no_leaf(marked: Any) -> None:
    judge(marked, "M1")
    assert not [event for event in marked.store.events() if b"A. Person" in event.leaf]


def test_a_judgement_of_the_sheet_counts_and_recording_again_keeps_those_of_the_bench(marked: Any) -> None:
    (marked.folder / "judgements.csv").write_text(
        "id,subject,kind,decision,reason,by,at\nJ1,k:M2,reading,LM324DR,seen,B,2026-11-23\n", "utf-8"
    )
    judge(marked, "M1")
    assert record(marked.store, marked.blobs, submission([marked.folder])).withdrawn == 0
    assert {id_: each.decision for id_, each in readings(load(marked)).items()} == {
        "M1": "LM358DR, Texas Instruments",
        "M2": "LM324DR",
    }


def test_a_marking_that_is_not_there_is_a_wrong_call(marked: Any) -> None:
    with pytest.raises(ValueError, match="M9"):
        judge(marked, "M9")


def test_the_store_rebuilds_to_the_same_decisions(marked: Any) -> None:
    judge(marked, "M1")
    judge(marked, "M2", ReadingDecision(unsure=True))
    before = readings(load(marked))
    marked.store.rebuild()
    assert readings(load(marked)) == before
