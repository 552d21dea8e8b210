"""The pairs of accounts on which no conclusion is given: why, and which record would change that."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sherd.model.document import Block, Callout, Column, Inline, Table
from sherd.model.weights import Attribution, PairWeight
from sherd.publish.phrases import gathered, plural, rules, sentence, together

COMMON = frozenset(
    ("a", "an", "and", "as", "at", "be", "for", "if", "in", "is", "it", "no", "of", "on", "or")
)
"""Ids that are also words: pairs with such an account are not put together."""


def refusals(result: Attribution) -> Block:
    """One row for each pair; pairs that are refused for the same reasons share a row."""
    pairs = [pair for pair in result.pairs if pair.refused]
    if not pairs:
        return Callout("limit", "Refusals", "No pair was refused.")
    alike: dict[tuple[str, str, str], list[PairWeight]] = defaultdict(list)
    for pair in pairs:
        alike[_general(pair)].append(pair)
    columns = [
        Column("Accounts", width=11),
        Column("Rules", width=20),
        Column("Reason", width=24),
        Column("What would lift it", width=45),
    ]
    rows = [_row(found, general) for general, found in alike.items()]
    note = "The reason is that of the first rule."
    title = f"No conclusion on {plural(len(pairs), 'pair')} of accounts for {result.item}"
    return Table(title, columns, rows, header_column=True, note=note)


def _row(pairs: Sequence[PairWeight], general: tuple[str, str, str]) -> list[Inline]:
    named = ", ".join(f"{pair.h1} : {pair.h2}" for pair in pairs)
    said = general if len(pairs) > 1 else _said(pairs[0])
    return [named, said[0], sentence(said[1]), sentence(said[2])]


def _said(pair: PairWeight) -> tuple[str, str, str]:
    """The rules, the first reason that says something, and everything that would lift the refusal."""
    telling = [refusal for refusal in pair.refused if refusal.rule != "says_nothing"] or list(pair.refused)
    lifted = together(refusal.lifted_by for refusal in telling)
    return rules(pair.refused), telling[0].reason, gathered(lifted)


def _general(pair: PairWeight) -> tuple[str, str, str]:
    """What is said of a pair with its accounts unnamed."""
    said = _said(pair)
    if {pair.h1, pair.h2} & COMMON:
        return said
    return (said[0], _unnamed(said[1], pair), _unnamed(said[2], pair))


def _unnamed(words: str, pair: PairWeight) -> str:
    for id_, name in ((pair.h1, "the first"), (pair.h2, "the second")):
        words = re.sub(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", name, words)
    return words
