"""How much the findings weigh for one account against another, and what would change that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

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
from sherd.model.weights import Attribution, LeaveOut, PairWeight
from sherd.publish.chapters.competing import competing, next_steps, shared, stability
from sherd.publish.chapters.refused import refusals
from sherd.publish.charts.weight_waterfall import waterfall
from sherd.publish.material import Material
from sherd.publish.phrases import LABELS, Sources, assumed, bans, listed, odds, sentence

DRAWN = 3
"""How many waterfalls are drawn for one result; every pair stands in the table."""


def chapter(material: Material, _sources: Sources) -> Section:
    """One part for every item and every set of labels that was believed."""
    parts = [
        _result(result, number)
        for results in material.attributions.values()
        for number, result in enumerate(results)
    ]
    if not parts:
        return Section("weights", "The weight of the evidence", "Nothing was weighed.")
    reading = Paragraph(
        "A weight is given in bans: +1 means that the findings are ten times more probable if the first "
        "account is true than if the second is, −1 ten times less. It speaks of the findings and never says "
        "how probable an account is. The reported weight is the weakest on a declared grid of settings; "
        "where the grid does not agree on a direction, none is reported."
    )
    return Section("weights", "The weight of the evidence", [reading, *parts])


def _result(result: Attribution, number: int) -> Section:
    id_ = anchor_id("weights", f"{result.item}-{number}")
    opening = f"{assumed(result.opening)} {sentence(result.assumption)}".strip()
    blocks: list[Block] = [Paragraph(opening), _pairs(result), *_earlier(result)]
    for n, alike in enumerate(_drawn(result)[:DRAWN]):
        blocks += _one(alike, f"{id_}-waterfall-{n}")
        blocks += stability(alike[0], f"{id_}-{n}") if n == 0 else []
    blocks += competing(result, id_)
    blocks += [*shared(result), _change(result), refusals(result)]
    return Section(id_, f"{result.item}: {LABELS[result.labels]}", blocks)


def _drawn(result: Attribution) -> list[list[PairWeight]]:
    """Pairs worth a waterfall, those that report first; pairs with the same numbers are drawn once."""
    telling = [pair for pair in result.pairs if any(group.weight for group in pair.groups)]
    alike: dict[tuple[object, ...], list[PairWeight]] = defaultdict(list)
    for pair in sorted(telling, key=lambda p: (bool(p.refused), -abs(p.reported))):
        groups = tuple((group.group, group.weight) for group in pair.groups)
        alike[groups, pair.lo, pair.hi, pair.ceiling, bool(pair.refused)].append(pair)
    reporting = [pairs for pairs in alike.values() if not pairs[0].refused]
    return reporting or list(alike.values())[:1]


def _one(alike: list[PairWeight], id_: str) -> list[Block]:
    """The waterfall of a pair and, row by row, where its numbers come from."""
    pair, *others = alike
    blocks: list[Block] = [waterfall(pair, id_)]
    if others:
        blocks.append(Paragraph(f"The numbers are the same for {listed(_named(other) for other in others)}."))
    columns = [
        Column("Finding", width=24),
        Column(f"If {pair.h1}", "right", width=9),
        Column(f"If {pair.h2}", "right", width=9),
        Column("Bans", "right", width=9),
        Column("Counted how", width=49),
    ]
    rows: list[list[Inline]] = [
        [f"{f.feature} = {f.value}", f"{f.p1:.3f}", f"{f.p2:.3f}", bans(f.weight), f.basis]
        for group in pair.groups
        for f in group.features
    ]
    note = (
        "How probable each finding is if an account is true, at the default settings, before findings of one "
        "group are tempered for their dependence."
    )
    blocks.append(Table(f"{_named(pair)}, finding by finding", columns, rows, header_column=True, note=note))
    return blocks


def _named(pair: PairWeight) -> str:
    return f"{pair.h1} : {pair.h2}"


def _pairs(result: Attribution) -> Table:
    columns = [
        Column("Accounts", width=11),
        Column("Default", "right", width=9),
        Column("Reported", "right", width=18),
        Column("Grid", "right", width=16),
        Column("One level less, more", "right", width=15),
        Column("Ceiling", "right", width=9),
        Column("In words", width=22),
    ]
    note = (
        "Bans, first account against second; in brackets the likelihood ratio. Grid: lowest and highest over "
        "all settings. One level less, more: the default weight if each feature had one level fewer or more. "
        "Ceiling: what the reference collection can itself verify."
    )
    rows = [_row(pair) for pair in result.pairs]
    return Table(f"Every pair of accounts for {result.item}", columns, rows, header_column=True, note=note)


def _earlier(result: Attribution) -> Iterator[Block]:
    """Both results, where the feature table was changed after an item in question was opened."""
    found = result.earlier
    if found is None:
        return
    changed = "; ".join(f"{each.feature}, {each.column}: {each.was} → {each.now}" for each in found.changes)
    moved = [pair for pair in found.pairs if pair.moved]
    both = "Both results are shown below." if moved else "No weight above is moved by it."
    said = f"Changed after the first item in question had been opened: {changed}. {both}"
    yield Callout("warning", "Weights under a table changed afterwards", said)
    if not moved:
        return
    columns = [
        Column("Accounts", width=16),
        Column("Reported, table at opening", "right", width=16),
        Column("In words", width=26),
        Column("Reported, table now", "right", width=16),
        Column("In words", width=26),
    ]
    rows: list[list[Inline]] = [
        [f"{p.h1} : {p.h2}", bans(p.reported_was), p.said_was, bans(p.reported_now), p.said_now]
        for p in moved
    ]
    note = "Bans, first account against second, the weakest on the grid under either table."
    yield Table(f"{result.item} under both tables", columns, rows, header_column=True, note=note)


def _row(pair: PairWeight) -> list[Inline]:
    reported: Inline = "refused" if pair.refused else Strong(f"{bans(pair.reported)} ({odds(pair.reported)})")
    return [
        _named(pair),
        bans(pair.default),
        reported,
        f"{bans(pair.lo)} … {bans(pair.hi)}",
        ", ".join(bans(weight) for _, weight in pair.levels_sensitivity) or "—",
        bans(pair.ceiling),
        "no conclusion" if pair.refused else f"{pair.words} for {pair.favours}",
    ]


def _change(result: Attribution) -> Block:
    reporting = [pair for pair in result.pairs if not pair.refused]
    said: list[Inline] = [line for pair in reporting for line in _changes(pair)]
    if not reporting:
        said = ["No pair reports a weight; what would lift each refusal stands below."]
    elif not said:
        said = ["Leaving out any one feature, group, specimen or event changes no reported expression."]
    id_ = anchor_id("change", f"{result.item}-{result.labels}")
    return Section(id_, "What would change the conclusion", [ListBlock(said), *next_steps(result)])


def _changes(pair: PairWeight) -> list[str]:
    """What a pair would read without one thing, one sentence for each reading."""
    by_words: dict[str, list[LeaveOut]] = defaultdict(list)
    for left in pair.changing:
        by_words[left.words].append(left)
    return [
        f"{_named(pair)} would read “{words}” without "
        f"{listed((f'the {left.kind} {left.name} ({bans(left.reported)})' for left in found), 'or without')}."
        for words, found in by_words.items()
    ]
