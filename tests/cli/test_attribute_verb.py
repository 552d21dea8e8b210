"""Weighing on the command line: the case's hypotheses, or those of a file."""

from __future__ import annotations

import math
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sherd.publish.wording import check

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


def write_case(folder: Path) -> None:
    """A value read with doubt, a label inferred from a feature, a composite, and modules to be weighed."""
    folder.mkdir()
    sheets = {
        "case.toml": """
id = "doubt"
title = "Doubt"
question = "Whose work is I1?"
[[hypotheses]]
id = "HA"
words = "made on line A"
level = "line"
draws = {design = "A", source = "A", assembly = "A"}
[[hypotheses]]
id = "HB"
words = "made on line B"
level = "line"
draws = {design = "B", source = "B", assembly = "B"}
""",
        "systems.csv": "id,name\nS1,One\nS2,Two\nS3,Three\nS4,Four\n",
        "lines.csv": "id,system,maker\nA,S1,Alpha\nB,S2,Beta\n",
        "features.csv": (
            "feature,group,kind,levels,epsilon,link,decided\n"
            "skin,airframe,category,fibreglass|carbon,0,design,2024-01-01\n"
            "core,airframe,category,honeycomb|woven,0,design,2024-01-01\n"
            "shell,airframe,composite,skin|core,0,design,2024-01-01\n"
            "mark,markings,category,latin|cyrillic,0,assembly,2024-01-01\n"
            "boards,electronics,modules,,,source,2024-01-01\n"
        ),
        "items.csv": (
            "id,label,role,system,line,custody_status,label_basis,label_from\n"
            "I1,The item,item,,,documented,,\n"
            "A1,a,reference,S1,A,documented,seized,\n"
            "A2,b,reference,S3,A,documented,seized,\n"
            "B1,c,reference,S2,B,documented,seized,\n"
            "B2,d,reference,S4,B,documented,seized,\n"
            "B3,e,reference,S4,B,documented,inferred,skin\n"
        ),
        "observations.csv": (
            "id,item,feature,value\n"
            "1,I1,skin,carbon\n2,I1,core,woven\n3,I1,mark,latin:0.3|cyrillic:0.7\n"
            "4,A1,skin,fibreglass\n5,A1,core,honeycomb\n6,A1,mark,latin\n"
            "7,A2,skin,fibreglass\n8,A2,core,honeycomb\n9,A2,mark,latin\n"
            "10,B1,skin,carbon\n11,B1,core,woven\n12,B1,mark,cyrillic\n"
            "13,B2,skin,carbon\n14,B2,core,woven\n15,B2,mark,cyrillic\n"
            "16,B3,skin,carbon\n17,B3,mark,cyrillic\n"
        ),
        "components.csv": (
            "id,item,label,state,fitted,part_as_published\n"
            "C1,I1,Navigation board,examined,integral,XC7Z-020\n"
            "C2,A1,Navigation board,examined,integral,STM32F-405\n"
            "C3,A2,Navigation board,examined,integral,STM32F-405\n"
            "C4,B1,Navigation board,examined,integral,XC7Z-020\n"
            "C5,B2,Navigation board,examined,integral,XC7Z-020\n"
        ),
    }
    for name, text in sheets.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_doubt_modules_composites_and_inferred_labels_from_the_folder_to_the_weight(
    sherd: Sherd, tmp_path: Path
) -> None:
    write_case(tmp_path / "doubt")
    recorded = sherd("record", tmp_path / "doubt", "--json")
    assert recorded.json["problems"] == []
    said = sherd("attribute", "I1", "--json").result
    (pair,) = said["pairs"]
    found = {feature["feature"]: feature for feature in pair["features"]}
    assert found["mark"]["value"] == "cyrillic 0.7 or latin 0.3"
    assert found["module XC7Z020"]["basis"].startswith("module XC7Z020 = present: 0 of 2 systems of line A")
    assert found["module XC7Z020"]["weight"] == pytest.approx(math.log10((0.5 / 3) / (2.5 / 3)))
    (modules,) = pair["modules"]
    assert (modules["compared"], modules["matching"], modules["weighed"]) == (1, 0, True)
    assert [(u["feature"], u["reason"]) for u in pair["unweighed"]] == [
        ("shell", "a joint pattern needs 10 units of each line examined for it (2 and 2)")
    ]
    accepted = said["accepting_publisher_labels"]
    assert {line["line"]: line["units"] for line in said["collection"]} == {"A": 2, "B": 2}
    assert {line["line"]: line["units"] for line in accepted["collection"]} == {"A": 2, "B": 3}
    (counts,) = [f["basis"] for f in accepted["pairs"][0]["features"] if f["feature"] == "skin"]
    assert "2 of 2 units of line B" in counts


@pytest.mark.parametrize(("case", "item", "reach"), [
    ("worked", "W-1", "same_production_line"),
    ("geran-2", "CAR-G2", "origin_country"),
])  # fmt: skip
def test_the_page_says_no_more_than_the_evidence(sherd: Sherd, case: str, item: str, reach: str) -> None:
    sherd("record", EXAMPLES / case)
    page = sherd("attribute", item).out
    accounts = tomllib.loads((EXAMPLES / case / "case.toml").read_text(encoding="utf-8"))["hypotheses"]
    assert check(page, reach, quoted=[account["words"] for account in accounts]) == ()
