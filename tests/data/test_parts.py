"""The shipped catalogue holds what the shipped examples cite, and nothing else."""

from __future__ import annotations

import csv
from pathlib import Path

from sherd.data import rows
from sherd.text import identity


def test_every_shipped_part_is_cited_in_an_example_with_its_maker_and_source(root: Path) -> None:
    with (root / "examples/geran-2/components.csv").open(encoding="utf-8") as file:
        cited = list(csv.DictReader(file))
    known = {(identity(row["part_as_published"]), row["maker_as_published"]) for row in cited}
    known |= {(number, "") for number, maker in known if maker == "Not identified"}
    assert [row for row in rows("parts") if (identity(row["mpn"]), row["manufacturer"]) not in known] == []
    pages = {row["locator"] for row in cited}
    assert [
        row for row in rows("parts") if row["source"] not in pages and "page-shahed" not in row["source"]
    ] == []


def test_no_part_stands_twice_under_one_maker() -> None:
    named = [(identity(row["mpn"]), row["manufacturer"]) for row in rows("parts")]
    assert len(named) == len(set(named))
