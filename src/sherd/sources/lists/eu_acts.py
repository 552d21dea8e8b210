"""Annexes of acts of the Council of the European Union as tables: one row an entry, its act, annex and
measure.

The acts are published in the Official Journal; the columns are those of a public transcription, which numbers
the rows anew in each edition, so that an entry is known again by annex, name and day of listing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import (
    Asked,
    Form,
    by_heading,
    dated,
    day_in_name,
    headings,
    key_of,
    several,
    table,
    without_names,
)

PUBLISHER = "Council of the European Union (Official Journal); transcribed"
PARTIES: Mapping[str, str] = {
    "person": "person", "organization": "organisation", "company": "organisation",
    "legalentity": "organisation",
    "publicbody": "organisation", "vessel": "vessel", "airplane": "aircraft",
}  # fmt: skip
NAMES = (("name", "name"), ("alias", "alias"), ("weakAlias", "weak alias"), ("previousName", "former name"))
NUMBERS = {
    "passportNumber": "passport", "registrationNumber": "registration number", "taxNumber": "tax number",
    "idNumber": "national id",
    "innCode": "INN", "ogrnCode": "OGRN", "kppCode": "KPP", "okpoCode": "OKPO", "leiCode": "LEI",
    "swiftBic": "SWIFT/BIC",
    "imoNumber": "IMO", "mmsi": "MMSI",
}  # fmt: skip
SAID = {"INN": "INN", "OGRN": "OGRN", "KPP": "KPP", "OKPO": "OKPO", "USCC": "USCC"}
"""Kinds of number that a cell may name in brackets behind it."""
READ = {
    "celex",
    "recordId",
    "programKey",
    "annex",
    "startDate",
    "schema",
    "country",
    "nationality",
    "jurisdiction",
    "address",
}
NO_NAMES = {"chinese:", "text of image", "russian:", "arabic:", "persian:", "farsi:"}
"""What a transcription puts where the act shows a picture of a name."""


def _claims(text: str, name: str) -> bool:
    return {"celex", "recordid", "annex"} <= set(headings(text))


def read(text: str, name: str, asked: Asked) -> ListEdition:
    """Read a table of an act's annexes."""
    heading, rows = table(text.lstrip("\ufeff"))
    problems: list[Problem] = []
    entries = tuple(without_names(_entries(heading, rows, name, asked, problems), problems, name))
    acts = sorted({entry.list_ for entry in entries})
    return ListEdition(
        list_=acts[0] if len(acts) == 1 else asked.list_ or "EU acts",
        form="eu-acts",
        entries=entries,
        published=asked.published or day_in_name(name),
        publisher=PUBLISHER,
        problems=tuple(problems),
    )


def _entries(
    heading: list[str], rows: list[tuple[int, list[str]]], name: str, asked: Asked, problems: list[Problem]
) -> Iterator[ListEntry]:
    for number, row in rows:
        cells = by_heading(heading, row)
        names = tuple(_names(cells))
        start = cells.get("startDate", "")
        yield ListEntry(
            list_=asked.list_ or f"EU {cells.get('celex', '')}",
            entry_id="-".join(
                filter(None, (cells.get(column, "") for column in ("celex", "annex", "recordId")))
            ),
            key=key_of(cells.get("annex", ""), names[0].text if names else "", start),
            names=names,
            party=PARTIES.get(cells.get("schema", "").casefold(), "unknown"),
            programme=", ".join(
                filter(None, (cells.get("programKey"), f"annex {cells.get('annex')}", cells.get("measure")))
            ),
            listed_from=dated(start, problems, name, number, "startDate"),
            countries=tuple(
                dict.fromkeys(
                    value
                    for column in ("country", "nationality", "jurisdiction")
                    for value in several(cells.get(column, ""))
                )
            ),
            addresses=tuple(several(cells.get("address", ""))),
            identifiers=tuple(_identifiers(cells)),
            more=tuple(
                (column, cell)
                for column, cell in cells.items()
                if cell and column not in READ and column not in NUMBERS and column not in dict(NAMES)
            ),
            row=number,
        )


def _names(cells: Mapping[str, str]) -> Iterator[ListedName]:
    for column, kind in NAMES:
        for value in several(cells.get(column, "")):
            if value.casefold() not in NO_NAMES:
                yield ListedName(value, kind)


def _identifiers(cells: Mapping[str, str]) -> Iterator[Identifier]:
    for column, kind in NUMBERS.items():
        for value in several(cells.get(column, "")):
            number, _, said = value.partition(" (")
            named = next((name for word, name in SAID.items() if word in said.upper()), kind)
            yield identifier(named, number if said else value, cells.get("country", ""))


FORMS = (Form("eu-acts", "1", "annexes of EU acts as a table (celex, recordId, annex, …)", _claims, read),)
