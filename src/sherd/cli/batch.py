"""Answer a long sheet row by row into an output that grows in durable steps.

Each answer depends on its own row alone, so that the bytes are the same whatever the step and however often
the run was stopped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from sherd.cli.output import Progress
from sherd.cli.resumed import resumed

Asked = TypeVar("Asked")
Lines = Sequence[Sequence[str]]
"""The lines of the output that answer one row."""

STEP = 500
"""Rows that are answered between two durable steps."""


@frozen
class Batch:
    """What a run came to: rows answered in all, and how many of them by an earlier run."""

    rows: int
    before: int


def answer(
    rows: Sequence[Asked],
    header: Sequence[str],
    answers: Callable[[Iterator[Sequence[Asked]]], Iterable[Sequence[Lines]]],
    out: Path,
    stamp: str,
    tell: Progress,
    step: int | None = None,
) -> Batch:
    """Write the answers to ``rows`` to ``out``; a run with the same ``stamp`` is taken up where it stopped.

    ``answers`` takes steps of rows and gives, for each step in order, the lines that answer each of its rows.
    """
    with resumed(out, stamp, table([header])) as growing:
        before = growing.rows
        steps = _steps(rows[before:], step or STEP)
        tell("identifying", growing.rows, len(rows))
        for answered in answers(steps):
            growing.add(table(line for lines in answered for line in lines), len(answered))
            tell("identifying", growing.rows, len(rows))
        growing.finish()
    return Batch(len(rows), before)


def _steps(rows: Sequence[Asked], step: int) -> Iterator[Sequence[Asked]]:
    waiting = iter(rows)
    while taken := list(islice(waiting, step)):
        yield taken


def table(lines: Iterable[Sequence[str]]) -> bytes:
    """Lines of cells as CSV: commas, quotes where they are needed, a line feed at the end."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode("utf-8", "backslashreplace")
