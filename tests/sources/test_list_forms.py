"""Editions of lists in every form that is known: what is read of each, and what is kept beside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.sources.lists_by_hand import TEXTS, taken

from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.sources.lists import FORMS, Asked, form_of, read


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
