"""What was observed of each item, feature by feature, and which observations could not be used and why.

What nobody examined, what could not be seen, what was not recovered and what was destroyed is missing; it is
never absent. ``ABSENT`` was looked for and is not there: a value like any other. Observations that agree are
one; categories that disagree are not used, measurements of the same thing are averaged, and so are shares
(``latin:0.7|cyrillic:0.3``). A composite feature joins what was observed of the features that it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from statistics import fmean
from typing import TypeAlias

from attrs import evolve, frozen

from sherd.model.doubtful import Shares
from sherd.model.findings import is_unseen
from sherd.model.items import Component, Feature, Observation
from sherd.model.record import CaseRecord
from sherd.model.weights import Unused

GREATEST = 1e50
"""Beyond this size a number measures nothing, and its squares would not fit a float."""

LOOSE_EPSILON = 0.2
"""Least contamination of what was observed on a part that was not fixed to the item."""

LANGUAGE_EPSILON = 0.3
"""Least contamination of the language or script of markings, which is written to be seen and may deceive."""

_LANGUAGE = re.compile(r"(^|[\W_])(language|script|alphabet)s?([\W_]|$)", re.IGNORECASE)

Value: TypeAlias = str | float | Shares


@frozen
class Observed:
    """The usable value of each feature of one item; ``loose`` features were seen only on loose parts."""

    values: Mapping[str, Value]
    loose: frozenset[str]
    pluggable: frozenset[str]
    unseen: Mapping[str, str]
    """The features that nobody saw, with the statement in place of a value: NOT_VISIBLE, DESTROYED, …"""
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
    spelled = _spelled_alike(each, features)
    composites = [feature for feature in features.values() if feature.kind_ == "composite"]
    return {item: _joined(one, composites) for item, one in spelled.items()} if composites else spelled


def _joined(one: Observed, composites: Sequence[Feature]) -> Observed:
    """The same with every composite of which each part shows one plain level."""
    values, loose = dict(one.values), set(one.loose)
    for composite in composites:
        parts = [one.values.get(name) for name in composite.levels]
        if parts and all(isinstance(part, str) for part in parts):
            values[composite.id] = " + ".join(map(str, parts))
            loose |= {composite.id} if one.loose & set(composite.levels) else set()
    return evolve(one, values=values, loose=frozenset(loose))


def _spelled_alike(each: Mapping[str, Observed], features: Mapping[str, Feature]) -> dict[str, Observed]:
    """The same with each level in one spelling, the feature table's first: ``Woven`` is ``woven``."""
    found = {
        (name, level)
        for one in each.values()
        for name, value in one.values.items()
        for level in levels(value)
    }
    spelled = {(name, level.casefold()): level for name, level in sorted(found, reverse=True)}
    spelled |= {(name, level.casefold()): level for name, f in features.items() for level in f.levels[::-1]}

    def spell(name: str, value: Value) -> Value:
        if isinstance(value, Shares):
            return value.renamed(partial(one_way, name))
        return one_way(name, value) if isinstance(value, str) else value

    def one_way(name: str, level: str) -> str:
        return level if level in features[name].levels else spelled[name, level.casefold()]

    return {
        item: evolve(one, values={name: spell(name, value) for name, value in one.values.items()})
        for item, one in each.items()
    }


def least_epsilon(feature: Feature) -> float:
    """The least contamination that a feature is given in every cell of the grid.

    What is declared, and for the language of markings, which its id tells, no less than 0.3.
    """
    return max(feature.epsilon or 0.0, LANGUAGE_EPSILON if is_language(feature) else 0.0)


def is_language(feature: Feature) -> bool:
    """Whether a feature is the language or script of markings."""
    return bool(_LANGUAGE.search(feature.id))


def levels(value: Value) -> tuple[str, ...]:
    """The levels that a value may be; none for a measurement."""
    if isinstance(value, Shares):
        return tuple(level for level, _ in value.of)
    return (value,) if isinstance(value, str) else ()


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
        unseen={
            local(observation.feature, case): observation.value.strip()
            for observation in found
            if is_unseen(observation.value) and local(observation.feature, case) not in values
        },
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
    if feature.kind_ != "category":
        return f"{feature.id} is reckoned from other rows and is not observed by itself"
    try:
        Shares.read(observation.value)
    except ValueError as wrong:
        return str(wrong)
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
    shares = [None if value in feature.levels else Shares.read(value) for value in sorted(values)]
    if any(shares):
        return Shares.mean(
            found or Shares.sure(value) for found, value in zip(shares, sorted(values), strict=True)
        )
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
