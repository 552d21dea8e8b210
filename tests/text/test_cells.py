"""Cells lie as bytes and are read back as the strings they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sherd.text import Cells

texts = st.lists(st.text(st.characters(codec=None)) | st.just("A\0Б"), max_size=8)


@given(texts)
def test_a_cell_is_read_back_as_it_was_written(lines: list[str]) -> None:
    cells = Cells.of(lines)
    assert list(cells) == lines
    assert [cells[place] for place in range(len(cells))] == lines
    assert list(cells[1:3]) == lines[1:3]


@given(texts)
def test_packed_cells_lie_end_to_end(lines: list[str]) -> None:
    cells = Cells.of(lines)
    backwards = Cells(cells.data, cells.begins[::-1], cells.ends[::-1])
    for each, expected in ((cells, lines), (backwards, lines[::-1])):
        bounds, data = each.packed()
        assert list(Cells(data, bounds[:-1], bounds[1:])) == expected


def test_cells_with_nothing_in_them_are_empty_texts() -> None:
    assert list(Cells.empty(2)) == ["", ""]


@given(st.lists(texts, min_size=1, max_size=4))
def test_columns_are_put_together_in_their_order(columns: list[list[str]]) -> None:
    together = Cells.together(Cells.of(lines) for lines in columns)
    assert list(together) == [line for lines in columns for line in lines]
