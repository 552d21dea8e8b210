"""In how many systems and specimens a part is documented, out of how many, and how rare that makes it.

What counts is a find: records of one recovery event in one system, and records that are possibly one object,
are one. The rarity of a part is minus the decimal logarithm of its frequency f, each system with equal say:
f is the mean over documented systems of the share of the system's specimens that have the part, drawn
half a specimen towards ½. A part of every specimen weighs nothing; one of two in a thousand some 2.6 bans.
Passive and discrete parts (filters, capacitors, diodes) are sold everywhere and weigh a tenth of that.
It ranks what is worth looking at, and is not a weight of evidence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from sherd.compare.groups import joined
from sherd.compare.listed import Listed
from sherd.compare.parts import fold
from sherd.compare.same_object import Doubts
from sherd.model.findings import Sharing
from sherd.model.record import CaseRecord

Finds = Sequence[Sequence[str]]
"""Item records grouped into finds."""

Unit = tuple[str, str]
"""A system (or an item of no named system) and the recovery, or item, that counts once in it."""

ENOUGH = 10
"""With fewer documented specimens, a rare part cannot be told from a common one."""

PASSIVE = 0.1
"""What is left of the rarity of a passive or discrete part."""


@frozen(eq=False)
class Collection:
    """The documented specimens of a case, and who lists which part.

    ``units`` maps each documented item to what counts once; ``parts`` each folded full part number to the
    components that bear it; ``finds`` the same number to the items that list it, grouped into finds, the
    first item of each standing for it; ``sizes`` each system to the number of its specimens.
    """

    units: Mapping[str, Unit]
    systems: Mapping[str, str]
    parts: Mapping[str, tuple[Listed, ...]]
    finds: Mapping[str, Finds]
    sizes: Mapping[str, int]
    doubts: Doubts

    @classmethod
    def of(cls, record: CaseRecord, listed: Mapping[str, Sequence[Listed]], doubts: Doubts) -> Collection:
        """Gather a case record: an item is documented when at least one component of it was examined."""
        documented = [item for item in record.items if any(map(_is_examined, listed[item.id]))]
        named = {item.id: item.system for item in documented if item.system}
        events = {item.id: item.event for item in documented if item.event}
        once: dict[str, Unit] = {}
        for item in documented:
            own = (named.get(item.id, f"?{item.id}"), events.get(item.id, f"?{item.id}"))
            once.setdefault(doubts.items.get(item.id, item.id), own)
        units = {item.id: once[doubts.items.get(item.id, item.id)] for item in documented}
        bearing: defaultdict[str, list[Listed]] = defaultdict(list)
        for item in documented:
            for each in listed[item.id]:
                if each.number and each.standing == "present":
                    bearing[each.number.code].append(each)
        return cls(
            units=units,
            systems=named,
            parts={code: tuple(found) for code, found in bearing.items()},
            finds={code: _finds(found, units, doubts) for code, found in bearing.items()},
            sizes=Counter(system for system, _ in set(units.values())),
            doubts=doubts,
        )

    def weight(self, code: str) -> float:
        """The rarity of a part in bans; 0 where a single find has it, which shares nothing."""
        finds = self.finds[code]
        return self._rarity(code, finds) if len(finds) > 1 else 0.0

    def sharing(self, code: str) -> Sharing:
        """What is known of one part over the whole collection."""
        bearing, finds = self.parts[code], self.finds[code]
        counted = tuple(find[0] for find in finds)
        systems = tuple(dict.fromkeys(self.systems[item] for item in counted if item in self.systems))
        of = len(set(self.systems.values()))
        commodity = self.is_commodity(code)
        return Sharing(
            part=self.spelling(code),
            makers=tuple(dict.fromkeys(m for each in bearing if (m := each.component.maker_as_published))),
            systems=systems,
            of=of,
            specimens=counted,
            specimens_of=self.specimens,
            not_counted=tuple(item for find in finds for item in find[1:]),
            commodity=commodity,
            weight=self.weight(code),
            rarity=self._words(finds, commodity),
            basis=self._basis(finds, systems, of),
        )

    @property
    def specimens(self) -> int:
        """How many specimens are documented, each find once."""
        return sum(self.sizes.values())

    def spelling(self, code: str) -> str:
        """A part number as most records write it."""
        return _commonest(each.number.raw for each in self.parts[code] if each.number)

    def independent(self, x: Listed, y: Listed) -> bool:
        """Whether two components are two finds: of two recoveries, and not possibly one object."""
        return self.units[x.item] != self.units[y.item] and not self.doubts.one_find(x, y)

    def is_informative(self, code: str) -> bool:
        """Whether sharing the part says more than that it is sold everywhere."""
        finds = self.finds[code]
        return len(finds) > 1 and not self.is_commodity(code)

    def is_commodity(self, code: str) -> bool:
        """Whether a part is passive or discrete, or sits in half of what is documented, three at least."""
        finds = self.finds[code]
        return self._is_passive(code) or (len(finds) >= 3 and self._frequency(finds) >= 0.5)

    def _basis(self, finds: Finds, systems: Sequence[str], of: int) -> str:
        counted = f"{len(finds)} of {self.specimens} specimens, in {len(systems)} of {of} systems documented"
        records = sum(map(len, finds))
        if records == len(finds):
            return counted
        once = "; ".join(" and ".join(find) for find in finds if len(find) > 1)
        return f"{counted}; {records} records, of which these count once (one recovery or object): {once}"

    def _rarity(self, code: str, finds: Finds) -> float:
        rarity = max(0.0, -math.log10(self._frequency(finds)))
        return rarity * PASSIVE if self._is_passive(code) else rarity

    def _is_passive(self, code: str) -> bool:
        return all(each.passive for each in self.parts[code])

    def _frequency(self, finds: Finds) -> float:
        """The mean share of a system's specimens that have the part, with half a specimen drawn to ½."""
        having = Counter(self.units[find[0]][0] for find in finds)
        share = sum(n / self.sizes[system] for system, n in sorted(having.items())) / len(self.sizes)
        return (share * self.specimens + 0.5) / (self.specimens + 1)

    def _words(self, finds: Finds, commodity: bool) -> str:
        if commodity:
            return "commodity"
        if self.specimens < ENOUGH:
            return "too few specimens to tell"
        frequency = self._frequency(finds)
        return "rare" if frequency < 0.05 else "uncommon" if frequency < 0.25 else "common"


def sharing(collection: Collection, among: Container[str] | None = None) -> tuple[Sharing, ...]:
    """Every part that two item records or more list, rarest first; with ``among``, only parts of those."""
    found = [
        collection.sharing(code)
        for code, bearing in collection.parts.items()
        if len({each.item for each in bearing}) > 1
        and (among is None or any(each.item in among for each in bearing))
    ]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.commodity, fold(each.part))))


def _finds(bearing: Sequence[Listed], units: Mapping[str, Unit], doubts: Doubts) -> Finds:
    """The items that list a part, joined where they are one recovery or possibly one object."""
    doubted = [each for each in bearing if each.item in doubts.doubted]
    one = joined((units[x.item], units[y.item]) for x, y in combinations(doubted, 2) if doubts.one_find(x, y))
    groups: defaultdict[Unit, dict[str, None]] = defaultdict(dict)
    for each in bearing:
        unit = units[each.item]
        groups[one.get(unit, unit)][each.item] = None
    return tuple(map(tuple, groups.values()))


def _is_examined(listed: Listed) -> bool:
    return listed.standing != "unknown"


def _commonest(raws: Iterable[str]) -> str:
    counts = Counter(raws)
    return min(counts, key=lambda raw: (-counts[raw], raw))
