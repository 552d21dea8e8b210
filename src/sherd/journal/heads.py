"""The signed heads of the journal in order: can they be read, who signed them, which log do they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from sherd.journal import note
from sherd.journal.checkpoint import Checkpoint, CheckpointError
from sherd.journal.failures import Failure
from sherd.journal.note import Note, NoteError, NotSignedByKey, Verifier, WrongSignature


@frozen
class Head:
    """A checkpoint read from its note; ``trusted`` unless a key is known that did not sign it."""

    note: str
    checkpoint: Checkpoint
    trusted: bool


class Heads:
    """Checkpoints in the order of their sizes, each checked by itself: form, log and signature.

    What another key signed is told once, with the first such row, and counted.
    """

    def __init__(
        self, rows: Iterable[tuple[int, str]], key: Verifier | None, failures: list[Failure]
    ) -> None:
        self._rows = rows
        self._key = key
        self._failures = failures
        self._origin = key.name if key else None
        self._strangers = 0
        self._reached = 0

    def __iter__(self) -> Iterator[Head]:
        for size, text in self._rows:
            parsed = self._parse(size, text)
            if parsed is not None and self._is_in_place(size, parsed[1]):
                yield from self._signed(text, *parsed)

    def finish(self) -> None:
        """Tell how many more checkpoints another key signed."""
        if self._strangers > 1:
            self._fail(f"{self._strangers - 1} more checkpoints are signed with another key", None)

    def _parse(self, size: int, text: str) -> tuple[Note, Checkpoint] | None:
        try:
            parsed = note.parse(text)
            return parsed, Checkpoint.parse(parsed.text)
        except (NoteError, CheckpointError) as error:
            self._fail(f"the checkpoint over {size} events cannot be read: {error}", size)
            return None

    def _is_in_place(self, size: int, checkpoint: Checkpoint) -> bool:
        self._origin = self._origin or checkpoint.origin
        if checkpoint.size != size:
            self._fail(f"a checkpoint over {checkpoint.size} events stands at {size}", size, "size")
        elif size < self._reached:
            self._fail(f"a checkpoint over {size} events stands after one over {self._reached}", size, "size")
        elif checkpoint.origin != self._origin:
            self._fail(f"the checkpoint over {size} events is of another log: {checkpoint.origin}", size)
        else:
            self._reached = size
            return True
        return False

    def _signed(self, text: str, parsed: Note, checkpoint: Checkpoint) -> Iterator[Head]:
        size = checkpoint.size
        try:
            if self._key is not None:
                note.check(parsed, self._key)
            yield Head(text, checkpoint, trusted=True)
        except WrongSignature as error:
            self._fail(f"the checkpoint over {size} events was altered: {error}", size)
        except NotSignedByKey as error:
            self._strangers += 1
            if self._strangers == 1:
                self._fail(f"the checkpoint over {size} events is signed with another key: {error}", size)
            yield Head(text, checkpoint, trusted=False)

    def _fail(self, what: str, size: int | None, column: str = "note") -> None:
        self._failures.append(Failure(what, None, "checkpoints", size, column))
