"""The bytes that are sealed: an event as one line of JSON, always written the same way.

A leaf is read back only if it is exactly what ``encode`` writes: no key twice, none unknown, none out of
place, no white space. So two readers can never see two different events in the same sealed bytes.
"""

from __future__ import annotations

from typing import Any

import orjson

from sherd.journal.events import Event, Method, Withheld

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
        fields["withheld"] = [[level, digest] for level, digest in event.withheld]
    try:
        return orjson.dumps(fields)
    except TypeError as error:
        raise LeafError(f"{event.kind} {event.id!r} cannot be written as JSON: {error}") from error


def decode(leaf: bytes) -> Event:
    """The event that a leaf holds. Raises ``LeafError`` naming what is wrong with the bytes."""
    fields = _fields(leaf)
    if fields.get("v") != VERSION:
        raise LeafError(f"a leaf of version {fields.get('v')!r}; this reader knows version {VERSION}")
    if not fields.keys() <= _KNOWN:
        raise LeafError(f"unknown keys in a leaf: {', '.join(sorted(fields.keys() - _KNOWN))}")
    try:
        event = _event(fields)
    except KeyError as error:
        raise LeafError(f"a leaf without {error}") from error
    except TypeError as error:
        raise LeafError(f"a leaf with a misshapen field: {error}") from error
    except ValueError as error:
        raise LeafError(str(error)) from error
    if encode(event) != leaf:
        raise LeafError("a leaf that is not written the way the journal writes it")
    return event


def withheld_in(leaf: bytes) -> list[tuple[str, str]]:
    """The (level, digest) pairs of a leaf; none for a leaf that cannot be read.

    Much faster than ``decode``, for checking disclosures against leaves whose hash is checked already.
    """
    if b'"withheld":[[' not in leaf:
        return []
    try:
        return [(level, digest) for level, digest in _fields(leaf).get("withheld", ())]
    except (LeafError, TypeError, ValueError):  # an altered leaf: named by its hash
        return []


def _fields(leaf: bytes) -> dict[str, Any]:
    try:
        fields = orjson.loads(leaf)
    except orjson.JSONDecodeError as error:
        raise LeafError(f"a leaf that is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise LeafError(f"a leaf that is not a JSON object but a {type(fields).__name__}")
    return fields


def _event(fields: dict[str, Any]) -> Event:
    """The event of fields whose shapes are not known yet: ``KeyError`` and ``TypeError`` where one is wrong.

    Nulls, empty lists and the like are found by writing the event again; only what would be written the
    same way is looked at here.
    """
    method, get = fields["method"], fields.get
    event = Event(
        verb=fields["verb"],
        kind=fields["kind"],
        case=get("case"),
        id=get("id"),
        at=fields["at"],
        method=Method(method["name"], method["version"]),
        source=get("source"),
        parents=tuple(get("parents", ())),
        noun=get("noun"),
        withheld=tuple([Withheld(level, digest) for level, digest in get("withheld", ())]),
    )
    for name in ("kind", "case", "id"):
        _check_shape(name, get(name, ""), str)
    for name in ("name", "version"):
        _check_shape(f"method {name}", method[name], str)
    for name in ("source", "noun"):
        _check_shape(name, get(name, {}), dict)
    return event


def _check_shape(name: str, value: object, shape: type) -> None:
    if type(value) is not shape:
        raise TypeError(f"{name} is {value!r}")
