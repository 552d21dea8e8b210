"""``sherd trace link`` as a user types it, on invented records of two vendors with known doubles."""

from __future__ import annotations

import csv
import importlib.util
import random
import re
import socket
from collections import Counter
from collections.abc import Callable
from math import log2
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

Sherd = Callable[..., Any]

needs_splink = pytest.mark.skipif(
    importlib.util.find_spec("splink") is None, reason="Splink (extra link) is not installed"
)

SENDERS = ("Bright Star Electronics Co., Ltd", "Lotus Trading Limited", "Ocean Tools", "Silver Road")
RECEIVERS = {
    "ООО «Альфа Трейд»": "ALFA TRADE LLC",
    "АО «Орион Импорт»": "IMPORT ORION AO",
    "ООО «Бета Сервис»": "BETA SERVICE OOO",
}
CODES = ("854231", "854232", "853224", "851762")
DOUBLES = 20
ONE = ("shipped", "hs", "from", "to", "usd", "pieces")
OTHER = ("Дата", "ТНВЭД", "Отправитель", "Получатель", "Стоимость", "Кол-во")
NAMED = ("--date", "--hs", "--shipper", "--consignee", "--value", "--quantity")
ASKED = tuple(word for each in zip(NAMED, ONE, NAMED, OTHER, strict=True) for word in each)


def shipment(chance: random.Random) -> tuple[str, ...]:
    day = f"2023-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
    parties = (chance.choice(SENDERS), chance.choice(list(RECEIVERS)))
    return (
        day,
        chance.choice(CODES),
        *parties,
        str(chance.randint(500, 90_000)),
        str(chance.randint(1, 5_000)),
    )


def otherwise(told: tuple[str, ...]) -> tuple[str, ...]:
    """The same shipment as another vendor writes it."""
    year, month, day = told[0].split("-")
    sender, receiver = told[2].upper(), RECEIVERS[told[3]]
    return f"{day}.{month}.{year}", f"{told[1]}0000", sender, receiver, told[4], f"{told[5]} шт"


def put(path: Path, heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])


@pytest.fixture
def files(tmp_path: Path) -> Path:
    chance = random.Random(5)
    one = [shipment(chance) for _ in range(90)]
    other = [*map(otherwise, one[:DOUBLES]), *(otherwise(shipment(chance)) for _ in range(70))]
    put(tmp_path / "a.csv", ONE, one)
    put(tmp_path / "b.csv", OTHER, other)
    return tmp_path


def link(sherd: Sherd, *more: str, files: tuple[str, ...] = ("a.csv", "b.csv"), out: str = "p.csv") -> Any:
    return sherd("trace", "link", *files, *ASKED, "--out", out, *more)


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def told(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@needs_splink
def test_the_doubles_of_two_vendors_are_found_and_nothing_is_merged(sherd: Sherd, files: Path) -> None:
    before = (files / "a.csv").read_bytes()
    said = link(sherd)
    assert said.code == 0, said.err
    rows = told(files / "p.csv")
    assert {(row["row_a"], row["row_b"]) for row in rows} == {(str(n), str(n)) for n in range(DOUBLES)}
    assert {row["says"] for row in rows} == {"possibly the same shipment"}
    assert rows[0]["consignee_a"] in RECEIVERS
    assert rows[0]["consignee_b"] in RECEIVERS.values()
    assert {rows[0][field] for field in ("date", "hs", "shipper", "consignee", "value", "quantity")} == {
        "agrees"
    }
    assert max(float(row["probability"]) for row in rows) <= 0.9999
    assert "20 pairs are possibly the same shipment" in said.out
    assert "never a merger" in said.out
    assert (files / "a.csv").read_bytes() == before


@needs_splink
def test_what_is_near_or_differs_is_told_by_field_and_lowers_the_probability(
    sherd: Sherd, files: Path
) -> None:
    rows = cells(files / "b.csv")
    year = rows[1][0][6:]
    rows[1][4], rows[1][5] = "1", ""
    rows[1][0] = f"{int(rows[1][0][:2]) % 27 + 1:02}{rows[1][0][2:6]}{year}"
    put(files / "b.csv", OTHER, [tuple(row) for row in rows[1:]])
    assert link(sherd, "--least", "0.0001").code == 0
    found = {(row["row_a"], row["row_b"]): row for row in told(files / "p.csv")}
    changed, same = found["0", "0"], found["1", "1"]
    assert (changed["value"], changed["quantity"], changed["hs"]) == ("differs", "not stated", "agrees")
    assert changed["date"] in ("near", "differs")
    assert float(changed["probability"]) < float(same["probability"])
    bits = sum(float(each) for each in re.findall(r"[+-][\d.]+", changed["reason"]))
    odds = float(changed["probability"]) / (1 - float(changed["probability"]))
    assert bits == pytest.approx(log2(odds), abs=0.5)  # each of the numbers is rounded to a tenth of a bit


@needs_splink
def test_the_same_records_give_the_same_bytes_and_no_word_leaves_the_machine(
    sherd: Sherd, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    assert link(sherd).code == 0
    assert link(sherd, out="again.csv").code == 0
    assert (files / "p.csv").read_bytes() == (files / "again.csv").read_bytes()


@needs_splink
def test_parquet_and_workbooks_link_as_csv_does(sherd: Sherd, files: Path) -> None:
    duckdb.read_csv(str(files / "a.csv"), all_varchar=True).write_parquet(str(files / "a.parquet"))
    book = openpyxl.Workbook()
    for row in cells(files / "b.csv"):
        book.active.append(row)
    book.save(files / "b.xlsx")
    assert link(sherd).code == 0
    assert link(sherd, files=("a.parquet", "b.xlsx"), out="forms.csv").code == 0
    first, second = told(files / "p.csv"), told(files / "forms.csv")
    assert [row["probability"] for row in first] == [row["probability"] for row in second]
    assert second[0]["file_a"] == "a.parquet"


@needs_splink
def test_a_file_may_lack_a_column_that_the_others_have(sherd: Sherd, files: Path) -> None:
    asked = ["-" if word == "Стоимость" else word for word in ASKED]
    said = sherd("trace", "link", "a.csv", "b.csv", *asked, "--out", "p.csv")
    assert said.code == 0, said.err
    assert {row["value"] for row in told(files / "p.csv")} == {"not stated"}


@needs_splink
def test_no_cell_of_a_vendor_becomes_a_formula(sherd: Sherd, files: Path) -> None:
    rows = cells(files / "b.csv")
    rows[1][5] = "=1+1"
    put(files / "b.csv", OTHER, [tuple(row) for row in rows[1:]])
    assert link(sherd).code == 0
    assert [row["quantity_b"] for row in told(files / "p.csv") if row["row_b"] == "0"] == ["'=1+1"]


@needs_splink
def test_files_that_share_no_block_have_no_pair_and_say_so(sherd: Sherd, files: Path) -> None:
    put(files / "b.csv", OTHER, [("01.01.1999", "010121", "Nobody", "NIEMAND", "7", "7")])
    said = link(sherd)
    assert said.code == 0, said.err
    assert "0 pairs are possibly the same shipment" in said.out
    assert told(files / "p.csv") == []
    put(files / "b.csv", OTHER, [])
    assert "b.csv: 0" in link(sherd).out


def test_the_blocks_are_shown_without_splink_and_nothing_is_compared(
    sherd: Sherd, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sherd.analytics.link.find_spec", lambda _: None)
    said = sherd("trace", "link", "a.csv", "b.csv", *ASKED, "--blocks-only")
    assert said.code == 0, said.err
    assert "180 records, 8,100 pairs between files" in said.out
    assert re.search(r"same date and value +20 pairs +0\.2469%", said.out)
    assert "nothing was compared" in said.out
    assert not (files / "p.csv").exists()


@needs_splink
def test_above_the_bound_the_blocks_are_shown_and_nothing_is_compared(sherd: Sherd, files: Path) -> None:
    said = link(sherd, "--most", "19", "--json")
    assert said.code == 2
    assert "same date and value" in said.err
    assert "more than the 19 allowed" in said.out
    assert not (files / "p.csv").exists()


@needs_splink
def test_json_tells_the_blocks_and_the_prior(sherd: Sherd, files: Path) -> None:
    result = link(sherd, "--json").result
    assert result["pairs"] == DOUBLES
    assert result["files"] == {"a.csv": 90, "b.csv": 90}
    assert {"date", "value"} in [set(block["rule"]) for block in result["blocks"]]
    one = Counter(otherwise(tuple(row))[:4] for row in cells(files / "a.csv")[1:])
    alike = one & Counter(tuple(row[:4]) for row in cells(files / "b.csv")[1:])
    assert alike.total() >= DOUBLES
    assert result["prior"] == pytest.approx(alike.total() / 0.7 / 8_100)


@needs_splink
@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (RuntimeError("Query interrupted"), 130, ""),
        (duckdb.OutOfMemoryException("SELECT … Error was: none left"), 3, "compared: none left. Ask of"),
    ],
)  # fmt: skip
def test_a_run_that_is_stopped_or_fails_says_so_and_leaves_no_file(
    sherd: Sherd, files: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: int, words: str
) -> None:
    def failing(*_: object) -> None:
        raise fault

    monkeypatch.setattr("sherd.analytics.link._linker", failing)
    said = link(sherd)
    assert said.code == code
    assert words in said.err
    assert "SELECT" not in said.err
    assert not (files / "p.csv").exists()


def test_without_splink_the_error_names_what_to_install(
    sherd: Sherd, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sherd.analytics.link.find_spec", lambda _: None)
    said = link(sherd)
    assert said.code == 2
    assert "extra `link`" in said.err
    assert "make link" in said.err


def test_a_cell_that_cannot_be_read_is_named_with_file_row_and_column(sherd: Sherd, files: Path) -> None:
    put(files / "b.csv", OTHER, [("03/04/2023", "chips", "X", "Y", "1,234", "many")])
    said = sherd("trace", "link", "a.csv", "b.csv", *ASKED, "--blocks-only", "--json")
    assert [(each["code"], each["file"], each["row"], each["column"]) for each in said.json["problems"]] == [
        ("not_a_date", "b.csv", 2, "Дата"),
        ("not_a_number", "b.csv", 2, "ТНВЭД"),
        ("not_a_number", "b.csv", 2, "Стоимость"),
        ("not_a_number", "b.csv", 2, "Кол-во"),
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.csv", "--date", "shipped", "--hs", "hs", "--out", "p.csv"), "two files or more"),
        (("a.csv", "a.csv", "--date", "shipped", "--hs", "hs", "--out", "p.csv"), "once"),
        (("a.csv", "b.csv", "--date", "shipped", "--out", "p.csv"), "linked by so little"),
        (("a.csv", "b.csv", "--out", "p.csv"), "No column of a.csv is named"),
        (("a.csv", "b.csv", "--date", "shipped", "--hs", "hs", "--blocks-only"), "no column shipped, hs. It"),
        (("a.csv", "b.csv", *("--date", "shipped") * 3, "--out", "p.csv"), "3 columns for 2 files"),
        (("a.csv", "gone.csv", "--date", "shipped", "--hs", "hs", "--blocks-only"), "gone.csv is not there"),
        (("a.csv", "b.csv", "--date", "shipped", "--hs", "hs"), "--out FILE.csv"),
        (("a.csv", "b.csv", "--date", "shipped", "--hs", "hs", "--out", "p.txt"), "no .csv file"),
        (("a.csv", "b.csv", "--date", "shipped", "--hs", "hs", "--out", "b.csv"), "files that are read"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_carried_out_says_what_to_do(
    sherd: Sherd, files: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = sherd("trace", "link", *arguments)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err
