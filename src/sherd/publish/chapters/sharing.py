"""Which parts an item shares with other documented systems, how rare that is, what may be one thing twice."""

from __future__ import annotations

from sherd.model.document import Block, Callout, Column, Inline, ListBlock, Paragraph, Section, Table
from sherd.model.findings import SameObject, Sharing
from sherd.publish.charts import shared_modules
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, bans, listed, plural

LISTED = 60
"""How many shared parts are listed, rarest first; the rest are counted."""


def chapter(material: Material, _sources: Sources) -> Section:
    """Warnings first: two matches that may be one object count once."""
    comparison = material.comparison
    blocks: list[Block] = []
    if comparison.same_objects:
        blocks.append(
            Callout(
                "warning", "Possibly one object listed twice", [ListBlock(_warnings(comparison.same_objects))]
            )
        )
    shared = sorted(
        (s for s in comparison.sharing if len(s.specimens) > 1), key=lambda s: (-s.weight, s.part)
    )
    if shared:
        names = {system.id: system.name for system in material.record.systems}
        blocks += [_matrix(shared[:LISTED], names), _table(shared, names)]
    else:
        blocks.append(Paragraph("No part is documented in more than one specimen of this case."))
    return Section("sharing", "Shared modules and parts", blocks)


def _warnings(found: tuple[SameObject, ...]) -> list[Inline]:
    return [
        f"{same.a} and {same.b} ({same.item_a}, {same.item_b}): {listed(same.reasons)}. {same.chance} "
        f"{'Judged: ' + same.judged + '.' if same.judged else 'Not judged.'} {same.counted}"
        for same in found
    ]


def _matrix(shared: list[Sharing], names: dict[str, str]) -> Block:
    cells = [
        shared_modules.Cell(module=part.part, system=names.get(system, system), basis=part.basis)
        for part in shared
        for system in part.systems
    ]
    return shared_modules.figure("shared-modules", cells)


def _table(shared: list[Sharing], names: dict[str, str]) -> Table:
    columns = [
        Column("Part"),
        Column("Systems"),
        Column("Specimens"),
        Column("Rarity", "right"),
        Column("Why"),
    ]
    rows = [
        [
            part.part,
            f"{listed(names.get(s, s) for s in part.systems)} "
            f"({len(part.systems)} of {plural(part.of, 'system')})",
            f"{listed(part.specimens)} ({len(part.specimens)} of {part.specimens_of})",
            "commodity" if part.commodity else bans(part.weight),
            part.basis,
        ]
        for part in shared[:LISTED]
    ]
    left = len(shared) - LISTED
    note = f"{plural(left, 'less rare part')} not listed." if left > 0 else ""
    return Table("Parts documented in more than one specimen", columns, rows, header_column=True, note=note)
