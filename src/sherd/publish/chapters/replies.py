"""What named parties answered to what is said of them, and who was not heard."""

from __future__ import annotations

from sherd.model.document import Block, Callout, Inline, Section, Table
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, listed, shown


def chapter(material: Material, sources: Sources) -> Section:
    """The replies as given; a party without one is named."""
    record = material.record
    names = {party.id: party.name for party in record.parties}
    rows: list[list[Inline]] = [
        [
            shown(names.get(r.party, r.party)),
            shown(r.about),
            shown(r.asked),
            shown(r.answered),
            shown(r.words),
            sources.cite(r),
        ]
        for r in record.replies
    ]
    blocks: list[Block] = []
    if rows:
        columns = ["Party", "About", "Asked", "Answered", "In its words", "Source"]
        blocks.append(Table("Replies of named parties", columns, rows, header_column=True))
    heard = {reply.party for reply in record.replies if reply.words}
    unheard = [party.name for party in record.parties if party.id not in heard]
    if unheard:
        blocks.append(Callout("limit", "Published without a reply of", f"{listed(unheard)}."))
    return Section(
        "replies", "Replies of named parties", blocks or "The record names no party that could be asked."
    )
