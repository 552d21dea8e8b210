"""Material that does not fit the conclusion, or was not used: the schedule that a fair reader asks for."""

from __future__ import annotations

from collections import defaultdict

from sherd.model.document import Block, Column, Inline, ListBlock, Paragraph, Section, Table, anchor_id
from sherd.model.weights import Attribution
from sherd.publish.material import Material
from sherd.publish.phrases import LABELS, Sources, listed, plural

TITLE = "Material that does not fit or was not used"

UNPRINTED = ("photographs", "samples", "digital", "files", "raw_rows")
"""Sheets whose rows this dossier does not print."""


def chapter(material: Material, _sources: Sources) -> Section:
    """One part for each item and set of labels, then what lies unprinted, then what is withheld."""
    blocks: list[Block] = [
        _result(result, number)
        for results in material.attributions.values()
        for number, result in enumerate(results)
    ]
    left = {sheet: len(getattr(material.record, sheet)) for sheet in UNPRINTED}
    if any(left.values()):
        said = listed(f"{count:,} in {sheet.replace('_', ' ')}" for sheet, count in left.items() if count)
        blocks.append(Paragraph(f"Recorded and not printed in this dossier, rows by sheet: {said}."))
    blocks += _withheld(material)
    return Section("unused", TITLE, blocks or "Nothing was left aside.")


def _withheld(material: Material) -> list[Block]:
    parts = [plural(count, kind.replace("_", " ")) for kind, count in material.withheld.items()]
    if material.values_withheld:
        parts.append(plural(material.values_withheld, "single value"))
    if not parts:
        return []
    said = f"Withheld at this clearance, and not used for anything that is printed here: {listed(parts)}."
    return [Paragraph(said)]


def _result(result: Attribution, number: int) -> Section:
    blocks: list[Block] = []
    if result.does_not_fit:
        blocks += [Paragraph("Speaks against what is concluded:"), ListBlock(list(result.does_not_fit))]
    elif any(not pair.refused for pair in result.pairs):
        blocks.append(Paragraph("No finding that was weighed speaks against what is concluded."))
    if result.novel:
        seen = listed(f"{feature} = {value}" for feature, value in result.novel)
        novel = "Documented on no reference specimen, and so weighing nothing between documented lines"
        blocks.append(Paragraph(f"{novel}: {seen}."))
    rows = _rows(result)
    if rows:
        columns = [Column("Where", width=34), Column("What", width=30), Column("Why", width=36)]
        blocks.append(Table(f"Not used for {result.item}", columns, rows, header_column=True))
    id_ = anchor_id("unused", f"{result.item}-{number}")
    return Section(id_, f"{result.item}, {LABELS[result.labels]}", blocks or "Nothing was left aside.")


def _rows(result: Attribution) -> list[list[Inline]]:
    """Rows not used, those with one reason together; then findings shown and not weighed."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unused in result.unused:
        alike[unused.sheet, unused.why].append(unused.id)
    rows: list[list[Inline]] = [
        [f"{sheet} {listed(ids)}", plural(len(ids), "row"), why] for (sheet, why), ids in alike.items()
    ]
    return rows + [[f"feature {feature}", value, reason] for feature, value, reason in _unweighed(result)]


def _unweighed(result: Attribution) -> list[tuple[str, str, str]]:
    """Each finding shown but not weighed, once, though many pairs name it."""
    return sorted(
        {(left.feature, left.value, left.reason) for pair in result.pairs for left in pair.unweighed}
    )
