"""Which parts an item shares with other documented systems, how rare that is, what may be one thing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sherd.model.document import Block, Callout, Column, Inline, Paragraph, Section, Table
from sherd.model.findings import SameObject, Sharing
from sherd.publish.charts import shared_modules
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, bans, listed, plural, sentence

LISTED = 60
"""How many shared parts are listed, rarest first; the rest are counted."""

READING = (
    "A part found in two systems can come from one design lineage, from one factory, or from one supplier of "
    "both; sharing alone does not tell these apart. Parts that anyone can buy stand at the end and say "
    "next to nothing."
)


def chapter(material: Material, _sources: Sources) -> Section:
    """Warnings first: two matches that may be one object count once."""
    comparison = material.comparison
    blocks: list[Block] = _twice(comparison.same_objects)
    shared = sorted(
        (found for found in comparison.sharing if len(found.specimens) > 1),
        key=lambda found: (found.commodity, -found.weight, found.part),
    )
    if shared:
        names = {system.id: str(system.name) for system in material.record.systems}
        blocks += [
            Paragraph(READING),
            *_matrix(shared, names, _asked(material, names)),
            _table(shared, names),
        ]
    else:
        blocks.append(Paragraph("No part is documented in more than one specimen of this case."))
    blocks.append(Callout("fairness", "Of makers and suppliers", FAIRNESS))
    return Section("sharing", "Shared modules and parts", blocks)


def _twice(found: Sequence[SameObject]) -> list[Block]:
    if not found:
        return []
    columns = [
        Column("Two records", width=26),
        Column("Why they may be one object", width=40),
        Column("Judged", width=12),
        Column("Counted", width=22),
    ]
    ranked = sorted(found, key=lambda same: -(same.probability.high if same.probability else 1.0))
    rows: list[list[Inline]] = [_pair(same) for same in ranked[:LISTED]]
    more = f"{len(found) - LISTED:,} more pairs are not listed. " if len(found) > LISTED else ""
    said = more + " ".join(dict.fromkeys(sentence(same.chance) for same in found))
    warning = (
        f"{plural(len(found), 'pair of records', 'pairs of records')} may each be one physical object listed "
        "twice. They are not counted as independent finds until a person has judged that they are two."
    )
    return [
        Callout("warning", "Possibly one object listed twice", warning),
        Table("Records that may be one object", columns, rows, header_column=True, note=said),
    ]


def _pair(same: SameObject) -> list[Inline]:
    records = f"{same.a} and {same.b}"
    if same.kind == "component":
        records = f"{same.a} in {same.item_a} and {same.b} in {same.item_b}"
    counted = same.counted.rpartition(": ")[2]
    return [
        records,
        sentence("; ".join(_reasons(same))) + _probable(same),
        same.judged or "by nobody",
        counted,
    ]


def _probable(same: SameObject) -> str:
    """The range of the probability; so wide a range is itself the finding."""
    known = same.probability
    if known is None:
        return ""
    low, high = (f"{100 * each:.1f}".removesuffix(".0") for each in (known.low, known.high))
    return f" Probability {low} % to {high} %, on the assumptions declared with the method of comparison."


def _reasons(same: SameObject) -> list[str]:
    """The reasons, a doubt that each record has of the other told once."""
    doubt = re.compile(r"the record of \S+ says that it may be the same object as \S+")
    doubts = [reason for reason in same.reasons if doubt.fullmatch(reason)]
    others = [reason for reason in same.reasons if reason not in doubts]
    if len(doubts) < 2:
        return [*others, *doubts]
    return [*others, "each record says that it may be the other"]


def _asked(material: Material, names: dict[str, str]) -> list[str]:
    """The systems of the items in question, by the names that the matrix gives them."""
    systems = (item.system for item in material.record.items if item.role == "item" and item.system)
    return list(dict.fromkeys(_short(names.get(system, system)) for system in systems))


def _matrix(shared: Sequence[Sharing], names: dict[str, str], asked: Sequence[str]) -> list[Block]:
    """Parts of more than one system: a part of one system alone needs no picture."""
    cells = [
        shared_modules.Cell(
            module=part.part,
            system=_short(names.get(system, system)),
            basis=part.basis,
            weight=part.weight,
            commodity=part.commodity,
        )
        for part in shared[:LISTED]
        if len(part.systems) > 1
        for system in part.systems
    ]
    return [shared_modules.figure("shared-modules", cells, asked)] if cells else []


def _short(name: str) -> str:
    """The name without what it says in brackets."""
    return name.partition(" (")[0]


def _table(shared: Sequence[Sharing], names: dict[str, str]) -> Table:
    columns = [
        Column("Part", width=20),
        Column("Systems", width=24),
        Column("Specimens", width=24),
        Column("Rarity, bans", "right", width=11),
        Column("Counted how", width=21),
    ]
    rows: list[list[Inline]] = [
        [
            part.part,
            listed(_short(names.get(system, system)) for system in part.systems),
            listed(part.specimens),
            "commodity" if part.commodity else bans(part.weight),
            part.basis,
        ]
        for part in shared[:LISTED]
    ]
    left = len(shared) - LISTED
    note = "Rarity ranks parts; it is no weight of evidence for any account."
    if left > 0:
        note += f" {plural(left, 'less rare part')} not listed."
    return Table("Parts documented in more than one specimen", columns, rows, header_column=True, note=note)
