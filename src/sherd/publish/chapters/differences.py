"""What agrees and what differs between an item and every documented line, and what nobody looked at."""

from __future__ import annotations

from collections import defaultdict

from sherd.model.document import Block, Column, Figure, Inline, Paragraph, Section, Table, anchor_id
from sherd.model.findings import FeatureFinding, Finding
from sherd.publish.charts import difference_table
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, plural

WORDS = {"shared": "same", "similar": "similar", "differs": "differs", "not_examined": "not examined"}


def chapter(material: Material, _sources: Sources) -> Section:
    """A heat map and a table for each item in question, then its components beside the specimens'."""
    comparison = material.comparison
    by_item: dict[str, list[FeatureFinding]] = defaultdict(list)
    for finding in comparison.features:
        by_item[finding.item].append(finding)
    blocks: list[Block] = []
    for item, findings in by_item.items():
        lines = [finding for finding in findings if finding.other_kind == "line"]
        blocks += [_map(item, findings, material), *([_table(item, lines)] if lines else [])]
    slots: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for pair in comparison.pairs:
        slots[pair.a, pair.b].append(pair)
    blocks += [_slots(a, b, found) for (a, b), found in slots.items()]
    blocks += [Paragraph(said) for said in comparison.left_out]
    return Section("differences", "What agrees and what differs", blocks or "Nothing could be compared.")


def _map(item: str, findings: list[FeatureFinding], material: Material) -> Figure:
    names = {line.id: f"line {line.id}" for line in material.record.lines}
    labels = {specimen.id: specimen.label for specimen in material.record.items}
    cells = [
        difference_table.Cell(
            feature=f"{finding.group}: {finding.feature}",
            specimen=names.get(finding.other, labels.get(finding.other, finding.other)),
            state=finding.state,
            basis=finding.basis,
        )
        for finding in findings
    ]
    return difference_table.figure(anchor_id("differences", item), labels.get(item, item), cells)


def _table(item: str, findings: list[FeatureFinding]) -> Table:
    columns = [
        Column("Feature"),
        Column("Item"),
        Column("Line"),
        Column("Documented there"),
        Column("State"),
        Column("Why"),
    ]
    return Table(
        f"{item} and every documented line", columns, [_row(f) for f in findings], header_column=True
    )


def _row(finding: FeatureFinding) -> list[Inline]:
    seen = ", ".join(f"{level.value} ×{level.n}" for level in finding.other_values) or "not observed"
    of = f"{seen} ({finding.n} of {plural(finding.of, 'specimen')})"
    return [
        f"{finding.feature} ({finding.group}, {finding.link})",
        finding.item_value or "not observed",
        finding.other,
        of,
        WORDS[finding.state],
        finding.basis,
    ]


def _slots(a: str, b: str, findings: list[Finding]) -> Table:
    known = [finding for finding in findings if finding.state != "not_examined"]
    left = len(findings) - len(known)
    note = (
        f"{plural(left, 'slot')} not examined on one side or the other; that is no difference."
        if left
        else ""
    )
    rows = [[f.component, WORDS[f.state], f.basis] for f in known] or [
        ["—", "not examined", "nothing in common was examined"]
    ]
    return Table(
        f"Components of {a} beside {b}", ["Component", "State", "Why"], rows, header_column=True, note=note
    )
