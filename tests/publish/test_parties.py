"""The parties of a dossier: their own script, who transliterated it, their numbers, their ties."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sherd.model.document import Document, Section, Table, strings, walk
from sherd.publish.dossier import compose
from sherd.readers.folder import submission
from sherd.services.dossier import material, results
from sherd.services.record import record
from sherd.store import open_blobs, open_store

NOW = datetime(2026, 11, 26, tzinfo=UTC)

PARTIES = (
    "id,name,script,transliteration,transliterated_by,transliteration_standard,aliases,kind,country,"
    "identifiers,release\n"
    "P1,АО «Прогресс»,Cyrl,AO Progress,Olena Translator,BGN/PCGN 1947,Progress JSC|Прогресс,company,RU,"
    "INN 7707083893; OGRN 1027700132196,\n"
    "P2,شرکت صنایع,Arab,Sherkat-e Sanaye,the party itself,,,company,IR,,public\n"
    "P3,Ivan Owner,Latn,,,,,person,RU,,public\n"
)
TIES = """\
id,party,relation,of,share,from,to,proof,release
T1,P3,owner,P1,51,2020,2023-03-31,documented,public
T2,P3,director,P2,,2020,,asserted,public
"""
LISTINGS = """\
id,party,list,from,to,release
L1,P3,OFAC SDN,2022-06-28,,public
L2,P3,EU,2023-04-01,,public
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Document:
    """The public dossier of a case with three parties."""
    folder = tmp_path / "case"
    folder.mkdir()
    for name, text in {
        "case.toml": 'id = "k"\ntitle = "K"\nquestion = "?"\n',
        "items.csv": "id,label,role,custody_status\nI1,a,item,unknown\n",
        "parties.csv": PARTIES,
        "ties.csv": TIES,
        "listings.csv": LISTINGS,
    }.items():
        (folder / name).write_text(text, "utf-8")
    place = tmp_path / "s.db"
    store = open_store(place, create=True, clock=lambda: NOW)
    try:
        problems = record(store, open_blobs(place), submission([folder])).problems
        assert [each.code for each in problems] == ["identifier_check"]
        return compose(material(store, results(store, "k", "public", NOW.date()), "public", NOW))
    finally:
        store.close()


def lines(dossier: Document, caption: str) -> list[str]:
    (chapter,) = [each for each in walk(dossier) if isinstance(each, Section) and each.id == "parties"]
    (table,) = [
        each for each in walk(chapter) if isinstance(each, Table) and each.caption.startswith(caption)
    ]
    return [" | ".join(map(said, row)) for row in table.rows]


def said(cell: list[object]) -> str:
    return "".join(getattr(span, "text", "[withheld]") for span in cell)


def test_a_name_stands_in_its_own_script_with_who_transliterated_it_and_how(dossier: Document) -> None:
    first, second, _ = lines(dossier, "Parties that the record names")
    assert "АО «Прогресс»" in first
    assert "AO Progress" in first
    assert "BGN/PCGN 1947" in first
    assert "Progress JSC" in first
    assert "شرکت صنایع" in second
    assert "transliterated by the party itself" in second


def test_a_person_who_transliterated_is_withheld_from_the_public(dossier: Document) -> None:
    assert "Olena" not in "\n".join(strings(dossier))


def test_numbers_are_shown_with_what_their_check_digits_say(dossier: Document) -> None:
    first = lines(dossier, "Parties that the record names")[0]
    assert "INN 7707083893 (check digits hold)" in first
    assert "OGRN 1027700132196 (check digits do not hold)" in first


def test_an_owner_on_a_list_while_he_was_the_owner_is_a_path_and_no_match_of_names(dossier: Document) -> None:
    owner, director = lines(dossier, "What parties are of one another")
    assert "owner, 51 %" in owner
    assert "OFAC SDN (from 2022-06-28)" in owner
    assert "EU" not in owner, "listed a day after he sold"
    assert "EU" in director, "nobody says when this ended"


def test_days_stand_in_the_words_of_the_record_and_no_day_is_invented(dossier: Document) -> None:
    owner, director = lines(dossier, "What parties are of one another")
    assert "2020 to 2023-03-31" in owner
    assert "| from 2020 |" in director
    assert "2020-01-01" not in "\n".join(strings(dossier))
