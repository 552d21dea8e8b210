"""Take the files of outside reference data from where they lie; links and devices are never followed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from sherd.errors import EdgeFailed, NotFound, Refused

LARGEST = 2 << 30
"""Bytes of one file; a larger one is refused before it is read."""


def names(path: Path) -> dict[str, Path]:
    """Every regular file of a folder by its path inside it, or the one file that is named.

    Raises ``NotFound`` for what is not there, ``EdgeFailed`` for a folder that cannot be read.
    """
    if path.is_file():
        return {path.name: path}
    if not path.is_dir():
        raise NotFound(f"{path} is not there", "Check the path.")
    try:
        return dict(sorted(_below(path, "")))
    except OSError as error:
        raise EdgeFailed(
            f"{error.filename or path} cannot be read: {error.strerror}", "Check who owns it."
        ) from None


def contents(files: dict[str, Path], keeps: Callable[[str], bool]) -> dict[str, bytes]:
    """The bytes of the files that are kept. Raises ``Refused`` for one too large, ``EdgeFailed``."""
    return {name: _bytes(path) for name, path in files.items() if keeps(name)}


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as found:
        for each in found:
            if each.name.startswith("."):
                continue
            if each.is_dir(follow_symlinks=False):
                yield from _below(folder / each.name, f"{prefix}{each.name}/")
            elif each.is_file(follow_symlinks=False):
                yield f"{prefix}{each.name}", folder / each.name


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(
                f"{path} holds {size:,} bytes, more than {LARGEST:,}", "Split it into several files."
            )
        return path.read_bytes()
    except OSError as error:
        raise EdgeFailed(f"{path} cannot be read: {error.strerror}", "Check who owns it.") from None
