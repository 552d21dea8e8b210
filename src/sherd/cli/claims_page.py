"""The pages of ``sherd claims ledger`` and ``watch``: propositions by speaker and time, pairs, promises.

On a terminal a page keeps to its width; piped, each claim is one line, however long, for ``grep``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from sherd.model.stances import in_words, stance

if TYPE_CHECKING:
    from sherd.claims.watch import Changes, Promise
    from sherd.model.stances import Contradiction, Ledger, LedgerRow, Reversal, Stand

SHOWN = 12
"""So many contradictions are shown on a terminal, and ids of what came after a promise; a pipe has all."""

NARROWEST = 16
"""Columns that the name of a speaker has, however narrow the terminal is."""

PAST: Mapping[str, str] = {
    "asserts": "asserted",
    "denies": "denied",
    "urges": "urged",
    "concedes": "conceded",
    "takes for granted": "taken for granted",
}
COLOURS: Mapping[str, str] = {"denies": "red", "urges": "yellow"}
HEADINGS = ("said", "stance", "rel.", "cred.")
GRADES = (
    "rel.: how reliable the source is, A to F; cred.: how credible what it says is, 1 to 6; - where nobody "
    "has graded it (reliability and credibility in sources.csv)."
)


def page_width() -> int | None:
    """The columns of the terminal; None where the page goes into a pipe or a file."""
    return max(40, get_terminal_size().columns - 1) if sys.stdout.isatty() else None


def ledger_page(found: Ledger, width: int | None) -> Iterator[str]:
    """Every proposition with who took which stand when, what does not go together, who changed sides."""
    if not found.rows:
        yield "Nobody is recorded to have claimed anything."
        return
    if found.as_of is not None:
        yield from _folded(
            f"as of {found.as_of.words}: what had surely been said, and what is not dated", "", width
        )
        yield ""
    for row in found.rows:
        yield from _proposition(row, width)
    yield from _folded(GRADES, "", width)
    yield from _pairs(found.contradictions, width)
    yield from _turns(found.reversals, "", width)


def changes_page(found: Changes, width: int | None) -> Iterator[str]:
    """What is new since a day, who changed sides, and each promise with what bears on it, by its ids."""
    yield click.style(f"since {found.since}: {_count(len(found.new), 'claim')}", bold=True)
    if found.new:
        yield from _table(found.new, width)
    if found.undated:
        yield f"  {_count(found.undated, 'claim')} without a day: whether new is not known"
    yield from _turns(found.reversals, "  ", width)
    for promise in found.promises:
        yield from _promise(promise, width)


def _proposition(row: LedgerRow, width: int | None) -> Iterator[str]:
    for line in _folded(row.proposition, "", width):
        yield click.style(line, bold=True)
    said = ", ".join(f"{count} {PAST[name]}" for name, count in row.counts.items())
    speakers, origins = _count(row.speakers, "speaker"), _count(row.independent, "independent origin")
    yield from _folded(f"{said}; {speakers}, {origins}", "  ", width)
    yield from _table(row.stands, width)
    for line in row.dependence:
        yield from _folded(f"counts once: {line}", "  ", width)
    yield ""


def _pairs(found: Sequence[Contradiction], width: int | None) -> Iterator[str]:
    """Pairs with both sides: who, when, which claim, in which words; those of one reason stand together."""
    groups: dict[tuple[str, str], list[Contradiction]] = defaultdict(list)
    for pair in found:
        groups[pair.strength, pair.reason].append(pair)
    shown = list(groups.items())[: len(groups) if width is None else SHOWN]
    for (strength, reason), (pair, *more) in shown:
        for line in _folded(f"{strength}: {reason}", "", width):
            yield click.style(line, fg="red" if strength == "strong" else None)
        for stand in (pair.a, pair.b):
            yield from _side(stand, "    ", width)
        if more:
            yield f"    and {_count(len(more), 'pair')} more of the same; --json lists each"
    left = sum(map(len, groups.values())) - sum(len(pairs) for _, pairs in shown)
    if left:
        yield f"… and {_count(left, 'pair')} more; a pipe and --json have them all"


def _turns(found: Sequence[Reversal], before: str, width: int | None) -> Iterator[str]:
    """Who changed sides, with the two claims by id and in their words."""
    for turn in found:
        yield from _folded(f"changed sides: {turn.reason}", before, width)
        for stand in (turn.before, turn.after):
            yield from _side(stand, f"{before}    ", width)


def _side(stand: Stand, before: str, width: int | None) -> list[str]:
    return _folded(f"{stand.id}: {_day(stand)}, {stand.speaker}: {in_words(stand)}", before, width)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _promise(promise: Promise, width: int | None) -> Iterator[str]:
    """A promise, with the ids of what was recovered and of what was made after it, to be looked up."""
    yield from _folded(f"promise or appeal: {promise.stand.id}, {promise.words}", "  ", width)
    for what, ids in (("recovered since", promise.recovered_since), ("made since", promise.made_since)):
        shown = ids if width is None else ids[:SHOWN]
        more = f" … and {len(ids) - len(shown)} more; --json has them all" if len(ids) > len(shown) else ""
        if ids:
            named = ", ".join(f"{id_} ({days})" if (days := promise.days.get(id_)) else id_ for id_ in shown)
            yield from _folded(f"{what}: {named}{more}", "    ", width)


def _day(stand: Stand) -> str:
    return stand.said.words if stand.said else "day not stated"


def _table(stands: Sequence[Stand], width: int | None) -> Iterator[str]:
    """A heading, then each stand with its words: below it on a terminal, behind it when piped."""
    table = [HEADINGS, *map(_cells, stands)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    id_width = max(len("claim"), *(len(stand.id) for stand in stands))
    if width is None:
        yield _columns(HEADINGS, widths) + f"{'claim'.ljust(id_width)}  speaker: words"
        for stand in stands:
            told = f"{stand.id.ljust(id_width)}  {_speaker(stand)}{_words(stand)}"
            yield click.style(_columns(_cells(stand), widths) + told, fg=COLOURS.get(stance(stand)))
        return
    yield from (click.style(line, dim=True) for line in _row(HEADINGS, "speaker", widths, width))
    for stand in stands:
        for line in _row(_cells(stand), _speaker(stand), widths, width):
            yield click.style(line, fg=COLOURS.get(stance(stand)))
        yield from _folded(f"{stand.id}{_words(stand)}", "      ", width)


def _row(cells: Sequence[str], name: str, widths: Sequence[int], width: int) -> list[str]:
    """A row on a terminal: a name that is too long goes on below itself, or below all where it is narrow."""
    before = _columns(cells, widths)
    if width - len(before) < NARROWEST:
        return _folded("  ".join((*cells, name)), "  ", width)
    parts = wrap(name, width - len(before)) or [""]
    return [(" " * len(before) if at else before) + part for at, part in enumerate(parts)]


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"  {cell.ljust(width)}" for cell, width in zip(cells, widths, strict=True)) + "  "


def _cells(stand: Stand) -> tuple[str, str, str, str]:
    return _day(stand), stance(stand), stand.reliability or "-", stand.credibility or "-"


def _speaker(stand: Stand) -> str:
    """Who speaks, for whom, and through whom we know of it, the outermost last."""
    through = "".join(f" ← {name}" for name in reversed(stand.chain) if name != stand.speaker)
    party = f" ({stand.party})" if stand.party != stand.speaker else ""
    return f"{stand.speaker}{party}{through}"


def _words(stand: Stand) -> str:
    source = f" [{stand.source}]" if stand.source else ""
    hedged = "" if stand.firm else ", hedged"
    return f"{source}{hedged}: {' '.join(in_words(stand).split())}"


def _folded(text: str, before: str, width: int | None) -> list[str]:
    """A text in lines of the terminal, each behind ``before``; in one line where there is no width."""
    text = " ".join(text.split())
    if width is None:
        return [before + text]
    return wrap(text, width, initial_indent=before, subsequent_indent=before, break_on_hyphens=False) or [
        before
    ]
