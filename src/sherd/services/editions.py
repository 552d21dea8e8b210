"""Take in an edition of outside reference data, and give back what was taken in.

A catalogue of parts or a list of parties is no investigation's. Its bytes are kept as they came, by SHA-256,
and the journal says when it was received, from whom and under which rights; an index made from it lies beside
the store and can be made again at any time. Taking the same edition in twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from sherd.model.provenance import REFERENCE, Edition, File
from sherd.model.row import Row
from sherd.ports import Blobs, Change, Head, Store

METHOD = ("edition", "1")


def edition_id(series: str, contents: Mapping[str, bytes]) -> str:
    """The id of an edition: its series, and twelve hex digits of the digest over its files by name.

    >>> edition_id("parts", {"a.csv": b"1"}) == edition_id("parts", {"a.csv": b"2"})
    False
    """
    over = sha256()
    for name, content in sorted(contents.items()):
        over.update(f"{name}\0{sha256(content).hexdigest()}\n".encode())
    return f"{series}@{over.hexdigest()[:12]}"


def receive(
    store: Store, blobs: Blobs, edition: Edition, contents: Mapping[str, bytes], by: str | None = None
) -> bool:
    """Keep an edition and its files; says whether anything was new. Raises ``StoreBusy``.

    ``contents`` are the files as they came, by name. Raises ``ValueError`` for an edition that stands under a
    case.
    """
    if edition.case != REFERENCE:
        raise ValueError(f"edition {edition.id!r} stands under {edition.case!r}, not under {REFERENCE!r}")
    files = [_file(edition, name, content, blobs) for name, content in contents.items()]
    with store.writing() as writing:
        changes = list(_changes(store, [edition, *files], by))
        writing.append(changes, frozenset())
    return bool(changes)


def editions(store: Store, kind: str) -> tuple[Edition, ...]:
    """The editions of a kind (``catalogue``, ``list``, ``nomenclature``), in the order of their arrival."""
    heads = store.heads(REFERENCE, Edition.kind).values()
    found = [(head.seq, head.row) for head in heads if isinstance(head.row, Edition)]
    return tuple(row for _, row in sorted(found, key=lambda each: each[0]) if row.kind_ == kind)


def contents(store: Store, blobs: Blobs, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The files of an edition, name and bytes. Raises ``NotFound`` for bytes that were lost."""
    for id_, head in store.heads(REFERENCE, File.kind).items():
        if isinstance(head.row, File) and id_.startswith(f"{edition.id}/"):
            yield id_.removeprefix(f"{edition.id}/"), blobs.get(head.row.sha256)


def _file(edition: Edition, name: str, content: bytes, blobs: Blobs) -> File:
    kept = blobs.put(content)
    return File(case=REFERENCE, id=f"{edition.id}/{name}", sha256=kept, size=len(content))


def _changes(store: Store, rows: Iterable[Row], by: str | None) -> Iterator[Change]:
    heads: dict[str, Mapping[str, Head]] = {}
    for row in rows:
        if row.kind not in heads:
            heads[row.kind] = store.heads(REFERENCE, row.kind)
        head = heads[row.kind].get(row.id)
        if head is None:
            yield Change("received", row, METHOD, by=by)
        elif head.row != row:
            yield Change("superseded", row, METHOD, parents=(head.leaf_hash,), by=by)
