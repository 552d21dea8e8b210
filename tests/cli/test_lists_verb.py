"""``sherd lists`` as a user types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sherd.cli import cli

SDN = "\n".join(
    f'{number},"{name}",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
    for number, name in ((36, "AEROCARIBBEAN AIRLINES"), (173, "ANGLO-CARIBBEAN CO., LTD."))
)


def run(store: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [*arguments, "--store", str(store)], standalone_mode=False)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.return_value or 0, result.stdout


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "sherd.db"


def test_an_edition_is_taken_in_once_with_its_day_and_its_publisher(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "ofac_sdn_2022.csv"
    file.write_text(SDN, encoding="utf-8")
    code, said = run(store, "lists", "import", str(file), "--json")
    (first,) = json.loads(said)["result"]["lists"]
    assert (code, first["list"], first["entries"], first["new"]) == (0, "OFAC SDN", 2, True)
    assert first["published"] == "2022-01-01/2022-12-31"
    assert (
        json.loads(run(store, "lists", "import", str(file), "--json")[1])["result"]["lists"][0]["new"]
        is False
    )
    (listed,) = json.loads(run(store, "lists", "list", "--json")[1])["result"]["lists"]
    assert listed["id"] == first["id"]
    assert listed["first_seen"]
    assert "first seen" in run(store, "lists", "list")[1]


def test_every_edition_of_a_list_stays(store: Path, tmp_path: Path) -> None:
    for name in ("sdn_2022.csv", "sdn_2023.csv"):
        (tmp_path / name).write_text(SDN + "\n" * (name == "sdn_2023.csv"), encoding="utf-8")
        run(store, "lists", "import", str(tmp_path / name))
    assert len(json.loads(run(store, "lists", "list", "--json")[1])["result"]["lists"]) == 2


def test_a_table_without_an_entry_exits_1_and_nothing_is_taken_in(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,country\n,RU\n", encoding="utf-8")
    code, said = run(store, "lists", "import", str(file), "--json")
    answer = json.loads(said)
    assert (code, answer["ok"], answer["result"]["lists"][0]["id"]) == (1, False, None)
    assert [problem["code"] for problem in answer["problems"]] == ["missing_value"]
    assert "nothing was taken in" in run(store, "lists", "import", str(file))[1]


def test_a_list_that_breaks_off_in_a_quotation_says_so_where_it_is_taken_in(
    store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text('id,name\n1,"Alpha Trading\n2,Beta Holding\n', encoding="utf-8")
    answer = json.loads(run(store, "lists", "import", str(file), "--list", "Own", "--json")[1])
    assert [(each["code"], each["row"]) for each in answer["problems"]] == [("unclosed_quote", 2)]


def test_a_list_saved_again_with_semicolons_is_taken_in_as_the_list_that_it_is(
    store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sdn.csv"
    rows = SDN.replace(" CO., LTD.", "").replace(",", ";").replace(" ;", ";")
    file.write_text(f"sep=;\n{rows}\n", encoding="utf-8")
    (taken,) = json.loads(run(store, "lists", "import", str(file), "--json")[1])["result"]["lists"]
    assert (taken["list"], taken["entries"]) == ("OFAC SDN", 2)
