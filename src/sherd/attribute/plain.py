"""An attribution as plain JSON values: what ``sherd attribute --json`` prints and other programs read.

Every pair keeps the keys that are documented for the command line; the rest stands beside them. Weights are
in bans, floats as they were reckoned, never rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any, TypeAlias

from attrs import AttrsInstance, asdict

from sherd.model.weights import Attribution, EarlierTable, GroupWeight, PairWeight

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def as_json(attribution: Attribution) -> dict[str, Json]:
    """One attribution: case, item, pairs, and everything that was reckoned on the way."""
    return {
        "case": attribution.case,
        "item": attribution.item,
        "pairs": [_pair(pair) for pair in attribution.pairs],
        "labels": attribution.labels,
        "assumption": attribution.assumption,
        "opening": attribution.opening,
        "lead_only": attribution.lead_only,
        "conditions": [_plain(condition) for condition in attribution.conditions],
        "break_even": [_plain(found) for found in attribution.break_even],
        "unused": [_plain(found) for found in attribution.unused],
        "does_not_fit": list(attribution.does_not_fit),
        "novel": [{"feature": feature, "value": value} for feature, value in attribution.novel],
        "collection": [_plain(line) for line in attribution.collection],
        "levels": [_plain(levels) for levels in attribution.levels],
        "method": _plain(attribution.method),
        "matrix": _plain(attribution.matrix),
        "examinations": [_plain(found) for found in attribution.examinations],
        "warnings": list(attribution.warnings),
        "earlier_table": _earlier(attribution.earlier),
    }


def _earlier(found: EarlierTable | None) -> dict[str, Json] | None:
    if found is None:
        return None
    return {
        "changes": [_plain(change) for change in found.changes],
        "pairs": [{**_plain(pair), "moved": pair.moved} for pair in found.pairs],
    }


def results_as_json(results: Sequence[Attribution]) -> dict[str, Json]:
    """What ``attribute`` gave: the first result, and the second, or null, under its assumption."""
    first, *others = map(as_json, results)
    return {**first, "accepting_publisher_labels": others[0] if others else None}


def _pair(pair: PairWeight) -> dict[str, Json]:
    return {
        "h1": pair.h1,
        "h2": pair.h2,
        "default": pair.default,
        "reported": pair.reported,
        "lo": pair.lo,
        "hi": pair.hi,
        "ceiling": pair.ceiling,
        "words": pair.words,
        "refused": [refusal.reason for refusal in pair.refused],
        "groups": {group.group: _group(group) for group in pair.groups},
        "favours": pair.favours,
        "sentence": pair.sentence,
        "lr": pair.lr,
        "default_lr": pair.default_lr,
        "n1": pair.n1,
        "n2": pair.n2,
        "refusals": [_plain(refusal) for refusal in pair.refused],
        "features": [_plain(feature) for group in pair.groups for feature in group.features],
        "modules": [_plain(found) for found in pair.modules],
        "unweighed": [_plain(found) for found in pair.unweighed],
        "grid": [_plain(cell) for cell in pair.grid],
        "leave_outs": [_plain(left) for left in pair.leave_outs],
        "levels_sensitivity": dict(pair.levels_sensitivity),
    }


def _group(group: GroupWeight) -> dict[str, Json]:
    return {
        "w": group.tempering,
        "weight": group.weight,
        "features": {feature.feature: feature.weight for feature in group.features},
    }


def _plain(noun: AttrsInstance) -> dict[str, Json]:
    """A noun as JSON has it, in which what is infinite is ``null``."""
    return asdict(noun, value_serializer=lambda _noun, _field, value: _finite(value))


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, tuple):
        return tuple(map(_finite, value))
    return value
