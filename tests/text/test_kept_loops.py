"""Compiling is told once; a folder that is full, damaged or closed costs time and never the run."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

numba = pytest.importorskip("numba")

from numba.core.caching import CompileResultCacheImpl, IndexDataCacheFile  # noqa: E402

from sherd.text.kept_loops import kept, said  # noqa: E402


def loop(n: int) -> int:
    return n + 1


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    said.cache_clear()
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    yield tmp_path
    said.cache_clear()


def files(folder: Path, ending: str) -> list[Path]:
    return list(folder.rglob(f"*.{ending}"))


def test_compiling_is_told_once_and_not_again_where_it_was_kept(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert kept(loop)(1) == 2
    assert kept(loop)(2.5) == 3.5
    assert [str(folder) in message for message in caplog.messages] == [True]
    caplog.clear()
    said.cache_clear()
    assert kept(loop)(1) == 2
    assert caplog.messages == []


@pytest.mark.parametrize("ending", ["nbi", "nbc"])
def test_a_kept_loop_that_was_cut_short_is_compiled_and_kept_anew(
    ending: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept(loop)(1)
    for path in files(folder, ending):
        path.write_bytes(path.read_bytes()[:10])
    assert kept(loop)(1) == 2
    caplog.clear()
    said.cache_clear()
    assert kept(loop)(1) == 2
    assert caplog.messages == []


def full(*_: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("what", ["_open_for_write", "_load_index"])
def test_a_folder_that_is_full_or_closed_is_named_and_the_run_goes_on(
    what: str, folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IndexDataCacheFile, what, full)
    assert kept(loop)(1) == 2
    told = " ".join(caplog.messages)
    assert str(folder) in told
    assert "No space left on device" in told
    assert "NUMBA_CACHE_DIR" in told


def test_a_damaged_index_in_a_folder_that_may_not_be_written_stops_nothing(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(loop)(1)
    for path in files(folder, "nbi"):
        path.write_bytes(b"")
    monkeypatch.setattr(IndexDataCacheFile, "_open_for_write", full)
    assert kept(loop)(1) == 2
    assert "No space left on device" in " ".join(caplog.messages)


def test_without_any_folder_to_write_loops_are_compiled_and_it_is_said(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CompileResultCacheImpl, "_locator_classes", [])
    run: Callable[[int], int] = kept(loop)
    assert run(1) == 2
    assert ["NUMBA_CACHE_DIR" in message for message in caplog.messages] == [True]
