"""The accounts against the evidence, how steady a weight is, what modules say, and what to look at next."""

from __future__ import annotations

from sherd.model.document import Block, Column, Inline, Paragraph, Table, anchor_id
from sherd.model.reasoning import Examination
from sherd.model.weights import Attribution, PairWeight
from sherd.publish.charts import competing_matrix, sensitivity_map
from sherd.publish.charts.prior_posterior import curve
from sherd.publish.charts.tornado import tornado
from sherd.publish.phrases import bans, listed, odds, plural, sentence

WANTED = 8
"""How many examinations are asked for; the JSON has all."""


def stability(pair: PairWeight, id_: str) -> list[Block]:
    """What moves a weight: settings, omissions; and, where it reports, what any prior would become."""
    blocks: list[Block] = [sensitivity_map.figure(pair, f"{id_}-grid")] if pair.grid else []
    if pair.leave_outs:
        blocks.append(tornado(pair, f"{id_}-tornado"))
    if not pair.refused:
        blocks.append(curve(pair, f"{id_}-prior"))
    return blocks


def competing(result: Attribution, id_: str) -> list[Block]:
    """The matrix of accounts and findings, where anything that weighs was observed."""
    if not any(row.stands for row in result.matrix.rows):
        return []
    return [competing_matrix.figure(f"{id_}-matrix", result.item, result.matrix)]


def shared(result: Attribution) -> list[Block]:
    """What the modules compared say, weighed or only shown; pairs with equal numbers share a row."""
    alike: dict[tuple[str, str, str, str, str], list[str]] = {}
    for pair in result.pairs:
        for said in pair.modules:
            counts = f"{said.matching} of {said.compared}, {said.chance:.2f}"
            how = "weighed, tempered with its group" if said.weighed else f"shown, not weighed: {said.why}"
            key = (said.bears_on, counts, f"{bans(said.weight)} ({odds(said.weight)})", how, said.basis)
            alike.setdefault(key, []).append(f"{pair.h1} : {pair.h2}")
    if not alike:
        return []
    columns = [
        Column("Accounts", width=12),
        Column("Bears on", width=10),
        Column("Matching, chance of one", width=13),
        Column("Bans, untempered", "right", width=15),
        Column("Entered", width=20),
        Column("Counted how", width=30),
    ]
    rows: list[list[Inline]] = [
        [", ".join(pairs), bears, counts, weight, how, basis]
        for (bears, counts, weight, how, basis), pairs in alike.items()
    ]
    note = (
        "Modules by the systems that hold them, the first account against the second; every module compared "
        "is counted, matching or not. Chance: that at least one would match if the item were the second's."
    )
    return [Table(f"Modules of {result.item}", columns, rows, header_column=True, note=note)]


def next_steps(result: Attribution) -> list[Block]:
    """What to look at next, the most telling first, and which value would change what a pair is called."""
    if not result.examinations:
        return [
            Paragraph("No feature of the table is left to be observed that would tell two accounts apart.")
        ]
    rows: list[list[Inline]] = [
        [sentence(each.words), f"{each.h1} : {each.h2}", f"{each.expected:.2f}", _turns(each)]
        for each in result.examinations[:WANTED]
    ]
    columns = [
        Column("What to do", width=40),
        Column("Tells apart", width=12),
        Column("Expected change", "right", width=13),
        Column("Would change what the pair is called", width=35),
    ]
    left = len(result.examinations) - WANTED
    more = f" {plural(left, 'more feature')} would tell less." if left > 0 else ""
    note = (
        f"Expected change of the default weight in bans, each value by its probability under the two.{more}"
    )
    id_ = anchor_id("next", f"{result.item}-{result.labels}")
    return [
        Paragraph("What would tell most if it were examined next:"),
        Table(f"What to examine next on {result.item}", columns, rows, header_column=True, note=note, id=id_),
    ]


def _turns(each: Examination) -> str:
    if not each.turns:
        return "—"
    return listed(f"{turn.value}: “{turn.words}” ({bans(turn.reported)})" for turn in each.turns)
