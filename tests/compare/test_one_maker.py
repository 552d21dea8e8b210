"""Names of makers are merged in counting by a person's judgement, and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from sherd.compare.counting import count
from sherd.model.judgements import Judgement

TI, BB, ADI = "Texas Instruments", "Burr-Brown Corporation (Texas Instruments)", "Analog Devices"


@pytest.fixture
def listed(case: Any) -> Any:
    """Three entries of one name, two of another that shares it, one of a third."""
    parts = [f"PART{n}01 @ slot @ {maker}" for n, maker in enumerate([TI, TI, TI, BB, BB, ADI])]
    return case.item("A", parts)


def judged(case: Any, id_: str, subject: str, decision: str, by: str = "A. Person") -> Any:
    fields = {"subject": subject, "kind_": "same_maker", "decision": decision, "reason": "bought in 2000"}
    return case.row(Judgement, id_, by=by, at="2026-11-20", **fields)


def makers(case: Any, **how: Any) -> tuple[int, dict[str, int]]:
    found = count(case.record, **how)
    groups = {group.value: group.entries for group in found.grouping("maker").groups}
    return found.total("distinct makers").n, groups


def test_names_that_look_alike_are_counted_apart_until_a_person_decides(listed: Any) -> None:
    assert makers(listed) == (3, {TI: 3, BB: 2, ADI: 1})
    assert [(near.a, near.b) for near in count(listed.record).near_names] == [(BB, TI)]


def test_a_judgement_merges_two_names_under_the_name_of_most_entries(listed: Any) -> None:
    judged(listed, "J1", f"{BB} | {TI}", "same")
    assert makers(listed) == (2, {TI: 5, ADI: 1})
    found = count(listed.record)
    assert "3 of them; some merged by judgement" in found.total("distinct makers").basis
    assert found.near_names == ()
    (told,) = found.makers_judged
    assert (told.names, told.entries, told.by, told.reason) == (
        (BB, TI),
        (2, 3),
        "A. Person",
        "bought in 2000",
    )
    assert told.came_to == f"counted as {TI}"


def test_published_names_stand_as_they_were_published_when_asked_for(listed: Any) -> None:
    judged(listed, "J1", f"{BB} | {TI}", "same")
    assert makers(listed, as_published=True) == (3, {TI: 3, BB: 2, ADI: 1})


@pytest.mark.parametrize(
    ("decision", "came_to"),
    [("different", "counted apart"), ("unsure", "undecided: counted apart")],
)
def test_what_is_not_judged_the_same_is_counted_apart(listed: Any, decision: str, came_to: str) -> None:
    judged(listed, "J1", f"{BB} | {TI}", decision)
    assert makers(listed)[0] == 3
    assert [each.came_to for each in count(listed.record).makers_judged] == [came_to]


def test_where_two_judgements_disagree_nothing_is_merged(listed: Any) -> None:
    judged(listed, "J1", f"{BB} | {TI}", "same")
    judged(listed, "J2", f"{TI} | {BB}", "different", by="B. Person")
    assert makers(listed)[0] == 3
    told = [each.came_to for each in count(listed.record).makers_judged]
    assert told == ["disputed: counted apart", "counted apart"]


def test_two_names_judged_different_are_not_merged_through_a_third(listed: Any) -> None:
    judged(listed, "J1", f"{BB} | {TI}", "same")
    judged(listed, "J2", f"{TI} | {ADI}", "same")
    judged(listed, "J3", f"{ADI} | {BB}", "different", by="B. Person")
    assert makers(listed)[0] == 3


def test_a_judgement_on_one_name_alone_says_what_it_lacks(listed: Any) -> None:
    judged(listed, "J1", TI, "same")
    assert makers(listed)[0] == 3
    assert "fewer than two" in count(listed.record).makers_judged[0].came_to


def test_a_judgement_withdrawn_leaves_the_count_as_it_was(new_case: Any) -> None:
    """The view is made from the record alone: without the row there is nothing left of it."""
    with_, without = (new_case().item("A", [f"P1001 @ s @ {TI}", f"P2001 @ s @ {BB}"]) for _ in range(2))
    judged(with_, "J1", f"{BB} | {TI}", "same")
    assert makers(with_)[0] == 1
    with_.rows.pop()
    assert count(with_.record) == count(without.record)
