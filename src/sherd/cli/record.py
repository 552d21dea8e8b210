"""``sherd record CASE``: take a case folder or a workbook into the store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sherd.bootstrap import Settings, submission, workbench
from sherd.cli.options import common, intake
from sherd.cli.output import emit, progress, show_problems

if TYPE_CHECKING:
    from sherd.services.record import Recorded


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="CASE|FILE…", type=click.Path(path_type=Path))
@intake
@common
def command(
    paths: tuple[Path, ...],
    encoding: str | None,
    by: str | None,
    strict: bool,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> int:
    """Record a CASE folder, or the same sheets in one .xlsx.

    Recording again changes nothing; an edited case supersedes its changed rows and withdraws those that are
    gone. Every problem is named with file, row and column, and the good rest is kept.
    """
    from sherd.services.record import record

    with workbench(Settings(store, now), create=True) as bench, progress() as tell:
        folders = all(path.is_dir() for path in paths)
        submitted = [[path] for path in paths] if folders or len(paths) == 1 else [list(paths)]
        results = [
            record(bench.store, bench.blobs, submission(given, encoding), by, tell, whole=_is_whole(given))
            for given in submitted
        ]
    problems = [problem for result in results for problem in result.problems]
    if as_json:
        emit("record", _plain(results), problems, ok=not (strict and problems))
    else:
        for result in results:
            click.echo(summary(result))
        show_problems(problems)
    return 1 if strict and problems else 0


def _is_whole(paths: list[Path]) -> bool:
    """Whether a folder or a workbook was handed in, which hold all of their case."""
    return len(paths) == 1 and (paths[0].is_dir() or paths[0].suffix.casefold() == ".xlsx")


def summary(result: Recorded) -> str:
    """What recording did, in one line."""
    return (
        f"{result.case}: {result.recorded} recorded, {result.unchanged} unchanged, "
        f"{result.superseded} superseded, {result.withdrawn} withdrawn"
    )


def _plain(results: list[Recorded]) -> dict[str, object]:
    names = ("recorded", "unchanged", "superseded", "withdrawn")
    totals: dict[str, object] = {name: sum(getattr(result, name) for result in results) for name in names}
    return {**totals, "cases": [result.case for result in results]}
