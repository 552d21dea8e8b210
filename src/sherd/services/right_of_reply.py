"""The right of reply: a named party is told what is publicly said of it, and its answer is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from sherd.errors import NotFound, WrongCall
from sherd.model.dates import Interval
from sherd.model.record import CaseRecord
from sherd.model.requests import Enquiry, Said
from sherd.model.supply import Party, Reply, Tie, Transfer
from sherd.publish.letters import LANGUAGES, sentence
from sherd.publish.letters.dates import lasting
from sherd.publish.redact import redact
from sherd.services.bench import Bench, Decided, free_id
from sherd.services.letters import Letter, Write, contact_of, kept_letter
from sherd.text import identity
from sherd.trace.diversion import KIND as DIVERTED
from sherd.trace.network import REACHED
from sherd.trace.road_ties import ties_told

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
    """Journal what a party answered, beside what it was asked.

    Raises ``NotFound`` where it was not asked, ``WrongCall`` for an answer without words.
    """
    answered: list[Reply] = []
    if not words.strip():
        raise WrongCall("an answer has words", "Give them with --words, as they were written.")

    def decide(record: CaseRecord) -> Decided:
        asked = [reply for reply in record.replies if reply.party == party_id]
        if not asked:
            raise NotFound(f"{party_id!r} was not asked", "Write to it first: sherd trace notice")
        waiting = [reply for reply in asked if reply.words is None] or asked
        answered.append(evolve(waiting[-1], answered=Interval(bench.today, bench.today), words=words))
        return [("received", answered[0])]

    bench.take(METHOD, decide)
    return answered[0]


def said_of(record: CaseRecord, party: Party) -> tuple[Said, ...]:
    """Every statement that the record makes of a party, as what fills a sentence that can be answered."""
    return (
        *_moved(record, party),
        *_listed(record, party),
        *([_said("named", role=party.role)] if party.role else []),
        *_tied(record, party),
        *_judged(record, party),
        *_claimed(record, party),
    )


def in_words(statements: Iterable[Said], language: str = "en") -> tuple[str, ...]:
    """The statements as sentences of one language."""
    return tuple(sentence(each, LANGUAGES[language]) for each in statements)


def _said(kind: str, **values: object) -> Said:
    return Said(kind, tuple((name, str(value)) for name, value in values.items() if value is not None))


def _days(first: Interval | None, last: Interval | None) -> str | None:
    """Two dates as every language reads them, each as precisely as it is recorded."""
    return None if first is None and last is None else lasting(first, last)


def _moved(record: CaseRecord, party: Party) -> Iterator[Said]:
    names = {each.id: str(each.name) for each in record.parties}
    for each in record.transfers:
        if party.id in {each.from_party, each.to_party}:
            yield _said(
                "transfer",
                sender=names.get(each.from_party or ""),
                part=each.part,
                recipient=names.get(each.to_party or ""),
                days=_days(each.from_ or each.to_, each.to_ or each.from_),
                proof=_proof(each),
            )


def _proof(each: Transfer | Tie) -> str:
    """How far it is proven; what is said to be documented and names no source is only asserted."""
    return "asserted" if each.proof == "documented" and each.source is None else str(each.proof)


def _listed(record: CaseRecord, party: Party) -> Iterator[Said]:
    for each in record.listings:
        if each.party == party.id:
            yield _said("listing", list=each.list_, days=_days(each.from_, each.to_))


def _tied(record: CaseRecord, party: Party) -> Iterator[Said]:
    """Its ties, those by which they lead on to a listed party, and on which list that one stood."""
    names = {each.id: str(each.name) for each in record.parties}
    told, listings = ties_told(record, party.id)
    for each in record.ties:
        if each.id in told and {each.party, each.of} <= names.keys():
            yield _said(
                "tie",
                party=names[each.party],
                relation=each.relation,
                of=names[each.of],
                share=None if each.share is None else f"{each.share:g} %",
                days=_days(each.from_, each.to_),
                proof=_proof(each),
            )

    for listing in record.listings:
        if listing.id in listings:
            days = _days(listing.from_, listing.to_)
            yield _said("their_listing", party=names[listing.party], list=listing.list_, days=days)


def _judged(record: CaseRecord, party: Party) -> Iterator[Said]:
    """What people decided on transfers of the party."""
    mine = {each.id for each in record.transfers if party.id in {each.from_party, each.to_party}}
    for each in record.judgements:
        if each.subject in mine and each.kind_ in {DIVERTED, REACHED}:
            yield _said(
                "judged",
                subject=each.subject,
                question=each.kind_,
                decision=each.decision,
                reason=each.reason,
            )


def _claimed(record: CaseRecord, party: Party) -> Iterator[Said]:
    """What others are recorded to have said of it by one of its names."""
    names = {identity(str(each)) for each in (party.name, party.transliteration, *party.aliases) if each}
    for each in record.claims:
        if names & {identity(str(one)) for one in (each.actor, each.recipient) if one}:
            yield _said("claimed", speaker=each.speaker, polarity=each.polarity, paraphrase=each.paraphrase)


def _asked(
    bench: Bench, record: CaseRecord, party_id: str, deadline: date, statements: tuple[Said, ...]
) -> Reply:
    """What a party is asked, beside whatever it was asked and answered before."""
    today = Interval(bench.today, bench.today)
    before = f"reply-{party_id}"
    first = all(reply.id != before for reply in record.replies)
    return Reply(
        case=bench.case,
        id=before if first else free_id(f"{before}-", record.replies),
        party=party_id,
        about=" ".join(in_words(statements)),
        asked=today,
        deadline=Interval(deadline, deadline),
    )
