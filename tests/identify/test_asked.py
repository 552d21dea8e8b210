"""A sheet of markings: every row with an id is answered, and what is wrong is said with its row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sherd.errors import NotFound, WrongCall
from sherd.readers.markings import Sheet, sheet


def read(tmp_path: Path, content: str | bytes) -> Sheet:
    path = tmp_path / "markings.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return sheet(path)


def test_the_columns_stand_in_any_order_and_two_may_be_missing(tmp_path: Path) -> None:
    found = read(tmp_path, "maker,marking,recovered_to,id\nTI,LM358|2215,2022-10,a\n,LM324,,b\n")
    first, second = found.asked()
    assert (first.id, first.marking, first.maker, first.recovered_to) == (
        "a",
        "LM358|2215",
        "TI",
        date(2022, 10, 31),
    )
    assert (second.maker, second.recovered_to) == (None, None)
    assert [each.id for each in read(tmp_path, "id,marking\na,LM358\n").asked()] == ["a"]


def test_every_row_with_an_id_is_answered_and_what_is_wrong_is_said(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        b'id,marking,recovered_to,colour\na,LM358,yesterday,red\nb,,,\n,LM358,,\na,LM358,,\n\nc,\xff\xfe,,\nd,"x,,\n',
    )
    assert [(each.id, bool(each.fault)) for each in found.asked()] == [
        ("a", False),
        ("b", True),
        ("a", False),
        ("c", True),
    ]
    assert [(each.code, each.row) for each in found.problems] == [
        ("unread_column", 1),
        ("not_a_date", 2),
        ("missing_value", 3),
        ("missing_value", 4),
        ("duplicate_id", 5),
        ("not_decodable", 7),
        ("unclosed_quote", 8),
    ]


@pytest.mark.parametrize("content", ["", "\n", "name,text\na,b\n", "id\na\n"])
def test_a_sheet_without_its_columns_is_a_wrong_call(content: str, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="no column") as error:
        read(tmp_path, content)
    assert "id, marking, maker, recovered_to" in error.value.do


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        sheet(tmp_path / "nowhere.csv")


def test_a_marking_that_is_a_page_of_text_is_not_searched(tmp_path: Path) -> None:
    found = read(tmp_path, f"id,marking\na,{'x' * 3000}\n")
    (only,) = found.asked()
    assert only.fault
    assert [each.code for each in found.problems] == ["invalid_row"]
