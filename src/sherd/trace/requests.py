"""A trace request from draft to answer: which step may follow which, and the two gates before it leaves.

A state is asked about a *weapon* under the International Tracing Instrument, which covers small arms and
light weapons: it wants the marks, why the weapon is held to be illicit, the legal basis and the use of the
answer. A maker is asked about a *part*, and answers of its own will: it needs the ordering code, the whole
text of the lot, a picture of the part, and why it is asked. Parts of unmanned aircraft are outside that
instrument, so that a component is never asked of a state under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sherd.model.dates import Interval
from sherd.model.items import Item
from sherd.model.record import CaseRecord
from sherd.model.requests import CODINGS, Gate, Standing
from sherd.model.supply import Party, RequestStep, TraceRequest

FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "draft": ("approved", "closed"),
    "approved": ("sent", "closed"),
    "sent": ("acknowledged", "clarification", "answered", "bounced", "no_reply"),
    "acknowledged": ("clarification", "answered", "no_reply"),
    "clarification": ("sent", "acknowledged", "answered", "no_reply"),
    "answered": ("verified", "clarification"),
    "verified": ("closed",),
    "bounced": ("sent", "closed"),
    "no_reply": ("sent", "answered", "closed"),
    "closed": (),
}
"""Which states may follow each. Nothing follows what is closed."""

WAITING = frozenset({"sent", "acknowledged", "clarification"})
"""States in which an answer is waited for, and can be overdue."""


def standing(request: TraceRequest, steps: Sequence[RequestStep], today: date) -> Standing:
    """Where a request stands after its steps, in the order in which they were taken."""
    mine = [step for step in steps if step.request == request.id]
    last = mine[-1] if mine else None
    state = last.state if last else request.state
    coding = next((step.coding for step in reversed(mine) if step.coding), None)
    late = request.due is not None and request.due.last is not None and request.due.last < today
    overdue = late and state in WAITING
    return Standing(
        request=request.id,
        state=state,
        since=last.at if last else "as drafted",
        due=request.due,
        overdue=overdue,
        coding=coding,
        words=_words(state, coding, request, overdue, today),
    )


def refuse_step(state: str, following: str, coding: str | None, ground: str | None) -> None:
    """Raise ``ValueError`` where a step may not follow, or an answer is not coded as it must be."""
    if following not in FOLLOWS.get(state, ()):
        may = ", ".join(FOLLOWS.get(state, ())) or "nothing"
        raise ValueError(f"after {state!r} there may follow {may}, not {following!r}")
    if following == "answered" and coding not in CODINGS:
        raise ValueError(f"an answer is coded as one of {', '.join(CODINGS)}")
    if following != "answered" and coding is not None:
        raise ValueError(f"only an answer is coded, not {following!r}")
    if coding == "refused" and not ground:
        raise ValueError("a refusal names its ground")


def is_before(moment: datetime, at: str) -> bool:
    """Whether a moment surely lies before what a step says of its time: an instant, or days.

    >>> noon = datetime.fromisoformat("2026-11-26T12:00:00+00:00")
    >>> is_before(noon, "2026-11-26T13:00:00+02:00"), is_before(noon, "2026-11-27"), is_before(noon, "2026")
    (False, True, False)
    """
    if "T" in at:
        return moment < datetime.fromisoformat(at.replace("Z", "+00:00"))
    first = Interval.parse(at).first
    return first is not None and moment.date() < first


def what_may_follow(state: str) -> str:
    """The commands that take a request on from a state."""
    by = {"approved": "approve", "sent": "send", "answered": "answer"}
    verbs = [by.get(each, f"step … {each}") for each in FOLLOWS.get(state, ())]
    if not verbs:
        return "It is closed: draft another, sherd trace request draft."
    return f"Take one of these: {', '.join(f'sherd trace request {verb}' for verb in verbs)}."


NO_PICTURE = (
    "say where on a photograph the marking is (columns photo and region of markings, as x,y,width,height), "
    "release a photograph that was cut out (derived_from), or choose one to go whole: send --whole PHOTO"
)


def gates(
    request: TraceRequest,
    party: Party,
    record: CaseRecord,
    part: str | None,
    pictures: Sequence[str] = (),
    without: str = NO_PICTURE,
) -> tuple[Gate, ...]:
    """What must be met before the request leaves to ``party``.

    ``record`` is what the addressee may see of the case, ``part`` the ordering code of the component asked
    about: what a letter may not say meets no gate. ``pictures`` are those that go along, by name;
    ``without`` says what to do where none does.
    """
    of_state = request.regime == "state"
    asked = _of_state(request, record) if of_state else _of_maker(request, record, part, pictures, without)
    return (*asked, _contact(party))


def _of_state(request: TraceRequest, record: CaseRecord) -> tuple[Gate, ...]:
    item = next((each for each in record.items if each.id == request.item), None)
    marks = [m.text for m in record.markings if item and m.item == item.id]
    serial = item.serial if item else None
    return (
        _gate("a weapon, not a part of one", item and item.label, "name the weapon in the column item"),
        _of_instrument(item),
        _gate(
            "its marks, with the serial number", serial and "; ".join([serial, *marks]), "record its serial"
        ),
        _gate("why it is held to be illicit", request.illicit, f"{AMEND} --illicit"),
        _gate("the legal basis", request.legal_basis, f"{AMEND} --legal-basis"),
        _gate(
            "the use that the answer is for",
            request.intended_use,
            f"{AMEND} --intended-use",
        ),
    )


def _of_maker(
    request: TraceRequest, record: CaseRecord, part: str | None, pictures: Sequence[str], without: str
) -> tuple[Gate, ...]:
    markings = [each for each in record.markings if each.component == request.component]
    whole = next((m.text for m in markings if not m.obliterated and "?" not in m.text), None)
    return (
        _gate("the ordering code", part, "identify the part"),
        _gate("the full text of the lot", whole, "record the marking whole, line by line"),
        _gate("a picture of the marking", ", ".join(pictures), without),
        _gate("why it is asked", request.why, f"{AMEND} --why"),
    )


AMEND = "say it: sherd trace request amend"

OF_INSTRUMENT = frozenset({"small_arm", "light_weapon"})
"""The kinds of items that the International Tracing Instrument covers (A/60/88, paragraph 4)."""


def _of_instrument(item: Item | None) -> Gate:
    """Whether the instrument under which states are asked covers what the weapon is."""
    kind = item.kind_ if item else None
    said = kind.replace("_", " ") if kind else "say what it is in the column kind of the item"
    if kind and kind not in OF_INSTRUMENT:
        said = f"the instrument does not cover what is recorded as {said}: ask the makers of its parts"
    return Gate(what="a small arm or light weapon", met=kind in OF_INSTRUMENT, said=said)


def _contact(party: Party) -> Gate:
    known = party.contact if party.contact and party.contact_verified else None
    do = "verify whom the letter reaches: columns contact and contact_verified of the party"
    met = known is not None
    when = party.contact_verified.words if party.contact_verified else ""
    return Gate(what="a verified contact", met=met, said=f"verified {when}" if met else do)


def _gate(what: str, found: object, do: str) -> Gate:
    return Gate(what=what, met=bool(found), said=str(found) if found else do)


def _words(state: str, coding: str | None, request: TraceRequest, overdue: bool, today: date) -> str:
    said = state.replace("_", " ") + (f" ({coding.replace('_', ' ')})" if coding else "")
    if overdue and isinstance(request.due, Interval) and request.due.last is not None:
        late = (today - request.due.last).days
        return f"{said}, overdue by {late} day{'' if late == 1 else 's'}"
    return f"{said}, due {request.due.words}" if request.due and state in WAITING else said
