"""The lists of the US Office of Foreign Assets Control as three tables: names (SDN), aliases (ALT), addresses
(ADD).

The office publishes them without headings; copies come with headings of various kinds, so that the columns
are known by their place. ``-0-`` means nothing. The number of an entry stays the same in every edition. The
file gives no day of listing: when an entry came and went is told by editions alone. Published at
https://sanctionslist.ofac.treas.gov (US public domain); the columns are those of its "SDN data
specification".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import Asked, Form, day_in_name, table

LIST = "OFAC SDN"
PUBLISHER = "US Treasury, Office of Foreign Assets Control"
RIGHTS = "US public domain"
NOTHING = "-0-"
PARTIES = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft", "": "organisation"}
ALIASES = {"aka": "alias", "fka": "former name", "nka": "alias"}
SDN = (
    "number",
    "name",
    "type",
    "programme",
    "title",
    "call sign",
    "vessel type",
    "tonnage",
    "gross tonnage",
    "flag",
    "owner",
    "remarks",
)

_IDENTIFIER = re.compile(
    r"(?i)(Tax ID No\.|Registration ID|Registration Number|Passport|National ID No\.|"
    r"Company Number|Identification Number|"
    r"Legal Entity Number|D-U-N-S Number|SWIFT/BIC|Unified Social Credit Code \(USCC\)|"
    r"Vessel Registration Identification|MMSI)"
    r"\s*(IMO\s*)?([A-Z0-9][A-Z0-9./ -]*?[A-Z0-9])(?:\s*\(([^)]*)\))?(?=[;.]|$)"
)
_ALSO = re.compile(r"(?i)\b([afn])\.k\.a\.\s+'([^']+)'")


def _is_sdn(text: str, name: str) -> bool:
    return len(_sample(text)) == 12


def _is_alt(text: str, name: str) -> bool:
    row = _sample(text)
    return len(row) == 5 and row[2].strip().casefold() in ALIASES


def _is_add(text: str, name: str) -> bool:
    row = _sample(text)
    return len(row) in {5, 6} and row[1].strip().isdigit() and NOTHING in text


def _sample(text: str) -> list[str]:
    """The first row that begins with an entry's number, below a heading or without one."""
    rows = csv.reader(io.StringIO("\n".join(text.lstrip("\ufeff").splitlines()[:3])))
    return next((row for row in rows if row and row[0].strip().isdigit()), [])


def _rows(text: str) -> list[tuple[int, list[str]]]:
    heading, rows = table(text)
    first = [(1, heading)] if heading and heading[0].isdigit() else []
    cleaned = ((number, [_clean(cell) for cell in row]) for number, row in (*first, *rows))
    return [(number, row) for number, row in cleaned if row[0].isdigit()]


def _clean(cell: str) -> str:
    cell = cell.strip()
    return "" if cell in {NOTHING, "\x1a"} else cell


def read_sdn(text: str, name: str, asked: Asked) -> ListEdition:
    """The table of names."""
    entries = tuple(_entry(number, row, asked) for number, row in _rows(text))
    return _edition("ofac-sdn", entries, name, asked, text)


def _entry(number: int, row: list[str], asked: Asked) -> ListEntry:
    cells = dict(zip(SDN, row, strict=False))
    remarks = cells.get("remarks", "")
    said = [ListedName(cells.get("name", ""), "name")]
    said += [
        ListedName(match[2], "former name" if match[1] in "fF" else "weak alias")
        for match in _ALSO.finditer(remarks)
    ]
    return ListEntry(
        list_=asked.list_ or LIST,
        entry_id=row[0],
        key=row[0],
        names=tuple(said),
        party=PARTIES.get(cells.get("type", "").casefold(), "unknown"),
        programme=cells.get("programme", "").replace("] [", "; ").strip("[]"),
        countries=tuple(filter(None, [cells.get("flag", "")])),
        identifiers=tuple(_identifiers(remarks)),
        more=tuple((name, cells[name]) for name in SDN[4:] if cells.get(name)),
        row=number,
    )


def _identifiers(remarks: str) -> Iterable[Identifier]:
    for match in _IDENTIFIER.finditer(remarks):
        yield identifier("IMO" if match[2] else match[1].rstrip("."), match[3], match[4] or "")


def read_alt(text: str, name: str, asked: Asked) -> ListEdition:
    """The table of aliases: it adds names to entries and never ends one."""
    entries: dict[str, list[ListedName]] = {}
    first: dict[str, int] = {}
    for number, row in _rows(text):
        first.setdefault(row[0], number)
        if len(row) > 3 and row[3]:
            entries.setdefault(row[0], []).append(ListedName(row[3], ALIASES.get(row[2].casefold(), "alias")))
    said = tuple(
        ListEntry(list_=asked.list_ or LIST, entry_id=id_, key=id_, names=tuple(names), row=first[id_])
        for id_, names in entries.items()
    )
    return _edition("ofac-alt", said, name, asked, text, adds_to=True)


def read_add(text: str, name: str, asked: Asked) -> ListEdition:
    """The table of addresses: it adds addresses to entries and never ends one."""
    places: dict[str, tuple[int, list[str], list[str]]] = {}
    for number, row in _rows(text):
        _, addresses, countries = places.setdefault(row[0], (number, [], []))
        if address := ", ".join(cell for cell in row[2:4] if cell):
            addresses.append(address)
        if len(row) > 4 and row[4]:
            countries.append(row[4])
    said = tuple(
        ListEntry(
            list_=asked.list_ or LIST,
            entry_id=id_,
            key=id_,
            names=(),
            addresses=tuple(addresses),
            countries=tuple(dict.fromkeys(countries)),
            row=number,
        )
        for id_, (number, addresses, countries) in places.items()
    )
    return _edition("ofac-add", said, name, asked, text, adds_to=True)


def _edition(
    form: str, entries: tuple[ListEntry, ...], name: str, asked: Asked, text: str, *, adds_to: bool = False
) -> ListEdition:
    problems = [
        Problem(
            "row_width",
            name,
            number,
            "",
            ",".join(row)[:80],
            "The row does not begin with an entry's number; it is left out.",
        )
        for number, row in table(text)[1]
        if not row[0].strip().isdigit() and row[0].strip() not in {"", "\x1a"}
    ]
    return ListEdition(
        list_=asked.list_ or LIST,
        form=form,
        entries=entries,
        published=asked.published or day_in_name(name),
        adds_to=adds_to,
        publisher=PUBLISHER,
        rights=RIGHTS,
        problems=tuple(problems),
    )


FORMS = (
    Form("ofac-sdn", "1", "OFAC's table of names (SDN)", _is_sdn, read_sdn),
    Form("ofac-alt", "1", "OFAC's table of aliases (ALT)", _is_alt, read_alt),
    Form("ofac-add", "1", "OFAC's table of addresses (ADD)", _is_add, read_add),
)
