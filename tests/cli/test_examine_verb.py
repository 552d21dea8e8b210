"""``sherd examine``: from a folder to what it comes to, and to the dossier."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "tests" / "cases"
NOW = "2026-11-23T12:00:00+00:00"
PAIR = {"h1", "h2", "default", "reported", "lo", "hi", "ceiling", "words", "refused", "groups"}


@pytest.mark.parametrize("name", ["worked", "geran-2"])
def test_each_shipped_case_comes_out_as_reckoned(name: str, sherd: Any) -> None:
    expected = json.loads((EXPECTED / name / "expected.json").read_text("utf-8"))
    said = sherd("examine", ROOT / "examples" / name, "--json")
    assert said.code == 0
    result = said.result
    assert said.json["problems"] == []
    assert (result["case"], result["item"]) == (name, expected["attribute"]["item"])
    _agree(expected["attribute"]["pairs"], result["pairs"])
    if "attribute_publisher" in expected:
        accepted = result["items"][0]["accepting_publisher_labels"]
        _agree(expected["attribute_publisher"]["pairs"], accepted["pairs"])


def _agree(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    by_pair = {(pair["h1"], pair["h2"]): pair for pair in found}
    for pair in expected:
        got = by_pair[pair["h1"], pair["h2"]]
        assert got.keys() >= PAIR
        for number in ("default", "reported", "lo", "hi", "ceiling"):
            if number in pair:
                assert got[number] == pytest.approx(pair[number], abs=1e-9), (pair["h1"], pair["h2"], number)
        rules = {refusal["rule"] for refusal in got["refusals"]}
        assert set(pair.get("refused", ())) <= rules
        assert bool(got["refused"]) == bool(rules)


def test_it_writes_page_paper_and_summary_in_a_folder_named_for_the_case(sherd: Any, tmp_path: Path) -> None:
    said = sherd("examine", ROOT / "examples" / "worked", "--json")
    assert said.json.keys() == {"sherd", "schema", "command", "ok", "problems", "result"}
    assert (said.json["command"], said.json["ok"]) == ("examine", True)
    written = ["worked/dossier.html", "worked/dossier.pdf", "worked/summary.json"]
    assert said.result["files"] == written
    assert (tmp_path / "worked/dossier.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "worked/dossier.html").read_bytes().startswith(b"<!")
    summary = json.loads((tmp_path / "worked/summary.json").read_bytes())
    assert summary["pairs"] == said.result["pairs"]
    assert summary["clearance"] == "public"


def test_it_tells_people_what_carries_a_conclusion_and_what_was_written(sherd: Any) -> None:
    said = sherd("examine", ROOT / "examples" / "worked", "--out", "here")
    assert said.code == 0
    assert "W-1: 3 of 3 pairs carry a conclusion" in said.out
    assert "wrote here/dossier.pdf" in said.out


def test_the_summary_agrees_with_the_dossier_and_holds_nothing_above_its_clearance(
    sherd: Any, case_folder: Path, tmp_path: Path
) -> None:
    with (case_folder / "items.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("I3,Third,referenze,unknown,Hidden Place\n")
    said = sherd("examine", case_folder, "--json")
    assert said.json["problems"], "who recorded it is told of every problem"
    written = b"".join(path.read_bytes() for path in sorted((tmp_path / "small").glob("*.[hj]*")))
    for withheld in (b"Museum K", b"Hidden Place", b"referenze"):
        assert withheld not in written
    summary = json.loads((tmp_path / "small/summary.json").read_bytes())
    assert [problem["code"] for problem in summary["problems"]] == ["unknown_word"]
    sherd("examine", case_folder, "--clearance", "sealed")
    assert "Museum K" in (tmp_path / "small/dossier.html").read_text("utf-8")
    assert json.loads((tmp_path / "small/summary.json").read_bytes())["clearance"] == "sealed"


def test_a_case_without_hypotheses_is_described_and_nothing_is_weighed(sherd: Any, case_folder: Path) -> None:
    said = sherd("examine", case_folder, "--json")
    assert (said.code, said.result["item"], said.result["pairs"]) == (0, None, [])


def test_strict_says_no_where_a_row_is_wrong(sherd: Any, case_folder: Path) -> None:
    (case_folder / "items.csv").write_text("id,label,role,custody_status\nI1,A,itme,unknown\n", "utf-8")
    assert sherd("examine", case_folder, "--strict").code == 1
    assert sherd("examine", case_folder).code == 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("examine", "nowhere"), "nowhere"),
        (("examine", "small", "--clearance", "everyone"), "everyone"),
        (("examine", "small", "--out", "small/case.toml"), "case.toml"),
    ],
)
def test_a_wrong_call_is_named_and_never_a_traceback(
    arguments: tuple[str, ...], named: str, sherd: Any, case_folder: Path
) -> None:
    said = sherd(*arguments)
    assert said.code == 2
    assert named in said.err
    assert "Traceback" not in said.err


def _run(cwd: Path, *arguments: str | Path, **environment: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SHERD")}
    subprocess.run(
        [sys.executable, "-m", "sherd", *map(str, arguments)],
        cwd=cwd,
        env=clean | environment,
        check=True,
        capture_output=True,
    )


def test_one_store_and_one_clock_give_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b" / "deep"
    here.mkdir()
    there.mkdir(parents=True)
    store = tmp_path / "s.db"
    _run(here, "examine", ROOT / "examples/worked", "--store", store, "--now", NOW, PYTHONHASHSEED="1")
    _run(
        there, "publish", "worked", "--store", store, "--now", NOW,
        PYTHONHASHSEED="77", TZ="Pacific/Auckland", LC_ALL="C",
    )  # fmt: skip
    for name in ("dossier.html", "dossier.pdf"):
        assert (here / "worked" / name).read_bytes() == (there / "worked" / name).read_bytes(), name


def test_two_fresh_stores_differ_in_keys_roots_and_checkpoints_alone(tmp_path: Path) -> None:
    pages = []
    for name, zone in (("a", "UTC"), ("b", "Asia/Tehran")):
        (tmp_path / name).mkdir()
        _run(
            tmp_path / name,
            "examine",
            ROOT / "examples/worked",
            "--now",
            NOW,
            TZ=zone,
            PYTHONHASHSEED=str(len(zone)),
        )
        pages.append((tmp_path / name / "worked/dossier.html").read_text("utf-8"))
    assert pages[0] != pages[1]
    assert len(pages[0]) == len(pages[1])
    plain = [_without_seals(page) for page in pages]
    assert plain[0] == plain[1]
    summaries = [(tmp_path / name / "worked/summary.json").read_bytes() for name in "ab"]
    assert summaries[0] == summaries[1]


def _without_seals(page: str) -> str:
    """The page with breaks inside words, digests and key names taken out."""
    page = re.sub(r"<wbr>|&#8203;|\u200b", "", page)
    page = re.sub(r"sherd/[0-9a-f]{8}(\+[0-9a-f]{8})?", "KEY", page)
    return re.sub(r"[A-Za-z0-9+/]{43,}=*", "DIGEST", page)


def test_a_problem_that_the_reader_may_not_see_is_counted_and_never_said_not_to_be(
    sherd: Any, case_folder: Path, tmp_path: Path
) -> None:
    items = case_folder / "items.csv"
    rows = items.read_text("utf-8").splitlines()
    items.write_text("\n".join([f"{rows[0]},Informant N", *(f"{row},x" for row in rows[1:])]) + "\n", "utf-8")

    def told(clearance: str) -> tuple[str, Any]:
        said = sherd("examine", case_folder, "--clearance", clearance, "--json")
        assert [problem["column"] for problem in said.json["problems"]] == ["informant n"]
        page = (tmp_path / "small/dossier.html").read_text("utf-8")
        return page, json.loads((tmp_path / "small/summary.json").read_bytes())

    page, summary = told("public")
    assert "No problem was found" not in page
    assert "would be named: 1 problem." in page
    assert (summary["problems"], summary["problems_withheld"]) == ([], 1)
    page, summary = told("sealed")
    assert "would be named" not in page
    assert ([each["column"] for each in summary["problems"]], summary["problems_withheld"]) == (
        ["informant n"],
        0,
    )
