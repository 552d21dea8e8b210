"""How single cells read: numbers, yes and no, dates, lists, pairs, paths."""

from collections.abc import Callable

import pytest

from sherd.model.columns import Column
from sherd.model.dates import Interval
from sherd.record import cells
from sherd.record.problems import BadCell

READ: list[tuple[Callable[[str], object], str, object]] = [
    (cells.text, " М214 ", "М214"),
    (cells.whole, " 12 ", 12),
    (cells.whole, "-3", -3),
    (cells.whole, "3.0", 3),
    (cells.whole, "9223372036854775807", 2**63 - 1),
    (cells.number, " 12.5 ", 12.5),
    (cells.number, ".5", 0.5),
    (cells.number, "-1e-3", -0.001),
    (cells.flag, " Yes ", True),
    (cells.flag, "FALSE", False),
    (cells.flag, "1", True),
    (cells.interval, " 2022-W15 ", Interval.parse("2022-04-11/2022-04-17")),
    (cells.instant, " 2023-08-10T09:30:00+03:00 ", "2023-08-10T09:30:00+03:00"),
    (cells.instant, "2023-08-10 09:30Z", "2023-08-10 09:30Z"),
    (cells.instant, " 2023-Q3 ", "2023-Q3"),
    (cells.listed, "a | b||c", ("a", "b", "c")),
    (cells.mapping, "design = RU; source=V:IR;", {"design": "RU", "source": "V:IR"}),
    (cells.path, " photos/1.jpg ", "photos/1.jpg"),
]

REFUSED: list[tuple[Callable[[str], object], str, str]] = [
    (cells.whole, "9223372036854775808", "not_a_number"),
    (cells.whole, "9" * 5000, "not_a_number"),
    (cells.whole, "1_000", "not_a_number"),
    (cells.whole, "3.5", "not_a_number"),
    (cells.whole, "٣", "not_a_number"),
    (cells.number, "nan", "not_a_number"),
    (cells.number, "inf", "not_a_number"),
    (cells.number, "1e999", "not_a_number"),
    (cells.number, "1,5", "not_a_number"),
    (cells.flag, "y", "not_yes_or_no"),
    (cells.interval, "/", "not_a_date"),
    (cells.interval, "17.10.2022", "not_a_date"),
    (cells.interval, "0000", "not_a_date"),
    (cells.interval, "2023/2022", "invalid_row"),
    (cells.instant, "2023-13-10T09:30:00+03:00", "not_a_date"),
    (cells.instant, "2023/2022", "invalid_row"),
    (cells.mapping, "design", "invalid_row"),
    (cells.mapping, "design=", "invalid_row"),
    (cells.mapping, "a=1; a=2", "invalid_row"),
    (cells.path, "~/1.jpg", "unsafe_path"),
    (cells.path, "\\\\server\\1.jpg", "unsafe_path"),
]


@pytest.mark.parametrize(("read", "cell", "value"), READ)
def test_a_cell_says_what_was_meant(read: Callable[[str], object], cell: str, value: object) -> None:
    found = read(cell)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("read", "cell", "code"), REFUSED)
def test_a_cell_that_could_mean_anything_is_refused(
    read: Callable[[str], object], cell: str, code: str
) -> None:
    with pytest.raises(BadCell) as refused:
        read(cell)
    assert refused.value.code == code


def test_a_word_is_taken_exactly_and_the_nearest_is_offered() -> None:
    read = cells.reader(Column("state", "state", "text", required=False, words=("examined", "ABSENT")))
    assert read(" ABSENT ") == "ABSENT"
    with pytest.raises(BadCell, match="perhaps examined"):
        read("Examined")
