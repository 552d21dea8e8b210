"""Weigh an item, and where the feature table was changed after it was opened, under both tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from sherd.attribute.tables import beside_earlier
from sherd.attribute.weigh import attribute, weigh
from sherd.compare.tables import changes
from sherd.model.dates import TIME_WINDOW
from sherd.model.items import Feature
from sherd.model.record import CaseRecord
from sherd.model.weights import Attribution

Pairs = Sequence[tuple[str, str]]


def weighed(
    record: CaseRecord,
    item: str,
    doubted: Pairs,
    parts: Mapping[str, str],
    earlier: Sequence[Feature] | None,
    window: int = TIME_WINDOW,
) -> tuple[Attribution, ...]:
    """What ``attribute`` gives; with an ``earlier`` feature table, each result beside that under it.

    ``doubted``, ``parts`` and ``window`` as for ``attribute``. Raises ``ValueError`` where the case has no
    such item.
    """
    results = attribute(record, item, doubted, parts, window)
    if earlier is None:
        return results
    changed = changes(earlier, record.features)
    if not changed:  # as far as this reader is shown
        return results
    past = evolve(record, features=tuple(earlier))
    return tuple(
        beside_earlier(found, weigh(past, item, found.labels, doubted, parts, window), changed)
        for found in results
    )
