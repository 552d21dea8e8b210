"""Lists as FollowTheMoney entities or statements: whose days, whose programme, nothing dropped."""

from __future__ import annotations

import json
from typing import Any

from tests.sources.lists_by_hand import taken

from sherd.model.dates import Interval
from sherd.sources.lists import Asked, read


def test_no_property_of_an_entity_is_dropped_and_a_bad_line_is_named() -> None:
    edition = taken("ftm", "e.json")
    (entry,) = edition.entries
    assert dict(entry.more) == {
        "ftm:schema": "Company",
        "ftm:kolkhoz": "red",
        "ftm:datasets": '["my-list"]',
        "ftm:first_seen": "2022-04-01",
    }
    assert entry.listed_from == Interval.parse("2022-03")
    told = [(problem.code, problem.row, problem.column) for problem in edition.problems]
    assert told == [("unread_property", 1, "kolkhoz"), ("invalid_row", 2, "")]


def entity(schema: str, id_: str, **properties: str) -> str:
    said = {name: [value] for name, value in properties.items()}
    return json.dumps({"id": id_, "schema": schema, "properties": said, "datasets": ["my-list"]})


def listed(*lines: str) -> Any:
    return read("\n".join(lines).encode(), "e.json", Asked())


def test_the_days_and_the_programme_of_an_entity_are_those_of_its_sanction() -> None:
    edition = listed(
        entity("Company", "co", name="Almaz", addressEntity="ad"),
        entity("Address", "ad", full="Moscow, ul. 1"),
        entity("Sanction", "s1", entity="co", program="RUSSIA", listingDate="2022-06-28", reason="supplied"),
        entity("Passport", "pp", holder="co", number="4711"),
        entity("Ownership", "ow", owner="pe", asset="co", percentage="51"),
        entity("Person", "pe", name="Ivan Owner"),
    )
    company, person = edition.entries
    assert (company.listed_from, company.programme) == (Interval.parse("2022-06-28"), "RUSSIA")
    assert company.addresses == ("Moscow, ul. 1",)
    assert [each.value for each in company.identifiers] == ["4711"]
    assert ("ftm:Sanction:reason", "supplied") in company.more
    tie = ("ftm:Ownership", "asset co; owner pe; percentage 51")
    assert tie in company.more
    assert tie in person.more
    assert edition.problems == ()


def test_two_sanctions_of_one_entity_are_two_entries_with_days_of_their_own() -> None:
    edition = listed(
        entity("Company", "co", name="Almaz"),
        entity("Sanction", "s1", entity="co", program="A", startDate="2022", endDate="2023-01-31"),
        entity("Sanction", "s2", entity="co", program="B", startDate="2024"),
    )
    assert [(each.key, each.programme, each.listed_from) for each in edition.entries] == [
        ("co#s1", "A", Interval.parse("2022")),
        ("co#s2", "B", Interval.parse("2024")),
    ]


def test_a_schema_that_nobody_knows_is_named_and_its_entity_is_kept() -> None:
    edition = listed(entity("Kolkhoz", "k", name="Red October", colour="red"))
    assert [(each.code, each.row, each.column) for each in edition.problems] == [
        ("unread_schema", 1, "Kolkhoz")
    ]
    (entry,) = edition.entries
    assert (entry.name, entry.party) == ("Red October", "unknown")
    assert ("ftm:colour", "red") in entry.more


def test_a_line_end_inside_a_name_ends_no_line() -> None:
    edition = listed(json.dumps({"id": "a", "schema": "Company", "properties": {"name": ["Al\u2028maz"]}},
                                ensure_ascii=False))  # fmt: skip
    assert [each.name for each in edition.entries] == ["Al\u2028maz"]
    assert edition.problems == ()


def test_statements_of_two_lists_about_one_party_are_an_entry_of_each() -> None:
    lines = [
        {
            "canonical_id": "Q1",
            "entity_id": id_,
            "schema": "Company",
            "prop": prop,
            "value": value,
            "dataset": of,
        }
        for id_, of, prop, value in (
            ("ofac-1", "us_ofac_sdn", "id", "ofac-1"),
            ("ofac-1", "us_ofac_sdn", "name", "ALMAZ"),
            ("eu-1", "eu_fsf", "name", "Almaz AO"),
            ("eu-1", "eu_fsf", "kolkhoz", "red"),
        )
    ]
    edition = listed(*map(json.dumps, lines))
    assert [(each.list_, each.entry_id, each.name) for each in edition.entries] == [
        ("us_ofac_sdn", "Q1", "ALMAZ"),
        ("eu_fsf", "Q1", "Almaz AO"),
    ]
    told = [(each.code, each.row, each.column) for each in edition.problems]
    assert told == [("unread_property", 4, "kolkhoz")]


def test_statements_of_one_entity_become_one_entry() -> None:
    (entry,) = taken("ftm-statements", "s.json").entries
    assert [name.text for name in entry.names] == ["Ivan Ivanov", "Vanya"]
