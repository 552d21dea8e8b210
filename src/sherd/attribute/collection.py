"""The reference collection that an item is weighed against: which specimens count, and as how many.

A specimen counts where its line is known, otherwise than by inference, and where something of it was observed
that can be weighed: a label alone is no specimen. The item itself, whatever came from the same recovery, and
whatever may be the same object never count. Specimens of one recovery, strike, seizure or lot are one unit:
they share a weight of 1, so that one raid with thirty drones is one observation.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from sherd.attribute.draws import LINKS
from sherd.attribute.likelihood import Side
from sherd.attribute.observed import Observed, Value, levels, local
from sherd.attribute.window import Window
from sherd.model.dates import TIME_WINDOW
from sherd.model.doubtful import Shares
from sherd.model.items import Feature, Item
from sherd.model.record import CaseRecord
from sherd.model.weights import Collected, Labels, Levels, Unused


@frozen
class Specimen:
    """A reference specimen that counts: its line, the unit that it belongs to, and its values."""

    id: str
    line: str
    unit: str
    values: Mapping[str, Value] = field(eq=False, repr=False)


Share: TypeAlias = int | Fraction
"""How much of a unit, or of many, shows a value: whole where each unit has one specimen."""


@frozen
class Counts:
    """Of one value: the share of each unit that shows it, whether the unit was examined, and the totals."""

    units: Mapping[str, tuple[Share, int]]
    seen: Share
    of: int


@frozen(eq=False)
class Pool:
    """Specimens that a hypothesis draws on together: of one line, or of all lines of a maker or country."""

    specimens: tuple[Specimen, ...]
    members: Mapping[str, tuple[Specimen, ...]] = field(init=False, repr=False)
    unit_of: Mapping[str, str] = field(init=False, repr=False)
    sides: dict[tuple[str, Value, Hashable, frozenset[str]], Side] = field(
        init=False, factory=dict, repr=False
    )
    """What the pool says of a value without some specimens, once reckoned: ``evidence`` keeps it here."""
    _ids: frozenset[str] = field(init=False, repr=False)
    _kept: dict[tuple[str, Value], Counts] = field(init=False, factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        members: dict[str, list[Specimen]] = {}
        for specimen in self.specimens:
            members.setdefault(specimen.unit, []).append(specimen)
        object.__setattr__(self, "members", {unit: tuple(found) for unit, found in members.items()})
        object.__setattr__(self, "unit_of", {found.id: found.unit for found in self.specimens})
        object.__setattr__(self, "_ids", frozenset(self.unit_of))

    @property
    def units(self) -> int:
        """How many independent units the specimens make."""
        return len(self.members)

    def examined(self, features: Iterable[str]) -> int:
        """How many units were examined for at least one of these features."""
        wanted = frozenset(features)
        return sum(any(wanted & found.values.keys() for found in unit) for unit in self.members.values())

    def mine(self, ids: frozenset[str]) -> frozenset[str]:
        """Those of the ids that are specimens of the pool."""
        return ids & self._ids

    def tally(self, feature: str, value: Value, gone: frozenset[str] = frozenset()) -> tuple[Share, int]:
        """In how many units the feature shows the value, and in how many it was examined, without ``gone``.

        Examined specimens of a unit share its weight of 1.
        """
        counts = self._counts(feature, value)
        seen, of = counts.seen, counts.of
        for unit in {self.unit_of[id_] for id_ in self.mine(gone)}:
            old, new = counts.units[unit], _unit(self._rest(unit, gone), feature, value)
            seen, of = seen - old[0] + new[0], of - old[1] + new[1]
        return seen, of

    def measurements(
        self, feature: str, gone: frozenset[str] = frozenset()
    ) -> tuple[tuple[float, float], ...]:
        """Each measurement of the feature with its share of its unit's weight, without ``gone``."""
        return tuple(
            (value, 1 / len(values))
            for unit in self.members
            for values in [_values(self._rest(unit, gone), feature)]
            for value in values
            if isinstance(value, float)
        )

    def _rest(self, unit: str, gone: frozenset[str]) -> Sequence[Specimen]:
        return [specimen for specimen in self.members[unit] if specimen.id not in gone]

    def _counts(self, feature: str, value: Value) -> Counts:
        if (feature, value) not in self._kept:
            units = {unit: _unit(found, feature, value) for unit, found in self.members.items()}
            seen = sum((k for k, _ in units.values()), 0)
            self._kept[feature, value] = Counts(units, seen, sum(n for _, n in units.values()))
        return self._kept[feature, value]


def _values(found: Sequence[Specimen], feature: str) -> list[Value]:
    return [specimen.values[feature] for specimen in found if feature in specimen.values]


def _unit(found: Sequence[Specimen], feature: str, value: Value) -> tuple[Share, int]:
    values = _values(found, feature)
    if len(values) == 1 and not isinstance(values[0], Shares):
        return int(values[0] == value), 1
    shown = sum((_share(found, value) for found in values), Fraction())
    return (shown / len(values), 1) if values else (0, 0)


def _share(found: Value, value: Value) -> Fraction:
    """How far a specimen shows a level: wholly, not at all, or by the share that its reader gives it."""
    if isinstance(found, Shares):
        return Fraction(found.share(str(value))).limit_denominator(1_000_000)
    return Fraction(found == value)


@frozen(eq=False)
class Collection:
    """The reference collection of one result: its specimens, and the items kept out, with reasons."""

    everything: Pool
    lines: Mapping[str, Pool]
    kept_out: tuple[Unused, ...]
    labelled: tuple[Item, ...]
    """The references that count by their label, whether anything that weighs was observed of them or not."""
    another_time: tuple[str, ...] = ()
    """Those that would count, but lie outside the time window around the item."""

    def pool(self, lines: Iterable[str]) -> Pool:
        """The specimens of these lines together."""
        wanted = frozenset(lines)
        return Pool(tuple(found for found in self.everything.specimens if found.line in wanted))

    def levels(self, feature: str) -> Levels:
        """The values of a feature in the whole collection; one more is reckoned with for any other."""
        shown = (found.values[feature] for found in self.everything.specimens if feature in found.values)
        seen = {level for value in shown for level in levels(value)}
        return Levels(feature=feature, seen=tuple(sorted(seen)), count=len(seen) + 1)

    def collected(self) -> tuple[Collected, ...]:
        """Each line with its specimens and units."""
        return tuple(
            Collected(line=line, specimens=tuple(found.id for found in pool.specimens), units=pool.units)
            for line, pool in self.lines.items()
        )


def collect(
    record: CaseRecord,
    item: Item,
    labels: Labels,
    seen: Mapping[str, Observed],
    same: Mapping[str, frozenset[str]],
    window: int = TIME_WINDOW,
) -> Collection:
    """The specimens that the item may be weighed against when these reference labels are believed.

    Those known to lie more than ``window`` days from the item are kept out, and named with the reason.
    """
    near = Window.of(record, window)
    references = [found for found in record.items if found.role == "reference" and found.id != item.id]
    weighed = {feature.id for feature in record.features if feature.link in LINKS}
    circular = {
        found.id: _circular(found, record.features, record.case.id)
        for found in references
        if found.label_from
    }
    units = _units(record.items, same, record.case.id)
    reasons = {
        found.id: _kept_out(found, item, labels, same, units, record.case.id)
        or near.outside(found, item)
        or _unexamined(seen[found.id], weighed - circular.get(found.id, frozenset()))
        for found in references
    }
    labelled = [
        found
        for found in references
        if found.label_basis != "inferred"
        and not _kept_out(found, item, labels, same, units, record.case.id)
        and not near.outside(found, item)
    ]
    used = [found for found in references if reasons[found.id] is None]
    specimens = tuple(
        Specimen(
            found.id,
            local(found.line or "", record.case.id),
            units[found.id],
            {
                name: value
                for name, value in seen[found.id].values.items()
                if name not in circular.get(found.id, ())
            },
        )
        for found in used
    )
    lines = sorted({specimen.line for specimen in specimens})
    return Collection(
        everything=Pool(specimens),
        lines={line: Pool(tuple(s for s in specimens if s.line == line)) for line in lines},
        kept_out=tuple(
            _excluded(found, why)
            for found in references
            if (why := reasons[found.id] or _said_in_part(circular.get(found.id)))
        ),
        labelled=tuple(labelled),
        another_time=tuple(
            found.id
            for found in references
            if near.outside(found, item) and not _kept_out(found, item, labels, same, units, record.case.id)
        ),
    )


def _kept_out(
    found: Item,
    item: Item,
    labels: Labels,
    same: Mapping[str, frozenset[str]],
    units: Mapping[str, str],
    case: str,
) -> str | None:
    if found.id in same[item.id]:
        return "possibly the same object as the item"
    if found.event and item.event and local(found.event, case) == local(item.event, case):
        return "came from the same recovery as the item"
    if units[found.id] == units[item.id]:
        return "possibly the same object as one that came from the same recovery as the item"
    if not found.line:
        return "its production line is not recorded"
    if found.label_basis == "inferred" and not found.label_from:
        return "its line is inferred from a feature, and the record does not say from which (label_from)"
    if found.label_basis == "inferred" and labels == "independent":
        return "its line is inferred from a feature"
    if labels == "independent" and not found.independently_labelled:
        return "its line is known by the publisher's word only"
    return None


def _circular(found: Item, features: Iterable[Feature], case: str) -> frozenset[str]:
    """The features that a specimen cannot serve to weigh: those its label rests on, and their groups."""
    features = tuple(features)
    said = {local(name, case) for name in found.label_from}
    groups = {feature.group for feature in features if feature.id in said}
    return frozenset(said | {feature.id for feature in features if feature.group in groups})


def _said_in_part(circular: frozenset[str] | None) -> str | None:
    if not circular:
        return None
    named = ", ".join(sorted(circular))
    return (
        f"its line is inferred: it serves to weigh neither what it was inferred from nor its group: {named}"
    )


def _unexamined(seen: Observed, weighed: Set[str]) -> str | None:
    if weighed & seen.values.keys():
        return None
    return "nothing that could be weighed was observed of it"


def _excluded(found: Item, why: str) -> Unused:
    return Unused(sheet="items", id=found.id, what=found.label, why=why)


def _units(known: Sequence[Item], same: Mapping[str, frozenset[str]], case: str) -> dict[str, str]:
    """The unit of each item: its event, joined with those of whatever may be the same object.

    Records that are not used join others all the same: what they stand for was found once.
    """
    names = {found.id: local(found.event, case) if found.event else f"specimen {found.id}" for found in known}
    for found in known:
        for name, other in sorted(_merged(found, names, same)):
            names = {id_: name if unit == other else unit for id_, unit in names.items()}
    return names


def _merged(
    found: Item, names: Mapping[str, str], same: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    for other in same[found.id]:
        if other in names and names[other] != names[found.id]:
            yield names[found.id], names[other]
