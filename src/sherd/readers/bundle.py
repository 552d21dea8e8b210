"""A bundle on disk as files: paths and bytes. Nothing outside its folder is ever read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from sherd.errors import NotFound, Refused


@frozen
class BundleFolder:
    """The files of a bundle, by their path inside it with forward slashes."""

    root: Path

    @classmethod
    def at(cls, path: Path) -> BundleFolder:
        """The bundle in a folder. Raises ``NotFound`` where there is none."""
        if not (path / "bagit.txt").is_file():
            raise NotFound(f"{path} is no bundle: it holds no bagit.txt", "Name the folder of the bundle.")
        return cls(path)

    def names(self) -> Iterator[str]:
        """Every file in the bundle. Raises ``Refused`` for a link, which could lead out of it."""
        for folder, folders, files in os.walk(self.root):
            for name in sorted([*folders, *files]):
                path = Path(folder, name)
                if path.is_symlink() or not (path.is_dir() or path.is_file()):
                    raise Refused(f"{path} is a link or no plain file", "A bundle holds plain files only.")
                if path.is_file():
                    yield path.relative_to(self.root).as_posix()

    def read(self, name: str) -> bytes:
        """The bytes of one file."""
        return (self.root / name).read_bytes()
