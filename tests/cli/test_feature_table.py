"""A feature table changed after the item was opened shows in ``sherd compare``, from the journal alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from .conftest import EXAMPLES


def test_a_level_added_after_opening_shows_as_a_change_with_both_results(sherd: Any, tmp_path: Path) -> None:
    folder = tmp_path / "worked"
    shutil.copytree(EXAMPLES / "worked", folder)
    assert sherd("record", folder).code == 0
    assert sherd("compare", "W-1", "--json").result["table_changes"] == []
    sheet = folder / "features.csv"
    text = sheet.read_text("utf-8")
    assert "airframe" in text
    sheet.write_text(text.replace("airframe", "wing", 1), "utf-8")
    assert sherd("record", folder).code == 0
    result = sherd("compare", "W-1", "--json").result
    (change,) = result["table_changes"]
    assert (change["column"], change["was"], change["now"]) == ("group", "airframe", "wing")
    assert all("in group airframe" in each["was"] for each in result["table_shifts"])
    assert result["table_shifts"]
    assert "feature table changed after an item was opened" in sherd("compare", "W-1").out
    assert sherd("publish", "worked", "--format", "html", "--out", tmp_path / "out").code == 0
    page = (tmp_path / "out" / "dossier.html").read_text("utf-8")
    assert "Feature table changed afterwards" in page
    assert "airframe → wing" in page


def test_what_is_changed_before_anybody_looked_is_no_change(sherd: Any, tmp_path: Path) -> None:
    folder = tmp_path / "worked"
    shutil.copytree(EXAMPLES / "worked", folder)
    observations = (folder / "observations.csv").read_text("utf-8")
    (folder / "observations.csv").write_text(observations.splitlines()[0] + "\n", "utf-8")
    sherd("record", folder)
    sheet = folder / "features.csv"
    sheet.write_text(sheet.read_text("utf-8").replace("airframe", "wing", 1), "utf-8")
    (folder / "observations.csv").write_text(observations, "utf-8")
    sherd("record", folder)
    assert sherd("compare", "W-1", "--json").result["table_changes"] == []


def regrouped(sherd: Any, folder: Path, was: str, now: str) -> tuple[Any, Any]:
    """What ``attribute`` says of W-1 before and after a cell of the feature table is changed."""
    shutil.copytree(EXAMPLES / "worked", folder)
    assert sherd("record", folder).code == 0
    before = sherd("attribute", "W-1", "--json").result
    sheet = folder / "features.csv"
    text = sheet.read_text("utf-8")
    assert was in text
    sheet.write_text(text.replace(was, now, 1), "utf-8")
    assert sherd("record", folder).code == 0
    return before, sherd("attribute", "W-1", "--json").result


def test_a_group_split_after_opening_shows_the_weights_under_both_tables(sherd: Any, tmp_path: Path) -> None:
    before, after = regrouped(sherd, tmp_path / "worked", "core,airframe", "core,wing")
    assert before["earlier_table"] is None
    both = after["earlier_table"]
    assert [(each["feature"], each["was"], each["now"]) for each in both["changes"]] == [
        ("core", "airframe", "wing")
    ]
    assert len(both["pairs"]) == len(before["pairs"]) > 0
    for told, was, now in zip(both["pairs"], before["pairs"], after["pairs"], strict=True):
        assert (told["default_was"], told["reported_was"]) == (was["default"], was["reported"])
        assert (told["default_now"], told["reported_now"]) == (now["default"], now["reported"])
    assert any(each["moved"] and each["default_was"] != each["default_now"] for each in both["pairs"])
    page = sherd("attribute", "W-1").out
    assert "The feature table was changed after an item was opened: both results" in page
    assert "core, group: airframe → wing" in page
    assert "  at opening: " in page
    assert sherd("publish", "worked", "--format", "html", "--out", tmp_path / "out").code == 0
    dossier = (tmp_path / "out" / "dossier.html").read_text("utf-8")
    assert "Weights under a table changed afterwards" in dossier
    assert "W-1 under both tables" in dossier


def test_a_change_of_the_table_that_moves_no_weight_is_told_too(sherd: Any, tmp_path: Path) -> None:
    """The group is called otherwise, with the same features in it: nothing hangs on its name."""
    _, after = regrouped(sherd, tmp_path / "worked", "mark,markings", "mark,inscriptions")
    both = after["earlier_table"]
    assert [each["now"] for each in both["changes"]] == ["inscriptions"]
    assert not any(each["moved"] for each in both["pairs"])
    assert "3 pairs unmoved" in sherd("attribute", "W-1").out
