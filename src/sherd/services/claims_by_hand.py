"""A claim that somebody writes by hand, with a source and no text; and how a find bears on a claim.

What is written is read as a cell of the sheet ``claims`` is, and journaled at once with who wrote it. Written
again under its id, a claim is corrected: the columns that are given take the place of what stood there. So
is one that was taken from an article, but for its passage; one of the case folder is corrected in the folder.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from attrs import evolve

from sherd.errors import NotFound, WrongCall
from sherd.model.claims import WRITABLE, Claim
from sherd.model.columns import Column
from sherd.model.judgements import BEARS_ON, WITHDRAWAL, BearingDecision, Judgement
from sherd.model.record import CaseRecord
from sherd.ports import Store
from sherd.record.marks import unseen
from sherd.record.problems import BadCell
from sherd.services.bench import Decided, free_id, journal, rows_of
from sherd.services.claims_review import FIXED, decision_on, disorder, in_step, written
from sherd.services.record import submitted

METHOD = ("claims by hand", "1")
_ID = re.compile(r"(?!.*\.\.)\w(?:[\w.-]{0,98}\w)?")
"""An id that stands in addresses, in names of files and beside ``~`` and is taken for nothing else."""

BEFORE = "W"
"""With which the id of a claim begins that is written by hand and given none."""

JUDGED = "bears-on:"
"""With which the id of a judgement on a claim begins that is made at the terminal."""


def write(store: Store, case: str, cells: Mapping[str, str], by: str, id_: str | None = None) -> Claim:
    """Journal a claim, new or corrected; ``cells`` are what a person wrote, by the names of the columns.

    Raises ``WrongCall`` for a cell that its column cannot take, a column that must be filled and is not, a
    source that the case does not have, days in the wrong order, and an id that stands for another's claim.
    """
    _check_seen("the name of who writes", by)
    made: list[Claim] = []
    fields = {
        column.attribute: _cell(column, cells[column.name]) for column in WRITABLE if column.name in cells
    }

    def claim_now(now: CaseRecord) -> Decided:
        was = next((claim for claim in now.claims if claim.id == id_), None)
        if was is not None:
            _check_own(store, now, was, cells)
        elif id_ is not None:
            _check_free(now, id_)
        claim = _claim(now, was, fields, by, id_ or free_id(BEFORE, now.claims))
        made.append(claim)
        return [("recorded", claim)]

    journal(store, case, METHOD, by, claim_now)
    return made[-1]


def withdraw(store: Store, case: str, id_: str, reason: str, by: str, at: str) -> Claim:
    """Withdraw a claim that was written by hand, or taken from an article, with the decision that took it.

    Why is journaled as a judgement that as many may see as the claim. Raises ``NotFound``, or ``WrongCall``
    for a claim of the case folder, and where no reason is given.
    """
    _check_reason("a withdrawal", reason)
    _check_seen("the name of who withdraws", by)
    taken: list[Claim] = []

    def gone(now: CaseRecord) -> Decided:
        was = _known("claim", id_, now.claims)
        _check_own(store, now, was)
        taken.append(was)
        made_by = decision_on(now, was)
        before = f"{WITHDRAWAL}:{id_}:"
        why = Judgement(
            case=case,
            id=free_id(before, now.judgements),
            subject=id_,
            kind_=WITHDRAWAL,
            decision="withdrawn",
            reason=reason.strip(),
            by=by,
            at=at,
            release=was.release,
        )
        gone_now: Decided = [("withdrawn", row) for row in (was, made_by) if row is not None]
        return [*gone_now, ("judged", why)]

    journal(store, case, METHOD, by, gone)
    return taken[-1]


def judge(
    store: Store, case: str, claim: str, find: str, decision: BearingDecision, reason: str, by: str, at: str
) -> Judgement:
    """Journal how a find bears on a claim; judged again by the same person, the later judgement stands.

    Raises ``WrongCall`` where no reason is given, ``NotFound`` for a claim, or an item or component, that the
    case does not have.
    """
    if decision not in get_args(BearingDecision):
        raise ValueError(f"{decision!r} is no decision: one of {', '.join(get_args(BearingDecision))}")
    _check_reason("a judgement", reason)
    _check_seen("the name of who judges", by)
    made: list[Judgement] = []

    def judged(now: CaseRecord) -> Decided:
        _known("claim", claim, now.claims)
        _known("item or component", find, (*now.items, *now.components))
        subject = f"{claim}~{find}"
        before = f"{JUDGED}{subject}:"
        own = (j.id for j in now.judgements if j.id.startswith(before) and j.by == by)
        id_ = next(own, None) or free_id(before, now.judgements)
        made.append(
            Judgement(
                case=case,
                id=id_,
                subject=subject,
                kind_=BEARS_ON,
                decision=decision,
                reason=reason,
                by=by,
                at=at,
            )
        )
        return [("judged", made[-1])]

    journal(store, case, METHOD, by, judged)
    return made[-1]


def _check_reason(what: str, reason: str) -> None:
    if not reason.strip():
        raise WrongCall(f"{what} says why", "Give the reason in words.")
    _check_seen("the reason", reason)


def _check_seen(what: str, words: str) -> None:
    """Raises ``WrongCall`` for words with characters that no reader sees."""
    if found := unseen(words):
        raise WrongCall(f"{what} holds {found}, which no reader sees", "Delete it, or type it again.")


def _check_free(now: CaseRecord, id_: str) -> None:
    """Raises ``WrongCall`` for an id that is none, or that a row of another sheet has."""
    if not _ID.fullmatch(id_):
        do = "Write letters and digits, with - _ or . between, 100 at most, as W7; or leave --id out."
        raise WrongCall(f"{id_!r} can be no id of a claim", do)
    other = next((row for row in rows_of(now) if row.id == id_), None)
    if other is not None:
        do = "Give the claim another id, or leave --id out."
        raise WrongCall(f"{id_!r} is the id of a row in {other.sheet}, and no claim", do)


def _cell(column: Column, cell: str) -> Any:
    try:
        return written(column, cell)
    except BadCell as bad:
        raise WrongCall(f"{column.name} cannot be {cell!r}", f"{bad.do[:1].upper()}{bad.do[1:]}.") from None


def _claim(now: CaseRecord, was: Claim | None, fields: Mapping[str, Any], by: str, id_: str) -> Claim:
    missing = [c.name for c in WRITABLE if c.required and c.attribute not in fields] if was is None else []
    source = fields.get("source") or (was.source if was else None)
    if source is None:
        missing.append("source")
    if missing:
        do = "Give each; the source is the id of a row in sources."
        raise WrongCall(f"a claim needs {', '.join(missing)}", do)
    _known("source", str(source), now.sources)
    claim = (
        evolve(was, **fields, **in_step(was, fields)) if was else Claim(case=now.case.id, id=id_, **fields)
    )
    claim = evolve(claim, recorded_by=by)
    if wrong := disorder(claim, {}):
        raise WrongCall(wrong, "Write the earlier day first.")
    return claim


def _known(what: str, id_: str, rows: Sequence[Any]) -> Any:
    """The row of that id. Raises ``NotFound`` that names those that come near."""
    found = next((row for row in rows if row.id == id_), None)
    if found is None:
        near = get_close_matches(id_, [row.id for row in rows], 5, 0.5)
        do = f"Perhaps {', '.join(near)}." if near else f"The case has {len(rows)} to name one of."
        raise NotFound(f"the case has no {what} {id_!r}", do)
    return found


def _check_own(store: Store, now: CaseRecord, claim: Claim, cells: Collection[str] = ()) -> None:
    """Raises ``WrongCall`` for a claim of the case folder, and for the passage of one from an article."""
    head = store.heads(now.case.id, Claim.kind)[claim.id]
    if submitted(store, {head.seq}):
        do = "Correct it in claims.csv, and record the case again."
        raise WrongCall(f"claim {claim.id!r} stands in the case folder", do)
    fixed = [name for name in cells if name in FIXED - {"release"}]
    if fixed and decision_on(now, claim) is not None:
        what = f"claim {claim.id!r} was taken from an article, whose {', '.join(fixed)} is nobody's to change"
        raise WrongCall(what, "Leave that out, or write a claim of your own.")
