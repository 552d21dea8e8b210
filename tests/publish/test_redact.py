"""What redaction leaves of a record."""

from __future__ import annotations

from attrs import evolve

from sherd.model.custody import CustodyEvent
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Component, Item, Line, Recovery
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.publish.redact import WithheldText, redact

CASE = Case(case="k", id="k", title="K", question="Who?")
ITEM = Item(case="k", id="I1", label="One", role="item", custody_status="unknown", event="E1", line="L1")
RECORD = CaseRecord(
    case=CASE,
    hypotheses=(Hypothesis(case="k", id="H1", words="made there", draws={"design": "L1"}),),
    lines=(Line(case="k", id="L1", release="team"),),
    events=(Recovery(case="k", id="E1", release="sealed", from_=Interval.parse("2023")),),
    items=(
        ITEM,
        evolve(ITEM, id="I2", role="reference"),
        evolve(ITEM, id="I3", release="partner", event=None),
    ),
    components=(
        Component(case="k", id="C1", item="I3", label="Board"),
        Component(case="k", id="C2", item="k:I3", label="Board", parent="C1"),
        Component(case="k", id="C3", item="I1", label="Board", possible_same_as="C1"),
    ),
    custody=(CustodyEvent(case="k", id="Q1", item="I3"),),
    judgements=(
        Judgement(case="k", id="J1", subject="I3", decision="same", reason="seen", by="N. N.", at="2024"),
    ),
)


def test_what_belongs_to_a_withheld_item_is_withheld_with_it() -> None:
    found = redact(RECORD, "public")
    assert [item.id for item in found.record.items] == ["I1", "I2"]
    assert [part.id for part in found.record.components] == ["C3"]
    assert found.record.custody == ()
    assert found.record.judgements == ()
    assert found.rows_withheld == {
        "component": 2, "custody": 1, "item": 1, "judgement": 1, "line": 1, "recovery": 1,
    }  # fmt: skip


def test_a_reference_to_a_withheld_row_is_shown_as_withheld_and_not_by_its_id() -> None:
    record = redact(RECORD, "public").record
    assert isinstance(record.items[0].line, WithheldText)
    assert record.items[0].line.level == "team"
    assert isinstance(record.components[0].possible_same_as, WithheldText)
    assert "L1" not in record.hypotheses[0].draws.values()


def test_two_items_of_one_withheld_recovery_still_count_as_one_find() -> None:
    one, two = redact(RECORD, "public").weighed.items
    assert one.event == two.event
    assert one.event not in {None, "E1"}


def test_a_method_reads_nothing_where_a_value_is_withheld() -> None:
    item = evolve(ITEM, recovered_by="A", documented_by="B")
    record = evolve(RECORD, items=(item,))
    shown, weighed = redact(record, "public").record.items[0], redact(record, "public").weighed.items[0]
    assert isinstance(shown.recovered_by, WithheldText)
    assert weighed.recovered_by is None
    assert weighed.documented_by is None


def test_a_case_that_is_not_released_shows_its_id_alone() -> None:
    sealed = evolve(RECORD, case=evolve(CASE, release="team", investigators=("N. N.",)))
    found = redact(sealed, "partner").record.case
    assert found.id == "k"
    assert {found.title, found.question, *found.investigators} == {"[withheld: team]"}
    assert redact(sealed, "team").record.case == sealed.case


def test_the_highest_clearance_sees_the_whole_record() -> None:
    found = redact(RECORD, "sealed")
    assert found.record == RECORD
    assert found.weighed == RECORD
    assert (found.rows_withheld, found.values_withheld) == ({}, 0)
