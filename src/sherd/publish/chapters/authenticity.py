"""Under which conditions the conclusion holds, which were not shown, and what planting would cancel."""

from __future__ import annotations

from sherd.model.document import Block, Column, Inline, ListBlock, Paragraph, Section, Table, anchor_id
from sherd.model.weights import Attribution
from sherd.publish.material import Material
from sherd.publish.phrases import LABELS, Sources, plural

INTRODUCTION = (
    "Authenticity is a condition of every conclusion, not evidence for one. A point that is not met stands "
    "beside the weight with its break-even: how probable planting or mixing would have to be to cancel it."
)


def chapter(material: Material, _sources: Sources) -> Section:
    """The checklist of each item in question and the break-even of each weight."""
    parts = [_item(results, material) for results in material.attributions.values() if results]
    return Section(
        "authenticity",
        "Conditions of authenticity",
        [Paragraph(INTRODUCTION), *parts] if parts else INTRODUCTION,
    )


def _item(results: tuple[Attribution, ...], material: Material) -> Section:
    first = results[0]
    rows: list[list[Inline]] = [[c.point, c.met, c.basis] for c in first.conditions if c.met != "yes"]
    met = len(first.conditions) - len(rows)
    blocks: list[Block] = [_points(first, rows, met, material)] if rows else [
        Paragraph(f"All {plural(met, 'point')} of the checklist are met.")
    ]  # fmt: skip
    for result in results:
        blocks += _cancelled(result)
    return Section(anchor_id("authenticity", first.item), first.item, blocks)


def _points(result: Attribution, rows: list[list[Inline]], met: int, material: Material) -> Table:
    columns = [Column("Point", width=40), Column("Met", width=12), Column("What the record says", width=48)]
    note = f"{met} of {plural(len(result.conditions), 'point')} met; those are not listed."
    if material.values_withheld or material.withheld:
        note += " The record is told as this clearance shows it; what is withheld may answer a point."
    return Table(f"Points not shown for {result.item}", columns, rows, header_column=True, note=note)


def _cancelled(result: Attribution) -> list[Block]:
    if not result.break_even:
        return [
            Paragraph(f"Break-even, {LABELS[result.labels]}: no weight is reported that could be cancelled.")
        ]
    said: list[Inline] = [even.sentence for even in result.break_even]
    return [Paragraph(f"Break-even, {LABELS[result.labels]}:"), ListBlock(said)]
