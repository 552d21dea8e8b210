"""A trace request on its way: what may follow what, what holds it, when it is late, what may be gone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item, Photograph
from sherd.model.markings import Marking
from sherd.model.record import CaseRecord
from sherd.model.requests import CODINGS
from sherd.model.supply import Party, RequestStep, TraceRequest
from sherd.trace.calendar import Reminder, calendar
from sherd.trace.requests import FOLLOWS, gates, refuse_step, standing
from sherd.trace.retention import retention

PARTY = Party(
    case="k", id="P", name="Maker", contact="x@example.org", contact_verified=Interval.parse("2026")
)
ASKED = TraceRequest(
    case="k", id="R1", component="C", to_party="P", regime="maker", state="draft", why="It was found."
)
OF_STATE = TraceRequest(
    case="k",
    id="R2",
    item="I",
    to_party="P",
    regime="state",
    state="draft",
    illicit="seized from a trafficker",
    legal_basis="national law",
    intended_use="criminal proceedings",
)
RECORD = CaseRecord(
    case=Case(case="k", id="k", title="K", question="?"),
    items=(
        Item(
            case="k",
            id="I",
            label="rifle",
            role="item",
            custody_status="documented",
            serial="A123",
            kind_="small_arm",
        ),
    ),
    components=(Component(case="k", id="C", item="I", label="chip"),),
    markings=(Marking(case="k", id="M", component="C", text="LTM4613V|2215"),),
    photographs=(Photograph(case="k", id="F", file="photos/1.jpg", component="C"),),
)


def step(state: str, n: int = 1, **more: object) -> RequestStep:
    known: dict[str, object] = {"case": "k", "id": f"R1.{n}", "request": "R1", "at": "2026-11-26", **more}
    return RequestStep(state=state, **known)  # type: ignore[arg-type]


def unmet(
    request: TraceRequest,
    record: CaseRecord = RECORD,
    part: str | None = "LTM4613V",
    pictures: tuple[str, ...] = ("F",),
    **party: object,
) -> set[str]:
    asked = evolve(PARTY, **party)  # type: ignore[arg-type]
    return {gate.what for gate in gates(request, asked, record, part, pictures) if not gate.met}


# -- the way -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [
        ("draft", "approved", "sent", "acknowledged", "clarification", "answered", "verified", "closed"),
        ("draft", "approved", "sent", "bounced", "sent", "no_reply", "answered", "verified", "closed"),
        ("draft", "closed"),
        ("answered", "clarification", "answered"),
    ],
)
def test_a_request_goes_its_way(way: tuple[str, ...]) -> None:
    for state, following in pairwise(way):
        refuse_step(state, following, "full" if following == "answered" else None, None)
        assert following in FOLLOWS[state]


@pytest.mark.parametrize(
    ("state", "following"),
    [
        ("draft", "sent"),
        ("draft", "answered"),
        ("approved", "answered"),
        ("closed", "sent"),
        ("sent", "closed"),
        ("sent", "approved"),
        ("verified", "sent"),
        ("nonsense", "sent"),
    ],
)
def test_no_step_is_left_out_or_taken_back(state: str, following: str) -> None:
    with pytest.raises(ValueError, match="there may follow"):
        refuse_step(state, following, "full" if following == "answered" else None, None)


def test_every_state_but_the_last_leads_on_and_only_to_states_that_are_known() -> None:
    assert {state for state, after in FOLLOWS.items() if not after} == {"closed"}
    assert {each for after in FOLLOWS.values() for each in after} <= FOLLOWS.keys()


@pytest.mark.parametrize("coding", [None, "maybe", ""])
def test_an_answer_is_coded(coding: str | None) -> None:
    with pytest.raises(ValueError, match="coded as one of"):
        refuse_step("sent", "answered", coding, None)


def test_a_refusal_names_its_ground_and_nothing_else_is_coded() -> None:
    with pytest.raises(ValueError, match="ground"):
        refuse_step("sent", "answered", "refused", None)
    refuse_step("sent", "answered", "refused", "trade secret")
    with pytest.raises(ValueError, match="only an answer is coded"):
        refuse_step("sent", "bounced", "full", None)


# -- where it stands -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "today", "overdue", "words"),
    [
        ((), "2027-01-01", False, "draft"),
        (("approved", "sent"), "2026-12-20", False, "sent, due 2026-12-20"),
        (("approved", "sent"), "2026-12-21", True, "sent, overdue by 1 day"),
        (("approved", "sent", "acknowledged"), "2026-12-31", True, "acknowledged, overdue by 11 days"),
        (("approved", "sent", "bounced"), "2027-01-01", False, "bounced"),
    ],
)
def test_a_request_is_overdue_only_while_an_answer_is_waited_for(
    states: tuple[str, ...], today: str, overdue: bool, words: str
) -> None:
    request = evolve(ASKED, due=Interval.parse("2026-12-20"))
    found = standing(request, [step(state, n) for n, state in enumerate(states)], date.fromisoformat(today))
    assert (found.overdue, found.words) == (overdue, words)


def test_an_answer_keeps_its_coding_after_later_steps_and_steps_of_others_do_not_count() -> None:
    steps = [step("answered", 1, coding="partial"), step("verified", 2), step("closed", 3, request="R9")]
    found = standing(ASKED, steps, date(2026, 11, 26))
    assert (found.state, found.coding) == ("verified", "partial")


# -- the gates -----------------------------------------------------------------------------------------------


def test_a_whole_request_passes_both_gates() -> None:
    assert unmet(ASKED) == set()
    assert unmet(OF_STATE) == set()


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"part": None}, "the ordering code"),
        ({"why": None}, "why it is asked"),
        ({"pictures": ()}, "a picture of the marking"),
        ({"markings": ()}, "the full text of the lot"),
        (
            {"markings": (Marking(case="k", id="M", component="C", text="LTM46?3V"),)},
            "the full text of the lot",
        ),
        ({"contact": None}, "a verified contact"),
        ({"contact_verified": None}, "a verified contact"),
    ],
)
def test_an_enquiry_to_a_maker_is_held_for_what_is_missing(change: dict[str, object], missing: str) -> None:
    request = evolve(ASKED, **{k: v for k, v in change.items() if k == "why"})  # type: ignore[arg-type]
    sheets = {k: v for k, v in change.items() if k == "markings"}
    party = {k: v for k, v in change.items() if k.startswith("contact")}
    part = None if "part" in change else "LTM4613V"
    pictures = change.get("pictures", ("F",))
    assert unmet(request, evolve(RECORD, **sheets), part, pictures, **party) == {missing}  # type: ignore[arg-type]


@pytest.mark.parametrize("column", ["illicit", "legal_basis", "intended_use"])
def test_a_request_to_a_state_is_held_for_what_the_instrument_wants(column: str) -> None:
    assert len(unmet(evolve(OF_STATE, **{column: None}))) == 1  # type: ignore[arg-type]


def test_a_part_is_never_asked_of_a_state_as_if_it_were_a_weapon() -> None:
    assert "a weapon, not a part of one" in unmet(evolve(OF_STATE, item=None, component="C"))


def test_a_weapon_without_a_serial_number_is_not_traced() -> None:
    record = evolve(RECORD, items=tuple(evolve(item, serial=None) for item in RECORD.items))
    assert unmet(OF_STATE, record) == {"its marks, with the serial number"}


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("small_arm", False),
        ("light_weapon", False),
        ("ammunition", True),
        ("missile", True),
        ("uav", True),
        ("other", True),
        (None, True),
    ],
)
def test_a_state_is_asked_about_what_the_instrument_covers_alone(kind: str | None, held: bool) -> None:
    record = evolve(RECORD, items=tuple(evolve(item, kind_=kind) for item in RECORD.items))
    assert unmet(OF_STATE, record) == ({"a small arm or light weapon"} if held else set())


def test_of_an_unmanned_aircraft_the_gate_says_whom_to_ask() -> None:
    record = evolve(RECORD, items=tuple(evolve(item, kind_="uav") for item in RECORD.items))
    (held,) = [gate for gate in gates(OF_STATE, PARTY, record, None) if not gate.met]
    assert "does not cover what is recorded as uav" in held.said
    assert "ask the makers of its parts" in held.said


# -- retention -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "today", "us"),
    [
        ("2021-W47", "2026-11-21", "within_a_year"),
        ("2021-W47", "2026-11-23", "may_be_gone"),
        ("2021", "2026-06-01", "may_be_gone"),
        ("2024", "2026-11-26", "kept"),
    ],
)
def test_the_risk_that_records_are_gone_grows_with_the_age_of_the_part(
    made: str, today: str, us: str
) -> None:
    found = {
        each.jurisdiction: each.risk for each in retention(Interval.parse(made), date.fromisoformat(today))
    }
    assert found["US"] == us


@pytest.mark.parametrize("made", [None, Interval.parse("2020/"), Interval.parse("/2020")])
def test_nothing_is_said_of_records_where_nothing_dates_the_part(made: Interval | None) -> None:
    assert retention(made, date(2026, 11, 26)) == ()


def test_a_part_made_on_a_leap_day_has_a_day_in_other_years() -> None:
    assert retention(Interval.parse("2020-02-29"), date(2026, 1, 1))[0].until == date(2025, 2, 28)


# -- reminders -----------------------------------------------------------------------------------------------


@given(st.text(max_size=200), st.text(max_size=300))
def test_a_calendar_has_short_lines_and_no_line_of_its_own_making(title: str, words: str) -> None:
    made = calendar([Reminder("k-R1", date(2026, 12, 20), title, words)], datetime(2026, 11, 26, tzinfo=UTC))
    lines = made.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert [line for line in lines if line.startswith((b"BEGIN", b"END"))] == [
        b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"BEGIN:VALARM", b"END:VALARM", b"END:VEVENT", b"END:VCALENDAR"
    ]  # fmt: skip
    for line in lines:
        line.decode("utf-8")


def test_a_title_comes_back_from_a_calendar_as_it_was() -> None:
    title = "Anfrage; Ё, \\ and a long tail " + "ж" * 60
    made = calendar([Reminder("a", date(2026, 12, 20), title)], datetime(2026, 11, 26, tzinfo=UTC)).decode()
    unfolded = made.replace("\r\n ", "")
    (said,) = [line for line in unfolded.split("\r\n") if line.startswith("SUMMARY:")]
    plain = said.removeprefix("SUMMARY:").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert plain == title


def test_every_coding_can_be_given() -> None:
    for coding in CODINGS:
        refuse_step("sent", "answered", coding, "ground")
        assert standing(ASKED, [step("answered", coding=coding)], date(2026, 11, 26)).coding == coding
