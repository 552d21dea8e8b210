"""A row of a case becomes an entry of the journal, and an entry becomes a row again.

What a row gives away of people and places never enters the leaf: each such value, or the whole row where its
``release`` says so, is withheld, and only a salted digest of it is sealed. Who is shown the withheld values
can read the row back (``reveal``); a value that was destroyed stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, Protocol

from sherd.journal.disclosure import NOUN, SALT_BYTES, Disclosure, DisclosureError, conceal_many, open_
from sherd.journal.events import Event, Json, Method
from sherd.journal.leaf import encode
from sherd.model.columns import columns
from sherd.model.plain import Fields, fields_of
from sherd.model.release import release_of, sealed_columns, stricter
from sherd.model.row import Row
from sherd.ports import Change

RECORDER = "recorder"
"""The name under which the person who recorded an event is withheld; no column is called so."""
REPLACES = frozenset({"superseded", "withdrawn"})
"""Verbs that name the event which they replace."""
DESTROYED = "disclosure"
ERASED = "blob"
"""Kinds of ``withdrawn`` event that say which withheld value, which file was lawfully destroyed."""

_PLACED = frozenset({"file", "raw_row", "problem"})
"""Kinds whose rows say themselves where they stood: a restricted one does not say it beside, in the open."""

Entropy = Callable[[int], bytes]
"""Gives so many random bytes."""


class Sealed(NamedTuple):
    """One event ready to be appended: its exact bytes, its columns, its row's fields, what it withholds.

    ``fields`` is None where the event leaves no current row behind.
    """

    leaf: bytes
    verb: str
    kind: str
    case: str
    id: str
    at: str
    parents: tuple[str, ...]
    fields: Fields | None
    disclosures: tuple[Disclosure, ...]


class Revealed(NamedTuple):
    """What an event says, as far as its disclosures are there. ``id`` is None where it was destroyed.

    ``fields`` is None where the event leaves no current row behind.
    """

    id: str | None
    fields: Fields | None


def seal(changes: Iterable[Change], at: str, published: frozenset[str], entropy: Entropy) -> list[Sealed]:
    """Seal changes as events of the instant ``at``; ``entropy`` gives the salts of what is withheld.

    ``published`` holds the ids of the case's public sources. Raises ``ValueError`` for a verb or parent
    that no event can have, and for a change that replaces an event without naming it.
    """
    return [_seal(change, at, published, entropy) for change in changes]


def seal_destruction(
    case: str,
    kind: str,
    id_: str,
    at: str,
    parents: tuple[str, ...],
    reason: str,
    method: Method,
    recorder: Disclosure | None,
) -> Sealed:
    """The event that says what was lawfully destroyed and why: a disclosure by digest, a file by SHA-256."""
    withheld = () if recorder is None else (recorder,)
    event = Event(
        verb="withdrawn",
        kind=kind,
        case=case,
        id=id_,
        at=at,
        method=method,
        parents=parents,
        noun={"reason": reason},
        withheld=tuple(d.withheld for d in withheld),
    )
    return Sealed(encode(event), "withdrawn", kind, case, id_, at, parents, None, withheld)


def recorder_of(by: str, entropy: Entropy) -> Disclosure:
    """Who recorded an event, withheld."""
    return conceal_many([(RECORDER, by, "sealed")], entropy(SALT_BYTES))[0]


def _seal(change: Change, at: str, published: frozenset[str], entropy: Entropy) -> Sealed:
    verb, row, parents = change.verb, change.row, change.parents
    if verb in REPLACES and not parents:
        raise ValueError(f"{verb} {row.kind} {row.id!r} does not name the event that it replaces")
    fields = None if verb == "withdrawn" else fields_of(row)
    level = stricter(release_of(row), change.level)
    if level == "public":
        shown, held = _divide(row, fields, published, change.hides)
    else:
        shown, held = None, [(NOUN, {"id": row.id, **(fields or {})}, level)]
    if change.by is not None:
        held.append((RECORDER, change.by, "sealed"))
    disclosures = tuple(conceal_many(held, entropy(SALT_BYTES * len(held)))) if held else ()
    event = Event(
        verb=verb,
        kind=row.kind,
        case=row.case,
        id=row.id if level == "public" else None,
        at=at,
        method=Method(*change.method),
        source=None if level != "public" and row.kind in _PLACED else change.source,
        parents=parents,
        noun=shown,
        withheld=tuple([disclosure.withheld for disclosure in disclosures]),
    )
    return Sealed(encode(event), verb, row.kind, row.case, row.id, at, parents, fields, disclosures)


def _divide(
    row: Row, fields: Fields | None, published: frozenset[str], hides: tuple[tuple[str, str], ...]
) -> tuple[Fields | None, list[tuple[str, Json, str]]]:
    """The fields of a public row that stand in the leaf, and those that are withheld."""
    attributes = sealed_columns(row, published) if fields is not None else ()
    if fields is None or not (attributes or hides):
        return fields, []
    noun: Any = type(row)
    names = _names(noun)
    levels = {**dict(hides), **dict.fromkeys(attributes, "sealed")}
    held: list[tuple[str, Json, str]] = [(names[a], fields[names[a]], level) for a, level in levels.items()]
    hidden = {name for name, _, _ in held}
    return {name: value for name, value in fields.items() if name not in hidden}, held


@cache
def _names(noun: Any) -> Mapping[str, str]:
    return {column.attribute: column.name for column in columns(noun)}


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise DisclosureError("a withheld row without its id")
    return value


class Says(Protocol):
    """What of an event is needed to read its row."""

    @property
    def verb(self) -> str:
        """What was done."""

    @property
    def id(self) -> str | None:
        """The row's id, unless it is withheld."""

    @property
    def noun(self) -> Mapping[str, Any] | None:
        """The row's fields, as far as they are public."""


Opened = Callable[[str], tuple[bytes, str, Json]]


def reveal(event: Says, texts: Iterable[str | None], opened: Opened = open_) -> Revealed:
    """What an event says, given the disclosures that it withholds; ``None`` for one that was destroyed.

    ``opened`` gives salt, name and value of a disclosure. Raises
    :class:`~sherd.journal.disclosure.DisclosureError` for one that cannot be read.
    """
    fields: Fields = dict(event.noun or {})
    id_ = event.id
    for text in texts:
        if text is None:
            continue
        _, name, value = opened(text)
        if name == NOUN and isinstance(value, dict):
            fields |= value
            id_ = _text(fields.pop("id", None))
        elif name != RECORDER:
            fields[name] = value
    return Revealed(id_, None if event.verb == "withdrawn" or id_ is None else fields)
