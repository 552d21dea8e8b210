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


RUSSIAN = "Иран опроверг сообщения о поставках беспилотников России, заявили в понедельник в Тегеране.\n"


def test_what_was_named_once_is_remembered_by_every_verb(sherd: Sherd, tmp_path: Path) -> None:
    path = article(tmp_path, RUSSIAN.encode("koi8-r"))
    given = ("--encoding", "koi8-r", "--published", "2023-08-16", "--language", "ru")
    first = sherd("claims", "read", path, "--json", *given)
    before = sherd("store", "check", "--json").result["events"]
    assert sherd("claims", "read", path, "--json").out == first.out
    (row,) = sherd("claims", "ledger", path, "--no-case", "--json").result["propositions"]
    assert row["stands"][0]["said"] == "2023-08-14/2023-08-14"
    assert sherd("store", "check", "--json").result["events"] == before


def test_the_plain_text_that_offsets_count_in_stays_until_an_encoding_is_named(
    sherd: Sherd, tmp_path: Path
) -> None:
    path = article(tmp_path, RUSSIAN.encode("cp1251"))
    assert sherd("claims", "read", path, "--encoding", "koi8-r").code == 0
    assert "Иран" not in sherd("claims", "read", path).out
    assert "Иран" not in sherd("claims", "read", path, "--json").out
    assert "поставках беспилотников" in sherd("claims", "read", path, "--encoding", "cp1251").out
    assert "поставках беспилотников" in sherd("claims", "read", path).out


def test_one_of_several_that_cannot_be_read_is_told_and_the_rest_is_taken_in(
    sherd: Sherd, tmp_path: Path
) -> None:
    paths = [
        article(tmp_path, name="a.txt"),
        article(tmp_path, b"%PDF-1.7 broken", "b.pdf"),
        tmp_path / "none.txt",
        article(tmp_path, TEXT.replace("Iran", "Russia").encode(), "c.txt"),
    ]
    said = sherd("claims", "read", *paths, "--json")
    assert said.code == 1
    assert [json.loads(line)["source"]["name"] for line in said.out.splitlines()] == ["Iran", "Russia"]
    assert "b.pdf cannot be read as a PDF" in said.err
    assert "none.txt is not there" in said.err
    again = sherd("claims", "read", *paths)
    assert again.out.count("known already") == 2


def test_the_same_article_twice_in_one_call_is_taken_in_once(sherd: Sherd, tmp_path: Path) -> None:
    paths = [article(tmp_path), article(tmp_path, name="b.txt")]
    said = sherd("claims", "read", *paths)
    assert (said.out.count("taken in"), said.out.count("statement proposed")) == (1, 1)
    assert f"{paths[1]}: the same document as {paths[0]}, byte for byte, and told there" in said.out
    lines = sherd("claims", "read", *paths, "--json")
    assert len(lines.out.splitlines()) == 1
    assert "the same document as" in lines.err
    assert sherd("verify", "sherd.db").code == 0


def test_nothing_that_a_terminal_obeys_comes_out_of_an_article_or_its_name(
    sherd: Sherd, tmp_path: Path
) -> None:
    content = TEXT.replace("drones", "dro\x1b]0;x\x07nes\x9b2J \u202e").encode()
    path = article(tmp_path, content, "a\n\x1b[31mb.txt")
    said = sherd("claims", "read", path)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said.out + said.err)
    assert "a character that cannot be shown or stored: read '4 of them'" in said.err
    again = sherd(
        "claims",
        "read",
        article(tmp_path, TEXT.encode(), "c\x1b[31m.txt"),
        article(tmp_path, b"", "d\x1b[32m.txt"),
        article(tmp_path, TEXT.encode(), "e\x1b[33m.txt"),
    )
    assert "\x1b" not in again.out + again.err
    assert "e\\x1b[33m.txt: the same document as" in again.out
    assert "d\\x1b[32m.txt" in again.err


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
    assert said.code == 1, "what the model would have added is missing"
    assert "it sold drones to Russia" in said.out
    assert "gave no answer that could be used" in said.err
    assert sherd("claims", "read", article(tmp_path), "--model", "any").code == 2
