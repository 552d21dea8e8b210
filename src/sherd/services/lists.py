"""Take editions of lists in, and give back every entry with its days on the list.

Every edition stays: the day of a deal is asked against all of them. The bytes are kept as they came, and what
was read from them is read again whenever the reader has changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition
from sherd.model.provenance import REFERENCE, Edition
from sherd.ports import Blobs, Store
from sherd.services.editions import contents, edition_id, editions, receive
from sherd.trace.history import Held, Listed, history

KIND = "list"

Read = Callable[[bytes, str, str], ListEdition]
"""Reads the bytes of a file under its name, as an importer (form, version, what was asked) says."""


@frozen
class TakenIn:
    """What taking in one file did. ``edition`` is None where nothing in it could be read."""

    read: ListEdition
    edition: Edition | None = None
    fresh: bool = False


def take_in(
    store: Store,
    blobs: Blobs,
    name: str,
    content: bytes,
    read: ListEdition,
    importer: str,
    said: Mapping[str, str | None],
    by: str | None = None,
) -> TakenIn:
    """Keep an edition that was read; ``said`` is what the user says of it (title, publisher, rights, url).

    Raises ``StoreBusy``.
    """
    if not read.entries:
        return TakenIn(read)
    series = series_of(read)
    files = {name: content}
    edition = Edition(
        case=REFERENCE,
        id=edition_id(series, files),
        kind_=KIND,
        series=series,
        form=read.form,
        title=said.get("title") or read.list_,
        publisher=said.get("publisher") or read.publisher or None,
        rights=said.get("rights") or read.rights or None,
        url=said.get("url"),
        published=read.published,
        entries=len(read.entries),
        importer=importer,
    )
    return TakenIn(read, edition, receive(store, blobs, edition, files, by))


def series_of(read: ListEdition) -> str:
    """The series that an edition belongs to: its list and its form.

    >>> series_of(ListEdition(list_="OFAC SDN", form="ofac-alt", entries=()))
    'ofac-sdn:ofac-alt'
    """
    return f"{re.sub(r'[^0-9a-z]+', '-', read.list_.casefold()).strip('-') or 'list'}:{read.form}"


def importer(
    form: str, version: str, list_: str | None, published: Interval | None, encoding: str | None
) -> str:
    """A reader with all that its answer depends on, as text; :func:`imported_by` reads it back."""
    asked = {"list": list_, "published": str(published) if published else None, "encoding": encoding}
    said = {name: value for name, value in asked.items() if value}
    return f"{form}/{version} {json.dumps(said, ensure_ascii=False, sort_keys=True)}"


def imported_by(text: str) -> dict[str, str]:
    """What was asked when an edition was read.

    >>> imported_by(importer("own", "1", "Mine", None, None))
    {'list': 'Mine'}
    """
    said: dict[str, str] = json.loads(text.partition(" ")[2] or "{}")
    return said


def held(store: Store, blobs: Blobs, read: Read) -> tuple[Held, ...]:
    """Every edition of every list, read again from its bytes, with the day on which it was received."""
    seen = first_seen(store)
    found = []
    for edition in editions(store, KIND):
        for name, content in contents(store, blobs, edition):
            found.append(Held(read(content, name, edition.importer), seen[edition.id], edition.id))
    return tuple(found)


def first_seen(store: Store) -> dict[str, date]:
    """The day on which each edition was received, by its id."""
    return {
        event.id: date.fromisoformat(event.at[:10])
        for event in store.events(verbs=("received",))
        if event.kind == Edition.kind and event.id is not None
    }


def entries(store: Store, blobs: Blobs, read: Read) -> tuple[Listed, ...]:
    """Every entry of every list with its days."""
    return history(held(store, blobs, read))


def stamp(all_: Sequence[Edition]) -> str:
    """What an index over these editions depends on."""
    return "\n".join(sorted(f"{edition.id} {edition.importer} {edition.published}" for edition in all_))
