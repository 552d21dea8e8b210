"""One small edition of every form of list, written by hand after what its publisher describes."""

from __future__ import annotations

import json

from sherd.model.listed import ListEdition
from sherd.sources.lists import Asked, read

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
