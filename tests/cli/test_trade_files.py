"""The trade files of a case: laid out in case.toml, read when handed in, searched for its parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sherd = Callable[..., Any]

CASE = 'id = "k"\ntitle = "K"\nquestion = "By which road?"\n'
LAYOUT = (
    '[[shipments]]\nfile = "shipments/v.csv"\ntext = "goods"\ndate = "day"\nfrom = "a"\nto = "b"\nhs = "hs"\n'
    'importer = "who"\nrelease = "public"\n'
)
ROWS = """goods,day,a,b,hs,who
ЧАЙНИК 220В,2021-05-01,CN,RU,851610,OLD LLC
МИКРОСХЕМА STM32F765VIT6,01.06.2021,HK,RU,854231,OLD LLC
IC SТМ32F765VIT6,2022-09-03,HK,RU,854231,OLD LLC
IC ADC08D1520,2022-09-04,HK,RU,854239,NEW LLC
STM32F765 VIT6 10 PCS,2023-01-09,CN,RU,8542310000,NEW LLC
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    (folder / "shipments").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE + LAYOUT, encoding="utf-8")
    (folder / "items.csv").write_text("id,label,role,custody_status\nI1,One,item,unknown\n")
    (folder / "components.csv").write_text(
        "id,item,label,part_as_published\nC1,I1,controller,STM32F765VIT6\n"
    )
    (folder / "shipments" / "v.csv").write_text(ROWS, encoding="utf-8")
    return folder


def told(path: Path) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", path.read_text("utf-8")))


def test_the_dossier_tells_possible_matches_and_what_importers_did(sherd: Sherd, case: Path) -> None:
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    assert said.code == 0, said.err
    assert said.json["problems"] == []
    page = told(case.parent / "out" / "dossier.html")
    assert "5 rows searched; 3 possible matches of 1 part" in page
    assert "3 STM32F765VIT6 STM32F765VIT6 exact 1 01.06.2021 HK → RU 854231" in page
    assert "4 STM32F765VIT6 SТМ32F765VIT6 look-alike" in page
    assert "6 STM32F765VIT6 STM32F765 VIT6 split" in page
    assert (
        "Importers of priority codes in shipments/v.csv Importer Rows since First NEW LLC 2 2022-09" in page
    )
    assert "Observation, not a verdict" in page
    assert "OLD LLC" not in page
    assert "Shipment rows with a possible match, by month and corridor" in page
    assert "Unless clearly stated, no malpractice is inferred" in page


def test_a_file_of_which_nothing_else_is_said_is_sealed(sherd: Sherd, case: Path) -> None:
    toml = case / "case.toml"
    toml.write_text(toml.read_text().replace('release = "public"\n', ""))
    assert sherd("examine", case, "--out", "out", "--clearance", "team").code == 0
    assert "possible match" not in told(case.parent / "out" / "dossier.html")
    assert sherd("publish", "k", "--format", "html", "--out", "all", "--clearance", "sealed").code == 0
    assert "3 possible matches" in told(case.parent / "all" / "dossier.html")


def test_a_file_without_earlier_rows_says_nothing_of_importers(sherd: Sherd, case: Path) -> None:
    lines = ROWS.splitlines(keepends=True)
    (case / "shipments" / "v.csv").write_text("".join([lines[0], *lines[3:]]), encoding="utf-8")
    sherd("examine", case, "--out", "out", "--clearance", "public")
    page = told(case.parent / "out" / "dossier.html")
    assert "2 possible matches" in page
    assert "Observation" not in page


@pytest.mark.parametrize(
    ("change", "code", "file", "row", "column"),
    [
        (("text = ", "teXt_ = "), "missing_value", "case.toml", None, "shipments.text"),
        (("hs = ", "hsc = "), "unread_key", "case.toml", None, "hsc"),
        (
            ('file = "shipments/v.csv"', 'file = "../v.csv"'),
            "unsafe_path",
            "case.toml",
            None,
            "shipments.file",
        ),
        (("v.csv", "w.csv"), "missing_file", "shipments/w.csv", None, ""),
        (('"goods"', '"cargo"'), "missing_column", "shipments/v.csv", 1, ""),
        (('"public"', '"secret"'), "unknown_word", "case.toml", None, "shipments.release"),
    ],
)
def test_a_layout_that_does_not_fit_is_told_where_it_stands(
    sherd: Sherd, case: Path, change: tuple[str, str], code: str, file: str, row: int | None, column: str
) -> None:
    toml = case / "case.toml"
    toml.write_text(toml.read_text().replace(*change))
    said = sherd("record", case, "--json")
    assert said.code == 0, said.err
    found = [(each["code"], each["file"], each["row"], each["column"]) for each in said.json["problems"]]
    assert (code, file, row, column) in found
    assert sherd("examine", case, "--out", "out").code == 0


def test_an_odd_row_of_a_trade_file_is_named_and_the_rest_is_searched(sherd: Sherd, case: Path) -> None:
    file = case / "shipments" / "v.csv"
    file.write_bytes(file.read_bytes() + b"short\n" + b"\xcc\xcf STM32F765VIT6,2023-02-01,CN,RU,854231,X\n")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    found = [(each["code"], each["file"], each["row"]) for each in said.json["problems"]]
    assert found == [("row_width", "shipments/v.csv", 7), ("not_decodable", "shipments/v.csv", 8)]
    assert "4 possible matches" in told(case.parent / "out" / "dossier.html")


def test_a_file_that_breaks_off_is_searched_as_far_as_it_goes(sherd: Sherd, case: Path) -> None:
    lines = ["goods,day,a,b,hs,who", "STM32F765VIT6,2022-03-01,CN,RU,854231,X", *["x,,,,,"] * 60_000]
    (case / "shipments" / "v.csv").write_bytes("\n".join(lines).encode("utf-16") + b"\0")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    assert said.code == 0, said.err
    assert [(each["code"], each["file"]) for each in said.json["problems"]] == [
        ("unreadable_file", "shipments/v.csv")
    ]
    assert "1 possible match of 1 part" in told(case.parent / "out" / "dossier.html")
