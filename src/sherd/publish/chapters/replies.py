"""What named parties answered to what is said of them, and who was not heard."""

from __future__ import annotations

from datetime import date

from sherd.model.document import Block, Callout, Column, Inline, Paragraph, Section, Table
from sherd.model.supply import Reply
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, listed, plural, shown


def chapter(material: Material, sources: Sources) -> Section:
    """The replies as given; a party without one is named."""
    record = material.record
    if not record.parties and not record.replies:
        return Section(
            "replies", "Replies of named parties", "The record names no party that could be asked."
        )
    names = {party.id: party.name for party in record.parties}
    blocks: list[Block] = []
    if record.replies:
        columns = [
            Column("Party", width=16),
            Column("About", width=22),
            Column("Asked", width=11),
            Column("Answered", width=11),
            Column("In its words", width=32),
            Column("Source", width=8),
        ]
        rows = [_row(reply, names, sources, material.at.date()) for reply in record.replies]
        blocks.append(Table("Replies of named parties", columns, rows, header_column=True))
    answered = {reply.party for reply in record.replies if reply.words}
    blocks += _unheard([str(party.name) for party in record.parties if party.id not in answered], material)
    blocks.append(Callout("fairness", "Of the parties named", FAIRNESS))
    return Section("replies", "Replies of named parties", blocks)


def _row(reply: Reply, names: dict[str, str], sources: Sources, today: date) -> list[Inline]:
    answered: Inline = shown(reply.answered)
    if not reply.answered and reply.deadline:
        late = reply.deadline.last is not None and reply.deadline.last < today
        answered = f"{'not by' if late else 'not yet, asked for by'} {reply.deadline.words}"
    party = shown(names.get(reply.party, reply.party))
    words = f"“{reply.words}”" if reply.words else "—"
    return [party, shown(reply.about), shown(reply.asked), answered, words, sources.cite(reply)]


def _unheard(names: list[str], material: Material) -> list[Block]:
    """Who is named and not quoted; where replies are withheld nobody is said to have kept silent."""
    if held := material.withheld.get("reply"):
        said = f"{plural(held, 'reply', 'replies')} withheld at this clearance: who is silent is not said."
        return [Paragraph(said)]
    return [Callout("limit", "Published without a reply of", f"{listed(names)}.")] if names else []
