"""The bytes that are sealed: an event as one line of JSON, always written the same way.

A leaf is read back only if it is exactly what ``encode`` writes: no key twice, none unknown, none out of
place, no white space. So two readers can never see two different events in the same sealed bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import orjson

from sherd.journal.events import Event, Json, Method, Withheld

VERSION = 1
KEYS = ("v", "verb", "kind", "case", "id", "at", "method", "source", "parents", "noun", "withheld")
"""The keys of a leaf in the order in which they stand; v, verb, kind, at and method are always there."""

_KNOWN = frozenset(KEYS)


class LeafError(ValueError):
    """These bytes are not a leaf of the journal; the message says why."""


def encode(event: Event) -> bytes:
    """The exact bytes of an event. Raises ``LeafError`` for a noun that JSON cannot hold.

    >>> encode(Event(verb="recorded", kind="line", case="c", id="L1", at="2026-11-23T21:00:00+00:00",
    ...              method=Method("folder", "1"), noun={"country": "RU"}))
    b'{"v":1,"verb":"recorded","kind":"line","case":"c","id":"L1",...,"noun":{"country":"RU"}}'
    """
    fields: dict[str, object] = {"v": VERSION, "verb": event.verb, "kind": event.kind}
    if event.case is not None:
        fields["case"] = event.case
    if event.id is not None:
        fields["id"] = event.id
    fields["at"] = event.at
    fields["method"] = {"name": event.method[0], "version": event.method[1]}
    if event.source:
        fields["source"] = event.source
    if event.parents:
        fields["parents"] = event.parents
    if event.noun:
        fields["noun"] = event.noun
    if event.withheld:
        fields["withheld"] = event.withheld
    try:
        return orjson.dumps(fields)
    except TypeError as error:
        raise LeafError(f"{event.kind} {event.id!r} cannot be written as JSON: {error}") from error


def decode(leaf: bytes) -> Event:
    """The event that a leaf holds. Raises ``LeafError`` naming what is wrong with the bytes."""
    fields = _fields(leaf)
    if fields.get("v") != VERSION or fields.get("v") is True:
        raise LeafError(f"a leaf of version {fields.get('v')!r}; this reader knows version {VERSION}")
    if unknown := fields.keys() - _KNOWN:
        raise LeafError(f"unknown keys in a leaf: {', '.join(sorted(unknown))}")
    try:
        event = _event(fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise LeafError(f"a leaf with a missing or misshapen field: {error}") from error
    except ValueError as error:
        raise LeafError(str(error)) from error
    if encode(event) != leaf:
        raise LeafError("a leaf that is not written the way the journal writes it")
    return event


def withheld_in(leaf: bytes) -> Sequence[Sequence[str]]:
    """The (level, digest) pairs of a leaf; none for a leaf that cannot be read."""
    if b'"withheld":[[' not in leaf:
        return ()
    try:
        pairs = _fields(leaf).get("withheld")
    except LeafError:
        return ()
    if not isinstance(pairs, list):
        return ()
    return [cast("list[str]", p) for p in pairs if isinstance(p, list) and len(p) == 2]


def _fields(leaf: bytes) -> dict[str, Json]:
    try:
        fields = orjson.loads(leaf)
    except orjson.JSONDecodeError as error:
        raise LeafError(f"a leaf that is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise LeafError(f"a leaf that is not a JSON object but a {type(fields).__name__}")
    return fields


def _event(fields: dict[str, Json]) -> Event:
    """The event; a field of the wrong shape raises ``TypeError``, a missing one ``KeyError``."""
    method = _object(fields["method"], "method")
    return Event(
        verb=_text(fields["verb"], "verb"),
        kind=_text(fields["kind"], "kind"),
        case=None if "case" not in fields else _text(fields["case"], "case"),
        id=None if "id" not in fields else _text(fields["id"], "id"),
        at=_text(fields["at"], "at"),
        method=Method(_text(method["name"], "method name"), _text(method["version"], "method version")),
        source=None if "source" not in fields else _object(fields["source"], "source"),
        parents=tuple(_text(p, "parent") for p in _list(fields.get("parents", []), "parents")),
        noun=None if "noun" not in fields else _object(fields["noun"], "noun"),
        withheld=tuple(_withheld(pair) for pair in _list(fields.get("withheld", []), "withheld")),
    )


def _withheld(pair: Json) -> Withheld:
    level, digest = _list(pair, "withheld pair")
    return Withheld(_text(level, "level"), _text(digest, "digest"))


def _text(value: Json, name: str) -> str:
    if type(value) is not str:
        raise TypeError(f"{name} is {value!r}, not text")
    return value


def _object(value: Json, name: str) -> dict[str, Json]:
    if type(value) is not dict:
        raise TypeError(f"{name} is {value!r}, not an object")
    return value


def _list(value: Json, name: str) -> list[Json]:
    if type(value) is not list:
        raise TypeError(f"{name} is {value!r}, not a list")
    return value
