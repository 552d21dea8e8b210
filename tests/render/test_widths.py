"""Columns are as wide as their longest word; the rest of the line goes to the long cells."""

import pytest

from sherd.model.document import Column, Table, Withheld
from sherd.model.row import RELEASES
from sherd.render.widths import LINE, is_low, widths, word_pieces

WORDS = "words that go on and on until the cell is full of them and the line has to be broken somewhere"


def test_no_word_that_cannot_break_is_wider_than_its_column() -> None:
    table = Table("T", ["A", "B", "C"], [["other_pattern", WORDS, "not_observed"], ["x", WORDS, "y"]])
    first, _, last = widths(table)
    assert first > len("other_pattern")
    assert last > len("not_observed")


def test_a_long_cell_gets_what_is_left_of_the_line() -> None:
    short, long = widths(Table("T", ["A", "B"], [["x", WORDS]]))
    assert long > 60 > 10 > short


def test_a_table_of_short_cells_is_not_stretched_unevenly() -> None:
    first, second = widths(Table("T", ["Aaaa", "Bbbb"], [["xxxx", "yyyy"]]))
    assert first == second


def test_the_columns_of_a_full_table_fill_one_line() -> None:
    assert abs(sum(widths(Table("T", ["A", "B", "C"], [[WORDS, WORDS, WORDS]]))) - LINE[4]) < 0.1


def test_a_stated_share_is_kept_where_its_longest_word_has_room() -> None:
    one, other = widths(Table("T", [Column("A", width=20), Column("B", width=80)], [[WORDS, "x"]]))
    assert other == pytest.approx(4 * one, rel=0.01)
    narrow, wide = widths(Table("T", [Column("A", width=2), Column("B", width=98)], [["documented", "x"]]))
    assert narrow >= len("documented")
    assert wide > 80


@pytest.mark.parametrize("level", RELEASES[1:])
def test_what_is_withheld_has_room_for_its_box(level: str) -> None:
    narrow, _ = widths(Table("T", [Column("S", width=3), Column("B", width=97)], [[Withheld(level), "x"]]))
    assert narrow >= 0.8 * len("withheld") + 2


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("STMicroelectronics", ["STMicroelectronics"]),
        ("ROSOBORONEXPORT", ["ROSOBORONEXPORT"]),
        ("Рособоронэкспорт", ["Рособоронэкспорт"]),
        ("Shahed-136/Geran-2", ["Shahed-", "136/", "Geran-", "2"]),
        ("fuselage_structure", ["fuselage_", "structure"]),
        ("9f86d081884c7d659a2f", ["9f86d0", "81884c", "7d659a", "2f"]),
    ],
)
def test_a_name_is_never_broken_inside_and_a_code_at_its_separators_first(
    word: str, pieces: list[str]
) -> None:
    assert word_pieces(word) == pieces


def test_a_row_that_fits_a_page_is_not_cut_by_its_end() -> None:
    columns = [Column("A", width=20), Column("B", width=80)]
    assert is_low(Table("T", columns, [["x", "word " * 100]]))
    assert not is_low(Table("T", columns, [["x", "word " * 1000]]))


def test_a_digest_needs_no_more_than_a_short_word_because_it_may_break() -> None:
    (digest,) = widths(Table("T", ["A"], [["9f86d081884c7d659a2feaa0c55ad015" * 2]]))
    (word,) = widths(Table("T", ["A"], [["abcdefghijklm"]]))
    assert digest > word  # alone in the line it gets all of it
    narrow, _ = widths(Table("T", ["A", "B"], [["9f86d081884c7d659a2feaa0c55ad015" * 2, WORDS * 3]] * 9))
    assert narrow < 64


def test_a_chinese_sign_is_as_wide_as_two_letters() -> None:
    (chinese,) = widths(Table("T", ["A"], [["深圳市"]]))
    (latin,) = widths(Table("T", ["A"], [["abc"]]))
    assert chinese > latin


def test_what_is_withheld_keeps_its_box_in_one_piece() -> None:
    (boxed,) = widths(Table("T", ["A"], [[Withheld("team")]]))
    assert boxed > 13


def test_a_table_without_rows_has_widths() -> None:
    assert all(width > 0 for width in widths(Table("T", ["A", "B"], [])))
