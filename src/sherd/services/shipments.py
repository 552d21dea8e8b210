"""Look for watched parts in a file of shipment records: read, search, count.

Two ways, the same hits: every row is searched as it is read, or a key table is made once and asked again and
again, on the embedded engine or on a cluster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from attrs import define, evolve, field, frozen

from sherd.identify.partnumber import base_part, packed_otherwise
from sherd.ports import Batch, Piece
from sherd.text import Cells
from sherd.trace.shipments import MATCHES, Hits, Watch, scan, watch, window_keys
from sherd.trace.shipments.days import month

GROUPS = ("corridor", "hs", "month")
"""What hits can be counted by."""


@frozen
class Found:
    """Hits, with what else the row of each says: day, HS code and corridor as they stand."""

    hits: Hits
    days: tuple[str, ...]
    hs: tuple[str, ...]
    corridors: tuple[str, ...]

    def groups(self, by: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """What each hit is counted under; ``not stated`` where its row says nothing."""
        said = {"corridor": self.corridors, "hs": self.hs, "month": [month(day) for day in self.days]}
        return zip(*([each or "not stated" for each in said[name]] for name in by), strict=True)


@define
class Tally:
    """What was found so far, counted, so that nobody must keep every hit.

    ``totals`` tells how many rows hold a possible match, by what they say; near hits are not among them, and
    a row is counted once, however many parts are found in it. ``near`` counts the near hits by kind,
    ``searched`` the rows looked at.
    """

    by: Sequence[str] = ()
    possible: int = 0
    near: Counter[str] = field(factory=Counter)
    rows: int = 0
    parts: set[str] = field(factory=set)
    totals: Counter[tuple[str, ...]] = field(factory=Counter)
    searched: int = 0

    def read(self, rows: int) -> None:
        """Note that so many rows of the file were looked at by now."""
        self.searched = max(self.searched, rows)

    def add(self, found: Found) -> None:
        """Count what was found in rows that were not counted yet."""
        hits = found.hits
        near = hits.near
        owners = np.unique(hits.owners[~near])
        kinds = np.bincount(hits.matches[near], minlength=len(MATCHES)).tolist()
        self.near.update({name: count for name, count in zip(MATCHES, kinds, strict=True) if count})
        self.possible += int((~near).sum())
        self.parts.update(hits.parts[owner] for owner in owners.tolist())
        rows = np.unique(hits.rows[~near])
        self.rows += len(rows)
        if self.by:
            groups = dict(zip(hits.rows.tolist(), found.groups(self.by), strict=True))
            self.totals.update(groups[row] for row in rows.tolist())


def watched(mpns: Sequence[str]) -> Watch:
    """Parts ready to be looked for, each beside its base part and its codes on reels or free of lead."""
    bases = {mpn: base for mpn in mpns if (base := base_part(mpn)) and base != mpn}
    return watch(mpns, bases, {mpn: packed_otherwise(mpn) for mpn in mpns})


def searched(batches: Iterable[Batch], parts: Watch, skip: int = 0) -> Iterator[tuple[int, Found]]:
    """The hits batch by batch, each with the number of rows read by then; the first ``skip`` rows are passed
    over.
    """
    for batch in batches:
        end = batch.first + len(batch.texts)
        if end > skip:
            late = max(0, skip - batch.first)
            hits = scan(batch.texts[late:], parts, batch.first + late)
            yield end, _found(hits, batch)


def asked(rows: Iterable[tuple[int, str, str, str, str]], parts: Watch) -> Iterator[tuple[int, Found]]:
    """The hits of rows (row, text, day, HS code, corridor) from a key table, as ``searched`` gives them."""
    every = iter(rows)
    while some := list(islice(every, AT_ONCE)):
        yield some[-1][0] + 1, _looked_at(some, parts)


AT_ONCE = 10_000


def _found(hits: Hits, batch: Batch) -> Found:
    """The hits of a batch with what their rows say."""
    places = (hits.rows - batch.first).tolist()
    none = [""] * len(places)
    said = {name: [cells[place] for place in places] for name, cells in batch.facts.items()}
    corridors = tuple(_corridors(said, len(places)))
    return Found(hits, tuple(said.get("day", none)), tuple(said.get("hs", none)), corridors)


def _corridors(facts: Mapping[str, Sequence[str]], count: int) -> Sequence[str]:
    """From where to where each row says; empty where it says neither."""
    ends = [facts[name] for name in ("origin", "destination") if name in facts]
    if not ends:
        return [""] * count
    return [_corridor(pair) for pair in zip(*ends, strict=True)]


@lru_cache(maxsize=100_000)
def _corridor(ends: tuple[str, ...]) -> str:
    return " → ".join(end.strip() or "?" for end in ends) if any(end.strip() for end in ends) else ""


def pieces(batches: Iterable[Batch], done: int) -> Iterator[Piece]:
    """What a key table keeps of the rows from ``done`` on."""
    for batch in batches:
        if batch.first >= done:
            texts = Cells.of(batch.texts)
            keys, rows = window_keys(texts)
            none = Cells.empty(len(texts))
            facts = batch.facts
            corridors = Cells.of(_corridors(facts, len(texts)))
            columns = (texts, facts.get("day", none), facts.get("hs", none), corridors)
            yield Piece(batch.first, columns, keys, rows + batch.first)


def _looked_at(rows: Sequence[tuple[int, str, str, str, str]], parts: Watch) -> Found:
    """The hits in rows that a key table gave."""
    hits = scan([text for _, text, *_ in rows], parts)
    said = [rows[place] for place in hits.rows.tolist()]
    days, hs, corridors = (tuple(each[column] for each in said) for column in (2, 3, 4))
    numbers = np.array([row for row, *_ in rows], np.int64)
    return Found(evolve(hits, rows=numbers[hits.rows]), days, hs, corridors)
