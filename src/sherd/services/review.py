"""The review bench: a person decides, marking by marking, which part is named; each decision is a record.

A decision is a judgement of kind ``reading`` in the journal, under the verb ``judged``. Deciding again
supersedes, taking back withdraws; nothing is overwritten, and everything that identifies, compares or
examines applies the decisions that stand as a view.
"""

from __future__ import annotations

from sherd.model.judgements import READING, Judgement, ReadingDecision
from sherd.model.markings import Marking
from sherd.model.record import CaseRecord
from sherd.ports import Store
from sherd.services.bench import Decided, journal, withdraw_last

METHOD = ("review bench", "1")
"""What wrote a decision, by name and version."""

PREFIX = "bench:"
"""With which the id of a decision of the bench begins, before the id of its marking."""


def readings(record: CaseRecord) -> dict[str, Judgement]:
    """The decision that stands on each marking, by the marking's id: of several, the one recorded last."""
    markings = {marking.id for marking in record.markings}
    found: dict[str, Judgement] = {}
    for judgement in record.judgements:
        subject = judgement.subject.removeprefix(f"{record.case.id}:")
        if judgement.kind_ == READING and subject in markings:
            found[subject] = judgement
    return found


def pending(record: CaseRecord) -> tuple[Marking, ...]:
    """The markings on which nobody has decided, in the order of the record."""
    decided = readings(record)
    return tuple(marking for marking in record.markings if marking.id not in decided)


def decide(
    store: Store, record: CaseRecord, marking: str, decision: ReadingDecision, reason: str, by: str, at: str
) -> Judgement:
    """Journal a decision on a marking; a decision of the bench that stood before is superseded.

    Raises ``ValueError`` for a marking that the case does not hold, ``StoreBusy`` when another process
    writes.
    """
    row = Judgement(
        case=record.case.id,
        id=f"{PREFIX}{marking}",
        subject=marking,
        kind_=READING,
        decision=str(decision),
        reason=reason,
        by=by,
        at=at,
    )

    def decided(now: CaseRecord) -> Decided:
        if marking not in {each.id for each in now.markings}:
            raise ValueError(f"case {now.case.id!r} has no marking {marking!r}")
        return [("judged", row)]

    journal(store, record.case.id, METHOD, by, decided)
    return row


def take_back(store: Store, record: CaseRecord, by: str) -> Judgement | None:
    """Withdraw the last decision of the bench that stands, of this sitting or an earlier one.

    Returns it, or None where there is none. Raises ``StoreBusy``.
    """
    return withdraw_last(store, record.case.id, METHOD, by, _reads)


def _reads(judged: Judgement) -> bool:
    """A decision on a marking; one on a claim may bear the same prefix in an old record."""
    return judged.kind_ == READING and judged.id.startswith(PREFIX)
