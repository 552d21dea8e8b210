"""What a whole case says: drawn from its sheets, refused by name where the record has too little."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sherd.attribute.casewide import case_wide
from sherd.attribute.item_dates import control_dates, item_dates
from sherd.attribute.plain_casewide import plain, whole_as_json
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Feature, Item, Line, Observation, Recovery
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord

CASE = "bench"


def item(id_: str, serial: str | None = None, event: str | None = None, **more: Any) -> Item:
    known = {"label": id_, "role": "reference", "custody_status": "documented", "system": "S"} | more
    return Item(case=CASE, id=id_, serial=serial, event=event, **known)


def event(id_: str, when: str) -> Recovery:
    return Recovery(case=CASE, id=id_, from_=Interval.parse(when), to_=Interval.parse(when))


def made(id_: str, of: str, when: str | None, originality: str = "original") -> Component:
    interval = Interval.parse(when) if when else None
    return Component(
        case=CASE, id=id_, item=of, label=id_, made_as_published=interval, originality=originality
    )


def record(**sheets: Any) -> CaseRecord:
    case = sheets.pop("case", Case(case=CASE, id=CASE, title="Bench", question="When?"))
    return CaseRecord(case=case, **{name: tuple(rows) for name, rows in sheets.items()})


def controlled(*dates: str, **more: Any) -> Case:
    return Case(case=CASE, id=CASE, title="Bench", question="When?", control_dates=dates, **more)


def source(id_: str) -> Source:
    return Source(case=CASE, id=id_, kind_="law", title="An act")


def needs(found: CaseRecord) -> dict[str, str]:
    return {missing.what: missing.needs for missing in case_wide(found).missing}


def test_an_empty_case_says_what_it_lacks_for_each_question() -> None:
    assert needs(record(items=[item("X")])) == {
        "time from manufacture to recovery": "two recoveries with a dated original part; the record holds 0",
        "how many were made": "items with a serial; the record holds none",
        "which items share a line": "2 to 60 items with observed features; the record holds 0",
        "lineage of variants": "two items of one system model with different features and days of recovery",
        "change of origin share": "a system model with two countries of known lines, in 6 finds or more over "
        "3 months or more",
    }


# -- dates -------------------------------------------------------------------------------------------------


def test_the_dates_of_an_item_from_its_parts_and_the_cases_control_dates() -> None:
    parts = [made(code, "X", code) for code in ("2021-W45", "2022-W08", "2022-W31", "2022")]
    parts += [
        made("2023-Q1", "X", "2023-Q1"),
        made("late", "X", "2024-02", "replaced"),
        made("none", "X", None),
    ]
    found = record(
        case=controlled("2022-02-24 S1 semiconductors listed"),
        sources=[source("S1")],
        items=[item("X", event="E")],
        events=[event("E", "2024-07-08")],
        components=parts,
    )
    dates = case_wide(found).of("X")
    assert dates is not None
    assert dates.not_before is not None
    assert dates.not_before.certain == date(2023, 1, 1)
    assert dates.not_before.without_latest == date(2022, 8, 1)
    (after,) = dates.after
    assert (after.certain, after.possible, after.of) == (3, 5, 6)  # the part replaced is dated too
    assert after.expected == pytest.approx(4.4234833659, abs=5e-11)
    assert (after.control.source, after.control.words) == ("S1", "semiconductors listed")
    assert dates.lag is not None
    assert (dates.lag.least, dates.lag.most) == (465, 554)


def test_readings_of_a_marking_date_a_part_that_its_publisher_does_not() -> None:
    def reading(when: str, weight: float) -> DateReading:
        return DateReading(
            rule="year",
            code="3",
            start=0,
            end=1,
            interval=Interval.parse(when),
            reason="",
            weight=weight,
            source="a table",
        )

    found = record(
        items=[item("X", event="E")],
        events=[event("E", "2023-10-01")],
        components=[made("p", "X", None), made("q", "X", "2020")],
    )
    both = {"p": (reading("2013", 0.25), reading("2023", 0.5), reading("2033", 0.25))}
    dates = item_dates(found, found.items[0], (), both)
    assert dates.not_before is not None
    assert dates.not_before.certain == date(2020, 1, 1)
    assert dates.not_before.chances == (
        (date(2020, 1, 1), pytest.approx(1 / 3)),
        (date(2023, 1, 1), pytest.approx(2 / 3)),
    )
    assert "after the recovery" in dates.impossible[0]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2022-02-24 S9 listed", "a source 'S9' in the sheet sources"),
        ("February S1 listed", "a day, a source and words"),
        ("", "a day, a source and words"),
    ],
)
def test_a_control_date_without_day_or_source_is_not_used(text: str, what: str) -> None:
    found, wrong = control_dates(record(case=controlled(text), sources=[source("S1")]))
    assert found == ()
    assert what in wrong[0].needs


def test_an_item_without_a_recovery_or_a_dated_part_says_so() -> None:
    (bare,) = case_wide(record(items=[item("X")])).dates
    assert bare.not_before is None
    assert any("nothing says when" in reason for reason in bare.refused)
    (undated,) = case_wide(record(items=[item("X")], components=[made("p", "X", "2022")])).dates
    assert any("when the item was recovered" in reason for reason in undated.refused)


def test_lags_of_one_strike_count_once() -> None:
    found = record(
        items=[item("X", event="E"), item("Y", event="E"), item("Z", event="F")],
        events=[event("E", "2023-03-01"), event("F", "2024-03-01")],
        components=[made(f"p{of}", of, "2023-02-01" if of != "Z" else "2023-03-01") for of in "XYZ"],
    )
    lags = case_wide(found).lags
    assert lags is not None
    assert lags.n == 3
    assert (
        "two recoveries" in needs(evolve(found, items=found.items[:2]))["time from manufacture to recovery"]
    )


# -- serials -----------------------------------------------------------------------------------------------


def serials(*numbers: int, **case: Any) -> CaseRecord:
    return record(
        case=Case(case=CASE, id=CASE, title="Bench", question="How many?", **case),
        items=[item(f"i{n}", f"Y-{n}", f"E{n}") for n in numbers],
        events=[event(f"E{n}", f"2023-{month:02d}-05") for month, n in enumerate(numbers, 1)],
    )


def test_a_start_is_known_only_where_the_case_says_so() -> None:
    (unknown,) = case_wide(serials(19, 40, 42, 60)).serials
    (known,) = case_wide(serials(19, 40, 42, 60, series_start={"Y-": "1"})).serials
    assert unknown.series[0].population is None
    assert known.series[0].population is not None
    assert known.series[0].population.estimate == 74
    assert [one.estimate for one in known.produced][-1] == 74
    assert dict(known.posteriors)["Y-…"].of(60) == pytest.approx(0.05)
    assert "whole number" in needs(serials(4, 9, series_start={"Y-": "one"}))["known start of a series"]


def test_serials_of_two_system_models_are_never_one_series() -> None:
    found = record(items=[item("a", "Y-12"), item("b", "Y-31", system="T"), item("c", "K series")])
    first, second = case_wide(found).serials
    assert (first.system, second.system) == ("S", "T")
    assert first.series[0].refused
    assert first.unread[0].item == "c"


def test_serials_are_placed_by_their_parts_or_else_by_their_recovery() -> None:
    found = serials(12, 31, 55)
    parts = [made(f"p{n}", f"i{n}", f"2022-1{n % 2}-03") for n in (12, 31)]
    (of,) = case_wide(evolve(found, components=tuple(parts))).serials
    assert [(p.item, p.known_from) for p in of.points] == [
        ("i12", "not before"),
        ("i31", "not before"),
        ("i55", "recovered"),
    ]


# -- lines, lineage, shares --------------------------------------------------------------------------------


def observed(*specimens: tuple[str, str, str, str]) -> CaseRecord:
    """Specimens as (id, month of recovery, line, core)."""
    return record(
        lines=[Line(case=CASE, id="A", country="XA"), Line(case=CASE, id="B", country="XB")],
        items=[item(id_, event=f"E{id_}", line=line) for id_, _, line, _ in specimens],
        events=[event(f"E{id_}", month) for id_, month, _, _ in specimens],
        features=[
            Feature(
                case=CASE,
                id="core",
                group="airframe",
                kind_="category",
                link="design",
                decided=Interval.parse("2022"),
            )
        ],
        observations=[
            Observation(case=CASE, id=f"O{id_}", item=id_, feature="core", value=core)
            for id_, _, _, core in specimens
        ],
    )


WORKED = observed(
    ("a", "2023-01", "A", "honeycomb"),
    ("b", "2023-02", "A", "honeycomb"),
    ("c", "2023-03", "A", "honeycomb"),
    ("d", "2023-05", "B", "woven"),
    ("e", "2023-06", "B", "woven"),
    ("f", "2023-07", "B", "woven"),
)


def test_items_are_divided_into_lines_by_what_was_seen() -> None:
    found = case_wide(WORKED).lines
    assert found is not None
    assert found.method == "exact"
    assert found.of("a", "b") > 0.5 > found.of("a", "d")


def test_variants_of_one_system_model_descend_in_time() -> None:
    ((system, found),) = case_wide(WORKED).lineages
    assert system == "S"
    assert [d.variant for d in found.descents] == ["a", "d"]
    assert found.of("d").changed == (("core", "honeycomb", "woven"),)


def test_the_share_is_of_the_origin_that_was_seen_last() -> None:
    ((system, found),) = case_wide(WORKED).shares
    assert (system, found.origin) == ("S", "XB")
    assert [(p.name, p.count, p.of) for p in found.periods][2:5] == [
        ("2023-03", 0, 1),
        ("2023-04", 0, 0),
        ("2023-05", 1, 1),
    ]
    assert found.change.last_before in {"2023-03", "2023-04"}


def test_a_recovery_that_spans_months_has_no_place_in_the_share() -> None:
    long = evolve(WORKED, events=(event("Ea", "2023"), *WORKED.events[1:]))
    assert case_wide(long).shares == ()
    assert "6 finds" in needs(long)["change of origin share"]


def test_more_items_than_the_sampler_can_take_are_refused_by_name() -> None:
    many = observed(*((f"i{n}", "2023-01", "A", "foam") for n in range(61)))
    assert "the record holds 61" in needs(many)["which items share a line"]


def test_the_order_of_the_sheets_says_nothing() -> None:
    mixed = evolve(WORKED, events=WORKED.events[::-1], observations=WORKED.observations[::-1])
    assert case_wide(mixed) == case_wide(WORKED)


def test_everything_can_be_written_as_json() -> None:
    whole = whole_as_json(case_wide(WORKED), "a")
    again = json.loads(json.dumps(whole, allow_nan=False))
    assert again["dates"]["recovered"] == "2023-01-01/2023-01-31"
    assert again["case_wide"]["lines"]["method"] == "exact"
    assert again["case_wide"]["missing"][0]["what"]
    with pytest.raises(ValueError, match="cannot be written"):
        plain(object())
