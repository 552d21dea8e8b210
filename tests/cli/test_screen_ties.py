"""``sherd trace screen`` where a party is owned by a listed one: a path with its legs, beside the hits."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sherd = Callable[..., Any]
HIT = ["id", "rank", "list", "entry_id", "name", "score", "as_of", "listed_from", "listed_to", "reason"]
CASE = {
    "case.toml": 'id = "k1"\ntitle = "Ties"\nquestion = "By which road?"\nas_of = "2024-01-01"\n',
    "items.csv": "id,label,role,custody_status\nI1,a weapon,item,documented\n",
    "sources.csv": "id,kind,title,publisher,published,url\nREG,register,Register extract,Registry,2023,https://r.example\n",
    "parties.csv": (
        "id,name,aliases,kind,identifiers,source\n"
        "SUB,ООО Резонанс Трейд,Rezonans Trade LLC,company,,REG\n"
        "MID,Vektor Holding JSC,,company,,REG\n"
        "TOP,Иван Петрович Сидоров,,person,,REG\n"
        "NUM,Blue Meadow Group,,company,INN 7707083893,REG\n"
        "OWN,Quartz Lantern Ltd,,company,,REG\n"
    ),
    "ties.csv": (
        "id,party,relation,of,share,from,to,proof,source,locator\n"
        "T1,MID,owner,SUB,60,2020-05-01,,documented,REG,p. 2\n"
        "T2,TOP,owner,MID,51,2019,2022-12-31,documented,REG,p. 3\n"
        "T3,NUM,owner,MID,49,2019,,asserted,REG,\n"
        "T4,OWN,director,SUB,,,,documented,,\n"
    ),
    "listings.csv": "id,party,list,entry,from,source\nL1,OWN,EU 269/2014,77,2022-02-25,REG\n",
}
LIST = (
    "id,name,aliases,type,listed_from,listed_to,country,inn\n"
    "A1,Ivan Petrovich SIDOROV,,person,2022-02-24,,Russia,\n"
    "A2,Another Name Entirely,,company,2021-01-01,,Russia,7707083893\n"
)
NAMES = (
    "id,name,country,as_of\n"
    "n1,Rezonans Trade LLC,Russia,2022-08-26\n"
    "n2,ООО Резонанс Трейд,,2023-02-01\n"
    "n3,Orchid Bakery,,2022-08-26\n"
    "n4,Another Name Entirely,,2022-08-26\n"
)


@pytest.fixture
def tied(sherd: Sherd, tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    for name, text in CASE.items():
        (tmp_path / "case" / name).write_text(text, encoding="utf-8")
    (tmp_path / "mine.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    assert sherd("record", "case").code == 0
    assert sherd("lists", "import", "mine.csv", "--published", "2022-07-01").code == 0
    return tmp_path


def screened(sherd: Sherd) -> dict[str, Any]:
    found: dict[str, Any] = sherd("trace", "screen", "names.csv", "--json").result
    return found


def test_the_subsidiary_of_a_listed_party_is_a_path_and_no_hit(sherd: Sherd, tied: Path) -> None:
    result = screened(sherd)
    assert [hit["id"] for hit in result["hits"]] == ["n4"], "the listed name itself is the only hit"
    found = {(path["id"], path["listed"]["party"]): path for path in result["paths"]}
    path = found["n1", "Иван Петрович Сидоров"]
    assert path["heading"] == "owned by a listed party"
    assert [(leg["party"], leg["share"], leg["days"], leg["proof"]) for leg in path["legs"]] == [
        ("Vektor Holding JSC", 60, "from 2020-05-01", "documented"),
        ("Иван Петрович Сидоров", 51, "2019 to 2022-12-31", "documented"),
    ]
    assert "Register extract, p. 3: T2" in path["legs"][1]["basis"]
    assert path["listed"]["how"] == "possible match"
    assert 0.5 <= path["listed"]["score"] < 1


def test_a_number_of_a_register_and_a_listing_of_the_record_tell_who_is_listed(
    sherd: Sherd, tied: Path
) -> None:
    how = {(path["id"], path["listed"]["list"], path["listed"]["entry_id"]): path["listed"]["how"]
           for path in screened(sherd)["paths"]}  # fmt: skip
    assert how["n1", "mine", "A2"] == "number"
    assert how["n1", "EU 269/2014", "77"] == "recorded"


def test_an_owner_who_had_sold_before_the_day_is_on_no_path(sherd: Sherd, tied: Path) -> None:
    owners = {path["listed"]["party"] for path in screened(sherd)["paths"] if path["id"] == "n2"}
    assert owners == {"Blue Meadow Group", "Quartz Lantern Ltd"}


def test_in_the_table_a_path_has_a_column_of_its_own_rank_0_and_no_score(sherd: Sherd, tied: Path) -> None:
    said = sherd("trace", "screen", "names.csv", "--out", "hits.csv")
    assert said.code == 0, said.err
    assert "paths of ties" in said.out
    with (tied / "hits.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [*HIT, "path"]
    for row in rows:
        assert (row["rank"] == "0") is (row["score"] == "") is bool(row["path"])
        assert row["path"] == "" or row["reason"] == "no match of names: a path of ties"
    assert {row["id"] for row in rows if row["path"]} == {"n1", "n2"}


def test_without_ties_the_table_has_the_columns_of_hits_alone(sherd: Sherd, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    assert sherd("lists", "import", "mine.csv", "--published", "2022-07-01").code == 0
    assert sherd("trace", "screen", "names.csv", "--out", "hits.csv").code == 0
    assert (tmp_path / "hits.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(HIT)


def test_an_owner_who_was_decided_not_to_be_the_entry_is_on_no_path_to_it(sherd: Sherd, tied: Path) -> None:
    decided = ("--list", "mine", "--entry", "A1", "--reason", "born 1990, not 1960", "--by", "N. N.")
    assert sherd("trace", "decide", "Иван Петрович Сидоров", *decided, "--not-the-same").code == 0
    assert "A1" not in {path["listed"]["entry_id"] for path in screened(sherd)["paths"]}
    assert sherd("trace", "decide", "Иван Петрович Сидоров", *decided, "--same").code == 0
    (how,) = {
        path["listed"]["how"] for path in screened(sherd)["paths"] if path["listed"]["entry_id"] == "A1"
    }
    assert how == "decided"


def test_ties_are_walked_where_no_list_was_taken_in_and_that_is_said(sherd: Sherd, tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    for name, text in CASE.items():
        (tmp_path / "case" / name).write_text(text, encoding="utf-8")
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    assert sherd("record", "case").code == 0
    said = sherd("trace", "screen", "names.csv")
    assert said.code == 0
    assert "No list was taken in" in said.out
    assert "Quartz Lantern Ltd: on EU 269/2014, entry 77" in said.out


def test_a_tie_recorded_later_is_in_a_table_begun_before(sherd: Sherd, tied: Path) -> None:
    whole = ("trace", "screen", "names.csv", "--out", "hits.csv")
    assert sherd(*whole).code == 0
    before = (tied / "hits.csv").read_text(encoding="utf-8")
    ties = tied / "case" / "ties.csv"
    ties.write_text(CASE["ties.csv"].replace("2022-12-31", ""), encoding="utf-8")
    assert sherd("record", "case").code == 0
    assert sherd(*whole).code == 0
    after = (tied / "hits.csv").read_text(encoding="utf-8")
    assert after.count("Сидоров is owner") == before.count("Сидоров is owner") + 1


FTM = [
    {"id": "pe", "schema": "Person", "properties": {"name": ["Ivan Sidorov"], "topics": ["sanction"]}},
    {"id": "sa", "schema": "Sanction", "properties": {"entity": ["pe"], "listingDate": ["2022-02-24"]}},
    {"id": "co", "schema": "Company", "properties": {"name": ["Orchid Trading LLC"]}},
    {
        "id": "ow",
        "schema": "Ownership",
        "properties": {
            "owner": ["pe"],
            "asset": ["co"],
            "percentage": ["60"],
            "startDate": ["2019"],
            "endDate": ["2023"],
        },
    },
]


def test_a_company_that_a_list_names_for_its_listed_owner_is_a_path_and_no_hit(
    sherd: Sherd, tmp_path: Path
) -> None:
    lines = "\n".join(json.dumps({**each, "datasets": ["sanctions"]}) for each in FTM)
    (tmp_path / "s.ftm.json").write_text(lines, encoding="utf-8")
    (tmp_path / "names.csv").write_text(
        "id,name,as_of\nn1,Orchid Trading,2022-08-26\nn2,Orchid Trading,2024-01-01\n", encoding="utf-8"
    )
    taken = sherd("lists", "import", "s.ftm.json", "--published", "2022-07-01", "--json").result["lists"]
    assert [(each["entries"], each["beside"]) for each in taken] == [(1, 1)]
    result = screened(sherd)
    assert result["hits"] == []
    (path,) = result["paths"]
    assert (path["id"], path["heading"]) == ("n1", "owned by a listed party")
    assert path["listed"]["how"] == "on the list"
    assert "asserted by sanctions, edition of 2022-07-01, line 4" in path["legs"][0]["basis"]
    kept = tmp_path / "sherd.catalogue" / "ties.arrays"
    assert kept.exists()
    assert screened(sherd) == result, "the kept ties give the same answer"
    kept.write_bytes(b"no ties")
    assert screened(sherd) == result, "and damaged ones are made anew"
