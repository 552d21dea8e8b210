"""What the use-cases need of the world, and nothing more: a store, a place for files, a clock.

Implementations live at the edge and are picked in ``bootstrap`` alone. One contract suite runs against
every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from attrs import frozen

from sherd.model.record import CaseRecord
from sherd.model.row import Row

Clock = Callable[[], datetime]
"""Tells the instant, with its UTC offset."""

Progress = Callable[[str, int, int | None], None]


def quiet(_what: str, _done: int, _total: int | None) -> None:
    """Tell nobody how far it is."""


"""Is told what is done, how much of it so far, and of how much where that is known."""


@frozen
class Change:
    """One event to be: what happened to a row, how it was made, where it stood, which event it replaces.

    ``level`` is the release level of the restricted row to which this one belongs, ``hides`` the columns that
    name restricted rows, each with its level.
    """

    verb: str
    row: Row
    method: tuple[str, str]
    source: Mapping[str, str | int] | None = None
    parents: tuple[str, ...] = ()
    by: str | None = None
    level: str = "public"
    hides: tuple[tuple[str, str], ...] = ()


@frozen
class Head:
    """The current version of a row: the event that wrote it and that event's leaf hash in hex."""

    seq: int
    leaf_hash: str
    row: Row


@frozen
class StoredEvent:
    """One event as it lies in the journal. ``id`` is None where the row is withheld and destroyed."""

    seq: int
    leaf: bytes
    hash: bytes
    verb: str
    kind: str
    case: str
    id: str | None
    at: str


@frozen
class StoredDisclosure:
    """A withheld value beside the journal; ``text`` is None when it was lawfully destroyed."""

    seq: int
    digest: str
    level: str
    text: str | None


class Model(Protocol):
    """A language model that the user has set up. What it answers is a proposal, never a fact."""

    @property
    def name(self) -> str:
        """The model, as its maker calls it."""

    def answer(self, system: str, user: str) -> str:
        """What it answers. Raises :class:`~sherd.errors.ModelFailed`."""


class Writing(Protocol):
    """The store while this process alone may write to it."""

    @property
    def size(self) -> int:
        """Number of events in the journal before this batch."""

    def append(self, changes: Sequence[Change], published: frozenset[str]) -> int:
        """Add events; they become durable, under one signed checkpoint, when the context ends.

        ``published`` holds the ids of the case's published sources. Returns the number added.
        """


class Store(Protocol):
    """The journal and its projection."""

    def writing(self) -> AbstractContextManager[Writing]:
        """Take the store for one batch. Raises ``StoreBusy`` when another process keeps it."""

    def size(self) -> int:
        """Number of committed events."""

    def cases(self) -> tuple[str, ...]:
        """The ids of all cases, sorted."""

    def load(self, case: str) -> CaseRecord:
        """A case as it stands. Raises :class:`~sherd.errors.NotFound`."""

    def heads(self, case: str, kind: str) -> Mapping[str, Head]:
        """The current rows of one kind, by id."""

    def events(self, first: int = 0, verbs: Sequence[str] = ()) -> Iterator[StoredEvent]:
        """Events in order from ``first``, of some verbs or of all."""

    def disclosures(self, first: int = 0) -> Iterator[StoredDisclosure]:
        """Disclosures in the order of their events."""

    def hashes(self, height: int, first: int, count: int) -> Sequence[bytes]:
        """Kept tree hashes: leaf hashes at height 0, subtree roots at heights 4, 8, 12, …"""

    def checkpoints(self) -> tuple[str, ...]:
        """Every signed checkpoint note, oldest first."""

    def verifier(self) -> str:
        """The verifier key text of the key that signs this store's checkpoints."""

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Make every projected table anew from leaves and disclosures. Returns the number of events read."""

    def destroy(
        self, digests: Iterable[str], *, files: Iterable[str] = (), reason: str, by: str | None = None
    ) -> frozenset[str]:
        """Destroy withheld values, by digest, and public files, by SHA-256, for good; journal that and why.

        Returns the SHA-256 of every file that is to be deleted now. Raises :class:`~sherd.errors.NotFound`.
        """

    def close(self) -> None:
        """Let go of the database."""


class Blobs(Protocol):
    """Files by the SHA-256 of their bytes; either the whole file is there or none of it."""

    def put(self, content: bytes) -> str:
        """Keep the bytes; returns their SHA-256 in hex."""

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises :class:`~sherd.errors.NotFound`."""

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there."""

    def all(self) -> Iterable[str]:
        """The SHA-256 of every file kept, sorted."""


@frozen
class Batch:
    """Rows of shipments that follow each other: their texts, and the cells of each fact that was asked."""

    first: int
    texts: Sequence[str]
    facts: Mapping[str, Sequence[str]]


@frozen(eq=False)
class Piece:
    """Rows of a key table that follow each other, and the keys of their windows with the row of each.

    ``columns`` are the text, day, HS code and corridor of each row; keys and rows are arrays of integers.
    """

    first: int
    columns: tuple[Sequence[str], ...]
    keys: Any
    rows: Any


class Tables(Protocol):
    """Bulk tables, on one machine or on many: plain equality joins over whole numbers, the same on each."""

    def open(self, name: str, files: Sequence[Path]) -> None:
        """Know Parquet files as one table."""

    def give(self, name: str, column: str, numbers: Sequence[int]) -> None:
        """Know whole numbers as a table of one column."""

    def ask(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in the SQL that every engine speaks: joins by ``=``, no functions on text."""

    def close(self) -> None:
        """Let go of the engine."""
