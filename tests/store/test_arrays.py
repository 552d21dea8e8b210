"""Arrays in one mapped file: they come back as they were, whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from sherd.errors import EdgeFailed
from sherd.store.arrays import MAGIC, Unfit, keep, kept

KINDS = st.sampled_from(["<u1", "<i4", "<i8", "<f4", "<f8", "|b1"])
ONE = arrays_of.arrays(KINDS, arrays_of.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=9))


@given(
    st.dictionaries(st.text(min_size=1, max_size=9), ONE, max_size=5), st.dictionaries(st.text(), st.text())
)
def test_what_was_kept_comes_back_bit_for_bit(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, Any], about: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("arrays") / "a"
    keep(path, about, found)
    back = kept(path)
    assert back.about == about
    assert list(back.arrays) == list(found)
    for name, array in found.items():
        assert back.arrays[name].dtype == array.dtype
        assert back.arrays[name].shape == array.shape
        assert back.arrays[name].tobytes() == array.tobytes()


def test_a_mapped_array_cannot_be_written(tmp_path: Path) -> None:
    keep(tmp_path / "a", {}, {"x": np.arange(3)})
    with pytest.raises(ValueError, match="read-only"):
        kept(tmp_path / "a").arrays["x"][0] = 7


def test_whoever_mapped_the_old_file_keeps_it_when_a_new_one_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a"
    keep(path, {}, {"x": np.arange(1000)})
    old = kept(path)
    keep(path, {}, {"x": np.zeros(1000, dtype=np.int64)})
    assert old.arrays["x"][999] == 999
    assert kept(path).arrays["x"][999] == 0


@pytest.mark.parametrize("end", [0, 5, len(MAGIC) + 3, 60, 200, -1])
def test_a_file_that_was_cut_off_is_unfit(end: int, tmp_path: Path) -> None:
    path = tmp_path / "a"
    keep(path, {"n": 1}, {"x": np.arange(100)})
    path.write_bytes(path.read_bytes()[:end])
    with pytest.raises(Unfit):
        kept(path)


@pytest.mark.parametrize(
    "content", [b"", b"something else", MAGIC.replace(b"1", b"0") + bytes(100), MAGIC + b"\xff" * 8]
)
def test_a_file_of_another_make_or_version_is_unfit(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(Unfit):
        kept(tmp_path / "a")


def test_a_file_that_is_not_there_is_unfit(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="not there"):
        kept(tmp_path / "a")


def test_a_folder_that_is_a_file_fails_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    with pytest.raises(EdgeFailed, match="cannot be written"):
        keep(tmp_path / "f" / "a", {}, {"x": np.arange(3)})


WRITER = """
import sys
from pathlib import Path
import numpy as np
from sherd.store.arrays import keep
path = Path(sys.argv[1])
keep(path, {"n": 0}, {"x": np.full(300_000, 0)})
print("ready", flush=True)
n = 0
while True:
    n += 1
    keep(path, {"n": n}, {"x": np.full(300_000, n)})
"""


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path, root: Path) -> None:
    for number in range(5):
        path = tmp_path / str(number) / "a"
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root / "src")},
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(0.01 * number)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        found = kept(path)
        assert set(found.arrays["x"].tolist()) == {found.about["n"]}
