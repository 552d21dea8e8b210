"""What was observed of each item, feature by feature, and which observations could not be used and why.

What nobody examined, what could not be seen, what was not recovered and what was destroyed is missing; it is
never absent. ``ABSENT`` was looked for and is not there: a value like any other. Observations that agree are
one; categories that disagree are not used, measurements of the same thing are averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TypeAlias

from attrs import evolve, frozen

from sherd.model.findings import is_unseen
from sherd.model.items import Component, Feature, Observation
from sherd.model.record import CaseRecord
from sherd.model.weights import Unused

GREATEST = 1e50
"""Beyond this size a number measures nothing, and its squares would not fit a float."""

LOOSE_EPSILON = 0.2
"""Least contamination of what was observed on a part that was not fixed to the item."""

Value: TypeAlias = str | float


@frozen
class Observed:
    """The usable value of each feature of one item; ``loose`` features were seen only on loose parts."""

    values: Mapping[str, Value]
    loose: frozenset[str]
    pluggable: frozenset[str]
    unused: tuple[Unused, ...]


def observed(record: CaseRecord) -> dict[str, Observed]:
    """What was observed of every item of a case, by item id."""
    components = {component.id: component for component in record.components}
    features = {feature.id: feature for feature in record.features}
    seen: dict[str, list[Observation]] = {item.id: [] for item in record.items}
    for observation in record.observations:
        owner = owner_of(observation, components, record.case.id)
        if owner in seen:
            seen[owner].append(observation)
    each = {item: _item(found, features, components, record.case.id) for item, found in seen.items()}
    return _spelled_alike(each, features)


def _spelled_alike(each: Mapping[str, Observed], features: Mapping[str, Feature]) -> dict[str, Observed]:
    """The same with each level in one spelling, the feature table's first: ``Woven`` is ``woven``."""
    found = {(name, value) for one in each.values() for name, value in one.values.items()}
    spelled = {(name, str(value).casefold()): value for name, value in sorted(found, key=str, reverse=True)}
    spelled |= {(name, level.casefold()): level for name, f in features.items() for level in f.levels[::-1]}

    def spell(name: str, value: Value) -> Value:
        return value if value in features[name].levels else spelled[name, str(value).casefold()]

    return {
        item: evolve(one, values={name: spell(name, value) for name, value in one.values.items()})
        for item, one in each.items()
    }


def owner_of(observation: Observation, components: Mapping[str, Component], case: str) -> str | None:
    """The item that an observation is of: of its component where it names one."""
    if observation.component:
        component = components.get(local(observation.component, case))
        return local(component.item, case) if component else None
    return local(observation.item, case) if observation.item else None


def local(reference: str, case: str) -> str:
    """The short form of an id of this case.

    >>> local("geran-2:C7", "geran-2"), local("C7", "geran-2")
    ('C7', 'C7')
    """
    return reference.strip().removeprefix(f"{case}:")


def _item(
    found: Sequence[Observation],
    features: Mapping[str, Feature],
    components: Mapping[str, Component],
    case: str,
) -> Observed:
    by_feature: dict[str, list[Observation]] = {}
    unused: list[Unused] = []
    for observation in found:
        why = _unusable(observation, features, components, case)
        if why is None:
            by_feature.setdefault(local(observation.feature, case), []).append(observation)
        elif why:
            unused.append(_unused(observation, why))
    values: dict[str, Value] = {}
    for name, same in by_feature.items():
        value = _agreed(features[name], same)
        if value is None:
            unused += [_unused(observation, _disagreement(same)) for observation in same]
        else:
            values[name] = value
    fitted = {name: _fitted(same, components, case) for name, same in by_feature.items()}
    return Observed(
        values=values,
        loose=frozenset(name for name, how in fitted.items() if how <= {"loose"}),
        pluggable=frozenset(name for name, how in fitted.items() if how <= {"plugged", "bolted", "loose"}),
        unused=tuple(unused),
    )


def _unusable(
    observation: Observation,
    features: Mapping[str, Feature],
    components: Mapping[str, Component],
    case: str,
) -> str | None:
    """Why an observation cannot be used: ``None`` where it can, empty where it says that nothing was seen."""
    feature = features.get(local(observation.feature, case))
    component = components.get(local(observation.component, case)) if observation.component else None
    if is_unseen(observation.value):
        return ""
    if feature is None:
        return f"the feature table does not list {observation.feature!r}"
    if component and component.originality in {"replaced", "retrofit"}:
        return f"seen on a part recorded as {component.originality}, which is not original to the item"
    if feature.kind_ == "number":
        return _unusable_number(observation, feature)
    return None


def _unusable_number(observation: Observation, feature: Feature) -> str | None:
    if _number(observation.value) is None:
        return f"{observation.value!r} is not a number that can be reckoned with"
    if observation.unit and feature.unit and observation.unit != feature.unit:
        return f"measured in {observation.unit}, while the feature table says {feature.unit}"
    return None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= GREATEST else None


def _agreed(feature: Feature, same: Sequence[Observation]) -> Value | None:
    if feature.kind_ == "number":
        return fmean(float(observation.value) for observation in same)
    values = {observation.value.strip() for observation in same}
    spellings = {value.casefold(): value for value in values}
    return min(values) if len(spellings) == 1 else None


def _disagreement(same: Sequence[Observation]) -> str:
    values = sorted({observation.value.strip() for observation in same})
    ids = ", ".join(sorted(observation.id for observation in same))
    return f"the record contradicts itself: {ids} say {' and '.join(values)}"


def _fitted(same: Sequence[Observation], components: Mapping[str, Component], case: str) -> set[str]:
    parts = [components.get(local(found.component, case)) if found.component else None for found in same]
    return {part.fitted or "unknown" if part else "unknown" for part in parts}


def _unused(observation: Observation, why: str) -> Unused:
    what = f"{observation.feature} = {observation.value}"
    return Unused(sheet="observations", id=observation.id, what=what, why=why)
