"""Search the trade files of a case for its parts: possible matches for its dossier, and what importers did.

Importers outside the coalition that brought in no priority code before 24 February 2022 and many after are a
published red flag (guidance of the export enforcement authorities of 26 September 2023). It is told as an
observation on the rows of one file: other files may hold what this one does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import define, field

from sherd.model.record import CaseRecord
from sherd.model.shipped import Importer, PossibleMatch, TradeFile
from sherd.ports import Batch
from sherd.services.shipments import Tally, days, month, searched, watched
from sherd.services.supply import component_part
from sherd.trace.controls import high_priority

FindTrade = Callable[[CaseRecord, str], tuple[TradeFile, ...]]
"""Searches the trade files of a case that may be seen at a clearance for the parts of its record."""

SHOWN = 200
"""So many possible matches of a file are told one by one."""

DAY = date(2022, 2, 24)


def no_trade(_record: CaseRecord, _clearance: str) -> tuple[TradeFile, ...]:
    """Searches nothing: where no trade file can be read."""
    return ()


def parts_of(record: CaseRecord) -> list[str]:
    """The part numbers of the components of a case, each once."""
    parts = (component_part(record, component) for component in record.components)
    return list(dict.fromkeys(part for part in parts if part))


def search(file: str, source: str, batches: Iterable[Batch], mpns: list[str]) -> TradeFile:
    """What one trade file says of the parts."""
    imports = _Imports()
    tally = Tally(("month", "corridor"))
    matches: list[PossibleMatch] = []
    rows = 0
    for end, found in searched(imports.seen(batches), watched(mpns)):
        rows = end
        tally.add(found)
        said = zip(found.hits, found.days, found.corridors, found.hs, strict=True)
        matches += [
            PossibleMatch(row=hit.row + 2, part=hit.part, text=hit.text, match=hit.match, score=hit.score,
                          day=day, corridor=corridor, hs=hs)
            for hit, day, corridor, hs in said if not hit.near and len(matches) < SHOWN
        ]  # fmt: skip
        del matches[SHOWN:]
    return TradeFile(
        file=file, source=source, rows=rows, parts=len(tally.parts), possible=tally.possible,
        near=tally.near, matches=tuple(matches), by_month=dict(sorted(tally.totals.items())),  # type: ignore[arg-type]
        importers=imports.told(),
    )  # fmt: skip


@define
class _Imports:
    """The rows with priority codes of each importer, before the day and from it on."""

    before: set[str] = field(factory=set)
    after: Counter[str] = field(factory=Counter)
    months: dict[str, str] = field(factory=dict)
    reaches_back: bool = False

    def seen(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Pass batches on, and count what they say of importers."""
        for batch in batches:
            if {"importer", "hs", "day"} <= batch.facts.keys():
                self._count(batch)
            yield batch

    def _count(self, batch: Batch) -> None:
        cells = (batch.facts[name] for name in ("importer", "hs", "day"))
        for importer, hs, day in zip(*cells, strict=True):
            when = days(day)
            if when is None or when.first is None or when.last is None:
                continue
            self.reaches_back |= when.last < DAY
            if not importer.strip() or high_priority(hs) is None:
                continue
            if when.first >= DAY:
                self.after[importer.strip()] += 1
                known = self.months.get(importer.strip())
                self.months[importer.strip()] = min(known or month(day), month(day))
            else:
                self.before.add(importer.strip())

    def told(self) -> tuple[Importer, ...] | None:
        if not self.reaches_back:
            return None
        new = ((name, rows) for name, rows in self.after.items() if name not in self.before)
        ordered = sorted(new, key=lambda each: (-each[1], each[0]))
        return tuple(Importer(name=name, rows=rows, first_month=self.months[name]) for name, rows in ordered)
