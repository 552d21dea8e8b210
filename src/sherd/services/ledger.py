"""Keep the ledger of a case: what was claimed, what contradicts what, what changed, and what findings say.

The claims of the case and, where they are named, the statements of articles are laid side by side.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from sherd.attribute.item_dates import item_dates
from sherd.claims.evidence import bearings
from sherd.claims.ledger import ledger
from sherd.claims.stands import graded, of_claims, of_statements
from sherd.claims.watch import Changes, changes
from sherd.model.articles import Article
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.row import RELEASES
from sherd.model.stances import Bearing, Ledger, Stand
from sherd.model.weights import Attribution
from sherd.ports import Progress, quiet
from sherd.publish.redact import redact
from sherd.services.claims import propose
from sherd.services.claims_review import decided, keys
from sherd.services.press import source_id, source_row


def stands(
    record: CaseRecord | None, articles: Iterable[Article] = (), progress: Progress = quiet
) -> tuple[Stand, ...]:
    """Every stand of a case's claims, then of the statements that articles make, by article and number.

    A statement on which a person has decided is left out: it stands among the claims, or was rejected.
    """
    found = list(_recorded(record)) if record else []
    known = decided(record) if record else {}
    articles = apart(articles)
    for number, article in enumerate(articles, 1):
        found += _undecided(article, known)
        progress("reading", number, len(articles))
    return tuple(graded(found, sources_of(record, articles)))


def _recorded(record: CaseRecord) -> Iterator[Stand]:
    """The stands of the claims of a case; what is not dated was said by the day its source was published."""
    by = {source.id: source.published for source in record.sources}
    for stand in of_claims(record.claims, record.parties):
        published = by.get(stand.source or "")
        known = stand.said or (Interval(None, published.last) if published and published.last else None)
        yield evolve(stand, said=known)


def apart(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Each article once, and no two of one name: the later one has the head of its digest behind it."""
    found: dict[str, Article] = {}
    names: set[str] = set()
    for article in articles:
        if article.sha256 in found:
            continue
        taken = article.name in names
        found[article.sha256] = (
            evolve(article, name=f"{article.name}@{article.sha256[:8]}") if taken else article
        )
        names.add(article.name)
    return tuple(found.values())


def _undecided(article: Article, known: Container[str]) -> Iterator[Stand]:
    said, _ = propose(article)
    done = {statement.id for key, statement in keys(article, said).items() if key in known}
    for stand in of_statements(said, source_id(article.sha256)):
        if stand.id.partition("~")[0] not in done:
            yield _of(article, stand)


def _of(article: Article, stand: Stand) -> Stand:
    """A stand under an id of its own; what is not dated was said by the day of publication."""
    day = Interval(None, article.published) if article.published else None
    parent = f"{article.name}#{stand.parent}" if stand.parent else None
    repeats = f"{article.name}#{stand.dup_of}" if stand.dup_of else None
    name = f"{article.name}#{stand.id}"
    return evolve(stand, id=name, parent=parent, dup_of=repeats, said=stand.said or day)


def sources_of(record: CaseRecord | None, articles: Iterable[Article]) -> tuple[Source, ...]:
    """The sources of the case, and a row for each article that the case does not have among them."""
    kept = record.sources if record else ()
    known = {source.id for source in kept}
    rows = {row.id: row for article in articles if (row := source_row(article)).id not in known}
    return (*kept, *rows.values())


def seen_at(record: CaseRecord, clearance: str) -> CaseRecord:
    """The case without what is not released up to a clearance."""
    return record if clearance == RELEASES[-1] else redact(record, clearance).weighed


def ledger_of(
    record: CaseRecord | None,
    articles: Sequence[Article],
    as_of: Interval | None,
    progress: Progress = quiet,
) -> Ledger:
    """The ledger of a case and of articles, as of a day."""
    return ledger(stands(record, articles, progress), sources_of(record, articles), as_of)


def watch(
    record: CaseRecord | None,
    articles: Iterable[Article],
    since: date,
    dates: Mapping[str, Sequence[DateReading]] | None = None,
    progress: Progress = quiet,
) -> Changes:
    """What changed since a day; ``dates`` are what the markings of a component say of when it was made."""
    made = made_within(record, dates or {}) if record else {}
    return changes(stands(record, articles, progress), record, since, made)


def made_within(record: CaseRecord, dates: Mapping[str, Sequence[DateReading]]) -> dict[str, Interval]:
    """By component, the days within which it was made, as published and as its markings can be read.

    Where the two contradict each other, or a code can be read in several ways, all of it.
    """
    found: dict[str, Interval] = {}
    for item in record.items:
        for part in item_dates(record, item, (), dates).parts:
            firsts = [each.when.first for each in part.readings if each.weight > 0]
            lasts = [each.when.last for each in part.readings if each.weight > 0]
            first = None if None in firsts else min(filter(None, firsts))
            last = None if None in lasts else max(filter(None, lasts))
            found[part.id] = Interval(first, last)
    return found


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
