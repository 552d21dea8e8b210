"""Possible matches of the case's parts in its trade files: numbers in texts, no finding about a party."""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.document import Block, Callout, Column, Paragraph, Section, Table
from sherd.model.shipped import GUIDANCE, TradeFile
from sherd.publish.charts import shipments_by_month
from sherd.publish.material import Material
from sherd.publish.phrases import FAIRNESS, Sources, plural, shown

TOLD = 40
"""So many rows of a file are told one by one."""

IMPORTERS = 20


def chapter(material: Material, _sources: Sources) -> Section | None:
    """What the trade files say of the parts of the case; None where there are none."""
    if not material.trade:
        return None
    blocks: list[Block] = [
        Paragraph(
            "Each is a possible match: a text that may name the part. The packing list, a photograph of the "
            "label or the maker's answer about the lot would confirm it; another maker's number that reads "
            "the same would rule it out. A part type in a shipment is not that part in this weapon."
        )
    ]
    for number, each in enumerate(material.trade, 1):
        blocks += _told(each, number)
    blocks.append(Callout("fairness", "Of the parties in trade files", FAIRNESS))
    return Section("shipments", "Shipments", blocks)


def _told(file: TradeFile, number: int) -> Iterator[Block]:
    source = f" (source {file.source})" if file.source else ""
    matches = plural(file.possible, "possible match", "possible matches")
    yield Paragraph(
        f"{file.file}{source}: {plural(file.rows, 'row')} searched; {matches} of "
        f"{plural(file.parts, 'part')}, and {sum(file.near.values())} near (the same part packed "
        "otherwise, the base number alone, or a longer number around it), which are not counted."
    )
    yield from _watched(file)
    if file.by_month:
        yield shipments_by_month.figure(f"shipments-{number}", file.by_month)
    if file.matches:
        yield _table(file)
    if len(file.matches) > TOLD or file.possible > len(file.matches):
        yield Paragraph(f"The first {min(TOLD, len(file.matches))} of {file.possible} are shown.")
    yield from _importers(file)


def _watched(file: TradeFile) -> Iterator[Block]:
    """Parts looked for because a method identified them, and parts that no text can be searched for."""
    identified = [f"{part.mpn} ({part.basis})" for part in file.watched if part.confidence is not None]
    if identified:
        yield Paragraph(
            "Looked for although nobody recorded or judged them, as a method identified them: "
            f"{'; '.join(identified)}. A match of such a part rests on that identification too."
        )
    left_out = [f"{part.mpn} ({part.left_out})" for part in file.watched if part.left_out]
    if left_out:
        yield Paragraph(f"Not looked for, since running text cannot tell them: {'; '.join(left_out)}.")


def _table(file: TradeFile) -> Table:
    columns = [
        Column("Row", "right", width=7),
        Column("Part", width=19),
        Column("Text", width=19),
        Column("As", width=11),
        Column("Score", "right", width=7),
        Column("Day", width=12),
        Column("Corridor", width=15),
        Column("HS", width=10),
    ]
    rows = [
        [
            str(each.row),
            each.part,
            each.text,
            each.match,
            f"{each.score:g}",
            *map(shown, (each.day, each.corridor, each.hs)),
        ]
        for each in file.matches[:TOLD]
    ]
    return Table(f"Possible matches in {file.file}", columns, rows)


def _importers(file: TradeFile) -> Iterator[Block]:
    if file.importers is None:
        return
    if file.unplaced:
        yield Paragraph(
            f"{plural(file.unplaced, 'importer')} of priority codes from 24 February 2022 on, with no row "
            "before, cannot be told inside or outside the coalition: the file does not say the country."
        )
    if not file.importers:
        return
    yield Paragraph(
        "Observation, not a verdict: the file shows these importers with no row of a priority code (Common "
        "High Priority List) before 24 February 2022 and with rows from then on, in countries outside the "
        f"coalition. That is named as a red flag in the {GUIDANCE}. Other records may hold what this file "
        "does not, and the coalition is that of 12 April 2022."
    )
    columns = [
        Column("Importer", width=48),
        Column("Country", width=14),
        Column("Rows since", "right", width=18),
        Column("First", width=20),
    ]
    rows = [
        [each.name, each.country, str(each.rows), each.first_month] for each in file.importers[:IMPORTERS]
    ]
    yield Table(f"Importers of priority codes in {file.file}", columns, rows, header_column=True)
    if len(file.importers) > IMPORTERS:
        yield Paragraph(f"{plural(len(file.importers) - IMPORTERS, 'more importer')} not shown.")
