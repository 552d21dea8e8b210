"""What is said where the output cannot be written."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from sherd.cli.files import write
from sherd.errors import DiskFull, EdgeFailed, WrongCall


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file may grow beyond 4 kB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("little_room")
def test_where_there_is_no_room_the_file_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match=r"dossier\.pdf"):
        write(tmp_path / "dossier.pdf", bytes(10_000))
    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").mkdir()
    with pytest.raises(WrongCall, match=r"dossier\.pdf is a folder"):
        write(tmp_path / "dossier.pdf", b"page")


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(EdgeFailed, match=r"page\.html cannot be written: Permission denied"):
        write(tmp_path / "out" / "page.html", b"page")


def test_a_device_is_not_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(WrongCall, match=f"{name} is a device or a pipe"):
            write(tmp_path / name, b"page")
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_and_the_file_that_it_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"old")
    (tmp_path / "link").symlink_to("page")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "page").read_bytes() == b"new"


def test_a_ctrl_c_just_after_the_move_is_a_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = os.replace

    def moved_and_stopped(beside: str, path: Path) -> None:
        move(beside, path)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", moved_and_stopped)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "dossier.pdf", b"page")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"page"]
