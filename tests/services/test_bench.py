"""What a person decided at the bench stands in no folder, and outlives every recording of one."""

from __future__ import annotations

from typing import Any

from sherd.model.judgements import Judgement
from sherd.ports import Change
from sherd.readers.folder import submission
from sherd.services.record import record

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
