"""Laws of intake: nothing is lost, the way of writing does not matter, nothing handed in breaks it."""

import csv
import io
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.errors import SherdError
from sherd.model.columns import columns
from sherd.model.plain import fields_of
from sherd.model.record import KINDS
from sherd.readers.workbook import read, write
from sherd.record.formats import rfc4180
from sherd.record.intake import take_in
from sherd.record.problems import all_noted, escaped
from sherd.record.tree import SHEET_NAMES, Submission

CASE = b'id = "c"\ntitle = "t"\nquestion = "q"\n'
LETTERS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff")
CELLS = st.text(LETTERS | st.sampled_from(list('",;=+-@|\n\t_x0D')), max_size=12)
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


def written(table: list[list[str]], end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(table)
    return text.getvalue()


@settings(max_examples=300, deadline=None)
@given(TABLES, ENCODINGS, st.sampled_from(["\r\n", "\n", "\r"]))
def test_any_table_comes_back_cell_for_cell(table: list[list[str]], encoding: str, end: str) -> None:
    table[0][0] = "id"
    grid = rfc4180.grid("items", "items.csv", written(table, end).encode(encoding))
    assert [row.cells for row in grid.rows()] == table
    assert [row.number for row in grid.rows()] == list(range(1, len(table) + 1))


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_any_table_comes_back_from_a_workbook_cell_for_cell(table: list[list[str]]) -> None:
    table[0] = [f"heading {n}" for n in range(len(table[0]))]
    (grid,) = read("case.xlsx", write({"items": table})).grids
    found = {row.number: row.cells for row in grid.rows()}
    for number, row in enumerate(table, start=1):
        assert found.get(number, [""] * len(row)) == row


SHEETS = st.sampled_from(sorted(SHEET_NAMES - {"hypotheses"}))
WORDS = st.sampled_from(
    [
        "",
        "I1",
        "C1",
        "x",
        "yes",
        "2022",
        "2023-02-30",
        "item",
        "unknown",
        "3",
        "-",
        "recovery",
        "c:I1",
        "4.3E+08",
        "2023/2022",
    ]
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[str, list[list[str]]]:
    """A sheet with some of its columns, one that is none of them, and cells that may or may not fit."""
    name = draw(SHEETS)
    noun = next(noun for noun in KINDS.values() if noun.sheet == name)
    known = [column.name for column in columns(noun)]
    kept = [each for each in known if draw(st.booleans())] or known[:1]
    headings = [*kept, *draw(st.sampled_from([[], ["colour"], [kept[0]], [""]]))]
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=len(headings) + 1), max_size=5))
    full = draw(st.lists(st.lists(WORDS, min_size=len(headings), max_size=len(headings)), max_size=5))
    return name, [headings, *rows, *full]


@settings(max_examples=200, deadline=None)
@given(sheets())
def test_every_cell_is_in_a_noun_or_in_a_raw_row(sheet: tuple[str, list[list[str]]]) -> None:
    name, table = sheet
    intake = take_in(Submission("c", sheets={"case.toml": CASE, f"{name}.csv": written(table).encode()}))
    placed = {each.spreadsheet_row: each.row for each in intake.rows if each.file == f"{name}.csv"}
    raw = {each.row: each.cells for each in intake.raw_rows if each.file == f"{name}.csv"}
    for number, cells in enumerate(table[1:], start=2):
        filled = [cell for cell in cells if cell.strip()]
        if not filled:
            assert number not in placed
            assert number not in raw
        elif number in raw:
            assert Counter(cell for cell in raw[number] if cell) == Counter(filled)
        else:
            assert len(fields_of(placed[number])) + 1 == len(filled)


@settings(max_examples=50, deadline=None)
@given(sheets())
def test_the_same_facts_give_the_same_rows_from_a_workbook(sheet: tuple[str, list[list[str]]]) -> None:
    name, table = sheet
    width = len(table[0])
    table = [[*row, *[""] * (width - len(row))][:width] for row in table]
    case = [["id", "c"], ["title", "t"], ["question", "q"]]
    book = read("c.xlsx", write({"case": case, name: table}))
    from_book = take_in(Submission("c", grids=book.grids))
    from_csv = take_in(Submission("c", sheets={"case.toml": CASE, f"{name}.csv": written(table).encode()}))
    assert [(each.row, each.spreadsheet_row) for each in from_book.rows] == [
        (each.row, each.spreadsheet_row) for each in from_csv.rows
    ]
    named = [
        [
            (each.code, each.row or 0, each.column, each.read or "", each.do)
            for each in intake.problems
            if each.file.rpartition("#")[2].removesuffix(".csv") == name
        ]
        for intake in (from_book, from_csv)
    ]
    assert sorted(named[0]) == sorted(named[1])


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["case.toml", *(f"{name}.csv" for name in sorted(SHEET_NAMES))]),
    st.binary(max_size=200),
    st.sampled_from([None, "cp1251", "gb18030", "utf-16-le", "shift_jis", "utf-7"]),
)
def test_no_bytes_break_intake(name: str, content: bytes, encoding: str | None) -> None:
    sheets = {"case.toml": CASE, "items.csv": b"id,label,role,custody_status\n"}
    sheets[name] = content if name == "case.toml" else sheets.get(name, b"id,item,text\n") + content
    try:
        intake = take_in(Submission("c", sheets=sheets, encoding=encoding))
        rows = list(intake.rows)
    except SherdError:
        return
    assert rows
    notes = list(all_noted(intake.problems, "c"))
    assert len({note.id for note in notes}) == len(notes)
    for each in (*notes, *intake.raw_rows):
        assert escaped(repr(fields_of(each))).encode()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=8))
def test_no_damage_to_a_workbook_breaks_intake(flips: list[tuple[int, int]]) -> None:
    content = bytearray(write({"case": [["id", "c"]], "items": [["id", "label"], ["I1", "x"]]}))
    for place, value in flips:
        content[place % len(content)] = value
    try:
        grids = read("c.xlsx", bytes(content)).grids
    except SherdError as refused:
        grids, name = (), str(refused)
    else:
        name = "c.xlsx"
    assert "c.xlsx" in name
    assert all(row.number >= 0 for grid in grids for row in grid.rows())
