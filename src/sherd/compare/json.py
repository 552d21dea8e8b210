"""A comparison as JSON objects: ``pairs``, ``sharing``, ``same_object``, and what else was found.

In ``sharing``, ``systems`` and ``specimens`` are numbers and ``of`` is the number of systems documented; the
names stand in ``system_ids`` and ``specimen_ids``.
"""

from __future__ import annotations

from typing import Any

import attrs

from sherd.model.findings import Comparison, SameObject, Sharing

Json = dict[str, Any]


def as_json(comparison: Comparison) -> Json:
    """The result object of ``sherd compare --json``."""
    return {
        "case": comparison.case,
        "items": list(comparison.items),
        "pairs": [attrs.asdict(each) for each in comparison.pairs],
        "sharing": [_sharing(each) for each in comparison.sharing],
        "bases": [_sharing(each) for each in comparison.bases],
        "same_object": [_same_object(each) for each in comparison.same_objects],
        "summaries": [attrs.asdict(each) for each in comparison.summaries],
        "features": [attrs.asdict(each) for each in comparison.features],
        "marks": [attrs.asdict(each) for each in comparison.marks],
        "table_changes": [attrs.asdict(each) for each in comparison.table_changes],
        "table_shifts": [attrs.asdict(each) for each in comparison.table_shifts],
        "related": [attrs.asdict(each) for each in comparison.related],
        "left_out": list(comparison.left_out),
    }


def _sharing(found: Sharing) -> Json:
    return {
        "part": found.part,
        "systems": len(found.systems),
        "of": found.of,
        "specimens": len(found.specimens),
        "specimens_of": found.specimens_of,
        "examined_for": found.examined_for,
        "makers": list(found.makers),
        "system_ids": list(found.systems),
        "specimen_ids": list(found.specimens),
        "not_counted": list(found.not_counted),
        "commodity": found.commodity,
        "weight": round(found.weight, 6),
        "rarity": found.rarity,
        "basis": found.basis,
    }


def _same_object(found: SameObject) -> Json:
    return {**attrs.asdict(found), "reasons": list(found.reasons), "counted_once": found.one_find}
