"""A kept key table is made in pieces, taken up where it was stopped, and finds the same rows however cut."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from sherd.analytics import key_table, open_tables
from sherd.analytics.key_table import KeyTable
from sherd.errors import DiskFull
from sherd.ports import Batch
from sherd.services.shipments import pieces, watched

LINES = ["MPU-9250", "чайник 220В", "MPU9250 / MPU-9250", "BC847B", "", "датчик МРU-9250", "LM317T 40 PCS"]
PARTS = watched(["MPU-9250", "LM317T"])


def batches(size: int) -> Iterator[Batch]:
    for first in range(0, len(LINES), size):
        lines = LINES[first : first + size]
        yield Batch(first, lines, {"day": [f"day {first}"] * len(lines)})


def asked(folder: Path) -> list[tuple[int, str, str, str, str]]:
    tables = open_tables("duckdb")
    try:
        return list(KeyTable(folder, "stamp").ask(tables, [int(key) for key in PARTS.keys]))
    finally:
        tables.close()


def made(folder: Path, size: int) -> list[int]:
    table = KeyTable(folder, "stamp")
    return list(table.add(pieces(batches(size), table.begin())))


@pytest.mark.parametrize(("size", "steps"), [(1, [3, 6, 7]), (2, [4, 7]), (7, [7])])
def test_the_rows_found_do_not_depend_on_how_the_table_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, steps: list[int]
) -> None:
    monkeypatch.setattr(key_table, "ROWS_OF_A_PIECE", 3)
    assert made(tmp_path, size) == steps
    assert [(row, text) for row, text, *_ in asked(tmp_path)] == [(row, LINES[row]) for row in (0, 2, 5, 6)]
    assert KeyTable(tmp_path, "stamp").whole


def test_a_table_that_was_stopped_is_taken_up_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_table, "ROWS_OF_A_PIECE", 2)
    table = KeyTable(tmp_path, "stamp")
    steps = table.add(pieces(batches(2), table.begin()))
    assert next(steps) == 2
    steps.close()
    assert not table.whole
    assert table.begin() == 2
    assert made(tmp_path, 2) == [4, 6, 7]
    assert [row for row, *_ in asked(tmp_path)] == [0, 2, 5, 6]


def test_a_window_that_stands_twice_in_a_row_is_kept_once(tmp_path: Path) -> None:
    made(tmp_path, 7)
    tables = open_tables("duckdb")
    tables.open("keys", sorted(tmp_path.glob("keys-*.parquet")))
    (count,) = next(tables.ask("SELECT COUNT(*) FROM (SELECT key, row FROM keys GROUP BY key, row) x"))
    assert next(tables.ask("SELECT COUNT(*) FROM keys")) == (count,)
    ordered = [key for key, _ in tables.ask("SELECT key, row FROM keys")]
    assert ordered == sorted(ordered)
    assert max(ordered) < 2**40
    tables.close()


def test_a_full_disk_is_told_with_the_file_and_the_table_is_taken_up_afterwards(tmp_path: Path) -> None:
    table = KeyTable(tmp_path, "stamp")
    table.begin()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        with pytest.raises(DiskFull, match=r"No room left to write .*rows-000000\.parquet"):
            list(table.add(pieces(batches(7), 0)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["stamp.json"]
    assert made(tmp_path, 7) == [7]
