"""Every form in which lists are published: what is read, and what becomes a problem."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.model.listed import ListEdition
from sherd.sources.lists import FORMS, Asked, form_of, read

SDN = (
    '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '100,"IVANOV, Ivan",individual,"RUSSIA-EO14024] [CYBER2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"Tax ID No. 7707083893 (Russia); a.k.a. 'VANYA'.\"\n"
)
ALT = '36,12,"aka","AERO-CARIBBEAN",-0- \n100,13,"fka","PETROV, Ivan",-0- \n'
ADD = '36,25,-0- ,"Havana","Cuba",-0- \n36,26,"Calle 23","Havana","Cuba",-0- \n'
EU = (
    "celex,recordId,programKey,annex,measure,startDate,schema,name,alias,registrationNumber,sector\n"
    "32014R0833,7,EU-RUS,IV,Export control,15.3.2022,Company,OOO Pribor,Прибор; Text of image,"
    "7707083893 (INN),tools\n"
    "32014R0833,8,EU-RUS,IV,Export control,not a day,Company,Radar JSC,,,\n"
)
CSL = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,"
    "end_date,alt_names\n"
    'a1,Entity List (EL) - Bureau of Industry and Security,,,,Kvant OOO,,"Moscow, RU",87 FR 1,'
    "2022-02-24,,Kvant LLC; Quant\n"
)
DPL = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\n'
    '"JOHN ROE"\t"1 STREET"\t"DALLAS"\t"TX"\t"US"\t"75159"\t"06/19/2003"\t"06/29/2013"\t"Y"\n'
)
INKSNA = (
    "schema,name,aliases,program,report-date,start-date,end-date,country\n"
    "Company,Futech Co. Ltd,Futech,INKSNA,2026-01-27,2026-01-22,2028-01-22,China\n"
)
METI = (
    "輸出等に係る禁止措置の対象\n最終更新日：2025 年09 月12 日\n"
    "１ 株式会社アドミラルティ造船所\nAdmiralty Shipyard JSC\n"
    "所在地：203, Fontanka Emb., Russia.\n２ 連邦保安庁\n"
    "Federal Security Service (FSB), a.k.a., the following one alias:\n"
    "-Federalnaya Sluzhba Bezopasnosti\n所在地：Moscow, Russia.\n"
)
FSF = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_Regulation_Programme;Entity_SubjectType;"
    "NameAlias_WholeName;NameAlias_Strong\n"
    "02/05/2023;13;EU.27.28;IRQ;person;Saddam Hussein Al-Tikriti;true\n"
    "02/05/2023;13;EU.27.28;IRQ;person;Abu Ali;false\n"
)
OFSI = (
    "Last Updated,14/06/2023\nName 6,Name 1,Name 2,Group Type,Alias Type,Regime,Listed On,Group ID,Country\n"
    "BANK ROSSIYA,,,Entity,Primary name,Russia,15/03/2022,14177,Russia\n"
    "AB ROSSIYA,,,Entity,AKA,Russia,15/03/2022,14177,Russia\n"
)
FTM = (
    json.dumps(
        {
            "id": "Q1",
            "schema": "Company",
            "properties": {
                "name": ["Almaz"],
                "weakAlias": ["AA"],
                "innCode": ["7707083893"],
                "kolkhoz": ["red"],
                "startDate": ["2022-03"],
            },
            "datasets": ["my-list"],
            "first_seen": "2022-04-01",
        }
    )
    + "\nnot json\n"
)
STATEMENTS = "\n".join(
    json.dumps({"entity_id": "E1", "schema": "Person", "prop": prop, "value": value, "dataset": "d"})
    for prop, value in (("id", "E1"), ("name", "Ivan Ivanov"), ("alias", "Vanya"))
)
OWN = (
    "Entity;Alt Names;Listed On;Delisted On;Colour\nKvadrat LLC;Square LLC;2022-02-24;2023-01-31;blue\n;;;;\n"
)

FSF_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00">
 <sanctionEntity designationDate="2022-02-28" unitedNationId="" euReferenceNumber="EU.27.28" logicalId="13">
  <remark>First remark</remark>
  <regulation publicationDate="2022-03-01" entryIntoForceDate="2022-02-28" programme="UKR"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias wholeName="Ivan SIDOROV" function="Minister" strong="true"/>
  <nameAlias wholeName="Vanya" strong="false"/>
  <citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
  <birthdate birthdate="1965-03-12" circa="false"/>
  <address city="Moscow" street="12 Tverskaya" zipCode="125009" countryDescription="RUSSIAN FEDERATION"/>
  <identification number="750123456" identificationTypeDescription="National passport"/>
 </sanctionEntity>
 <sanctionEntity euReferenceNumber="EU.1" logicalId="14">
  <subjectType code="enterprise" classificationCode="E"/>
 </sanctionEntity>
</export>
"""
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
CSL_JSON = json.dumps(
    {
        "results": [
            {
                "id": "a1",
                "source": "Entity List (EL) - Bureau of Industry and Security",
                "name": "Kvant OOO",
                "alt_names": ["Kvant LLC", "Quant"],
                "addresses": [{"address": "ul. 1", "city": "Moscow", "country": "RU", "state": None}],
                "ids": [{"type": "Tax ID No.", "number": "7707083893", "country": "RU"}],
                "start_date": "2022-02-24",
                "license_policy": "Policy of denial",
                "source_list_url": "https://example.org",
            },
            "not an object",
        ]
    }
)

TEXTS = {
    "eu-fsf-xml": FSF_XML,
    "us-csl-json": CSL_JSON,
    "ofac-sdn": SDN,
    "ofac-alt": ALT,
    "ofac-add": ADD,
    "eu-acts": EU,
    "eu-fsf": FSF,
    "uk-ofsi": OFSI,
    "us-csl": CSL,
    "us-dpl": DPL,
    "us-inksna": INKSNA,
    "jp-meti": METI,
    "ftm": FTM,
    "ftm-statements": STATEMENTS,
    "own": OWN,
}


def taken(form: str, name: str = "list.csv", asked: Asked | None = None) -> ListEdition:
    return read(TEXTS[form].encode(), name, asked or Asked())


def test_every_form_has_an_example_here() -> None:
    assert {form.name for form in FORMS} == set(TEXTS)


@pytest.mark.parametrize("form", TEXTS)
def test_a_list_is_known_by_what_stands_in_it(form: str) -> None:
    assert form_of(TEXTS[form], "any.csv").name == form
    assert taken(form).entries


@pytest.mark.parametrize("form", ["ofac-sdn", "ofac-alt", "ofac-add"])
def test_ofac_tables_are_known_with_headings_of_any_kind(form: str) -> None:
    columns = TEXTS[form].split("\n", 1)[0].count(",") + 1
    heading = ",".join(["ID", *(f"Col_{n}" for n in range(columns - 1))])
    headed = read(f"{heading}\n{TEXTS[form]}".encode(), "x.csv", Asked())
    assert headed.form == form
    assert [(entry.key, entry.names, entry.addresses) for entry in headed.entries] == [
        (entry.key, entry.names, entry.addresses) for entry in taken(form).entries
    ]


def test_the_number_of_an_sdn_entry_names_it_in_every_edition_and_its_remarks_are_read() -> None:
    entry = taken("ofac-sdn").entries[1]
    assert (entry.key, entry.party, entry.programme) == ("100", "person", "RUSSIA-EO14024; CYBER2")
    assert [(one.kind, one.value, one.valid) for one in entry.identifiers] == [("INN", "7707083893", True)]
    assert [(name.text, name.kind) for name in entry.names] == [
        ("IVANOV, Ivan", "name"),
        ("VANYA", "weak alias"),
    ]


def test_aliases_and_addresses_add_to_entries_and_never_end_one() -> None:
    assert taken("ofac-alt").adds_to
    assert taken("ofac-add").adds_to
    assert taken("ofac-alt").entries[1].names[0].kind == "former name"
    assert taken("ofac-add").entries[0].addresses == ("Havana", "Calle 23, Havana")


def test_an_entry_of_an_act_keeps_annex_day_number_and_every_other_column() -> None:
    edition = taken("eu-acts")
    first, second = edition.entries
    assert (first.list_, first.entry_id) == ("EU 32014R0833", "32014R0833-IV-7")
    assert first.listed_from == Interval(date(2022, 3, 15), date(2022, 3, 15))
    assert [name.text for name in first.names] == ["OOO Pribor", "Прибор"]
    assert [(one.kind, one.valid) for one in first.identifiers] == [("INN", True)]
    assert ("sector", "tools") in first.more
    assert second.listed_from is None
    assert [(problem.code, problem.row, problem.column) for problem in edition.problems] == [
        ("not_a_date", 3, "startDate")
    ]


def test_a_denial_order_ends_on_the_day_before_it_expires() -> None:
    entry = taken("us-dpl").entries[0]
    assert entry.listed_to == Interval(date(2013, 6, 28), date(2013, 6, 28))
    assert taken("us-inksna").entries[0].listed_to == Interval(date(2028, 1, 21), date(2028, 1, 21))


def test_the_japanese_notice_gives_both_names_aliases_and_its_day() -> None:
    edition = taken("jp-meti")
    assert edition.published == Interval(date(2025, 9, 12), date(2025, 9, 12))
    assert [entry.name for entry in edition.entries] == [
        "Admiralty Shipyard JSC",
        "Federal Security Service (FSB)",
    ]
    assert "Federalnaya Sluzhba Bezopasnosti" in {name.text for name in edition.entries[1].names}


def test_the_rows_of_one_entry_are_put_together() -> None:
    (eu,), (uk,) = taken("eu-fsf").entries, taken("uk-ofsi").entries
    assert [(name.text, name.kind) for name in eu.names] == [
        ("Saddam Hussein Al-Tikriti", "name"),
        ("Abu Ali", "weak alias"),
    ]
    assert [name.text for name in uk.names] == ["BANK ROSSIYA", "AB ROSSIYA"]
    assert taken("uk-ofsi").published == Interval(date(2023, 6, 14), date(2023, 6, 14))
    assert uk.listed_from == Interval(date(2022, 3, 15), date(2022, 3, 15))


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


def test_a_table_of_ones_own_is_read_by_many_headings_and_keeps_the_rest() -> None:
    edition = taken("own", "mine.csv")
    (entry,) = edition.entries
    assert (entry.list_, edition.unread) == ("mine", ("Colour",))
    assert [name.text for name in entry.names] == ["Kvadrat LLC", "Square LLC"]
    assert entry.listed_to == Interval.parse("2023-01-31")
    assert ("Colour", "blue") in entry.more


def test_an_entry_without_a_name_is_a_problem_and_the_rest_is_kept() -> None:
    edition = read(b"name,country\nAlmaz,RU\n,IR\n", "mine.csv", Asked())
    assert [entry.name for entry in edition.entries] == ["Almaz"]
    assert [(problem.code, problem.row) for problem in edition.problems] == [("missing_value", 3)]


def test_what_the_user_says_of_list_and_day_goes_before_what_the_file_says() -> None:
    edition = taken("jp-meti", asked=Asked("METI", Interval.parse("2025-10")))
    assert (edition.list_, edition.published) == ("METI", Interval.parse("2025-10"))


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x00\x01"])
def test_what_is_no_list_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(WrongCall, match=r"x\.csv"):
        read(content, "x.csv", Asked())


def test_bytes_that_are_no_utf_8_ask_for_their_encoding() -> None:
    with pytest.raises(WrongCall, match="--encoding"):
        read("name\nЗавод\n".encode("cp1251"), "x.csv", Asked())
    assert (
        read("name\nЗавод\n".encode("cp1251"), "x.csv", Asked(encoding="cp1251")).entries[0].name == "Завод"
    )


@pytest.mark.parametrize(
    ("file", "form", "entries"),
    [
        ("ofac_sdn_2022.csv", "ofac-sdn", 8976),
        ("ofac_sdn_2023-11.csv", "ofac-sdn", 11443),
        ("eu_32014R0269.csv", "eu-acts", 2802),
        ("us_inksna.csv", "us-inksna", 28),
    ],
)
def test_the_published_editions_are_read_whole(shared: Path, file: str, form: str, entries: int) -> None:
    path = shared / "data" / "lists" / file
    edition = read(path.read_bytes(), file, Asked())
    rows = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isdigit())
    assert (edition.form, len(edition.entries)) == (form, entries)
    assert edition.problems == ()
    assert rows >= entries or form == "us-inksna"


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
