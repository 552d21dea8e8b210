"""``sherd verify``: check a store or a bundle against its signed checkpoints."""

from __future__ import annotations

import errno
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from sherd.bootstrap import Settings, audit
from sherd.cli.options import common
from sherd.cli.output import emit, progress
from sherd.errors import WrongCall

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
    settings, known, kept = Settings(what or store, now), _verifier(key), _checkpoint(since)
    with progress() as show:
        verdict = audit(settings, known, kept, lambda done: show("verifying", done, None))
    if as_json:
        emit("verify", attrs.asdict(verdict), ok=verdict.holds)
    else:
        tell(verdict)
    return 0 if verdict.holds else 1


def _verifier(given: str | None) -> str | None:
    """The verifier key that was given, or that stands in the file of that name. Raises ``WrongCall``."""
    from sherd.journal.note import Verifier

    try:
        return None if given is None else str(Verifier.parse(_text(given).strip()))
    except ValueError as error:
        do = "Give NAME+8 hex digits+base64, or a file that holds it; the key beside the store signs."
        raise WrongCall(f"What --key gives is no verifier key: {error}", do) from None  # it may be secret


def _checkpoint(given: str | None) -> str | None:
    """The checkpoint that was given, or that stands in the file of that name. Raises ``WrongCall``."""
    from sherd.journal.checkpoint import read_checkpoint

    try:
        text = None if given is None else _text(given)
        if text is not None:
            read_checkpoint(text)
    except ValueError as error:
        do = "Give a checkpoint as it was written, or a file that holds it."
        raise WrongCall(f"What --since gives is no checkpoint: {error}", do) from None
    return text


def _text(given: str) -> str:
    """What was given, or what stands in the file of that name. Raises ``ValueError`` where it is no text."""
    try:
        return Path(given).read_text("utf-8")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return given.rstrip("\n") + "\n"  # a shell takes the last newline of what it passes on
    except UnicodeDecodeError:
        raise ValueError("the file is not a text") from None
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        return given


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
