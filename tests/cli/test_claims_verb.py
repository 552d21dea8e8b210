"""``sherd claims read`` as a user types it."""

import json
from pathlib import Path

from tests.cli.conftest import Sherd

TEXT = "Iran denied on Monday that it sold drones to Russia.\n"


def article(folder: Path, content: bytes = TEXT.encode(), name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_each_statement_is_one_json_line_of_the_schema(sherd: Sherd, tmp_path: Path) -> None:
    said = sherd(
        "claims", "read", article(tmp_path), "--json", "--published", "2023-08-16", "--outlet", "The Gazette"
    )
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [(line["source"]["name"], line["polarity"], line["content"]["text"]) for line in lines] == [
        ("Iran", "deny", "it sold drones to Russia")
    ]
    assert lines[0]["statement_date"]["value"] == "2023-08-14"


def test_reading_an_article_again_changes_nothing_and_remembers_its_day(sherd: Sherd, tmp_path: Path) -> None:
    path = article(tmp_path)
    first = sherd("claims", "read", path, "--json", "--published", "2023-08-16")
    before = sherd("store", "check", "--json").result["events"]
    again = sherd("claims", "read", path, "--json")
    assert again.out == first.out
    assert sherd("store", "check", "--json").result["events"] == before


def test_a_page_for_people_says_what_is_not_known(sherd: Sherd, tmp_path: Path) -> None:
    said = sherd("claims", "read", article(tmp_path))
    assert "outlet not stated" in said.out
    assert "“it sold drones to Russia”  27–51" in said.out


def test_bad_input_is_named_with_what_to_do(sherd: Sherd, tmp_path: Path) -> None:
    for content, name, words in (
        (b"%PDF-1.7 broken", "a.pdf", "cannot be read as a PDF"),
        (b"PK\x03\x04", "a.epub", "packed file"),
        (b"\xff\xfe\xfa\x00\xd8", "a.txt", "no text in"),
        (b"  \n", "b.txt", "holds no text"),
    ):
        said = sherd("claims", "read", article(tmp_path, content, name))
        assert said.code == 1
        assert words in said.err
    assert sherd("claims", "read", tmp_path / "none.txt").code == 2
    assert sherd("claims", "read", article(tmp_path), "--published", "16.08.2023").code == 2


def test_a_model_that_does_not_run_is_a_problem_and_the_rules_stand(sherd: Sherd, tmp_path: Path) -> None:
    away = ("--model-url", "http://127.0.0.1:9/v1", "--model", "any")
    said = sherd("claims", "read", article(tmp_path), *away)
    assert said.code == 0
    assert "it sold drones to Russia" in said.out
    assert "gave no answer that could be used" in said.err
    assert sherd("claims", "read", article(tmp_path), "--model", "any").code == 2
