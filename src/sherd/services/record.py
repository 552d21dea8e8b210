"""Take a submission into the store: what is new is recorded, what changed supersedes, what is gone withdrawn.

Recording the same submission twice changes nothing. Batches are durable one by one, so that a run that was
stopped is taken up again by running it again. Two processes may record at once: the journal stays linear,
because each batch compares with what is current while it alone may write.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice, takewhile

from attrs import define, field, frozen

from sherd.errors import WrongCall
from sherd.journal.leaf import decode
from sherd.model.claims import Claim
from sherd.model.problems import Problem
from sherd.model.provenance import Source
from sherd.model.record import NOUNS, SHEETS
from sherd.model.release import Restricted, public_sources
from sherd.model.row import Row
from sherd.ports import Blobs, Change, Head, Progress, Store
from sherd.record.intake import Intake, take_in
from sherd.record.problems import all_noted
from sherd.record.sheet import Placed
from sherd.record.tree import Submission

PRESS = "press"
"""The case under which articles are kept until a case takes claims from them; no other case has this id."""

BATCH = 5000
"""Events under one checkpoint."""

CORRESPONDENCE = frozenset(["request", "step", "reply"])
"""Kinds of which a folder never takes the place of what was asked or answered since."""

WRITTEN_SINCE = CORRESPONDENCE | {"claim"}
"""Kinds of which a row stays that was written since, at a desk or bench, though a folder has its id too."""

METHOD = ("case folder", "1")
"""What a submission wrote, by name and version; rows of any other method are never withdrawn by one."""

UNCOUNTED = frozenset({"file", "raw_row", "problem"})
"""Kinds that a submission brings along; they are not rows of its sheets and are not counted as such."""

NOT_SUBMITTED = frozenset({"export", "edition", "step"})
"""Kinds that no submission holds, so that their absence from one withdraws nothing."""


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


def record(
    store: Store,
    blobs: Blobs,
    submission: Submission,
    by: str | None = None,
    progress: Progress = lambda _what, _done, _total: None,
    *,
    whole: bool = True,
) -> Recorded:
    """Take one submission into the store.

    ``whole`` says that it is all of its case, so that what it no longer holds is withdrawn. Raises
    ``WrongCall`` when it cannot be told which case it is or its id is that of the kept articles,
    ``StoreBusy`` when another process keeps the store.
    """
    elsewhere = _Elsewhere(store)
    intake = take_in(submission, elsewhere.knows)
    elsewhere.own = intake.case
    if intake.case == PRESS:
        raise WrongCall(
            f"the case id {PRESS!r} is kept for the articles that were read into the store",
            "Give the case another id (case.toml, key id); nothing was recorded.",
        )
    recording = Recording(store, intake.case, by, progress)
    recording.take(intake.rows)
    recording.take(_files(intake, blobs))
    recording.take(Placed(raw, raw.file, raw.row) for raw in intake.raw_rows)
    problems = (*intake.problems, *recording.kept)
    recording.take(Placed(noted, noted.file, noted.row) for noted in all_noted(problems, intake.case))
    recording.withdraw_the_rest(whole)
    problems = (*problems, *recording.stay)
    return Recorded(intake.case, **recording.counts, events=recording.events, problems=problems)


def _clash(placed: Placed) -> Problem:
    do = "It was written at the terminal since, and stays as it is. Give the row another id."
    return Problem("duplicate_id", placed.file, placed.spreadsheet_row, "id", placed.row.id, do)


def _rested(source: Row) -> Problem:
    do = (
        "A claim written since rests on it, so that it stays as it was last recorded; to take its grades "
        "back, give sources.csv its row without them."
    )
    return Problem("broken_reference", "sources.csv", column="id", read=source.id, do=do)


def _files(intake: Intake, blobs: Blobs) -> Iterator[Placed]:
    """Every file of the submission; its bytes are kept before its event is written."""
    for kept in intake.files():
        if not blobs.has(kept.file.sha256):
            blobs.put(kept.read())
        yield Placed(kept.file, kept.file.id)


def submitted(store: Store, seqs: Collection[int]) -> frozenset[int]:
    """Those of the events that a submission made; what a person decided since stands in no folder."""
    if not seqs:
        return frozenset()
    last = max(seqs)
    since = takewhile(lambda event: event.seq <= last, store.events(first=min(seqs)))
    return frozenset(
        event.seq for event in since if event.seq in seqs and decode(event.leaf).method.name == METHOD[0]
    )


@define
class _Elsewhere:
    """The ids that other cases hold, and those of this case that no folder brought."""

    store: Store
    own: str | None = None
    heads: dict[tuple[str, str], Mapping[str, Head]] = field(factory=dict)

    def knows(self, case: str, sheet: str, id_: str) -> bool:
        key = (case, sheet)
        if key not in self.heads:
            self.heads[key] = self.store.heads(case, SHEETS[sheet].kind)
        head = self.heads[key].get(id_)
        return head is not None and (case != self.own or not submitted(self.store, {head.seq}))


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
    restricted: Restricted = field(factory=Restricted)
    seen: dict[str, set[str]] = field(factory=dict)
    counts: dict[str, int] = field(
        factory=lambda: {"recorded": 0, "unchanged": 0, "superseded": 0, "withdrawn": 0}
    )
    events: int = 0
    stay: list[Problem] = field(factory=list)
    """Sources that the submission no longer holds, and that claims written since rest on."""
    kept: list[Problem] = field(factory=list)
    """Rows left out because what was asked or answered at the desk has their id."""
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

    def withdraw_the_rest(self, whole: bool) -> None:
        """Withdraw every current row that the submission no longer holds.

        A submission that is not ``whole`` says nothing of kinds of which it holds no row.
        """
        kinds = {noun.kind for noun in NOUNS} - NOT_SUBMITTED if whole else self.seen.keys() - {"file"}
        self._write(partial(self._vanished, kinds))

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
        seen = self.seen.setdefault(row.kind, set())
        if row.id in seen:  # written by an earlier batch of this very recording
            self._current.kinds.pop(row.kind, None)
        seen.add(row.id)
        head = self._current.of(row.kind).get(row.id)
        if head is not None and head.row == row:
            self._count("unchanged", row.kind)
            return None
        if head is not None and row.kind in WRITTEN_SINCE and not submitted(self.store, {head.seq}):
            self.kept.append(_clash(placed))
            return None
        verb = "recorded" if head is None else "superseded"
        self._count(verb, row.kind)
        where: dict[str, str | int] = {"file": placed.file}
        if placed.spreadsheet_row is not None:
            where["row"] = placed.spreadsheet_row
        parents = (head.leaf_hash,) if head else ()
        return self._made(verb, row, where, parents)

    def _made(
        self, verb: str, row: Row, where: Mapping[str, str | int] | None, parents: tuple[str, ...]
    ) -> Change:
        level, hides = self.restricted.owner(row), self.restricted.references(row)
        return Change(verb, row, METHOD, source=where, parents=parents, by=self.by, level=level, hides=hides)

    def _vanished(self, kinds: Collection[str]) -> list[Change]:
        for noun in NOUNS:
            if noun.kind in kinds:
                self.restricted.note(head.row for head in self._current.of(noun.kind).values())
        return [change for noun in reversed(NOUNS) if noun.kind in kinds for change in self._gone(noun.kind)]

    def _gone(self, kind: str) -> Iterator[Change]:
        kept = self.seen.get(kind, set())
        if kind == Source.kind and (resting := self._rested_on() - kept):
            named = resting & self._current.of(kind).keys()
            self.stay.extend(_rested(self._current.of(kind)[id_].row) for id_ in sorted(named))
            kept = kept | resting
        vanished = [head for id_, head in self._current.of(kind).items() if id_ not in kept]
        of_folder = submitted(self.store, {head.seq for head in vanished})
        for head in vanished:
            if head.seq in of_folder:
                self._count("withdrawn", kind)
                yield self._made("withdrawn", head.row, None, (head.leaf_hash,))

    def _rested_on(self) -> set[str]:
        """The sources on which claims rest that were written since, at a desk or bench."""
        heads = [head for head in self._current.of(Claim.kind).values() if head.row.source]
        of_folder = submitted(self.store, {head.seq for head in heads})
        return {str(head.row.source) for head in heads if head.seq not in of_folder}

    def _count(self, what: str, kind: str) -> None:
        if kind not in UNCOUNTED:
            self.counts[what] += 1

    def _note_sources(self, batch: list[Placed]) -> None:
        self.published |= public_sources(placed.row for placed in batch)
        self.restricted.note(placed.row for placed in batch)
