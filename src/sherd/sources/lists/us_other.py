"""US lists that come as one table: the Consolidated Screening List (with BIS's Entity List), denied persons,
INKSNA.

The Consolidated Screening List is published at https://www.trade.gov/consolidated-screening-list; the Denied
Persons List by the Bureau of Industry and Security, tab-separated; the imposition of measures under the Iran,
North Korea and Syria Nonproliferation Act in the Federal Register, here as a public table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sherd.model.dates import Interval
from sherd.model.identifiers import identifier
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

RIGHTS = "US public domain"
PARTIES = {
    "individual": "person",
    "person": "person",
    "entity": "organisation",
    "company": "organisation",
    "organization": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}


def _last_day(before: Interval | None) -> Interval | None:
    """The last day on a list that an order leaves on a day: the order no longer holds on the day it
    expires."""
    if before is None or before.first is None or before.last is None:
        return before
    return Interval(before.first - timedelta(days=1), before.last - timedelta(days=1))


def _edition(
    form: str,
    list_: str,
    publisher: str,
    entries: Iterator[ListEntry],
    name: str,
    asked: Asked,
    problems: list[Problem],
) -> ListEdition:
    kept = tuple(without_names(entries, problems, name))
    return ListEdition(
        list_=list_,
        form=form,
        entries=kept,
        published=asked.published or day_in_name(name),
        publisher=publisher,
        rights=RIGHTS,
        problems=tuple(problems),
    )


def read_csl(text: str, name: str, asked: Asked) -> ListEdition:
    """The Consolidated Screening List: the list of each entry stands in its column ``source``."""
    heading, rows = table(text.lstrip("\ufeff"))
    heading = [cell.casefold() for cell in heading]
    problems: list[Problem] = []

    def entries() -> Iterator[ListEntry]:
        for number, row in rows:
            cells = by_heading(heading, row)
            source = cells.get("source", "")
            id_ = cells.get("_id") or cells.get("entity_number") or key_of(source, cells.get("name", ""))
            names = [
                ListedName(cells.get("name", ""), "name"),
                *(ListedName(each) for each in several(cells.get("alt_names", ""))),
            ]
            yield ListEntry(
                list_=asked.list_ or source.split(" (")[0] or "US Consolidated Screening List",
                entry_id=id_,
                key=id_,
                names=tuple(names),
                party=PARTIES.get(cells.get("type", "").casefold(), "unknown"),
                programme=cells.get("programs", ""),
                listed_from=dated(cells.get("start_date", ""), problems, name, number, "start_date"),
                listed_to=_last_day(dated(cells.get("end_date", ""), problems, name, number, "end_date")),
                addresses=tuple(several(cells.get("addresses", ""))),
                countries=tuple(several(cells.get("country", "") or cells.get("nationalities", ""))),
                identifiers=tuple(
                    identifier(*(each.split(",", 1) if "," in each else ("number", each)))
                    for each in several(cells.get("ids", ""))
                ),
                more=tuple(
                    (column, cell) for column, cell in cells.items() if cell and column in MORE_OF_CSL
                ),
                row=number,
            )

    return _edition(
        "us-csl",
        asked.list_ or "US Consolidated Screening List",
        "US International Trade Administration",
        entries(),
        name,
        asked,
        problems,
    )


MORE_OF_CSL = {
    "title", "federal_register_notice", "standard_order", "license_requirement", "license_policy",
    "call_sign", "vessel_type",
    "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
    "citizenships",
    "dates_of_birth", "places_of_birth", "source_information_url",
}  # fmt: skip


def read_dpl(text: str, name: str, asked: Asked) -> ListEdition:
    """The Denied Persons List of the Bureau of Industry and Security, tab-separated."""
    heading, rows = table(text.lstrip("\ufeff"), "\t")
    problems: list[Problem] = []

    def entries() -> Iterator[ListEntry]:
        for number, row in rows:
            cells = by_heading(heading, row)
            who, start = cells.get("Name", ""), cells.get("Effective_Date", "")
            key = key_of(who, cells.get("Street_Address", ""), start)
            address = ", ".join(
                filter(
                    None,
                    (cells.get(column, "") for column in ("Street_Address", "City", "State", "Postal_Code")),
                )
            )
            yield ListEntry(
                list_=asked.list_ or "BIS Denied Persons List",
                entry_id=key,
                key=key,
                names=(ListedName(who, "name"),),
                programme="denial order",
                listed_from=dated(start, problems, name, number, "Effective_Date", month_first=True),
                listed_to=_last_day(
                    dated(
                        cells.get("Expiration_Date", ""),
                        problems,
                        name,
                        number,
                        "Expiration_Date",
                        month_first=True,
                    )
                ),
                countries=tuple(filter(None, [cells.get("Country", "")])),
                addresses=tuple(filter(None, [address])),
                more=tuple(
                    (column, cells[column])
                    for column in ("Standard_Order", "Last_Update", "Action", "FR_Citation")
                    if cells.get(column)
                ),
                row=number,
            )

    return _edition(
        "us-dpl",
        asked.list_ or "BIS Denied Persons List",
        "US Bureau of Industry and Security",
        entries(),
        name,
        asked,
        problems,
    )


def read_inksna(text: str, name: str, asked: Asked) -> ListEdition:
    """Measures under the Iran, North Korea and Syria Nonproliferation Act, with start and end."""
    heading, rows = table(text.lstrip("\ufeff"))
    problems: list[Problem] = []

    def entries() -> Iterator[ListEntry]:
        for number, row in rows:
            cells = by_heading(heading, row)
            who, start = cells.get("name", ""), cells.get("start-date", "")
            key = key_of(who, start, cells.get("source_url", ""))
            yield ListEntry(
                list_=asked.list_ or "US Nonproliferation Sanctions",
                entry_id=key,
                key=key,
                names=(
                    ListedName(who, "name"),
                    *(ListedName(each) for each in several(cells.get("aliases", ""))),
                ),
                party=PARTIES.get(cells.get("schema", "").casefold(), "unknown"),
                programme=cells.get("program", ""),
                listed_from=dated(start, problems, name, number, "start-date"),
                listed_to=_last_day(dated(cells.get("end-date", ""), problems, name, number, "end-date")),
                published=dated(cells.get("report-date", ""), problems, name, number, "report-date"),
                countries=tuple(filter(None, [cells.get("country", "")])),
                more=tuple(
                    (column, cells[column])
                    for column in ("authority", "reason", "notes", "source_url", "topics")
                    if cells.get(column)
                ),
                row=number,
            )

    return _edition(
        "us-inksna",
        asked.list_ or "US Nonproliferation Sanctions",
        "US Department of State",
        entries(),
        name,
        asked,
        problems,
    )


FORMS = (
    Form(
        "us-csl",
        "1",
        "the US Consolidated Screening List as CSV, which holds BIS's Entity List",
        lambda text, name: (
            {"source", "name", "addresses"} <= set(headings(text))
            and bool({"entity_number", "_id"} & set(headings(text)))
        ),
        read_csl,
    ),
    Form(
        "us-dpl",
        "1",
        "BIS's Denied Persons List, tab-separated",
        lambda text, name: {"name", "effective_date", "standard_order"} <= set(headings(text, "\t")),
        read_dpl,
    ),
    Form(
        "us-inksna",
        "1",
        "INKSNA measures as a table with start-date and end-date",
        lambda text, name: {"name", "start-date", "end-date"} <= set(headings(text)),
        read_inksna,
    ),
)
