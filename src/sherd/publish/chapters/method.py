"""By which method, from which collection, with which gaps: what an expert is asked first."""

from __future__ import annotations

from sherd.data import rows as shipped
from sherd.model.document import Block, Column, Definitions, Inline, Paragraph, Section, Table, anchor_id
from sherd.model.problems import CODES
from sherd.model.weights import Attribution
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, listed, plural, shown


def chapter(material: Material, _sources: Sources) -> Section:
    """Method cards, the verbal scale, and the problems of the record."""
    cards = [
        _card(result, number)
        for results in material.attributions.values()
        for number, result in enumerate(results)
    ]
    return Section("method", "Method, collection and problems", [*cards, _scale(), _problems(material)])


def _card(result: Attribution, number: int) -> Section:
    method = result.method
    entries: list[tuple[Inline, Inline]] = [
        ("Method", f"{method.method}, version {method.version}; {method.settings}"),
        ("Feature table", method.feature_table),
        ("Validation", method.validation),
        *((f"Cllr {h1} : {h2}", f"{cllr:.4f}") for h1, h2, cllr in method.cllr),
        ("Levels", listed(f"{levels.feature} {levels.count}" for levels in result.levels) or "none"),
    ]
    columns = [Column("Line"), Column("Independent units", "right"), Column("Specimens")]
    collected = [[line.line, str(line.units), listed(line.specimens)] for line in result.collection]
    blocks: list[Block] = [Definitions(entries)]
    if collected:
        blocks.append(
            Table(f"Reference collection for {result.item}", columns, collected, header_column=True)
        )
    known = "independent labels" if result.labels == "independent" else "publishers' labels accepted"
    return Section(anchor_id("method", f"{result.item}-{number}"), f"{result.item}, {known}", blocks)


def _scale() -> Table:
    scale = shipped("verbal_scale")
    columns = [Column(name) for name in scale[0]]
    return Table("Verbal scale", columns, [list(row.values()) for row in scale])


def _problems(material: Material) -> Section:
    found = material.record.problems
    if not found:
        return Section("problems", "Problems in the record", "None was found when the case was recorded.")
    columns = [
        Column("File"),
        Column("Row", "right"),
        Column("Column"),
        Column("What"),
        Column("Read"),
        Column("What to do"),
    ]
    rows = [[p.file, shown(p.row), shown(p.column), CODES[p.code], shown(p.read), p.do] for p in found]
    return Section(
        "problems",
        "Problems in the record",
        [Paragraph(f"{plural(len(found), 'problem')} found."), Table("Problems", columns, rows)],
    )
