"""A long sheet is answered row by row, and the bytes do not depend on how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.cli.batch import answer, table

HEADER = ("id", "rank")


class Stopped(Exception):
    """The run was stopped."""


def answers(stop_after: int | None = None) -> object:
    """Two lines for each row; stopped after some steps."""

    def given_(steps: Iterator[Sequence[str]]) -> Iterator[tuple[int, bytes]]:
        for number, rows in enumerate(steps):
            if number == stop_after:
                raise Stopped
            yield len(rows), table((row, rank) for row in rows for rank in "12")

    return given_


def run(rows: list[str], out: Path, step: int, stop_after: int | None = None) -> object:
    return answer(rows, len(rows), HEADER, answers(stop_after), out, "stamp", lambda *_: None, step)  # type: ignore[arg-type]


@settings(max_examples=25)
@given(st.lists(st.text(max_size=3), max_size=30), st.integers(1, 9), st.integers(1, 9), st.integers(0, 4))
def test_neither_the_step_nor_a_stop_changes_a_byte(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], one: int, other: int, stop: int
) -> None:
    folder = tmp_path_factory.mktemp("batch")
    run(rows, folder / "a", one)
    try:
        run(rows, folder / "b", other, stop)
    except Stopped:
        run(rows, folder / "b", one)
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_a_run_that_was_stopped_says_how_much_was_there(tmp_path: Path) -> None:
    rows = [str(number) for number in range(10)]
    with pytest.raises(Stopped):
        run(rows, tmp_path / "o", 2, 3)
    assert run(rows, tmp_path / "o", 2).before == 6  # type: ignore[attr-defined]
    lines = (tmp_path / "o").read_text().splitlines()
    assert lines == ["id,rank", *(f"{row},{rank}" for row in rows for rank in (1, 2))]


def test_cells_are_quoted_where_they_hold_comma_quote_or_line_break(tmp_path: Path) -> None:
    run(['a,"b\n'], tmp_path / "o", 1)
    assert (tmp_path / "o").read_bytes() == b'id,rank\n"a,""b\n",1\n"a,""b\n",2\n'
