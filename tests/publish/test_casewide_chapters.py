"""What a dossier says of the case as a whole, and that it withholds the digits that would name a unit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sherd.model.document import Document, Figure, Section, Table, Text, strings, walk
from sherd.publish.casewide_words import case_lines, item_lines
from sherd.publish.dossier import compose
from sherd.publish.material import Material
from sherd.readers.folder import submission
from sherd.services.dossier import material, results
from sherd.services.record import record
from sherd.store import open_blobs, open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SERIALS = (12, 55, 101, 214, 260, 330, 455)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven items with serials, dated parts and recoveries, of two lines, and one control date."""
    case = tmp_path_factory.mktemp("serials")
    sheets = {
        "case.toml": 'id = "many"\ntitle = "Many"\nquestion = "How many?"\nrelease = "public"\n'
        'control_dates = ["2023-01-01 S1 semiconductors listed", "2023-06-01 S9 nobody says so"]\n'
        'series_start = {"Y-" = "1"}\n',
        "sources.csv": "id,kind,title,release\nS1,law,An act,public\n",
        "systems.csv": "id,name,release\nSYS,Quill,public\n",
        "lines.csv": "id,system,country,release\nLA,SYS,XA,public\nLB,SYS,XB,public\n",
        "events.csv": "id,kind,from,to,release\n"
        + "".join(f"E{n},recovery,2023-0{n}-05,2023-0{n}-05,public\n" for n in range(1, 8)),
        "items.csv": "id,label,role,custody_status,system,line,serial,event,release\n"
        + "".join(
            f"I{n},Item {n},item,documented,SYS,{'LA' if n < 4 else 'LB'},Y-{serial},E{n},public\n"
            for n, serial in enumerate(SERIALS, 1)
        ),
        "markings.csv": "id,component,text,release\nM1,C1,2241,public\nM2,C2,22T,public\n",
        "components.csv": "id,item,label,made_as_published,originality,release\n"
        + "".join(f"C{n},I{n},chip,2022-W{n + 40},original,public\n" for n in range(1, 8)),
    }
    for name, text in sheets.items():
        (case / name).write_text(text, encoding="utf-8")
    return case


def made(folder: Path, place: Path, clearance: str) -> tuple[Material, Document]:
    store = open_store(place, create=True, clock=lambda: NOW)
    try:
        recorded = record(store, open_blobs(place), submission([folder]))
        found = material(store, results(store, recorded.case, clearance, NOW.date()), clearance, NOW)
    finally:
        store.close()
    return found, compose(found)


@pytest.fixture(scope="module")
def public(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Material, Document]:
    return made(folder, tmp_path_factory.mktemp("store") / "s.db", "public")


def text_of(document: Document, id_: str) -> str:
    (found,) = (node for node in walk(document) if isinstance(node, Section) and node.id == id_)
    alone = Document("t", "", "2026", [found])
    return " ".join(strings(alone))


def test_the_last_digits_of_a_serial_are_withheld_wherever_it_stands(
    public: tuple[Material, Document],
) -> None:
    everything = " ".join(strings(public[1]))
    assert "Y-4××" in everything
    assert not [serial for serial in SERIALS[2:] if f"Y-{serial}" in everything]


def test_estimates_are_rounded_where_digits_are_withheld(public: tuple[Material, Document]) -> None:
    told = text_of(public[1], "serials")
    assert "about 520" in told  # 455 + 455/7 − 1 = 519
    assert "519" not in told
    assert "last 2 digits of each serial are withheld" in told


def test_who_may_see_everything_sees_serials_and_the_chances_of_each_number(
    folder: Path, tmp_path: Path
) -> None:
    _, document = made(folder, tmp_path / "s.db", "sealed")
    told = text_of(document, "serials")
    assert "Y-455" in told
    assert "519" in told
    assert "How many of the series Y-… were made" in told


def test_dates_say_before_which_day_and_what_was_made_after_a_control_date(
    public: tuple[Material, Document],
) -> None:
    told = text_of(public[1], "dates")
    assert "2022-10-10" in told  # the first day of week 41
    assert "semiconductors listed" in told
    assert "shows no breach" in told
    assert "1 cannot be used" in told
    assert "nobody says so" not in told


def test_changes_name_no_month_where_the_finds_do_not_show_one(public: tuple[Material, Document]) -> None:
    assert "do not show that the share of origin XB changed" in text_of(public[1], "changes")


def test_a_terminal_page_says_the_same(public: tuple[Material, Document]) -> None:
    whole = public[0].whole
    dates = whole.of("I1")
    assert dates is not None
    assert "not put together before 2022-10-10" in next(iter(item_lines(dates)))
    lines = list(case_lines(whole))
    assert any(line.startswith("SYS, series Y-…: about 519") for line in lines)
    assert any(line.startswith("which items share a line: needs") for line in lines)


def test_what_is_read_from_a_marking_stands_beside_what_is_published(
    public: tuple[Material, Document],
) -> None:
    document = public[1]
    (table,) = [
        each
        for each in walk(document)
        if isinstance(each, Table) and each.caption == "Parts dated by their markings"
    ]
    assert [cell[0].text for cell in table.rows[0] if isinstance(cell[0], Text)] == [
        "I1, C1",
        "2022-10-10 to 2022-10-16",
        "2022-10-10 to 2022-10-16 (year-week: 2241)",
    ]
    (ruler,) = [each for each in walk(document) if isinstance(each, Figure) and each.id == "date-ruler"]
    kinds = [row[2][0] for row in ruler.table.rows if row[0][0] == Text("Item 1")]
    assert sorted(kind.text for kind in kinds if isinstance(kind, Text)) == ["made", "read", "recovered"]
    assert "white bars with a triangle (read)" in ruler.caption
