"""Keep files by the SHA-256 of their bytes: the whole file or none, whenever the power fails."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path

from attrs import frozen

from sherd.errors import DiskFull, EdgeFailed, NotFound, StoreDamaged
from sherd.store.keys import fsync_folder

_NAME = re.compile(r"[0-9a-f]{64}")


@frozen
class FileBlobs:
    """Files under ``folder/ab/<sha256>``, original bytes untouched."""

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep the bytes; returns their SHA-256 in hex. Raises ``DiskFull``."""
        name = sha256(content).hexdigest()
        path = self._path(name)
        if not (path.is_file() and self.digest(name) == name):
            with self._naming_faults(path):
                self._write(path, content)
        return name

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises ``NotFound``, or ``StoreDamaged`` where they are no longer those kept."""
        path = self._path(sha256)
        with self._naming_faults(path):
            content = path.read_bytes()
        if _hash(content) != sha256:
            raise StoreDamaged(f"The file {path} is not the one that was kept", "Restore it from a copy.")
        return content

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there."""
        return self._path(sha256).is_file()

    def all(self) -> tuple[str, ...]:
        """The SHA-256 of every file kept, sorted."""
        found = self.folder.glob("[0-9a-f][0-9a-f]/*")
        return tuple(sorted(path.name for path in found if _NAME.fullmatch(path.name)))

    def digest(self, name: str) -> str:
        """The SHA-256 of the bytes that now lie under a name. Raises ``NotFound``."""
        path = self._path(name)
        with self._naming_faults(path), path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def remove(self, sha256: str) -> None:
        """Delete the bytes for good; nothing happens where they are not there."""
        path = self._path(sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            fsync_folder(path.parent)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a SHA-256 in 64 hex digits")
        return self.folder / name[:2] / name

    def _write(self, path: Path, content: bytes) -> None:
        made = [folder for folder in (path.parent, self.folder) if not folder.is_dir()]
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        for folder in (path.parent, *(folder.parent for folder in made)):
            fsync_folder(folder)

    @contextmanager
    def _naming_faults(self, path: Path) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise NotFound(f"The file {path} is not there", "Restore it from a copy.") from error
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise DiskFull(
                    f"No room left for files in {self.folder}", "Free some space, then go on."
                ) from error
            raise EdgeFailed(
                f"The file {path} cannot be used: {error.strerror}", "Check who owns it."
            ) from error


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
