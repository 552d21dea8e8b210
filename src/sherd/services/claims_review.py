"""A person accepts, edits or rejects what was proposed; each decision is journaled, and can be taken again.

An accepted statement becomes a claim of the case, with the passage, the offsets and the source row of its
article. A rejected one stays known as rejected, so that reading the article again does not ask twice.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from sherd.model.articles import Article
from sherd.model.claims import Claim
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.statements import Statement, as_claim
from sherd.ports import Store
from sherd.services.bench import Decided, journal
from sherd.services.claims import source_row

METHOD = ("claims bench", "1")
KIND = "claim"
"""The kind of judgement that says what became of a proposed statement."""

DECISIONS = ("accept", "edit", "reject")


def key(article: Article, statement: Statement) -> str:
    """What a decision is about: the article by its digest, the passage, what is said of it.

    It is the same however the statements of the article are numbered.
    """
    at = statement.content
    return f"{article.sha256[:16]}#{at.start}-{at.end}:{statement.prop.action}:{statement.polarity}"


def decided(record: CaseRecord) -> dict[str, str]:
    """What was decided on each statement so far, by its key."""
    return {each.subject: each.decision for each in record.judgements if each.kind_ == KIND}


def pending(record: CaseRecord, article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements on which nobody has decided, in the order of the article."""
    known = decided(record)
    return tuple(statement for statement in said if key(article, statement) not in known)


def decide(
    store: Store,
    record: CaseRecord,
    article: Article,
    statement: Statement,
    decision: str,
    reason: str,
    by: str,
    at: str,
    changes: Mapping[str, str] | None = None,
) -> Claim | None:
    """Journal a decision, and the claim that it makes; ``changes`` are columns that a person wrote anew.

    The source row of the article is recorded with it, unless the case has one: what it says stands.

    Raises ``ValueError`` for a decision that is none, or a column that no claim has.
    """
    if decision not in DECISIONS:
        raise ValueError(f"{decision!r} is no decision: one of {', '.join(DECISIONS)}")
    subject = key(article, statement)
    judgement = Judgement(
        case=record.case.id,
        id=f"claims-bench:{subject}",
        subject=subject,
        kind_=KIND,
        decision=decision,
        reason=reason,
        by=by,
        at=at,
    )
    if decision == "reject":
        journal(store, record.case.id, METHOD, by, lambda _: [("judged", judgement)])
        return None
    source = evolve(source_row(article), case=record.case.id)
    claim = as_claim(statement, record.case.id, _claim_id(article, statement), source.id)
    claim = evolve(claim, **dict(changes or {}))  # type: ignore[arg-type]

    def accepted(now: CaseRecord) -> Decided:
        known = any(each.id == source.id for each in now.sources)
        rows: Decided = [("recorded", claim), ("judged", judgement)]
        return rows if known else [("recorded", source), *rows]

    journal(store, record.case.id, METHOD, by, accepted)
    return claim


def _claim_id(article: Article, statement: Statement) -> str:
    at = statement.content
    return f"A{article.sha256[:8]}-{at.start}-{statement.prop.action.lower()}"
