"""The lists of the United Kingdom as CSV: OFSI's ``ConList.csv``, and the UK Sanctions List in its place.

Both begin with a line that gives the day of the edition and give an entry one row for each of its names. The
older list numbers entries by ``Group ID``, the newer by ``Unique ID``, and headings differ: ``Group Type`` is
``Designation Type``, ``Address 1`` is ``Address Line 1``, ``Listed On`` is ``Date Designated``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.eu_fsf import day_said
from sherd.sources.lists.form import Asked, Form, dated, day_in_name, headings, table, without_names
from sherd.sources.lists.grouped import Group, Headings, grouped, lacking, of

OLDER, NEWER = "UK OFSI consolidated", "UK Sanctions List"
PARTIES = {"individual": "person", "entity": "organisation", "ship": "vessel"}
PARTS = tuple(f"name {n}" for n in (1, 2, 3, 4, 5, 6))
LINES = range(1, 7)
KNOWN: Headings = {
    "key": ("unique id", "group id"),
    **{part: (part,) for part in PARTS},
    "non-latin": ("name non-latin script",),
    "as": ("name type", "alias type"),
    "quality": ("alias strength", "alias quality"),
    "party": ("designation type", "group type", "individual, entity, ship"),
    "programme": ("regime name", "regime"),
    "from": ("date designated", "listed on"),
    "country": ("address country", "country"),
    "citizen": ("nationality(/ies)", "nationality"),
    **{f"line {n}": (f"address line {n}", f"address {n}") for n in LINES},
    "post": ("address postal code", "post/zip code"),
    "registration number": ("business registration number (s)",),
    "IMO": ("imo number",),
    "passport": ("passport number",),
    "national id": ("national identifier number", "national identification number"),
}
NEEDED = ("key", "name 6", "as", "party", "programme", "from")
NUMBERS = ("registration number", "IMO", "passport", "national id")


def read(text: str, name: str, asked: Asked) -> ListEdition:
    """Either list; which it is, its headings say."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    skip = next(n for n, line in enumerate(lines[:5]) if _is_heading(line))
    made = re.search(r"\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{2}-\w{3}-\d{4}", "".join(lines[:skip]))
    heading, rows = table("".join(lines[skip:]))
    problems = lacking(heading, KNOWN, NEEDED, name, skip + 1)
    list_ = asked.list_ or (NEWER if "unique id" in {cell.casefold() for cell in heading} else OLDER)
    groups = grouped(heading, ((number + skip, row) for number, row in rows), KNOWN, "key")
    found = (_entry(id_, group, list_, name, problems) for id_, group in groups.items())
    return ListEdition(
        list_=list_,
        form="uk-ofsi",
        entries=tuple(without_names(found, problems, name)),
        published=asked.published or (day_said(made[0]) if made else None) or day_in_name(name),
        publisher="UK, Office of Financial Sanctions Implementation" if list_ == OLDER else "UK, FCDO",
        rights="Open Government Licence v3.0",
        problems=tuple(problems),
    )


def _is_heading(line: str) -> bool:
    return {"name 6", "name 1"} <= set(headings(line))


def _entry(id_: str, group: Group, list_: str, name: str, problems: list[Problem]) -> ListEntry:
    return ListEntry(
        list_=list_,
        entry_id=id_,
        key=id_,
        names=tuple(_names(group)),
        party=PARTIES.get(group.first("party").casefold(), "unknown"),
        programme="; ".join(group.all("programme")),
        listed_from=dated(group.first("from"), problems, name, group.row, "Date Designated"),
        countries=tuple(dict.fromkeys((*group.all("country"), *group.all("citizen")))),
        addresses=tuple(_addresses(group)),
        identifiers=tuple(_identifiers(group)),
        more=group.more(),
        row=group.row,
    )


def _names(group: Group) -> Iterator[ListedName]:
    seen: set[str] = set()
    for cells in sorted(group.rows, key=lambda each: _as(of(each, KNOWN, "as")) != "name"):
        whole = " ".join(filter(None, (of(cells, KNOWN, part) for part in PARTS)))
        kind = _as(of(cells, KNOWN, "as"))
        if kind == "alias" and "low" in of(cells, KNOWN, "quality").casefold():
            kind = "weak alias"
        for text, as_ in ((whole, kind), (of(cells, KNOWN, "non-latin"), "alias")):
            if text and text not in seen:
                seen.add(text)
                yield ListedName(text, as_)


def _as(said: str) -> str:
    """A name, or an alias; a variation of the primary name is none of its own.

    >>> _as("Primary Name"), _as("Primary Name Variation"), _as("AKA")
    ('name', 'alias', 'alias')
    """
    said = said.casefold()
    return "name" if "primary" in said and "variation" not in said else "alias"


def _addresses(group: Group) -> Iterator[str]:
    seen: set[str] = set()
    for cells in group.rows:
        parts = [of(cells, KNOWN, what) for what in (*(f"line {n}" for n in LINES), "post")]
        whole = ", ".join(filter(None, parts))
        if whole and whole not in seen:
            seen.add(whole)
            yield whole


def _identifiers(group: Group) -> Iterator[Identifier]:
    for kind in NUMBERS:
        for value in group.all(kind):
            yield identifier(kind, value)


FORMS = (
    Form(
        "uk-ofsi",
        "2",
        "the UK consolidated list (ConList.csv) or UK Sanctions List (CSV)",
        lambda text, name: any(map(_is_heading, text.splitlines()[:5])),
        read,
    ),
)
