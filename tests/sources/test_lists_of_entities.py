"""Lists as FollowTheMoney entities or statements: whose days, whose programme, nothing dropped."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from tests.sources.lists_by_hand import taken

from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.record import CaseRecord
from sherd.model.supply import Listing, Party, Tie
from sherd.publish.formats.ftm import as_lines, as_statements, entities
from sherd.sources.lists import Asked, read
from sherd.trace.history import Held, history


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
    (company,), (person,) = edition.entries, edition.beside
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


# -- ties ----------------------------------------------------------------------------------------------------


def owned(**of_company: str) -> Any:
    return listed(
        entity("Person", "pe", name="Ivan Owner", topics="sanction"),
        entity("Company", "co", name="Orchid Trading", **of_company),
        entity(
            "Ownership", "ow", owner="pe", asset="co", percentage="51 %", startDate="2019", endDate="2023-06"
        ),
    )


def test_a_company_named_because_a_listed_party_owns_it_is_beside_the_list_and_no_entry_of_it() -> None:
    edition = owned()
    assert [each.entry_id for each in edition.entries] == ["pe"]
    assert [each.entry_id for each in edition.beside] == ["co"]
    (tie,) = edition.ties
    assert (tie.party, tie.relation, tie.of, tie.share) == ("pe", "owner", "co", 51)
    assert (tie.from_, tie.to_) == (Interval.parse("2019"), Interval.parse("2023-06"))


def test_a_tie_that_ends_before_it_begins_is_kept_without_days_and_told_once() -> None:
    edition = listed(
        entity("Person", "pe", name="Ivan Owner", topics="sanction"),
        entity("Company", "co", name="Orchid Trading"),
        entity("Ownership", "ow", owner="pe", asset="co", startDate="2023-06", endDate="2019"),
    )
    (tie,) = edition.ties
    assert (tie.party, tie.of, tie.from_, tie.to_) == ("pe", "co", None, None)
    assert [(each.code, each.row) for each in edition.problems] == [("invalid_row", 3)]


def test_an_entry_that_leaves_the_list_before_it_comes_onto_it_stays_listed() -> None:
    edition = listed(
        entity("Company", "co", name="Orchid Trading", topics="sanction"),
        entity("Sanction", "sa", entity="co", listingDate="2023-01-01", endDate="2020-01-01"),
    )
    (entry,) = edition.entries
    assert (entry.listed_from, entry.listed_to) == (Interval.parse("2023-01-01"), None)
    assert [(each.code, each.read) for each in edition.problems] == [
        ("invalid_row", "from 2023-01-01 to 2020-01-01")
    ]


def test_a_bad_day_of_a_tie_is_told_once() -> None:
    edition = listed(
        entity("Person", "pe", name="Ivan Owner", topics="sanction"),
        entity("Company", "co", name="Orchid Trading"),
        entity("Ownership", "ow", owner="pe", asset="co", startDate="garbage"),
    )
    assert [(each.code, each.row, each.column) for each in edition.problems] == [
        ("not_a_date", 3, "startDate")
    ]


@pytest.mark.parametrize(
    ("said", "entries"),
    [
        ({"topics": "sanction.linked"}, ["pe"]),
        ({"topics": "export.control.linked"}, ["pe"]),
        ({"topics": "debarment"}, ["pe", "co"]),
        ({"program": "RUSSIA"}, ["pe", "co"]),
    ],
    ids=lambda each: str(each),
)
def test_what_a_file_says_of_a_company_tells_whether_it_is_listed_itself(
    said: dict[str, str], entries: list[str]
) -> None:
    assert [each.entry_id for each in owned(**said).entries] == entries


def test_where_a_file_says_of_nobody_why_it_is_listed_all_are() -> None:
    edition = listed(
        entity("Company", "co", name="Orchid Trading"),
        entity("Person", "pe", name="Ivan Owner"),
        entity("Ownership", "ow", owner="pe", asset="co"),
    )
    assert [each.entry_id for each in edition.entries] == ["co", "pe"]
    assert edition.beside == ()
    assert len(edition.ties) == 1


@pytest.mark.parametrize("share", ["about half", "5.1.2", "", "1e5"])
def test_a_share_that_is_no_number_is_none_and_stays_as_it_was_written(share: str) -> None:
    edition = listed(
        entity("Person", "pe", name="Ivan Owner", topics="sanction"),
        entity("Company", "co", name="Orchid Trading"),
        entity("Ownership", "ow", owner="pe", asset="co", percentage=share),
    )
    assert [tie.share for tie in edition.ties] == [None]
    if share:
        assert any(share in value for _, value in edition.beside[0].more)


# -- statements ----------------------------------------------------------------------------------------------


def statement(entity_id: str, schema: str, prop: str, value: str, dataset: str, **more: str) -> str:
    said = {"entity_id": entity_id, "schema": schema, "prop": prop, "value": value, "dataset": dataset}
    return json.dumps({**said, **more})


def stated(*lines: str) -> Any:
    return read("\n".join(lines).encode(), "statements.json", Asked())


def test_of_two_editions_of_statements_the_entity_that_is_gone_has_left_the_list() -> None:
    first = stated(
        *(statement(id_, "Company", "name", name, "d") for id_, name in (("a", "Almaz"), ("b", "Berill")))
    )
    second = stated(statement("a", "Company", "name", "Almaz", "d"))
    held = [
        Held(evolve(first, published=Interval.parse("2022-01-01")), date(2024, 1, 1), "1"),
        Held(evolve(second, published=Interval.parse("2023-01-01")), date(2024, 1, 1), "2"),
    ]
    stands = {each.entry.entry_id: each.standing(date(2023, 6, 1))[0] for each in history(held)}
    assert stands == {"a": "listed", "b": "not listed"}


def test_statements_under_one_canonical_id_are_one_entity_in_each_dataset() -> None:
    edition = stated(
        statement("ofac-1", "Person", "name", "Ivan Owner", "ofac", canonical_id="Q1"),
        statement("eu-9", "Person", "name", "Iwan Owner", "eu", canonical_id="Q1"),
        statement("ofac-1", "Person", "birthDate", "1960", "ofac", canonical_id="Q1"),
    )
    assert {(each.list_, each.entry_id, each.name) for each in edition.entries} == {
        ("ofac", "Q1", "Ivan Owner"),
        ("eu", "Q1", "Iwan Owner"),
    }


def test_what_sherd_publishes_as_entities_and_as_statements_comes_back_as_the_same_parties() -> None:
    record = CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"),
        parties=(
            Party(case="k", id="P", name="ООО Алмаз", kind_="company", country="RU",
                  identifiers="INN 7707083893", release="public"),
            Party(case="k", id="Q", name="Ivan Owner", kind_="person", release="public"),
        ),
        ties=(Tie(case="k", id="T", party="Q", relation="owner", of="P", share=51.0, proof="asserted",
                  from_=Interval.parse("2019"), release="public"),),
        listings=(Listing(case="k", id="L", party="Q", list_="OFAC", from_=Interval.parse("2022-02-24"),
                          release="public"),),
    )  # fmt: skip
    every = list(entities(record, "public"))
    back = [
        read(content, "back.json", Asked())
        for content in (as_lines(every, "k"), as_statements(every, "k", datetime(2026, 1, 1, tzinfo=UTC)))
    ]
    for edition in back:
        assert edition.problems == ()
        assert [each.name for each in edition.entries] == ["Ivan Owner"]
        assert [each.name for each in edition.beside] == ["ООО Алмаз"]
        assert [each.value for each in edition.beside[0].identifiers] == ["7707083893"]
        assert [(tie.relation, tie.share) for tie in edition.ties] == [("owner", 51)]
        assert edition.entries[0].listed_from == Interval.parse("2022-02-24")
