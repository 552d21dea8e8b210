"""The last digits of a serial are published nowhere: not in a label, a reason, a chart or an export."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sherd.model.document import Column, Document, Figure, Paragraph, Section, Table, strings
from sherd.model.hypotheses import Case
from sherd.model.items import Item
from sherd.model.label_codes import LabelReading
from sherd.model.record import CaseRecord
from sherd.model.spans import Code, Link
from sherd.publish.redact import WithheldText
from sherd.publish.whole_serials import WholeSerials


def record(*serials: str, digits: int | None = None) -> CaseRecord:
    return CaseRecord(
        case=Case(case="k", id="k", title="K", question="Who?", withhold_serial_digits=digits),
        items=tuple(
            Item(
                case="k",
                id=f"UAV-{serial}",
                label=serial,
                role="item",
                custody_status="unknown",
                serial=serial,
            )
            for serial in serials
        ),
    )


@pytest.mark.parametrize(
    ("serial", "text", "told"),
    [
        ("Ы-1276", "Geran-2 Ы-1276, and (Ы 1276)", "Geran-2 Ы-12××, and (Ы 12××)"),
        ("Ы-1276", "ы1276", "ы12××"),
        ("Ы-1276", "Ы-12760 and БЫ-1276 are others", "Ы-12760 and БЫ-1276 are others"),
        ("MS001", "Shahed-136 MS001.", "Shahed-136 MS0××."),
        ("14662", "Orlan-10 No. 14662; 14,662 and 146620", "Orlan-10 No. 146××; 14,662 and 146620"),
        ("2022", "in 2022; No. 2022; serial number: 2022", "in 2022; No. 20××; serial number: 20××"),
        ("AB 12/34", "ab12-34", "ab12-××"),
        ("K series", "the K series", "the K series"),
    ],
)
def test_a_serial_in_words_lacks_its_last_two_digits(serial: str, text: str, told: str) -> None:
    assert WholeSerials.of(record(serial), "public").without(text) == told


def test_a_serial_on_the_label_of_a_bag_lacks_its_last_digits_too() -> None:
    label = LabelReading(raw="[)>06S99887766", fields=(), serial="99887766")
    marking: Any = SimpleNamespace(label=label)
    told = WholeSerials.of(record(), "public", [marking]).without("serial 99887766")
    assert told == "serial 998877××"


def test_the_case_says_how_many_digits_and_a_sealed_reader_sees_all() -> None:
    assert WholeSerials.of(record("Ы-1276", digits=3), "team").without("Ы-1276") == "Ы-1×××"
    assert WholeSerials.of(record("Ы-1276", digits=0), "public").without("Ы-1276") == "Ы-1276"
    assert WholeSerials.of(record("Ы-1276"), "sealed").without("Ы-1276") == "Ы-1276"


def test_the_id_of_a_row_stays_what_it_is() -> None:
    told = WholeSerials.of(record("14662"), "public")
    assert told.without("UAV-14662: Orlan-10 14662") == "UAV-14662: Orlan-10 146××"


def test_a_document_is_told_without_them_in_words_tables_and_charts_and_its_ways_still_lead() -> None:
    table = Table("Of 14662", [Column("Item 14662")], [[Code("14662|7B")]])
    spec = {"data": {"values": [{"name": "14662", "n": 14662}]}}
    figure = Figure("chart-14662", "Serial 14662", "One serial, 14662.", spec, table)
    words = Paragraph(
        [Link("https://example.org/14662", "page on 14662"), " and ", Code("https://example.org/14662")]
    )
    section = Section("of-14662", "14662", [words, table, figure])
    document = Document("On 14662", "Who?", "2026-11-26", [section])
    told = WholeSerials.of(record("14662"), "public").everywhere(document)
    left = [text for text in strings(told) if "14662" in text]
    assert {text.strip() for text in left} == {"of-14662", "https://example.org/14662", "chart-14662"}
    (section,) = told.sections
    assert section.blocks[2].spec["data"]["values"][0]["name"] == "146××"


def test_what_stands_for_a_withheld_value_stays_that() -> None:
    mark = WithheldText("sealed")
    assert WholeSerials.of(record("14662"), "public").everywhere((mark,))[0] is mark


def test_plain_values_are_told_without_them() -> None:
    found = {"item": "UAV-14662", "basis": ["14662 was seen", 14662, None]}
    told = WholeSerials.of(record("14662"), "public").everywhere(found)
    assert told == {"item": "UAV-14662", "basis": ["146×× was seen", 14662, None]}
