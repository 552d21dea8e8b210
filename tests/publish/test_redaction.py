"""Nothing above a reader's clearance reaches the dossier, by whatever way."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from pypdf import PdfReader

from sherd.model.columns import Column, columns
from sherd.model.dates import Interval
from sherd.model.problems import CODES
from sherd.model.provenance import Export
from sherd.model.record import NOUNS
from sherd.model.release import public_sources, release_of, sealed_columns, within
from sherd.model.row import RELEASES, Row
from sherd.ports import Change, Store
from sherd.render.html import render_html
from sherd.render.typst import render_pdf
from sherd.services.dossier import dossier

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEVELS = (*RELEASES, None)
TOKEN = re.compile(r"snt\d{4}x")
SHOWN = {
    "hypothesis": {"words"},
    "source": {"title", "publisher", "party_to_conflict"},
    "system": {"name"},
    "recovery": {"place"},
    "item": {
        "label",
        "designation",
        "serial",
        "circumstances",
        "recovered_by",
        "holder",
        "completeness",
        "note",
    },
    "component": {"label", "maker_as_published", "country_as_published", "part_as_published"},
    "marking": {"text"},
    "custody": {"from_", "to_", "place", "seal_in", "seal_out"},
    "party": {"name"},
    "reply": {"about", "words"},
    "claim": {"speaker", "paraphrase", "quote", "hedge", "proposition"},
    "problem": {"do", "read"},
}
"""The columns that a dossier prints of a row that is released."""


class Invented:
    """A row of every kind at every release level, each text of it a word that occurs nowhere else."""

    def __init__(self) -> None:
        self.numbers = count()
        self.case = self.word()
        self.ids = {(noun.sheet, level): self.word() for noun in NOUNS for level in LEVELS}
        self.rows = [
            self.row(noun, level) for noun in NOUNS if noun is not Export for level in self.levels(noun)
        ]

    def word(self) -> str:
        return f"snt{next(self.numbers):04d}x"

    @staticmethod
    def levels(noun: type[Row]) -> tuple[str | None, ...]:
        return ("public",) if noun.kind == "case" else LEVELS

    def row(self, noun: Any, level: str | None) -> Row:
        values = {column.attribute: self.value(noun, column, level) for column in columns(noun)}
        return noun(case=self.case, **values)  # type: ignore[no-any-return]

    def value(self, noun: Any, column: Column, level: str | None) -> Any:
        if column.attribute == "id":
            return self.case if noun.kind == "case" else self.ids[noun.sheet, level]
        if column.attribute == "release":
            return level
        if column.refers:
            apart = column.attribute == "line" or (column.attribute, level) == ("event", "public")
            other = "sealed" if apart and not column.required else level
            return self.ids[column.refers, other]
        fixed = {
            "code": next(iter(CODES)),
            "draws": {"design": self.ids["lines", level]},
            "exclusive_with": (),
        }
        if column.attribute in fixed:
            return fixed[column.attribute]
        if column.words:
            return column.words[0]
        made: Mapping[str, Any] = {
            "whole": 3,
            "number": 1.0,
            "flag": True,
            "interval": Interval.parse("2023-04"),
            "instant": "2023-04-01",
            "mapping": {},
        }
        if column.kind in made:
            return made[column.kind]
        return (self.word(),) if column.kind == "list" else self.word()

    def tokens(self) -> Iterator[tuple[str, str, str, str]]:
        """(word, release level, kind, attribute) of every text."""
        published = public_sources(self.rows)
        for row in self.rows:
            sealed = sealed_columns(row, published)
            for column in columns(type(row)):
                if column.refers:
                    continue
                level = "sealed" if column.attribute in sealed else release_of(row)
                value = getattr(row, column.attribute)
                for text in value if isinstance(value, tuple) else (value,):
                    if isinstance(text, str) and TOKEN.fullmatch(text):
                        yield text, level, row.kind, column.attribute


@pytest.fixture
def invented(store: Store) -> Invented:
    """The invented case, recorded."""
    made = Invented()
    with store.writing() as writing:
        changes = [Change("recorded", row, ("test", "1"), by="snt9999x") for row in made.rows]
        writing.append(changes, public_sources(made.rows))
    return made


def seen(store: Store, case: str, clearance: str) -> set[str]:
    """Every invented word in the pages, their source, their attributes, and the text of the paper."""
    document = dossier(store, case, clearance, NOW)
    html = render_html(document).decode()
    paper = render_pdf(document, NOW, system_fonts=False).bytes
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    return set(TOKEN.findall(html)) | set(TOKEN.findall(re.sub(r"\s", "", pages)))


@pytest.mark.parametrize("clearance", RELEASES)
def test_no_word_above_the_clearance_is_printed_anywhere(
    store: Store, invented: Invented, clearance: str
) -> None:
    found = seen(store, invented.case, clearance)
    above = {word: place for word, *place in invented.tokens() if not within(place[0], clearance)}
    assert {word: above[word] for word in found & above.keys()} == {}
    assert "snt9999x" not in found, "who recorded an event is nobody's business"
    assert found


@pytest.mark.parametrize("clearance", RELEASES)
def test_what_is_released_and_printed_is_there(store: Store, invented: Invented, clearance: str) -> None:
    found = seen(store, invented.case, clearance)
    due = {
        (word, level, kind, attribute)
        for word, level, kind, attribute in invented.tokens()
        if within(level, clearance) and attribute in SHOWN.get(kind, set())
    }
    assert {place for place in due if place[0] not in found} == {
        place
        for place in due
        if (place[1], place[2]) == ("public", "recovery")
        or ((place[2], place[3]) == ("item", "serial") and clearance != "sealed")
    }, "the public recovery alone is named by no public item, and no serial is told whole below sealed"


def test_the_invented_case_has_a_word_in_every_text_column_of_every_sheet() -> None:
    made = Invented()
    places = {(kind, attribute) for _, _, kind, attribute in made.tokens()}
    for noun in NOUNS:
        if noun is Export:
            continue
        for column in columns(noun):
            if (
                column.kind == "text"
                and not column.words
                and not column.refers
                and column.attribute != "code"
            ):
                assert (noun.kind, column.attribute) in places
