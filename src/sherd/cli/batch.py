"""Answer a long sheet row by row into an output that grows in durable steps.

Each answer depends on its own row alone, so that the bytes are the same whatever the step and however often
the run was stopped.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from sherd.cli.output import Progress
from sherd.cli.resumed import resumed

Asked = TypeVar("Asked")
Steps = Iterator[Sequence[Asked]]

STEP = 1_024
"""Rows that are answered between two durable steps."""


@frozen
class Batch:
    """What a run came to: rows answered in all, and how many of them by an earlier run."""

    rows: int
    before: int


def answer(
    rows: Iterable[Asked],
    total: int,
    header: Sequence[str],
    answers: Callable[[Steps[Asked]], Iterable[tuple[int, bytes]]],
    out: Path,
    stamp: str,
    tell: Progress,
    step: int | None = None,
) -> Batch:
    """Write the answers to ``rows`` (``total`` of them) to ``out``; a run with the same ``stamp`` is taken up
    where it stopped.

    ``answers`` takes steps of rows and gives, for each step in order, how many rows it has and the lines that
    answer them, as ``table`` writes them.
    """
    with resumed(out, stamp, table([header])) as growing:
        before = growing.rows
        tell("identifying", before, total)
        for count, answered in answers(_steps(islice(rows, before, None), step or STEP)):
            growing.add(answered, count)
            tell("identifying", growing.rows, total)
        growing.finish()
    return Batch(total, before)


def _steps(waiting: Iterator[Asked], step: int) -> Steps[Asked]:
    while taken := list(islice(waiting, step)):
        yield taken


def table(lines: Iterable[Sequence[str]]) -> bytes:
    """Lines of cells as CSV: commas, quotes where they are needed, a line feed at the end.

    >>> table([("a", "b"), ("1,5", "c")])
    b'a,b\\n"1,5",c\\n'
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    for cells in lines:
        line = ",".join(cells)
        if len(cells) == 1 or line.count(",") >= len(cells) or _QUOTED.search(line):
            rows.writerow(cells)
        else:  # nothing to be quoted: no need to look at every sign
            text.write(line + "\n")
    return text.getvalue().encode("utf-8", "backslashreplace")


_QUOTED = re.compile(r'["\r\n]')
"""What a cell is quoted for, apart from a comma."""
