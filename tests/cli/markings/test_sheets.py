"""``sherd identify --batch``: a sheet of markings is answered row by row, and can be taken up again."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sherd.bootstrap import put_shelf, shelf_of_file
from sherd.cli import sheet
from sherd.identify.asked import Asked
from sherd.identify.lookup import Lookup


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_sheet_is_answered_in_the_columns_that_were_agreed(sherd: Any, parts: Path, markings: Path) -> None:
    said = sherd("identify", "--batch", markings, "--out", "o.csv", "--catalogue", parts)
    assert said.code == 0
    assert "5 markings answered" in said.out
    text = Path("o.csv").read_text("utf-8")
    assert text.splitlines()[0] == "id,rank,outcome,mpn,manufacturer,score,confidence,dates,reason"
    rows = table(Path("o.csv"))
    best = {row["id"]: (row["rank"], row["outcome"], row["mpn"]) for row in reversed(rows)}
    assert best == {
        "a": ("1", "part", "TMS320F28335PGFA"),
        "b": ("0", "absent", ""),
        "c": ("0", "unreadable", ""),
        "d": ("1", "part", "STM32F405RGT6"),
        "e": ("1", "part", "LM358DR"),
    }
    ranks = [int(row["rank"]) for row in rows if row["id"] == "a"]
    assert ranks == list(range(1, len(ranks) + 1))
    for row in rows:
        for days in filter(None, row["dates"].split(";")):
            first, last = days.split("/")
            assert first <= last
    assert sorted(path.name for path in Path().glob("o.csv*")) == ["o.csv"]


def test_an_absent_part_is_said_first_and_its_neighbours_follow_as_neighbours(
    sherd: Any, parts: Path, markings: Path
) -> None:
    sherd("identify", "--batch", markings, "--out", "o.csv", "--catalogue", parts)
    rows = [row for row in table(Path("o.csv")) if row["id"] == "b"]
    assert [row["rank"] for row in rows] == [str(rank) for rank in range(len(rows))]
    assert {row["outcome"] for row in rows} == {"absent"}
    assert (rows[0]["mpn"], rows[0]["reason"][:20]) == ("", "not in the catalogue")
    assert rows[1]["mpn"] == "STM32F103VCT6"
    assert rows[1]["reason"].startswith("near, and not the answer: 7 stands for 1 at position 7")
    unreadable = [row["rank"] for row in table(Path("o.csv")) if row["id"] == "c"]
    assert unreadable == ["0"]


def test_a_row_of_a_batch_may_be_the_code_of_a_bag_with_its_control_characters(
    sherd: Any, parts: Path
) -> None:
    text = "id,marking\na,[)>\x1e06\x1d1PLM358DR\x1d9D2143\x1e\x04\n"
    Path("m.csv").write_text(text, "utf-8")
    sherd("identify", "--batch", "m.csv", "--out", "o.csv", "--catalogue", parts)
    first = table(Path("o.csv"))[0]
    assert (first["rank"], first["mpn"], first["dates"]) == ("1", "LM358DR", "2021-10-25/2021-10-31")


def test_the_bytes_are_the_same_with_more_workers(sherd: Any, parts: Path, markings: Path) -> None:
    sherd("identify", "--batch", markings, "--out", "one.csv", "--catalogue", parts)
    said = sherd("identify", "--batch", markings, "--out", "two.csv", "--catalogue", parts, "--workers", "2")
    assert said.code == 0, said.err
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


def test_processes_get_their_search_ready_one_after_another(
    parts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one compiles the search and keeps it; two at once would both compile it."""
    found, _ = shelf_of_file(parts, {}, None)
    put_shelf(found, tmp_path / "index.arrays")
    one_by_one, seen = multiprocessing.get_context("spawn").Lock(), []
    monkeypatch.setattr(
        Lookup, "get_ready", lambda _self, count: seen.append((count, one_by_one.acquire(block=False)))
    )
    monkeypatch.setattr(sheet, "_STEP", [])
    monkeypatch.setattr(sheet, "_GIVEN", [(tmp_path / "index.arrays", date(2026, 11, 26), one_by_one)])
    for each in ("LM358DR", "ADC0834CCN"):
        assert each in sheet._at_work([Asked("a", each)])[1].decode()
    assert seen == [(1, False)]
    assert one_by_one.acquire(block=False)


def test_bad_rows_of_a_sheet_are_named_and_the_rest_is_answered(sherd: Any, parts: Path) -> None:
    Path("m.csv").write_bytes(b"id,marking,colour\na,LM358DR,red\n,LM358DR,\nb,\xff\xfe,\na,LM358DR,\n")
    said = sherd("identify", "--batch", "m.csv", "--out", "o.csv", "--catalogue", parts, "--json")
    assert said.code == 0
    codes = {each["code"] for each in said.json["problems"]}
    assert codes == {"unread_column", "missing_value", "not_decodable", "duplicate_id"}
    assert [row["id"] for row in table(Path("o.csv")) if row["rank"] in "01"] == ["a", "b", "a"]


def test_an_output_that_cannot_be_written_is_named(sherd: Any, parts: Path, markings: Path) -> None:
    said = sherd("identify", "--batch", markings, "--out", "/proc/none/o.csv", "--catalogue", parts)
    assert said.code == 3
    assert "/proc/none/o.csv cannot be written" in said.err


ROWS = 390
"""Rows to be interrupted: too few for the compiled search, which a first use has to compile."""


def _started_in_small_steps(arguments: list[str], root: Path) -> subprocess.Popen[bytes]:
    """The command, made durable after every third row, so that there is much time in which to stop it."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "SOURCE_DATE_EPOCH": "1795435200"}
    return subprocess.Popen(
        [sys.executable, "-c", IN_SMALL_STEPS, *arguments], stderr=subprocess.PIPE, env=environment
    )


IN_SMALL_STEPS = "from sherd.cli import batch, main; batch.STEP = 3; main()"


def _rows_done() -> int:
    """Rows that are answered and durable; the note is replaced whole, so that it can be read at any time."""
    note = Path("o.csv.part.json")
    return int(json.loads(note.read_bytes())["rows"]) if note.exists() else 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_and_the_same_command_again_lose_and_double_nothing(
    workers: str, sherd: Any, parts: Path, root: Path
) -> None:
    rows = [f"{number},LM358DR|{2200 + number % 50},,\n" for number in range(ROWS)]
    Path("m.csv").write_text("id,marking,maker,recovered_to\n" + "".join(rows), "utf-8")
    call = ["identify", "--batch", "m.csv", "--catalogue", str(parts), "--workers", workers, "--out"]
    run = _started_in_small_steps([*call, "o.csv"], root)
    deadline = time.monotonic() + 120
    while not _rows_done():
        assert time.monotonic() < deadline
        assert run.poll() is None, run.communicate()
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130, err
    assert b"Traceback" not in err
    done = _rows_done()
    assert 0 < done < ROWS
    assert not Path("o.csv").exists()
    again = sherd(*call, "o.csv")
    assert f"{done:,} of them by an earlier run" in again.out
    sherd(*call, "whole.csv")
    assert Path("o.csv").read_bytes() == Path("whole.csv").read_bytes()
