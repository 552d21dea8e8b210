"""Under which conditions the conclusion holds, which were not shown, and what planting would cancel."""

from __future__ import annotations

from sherd.model.document import Block, Column, Inline, ListBlock, Paragraph, Section, Table, anchor_id
from sherd.model.weights import Attribution
from sherd.publish.material import Material
from sherd.publish.phrases import Sources


def chapter(material: Material, _sources: Sources) -> Section:
    """The checklist of each item in question and the break-even of each weight."""
    parts = [_item(results[0]) for results in material.attributions.values() if results]
    intro = Paragraph(
        "Authenticity is a condition of every conclusion, not evidence for one. A point that is not met "
        "stands beside the weight with its break-even: how probable planting or mixing would have to be "
        "to cancel it."
    )
    return Section("authenticity", "Conditions of authenticity", [intro, *parts])


def _item(result: Attribution) -> Section:
    rows: list[list[Inline]] = [[c.point, c.met, c.basis] for c in result.conditions if c.met != "yes"]
    met = sum(condition.met == "yes" for condition in result.conditions)
    columns = [Column("Point", width=40), Column("Met", width=12), Column("What the record says", width=48)]
    blocks: list[Block] = []
    if rows:
        note = f"{met} of {len(result.conditions)} points are met and not listed."
        blocks.append(
            Table(f"Points not shown for {result.item}", columns, rows, header_column=True, note=note)
        )
    else:
        blocks.append(Paragraph(f"All {met} points of the checklist are met."))
    if result.break_even:
        blocks.append(ListBlock([even.sentence for even in result.break_even]))
    return Section(anchor_id("authenticity", result.item), result.item, blocks)
