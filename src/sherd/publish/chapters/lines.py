"""Which items may come from one line, and which variant may come from which."""

from __future__ import annotations

from sherd.model.document import Block, ListBlock, Paragraph, Section
from sherd.publish.charts import co_production, lineage_graph
from sherd.publish.material import Material
from sherd.publish.phrases import Sources

READING = (
    "These pictures order the collection by what was observed; they say nothing of who made an item. "
    "Agreement can come from one line, from one design made twice, or from a common supplier. Where few "
    "items were examined, the number of lines is a question and not a finding."
)

TREES = (
    "First seen is a day of recovery, not of birth, and a parent may never have been found: every step reads "
    "“from it or a close relative”. Weapons are put together from parts, so that a tree can mislead."
)


def chapter(material: Material, _sources: Sources) -> Section | None:
    """The matrix, then a lineage for each system model; None where the case allows neither."""
    whole = material.whole
    blocks: list[Block] = []
    if whole.lines:
        numbers = ", ".join(f"{k}: {p:.2f}" for k, p in enumerate(whole.lines.lines, 1) if p >= 0.005)
        blocks += [
            Paragraph(READING),
            co_production.figure("co-production", whole.lines),
            Paragraph(f"Probability of so many lines, {numbers}."),
        ]
    names = {system.id: str(system.name) for system in material.record.systems}
    for number, (system, found) in enumerate(whole.lineages, 1):
        blocks.append(
            Section(
                f"lineage-{number}",
                f"Variants of {names.get(system, system)}",
                [
                    Paragraph(TREES),
                    lineage_graph.figure(f"lineage-graph-{number}", found),
                    *_mosaics(
                        [m.basis for m in found.mosaics if m.mosaic],
                        [m.variant for m in found.mosaics if m.mosaic],
                    ),
                ],
            )
        )
    return Section("lines", "Lines and lineage", blocks) if blocks else None


def _mosaics(bases: list[str], variants: list[str]) -> list[Block]:
    if not bases:
        return []
    said = [f"{variant}: {basis}." for variant, basis in zip(variants, bases, strict=True)]
    return [Paragraph("Better explained by two parents than by one:"), ListBlock(said)]
