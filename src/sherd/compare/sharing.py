"""In how many systems and specimens a part is documented, out of how many, and how rare that makes it.

What counts is a find: records of one recovery event in one system, and records that are possibly one object,
are one. The rarity of a part is minus the decimal logarithm of its frequency f, each system with equal say:
f is the mean over documented systems of the share of the system's specimens that have the part, drawn
half a specimen towards ½. A part of every specimen weighs nothing; one of two in a thousand some 2.6 bans.
A part of s systems links each of them with s − 1 others, so that it says that much less of any two: its
weight is its rarity divided by s − 1. Passive and discrete parts (filters, capacitors, diodes) are sold
everywhere and weigh a tenth of that. It ranks what is worth looking at, and is not a weight of evidence.

Publishers often run part and lot together, so that only the *base part* agrees. A base part that stands in
several ordering codes is counted in the same way, over all of them, and weighs half of its rarity: package,
grade or lot differ, the choice of the designer does not. It speaks of a design, never of one delivery.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs
from attrs import frozen

from sherd.compare.groups import joined
from sherd.compare.listed import Listed
from sherd.compare.same_object import Doubts
from sherd.model.findings import Sharing
from sherd.model.record import CaseRecord
from sherd.text import identity

Unit = tuple[str, str]
"""A system (or an item of no named system) and the recovery, or item, that counts once in it."""

ENOUGH = 10
"""With fewer documented specimens, a rare part cannot be told from a common one."""

PASSIVE = 0.1
"""What is left of the rarity of a passive or discrete part."""

SAME_BASE = 0.5
"""What is left of the rarity of a base part, where the full ordering codes differ."""

EVERYWHERE = 0.5
"""A part of this frequency or more, found three times at least, is a commodity whatever it is."""

NEAR_NOTHING = 0.1
"""A part found three times at least that weighs fewer bans than this is a commodity too."""


@frozen(eq=False)
class Part:
    """One part number of the collection, or one base part with the ``codes`` in which it stands.

    ``finds`` holds the items that list it, grouped into finds; the first of each stands for it. ``weight`` is
    what it says of two that share it, in bans; 0 where a single find has it, which shares nothing.
    """

    bearing: tuple[Listed, ...]
    finds: tuple[tuple[str, ...], ...]
    frequency: float
    commodity: bool
    weight: float
    base: str | None = None
    codes: tuple[str, ...] = ()

    @property
    def informative(self) -> bool:
        """Whether sharing it says more than that it is sold everywhere."""
        return len(self.finds) > 1 and not self.commodity

    @property
    def spelling(self) -> str:
        """The part number as most records write it; the folded name of a base part."""
        if self.base:
            return self.base
        counts = Counter(each.number.raw for each in self.bearing if each.number)
        return min(counts, key=lambda raw: (-counts[raw], raw))


@frozen(eq=False)
class Collection:
    """The documented specimens of a case, and which of them list which part.

    ``units`` maps each documented item to what counts once, ``systems`` to its named system, of which there
    are ``documented``; ``parts`` maps each folded full part number to what is known of it, ``bases`` each
    base part that stands in two of them or more.
    """

    units: Mapping[str, Unit]
    systems: Mapping[str, str]
    documented: int
    specimens: int
    parts: Mapping[str, Part]
    bases: Mapping[str, Part]
    doubts: Doubts
    slots: Mapping[str, frozenset[Unit]]
    """For what a part does: what counts once, of which a part that does it was examined or found absent."""

    @classmethod
    def of(cls, record: CaseRecord, listed: Mapping[str, Sequence[Listed]], doubts: Doubts) -> Collection:
        """Gather a case record: an item is documented when at least one component of it was examined."""
        documented = [item for item in record.items if any(map(_is_examined, listed[item.id]))]
        systems = {item.id: item.system for item in documented if item.system}
        events = {item.id: item.event for item in documented if item.event}
        once: dict[str, Unit] = {}
        for item in documented:
            own = (systems.get(item.id, f"?{item.id}"), events.get(item.id, f"?{item.id}"))
            once.setdefault(doubts.items.get(item.id, item.id), own)
        units = {item.id: once[doubts.items.get(item.id, item.id)] for item in documented}
        sizes = Counter(system for system, _ in set(units.values()))
        bearing: defaultdict[str, list[Listed]] = defaultdict(list)
        for item in documented:
            for each in listed[item.id]:
                if each.code:
                    bearing[each.code].append(each)
        parts = {code: _part(found, units, sizes, doubts) for code, found in bearing.items()}
        return cls(
            units=units,
            systems=systems,
            documented=len(set(systems.values())),
            specimens=sum(sizes.values()),
            parts=parts,
            bases={name: _base(name, codes, parts, units, sizes, doubts) for name, codes in _bases(parts)},
            doubts=doubts,
            slots=_slots(listed, units),
        )

    def examined_for(self, part: Part) -> int | None:
        """Of how many specimens a part of the same slot was examined; ``None`` where a record names none."""
        functions = {each.function for each in part.bearing}
        if not all(functions):
            return None
        return len(frozenset[Unit]().union(*(self.slots[name] for name in functions if name)))

    def independent(self, x: Listed, y: Listed) -> bool:
        """Whether two components are two finds: of two recoveries, and not possibly one object."""
        return self.units[x.item] != self.units[y.item] and not self.doubts.one_find(x, y)


def sharing(collection: Collection, among: Container[str] | None = None) -> tuple[Sharing, ...]:
    """Every part that two item records or more list, rarest first; with ``among``, only parts of those."""
    return _told(collection.parts.values(), collection, among)


def sharing_of_bases(collection: Collection, among: Container[str] | None = None) -> tuple[Sharing, ...]:
    """Every base part that two item records or more list in several ordering codes, as ``sharing``."""
    return _told(collection.bases.values(), collection, among)


def _told(parts: Iterable[Part], collection: Collection, among: Container[str] | None) -> tuple[Sharing, ...]:
    found = [
        _sharing(part, collection)
        for part in parts
        if len({each.item for each in part.bearing}) > 1
        and (among is None or any(each.item in among for each in part.bearing))
    ]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.commodity, identity(each.part))))


def _sharing(part: Part, collection: Collection) -> Sharing:
    counted = tuple(find[0] for find in part.finds)
    systems = tuple(dict.fromkeys(collection.systems[item] for item in counted if item in collection.systems))
    of = collection.documented
    makers = (each.component.maker_as_published for each in part.bearing)
    return Sharing(
        part=part.spelling,
        makers=tuple(dict.fromkeys(maker for maker in makers if maker)),
        systems=systems,
        of=of,
        specimens=counted,
        specimens_of=collection.specimens,
        examined_for=collection.examined_for(part),
        not_counted=tuple(item for find in part.finds for item in find[1:]),
        commodity=part.commodity,
        weight=part.weight,
        rarity=_rarity_in_words(part, collection),
        basis=_basis(part, collection, f"in {len(systems)} of {of} systems documented"),
    )


def _basis(part: Part, collection: Collection, systems: str) -> str:
    counted = f"{len(part.finds)} of {collection.specimens} specimens, {systems}"
    slot = collection.examined_for(part)
    if slot is not None:
        counted += f"; its slot was examined in {slot} of the specimens"
    records = sum(map(len, part.finds))
    if records == len(part.finds):
        return counted
    once = "; ".join(" and ".join(find) for find in part.finds if len(find) > 1)
    return f"{counted}; {records} records, of which these count once (one recovery or object): {once}"


def _rarity_in_words(part: Part, collection: Collection) -> str:
    if part.commodity:
        return "commodity"
    if collection.specimens < ENOUGH:
        return "too few specimens to tell"
    return "rare" if part.frequency < 0.05 else "uncommon" if part.frequency < 0.25 else "common"


def _part(
    bearing: Sequence[Listed], units: Mapping[str, Unit], sizes: Mapping[str, int], doubts: Doubts
) -> Part:
    finds = _finds(bearing, units, doubts)
    systems = [units[find[0]][0] for find in finds]
    frequency = _frequency(systems, sizes)
    passive = all(each.passive for each in bearing)
    rarity = -math.log10(frequency) * (PASSIVE if passive else 1.0)
    weight = rarity / max(1, len(set(systems)) - 1)
    common = len(finds) >= 3 and (frequency >= EVERYWHERE or weight < NEAR_NOTHING)
    return Part(
        bearing=tuple(bearing),
        finds=finds,
        frequency=frequency,
        commodity=passive or common,
        weight=weight if len(finds) > 1 else 0.0,
    )


def _slots(listed: Mapping[str, Sequence[Listed]], units: Mapping[str, Unit]) -> dict[str, frozenset[Unit]]:
    found: defaultdict[str, set[Unit]] = defaultdict(set)
    for item, unit in units.items():
        for each in listed[item]:
            if each.function and _is_examined(each):
                found[each.function].add(unit)
    return {function: frozenset(of) for function, of in found.items()}


def _bases(parts: Mapping[str, Part]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each base part with its ordering codes, where there are two or more."""
    codes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for code, part in parts.items():
        for each in part.bearing:
            if each.number:
                codes[each.number.base][code] = None
    yield from ((base, tuple(found)) for base, found in codes.items() if len(found) > 1)


def _base(
    name: str,
    codes: tuple[str, ...],
    parts: Mapping[str, Part],
    units: Mapping[str, Unit],
    sizes: Mapping[str, int],
    doubts: Doubts,
) -> Part:
    """A base part over all its codes: a commodity where a code of three finds is, or most say passive."""
    bearing = [each for code in codes for each in parts[code].bearing]
    whole = _part(bearing, units, sizes, doubts)
    passive = 2 * sum(each.passive for each in bearing) >= len(bearing)
    scale = SAME_BASE * (PASSIVE if passive and not all(each.passive for each in bearing) else 1.0)
    weight = whole.weight * scale
    common = any(parts[code].commodity and len(parts[code].finds) >= 3 for code in codes)
    slight = len(whole.finds) >= 3 and weight < NEAR_NOTHING
    commodity = whole.commodity or passive or common or slight
    return attrs.evolve(whole, weight=weight, commodity=commodity, base=name, codes=codes)


def _finds(
    bearing: Sequence[Listed], units: Mapping[str, Unit], doubts: Doubts
) -> tuple[tuple[str, ...], ...]:
    """The items that list a part, joined where they are one recovery or possibly one object."""
    doubted = [each for each in bearing if each.item in doubts.doubted]
    one = joined((units[x.item], units[y.item]) for x, y in combinations(doubted, 2) if doubts.one_find(x, y))
    groups: defaultdict[Unit, dict[str, None]] = defaultdict(dict)
    for each in bearing:
        unit = units[each.item]
        groups[one.get(unit, unit)][each.item] = None
    return tuple(map(tuple, groups.values()))


def _frequency(systems: Iterable[str], sizes: Mapping[str, int]) -> float:
    """The mean share of a system's specimens that have a part, given the system of each find; in (0, 1)."""
    specimens = sum(sizes.values())
    share = math.fsum(n / sizes[system] for system, n in Counter(systems).items()) / len(sizes)
    return (share * specimens + 0.5) / (specimens + 1)


def _is_examined(listed: Listed) -> bool:
    return listed.standing != "unknown"
