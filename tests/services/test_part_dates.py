"""When the parts of a case were made, as their markings are read: limited, settled, and kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sherd.attribute.casewide import case_wide
from sherd.model.casewide import CaseWide
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.identified import Identified
from sherd.model.items import Component, Item, Recovery
from sherd.model.judgements import Judgement
from sherd.model.markings import Marking
from sherd.model.parts import Candidate, Identification, Part
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.supply import TraceRequest
from sherd.model.timing import ItemDates
from sherd.services.addressees import risk
from sherd.services.identify import nobody
from sherd.services.part_dates import dates_read, marking_dates, part_dates, with_dates

TODAY = date(2026, 11, 26)
TI, ADI = "Texas Instruments", "Analog Devices"


def part(id_: str, marking: str, **more: Any) -> tuple[Component, Marking]:
    return (
        Component(case="k", id=id_, item="X", label=id_, **more),
        Marking(case="k", id=f"M-{id_}", component=id_, text=marking),
    )


def record(
    *parts: tuple[Component, Marking], recovered: str | None = "2023-10-01", **more: Any
) -> CaseRecord:
    event = Recovery(case="k", id="E", from_=Interval.parse(recovered)) if recovered else None
    item = Item(
        case="k",
        id="X",
        label="X",
        role="item",
        custody_status="documented",
        event="E" if event else None,
        documented_at=more.pop("documented_at", None),
    )
    return CaseRecord(
        case=more.pop("case", Case(case="k", id="k", title="K", question="When?")),
        items=(item,),
        events=(event,) if event else (),
        components=tuple(component for component, _ in parts),
        markings=tuple(marking for _, marking in parts),
        **more,
    )


def words(found: CaseRecord, component: str) -> list[str]:
    return [each.interval.words for each in dates_read(found, nobody, TODAY).get(component, ())]


def whole(found: CaseRecord) -> CaseWide:
    return case_wide(found, dates_read(found, nobody, TODAY))


def dates(found: CaseRecord) -> ItemDates:
    of = whole(found).of("X")
    assert of is not None
    return of


OWN = part("ti", "22T AE8S", maker_as_published=TI)
SURE = part("adi", "ADXL 357B #2137", maker_as_published=ADI)
OLDER = part("old", "ADXL 357B #2129", maker_as_published=ADI)


# -- what limits a reading -----------------------------------------------------------------------------------


def test_a_part_is_not_read_younger_than_the_recovery_of_its_item() -> None:
    code = part("p", "2243", maker_as_published=ADI)
    assert words(record(code, recovered="2022-12-01"), "p") == ["2022-10-24 to 2022-10-30"]
    assert "2022-10-24 to 2022-10-30" not in words(record(code, recovered="2022-06-01"), "p")


def test_without_a_recovery_the_day_of_documentation_limits_it() -> None:
    code = part("p", "22T AE8S", maker_as_published=TI)
    late = record(code, recovered=None, documented_at=Interval.parse("2021-05-01"))
    assert "2022-02" not in words(late, "p")
    assert words(record(code, recovered=None), "p")[0] == "2022-02"


@pytest.mark.parametrize(
    ("decision", "first"), [("none", "2022-W15"), ("LM358DR, Texas Instruments", "2022-02")]
)
def test_the_maker_that_a_person_decided_reads_the_code(decision: str, first: str) -> None:
    code = part("p", "22T AE8S 2215")
    judged = Judgement(
        case="k",
        id="J",
        subject="M-p",
        kind_="reading",
        decision=decision,
        reason="seen",
        by="A. Person",
        at="2026-11-20",
    )
    found = dates_read(record(code, judgements=(judged,)), nobody, TODAY)["p"]
    assert found[0].interval == Interval.parse(first)


def test_the_maker_of_the_identified_part_reads_the_code() -> None:
    code = part("p", "22T AE8S")
    assert words(record(code), "p") == []

    def identify(asked: CaseRecord, _: Mapping[str, Judgement]) -> tuple[Identified, ...]:
        from sherd.identify.asked import Asked
        from sherd.identify.whole import whole as said

        best = Candidate((Part("LM358DR", TI),), 1.0, 0.99)
        found = Identification("22T AE8S", "part", 0.99, "", (best,))
        return tuple(said(Asked(each.id, each.text), found, TODAY, ("a list",)) for each in asked.markings)

    assert dates_read(record(code), identify, TODAY)["p"][0].rule == "ti-year-month"


def test_the_catalogues_are_asked_only_where_nobody_states_the_maker() -> None:
    asked: list[str] = []

    def identify(of: CaseRecord, _: Mapping[str, Judgement]) -> tuple[Identified, ...]:
        asked.extend(each.id for each in of.markings)
        return ()

    dates_read(record(OWN, part("p", "LM358DR 22T")), identify, TODAY)
    assert asked == ["M-p"]


# -- companions ----------------------------------------------------------------------------------------------


def test_other_labels_of_the_item_settle_the_decade_of_a_one_digit_year() -> None:
    assert len(words(record(OWN), "ti")) > 1
    found = dates_read(record(OWN, SURE, OLDER), nobody, TODAY)["ti"]
    assert [each.interval.words for each in found] == ["2022-02"]
    assert "2137 on the same board dates to 2021-09-13 to 2021-09-19" in found[0].reason


@pytest.mark.parametrize(
    "more", [{"originality": "replaced"}, {"originality": "retrofit"}, {"fitted": "loose"}], ids=str
)
def test_a_part_that_is_not_original_settles_nothing_and_is_not_settled(more: dict[str, str]) -> None:
    other = part("adi", "ADXL 357B #2137", maker_as_published=ADI, **more)
    assert len(words(record(OWN, other, OLDER), "ti")) > 1
    changed = part("ti", "22T AE8S", maker_as_published=TI, **more)
    assert len(words(record(changed, SURE, OLDER), "ti")) > 1


def test_two_markings_of_one_other_part_are_one_witness() -> None:
    again = (SURE[0], Marking(case="k", id="M-again", component="adi", text="ADXL 357B #2137"))
    assert len(words(record(OWN, SURE, again), "ti")) > 1


def test_two_full_dates_on_the_part_itself_settle_the_decade_of_its_third_marking() -> None:
    full = [(OWN[0], Marking(case="k", id=f"M-{n}", component="ti", text=f"21{n}")) for n in (37, 38)]
    found = record(OWN, *full)
    assert [each.interval.words for each in marking_dates(found, (), TODAY)["M-ti"]] == ["2022-02"]


def test_a_part_on_another_item_settles_nothing() -> None:
    far = Item(case="k", id="Y", label="Y", role="item", custody_status="documented")
    component, marking = SURE
    there = Component(case="k", id="adi", item="Y", label="adi", maker_as_published=ADI)
    found = record(OWN, (there, marking), OLDER)
    both = CaseRecord(
        case=found.case,
        items=(*found.items, far),
        events=found.events,
        components=found.components,
        markings=found.markings,
    )
    assert component.item == "X"
    assert len(words(both, "ti")) > 1


def test_two_markings_of_one_part_share_the_belief() -> None:
    component, marking = part("p", "2215", maker_as_published=ADI)
    second = Marking(case="k", id="M2", component="p", text="2137")
    blank = Marking(case="k", id="M3", component="p", text="ABC")
    found = record((component, marking), (component, second), (component, blank))
    ways = part_dates(found, marking_dates(found, (), TODAY))["p"]
    assert {each.interval.words: each.weight for each in ways} == {
        "2022-04-11 to 2022-04-17": 0.5,
        "2021-09-13 to 2021-09-19": 0.5,
    }


def test_what_a_marking_says_is_told_as_settled() -> None:
    found = record(OWN, SURE, OLDER)
    raw = Identified(id="M-ti", found=Identification("22T AE8S", "unreadable", 0.0, ""))
    (told,) = with_dates([raw], marking_dates(found, (), TODAY))
    assert [each.interval.words for each in told.dates] == ["2022-02"]


# -- what comes of it ----------------------------------------------------------------------------------------


def test_a_read_date_makes_the_item_no_older_and_gives_its_lag() -> None:
    of = dates(record(OWN, SURE, OLDER))
    assert of.not_before is not None
    assert (of.not_before.certain, of.not_before.without_latest) == (date(2022, 2, 1), date(2021, 9, 13))
    assert "decided by ti (ti-year-month: 22)" in of.not_before.basis
    assert of.lag is not None
    assert of.lag.most == (date(2023, 10, 1) - date(2022, 2, 1)).days


def test_read_dates_are_counted_as_certain_possible_and_expected() -> None:
    case = Case(case="k", id="k", title="K", question="When?", control_dates=("2022-02-15 S1 listed",))
    law = Source(case="k", id="S1", kind_="law", title="An act")
    (after,) = dates(record(OWN, SURE, OLDER, case=case, sources=(law,))).after
    assert (after.certain, after.possible, after.of) == (0, 1, 3)
    assert after.expected == pytest.approx(14 / 28)  # 15 to 28 February


def test_a_published_date_is_reckoned_with_and_the_reading_stands_beside_it() -> None:
    stated = part("ti", "22T AE8S", maker_as_published=TI, made_as_published=Interval.parse("2022"))
    (one, *_) = dates(record(stated, SURE, OLDER)).parts
    assert [each.when.words for each in one.readings] == ["2022"]
    assert [each.when.words for each in one.beside] == ["2022-02"]


def test_where_both_have_no_day_in_common_both_are_reckoned_with_and_it_is_said() -> None:
    stated = part(
        "adi", "ADXL 357B #2137", maker_as_published=ADI, made_as_published=Interval.parse("2023-05")
    )
    of = dates(record(stated))
    assert of.not_before is not None
    assert of.not_before.certain == date(2021, 9, 13)
    assert [(one.basis, one.weight) for one in of.parts[0].readings] == [
        ("as published", 0.5),
        ("analog-year-week: 2137", 0.5),
    ]
    assert "no day in common" in of.at_odds[0]
    assert "2023-05" in of.at_odds[0]


def test_the_risk_that_records_are_gone_is_told_by_what_is_published_and_by_what_is_read() -> None:
    stated = part("adi", "#2137", maker_as_published=ADI, made_as_published=Interval.parse("2015"))
    found = record(stated)
    request = TraceRequest(
        case="k", id="R1", component="adi", to_party="P", regime="maker", state="draft", why="found"
    )
    read = dates_read(found, nobody, TODAY)["adi"]
    told = risk(found, request, TODAY, read)
    published = [each for each in told if each.words.endswith("made 2015 as published")]
    marked = [each for each in told if each.words.endswith("as its marking is read")]
    assert len(told) == len(published) + len(marked)
    assert {each.risk for each in published} == {"may_be_gone"}
    assert {each.until.year for each in marked} >= {2026}
