"""The US Consolidated Screening List, with the Entity List of the Bureau of Industry and Security in it.

Published at https://www.trade.gov/consolidated-screening-list as CSV and as JSON (``results``, one object
an entry). Both have the columns that its publisher's own program writes (csl-importers,
``shared/output.py``); in JSON, addresses, numbers and names are lists.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sherd.model.identifiers import COUNTRIES, Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import Asked, Form, by_heading, dated, headings, key_of, several, table
from sherd.sources.lists.us_other import PARTIES, edition_of, last_day

LIST = "US Consolidated Screening List"
NEEDED = ("source", "type", "programs", "name", "addresses", "start_date", "alt_names", "ids")
HELD = frozenset(
    (
        *("_id", "id", "source", "entity_number", "type", "programs", "name", "alt_names", "addresses"),
        *("start_date", "end_date", "nationalities", "country", "ids"),
    )
)
"""Columns that an entry holds in places of their own."""


def read_csv(text: str, name: str, asked: Asked) -> ListEdition:
    """The table: the list of each entry stands in its column ``source``."""
    heading, rows = table(text.lstrip("\ufeff"))
    low = [cell.casefold() for cell in heading]
    problems = [_lacking(each, name) for each in NEEDED if each not in low]
    found = ((number, by_heading(low, row)) for number, row in rows)
    return _edition("us-csl", found, name, asked, problems)


def read_json(text: str, name: str, asked: Asked) -> ListEdition:
    """The object: rows count its results from 1."""
    problems: list[Problem] = []
    results: list[Any] = []
    try:
        results = json.loads(text.lstrip("\ufeff"))["results"]
        if not isinstance(results, list):
            raise TypeError("results is no list")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        results = []
        problems.append(Problem("unreadable_file", name, None, "", str(error), "Download it again."))
    return _edition("us-csl-json", _objects(results, name, problems), name, asked, problems)


def _objects(
    results: list[Any], name: str, problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, said in enumerate(results, 1):
        if isinstance(said, dict):
            yield number, {str(key).casefold(): _cell(str(key), value) for key, value in said.items()}
        else:
            do = "An entry is an object; this one is left out."
            problems.append(Problem("invalid_row", name, number, "results", str(said)[:80], do))


def _cell(column: str, value: Any) -> str:
    """A value of the object as the table writes it."""
    if not isinstance(value, list):
        return "" if value is None else str(value)
    order = ("type", "number", "country") if column == "ids" else (
        "address", "city", "state", "postal_code", "country")  # fmt: skip
    parts = [
        ", ".join(str(each[key]) for key in (*order, *sorted(each.keys() - set(order))) if each.get(key))
        if isinstance(each, dict)
        else str(each)
        for each in value
    ]
    return "; ".join(part for part in parts if part)


def _edition(
    form: str,
    rows: Iterator[tuple[int, Mapping[str, str]]],
    name: str,
    asked: Asked,
    problems: list[Problem],
) -> ListEdition:
    entries = (_entry(number, cells, name, asked, problems) for number, cells in rows)
    publisher = "US International Trade Administration"
    return edition_of(form, asked.list_ or LIST, publisher, entries, name, asked, problems)


def _entry(
    number: int, cells: Mapping[str, str], name: str, asked: Asked, problems: list[Problem]
) -> ListEntry:
    source = cells.get("source", "")
    id_ = cells.get("_id") or cells.get("id") or cells.get("entity_number")
    id_ = id_ or key_of(source, cells.get("name", ""))
    written = cells.get("name", "")
    names = (_SUCCESSORS.sub("", written), *map(_alias, several(cells.get("alt_names", ""))))
    places, said = several(cells.get("addresses", "")), several(cells.get("ids", ""))
    more = [(column, cell) for column, cell in cells.items() if cell and column not in HELD]
    more += [("name as written", written)] if names[0] != written else []
    more += [("ids", each) for each in said if not _is_number(each)]
    return ListEntry(
        list_=asked.list_ or source.split(" (")[0] or LIST,
        entry_id=id_,
        key=id_,
        names=tuple(ListedName(each, "alias" if n else "name") for n, each in enumerate(names)),
        party=PARTIES.get(cells.get("type", "").casefold(), "unknown"),
        programme=cells.get("programs", ""),
        listed_from=dated(cells.get("start_date", ""), problems, name, number, "start_date"),
        listed_to=last_day(dated(cells.get("end_date", ""), problems, name, number, "end_date")),
        addresses=tuple(places),
        countries=tuple(
            several(cells.get("country", "") or cells.get("nationalities", "")) or _countries(places)
        ),
        identifiers=tuple(_number(each) for each in said if _is_number(each)),
        more=tuple(more),
        row=number,
    )


_SUCCESSORS = re.compile(r"\s*[;,]? and any successors?\b.*$", re.IGNORECASE)
"""What a measure adds to the name of its party: it covers whoever succeeds it, and is no part of the name."""


def _alias(said: str) -> str:
    """An alias without the conjunction before the last one of a notice.

    >>> _alias("and Kvant 13"), _alias("Andes Trading")
    ('Kvant 13', 'Andes Trading')
    """
    return re.sub(r"^(?:and|or)\s+(?=\S)", "", said)


def _is_number(said: str) -> bool:
    """Whether a number stands behind its kind; some say a gender, a page or a risk instead.

    >>> _is_number("Passport, 836238033, KP"), _is_number("Gender, Male"), _is_number("Risk:, section 5")
    (True, False, False)
    """
    kind, comma, rest = said.partition(",")
    value = rest.split(",")[0].strip() if comma else kind
    return any(sign.isdigit() for sign in value) and not (" " in value and comma) and "." not in value[-4:]


def _countries(places: Iterable[str]) -> tuple[str, ...]:
    """The two letters at the end of each address."""
    found = (re.search(r"(?:^|,\s*)([A-Z]{2})$", each) for each in places)
    return tuple(dict.fromkeys(match[1] for match in found if match))


def _number(said: str) -> Identifier:
    """A number behind its kind, before its country.

    >>> _number("Tax ID No., 7707083893, RU")
    Identifier(kind='INN', value='7707083893', country='Russia', valid=True)
    """
    kind, *rest = [part.strip() for part in said.split(",")]
    if not rest:
        return identifier("number", said)
    country = next((part for part in rest[1:] if re.fullmatch("[A-Z]{2}", part)), "")
    return identifier(kind, rest[0], COUNTRIES.get(country, country))


def _lacking(column: str, name: str) -> Problem:
    do = "the entries are kept without it; if it bears another heading now, say so to those who keep sherd"
    return Problem("missing_column", name, 1, column, "", do)


FORMS = (
    Form(
        "us-csl",
        "3",
        "the US Consolidated Screening List as CSV, which holds BIS's Entity List",
        lambda text, name: (
            {"source", "name"} <= set(headings(text))
            and bool({"entity_number", "_id", "source_list_url"} & set(headings(text)))
        ),
        read_csv,
    ),
    Form(
        "us-csl-json",
        "2",
        "the US Consolidated Screening List as JSON",
        lambda text, name: (
            text.lstrip("\ufeff \n").startswith("{") and '"results"' in text and '"source' in text
        ),
        read_json,
    ),
)
