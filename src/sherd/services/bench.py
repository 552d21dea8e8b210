"""The bench: what a person decides is journaled on the case as it stands, while nobody else writes to it.

Readings of markings, statements of articles, trace requests and replies are all written here, by one rule:
deciding anew supersedes, taking back withdraws, saying the same again changes nothing, and what belongs to a
restricted row of the case is as restricted as that row is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count

from attrs import define, field, fields, frozen

from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.release import Restricted, public_sources
from sherd.model.row import Row
from sherd.ports import Blobs, Change, Head, Store

Decided = Sequence[tuple[str, Row]]
"""Rows, each with the verb under which it is journaled where the case does not hold it yet."""

Decide = Callable[[CaseRecord], Decided]
Method = tuple[str, str]


@frozen
class Bench:
    """A case on the table: its store, what it holds, who sits there and when."""

    store: Store
    blobs: Blobs
    case: str
    at: datetime
    by: str | None = None

    @property
    def record(self) -> CaseRecord:
        """The case as it stands now."""
        return self.store.load(self.case)

    @property
    def today(self) -> date:
        """The day on which it is."""
        return self.at.date()

    def take(self, method: Method, decide: Decide) -> None:
        """Journal rows with their verbs, as ``journal`` does."""
        journal(self.store, self.case, method, self.by, decide)


def journal(store: Store, case: str, method: Method, by: str | None, decide: Decide) -> None:
    """Journal what ``decide`` makes of the case as it stands once this process alone may write.

    Whatever ``decide`` raises leaves the journal as it was. Raises ``StoreBusy``, ``NotFound`` for the case.
    """
    with store.writing() as writing:
        record = store.load(case)
        decided = decide(record)
        journaling = _Journaling(store, case, method, by)
        journaling.restricted.note(rows_of(record))
        journaling.restricted.note(row for _, row in decided)
        changes = [journaling.change(verb, row) for verb, row in decided if not journaling.holds(verb, row)]
        if changes:
            writing.append(changes, public_sources([*record.sources, *(row for _, row in decided)]))


def withdraw_last(
    store: Store,
    case: str,
    method: Method,
    by: str | None,
    fits: Callable[[Judgement], bool],
    made: Callable[[CaseRecord, Judgement], Sequence[Row]] = lambda now, taken: (),
) -> Judgement | None:
    """Withdraw the latest judgement that stands and ``fits``, with the rows that it ``made``.

    Returns it, or None where there is none. Raises ``StoreBusy``.
    """
    taken: list[Judgement] = []

    def last(now: CaseRecord) -> Decided:
        heads = store.heads(case, Judgement.kind).values()
        fitting = [
            (head.seq, head.row) for head in heads if isinstance(head.row, Judgement) and fits(head.row)
        ]
        if not fitting:
            return []
        _, judged = max(fitting, key=lambda each: each[0])
        taken.append(judged)
        return [("withdrawn", row) for row in (*made(now, judged), judged)]

    journal(store, case, method, by, last)
    return taken[0] if taken else None


def free_id(before: str, rows: Sequence[Row]) -> str:
    """The first number behind ``before`` that no row has as its id."""
    taken = {row.id for row in rows}
    return next(id_ for n in count(1) if (id_ := f"{before}{n}") not in taken)


def rows_of(record: CaseRecord) -> Iterator[Row]:
    """Every row of every sheet of a case, but for the case itself."""
    sheets = (sheet.name for sheet in fields(CaseRecord) if sheet.name != "case")
    return (row for sheet in sheets for row in getattr(record, sheet))


@define
class _Journaling:
    """What stands in the case beside the rows that are written."""

    store: Store
    case: str
    method: Method
    by: str | None
    restricted: Restricted = field(factory=Restricted)
    heads: dict[str, Mapping[str, Head]] = field(factory=dict)

    def change(self, verb: str, row: Row) -> Change:
        head = self._head(row)
        return Change(
            "superseded" if head and verb != "withdrawn" else verb,
            row,
            self.method,
            parents=(head.leaf_hash,) if head else (),
            by=self.by,
            level=self.restricted.owner(row),
            hides=self.restricted.references(row),
        )

    def holds(self, verb: str, row: Row) -> bool:
        """Whether the case says the same already, so that there is nothing to write."""
        head = self._head(row)
        return verb != "withdrawn" and head is not None and head.row == row

    def _head(self, row: Row) -> Head | None:
        if row.kind not in self.heads:
            self.heads[row.kind] = self.store.heads(self.case, row.kind)
        return self.heads[row.kind].get(row.id)
