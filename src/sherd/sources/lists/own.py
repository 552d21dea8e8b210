"""A list of one's own as CSV: any table with a column of names.

Columns: ``name`` (required), ``id``, ``aliases`` (values divided by ``;``), ``type``, ``list``,
``programme``, ``listed_from``, ``listed_to`` (last day on the list), ``published``, ``country``, ``address``,
``inn``, ``ogrn``, ``lei``, ``uscc``, ``imo``, ``registration``. Headings are read in capitals or small
letters, with spaces or underscores; every other column is kept beside the entry under its heading.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import (
    Asked,
    Form,
    by_heading,
    dated,
    day_in_name,
    key_of,
    several,
    table,
    without_names,
)

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "primary_name", "full_name", "entity_name", "entity", "party", "caption", "наименование",
    "имя", "название"),
    "id": ("id", "entry_id", "uid", "entry", "number", "no", "ref", "reference"),
    "aliases": ("aliases", "alias", "alt_names", "aka", "a.k.a.", "other_names", "names"),
    "type": ("type", "schema", "kind", "party_type", "entity_type"),
    "list": ("list", "source", "dataset", "list_name"),
    "programme": ("programme", "program", "programs", "regime", "sanctions"),
    "listed_from": ("listed_from", "from", "start_date", "listed_on", "listed", "date_listed",
    "effective_date", "startdate"),
    "listed_to": ("listed_to", "to", "end_date", "delisted_on", "expiration_date", "enddate"),
    "published": ("published", "publication_date", "report_date"),
    "country": ("country", "countries", "jurisdiction", "nationality"),
    "address": ("address", "addresses"),
}  # fmt: skip
NUMBERS = {
    "inn": "INN",
    "ogrn": "OGRN",
    "lei": "LEI",
    "uscc": "USCC",
    "imo": "IMO",
    "registration": "registration number",
    "edrpou": "EDRPOU",
    "tax_id": "tax number",
}
PARTIES = {
    "person": "person", "individual": "person", "organisation": "organisation",
    "organization": "organisation", "org": "organisation",
    "company": "organisation", "entity": "organisation", "legalentity": "organisation", "vessel": "vessel",
    "ship": "vessel", "aircraft": "aircraft",
}  # fmt: skip


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _fields(heading: list[str]) -> dict[str, str]:
    """Which field each heading stands for."""
    plain = {cell: "_".join(cell.casefold().split()).replace("-", "_") for cell in heading}
    found: dict[str, str] = {}
    for field, words in HEADINGS.items():
        for word in words:
            column = next((cell for cell, name in plain.items() if name == word and cell not in found), None)
            if column is not None and field not in found.values():
                found[column] = field
    return found | {
        cell: f"number {NUMBERS[name]}"
        for cell, name in plain.items()
        if name in NUMBERS and cell not in found
    }


def _claims(text: str, name: str) -> bool:
    first = next(csv.reader([text.lstrip("\ufeff").split("\n", 1)[0]], delimiter=_delimiter(text)), [])
    return "name" in _fields([cell.strip() for cell in first]).values()


def read(text: str, name: str, asked: Asked) -> ListEdition:
    """Read a table of one's own."""
    heading, rows = table(text.lstrip("\ufeff"), _delimiter(text))
    fields = _fields(heading)
    problems: list[Problem] = []
    list_ = asked.list_ or PurePosixPath(name).stem
    entries = tuple(
        without_names(_entries(heading, rows, fields, name, list_, asked, problems), problems, name)
    )
    kept = tuple(cell for cell in heading if cell not in fields)
    return ListEdition(
        list_=list_,
        form="own",
        entries=entries,
        published=asked.published or day_in_name(name),
        unread=kept,
        problems=tuple(problems),
    )


def _entries(
    heading: list[str],
    rows: list[tuple[int, list[str]]],
    fields: Mapping[str, str],
    name: str,
    list_: str,
    asked: Asked,
    problems: list[Problem],
) -> Iterator[ListEntry]:
    columns = {field: cell for cell, field in fields.items()}
    for number, row in rows:
        cells = by_heading(heading, row)
        said = {field: cells.get(cell, "") for field, cell in columns.items()}
        names = (
            ListedName(said.get("name", ""), "name"),
            *(ListedName(each) for each in several(said.get("aliases", ""))),
        )
        id_ = said.get("id") or key_of(said.get("name", ""), said.get("listed_from", ""))
        yield ListEntry(
            list_=asked.list_ or said.get("list") or list_,
            entry_id=id_,
            key=id_,
            names=names,
            party=PARTIES.get(said.get("type", "").casefold(), "unknown"),
            programme=said.get("programme", ""),
            listed_from=dated(
                said.get("listed_from", ""), problems, name, number, columns.get("listed_from", "")
            ),
            listed_to=dated(said.get("listed_to", ""), problems, name, number, columns.get("listed_to", "")),
            published=dated(said.get("published", ""), problems, name, number, columns.get("published", "")),
            countries=tuple(several(said.get("country", ""))),
            addresses=tuple(several(said.get("address", ""))),
            identifiers=tuple(_identifiers(said)),
            more=tuple((cell, value) for cell, value in cells.items() if value and cell not in fields),
            row=number,
        )


def _identifiers(said: Mapping[str, str]) -> Iterator[Identifier]:
    for field, value in said.items():
        if field.startswith("number ") and value:
            yield identifier(field.removeprefix("number "), value, said.get("country", ""))


FORMS = (Form("own", "1", "a table of one's own with a column name", _claims, read),)
