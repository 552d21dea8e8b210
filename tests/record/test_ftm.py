"""Entities and statements of FollowTheMoney as sheets: every line a row, or a problem and kept raw."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.problems import Problem
from sherd.readers.folder import submission
from sherd.record.formats.ftm import Layout, grids, layouts
from sherd.record.formats.ftm_lines import read
from sherd.record.intake import take_in

from .conftest import CASE, ITEMS

FILE = "documents/list.ftm.json"
NAMED = CASE + f'[[entities]]\nfile = "{FILE}"\nsource = "S"\nrelease = "public"\n'
SOURCES = "id,kind,title\nS,web page,A list\n"


def entity(schema: str, id_: str, **properties: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "schema": schema,
        "properties": {k: v if isinstance(v, list) else [v] for k, v in properties.items()},
    }


ENTITIES = [
    entity(
        "Company",
        "co",
        name=["ООО Алмаз"],
        alias=["Almaz LLC", "Diamond"],
        country="ru",
        jurisdiction="cn",
        innCode="7707083893",
        addressEntity="ad",
        sector="electronics",
    )
    | {"caption": "ООО Алмаз", "datasets": ["my-list"], "first_seen": "2022-04-01"},
    entity("Person", "pe", name="Ivan Owner", birthDate="1970-01-01"),
    entity("Address", "ad", full="Moscow, ul. 1"),
    entity("Passport", "pp", holder="pe", number="4711", country="ru"),
    entity(
        "Sanction",
        "sa",
        entity="co",
        authority="OFAC",
        program="RUSSIA",
        authorityId="36211",
        listingDate="2022-06-28",
        endDate="2024-01-31T00:00:00",
        reason="supplied",
    ),
    entity("Ownership", "ow", owner="pe", asset="co", percentage="51 %", startDate="2020"),
    entity("UnknownLink", "ul", subject="pe", object="co", role="controller"),
    entity(
        "EconomicActivity", "ea", sender="pe", receiver="co", goodsDescription="LTM4613V", date="2022-08-26"
    ),
]


def lines(*found: Any) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found)


@frozen
class Taken:
    """What came of a case with one file of entities."""

    rows: dict[str, dict[str, Any]]
    raw: list[str]
    problems: list[Problem]

    def told(self) -> list[tuple[str, int | None, str]]:
        return [(each.code, each.row, each.column) for each in self.problems]


@pytest.fixture
def taken(tmp_path: Path) -> Callable[[str], Taken]:
    """Record a case with this file of entities."""

    def of(text: str) -> Taken:
        (tmp_path / "documents").mkdir()
        sheets = {"case.toml": NAMED, "items.csv": ITEMS, "sources.csv": SOURCES, FILE: text}
        for name, content in sheets.items():
            (tmp_path / name).write_text(content, "utf-8")
        intake = take_in(submission(tmp_path))
        rows: dict[str, dict[str, Any]] = {}
        for placed in intake.rows:
            rows.setdefault(placed.row.kind, {})[placed.row.id] = placed.row
        raw = [" ".join(each.cells) for each in intake.raw_rows]
        return Taken(rows, raw, list(intake.problems))

    return of


Read = Callable[[str], Taken]


def test_every_entity_that_a_sheet_holds_becomes_a_row_with_the_line_it_stood_on(taken: Read) -> None:
    found = taken(lines(*ENTITIES))
    assert found.told() == []
    assert {kind: sorted(rows) for kind, rows in found.rows.items() if kind not in {"case", "item"}} == {
        "source": ["S"],
        "party": ["co", "pe"],
        "listing": ["sa"],
        "tie": ["ow", "ul"],
        "transfer": ["ea"],
    }


def test_a_company_is_taken_in_with_names_number_and_address_and_the_rest_in_its_note(taken: Read) -> None:
    company = taken(lines(*ENTITIES)).rows["party"]["co"]
    assert (company.name, company.aliases) == ("ООО Алмаз", ("Almaz LLC", "Diamond"))
    assert (company.kind_, company.country) == ("company", "RU")
    assert (company.identifiers, company.address) == ("INN 7707083893", "Moscow, ul. 1")
    assert (company.source, company.release) == ("S", "public")
    for kept in (
        "jurisdiction: cn",
        "sector: electronics",
        'datasets: ["my-list"]',
        "first_seen: 2022-04-01",
    ):
        assert kept in company.note
    assert "Almaz" not in company.note, "what a column holds is not said twice"
    assert "7707083893" not in company.note


def test_what_other_entities_say_of_a_party_stands_on_its_row(taken: Read) -> None:
    person = taken(lines(*ENTITIES)).rows["party"]["pe"]
    assert (person.kind_, person.identifiers) == ("person", "passport 4711")
    assert person.note == "birthDate: 1970-01-01"


def test_a_sanction_is_a_listing_from_its_day_to_its_day(taken: Read) -> None:
    listing = taken(lines(*ENTITIES)).rows["listing"]["sa"]
    assert (listing.party, listing.list_, listing.programme, listing.entry) == (
        "co",
        "OFAC",
        "RUSSIA",
        "36211",
    )
    assert (listing.from_.words, listing.to_.words) == ("2022-06-28", "2024-01-31")
    assert "reason: supplied" in listing.note


def test_what_a_file_says_of_ties_and_transfers_is_asserted_and_no_more(taken: Read) -> None:
    found = taken(lines(*ENTITIES)).rows
    owner, controller, moved = found["tie"]["ow"], found["tie"]["ul"], found["transfer"]["ea"]
    assert (owner.party, owner.relation, owner.of, owner.share) == ("pe", "owner", "co", 51.0)
    assert controller.relation == "controller"
    assert (moved.from_party, moved.to_party, moved.part) == ("pe", "co", "LTM4613V")
    assert {owner.proof, controller.proof, moved.proof} == {"asserted"}


def test_an_unknown_schema_or_property_is_named_with_its_line_and_the_line_is_kept(taken: Read) -> None:
    found = taken(
        lines(
            entity("Company", "a", name="A", kolkhoz="red", colour="blue"),
            entity("Warhead", "b", name="B"),
            entity("Note", "c", name="C"),
            entity("Company", "d", name="D"),
        )
        + "not json\n"
    )
    assert sorted(found.told(), key=lambda told: told[1:]) == [
        ("unread_property", 1, "colour"),
        ("unread_property", 1, "kolkhoz"),
        ("unread_schema", 2, "Warhead"),
        ("unread_schema", 3, "Note"),
        ("invalid_row", 5, ""),
    ]
    assert sorted(found.rows["party"]) == ["a", "d"]
    assert [("red" in each, "Warhead" in each, "not json" in each) for each in found.raw] == [
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (False, False, True),
    ]


def test_statements_of_one_entity_are_put_together_also_as_csv(taken: Read) -> None:
    stated = [
        {
            "entity_id": "e1",
            "canonical_id": "Q1",
            "schema": schema,
            "prop": prop,
            "value": value,
            "dataset": "d",
        }
        for schema, prop, value in (
            ("LegalEntity", "id", "e1"),
            ("LegalEntity", "name", "Almaz"),
            ("Company", "alias", "Diamond"),
            ("Company", "kolkhoz", "red"),
        )
    ]
    out = io.StringIO()
    table = csv.DictWriter(out, list(stated[0]))
    table.writeheader()
    table.writerows(stated)
    for text, first in ((lines(*stated), 1), (out.getvalue(), 2)):
        entities = read(text, FILE)
        (one,) = entities.entities
        assert (one.id, one.schema, one.row) == ("Q1", "Company", first)
        assert one.properties["alias"] == ("Diamond",)
        assert [(each.code, each.row, each.column) for each in entities.faults] == [
            ("unread_property", first + 3, "kolkhoz")
        ]
    assert taken(lines(*stated)).rows["party"]["Q1"].name == "Almaz"


def test_nested_entities_are_entities_of_their_own(taken: Read) -> None:
    whole = entity("Company", "a", name="A")
    whole["properties"]["sanctions"] = [entity("Sanction", "s", entity="a", authority="EU", startDate="2022")]
    found = taken(lines(whole))
    assert found.rows["listing"]["s"].party == "a"
    assert found.told() == [("unread_property", 1, "sanctions")]


def test_a_sanction_without_a_day_is_refused_as_every_row_is(taken: Read) -> None:
    found = taken(
        lines(entity("Company", "a", name="A"), entity("Sanction", "s", entity="a", authority="EU"))
    )
    assert found.told() == [("missing_value", 2, "from")]
    assert "listing" not in found.rows


def test_what_case_toml_says_of_a_file_of_entities_is_checked() -> None:
    found, problems = layouts([{"file": FILE, "colour": "red"}, {"source": "S"}])
    assert found == (Layout(FILE),)
    assert [(each.code, each.column) for each in problems] == [
        ("unread_key", "entities.colour"),
        ("missing_value", "entities.file"),
    ]
    assert layouts("x")[1][0].code == "unread_key"


@pytest.mark.parametrize("text", ["name,country\nAlmaz,RU\n", "[]", "\x00\x01 no text"])
def test_what_is_neither_lines_nor_statements_is_named_as_a_file(text: str) -> None:
    found = read(text, FILE)
    assert found.entities == []
    assert [(each.code, each.row) for each in found.faults] == [("unreadable_file", 1)]


def test_an_empty_file_holds_no_party() -> None:
    assert [len(list(grid.rows())) for grid in grids(Layout(FILE), b"")] == [1, 1, 1, 1]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read(text, FILE)
    assert all(each.file == FILE for each in found.faults)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["id", "schema", "properties", "prop", "value", "entity_id"]),
            st.one_of(
                st.none(), st.text(max_size=5), st.dictionaries(st.text(max_size=4), st.lists(st.text()))
            ),
        ),
        max_size=4,
    )
)
def test_every_line_is_an_entity_or_a_fault(found: list[dict[str, Any]]) -> None:
    out = read(lines(*found), FILE)
    told = {each.row for each in out.faults} | {each.row for each in out.entities}
    stated = any("prop" in each for each in found)
    assert stated or told == set(range(1, len(found) + 1))
