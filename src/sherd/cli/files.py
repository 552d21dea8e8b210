"""Write output files so that a reader finds either the whole file or none of it."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sherd.errors import DiskFull, EdgeFailed, WrongCall

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write(path: Path, content: bytes) -> None:
    """Write beside the target and move into place.

    Raises ``WrongCall`` when there can be no such folder, ``DiskFull`` or ``EdgeFailed`` when the disk fails.
    """
    path = place(path)
    with naming_faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _move_into_place(path, content)


def place(path: Path) -> Path:
    """Where a file called ``path`` comes to lie: a link stays, and the file that it names is written.

    Raises ``WrongCall`` where a device or a pipe stands there: moving a file into its place would destroy it.
    """
    lies = Path(os.path.realpath(path)) if path.is_symlink() else path
    if lies.exists() and not lies.is_file() and not lies.is_dir():
        raise WrongCall(f"{path} is a device or a pipe", "Choose another --out: a file.")
    return lies


@contextmanager
def naming_faults(path: Path) -> Iterator[None]:
    """What keeps ``path`` from being written, by name and with what to do.

    Raises ``WrongCall`` when there can be no such file, ``DiskFull`` or ``EdgeFailed`` when the disk fails.
    """
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise WrongCall(f"{path.parent} is not a folder", "Choose another --out.") from None
    except IsADirectoryError:
        raise WrongCall(f"{path} is a folder", "Choose another --out, or move it away.") from None
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(f"No room left to write {path}", "Free some, or choose another --out.") from None
        why = error.strerror or str(error)
        raise EdgeFailed(f"{path} cannot be written: {why}", "Choose another --out.") from None


def _move_into_place(path: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".sherd.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:  # a Ctrl-C may come when it has just been moved
        Path(beside).unlink(missing_ok=True)
        raise


def may_replace(folder: Path) -> None:
    """Whether a bundle may be written to ``folder``: it is new, empty or a bundle. Raises ``WrongCall``."""
    if (
        folder.exists()
        and not (folder / "bagit.txt").is_file()
        and (folder.is_file() or any(folder.iterdir()))
    ):
        raise WrongCall(f"{folder} is there and is no bundle", "Choose another --out, or move it away.")


def leave_only(folder: Path, written: Collection[Path]) -> None:
    """Remove from a bundle what an earlier one left in it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in written:
            path.unlink()
