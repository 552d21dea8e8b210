"""``sherd store``: rebuild the tables from the journal, or check them against it."""

from __future__ import annotations

from datetime import datetime

import click

from sherd.bootstrap import Settings, audit, workbench
from sherd.cli.options import common
from sherd.cli.output import emit, progress
from sherd.cli.verify import tell as tell_verdict


@click.group()
def command() -> None:
    """Look after the store."""


@command.command(short_help="Make every table anew from the journal.")
@common
def rebuild(store: str, as_json: bool, now: datetime | None) -> None:
    """Make every table anew from the journal; the answers stay the same."""
    with workbench(Settings(store, now), create=False) as bench, progress() as tell:
        total = bench.store.size()
        events = bench.store.rebuild(lambda done: tell("rebuilding", done, total))
    if as_json:
        emit("store rebuild", {"events": events})
    else:
        click.echo(f"rebuilt from {events:,} events")


@command.command(short_help="Check journal, files and tables.")
@common
def check(store: str, as_json: bool, now: datetime | None) -> int:
    """Check journal, files and tables, as "sherd verify" does without a key."""
    import attrs

    with progress() as show:
        verdict = audit(Settings(store, now), None, None, lambda done: show("checking", done, None))
    if as_json:
        emit("store check", attrs.asdict(verdict), ok=verdict.holds)
    else:
        tell_verdict(verdict)
    return 0 if verdict.holds else 1
