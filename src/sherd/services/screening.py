"""Open the lists of a store for screening; keep what people decide on possible matches."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from sherd import __version__
from sherd.data import digest
from sherd.errors import NotFound
from sherd.model.judgements import Judgement
from sherd.model.provenance import REFERENCE
from sherd.ports import Blobs, Change, Store
from sherd.services.editions import editions
from sherd.services.lists import KIND, Read, entries, stamp
from sherd.trace.decided import Decided, decisions, judgement
from sherd.trace.history import Listed
from sherd.trace.scorer import METHOD, VERSION
from sherd.trace.screening import Screen, screen_of

Kept = Callable[[str, Callable[[], Screen]], Screen]
"""The kept index of a stamp, or the one that is made and then kept."""

TABLES = (
    "name_words",
    f"name_scorer_{VERSION}",
    "name_calibration",
    "pinyin",
    "hanzi",
    "chinese_spelling",
    "places",
)
"""The shipped tables that an answer depends on."""


def open_screen(
    store: Store,
    blobs: Blobs,
    read: Read,
    kept: Kept = lambda _stamp, make: make(),
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[Screen, str]:
    """Every entry of every list, indexed, and a stamp of all that the answers depend on.

    The index comes from ``kept`` where it has one of the same stamp, else from the kept editions."""

    def make() -> Screen:
        listed = entries(store, blobs, read)
        progress(len(listed))
        return screen_of(listed)

    tables = [f"{name} {digest(name)}" for name in TABLES]
    said = "\n".join([__version__, *map(str, METHOD), *tables, stamp(editions(store, KIND))])
    mark = sha256(said.encode()).hexdigest()
    return kept(mark, make), mark


def decided(store: Store) -> dict[str, Decided]:
    """What people decided on possible matches, by what it is about."""
    rows = (head.row for head in store.heads(REFERENCE, Judgement.kind).values())
    return decisions(row for row in rows if isinstance(row, Judgement))


def decide(
    store: Store,
    blobs: Blobs,
    read: Read,
    name: str,
    list_: str,
    entry_id: str,
    decision: str,
    reason: str,
    by: str,
    at: str,
) -> Judgement:
    """Journal that a name is, or is not, an entry of a list.

    Raises ``NotFound``, ``ValueError`` for a decision without reason, ``StoreBusy``.
    """
    listed = _entry(entries(store, blobs, read), list_, entry_id)
    row = judgement(listed.entry, name, decision, reason, by, at)
    with store.writing() as writing:
        head = store.heads(REFERENCE, Judgement.kind).get(row.id)
        if head is None:
            change = Change("judged", row, METHOD, by=by)
        else:
            change = Change("superseded", row, METHOD, parents=(head.leaf_hash,), by=by)
        writing.append([change], frozenset())
    return row


def _entry(listed: tuple[Listed, ...], list_: str, entry_id: str) -> Listed:
    for each in listed:
        if each.entry.list_ == list_ and each.entry.entry_id == entry_id:
            return each
    raise NotFound(
        f"The list {list_!r} has no entry {entry_id!r}", "Take both from a hit: sherd trace screen --json."
    )
