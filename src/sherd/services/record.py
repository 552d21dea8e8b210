"""Take a submission into the store: what is new is recorded, what changed supersedes, what is gone withdrawn.

Recording the same submission twice changes nothing. Batches are durable one by one, so that a run that was
stopped is taken up again by running it again. Two processes may record at once: the journal stays linear,
because each batch compares with what is current while it alone may write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from attrs import define, field, frozen

from sherd.model.problems import Problem
from sherd.model.record import NOUNS
from sherd.model.release import public_sources
from sherd.model.row import Row
from sherd.ports import Change, Head, Store

BATCH = 5000
"""Events under one checkpoint."""

METHOD = ("case folder", "1")

UNCOUNTED = frozenset({"file", "raw_row", "problem"})
"""Kinds that a submission brings along; they are not rows of its sheets and are not counted as such."""

NOT_SUBMITTED = frozenset({"export"})
"""Kinds that no submission holds, so that their absence from one withdraws nothing."""

Progress = Callable[[str, int, int | None], None]


@frozen
class Placed:
    """A row and where it stood."""

    row: Row
    file: str
    line: int | None = None


@frozen
class Recorded:
    """What recording a submission did, in rows of its sheets."""

    case: str
    recorded: int
    unchanged: int
    superseded: int
    withdrawn: int
    events: int
    problems: tuple[Problem, ...]


@define
class _Current:
    """The case's current rows, read again whenever another process has written since."""

    store: Store
    case: str
    size: int = -1
    kinds: dict[str, Mapping[str, Head]] = field(factory=dict)

    def of(self, kind: str) -> Mapping[str, Head]:
        if kind not in self.kinds:
            self.kinds[kind] = self.store.heads(self.case, kind)
        return self.kinds[kind]

    def seen_at(self, size: int) -> None:
        if size != self.size:
            self.kinds.clear()
        self.size = size


@define
class Recording:
    """One submission on its way into the store."""

    store: Store
    case: str
    by: str | None = None
    progress: Progress = lambda _what, _done, _total: None
    published: frozenset[str] = frozenset()
    seen: dict[str, set[str]] = field(factory=dict)
    counts: dict[str, int] = field(
        factory=lambda: {"recorded": 0, "unchanged": 0, "superseded": 0, "withdrawn": 0}
    )
    events: int = 0
    _current: _Current = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._current = _Current(self.store, self.case)

    def take(self, rows: Iterable[Placed]) -> None:
        """Record rows in batches, each durable when the next begins."""
        pending = iter(rows)
        while batch := list(islice(pending, BATCH)):
            self._note_sources(batch)
            self._write(partial(self._changes, batch))
            self.progress("recording", sum(map(len, self.seen.values())), None)

    def withdraw_the_rest(self) -> None:
        """Withdraw every current row of the case that the submission no longer holds."""
        self._write(self._vanished)

    def _write(self, changes_now: Callable[[], list[Change]]) -> None:
        """Compare and append while nobody else may write; our own rows come once and need no second look."""
        with self.store.writing() as writing:
            self._current.seen_at(writing.size)
            if changes := changes_now():
                self._current.size = writing.size + writing.append(changes, self.published)
                self.events += len(changes)

    def _changes(self, batch: list[Placed]) -> list[Change]:
        return [change for placed in batch if (change := self._change(placed)) is not None]

    def _change(self, placed: Placed) -> Change | None:
        row = placed.row
        self.seen.setdefault(row.kind, set()).add(row.id)
        head = self._current.of(row.kind).get(row.id)
        if head is not None and head.row == row:
            self._count("unchanged", row.kind)
            return None
        verb = "recorded" if head is None else "superseded"
        self._count(verb, row.kind)
        where: dict[str, str | int] = {"file": placed.file}
        if placed.line is not None:
            where["row"] = placed.line
        parents = (head.leaf_hash,) if head else ()
        return Change(verb, row, METHOD, source=where, parents=parents, by=self.by)

    def _vanished(self) -> list[Change]:
        return list(self._no_longer_held())

    def _no_longer_held(self) -> Iterator[Change]:
        for noun in reversed(NOUNS):
            if noun.kind in NOT_SUBMITTED:
                continue
            kept = self.seen.get(noun.kind, set())
            for id_, head in self._current.of(noun.kind).items():
                if id_ not in kept:
                    self._count("withdrawn", noun.kind)
                    yield Change("withdrawn", head.row, METHOD, parents=(head.leaf_hash,), by=self.by)

    def _count(self, what: str, kind: str) -> None:
        if kind not in UNCOUNTED:
            self.counts[what] += 1

    def _note_sources(self, batch: list[Placed]) -> None:
        self.published |= public_sources(placed.row for placed in batch)
