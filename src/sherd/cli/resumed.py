"""An output file that grows in durable steps, so that a long run that was stopped is taken up where it was.

Until the end it is called ``OUT.part``, and ``OUT.part.json`` says how much of it is sound: how many rows of
the input are answered, in how many bytes, and a stamp of everything that the answers depend on. What was
written after the last sound step is cut off, so that no row is there twice and none is missing; with another
stamp the work begins anew.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from attrs import define, field

from sherd.cli.files import naming_faults, place, write
from sherd.errors import StoreBusy


@define
class Resumed:
    """The file on its way. ``rows`` is how many rows of the input are answered in it."""

    out: Path
    stamp: str
    rows: int = 0
    _file: BinaryIO = field(init=False, repr=False)

    @property
    def part(self) -> Path:
        """Where the rows lie until all are there."""
        return self.out.with_name(f"{self.out.name}.part")

    @property
    def _state(self) -> Path:
        return self.out.with_name(f"{self.out.name}.part.json")

    def add(self, content: bytes, rows: int) -> None:
        """Add the answers to ``rows`` more rows of the input; they are durable afterwards."""
        with naming_faults(self.out):
            self._file.write(content)
            self._file.flush()
            os.fsync(self._file.fileno())
        self.rows += rows
        self._note()

    def _note(self) -> None:
        state = {"stamp": self.stamp, "rows": self.rows, "bytes": self._file.tell()}
        write(self._state, json.dumps(state).encode())

    def _begin(self, header: bytes) -> None:
        """Cut off what is not sound; with nothing sound, begin with the header."""
        rows, sound = self._sound()
        self._file.seek(sound)
        self._file.truncate()
        self.rows = rows
        if not sound:
            self.add(header, 0)

    def _sound(self) -> tuple[int, int]:
        try:
            state = json.loads(self._state.read_bytes())
            rows, sound = int(state["rows"]), int(state["bytes"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0, 0
        whole = self._file.seek(0, os.SEEK_END) >= sound > 0 <= rows
        return (rows, sound) if whole and state["stamp"] == self.stamp else (0, 0)

    def finish(self) -> None:
        """All rows are there: move the file to its place."""
        with naming_faults(self.out):
            self.part.replace(self.out)
            self._state.unlink(missing_ok=True)


@contextmanager
def resumed(out: Path, stamp: str, header: bytes) -> Iterator[Resumed]:
    """Open the output, as far as it got; the caller ends with ``finish``.

    Raises ``WrongCall`` where ``out`` is a folder or a device or lies in no folder, ``StoreBusy`` where
    another process is writing it, ``DiskFull`` or ``EdgeFailed`` where the disk fails.
    """
    growing = Resumed(place(out), stamp)
    with naming_faults(out):
        if out.is_dir():
            raise IsADirectoryError(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(growing.part, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreBusy(
                f"Another process is writing {out}", "Wait for it, or choose another --out."
            ) from None
        growing._file = file
        growing._begin(header)
        yield growing
    finally:
        with naming_faults(out):  # what a full disk did not take is tried once more when the file is closed
            file.close()
