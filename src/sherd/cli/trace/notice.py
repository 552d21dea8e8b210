"""``sherd trace notice PARTY``: tell a named party what is said of it, and by when it can answer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sherd.bootstrap import Settings, workbench, written
from sherd.cli.options import common
from sherd.cli.output import emit
from sherd.cli.trace.desk import at, case_option, ready, save, sender_option


@click.command()
@click.argument("party")
@click.option("--deadline", type=click.DateTime(["%Y-%m-%d"]), required=True, help="By when it can answer.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder for the letter.")
@sender_option
@click.option("--language", default="en", show_default=True, help="en, fr, ru, uk or zh.")
@case_option
@common
def command(
    party: str,
    deadline: datetime,
    out: Path,
    sender: str,
    language: str,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Write to PARTY what is publicly said of it, with a deadline; its answer is printed beside it."""
    from sherd.services.right_of_reply import in_words, notice

    ready(out)
    with workbench(Settings(store, now), create=False) as bench:
        letter = notice(at(bench, case, by), party, deadline.date(), language, sender, written)
    files = save(letter.files, out, letter.enquiry.reference)
    if as_json:
        emit(
            "trace notice",
            {"party": party, "said": list(in_words(letter.enquiry.statements)), "files": files},
        )
    else:
        click.echo("\n".join(files))
