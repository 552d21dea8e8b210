"""``sherd trace screen`` as a user types it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sherd = Callable[..., Any]
COLUMNS = ["id", "rank", "list", "entry_id", "name", "score", "as_of", "listed_from", "listed_to", "reason"]
LIST = (
    "id,name,aliases,type,listed_from,listed_to,country,inn\n"
    "A1,Rezonans LLC,ООО Резонанс,company,2022-02-24,,Russia,7707083893\n"
    "A2,Vektor Pribor JSC,,company,2021-01-01,2022-06-30,Russia,\n"
)
NAMES = (
    "id,name,country,as_of\n"
    'n1,"C/O Resonans OOO, BISHKEK, RUSSIA",Kyrgyzstan,2022-08-26\n'
    "n2,Vektor Pribor,Russia,2022-06-30\n"
    "n3,Vektor Pribor,Russia,\n"
    "n4,Blue Meadow Bakery,,\n"
)


@pytest.fixture
def lists(sherd: Sherd, tmp_path: Path) -> Path:
    (tmp_path / "mine.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    assert sherd("lists", "import", "mine.csv", "--published", "2022-07-01").code == 0
    return tmp_path


def test_the_batch_file_has_its_columns_and_only_who_stood_on_the_list(sherd: Sherd, lists: Path) -> None:
    said = sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26", "--out", "hits.csv")
    assert said.code == 0, said.err
    with (lists / "hits.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == COLUMNS
    assert [(row["id"], row["entry_id"], row["as_of"]) for row in rows] == [
        ("n1", "A1", "2022-08-26"),
        ("n2", "A2", "2022-06-30"),
    ]
    assert (rows[0]["listed_from"], rows[0]["listed_to"]) == ("2022-02-24", "")
    assert rows[1]["listed_to"] == "2022-06-30"
    assert rows[0]["reason"].startswith("possible match")
    assert "no malpractice is inferred" in said.out


def test_without_a_day_a_row_is_not_screened_and_said_to_be_so(sherd: Sherd, lists: Path) -> None:
    said = sherd("trace", "screen", "names.csv", "--json", "--strict")
    assert said.code == 1
    assert [hit["id"] for hit in said.result["hits"]] == ["n1", "n2"]
    assert "possible match" in said.result["note"]


def test_hits_are_said_in_words(sherd: Sherd, lists: Path) -> None:
    said = sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26")
    assert "possible match" in said.out
    assert "2 possible matches" in said.out


def test_a_run_that_was_stopped_goes_on_and_writes_what_an_unbroken_one_does(
    sherd: Sherd, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sherd.cli.trace import screen as verb
    from sherd.trace import screening

    whole = ("trace", "screen", "names.csv", "--as-of", "2022-08-26", "--out")
    assert sherd(*whole, "unbroken.csv").code == 0
    asked: list[str] = []
    ask = screening.ask

    def stopped(screen: Any, names: Any, **how: Any) -> Any:
        if len(asked) == 2:
            raise KeyboardInterrupt
        asked.extend(each.id for each in names)
        return ask(screen, names, **how)

    monkeypatch.setattr(verb, "AT_A_TIME", 1)
    monkeypatch.setattr(screening, "ask", stopped)
    assert sherd(*whole, "hits.csv").code != 0
    assert asked == ["n1", "n2"]
    assert not (lists / "hits.csv").exists()
    again: list[str] = []

    def counted(screen: Any, names: Any, **how: Any) -> Any:
        again.extend(each.id for each in names)
        return ask(screen, names, **how)

    monkeypatch.setattr(screening, "ask", counted)
    assert sherd(*whole, "hits.csv").code == 0
    assert again == ["n3", "n4"]
    assert (lists / "hits.csv").read_bytes() == (lists / "unbroken.csv").read_bytes()


def test_a_list_taken_in_later_is_searched_although_an_index_was_kept(sherd: Sherd, lists: Path) -> None:
    assert [hit["id"] for hit in found(sherd)] == ["n1", "n2"]
    (lists / "second.csv").write_text(
        "id,name,listed_from\nB1,Blue Meadow Bakery,2020-01-01\n", encoding="utf-8"
    )
    assert sherd("lists", "import", "second.csv", "--published", "2022-07-01").code == 0
    assert [hit["id"] for hit in found(sherd)] == ["n1", "n2", "n4"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("n9,Vektor Pribor,Russia,2022-13-40", "2022-13-40"),
        ("n9,,Russia,2022-06-30", "names.csv, row 6, name"),
    ],
    ids=["no day", "no name"],
)
def test_a_row_that_cannot_be_screened_is_a_problem_and_the_rest_is_screened(
    sherd: Sherd, lists: Path, row: str, said: str
) -> None:
    (lists / "names.csv").write_text(f"{NAMES}{row}\n", encoding="utf-8")
    done = sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26")
    assert done.code == 0
    assert "2 possible matches" in done.out
    assert said in done.err
    assert sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26", "--strict").code == 1


@pytest.mark.parametrize("text", ["", "id\nn1\n", "name\nX\n"])
def test_a_sheet_without_ids_or_names_is_a_wrong_call(sherd: Sherd, lists: Path, text: str) -> None:
    (lists / "names.csv").write_text(text, encoding="utf-8")
    said = sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26")
    assert said.code == 2
    assert "names.csv" in said.err


def test_without_lists_screening_says_how_to_take_one_in(sherd: Sherd, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    (tmp_path / "case").mkdir()
    assert sherd("trace", "screen", "names.csv", "--as-of", "2022-08-26").code == 2


def decided(sherd: Sherd, *words: str) -> Any:
    given = ("--list", "mine", "--entry", "A1", "--reason", "another INN on the invoice", "--by", "N. N.")
    return sherd("trace", "decide", "Resonans OOO", *given, *words)


def found(sherd: Sherd) -> list[dict[str, Any]]:
    hits: list[dict[str, Any]] = sherd(
        "trace", "screen", "names.csv", "--as-of", "2022-08-26", "--json"
    ).result["hits"]
    return hits


def test_a_false_hit_stays_away_until_the_list_changes_the_entry(sherd: Sherd, lists: Path) -> None:
    assert decided(sherd, "--not-the-same").code == 0
    assert [hit["id"] for hit in found(sherd)] == ["n2"]
    newer = LIST.replace("Russia,7707083893", "Belarus,7707083893")
    (lists / "newer.csv").write_text(newer, encoding="utf-8")
    assert sherd("lists", "import", "newer.csv", "--list", "mine", "--published", "2022-08-01").code == 0
    (back, _) = found(sherd)
    assert back["id"] == "n1"
    assert "an earlier decision (not the same, because another INN on the invoice)" in back["reason"]


def test_a_decision_that_it_is_the_same_is_said_beside_the_hit_and_can_be_taken_back(
    sherd: Sherd, lists: Path
) -> None:
    assert decided(sherd, "--same").code == 0
    assert "decided: same, because another INN on the invoice" in found(sherd)[0]["reason"]
    assert decided(sherd, "--not-the-same").code == 0
    assert [hit["id"] for hit in found(sherd)] == ["n2"]
    assert sherd("store", "check").code == 0


@pytest.mark.parametrize(
    "words",
    [(), ("--same", "--entry", "A9"), ("--same", "--reason", " ")],
    ids=["neither", "no entry", "no reason"],
)
def test_a_decision_that_decides_nothing_is_a_wrong_call(
    sherd: Sherd, lists: Path, words: tuple[str, ...]
) -> None:
    assert decided(sherd, *words).code == 2
