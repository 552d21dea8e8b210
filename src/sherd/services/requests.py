"""Trace requests from draft to answer: each step journaled, none overwritten.

A request leaves only when both its gates are met. What the letter says is drawn from what its addressee may
see; its bytes are kept, and the step that says it was sent holds their digest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from attrs import evolve

from sherd.errors import NotFound, Refused, WrongCall
from sherd.model.dates import Interval
from sherd.model.provenance import File
from sherd.model.record import CaseRecord
from sherd.model.requests import Gate, Standing
from sherd.model.supply import RequestStep, TraceRequest
from sherd.publish.redact import redact
from sherd.services.bench import Bench, Decided, free_id
from sherd.services.letters import (
    Cut,
    Letter,
    Write,
    component_of,
    enquiry,
    kept_file,
    kept_letter,
    pictures,
    shots,
)
from sherd.services.supply import component_part
from sherd.trace.calendar import Reminder
from sherd.trace.held import no_picture
from sherd.trace.requests import gates, is_before, refuse_step, standing, what_may_follow

METHOD = ("trace request", "1")
ADDRESSEE_SEES = "partner"
"""The clearance at which a letter is written, unless another is asked for."""


def draft(bench: Bench, request: TraceRequest) -> TraceRequest:
    """Record a request as a draft, numbered after those that the case has.

    Raises ``NotFound`` where the record holds no such party, item or component, ``WrongCall`` where its day
    is over.
    """
    drafted = request
    _not_over(request.due, bench.today)

    def decide(record: CaseRecord) -> Decided:
        nonlocal drafted
        _known("party", request.to_party, [party.id for party in record.parties])
        if request.component is not None:
            _known("component", request.component, [each.id for each in record.components])
        if request.item is not None:
            _known("item", request.item, [each.id for each in record.items])
        drafted = evolve(request, id=free_id("R", record.requests), state="draft")
        return [("recorded", drafted)]

    bench.take(METHOD, decide)
    return drafted


def amend(
    bench: Bench, id_: str, said: Mapping[str, str | None], due: Interval | None = None
) -> TraceRequest:
    """Fill or change columns of a draft; None leaves one as it was.

    Raises ``WrongCall`` where it is no draft any more, since what was approved stays as it was approved,
    where nothing is said, or where its day is over.
    """
    _not_over(due, bench.today)
    changes = {name: value for name, value in said.items() if value is not None}
    if not changes and due is None:
        raise WrongCall("nothing is said that could be amended", "Give one of the options: --why, --due …")
    amended: list[TraceRequest] = []

    def decide(record: CaseRecord) -> Decided:
        request = find(record, id_)
        state = standing(request, record.steps, bench.today).state
        if state != "draft":
            raise WrongCall(f"{id_} is {state} and no draft", "Close it, and draft another.")
        amended.append(evolve(request, **changes, due=due or request.due))  # type: ignore[arg-type]
        return [("recorded", amended[0])]

    bench.take(METHOD, decide)
    return amended[0]


def _not_over(due: Interval | None, today: date) -> None:
    if due is not None and due.last is not None and due.last < today:
        raise WrongCall(f"{due.words} is over: no answer can be asked for by then", "Name a later day.")


def step(
    bench: Bench,
    id_: str,
    state: str,
    *,
    coding: str | None = None,
    words: str | None = None,
    letter_sha256: str | None = None,
    files: Sequence[File] = (),
) -> RequestStep:
    """Take one step, with the files that go along.

    Raises ``WrongCall`` where it may not follow, ``NotFound`` for an unknown request.
    """
    taken = RequestStep(
        case=bench.case,
        id="",
        request=id_,
        state=state,
        at=bench.at.isoformat(timespec="seconds"),
        by=bench.by,
        coding=coding,
        words=words,
        letter=letter_sha256,
    )
    verb = "received" if state in {"acknowledged", "answered"} else "recorded"

    def decide(record: CaseRecord) -> Decided:
        nonlocal taken
        may_follow(bench, record, id_, state, coding, words)
        taken = evolve(taken, id=free_id(f"{id_}.", record.steps))
        return [*(("disclosed", file) for file in files), (verb, taken)]

    bench.take(METHOD, decide)
    return taken


def may_follow(
    bench: Bench,
    record: CaseRecord,
    id_: str,
    state: str,
    coding: str | None = None,
    words: str | None = None,
) -> None:
    """Raise ``WrongCall`` where a step may not follow what a request is, ``NotFound`` where it is none."""
    request = find(record, id_)
    stands = standing(request, record.steps, bench.today)
    try:
        refuse_step(stands.state, state, coding, words)
    except ValueError as error:
        raise WrongCall(f"{id_}: {error}", what_may_follow(stands.state)) from None
    taken = [step.at for step in record.steps if step.request == id_]
    if taken and is_before(bench.at, taken[-1]):
        raise WrongCall(
            f"{id_} was {stands.state.replace('_', ' ')} at {taken[-1]}, after {bench.at.isoformat()}",
            "Look at the clock of this machine, or at --now: no step is dated before the one it follows.",
        )


def send(
    bench: Bench,
    id_: str,
    language: str,
    sender: str,
    write: Write,
    cut: Cut,
    clearance: str = ADDRESSEE_SEES,
    whole: Sequence[str] = (),
) -> Letter:
    """Write the letter in both formats, keep it with its pictures, and journal that it was sent.

    ``whole`` are photographs that the sender chose to send as a whole. Raises ``Refused`` naming every gate
    that is not met, ``WrongCall`` where the request was not approved.
    """
    record = bench.record
    request = find(record, id_)
    unmet = [gate for gate in gates_of(record, request, clearance, whole) if not gate.met]
    if unmet:
        said = "; ".join(f"{gate.what}: {gate.said}" for gate in unmet)
        raise Refused(f"{id_} is held: {said}", "Meet these, then send it.")
    may_follow(bench, record, id_, "sent")
    shown = redact(record, clearance).weighed
    going = shots(shown, request, whole)
    cuts = pictures(bench, shown, going, cut)
    asked = enquiry(shown, request, record, sender, bench.today, going)
    letter_, digest, kept = kept_letter(bench, asked, language, id_, write)
    kept += [
        kept_file(bench, f"{id_}-{name.removesuffix('.png')}", "png", each) for name, each in cuts.items()
    ]
    step(bench, id_, "sent", letter_sha256=digest, files=kept)
    return evolve(letter_, files={**letter_.files, **cuts})


def letters_of(bench: Bench, record: CaseRecord, id_: str) -> dict[str, bytes]:
    """The letters of a request that left, with their pictures, by file name."""
    before = f"letters/{id_}-"
    kept = {
        each.id.removeprefix("letters/"): each.sha256 for each in record.files if each.id.startswith(before)
    }
    return {name: bench.blobs.get(digest) for name, digest in kept.items()}


def held_by(record: CaseRecord, id_: str) -> tuple[Gate, ...]:
    """The gates that a request does not meet yet."""
    return tuple(gate for gate in gates_of(record, find(record, id_)) if not gate.met)


def standing_of(record: CaseRecord, id_: str, today: date) -> Standing:
    """Where one request stands. Raises ``NotFound``."""
    return standing(find(record, id_), record.steps, today)


def due(record: CaseRecord, today: date) -> tuple[Standing, ...]:
    """Where every request stands, the overdue first, then by the day on which an answer is due."""
    found = [standing(request, record.steps, today) for request in record.requests]
    last = date.max
    return tuple(
        sorted(found, key=lambda each: (not each.overdue, (each.due.last if each.due else None) or last))
    )


def reminders(record: CaseRecord, today: date) -> list[Reminder]:
    """A day in the calendar for every request that waits for an answer by a day."""
    parties = {party.id: party.name for party in record.parties}
    asked = {request.id: parties.get(request.to_party, request.to_party) for request in record.requests}
    return [
        Reminder(
            id=f"{record.case.id}-{each.request}",
            day=each.due.last,
            title=f"{record.case.id} {each.request}: answer of {asked[each.request]} due",
            words=each.words,
        )
        for each in due(record, today)
        if each.state in {"sent", "acknowledged", "clarification"} and each.due and each.due.last
    ]


def gates_of(
    record: CaseRecord, request: TraceRequest, clearance: str = ADDRESSEE_SEES, whole: Sequence[str] = ()
) -> tuple[Gate, ...]:
    """What must be met before a request leaves, as far as its addressee may see. Raises ``NotFound``."""
    party = next((each for each in record.parties if each.id == request.to_party), None)
    if party is None:
        raise NotFound(f"the case holds no party {request.to_party!r}", "Record it first.")
    shown = redact(record, clearance).weighed
    component = component_of(shown, request)
    part = component_part(shown, component) if component else None
    going = [each.words for each in shots(shown, request, whole)]
    without = no_picture(record, shown, request.component, clearance)
    return gates(request, party, shown, part, going, without)


def find(record: CaseRecord, id_: str) -> TraceRequest:
    """A request by its id. Raises ``NotFound`` naming those there are."""
    found = next((each for each in record.requests if each.id == id_), None)
    if found is None:
        known = ", ".join(each.id for each in record.requests) or "none"
        raise NotFound(f"case {record.case.id!r} has no request {id_!r}", f"Requests there are: {known}.")
    return found


def _known(what: str, id_: str, known: list[str]) -> None:
    if id_ not in known:
        near = get_close_matches(id_, known, n=12, cutoff=0.4) or known[:12]
        more = f" … and {len(known) - len(near)} more" if len(known) > len(near) else ""
        raise NotFound(f"the case holds no {what} {id_!r}", f"It holds: {', '.join(near) or 'none'}{more}.")
