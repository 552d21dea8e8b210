"""Keep the ledger of a case: what was claimed, what contradicts what, what changed, and what findings say.

The claims of the case and, where they are named, the statements of articles are laid side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve

from sherd.claims.evidence import bearings
from sherd.claims.ledger import ledger
from sherd.claims.stands import of_claims, of_statements
from sherd.claims.watch import Changes, changes
from sherd.model.articles import Article
from sherd.model.dates import Interval
from sherd.model.record import CaseRecord
from sherd.model.stances import Bearing, Ledger, Stand
from sherd.model.weights import Attribution
from sherd.services.claims import propose


def stands(record: CaseRecord | None, articles: Iterable[Article] = ()) -> tuple[Stand, ...]:
    """Every stand of a case's claims, then of the statements that articles make, by article and number."""
    found = list(of_claims(record.claims, record.parties)) if record else []
    for article in articles:
        said, _ = propose(article)
        found += [_of(article, stand) for stand in of_statements(said)]
    return tuple(found)


def _of(article: Article, stand: Stand) -> Stand:
    """A stand under an id of its own; what is not dated was said by the day of publication."""
    day = Interval(None, article.published) if article.published else None
    parent = f"{article.name}#{stand.parent}" if stand.parent else None
    repeats = f"{article.name}#{stand.dup_of}" if stand.dup_of else None
    name = f"{article.name}#{stand.id}"
    return evolve(stand, id=name, parent=parent, dup_of=repeats, said=stand.said or day)


def ledger_of(record: CaseRecord | None, articles: Iterable[Article], as_of: Interval | None) -> Ledger:
    """The ledger of a case and of articles, as of a day."""
    return ledger(stands(record, articles), record.sources if record else (), as_of)


def watch(record: CaseRecord, articles: Iterable[Article], since: date) -> Changes:
    """What changed since a day."""
    return changes(stands(record, articles), record, since)


def bearings_of(record: CaseRecord, attributions: Mapping[str, Sequence[Attribution]]) -> tuple[Bearing, ...]:
    """What findings on the items in question have to do with the claims of the case."""
    return bearings(
        record.claims,
        record.items,
        record.systems,
        record.hypotheses,
        attributions,
        record.judgements,
        record.components,
    )
