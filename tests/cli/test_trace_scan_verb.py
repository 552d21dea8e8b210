"""``sherd trace scan`` as a user types it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from sherd.cli.resumed import Resumed

Sherd = Callable[..., Any]

ROWS = [
    ("goods", "shipped", "tnved", "from", "to"),
    ("ДАТЧИК МРU-9250, 2 ШТ", "01.03.2022", "854231", "CN", "RU"),
    ("чайник, электрический", "2022-03-02", "851610", "CN", "RU"),
    ("集成电路 SN74HCT574PWR 品牌", "2022-03-09", "854239", "HK", "RU"),
    ("SN74HCT 574PWR / MPU9250", "2022-04-01", "854239", "HK", "RU"),
    ("BC847B-QX 3000 PCS", "2022-04-01", "854121", "CN", "RU"),
]
HITS = [
    ["0", "MPU-9250", "7", "15", "МРU-9250", "look-alike", "0.98"],
    ["2", "SN74HCT574PWR", "5", "18", "SN74HCT574PWR", "exact", "1.0"],
    ["3", "SN74HCT574PWR", "0", "14", "SN74HCT 574PWR", "split", "0.95"],
    ["3", "MPU-9250", "17", "24", "MPU9250", "split", "0.95"],
]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    with (tmp_path / "ships.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    (tmp_path / "parts.csv").write_text("mpn\nMPU-9250\nSN74HCT574PWR\nBC847B\nSYM-2+\n", encoding="utf-8")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "ships.xlsx")
    duckdb.read_csv(str(tmp_path / "ships.csv"), all_varchar=True).write_parquet(
        str(tmp_path / "ships.parquet")
    )
    (tmp_path / "empty.csv").write_text("mpn\n\n", encoding="utf-8")
    (tmp_path / "short.csv").write_text("mpn\n1206\n", encoding="utf-8")
    for name in ("folder.csv", "beside.near.csv"):
        (tmp_path / name).mkdir()
    return tmp_path


def told(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_a_watched_part_on_a_reel_is_told_as_near(sherd: Sherd, files: Path) -> None:
    (files / "reel.csv").write_text("goods\nMCU STM32F765VIT6TR 10 PCS\n", encoding="utf-8")
    (files / "one.csv").write_text("mpn\nSTM32F765VIT6\n", encoding="utf-8")
    asked = ("--parts", "one.csv", "--text", "goods", "--out", "hits.csv")
    assert sherd("trace", "scan", "reel.csv", *asked).code == 0
    assert told(files / "hits.csv") == []
    near = ["0", "STM32F765VIT6", "4", "19", "STM32F765VIT6TR", "other packing", "0.9"]
    assert told(files / "hits.near.csv") == [near]


def test_a_day_that_cannot_be_read_is_named_and_its_row_counted_under_no_month(
    sherd: Sherd, files: Path
) -> None:
    ships = files / "ships.csv"
    ships.write_text(ships.read_text("utf-8").replace("2022-03-09", "09/03/2022"), encoding="utf-8")
    said = scan(sherd, "ships.csv", "--date", "shipped", "--by", "month", "--json")
    found = [(each["code"], each["row"], each["column"], each["read"]) for each in said.json["problems"]]
    assert ("not_a_date", 4, "shipped", "09/03/2022") in found
    assert {"month": "not stated", "rows": 1} in said.json["result"]["totals"]


def scan(sherd: Sherd, name: str, *more: str, out: str = "hits.csv") -> Any:
    return sherd("trace", "scan", name, "--parts", "parts.csv", "--text", "goods", "--out", out, *more)


@pytest.mark.parametrize("name", ["ships.csv", "ships.xlsx", "ships.parquet"])
@pytest.mark.parametrize("more", [(), ("--keys", "kept")])
def test_hits_are_the_same_from_every_form_and_by_either_way(
    sherd: Sherd, files: Path, name: str, more: tuple[str, ...]
) -> None:
    for _ in range(2):  # the kept keys are asked again
        said = scan(sherd, name, *more)
        assert said.code == 0, said.err
        assert told(files / "hits.csv") == HITS
    assert told(files / "hits.near.csv") == [["4", "BC847B", "0", "6", "BC847B", "longer number", "0.3"]]
    assert "4 possible matches: 2 of 3 parts watched, in 3 of 5 rows searched" in said.out
    assert "no malpractice is inferred" in said.out
    assert "SYM-2+" in said.err


def test_rows_are_counted_by_month_and_corridor(sherd: Sherd, files: Path) -> None:
    asked = ("--date", "shipped", "--from", "from", "--to", "to", "--by", "month,corridor", "--json")
    for more in ((), ("--keys", "kept")):
        said = scan(sherd, "ships.csv", *asked, *more)
        assert said.result["totals"] == [
            {"month": "2022-03", "corridor": "CN → RU", "rows": 1},
            {"month": "2022-03", "corridor": "HK → RU", "rows": 1},
            {"month": "2022-04", "corridor": "HK → RU", "rows": 1},
        ]
        assert "no malpractice" in said.result["fairness"]
        assert [problem["code"] for problem in said.json["problems"]] == ["unsearchable_part"]


def test_the_rows_by_month_and_corridor_are_drawn(sherd: Sherd, files: Path) -> None:
    asked = ("--date", "shipped", "--from", "from", "--to", "to")
    said = scan(sherd, "ships.csv", *asked, "--chart", "months.svg", "--json")
    assert said.result["chart"] == "months.svg"
    drawn = (files / "months.svg").read_text("utf-8")
    assert {"2022-03", "2022-04", "HK → RU", "CN → RU"} <= set(re.findall(r">([^<>]+)</text>", drawn))
    scan(sherd, "ships.csv", *asked, "--chart", "months.png")
    assert (files / "months.png").read_bytes().startswith(b"\x89PNG")


def test_hits_as_parquet_have_numbers_as_numbers(sherd: Sherd, files: Path) -> None:
    assert scan(sherd, "ships.csv", out="hits.parquet").code == 0
    first = duckdb.read_parquet(str(files / "hits.parquet")).fetchall()[0]
    assert first == (0, "MPU-9250", 7, 15, "МРU-9250", "look-alike", 0.98)
    assert sorted(file.name for file in files.glob("hits*")) == ["hits.near.parquet", "hits.parquet"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (("--text", "product"), "no column product"),
        (("--out", "hits.txt"), "no .csv or .parquet"),
        (("--by", "vessel"), "cannot be counted by vessel"),
        (("--by", "month"), "counted by month. Give --date"),
        (("--by", "hs,corridor"), "counted by hs. Give --hs"),
        (("--parts", "none.csv"), "none.csv is not there"),
        (("--parts", "empty.csv"), "empty.csv names no part to look for"),
        (("--parts", "short.csv"), "No part of short.csv can be told from other words in running text: 1206"),
        (("--out", "folder.csv"), "folder.csv is a folder"),
        (("--out", "beside.csv"), "beside.near.csv is a folder"),
        (("--chart", "months.svg"), "A chart needs --date"),
    ],
)
def test_a_wrong_call_says_what_and_what_to_do(
    sherd: Sherd, files: Path, changed: tuple[str, str], words: str
) -> None:
    said = scan(sherd, "ships.csv", *changed)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err
    assert [file.name for file in files.iterdir() if ".part" in file.name] == []


def test_a_row_that_cannot_be_read_keeps_its_place_and_is_named(sherd: Sherd, files: Path) -> None:
    bad = 'goods,to\nMPU-9250,RU\n"чай\nник",RU\n'.encode() + b"\xcc\xcf MPU-9250,RU\n" + b"MPU-9250,RU\n"
    (files / "bad.csv").write_bytes(bad)
    said = scan(sherd, "bad.csv", "--to", "to", "--json")
    assert [row[:2] for row in told(files / "hits.csv")] == [[n, "MPU-9250"] for n in ("0", "2", "3")]
    assert [(p["code"], p["row"]) for p in said.json["problems"]][-1] == ("not_decodable", 4)


def test_kept_keys_of_another_file_are_refused(sherd: Sherd, files: Path) -> None:
    assert scan(sherd, "ships.csv", "--keys", "kept").code == 0
    said = scan(sherd, "ships.xlsx", "--keys", "kept")
    assert said.code == 2
    assert "keys of another file" in said.err


def test_an_empty_file_has_no_hits(sherd: Sherd, files: Path) -> None:
    (files / "empty.csv").write_text("goods\n")
    for more in ((), ("--keys", "none")):
        assert scan(sherd, "empty.csv", *more).code == 0
        assert told(files / "hits.csv") == []


def test_the_parts_of_a_case_are_looked_for(sherd: Sherd, files: Path) -> None:
    case = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"
    (files / "st.csv").write_text("goods\nМИКРОКОНТРОЛЛЕР STM32F765VIT6 - 40 ШТ\n", encoding="utf-8")
    said = sherd("trace", "scan", "st.csv", "--parts", case, "--text", "goods", "--out", "hits.csv")
    assert said.code == 0, said.err
    assert [row[1] for row in told(files / "hits.csv")] == ["STM32F765VIT6"]


@pytest.mark.parametrize("stops_at", range(1, 6))
def test_a_run_stopped_at_any_write_gives_every_hit_once(
    sherd: Sherd, files: Path, monkeypatch: pytest.MonkeyPatch, stops_at: int
) -> None:
    scan(sherd, "ships.csv", out="whole.csv")
    left = stops_at

    def stopping(written: Callable[..., None]) -> Callable[..., None]:
        def maybe(*given: Any) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise KeyboardInterrupt
            written(*given)

        return maybe

    with monkeypatch.context() as stopped:
        for name in ("add", "finish"):
            stopped.setattr(Resumed, name, stopping(getattr(Resumed, name)))
        assert scan(sherd, "ships.csv").code == 130
    scan(sherd, "ships.csv")
    for kind in ("", ".near"):
        assert (files / f"hits{kind}.csv").read_bytes() == (files / f"whole{kind}.csv").read_bytes()


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_a_spreadsheet_saved_as_unicode_text_is_read_by_its_mark(
    sherd: Sherd, files: Path, order: str
) -> None:
    told_by_utf_8 = "\ufeff" + (files / "ships.csv").read_text(encoding="utf-8").replace("\r\n", "\n")
    (files / "wide.csv").write_bytes(told_by_utf_8.encode(order))
    assert scan(sherd, "wide.csv").code == 0
    assert told(files / "hits.csv") == HITS


def test_a_file_cut_off_within_a_sign_is_refused_by_name(sherd: Sherd, files: Path) -> None:
    (files / "cut.csv").write_bytes("goods\nMPU-9250\n".encode("utf-16")[:-1])
    said = scan(sherd, "cut.csv")
    assert said.code == 1
    assert "cut.csv is not utf-16 throughout" in said.err
    assert "--encoding" in said.err


@pytest.mark.parametrize("more", [(), ("--keys", "kept")])
def test_what_finds_nothing_says_in_how_many_rows_and_for_how_many_parts(
    sherd: Sherd, files: Path, more: tuple[str, ...]
) -> None:
    (files / "none.csv").write_text("goods\nчайник\nкофейник\nкатушка\n", encoding="utf-8")
    for _ in range(2):  # the kept keys are asked again
        said = scan(sherd, "none.csv", *more)
        assert "0 possible matches: 0 of 3 parts watched, in 0 of 3 rows searched" in said.out
    result = scan(sherd, "none.csv", *more, "--json").result
    assert (result["possible_matches"], result["rows_searched"], result["parts_watched"]) == (0, 3, 3)


RAGGED = """goods,to,goods
MPU-9250,RU,a
MPU-9250,RU
MPU-9250,RU,a,b
MPU-9250,RU,a,
"MPU-9250,RU,a
MPU-9250,RU,a
"ab ""MPU-9250""
cd",RU,a
"x y,RU,a
MPU-9250,RU,"a
"""


def test_every_odd_row_of_a_csv_is_named_and_no_row_is_swallowed(sherd: Sherd, files: Path) -> None:
    (files / "ragged.csv").write_text(RAGGED, encoding="utf-8")
    said = scan(sherd, "ragged.csv", "--json")
    assert said.code == 0, said.err
    named = [(p["code"], p["file"], p["row"], p["column"]) for p in said.json["problems"]]
    assert named[1:] == [
        ("duplicate_column", "ragged.csv", 1, "goods"),
        ("row_width", "ragged.csv", 3, ""),
        ("row_width", "ragged.csv", 4, ""),
        ("unclosed_quote", "ragged.csv", 6, "goods"),
        ("unclosed_quote", "ragged.csv", 9, "goods"),
        ("unclosed_quote", "ragged.csv", 10, "goods"),
    ]
    assert said.json["problems"][2]["read"] == "2 cells"
    assert [row[0] for row in told(files / "hits.csv")] == ["0", "1", "2", "3", "4", "5", "6", "8"]
    assert said.result["rows_searched"] == 9


def test_a_closed_cell_whose_lines_read_like_rows_is_named(sherd: Sherd, files: Path) -> None:
    (files / "held.csv").write_text(
        'goods,to,who\n"x\nMPU-9250,RU,a\n",RU,b\nMPU-9250,RU,c\n', encoding="utf-8"
    )
    said = scan(sherd, "held.csv", "--json")
    assert [(p["code"], p["row"], p["column"]) for p in said.json["problems"][1:]] == [
        ("unclosed_quote", 2, "goods")
    ]
    assert [row[0] for row in told(files / "hits.csv")] == ["0", "1"]


def test_a_file_without_anything_in_it_is_said_to_be_empty(sherd: Sherd, files: Path) -> None:
    (files / "nothing.csv").write_bytes(b"")
    said = scan(sherd, "nothing.csv")
    assert said.code == 2
    assert "It is empty" in said.err
