"""What a verb says: words for people on stdout, or exactly one JSON object; problems on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import attrs
import click
import orjson

from sherd import __version__
from sherd.model.problems import Problem

SCHEMA = 1
"""The version of the JSON that verbs print."""

SHOWN = 20
"""How many problems are listed on stderr; the rest are counted."""

Progress = Callable[[str, int, int | None], None]


def emit(command: str, result: Any, problems: Sequence[Problem] = (), *, ok: bool = True) -> None:
    """Print the one JSON object of a verb."""
    click.echo(_dump(_envelope(command, ok, [attrs.asdict(problem) for problem in problems], result)))


def failure(arguments: Sequence[str], what: str, do: str) -> bytes:
    """The JSON object of a verb that could not be carried out."""
    command = " ".join(word for word in arguments[:2] if not word.startswith("-"))
    problem = {"code": "failed", "file": "", "row": None, "column": "", "read": what, "do": do}
    return _dump(_envelope(command, False, [problem], None))


def _envelope(command: str, ok: bool, problems: list[dict[str, Any]], result: Any) -> Mapping[str, Any]:
    return {
        "sherd": __version__,
        "schema": SCHEMA,
        "command": command,
        "ok": ok,
        "problems": problems,
        "result": result,
    }


def _dump(value: Mapping[str, Any]) -> bytes:
    """JSON in UTF-8, whatever the terminal speaks; a path that is no UTF-8 is spelt out."""
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2)
    except orjson.JSONEncodeError:
        return orjson.dumps(_spelt(value), option=orjson.OPT_INDENT_2)


def _spelt(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, Mapping):
        return {key: _spelt(each) for key, each in value.items()}
    return [_spelt(each) for each in value] if isinstance(value, list | tuple) else value


def show_problems(problems: Sequence[Problem], *, every: bool = False) -> None:
    """List problems on stderr: the first of them, or ``every`` one where the output holds none."""
    for problem in problems if every else problems[:SHOWN]:
        click.echo(f"problem: {problem}", err=True)
    if len(problems) > SHOWN and not every:
        click.echo(f"… and {len(problems) - SHOWN} more; --json lists them all", err=True)
    if problems:
        click.echo(f"{len(problems)} problem{'s' * (len(problems) > 1)} in the record", err=True)


@contextmanager
def progress(*, printing: bool = False) -> Iterator[Progress]:
    """A progress bar on stderr where that is a terminal; silence elsewhere.

    ``printing`` says that the verb prints while it works: on a terminal its lines tell how far it is, and a
    bar would stand in the middle of them.
    """
    if not sys.stderr.isatty() or (printing and sys.stdout.isatty()):
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def tell(what: str, done: int, total: int | None) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield tell
