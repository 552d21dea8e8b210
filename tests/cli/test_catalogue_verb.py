"""``sherd catalogue import`` and ``list``: taken in once, superseded by a newer edition, refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A small catalogue."""
    path = tmp_path / "parts.csv"
    path.write_text(
        "mpn,manufacturer\nLM358DR,Texas Instruments\nSTM32F765VIT6,STMicroelectronics\n", "utf-8"
    )
    return path


def catalogue(said: Any) -> Any:
    (found,) = said.result["catalogues"]
    return found


def test_a_catalogue_is_taken_in_and_listed_with_where_it_comes_from(sherd: Any, parts: Path) -> None:
    about = ("--licence", "CC0-1.0", "--publisher", "Me", "--published", "2026-05")
    said = sherd("catalogue", "import", parts, *about)
    assert (said.code, said.err) == (0, "")
    assert "2 parts (mpn from 'mpn', manufacturer from 'manufacturer')" in said.out
    shipped, listed = sherd("catalogue", "list", "--json").result["catalogues"]
    assert shipped["id"] == "sherd:parts"
    assert listed["published"] == "2026-05-01/2026-05-31"
    assert (listed["licence"], listed["publisher"], listed["entries"]) == ("CC0-1.0", "Me", 2)
    assert "CC0-1.0" in sherd("catalogue", "list").out


def test_the_same_bytes_again_change_nothing(sherd: Any, parts: Path) -> None:
    sherd("catalogue", "import", parts)
    events = sherd("verify", "--json").result["events"]
    again = sherd("catalogue", "import", parts)
    assert "it was there before" in again.out
    assert sherd("verify", "--json").result["events"] == events


def test_a_newer_edition_is_searched_in_place_of_the_older(sherd: Any, parts: Path) -> None:
    first = catalogue(sherd("catalogue", "import", parts, "--json"))
    parts.write_text("mpn\nLM358DR\n", "utf-8")
    second = catalogue(sherd("catalogue", "import", parts, "--json"))
    assert second["replaces"] == first["id"]
    listed = sherd("catalogue", "list", "--json").result["catalogues"]
    assert {row["id"]: row["searched"] for row in listed} == {
        "sherd:parts": True,
        first["id"]: False,
        second["id"]: True,
    }


def test_an_ambiguous_heading_is_asked_for_and_nothing_is_taken_in(sherd: Any, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("mfr,price\nLM358DR,1\n", "utf-8")
    said = sherd("catalogue", "import", "x.csv", "--json")
    assert said.code == 1
    assert [each["code"] for each in said.json["problems"]] == ["ambiguous_heading"]
    assert catalogue(said)["id"] is None
    assert len(sherd("catalogue", "list", "--json").result["catalogues"]) == 1
    asked = sherd("catalogue", "import", "x.csv", "--columns", "mpn=mfr,manufacturer=", "--json")
    assert (asked.code, catalogue(asked)["entries"]) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.csv"], "nowhere.csv is not there"),
        (["photo.jpg"], "no catalogue that sherd reads"),
        (["parts.csv", "--columns", "colour=red"], "FIELD=HEADING"),
        (["parts.csv", "--encoding", "klingon"], "klingon"),
        (["parts.csv", "--published", "yesterday"], "not a date"),
        (["parts.csv", "parts.csv", "--series", "a"], "one series"),
        ([], "Missing argument"),
    ],
)
def test_a_wrong_call_says_what_and_what_to_do(
    arguments: list[str], says: str, sherd: Any, parts: Path, tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    said = sherd("catalogue", "import", *arguments)
    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.err


def test_the_store_with_a_catalogue_verifies_and_rebuilds(sherd: Any, parts: Path) -> None:
    sherd("catalogue", "import", parts)
    before = sherd("catalogue", "list", "--json").result
    assert sherd("verify", "--json").result["holds"]
    sherd("store", "rebuild")
    assert sherd("catalogue", "list", "--json").result == before


def test_a_kept_file_that_was_changed_is_found(sherd: Any, parts: Path, tmp_path: Path) -> None:
    sherd("catalogue", "import", parts)
    (kept,) = (path for path in (tmp_path / "sherd.files").glob("??/*"))
    kept.chmod(0o600)
    kept.write_bytes(b"mpn\nOTHER1\n")
    assert sherd("verify", "--json").code == 1
