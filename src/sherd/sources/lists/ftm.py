"""FollowTheMoney entities, or OpenSanctions statements, as JSON lines: the exchange format of many open
lists.

An entity is one JSON object with ``id``, ``schema`` and ``properties``, whose values are lists of texts. A
statement is one value of one property of one entity, with ``entity_id``, ``prop``, ``value``, ``dataset``,
``first_seen`` and ``last_seen``. Every property is kept: those that sherd does not read stand in ``more``
under ``ftm:NAME``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import Asked, Form, dated, day_in_name, without_names

PARTIES = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft"}
ORGANISATIONS = {"Organization", "Company", "LegalEntity", "PublicBody", "Org", "Asset"}
NAMES = (
    ("name", "name"),
    ("alias", "alias"),
    ("weakAlias", "weak alias"),
    ("previousName", "former name"),
    ("abbreviation", "weak alias"),
)
NUMBERS = {
    "innCode": "INN", "ogrnCode": "OGRN", "kppCode": "KPP", "okpoCode": "OKPO", "leiCode": "LEI",
    "imoNumber": "IMO", "mmsi": "MMSI",
    "uscCode": "USCC", "swiftBic": "SWIFT/BIC", "bikCode": "BIK", "registrationNumber": "registration number",
    "taxNumber": "tax number",
    "idNumber": "national id", "passportNumber": "passport", "dunsCode": "DUNS", "uniqueEntityId": "UEI",
}  # fmt: skip
COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry", "flag")
Properties = Mapping[str, list[str]]


def _claims_entities(text: str, name: str) -> bool:
    return (
        text.lstrip("\ufeff \n").startswith("{") and '"schema"' in text[:4000] and '"prop"' not in text[:2000]
    )


def _claims_statements(text: str, name: str) -> bool:
    start = text.lstrip("\ufeff \n")
    return (start.startswith("{") and '"prop"' in text[:2000]) or {"entity_id", "prop", "value"} <= set(
        start.split("\n", 1)[0].strip().replace('"', "").split(",")
    )


def read_entities(text: str, name: str, asked: Asked) -> ListEdition:
    """One entity a line."""
    problems: list[Problem] = []
    entries = tuple(without_names(_entities(text, name, asked, problems), problems, name))
    return _edition("ftm", entries, name, asked, problems)


def _entities(text: str, name: str, asked: Asked, problems: list[Problem]) -> Iterator[ListEntry]:
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            schema, id_ = str(said["schema"]), str(said["id"])
        except (ValueError, KeyError, TypeError):
            problems.append(
                Problem(
                    "invalid_row",
                    name,
                    number,
                    "",
                    line[:80],
                    "Expected one FollowTheMoney entity with id and schema; the line is left out.",
                )
            )
            continue
        yield _entry(id_, schema, _properties(said), said, number, name, asked, problems)


def _properties(said: Mapping[str, Any]) -> Properties:
    """Properties as lists of texts; a flat entity with ``names`` is read as one too."""
    found = {
        key: [str(value) for value in (values if isinstance(values, list) else [values])]
        for key, values in dict(said.get("properties") or {}).items()
    }
    for flat, prop in (
        ("caption", "name"),
        ("names", "name"),
        ("name", "name"),
        ("aliases", "alias"),
        ("alias", "alias"),
        ("country", "country"),
    ):
        values = said.get(flat)
        if values and not found.get(prop):
            found[prop] = [str(value) for value in (values if isinstance(values, list) else [values])]
    return found


def _entry(
    id_: str,
    schema: str,
    props: Properties,
    said: Mapping[str, Any],
    row: int,
    name: str,
    asked: Asked,
    problems: list[Problem],
) -> ListEntry:
    start = dated(
        (props.get("startDate") or props.get("listingDate") or [""])[0], problems, name, row, "startDate"
    )
    end = dated((props.get("endDate") or [""])[0], problems, name, row, "endDate")
    known = (
        {key for key, _ in NAMES}
        | set(NUMBERS)
        | set(COUNTRIES)
        | {"address", "startDate", "listingDate", "endDate", "program", "programId", "topics"}
    )
    outside = {
        key: said[key]
        for key in said
        if key
        not in {"id", "schema", "properties", "caption", "names", "name", "aliases", "alias", "country"}
    }
    more = [(f"ftm:{key}", "; ".join(values)) for key, values in props.items() if key not in known and values]
    more += [
        (
            f"ftm:{key}",
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True),
        )
        for key, value in outside.items()
        if value not in (None, [], "", False)
    ]
    country = (props.get("country") or props.get("jurisdiction") or [""])[0]
    return ListEntry(
        list_=asked.list_ or _dataset(said),
        entry_id=id_,
        key=id_,
        names=tuple(_names(props)),
        party=PARTIES.get(schema, "organisation" if schema in ORGANISATIONS else "unknown"),
        programme="; ".join(props.get("program", []) + props.get("programId", [])),
        listed_from=start,
        listed_to=end,
        countries=tuple(dict.fromkeys(value for key in COUNTRIES for value in props.get(key, []))),
        addresses=tuple(props.get("address", [])),
        identifiers=tuple(_identifiers(props, country)),
        more=(("ftm:schema", schema), *more),
        row=row,
    )


def _names(props: Properties) -> Iterator[ListedName]:
    seen: set[str] = set()
    for key, kind in NAMES:
        for n, value in enumerate(props.get(key, [])):
            if value and value not in seen:
                seen.add(value)
                yield ListedName(value, kind if n == 0 or kind != "name" else "alias")


def _identifiers(props: Properties, country: str) -> Iterator[Identifier]:
    for key, kind in NUMBERS.items():
        for value in props.get(key, []):
            yield identifier(
                kind, value, {"ru": "Russia", "cn": "China", "ua": "Ukraine"}.get(country, country)
            )


def _dataset(said: Mapping[str, Any]) -> str:
    sets = said.get("datasets") or [said.get("dataset") or said.get("src") or ""]
    return str(sets[0]) or "FollowTheMoney entities"


def read_statements(text: str, name: str, asked: Asked) -> ListEdition:
    """One statement a line, as JSON lines or CSV; the statements of one entity are put together."""
    problems: list[Problem] = []
    grouped: dict[str, dict[str, Any]] = {}
    for number, said in _statements(text, name, problems):
        id_ = str(said.get("canonical_id") or said.get("entity_id") or "")
        entity = grouped.setdefault(
            id_,
            {
                "id": id_,
                "schema": said.get("schema", "Thing"),
                "properties": {},
                "datasets": [said.get("dataset", "")],
                "row": number,
            },
        )
        if said.get("prop") != "id":
            entity["properties"].setdefault(str(said.get("prop")), []).append(str(said.get("value", "")))
    entries = [
        _entry(
            id_,
            entity["schema"],
            entity["properties"],
            {"datasets": entity["datasets"]},
            entity["row"],
            name,
            asked,
            problems,
        )
        for id_, entity in grouped.items()
    ]
    return _edition("ftm-statements", tuple(without_names(entries, problems, name)), name, asked, problems)


def _statements(text: str, name: str, problems: list[Problem]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not text.lstrip("\ufeff \n").startswith("{"):
        yield from enumerate(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))), 2)
        return
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                yield number, json.loads(line)
        except ValueError:
            problems.append(
                Problem(
                    "invalid_row",
                    name,
                    number,
                    "",
                    line[:80],
                    "Expected one statement as JSON; the line is left out.",
                )
            )


def _edition(
    form: str, entries: tuple[ListEntry, ...], name: str, asked: Asked, problems: list[Problem]
) -> ListEdition:
    lists = sorted({entry.list_ for entry in entries})
    list_ = asked.list_ or (lists[0] if len(lists) == 1 else "FollowTheMoney entities")
    return ListEdition(
        list_=list_,
        form=form,
        entries=entries,
        published=asked.published or day_in_name(name),
        problems=tuple(problems),
    )


def last_seen(text: str) -> Interval | None:
    """A day of ``last_seen``, or None."""
    return Interval.parse(text[:10]) if text else None


FORMS = (
    Form(
        "ftm-statements",
        "1",
        "OpenSanctions statements as JSON lines or CSV",
        _claims_statements,
        read_statements,
    ),
    Form("ftm", "1", "FollowTheMoney entities as JSON lines", _claims_entities, read_entities),
)
