"""The parties of a case as FollowTheMoney: entities, and the statements that they are made of, as JSON lines.

Parties, listings (as Sanction), ties (Ownership, Directorship …), transfers (EconomicActivity) and items that
fly, drive or swim. Components have no schema there, nor have small arms: they are counted, never made into
something else. That a company is named says nothing bad of it: the sentence on fairness goes with every party
and every transfer, since entities are read one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha1, sha256

from attrs import define, field

from sherd.data.ontology import schemata
from sherd.model.dates import Interval
from sherd.model.entities import ID, NUMBERS, Entity
from sherd.model.identifiers import Identifier
from sherd.model.items import Item
from sherd.model.problems import Problem
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.row import Row
from sherd.model.supply import Listing, Party, Tie, Transfer
from sherd.publish.phrases import FAIRNESS, plural
from sherd.publish.whole_serials import WholeSerials

KINDS: Mapping[str, str] = {
    "person": "Person", "company": "Company", "organisation": "Organization", "organization": "Organization",
    "state": "PublicBody", "public body": "PublicBody", "public_body": "PublicBody", "ministry": "PublicBody",
    "vessel": "Vessel", "aircraft": "Airplane",
}  # fmt: skip
"""The schema of a party by its kind; any other word leaves open what it is (LegalEntity)."""

ITEMS: Mapping[str, str] = {"uav": "Airplane", "vehicle": "Vehicle", "vessel": "Vessel"}
"""The schema of an item by its kind; other kinds have none."""

RELATIONS: Mapping[str, tuple[str, str, str]] = {
    "owner": ("Ownership", "owner", "asset"),
    "director": ("Directorship", "director", "organization"),
    "successor": ("Succession", "successor", "predecessor"),
    "agent": ("Representation", "agent", "client"),
}
"""The schema of a tie, and which property names either end; another tie is an UnknownLink."""

PROPERTIES: Mapping[str, tuple[str, ...]] = {
    **{kind: (name,) for name, kind in reversed(list(NUMBERS.items()))},
    "USCC": ("registrationNumber",),
    "passport": ("passportNumber", "idNumber"),
    "KPP": ("kppCode",),
}
"""The properties that can hold a register's number, the first that the schema has."""

NOT_AN_ORIGIN = "A designation or a type is not an origin."
NOT_THIS_SHIPMENT = "A part type found in a weapon is not this shipment having reached it."

Said = dict[str, list[str]]


def entities(record: CaseRecord, clearance: str) -> Iterator[Entity]:
    """Every row that has a schema; ``record`` holds only what a reader at ``clearance`` may see."""
    writer = _Writer(record)
    serials = WholeSerials.of(record, clearance)
    for entity in writer.all():
        yield Entity(entity.id, entity.schema, serials.everywhere(dict(entity.properties)))


def left_out(record: CaseRecord, file: str) -> tuple[Problem, ...]:
    """The rows that have no schema, sheet by sheet."""
    without = {
        "items": sum(item.kind_ not in ITEMS for item in record.items),
        "components": len(record.components),
    }
    do = "They stand in the dossier and in the bundle."
    return tuple(
        Problem("no_schema", file, None, sheet, plural(count, "row"), do)
        for sheet, count in without.items()
        if count
    )


def dataset(case: str) -> str:
    """The name of a case as a dataset: small letters, digits and low lines.

    >>> dataset("Geran-2")
    'sherd_geran_2'
    """
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in case.casefold())
    return f"sherd_{plain}"


def as_lines(found: Iterable[Entity], case: str) -> bytes:
    """One entity a line in UTF-8, its properties in order; the same entities give the same bytes."""
    lines = [
        {
            "id": each.id,
            "caption": each.first("name") or each.schema,
            "schema": each.schema,
            "properties": {name: list(each.properties[name]) for name in sorted(each.properties)},
            "datasets": [dataset(case)],
        }
        for each in found
    ]
    return _lines(lines)


def as_statements(found: Iterable[Entity], case: str, at: datetime) -> bytes:
    """One value of one property of one entity a line, ``last_seen`` at the instant ``at``.

    The id of a statement is the SHA-1 of dataset, entity, property and value, as readers of statements
    reckon it too.
    """
    seen = at.isoformat(timespec="seconds")
    return _lines(line for each in found for line in _statements(each, dataset(case), seen))


def _statements(entity: Entity, named: str, seen: str) -> Iterator[Mapping[str, object]]:
    types = schemata()[entity.schema].properties
    values = [("id", "id", entity.id)]
    values += [
        (name, types[name].partition(">")[0], value)
        for name in sorted(entity.properties)
        for value in entity.properties[name]
    ]
    for name, type_, value in values:
        key = f"{named}.{entity.id}.{name}.{value}"
        yield {
            "id": sha1(key.encode(), usedforsecurity=False).hexdigest(),
            "entity_id": entity.id,
            "canonical_id": entity.id,
            "schema": entity.schema,
            "prop": name,
            "prop_type": type_,
            "value": value,
            "dataset": named,
            "lang": None,
            "original_value": None,
            "external": False,
            "first_seen": None,
            "last_seen": seen,
        }


def _lines(lines: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def days_of(when: Interval | None) -> str:
    """An interval as a date at the precision that holds all of it; empty where none does.

    >>> [days_of(Interval.parse(text)) for text in ("2022-08-26", "2022-10", "2022-W40", "2022", "2022/2023")]
    ['2022-08-26', '2022-10', '2022-10', '2022', '']
    """
    if when is None or when.first is None or when.last is None:
        return ""
    if when.first == when.last:
        return when.first.isoformat()
    if when.first.year != when.last.year:
        return ""
    month = when.first.month == when.last.month
    return f"{when.first:%Y-%m}" if month else f"{when.first:%Y}"


@define
class _Writer:
    """The rows of one record on their way to entities."""

    record: CaseRecord
    schemas: Mapping[str, str] = field(init=False)
    ids: Mapping[str, str] = field(init=False)
    sources: Mapping[str, Source] = field(init=False)
    systems: Mapping[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.schemas = {party.id: _schema(party) for party in self.record.parties}
        self.ids = {party.id: self._id(party) for party in self.record.parties}
        self.sources = {source.id: source for source in self.record.sources}
        self.systems = {system.id: system.name for system in self.record.systems}

    def all(self) -> Iterator[Entity]:
        for party in self.record.parties:
            yield self._made(party, self.schemas[party.id], self._party(party))
        for listing in self.record.listings:
            if listing.party in self.schemas:
                yield self._made(listing, "Sanction", self._listing(listing))
        for tie in self.record.ties:
            if tie.party in self.schemas and tie.of in self.schemas:
                schema, said = self._tie(tie)
                yield self._made(tie, schema, said)
        for transfer in self.record.transfers:
            yield self._made(transfer, "EconomicActivity", self._transfer(transfer))
        for item in self.record.items:
            if of_item := ITEMS.get(item.kind_ or ""):
                yield self._made(item, of_item, self._item(item))

    def _made(self, row: Row, schema: str, said: Said) -> Entity:
        source = self.sources.get(row.source or "")
        if source is not None:
            said["publisher"] = [source.publisher or source.title]
            said["sourceUrl"] = [source.url] if source.url else []
            said.setdefault("retrievedAt", [days_of(source.accessed)])
        values = {name: tuple(dict.fromkeys(filter(None, said[name]))) for name in said}
        return Entity(self._id(row), schema, {name: each for name, each in values.items() if each})

    def _id(self, row: Row) -> str:
        plain = f"{self.record.case.id}.{row.kind}.{row.id}"
        return plain if ID.fullmatch(plain) else f"sherd-{sha256(plain.encode()).hexdigest()[:32]}"

    def _party(self, party: Party) -> Said:
        said: Said = {
            "name": [party.name],
            "alias": [*party.aliases, party.transliteration or ""],
            "country": [(party.country or "").lower()],
            "address": [party.address or ""],
            "notes": [*self._notes(party), FAIRNESS],
        }
        for number in party.numbers:
            name = _property(self.schemas[party.id], number)
            if name:
                said.setdefault(name, []).append(number.value)
            if NUMBERS.get(name) != number.kind:
                said["notes"].append(f"{number.kind or 'number'} {number.value}")
        return said

    def _notes(self, party: Party) -> Iterator[str]:
        if party.role:
            yield f"Role: {party.role}"
        if party.transliteration:
            made = [party.transliterated_by, party.transliteration_standard]
            how = ", ".join(each for each in made if each) or "not stated by whom"
            yield f"Transliteration: {party.transliteration} ({how})"
        for reply in self.record.replies:
            if reply.party == party.id and reply.words:
                yield f"Its reply to “{reply.about}”: “{reply.words}”"

    def _listing(self, listing: Listing) -> Said:
        begun = days_of(listing.from_)
        told = [f"listed {listing.days.words}"]
        told += [f"published {listing.published.words}"] if listing.published else []
        told += [f"first seen {listing.seen.words}"] if listing.seen else []
        return {
            "entity": [self.ids[listing.party]],
            "authority": [listing.list_],
            "program": [listing.programme or ""],
            "authorityId": [listing.entry or ""],
            "listingDate": [begun],
            "startDate": [begun],
            "endDate": [days_of(listing.to_)],
            "summary": ["; ".join(told)],
        }

    def _tie(self, tie: Tie) -> tuple[str, Said]:
        schema, one, other = RELATIONS.get(tie.relation, ("UnknownLink", "subject", "object"))
        ranges = schemata()[schema].properties
        fits = all(
            schemata()[self.schemas[party]].is_a(ranges[name].partition(">")[2])
            for name, party in ((one, tie.party), (other, tie.of))
        )
        if not fits:
            schema, one, other = "UnknownLink", "subject", "object"
        said: Said = {
            one: [self.ids[tie.party]],
            other: [self.ids[tie.of]],
            "role": [tie.relation],
            "status": [tie.proof.replace("_", " ")],
            "startDate": [days_of(tie.from_)],
            "endDate": [days_of(tie.to_)],
        }
        if tie.share is not None:
            said["percentage" if schema == "Ownership" else "summary"] = [f"{tie.share:g}"]
        return schema, said

    def _transfer(self, transfer: Transfer) -> Said:
        quantity = " ".join(each for each in (transfer.quantity, transfer.unit) if each)
        about = f"component {transfer.component}" if transfer.component else ""
        words = transfer.when.words if transfer.when else "not dated"
        proof = transfer.proof.replace("_", " ")
        told = [f"Proof: {proof}", f"days: {words}", quantity, about]
        ends = [("sender", transfer.from_party), ("receiver", transfer.to_party)]
        begun, over = days_of(transfer.from_), days_of(transfer.to_)
        return {
            **{name: [self.ids[party]] for name, party in ends if party and party in self.ids},
            "goodsDescription": [transfer.part or ""],
            "startDate" if over else "date": [begun],
            "endDate": [over],
            "summary": ["; ".join(filter(None, told))],
            "description": [NOT_THIS_SHIPMENT, FAIRNESS],
        }

    def _item(self, item: Item) -> Said:
        said: Said = {
            "name": [item.label],
            "model": [item.designation or "", self.systems.get(item.system or "", "")],
            "type": [item.kind_ or ""],
            "notes": [f"Recovered: {item.role}", NOT_AN_ORIGIN],
        }
        if item.kind_ == "uav":
            said["serialNumber"] = [item.serial or ""]
        return said


def _schema(party: Party) -> str:
    return KINDS.get((party.kind_ or "").strip().casefold(), "LegalEntity")


def _property(schema: str, number: Identifier) -> str:
    """The property of a schema that holds a register's number; empty where it has none."""
    known = schemata()[schema].properties
    names = PROPERTIES.get(number.kind, ("registrationNumber",))
    return next((name for name in names if name in known), "")
