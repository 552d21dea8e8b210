"""Read leaves and disclosures fast while their hashes are checked elsewhere; what is odd is read strictly.

An audit reads everything. A leaf of a shape met before (the same keys in the same order) that is written the
way the journal writes it needs no second look at its form: value for value it is compared anyway.
"""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import orjson
from attrs import define, field

from sherd.journal.disclosure import DisclosureError
from sherd.journal.entry import Revealed
from sherd.journal.events import VERBS, Json
from sherd.journal.leaf import VERSION, decode

_FROM_URL = bytes.maketrans(b"-_", b"+/")


class Said(NamedTuple):
    """What a leaf says, as far as a table shows it."""

    verb: str
    kind: str
    case: str | None
    id: str | None
    at: str
    noun: Mapping[str, Any] | None
    withheld: Sequence[tuple[str, str]]
    parents: tuple[str, ...] = ()


@define
class Reader:
    """Reads leaves; remembers the shapes that were found sound."""

    _shapes: set[tuple[str, ...]] = field(factory=set)

    def read(self, leaf: bytes) -> Said:
        """What a leaf says. Raises ``LeafError`` for one that the journal would not write."""
        try:
            fields = orjson.loads(leaf)
        except ValueError:
            return self._strictly(leaf)
        shape = tuple(fields) if type(fields) is dict else ()
        if shape not in self._shapes or not _is_plain(fields) or orjson.dumps(fields) != leaf:
            said = self._strictly(leaf)
            if not said.parents:
                self._shapes.add(shape)
            return said
        get = fields.get
        return Said(
            fields["verb"],
            fields["kind"],
            get("case"),
            get("id"),
            fields["at"],
            get("noun"),
            get("withheld", ()),
        )

    def _strictly(self, leaf: bytes) -> Said:
        e = decode(leaf)
        return Said(e.verb, e.kind, e.case, e.id, e.at, e.noun, e.withheld, e.parents)


def opened(text: str) -> tuple[bytes, str, Json]:
    """Name and value of a disclosure whose digest is checked elsewhere; its salt is not looked at."""
    try:
        _, name, value = orjson.loads(a2b_base64(text.encode("ascii").translate(_FROM_URL) + b"=="))
    except (ValueError, TypeError) as error:
        raise DisclosureError(f"a disclosure that cannot be read: {error}") from None
    if type(name) is not str:
        raise DisclosureError("a disclosure without a name")
    return b"", name, value


def unveiled(said: Said) -> Revealed:
    """What an event says that withholds nothing."""
    noun = said.noun or {}
    return Revealed(said.id, None if said.verb == "withdrawn" or said.id is None else dict(noun))


def _is_plain(fields: dict[str, Any]) -> bool:
    """Whether the values that are looked at have the types that they should have."""
    noun, withheld = fields.get("noun"), fields.get("withheld")
    return (
        type(fields["v"]) is int
        and fields["v"] == VERSION
        and fields["verb"] in VERBS
        and type(fields["kind"]) is str
        and (noun is None or type(noun) is dict)
        and (withheld is None or (type(withheld) is list and all(map(_is_pair, withheld))))
    )


def _is_pair(pair: object) -> bool:
    return type(pair) is list and len(pair) == 2 and type(pair[0]) is str and type(pair[1]) is str
