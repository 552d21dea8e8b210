"""FollowTheMoney entities, or OpenSanctions statements, as JSON lines: the exchange format of many open
lists.

An entity is one JSON object with ``id``, ``schema`` and ``properties``, whose values are lists of texts. A
statement is one value of one property of one entity, with ``entity_id``, ``prop``, ``value`` and ``dataset``.
A party becomes an entry for each of its Sanctions, with the days and the programme of that one; addresses and
papers go to their party, ties to both ends. A party that is named for its ties alone, in a file that says of
others that they are sanctioned, is not on the list: it stands beside it. Every property is kept: what sherd
does not read stands in ``more`` under ``ftm:NAME``; a schema or property that is not of the ontology is a
problem besides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from attrs import define, field

from sherd.data.ontology import schemata
from sherd.model.dates import Interval
from sherd.model.entities import NUMBERS, Entity
from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListedTie, ListEntry
from sherd.model.problems import Problem
from sherd.record.formats.ftm import ROLES, TIES
from sherd.record.formats.ftm_lines import Lines, read
from sherd.sources.lists.form import Asked, Form, dated, day_in_name, without_names

PARTIES = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft", "Org": "organisation"}
NAMES = (
    ("name", "name"),
    ("alias", "alias"),
    ("weakAlias", "weak alias"),
    ("previousName", "former name"),
    ("abbreviation", "weak alias"),
)
COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry", "flag")
NATIONS = {"ru": "Russia", "cn": "China", "ua": "Ukraine"}
OF_AN_ENTRY = frozenset(
    {
        *(name for name, _ in NAMES),
        *(*NUMBERS, *COUNTRIES),
        *(
            "address",
            "addressEntity",
            "startDate",
            "listingDate",
            "endDate",
            "program",
            "programId",
            "topics",
        ),
    }
)
"""Properties that an entry holds in places of their own, of whatever schema they are said."""


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
    return _edition("ftm", read(text, name), asked)


def read_statements(text: str, name: str, asked: Asked) -> ListEdition:
    """One statement a line, as JSON lines or CSV; those of one entity in one dataset are an entry of it."""
    return _edition("ftm-statements", read(text, name, by_dataset=True), asked)


def _edition(form: str, lines: Lines, asked: Asked) -> ListEdition:
    entries = _Entries(lines, asked)
    every = tuple(without_names(entries.all(), entries.problems, lines.file))
    beside = entries.for_ties_alone()
    found = tuple(each for each in every if each.entry_id not in beside)
    lists = sorted({entry.list_ for entry in found})
    return ListEdition(
        list_=asked.list_ or (lists[0] if len(lists) == 1 else "FollowTheMoney entities"),
        form=form,
        entries=found,
        published=asked.published or day_in_name(lines.file),
        ties=tuple(entries.ties()),
        beside=tuple(each for each in every if each.entry_id in beside),
        problems=(*(each for each in lines.faults if each.column not in OF_AN_ENTRY), *entries.problems),
    )


@define
class _Entries:
    """The entities of one file on their way to entries of a list."""

    lines: Lines
    asked: Asked
    problems: list[Problem] = field(factory=list)
    about: dict[str, list[Entity]] = field(factory=dict)
    """What is said of an entity by others, by its id."""

    def __attrs_post_init__(self) -> None:
        for entity in self.lines.entities:
            schema = schemata().get(entity.schema)
            if schema is None or schema.is_a("Thing"):
                continue
            ends = {value for name, type_ in schema.properties.items() if type_.startswith("entity")
                    for value in entity.properties.get(name, ())}  # fmt: skip
            for end in ends:
                self.about.setdefault(end, []).append(entity)

    def all(self) -> Iterator[ListEntry]:
        addresses = {each.id: each for each in self.lines.entities if each.schema == "Address"}
        for entity in self.lines.entities:
            schema = schemata().get(entity.schema)
            if schema is not None and not schema.is_a("Thing"):
                continue  # it stands with the parties that it names
            if entity.schema == "Address" or (entity.schema == "Note" and not entity.first("name")):
                continue
            sanctions = [each for each in self.about.get(entity.id, ()) if each.schema == "Sanction"]
            for sanction in sanctions or (None,):
                yield self._entry(entity, sanction, len(sanctions), addresses)

    def ties(self) -> Iterator[ListedTie]:
        """Who is what of whom; a share that is no number stands beside both ends, as it was written."""
        said: set[tuple[str, str, str, str]] = set()
        for entity in self.lines.entities:
            if entity.schema not in TIES:
                continue
            relation, one, other = TIES[entity.schema]
            role = entity.first("role").casefold()
            relation = role if relation == "linked" and role in ROLES else relation
            for party in entity.all(one):
                for of in entity.all(other):
                    if (key := (entity.id, party, relation, of)) not in said:
                        said.add(key)
                        yield self._tie(entity, party, relation, of)

    def _tie(self, entity: Entity, party: str, relation: str, of: str) -> ListedTie:
        share = entity.first("percentage").replace(",", ".").strip(" %")
        return ListedTie(
            party=party,
            relation=relation,
            of=of,
            share=float(share) if SHARE.fullmatch(share) else None,
            from_=self._day(entity, "startDate"),
            to_=self._day(entity, "endDate"),
            row=entity.row,
        )

    def for_ties_alone(self) -> frozenset[str]:
        """The parties of which a file says nothing but ties, while it says of others why they are listed."""
        listed = {each.id for each in self.lines.entities if self._is_listed(each)}
        tied = {end for tie in self.ties() for end in (tie.party, tie.of)}
        return frozenset(tied - listed) if listed else frozenset()

    def _is_listed(self, entity: Entity) -> bool:
        topics = [each for each in entity.all("topics") if not each.endswith(".linked")]
        sanctions = (each.schema == "Sanction" for each in self.about.get(entity.id, ()))
        return bool(topics or entity.all("program", "programId") or any(sanctions))

    def _entry(
        self, entity: Entity, sanction: Entity | None, count: int, addresses: Mapping[str, Entity]
    ) -> ListEntry:
        dates = sanction or entity
        country = entity.first("country", "jurisdiction")
        programmes = (*entity.all("program", "programId"), *(sanction.all("program") if sanction else ()))
        places = [self._place(each, addresses) for each in entity.all("addressEntity")]
        return ListEntry(
            list_=self.asked.list_ or _dataset(entity),
            entry_id=entity.id,
            key=f"{entity.id}#{sanction.id}" if sanction and count > 1 else entity.id,
            names=tuple(_names(entity)),
            party=_party(entity.schema),
            programme="; ".join(dict.fromkeys(programmes)),
            listed_from=self._day(dates, "listingDate", "startDate"),
            listed_to=self._day(dates, "endDate"),
            countries=entity.all(*COUNTRIES),
            addresses=(*entity.all("address"), *places),
            identifiers=tuple(self._identifiers(entity, country)),
            more=(("ftm:schema", entity.schema), *self._more(entity, sanction)),
            row=entity.row,
        )

    def _day(self, entity: Entity, *names: str) -> Interval | None:
        name = next((each for each in names if entity.first(each)), names[0])
        return dated(entity.first(name), self.problems, self.lines.file, entity.row or 0, name)

    def _place(self, id_: str, addresses: Mapping[str, Entity]) -> str:
        found = addresses.get(id_)
        if found is None:
            return id_
        return found.first("full") or ", ".join(value for each in found.properties.values() for value in each)

    def _identifiers(self, entity: Entity, country: str) -> Iterator[Identifier]:
        known = NATIONS.get(country, country)
        for name, kind in NUMBERS.items():
            for value in entity.all(name):
                yield identifier(kind, value, known)
        for paper in self.about.get(entity.id, ()):
            if paper.schema in {"Identification", "Passport"} and (number := paper.first("number")):
                yield identifier(paper.first("type") or paper.schema.casefold(), number, known)

    def _more(self, entity: Entity, sanction: Entity | None) -> Iterator[tuple[str, str]]:
        """Whatever else is said of the party: its own properties, its sanction's, its ties and papers."""
        for name, values in entity.properties.items():
            if name not in OF_AN_ENTRY and values:
                yield f"ftm:{name}", "; ".join(values)
        for name, value in entity.said.items():
            if name != "caption" or value not in entity.all("name"):
                yield f"ftm:{name}", value
        for other in self.about.get(entity.id, ()):
            if other is sanction:
                used = {"entity", "program", "listingDate", "startDate", "endDate"}
                yield from ((f"ftm:Sanction:{name}", "; ".join(values))
                            for name, values in other.properties.items() if name not in used)  # fmt: skip
            elif other.schema != "Sanction":
                told = (f"{name} {', '.join(values)}" for name, values in sorted(other.properties.items()))
                yield f"ftm:{other.schema}", "; ".join(told)


SHARE = re.compile(r"\d{1,3}(?:\.\d+)?")
"""A percentage."""


def _party(schema: str) -> str:
    known = schemata().get(schema)
    if schema in PARTIES:
        return PARTIES[schema]
    is_organisation = known is not None and (known.is_a("LegalEntity") or schema == "Asset")
    return "organisation" if is_organisation else "unknown"


def _names(entity: Entity) -> Iterator[ListedName]:
    seen: set[str] = set()
    for key, kind in NAMES:
        for n, value in enumerate(entity.properties.get(key, ())):
            if value not in seen:
                seen.add(value)
                yield ListedName(value, kind if n == 0 or kind != "name" else "alias")


def _dataset(entity: Entity) -> str:
    """The first dataset that a line names."""
    several = entity.said.get("datasets", "")
    try:
        found = json.loads(several)
        first = found[0] if isinstance(found, list) else several
    except ValueError:
        first = several
    return str(first or entity.said.get("dataset") or entity.said.get("src") or "FollowTheMoney entities")


FORMS = (
    Form(
        "ftm-statements",
        "3",
        "OpenSanctions statements as JSON lines or CSV",
        _claims_statements,
        read_statements,
    ),
    Form("ftm", "3", "FollowTheMoney entities as JSON lines", _claims_entities, read_entities),
)
