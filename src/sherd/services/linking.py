"""Look for one shipment in the records of several vendors: read, count what would be compared, then compare.

Nothing is merged: both records stand as their vendors wrote them, and a pair reads *possibly the same
shipment*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log2

from attrs import frozen

from sherd.errors import WrongCall
from sherd.model.problems import Problem
from sherd.ports import Batch
from sherd.publish.formats.claims_out import safe
from sherd.record.problems import problem
from sherd.trace.shipments.days import WAYS
from sherd.trace.shipments.doubles import (
    FIELDS,
    SAYS,
    STATES,
    Block,
    Pair,
    Rule,
    Told,
    all_pairs,
    blocks,
    keys,
    prior,
    rules,
    unread,
)

FindPairs = Callable[[Sequence[Told], Sequence[str], Sequence[Rule], float, float], list[Pair]]
"""Finds the pairs of records, by fields and within blocks, from a prior, above a probability."""

MOST = 5_000_000
"""Pairs that are compared unless more are allowed."""

MOST_PROBLEMS = 10_000

SURE = 0.9999
"""The highest probability that is written: the model knows no certainty."""

_WRITE = {
    "date": ("not_a_date", WAYS),
    "hs": ("not_a_number", "the six digits of an HS code, or the four of its heading"),
    "value": ("not_a_number", "an amount that is read in one way only, as 1234.50"),
    "quantity": ("not_a_number", "an amount that is read in one way only, as 1234"),
}


@frozen
class Question:
    """Records of several vendors, what they are compared by, and how many pairs each rule would compare."""

    names: Sequence[str]
    records: Sequence[Told]
    fields: Sequence[str]
    blocks: Sequence[Block]

    @property
    def pairs(self) -> int:
        """The most pairs that are compared: one that lies in the blocks of two rules is counted twice."""
        return sum(block.pairs for block in self.blocks)

    @property
    def all_pairs(self) -> int:
        """Every pair of records of different files."""
        return all_pairs(self.records)

    @property
    def prior(self) -> float:
        """How likely two records of different files are one shipment, before any field is looked at."""
        return prior(self.records, self.fields)

    def rows(self) -> list[int]:
        """How many records each file holds."""
        counted = [0] * len(self.names)
        for record in self.records:
            counted[record.file] += 1
        return counted


def told(file: int, batches: Iterable[Batch]) -> Iterator[Told]:
    """The records of one file, each with its keys."""
    for batch in batches:
        names = [name for name in FIELDS if name in batch.facts]
        columns = [batch.facts[name] for name in names]
        for row, cells in enumerate(zip(*columns, strict=True), batch.first):
            said = dict(zip(names, cells, strict=True))
            yield Told(file, row, said, keys(said))


def compared(columns: Sequence[Mapping[str, str]]) -> list[str]:
    """The fields that the columns name. Raises ``WrongCall`` where no rule can be held to them."""
    named = [field for field in FIELDS if any(field in each for each in columns)]
    if not rules(named):
        raise WrongCall(
            "Records cannot be linked by so little",
            "Name at least --date and --hs, or the columns of a party with --date or --hs.",
        )
    return named


def question(names: Sequence[str], records: Sequence[Told], fields: Sequence[str]) -> Question:
    """What would be compared by these fields."""
    return Question(names, records, fields, blocks(records, rules(fields)))


def problems(asked: Question, columns: Sequence[Mapping[str, str]]) -> list[Problem]:
    """The cells that cannot be read, by file, row and column."""
    found = (
        _unread(asked.names[each.file], each, field, columns[each.file][field])
        for each in asked.records
        for field in unread(each)
    )
    return list(islice(found, MOST_PROBLEMS))


def linked(asked: Question, find: FindPairs, most: int, least: float) -> list[Pair]:
    """The pairs that are possibly the same shipment. Raises ``WrongCall`` above ``most`` pairs."""
    if asked.pairs > most:
        raise WrongCall(
            f"{asked.pairs:,} pairs of records would be compared, more than the {most:,} allowed",
            f"Name more columns, divide the files by month, or allow it with --most {asked.pairs}.",
        )
    if not asked.pairs:
        return []
    wanted = [block.rule for block in asked.blocks if block.pairs]
    return find(asked.records, asked.fields, wanted, asked.prior, least)


def heading(asked: Question) -> list[str]:
    """The columns of a table of pairs: of each field how they compare, and both cells as they stand."""
    fields = [name for field in asked.fields for name in (field, f"{field}_a", f"{field}_b")]
    return ["probability", "says", "file_a", "row_a", "file_b", "row_b", *fields, "reason"]


def row(asked: Question, pair: Pair, picked: float) -> list[object]:
    """One pair as a row under ``heading``; rows count from 0, the first below the header.

    ``picked`` is the prior: in bits it begins the reason, and all bits together are the odds.
    """
    one, other = asked.records[pair.one], asked.records[pair.other]
    cells = [{field: safe(cell) for field, cell in each.cells.items()} for each in (one, other)]
    ends = [end for each in (one, other) for end in (asked.names[each.file], each.row)]
    fields = [
        cell
        for field in asked.fields
        for cell in (STATES[pair.fields[field][0]], *(each.get(field, "") for each in cells))
    ]
    reason = f"picked at random {log2(picked / (1 - picked)):+.1f}; {pair.reason}"
    return [f"{min(pair.probability, SURE):.4f}", SAYS, *ends, *fields, reason]


def _unread(name: str, record: Told, field: str, column: str) -> Problem:
    code, ways = _WRITE[field]
    do = f"write {ways}; the record is compared without it"
    return problem(code, name, record.row + 2, column, record.cells[field], do)
