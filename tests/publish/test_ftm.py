"""Parties as FollowTheMoney: what goes out, what does not, and what an independent reader makes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from sherd.data.ontology import schemata
from sherd.model.entities import ID, Entity
from sherd.model.record import CaseRecord
from sherd.publish.formats import ftm
from sherd.publish.phrases import FAIRNESS
from sherd.publish.redact import redact
from sherd.readers.folder import submission
from sherd.record.intake import take_in
from sherd.services.publish import publish
from sherd.services.record import record
from sherd.store import open_blobs, open_store

NOW = datetime(2026, 11, 26, tzinfo=UTC)
ROAD = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"

SHEETS = {
    "case.toml": 'id = "k"\ntitle = "K"\nquestion = "?"\n',
    "sources.csv": (
        "id,kind,title,publisher,url,accessed\n"
        "S,web page,A page,A paper,https://example.org/p,2026-06-13\n"
    ),
    "systems.csv": "id,name,maker,country\nX,Shahed-136,HESA,IR\n",
    "items.csv": (
        "id,label,kind,system,role,custody_status,serial,designation\n"
        "I1,Aircraft M21478,uav,X,item,unknown,M21478,Geran-2\n"
        "I2,Rifle,small_arm,,item,unknown,A9,\n"
    ),
    "components.csv": "id,item,label,part_as_published\nC1,I1,chip,LTM4613V\n",
    "parties.csv": (
        "id,name,script,transliteration,transliterated_by,transliteration_standard,aliases,kind,country,"
        "identifiers,address,role,contact,source,release\n"
        "P1,АО Прогресс,Cyrl,AO Progress,Olena Secret,BGN/PCGN 1947,Progress JSC,company,RU,"
        "INN 7707083893; OGRN 1027700132195; USCC 91110000600037341L; OKPO 12345678,Moscow,consignee,"
        "hidden@example.org,S,\n"
        "P2,Ivan Owner,Latn,,,,,person,RU,passport 4711,,,,,\n"
        "P3,A bureau,Latn,,,,,,,,,,,,\n"
        "P9,Hidden Party,Latn,,,,,company,,,,,,,team\n"
    ),
    "ties.csv": (
        "id,party,relation,of,share,from,to,proof\n"
        "T1,P2,owner,P1,51,2020,2023-03-31,documented\n"
        "T2,P2,owner,P3,10,,,asserted\n"
        "T3,P9,director,P1,,,,asserted\n"
        "T4,P1,successor,P3,,2019-05-02,,documented\n"
    ),
    "listings.csv": (
        "id,party,list,programme,entry,from,to,published,seen\n"
        "L1,P1,OFAC SDN,RUSSIA-EO14024,36211,2022-06-28,,2022-06-28,2023-11-01\n"
        "L2,P9,EU,,,2022-06-28,,,\n"
    ),
    "transfers.csv": (
        "id,part,component,from_party,to_party,from,to,quantity,unit,proof\n"
        "F1,LTM4613V,C1,P3,P1,2022-08-26,,100,pieces,documented\n"
        "F2,LTM4613V,,P9,P1,2022-09,2022-11,5,,not_proven\n"
    ),
    "replies.csv": (
        "id,party,about,answered,words,release\nA1,P1,all of it,2026-10-01,We bought nothing.,public\n"
    ),
}  # fmt: skip


def case(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in SHEETS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def held(tmp_path: Path) -> CaseRecord:
    """A case with a party of each sort, and one that the public does not see."""
    intake = take_in(submission(case(tmp_path / "k")))
    return CaseRecord.of(placed.row for placed in intake.rows)


def out(held: CaseRecord, clearance: str = "public") -> dict[str, Entity]:
    shown = redact(held, clearance).weighed
    return {each.id: each for each in ftm.entities(shown, clearance)}


def said(found: dict[str, Entity], id_: str) -> dict[str, list[str]]:
    return {name: list(values) for name, values in found[id_].properties.items()}


def test_a_company_goes_out_with_its_names_its_numbers_and_where_it_is_known_from(held: CaseRecord) -> None:
    found = out(held)
    assert found["k.party.P1"].schema == "Company"
    party = said(found, "k.party.P1")
    assert party["name"] == ["АО Прогресс"]
    assert party["alias"] == ["Progress JSC", "AO Progress"]
    assert (party["country"], party["address"]) == (["ru"], ["Moscow"])
    assert (party["innCode"], party["ogrnCode"], party["okpoCode"]) == (
        ["7707083893"],
        ["1027700132195"],
        ["12345678"],
    )
    assert party["registrationNumber"] == ["91110000600037341L"]
    assert "USCC 91110000600037341L" in party["notes"]
    assert (party["publisher"], party["sourceUrl"]) == (["A paper"], ["https://example.org/p"])
    assert party["retrievedAt"] == ["2026-06-13"]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("person", "Person"),
        ("state", "PublicBody"),
        ("vessel", "Vessel"),
        ("investigator", "LegalEntity"),
        (None, "LegalEntity"),
    ],
)
def test_a_kind_that_the_ontology_has_no_word_for_leaves_open_what_a_party_is(
    kind: str | None, schema: str
) -> None:
    assert ftm.KINDS.get(kind or "", "LegalEntity") == schema


def test_a_listing_is_a_sanction_with_its_days(held: CaseRecord) -> None:
    sanction = said(out(held), "k.listing.L1")
    assert (sanction["entity"], sanction["authority"]) == (["k.party.P1"], ["OFAC SDN"])
    assert (sanction["program"], sanction["authorityId"]) == (["RUSSIA-EO14024"], ["36211"])
    assert (sanction["listingDate"], sanction["startDate"]) == (["2022-06-28"], ["2022-06-28"])
    assert "endDate" not in sanction
    assert "first seen 2023-11-01" in sanction["summary"][0]


def test_ties_go_out_as_what_the_ontology_lets_either_end_be(held: CaseRecord) -> None:
    found = out(held)
    assert found["k.tie.T1"].schema == "Ownership"
    owner = said(found, "k.tie.T1")
    assert (owner["owner"], owner["asset"], owner["percentage"]) == (["k.party.P2"], ["k.party.P1"], ["51"])
    assert (owner["startDate"], owner["endDate"], owner["status"]) == (
        ["2020"],
        ["2023-03-31"],
        ["documented"],
    )
    assert found["k.tie.T2"].schema == "UnknownLink", "what is no asset there cannot be owned there"
    assert said(found, "k.tie.T2")["role"] == ["owner"]
    assert found["k.tie.T4"].schema == "Succession"
    assert said(found, "k.tie.T4")["predecessor"] == ["k.party.P3"]


def test_a_transfer_goes_out_with_its_proof_and_what_it_does_not_show(held: CaseRecord) -> None:
    moved = said(out(held), "k.transfer.F1")
    assert (moved["sender"], moved["receiver"]) == (["k.party.P3"], ["k.party.P1"])
    assert (moved["goodsDescription"], moved["date"]) == (["LTM4613V"], ["2022-08-26"])
    assert "Proof: documented" in moved["summary"][0]
    assert "100 pieces" in moved["summary"][0]
    assert "not this shipment having reached it" in moved["description"][0]


def test_an_aircraft_goes_out_without_the_last_digits_of_its_serial_and_without_a_maker(
    held: CaseRecord,
) -> None:
    found = out(held)
    item = said(found, "k.item.I1")
    assert found["k.item.I1"].schema == "Airplane"
    assert (item["name"], item["serialNumber"]) == (["Aircraft M214××"], ["M214××"])
    assert "HESA" not in json.dumps(item, ensure_ascii=False)
    assert "k.item.I2" not in found


def test_what_has_no_schema_is_counted_sheet_by_sheet(held: CaseRecord) -> None:
    told = [(each.code, each.column, each.read) for each in ftm.left_out(held, "f")]
    assert told == [("no_schema", "items", "1 row"), ("no_schema", "components", "1 row")]


def test_the_sentence_on_fairness_and_the_reply_go_with_every_party(held: CaseRecord) -> None:
    found = out(held)
    parties = [each for each in found.values() if ".party." in each.id]
    assert parties
    assert all(FAIRNESS in each.properties["notes"] for each in parties)
    assert any("We bought nothing." in note for note in found["k.party.P1"].properties["notes"])
    moved = [each for each in found.values() if each.schema == "EconomicActivity"]
    assert all(FAIRNESS in each.properties["description"] for each in moved)


def test_no_withheld_value_is_in_a_public_export(held: CaseRecord) -> None:
    found = list(out(held).values())
    text = (ftm.as_lines(found, "k") + ftm.as_statements(found, "k", NOW)).decode()
    for secret in (
        "Hidden Party",
        "Olena Secret",
        "hidden@example.org",
        "P9",
        "L2",
        "T3",
        "M21478",
        "withheld",
    ):
        assert secret not in text
    assert said(out(held), "k.transfer.F2").get("sender") is None
    team = ftm.as_lines(out(held, "team").values(), "k").decode()
    assert "Hidden Party" in team


def test_every_entity_says_only_what_its_schema_has_and_nothing_that_it_needs_is_missing(
    held: CaseRecord,
) -> None:
    found = out(held, "team")
    for each in found.values():
        schema = schemata()[each.schema]
        assert set(each.properties) <= set(schema.properties), each.id
        assert set(schema.required) <= set(each.properties), each.id
        assert not schema.abstract
        assert ID.fullmatch(each.id)
        for name, values in each.properties.items():
            _, entity, range_ = schema.properties[name].partition(">")
            if entity:
                assert all(schemata()[found[value].schema].is_a(range_) for value in values), (each.id, name)


@pytest.mark.parametrize(
    ("schema", "extends", "property_", "type_"),
    [
        ("Company", "LegalEntity", "innCode", "identifier"),
        ("Company", "Asset", "jurisdiction", "country"),
        ("Person", "LegalEntity", "birthDate", "date"),
        ("Sanction", "Interval", "entity", "entity>Thing"),
        ("Ownership", "Interest", "asset", "entity>Asset"),
        ("Directorship", "Interest", "organization", "entity>Organization"),
        ("EconomicActivity", "Interval", "goodsDescription", "text"),
        ("Airplane", "Vehicle", "serialNumber", "identifier"),
    ],
)
def test_the_shipped_ontology_says_what_the_published_one_does(
    schema: str, extends: str, property_: str, type_: str
) -> None:
    """Typed from the schema files of followthemoney 3.8.2, one by one."""
    found = schemata()[schema]
    assert found.is_a(extends)
    assert found.properties[property_] == type_


def test_a_statement_is_one_value_under_the_id_that_others_reckon_too(held: CaseRecord) -> None:
    lines = ftm.as_statements(out(held).values(), "k", NOW).decode().splitlines()
    statements = [json.loads(line) for line in lines]
    (inn,) = [each for each in statements if each["prop"] == "innCode"]
    assert inn["id"] == sha1(b"sherd_k.k.party.P1.innCode.7707083893").hexdigest()
    assert (inn["schema"], inn["prop_type"], inn["dataset"]) == ("Company", "identifier", "sherd_k")
    assert inn["last_seen"] == "2026-11-26T00:00:00+00:00"
    assert len({each["id"] for each in statements}) == len(statements)
    bases = [each["value"] for each in statements if each["prop"] == "id"]
    assert sorted(bases) == sorted(out(held))


def test_an_id_that_the_ontology_could_not_hold_is_made_one(tmp_path: Path) -> None:
    folder = case(tmp_path / "k")
    (folder / "parties.csv").write_text("id,name,release\nП 1,a,public\n", "utf-8")
    for name in ("ties.csv", "listings.csv", "transfers.csv", "replies.csv"):
        (folder / name).unlink()
    intake = take_in(submission(folder))
    (party,) = [
        each for each in out(CaseRecord.of(p.row for p in intake.rows)).values() if each.first("name") == "a"
    ]
    assert ID.fullmatch(party.id)


def test_publishing_writes_both_files_and_names_what_has_no_schema(tmp_path: Path) -> None:
    place = tmp_path / "s.db"
    store = open_store(place, create=True, clock=lambda: NOW)
    blobs = open_blobs(place)
    try:
        record(store, blobs, submission(ROAD))
        files = {each.path: each for each in publish(store, blobs, "road", ["ftm"], "public", NOW, nothing)}
    finally:
        store.close()
    entities = [json.loads(line) for line in files["ftm/entities.ftm.json"].content.decode().splitlines()]
    assert sorted({each["schema"] for each in entities}) == ["Company", "EconomicActivity", "Sanction"]
    assert len(files["ftm/statements.json"].content.splitlines()) > len(entities)
    assert [each.code for each in files["ftm/entities.ftm.json"].problems] == ["no_schema", "no_schema"]


def nothing(*_: object) -> Any:
    raise AssertionError("no page was asked for")


def test_an_independent_reader_takes_every_entity_and_drops_nothing(held: CaseRecord) -> None:
    oracle = pytest.importorskip("followthemoney", reason="the optional extra ftm is not installed")
    for line in ftm.as_lines(out(held, "team").values(), "k").decode().splitlines():
        entity = json.loads(line)
        proxy = oracle.model.get_proxy(entity)
        proxy.schema.validate({"properties": entity["properties"]})
        clean = oracle.model.make_entity(entity["schema"])
        clean.id = entity["id"]
        for name, values in entity["properties"].items():
            clean.add(name, values)
            kept = {value.casefold() for value in clean.get(name)}
            assert {value.casefold() for value in values} <= kept, (entity["id"], name)


def test_what_goes_out_comes_in_again_as_the_same_parties_and_days(held: CaseRecord, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    (folder / "documents").mkdir(parents=True)
    found = list(out(held).values())
    for name, content in (("e.ftm.json", ftm.as_lines(found, "k")),
                          ("s.json", ftm.as_statements(found, "k", NOW))):  # fmt: skip
        (folder / "documents" / name).write_bytes(content)
        (folder / "case.toml").write_text(
            f'id="k2"\ntitle="K"\nquestion="?"\n[[entities]]\nfile="documents/{name}"\nrelease="public"\n',
            "utf-8",
        )
        (folder / "items.csv").write_text("id,label,role,custody_status\nI1,a,item,unknown\n", "utf-8")
        intake = take_in(submission(folder))
        again = CaseRecord.of(placed.row for placed in intake.rows)
        assert [each.code for each in intake.problems] == []
        parties = {each.id: each for each in again.parties}
        first = parties["k.party.P1"]
        assert (first.name, first.kind_, first.country) == ("АО Прогресс", "company", "RU")
        assert {each.value for each in first.numbers} >= {"7707083893", "1027700132195"}
        assert [each.from_.words for each in again.listings] == ["2022-06-28"]
        assert {each.relation for each in again.ties} == {"owner", "successor"}
        assert {each.from_.words for each in again.transfers if each.from_} == {"2022-08-26", "2022-09"}
