"""By which method, from which collection, with which gaps: what an expert is asked first."""

from __future__ import annotations

from sherd.data import rows as shipped
from sherd.model.document import Block, Column, Definitions, Inline, Paragraph, Section, Table, anchor_id
from sherd.model.problems import CODES, Problem
from sherd.model.provenance import NotedProblem
from sherd.model.weights import Attribution
from sherd.publish.charts.method_card import card
from sherd.publish.charts.tippett import tippett
from sherd.publish.material import Material
from sherd.publish.phrases import LABELS, Sources, listed, plural, sentence, shown

TITLE = "Problems in the record"


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
        ("Validation", sentence(method.validation)),
        ("Levels", listed(f"{levels.feature} {levels.count}" for levels in result.levels) or "none"),
    ]
    columns = [Column("Line"), Column("Independent units", "right"), Column("Specimens")]
    collected = [[line.line, str(line.units), listed(line.specimens)] for line in result.collection]
    blocks: list[Block] = [Definitions(entries)]
    if collected:
        blocks.append(
            Table(
                f"Reference collection for {result.item}",
                columns,
                collected,
                header_column=True,
                note="Specimens of one recovery are one unit.",
            )
        )
    id_ = anchor_id("method", f"{result.item}-{number}")
    if method.reliability:
        blocks.append(card(method.reliability, f"{id_}-card"))
        drawn = max(method.reliability, key=lambda found: found.n)
        blocks.append(tippett(drawn, f"{id_}-tippett"))
    else:
        blocks.append(Paragraph("No pair could be tested on specimens of known line."))
    title = f"{result.item}, {LABELS[result.labels]}"
    return Section(id_, title, blocks)


def _scale() -> Table:
    """Ratios and words; the source of the scale once, below."""
    scale = shipped("verbal_scale")
    columns = [Column("Likelihood ratio", width=40), Column("Words", width=60)]
    rows = [[_range(row["lr_from"], row["lr_to"]), row["words"]] for row in scale]
    first = scale[0]
    note = (
        f"{first['scale']} {first['version']}: {first['source'].partition(';')[0]}. Below 1 the same words "
        "stand for the inverse, in favour of the other account. Some publications cut elsewhere."
    )
    return Table("Verbal scale", columns, rows, header_column=True, note=note)


def _range(least: str, most: str) -> str:
    """The ratios of one step, the end excluded."""
    return f"{int(least):,} to under {int(most):,}" if most else f"{int(least):,} and more"


def _problems(material: Material) -> Section:
    found: list[NotedProblem | Problem] = [*material.record.problems, *material.wording]
    withheld = material.problems_withheld
    counted = plural(withheld, "problem")
    kept_back = f"Withheld at this clearance, for the file or column that would be named: {counted}."
    if not found:
        none = "No problem was found when the case was recorded."
        return Section("problems", TITLE, f"{kept_back} No other was found." if withheld else none)
    columns = [
        Column("File", width=16),
        Column("Row", "right", width=7),
        Column("Column", width=13),
        Column("What", width=22),
        Column("Read", width=16),
        Column("What to do", width=26),
    ]
    rows = [[p.file, shown(p.row), shown(p.column), CODES[p.code], shown(p.read), p.do] for p in found]
    said = f"{plural(len(found), 'problem')} found. Rows that could not be read are kept, sealed."
    if withheld:
        said += f" {kept_back}"
    return Section("problems", TITLE, [Paragraph(said), Table("Problems", columns, rows)])
