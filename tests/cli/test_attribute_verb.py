"""Weighing on the command line: the case's hypotheses, or those of a file."""

from __future__ import annotations

import shutil
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


def test_without_a_prior_there_is_no_posterior(sherd: Sherd) -> None:
    sherd("record", EXAMPLES / "worked")
    assert sherd("attribute", "W-1", "--json").result["posteriors"] is None
    assert "posterior" not in sherd("attribute", "W-1").out


def test_a_stated_prior_is_moved_and_said_to_be_the_users(sherd: Sherd) -> None:
    sherd("record", EXAMPLES / "worked")
    said = sherd("attribute", "W-1", "--prior", "B=0.5", "--prior", "A=0.5", "--json").result
    after = {each["hypothesis"]: each for each in said["posteriors"][0]["posteriors"]}
    assert after["B"]["default"] == pytest.approx(111.9083466361 / 112.9083466361)
    assert after["B"]["low"] == pytest.approx(24.2700 / 25.2700, abs=1e-6)
    page = sherd("attribute", "W-1", "--prior", "B=0.5", "--prior", "A=0.5").out
    assert "What your priors become" in page
    assert "prior 0.500  posterior 0.991  (0.960 … 0.999)" in page


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("A",), "'A' is not ACCOUNT=PROBABILITY"),
        (("A=2",), "'A=2' is not ACCOUNT=PROBABILITY"),
        (("A=nan",), "'A=nan' is not ACCOUNT=PROBABILITY"),
        (("A=0.5", "A=0.5"), "A is given two priors"),
        (("A=0.6",), "the priors add up to 0.6"),
        (("A=0.5", "Z=0.5"), "the case has no account Z; it has B, A, U"),
    ],
)
def test_a_prior_that_is_none_is_a_wrong_call(sherd: Sherd, words: tuple[str, ...], why: str) -> None:
    sherd("record", EXAMPLES / "worked")
    said = sherd("attribute", "W-1", *[part for word in words for part in ("--prior", word)])
    assert (said.code, said.out) == (2, "")
    assert why in said.err


def test_the_page_tells_the_whole_story(sherd: Sherd) -> None:
    sherd("record", EXAMPLES / "worked")
    page = sherd("attribute", "W-1").out
    for told in (
        "B : A  +1.39 bans (24.3 : 1), moderate support; grid +1.39 … +3.25",
        "+1.24  nav = N3: 2 of 2 units of line B, against 0 of 7 units of line A",
        "would read otherwise without feature core (+0.80, weak support)",
        "The accounts against the findings, least spoken against first",
        "nav = N3             CC     C    II         1.24",
        "Cllr 0.119",
        "not validated: n = 11",
    ):
        assert told in page, told


def test_the_page_says_what_to_look_at_next(sherd: Sherd, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(EXAMPLES / "worked", folder)
    rows = (folder / "observations.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not (",W-1," in row and ",nav," in row)]
    assert len(kept) == len(rows) - 1
    (folder / "observations.csv").write_text("".join(kept), encoding="utf-8")
    sherd("record", folder)
    page = sherd("attribute", "W-1").out
    assert "Open item W-1 and photograph the nav with all that is written on it." in page
    assert "N1: does not support one over the other" in page
