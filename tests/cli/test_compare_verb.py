"""``sherd compare`` on a terminal, and which item an id means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .conftest import EXAMPLES


def test_it_shows_the_features_on_which_an_item_is_weighed(sherd: Any) -> None:
    sherd("record", EXAMPLES / "worked")
    assert (
        "W-1 ≠ line A  core: 0 of 7 specimens observed show woven"
        in sherd("compare", "W-1", "--with", "B1").out
    )


def test_what_nobody_examined_is_counted_and_not_listed(sherd: Any) -> None:
    sherd("record", EXAMPLES / "geran-2")
    said = sherd("compare", "G2-K", "--with", "KOMETA").out
    assert "G2-K : KOMETA  shared 5, similar 0, differs 0, not examined" in said
    assert "G2-K : reference KOMETA  features not examined" in said
    assert "nothing follows" not in said
    assert "not on the list" not in said
    assert len(said.splitlines()) < 30


def _two_cases_with_one_id(sherd: Any, folder: Path) -> None:
    for case in ("a", "b"):
        (folder / case).mkdir()
        (folder / case / "case.toml").write_text(f'id = "{case}"\ntitle = "T"\nquestion = "Q"\n')
        rows = ("I1", "b:I2", "I3") if case == "a" else ("I1", "I3")
        lines = "".join(f"{id_},Thing,item,unknown\n" for id_ in rows)
        (folder / case / "items.csv").write_text(f"id,label,role,custody_status\n{lines}")
        assert sherd("record", folder / case).code == 0


def test_an_id_that_two_cases_have_is_ambiguous(sherd: Any, tmp_path: Path) -> None:
    _two_cases_with_one_id(sherd, tmp_path)
    said = sherd("compare", "I1")
    assert said.code == 2
    assert "Write one of a:I1, b:I1" in said.err
    assert sherd("compare", "a:I1").code == 0


def test_an_id_with_a_colon_is_found_as_it_stands(sherd: Any, tmp_path: Path) -> None:
    _two_cases_with_one_id(sherd, tmp_path)
    assert sherd("compare", "b:I2", "--json").result["case"] == "a"
    assert sherd("compare", "b:I3", "--json").result["case"] == "b"
    assert "case 'b' has no item 'I9'" in sherd("compare", "b:I9").err
