"""What was changed or withdrawn since it was first recorded; nothing is overwritten unseen."""

from __future__ import annotations

from sherd.model.document import Column, Inline, Section, Table
from sherd.publish.material import Correction, Material
from sherd.publish.phrases import Sources, listed, plural

LISTED = 200


def chapter(material: Material, _sources: Sources) -> Section:
    """The corrections, newest first."""
    found = sorted(material.corrections, key=lambda correction: -correction.seq)
    if not found:
        return Section(
            "corrections", "Corrections", "Nothing that was recorded has been changed or withdrawn."
        )
    columns = [Column("When"), Column("What"), Column("Row"), Column("Columns"), Column("Event", "right")]
    note = f"{plural(len(found) - LISTED, 'older correction')} not listed." if len(found) > LISTED else ""
    table = Table(plural(len(found), "correction"), columns, [_row(c) for c in found[:LISTED]], note=note)
    return Section("corrections", "Corrections", [table])


def _row(correction: Correction) -> list[Inline]:
    return [
        correction.at,
        correction.verb,
        f"{correction.kind} {correction.id}",
        listed(correction.columns) or "—",
        str(correction.seq),
    ]
