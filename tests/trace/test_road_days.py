"""What days, returns and doubts do to a road."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.trace.roads import made, only, proofs, sent

from sherd.model.dates import Interval
from sherd.model.items import Recovery
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.supply import Listing
from sherd.trace.network import affirms

# -- what days, returns and doubts do to a road --------------------------------------------------------------


def found_on(record: CaseRecord, recovered: str | None = None, made_: str | None = None) -> CaseRecord:
    """The same record, its weapon recovered and its part made on some days."""
    event = Recovery(case="k", id="E", from_=Interval.parse(recovered) if recovered else None)
    return evolve(
        record,
        events=(event,),
        items=tuple(evolve(item, event="E") for item in record.items),
        components=tuple(
            evolve(part, made_as_published=Interval.parse(made_) if made_ else None)
            for part in record.components
        ),
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2023", "came after the recovery"),
        ("2020", "was over before the part was made"),
        ("2022", None),
        ("2021/", None),
        (None, None),
    ],
)
def test_a_transfer_that_cannot_have_brought_the_part_is_on_no_path_and_said(
    when: str | None, said: str | None
) -> None:
    road = only(found_on(made([sent("T", "A", "B", when)]), "2022-10-17", "2021-W30"))
    on_path = {leg.row for path in road.paths for leg in path.legs if leg.row}
    assert on_path == (set() if said else {"T"})
    assert any(said in limit for limit in road.limits) if said else not road.barred
    assert road.has_transfers
    assert not road.diversions if said else road.diversions


def test_a_return_is_on_no_path_and_the_goods_are_not_said_to_have_stayed() -> None:
    road = only(made([sent("T1", "A", "B", "2021"), sent("T2", "B", "A", "2022")]))
    assert any("T2 (from B to A) leads back" in limit for limit in road.limits)
    (candidate,) = road.diversions
    assert candidate.words.endswith("no further, but for what went back (T2)")


def test_a_transfer_of_a_party_to_itself_is_said_and_is_no_leg() -> None:
    road = only(made([sent("T", "A", "A")]))
    assert any("T (from A to A) leads back" in limit for limit in road.limits)
    assert proofs(road) == {}


def test_a_transfer_whose_days_follow_no_other_is_laid_out_all_the_same() -> None:
    road = only(made([sent("T1", "A", "B", "2022"), sent("T2", "B", "C", "2021")]))
    assert [[leg.row for leg in path.legs if leg.row] for path in road.paths] == [["T1"], ["T2"]]


def test_days_are_compared_across_a_transfer_without_a_date() -> None:
    legs = [sent("T1", "A", "B", "2022"), sent("T2", "B", "C"), sent("T3", "C", "D", "2021")]
    road = only(made(legs))
    assert ["T1", "T2", "T3"] not in [[leg.row for leg in path.legs if leg.row] for path in road.paths]


def test_of_two_shipments_to_one_consignee_only_the_judged_one_is_drawn_as_judged() -> None:
    said = Judgement(
        case="k", id="J", subject="T1", kind_="reached", decision="yes", reason="r", by="A", at="2024"
    )
    road = only(evolve(made([sent("T1", "A", "B"), sent("T2", "A", "B")]), judgements=(said,)))
    assert sorted(leg.proof for leg in road.legs if leg.kind == "reached") == ["judged", "not_proven"]


def test_a_maker_that_sends_is_still_the_maker() -> None:
    record = made([sent("T", "Maker", "B")])
    assert [each.kind for each in only(record).stations if each.name == "Maker"] == ["maker"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("yes", True),
        ("Reached, by serial number", True),
        ("no", False),
        ("No, by its serial number", False),
        ("not reached", False),
        ("unclear", None),
        ("reached: not proven", None),
        ("Reached? Doubtful", None),
        ("yes and no", None),
        ("no evidence", None),
        ("not proven", None),
        ("", None),
    ],
)
def test_a_decision_is_yes_or_no_only_where_it_says_so(decision: str, expected: bool | None) -> None:
    said = Judgement(
        case="k", id="J", subject="T", kind_="reached", decision=decision, reason="r", by="A", at="2024"
    )
    assert affirms(said) is expected
    (into,) = [
        leg
        for leg in only(evolve(made([sent("T", "A", "B")]), judgements=(said,))).legs
        if leg.kind == "reached"
    ]
    assert ("not to have come" in into.basis) is (expected is False)


@pytest.mark.parametrize(
    ("listed", "until", "when", "expected"),
    [
        ("2022", None, "2022-03", "overlaps"),
        ("2022", None, "2023", "during"),
        ("2022", None, "2021", "before"),
        ("2022-05-01", "2024", "2024-06", "overlaps"),
        ("2022-05-01", "2024", "2025", "after"),
        ("/2022", None, "2019", "overlaps"),
        ("2022/", None, "2030", "overlaps"),
    ],
)
def test_a_listing_known_to_the_year_is_never_taken_for_its_first_or_last_day(
    listed: str, until: str | None, when: str, expected: str
) -> None:
    record = made([sent("T", "A", "B", when)])
    stay = Listing(
        case="k",
        id="L",
        party="B",
        list_="list",
        from_=Interval.parse(listed),
        to_=Interval.parse(until) if until else None,
    )
    (timing,) = only(evolve(record, listings=(stay,))).timings
    assert timing.when == expected


def test_a_year_after_a_listing_is_told_with_its_least_and_most_days() -> None:
    record = made([sent("T", "A", "B", "2024")])
    stay = Listing(
        case="k",
        id="L",
        party="B",
        list_="list",
        from_=Interval.parse("2022-05-01"),
        to_=Interval.parse("2023-12-01"),
    )
    (timing,) = only(evolve(record, listings=(stay,))).timings
    assert timing.words.startswith("31 to 396 days after B on list")
