"""``sherd trace reply PARTY``: keep what a party answered, in its own words."""

from __future__ import annotations

from datetime import datetime

import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit
from sherd.cli.trace.desk import at, case_option


@click.command()
@click.argument("party")
@click.option("--words", required=True, callback=utf_8, help="Its answer, word for word.")
@case_option
@common
def command(
    party: str,
    words: str,
    case: str | None,
    by: str | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Journal what PARTY answered; the dossier prints it beside what is said of it."""
    from sherd.services.right_of_reply import answer_of

    with workbench(Settings(store, now), create=False) as bench:
        reply = answer_of(at(bench, case, by), party, words)
    if as_json:
        emit("trace reply", {"party": party, "reply": reply.id})
    else:
        click.echo(f"kept the answer of {party}")
