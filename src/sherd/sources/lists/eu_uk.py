"""The consolidated lists of the European Union and the United Kingdom, as their own files give them.

European Union: the "CSV 1.1" export of the Financial Sanctions Files, semicolons, one row a name or a number,
headings ``Entity_LogicalId``, ``NameAlias_WholeName``, …. United Kingdom: OFSI's ``ConList.csv``, whose first
line gives the day of the edition, one row a name, ``Group ID`` for the entry; and the UK Sanctions List with
``Unique ID``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import (
    Asked,
    Form,
    by_heading,
    dated,
    day,
    day_in_name,
    headings,
    table,
    without_names,
)

EU, UK = "EU consolidated", "UK OFSI consolidated"
PARTIES = {
    "person": "person",
    "p": "person",
    "individual": "person",
    "enterprise": "organisation",
    "e": "organisation",
    "entity": "organisation",
    "ship": "vessel",
}
Cells = dict[str, str]


def read_eu(text: str, name: str, asked: Asked) -> ListEdition:
    """The European Union's consolidated financial sanctions file."""
    heading, rows = table(text.lstrip("\ufeff"), ";")
    problems: list[Problem] = []
    grouped = _grouped(heading, rows, ("entity_logicalid",))
    entries = tuple(
        without_names(
            (_eu_entry(id_, group, name, asked, problems) for id_, group in grouped.items()), problems, name
        )
    )
    made = next((cells.get("filegenerationdate", "") for group in grouped.values() for _, cells in group), "")
    return ListEdition(
        list_=asked.list_ or EU,
        form="eu-fsf",
        entries=entries,
        published=asked.published or _day(made) or day_in_name(name),
        publisher="European Commission, Financial Sanctions Files",
        problems=tuple(problems),
    )


def _eu_entry(
    id_: str, group: list[tuple[int, Cells]], name: str, asked: Asked, problems: list[Problem]
) -> ListEntry:
    row, first = group[0]
    values = _values(group)
    weak = {
        cells.get("namealias_wholename", "")
        for _, cells in group
        if cells.get("namealias_strong", "").casefold() == "false"
    }
    said = values("namealias_wholename")
    programmes = values("entity_regulation_programme") or values("namealias_regulation_programme")
    return ListEntry(
        list_=asked.list_ or EU,
        entry_id=first.get("entity_eureferencenumber") or id_,
        key=id_,
        names=tuple(
            ListedName(each, "name" if n == 0 else "weak alias" if each in weak else "alias")
            for n, each in enumerate(said)
        ),
        party=PARTIES.get(
            (
                first.get("entity_subjecttype") or first.get("entity_subjecttype_classificationcode", "")
            ).casefold(),
            "unknown",
        ),
        programme="; ".join(programmes),
        listed_from=dated(
            first.get("entity_designationdate", ""), problems, name, row, "Entity_DesignationDate"
        )
        or dated(
            first.get("entity_regulation_entryintoforcedate", ""),
            problems,
            name,
            row,
            "Entity_Regulation_EntryIntoForceDate",
        ),
        published=dated(
            first.get("entity_regulation_publicationdate", ""),
            problems,
            name,
            row,
            "Entity_Regulation_PublicationDate",
        ),
        countries=tuple(values("citizenship_countrydescription") + values("address_countrydescription")),
        addresses=tuple(
            ", ".join(filter(None, (cells.get("address_street", ""), cells.get("address_city", ""))))
            for _, cells in group
            if cells.get("address_city") or cells.get("address_street")
        ),
        identifiers=tuple(
            identifier(
                cells.get("identification_typedescription") or cells.get("identification_typecode", "number"),
                cells["identification_number"],
            )
            for _, cells in group
            if cells.get("identification_number")
        ),
        more=tuple(
            (column, "; ".join(values(column)))
            for column in ("entity_remark", "birthdate_birthdate", "namealias_function")
            if values(column)
        ),
        row=row,
    )


def read_uk(text: str, name: str, asked: Asked) -> ListEdition:
    """OFSI's consolidated list, or the UK Sanctions List, as CSV."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    skip = next(n for n, line in enumerate(lines[:5]) if "Name 6" in line)
    made = re.search(r"\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{2}-\w{3}-\d{4}", "".join(lines[:skip]))
    heading, rows = table("".join(lines[skip:]))
    problems: list[Problem] = []
    grouped = _grouped(heading, [(number + skip, row) for number, row in rows], ("group id", "unique id"))
    entries = tuple(
        without_names(
            (_uk_entry(id_, group, name, asked, problems) for id_, group in grouped.items()), problems, name
        )
    )
    return ListEdition(
        list_=asked.list_ or UK,
        form="uk-ofsi",
        entries=entries,
        published=asked.published or (_day(made[0]) if made else None) or day_in_name(name),
        publisher="UK, Office of Financial Sanctions Implementation",
        rights="Open Government Licence v3.0",
        problems=tuple(problems),
    )


def _uk_entry(
    id_: str, group: list[tuple[int, Cells]], name: str, asked: Asked, problems: list[Problem]
) -> ListEntry:
    row, first = group[0]
    values = _values(group)
    last = first.get("listed on") or first.get("date designated", "")
    return ListEntry(
        list_=asked.list_ or UK,
        entry_id=id_,
        key=id_,
        names=tuple(_uk_names(group)),
        party=PARTIES.get(
            (first.get("group type") or first.get("individual, entity, ship", "")).casefold(), "unknown"
        ),
        programme="; ".join(values("regime") or values("regime name")),
        listed_from=dated(last, problems, name, row, "Listed On"),
        countries=tuple(values("country") + values("nationality") + values("nationality(/ies)")),
        addresses=tuple(
            dict.fromkeys(
                ", ".join(filter(None, (cells.get(f"address {n}", "") for n in range(1, 7))))
                for _, cells in group
                if cells.get("address 1")
            )
        ),
        identifiers=tuple(_uk_identifiers(values)),
        more=tuple(
            (column, "; ".join(values(column)))
            for column in (
                "other information",
                "position",
                "dob",
                "d.o.b",
                "last updated",
                "uk sanctions list ref",
                "uk statement of reasons",
            )
            if values(column)
        ),
        row=row,
    )


def _uk_names(group: Iterable[tuple[int, Cells]]) -> Iterator[ListedName]:
    seen: set[str] = set()
    ordered = sorted(group, key=lambda each: not _is_primary(each[1]))
    for _, cells in ordered:
        whole = " ".join(filter(None, (cells.get(f"name {n}", "") for n in (1, 2, 3, 4, 5, 6))))
        quality = (cells.get("alias quality", "") + cells.get("alias strength", "")).casefold()
        kind = "name" if _is_primary(cells) else "weak alias" if "low" in quality else "alias"
        for text, as_ in ((whole, kind), (cells.get("name non-latin script", ""), "alias")):
            if text and text not in seen:
                seen.add(text)
                yield ListedName(text, as_)


def _is_primary(cells: Mapping[str, str]) -> bool:
    return "primary" in (cells.get("alias type", "") + cells.get("name type", "")).casefold()


def _uk_identifiers(values: object) -> Iterator[Identifier]:
    for column, kind in (
        ("business registration number (s)", "registration number"),
        ("imo number", "IMO"),
        ("passport number", "passport"),
        ("national identification number", "national id"),
    ):
        for value in values(column):  # type: ignore[operator]
            yield identifier(kind, value)


def _grouped(
    heading: list[str], rows: Iterable[tuple[int, list[str]]], by: tuple[str, ...]
) -> dict[str, list[tuple[int, Cells]]]:
    """The rows of each entry, in the order of the file."""
    low = [cell.casefold() for cell in heading]
    found: dict[str, list[tuple[int, Cells]]] = {}
    for number, row in rows:
        cells = by_heading(low, row)
        if id_ := next((cells[column] for column in by if cells.get(column)), ""):
            found.setdefault(id_, []).append((number, cells))
    return found


def _values(group: list[tuple[int, Cells]]):  # type: ignore[no-untyped-def]
    def of(column: str) -> list[str]:
        return list(dict.fromkeys(cells[column] for _, cells in group if cells.get(column)))

    return of


def _day(text: str) -> Interval | None:
    try:
        return day(text)
    except ValueError:
        return None


FORMS = (
    Form(
        "eu-fsf",
        "1",
        "the EU's consolidated financial sanctions file (CSV)",
        lambda text, name: {"entity_logicalid", "namealias_wholename"} <= set(headings(text, ";")),
        read_eu,
    ),
    Form(
        "uk-ofsi",
        "1",
        "the UK consolidated list (ConList.csv) or UK Sanctions List (CSV)",
        lambda text, name: any({"name 6", "name 1"} <= set(headings(line)) for line in text.splitlines()[:5]),
        read_uk,
    ),
)
