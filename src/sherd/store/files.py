"""Whether every file that the journal names lies there, byte for byte; files destroyed by law excepted."""

from __future__ import annotations

from attrs import define, field

from sherd.errors import SherdError
from sherd.journal.failures import Failure
from sherd.model.plain import Fields
from sherd.store.blobs import FileBlobs


@define
class FileAudit:
    """Gathers what the journal says of files, then looks at the files.

    A file that nothing names is no failure while its bytes belong to its name: a recording that was stopped
    between keeping a file and its event leaves one, and recording again takes it up.
    """

    blobs: FileBlobs
    _named: dict[str, tuple[int, str]] = field(factory=dict)
    _erased: dict[str, int] = field(factory=dict)

    def note(self, seq: int, id_: str, fields: Fields) -> None:
        """An event that names a file."""
        self._named[str(fields.get("sha256"))] = (seq, id_)

    def note_erased(self, seq: int, sha256: str) -> None:
        """An event that says a file was destroyed."""
        self._erased[sha256] = seq

    def finish(self, failures: list[Failure]) -> None:
        """Look at every file, and name those that do not hold."""
        there = set(self.blobs.all())
        for sha256 in sorted(self._named.keys() - there - self._erased.keys()):
            missing, id_ = self._named[sha256]
            failures.append(Failure(f"the file {sha256} is missing", missing, "files", id_, "sha256"))
        for sha256 in sorted(there):
            named: tuple[int | None, str] = self._named.get(sha256, (None, sha256))
            seq, id_ = named
            if sha256 in self._erased:
                what = f"the file {sha256} was to be destroyed and is still there"
                failures.append(Failure(what, self._erased[sha256], "files", id_, "sha256"))
            elif (found := self._digest(sha256)) != sha256:
                what = f"the file {sha256} does not hold the bytes that were kept: {found}"
                failures.append(Failure(what, seq, "files", id_, "sha256"))

    def _digest(self, sha256: str) -> str:
        try:
            return f"they now hash to {found}" if (found := self.blobs.digest(sha256)) != sha256 else sha256
        except SherdError as error:
            return error.what
