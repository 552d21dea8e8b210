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
