"""How much the findings weigh for one account against another, and what would change that."""

from __future__ import annotations

from sherd.model.document import (
    Block,
    Callout,
    Column,
    Inline,
    ListBlock,
    Paragraph,
    Section,
    Strong,
    Table,
    anchor_id,
)
from sherd.model.weights import Attribution, PairWeight
from sherd.publish.charts.weight_ladder import ladder
from sherd.publish.material import Material
from sherd.publish.phrases import Sources, bans, plural, ratio

DRAWN = 4
"""How many ladders are drawn for one result; every pair stands in the table."""


def chapter(material: Material, _sources: Sources) -> Section:
    """One part for every item and every set of labels that was believed."""
    parts = [
        _result(result, number)
        for results in material.attributions.values()
        for number, result in enumerate(results)
    ]
    reading = Paragraph(
        "A weight is given in bans: +1 means that the findings are ten times more probable if the first "
        "account is true than if the second is, −1 ten times less. It never says how probable an account is. "
        "The reported weight is the weakest on a declared grid of 27 settings; where the grid does not agree "
        "on a direction, none is reported."
    )
    return Section("weights", "The weight of the evidence", [reading, *parts])


def _result(result: Attribution, number: int) -> Section:
    known = "on independent labels" if result.labels == "independent" else "accepting the publishers' labels"
    id_ = anchor_id("weights", f"{result.item}-{number}")
    blocks: list[Block] = [Paragraph(f"{result.opening} {result.assumption}".strip()), _pairs(result)]
    drawn = sorted((p for p in result.pairs if p.groups), key=lambda p: (bool(p.refused), -abs(p.reported)))
    blocks += [ladder(pair, f"{id_}-ladder-{n}") for n, pair in enumerate(drawn[:DRAWN])]
    blocks += [_change(result), _refused(result)]
    return Section(id_, f"{result.item}: {known}", blocks)


def _pairs(result: Attribution) -> Table:
    columns = [
        Column("Accounts"),
        Column("Default", "right"),
        Column("Reported", "right"),
        Column("Grid", "right"),
        Column("Ceiling", "right"),
        Column("In words"),
    ]
    rows = [_row(pair) for pair in result.pairs]
    note = "Bans, first account against second. Ceiling: what the reference collection can itself verify."
    return Table(f"Every pair of accounts for {result.item}", columns, rows, header_column=True, note=note)


def _row(pair: PairWeight) -> list[Inline]:
    reported: Inline = (
        "refused" if pair.refused else Strong(f"{bans(pair.reported)} ({ratio(pair.reported)} : 1)")
    )
    return [
        f"{pair.h1} : {pair.h2}",
        bans(pair.default),
        reported,
        f"{bans(pair.lo)} … {bans(pair.hi)}",
        bans(pair.ceiling),
        "; ".join(refusal.rule.replace("_", " ") for refusal in pair.refused) or pair.words,
    ]


def _change(result: Attribution) -> Block:
    changes: list[Inline] = [
        f"{pair.h1} : {pair.h2} would read “{left.words}” ({bans(left.reported)}) "
        f"without the {left.kind} {left.name}."
        for pair in result.pairs
        if not pair.refused
        for left in pair.changing
    ]
    said = changes or [
        "Leaving out any one feature, group, specimen or event changes no expression that is reported."
    ]
    return Section(
        anchor_id("change", f"{result.item}-{result.labels}"),
        "What would change the conclusion",
        [ListBlock(said)],
    )


def _refused(result: Attribution) -> Block:
    rows = [
        [f"{pair.h1} : {pair.h2}", refusal.rule.replace("_", " "), refusal.reason, refusal.lifted_by]
        for pair in result.pairs
        for refusal in pair.refused
    ]
    if not rows:
        return Callout("limit", "Refusals", "No pair was refused.")
    title = f"Refused pairs: {plural(len({row[0] for row in rows}), 'pair')}"
    return Table(title, ["Accounts", "Rule", "Why", "What would lift it"], rows, header_column=True)
