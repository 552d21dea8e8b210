from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from sherd.errors import DiskFull, NotFound, StoreDamaged
from sherd.store.blobs import FileBlobs

PHOTO = b"\xff\xd8 a photograph"
NAME = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> FileBlobs:
    return FileBlobs(tmp_path / "s.files")


def test_a_file_is_kept_as_it_came_under_its_hash(blobs: FileBlobs) -> None:
    assert (blobs.put(PHOTO), blobs.put(PHOTO)) == (NAME, NAME)
    assert (blobs.folder / NAME[:2] / NAME).read_bytes() == PHOTO
    assert (blobs.get(NAME), blobs.has(NAME), blobs.all()) == (PHOTO, True, (NAME,))


def test_a_file_that_is_not_there_is_not_found(blobs: FileBlobs) -> None:
    assert (blobs.has(NAME), blobs.all()) == (False, ())
    with pytest.raises(NotFound, match=NAME):
        blobs.get(NAME)


def test_an_altered_file_is_not_handed_out(blobs: FileBlobs) -> None:
    blobs.put(PHOTO)
    (blobs.folder / NAME[:2] / NAME).write_bytes(b"another")
    with pytest.raises(StoreDamaged, match="not the one that was kept"):
        blobs.get(NAME)


def test_keeping_an_altered_file_again_mends_it(blobs: FileBlobs) -> None:
    blobs.put(PHOTO)
    (blobs.folder / NAME[:2] / NAME).write_bytes(b"another")
    blobs.put(PHOTO)
    assert blobs.get(NAME) == PHOTO


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_no_part_of_a_file(
    blobs: FileBlobs, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fails)
    with pytest.raises(DiskFull, match="No room"):
        blobs.put(PHOTO)
    assert (blobs.all(), blobs.has(NAME)) == ((), False)
    assert [path for path in blobs.folder.rglob("*") if path.is_file()] == []


def test_bytes_reach_the_disk_before_their_name_and_the_name_before_it_is_told(
    blobs: FileBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noting_fsync(handle: int) -> None:
        done.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")
        fsync(handle)

    def noting_replace(self: Path, target: Path) -> Path:
        done.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(Path, "replace", noting_replace)
    blobs.put(PHOTO)
    assert done == ["file", "name", "folder", "folder", "folder"]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", NAME.upper(), NAME[:-1], NAME + "0"])
def test_only_a_hash_names_a_file(blobs: FileBlobs, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        blobs.get(name)


def test_a_removed_file_is_gone(blobs: FileBlobs) -> None:
    blobs.put(PHOTO)
    blobs.remove(NAME)
    blobs.remove(NAME)
    assert not blobs.has(NAME)
