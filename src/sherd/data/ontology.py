"""The schemata of FollowTheMoney as far as sherd writes or reads them: what may be said of what.

Facts of the published ontology in ``ftm_schemata.csv``. To add a schema: a row there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from sherd.data import rows


@frozen
class Schema:
    """A schema: all its properties by name with their types, the schemata it is of, what it cannot lack.

    The type of a reference is ``entity>SCHEMA``.
    """

    name: str
    abstract: bool
    of: frozenset[str]
    required: tuple[str, ...]
    properties: Mapping[str, str]

    def is_a(self, name: str) -> bool:
        """Whether it is the schema of that name, or extends it.

        >>> schemata()["Company"].is_a("LegalEntity"), schemata()["Person"].is_a("Asset")
        (True, False)
        """
        return name in self.of


@cache
def schemata() -> Mapping[str, Schema]:
    """Every schema that sherd knows, by name.

    >>> schemata()["Company"].properties["innCode"], schemata()["Sanction"].properties["entity"]
    ('identifier', 'entity>Thing')
    """
    found: dict[str, Schema] = {}
    for row in rows("ftm_schemata"):
        parents = [found[name] for name in row["extends"].split()]
        own = dict(word.split(":") for word in row["properties"].split())
        inherited = {name: type_ for each in parents for name, type_ in each.properties.items()}
        found[row["schema"]] = Schema(
            row["schema"],
            row["abstract"] == "yes",
            frozenset({row["schema"]}).union(*(each.of for each in parents)),
            tuple(row["required"].split()),
            MappingProxyType(inherited | own),
        )
    return MappingProxyType(found)
