"""The difference table: what was observed of an item beside every documented line and reference specimen.

Only what was observed on both sides is compared; a feature that somebody looked for and found absent is an
observation, one that nobody looked at is not. Measurements are compared by their uncertainty (the
observation's and the feature's within one line together), never by the eye.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from attrs import frozen

from sherd.compare.same_object import Doubts
from sherd.model.dates import TIME_WINDOW, Interval
from sherd.model.doubtful import stated
from sherd.model.findings import FeatureFinding, LevelCount, State, is_unseen
from sherd.model.items import Feature, Item, Observation
from sherd.model.record import CaseRecord

NOT_ITS_OWN = frozenset({"replaced", "retrofit"})
"""Originality of parts that say nothing of how the item was made."""

GREATEST = 1e50
"""Beyond this size a number measures nothing, and its squares would not fit a float."""

ALIKE, NEAR = 2.0, 3.0
"""Within how many standard deviations of their difference two measurements are shared, and similar."""


@frozen
class Measured:
    """A measurement of one specimen: its mean over replicates, and one standard deviation, if known."""

    mean: float
    sd: float | None
    unit: str | None


class Observed:
    """Every observation of a case by item and feature, without what nobody saw and what is not its own."""

    def __init__(self, record: CaseRecord) -> None:
        item_of = {component.id: component.item for component in record.components}
        originality = {component.id: component.originality for component in record.components}
        self._found: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        self._on_other_parts: set[tuple[str, str]] = set()
        for each in record.observations:
            item = each.item or item_of.get(each.component or "")
            if not item or is_unseen(each.value):
                continue
            if originality.get(each.component or "") in NOT_ITS_OWN:
                self._on_other_parts.add((item, each.feature))
            else:
                self._found[item, each.feature].append(each)

    def of(self, item: str, feature: str) -> Sequence[Observation]:
        """What was observed of one feature on one item and its components."""
        return self._found.get((item, feature), ())

    def why_not(self, item: str, feature: str) -> str:
        """Why nothing of a feature of an item can be compared."""
        if (item, feature) in self._on_other_parts:
            return "observed only on a part of the item that is not original to it"
        return "not observed on the item"


def difference_table(
    record: CaseRecord,
    items: Iterable[str],
    doubts: Doubts,
    beside: Container[str],
    window: int = TIME_WINDOW,
) -> tuple[FeatureFinding, ...]:
    """Each item's features beside each documented line, then beside each reference specimen of ``beside``.

    An item is never its own reference, nor is a record that may be the same object. Two reference records
    that may be one object count as one specimen, with what was observed on either. A specimen that is known
    to be more than ``window`` days away from the item is named and does not count: a line changes.
    """
    observed = Observed(record)
    whens = _dates(record)
    references = [item for item in record.items if item.role == "reference"]
    return tuple(
        _finding(item, feature, other, specimens, observed, outside)
        for item in items
        for other, specimens in _others(item, references, doubts)
        for outside in [frozenset(_outside(item, specimens, whens, window))]
        if other.kind == "line" or other.id in beside
        for feature in record.features
    )


@frozen
class _Other:
    id: str
    kind: Literal["line", "reference"]


Specimens = Sequence[tuple[str, ...]]
"""Specimens, each with every record of it."""


def _others(item: str, references: Sequence[Item], doubts: Doubts) -> list[tuple[_Other, Specimens]]:
    lines: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    others = [each for each in references if not doubts.one_item(each.id, item)]
    for each in others:
        if each.line:
            lines[each.line][doubts.items.get(each.id, each.id)].append(each.id)
    return [
        *(
            (_Other(line, "line"), [tuple(records) for records in lines[line].values()])
            for line in sorted(lines)
        ),
        *((_Other(each.id, "reference"), [(each.id,)]) for each in others),
    ]


def _dates(record: CaseRecord) -> dict[str, Interval]:
    """When each item was recovered, else documented, as far as that is known."""
    events = {event.id: event.when for event in record.events}
    known = ((item.id, events.get(item.event or "") or item.documented_at) for item in record.items)
    return {id_: when for id_, when in known if when is not None}


def _outside(
    item: str, specimens: Specimens, whens: Mapping[str, Interval], window: int
) -> Iterator[tuple[str, ...]]:
    """The specimens of which every record is dated, and further from the item than the window."""
    own = whens.get(item)
    for records in specimens:
        dated = [whens[record] for record in records if record in whens]
        if own and len(dated) == len(records) and all(own.days_from(when) > window for when in dated):
            yield records


def _finding(
    item: str,
    feature: Feature,
    other: _Other,
    specimens: Specimens,
    observed: Observed,
    outside: frozenset[tuple[str, ...]],
) -> FeatureFinding:
    specimens = [records for records in specimens if records not in outside]
    mine = observed.of(item, feature.id)
    seen = ([one for record in records for one in observed.of(record, feature.id)] for records in specimens)
    theirs = [each for each in seen if each]
    state: State = "not_examined"
    basis = observed.why_not(item, feature.id)
    if mine:
        state, basis = _compared(feature, mine, theirs)
    named = tuple(record for records in sorted(outside) for record in records)
    if named:
        basis += f"; not counted, because outside the time window around the item: {', '.join(named)}"
    if feature.link == "finish":
        basis += "; finish is applied afterwards: shown, never weighed"
    values = Counter(_value(seen) for seen in theirs)
    counts = sorted(values.items(), key=lambda count: (-count[1], count[0]))
    return FeatureFinding(
        item=item,
        feature=feature.id,
        group=feature.group,
        link=feature.link,
        item_value=_value(mine) if mine else None,
        other=other.id,
        other_kind=other.kind,
        other_values=tuple(LevelCount(value=value, n=n) for value, n in counts),
        n=len(theirs),
        of=len(specimens),
        outside=named,
        state=state,
        basis=basis,
    )


def _compared(
    feature: Feature, mine: Sequence[Observation], theirs: Sequence[Sequence[Observation]]
) -> tuple[State, str]:
    if not theirs:
        return "not_examined", "observed on no documented specimen"
    if feature.kind_ == "number":
        return _compared_numbers(feature, mine, theirs)
    own = _levels(mine)
    same = sum(own == _levels(seen) for seen in theirs)
    if len(own) > 1 or any(len(_levels(seen)) > 1 for seen in theirs):
        state: State = "similar" if any(own & _levels(seen) for seen in theirs) else "differs"
        return state, f"recorded in more than one way: {_value(mine)} on the item"
    state = "shared" if same == len(theirs) else "similar" if same else "differs"
    return state, f"{same} of {len(theirs)} specimens observed show {_value(mine)}"


def _compared_numbers(
    feature: Feature, mine: Sequence[Observation], theirs: Sequence[Sequence[Observation]]
) -> tuple[State, str]:
    own = measured(mine, feature)
    others = [measured(seen, feature) for seen in theirs]
    found = [other for other in others if other and own and other.unit == own.unit]
    if own is None or len(found) < len(others):
        return "not_examined", "not all are numbers in one unit, so that they cannot be compared"
    mean = math.fsum(each.mean for each in found) / len(found)
    if own.sd is None or any(each.sd is None for each in found):
        same = all(each.mean == own.mean for each in found)
        says = "equal, but" if same else f"{own.mean:g} against {mean:g}:"
        return (
            "similar" if same else "not_examined",
            f"{says} no uncertainty is given, so nothing more can be said",
        )
    variance = math.fsum((each.sd or 0.0) ** 2 for each in found) / len(found)
    sd = math.sqrt(own.sd**2 + variance / len(found))
    apart = abs(own.mean - mean) / sd if sd else 0.0 if own.mean == mean else math.inf
    state: State = "shared" if apart <= ALIKE else "similar" if apart <= NEAR else "differs"
    words = f"{own.mean:g} against {mean:g} {own.unit or ''}".rstrip()
    return state, f"{words} (mean of {len(found)}), {apart:.1f} standard deviations apart"


def measured(seen: Sequence[Observation], feature: Feature) -> Measured | None:
    """One measurement from replicates of one specimen; ``None`` where they are not numbers in one unit."""
    try:
        values = [float(each.value.replace(",", ".")) for each in seen]
    except ValueError:  # a word in a column of measurements
        return None
    units = {each.unit or feature.unit for each in seen}
    if len(units) != 1 or not all(abs(value) <= GREATEST for value in values):
        return None
    spreads = [math.hypot(*known) for each in seen if (known := _spread(each, feature))]
    sd = max(spreads) if len(spreads) == len(seen) else None
    return Measured(mean=math.fsum(values) / len(values), sd=sd, unit=units.pop())


def _spread(seen: Observation, feature: Feature) -> list[float]:
    return [sd for sd in (seen.sd, feature.sd_within) if sd is not None and abs(sd) <= GREATEST]


def _levels(seen: Sequence[Observation]) -> frozenset[str]:
    """Every level that was seen, or that a value read with doubt may be."""
    return frozenset(level.casefold() for each in seen for level in _may_be(each.value.strip()))


def _may_be(value: str) -> tuple[str, ...]:
    shares = stated(value)
    return tuple(level for level, _ in shares.of) if shares else (value,)


def _value(seen: Sequence[Observation]) -> str:
    values = (each.value.strip() for each in seen)
    return " / ".join(dict.fromkeys(str(stated(value) or value) for value in values))
