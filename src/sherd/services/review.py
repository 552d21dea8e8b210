"""The review bench: a person decides, marking by marking, which part is named; each decision is a record.

A decision is a judgement of kind ``reading`` in the journal, under the verb ``judged``. Deciding again
supersedes, taking back withdraws; nothing is overwritten, and everything that identifies, compares or
examines applies the decisions that stand as a view.
"""

from __future__ import annotations

from collections.abc import Mapping

from sherd.model.judgements import READING, Judgement, ReadingDecision
from sherd.model.markings import Marking
from sherd.model.record import CaseRecord
from sherd.model.release import Restricted, public_sources
from sherd.model.row import Row
from sherd.ports import Change, Head, Store

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
    if marking not in {each.id for each in record.markings}:
        raise ValueError(f"case {record.case.id!r} has no marking {marking!r}")
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
    with store.writing() as writing:
        head = store.heads(record.case.id, Judgement.kind).get(row.id)
        verb, parents = ("superseded", (head.leaf_hash,)) if head else ("judged", ())
        writing.append([_change(record, verb, row, parents, by)], _published(record))
    return row


def take_back(store: Store, record: CaseRecord, by: str) -> Judgement | None:
    """Withdraw the last decision of the bench that stands, of this sitting or an earlier one.

    Returns it, or None where there is none. Raises ``StoreBusy``.
    """
    with store.writing() as writing:
        head = _last(store.heads(record.case.id, Judgement.kind))
        if head is None or not isinstance(row := head.row, Judgement):
            return None
        writing.append([_change(record, "withdrawn", row, (head.leaf_hash,), by)], _published(record))
    return row


def _last(heads: Mapping[str, Head]) -> Head | None:
    of_bench = [head for id_, head in heads.items() if id_.startswith(PREFIX)]
    return max(of_bench, key=lambda head: head.seq, default=None)


def _change(record: CaseRecord, verb: str, row: Row, parents: tuple[str, ...], by: str) -> Change:
    """A decision on a marking that is restricted is restricted as the marking is."""
    restricted = Restricted()
    rows: tuple[Row, ...] = (*record.items, *record.components, *record.photographs, *record.markings)
    restricted.note(rows)
    return Change(verb, row, METHOD, parents=parents, by=by, level=restricted.owner(row))


def _published(record: CaseRecord) -> frozenset[str]:
    return public_sources(record.sources)
