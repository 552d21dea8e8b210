"""Where everything comes from, graded on two axes that are never multiplied."""

from __future__ import annotations

from sherd.model.document import Anchor, Column, Inline, Link, Paragraph, Section, Table, anchor_id
from sherd.model.provenance import Source
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, shown


def chapter(material: Material, sources: Sources) -> Section:
    """Every source that this reader may see, by number."""
    found = material.record.sources
    if not found:
        return Section("sources", "Sources", "No source is shown at this clearance.")
    columns = [
        Column("No.", width=6),
        Column("Source", width=38),
        Column("Published", width=14),
        Column("Grade", width=8),
        Column("Where", width=34),
    ]
    rows = [_row(source, sources) for source in found]
    grade = Paragraph(
        "Grade: reliability of the source (A–F) and credibility of the information (1–6), two separate axes."
    )
    return Section("sources", "Sources", [grade, Table("Sources", columns, rows)])


def _row(source: Source, sources: Sources) -> list[Inline]:
    number = Anchor(anchor_id("source", source.id), str(sources.numbers[source.id]))
    party = f"; party to the conflict: {source.party_to_conflict}" if source.party_to_conflict else ""
    depends = f"; depends on {source.depends_on}" if source.depends_on else ""
    publisher = f", {source.publisher}" if source.publisher else ""
    grade = f"{source.reliability or '–'}{source.credibility or '–'}"
    where: Inline = Link(source.url) if source.url else shown(source.archived)
    return [
        number,
        f"{source.title}{publisher} ({source.kind_}{party}{depends})",
        shown(source.published),
        grade,
        where,
    ]
