"""US lists that come as one table: denied persons, INKSNA.

The Denied Persons List is published by the Bureau of Industry and Security, tab-separated; the imposition of
measures under the Iran, North Korea and Syria Nonproliferation Act in the Federal Register, here as a public
table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sherd.model.dates import Interval
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


def last_day(before: Interval | None) -> Interval | None:
    """The last day on a list that an order leaves on a day: the order no longer holds on the day it
    expires."""
    if before is None or before.first is None or before.last is None:
        return before
    return Interval(before.first - timedelta(days=1), before.last - timedelta(days=1))


def edition_of(
    form: str,
    list_: str,
    publisher: str,
    entries: Iterator[ListEntry],
    name: str,
    asked: Asked,
    problems: list[Problem],
) -> ListEdition:
    """An edition of a list of the United States; entries without a name are left out and named."""
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
                listed_to=last_day(
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

    return edition_of(
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
                listed_to=last_day(dated(cells.get("end-date", ""), problems, name, number, "end-date")),
                published=dated(cells.get("report-date", ""), problems, name, number, "report-date"),
                countries=tuple(filter(None, [cells.get("country", "")])),
                more=tuple(
                    (column, cells[column])
                    for column in ("authority", "reason", "notes", "source_url", "topics")
                    if cells.get(column)
                ),
                row=number,
            )

    return edition_of(
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
