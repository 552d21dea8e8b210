"""A published list of components, described in ``case.toml``, becomes systems, items and components."""

from __future__ import annotations

from typing import Any

from sherd.model.items import Component, Item
from sherd.record.intake import take_in
from sherd.record.tree import Submission, SubmittedFile

TOML = """
id = "c"
title = "T"
question = "Q"

[[lists]]
file = "documents/list.csv"
id = "GUR-{nr}"
item = "{weapon}"
system = "{family}"
ignore = ["url"]

[lists.columns]
label = ["{name}", "entry {nr}"]
maker_as_published = "{maker}; {others}"
publisher_id = "{nr}"
"""
HEAD = "nr,name,maker,others,weapon,family,url\n"


def taken(rows: str, toml: str = TOML, head: str = HEAD) -> tuple[list[Any], list[Any]]:
    content = (head + rows).encode()
    files = tuple(
        SubmittedFile(name, len(data), lambda data=data: iter((data,)))
        for name, data in (("case.toml", toml.encode()), ("documents/list.csv", content))
    )
    intake = take_in(Submission("c", files=files, sheets={"case.toml": toml.encode()}))
    rows_ = [placed.row for placed in intake.rows]
    return rows_, list(intake.problems)


def test_each_text_that_names_a_specimen_is_an_item_and_each_row_a_component() -> None:
    rows, problems = taken("1,AD9361,ADI,,UAV One,S-1,u\n2,,TI,Dealer,UAV One,S-1,u\n3,,,,UAV Two,S-1,u\n")
    assert problems == []
    items = [row for row in rows if isinstance(row, Item)]
    assert [item.label for item in items] == ["UAV One", "UAV Two"]
    assert {item.system for item in items} == {"S-1"}
    assert {item.custody_status for item in items} == {"not_published"}
    parts = [row for row in rows if isinstance(row, Component)]
    assert [(part.id, part.label, part.maker_as_published) for part in parts] == [
        ("GUR-1", "AD9361", "ADI"),
        ("GUR-2", "entry 2", "TI; Dealer"),
        ("GUR-3", "entry 3", None),
    ]
    assert parts[0].item == parts[1].item == items[0].id


def test_an_entry_that_stands_three_times_is_three_components_of_one_number() -> None:
    rows, problems = taken("7,A,M,,U,S,u\n" * 3)
    parts = [row for row in rows if isinstance(row, Component)]
    assert problems == []
    assert [part.id for part in parts] == ["GUR-7", "GUR-7.2", "GUR-7.3"]
    assert {part.publisher_id for part in parts} == {"7"}


def test_the_id_of_an_item_does_not_hang_on_what_stands_before_it() -> None:
    alone = [row.id for row in taken("1,A,M,,UAV «Б» № 2,S,u\n")[0] if isinstance(row, Item)]
    second = [row.id for row in taken("0,A,M,,U,S,u\n1,A,M,,UAV «Б» № 2,S,u\n")[0] if isinstance(row, Item)]
    assert second[1:] == alone


def test_a_heading_that_nobody_reads_or_that_is_missing_is_a_problem() -> None:
    _, problems = taken("1,A,M,U,S,u,x\n", head="nr,name,maker,weapon,family,url,extra\n")
    assert {(each.code, each.column) for each in problems} == {
        ("missing_column", "others"),
        ("unread_column", "extra"),
    }


def test_a_row_that_cannot_be_told_into_cells_is_named_and_the_rest_is_read() -> None:
    rows, problems = taken("1,A,M,,U,S,u\n2,B\n3,C,M,,U,S,u\n")
    assert [(each.code, each.row) for each in problems] == [("row_width", 3)]
    assert [row.id for row in rows if isinstance(row, Component)] == ["GUR-1", "GUR-3"]


def test_one_specimen_in_two_systems_is_a_problem() -> None:
    _, problems = taken("1,A,M,,U,S,u\n2,B,M,,U,T,u\n")
    assert [(each.code, each.row, each.read) for each in problems] == [("invalid_row", 3, "T")]


def test_a_description_with_an_unknown_key_or_without_a_needed_one_is_a_problem() -> None:
    _, problems = taken("1,A,M,,U,S,u\n", TOML.replace("ignore", "ignored"))
    assert ("unread_key", "lists.ignored") in {(each.code, each.column) for each in problems}
    _, problems = taken("1,A,M,,U,S,u\n", TOML.replace("maker_as_published", "maker_as_publised"))
    assert "did you mean maker_as_published?" in {each.do for each in problems}
    _, problems = taken("1,A,M,,U,S,u\n", TOML.replace('item = "{weapon}"\n', ""))
    assert ("missing_value", "lists") in {(each.code, each.column) for each in problems}


def test_a_list_that_is_not_there_is_a_problem() -> None:
    _, problems = taken("1,A,M,,U,S,u\n", TOML.replace("list.csv", "other.csv"))
    assert ("missing_file", "documents/other.csv") in {(each.code, each.file) for each in problems}
