"""``sherd verify``: check a store or a bundle against its signed checkpoints."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from sherd.bootstrap import Settings, audit
from sherd.cli.options import common
from sherd.cli.output import emit

if TYPE_CHECKING:
    from sherd.journal.verify import Verdict

SHOWN = 50


@click.command()
@click.argument("what", required=False, metavar="[BUNDLE|STORE]")
@click.option(
    "--key", metavar="VERIFIER", help="The verifier key that you had before, or a file that holds it."
)
@click.option("--since", metavar="CHECKPOINT", help="A checkpoint that you kept: a file, or its text.")
@common
def command(
    what: str | None, key: str | None, since: str | None, store: str, as_json: bool, now: datetime | None
) -> int:
    """Check that nothing was altered, and name everything that does not hold.

    Without --key it says "self-consistent only": whoever can rewrite the store can re-sign it. With --key and
    --since it proves whose it is and that nothing was rolled back.
    """
    verdict = audit(
        Settings(what or store, now), known.strip() if (known := _text(key)) else None, _text(since)
    )
    if as_json:
        emit("verify", attrs.asdict(verdict), ok=verdict.holds)
    else:
        tell(verdict)
    return 0 if verdict.holds else 1


def _text(given: str | None) -> str | None:
    """What was given, or what stands in the file of that name."""
    if given is None or "\n" in given or not Path(given).is_file():
        return given
    return Path(given).read_text("utf-8")


def tell(verdict: Verdict) -> None:
    """The verdict on a terminal page."""
    for failure in verdict.failures[:SHOWN]:
        places = {name: getattr(failure, name) for name in ("event", "file", "row", "column")}
        where = ", ".join(f"{name} {place}" for name, place in places.items() if place not in {None, ""})
        click.secho(f"does not hold: {failure.what}" + (f" ({where})" if where else ""), fg="red")
    if len(verdict.failures) > SHOWN:
        click.echo(f"… and {len(verdict.failures) - SHOWN} more")
    if verdict.root is not None:
        click.echo(f"{verdict.events:,} events, root {verdict.root}")
    click.echo(verdict.statement)
