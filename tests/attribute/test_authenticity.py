"""Conditions beside a conclusion: what the record meets, and what would cancel it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from attrs import evolve

from sherd.attribute.authenticity import POINTS, break_even, conditions
from sherd.attribute.weigh import weigh
from sherd.model.items import Photograph
from sherd.model.judgements import Judgement
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord


def met(record: CaseRecord, key: str) -> str:
    found = {condition.point: condition.met for condition in conditions(record, record.items[0])}
    return found[POINTS[key].words]


def judged(bench: SimpleNamespace, decision: str) -> Judgement:
    said = {"reason": "seen under the microscope", "by": "an examiner", "at": "2026-01-02"}
    return Judgement(case=bench.CASE, id="J1", subject="X", kind_="authenticity", decision=decision, **said)


def test_a_record_that_says_nothing_leaves_every_point_unknown(worked: CaseRecord) -> None:
    assert {condition.met for condition in weigh(worked, "X").conditions} == {"unknown"}


@pytest.mark.parametrize(("word", "answer"), [("yes", "yes"), ("No, two heaps", "no"), ("partly", "unknown")])
def test_parts_that_were_connected(
    worked: CaseRecord, bench: SimpleNamespace, word: str, answer: str
) -> None:
    assert met(bench.with_items(worked, X={"connected": word}), "connected") == answer


def test_a_source_that_is_a_party_to_the_conflict(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.with_items(worked, X={"source": "S"})
    for word, answer in (("UA", "no"), ("no", "yes"), (None, "unknown")):
        source = Source(case=bench.CASE, id="S", kind_="report", title="A report", party_to_conflict=word)
        assert met(evolve(record, sources=(source,)), "source_not_party") == answer


def test_a_photograph_taken_before_removal(worked: CaseRecord, bench: SimpleNamespace) -> None:
    photo = Photograph(case=bench.CASE, id="P1", file="p1.jpg", item="X", view="engine, in situ")
    assert met(evolve(worked, photographs=(photo,)), "photographed_before_removal") == "yes"
    table = evolve(photo, view="engine on the table")
    assert met(evolve(worked, photographs=(table,)), "photographed_before_removal") == "unknown"


def test_a_second_party(worked: CaseRecord, bench: SimpleNamespace) -> None:
    two = {"recovered_by": "sappers", "documented_by": "a laboratory"}
    assert met(bench.with_items(worked, X=two), "second_party") == "yes"
    assert met(bench.with_items(worked, X=two | {"documented_by": "sappers"}), "second_party") == "no"


def test_a_persons_judgement_answers_first(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = evolve(worked, judgements=(judged(bench, "marks_genuine: yes; fasteners_undisturbed: no"),))
    assert (met(record, "marks_genuine"), met(record, "fasteners_undisturbed")) == ("yes", "no")


def test_the_break_even_of_a_weight(worked: CaseRecord) -> None:
    found = weigh(worked, "X")
    even = next(one for one in found.break_even if (one.h1, one.h2) == ("B", "A"))
    assert even.probability == pytest.approx(1 / 24.2700, abs=1e-6)
    assert "1 in 24" in even.sentence


def test_the_break_even_of_a_weight_for_the_second_account(worked: CaseRecord) -> None:
    even = break_even(weigh(worked, "X").pair("A", "U"))
    assert 0 < even.probability < 1
    assert even.sentence.startswith("The weight for U over A")


def test_a_pair_that_reports_nothing_has_no_break_even(worked: CaseRecord, bench: SimpleNamespace) -> None:
    record = bench.build({"A": bench.A, "B": bench.B}, {}, worked.hypotheses)
    found = weigh(record, "X")
    assert found.break_even == ()
    with pytest.raises(ValueError, match="no weight that could be cancelled"):
        break_even(found.pair("B", "A"))
