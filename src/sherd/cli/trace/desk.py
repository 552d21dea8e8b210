"""What every verb about requests and replies needs: the case on the table, and where its letters go."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sherd.bootstrap import Workbench
from sherd.cli.files import write
from sherd.cli.options import utf_8

Command = TypeVar("Command", bound=Callable[..., Any])


def case_option(called: Command) -> Command:
    """Add ``--case`` and ``--by``."""
    called = click.option("--by", callback=utf_8, help="Who does it; kept sealed.")(called)
    return click.option("--case", callback=utf_8, help="The case, where the store holds several.")(called)


def sender_option(called: Command) -> Command:
    """Add ``--from``: a letter that nobody signs is none."""
    words = "Who asks, as the letter says it."
    return click.option("--from", "sender", required=True, callback=_named, help=words)(called)


def _named(context: click.Context, option: click.Parameter, value: str) -> str:
    said = utf_8(context, option, value)
    if not str(said).strip():
        raise click.BadParameter("a letter says who asks", context, option)
    return str(said).strip()


def at(bench: Workbench, case: str | None, by: str | None) -> Any:
    """The bench of the case that is meant. Raises ``NotFound`` or ``Ambiguous``."""
    from sherd.errors import NotFound
    from sherd.services.bench import Bench
    from sherd.services.find import only_case

    if case is not None and case not in bench.store.cases():
        raise NotFound(
            f"the store holds no case {case!r}", f"It holds: {', '.join(bench.store.cases()) or 'none'}."
        )
    return Bench(bench.store, bench.blobs, case or only_case(bench.store), bench.clock(), by)


def ready(out: Path) -> None:
    """Raise ``WrongCall`` where no letter can be written to, before it is journaled as sent."""
    from sherd.errors import WrongCall

    there = next(each for each in (out, *out.absolute().parents) if each.exists())
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise WrongCall(f"no letter can be written to {out}", "Name a folder with --out.")


def save(files: Any, out: Path, name: str) -> list[str]:
    """Write a letter in every format; returns the paths."""
    paths = []
    for form, content in files.items():
        path = out / (f"{name}.{form}" if "." not in form else f"{name}-{form}")
        write(path, content)
        paths.append(str(path))
    return paths
