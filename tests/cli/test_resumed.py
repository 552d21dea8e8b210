"""An output that grows in durable steps: nothing twice, nothing lost, whenever the run is stopped."""

from __future__ import annotations

import json
import os
import resource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.cli.resumed import resumed
from sherd.errors import DiskFull, EdgeFailed, StoreBusy, WrongCall

HEADER = b"id,rank\n"


def run(out: Path, rows: list[bytes], step: int, stop_after: int | None = None, stamp: str = "s") -> int:
    """Write rows in steps, stopped after some of them; returns how many were there already."""
    with resumed(out, stamp, HEADER) as growing:
        begun = growing.rows
        for done, first in enumerate(range(begun, len(rows), step)):
            if done == stop_after:
                return begun
            growing.add(b"".join(rows[first : first + step]), len(rows[first : first + step]))
        growing.finish()
    return begun


@given(
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3), st.integers(0, 30)), max_size=6),
)
def test_however_often_a_run_is_stopped_every_row_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, count: int, stops: list[tuple[int, int, int]]
) -> None:
    out = tmp_path_factory.mktemp("run") / "out.csv"
    rows = [b"row %d\n" % number for number in range(count)]
    for step, after, garbage in stops:
        if not out.exists():
            run(out, rows, step, after)
            if (
                part := out.with_name("out.csv.part")
            ).exists():  # a step that was not yet noted when it stopped
                part.write_bytes(part.read_bytes() + b"x" * garbage)
    if not out.exists():
        run(out, rows, 4)
    assert out.read_bytes() == HEADER + b"".join(rows)
    assert [path.name for path in out.parent.iterdir()] == ["out.csv"]


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    rows = [b"%d\n" % number for number in range(10)]
    run(tmp_path / "o", rows, 2, stop_after=3)
    assert run(tmp_path / "o", rows, 2) == 6


def test_what_was_begun_with_another_input_is_begun_anew(tmp_path: Path) -> None:
    rows = [b"%d\n" % number for number in range(10)]
    run(tmp_path / "o", rows, 2, stop_after=3, stamp="other")
    assert run(tmp_path / "o", rows, 2) == 0
    assert (tmp_path / "o").read_bytes() == HEADER + b"".join(rows)


@pytest.mark.parametrize(
    "state",
    ["", "{}", "[]", '{"stamp": "s", "rows": 3, "bytes": 999}', '{"stamp": "s", "rows": -1, "bytes": 8}'],
)
def test_a_note_that_cannot_be_trusted_begins_anew(state: str, tmp_path: Path) -> None:
    rows = [b"%d\n" % number for number in range(10)]
    run(tmp_path / "o", rows, 2, stop_after=3)
    (tmp_path / "o.part.json").write_text(state)
    assert run(tmp_path / "o", rows, 2) == 0
    assert (tmp_path / "o").read_bytes() == HEADER + b"".join(rows)


def test_an_earlier_output_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "o").write_text("earlier")
    run(tmp_path / "o", [b"1\n", b"2\n"], 1, stop_after=1)
    assert (tmp_path / "o").read_text() == "earlier"
    assert json.loads((tmp_path / "o.part.json").read_text())["rows"] == 1


def test_two_processes_never_write_one_output(tmp_path: Path) -> None:
    with resumed(tmp_path / "o", "s", HEADER), pytest.raises(StoreBusy, match="Another process"):
        run(tmp_path / "o", [b"1\n"], 1)


def test_an_output_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for out in (tmp_path, tmp_path / "file" / "o"):
        with pytest.raises(WrongCall):
            run(out, [], 1)
    with pytest.raises(EdgeFailed):
        run(Path("/proc/none/o"), [], 1)


def test_a_run_does_not_take_the_place_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongCall, match="pipe is a device or a pipe"):
        run(tmp_path / "pipe", [b"1\n"], 1)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_full_disk_is_told_with_the_path_also_when_the_file_is_closed(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, hard))  # less than a buffer, so that some of it stays
    try:
        with pytest.raises(DiskFull, match=r"No room left to write .*out\.csv"):
            run(out, [b"x" * 5_000], 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
