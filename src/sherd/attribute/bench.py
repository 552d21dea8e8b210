"""An item laid out beside the reference collection that it is weighed against, and what is fixed for both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from sherd.attribute.collection import Collection, collect
from sherd.attribute.evidence import Evidence, Pools, Scales, evidence, scales
from sherd.attribute.modules import modules
from sherd.attribute.observed import Observed, observed
from sherd.attribute.sameness import same_objects
from sherd.model.dates import TIME_WINDOW
from sherd.model.hypotheses import Hypothesis
from sherd.model.items import Item
from sherd.model.record import CaseRecord
from sherd.model.weights import Labels


@frozen
class Bench:
    """An item laid out beside the collection that it is weighed against."""

    record: CaseRecord
    item: Item
    seen: Observed
    others: dict[str, Observed]
    collection: Collection
    fixed: Scales
    pools: Pools

    def evidence(self, one: Hypothesis, two: Hypothesis) -> Evidence:
        """What was observed of the item, for a pair of hypotheses."""
        record = self.record
        return evidence((one, two), self.seen, record.features, record.lines, self.pools, self.fixed)


def laid_out(
    record: CaseRecord,
    item_id: str,
    labels: Labels,
    one_object: Iterable[tuple[str, str]],
    parts: Mapping[str, str] | None,
    window: int = TIME_WINDOW,
) -> Bench:
    """Lay an item out beside its collection, of specimens within ``window`` days of it.

    Raises ``ValueError`` where the case has no such item.
    """
    item = next((found for found in record.items if found.id == item_id), None)
    if item is None:
        raise ValueError(f"case {record.case.id!r} has no item {item_id!r}")
    seen = observed(record)
    same = same_objects(record, map(frozenset, one_object))
    collection = collect(record, item, labels, seen, same, window)
    fixed = scales(collection, record.features)
    pools = Pools(collection, {}, modules(record, item, collection.labelled, parts))
    return Bench(record, item, seen[item_id], seen, collection, fixed, pools)
