"""Take in editions of the nomenclature of the Harmonized System, and give the latest back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sherd.errors import WrongCall
from sherd.model.dates import Interval
from sherd.model.provenance import REFERENCE, Edition
from sherd.ports import Blobs, Store
from sherd.services.editions import contents, edition_id, editions, receive
from sherd.trace.nomenclature import Nomenclature, read

KIND = "nomenclature"
SERIES = "hs"
IMPORTER = "hs-table/1"


def take_in(
    store: Store,
    blobs: Blobs,
    name: str,
    content: bytes,
    said: Mapping[str, str | None],
    published: Interval | None = None,
    by: str | None = None,
) -> tuple[Edition, Nomenclature, bool]:
    """Keep an edition; says whether it was new.

    ``said`` is what the user says of it (title, publisher, rights, url).

    Raises ``WrongCall`` for bytes that are no such table, or hold no heading.
    """
    found = _read(content, name)
    if not found.headings:
        raise WrongCall(f"{name} holds no heading that could be read", "Nothing was taken in.")
    files = {name: content}
    row = Edition(
        case=REFERENCE,
        id=edition_id(SERIES, files),
        kind_=KIND,
        series=SERIES,
        form="hs-table",
        title=said.get("title"),
        publisher=said.get("publisher"),
        rights=said.get("rights"),
        url=said.get("url"),
        published=published,
        entries=len(found.headings),
        importer=IMPORTER,
    )
    return row, found, receive(store, blobs, row, files, by)


def latest(store: Store, blobs: Blobs) -> tuple[Edition, Nomenclature] | None:
    """The edition published last, of those of one day or of none the one received last; ``None`` for none."""
    held = editions(store, KIND)
    if not held:
        return None
    at = max(range(len(held)), key=lambda number: (_published(held[number]), number))
    name, content = next(contents(store, blobs, held[at]))
    return held[at], _read(content, name)


def _published(edition: Edition) -> date:
    return (edition.published.last if edition.published else None) or date.min


def _read(content: bytes, name: str) -> Nomenclature:
    try:
        return read(content.decode("utf-8-sig"), name)
    except ValueError as error:  # of the bytes, or of the columns
        raise WrongCall(str(error), "Give a UTF-8 table with hscode, description and parent.") from None
