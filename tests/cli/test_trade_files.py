"""The trade files of a case: laid out in case.toml, read when handed in, searched for its parts."""

from __future__ import annotations

import json
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
    assert "Importers of priority codes in shipments/v.csv" in page
    assert "Importer Country Rows since First NEW LLC RU 2 2022-09" in page
    assert "Observation, not a verdict" in page
    assert "release joint guidance on countering Russia evasion”, 26 September 2023" in page
    assert "OLD LLC" not in page
    assert "Shipment rows with a possible match, by month and corridor" in page
    assert "Unless clearly stated, no malpractice is inferred" in page


def test_the_summary_and_the_json_tell_what_the_dossier_tells(sherd: Sherd, case: Path) -> None:
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    (found,) = said.json["result"]["trade"]
    assert found == json.loads((case.parent / "out" / "summary.json").read_text("utf-8"))["trade"][0]
    assert (found["file"], found["rows_searched"], found["parts"]) == ("shipments/v.csv", 5, 1)
    assert found["possible_matches"] == 3
    assert found["watched"] == [
        {"mpn": "STM32F765VIT6", "basis": "recorded on component C1", "confidence": None, "left_out": ""}
    ]
    assert found["matches"][1] == {
        "row": 4, "part": "STM32F765VIT6", "basis": "recorded on component C1", "text": "SТМ32F765VIT6",
        "match": "look-alike", "score": 0.98, "day": "2022-09-03", "corridor": "HK → RU", "hs": "854231",
    }  # fmt: skip
    assert found["by_month"] == [
        {"month": "2021-06", "corridor": "HK → RU", "rows": 1},
        {"month": "2022-09", "corridor": "HK → RU", "rows": 1},
        {"month": "2023-01", "corridor": "CN → RU", "rows": 1},
    ]
    assert found["importers"]["outside_coalition"] == [
        {"name": "NEW LLC", "country": "RU", "rows": 2, "first_month": "2022-09"}
    ]
    assert "26 September 2023" in found["importers"]["source"]


def test_a_sealed_file_is_in_the_summary_for_those_alone_who_may_see_it(sherd: Sherd, case: Path) -> None:
    toml = case / "case.toml"
    toml.write_text(toml.read_text().replace('release = "public"\n', ""))
    for clearance, count in (("team", 0), ("sealed", 1)):
        said = sherd("examine", case, "--out", "out", "--clearance", clearance, "--json")
        assert len(said.json["result"]["trade"]) == count


def test_a_part_on_a_reel_is_counted_as_near_by_its_kind(sherd: Sherd, case: Path) -> None:
    file = case / "shipments" / "v.csv"
    file.write_text(ROWS + "STM32F765VIT6TR REEL,2023-02-01,CN,RU,854231,X\n", encoding="utf-8")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    assert said.json["result"]["trade"][0]["near_by_kind"] == {"other packing": 1}


def test_a_part_that_only_a_worn_marking_names_is_looked_for_and_says_so(sherd: Sherd, case: Path) -> None:
    (case / "components.csv").write_text("id,item,label\nC1,I1,sensor\n")
    (case / "markings.csv").write_text("id,component,text\nM1,C1,ADIS16?88|BMLZ|2215\n")
    lines = ROWS + "SENSOR ADIS16488BMLZ,2023-02-01,CN,RU,903289,X\nADIS16480BMLZ,2023-02-01,CN,RU,1,X\n"
    (case / "shipments" / "v.csv").write_text(lines, encoding="utf-8")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    (found,) = said.json["result"]["trade"]
    (part,) = found["watched"]
    assert part["mpn"] == "ADIS16488BMLZ"
    assert part["basis"] == f"identified from marking M1 at confidence {part['confidence']:.2f}"
    assert 0.5 < part["confidence"] <= 1
    assert [(match["row"], match["basis"]) for match in found["matches"]] == [(7, part["basis"])]
    page = told(case.parent / "out" / "dossier.html")
    assert f"as a method identified them: ADIS16488BMLZ ({part['basis']})" in page


def test_days_that_cannot_be_read_are_named_and_the_rest_is_searched(sherd: Sherd, case: Path) -> None:
    file = case / "shipments" / "v.csv"
    odd = ROWS.replace("2022-09-03", "03/09/2022").replace("01.06.2021", "soon")
    file.write_text(odd, encoding="utf-8")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    assert [
        (each["code"], each["file"], each["row"], each["column"], each["read"])
        for each in said.json["problems"]
    ] == [
        ("not_a_date", "shipments/v.csv", 3, "day", "soon"),
        ("not_a_date", "shipments/v.csv", 4, "day", "03/09/2022"),
    ]
    assert "2023-05-17" in said.json["problems"][0]["do"]
    assert said.json["result"]["trade"][0]["possible_matches"] == 3


@pytest.mark.parametrize(("heading", "outside", "unplaced"), [
    ({"OLD LLC": "RU", "NEW LLC": "Türkiye", "JP KK": "Japan", "X": "", "EE OU": "EE"}, ["NEW LLC"], 1),
    ({"OLD LLC": "RU", "NEW LLC": "de", "JP KK": "JP", "X": "Россия", "EE OU": "EE"}, ["X"], 0),
])  # fmt: skip
def test_new_importers_are_told_only_outside_the_coalition(
    sherd: Sherd, case: Path, heading: dict[str, str], outside: list[str], unplaced: int
) -> None:
    toml = case / "case.toml"
    toml.write_text(toml.read_text() + 'importer_country = "where"\n')
    lines = ROWS.splitlines()
    lines += [f"IC,2022-10-01,CN,RU,{hs},{who}" for who in ("JP KK", "X", "EE OU") for hs in ("854231", "")]
    rows = [f"{line},{heading[line.rsplit(',', 1)[1]]}" for line in lines[1:]]
    (case / "shipments" / "v.csv").write_text("\n".join([lines[0] + ",where", *rows]), encoding="utf-8")
    said = sherd("examine", case, "--out", "out", "--clearance", "public", "--json")
    importers = said.json["result"]["trade"][0]["importers"]
    assert [each["name"] for each in importers["outside_coalition"]] == outside
    assert importers["country_not_stated"] == unplaced


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
