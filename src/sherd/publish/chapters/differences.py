"""What agrees and what differs between an item and every documented line, and what nobody looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sherd.model.document import Block, Callout, Column, Inline, Paragraph, Section, Table, anchor_id
from sherd.model.findings import Comparison, FeatureFinding, Finding
from sherd.publish.charts import difference_table
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, listed, plural

WORDS = {"shared": "same", "similar": "similar", "differs": "differs", "not_examined": "not examined"}

SLOTS = 40
"""How many components of one pair of items are listed; the rest are counted."""


def chapter(material: Material, _sources: Sources) -> Section:
    """A heat map and a table for each item in question, then its components beside the specimens'."""
    by_item: dict[str, list[FeatureFinding]] = defaultdict(list)
    for finding in material.comparison.features:
        by_item[finding.item].append(finding)
    blocks: list[Block] = []
    for item, findings in by_item.items():
        blocks += _features(item, findings, material)
    blocks += _changed_table(material.comparison)
    blocks += _components(material)
    blocks += [Paragraph(said) for said in material.comparison.left_out]
    if blocks:
        blocks.insert(0, Paragraph("What nobody examined is no difference; finish is shown, never weighed."))
    return Section("differences", "What agrees and what differs", blocks or "Nothing could be compared.")


def _changed_table(comparison: Comparison) -> Iterator[Block]:
    """A feature table that was changed after an item had been opened: what, and both results."""
    if not comparison.table_changes:
        return
    moved = comparison.table_shifts
    changed = "; ".join(
        f"{each.feature}, {each.column}: {each.was} → {each.now}" for each in comparison.table_changes
    )
    both = "Both results are shown below." if moved else "The change moves no row of the tables above."
    said = f"Changed after the first item in question had been opened: {changed}. {both}"
    yield Callout("warning", "Feature table changed afterwards", said)
    if moved:
        columns = [
            Column("Item and line", width=20),
            Column("Feature", width=16),
            Column("Under the table at opening", width=32),
            Column("Under the table now", width=32),
        ]
        rows: list[list[Inline]] = [
            [f"{each.item}, {each.other}", each.feature, each.was, each.now] for each in moved[:SLOTS]
        ]
        more = f"{len(moved) - SLOTS:,} more rows are not listed." if len(moved) > SLOTS else ""
        yield Table(
            "What the change of the feature table moves", columns, rows, header_column=True, note=more
        )


def _features(item: str, findings: list[FeatureFinding], material: Material) -> Iterator[Block]:
    known = [finding for finding in findings if finding.state != "not_examined"]
    if not known:
        yield Paragraph(
            f"No feature was observed both on {item} and on any documented line or specimen "
            f"({plural(len(findings), 'comparison')} looked for)."
        )
        return
    beside = {finding.other for finding in known}
    yield _map(item, [finding for finding in findings if finding.other in beside], material)
    without = sorted({finding.other for finding in findings} - beside)
    if without:
        yield Paragraph(
            f"Not drawn, because nothing observed on {item} was observed there: {listed(without)}."
        )
    yield _table(item, [finding for finding in findings if finding.other_kind == "line"])


def _map(item: str, findings: list[FeatureFinding], material: Material) -> Block:
    labels = {specimen.id: str(specimen.label) for specimen in material.record.items}
    cells = [
        difference_table.Cell(
            feature=f"{finding.group}: {finding.feature}",
            specimen=f"line {finding.other}" if finding.other_kind == "line" else finding.other,
            state=finding.state,
            basis=finding.basis,
        )
        for finding in findings
    ]
    return difference_table.figure(anchor_id("differences", item), labels.get(item, item), cells)


def _table(item: str, findings: list[FeatureFinding]) -> Block:
    """Only what was observed on both sides; the note counts the rest."""
    known = [finding for finding in findings if finding.state != "not_examined"]
    lines = len({finding.other for finding in findings})
    left = len(findings) - len(known)
    rest = (
        f"{plural(left, 'further comparison')} with {plural(lines, 'line')}: not observed on the item or on "
        "no specimen of the line. "
    )
    labels = "Specimens count whatever their label rests on; which are reference stands with the method."
    note = f"{rest if left else ''}{labels}"
    if not known:
        return Paragraph(f"No feature of {item} was observed on a specimen of any line: {note}")
    columns = [
        Column("Feature", width=26),
        Column("Item", width=15),
        Column("Line", width=11),
        Column("Documented there", width=22),
        Column("State", width=10),
        Column("Why", width=26),
    ]
    rows = [_row(finding) for finding in known]
    return Table(f"{item} and every documented line", columns, rows, header_column=True, note=note)


def _row(finding: FeatureFinding) -> list[Inline]:
    seen = ", ".join(f"{level.value} ×{level.n}" for level in finding.other_values) or "not observed"
    return [
        f"{finding.feature} ({finding.group}, {finding.link})",
        finding.item_value or "not observed",
        finding.other,
        f"{seen} ({finding.n} of {plural(finding.of, 'specimen')})",
        WORDS[finding.state],
        finding.basis,
    ]


def _components(material: Material) -> Iterator[Block]:
    """A table for each two items with something in common to look at; the others in one sentence."""
    slots: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for found in material.comparison.pairs:
        slots[found.a, found.b].append(found)
    nothing: dict[str, list[str]] = defaultdict(list)
    for (a, b), findings in slots.items():
        if any(finding.state != "not_examined" for finding in findings):
            yield _slots(a, b, findings)
        else:
            nothing[a].append(b)
    for a, others in nothing.items():
        yield Paragraph(
            f"No component was examined both on {a} and on {listed(others, 'or')}: nothing can be said of "
            "what their components share."
        )


def _slots(a: str, b: str, findings: Sequence[Finding]) -> Table:
    known = [finding for finding in findings if finding.state != "not_examined"]
    left = len(findings) - len(known)
    notes = []
    if left:
        notes.append(f"{plural(left, 'slot')} not examined on one side or the other; that is no difference.")
    if len(known) > SLOTS:
        notes.append(f"{plural(len(known) - SLOTS, 'more component')} compared and not listed.")
    columns = [Column("Component", width=28), Column("State", width=10), Column("Why", width=62)]
    rows: list[list[Inline]] = [[f.component, WORDS[f.state], f.basis] for f in known[:SLOTS]]
    return Table(f"Components of {a} beside {b}", columns, rows, header_column=True, note=" ".join(notes))
