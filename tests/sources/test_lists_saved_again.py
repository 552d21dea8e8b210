"""Lists as they reach an investigator: saved again by a spreadsheet, cut off, with other line ends."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.lists_by_hand import TEXTS

from sherd.errors import WrongCall
from sherd.sources.lists import Asked, read
from sherd.sources.lists.whole import AGAIN, breaks_off, delimiter_of, divided_by

TABLES = ["ofac-sdn", "ofac-alt", "ofac-add", "eu-acts", "eu-fsf", "uk-ofsi", "us-csl", "us-inksna", "us-dpl"]


def said(form: str, text: str, encoding: str = "utf-8", asked: str | None = None) -> tuple[str, list[str]]:
    edition = read(text.encode(encoding), "list.csv", Asked(encoding=asked))
    return edition.form, [entry.name for entry in edition.entries]


def resaved(form: str, delimiter: str) -> str:
    text = TEXTS[form]
    rows = csv.reader(io.StringIO(text), delimiter=delimiter_of(text))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_a_list_saved_again_by_a_spreadsheet_is_the_same_list(form: str, delimiter: str) -> None:
    assert said(form, resaved(form, delimiter)) == said(form, TEXTS[form])


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_another_machine_change_nothing(form: str, end: str) -> None:
    assert said(form, TEXTS[form].replace("\n", end)) == said(form, TEXTS[form])


@pytest.mark.parametrize("form", TABLES)
def test_marks_and_the_end_of_a_file_as_old_systems_write_it_are_no_entries(form: str) -> None:
    plain = read(TEXTS[form].encode(), "list.csv", Asked())
    for text in (f"\ufeff{TEXTS[form]}", f"{TEXTS[form]}\x1a\n", TEXTS[form].rstrip("\n")):
        again = read(text.encode(), "list.csv", Asked())
        assert [each.name for each in again.entries] == [each.name for each in plain.entries]
        assert again.problems == plain.problems
    marked = read(f"\ufeff{TEXTS[form]}".encode("utf-16-le"), "list.csv", Asked())
    assert [each.name for each in marked.entries] == [each.name for each in plain.entries]


def test_the_first_line_that_a_spreadsheet_adds_is_no_heading_and_counts_as_a_row() -> None:
    edition = read(f"sep=;\r\n{resaved('us-csl', ';')}".encode(), "list.csv", Asked())
    assert edition.form == "us-csl"
    assert [entry.row for entry in edition.entries] == [3]


@pytest.mark.parametrize("form", [each for each in TABLES if each != "uk-ofsi"])
def test_a_table_that_ends_inside_a_row_says_which_and_keeps_the_rest(form: str) -> None:
    text = TEXTS[form].rstrip("\n")
    sign = delimiter_of(text)
    cut = text.rpartition(sign)[0]
    edition = read(cut.encode(), "list.csv", Asked())
    (broken,) = [each for each in edition.problems if each.do.endswith(AGAIN)]
    assert broken.code == "row_width"
    assert broken.row == len(list(csv.reader(io.StringIO(text), delimiter=sign)))


def test_a_cell_that_is_never_closed_is_named_since_it_swallows_what_follows() -> None:
    text = f'{TEXTS["us-inksna"]}"Futech II,x\nMissing Ltd,y\nAnother Ltd,z\n'
    edition = read(text.encode(), "list.csv", Asked())
    (broken,) = [each for each in edition.problems if each.code == "unclosed_quote"]
    assert "never closed" in broken.do


def test_a_whole_list_breaks_off_nowhere() -> None:
    assert [form for form in TABLES if breaks_off(TEXTS[form], "x")] == []
    assert breaks_off("", "x") is None
    assert breaks_off('name,note\nA,"5"" gun\nlong"\n', "x") is None


def test_a_list_in_another_encoding_asks_for_it_and_is_read_with_it() -> None:
    text = "name,listed_from\nООО Алмаз,2022-02-24\n"
    with pytest.raises(WrongCall, match="not in UTF-8"):
        read(text.encode("cp1251"), "list.csv", Asked())
    assert said("own", text, "cp1251", "cp1251") == ("own", ["ООО Алмаз"])


def test_entities_that_hold_semicolons_are_no_table() -> None:
    line = json.dumps({"id": "a", "schema": "Company", "properties": {"name": ["A; B; C; D"]}})
    assert said("ftm", line) == ("ftm", ["A; B; C; D"])


@given(
    st.lists(st.lists(st.text(st.characters(exclude_characters="\0\r")), min_size=2, max_size=2), min_size=1)
)
def test_a_table_divided_anew_has_the_same_cells(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["a", "b"], *rows])
    if delimiter_of(out.getvalue()) == "\t":
        assert list(csv.reader(io.StringIO(divided_by(",", out.getvalue()), newline=""))) == [
            ["a", "b"],
            *rows,
        ]
