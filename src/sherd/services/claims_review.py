"""A person accepts, edits or rejects what was proposed; each decision is journaled, and can be taken back.

An accepted statement becomes a claim of the case, with the passage, the offsets and the source row of its
article. A rejected one stays known as rejected, so that reading the article again does not ask twice. What a
person writes anew is read as a cell of the sheet ``claims`` is; the passage and where it stands are the
article's and nobody's to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import Any

from attrs import evolve

from sherd.claims.paraphrases import in_a_sentence
from sherd.errors import WrongCall
from sherd.model.articles import Article
from sherd.model.claims import Claim
from sherd.model.columns import Column, columns
from sherd.model.judgements import Judgement
from sherd.model.problems import Problem
from sherd.model.record import CaseRecord
from sherd.model.statements import ACTIONS, Statement, as_claim
from sherd.ports import Store
from sherd.record.cells import reader
from sherd.record.marks import unseen
from sherd.record.problems import BadCell
from sherd.services.bench import Decided, journal, withdraw_last
from sherd.services.press import source_row

METHOD = ("claims bench", "1")
KIND = "claim"
"""The kind of judgement that says what became of a proposed statement."""

PREFIX = "claims-bench:"
"""With which the id of a decision on a statement begins, before the statement's key."""

DECISIONS = ("accept", "edit", "reject")


FIXED = frozenset({"id", "source", "locator", "quote", "recorded_by", "release"})
"""What a statement brings along: where it stands and its words; who may see it is set in the case folder."""

EDITABLE: tuple[Column, ...] = tuple(column for column in columns(Claim) if column.name not in FIXED)
"""The columns of a claim that a person may write anew at the bench."""


def keys(article: Article, said: Iterable[Statement]) -> dict[str, Statement]:
    """The statements of an article by what a decision is about, in their order.

    A key is the article by its digest, the passage, what is said of it, and, where several say it there, who:
    the same however the statements are numbered.
    """
    found: dict[str, Statement] = {}
    for statement in said:
        at, action = statement.content, statement.prop.action
        key = f"{article.sha256[:16]}#{at.start}-{at.end}:{action}:{statement.polarity}"
        said_by = f"{key}:{statement.source.name}"
        again = (f"{said_by}:{number}" for number in count(2))
        found[next(each for each in chain((key, said_by), again) if each not in found)] = statement
    return found


def decided(record: CaseRecord) -> dict[str, str]:
    """What was decided on each statement so far, by its key."""
    return {each.subject: each.decision for each in record.judgements if each.kind_ == KIND}


def pending(record: CaseRecord, article: Article, said: Iterable[Statement]) -> dict[str, Statement]:
    """The statements on which nobody has decided, by their keys, in the order of the article.

    So are those of which the claim, as a person edited it, cannot stand (``spoilt``).
    """
    known = decided(record)
    again = {claim.id for claim in record.claims if claim.disorder is not None}
    return {
        key: statement
        for key, statement in keys(article, said).items()
        if key not in known or _claim_id(key) in again
    }


def written(column: Column, cell: str) -> Any:
    """What a person wrote for a column of a claim, as that column holds it; of nothing, None or no relays.

    Raises ``BadCell``, which says what to write instead.

    >>> written(next(each for each in EDITABLE if each.name == "said_from"), "2023-08").words
    '2023-08'
    """
    cell = cell.strip()
    if not cell:
        if column.required:
            raise BadCell("missing_value", "this column cannot be empty")
        return () if column.kind == "list" else None
    if found := unseen(cell):
        raise BadCell("control_character", f"it holds {found}, which no reader sees: delete it")
    if column.name == "action" and cell.upper() not in ACTIONS:
        raise BadCell("unknown_word", f"write one of {', '.join(sorted(ACTIONS))}")
    return cell.upper() if column.name == "action" else reader(column, Claim.kind)(cell)


SAYS = {"assert": "says", "deny": "denies", "urge": "urges", "concede": "admits"}
"""How a paraphrase of ours says each polarity of the record."""


def in_step(claim: Claim, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What has to follow from what a person wrote anew, where they did not write it themselves.

    Of what kind the speaker was, and for whom it spoke, is not said of another; a paraphrase of ours names
    who speaks and how.
    """
    found: dict[str, Any] = {}
    if changes.get("speaker", claim.speaker) != claim.speaker:
        found |= {"speaker_kind": None, "on_behalf_of": None}
    turned = changes.get("polarity", claim.polarity) != claim.polarity
    if claim.quote and (found or turned) and claim.paraphrase.endswith(f": {' '.join(claim.quote.split())}"):
        now = evolve(claim, **dict(changes))
        found["paraphrase"] = in_a_sentence(now.speaker, SAYS[now.polarity], claim.quote)
    return {
        name: value
        for name, value in found.items()
        if name not in changes and getattr(claim, name) not in {None, value}
    }


def disorder(claim: Claim, changes: Mapping[str, Any]) -> str | None:
    """What is wrong with the days of a claim as a person wrote it: an end before its beginning; else None."""
    wrong = evolve(claim, **dict(changes)).disorder
    return f"{wrong[0]}: {wrong[1]} ends before it begins" if wrong else None


def spoilt(record: CaseRecord) -> Iterator[Problem]:
    """The claims of which the days contradict each other, each with what corrects it.

    A sheet takes no such days; a decision at the bench of an earlier sherd did.
    """
    for claim in record.claims:
        if claim.disorder is None:
            continue
        column, read = claim.disorder
        do = f"it stands without these days: correct {claim.id} in claims.csv and record the case again"
        if decision_on(record, claim) is not None:
            article = (claim.locator or "").partition("#char=")[0]
            do = (
                "it stands without these days, and the review asks about it again: "
                f"sherd claims review {article} --case {record.case.id}"
            )
        yield Problem("invalid_row", f"claim {claim.id}", column=column, read=read, do=do)


def decision_on(record: CaseRecord, claim: Claim) -> Judgement | None:
    """The decision on a statement that made a claim; None where none did."""
    made = (each for each in record.judgements if each.kind_ == KIND and _claim_id(each.subject) == claim.id)
    return next(made, None)


def decide(
    store: Store,
    record: CaseRecord,
    article: Article,
    key: str,
    statement: Statement,
    decision: str,
    reason: str,
    by: str,
    at: str,
    changes: Mapping[str, Any] | None = None,
) -> Claim | None:
    """Journal a decision, and the claim that it makes; ``changes`` are columns that a person wrote anew.

    ``key`` is that of the statement among ``keys``.

    The source row of the article is recorded with it, unless the case has one: what it says stands.

    Raises ``ValueError`` for a decision that is none, or a column that no claim has; ``Overtaken`` where
    somebody has decided meanwhile: that decision stands, and nothing is written.
    """
    if decision not in DECISIONS:
        raise ValueError(f"{decision!r} is no decision: one of {', '.join(DECISIONS)}")
    judgement = Judgement(
        case=record.case.id,
        id=f"{PREFIX}{key}",
        subject=key,
        kind_=KIND,
        decision=decision,
        reason=reason,
        by=by,
        at=at,
    )
    source = evolve(source_row(article), case=record.case.id)
    claim = as_claim(statement, record.case.id, _claim_id(key), source.id, source.published)
    if wrong := disorder(claim, changes or {}):
        raise ValueError(wrong)
    claim = evolve(claim, **dict(changes or {}))

    def decided_now(now: CaseRecord) -> Decided:
        _check_open(now, key)
        if decision == "reject":
            return [*(("withdrawn", made) for made in _made(now, judgement)), ("judged", judgement)]
        known = any(each.id == source.id for each in now.sources)
        rows: Decided = [("recorded", claim), ("judged", judgement)]
        return rows if known else [("recorded", source), *rows]

    journal(store, record.case.id, METHOD, by, decided_now)
    return None if decision == "reject" else claim


class Overtaken(WrongCall):
    """Somebody else decided on the statement while it lay on the bench."""


def _check_open(now: CaseRecord, key: str) -> None:
    """Raises ``Overtaken`` where the case as it stands has a decision on the statement that can stand."""
    said = next((each for each in now.judgements if each.kind_ == KIND and each.subject == key), None)
    if said is not None and not any(claim.disorder for claim in _made(now, said)):
        what = (
            f"decided meanwhile by {said.by or 'somebody'} ({said.at[:16]}): {said.decision}, {said.reason}"
        )
        raise Overtaken(what, "That decision stands, and nothing was written.")


def standing(record: CaseRecord, key: str) -> Claim | None:
    """The claim that an earlier decision on the statement made, where it stands."""
    return next((claim for claim in record.claims if claim.id == _claim_id(key)), None)


def take_back(store: Store, record: CaseRecord, by: str) -> Judgement | None:
    """Withdraw the last decision of this person on a statement that stands, and the claim that it made.

    Returns it, or None where there is none. Raises ``StoreBusy``.
    """

    def own(judged: Judgement) -> bool:
        return judged.kind_ == KIND and judged.id.startswith(PREFIX) and judged.by == by

    return withdraw_last(store, record.case.id, METHOD, by, own, _made)


def _made(now: CaseRecord, judged: Judgement) -> list[Claim]:
    return [claim for claim in now.claims if claim.id == _claim_id(judged.subject)]


def _claim_id(key: str) -> str:
    """The id of the claim that a decision makes: one for each key.

    >>> _claim_id("8fbdb642a1b2c3d4#431-467:USE:deny")
    'A8fbdb642-431-467-use-deny'
    """
    digest, _, said = key.partition("#")
    parts = (part for word in said.split(":") if (part := "_".join(word.lower().split())) != "assert")
    return f"A{digest[:8]}-{'-'.join(parts)}"
