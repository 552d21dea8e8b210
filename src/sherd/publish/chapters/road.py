"""By which road the parts came: every recorded leg with its proof, and where no record leads on."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.document import Block, Callout, Column, ListBlock, Paragraph, Section, Table
from sherd.model.paths import Road
from sherd.publish.charts import listed_parties, supply_path
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, plural, sentence, shown

DRAWN = 12
"""So many roads are drawn; the rest are counted."""


def chapter(material: Material, sources: Sources) -> Section:
    """The roads of components with transfers on record; a case without any says so in one sentence."""
    roads = [road for road in material.roads if road.has_transfers]
    if not roads and not material.record.listings and not material.requests:
        said = "The record holds no transfer: by which road the components came is not known."
        return Section("road", "The road", [said, Callout("fairness", "Of the parties named", FAIRNESS)])
    blocks: list[Block] = [
        Paragraph(
            "A part type found in a weapon is not a shipment having reached it. Full lines stand on records; "
            "dashed legs do not."
        )
    ]
    if material.withheld or material.values_withheld:
        blocks.append(
            Paragraph(
                "Rows or values are withheld at this clearance: where no record, source or name is said to "
                "be known, one may be withheld."
            )
        )
    for road in roads[:DRAWN]:
        blocks += _told(road)
    if len(roads) > DRAWN:
        blocks.append(Paragraph(f"{plural(len(roads) - DRAWN, 'more road')} on record, not drawn here."))
    blocks += _listings(material, sources)
    blocks += _requests(material, sources)
    blocks.append(Callout("fairness", "Of the parties named", FAIRNESS))
    return Section("road", "The road", blocks)


def _told(road: Road) -> Iterator[Block]:
    yield supply_path.figure(f"road-{road.component}", road)
    telling = [each for each in road.timings if each.kind == "listing" or each.when in {"during", "overlaps"}]
    if telling:
        columns = [
            Column("Transfer", width=10),
            Column("Order", width=12),
            Column("How the days lie", width=78),
        ]
        rows = [[timing.transfer, timing.when.replace("_", " "), timing.words] for timing in telling]
        yield Table(f"Transfers of {road.part} against listings and rules", columns, rows)
    said = [*road.limits, *(sentence(f"{point.transfer}: {point.words}") for point in road.diversions)]
    if road.more_paths:
        said.append("More roads than are laid out here agree with the record.")
    yield ListBlock(said)


def _listings(material: Material, sources: Sources) -> Iterator[Block]:
    record = material.record
    if not record.listings:
        return
    names = {party.id: str(party.name) for party in record.parties}
    marks = [
        listed_parties.Mark(names.get(each.party, each.party), "listing", str(each.list_), each.days)
        for each in record.listings
    ]
    for transfer in record.transfers:
        for id_ in (transfer.from_party, transfer.to_party):
            if id_ is not None and transfer.when is not None:
                name = names.get(id_, id_)
                marks.append(
                    listed_parties.Mark(name, "transfer", str(transfer.part or transfer.id), transfer.when)
                )
    if any(mark.when.first or mark.when.last for mark in marks):
        yield listed_parties.figure("listed-parties", marks)
    columns = [
        Column("Party", width=26),
        Column("List", width=20),
        Column("Listed", width=22),
        Column("Published", width=12),
        Column("First seen", width=12),
        Column("Source", width=8),
    ]
    rows = [
        [
            names.get(each.party, each.party),
            shown(each.list_),
            each.days.words,
            shown(each.published),
            shown(each.seen),
            sources.cite(each),
        ]
        for each in record.listings
    ]
    yield Table(
        "Listings of parties, with three days that are never mixed", columns, rows, header_column=True
    )


def _requests(material: Material, sources: Sources) -> Iterator[Block]:
    """Who was asked what, and where each request stands on the day of the dossier."""
    if not material.requests:
        return
    record = material.record
    names = {party.id: str(party.name) for party in record.parties}
    asked = {request.id: request for request in record.requests}
    columns = [
        Column("Request", width=10),
        Column("Asked", width=26),
        Column("About", width=18),
        Column("Stands", width=36),
        Column("Source", width=10),
    ]
    rows = []
    for each in material.requests:
        request = asked[each.request]
        about = request.component or request.item
        party = names.get(request.to_party, request.to_party)
        rows.append([each.request, shown(party), shown(about), each.words, sources.cite(request)])
    yield Table("Trace requests, and where they stand", columns, rows, header_column=True)
