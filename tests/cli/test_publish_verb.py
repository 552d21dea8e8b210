"""``sherd publish``: the dossier or the bundle of a case that was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def recorded(sherd: Any, case_folder: Path) -> Path:
    """The small case, in the store of this folder."""
    assert sherd("record", case_folder).code == 0
    return case_folder


def test_it_writes_page_and_paper_unless_told_otherwise(sherd: Any, recorded: Path, tmp_path: Path) -> None:
    said = sherd("publish", "small", "--json")
    assert said.code == 0
    assert said.result == {"case": "small", "files": ["small/dossier.html", "small/dossier.pdf"]}
    assert all((tmp_path / file).is_file() for file in said.result["files"])


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        ("html", {"dossier.html"}),
        ("pdf", {"dossier.pdf"}),
        ("html,pdf,html", {"dossier.html", "dossier.pdf"}),
    ],
)
def test_it_writes_the_formats_asked_for(
    sherd: Any, recorded: Path, tmp_path: Path, formats: str, files: set[str]
) -> None:
    assert sherd("publish", "small", "--format", formats, "--out", "o").code == 0
    assert {path.name for path in (tmp_path / "o").iterdir()} == files


def test_the_bundle_lies_in_a_folder_of_its_own(sherd: Any, recorded: Path, tmp_path: Path) -> None:
    assert sherd("publish", "small", "--format", "bag", "--out", "o").code == 0
    assert (tmp_path / "o/small-bag/bagit.txt").is_file()
    assert sherd("verify", "o/small-bag").code == 0


@pytest.fixture
def with_serials(sherd: Any, tmp_path: Path) -> Path:
    """A case with serials: two in the open, one for the team, one item without."""
    folder = tmp_path / "numbered"
    folder.mkdir()
    (folder / "case.toml").write_text('id = "n"\ntitle = "N"\nquestion = "?"\n', "utf-8")
    (folder / "items.csv").write_text(
        "id,label,role,custody_status,serial,release\nI1,Wing,item,unknown,Y-12345678,\n"
        "I2,Wing,item,unknown,Y-87654321,public\nI3,Wing,item,unknown,Y-55554444,team\nI4,Wing,item,unknown,,\n",
        "utf-8",
    )
    assert sherd("record", folder).code == 0
    return folder


def test_a_public_bundle_says_how_many_whole_serials_its_events_hold(
    sherd: Any, with_serials: Path, tmp_path: Path
) -> None:
    said = sherd("publish", "n", "--format", "html,bag", "--out", "o")
    assert said.code == 0
    assert "whole serials in signed events" in said.err
    assert "read '2'" in said.err
    assert "release=team" in said.err
    assert "Whole serials stand in data/events: 2." in (tmp_path / "o/n-bag/README.txt").read_text("utf-8")
    events = b"".join(path.read_bytes() for path in (tmp_path / "o/n-bag/data/events").glob("*.json"))
    assert b"Y-12345678" in events
    assert b"Y-55554444" not in events
    assert "12345678" not in (tmp_path / "o/dossier.html").read_text("utf-8")
    assert sherd("verify", "o/n-bag").code == 0


def test_nothing_is_said_of_serials_that_the_reader_may_see_whole(
    sherd: Any, with_serials: Path, tmp_path: Path
) -> None:
    said = sherd("publish", "n", "--format", "bag", "--out", "o", "--clearance", "sealed", "--json")
    assert said.json["problems"] == []
    assert "serial" not in (tmp_path / "o/n-bag/README.txt").read_text("utf-8")


def test_a_case_folder_names_its_case(sherd: Any, recorded: Path) -> None:
    assert sherd("publish", recorded, "--format", "html", "--json").result["case"] == "small"


def test_a_higher_clearance_shows_what_a_lower_one_withholds(
    sherd: Any, recorded: Path, tmp_path: Path
) -> None:
    pages = {}
    for clearance in ("public", "partner", "team", "sealed"):
        assert sherd("publish", "small", "--format", "html", "--clearance", clearance).code == 0
        pages[clearance] = (tmp_path / "small/dossier.html").read_text("utf-8")
    shows = {clearance: "Museum K" in page for clearance, page in pages.items()}
    assert shows == {"public": False, "partner": False, "team": False, "sealed": True}
    assert all(f"Clearance: {clearance}" in page or clearance in page for clearance, page in pages.items())


def test_a_correction_is_told_in_the_next_version(sherd: Any, recorded: Path, tmp_path: Path) -> None:
    sheet = recorded / "items.csv"
    sheet.write_text(sheet.read_text("utf-8").replace("First", "Foremost"), "utf-8")
    sherd("record", recorded)
    sherd("publish", "small", "--format", "html")
    page = (tmp_path / "small/dossier.html").read_text("utf-8")
    assert "label: First → Foremost" in page


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("publish", "unknown-case"), 2, "unknown-case"),
        (("publish", "small", "--format", "docx"), 2, "docx"),
        (("publish", "small", "--clearance", "all"), 2, "all"),
        (("publish", "small", "--out", "small/case.toml"), 2, "case.toml"),
        (("publish", "small", "--store", "nothing.db"), 2, "nothing.db"),
    ],
)
def test_a_wrong_call_is_named(
    arguments: tuple[str, ...], code: int, named: str, sherd: Any, recorded: Path
) -> None:
    said = sherd(*arguments)
    assert said.code == code
    assert named in said.err
    assert "Traceback" not in said.err


def test_a_failure_is_one_json_object_as_well(sherd: Any, recorded: Path) -> None:
    said = sherd("publish", "unknown-case", "--json")
    assert (said.json["ok"], said.json["result"]) == (False, None)
    assert said.json["problems"][0]["code"] == "failed"
