"""An entity of FollowTheMoney: what open data about companies, persons and sanctions is exchanged as.

An entity has an id, a schema, and properties whose values are lists of texts; a relation is an entity too,
whose properties name the ids of others. Of which schema which property may be said stands in
``data/ontology``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
"""What the id of an entity looks like."""

NUMBERS: Mapping[str, str] = {
    "innCode": "INN", "ogrnCode": "OGRN", "kppCode": "KPP", "okpoCode": "OKPO", "leiCode": "LEI",
    "imoNumber": "IMO", "mmsi": "MMSI", "uscCode": "USCC", "swiftBic": "SWIFT/BIC", "bikCode": "BIK",
    "registrationNumber": "registration number", "taxNumber": "tax number", "vatCode": "tax number",
    "idNumber": "national id", "passportNumber": "passport", "dunsCode": "DUNS", "uniqueEntityId": "UEI",
    "cageCode": "CAGE",
}  # fmt: skip
"""Which register's number a property holds."""


@frozen
class Entity:
    """One entity; ``row`` is the line of its file, ``said`` what that line says outside its properties."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]] = field(factory=dict)
    row: int | None = None
    said: Mapping[str, str] = field(factory=dict)

    def first(self, *names: str) -> str:
        """The first value of the first of these properties that has one; else empty."""
        return next((values[0] for name in names if (values := self.properties.get(name))), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """Every value of these properties, each once."""
        return tuple(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))
