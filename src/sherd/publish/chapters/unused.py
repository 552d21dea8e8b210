"""Material that does not fit the conclusion, or was not used: the schedule that a fair reader asks for."""

from __future__ import annotations

from sherd.model.document import Block, Inline, ListBlock, Paragraph, Section, Table, anchor_id
from sherd.model.weights import Attribution
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, listed, plural


def chapter(material: Material, _sources: Sources) -> Section:
    """One part for each item and set of labels, then what is withheld from this reader."""
    blocks: list[Block] = [
        _result(result, number)
        for results in material.attributions.values()
        for number, result in enumerate(results)
    ]
    if material.withheld:
        held = listed(plural(count, kind.replace("_", " ")) for kind, count in material.withheld.items())
        blocks.append(
            Paragraph(f"Withheld at this clearance, and not used for what is printed here: {held}.")
        )
    return Section(
        "unused", "Material that does not fit or was not used", blocks or "Nothing was left aside."
    )


def _result(result: Attribution, number: int) -> Section:
    blocks: list[Block] = []
    if result.does_not_fit:
        blocks += [Paragraph("Speaks against what is concluded:"), ListBlock(list(result.does_not_fit))]
    if result.novel:
        seen = listed(f"{feature} = {value}" for feature, value in result.novel)
        blocks.append(Paragraph(f"Documented on no reference specimen, and so weighing nothing: {seen}."))
    rows: list[list[Inline]] = [
        [f"{unused.sheet} {unused.id}", unused.what, unused.why] for unused in result.unused
    ]
    rows += [[f"feature {feature}", value, reason] for feature, value, reason in _unweighed(result)]
    if rows:
        blocks.append(
            Table(f"Not used for {result.item}", ["Where", "What", "Why"], rows, header_column=True)
        )
    known = "independent labels" if result.labels == "independent" else "publishers' labels accepted"
    return Section(
        anchor_id("unused", f"{result.item}-{number}"), f"{result.item}, {known}", blocks or "Nothing."
    )


def _unweighed(result: Attribution) -> list[tuple[str, str, str]]:
    """Each finding shown but not weighed, once, though many pairs name it."""
    return sorted(
        {(left.feature, left.value, left.reason) for pair in result.pairs for left in pair.unweighed}
    )
