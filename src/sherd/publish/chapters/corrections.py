"""What was changed or withdrawn since it was first recorded; nothing is overwritten unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sherd.model.claims import Claim
from sherd.model.document import Block, Column, Inline, Paragraph, Section, Table
from sherd.model.judgements import WITHDRAWAL
from sherd.publish.material import Correction, Material
from sherd.publish.phrases import Sources, plural

LISTED = 200

VERBS = {"superseded": "changed", "withdrawn": "withdrawn"}


def chapter(material: Material, _sources: Sources) -> Section:
    """The corrections, newest first, with what each column said before."""
    found = sorted(material.corrections, key=lambda correction: -correction.seq)
    blocks: list[Block] = [_table(found, _reasons(material))] if found else []
    if material.corrections_withheld:
        rows = plural(material.corrections_withheld, "correction")
        blocks.append(Paragraph(f"{rows} of rows that are withheld at this clearance are not shown."))
    return Section(
        "corrections", "Corrections", blocks or "Nothing that was recorded has been changed or withdrawn."
    )


def _reasons(material: Material) -> Mapping[int, str]:
    """Why claims were withdrawn, by the number of the event; the last of a claim's reasons is of the last."""
    given: dict[str, list[str]] = defaultdict(list)
    for judged in material.record.judgements:
        if judged.kind_ == WITHDRAWAL:
            given[judged.subject].append(judged.reason)
    why: dict[int, str] = {}
    for one in sorted(material.corrections, key=lambda each: -each.seq):
        if (one.verb, one.kind) == ("withdrawn", Claim.kind) and given[one.id]:
            why[one.seq] = given[one.id].pop()
    return why


def _table(found: list[Correction], why: Mapping[int, str]) -> Table:
    columns = [
        Column("When", width=16),
        Column("What", width=10),
        Column("Row", width=20),
        Column("From what to what", width=46),
        Column("Event", "right", width=8),
    ]
    note = "Event: its number in the journal, the first being 0."
    if len(found) > LISTED:
        note += f" {plural(len(found) - LISTED, 'older correction')} not listed."
    rows = [_row(correction, why.get(correction.seq, "")) for correction in found[:LISTED]]
    return Table(plural(len(found), "correction"), columns, rows, note=note)


def _row(correction: Correction, why: str) -> list[Inline]:
    said = "; ".join(
        f"{change.column}: withheld"
        if change.was == change.now == "withheld"
        else f"{change.column}: {change.was} → {change.now}"
        for change in correction.changes
    )
    return [
        correction.at[:19].replace("T", " "),
        VERBS.get(correction.verb, correction.verb),
        f"{correction.kind.replace('_', ' ')} {correction.id}".strip(),
        (said or "the whole row") + (f", because {why}" if why else ""),
        str(correction.seq),
    ]
