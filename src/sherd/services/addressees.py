"""What is worth knowing of a request about a part before it leaves: whose the part is, and what may be gone.

A request goes to the owner today of the brand as it was marked when the part was made; records of its sale
are kept for years that the law counts. Both follow from when it was made, as published and as read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from sherd.identify.makers import bears_name, read_maker, shown
from sherd.identify.whole import span
from sherd.model.datecodes import DateReading
from sherd.model.record import CaseRecord
from sherd.model.requests import Addressed, Retention
from sherd.model.supply import TraceRequest
from sherd.services.letters import component_of
from sherd.trace.retention import retention


def risk(
    record: CaseRecord, request: TraceRequest, today: date, read: Sequence[DateReading] = ()
) -> tuple[Retention, ...]:
    """How long records of the part's sale may still be there, from when it was made.

    That is once as its publisher states, and once as its marking is ``read``; of several readings the
    earliest counts: a record is promised for no longer.
    """
    component = component_of(record, request)
    several = f" in one of {len(read)} ways" if len(read) > 1 else ""
    made = [
        (component.made_as_published if component else None, "as published"),
        (span(read), f"as its marking is read{several}"),
    ]
    return tuple(
        evolve(each, words=f"{each.words}; made {when.words} {how}")
        for when, how in made
        if when is not None
        for each in retention(when, today)
    )


def addressed(
    record: CaseRecord, request: TraceRequest, read: Sequence[DateReading] = ()
) -> Addressed | None:
    """Brand as marked, maker when it was made and owner today of the part asked about, beside whom it asks.

    The date is the publisher's, else that of its marking as ``read``. None for a weapon, and for a part of
    which neither a marking shows a brand nor a publisher names a maker.
    """
    component = component_of(record, request)
    party = next((each for each in record.parties if each.id == request.to_party), None)
    if component is None or party is None:
        return None
    markings = [each.text for each in record.markings if each.component == component.id]
    brands = [each for text in markings for each in shown(text) if each.kind == "brand"]
    stated = component.maker_as_published
    if not brands and not stated:
        return None
    brand = brands[0].maker if brands else str(stated)
    whose = read_maker(brand, component.made_as_published or span(read))
    return Addressed(
        brand=brands[0].text if brands else brand,
        basis="as marked" if brands else "as published; no marking shows a brand",
        makers_then=whose.makers_then,
        owners_today=whose.owners_today,
        reason=whose.reason,
        asked=str(party.name),
        among_owners=any(bears_name(str(party.name), owner) for owner in whose.owners_today),
    )
