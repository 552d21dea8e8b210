"""Who stands over the parties on a road: their ties as of the days of their transfers, beside the road.

A tie is no leg: nothing travelled along it. It is told for each transfer, since an owner who had sold before
the deal is none, and a path from a party to a listed one is told with the order of days, beside listings.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from sherd.model.dates import Interval
from sherd.model.paths import Leg, Road, Station, Timing
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.ties import HeldLeg, ListedEnd, TiedParty, TiePath
from sherd.trace.ties import WAYS, Ties, chains, paths, recorded, recorded_end

MOST_BESIDE = 12
"""So many parties are set beside a road; that there are more is among its limits."""


def with_ties(road: Road, record: CaseRecord) -> Road:
    """The road with the ties of its parties, the parties that they lead to, and the paths to listed ones."""
    sources = {source.id: source for source in record.sources}
    tied, legs = recorded(record.case.id, record.parties, record.ties, sources, _station_id)
    walk = _Walk(record, Ties({each.id: each for each in tied}, legs), sources)
    for leg in road.legs:
        if leg.kind == "transfer" and leg.row is not None:
            walk.walk(leg)
    there = {station.id for station in road.stations}
    beside = [id_ for id_ in walk.met if id_ not in there]
    shown = there | {*beside[:MOST_BESIDE]}
    limits = []
    if len(beside) > MOST_BESIDE:
        limits.append(
            f"{len(beside) - MOST_BESIDE} more parties are tied to those of the road than stand beside it."
        )
    if walk.more:
        limits.append("More paths of ties lead to listed parties than are laid out.")
    return evolve(
        road,
        ties=tuple(each for each in walk.held.values() if {each.leg.party, each.leg.of} <= shown),
        beside=tuple(walk.station(id_) for id_ in beside[:MOST_BESIDE]),
        timings=(*road.timings, *walk.timings),
        limits=(*road.limits, *limits),
    )


def ties_told(record: CaseRecord, party: str) -> tuple[frozenset[str], frozenset[str]]:
    """The ties that a record tells of a party, and the listings that they lead to, each by id.

    Its own ties, and those by which they lead on, over any number of steps, to a party that stands or stood
    on a list: who is named with them must be able to answer.
    """
    mine = {each.id for each in record.ties if party in {each.party, each.of}}
    tied, legs = recorded(record.case.id, record.parties, record.ties, {}, _station_id)
    ties = Ties({each.id: each for each in tied}, legs)
    start = _station_id("", party)
    if start not in ties.parties:
        return frozenset(mine), frozenset()
    listings: set[str] = set()

    def ends(each: TiedParty) -> tuple[ListedEnd, ...]:
        found = (recorded_end(one, each.name, None, {}) for one in record.listings if one.party == each.row)
        return tuple(end for end in found if end)

    for path in paths(ties, start, None, ends).paths:
        mine |= {leg.leg.row for leg in path.legs}
        listings.add(path.end.row)
    return frozenset(mine), frozenset(listings)


def _station_id(_case: str, id_: str) -> str:
    return f"party:{id_}"


@define
class _Walk:
    """The ties met so far, from the parties of one transfer after the other; the surest standing counts."""

    record: CaseRecord
    ties: Ties
    sources: dict[str, Source]
    held: dict[str, HeldLeg] = field(factory=dict)
    met: dict[str, None] = field(factory=dict)
    timings: list[Timing] = field(factory=list)
    more: bool = False

    def walk(self, leg: Leg) -> None:
        """Note the ties of both parties of a transfer on its days, and every path to a listed party."""
        for end in dict.fromkeys((leg.from_, leg.to)):
            if end not in self.ties.parties:
                continue
            for each in self._direct(end, leg.when):
                self._note(each)
            found = paths(self.ties, end, leg.when, lambda party: tuple(self._ends(party, leg.when)))
            self.more = self.more or found.more
            for path in found.paths:
                for each in path.legs:
                    self._note(each)
                self.timings.append(_timing(str(leg.row), path))

    def _direct(self, end: str, when: Interval | None) -> Iterator[HeldLeg]:
        for way in WAYS:
            for chain in chains(self.ties, end, when, way):
                if chain is None or len(chain) > 1:
                    break
                yield chain[0]

    def _note(self, each: HeldLeg) -> None:
        known = self.held.get(each.leg.row)
        if known is None or each.standing == "held":
            self.held[each.leg.row] = each
        self.met |= dict.fromkeys((each.leg.party, each.leg.of))

    def _ends(self, party: TiedParty, when: Interval | None) -> Iterator[ListedEnd]:
        for listing in self.record.listings:
            if listing.party == party.row:
                end = recorded_end(listing, party.name, when, self.sources)
                if end is not None:
                    yield end

    def station(self, id_: str) -> Station:
        """A party beside the road."""
        party = self.ties.parties[id_]
        return Station(id=id_, kind="tied", name=party.name, row=party.row, country=party.country or None)


def _timing(transfer: str, path: TiePath) -> Timing:
    sure = path.end.standing == "listed" and all(each.standing == "held" for each in path.legs)
    return Timing(
        transfer=transfer,
        kind="tie",
        about=path.end.row,
        what=f"{path.party.name} {path.heading}",
        when="during" if sure else "overlaps",
        words=f"{path.party.name}, {path.words}",
    )
