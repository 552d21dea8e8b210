"""``sherd claims write``, ``withdraw`` and ``judge`` as a user types them, from the claim to the dossier."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sherd.cli.claims_write import HELP
from sherd.model.claims import WRITABLE

CASE = Path(__file__).resolve().parents[2] / "examples" / "geran-2"
Sherd = Callable[..., Any]

CLAIM = {
    "speaker": "Boru Dida",
    "polarity": "deny",
    "action": "SUPPLY",
    "paraphrase": "=Iran gave Russia no drones, he told the author",
    "source": "CNN-2207",
    "actor": "Iran",
    "object": "drones",
    "recipient": "Russia",
    "said-from": "2023-05-03",
    "by": "Ana",
}


def given(**changed: str) -> list[str]:
    said = {**CLAIM, **changed}
    return [word for name, cell in said.items() for word in (f"--{name}", cell)]


def test_a_claim_by_hand_goes_from_the_command_to_ledger_exports_and_dossier(
    sherd: Sherd, tmp_path: Path
) -> None:
    sherd("record", CASE)
    assert sherd("claims", "write", *given(), "--json").result == {"id": "W1", "corrected": False}
    assert (
        sherd("claims", "judge", "W1", "G2-K", "undermines", "--reason", "its engine", "--by", "Ana").code
        == 0
    )
    ledger = sherd("claims", "ledger", "--json").result
    assert "W1" in {stand["id"] for row in ledger["propositions"] for stand in row["stands"]}
    assert "W1" in {pair["a"] for pair in ledger["contradictions"]}
    assert "W1 " in sherd("claims", "watch", "--since", "2023-05-01").out
    assert "W1 " not in sherd("claims", "watch", "--since", "2023-05-04").out
    files = {}
    for form in ("csv", "jsonl", "jsonld"):
        assert sherd("claims", "ledger", "--format", form, "--out", f"l.{form}").code == 0
        files[form] = (tmp_path / f"l.{form}").read_text("utf-8")
    (row,) = [r for r in csv.DictReader(io.StringIO(files["csv"], newline="")) if r["id"] == "W1"]
    assert (row["words"], row["quote"]) == (f"'{CLAIM['paraphrase']}", "")
    assert "W1" in {json.loads(line)["id"] for line in files["jsonl"].splitlines()}
    reviews = [node for node in json.loads(files["jsonld"])["@graph"] if node["@type"] == "ClaimReview"]
    assert [review["itemReviewed"] for review in reviews] == [{"@id": "#W1"}]
    assert sherd("record", CASE, "--json").result["withdrawn"] == 0
    assert sherd("publish", "geran-2", "--format", "html", "--out", "d").code == 0
    page = (tmp_path / "d" / "dossier.html").read_text("utf-8")
    assert "Boru Dida" in page
    assert "Its engine" in page
    assert sherd("verify", "sherd.db").code == 0


def test_a_claim_by_hand_is_corrected_and_withdrawn(sherd: Sherd) -> None:
    sherd("record", CASE)
    sherd("claims", "write", *given())
    said = sherd("claims", "write", "--id", "W1", "--said-to", "2023-05-05", "--by", "Ana")
    assert (said.code, "W1: corrected: Boru Dida" in said.out) == (0, True)
    assert "2023-05-03 to 2023-05-05" in sherd("claims", "ledger").out
    assert sherd("claims", "withdraw", "W1", "--reason", "misheard", "--by", "Ana").code == 0
    assert "Boru Dida" not in sherd("claims", "ledger").out


def test_a_wrong_call_says_what_and_writes_nothing(sherd: Sherd) -> None:
    sherd("record", CASE)
    for words, told in (
        (["--by", "Ana"], "nothing was written"),
        (given(polarity="perhaps"), "write one of assert, deny, urge, concede".capitalize()),
        (given(source="CNN"), "Perhaps CNN-2207"),
        (given(by=" "), "say who"),
        ([*given(), "--id", "C001"], "Correct it in claims.csv"),
    ):
        said = sherd("claims", "write", *words)
        assert said.code == 2
        assert told in said.err
    assert sherd("claims", "judge", "C001", "G2-K", "proves", "--reason", "r", "--by", "Ana").code == 2
    assert "Boru Dida" not in sherd("claims", "ledger").out


def test_a_row_of_the_folder_with_the_id_of_a_claim_by_hand_is_named_and_the_claim_stays(
    sherd: Sherd, case_folder: Path
) -> None:
    (case_folder / "sources.csv").write_text(
        "id,kind,title,url\nS1,page,A page,https://example.org\n", "utf-8"
    )
    sherd("record", case_folder)
    assert sherd("claims", "write", *given(source="S1")).code == 0
    header = "id,speaker,polarity,action,paraphrase\n"
    (case_folder / "claims.csv").write_text(f"{header}W1,Somebody,assert,USE,other\n", "utf-8")
    said = sherd("record", case_folder)
    assert "written at the terminal since" in said.err
    assert sherd("publish", "small", "--format", "html", "--clearance", "sealed", "--out", "d").code == 0
    assert "written at the terminal since" in (case_folder.parent / "d" / "dossier.html").read_text("utf-8")
    assert "Boru Dida" in sherd("claims", "ledger").out
    assert "Somebody" not in sherd("claims", "ledger").out


def test_every_column_that_a_person_writes_is_told() -> None:
    assert list(HELP) == [column.name for column in WRITABLE]
