"""The nomenclature of the Harmonized System: what a code covers, and what a table may get wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sherd.trace.nomenclature import read

TABLE = """section,hscode,description,parent,level
TOTAL,TOTAL,Total of all commodities,TOTAL,0
XVI,85,"Electrical machinery, and parts",TOTAL,2
XVI,8542,Electronic integrated circuits,85,4
XVI,854231,"Electronic integrated circuits; processors and controllers",8542,6
XVI,8532,Electrical capacitors,85,4
XVI,853221,"Electrical capacitors; fixed, tantalum",8532,6
"""


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("8542.31", ["85", "8542", "854231"]),
        ("8542310000", ["85", "8542", "854231"]),
        ("85", ["85"]),
        ("854299", []),
        ("8", []),
        ("", []),
    ],
)
def test_a_code_is_told_with_what_stands_above_it(code: str, line: list[str]) -> None:
    assert [each.code for each in read(TABLE, "hs.csv").line(code)] == line


@pytest.mark.parametrize(
    ("words", "first"),
    [("tantalum capacitor", "853221"), ("integrated circuit", "854231"), ("CAPACITORS", "853221"), ("", None),
     ("submarine", None)],
)  # fmt: skip
def test_words_lead_to_the_most_exact_heading_that_has_them_all(words: str, first: str | None) -> None:
    found = read(TABLE, "hs.csv").speaking_of(words)
    assert (found[0].code if found else None) == first


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("I,101,Horses,01,4", "mangled_number"),
        ("I,٨٥,Horses,TOTAL,2", "mangled_number"),
        ("XVI,8533,,85,4", "missing_value"),
        ("XVI,8542,Again,85,4", "duplicate_id"),
        ("XVI,900110,Fibres,9001,6", "broken_reference"),
    ],
)
def test_a_row_that_makes_no_sense_is_named_and_the_rest_is_read(row: str, code: str) -> None:
    found = read(f"{TABLE}{row}\n", "hs.csv")
    assert [(each.code, each.row) for each in found.problems] == [(code, 8)]
    assert len(found.headings) == 5


def test_a_table_without_its_columns_is_none() -> None:
    with pytest.raises(ValueError, match=r"hs.csv has no column hscode, parent"):
        read("code,description\n85,x\n", "hs.csv")


def test_a_user_takes_a_nomenclature_in_and_looks_words_up(sherd: Callable[..., Any]) -> None:
    assert "no candidate" not in sherd("trace", "hs", "8542.31").out
    Path("hs.csv").write_text(TABLE, "utf-8")
    first = sherd(
        "lists", "nomenclature", "hs.csv", "--title", "HS 2022", "--published", "2022", "--json"
    ).result
    assert (first["entries"], first["new"]) == (5, True)
    assert (
        sherd(
            "lists", "nomenclature", "hs.csv", "--title", "HS 2022", "--published", "2022", "--json"
        ).result["new"]
        is False
    )
    said = sherd("trace", "hs", "8542.31", "--json").result
    assert [each["code"] for each in said["nomenclature"]] == ["85", "8542", "854231"]
    assert said["edition"] == first["id"]
    assert (
        "853221 Electrical capacitors; fixed, tantalum" in sherd("trace", "hs", "tantalum", "capacitor").out
    )
    Path("bad.csv").write_bytes(b"\xff\xfe\x00")
    assert sherd("lists", "nomenclature", "bad.csv").code == 2


def test_the_published_nomenclature_is_read_whole(shared: Path) -> None:
    found = read((shared / "data" / "hs" / "harmonized-system.csv").read_text("utf-8"), "hs.csv")
    assert (len(found.headings), found.problems) == (97 + 1229 + 5613, ())
