"""The right of reply: a named party is told what is publicly said of it, and its answer is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from sherd.errors import NotFound, WrongCall
from sherd.model.dates import Interval
from sherd.model.record import CaseRecord
from sherd.model.requests import Enquiry
from sherd.model.supply import Party, Reply
from sherd.publish.redact import redact
from sherd.services.bench import Bench, Decided, free_id
from sherd.services.letters import Letter, Write, contact_of, kept_letter
from sherd.text import identity
from sherd.trace.diversion import KIND as DIVERTED
from sherd.trace.network import REACHED

METHOD = ("right of reply", "1")


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
    contact = contact_of(bench.record, party_id)
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
    written, _, kept = kept_letter(bench, enquiry, language, f"reply-{party_id}", write)

    def decide(record: CaseRecord) -> Decided:
        asked = _asked(bench, record, party_id, deadline, statements)
        return [*(("disclosed", file) for file in kept), ("recorded", asked)]

    bench.take(METHOD, decide)
    return written


def answer_of(bench: Bench, party_id: str, words: str) -> Reply:
    """Journal what a party answered, beside what it was asked. Raises ``NotFound`` where it was not asked."""
    answered: list[Reply] = []

    def decide(record: CaseRecord) -> Decided:
        asked = [reply for reply in record.replies if reply.party == party_id]
        if not asked:
            raise NotFound(f"{party_id!r} was not asked", "Write to it first: sherd trace notice")
        waiting = [reply for reply in asked if reply.words is None] or asked
        answered.append(evolve(waiting[-1], answered=Interval(bench.today, bench.today), words=words))
        return [("received", answered[0])]

    bench.take(METHOD, decide)
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
        id=before if first else free_id(f"{before}-", record.replies),
        party=party_id,
        about=" ".join(statements),
        asked=today,
        deadline=Interval(deadline, deadline),
    )
