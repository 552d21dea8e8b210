"""``sherd identify --batch``: a sheet of markings in, a sheet of answers out, taken up again when stopped."""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sherd import __version__
from sherd.bootstrap import Settings, get_shelf, put_shelf
from sherd.cli.batch import Steps, answer, table
from sherd.cli.output import emit, progress, show_problems
from sherd.identify.answers import COLUMNS
from sherd.readers.markings import sheet

if TYPE_CHECKING:
    from multiprocessing.synchronize import Lock

    from sherd.identify.asked import Asked
    from sherd.identify.catalogue.shelf import Shelf
    from sherd.model.problems import Problem


def run(
    source: Path,
    out: Path,
    found: Shelf,
    encoding: str | None,
    settings: Settings,
    workers: int,
    problems: tuple[Problem, ...],
    *,
    as_json: bool,
) -> None:
    """Answer every marking of the sheet ``source`` in ``out``."""
    today = settings.clock().date()
    read = sheet(source, encoding)
    stamp = _stamp(read.sha256, found, today)
    with progress() as tell, _answering(found, today, workers) as answers:
        done = answer(read.asked(), read.count, COLUMNS, answers, out, stamp, tell)
    every = (*problems, *read.problems)
    if as_json:
        result = {
            "rows": done.rows,
            "before": done.before,
            "out": str(out),
            "catalogues": list(found.editions),
        }
        emit("identify", result, every)
        return
    earlier = f", {done.before:,} of them by an earlier run" if done.before else ""
    click.echo(f"{out}: {done.rows:,} markings answered{earlier}")
    show_problems(every)


def _stamp(sheet_sha256: str, found: Shelf, today: date) -> str:
    """All that the answers depend on: the sheet, the catalogues, the day, sherd itself."""
    over = sha256()
    for array in found.arrays().values():
        over.update(array.tobytes())
    said = (sheet_sha256, over.hexdigest(), today.isoformat(), __version__, *found.editions)
    return sha256("\0".join(said).encode()).hexdigest()


Answered = tuple[int, bytes]
"""How many rows are answered, and the lines that do."""


@contextmanager
def _answering(
    found: Shelf, today: date, workers: int
) -> Iterator[Callable[[Steps[Asked]], Iterable[Answered]]]:
    """What answers steps of markings: this process, or several that share one mapped index."""
    if workers == 1:
        step = _Step(found, today)
        yield lambda steps: map(step, steps)
        return
    with tempfile.TemporaryDirectory(prefix="sherd-") as folder:
        path = Path(folder) / "index.arrays"
        put_shelf(found, path)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, context, _begin, (path, today, context.Lock())) as pool:
            try:
                yield lambda steps: _in_order(pool, steps, workers)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, steps: Steps[Asked], workers: int) -> Iterator[Answered]:
    """The answers in the order of the steps, with no more steps under way than keep the workers busy."""
    under_way: deque[Future[Answered]] = deque()
    for step in steps:
        under_way.append(pool.submit(_at_work, list(step)))
        if len(under_way) > 2 * workers:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


class _Step:
    """Answers one step of markings."""

    def __init__(self, found: Shelf, today: date) -> None:
        from sherd.identify.lookup import Lookup

        self.search, self.today = Lookup(found), today

    def __call__(self, asked: Sequence[Asked]) -> Answered:
        from sherd.identify.answering import in_lines

        every = in_lines(asked, self.search.short, self.today)
        return len(asked), table(line for lines in every for line in lines)


_GIVEN: list[tuple[Path, date, Lock]] = []
_STEP: list[_Step] = []
"""In a worker: what it was given to begin with, and what answers, made once with the first step."""


def _begin(path: Path, today: date, one_by_one: Lock) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes
    _GIVEN.append((path, today, one_by_one))


def _at_work(asked: list[Asked]) -> Answered:
    if not _STEP:  # not in _begin: a worker that starts after the stop would find no index, and say so aloud
        path, today, one_by_one = _GIVEN[0]
        step = _Step(get_shelf(path), today)
        with one_by_one:  # the first compiles and keeps the search, the others load what it kept
            step.search.get_ready(len(asked))
        _STEP.append(step)
    return _STEP[0](asked)
