"""Search the trade files of a case for its parts: possible matches for its dossier, and what importers did.

Importers outside the coalition that brought in no priority code before 24 February 2022 and many after are a
published red flag (the guidance that ``sherd.model.shipped`` cites). It is told as an observation on the rows
of one file: other files may hold what this one does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from attrs import define, evolve, field

from sherd.model.identified import Identified
from sherd.model.record import CaseRecord
from sherd.model.shipped import Importer, PossibleMatch, TradeFile, WatchedPart
from sherd.ports import Batch
from sherd.services.shipments import Found, Tally, searched, watched
from sherd.services.supply import component_part
from sherd.trace.coalition import country, takes_part
from sherd.trace.controls import high_priority
from sherd.trace.shipments.days import days, month

FindTrade = Callable[[CaseRecord, Sequence[Identified], str], tuple[TradeFile, ...]]
"""Searches the trade files of a case that may be seen at a clearance for the parts of its record, recorded or
identified."""

SHOWN = 200
"""So many possible matches of a file are told one by one."""

DAY = date(2022, 2, 24)


def no_trade(
    _record: CaseRecord, _identified: Sequence[Identified], _clearance: str
) -> tuple[TradeFile, ...]:
    """Searches nothing: where no trade file can be read."""
    return ()


def parts_of(record: CaseRecord, identified: Sequence[Identified]) -> list[WatchedPart]:
    """The parts of a case, each once: as recorded, then as judged, then as identified from a marking."""
    found: dict[str, WatchedPart] = {}
    for component in record.components:
        if mpn := component_part(record, component):
            found.setdefault(mpn, WatchedPart(mpn=mpn, basis=f"recorded on component {component.id}"))
    for each in sorted(identified, key=lambda one: one.decided is None):
        if part := _identified(each):
            found.setdefault(part.mpn, part)
    return list(found.values())


def _identified(each: Identified) -> WatchedPart | None:
    """The part that a marking names: as a person decided, else as the method found."""
    if each.decided is not None:
        mpn = each.decided.mpn
        return WatchedPart(mpn=mpn, basis=f"marking {each.id} judged to name it") if mpn else None
    best = each.found.part
    if best is None:
        return None
    basis = f"identified from marking {each.id} at confidence {best.confidence:.2f}"
    return WatchedPart(mpn=best.mpn, basis=basis, confidence=best.confidence)


def search(file: str, source: str, batches: Iterable[Batch], parts: Sequence[WatchedPart]) -> TradeFile:
    """What one trade file says of the parts."""
    imports = _Imports()
    tally = Tally(("month", "corridor"))
    matches: list[PossibleMatch] = []
    watch = watched([part.mpn for part in parts])
    known = {part.mpn.strip(): part.basis for part in parts}
    for end, found in searched(imports.seen(batches), watch):
        tally.read(end)
        tally.add(found)
        matches += islice(_matches(found, known), SHOWN - len(matches))
    left_out = {each.mpn: each.why for each in watch.left_out}
    return TradeFile(
        file=file, source=source, rows=tally.searched, parts=len(tally.parts), possible=tally.possible,
        near=dict(tally.near), matches=tuple(matches), by_month=dict(sorted(tally.totals.items())),  # type: ignore[arg-type]
        watched=tuple(evolve(part, left_out=left_out.get(part.mpn.strip(), "")) for part in parts),
        importers=imports.told(), unplaced=imports.unplaced(),
    )  # fmt: skip


def _matches(found: Found, known: Mapping[str, str]) -> Iterator[PossibleMatch]:
    """The possible matches of some rows, each with how its part is known."""
    for hit, day, corridor, hs in zip(found.hits, found.days, found.corridors, found.hs, strict=True):
        if not hit.near:
            yield PossibleMatch(
                row=hit.row + 2, part=hit.part, basis=known[hit.part], text=hit.text, match=hit.match,
                score=hit.score, day=day, corridor=corridor, hs=hs,
            )  # fmt: skip


@define
class _Imports:
    """The rows with priority codes of each importer, before the day and from it on, and where it is."""

    before: set[str] = field(factory=set)
    after: Counter[str] = field(factory=Counter)
    months: dict[str, str] = field(factory=dict)
    countries: dict[str, set[str]] = field(factory=dict)
    reaches_back: bool = False

    def seen(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Pass batches on, and count what they say of importers."""
        for batch in batches:
            if {"importer", "hs", "day"} <= batch.facts.keys():
                self._count(batch)
            yield batch

    def _count(self, batch: Batch) -> None:
        none = [""] * len(batch.texts)
        places = batch.facts.get("importer_country", batch.facts.get("destination", none))
        cells = (*(batch.facts[name] for name in ("importer", "hs", "day")), places)
        for importer, hs, day, place in zip(*cells, strict=True):
            when, name = days(day), importer.strip()
            if when is None or when.first is None or when.last is None:
                continue
            self.reaches_back |= when.last < DAY
            if not name or not _is_priority(hs):
                continue
            self.countries.setdefault(name, set()).add(country(place))
            if when.first >= DAY:
                self.after[name] += 1
                self.months[name] = min(self.months.get(name, month(day)), month(day))
            else:
                self.before.add(name)

    def told(self) -> tuple[Importer, ...] | None:
        """The new importers that are outside the coalition, those with most rows first."""
        if not self.reaches_back:
            return None
        outside = [name for name in self._new() if self._is_outside(name)]
        ordered = sorted(outside, key=lambda name: (-self.after[name], name))
        return tuple(
            Importer(name=name, country=", ".join(sorted(self.countries[name] - {""})),
                     rows=self.after[name], first_month=self.months[name])
            for name in ordered
        )  # fmt: skip

    def unplaced(self) -> int:
        """How many new importers are of a country that the file does not say."""
        return sum(self.countries[name] == {""} for name in self._new()) if self.reaches_back else 0

    def _new(self) -> list[str]:
        return [name for name in self.after if name not in self.before]

    def _is_outside(self, name: str) -> bool:
        known = self.countries[name] - {""}
        return bool(known) and not any(takes_part(code) for code in known)


@lru_cache(maxsize=100_000)
def _is_priority(hs: str) -> bool:
    """Whether a cell holds a code of the Common High Priority List; what is no HS code is none of it."""
    try:
        return high_priority(hs) is not None
    except ValueError:
        return False
