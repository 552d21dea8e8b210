"""Trace requests from draft to answer, and the right of reply: each step journaled, none overwritten.

A request leaves only when both its gates are met. What the letter says is drawn from what its addressee may
see; its bytes are kept, and the step that says it was sent holds their digest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import PurePosixPath

from attrs import evolve, fields, frozen

from sherd.errors import NotFound, Refused, WrongCall
from sherd.model.dates import Interval
from sherd.model.document import Document
from sherd.model.items import Component, Item, Photograph
from sherd.model.provenance import File
from sherd.model.record import CaseRecord
from sherd.model.release import Restricted, public_sources
from sherd.model.requests import Enquiry, Gate, Standing
from sherd.model.row import Row
from sherd.model.supply import Party, Reply, RequestStep, TraceRequest
from sherd.ports import Blobs, Change, Store
from sherd.publish.letters import letter
from sherd.publish.redact import redact
from sherd.services.supply import component_part
from sherd.text import identity
from sherd.trace.calendar import Reminder
from sherd.trace.diversion import KIND as DIVERTED
from sherd.trace.network import REACHED
from sherd.trace.requests import gates, refuse_step, standing

METHOD = ("trace request", "1")
ADDRESSEE_SEES = "partner"
"""The clearance at which a letter is written, unless another is asked for."""

Write = Callable[[Document, str, datetime], bytes]


@frozen
class Letter:
    """A letter as it left: bytes by format, with the pictures that went along by name."""

    files: Mapping[str, bytes]
    enquiry: Enquiry


@frozen
class Bench:
    """A case on the table: its store, what it holds, who sits there and when."""

    store: Store
    blobs: Blobs
    case: str
    at: datetime
    by: str | None = None

    @property
    def record(self) -> CaseRecord:
        """The case as it stands now."""
        return self.store.load(self.case)

    @property
    def today(self) -> date:
        """The day on which it is."""
        return self.at.date()

    def take(self, decide: Callable[[CaseRecord], Sequence[tuple[str, Row]]]) -> None:
        """Journal rows with their verbs, decided on the case as it stands while nobody else writes to it.

        What belongs to a restricted row is restricted with it, and so is every reference to one.
        """
        with self.store.writing() as writing:
            record = self.record
            restricted = Restricted()
            restricted.note(_rows(record))
            rows = decide(record)
            restricted.note(row for _, row in rows)
            changes = [self._change(verb, row, restricted) for verb, row in rows]
            writing.append(changes, public_sources(record.sources))

    def _change(self, verb: str, row: Row, restricted: Restricted) -> Change:
        head = self.store.heads(self.case, row.kind).get(row.id)
        return Change(
            "superseded" if head else verb,
            row,
            METHOD,
            parents=(head.leaf_hash,) if head else (),
            by=self.by,
            level=restricted.owner(row),
            hides=restricted.references(row),
        )


def _rows(record: CaseRecord) -> Iterator[Row]:
    sheets = (sheet.name for sheet in fields(CaseRecord) if sheet.name != "case")
    return (row for sheet in sheets for row in getattr(record, sheet))


# -- requests ------------------------------------------------------------------------------------------------


def draft(bench: Bench, request: TraceRequest) -> TraceRequest:
    """Record a request as a draft, numbered after those that the case has.

    Raises ``NotFound`` where the record holds no such party, item or component.
    """
    drafted = request

    def decide(record: CaseRecord) -> Sequence[tuple[str, Row]]:
        nonlocal drafted
        _known("party", request.to_party, [party.id for party in record.parties])
        if request.component is not None:
            _known("component", request.component, [each.id for each in record.components])
        if request.item is not None:
            _known("item", request.item, [each.id for each in record.items])
        drafted = evolve(request, id=_free("R", record.requests), state="draft")
        return [("recorded", drafted)]

    bench.take(decide)
    return drafted


def _free(before: str, rows: Sequence[Row]) -> str:
    """The first number behind ``before`` that no row has as its id."""
    taken = {row.id for row in rows}
    return next(id_ for n in count(1) if (id_ := f"{before}{n}") not in taken)


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

    def decide(record: CaseRecord) -> Sequence[tuple[str, Row]]:
        nonlocal taken
        may_follow(bench, record, id_, state, coding, words)
        taken = evolve(taken, id=_free(f"{id_}.", record.steps))
        return [*(("disclosed", file) for file in files), (verb, taken)]

    bench.take(decide)
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
    try:
        refuse_step(standing(request, record.steps, bench.today).state, state, coding, words)
    except ValueError as error:
        do = "Approve it first: sherd trace request approve" if state == "sent" else "See docs/trace.md."
        raise WrongCall(f"{id_}: {error}", do) from None


def send(
    bench: Bench, id_: str, language: str, sender: str, write: Write, clearance: str = ADDRESSEE_SEES
) -> Letter:
    """Write the letter in both formats, keep it, and journal that it was sent.

    Raises ``Refused`` naming every gate that is not met, ``WrongCall`` where the request was not approved.
    """
    record = bench.record
    request = find(record, id_)
    unmet = [gate for gate in gates_of(record, request, clearance) if not gate.met]
    if unmet:
        said = "; ".join(f"{gate.what}: {gate.said}" for gate in unmet)
        raise Refused(f"{id_} is held: {said}", "Meet these, then send it.")
    may_follow(bench, record, id_, "sent")
    shown = redact(record, clearance).weighed
    enquiry = _enquiry(shown, request, record, sender, bench.today)
    letter_, digest, kept = _kept(bench, enquiry, language, id_, write)
    step(bench, id_, "sent", letter_sha256=digest, files=kept)
    return evolve(letter_, files={**letter_.files, **_pictures(bench, shown, request)})


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


def gates_of(record: CaseRecord, request: TraceRequest, clearance: str = ADDRESSEE_SEES) -> tuple[Gate, ...]:
    """What must be met before a request leaves, as far as its addressee may see. Raises ``NotFound``."""
    party = next((each for each in record.parties if each.id == request.to_party), None)
    if party is None:
        raise NotFound(f"the case holds no party {request.to_party!r}", "Record it first.")
    shown = redact(record, clearance).weighed
    component = component_of(shown, request)
    return gates(request, party, shown, component_part(shown, component) if component else None)


def find(record: CaseRecord, id_: str) -> TraceRequest:
    """A request by its id. Raises ``NotFound`` naming those there are."""
    found = next((each for each in record.requests if each.id == id_), None)
    if found is None:
        known = ", ".join(each.id for each in record.requests) or "none"
        raise NotFound(f"case {record.case.id!r} has no request {id_!r}", f"Requests there are: {known}.")
    return found


# -- the right of reply --------------------------------------------------------------------------------------


def notice(bench: Bench, party_id: str, deadline: date, language: str, sender: str, write: Write) -> Letter:
    """Write to a named party what is publicly said of it, with a deadline, and journal that it was asked.

    Raises ``WrongCall`` where nothing public is said of it or the deadline leaves no day to answer, and
    ``Refused`` without a verified contact.
    """
    if deadline <= bench.today:
        raise WrongCall(f"the deadline {deadline} leaves no day to answer", "Name a later day.")
    shown = redact(bench.record, "public").weighed
    party = next((each for each in shown.parties if each.id == party_id), None)
    if party is None:
        raise NotFound(f"no public party {party_id!r}", "Name one that the dossier names.")
    statements = said_of(shown, party)
    if not statements:
        raise WrongCall(f"nothing public is said of {party.name}", "There is nothing to answer.")
    contact = _contact(bench.record, party_id)
    enquiry = Enquiry(
        reference=f"{bench.case}-{party_id}",
        kind="reply",
        addressee=str(party.name),
        contact=contact,
        sender=sender,
        written=bench.today,
        due=deadline,
        why="",
        statements=statements,
    )
    written, _, kept = _kept(bench, enquiry, language, f"reply-{party_id}", write)

    def decide(record: CaseRecord) -> Sequence[tuple[str, Row]]:
        asked = _asked(bench, record, party_id, deadline, statements)
        return [*(("disclosed", file) for file in kept), ("recorded", asked)]

    bench.take(decide)
    return written


def answer_of(bench: Bench, party_id: str, words: str) -> Reply:
    """Journal what a party answered, beside what it was asked. Raises ``NotFound`` where it was not asked."""
    answered: list[Reply] = []

    def decide(record: CaseRecord) -> Sequence[tuple[str, Row]]:
        asked = [reply for reply in record.replies if reply.party == party_id]
        if not asked:
            raise NotFound(f"{party_id!r} was not asked", "Write to it first: sherd trace notice")
        waiting = [reply for reply in asked if reply.words is None] or asked
        answered.append(evolve(waiting[-1], answered=Interval(bench.today, bench.today), words=words))
        return [("received", answered[0])]

    bench.take(decide)
    return answered[0]


def said_of(record: CaseRecord, party: Party) -> tuple[str, ...]:
    """Every statement that the record makes of a party, in sentences that can be answered."""
    names = {each.id: str(each.name) for each in record.parties}
    said = [
        f"{names.get(t.from_party or '', 'an unnamed party')} passed {t.part or 'goods'} to "
        f"{names.get(t.to_party or '', 'an unnamed party')}"
        f"{f' ({t.when.words})' if t.when else ''}: {t.proof.replace('_', ' ')}."
        for t in record.transfers
        if party.id in {t.from_party, t.to_party}
    ]
    said += [
        f"It stood on the list {each.list_} ({each.days.words})."
        for each in record.listings
        if each.party == party.id
    ]
    if party.role:
        said.append(f"It is named as: {party.role}.")
    return (*said, *_judged_of(record, party), *_claimed_of(record, party))


def _judged_of(record: CaseRecord, party: Party) -> Iterator[str]:
    """What people decided on transfers of the party."""
    mine = {each.id for each in record.transfers if party.id in {each.from_party, each.to_party}}
    for judged in record.judgements:
        if judged.subject in mine and judged.kind_ in {DIVERTED, REACHED}:
            decided = f"{judged.decision}. {judged.reason}"
            yield f"Of {judged.subject}, on {judged.kind_}, it was decided: {decided}"


def _claimed_of(record: CaseRecord, party: Party) -> Iterator[str]:
    """What others are recorded to have said of it by its name."""
    name = identity(party.name)
    for claim in record.claims:
        if name in {identity(each) for each in (claim.actor, claim.recipient) if each}:
            yield f"{claim.speaker} is recorded to have said ({claim.polarity}): {claim.paraphrase}"


def _asked(
    bench: Bench, record: CaseRecord, party_id: str, deadline: date, statements: tuple[str, ...]
) -> Reply:
    """What a party is asked, beside whatever it was asked and answered before."""
    today = Interval(bench.today, bench.today)
    before = f"reply-{party_id}"
    first = all(reply.id != before for reply in record.replies)
    return Reply(
        case=bench.case,
        id=before if first else _free(f"{before}-", record.replies),
        party=party_id,
        about=" ".join(statements),
        asked=today,
        deadline=Interval(deadline, deadline),
    )


# -- letters -------------------------------------------------------------------------------------------------


def _kept(
    bench: Bench, enquiry: Enquiry, language: str, name: str, write: Write
) -> tuple[Letter, str, list[File]]:
    """The letter in both formats, kept by digest; with the digest of its PDF and the rows to journal."""
    try:
        document = letter(enquiry, language)
    except ValueError as error:
        raise WrongCall(str(error), "Choose another --language.") from None
    files = {form: write(document, form, bench.at) for form in ("pdf", "docx")}
    kept = {form: bench.blobs.put(content) for form, content in files.items()}
    rows = [
        File(
            case=bench.case,
            id=f"letters/{name}-{kept[form][:12]}.{form}",
            sha256=kept[form],
            size=len(content),
            release="team",
        )
        for form, content in files.items()
    ]
    return Letter(files, enquiry), kept["pdf"], rows


def _pictures(bench: Bench, shown: CaseRecord, request: TraceRequest) -> dict[str, bytes]:
    """The photographs of the component that the addressee may see, by the end of their file names."""
    files = {each.id: each.sha256 for each in shown.files}
    return {
        _file_name(photo): bench.blobs.get(files[photo.file])
        for photo in shown.photographs
        if request.component is not None and photo.component == request.component and photo.file in files
    }


def _file_name(photo: Photograph) -> str:
    """A name that leads into no other folder, whatever the id is."""
    return re.sub(r"[^\w.-]", "_", f"{photo.id}{PurePosixPath(photo.file).suffix}")


def _enquiry(
    shown: CaseRecord, request: TraceRequest, whole: CaseRecord, sender: str, today: date
) -> Enquiry:
    """What the letter says, drawn from what its addressee may see."""
    party = next(each for each in whole.parties if each.id == request.to_party)
    of_state = request.regime == "state"
    facts = _weapon_facts(shown, request) if of_state else _part_facts(shown, request)
    return Enquiry(
        reference=f"{whole.case.id}-{request.id}",
        kind="state" if of_state else "maker",
        addressee=str(party.name),
        contact=_contact(whole, request.to_party),
        sender=sender,
        written=today,
        due=request.due.last if request.due else None,
        why=str(request.why or ""),
        facts=tuple((key, value) for key, value in facts if value),
    )


def _part_facts(shown: CaseRecord, request: TraceRequest) -> list[tuple[str, str]]:
    component = component_of(shown, request)
    if component is None:
        raise Refused(
            f"the addressee may not see the component of {request.id}", "Widen --clearance, or its release."
        )
    markings = [each.text for each in shown.markings if each.component == component.id]
    photos = [each.id for each in shown.photographs if each.component == component.id]
    made = component.made_as_published
    return [
        ("part", component_part(shown, component) or ""),
        ("brand", component.maker_as_published or ""),
        ("marking", "\n".join(line.strip() for line in "|".join(markings).split("|"))),
        ("made", made.words if made else ""),
        ("picture", ", ".join(photos)),
    ]


def _weapon_facts(shown: CaseRecord, request: TraceRequest) -> list[tuple[str, str]]:
    item: Item | None = next((each for each in shown.items if each.id == request.item), None)
    if item is None:
        raise Refused(f"the addressee may not see the item of {request.id}", "Widen --clearance.")
    marks = [each.text for each in shown.markings if each.item == item.id]
    return [
        ("weapon", str(item.label)),
        ("serial", "; ".join([str(item.serial), *marks])),
        ("legal_basis", str(request.legal_basis or "")),
        ("use", str(request.intended_use or "")),
        ("illicit", str(request.illicit or "")),
    ]


def _contact(record: CaseRecord, party_id: str) -> str:
    party = next((each for each in record.parties if each.id == party_id), None)
    if party is None or not (party.contact and party.contact_verified):
        raise Refused(
            f"{party_id} has no verified contact, so that the letter is held",
            "Fill contact and contact_verified of the party, and record the case again.",
        )
    return str(party.contact)


def component_of(record: CaseRecord, request: TraceRequest) -> Component | None:
    """The component that a request asks about; None for a weapon."""
    return next((each for each in record.components if each.id == request.component), None)


def _known(what: str, id_: str, known: list[str]) -> None:
    if id_ not in known:
        raise NotFound(f"the case holds no {what} {id_!r}", f"It holds: {', '.join(known[:12]) or 'none'}.")
