"""Gather what a dossier is made from and compose it, for one reader at one clearance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sherd import __version__
from sherd.attribute.weigh import attribute
from sherd.compare.comparison import compare
from sherd.journal.canonical import to_base64
from sherd.journal.checkpoint import read_checkpoint
from sherd.model.document import Document
from sherd.model.findings import Comparison
from sherd.model.record import CaseRecord
from sherd.model.weights import Attribution
from sherd.ports import Store, StoredEvent
from sherd.publish.dossier import compose
from sherd.publish.material import Correction, Material, Seal
from sherd.publish.redact import redact
from sherd.services.record import UNCOUNTED


def dossier(store: Store, case: str, clearance: str, at: datetime) -> Document:
    """The dossier of a case as the store holds it. Raises ``NotFound`` for an unknown case."""
    redacted = redact(store.load(case), clearance)
    withheld = dict(redacted.rows_withheld)
    if redacted.values_withheld:
        withheld["single value"] = redacted.values_withheld
    return compose(
        Material(
            record=redacted.record,
            clearance=clearance,
            attributions=attributions(redacted.record),
            comparison=comparison(redacted.record),
            corrections=tuple(corrections(store, case)),
            withheld={kind: count for kind, count in withheld.items() if kind not in UNCOUNTED},
            seal=seal(store),
            at=at,
            version=__version__,
        )
    )


def attributions(record: CaseRecord) -> dict[str, tuple[Attribution, ...]]:
    """The results for every item in question, in the order of the record."""
    if not record.hypotheses:
        return {}
    return {item.id: attribute(record, item.id) for item in record.items if item.role == "item"}


def comparison(record: CaseRecord) -> Comparison:
    """Every item in question beside every reference; where there are no two sides, all with each other."""
    asked = [item.id for item in record.items if item.role == "item"]
    references = [item.id for item in record.items if item.role == "reference"]
    return compare(record, asked, references) if asked and references else compare(record)


def corrections(store: Store, case: str) -> Iterator[Correction]:
    """What was changed or withdrawn since it was first recorded."""
    for event in store.events(verbs=("superseded", "withdrawn")):
        if event.case == case and event.kind not in UNCOUNTED:
            yield _correction(event)


def _correction(event: StoredEvent) -> Correction:
    return Correction(
        seq=event.seq, at=event.at, verb=event.verb, kind=event.kind, id=event.id or "(withheld)"
    )


def seal(store: Store) -> Seal:
    """What the journal stands at."""
    note = store.checkpoints()[-1]
    checkpoint = read_checkpoint(note)
    return Seal(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=to_base64(checkpoint.root),
        checkpoint=note,
        verifier=store.verifier(),
    )
