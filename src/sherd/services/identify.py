"""Identify every marking of a case, with what a person decided on it, and hand the parts on to comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from attrs import evolve

from sherd.identify.answering import Search, identify
from sherd.identify.asked import Asked
from sherd.model.identified import Identified
from sherd.model.items import Component
from sherd.model.judgements import Judgement
from sherd.model.markings import Marking
from sherd.model.named import NamedPart
from sherd.model.record import CaseRecord

IdentifyCase = Callable[[CaseRecord, Mapping[str, Judgement]], tuple[Identified, ...]]
"""Identifies every marking of a case, with the decisions that stand, by marking."""


def nobody(_record: CaseRecord, _decided: Mapping[str, Judgement]) -> tuple[Identified, ...]:
    """Identifies nothing: where there is no catalogue to seek in."""
    return ()


SURE = 0.98
"""From this confidence on, a part that a method found takes part in comparison."""


def identify_case(
    record: CaseRecord, decided: Mapping[str, Judgement], search: Search, today: date
) -> tuple[Identified, ...]:
    """Every marking of a case, in the order of the record, with the decision that stands on it."""
    known = Known(record)
    found = identify([known.asked(marking) for marking in record.markings], search, today)
    return tuple(
        evolve(each, component=marking.component, item=known.item(marking), judgement=decided.get(marking.id))
        for marking, each in zip(record.markings, found, strict=True)
    )


def named_parts(found: Iterable[Identified]) -> dict[str, NamedPart]:
    """By component, the part that its marking names: as a person decided, else as found with confidence.

    Of several markings of one component the first that names a part counts, a decision before all else.
    """
    parts: dict[str, NamedPart] = {}
    for each in sorted(found, key=lambda one: one.judgement is None):
        if each.component and each.component not in parts and (part := _named(each, each.component)):
            parts[each.component] = part
    return parts


def _named(found: Identified, component: str) -> NamedPart | None:
    decided, judged = found.decided, found.judgement
    if decided is not None and judged is not None:
        if decided.mpn is None:
            return None
        basis = f"marking {found.id} judged on {judged.at[:10]} to name {decided}"
        return NamedPart(component=component, mpn=decided.mpn, maker=decided.maker, decided=True, basis=basis)
    best = found.found.part
    if best is None or best.confidence < SURE or len(best.makers) > 1:
        return None
    basis = f"marking {found.id} identified as {best.mpn} at confidence {best.confidence:.2f}"
    maker = best.makers[0] if best.makers else None
    return NamedPart(component=component, mpn=best.mpn, maker=maker, basis=basis)


class Known:
    """What the record says of the things that bear markings."""

    def __init__(self, record: CaseRecord) -> None:
        self.components = {each.id: each for each in record.components}
        whens = {each.id: each.when for each in record.events}
        self.recovered = {each.id: whens.get(each.event or "") or each.documented_at for each in record.items}

    def component(self, marking: Marking) -> Component | None:
        """The component that a marking is on."""
        return self.components.get(marking.component or "")

    def item(self, marking: Marking) -> str | None:
        """The item that a marking is on."""
        component = self.component(marking)
        return marking.item or (component.item if component else None)

    def asked(self, marking: Marking) -> Asked:
        """A marking as a question, with the last day of recovery and the maker as published.

        Where no recovery is dated the item was in hands when it was documented.
        """
        component = self.component(marking)
        when = self.recovered.get(self.item(marking) or "")
        maker = component.maker_as_published if component else None
        return Asked(marking.id, marking.text, maker or None, when.last if when else None)
