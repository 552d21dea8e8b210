"""Weighing on the command line: the case's hypotheses, or those of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sherd = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

TURNED = """
[[hypotheses]]
id = "A"
words = "made on line A"
draws = {design = "A", source = "A", assembly = "A"}

[[hypotheses]]
id = "B"
words = "made on line B"
draws = {design = "B", source = "B", assembly = "B"}
"""


def test_the_worked_case_weighs_as_published(sherd: Sherd) -> None:
    sherd("record", EXAMPLES / "worked")
    pair = sherd("attribute", "W-1", "--json").result["pairs"][0]
    assert (pair["h1"], pair["h2"], pair["words"]) == ("B", "A", "moderate support")
    assert pair["default"] == pytest.approx(2.0488624794, abs=1e-9)
    assert pair["reported"] == pytest.approx(1.3850698697, abs=1e-9)


def test_hypotheses_of_a_file_stand_in_and_nothing_is_recorded(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", EXAMPLES / "worked")
    (tmp_path / "turned.toml").write_text(TURNED, "utf-8")
    said = sherd("attribute", "worked:W-1", "--hypotheses", "turned.toml", "--json").result
    (pair,) = said["pairs"]
    assert (pair["h1"], pair["h2"], said["hypotheses"]) == ("A", "B", "turned.toml")
    assert pair["default"] == pytest.approx(-2.0488624794, abs=1e-9)
    assert len(sherd("attribute", "W-1", "--json").result["pairs"]) == 3
    assert "in place of those" in sherd("attribute", "W-1", "--hypotheses", "turned.toml").out


@pytest.mark.parametrize("text", ["", "not toml at all [", 'question = "none"\n'])
def test_a_file_without_hypotheses_is_a_wrong_call(sherd: Sherd, tmp_path: Path, text: str) -> None:
    sherd("record", EXAMPLES / "worked")
    (tmp_path / "none.toml").write_text(text, "utf-8")
    said = sherd("attribute", "W-1", "--hypotheses", "none.toml")
    assert said.code == 2
    assert "none.toml" in said.err


def test_a_case_without_hypotheses_says_that_nothing_is_weighed(sherd: Sherd, case_folder: Path) -> None:
    sherd("record", case_folder)
    said = sherd("attribute", "I1")
    assert said.code == 0
    assert "Nothing is weighed" in said.out
