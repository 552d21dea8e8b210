"""Look for watched parts in a file of shipment records: read, search, count.

Two ways, the same hits: every row is searched as it is read, or a key table is made once and asked again and
again, on the embedded engine or on a cluster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import frozen

from sherd.identify.partnumber import base_part
from sherd.model.dates import Interval
from sherd.ports import Batch, Piece
from sherd.trace.shipments import Hit, Watch, scan, watch, window_keys

GROUPS = ("corridor", "hs", "month")
"""What hits can be counted by."""


@frozen
class Found:
    """A hit, with what else its row says: day, HS code and corridor as they stand."""

    hit: Hit
    day: str = ""
    hs: str = ""
    corridor: str = ""

    def group(self, by: Sequence[str]) -> tuple[str, ...]:
        """What the hit is counted under; ``not stated`` where the row says nothing."""
        said = {"corridor": self.corridor, "hs": self.hs, "month": month(self.day)}
        return tuple(said[name] or "not stated" for name in by)


def watched(mpns: Sequence[str]) -> Watch:
    """Parts ready to be looked for, each beside its base part."""
    bases = {mpn: base for mpn in mpns if (base := base_part(mpn)) and base != mpn}
    return watch(mpns, bases)


def searched(batches: Iterable[Batch], parts: Watch, skip: int = 0) -> Iterator[tuple[int, list[Found]]]:
    """The hits batch by batch, each with the number of rows read by then; the first ``skip`` rows are passed
    over.
    """
    for batch in batches:
        end = batch.first + len(batch.texts)
        if end > skip:
            late = max(0, skip - batch.first)
            hits = scan(batch.texts[late:], parts, batch.first + late)
            yield end, [_found(hit, batch) for hit in hits]


def asked(rows: Iterable[tuple[int, str, str, str, str]], parts: Watch) -> Iterator[tuple[int, list[Found]]]:
    """The hits of rows (row, text, day, HS code, corridor) from a key table, as ``searched`` gives them."""
    every = iter(rows)
    while some := list(islice(every, AT_ONCE)):
        yield some[-1][0] + 1, _looked_at(some, parts)


AT_ONCE = 10_000


def totals(found: Sequence[Found], by: Sequence[str]) -> Mapping[tuple[str, ...], int]:
    """How many rows hold a possible match, by what they say; near hits are not counted.

    A row is counted once, however many parts are found in it.
    """
    rows = {each.hit.row: each.group(by) for each in found if not each.hit.near}
    return dict(sorted(Counter(rows.values()).items()))


def month(day: str) -> str:
    """The month of a day as a vendor writes it, as ``2023-05``; empty where that cannot be told.

    >>> month("2023-05-17"), month("17.05.2023"), month("2023-05-17 00:00:00"), month("2023"), month("?")
    ('2023-05', '2023-05', '2023-05', '', '')
    """
    text = day.strip()[:10]
    parts = text.split(".")
    if len(parts) == 3 and len(parts[2]) == 4:
        text = f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    try:
        days = Interval.parse(text)
    except ValueError:
        return ""
    if days.first and days.last and (days.first.year, days.first.month) == (days.last.year, days.last.month):
        return f"{days.first:%Y-%m}"
    return ""


def _found(hit: Hit, batch: Batch) -> Found:
    at = hit.row - batch.first
    facts = {name: cells[at] for name, cells in batch.facts.items()}
    return Found(hit, facts.get("day", ""), facts.get("hs", ""), _corridor(facts))


def _corridor(facts: Mapping[str, str]) -> str:
    ends = [facts[name].strip() for name in ("origin", "destination") if name in facts]
    return " → ".join(end or "?" for end in ends) if any(ends) else ""


def pieces(batches: Iterable[Batch], done: int) -> Iterator[Piece]:
    """What a key table keeps of the rows from ``done`` on."""
    for batch in batches:
        if batch.first >= done:
            keys, rows = window_keys(batch.texts)
            facts = [
                dict(zip(batch.facts, cells, strict=True))
                for cells in zip(*batch.facts.values(), strict=True)
            ]
            facts = facts or [{}] * len(batch.texts)
            columns = (
                batch.texts,
                [each.get("day", "") for each in facts],
                [each.get("hs", "") for each in facts],
                [_corridor(each) for each in facts],
            )
            yield Piece(batch.first, columns, keys, rows + batch.first)


def _looked_at(rows: Sequence[tuple[int, str, str, str, str]], parts: Watch) -> list[Found]:
    found = []
    for hit in scan([text for _, text, *_ in rows], parts):
        row, _, day, hs, corridor = rows[hit.row]
        found.append(Found(hit.at(row), day, hs, corridor))
    return found
