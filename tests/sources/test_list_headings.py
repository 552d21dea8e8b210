"""The lists of the EU, the UK and the US under the headings that they have had."""

from __future__ import annotations

import pytest
from tests.sources.lists_by_hand import FSF_XML, TEXTS, taken

from sherd.model.dates import Interval
from sherd.sources.lists import Asked, read

UK_SANCTIONS = (
    "Report Date: 13-Feb-2026\n"
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name type,Alias strength,"
    "Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Address Line 1,Address Postal Code,"
    "Address Country,Date Designated,Nationality(/ies),National Identifier number,Passport number,"
    "IMO number\n"
    "12/01/2022,RUS0001,9,,PETROFF,IVAN,Primary Name Variation,,,Russia,Individual,Asset freeze,,,,"
    "01/03/2022,Russia,,,\n"
    "12/01/2022,RUS0001,9,,PETROV,IVAN,Primary Name,,Иван Петров,Russia,Individual,Asset freeze,Tverskaya 1,"
    "125009,Russia,01/03/2022,Russia,770,4711,\n"
)


def test_both_exports_of_the_eu_make_the_same_entry_with_all_that_it_says() -> None:
    edition = taken("eu-fsf-xml", "list.xml")
    (entry,) = edition.entries
    assert (entry.entry_id, entry.key, entry.party, entry.programme) == ("EU.27.28", "13", "person", "UKR")
    assert [(name.text, name.kind) for name in entry.names] == [
        ("Ivan SIDOROV", "name"),
        ("Vanya", "weak alias"),
    ]
    assert (entry.listed_from, entry.published) == (
        Interval.parse("2022-02-28"),
        Interval.parse("2022-03-01"),
    )
    assert edition.published == Interval.parse("2026-08-05")
    assert entry.addresses == ("12 Tverskaya, 125009, Moscow",)
    assert [(each.kind, each.value) for each in entry.identifiers] == [("National passport", "750123456")]
    assert entry.countries == ("RUSSIAN FEDERATION",)
    assert {("entity_remark", "First remark"), ("namealias_function", "Minister"),
            ("birthdate_birthdate", "1965-03-12")} <= set(entry.more)  # fmt: skip
    assert [(each.code, each.row) for each in edition.problems] == [("missing_value", 2)]


def test_the_number_that_the_eu_gives_an_entry_is_read_from_the_table_too() -> None:
    assert taken("eu-fsf").entries[0].entry_id == "EU.27.28"


@pytest.mark.parametrize(
    "text", [FSF_XML[:400], FSF_XML.replace("<export", "<!DOCTYPE x [<!ENTITY a 'b'>]><export", 1)]
)
def test_a_file_of_the_eu_that_is_cut_off_or_declares_entities_is_named_and_not_read(text: str) -> None:
    edition = read(text.encode(), "list.xml", Asked())
    assert edition.entries == ()
    assert [each.code for each in edition.problems] == ["unreadable_file"]


def test_the_uk_sanctions_list_is_read_under_its_own_headings() -> None:
    edition = read(UK_SANCTIONS.encode(), "UK-Sanctions-List.csv", Asked())
    (entry,) = edition.entries
    assert (edition.list_, edition.published) == ("UK Sanctions List", Interval.parse("2026-02-13"))
    assert [(name.text, name.kind) for name in entry.names] == [
        ("IVAN PETROV", "name"),
        ("Иван Петров", "alias"),
        ("IVAN PETROFF", "alias"),
    ]
    assert (entry.entry_id, entry.party, entry.programme) == ("RUS0001", "person", "Russia")
    assert entry.listed_from == Interval.parse("2022-03-01")
    assert entry.addresses == ("Tverskaya 1, 125009",)
    assert {(each.kind, each.value) for each in entry.identifiers} == {
        ("passport", "4711"),
        ("national id", "770"),
    }
    assert ("sanctions imposed", "Asset freeze") in entry.more
    assert edition.problems == ()


@pytest.mark.parametrize(
    ("form", "was", "now", "column"),
    [
        ("eu-fsf", "Entity_Regulation_Programme", "Entity_Reg_Prog", "entity_regulation_programme"),
        ("uk-ofsi", "Regime", "Scheme", "regime name"),
        ("us-csl", "start_date", "begins", "start_date"),
    ],
)
def test_a_heading_that_changed_is_named_and_its_cells_are_kept(
    form: str, was: str, now: str, column: str
) -> None:
    edition = read(TEXTS[form].replace(was, now, 1).encode(), "list.csv", Asked())
    assert [(each.code, each.column) for each in edition.problems if each.column == column] == [
        ("missing_column", column)
    ]
    assert edition.entries
    assert now.casefold() in dict(edition.entries[0].more)


def test_the_screening_list_says_the_same_as_an_object() -> None:
    edition = taken("us-csl-json", "list.json")
    (entry,) = edition.entries
    assert (entry.list_, entry.entry_id) == ("Entity List", "a1")
    assert [name.text for name in entry.names] == ["Kvant OOO", "Kvant LLC", "Quant"]
    assert entry.addresses == ("ul. 1, Moscow, RU",)
    assert [(each.kind, each.value) for each in entry.identifiers] == [("INN", "7707083893")]
    assert ("license_policy", "Policy of denial") in entry.more
    assert [(each.code, each.row) for each in edition.problems] == [("invalid_row", 2)]


CSL_HEADINGS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,"
    "gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,"
    "dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
)
"""The columns of the list as they stand in its file of 2026."""


def test_the_screening_list_is_read_as_its_notices_are_written() -> None:
    cells = dict.fromkeys(CSL_HEADINGS.split(","), "")
    cells |= {
        "_id": "x1",
        "source": "Entity List (EL) - Bureau of Industry and Security",
        "name": "Kvant Works; and any successor, sub-unit, or subsidiary thereof",
        "addresses": "1 Long Street, Tula, RU; 2 Short Street, Shenzhen, CN",
        "start_date": "2018-08-01",
        "license_policy": "Policy of denial",
        "alt_names": "Kvant; Kvant Institute; and Kvant 13",
        "ids": "Tax ID No., 7707083893, RU; Gender, Male; Website, kvant.example; Risk:, section 5 of a part",
    }
    row = ",".join(f'"{value}"' for value in cells.values())
    edition = read(f"{CSL_HEADINGS}\n{row}\n".encode(), "csl.csv", Asked())
    assert edition.problems == ()
    (entry,) = edition.entries
    assert entry.list_ == "Entity List"
    assert [each.text for each in entry.names] == ["Kvant Works", "Kvant", "Kvant Institute", "Kvant 13"]
    assert entry.countries == ("RU", "CN")
    assert [(each.kind, each.value) for each in entry.identifiers] == [("INN", "7707083893")]
    assert ("name as written", cells["name"]) in entry.more
    assert ("license_policy", "Policy of denial") in entry.more
    assert [value for name, value in entry.more if name == "ids"] == [
        "Gender, Male", "Website, kvant.example", "Risk:, section 5 of a part"
    ]  # fmt: skip
