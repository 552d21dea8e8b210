"""Gather what a dossier is made from and compose it, for one reader at one clearance.

Results are drawn from the redacted record, so that a reader can check each of them on what that reader
sees; what is withheld neither shows nor weighs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from attrs import frozen

from sherd import __version__
from sherd.attribute.casewide import case_wide
from sherd.compare.comparison import compare, doubted_items
from sherd.compare.listed import parts_named
from sherd.journal.canonical import to_base64
from sherd.journal.checkpoint import read_checkpoint
from sherd.model.casewide import CaseWide
from sherd.model.document import Document
from sherd.model.findings import Comparison
from sherd.model.identified import Identified
from sherd.model.items import Feature
from sherd.model.named import NamedPart
from sherd.model.problems import Problem
from sherd.model.provenance import NotedProblem
from sherd.model.record import CaseRecord
from sherd.model.shipped import TradeFile
from sherd.model.weights import Attribution
from sherd.ports import Store
from sherd.publish.concluding import problems
from sherd.publish.dossier import compose
from sherd.publish.material import Material, Seal
from sherd.publish.redact import Redacted, redact
from sherd.services.corrections import corrections
from sherd.services.feature_table import earlier_table
from sherd.services.identify import IdentifyCase, named_parts, nobody
from sherd.services.ledger import bearings_of, ledger_of
from sherd.services.part_dates import marking_dates, part_dates, with_dates
from sherd.services.record import UNCOUNTED
from sherd.services.requests import due
from sherd.services.review import readings
from sherd.services.supply import known_roads
from sherd.services.trade_files import FindTrade, no_trade
from sherd.services.weighing import weighed


@frozen(kw_only=True)
class Results:
    """What the items of a case come to for one reader, and the record that they were drawn from."""

    redacted: Redacted
    attributions: dict[str, tuple[Attribution, ...]]
    problems: tuple[Problem, ...] = ()
    """What the texts of the record say beyond the evidence, as far as this reader sees them."""
    identified: tuple[Identified, ...] = ()
    whole: CaseWide
    trade: tuple[TradeFile, ...] = ()


def results(
    store: Store,
    case: str,
    clearance: str,
    today: date,
    identify: IdentifyCase = nobody,
    trade: FindTrade = no_trade,
) -> Results:
    """Identify every marking, date every part and weigh every item in question on what ``clearance`` shows.

    Raises ``NotFound`` for an unknown case.
    """
    redacted = redact(store.load(case), clearance)
    record = redacted.weighed
    identified = identify(record, readings(redacted.record))
    dates = marking_dates(record, identified, today)
    return Results(
        redacted=redacted,
        attributions=attributions(record, _earlier(store, record), named_parts(identified)),
        problems=problems(redacted.record),
        identified=with_dates(identified, dates),
        whole=case_wide(record, part_dates(record, dates)),
        trade=trade(record, identified, clearance),
    )


def dossier(
    store: Store,
    case: str,
    clearance: str,
    at: datetime,
    found: Results | None = None,
    identify: IdentifyCase = nobody,
    trade: FindTrade = no_trade,
) -> Document:
    """The dossier of a case as the store holds it, from results already ``found`` where there are any.

    Raises ``NotFound`` for an unknown case.
    """
    return compose(
        material(store, found or results(store, case, clearance, at.date(), identify, trade), clearance, at)
    )


def material(store: Store, found: Results, clearance: str, at: datetime) -> Material:
    """Everything that the dossier is made from."""
    redacted = found.redacted
    corrected = corrections(store, redacted.record.case.id, clearance, redacted.hidden)
    return Material(
        record=redacted.record,
        clearance=clearance,
        attributions=found.attributions,
        wording=found.problems,
        comparison=comparison(
            redacted.weighed, _earlier(store, redacted.weighed), named_parts(found.identified)
        ),
        identified=found.identified,
        roads=known_roads(redacted.weighed),
        requests=due(redacted.record, at.date()),
        ledger=ledger_of(redacted.weighed, (), None) if redacted.record.claims else None,
        bearings=bearings_of(redacted.weighed, found.attributions),
        corrections=corrected.told,
        corrections_withheld=corrected.withheld,
        withheld={kind: count for kind, count in redacted.rows_withheld.items() if kind not in UNCOUNTED},
        values_withheld=redacted.values_withheld,
        problems_withheld=redacted.rows_withheld.get(NotedProblem.kind, 0),
        seal=seal(store),
        at=at,
        version=__version__,
        whole=found.whole,
        trade=found.trade,
    )


def attributions(
    record: CaseRecord,
    earlier: Sequence[Feature] | None = None,
    named: Mapping[str, NamedPart] | None = None,
) -> dict[str, tuple[Attribution, ...]]:
    """The results for every item in question, in the order of the record; beside an ``earlier`` table's.

    ``named`` gives, by component, the part that its marking was found to name.
    """
    if not record.hypotheses:
        return {}
    doubted, parts = doubted_items(record), parts_named(record, named)
    return {
        item.id: weighed(record, item.id, doubted, parts, earlier)
        for item in record.items
        if item.role == "item"
    }


def _earlier(store: Store, record: CaseRecord) -> tuple[Feature, ...] | None:
    """The feature table before an item was opened, as far as this reader may see its features."""
    table = earlier_table(store, record)
    shown = {feature.id for feature in record.features}
    return None if table is None else tuple(feature for feature in table if feature.id in shown)


def comparison(
    record: CaseRecord,
    earlier: Sequence[Feature] | None = None,
    named: Mapping[str, NamedPart] | None = None,
) -> Comparison:
    """Every item in question beside every reference; where there are no two sides, all with each other."""
    asked = [item.id for item in record.items if item.role == "item"]
    references = [item.id for item in record.items if item.role == "reference"]
    if not (asked and references):
        asked = references = []
    return compare(record, asked, references, named, earlier=earlier)


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
