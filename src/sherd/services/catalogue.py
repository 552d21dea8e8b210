"""Take catalogues of parts in, and say which of them are searched.

Of each series the newest arrival is searched; an older edition stays in the journal, and its bytes are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from sherd.identify.catalogue.entry import Catalogue
from sherd.model.dates import Interval
from sherd.model.provenance import REFERENCE, Edition
from sherd.ports import Blobs, Store
from sherd.services.editions import edition_id, editions, receive

KIND = "catalogue"


@frozen
class About:
    """What the user says of a catalogue: where it comes from and under which rights."""

    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    url: str | None = None
    published: Interval | None = None


@frozen
class TakenIn:
    """What taking in one catalogue did. ``edition`` is None where nothing in it could be read.

    ``fresh`` says that it was not there before, ``replaces`` is the edition in whose place it is searched.
    """

    catalogue: Catalogue
    edition: Edition | None = None
    fresh: bool = False
    replaces: Edition | None = None


def take_in(
    store: Store,
    blobs: Blobs,
    series: str,
    read_as: tuple[str, str],
    contents: Mapping[str, bytes],
    catalogue: Catalogue,
    about: About,
    by: str | None = None,
) -> TakenIn:
    """Keep an edition that was read, by form and importer ``read_as``. Raises ``StoreBusy``."""
    if not catalogue.entries:
        return TakenIn(catalogue)
    form, importer = read_as
    edition = Edition(
        case=REFERENCE,
        id=edition_id(series, contents),
        kind_=KIND,
        series=series,
        form=form,
        title=about.title,
        publisher=about.publisher,
        rights=about.licence,
        url=about.url,
        published=about.published,
        entries=len(catalogue.entries),
        importer=importer,
    )
    before = next((each for each in searched(store) if each.series == series), None)
    fresh = receive(store, blobs, edition, contents, by)
    replaces = before if before is not None and before.id != edition.id else None
    return TakenIn(catalogue, edition, fresh, replaces)


def searched(store: Store) -> tuple[Edition, ...]:
    """The catalogues that are searched: the newest edition of each series, in the order of their arrival."""
    return newest(editions(store, KIND))


def newest(all_: Iterable[Edition]) -> tuple[Edition, ...]:
    """The last edition of each series, in the order given."""
    by_series: dict[str, Edition] = {}
    for edition in all_:
        by_series.pop(edition.series, None)
        by_series[edition.series] = edition
    return tuple(by_series.values())


def series_of(name: str) -> str:
    """The series that a file or folder is an edition of, by its name.

    >>> series_of("Parts 2024.csv"), series_of("kicad-symbols")
    ('parts-2024', 'kicad-symbols')
    """
    stem = re.sub(r"\.(csv|tsv|txt|parquet|pq|kicad_sym)$", "", name.casefold())
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "catalogue"
