"""Workbooks as spreadsheet programs write them, and as somebody who means harm does."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sherd.errors import Refused, SherdError, WrongCall
from sherd.model.items import Item
from sherd.readers import archive, workbook
from sherd.readers.workbook import read, write
from sherd.record.intake import Intake, take_in
from sherd.record.tree import Submission

CASE = [["id", "case-1"], ["title", "A case"], ["question", "Who made it?"]]
HEADINGS = ["id", "label", "role", "custody_status", "serial", "documented_at", "label_independent", "note"]
ROW = ["I1", "Item one", "item", "unknown"]


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(*rows: list[object]) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "case"
    for pair in CASE:
        sheet.append(pair)
    items = book.create_sheet("items")
    for row in (HEADINGS, *rows):
        items.append(row)
    return book


def taken(content: bytes) -> tuple[Intake, list[Item], list[tuple[str, int | None, str]]]:
    opened = read("case.xlsx", content)
    intake = take_in(Submission("case.xlsx", grids=opened.grids, problems=opened.problems))
    items = [each.row for each in intake.rows if isinstance(each.row, Item)]
    return intake, items, [(each.code, each.row, each.column) for each in intake.problems]


@pytest.mark.parametrize(
    ("value", "style", "serial", "code"),
    [
        ("М214", "General", "М214", None),
        (12345, "General", "12345", None),
        (1.0, "General", "1", None),
        (0.1 + 0.2, "General", "0.3", None),
        (42, "00000", "00042", None),
        (123456789012, "General", "123456789012", None),
        (430000000, "0.00E+00", "4.30E+08", "mangled_number"),
        ("4.3E+08", "General", "4.3E+08", "mangled_number"),
        (1234567890123456, "General", "1234567890123456", "mangled_number"),
        (datetime(2022, 3, 1), "d-mmm", "1-Mar", "mangled_number"),
        (datetime(2022, 3, 1), "mmm-yy", "Mar-22", "mangled_number"),
        (date(2022, 3, 1), "yyyy-mm-dd", "2022-03-01", "mangled_number"),
        (True, "General", "TRUE", None),
        ("=A1", "@", None, "formula"),
    ],
)
def test_a_serial_number_is_taken_as_it_is_shown(
    value: object, style: str, serial: str, code: str | None
) -> None:
    book = book_of([*ROW, value])
    book["items"]["E2"].number_format = style
    _, (item,), problems = taken(saved(book))
    assert item.serial == serial
    assert problems == ([(code, 2, "serial")] if code else [])


@pytest.mark.parametrize(
    "value", [datetime(2022, 10, 17), date(2022, 10, 17), 44851, "2022-10-17", datetime(2022, 10, 17, 9, 30)]
)
def test_a_date_is_a_date_whether_text_cell_or_serial_number(value: object) -> None:
    _, (item,), problems = taken(saved(book_of([*ROW, None, value])))
    assert str(item.documented_at) == "2022-10-17/2022-10-17"
    assert problems == []


def test_a_raw_row_holds_what_stood_in_the_cell_and_not_what_was_made_of_it() -> None:
    intake, (item,), _ = taken(saved(book_of([*ROW, "s", 44851, "maybe"])))
    assert str(item.documented_at) == "2022-10-17/2022-10-17"
    assert intake.raw_rows[0].cells[4:] == ("s", "44851", "maybe")


def test_a_year_typed_as_a_number_is_that_year() -> None:
    _, (item,), _ = taken(saved(book_of([*ROW, None, 2022])))
    assert str(item.documented_at) == "2022-01-01/2022-12-31"


def test_days_are_counted_from_the_epoch_of_the_workbook() -> None:
    book = book_of([*ROW, None, 43389])
    book.epoch = datetime(1904, 1, 1)
    _, (item,), _ = taken(saved(book))
    assert str(item.documented_at) == "2022-10-17/2022-10-17"


def test_a_formula_gives_its_last_value_and_stays_in_the_raw_row() -> None:
    content = saved(book_of([*ROW, '="M"&"214"']))
    formula = b'<f>"M"&amp;"214"</f><v></v>'
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet2.xml"
    for empty in (b"<v></v>", b"<v />", b"<v/>"):
        parts[sheet] = parts[sheet].replace(b"</f>" + empty, b"</f><v>M214</v>")
    parts[sheet] = parts[sheet].replace(b'<c r="E2">', b'<c r="E2" t="str">')
    assert formula not in parts[sheet]
    intake, (item,), problems = taken(packed(parts))
    assert item.serial == "M214"
    assert problems == [("formula", 2, "serial")]
    assert intake.raw_rows[0].cells[4] == '="M"&"214"'


def packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return content.getvalue()


def test_a_formula_that_failed_is_named_and_leaves_the_cell_empty() -> None:
    book = book_of([*ROW, "x"])
    book["items"]["E2"].value = "#N/A"
    book["items"]["E2"].data_type = "e"
    intake, (item,), problems = taken(saved(book))
    assert item.serial is None
    assert problems == [("formula", 2, "serial")]
    assert intake.raw_rows[0].cells[4] == "#N/A"


def test_merged_cells_are_named_by_their_range() -> None:
    book = book_of([*ROW, "x"], ["I2", "b", "item", "unknown"])
    book["items"].merge_cells("E2:E3")
    intake, items, problems = taken(saved(book))
    assert [item.serial for item in items] == ["x", None]
    assert problems == [("merged_cells", 2, "E")]
    assert intake.problems[0].read == "E2:E3"


def test_a_hidden_sheet_is_read_and_named() -> None:
    book = book_of(ROW)
    book["items"].sheet_state = "veryHidden"
    _, items, problems = taken(saved(book))
    assert [item.id for item in items] == ["I1"]
    assert problems == [("hidden_sheet", None, "")]


def test_a_sheet_of_another_name_is_named() -> None:
    book = book_of(ROW)
    book.create_sheet("Tabelle1")
    assert taken(saved(book))[2] == [("unread_sheet", None, "")]


def test_links_to_other_workbooks_are_named_and_not_followed() -> None:
    with zipfile.ZipFile(io.BytesIO(saved(book_of(ROW)))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    assert taken(packed(parts))[2] == [("external_link", None, "")]


def test_empty_rows_and_columns_are_passed_over_quickly() -> None:
    book = book_of(ROW)
    sheet = book["items"]
    sheet.cell(100_001, 1).value = "I2"
    for column, text in enumerate(ROW[1:], start=2):
        sheet.cell(100_001, column).value = text
    sheet.cell(100_002, 300).value = " "
    intake, items, problems = taken(saved(book))
    assert [item.id for item in items] == ["I1", "I2"]
    assert problems == []
    assert intake.raw_rows == ()


def test_a_cell_beside_the_table_costs_no_row() -> None:
    intake, (item,), problems = taken(saved(book_of([*ROW, "s", None, None, None, "aside"])))
    assert item.serial == "s"
    assert problems == [("unread_column", 2, "I")]
    assert "aside" in intake.raw_rows[0].cells


def test_the_case_sheet_may_lie_on_its_side() -> None:
    book = write({"case": [["id", "title", "question"], ["case-1", "A case", "Who?"]], "items": [HEADINGS]})
    intake, _, problems = taken(book)
    assert intake.case == "case-1"
    assert problems == []


def test_two_cases_at_once_are_a_wrong_call() -> None:
    opened = read("case.xlsx", write({"case": CASE, "items": [HEADINGS]}))
    with pytest.raises(WrongCall, match="twice"):
        take_in(Submission("folder", grids=opened.grids, sheets={"case.toml": b'id = "a"'}))


def test_hypotheses_stand_on_a_sheet_of_their_own() -> None:
    accounts = [
        ["id", "words", "exclusive_with", "draws"],
        ["A", "w", "B", "design=RU; source=V:IR"],
        ["B", "v", "", ""],
    ]
    opened = read("c.xlsx", write({"case": CASE, "items": [HEADINGS], "hypotheses": accounts}))
    intake = take_in(Submission("c", grids=opened.grids))
    first = next(each.row for each in list(intake.rows) if each.row.kind == "hypothesis")
    assert first.draws == {"design": "RU", "source": "V:IR"}
    assert first.exclusive_with == ("B",)
    assert intake.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+7",
        "-1",
        "@x",
        "=cmd|' /C calc'!A0",
        "_x000D_",
        "_x005F_",
        " a ",
        "<&>\"'",
        "a\nb",
        "1E5",
        "007",
    ],
)
def test_a_text_stays_a_text_in_a_workbook_that_we_write(text: str) -> None:
    content = write({"items": [["id"], [text]]})
    cell = load_workbook(io.BytesIO(content))["items"]["A2"]
    assert cell.data_type == "s"
    (grid,) = read("c.xlsx", content).grids
    assert [row.cells for row in grid.rows()] == [["id"], [text]]


def test_the_same_sheets_make_the_same_bytes() -> None:
    assert write({"items": [["id"], ["ä"]]}) == write({"items": [["id"], ["ä"]]})


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\ud800", "x" * 40_000])
def test_a_text_that_no_workbook_can_hold_is_refused_by_its_cell(text: str) -> None:
    with pytest.raises(ValueError, match="B2 of items"):
        write({"items": [["id", "label"], ["I1", text]]})


def replaced(name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(write({"case": CASE, "items": [HEADINGS, ROW]}))) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    parts[name] = change(parts.get(name, b""))
    return packed(parts)


SHEET = "xl/worksheets/sheet2.xml"
TRICK = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

HARMFUL = {
    "an entity trick": (replaced(SHEET, lambda xml: TRICK + xml), "document type"),
    "an entity trick in wide letters": (
        replaced(SHEET, lambda _: TRICK.decode().encode("utf-16")),
        "document type",
    ),
    "a dense part": (replaced("xl/media/a.png", lambda _: b"\0" * (11 << 20)), "times its size"),
    "a part that unpacks to too much": (replaced("xl/media/a.png", lambda _: b"\0" * (257 << 20)), "256 MB"),
    "a row beyond the last": (
        replaced(SHEET, lambda xml: xml.replace(b'r="2"', b'r="99999999"')),
        "too many cells",
    ),
    "a sheet that is no XML": (replaced(SHEET, lambda _: b"<worksheet"), "cannot be read"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "no zip at all": (b"id,label\n", "cannot be read"),
    "a zip of something else": (packed({"a.txt": b"a"}), "cannot be read"),
    "nothing": (b"", "cannot be read"),
}


@pytest.mark.parametrize(("content", "why"), HARMFUL.values(), ids=HARMFUL)
def test_what_must_not_be_read_is_refused_by_name(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read("case.xlsx", content)
    assert "case.xlsx" in str(refused.value)
    assert refused.value.do


def test_a_workbook_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 3)
    with pytest.raises(Refused, match="parts"):
        read("case.xlsx", write({"items": [HEADINGS]}))


def test_a_workbook_that_spreads_over_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 10)
    with pytest.raises(Refused, match="too many cells"):
        read("case.xlsx", write({"items": [HEADINGS, ROW]}))


PARTS = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 5000), st.binary(min_size=1, max_size=6), st.booleans())
def test_no_damage_inside_a_workbook_brings_out_more_than_a_refusal(
    part: str, place: int, junk: bytes, insert: bool
) -> None:
    def damaged(xml: bytes) -> bytes:
        at = place % len(xml)
        return xml[:at] + junk + xml[at if insert else at + len(junk) :]

    try:
        grids = read("case.xlsx", replaced(part, damaged)).grids
    except SherdError:
        return
    assert all(row.number >= 0 for grid in grids for row in grid.rows())
