"""``sherd trace decide NAME --list LIST --entry ID``: a person's decision on a possible match."""

from __future__ import annotations

from datetime import datetime

import click

from sherd.bootstrap import Settings, read_list_again, workbench
from sherd.cli.options import common, utf_8
from sherd.cli.output import emit
from sherd.errors import WrongCall


@click.command()
@click.argument("name", callback=utf_8)
@click.option("--list", "list_", callback=utf_8, required=True, help="The list of the hit.")
@click.option("--entry", callback=utf_8, required=True, help="The entry of the hit, as its entry_id says.")
@click.option("--same", "same", flag_value="same", help="The name is that entry.")
@click.option("--not-the-same", "same", flag_value="not the same", help="The name is not that entry.")
@click.option("--reason", callback=utf_8, required=True, help="Why; it is printed beside the hit.")
@click.option("--by", callback=utf_8, required=True, help="Who decides; kept sealed.")
@common
def command(
    name: str,
    list_: str,
    entry: str,
    same: str | None,
    reason: str,
    by: str,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Decide that NAME is, or is not, an entry of a list; it sticks until the list changes the entry.

    A later decision takes the place of an earlier one; both stay in the journal.
    """
    from sherd.services.screening import decide

    if same is None:
        raise WrongCall("Nothing was decided", "Say --same or --not-the-same.")
    with workbench(Settings(store, now), create=False) as bench:
        at = bench.clock().isoformat()
        try:
            row = decide(bench.store, bench.blobs, read_list_again, name, list_, entry, same, reason, by, at)
        except ValueError as error:
            raise WrongCall(str(error), "Say why, in words.") from None
    if as_json:
        emit("trace decide", {"id": row.id, "subject": row.subject, "decision": row.decision})
    else:
        click.echo(f"{row.decision}: {name} / {list_} {entry}, because {row.reason}")
