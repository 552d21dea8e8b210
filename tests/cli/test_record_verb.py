"""Recording as a user sees it: counts, problems, edits, bad calls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sherd = Callable[..., Any]


def test_recording_twice_changes_nothing(sherd: Sherd, case_folder: Path) -> None:
    first = sherd("record", case_folder, "--json").result
    again = sherd("record", case_folder, "--json").result
    assert first["recorded"] == 3
    assert again == {"recorded": 0, "unchanged": 3, "superseded": 0, "withdrawn": 0, "cases": ["small"]}


def test_an_edit_supersedes_its_row_and_a_removed_row_is_withdrawn(sherd: Sherd, case_folder: Path) -> None:
    sherd("record", case_folder)
    items = case_folder / "items.csv"
    items.write_text(
        items.read_text("utf-8").replace("First", "The first").replace("I2,Second,reference,unknown,\n", ""),
        "utf-8",
    )
    result = sherd("record", case_folder, "--json").result
    assert (result["superseded"], result["withdrawn"], result["unchanged"]) == (1, 1, 1)


def test_a_row_inserted_above_leaves_the_others_unchanged(sherd: Sherd, case_folder: Path) -> None:
    sherd("record", case_folder)
    items = case_folder / "items.csv"
    header, rest = items.read_text("utf-8").split("\n", 1)
    items.write_text(f"{header}\nI0,Before,reference,unknown,\n{rest}", "utf-8")
    result = sherd("record", case_folder, "--json").result
    assert (result["recorded"], result["superseded"], result["unchanged"]) == (1, 0, 3)


def test_another_case_is_not_touched(sherd: Sherd, case_folder: Path, tmp_path: Path) -> None:
    sherd("record", case_folder)
    other = tmp_path / "other"
    other.mkdir()
    for name in ("case.toml", "items.csv"):
        (other / name).write_text(
            (case_folder / name).read_text("utf-8").replace('"small"', '"other"'), "utf-8"
        )
    sherd("record", other)
    assert sherd("record", case_folder, "--json").result["unchanged"] == 3


def test_a_problem_names_file_row_and_column(sherd: Sherd, case_folder: Path) -> None:
    with (case_folder / "items.csv").open("a", encoding="utf-8") as file:
        file.write("I3,Third,itme,unknown,\n")
    said = sherd("record", case_folder, "--json")
    (problem,) = said.json["problems"]
    assert said.code == 0
    assert (problem["code"], problem["file"], problem["row"], problem["column"], problem["read"]) == (
        "unknown_word",
        "items.csv",
        4,
        "role",
        "itme",
    )
    assert said.result["recorded"] == 3


def test_strict_says_no_to_a_problem(sherd: Sherd, case_folder: Path) -> None:
    (case_folder / "items.csv").write_text(
        "id,label,role,custody_status,colour\nI1,A,item,unknown,red\n", "utf-8"
    )
    said = sherd("record", case_folder, "--strict", "--json")
    assert (said.code, said.json["ok"]) == (1, False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("record", "no-such-folder"), 2),
        (("record",), 2),
        (("record", ".", "--colour", "red"), 2),
        (("conjure",), 2),
        (("attribute", "I1"), 2),
        (("verify",), 2),
    ],
)
def test_a_wrong_call_exits_2_and_says_so(sherd: Sherd, arguments: tuple[str, ...], code: int) -> None:
    said = sherd(*arguments)
    assert said.code == code
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_a_failure_is_one_json_object_too(sherd: Sherd) -> None:
    said = sherd("record", "no-such-folder", "--json")
    assert said.json["ok"] is False
    assert "no-such-folder" in said.json["problems"][0]["read"]


def test_reading_never_makes_a_store(sherd: Sherd, tmp_path: Path) -> None:
    assert sherd("attribute", "I1", "--store", "absent.db").code == 2
    assert not (tmp_path / "absent.db").exists()


def test_the_instant_needs_its_offset(sherd: Sherd, case_folder: Path) -> None:
    said = sherd("record", case_folder, "--now", "2026-11-23T12:00:00")
    assert said.code == 2
    assert "UTC offset" in said.err


@pytest.mark.parametrize("instant", ["9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+14:00"])
def test_an_instant_that_has_no_utc_is_no_instant(sherd: Sherd, case_folder: Path, instant: str) -> None:
    said = sherd("record", case_folder, "--now", instant, "--json")
    assert said.code == 2
    assert said.json["problems"][0]["do"] == "See sherd record --help."
    assert "defect" not in said.err
